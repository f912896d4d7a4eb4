"""Candidate pairs of many rows: the keys of ``blocking`` as columns of hashes, paired by sorting.

A pair that ``comparison.is_hopeless`` would drop is dropped here already where that can be told
from the columns: three pairs in four.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from validator.linkage import blocking, thresholds
from validator.linkage.columns import ENDS, FEW, WORDS, Columns, Numbers, Table
from validator.linkage.entry import BETWEEN_VALUES
from validator.linkage.people import spelled_alike
from validator.linkage.words import SMALL
from validator.text.unicode import fold

Integers = NDArray[np.int64]
Hashes = NDArray[np.uint64]

_BITS = 512  # of a row's authors: two of six words each share one by chance in 7 of 100 pairs
_CHUNK = 200_000  # pairs whose titles are compared at a time


def candidate_pairs(columns: Columns, recurring: Collection[str]) -> Integers:
    """The pairs that may be one work, as an array of two columns: places, the lower first.

    The same as those of ``blocking``, but for what is hopeless.
    """
    n = len(columns.people)
    pairs, large = _pairs(columns)
    if large:
        found = {pair for block in large for pair in blocking.pairs_of_large(block, columns)}
        more = np.array(sorted(found), np.uint64).reshape(-1, 2)
        pairs = np.concatenate([pairs, more[:, 0] * np.uint64(n) + more[:, 1]])
    pairs = _unique(pairs)
    both = np.empty((len(pairs), 2), np.int64)
    both[:, 0], both[:, 1] = np.divmod(pairs, np.uint64(n))
    return both[_Prefilter(columns, recurring).hopeful(both[:, 0], both[:, 1])]


def rare_words(words: Sequence[int], ends: Sequence[int], vocabulary: Numbers) -> Table:
    """The columns of the rarest words of each title, as ``columns`` has them for few titles.

    ``words`` are numbers of ``vocabulary``, of all titles, those of each up to its end.
    """
    numbers = np.array(words, np.int64)
    lengths = np.ediff1d(np.array(ends, np.int64), to_begin=ends[:1])
    letters = np.array([vocabulary[word] for word in sorted(vocabulary)], np.int64)
    frequency = np.bincount(numbers, minlength=len(vocabulary))
    order = letters[np.argsort(frequency[letters], kind="stable")]
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(1, len(order) + 1)
    lines = np.repeat(np.arange(len(lengths)), lengths)
    bits = np.uint64(len(order).bit_length())
    both = _unique(lines.astype(np.uint64) << bits | rank[numbers].astype(np.uint64))
    lines = (both >> bits).astype(np.int64)
    ranks = (both & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    counts = np.bincount(lines, minlength=len(lengths))
    nth = np.arange(len(lines)) - np.repeat(np.cumsum(counts) - counts, counts)
    table = {"few": _array((counts > 0) & (counts < FEW))}
    for i, name in enumerate(WORDS):
        column = np.zeros(len(lengths), np.int64)
        column[lines[nth == i]] = ranks[nth == i]
        table[name] = _array(column)
    return table


def _array(values: NDArray[Any]) -> array[int]:
    return array("q", values.astype(np.int64).tobytes())


def _unique(values: Hashes) -> Hashes:
    """Sorted, each once. (``np.unique`` hashes first and takes far longer.)"""
    values.sort()
    keep = np.ones(len(values), bool)
    keep[1:] = values[1:] != values[:-1]
    return values[keep]


def _pairs(columns: Columns) -> tuple[Hashes, list[Sequence[int]]]:
    """Pairs of the blocks that are small enough, as lower * rows + higher; and the large blocks."""
    n = len(columns.people)
    pairs: list[Hashes] = []
    large: list[Sequence[int]] = []

    def add(hashes: Hashes, places: Integers) -> None:
        found, too_large = _blocks(hashes, places, n)
        pairs.extend(found)
        large.extend(too_large)

    arrays: dict[int, Integers] = {}

    def integers(values: Sequence[int]) -> Integers:
        if id(values) not in arrays:
            arrays[id(values)] = np.array(values, np.int64)
        return arrays[id(values)]

    for keys, places, column in blocking.keyed(columns):
        hashes: list[Hashes] = []
        found: list[Integers] = []
        for key in keys:
            needed = [integers(column(name)) for name in key.needed]
            there = np.logical_and.reduce([values != 0 for values in needed])
            values = needed + [integers(column(name)) for name in key.beside]
            hashes.append(_mixed([value[there] for value in values]))
            found.append(integers(places)[there])
        add(np.concatenate(hashes), np.concatenate(found))
    if columns.books:
        places, isbns = np.array(columns.books, np.int64).T
        add(_mixed([isbns]), places)
    return (np.concatenate(pairs) if pairs else np.empty(0, np.uint64)), large


def _mixed(values: Sequence[Integers]) -> Hashes:
    """One hash of 64 bits for each line (the finaliser of splitmix64, Steele et al. 2014)."""
    mixed = np.zeros(len(values[0]), np.uint64)
    for value in values:
        mixed += value.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        mixed ^= mixed >> np.uint64(31)
    return mixed


def _blocks(hashes: Hashes, places: Integers, n: int) -> tuple[list[Hashes], list[Sequence[int]]]:
    """Pairs of lines with equal hashes; and the blocks that are too large for all their pairs."""
    bits = np.uint64(max(1, int(n - 1).bit_length()))
    # hash above, place below: one sort of integers. What the hash loses brings a pair too many.
    both = (hashes >> bits << bits) | places.astype(np.uint64)
    both = _unique(both)
    keys = both >> bits
    places = (both & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    sizes = np.diff(np.concatenate([starts, [len(keys)]]))
    large = [
        places[start : start + size].tolist()
        for start, size in zip(
            starts[sizes > thresholds.BLOCK].tolist(),
            sizes[sizes > thresholds.BLOCK].tolist(),
            strict=True,
        )
    ]
    some = (sizes > 1) & (sizes <= thresholds.BLOCK)
    starts, sizes = starts[some], sizes[some]
    pairs = []
    # the members of a block stand side by side: each is paired with the one i places on
    ends = np.repeat(starts + sizes, sizes)
    lines = _ranges(starts, sizes)
    step = 1
    while len(lines):
        inside = lines + step < ends
        lines, ends = lines[inside], ends[inside]
        pairs.append(
            places[lines].astype(np.uint64) * np.uint64(n) + places[lines + step].astype(np.uint64)
        )
        step += 1
    return pairs, large


def _ranges(starts: Integers, sizes: Integers) -> Integers:
    """The numbers start, start + 1 ... of each range, one after the other."""
    if not len(starts):
        return np.empty(0, np.int64)
    before = np.cumsum(sizes) - sizes
    return np.arange(int(sizes.sum())) - np.repeat(before - starts, sizes)


class _Prefilter:
    """What the columns tell of a pair: see ``comparison.is_hopeless``."""

    def __init__(self, columns: Columns, recurring: Collection[str]) -> None:
        self.columns = columns
        self.rows = {name: np.array(values, np.int64) for name, values in columns.rows.items()}
        self.first = np.array(columns.first, np.int64)
        column = np.array(columns.titles["column"], np.int64)
        compact = np.array(columns.titles["compact"], np.int64) + column  # one of them is 0
        self.compact = np.where(self.first >= 0, compact[self.first] if len(compact) else 0, 0)
        self.column = np.zeros(len(self.first), bool)
        if len(compact):
            generic = (column != 0) | np.isin(
                compact, np.array([hash(title) or 1 for title in recurring], np.int64)
            )
            self.column = (self.first >= 0) & generic[self.first]
        self.names = np.zeros((len(self.first), _BITS // 64), np.uint64)
        self.is_named = np.zeros(len(self.first), bool)
        lines = np.bincount(np.array(columns.owner, np.int64), minlength=len(self.first))
        alone = np.array(columns.marked or [1], np.int64) == 0
        alone = (self.first >= 0) & (lines == 1) & alone[self.first]
        self.script = np.where(alone, np.array(columns.script or [0], np.int64)[self.first], 0)
        ends = ("start", "end", "beginning")
        self.ends = [np.array(columns.titles[name], np.int64) for name in ends]
        self.begins = self.ends[-1]

    def hopeful(self, a: Integers, b: Integers) -> NDArray[np.bool_]:
        """Which pairs are to be compared."""
        rows = self.rows
        shared = np.zeros(len(a), bool)
        for name in ("doi", "pmid", "pmcid", "arxiv"):
            shared |= (rows[name][a] != 0) & (rows[name][a] == rows[name][b])
        isbn = np.zeros(len(self.first), bool)
        isbn[[place for place, _ in self.columns.books]] = True
        shared |= isbn[a] & isbn[b]
        same = (self.compact[a] != 0) & (self.compact[a] == self.compact[b])
        apart = np.zeros(len(a), bool)
        for name in ("year", "volume"):
            x, y = rows[name][a], rows[name][b]
            apart |= (x != 0) & (y != 0) & (x != y)
        hopeless = same & self.column[a] & apart
        place = (rows["page"][a] != 0) & np.logical_and.reduce(
            [rows[name][a] == rows[name][b] for name in ("page", "volume", "year")]
        )
        unsure = ~same & ~shared & (self.script[a] != 0) & (self.script[a] == self.script[b])
        at = np.flatnonzero(unsure)
        for start in range(0, len(at), _CHUNK):
            some = at[start : start + _CHUNK]
            x, y = a[some], b[some]
            certain = self._strangers(x, y)
            left = np.flatnonzero(~certain & ~place[some])
            certain[left] = self._unlike(self.first[x[left]], self.first[y[left]])
            hopeless[some] = certain
        return np.asarray(shared | ~hopeless)

    def _unlike(self, a: Integers, b: Integers) -> NDArray[np.bool_]:
        """Which titles (lines) of one script are unlike: few of their letters agree, in order or as
        words, and neither begins or ends as the other does."""
        from rapidfuzz import fuzz
        from rapidfuzz.process import cpdist

        texts = self.columns.texts
        one, other = [texts[i] for i in a.tolist()], [texts[i] for i in b.tolist()]
        compact = [[text.replace(" ", "") for text in side] for side in (one, other)]
        unlike = np.ones(len(a), bool)
        for scorer, (left, right) in ((fuzz.ratio, compact), (fuzz.token_sort_ratio, (one, other))):
            at = np.flatnonzero(unlike & _may_agree(left, right))
            scores = cpdist(
                [left[i] for i in at.tolist()],
                [right[i] for i in at.tolist()],
                scorer=scorer,
                score_cutoff=thresholds.TITLE_ALIKE,
            )
            unlike[at] = scores < thresholds.TITLE_ALIKE
        alike = np.array([min(map(len, pair)) < ENDS for pair in zip(*compact, strict=True)], bool)
        alike |= (self.begins[a] == 0) | (self.begins[b] == 0)  # too few words to tell by three
        for ends in self.ends:
            alike |= ends[a] == ends[b]
        for i in np.flatnonzero(unlike & alike).tolist():
            unlike[i] = not (_continues(compact[0][i], compact[1][i]) or _begins(one[i], other[i]))
        return unlike

    def _strangers(self, a: Integers, b: Integers) -> NDArray[np.bool_]:
        """Which pairs have no word of their authors in common: see ``comparison.are_strangers``."""
        for place in _unique(np.concatenate([a, b]).astype(np.uint64)).tolist():
            if not self.is_named[place]:
                self.is_named[place] = True
                self.names[place] = np.frombuffer(self._names(place), np.uint64)
        x, y = self.names[a], self.names[b]
        return np.asarray(x.any(1) & y.any(1) & ~(x & y).any(1))

    def _names(self, place: int) -> bytes:
        """A bit for each word of the authors; all bits where not all letters are Latin."""
        packed = self.columns.entries[place].packed
        folded = fold(packed.split(BETWEEN_VALUES, 2)[1])
        if packed.rsplit(BETWEEN_VALUES, 3)[1] or not folded.isascii():
            return b"\xff" * (_BITS // 8)
        bits = 0
        for word in spelled_alike(folded).split():
            if len(word) > 1:
                bits |= 1 << hash(word) % _BITS
        return bits.to_bytes(_BITS // 8, "little")


def _continues(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or long.endswith(short)


def _begins(one: str, other: str) -> bool:
    """Whether one title begins with the content words of the other."""
    short, long = sorted(([w for w in t.split() if w not in SMALL] for t in (one, other)), key=len)
    return long[: len(short)] == short


def _may_agree(one: Sequence[str], other: Sequence[str]) -> NDArray[np.bool_]:
    """Which pairs of strings can reach the score of titles that are alike, by their lengths: of all
    letters twice those of the shorter one can agree."""
    a, b = (np.fromiter(map(len, side), np.int64, len(side)) for side in (one, other))
    return np.asarray(200 * np.minimum(a, b) >= thresholds.TITLE_ALIKE * (a + b))
