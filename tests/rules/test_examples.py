"""Every rule is tested by the table of examples that documents it."""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from validator import auditing, io
from validator.asking import observed, run
from validator.config import Settings
from validator.finding import Fault, Finding
from validator.packs import load_rules
from validator.record import Provenance, Record
from validator.registry import RULES, Example, Rule, Scope

load_rules()


def findings(rule: Rule, example: Example) -> list[Finding | Fault]:
    """What a rule says of its example, in its own scope."""
    given = example.given
    if rule.scope is Scope.FILE:
        return [fault for fault in faults(given, example.format) if fault.code == rule.code]
    if rule.scope is Scope.RUN:
        assert isinstance(given, str)
        return [f for f in audited(given, example.format) if f.code == rule.code]
    records = (given,) if isinstance(given, Record) else given
    assert isinstance(records, tuple)
    if rule.scope is Scope.RECORD:
        return [f for record in records for f in run(rule, record, example.settings)]
    placed = [numbered(record, i) for i, record in enumerate(records, start=1)]
    if rule.scope is Scope.COLLECTION:
        seen = (observed(rule, record, example.settings) for record in placed)
        facts = [fact for fact in seen if fact]
        return [finding for _, finding in rule.check(facts)]
    from validator.linkage import link

    linked = link(placed, example.settings)
    return [
        f
        for decision in linked.decisions
        if decision.code == rule.code
        for f in rule.check(decision)
    ]


def faults(given: object, form: str) -> list[Fault]:
    """What the reader of a format says of a text, or of the bytes of a file."""
    if isinstance(given, str):
        return [item for item in io.read_text(given, form) if isinstance(item, Fault)]
    assert isinstance(given, bytes)
    found: list[Fault] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "example")
        path.write_bytes(given)
        list(io.read(path, input_format=form, on_fault=found.append))
    return found


def audited(text: str, form: str) -> list[Finding]:
    """What a run over a file with this text says."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "example")
        path.write_text(text, encoding="utf-8")
        settings = Settings(input_format=form, duplicates_search=False)
        return list(auditing.check(str(path), settings=settings).findings)


def numbered(record: Record, number: int) -> Record:
    """The record with a place of its own, where the example gives none."""
    if record.provenance.record_number:
        return record
    where = record.provenance._replace(record_number=number)
    return replace(
        record, provenance=where if where.path else Provenance("x.bib", "bibtex", number)
    )


ROWS = [
    pytest.param(rule, example, id=f"{code}-{i}")
    for code, rule in sorted(RULES.items())
    for i, example in enumerate(rule.examples)
]


@pytest.mark.parametrize(("rule", "example"), ROWS)
def test_example(rule: Rule, example: Example) -> None:
    found = findings(rule, example)
    said = tuple(f.template.format(**f.args) if f.args else f.template for f in found)
    assert said == example.says
    if example.suggests is not None:
        first = found[0]
        assert isinstance(first, Finding)
        assert first.suggestion == example.suggests


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
class TestEveryRule:
    def test_shows_a_clean_and_a_faulty_record(self, rule: Rule) -> None:
        assert {bool(example.says) for example in rule.examples} == {True, False}

    @pytest.mark.parametrize("heading", ["Why:", "Not found:", "Source:"])
    def test_has_every_heading(self, rule: Rule, heading: str) -> None:
        assert heading in rule.doc

    def test_is_named_for_the_fault(self, rule: Rule) -> None:
        """`ignore = ["author-affiliation-leak"]` must read well: no "no-", "check-", "valid-"."""
        assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
        assert not re.match(r"(no|check|valid)-", rule.name)

    def test_states_the_fault(self, rule: Rule) -> None:
        """Lower case, no full stop: the value and the suggestion have fields of their own."""
        for example in rule.examples:
            for message in example.says:
                assert not message.endswith(".")
                assert message[0] == message[0].lower() or message.split()[0].isupper()

    def test_lives_with_its_family(self, rule: Rule) -> None:
        """AUT... in rules/authors.py, or in one package rules/authors/ once that grows."""
        families = {r.family for r in RULES.values() if r.code[:3] == rule.code[:3]}
        assert len(families) == 1


RECORD_RULES = [rule for _, rule in sorted(RULES.items()) if rule.scope is Scope.RECORD]


@pytest.mark.parametrize("rule", RECORD_RULES, ids=lambda rule: rule.code)
def test_suggestion_settles_the_finding(rule: Rule) -> None:
    """A suggestion, put in the place of the value it is about, leaves nothing to say."""
    for example in rule.examples:
        if example.suggests is None:
            continue
        assert isinstance(example.given, Record)
        found = list(run(rule, example.given, example.settings))
        mended = example.given
        for finding in found:
            mended = finding.mend(mended)
        assert not list(run(rule, mended, example.settings))


SHOWN_BY_A_FIX = {
    ("AUT005", "AUT018"): "a list that ends in the format's own word for others is still cut off",
    ("JNL004", "DOI003"): "without its meeting an abstract looks like an article of the journal",
    ("VAL001", "TIT001"): "without its placeholder the title is missing",
}
"""What a fix may bring to light, and why."""


@pytest.mark.parametrize("rule", RECORD_RULES, ids=lambda rule: rule.code)
def test_suggestion_raises_no_other_finding(rule: Rule) -> None:
    for example in rule.examples:
        assert isinstance(example.given, Record)
        mended = example.given
        for finding in run(rule, example.given, example.settings):
            mended = finding.mend(mended)
        new = codes(mended, example.settings) - codes(example.given, example.settings)
        assert not {code for code in new if (rule.code, code) not in SHOWN_BY_A_FIX}


def codes(record: Record, settings: Settings) -> set[str]:
    """The codes of the default rules that say something of a record."""
    return {r.code for r in RECORD_RULES if r.default and any(run(r, record, settings))}
