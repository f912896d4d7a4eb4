"""Rules registered, selected and found again by the words that users write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from validator.asking import observed, run
from validator.config import Settings
from validator.errors import UsageError
from validator.finding import Finding, Severity
from validator.packs import load_rules, load_writer
from validator.record import Record
from validator.registry import RULES, Example, rule
from validator.ruleset import RuleSet
from validator.screens import mentions
from validator.selection import check_selectors, selected
from validator.tally import Tally

load_rules()
CLEAN = (Example(Record()),)


def codes(**settings: tuple[str, ...]) -> set[str]:
    return {rule.code for rule in selected(Settings(**settings))}  # type: ignore[arg-type]


def defaults() -> set[str]:
    return {code for code, rule in RULES.items() if rule.default}


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"select": ("DOI001",)}, {"DOI001"}),
        ({"select": ("doi-malformed",)}, {"DOI001"}),
        ({"select": ("DOI00",), "ignore": ("DOI",)}, "DOI00"),  # the narrower wins
        ({"select": ("DOI",), "ignore": ("DOI001",)}, "DOI but DOI001"),
        ({"select": ("DOI001",), "ignore": ("DOI",)}, {"DOI001"}),
        ({"select": ("DOI001",), "ignore": ("DOI001",)}, set()),  # equals: ignored
        ({"select": ("DOI001",), "extend_select": ("DOI002",)}, {"DOI001", "DOI002"}),
        ({"ignore": ("ALL",)}, set()),
    ],
)
def test_selection(settings: dict[str, tuple[str, ...]], expected: set[str] | str) -> None:
    if expected == "DOI00":
        expected = {code for code in RULES if code.startswith("DOI00")}
    elif expected == "DOI but DOI001":
        expected = {code for code in RULES if code.startswith("DOI") and RULES[code].default}
        expected |= {code for code in RULES if code.startswith("DOI")}
        expected -= {"DOI001"}
    assert codes(**settings) == expected


def test_default_and_all() -> None:
    assert codes() == defaults()
    assert codes(select=("ALL",)) == set(RULES)


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("DOI01", "did you mean 'DOI0"),
        ("doi-malfromed", "did you mean 'doi-malformed'"),
        ("doi001", "did you mean 'DOI001'"),
        ("", "no rule is called ''"),
        ("qqqqqqq", "no rule is called 'qqqqqqq'"),
    ],
)
def test_a_selector_that_names_nothing(word: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_selectors([word])
    assert hint in str(caught.value)


def test_a_code_is_taken_once() -> None:
    def other(record: Record) -> Iterator[Finding]:
        """Something else."""
        yield from ()

    register = rule("DOI001", "something-else", severity=Severity.INFO, examples=CLEAN)
    with pytest.raises(ValueError, match="DOI001 something-else is defined twice"):
        register(other)
    with pytest.raises(ValueError, match="reads unknown variables: dio"):
        rule("QQQ001", "q", severity=Severity.INFO, examples=CLEAN, reads=("dio",))(other)
    assert "QQQ001" not in RULES


def test_a_rule_is_called_where_what_it_reads_is_there() -> None:
    doi = RULES["DOI001"]
    assert list(run(doi, Record(doi="10.1000/ x"), Settings()))
    assert not list(run(doi, Record(title="10.1000/ x"), Settings()))


def test_triggers() -> None:
    assert mentions("&", "<")("a < b")
    assert not mentions("&", "<")("a > b")
    assert mentions("&", "<") is mentions("&", "<")


def test_rules_that_share_a_screen_ask_it_once() -> None:
    """And a rule whose screen says no is not called."""
    asked: list[Record] = []

    def screen(record: Record) -> bool:
        asked.append(record)
        return "?" in record.title

    def check(record: Record) -> Iterator[Finding]:
        """A title asks."""
        yield Finding("title", "asks")

    try:
        for code, name in (("QQQ001", "asks"), ("QQQ002", "asks-again")):
            rule(code, name, severity=Severity.INFO, examples=CLEAN, screen=screen)(check)
        rules, tally = RuleSet(Settings(select=("QQQ",)), "x"), Tally()
        for title in ("What?", "That."):
            rules.check(Record(title=title), tally)
        assert [(f.code, f.message) for f in tally.findings] == [
            ("QQQ001", "asks"),
            ("QQQ002", "asks"),
        ]
        assert len(asked) == 2
        assert not list(run(RULES["QQQ001"], Record(title="That."), Settings()))
        with pytest.raises(ValueError, match="QQQ003 has two screens"):
            rule(
                "QQQ003",
                "q",
                severity=Severity.INFO,
                examples=CLEAN,
                screen=screen,
                trigger=mentions("?"),
            )(check)
    finally:
        for code in ("QQQ001", "QQQ002"):
            RULES.pop(code, None)


def test_characters_beyond_ascii_are_looked_at_where_there_are_any() -> None:
    seen: list[tuple[str, str]] = []

    def asks(text: str, there: str) -> bool:
        seen.append((text.strip(), there))
        return "é" in there

    def check(record: Record) -> Iterator[Finding]:
        """A title has an é."""
        yield Finding("title", "é")

    try:
        given = {"severity": Severity.INFO, "examples": CLEAN, "beyond_ascii": asks}
        rule("QQQ001", "has-e", **given)(check)  # type: ignore[arg-type]
        rules, tally = RuleSet(Settings(select=("QQQ",)), "x"), Tally()
        for title in ("Cafe", "Café", "Käse", "A\nB"):
            rules.check(Record(title=title), tally)
            list(run(RULES["QQQ001"], Record(title=title), Settings()))
        assert len(tally.findings) == 1
        assert seen == [("Café", "é")] * 2 + [("Käse", "ä")] * 2
    finally:
        RULES.pop("QQQ001", None)


def test_a_fact_names_its_record() -> None:
    fact = observed(RULES["REC001"], Record(id="a"))
    assert fact is None or fact.ref.handle == "a"


def test_a_file_of_rules_that_is_not_there() -> None:
    with pytest.raises(UsageError, match="no file"):
        load_rules(["nowhere_rules.py"])


def test_a_package_announces_its_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By an entry point in the group bibvalidator.rules."""
    info = tmp_path / "house_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: house-rules\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[bibvalidator.rules]\nhouse = house_rules_by_entry\n")
    (tmp_path / "house_rules_by_entry.py").write_text("LOADED = True\n")
    monkeypatch.syspath_prepend(tmp_path)
    load_rules()
    import sys

    assert sys.modules["house_rules_by_entry"].LOADED


def test_a_writer_is_loaded_when_asked_for() -> None:
    assert load_writer("jsonl") is load_writer("jsonl")
