"""Collection rules keep little of a record, and say the same in any order of the records."""

from __future__ import annotations

import pickle
import random
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.asking import observed
from validator.facts import Fact
from validator.finding import Finding
from validator.packs import load_rules
from validator.record import Name, Provenance, Record
from validator.registry import RULES, Rule, Scope
from validator.text.dates import parse
from validator.text.serials import (
    contradict,
    fingerprint,
    is_abbreviation,
    number,
    on_one_line,
    words_cut,
)

load_rules()
OURS = ("JNL002", "REC001", "REC002", "REC003", "REC004", "REC005", "REC006")
SHARED = ("JNL002", "REC003", "REC004", "REC005")  # many records have one value


def placed(records: Iterable[Record]) -> list[Record]:
    """The records with a number each, which they keep when they are shuffled."""
    return numbered(records, "bibtex")


def numbered(records: Iterable[Record], form: str) -> list[Record]:
    return [
        replace(record, provenance=Provenance("x", form, i))
        for i, record in enumerate(records, start=1)
    ]


def said(rule: Rule, records: Iterable[Record]) -> list[tuple[int, Finding]]:
    facts = [fact for record in records if (fact := observed(rule, record))]
    return [(ref.record_number, finding) for ref, finding in rule.check(facts)]


@pytest.mark.parametrize("code", [code for code in OURS if code not in ("REC001", "REC006")])
def test_order_does_not_matter(code: str) -> None:
    """Of two equal keys the second is the duplicate; nothing else depends on places."""
    rule = RULES[code]
    for example in rule.examples:
        assert isinstance(example.given, tuple)
        records = placed(example.given)
        expected = sorted(said(rule, records), key=repr)
        for seed in range(3):
            random.Random(seed).shuffle(records)
            assert sorted(said(rule, records), key=repr) == expected


@pytest.mark.parametrize("code", ["AUT017", "JNL002", "REC004", "REC005", "VOL002", "VOL003"])
def test_copies_neither_make_nor_hide_what_is_usual(code: str) -> None:
    """Of some papers more than of others, as databases have them."""
    rule = RULES[code]
    for example in rule.examples:
        assert isinstance(example.given, tuple)
        papers = [
            replace(record, title=record.title or f"Paper {'abcdefghijklmnopqrstuv'[n]}")
            for n, record in enumerate(example.given)
        ]
        copies = [paper for n, paper in enumerate(papers) for _ in range(n % 4)]
        form = papers[0].provenance.format or "bibtex"
        once, often = (
            {(n, f.variable, f.template) for n, f in said(rule, numbered(some, form))}
            for some in (papers, papers + copies)
        )
        assert {one for one in often if one[0] <= len(papers)} == once


@pytest.mark.parametrize("code", OURS)
def test_facts_travel_between_processes(code: str) -> None:
    rule = RULES[code]
    for example in rule.examples:
        assert isinstance(example.given, tuple)
        facts = [fact for record in placed(example.given) if (fact := observed(rule, record))]
        there: list[Fact] = pickle.loads(pickle.dumps(facts))
        assert list(rule.check(there)) == list(rule.check(facts))


def article(number: int, journals: int) -> Record:
    """One of many articles, with facts of every kind."""
    year = 1980 + number % 40
    journal = number % journals
    return Record(
        id=f"key{number}",
        type="article-journal",
        title=f"Title {number}",
        author=(Name("Li", "Wei"),),
        container_title=f"Journal of {word(journal)} {word(journal // 50)} {word(journal // 9)}",
        volume=str(year - 1970),
        issued=parse(str(year)),
        issn="0028-0836",
        publisher="Springer",
        provenance=Provenance("x.bib", "bibtex", number),
    )


