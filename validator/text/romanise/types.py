"""What the comparison of a name in two scripts is made of: the verdict, and the romanised side."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from validator.text.patterns import lazy

LONGEST = 200  # characters of the longest text that is read as one name
MOST_PARTS = 10  # of a romanised name: more is a list or a sentence


class Verdict(StrEnum):
    """Whether two forms can be the same person's name."""

    MATCH = "match"
    """Family and given name agree."""
    SURNAME_ONLY = "surname-only"
    """The family name agrees, and what else there is cannot be compared: a Western given name,
    an initial. Compatible, and no proof."""
    MISMATCH = "mismatch"
    """Both sides are understood, and they are different names."""
    UNKNOWN = "unknown"
    """Nothing can be said."""


class Agreement(NamedTuple):
    """How far a name agrees with a romanised one."""

    verdict: Verdict
    score: float = 0.0
    """From 0 to 1; higher within a verdict is nearer."""
    reading: str = ""
    """The reading of the native name that fits, family name first: "zhang wei"; "" if none."""


_RANKS = {Verdict.MATCH: 3, Verdict.SURNAME_ONLY: 2, Verdict.UNKNOWN: 1, Verdict.MISMATCH: 0}


def rank(found: Agreement) -> tuple[int, float]:
    """A key that sorts by how much speaks for one person: what is unknown may still be one."""
    return _RANKS[found.verdict], found.score


UNKNOWN = Agreement(Verdict.UNKNOWN)


class Part(NamedTuple):
    """What stands between blanks, hyphens and dots of a romanised name."""

    text: str
    """Lower case, without marks and apostrophes: "hsu" for "Hsü"."""
    is_initial: bool
    """One letter, or two with a dot: "W.", "Yu."."""
    is_capital: bool
    """In capitals: a marked family name ("ZHANG"), or initials without dots ("WM")."""
    word: int
    """The number of its word, from 0: "Wei-Ming" is one word of two parts."""


class Roman(NamedTuple):
    """A romanised name in its parts; who reads it decides what is the family name."""

    parts: tuple[Part, ...]
    comma: int
    """How many of the parts stand before the comma, 0 where there is none."""

    def splits(self) -> Iterator[tuple[tuple[Part, ...], tuple[Part, ...]]]:
        """(family, given) as the name can be meant, the likeliest first: by the comma, the first
        word as the family name, the last word, the comma the other way round; neither is empty."""
        parts, comma = self.parts, self.comma
        seen = set()
        if len(parts) < 2:
            return
        first = next((i for i, part in enumerate(parts) if part.word), len(parts))
        last = next(i for i, part in enumerate(parts) if part.word == parts[-1].word)
        cuts = [(comma, False), (first, False), (last, True), (comma, True)]
        for cut, is_reversed in cuts:
            if 0 < cut < len(parts) and (cut, is_reversed) not in seen:
                seen.add((cut, is_reversed))
                before, after = parts[:cut], parts[cut:]
                yield (after, before) if is_reversed else (before, after)


_SEPARATED = lazy(r"\s*(?:,|，|;|；|\|\||、|/)\s*")
_TOKEN = lazy(r"[^\W\d_]+(?:['’‘`ʼʻ´][^\W\d_]+)*['’‘`ʼʻ´]?\.?")
_CAMEL = lazy(r"(?<=[a-z])(?=[A-Z])")
_GAP = lazy(r"\s")
_APOSTROPHES = str.maketrans("", "", "'’‘`ʼʻ´.")
_MARKS = lazy("[\u0300-\u036f]+")


@lru_cache(maxsize=4096)
def parse_roman(text: str) -> Roman | None:
    """The parts of a romanised name, None for what is no name in Latin letters or too long.

    "CHANG, Wei-Ming" has the parts chang | wei, ming; "Li || Tsung-Yu" the same as a comma.
    """
    if len(text) > LONGEST:
        return None
    text = normalize("NFKC", text) if not text.isascii() else text
    parts: list[Part] = []
    comma = word = 0
    for at, segment in enumerate(_SEPARATED.split(text)):
        if at == 1:
            comma = len(parts)
        end = 0
        for found in _TOKEN.finditer(segment):
            if end and _GAP.search(segment, end, found.start()):
                word += 1
            end = found.end()
            token = found[0]
            dotted = token.endswith(".")
            pieces = [token] if token.isupper() or dotted else _CAMEL.split(token)
            for piece in pieces:
                bare = piece.translate(_APOSTROPHES)
                folded = _fold(bare)
                if not folded.isascii() or not folded:
                    return None
                is_initial = len(folded) == 1 or (dotted and len(folded) == 2)
                parts.append(Part(folded, is_initial, bare.isupper(), word))
        if parts and end:
            word += 1
        if len(parts) > MOST_PARTS:
            return None
    return Roman(tuple(parts), comma if comma < len(parts) else 0) if parts else None


_LETTERS = str.maketrans("øłđħŧıŋ", "oldhtin") | {0xE6: "ae", 0x153: "oe", 0xDF: "ss"}


def _fold(text: str) -> str:
    text = text.lower()
    if text.isascii():
        return text
    return _MARKS.sub("", normalize("NFD", text)).translate(_LETTERS)
