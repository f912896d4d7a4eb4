"""Records in, clusters out: what is joined, what is left to people, and that order is nothing."""

from __future__ import annotations

import pickle
import random
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from patience import soon

from validator.audit import Agreement, Verdict
from validator.config import Settings
from validator.linkage import Linked, entry, link
from validator.record import Name, Parallel, Provenance, Record
from validator.text.dates import parse as date

SETTINGS = Settings()
TITLE = "Deciding equality of names in large catalogues"
THREE = (Name("Ivanova", "Anna"), Name("Kim", "Minsu"), Name("García", "José"))


def record(title: str = TITLE, **values: Any) -> Record:
    year = values.pop("year", "")
    return Record(title=title, issued=date(year) if year else None, **values)


def numbered(records: Iterable[Record]) -> list[Record]:
    return [
        replace(r, id=r.id or f"r{i}", provenance=Provenance("x.bib", "bibtex", i))
        for i, r in enumerate(records, start=1)
    ]


def linked(*records: Record) -> Linked:
    return link(numbered(records), SETTINGS)


def partition(found: Linked) -> set[frozenset[str]]:
    return {frozenset(m.id for m in cluster.members) for cluster in found.clusters}


FULL = record(
    author=THREE, year="2001", container_title="Vox", volume="4", issue="2", page="11-20"
)  # fmt: skip

VERDICTS = [  # what is changed on the second record: the verdict, and words that stand in the why
    ({}, "duplicate", "same title; 3 of 3 authors agree; same year"),
    ({"issued": None}, "duplicate", "year missing on one side"),
    ({"issued": date("2002")}, "duplicate", "years 2001 and 2002 differ"),  # online first
    ({"issued": date("2004")}, "duplicate", "years 2001 and 2004 differ"),  # one slip is forgiven
    ({"volume": "5"}, "duplicate", "volumes 4 and 5 differ"),  # the same: the page agrees
    ({"page": "99-105"}, "to review", "first pages 11 and 99 differ"),
    ({"volume": "5", "page": "99"}, "", ""),
    ({"volume": "5", "issued": date("2004")}, "", ""),
    ({"container_title": "Other Journal of Law"}, "duplicate", "containers differ"),
    ({"author": (Name("Rosa", "Ute"),)}, "duplicate", "other authors"),  # ten pages are one work's
    ({"author": (Name("Rosa", "Ute"),), "page": ""}, "", ""),
    ({"author": (), "page": ""}, "duplicate", "missing on one side: authors, pages"),
    ({"author": THREE[:1]}, "duplicate", "1 of 3 authors agree, one list is cut"),
    ({"title": TITLE + ": a study"}, "duplicate", "one title continues the other"),
    ({"title": TITLE + ", part 2", "page": "40"}, "related", "numbers in the titles differ"),
    ({"title": "Sorting long lists of places"}, "duplicate", "titles differ"),  # a translated title
    ({"title": "Sorting long lists of places", "page": "11"}, "", ""),  # abstracts on one page
    ({"title": ""}, "duplicate", "title missing on one side"),
    ({"title": "大型目录中名称相等的判定"}, "duplicate", "titles in two scripts"),
    ({"doi": "10.5334/dsj-2019-014"}, "duplicate", "DOI missing on one side"),
]


@pytest.mark.parametrize(("change", "verdict", "words"), VERDICTS)
def test_verdict(change: dict[str, Any], verdict: str, words: str) -> None:
    found = linked(FULL, replace(FULL, **change)).decisions
    assert [d.verdict.value for d in found] == ([verdict] if verdict else [])
    assert all(words in d.why for d in found)


APART = [  # pairs that must not even be shown
    (record(author=THREE, doi="10.5334/a1"), record("Editorial", author=THREE, doi="10.5334/b2")),
    (record(author=THREE), record()),  # a title alone
    (record(year="2001"), record(year="2001")),  # copies: see below
]


@pytest.mark.parametrize(("a", "b"), APART[:2])
def test_apart(a: Record, b: Record) -> None:
    assert linked(a, b).decisions == ()