def word(number: int) -> str:
    """A word for each number, many of which begin alike."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number)) + "ology"


@pytest.mark.parametrize("code", SHARED)
def test_records_that_say_the_same_share_what_is_kept(code: str) -> None:
    rule = RULES[code]
    facts = [fact for i in range(2000) if (fact := observed(rule, article(i, 10)))]
    assert len(facts) == 2000
    assert len({id(fact.value) for fact in facts}) <= 40


TITLES = (
    ("Drugs & Aging", "Drugs and Aging", True),
    ("The Lancet", "Lancet", True),
    ("吉林大学学报（自然科学版）", "吉林大学学报·自然科学版", True),
    ("吉林大学学报(自然科学版)", "吉林大学学报(社会科学版)", False),
    ("Saúde e Sociedade", "Saude & Sociedade", True),
    ("Physical Review E", "Physical Review", False),  # a letter in capitals is no "and"
    ("Social Media + Society", "Social Media and Society", False),
    ("Наука и жизнь", "Наука - и жизнь", True),
    ("情報処理", "情報管理", False),
)


@pytest.mark.parametrize(("a", "b", "same"), TITLES)
def test_fingerprint(a: str, b: str, same: bool) -> None:
    assert (fingerprint(a) == fingerprint(b)) is same


ABBREVIATED = (
    ("j mach learn res", "journal machine learning research", 4),
    ("natl med j", "national medical journal", 3),  # a contraction keeps the end
    ("j phys", "journal physics", 2),
    ("j phys a", "journal physics", 0),
    ("environment science policy", "environmental science policy", 1),
    ("current drug targets", "current drugs targets", 0),  # a plural is no abbreviation
)


@pytest.mark.parametrize(("short", "long", "cut"), ABBREVIATED)
def test_words_cut(short: str, long: str, cut: int) -> None:
    assert words_cut(short.split(), long.split()) == cut
    assert not words_cut(long.split(), short.split())
    assert not cut or is_abbreviation(short.split(), long.split())


VOLUMES = (
    ("12", 12),
    (" 012 ", 12),
    ("0", None),
    ("12-13", None),
    ("S2", None),
    ("XIV", None),
    ("２３", None),  # full-width digits are a fault of their own
    ("20150312", None),  # a day
    ("", None),
)


@pytest.mark.parametrize(("text", "expected"), VOLUMES)
def test_volume(text: str, expected: int | None) -> None:
    assert number(text) == expected


def test_points_of_one_series() -> None:
    series = {(2000, 31), (2001, 32), (2005, 36)}
    assert on_one_line({(2003, 34)}, series)
    assert not on_one_line({(2003, 4)}, series)
    assert not on_one_line(set(), series)
    assert contradict({(2003, 4)}, {(2000, 31), (2001, 32)})
    assert not contradict({(2003, 44)}, series)  # more volumes a year, for all we know


POINTS = st.frozensets(st.tuples(st.integers(1900, 2030), st.integers(1, 200)), max_size=8)


@given(POINTS, POINTS)
def test_points_are_compared_both_ways(
    points: set[tuple[int, int]], others: set[tuple[int, int]]
) -> None:
    assert contradict(points, others) == contradict(others, points)
    if len(points) != len(others):
        assert on_one_line(points, others) == on_one_line(others, points)


NAMES = st.sampled_from(
    ("J Biol Chem", "J. Biol. Chem.", "Journal of Biological Chemistry", "The Lancet", "Lancet")
)


@given(st.lists(st.tuples(NAMES, st.sampled_from(("0021-9258", ""))), max_size=12))
def test_a_fix_of_all_names_leaves_nothing_to_say(rows: list[tuple[str, str]]) -> None:
    rule = RULES["JNL002"]
    records = placed(
        Record(type="article-journal", container_title=name, issn=issn) for name, issn in rows
    )
    for place, finding in said(rule, records):
        records[place - 1] = finding.mend(records[place - 1])
    assert all(finding.suggestion is None for _, finding in said(rule, records))


def test_scopes() -> None:
    assert all(RULES[code].scope is Scope.COLLECTION for code in OURS)
