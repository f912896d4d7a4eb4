"""Pairs of many rows that nothing could make one work, told from their columns alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import dropwhile
from string import ascii_lowercase, digits

import numpy as np
from numpy.typing import NDArray

from validator.linkage import thresholds
from validator.linkage.columns import Columns
from validator.linkage.entry import BETWEEN_VALUES
from validator.linkage.people import spelled_alike
from validator.linkage.title_lines import ENDS, LATIN
from validator.linkage.words import MARK_LINKS, MARKS, SMALL
from validator.text.unicode import fold, folded_words

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]

_CHUNK = 200_000  # pairs whose titles are compared at a time
_LINES = 20_000  # titles whose letters are counted at a time
_SINGLE = frozenset(ascii_lowercase + digits)
_LETTERS = 32  # kinds of letters that are counted: the Latin ones each for itself


class Prefilter:
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
        lines = np.bincount(np.array(columns.owner, np.int64), minlength=len(self.first))
        script = np.array(columns.script or [0], np.int64)
        script[(np.array(columns.marked or [0], np.int64) != 0) & (script != LATIN)] = 0
        self.script = np.where((self.first >= 0) & (lines == 1), script[self.first], 0)
        self.start, self.end, self.begins = (
            np.array(columns.titles[name], np.int64) for name in ("start", "end", "beginning")
        )
        self.fourth = np.array(columns.fourth, np.int64)
        self.letters, self.lengths = letters_of(columns.texts)
        self.counts = self.letters.sum(1, dtype=np.int64)  # of long titles less
        self.marking = np.zeros(len(columns.texts), np.int64)
        for line in np.flatnonzero(np.array(columns.marked, np.int64)).tolist():
            self.marking[line] = _of_marks(columns.texts[line])

    def hopeful(self, a: Integers, b: Integers) -> Flags:
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
            hopeless[some] = self._hopeless(a[some], b[some], place[some])
        return np.asarray(shared | ~hopeless)

    def _hopeless(self, a: Integers, b: Integers, place: Flags) -> Flags:
        """Which pairs with other titles in one script are of two works: the titles are unlike and
        stand at two places, or the authors are strangers."""
        x, y = self.first[a], self.first[b]
        apart = self._apart(x, y)
        marked = self._may_be_marked(x, y, apart)
        continued = self._may_continue(x, y, apart)
        hopeless = self._are_far(x, y, apart) & ~continued & ~marked & ~place
        left = np.flatnonzero(~hopeless & ~marked)
        hopeless[left] = self._strangers(a[left], b[left])
        left = np.flatnonzero(~hopeless & ~marked & ~place)
        hopeless[left] = self._unlike(x[left], y[left], continued[left])
        return hopeless

    def _apart(self, x: Integers, y: Integers) -> Integers:
        """How many letters of each two lines have no partner in the other, at the least."""
        one, other = self.letters[x], self.letters[y]
        return np.asarray((np.maximum(one, other) - np.minimum(one, other)).sum(1, dtype=np.int64))

    def _may_be_marked(self, x: Integers, y: Integers, apart: Integers) -> Flags:
        """Which titles may be one but for the mark of an erratum, a reply ... in one of them."""
        marking = self.marking[x] + self.marking[y]
        bound = (self.lengths[x] + self.lengths[y]) * (100 - thresholds.TITLE_CLOSE)
        return np.asarray((marking > 0) & (100 * (apart - marking) <= bound))

    def _are_far(self, x: Integers, y: Integers, apart: Integers) -> Flags:
        """Which titles have too many letters without partner to agree in any order."""
        lengths = self.lengths[x] + self.lengths[y]
        return np.asarray(100 * apart > (100 - thresholds.TITLE_ALIKE) * lengths)

    def _may_continue(self, x: Integers, y: Integers, apart: Integers) -> Flags:
        """Which titles may begin with the letters or the content words of the other, or end so."""
        one, other = self.counts[x], self.counts[y]
        inside = apart <= np.abs(one - other)  # the letters of one are all in the other
        short = np.minimum(one, other) < ENDS
        letters = (self.start[x] == self.start[y]) | (self.end[x] == self.end[y])
        few = (self.begins[x] == 0) | (self.begins[y] == 0)
        fourths = self.fourth[x], self.fourth[y]
        same = (fourths[0] == fourths[1]) | (fourths[0] == 0) | (fourths[1] == 0)
        words = few | ((self.begins[x] == self.begins[y]) & same)
        return np.asarray((inside & (letters | short)) | words)

    def _unlike(self, a: Integers, b: Integers, continued: Flags) -> Flags:
        """Which titles (lines) of one script are unlike: few of their letters agree, in order or as
        words, and neither begins or ends with the other, where it may: ``continued``."""
        from rapidfuzz import fuzz
        from rapidfuzz.process import cpdist

        texts = self.columns.texts
        one, other = [texts[i] for i in a.tolist()], [texts[i] for i in b.tolist()]
        compact = [[text.replace(" ", "") for text in side] for side in (one, other)]
        unlike = np.ones(len(a), bool)
        for scorer, (left, right) in ((fuzz.ratio, compact), (fuzz.token_sort_ratio, (one, other))):
            at = np.flatnonzero(unlike)
            scores = cpdist(
                [left[i] for i in at.tolist()],
                [right[i] for i in at.tolist()],
                scorer=scorer,
                score_cutoff=thresholds.TITLE_ALIKE,
            )
            unlike[at] = scores < thresholds.TITLE_ALIKE
        for i in np.flatnonzero(unlike & continued).tolist():
            unlike[i] = not (_continues(compact[0][i], compact[1][i]) or _begins(one[i], other[i]))
        return unlike

    def _strangers(self, a: Integers, b: Integers) -> Flags:
        """Which pairs have no word of their authors in common: see ``comparison.are_strangers``."""
        names = self._names(sorted({*a.tolist(), *b.tolist()}))
        found = [
            bool(names[x]) and bool(names[y]) and names[x].isdisjoint(names[y])
            for x, y in zip(a.tolist(), b.tolist(), strict=True)
        ]
        return np.array(found, bool)

    def _names(self, places: Sequence[int]) -> dict[int, frozenset[str]]:
        """The words of the authors by place; none where not all letters are Latin."""
        authors = []
        for place in places:
            packed = self.columns.entries[place].packed
            text = packed.split(BETWEEN_VALUES, 2)[1]
            text = text if text.isascii() else fold(text)
            has_other = not text.isascii() or packed.rsplit(BETWEEN_VALUES, 3)[1]
            authors.append("" if has_other else text.replace("\n", " "))
        lines = folded_words(spelled_alike("\n".join(authors).lower()).split("\n"))
        return {
            place: frozenset(words) - _SINGLE for place, words in zip(places, lines, strict=False)
        }


def letters_of(texts: Sequence[str]) -> tuple[NDArray[np.uint8], Integers]:
    """How often each kind of letter, blanks apart, stands in a text, up to 255 times; its length.

    Of two texts, letters that have no partner in the other can only be more than these counts
    tell, as a kind has several letters.
    """
    counts = np.zeros((len(texts), _LETTERS), np.uint8)
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    for start in range(0, len(texts), _LINES):
        some = slice(start, start + _LINES)
        codes = np.frombuffer("".join(texts[some]).encode("utf-32-le", "surrogatepass"), np.uint32)
        lines = np.repeat(np.arange(len(lengths[some])), lengths[some])
        kinds = lines * _LETTERS + codes % _LETTERS
        found = np.bincount(kinds, minlength=len(lengths[some]) * _LETTERS).clip(max=255)
        counts[some] = found.reshape(-1, _LETTERS)
    counts[:, ord(" ") % _LETTERS] = 0
    return counts, lengths


def _of_marks(text: str) -> int:
    """How many letters of a folded title may be a mark, such as "reply to the": see
    ``title.compare``."""
    words = text.split()
    rest = dropwhile(MARK_LINKS.__contains__, [word for word in words if word not in MARKS])
    return sum(map(len, words)) - sum(map(len, rest))


def _continues(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or long.endswith(short)


def _begins(one: str, other: str) -> bool:
    """Whether one title begins with the content words of the other."""
    short, long = sorted(([w for w in t.split() if w not in SMALL] for t in (one, other)), key=len)
    return long[: len(short)] == short
