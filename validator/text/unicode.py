"""Folding for comparison, and what must be escaped on the way out."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[\W_]+")
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
# Marks are dropped where they only vary the spelling of a letter; in Indic scripts, Thai and
# Kana (dakuten) they make another letter.
_DROPPED_MARKS = re.compile("[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u064b-\u065f\u0670]+")


def collapse(text: str) -> str:
    """Runs of white space as one blank, none at the ends."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """The words of a text for comparison: NFKC, case and Latin, Greek, Cyrillic, Hebrew and
    Arabic marks folded, everything but letters and digits of any script as one blank.

    Idempotent. "Über-Größe" is "uber grosse"; Han, Kana and Hangul stay.
    """
    if text.isascii():
        return _NOT_WORD.sub(" ", text.lower()).strip()
    return _fold(text)


@lru_cache(maxsize=65536)
def _fold(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).casefold()
    text = _DROPPED_MARKS.sub("", unicodedata.normalize("NFD", text))
    text = unicodedata.normalize("NFKC", text).casefold()
    return _NOT_WORD.sub(" ", text).strip()


def printable(text: str) -> str:
    """The text with control characters, bidi controls and lone surrogates as \\x and \\u escapes.

    For a terminal: a value from the data must not move the cursor or hide what follows.
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNPRINTABLE.sub(lambda m: m[0].encode("unicode-escape").decode(), text)
