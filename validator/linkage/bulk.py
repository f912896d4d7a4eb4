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
from validator.linkage.columns import Columns
from validator.linkage.numbers import Numbers, Table
from validator.linkage.prefilter import Prefilter
from validator.linkage.title_lines import FEW, WORDS

Integers = NDArray[np.int64]
Hashes = NDArray[np.uint64]


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
    return both[Prefilter(columns, recurring).hopeful(both[:, 0], both[:, 1])]


def rare_words(
    words: Sequence[int], ends: Sequence[int], vocabulary: Numbers, titles: Sequence[int]
) -> Table:
    """The columns of the rarest words of each title, as ``columns`` has them for few titles.

    ``words`` are numbers of ``vocabulary``, of all titles, those of each up to its end; 0 for none.
    ``titles`` are numbers of the titles: copies of one count once.
    """
    numbers = np.array(words, np.int64)
    lengths = np.ediff1d(np.array(ends, np.int64), to_begin=ends[:1])
    letters = np.array([vocabulary[word] for word in sorted(vocabulary)], np.int64)
    is_first = np.zeros(len(lengths), bool)
    is_first[np.unique(np.array(titles, np.int64), return_index=True)[1]] = True
    counted = numbers[np.repeat(is_first, lengths)]
    frequency = np.bincount(counted, minlength=len(vocabulary))
    order = letters[np.argsort(frequency[letters], kind="stable")]
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(1, len(order) + 1)
    lines = np.repeat(np.arange(len(lengths)), lengths)[numbers > 0]
    numbers = numbers[numbers > 0]
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
