"""The script of a value, judged by its characters and never by labels."""

from __future__ import annotations

import re
from enum import Enum

HAN = "㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff〇々"
KANA = "぀-ゟ゠-ヿㇰ-ㇿｦ-ﾟ"
HANGUL = "ᄀ-ᇿ㄰-㆏가-힯"

_HAN = re.compile(f"[{HAN}]")
_KANA = re.compile(f"[{KANA}]")
_HANGUL = re.compile(f"[{HANGUL}]")
_CJK = re.compile(f"[{HAN}{KANA}{HANGUL}]")
_CYRILLIC = re.compile("[Ѐ-ԯ]")
_LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-ʯᴀ-ᶿḀ-ỿ]")


class Script(Enum):
    """The script that a value is written in; Japanese and Korean by their own letters."""

    LATIN = "Latin"
    HAN = "Han"
    KANA = "Kana"
    HANGUL = "Hangul"
    CYRILLIC = "Cyrillic"
    OTHER = "other"
    NONE = "none"


def has_cjk(text: str) -> bool:
    """Whether a Han, Kana or Hangul character occurs."""
    return not text.isascii() and _CJK.search(text) is not None


def has_han(text: str) -> bool:
    return not text.isascii() and _HAN.search(text) is not None


def has_latin(text: str) -> bool:
    return _LATIN.search(text) is not None


def is_cjk_only(text: str) -> bool:
    """Whether every letter is CJK: blanks and punctuation do not count."""
    return has_cjk(text) and not any(c.isalpha() for c in _CJK.sub("", text))


def script(text: str) -> Script:
    """The script of a value: Kana and Hangul before Han, CJK before Latin, none without letters.

    A character counts, not a word, so that a Latin acronym in a Chinese title leaves it Han:
    a CJK script needs a third of the letters, one CJK character standing for about three.
    """
    letters = sum(c.isalpha() for c in text)
    if not letters:
        return Script.NONE
    if text.isascii():
        return Script.LATIN
    han, kana, hangul = (len(p.findall(text)) for p in (_HAN, _KANA, _HANGUL))
    cjk = han + kana + hangul
    if 3 * cjk >= letters - cjk and cjk:
        if hangul >= kana and hangul:
            return Script.HANGUL
        return Script.KANA if kana else Script.HAN
    latin, cyrillic = len(_LATIN.findall(text)), len(_CYRILLIC.findall(text))
    if 2 * latin >= letters:
        return Script.LATIN
    return Script.CYRILLIC if 2 * cyrillic >= letters else Script.OTHER
