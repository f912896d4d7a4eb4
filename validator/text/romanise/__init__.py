"""Whether a name in Chinese, Japanese or Korean characters agrees with a romanised one.

Each language is a module with

    compare(native: str, roman: Roman) -> Agreement | None

which returns None where the pair cannot be of its language (letters or syllables that it does not
have), and UNKNOWN where it could be and nothing can be said. Among the languages that are possible
a match of one is a match; a mismatch stands only if no other language could be meant.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from validator.text.patterns import lazy
from validator.text.romanise.types import (
    LONGEST,
    UNKNOWN,
    Agreement,
    Roman,
    Verdict,
    parse_roman,
)
from validator.text.script import Script, has_cjk, script

__all__ = ["Agreement", "Roman", "Verdict", "agreement", "parse_roman"]

# Letters that neither Japanese nor Korean names have.
_ONLY_CHINESE = lazy("[qx]|zh", re.IGNORECASE)
_RANK = {Verdict.MATCH: 3, Verdict.SURNAME_ONLY: 2, Verdict.UNKNOWN: 1, Verdict.MISMATCH: 0}


def agreement(native: str, romanised: str, *, language: str | None = None) -> Agreement:
    """Whether a name in Chinese, Japanese or Korean characters is the romanised one.

    Both are names in any usual form: "张伟", "张, 伟", "Zhang, Wei", "W. Zhang", "Li || Tsung-Yu".
    ``language`` is a tag ("zh-TW", "ja"); without one the script says it, and of Chinese characters
    alone all three languages are tried. What cannot be compared is UNKNOWN, never an error.

    >>> agreement("张伟", "Zhang, Wei").verdict == "match"
    True
    >>> agreement("黃碧雲", "Helena WONG").verdict == "surname-only"
    True
    """
    if len(native) > LONGEST or len(romanised) > LONGEST or not has_cjk(native):
        return UNKNOWN
    return _remembered(native, romanised, (language or "")[:2].lower())


@lru_cache(maxsize=16384)
def _remembered(native: str, romanised: str, language: str) -> Agreement:
    roman = parse_roman(romanised)
    if roman is None:
        return UNKNOWN
    native = normalize("NFKC", native)
    best: Agreement | None = None
    for one in _languages(native, language):
        if one == "zh":
            from validator.text.romanise.chinese import compare
        elif one == "ja":
            from validator.text.romanise.japanese import compare
        else:
            from validator.text.romanise.korean import compare
        found = compare(native, roman)
        if found is None:
            continue
        if found.verdict is Verdict.MISMATCH and _ONLY_CHINESE.search(romanised):
            return found
        if best is None or (_RANK[found.verdict], found.score) > (_RANK[best.verdict], best.score):
            best = found
        if best.verdict is Verdict.MATCH:
            break
    return best or UNKNOWN


def _languages(native: str, language: str) -> tuple[str, ...]:
    """The languages that a name can be in, the likeliest first."""
    of = script(native)
    if of is Script.KANA:
        return ("ja",)
    if of is Script.HANGUL:
        return ("ko",)
    return (language,) if language in ("zh", "ja", "ko") else ("zh", "ja", "ko")
