"""The script of a value, judged by its characters and never by labels."""

from __future__ import annotations

from enum import Enum

from validator.text.patterns import lazy

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〆〇"
KANA = "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # without ・
HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc"

_HAN = lazy(f"[{HAN}]")
_KANA = lazy(f"[{KANA}]")
_HANGUL = lazy(f"[{HANGUL}]")
_CJK = lazy(f"[{HAN}{KANA}{HANGUL}]")
_CYRILLIC = lazy("[\u0400-\u052f\u1c80-\u1c8a\ua640-\ua69f]")
_LATIN = lazy(
    "[A-Za-zÀ-ÖØ-öø-\u02af\u1d00-\u1dbf\u1e00-\u1eff\u2c60-\u2c7f\ua722-\ua7ff"
    "\uff21-\uff3a\uff41-\uff5a]"
)
_ASCII_LETTER = lazy("[A-Za-z]")
_QUOTED = lazy(
    r"「[^」]{0,200}」|『[^』]{0,200}』|《[^》]{0,200}》|〈[^〉]{0,200}〉|“[^”]{0,200}”|‘[^’]{0,200}’"
    r"|\"[^\"]{0,200}\"|[（(][^）)]{0,200}[）)]|【[^】]{0,200}】|［[^］]{0,200}］|\[[^\]]{0,200}\]"
)
_LEAST = 4  # letters of a title that tell its script


class Script(Enum):
    """The script that a value is written in; Japanese and Korean by their own letters."""

    LATIN = "Latin"
    HAN = "Han"
    KANA = "Kana"
    HANGUL = "Hangul"
    CYRILLIC = "Cyrillic"
    OTHER = "other"
    NONE = "none"


CJK_SCRIPTS = (Script.HAN, Script.KANA, Script.HANGUL)


def has_cjk(text: str) -> bool:
    """Whether a Han, Kana or Hangul character occurs."""
    return not text.isascii() and _CJK.search(text) is not None


def has_han(text: str) -> bool:
    """Whether a Han character occurs."""
    return not text.isascii() and _HAN.search(text) is not None


def has_latin(text: str) -> bool:
    """Whether a Latin letter occurs, with or without marks."""
    return _LATIN.search(text) is not None


def is_cjk_only(text: str) -> bool:
    """Whether every letter is CJK: blanks and punctuation do not count."""
    return has_cjk(text) and not any(c.isalpha() for c in _CJK.sub("", text))


def script(text: str) -> Script:
    """The script of a value: Kana and Hangul before Han, CJK before Latin, none without letters.

    A character counts, not a word, so that a Latin acronym in a Chinese title leaves it Han:
    a CJK script needs a quarter of the letters, as one CJK character stands for about three.
    """
    if text.isascii():
        return Script.LATIN if _ASCII_LETTER.search(text) else Script.NONE
    letters = sum(c.isalpha() for c in text)
    if not letters:
        return Script.NONE
    han, kana, hangul = (len(p.findall(text)) for p in (_HAN, _KANA, _HANGUL))
    cjk = han + kana + hangul
    if cjk and 4 * cjk >= letters:
        if hangul >= kana and hangul:
            return Script.HANGUL
        return Script.KANA if kana else Script.HAN
    latin, cyrillic = len(_LATIN.findall(text)), len(_CYRILLIC.findall(text))
    if 2 * latin >= letters:
        return Script.LATIN
    return Script.CYRILLIC if 2 * cyrillic >= letters else Script.OTHER


def unquoted(title: str) -> str:
    """A title without what stands in quotation marks and brackets: that may be of any language."""
    return _QUOTED.sub(" ", title)


def script_of_title(title: str) -> Script:
    """The script that a title is written in, quotations aside where it is not one as a whole; none
    for less than four letters."""
    plain = unquoted(title)
    written = script(plain if plain.strip() else title)
    return written if sum(map(str.isalpha, title)) >= _LEAST else Script.NONE
