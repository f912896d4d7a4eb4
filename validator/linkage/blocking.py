"""Candidate pairs: rows that share a key, with a limit on how many a key may bring."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from validator.linkage import thresholds
from validator.linkage.columns import Columns
from validator.linkage.row_values import AUTHORS
from validator.linkage.title_lines import FEW, WORDS

Pair = tuple[int, int]


class Key(NamedTuple):
    """What two rows must share to be compared: all of ``needed``, which no row may lack, and
    ``beside``, which may be missing in both."""

    needed: tuple[str, ...]
    beside: tuple[str, ...] = ()


AUTHOR_COLUMNS = tuple(f"author{i}" for i in range(AUTHORS))

ROW_KEYS = (
    (Key(("doi",)),),
    (Key(("pmid",)),),
    (Key(("pmcid",)),),
    (Key(("arxiv",)),),
    (Key(("own_page", "volume"), ("year",)),),
    tuple(Key((author, "own_page"), ("year",)) for author in AUTHOR_COLUMNS),
    tuple(Key((author, "own_page", "volume")) for author in AUTHOR_COLUMNS),
    tuple(Key((author, "volume", "issue"), ("year",)) for author in AUTHOR_COLUMNS),
    (Key(("team",)),),
)
"""Each kind of key with the columns it may be taken from: one of a row and another of another row
make a pair."""

TITLE_KEYS = (
    (Key(("compact",)),),
    (Key(("column",), ("year", "volume")),),  # a recurring column: only the place tells
    tuple(Key(words) for words in combinations(WORDS, FEW)),
    (Key(("few", "word0"), ("word1",)),),
    (Key(("beginning",), ("year",)),),
    tuple(Key(("start", author)) for author in AUTHOR_COLUMNS[:2]),
    tuple(Key(("end", author)) for author in AUTHOR_COLUMNS[:2]),
)
"""The same of a title, its row's columns beside them. Three of the four rarest words: one slip
costs one word."""


def candidate_pairs(columns: Columns) -> set[Pair]:
    """The pairs of places (lower, higher) that share a key."""
    pairs: set[Pair] = set()
    for block in blocks(columns):
        if len(block) <= thresholds.BLOCK:
            pairs.update(combinations(block, 2))
        else:
            pairs.update(pairs_of_large(block, columns))
    return pairs


def blocks(columns: Columns) -> Iterator[list[int]]:
    """The places that share a key, rising, where they are two or more."""
    found: dict[tuple[int, ...], set[int]] = {}
    for kind, (keys, places, column) in enumerate(keyed(columns)):
        for key in keys:
            values = zip(*(column(name) for name in (*key.needed, *key.beside)), strict=True)
            needed = len(key.needed)
            for place, shared in zip(places, values, strict=True):
                if 0 not in shared[:needed]:
                    found.setdefault((kind, *shared), set()).add(place)
    for place, isbn in columns.books:
        found.setdefault((isbn,), set()).add(place)
    return (sorted(block) for block in found.values() if len(block) > 1)


Lines = tuple[tuple[Key, ...], Sequence[int], Callable[[str], Sequence[int]]]


def keyed(columns: Columns) -> Iterator[Lines]:
    """Each kind of key with the places of the lines it is taken from, and their columns by name."""
    rows, titles, owner = columns.rows, columns.titles, columns.owner
    places = range(len(columns.people))
    for keys in ROW_KEYS:
        yield keys, places, rows.__getitem__
    gathered: dict[str, Sequence[int]] = {}

    def column(name: str) -> Sequence[int]:
        if name in titles:
            return titles[name]
        if name not in gathered:
            values = rows[name]
            gathered[name] = array("q", (values[place] for place in owner))
        return gathered[name]

    for keys in TITLE_KEYS:
        yield keys, owner, column


def pairs_of_large(block: Iterable[int], columns: Columns) -> Iterator[Pair]:
    """Pairs of a block too large for all: of neighbours in order of content, and of smaller blocks
    that agree in more: the title, the year, the place, the first author."""
    rows, first = columns.rows, columns.first
    finer: tuple[Callable[[int], object], ...] = (
        lambda place: columns.texts[first[place]] if first[place] >= 0 else "",
        lambda place: rows["year"][place],
        lambda place: (rows["volume"][place], rows["page"][place]),
        lambda place: rows["author0"][place],
    )
    pending = [(sorted(block, key=columns.content), 0)]
    while pending:
        places, depth = pending.pop()
        if len(places) <= thresholds.BLOCK:
            for a, b in combinations(places, 2):
                yield (a, b) if a < b else (b, a)
            continue
        for i in range(1, thresholds.WINDOW + 1):
            for a, b in zip(places, places[i:], strict=False):
                yield (a, b) if a < b else (b, a)
        if depth < len(finer):
            parts: dict[object, list[int]] = {}
            for place in places:
                parts.setdefault(finer[depth](place), []).append(place)
            pending.extend((part, depth + 1) for part in parts.values() if len(part) > 1)
