"""Candidate pairs: rows that share a key, with a limit on how many a key may bring."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from validator.linkage import thresholds
from validator.linkage.columns import AUTHORS, Columns

Pair = tuple[int, int]


class Key(NamedTuple):
    """What two rows must share to be compared: all of ``needed``, which no row may lack, and
    ``beside``, which may be missing in both."""

    needed: tuple[str, ...]
    beside: tuple[str, ...] = ()


_WORDS = tuple(f"word{i}" for i in range(thresholds.KEY_WORDS))
_AUTHORS = tuple(f"author{i}" for i in range(AUTHORS))

IDENTIFIER_KEYS = (Key(("doi",)), Key(("pmid",)), Key(("pmcid",)), Key(("arxiv",)))
"""What shares one is compared however unlike the rest is."""

ROW_KEYS = (
    *IDENTIFIER_KEYS,
    Key(("own_page", "volume"), ("year",)),
    *(Key((author, "own_page"), ("year",)) for author in _AUTHORS),
    *(Key((author, "own_page", "volume")) for author in _AUTHORS),
    *(Key((author, "volume", "issue"), ("year",)) for author in _AUTHORS),
    Key(("team",)),
)

TITLE_KEYS = (
    Key(("compact",)),
    Key(("column",), ("year", "volume")),  # a recurring column: only the place tells
    *(Key(words) for words in combinations(_WORDS, thresholds.KEY_WORDS - 1)),
    Key(("few",)),
    Key(("beginning",), ("year",)),
    *(Key((part, author)) for part in ("start", "end") for author in _AUTHORS[:2]),
)
"""Keys of a title, its row's columns beside them. Three of the four rarest words: one slip costs
one word."""

Column = Mapping[str, Sequence[int]]


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
    found: dict[tuple[int, ...], list[int]] = {}
    for number, (key, places, column) in enumerate(keyed(columns)):
        values = zip(*(column(name) for name in (*key.needed, *key.beside)), strict=True)
        needed = len(key.needed)
        for place, shared in zip(places, values, strict=True):
            if 0 not in shared[:needed]:
                block = found.setdefault((number, *shared), [])
                if not block or block[-1] != place:  # a row may have two titles
                    block.append(place)
    for place, isbn in columns.books:
        found.setdefault((isbn,), []).append(place)
    return (block for block in found.values() if len(block) > 1)


Lines = tuple[Key, Sequence[int], Callable[[str], Sequence[int]]]


def keyed(columns: Columns) -> Iterator[Lines]:
    """Each key with the places of the lines it is taken from, and their columns by name."""
    rows, titles, owner = columns.rows, columns.titles, columns.owner
    places = range(len(columns.people))
    for key in ROW_KEYS:
        yield key, places, rows.__getitem__
    gathered: dict[str, Sequence[int]] = {}

    def column(name: str) -> Sequence[int]:
        if name in titles:
            return titles[name]
        if name not in gathered:
            values = rows[name]
            gathered[name] = [values[place] for place in owner]
        return gathered[name]

    for key in TITLE_KEYS:
        yield key, owner, column


def pairs_of_large(block: Iterable[int], columns: Columns) -> Iterator[Pair]:
    """Pairs of a block too large for all: of neighbours in order of content, and of smaller blocks
    that agree in more: the title, the year, the place, the first author."""
    rows, first = columns.rows, columns.first
    finer: tuple[Callable[[int], object], ...] = (
        lambda place: columns.titles["compact"][first[place]] if first[place] >= 0 else 0,
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
