"""Numbering and titles: what a table of one rule cannot show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from validator.asking import observed, run
from validator.config import Settings
from validator.facts import Fact
from validator.finding import Finding
from validator.packs import load_rules
from validator.record import Provenance, Record
from validator.registry import RULES
from validator.ruleset import RuleSet
from validator.tally import Tally

load_rules()


def placed(records: list[Record], path: str = "x.bib") -> list[Record]:
    return [
        replace(record, provenance=Provenance(path, "csv", number))
        for number, record in enumerate(records, start=1)
    ]


def concluded(code: str, records: list[Record]) -> list[tuple[str, Finding]]:
    rule = RULES[code]
    facts = [fact for record in records if (fact := observed(rule, record))]
    return [(ref.handle, finding) for ref, finding in rule.check(facts)]


def test_each_file_has_its_own_dash() -> None:
    hyphens = [Record(id=f"a{i}", page="1--5") for i in range(10)]
    dashes = [Record(id=f"b{i}", page="1–5") for i in range(10)]
    records = placed(hyphens, "a.csv") + placed(dashes, "b.csv")
    assert concluded("PAG003", records) == []


def test_a_quarter_is_no_exception() -> None:
    many = [Record(id=f"a{i}", page="1–5") for i in range(15)]
    few = [Record(id=f"b{i}", page="1—5") for i in range(5)]
    assert concluded("PAG003", placed(many + few)) == []


@pytest.mark.parametrize("code", ["PAG003", "TIT004"])
def test_records_that_only_count_weigh_nothing(code: str) -> None:
    """A million of them are one fact."""
    whole = Record(type="article-journal", title="T", container_title="J", volume="1", page="1-5")
    rules, tally = RuleSet(Settings(), "x.bib"), Tally()
    for record in placed([whole] * 9):
        rules.check(record, tally)
    assert code not in tally.facts.codes()
    assert list(tally.counted[code].values()) == [9]


@pytest.mark.parametrize("code", ["PAG003", "TIT004", "VOL002", "JNL002"])
def test_order_does_not_matter(code: str) -> None:
    records = placed(
        [
            Record(type="article-journal", title=f"T{end}", container_title=journal, page=page)
            for journal, page, end in (
                ("The Lancet", "1–5", ""),
                ("Lancet", "1—5", "."),
                ("Lancet & Others", "", ","),
                ("Lancet and Others", "1–5", ""),
                *[("Journal", "1–5", "")] * 12,
            )
        ]
    )

    def said(facts: list[Fact]) -> list[tuple[int, str, str | None]]:
        found = RULES[code].check(facts)
        return sorted((ref.record_number, f.template, f.suggestion) for ref, f in found)

    facts = [fact for record in records if (fact := observed(RULES[code], record))]
    assert said(facts) == said(facts[::-1])


def test_missing_pages_are_told_once() -> None:
    """VOL002 speaks of what is absent, PAG001 of what is there."""
    bare = placed([Record(type="article-journal", title="T", container_title="J", volume="3")])
    assert [finding.variable for _, finding in concluded("VOL002", bare)] == ["page"]
    assert list(run(RULES["PAG001"], bare[0], RULES["PAG001"].examples[0].settings)) == []


def test_a_journal_that_counts_no_pages_is_left_alone() -> None:
    journal = [Record(type="article-journal", container_title="Cureus", volume="1")] * 4
    other = [Record(type="article-journal", container_title="Nature", volume="1")]
    found = concluded("VOL002", placed(journal + other))
    assert [finding.template for _, finding in found] == ["neither pages nor article number"]
