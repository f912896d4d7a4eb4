"""Names of journals for comparison: their words, their abbreviations, their volumes by year."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from validator.text.identifiers import issns
from validator.text.script import has_cjk
from validator.text.unicode import fold
from validator.text.volumes import plain

LONGEST = 500  # characters; no container has a longer name, and nothing longer is compared
MOST_POINTS = 50  # volumes of a journal that are compared with those of another

Point = tuple[int, int]
"""A year and the volume of it."""

_JOINING = {"and", "und", "et", "och", "og", "the", "y", "e", "en"}
_MINOR = _JOINING | {"of", "for", "in", "on", "to", "a", "an"}
_MINOR |= {"de", "la", "le", "les", "du", "des", "del", "der", "die", "das", "fur", "zur"}


class Serial(NamedTuple):
    """A journal as one record names it, and the year and volume that the record stands in."""

    title: str
    short: str
    issns: tuple[str, ...]
    year: int | None
    volume: int | None


def serial(title: str, short: str, issn: str, year: int | None, volume: str) -> Serial | None:
    """One and the same Serial for all records of a volume: a million of them weigh little.

    None where there is no title, or a text so long that it is no name or number.
    """
    if not title or len(title) > LONGEST or len(short) + len(issn) + len(volume) > LONGEST:
        return None
    return _serial(title, short, issn, year, volume)


@lru_cache(maxsize=65536)
def _serial(title: str, short: str, issn: str, year: int | None, volume: str) -> Serial:
    return Serial(title, short, issns(issn) if issn else (), year, number(volume))


def number(volume: str) -> int | None:
    """The volume where it is a number, with its label or without; None for "12-13", "S2", "XIV"."""
    text = plain(volume.strip())
    if len(text) > 4 or not (text.isascii() and text.isdigit()):
        return None
    return int(text) or None


def fingerprint(title: str) -> str:
    """The words of a name without "and" and "the": the same for all its punctuations.

    CJK stands together, as "学报（自然科学版）" and "学报·自然科学版" do; "+" is a word.
    """
    title = title[:LONGEST].replace("+", " plus ")
    words = _words(title, _JOINING)
    return ("" if has_cjk(title) else " ").join(words)


def content_words(title: str) -> list[str]:
    """The words of a name that an abbreviation keeps (ISO 4: no articles, no prepositions)."""
    return _words(title, _MINOR)


def is_abbreviation(short: list[str], long: list[str]) -> bool:
    """Whether each of the words abbreviates the word in its place, and some word is shorter."""
    return len(short) == len(long) and short != long and all(map(abbreviates, short, long))


def words_cut(short: list[str], long: list[str]) -> int:
    """How many of the words abbreviate the word in their place, as is seen by the words alone.

    0 where a word is another: each lacks two letters or more, its end or its middle (ISO 4).
    """
    if len(short) != len(long):
        return 0
    cut = 0
    for word, whole in zip(short, long, strict=True):
        if word != whole:
            if len(word) > len(whole) - 2 or not _is_cut(word, whole):
                return 0
            cut += 1
    return cut


def abbreviates(word: str, whole: str) -> bool:
    """``natl`` abbreviates ``national``: its letters in their order, the first the first."""
    letters = iter(whole)
    return word[:1] == whole[:1] and all(letter in letters for letter in word)


def on_one_line(points: Collection[Point], others: Collection[Point]) -> bool:
    """Whether half of the fewer (year, volume) lie on lines of one volume a year of the others."""
    fewer, more = sorted((points, others), key=len)
    lines = {year - volume for year, volume in more}
    shared = sum(year - volume in lines for year, volume in fewer)
    return shared > 0 and 2 * shared >= len(fewer)


def contradict(points: Collection[Point], others: Collection[Point]) -> bool:
    """Whether most (year, volume) of two sets are out of order: a later year, a lower volume."""
    out_of_order = sum(
        1 if (year - other) * (volume - number) < 0 else -1
        for year, volume in sorted(points)[:MOST_POINTS]
        for other, number in sorted(others)[:MOST_POINTS]
    )
    return out_of_order > 0


def _is_cut(word: str, whole: str) -> bool:
    """Whether a word is the beginning of the whole, or a contraction with its end: ``intl``."""
    if whole.startswith(word):
        return len(word) > 1 or whole == "journal"
    half = len(whole) // 2  # "neuroradiology" is no "neurology"
    return 2 < len(word) <= half and word[-1] == whole[-1] and abbreviates(word, whole)


def _words(title: str, left_out: set[str]) -> list[str]:
    """The words of a name, some left out; none at its end or in capitals: Physical Review E."""
    *words, last = fold(title[:LONGEST]).split() or [""]
    letters = {
        word.lower() for word in title[:LONGEST].split() if len(word) == 1 and word.isupper()
    }
    return [*(word for word in words if word not in left_out or word in letters), last]