COPIES = [  # equal in every variable: an identifier, or a title and two more, or a person looks
    (record("", doi="10.5334/dsj-2019-014"), "DUP001"),
    (record(author=THREE[:1], year="2001"), "DUP002"),
    (record("Editorial", author=THREE[:1], year="2001", container_title="Vox"), "DUP003"),
    (record("Editorial", author=THREE[:1], year="2001", doi="10.5334/a1"), "DUP001"),
    (record("Editorial", container_title="Vox", volume="3"), "DUP002"),
    (record("Editorial", container_title="Vox", page="1"), "DUP002"),
    (record("Editorial", year="2001"), "DUP003"),
    (record("", author=THREE, year="2001", volume="3"), "DUP003"),
    (record("红楼梦", author=(Name(literal="曹雪芹"),), year="1982"), "DUP002"),
]


@pytest.mark.parametrize(("row", "code"), COPIES)
def test_copies(row: Record, code: str) -> None:
    assert [d.code for d in linked(row, row).decisions] == [code]


def test_survivor_is_the_most_complete_wherever_it_stands() -> None:
    rich = replace(FULL, id="rich", doi="10.5334/dsj-2019-014", abstract="On names.")
    poor = replace(FULL, id="poor", volume="")
    for order in ([rich, poor], [poor, rich]):
        (cluster,) = linked(*order).clusters
        assert cluster.members[0].id == "rich"
        assert [(d.a.id, d.b.id) for d in cluster.decisions] == [("rich", "poor")]


@pytest.mark.parametrize(
    ("row", "asked"),
    [
        (Record(), 0),
        (Record(type="book", issued=date("2020"), language="zh"), 0),  # of which many agree
        (Record(title="Editorial"), 1),
    ],
)
def test_copies_that_say_nothing_are_no_question(row: Record, asked: int) -> None:
    found = linked(row, row)
    assert (len(found.clusters), len(found.review)) == (0, asked)


def test_four_copies_make_one_cluster_and_three_decisions() -> None:
    found = linked(FULL, replace(FULL, volume=""), replace(FULL, issued=None), FULL)
    assert partition(found) == {frozenset({"r1", "r2", "r3", "r4"})}
    assert len(found.decisions) == 3
    assert {d.b.id for d in found.decisions} == {"r1", "r2", "r3", "r4"} - {
        found.clusters[0].members[0].id
    }
    assert found.cluster_of == (0, 0, 0, 0)


def test_every_record_has_a_cluster() -> None:
    other = record("Sorting long lists of places", author=THREE, year="1999")
    assert linked(other, FULL, record("Editorial"), FULL).cluster_of == (0, 1, 2, 1)
    assert link([], SETTINGS).cluster_of == ()
    assert link([FULL], SETTINGS).cluster_of == (0,)


def test_a_record_between_two_works_does_not_join_them() -> None:
    """What fits two records with other DOIs goes to the nearer one."""
    one = replace(FULL, id="one", doi="10.5334/a1")
    other = replace(FULL, id="other", doi="10.5334/b2", issue="3")
    between = replace(FULL, id="between")
    found = linked(one, other, between)
    assert partition(found) == {frozenset({"one", "between"})}
    assert [d.verdict for d in found.decisions if d.b.id != "between" or d.a.id == "other"]


def test_a_doi_of_a_supplement_says_nothing() -> None:
    rows = [
        record(title, author=(name,), doi="10.2337/db14-1-388", page=page, year="2014")
        for title, name, page in (
            ("Long-term impact of neonatal activation", Name("Rozo", "A"), "A63"),
            ("Anagliptin and postprandial hypertriglyceridemia", Name("Masuda", "D"), "A55"),
            ("Thromboxane release in human vessels", Name("Romacho", "T"), "A83"),
        )
    ]
    assert linked(*rows).decisions == ()


