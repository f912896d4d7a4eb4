"""Titles in the form that is compared, and what one says alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from validator.linkage import thresholds, title_text, words
from validator.linkage.lazily import once
from validator.linkage.words import COUNTING, MARKS
from validator.text.patterns import lazy
from validator.text.script import has_cjk
from validator.text.unicode import fold


class _Fields(NamedTuple):
    text: str
    compact: str
    words: tuple[str, ...]
    numbers: frozenset[str]
    parts: frozenset[str]
    marks: frozenset[str]
    is_cjk: bool
    is_korean: bool = False
    raw: str = ""
    other: Title | None = None


class Title(_Fields):
    """A title in the form that is compared, and what it says alone.

    ``text`` is folded, CJK runs without blanks; ``compact`` has no blanks at all. ``words`` are
    its content words, of CJK runs the pairs of characters. ``parts`` are the numbers that count
    a part or volume, ``numbers`` all numbers, ``marks`` the kinds of a secondary item.
    ``is_korean``: most of its letters are Hangul. ``raw`` is the text without notes, unfolded.
    ``other`` is the original title that stands in brackets beside a translation, or the parallel
    title after "=".
    """

    @once
    def is_generic(self) -> bool:
        """Whether it is the title of a recurring column, or no title at all."""
        return not self.words or self.compact in words.GENERIC or self._names_a_column

    @once
    def is_once(self) -> bool:
        """Whether it is the title of a column of which an issue has one."""
        return self.compact in words.ONCE or self._names_a_column

    @once
    def _names_a_column(self) -> bool:
        """Whether a word of it is of columns, and what stands beside that names no subject."""
        if words.COLUMN.isdisjoint(self.words):
            return False
        subject = {*self.words} - words.COLUMN - words.BESIDE_COLUMN
        return len(subject) < thresholds.INFORMATIVE_WORDS

    @once
    def is_serial(self) -> bool:
        """Whether it may come again every year: a report, an introduction to a track."""
        return not words.SERIAL.isdisjoint(self.words)

    @once
    def is_telling(self) -> bool:
        """Whether the title, with its author and year, sets a work apart: shorter than
        informative."""
        return self._says(
            least=thresholds.TELLING_WORDS,
            letters=thresholds.TELLING_LETTERS,
            characters=thresholds.TELLING_CHARACTERS,
        )

    @once
    def is_informative(self) -> bool:
        """Whether the title alone sets a work apart from most others."""
        return self._says(
            least=thresholds.INFORMATIVE_WORDS,
            letters=thresholds.INFORMATIVE_LETTERS,
            characters=thresholds.INFORMATIVE_CHARACTERS,
        )

    def _says(self, *, least: int, letters: int, characters: int) -> bool:
        """Whether a title that is no column's has so many different words and letters, or, where
        the script has no blanks, characters or letters."""
        if self.is_generic:
            return False
        if self.is_cjk:
            return len(self.compact) >= characters
        if len(self.compact) < letters:
            return False
        distinct = {word for word in self.words if len(word) > 1 and not word.isdigit()}
        return len(distinct) >= least or bool(_UNSPACED.search(self.compact))

    @once
    def subtitle(self) -> str:
        """How the subtitle begins: of one title two of them are two works."""
        found = _SUBTITLE.search(self.raw)
        return fold(self.raw[found.end() :]).replace(" ", "")[:6] if found else ""


_DIGITS = re.compile(r"\d+")

_PART = re.compile(
    rf"\b(?:{words.PART}) (?P<after>\d+|[ivx]+|[a-h]|{'|'.join(words.NUMBERS)})\b"
    rf"|\b(?P<before>{'|'.join(words.NUMBERS)}|\d+(?:st|nd|rd|th)?) (?:part|volume|edition|ed|teil"
    r"|band|auflage|aufl)\b"
)


@lru_cache(maxsize=4096)
def read(text: str) -> Title:
    """The comparable form of a title."""
    text, other, marks = title_text.cleaned(text[: thresholds.MAX_TITLE])
    form = _read(text, marks)
    return form._replace(other=_read(other, frozenset())) if other else form


def _read(text: str, noted: frozenset[str]) -> Title:
    is_cjk = has_cjk(text)
    is_korean = False
    parts: set[str] = set()
    if is_cjk:
        from validator.linkage import cjk_title

        folded = cjk_title.folded(text)
        parts = cjk_title.parts(text, folded)
        folded = cjk_title.written(folded)
    else:
        folded = fold(text)
        if " vs " in folded:
            folded = folded.replace(" vs ", " versus ")
    tokens = folded.split()
    found = set(tokens)
    if not found.isdisjoint(words.COUNTED):
        parts.update(_latin_parts(folded))
    if len(tokens) > 1 and tokens[-1] in words.ROMAN:
        parts.add(words.ROMAN[tokens[-1]])
    numbers = set(parts)
    if not COUNTING.keys().isdisjoint(found):
        numbers.update(COUNTING[token] for token in found if token in COUNTING)
    numbers.update([str(int(run)) for run in _DIGITS.findall(folded) if len(run) < 20])
    marks = set(noted)
    if not MARKS.keys().isdisjoint(found):
        marks |= {MARKS[token] for token in (*tokens[:2], *tokens[-2:]) if token in MARKS}
    content = [token for token in tokens if token not in words.SMALL]
    compact = folded.replace(" ", "")
    if is_cjk:
        marks |= cjk_title.marks(folded)
        content = [word for token in content for word in cjk_title.content_words(token)]
        letters = len(_DIGITS.sub("", compact))
        is_cjk = 2 * sum(stop - start for start, stop in cjk_title.runs(compact)) >= letters
        is_korean = is_cjk and cjk_title.is_korean(compact)
    return Title(
        folded,
        compact,
        tuple(content),
        frozenset(numbers),
        frozenset(parts),
        frozenset(marks),
        is_cjk,
        is_korean,
        text,
    )


_SUBTITLE = lazy(r"\S\s?[:.;]\s+(?=\S)")


def _latin_parts(folded: str) -> Iterable[str]:
    for found in _PART.finditer(folded):
        value = found["after"] or found["before"]
        digits = value.rstrip("stndrh") if value[0].isdigit() else value
        yield words.NUMBERS.get(value) or words.ROMAN.get(value) or digits.lstrip("0") or "0"


_UNSPACED = lazy("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{4}")  # Thai, Lao, Burmese, Khmer
