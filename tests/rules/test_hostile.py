"""No rule hangs or raises on hostile values: 100 kB of one character, wrong code points, markup."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from validator.asking import observed, run
from validator.config import Settings
from validator.packs import load_rules
from validator.record import (
    LIST_VARIABLES,
    NAME_VARIABLES,
    VARIABLES,
    Field,
    Name,
    Provenance,
    Record,
    attribute_of,
    read_value,
)
from validator.registry import RULES, Rule, Scope

load_rules()
SETTINGS = Settings(today=datetime.date(2026, 7, 1))
RECORD_RULES = [rule for _, rule in sorted(RULES.items()) if rule.scope is Scope.RECORD]


def filled(value: str) -> Record:
    """A record whose every variable holds the value."""
    record = Record(id="x", provenance=Provenance("x.bib", "bibtex", 1, 1))
    for variable in VARIABLES:
        if variable in NAME_VARIABLES:
            content: object = (
                Name(family=value, given=value, raw=value),
                Name(literal=value, raw=value),
            )
        elif variable in LIST_VARIABLES:
            content = (value, value)
        elif variable == "type":
            content = "article-journal"
        else:
            content = read_value(variable, value)
        record = replace(record, **{attribute_of(variable): content})  # type: ignore[arg-type]
    return record


def run_all(record: Record) -> None:
    for rule in RULES.values():
        list(run(rule, record, SETTINGS)) if rule.scope is Scope.RECORD else observed(rule, record)


UNITS = (
    *"aA1.,;:-–&<>([{\\$/%@?　王ア가яاé",
    " ",
    "\n",
    "\u200b",
    "\ud800",
    "a ",
    "A. ",
    "1-",
    "10.",
    "10.1000/",
    "http://",
    "&amp;",
    "<b>",
    "and ",
    "王 ",
    "ã",
    "Ã©",
)


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
@pytest.mark.parametrize("last", ["", "!"])
def test_a_hundred_kilobytes(unit: str, last: str) -> None:
    """A pattern that backtracks would not come back from this."""
    run_all(filled(unit * (100_000 // len(unit)) + last))


@pytest.mark.parametrize("rule", RECORD_RULES, ids=lambda rule: rule.code)
def test_an_empty_record(rule: Rule) -> None:
    list(run(rule, Record(), SETTINGS))


JSON_VALUES = ({"a": ["b"]}, [{"a": 1}], ["a", None], 1.5, None, True, {})


@pytest.mark.parametrize("value", JSON_VALUES, ids=repr)
@pytest.mark.parametrize("kind", ["article-journal", "chapter", "book", "thesis", "dataset"])
def test_raw_fields_that_are_no_text(value: object, kind: str) -> None:
    """The formats in JSON keep values as they stand; they need not be texts."""
    raw = tuple(Field(variable, value, variable) for variable in VARIABLES)
    run_all(Record(id="x", type=kind, raw=raw, provenance=Provenance("x.json", "datacite", 1, 1)))


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(), max_size=60))
def test_any_text(text: str) -> None:
    run_all(filled(text))