def test_a_running_number_is_no_issue() -> None:
    rows = [
        replace(
            FULL, title=f"{word * 3} of the northern rivers and lakes", issue=str(1000 + i), page=""
        )
        for i, word in enumerate(f"w{chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(60))
    ]
    twin = replace(rows[0], issue="2000")
    assert partition(linked(*rows, twin)) == {frozenset({"r1", "r61"})}


def test_a_lower_rate_of_false_positives_leaves_more_to_people() -> None:
    a, b = record(author=THREE), record(author=THREE, volume="4")
    strict = replace(SETTINGS, duplicates_max_false_positive_rate=1e-9)
    assert [d.verdict for d in link(numbered([a, b]), SETTINGS).decisions] == [Verdict.DUPLICATE]
    assert [d.verdict for d in link(numbered([a, b]), strict).decisions] == [Verdict.REVIEW]


PREPRINT = replace(FULL, doi="10.48550/arXiv.2101.00001", container_title="", volume="", page="")

RELATIONS = [
    (PREPRINT, replace(FULL, doi="10.5334/dsj-2019-014"), "preprint"),
    (replace(PREPRINT, doi="", container_title="arXiv preprint"), FULL, "preprint"),
    (replace(FULL, arxiv="2101.00001"), replace(FULL, container_title="Corrosion"), ""),
    (
        replace(FULL, doi="10.5334/a1", language="en"),
        replace(FULL, doi="10.5334/b2", language="de-DE"),
        "translation",
    ),
    (replace(FULL, type="thesis"), replace(FULL, type="article-journal"), "version"),
    (
        replace(FULL, type="book", isbn="9787020002207"),
        replace(FULL, type="book", isbn="9780306406157"),
        "edition",
    ),
]


@pytest.mark.parametrize(("a", "b", "relation"), RELATIONS)
def test_relation(a: Record, b: Record, relation: str) -> None:
    assert [d.relation for d in linked(a, b).decisions] == [relation]


def test_parallel_values_are_compared() -> None:
    """One paper under a Chinese title with an English one beside it, and under the English."""
    chinese = record(
        "大型目录中名称相等的判定方法",
        author=(Name("张", "伟"), Name("李", "娜")),
        year="2019",
        parallel=Parallel(title=TITLE, author=(Name("Zhang", "Wei"), Name("Li", "Na"))),
    )
    english = record(author=(Name("Zhang", "W."), Name("Li", "N.")), year="2019")
    (found,) = linked(chinese, english).decisions
    assert (found.verdict, found.why) == (
        Verdict.DUPLICATE,
        "same title; 2 of 2 authors agree; same year",
    )


HOSTILE = [
    "[" * 100_000,
    "(review) " * 20_000,
    " " * 100_000 + "x",
    "第" * 100_000,
    "part " * 50_000,
    "\x00" * 1000,
    "Caf\udce9 " * 1000,
    "{" * 100_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_values_are_quick(text: str) -> None:
    row = record(
        text,
        author=(Name(text, text), Name(literal=text)),
        **dict.fromkeys(
            ("container_title", "publisher", "volume", "issue", "page", "edition", "doi", "isbn"),
            text,
        ),
    )
    with soon():
        linked(
            row, replace(row, note=text), replace(row, volume="1"), replace(row, title="x" + text)
        )


def test_entries_travel_between_processes() -> None:
    row = entry(numbered([FULL])[0])
    assert pickle.loads(pickle.dumps(row)) == row


# properties ----------------------------------------------------------------------------------

TITLES = (TITLE, TITLE + ", part 2", "Editorial", "", "大型目录中名称相等的判定", "红楼梦")
AUTHORS = (THREE, THREE[:1], (), (Name(literal="曹雪芹"),), (Name("Rosa", "U."),))
RECORDS = st.builds(
    record,
    title=st.sampled_from(TITLES),
    author=st.sampled_from(AUTHORS),
    year=st.sampled_from(("", "2001", "2002", "2009")),
    container_title=st.sampled_from(("", "Vox", "Acta Informatica")),
    volume=st.sampled_from(("", "4", "5")),
    page=st.sampled_from(("", "1", "11-20", "99")),
    doi=st.sampled_from(("", "", "10.5334/a1", "10.5334/b2")),
    arxiv=st.sampled_from(("", "", "2101.00001")),
    isbn=st.sampled_from(("", "9787020002207")),
    type=st.sampled_from(("", "book", "article-journal")),
)
COLLECTIONS = st.lists(RECORDS, min_size=2, max_size=12)


@settings(deadline=None)
@given(COLLECTIONS, st.randoms())
def test_clusters_depend_on_neither_order_nor_ids(records: list[Record], chance: Any) -> None:
    rows = numbered(records)
    shuffled = list(rows)
    chance.shuffle(shuffled)
    assert partition(link(rows, SETTINGS)) == partition(link(shuffled, SETTINGS))
    assert link(rows, SETTINGS).decisions == link(shuffled, SETTINGS).decisions
    renamed = [replace(r, id=f"{1000 - i}") for i, r in enumerate(rows)]
    assert link(renamed, SETTINGS).cluster_of == link(rows, SETTINGS).cluster_of


@settings(deadline=None)
@given(COLLECTIONS)
def test_clusters_are_a_partition_with_spanning_decisions(records: list[Record]) -> None:
    found = link(numbered(records), SETTINGS)
    members = [m.record_number for cluster in found.clusters for m in cluster.members]
    assert len(members) == len(set(members))
    for cluster in found.clusters:
        assert len(cluster.decisions) == len(cluster.members) - 1
        reached = {cluster.members[0].record_number}
        for d in sorted(cluster.decisions, key=lambda d: d.a.record_number not in reached):
            reached |= {d.a.record_number, d.b.record_number}
        assert reached == {m.record_number for m in cluster.members}
    joins = [d for d in found.decisions if d.verdict is not Verdict.DUPLICATE]
    assert len(joins) < len(records)
    numbers = dict(zip(range(1, len(records) + 1), found.cluster_of, strict=True))
    assert all(numbers[d.a.record_number] != numbers[d.b.record_number] for d in joins)
    assert {d for d in joins if d.verdict is Verdict.REVIEW} == set(found.review)


@settings(deadline=None)
@given(COLLECTIONS)
def test_no_duplicate_without_an_agreement_outside_the_title(records: list[Record]) -> None:
    for d in link(numbered(records), SETTINGS).decisions:
        if d.verdict is Verdict.DUPLICATE:
            agreed = {e.variable for e in d.evidence if e.agreement is Agreement.AGREE}
            assert agreed - {"title", "type"}


@settings(deadline=None)
@given(RECORDS, RECORDS)
def test_a_decision_is_symmetric(a: Record, b: Record) -> None:
    one, other = linked(a, b), linked(b, a)
    assert [(d.verdict, d.code, d.score, d.why) for d in one.decisions] == [
        (d.verdict, d.code, d.score, d.why) for d in other.decisions
    ]


@settings(deadline=None)
@given(COLLECTIONS)
def test_other_records_change_no_cluster(records: list[Record]) -> None:
    more = [
        record(f"Soil {word} of the northern plain", author=(Name(f"Q{word}", "A."),), year="1955")
        for word in ("acidity", "erosion", "texture")
    ]
    assert partition(linked(*records)) == partition(linked(*records, *more))


def test_hash_seed_is_nothing() -> None:
    code = (
        "from validator.linkage import link; from validator.config import Settings;"
        "from validator.record import Record, Name;"
        "rows = [Record(id=str(i), title='Names in catalogues of %s' % (i % 7),"
        " author=(Name('Kim', 'M' * (i % 3)),), volume=str(i % 2), page=str(i % 5))"
        " for i in range(60)];"
        "print([(d.a.id, d.b.id, d.why) for d in link(rows, Settings()).decisions])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert len(outputs.pop()) > 10


# scale ---------------------------------------------------------------------------------------


def linked_soon(records: list[Record]) -> Linked:
    rows = [entry(r) for r in numbered(records)]
    with soon():
        return link(rows, SETTINGS)


def test_twenty_thousand_copies() -> None:
    found = linked_soon([FULL] * 20_000)
    assert [len(cluster.members) for cluster in found.clusters] == [20_000]
    assert len(found.decisions) == 19_999


def test_twenty_thousand_editorials() -> None:
    found = linked_soon(
        [
            replace(FULL, title="Editorial", issued=date(str(1900 + i % 100)), volume=str(i // 100))
            for i in range(20_000)
        ]
    )
    assert found.clusters == ()


def test_a_chain_of_five_thousand_links() -> None:
    """Each record differs from the next in one letter, and from the far end in all."""
    letters = [random.Random(1).choice("abcdefghij") for _ in range(60)]
    rows = []
    for i in range(5_000):
        letters[(i * 7) % 60] = "abcdefghij"[(i // 60 + i) % 10]
        words = ["".join(letters[k : k + 12]) for k in range(0, 60, 12)]
        rows.append(replace(FULL, title=" ".join(words)))
    found = linked_soon(rows)
    assert max(len(cluster.members) for cluster in found.clusters) > 100
