"""The author family as a whole: what is well formed is left alone, what is not is found."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest
from author_names import ALONE, PERSONS
from hypothesis import given
from hypothesis import strategies as st
from malformed_names import MALFORMED
from whole_names import WHOLES

from validator import io
from validator.asking import observed, run
from validator.config import Settings
from validator.finding import Fault, Severity
from validator.packs import load_rules
from validator.record import Field, Name, Provenance, Record
from validator.registry import RULES, Scope
from validator.text.script import has_cjk

load_rules()
DEFAULT = [r for _, r in sorted(RULES.items()) if r.default and r.scope is Scope.RECORD]
FAMILY = [r for r in DEFAULT if r.code[:3] == "AUT"]


def said(record: Record) -> set[str]:
    """The codes of warnings and errors on a record's names."""
    grave = [rule for rule in FAMILY if rule.severity is not Severity.INFO]
    return {rule.code for rule in grave for _ in run(rule, record, Settings())}


def found(record: Record) -> set[str]:
    """The codes of names, characters and values that are said of a record."""
    rules = [rule for rule in DEFAULT if rule.code[:3] in ("AUT", "ENC", "VAL")]
    return {rule.code for rule in rules if any(run(rule, record, Settings()))}


def with_names(*names: Name, format: str = "bibtex", variable: str = "author") -> Record:
    record = Record(type="article-journal", title="On names", provenance=Provenance("x", format))
    changed: dict[str, Any] = {variable: names}
    return replace(record, **changed)


def as_bibtex(*names: str) -> Record:
    return only(io.read_text(f"@article{{x, author = {{{' and '.join(names)}}}}}", "bibtex"))


def as_ris(*names: str) -> Record:
    lines = "".join(f"AU  - {name}\n" for name in names)
    return only(io.read_text(f"TY  - JOUR\n{lines}ER  - \n", "ris"))


def as_csl(*names: str | dict[str, str]) -> Record:
    """The record of a program that cuts a name at its comma, else at its last blank."""
    authors = [parts(name) if isinstance(name, str) else name for name in names]
    return only(io.read_text(json.dumps([{"id": "x", "author": authors}]), "csl-json"))


def parts(name: str) -> dict[str, str]:
    family, comma, given = map(str.strip, name.partition(","))
    if not comma and not has_cjk(name):
        given, _, family = name.strip().rpartition(" ")
    return {"family": family, "given": given} if given and family else {"literal": name}


def only(items: Iterable[Record | Fault]) -> Record:
    (record,) = (item for item in items if isinstance(item, Record))
    return record


@pytest.mark.parametrize(("culture", "name", "turned"), PERSONS)
def test_a_well_formed_name_is_left_alone(culture: str, name: str, turned: str) -> None:
    assert said(as_bibtex(name)) == set(), culture
    assert said(as_bibtex("Roe, Ann", name, "Doe, Bob")) == set()
    assert said(as_ris(name)) == said(as_ris("Roe, Ann", name, "Doe, Bob")) == set()
    assert said(as_csl(name)) == said(as_csl("Roe, Ann", name, "Doe, Bob")) == set()
    if turned:
        assert said(as_bibtex(turned)) == said(as_ris(turned)) == set()
        assert said(as_bibtex("Ann Roe", turned, "Bob Doe")) == set()


@pytest.mark.parametrize(("culture", "name"), ALONE)
def test_a_name_that_stands_alone_is_left_alone(culture: str, name: str) -> None:
    assert said(as_bibtex(name)) == said(as_ris(name)) == said(as_csl(name)) == set(), culture


@pytest.mark.parametrize(("culture", "name"), WHOLES)
def test_a_name_in_one_string_is_left_alone(culture: str, name: str) -> None:
    literal = {"literal": name}
    for names in ((name,), ("Roe, Ann", name, "Doe, Bob")):
        assert said(as_ris(*names)) == set(), culture
        assert said(as_bibtex(*(f"{{{n}}}" if n == name else n for n in names))) == set()
        assert said(as_csl(*(literal if n == name else n for n in names))) == set()


NAMES_OF_TWO_PARTS = ("J. Smith, K. Jones", "Smith J, Jones K", "П. С. Орлов, А. В. Зуев")


@pytest.mark.parametrize(("name", "codes", "reason"), MALFORMED)
@pytest.mark.parametrize("read", [as_ris, as_csl, as_bibtex], ids=lambda read: read.__name__)
def test_a_malformed_name_is_found(
    name: str, codes: str, reason: str, read: Callable[..., Record]
) -> None:
    if read is as_bibtex and re.search(r"[&%#{}\\]|\band\b", name):
        pytest.skip("means something else in BibTeX")
    if read is as_csl and name in NAMES_OF_TWO_PARTS:
        pytest.skip("two parts that a program has stored so may be those of one person")
    says = found(read(name))
    assert says & set(codes.split()) if read is as_ris else says, reason


@pytest.mark.parametrize("code", ["AUT006", "AUT007", "AUT008", "AUT014", "AUT015"])
def test_a_name_among_others_is_told_by_its_place(code: str) -> None:
    faulty = next(text for text, c, _ in MALFORMED if c == code)
    names = (Name.parse("Roe, Ann"), Name.parse(faulty))
    (finding,) = run(RULES[code], with_names(*names), Settings())
    assert (finding.variable, finding.index, finding.value) == ("author", 1, str(names[1]))


HOSTILE = (
    "Smith John J. and & ; , et al. others Dr. PhD Organization University of Inc. 大学 王明 等 "
    "主编 [美] ( ) * 1 @x.org null NA SMITH van"
)
PIECES = st.sampled_from([*HOSTILE.split(), "\udc80", "\0", "\u3000"])
PART = st.lists(PIECES, max_size=5).map(" ".join)
NAMES = st.builds(Name, PART, PART, PART, PART, st.one_of(st.just(""), PART), raw=PART)


@given(st.lists(NAMES, max_size=4), st.sampled_from(["bibtex", "csv", "csl-json"]))
def test_no_name_stops_a_rule(names: list[Name], format: str) -> None:
    record = with_names(*names, format=format)
    assert said(record) <= set(RULES)
    observed(RULES["AUT017"], record)


def test_an_entry_that_inherits_may_have_no_author() -> None:
    chapter = Record(type="chapter", title="On names", provenance=Provenance("x", "bibtex", 1))
    assert said(chapter) == {"AUT001"}
    child = replace(chapter, raw=(Field("crossref", "{parent}"),))
    assert said(child) == set()
