"""Many records, long chains, sparse and hostile values: bounded work, no merge for too little."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

import pytest
from rapidfuzz import fuzz

from validator.audit import Cluster, Verdict
from validator.config import Settings
from validator.linkage import Linked, entry, link, thresholds
from validator.linkage.linking import candidate_pairs
from validator.record import Name, Provenance, Record
from validator.text.dates import parse as date

MANY = 20_000
CHAIN = 5_000
TEAM = (Name("Ivanova", "Anna"), Name("Kim", "Minsu"), Name("García", "José"))
FULL = Record(
    title="Deciding equality of names in large catalogues",
    author=TEAM,
    issued=date("2001"),
    container_title="Vox",
    volume="4",
    page="11-20",
)


def numbered(records: Iterable[Record]) -> list[Record]:
    return [
        replace(r, id=f"r{i}", provenance=Provenance("x.bib", "bibtex", i))
        for i, r in enumerate(records, start=1)
    ]


def linked(records: Iterable[Record]) -> Linked:
    return link(numbered(records), Settings())


def compared(records: Iterable[Record]) -> int:
    """How many pairs are looked at."""
    return sum(1 for _ in candidate_pairs([entry(r) for r in numbered(records)]))


@pytest.fixture(params=["few", "many"])
def path(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The records as though they were few, and as though they were many."""
    monkeypatch.setattr(thresholds, "BULK", {"few": 10**9, "many": 0}[request.param])


on_both_paths = pytest.mark.usefixtures("path")


def test_copies() -> None:
    found = linked([FULL] * MANY)
    assert [len(cluster.members) for cluster in found.clusters] == [MANY]
    assert len(found.decisions) == MANY - 1
    assert compared([FULL] * 2_000) < 10 * 2_000


def test_copies_that_say_too_little() -> None:
    found = linked([Record(title="Editorial", issued=date("2001"))] * MANY)
    assert found.clusters == ()
    assert len(found.review) < MANY


def columns(count: int) -> Iterator[Record]:
    """One title in many issues, twelve to a volume and year, a page now and then the same."""
    for i in range(count):
        volume, issue = divmod(i, 12)
        yield Record(
            title="Editorial",
            author=TEAM[:1],
            container_title="Vox",
            issued=date(str(1000 + volume % 1000)),
            volume=str(volume + 1),
            issue=str(issue + 1),
            page=str(i % 400 + 1),
        )


def test_a_column_in_many_volumes() -> None:
    found = linked(columns(MANY))
    assert found.clusters == ()
    assert len(found.review) < MANY / 100


