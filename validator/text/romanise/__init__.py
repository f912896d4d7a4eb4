"""Whether a name in Chinese, Japanese or Korean characters agrees with a romanised one.

Each language is a module with

    compare(native: str, roman: Roman) -> Agreement | None

which returns None where the pair cannot be of its language (letters or syllables that it does not
have), and UNKNOWN where it could be and nothing can be said. Among the languages that are possible
a match of one is a match; a mismatch stands only if no other language could be meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable
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
    rank,
)
from validator.text.script import Script, has_cjk, script

__all__ = ["Agreement", "Roman", "Verdict", "agreement", "parse_roman"]

# Letters that neither Japanese nor Korean names have.
_ONLY_CHINESE = lazy("[qx]|zh", re.IGNORECASE)
_ALL = ("zh", "ja", "ko")


def agreement(native: str, romanised: str, *, language: str | None = None) -> Agreement:
    """Whether a name in Chinese, Japanese or Korean characters is the romanised one.

    Both are names in any usual form: "张伟", "张, 伟", "Zhang, Wei", "W. Zhang", "Li || Tsung-Yu".
    ``language`` is the tag of the record ("zh-TW", "ja"): its language is tried first, and an
    author of another is seen by a match only. Without one the script says it, and of Chinese
    characters alone all three languages are tried. What cannot be compared is UNKNOWN, never an
    error.

    >>> agreement("张伟", "Zhang, Wei").verdict == "match"
    True
    >>> agreement("黃碧雲", "Helena WONG").verdict == "surname-only"
    True
    """
    if len(native) > LONGEST or len(romanised) > LONGEST or not has_cjk(native):
        return UNKNOWN
    stated = (language or "")[:2].lower()
    return _remembered(native, romanised, stated if stated in _ALL else "")


@lru_cache(maxsize=16384)
def _remembered(native: str, romanised: str, language: str) -> Agreement:
    roman = parse_roman(romanised)
    if roman is None:
        return UNKNOWN
    native = normalize("NFKC", native)
    best: Agreement | None = None
    for one in _languages(native, language):
        if language and best and best.verdict is not Verdict.UNKNOWN:
            break  # what the language of the record says stands
        found = _comparer(one)(native, roman)
        if found is None:
            continue
        if found.verdict is Verdict.MISMATCH and _ONLY_CHINESE.search(romanised):
            return found
        if best is None or rank(found) > rank(best):
            # a record of one language can have authors of another, who are seen by a match only
            if best and language and found.verdict is not Verdict.MATCH:
                continue
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
    return tuple(sorted(_ALL, key=lambda one: one != language))


def _comparer(language: str) -> Callable[[str, Roman], Agreement | None]:
    if language == "zh":
        from validator.text.romanise.chinese import compare
    elif language == "ja":
        from validator.text.romanise.japanese import compare
    else:
        from validator.text.romanise.korean import compare
    return compare
