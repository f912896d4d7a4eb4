"""A screen spares a rule records, and never hides a finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator import ruleset
from validator.asking import bound, concerns, run
from validator.config import Settings
from validator.finding import Finding, Severity
from validator.packs import load_rules
from validator.record import Name, Parallel, Record
from validator.registry import RULES, Example, Rule, Scope, rule
from validator.ruleset import RuleSet
from validator.screens import NameScreen
from validator.tally import Tally
from validator.text import dates

load_rules()
SETTINGS = Settings(select=("ALL",))
SCREENED = [
    rule
    for rule in RULES.values()
    if rule.scope is Scope.RECORD
    and (rule.of_names or rule.trigger or rule.beyond_ascii or rule.screen)
]
RECORDS = list(
    {
        repr(record): record
        for each in RULES.values()
        for example in each.examples
        for record in (example.given if isinstance(example.given, tuple) else (example.given,))
        if isinstance(record, Record)
    }.values()
)
SPREAD = RECORDS[::7]
"""Records of all families, which other rules than their own see in files, too."""


def unscreened(rule: Rule, record: Record, settings: Settings = SETTINGS) -> list[Finding]:
    """What a rule says of a record that it concerns, its screen left out."""
    form = record.provenance.format
    if not concerns(rule, record.type, record.present, form):
        return []
    return list(bound(rule.check, settings)(record))


@pytest.mark.parametrize("rule", SCREENED, ids=lambda rule: rule.code)
def test_a_screen_hides_nothing(rule: Rule) -> None:
    for example in rule.examples:
        if isinstance(example.given, Record):
            found = unscreened(rule, example.given, example.settings)
            assert list(run(rule, example.given, example.settings)) == found
    for record in SPREAD:
        assert list(run(rule, record, SETTINGS)) == unscreened(rule, record), record


def said(findings: list[Finding]) -> Counter[str]:
    """Findings as they are compared: what is said, not where."""
    return Counter(repr((f.variable, f.template, f.value, f.suggestion, f.index)) for f in findings)


def by_itself(record: Record) -> list[Finding]:
    rules = (rule for rule in RULES.values() if rule.scope is Scope.RECORD)
    return [finding for rule in rules for finding in run(rule, record, SETTINGS)]


def together(rules: RuleSet, record: Record) -> list[Finding]:
    tally = Tally()
    rules.check(record, tally)
    return tally.findings


def test_rules_together_say_what_each_says_by_itself() -> None:
    """Of records one after the other, in which names, types and orders of variables come again."""
    forms: dict[str, RuleSet] = {}
    for record in SPREAD * 2:
        form = record.provenance.format
        rules = forms.setdefault(form, RuleSet(SETTINGS, "x"))
        assert said(together(rules, record)) == said(by_itself(record)), record


SIGNS = "aAbQ1 20.,;:/-–?&<>{}\\$~_()[]\"'\n\t\x1f\x00é中の한Яﬁ\u3000\udc80１ＡÃ©"
TEXTS = st.text(SIGNS, max_size=12)
IN_USUAL_FORMS = {
    "VAL001",  # its screen knows placeholders as they are written, not signs at random
    "ENC010",  # its screen leaves control characters at the ends of a value to ENC006
}
NAMES = st.lists(st.builds(Name, TEXTS, TEXTS, literal=TEXTS), max_size=3).map(tuple)


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "type": st.sampled_from(("article-journal", "book", "paper-conference", "")),
            "title": TEXTS,
            "container_title": TEXTS,
            "publisher": TEXTS,
            "page": TEXTS,
            "volume": TEXTS,
            "doi": TEXTS.map("10.1000/{}".format),
            "url": TEXTS.map("https://example.org/{}".format),
            "author": NAMES,
            "editor": NAMES,
            "keyword": st.lists(TEXTS, max_size=2).map(tuple),
            "issued": TEXTS.map(dates.parse),
            "parallel": st.builds(Parallel, title=TEXTS, author=NAMES),
        },
    ).map(lambda values: Record(**values))
)
def test_of_any_record(record: Record) -> None:
    for each in SCREENED:
        if each.code in IN_USUAL_FORMS:
            continue
        assert list(run(each, record, SETTINGS)) == unscreened(each, record), each.code
    assert said(together(RuleSet(SETTINGS, "x"), record)) == said(by_itself(record))


def test_a_name_is_asked_about_once_while_it_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def is_short(name: Name) -> bool:
        asked.append(name.family)
        return len(name.family) < 3

    def check(record: Record) -> Iterator[Finding]:
        """A name is short."""
        yield Finding("author", "short")

    screen = {"examples": (Example(Record()),), "of_names": NameScreen(is_short)}
    try:
        rule("QQQ001", "short", severity=Severity.INFO, **screen)(check)  # type: ignore[arg-type]
        rules = RuleSet(Settings(select=("QQQ",)), "x")
        long, short = Name("Long"), Name("Li")
        rows = [
            ((long,), 0, ["Long"]),
            ((long, short), 1, ["Long", "Li"]),
            ((short,), 1, ["Long", "Li"]),  # as it was the first time
            ((), 0, ["Long", "Li"]),
        ]
        for names, count, seen in rows:
            assert len(together(rules, Record(author=names))) == count
            assert asked == seen
        monkeypatch.setattr(ruleset, "NAMES_KEPT", 2)
        for number in range(50):  # names that are gone, whose identity others take
            is_odd = number % 2
            record = Record(author=(Name("Li" if is_odd else f"Long{number}"),))
            assert len(together(rules, record)) == is_odd
        assert len(rules.names) <= 2
    finally:
        RULES.pop("QQQ001", None)