def test_work_grows_as_the_records_do() -> None:
    few, many = compared(columns(MANY // 10)), compared(columns(MANY))
    assert many < 15 * few
    assert many < 60 * MANY


TITLES = {  # they drift by one letter a step: neighbours are alike, the ends share nothing
    "Latin": "kaleido romantic fugues wander beneath lantern orchards quietly",
    "Cyrillic": "подземные воды меняют склоны предгорий каждую весну",
    "Han": "山区公路边坡稳定性的评价方法与工程应用研究进展综述",
}


def drifting(title: str, count: int) -> Iterator[Record]:
    letters = list(title)
    places = [i for i, letter in enumerate(letters) if letter != " "]
    base = ord(min(letters[i] for i in places))
    for step in range(count):
        yield replace(FULL, title="".join(letters), volume="", page="")
        place = places[step * 7 % len(places)]
        letters[place] = chr(base + (ord(letters[place]) - base + 11) % 26)


@on_both_paths
@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_a_chain_of_titles_needs_no_recursion(title: str) -> None:
    records = list(drifting(title, CHAIN))
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(300)
    try:
        found = linked(records)
    finally:
        sys.setrecursionlimit(before)
    assert len(found.cluster_of) == CHAIN
    assert len(found.decisions) < CHAIN
    assert compared(records) < 100 * CHAIN


@on_both_paths
@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_the_ends_of_a_chain_of_titles_stay_apart(title: str) -> None:
    found = linked(drifting(title, CHAIN))
    assert found.clusters
    assert all(are_alike(cluster) for cluster in found.clusters)


def are_alike(cluster: Cluster) -> bool:
    titles = [dict(member.values)["title"] for member in cluster.members]
    return all(fuzz.ratio(titles[0], title) > 50 for title in titles)


IDS: Sequence[tuple[str, Callable[[int], str]]] = [
    ("doi", lambda n: f"10.5334/a{n}"),
    ("pmid", lambda n: str(1000 + n)),
    ("pmcid", lambda n: f"PMC{1000 + n}"),
]


def chained(count: int) -> Iterator[Record]:
    """Each has two identifiers of three kinds, one of them shared with either neighbour."""
    for step in range(count):
        given = {IDS[n % 3][0]: IDS[n % 3][1](n) for n in (step, step + 1)}
        yield replace(FULL, volume="", page="", **given)  # type: ignore[arg-type]


@on_both_paths
def test_a_chain_of_identifiers_is_cut_where_they_conflict() -> None:
    found = linked(chained(CHAIN))
    assert found.clusters
    for cluster in found.clusters:
        for variable in ("DOI", "PMID", "PMCID"):
            held = {dict(m.values).get(variable) for m in cluster.members} - {None}
            assert len(held) < 2
    assert compared(chained(CHAIN)) < 100 * CHAIN


SPARSE: list[Any] = [  # what two records share, and all that they have
    {"title": "Deciding equality of names in large catalogues"},
    {"title": "Editorial"},
    {"title": "编者的话"},
    {"title": "Введение"},
    {"author": TEAM},
    {"author": (Name(literal="曹雪芹"),)},
    {"issued": date("2001")},
    {"container_title": "Vox"},
    {"volume": "4"},
    {"page": "11-20"},
    {"publisher": "Речиздат"},
    {"type": "book"},
    {"language": "th"},
    {"author": TEAM, "issued": date("2001")},
    {"container_title": "Vox", "issued": date("2001")},
    {"container_title": "Vox", "volume": "4"},
    {"volume": "4", "page": "11-20"},
    {"author": TEAM[:1], "container_title": "Vox"},
    {},
]


@on_both_paths
@pytest.mark.parametrize("shared", SPARSE)
def test_too_little_is_never_merged(shared: dict[str, Any]) -> None:
    """Neither copies nor records that have each one value more of their own."""
    own: list[dict[str, Any]] = [{"genre": "x"}, {"genre": "y"}, {"genre": "z"}, {}, {}]
    found = linked(Record(**shared, **more) for more in own)
    assert found.clusters == ()
    assert {d.verdict for d in found.decisions} <= {Verdict.REVIEW, Verdict.RELATED}


LONG = "x" * 100_000
HOSTILE: list[Any] = [  # a change of the first record, one of the second, whether they are one work
    ({"title": LONG}, {"title": LONG}, True),
    ({"title": "word " * 20_000}, {"title": "word " * 20_000 + "more"}, None),
    ({"title": "山" * 100_000}, {"title": "山" * 99_999 + "水"}, None),
    ({"title": "1 " * 50_000}, {"title": "2 " * 50_000}, None),
    ({"container_title": LONG}, {"container_title": LONG + "y"}, None),
    ({"page": "1" * 100_000}, {"page": "1" * 100_000}, True),
    ({"volume": "9" * 100_000}, {"volume": "9" * 99_999}, None),
    ({"publisher": "\ud800"}, {"publisher": "\udfff"}, True),
    ({"title": FULL.title + "\ud800"}, {}, True),
    ({"title": "\ud800" * 40}, {"title": "\udfff" * 40}, None),
    ({"title": FULL.title + "\x00"}, {}, True),
    ({"title": "\x00"}, {"title": "\x00"}, None),
    ({"doi": "10.1/\ud800\x00"}, {"doi": "10.1/\ud800\x00"}, None),
    ({"author": (Name("\ud800", "\x00"),)}, {"author": (Name("\ud800", "\x00"),)}, True),
    ({"author": (Name("\x1e\x1f", "\x1f"),)}, {"author": (Name("\x1f", "\x1e"),)}, None),
    ({"title": "\u202e" + FULL.title + "\u200b"}, {}, True),
    ({"title": "a\u0301" * 5_000}, {"title": "á" * 5_000}, True),
]


@on_both_paths
@pytest.mark.parametrize(("one", "other", "merges"), HOSTILE)
def test_hostile_values(one: dict[str, Any], other: dict[str, Any], merges: bool | None) -> None:
    found = linked([replace(FULL, **one), replace(FULL, **other)])
    assert len(found.cluster_of) == 2
    if merges is not None:
        assert bool(found.clusters) == merges
    assert all(decision.why for decision in found.decisions)


def crowd(count: int, *, offset: int = 0) -> tuple[Name, ...]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    made = (
        Name(f"F{x}{y}{z}o".title(), f"{z}{y}".title())
        for x in letters for y in letters for z in letters
    )  # fmt: skip
    return tuple(islice(made, offset, offset + count))


CROWDS = [  # lists of thousands of authors, and whether the records are one work
    (crowd(5_000), crowd(5_000), True),
    (crowd(5_000), tuple(reversed(crowd(5_000))), None),
    (crowd(5_000), crowd(4_999), True),
    (crowd(5_000), crowd(5_000, offset=6_000), False),
    (tuple(Name(literal=n.family) for n in crowd(5_000)), crowd(5_000), None),
    (tuple(Name(literal="张伟") for _ in range(5_000)), crowd(5_000), None),
]


@on_both_paths
@pytest.mark.parametrize(("one", "other", "merges"), CROWDS)
def test_crowds(one: tuple[Name, ...], other: tuple[Name, ...], merges: bool | None) -> None:
    sparse = replace(FULL, page="", volume="")
    found = linked([replace(sparse, author=one), replace(sparse, author=other)])
    if merges is not None:
        assert bool(found.clusters) == merges


@on_both_paths
def test_a_hundred_crowds() -> None:
    records = [replace(FULL, author=crowd(5_000), page=str(i)) for i in range(100)]
    assert len(linked(records).cluster_of) == 100
