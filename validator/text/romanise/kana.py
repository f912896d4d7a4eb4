"""Kana in Latin letters, and the ways of writing Japanese in them made one.

Hepburn, Kunrei (ISO 3602) and the spelling of passports differ in a few syllables and in long
vowels; ``fold_romaji`` makes them one: "Ōno", "Ohno", "Oono" and "Ono" are "ono", "Shinji" and
"Sinzi" are "sinzi". Sources: ANSI Z39.11-1972, ISO 3602:1989, the passport rules of the Japanese
foreign ministry (2008).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from unicodedata import normalize

from validator.text.patterns import lazy

_ROWS = """
あいうえお|かきくけこ k|さしすせそ s|たちつてと t|なにぬねの n|はひふへほ h|まみむめも m|
や　ゆ　よ y|らりるれろ r|わゐ　ゑを w|がぎぐげご g|ざじずぜぞ z|だぢづでど d|ばびぶべぼ b|
ぱぴぷぺぽ p|ぁぃぅぇぉ|ゃ　ゅ　ょ y
"""


@lru_cache(maxsize=1)
def _morae() -> dict[str, str]:
    found = {"ん": "n", "ゔ": "bu", "ゎ": "wa", "ゕ": "ka", "ゖ": "ka"}
    for row in _ROWS.replace("\n", "").split("|"):
        kana, _, consonant = row.partition(" ")
        found.update({k: consonant + v for k, v in zip(kana, "aiueo", strict=True) if k != "　"})
    return found


_SMALL = frozenset("ぁぃぅぇぉゃゅょゎ")
_KATAKANA = {katakana: katakana - 0x60 for katakana in range(0x30A1, 0x30F7)}
_KANA = lazy("[\u3041-\u3096\u30a1-\u30f6\u30fc\uff66-\uff9f\u309d\u309e\u30fd\u30fe]+")


def is_kana(text: str) -> bool:
    """Whether a text is Hiragana or Katakana and nothing else."""
    return _KANA.fullmatch(text) is not None


def romaji(kana: str) -> str:
    """Kana as ASCII letters, near to Kunrei: "tyuuou" for チュウオウ; no other characters."""
    table = _morae()
    out: list[str] = []
    doubled = False
    for character in normalize("NFKC", kana).translate(_KATAKANA):
        if character == "っ":
            doubled = True
            continue
        if character == "ー":
            mora = out[-1][-1:] if out else ""
        elif character in "ゝゞ":
            mora = out[-1] if out else ""
        else:
            mora = table.get(character, "")
            if character in _SMALL and out:
                mora = _joined(out.pop(), mora)
        if mora:
            out.append(mora[0] + mora if doubled and mora[0] not in "aiueo" else mora)
            doubled = False
    return "".join(out)


def _joined(mora: str, small: str) -> str:
    """A syllable written with a small sign: き and ゃ are "kya", フ and ァ "hua", which is "fa"."""
    consonant = mora.rstrip("aiueo")
    if small[0] == "y":
        return consonant + small if mora.endswith("i") else mora + small
    if consonant in ("s", "t", "z") and mora.endswith("i"):
        return consonant + "y" + small
    return consonant + small if consonant else mora.replace("u", "w") + small


_HEPBURN = (
    ("tt(?=[iy])", "tc"), ("[ct](?=[iy])", "ch"), ("t(?=u)", "ts"), ("ss(?=[iy])", "ssh"),
    ("(?<!s)s(?=[iy])", "sh"), ("zy|dy", "j"), ("[zd](?=i)", "j"), ("d(?=u)", "z"),
    ("(?<=[cs]h)y", ""), ("(?<![sc])h(?=u)", "f"),
)  # fmt: skip
_TO_HEPBURN = tuple((lazy(pattern), by) for pattern, by in _HEPBURN)


def hepburn(kana: str) -> str:
    """Kana as they are usually romanised, long vowels as they are spelt: "chuuou"."""
    text = romaji(kana)
    for pattern, by in _TO_HEPBURN:
        text = pattern.sub(by, text)
    return text


_SPELLINGS = (
    # the letters of Hepburn and others -> those of Kunrei
    ("c(?=ch)", "t"),
    ("sh(?=[aueo])", "sy"),
    ("sh(?=i)", "s"),
    ("t?ch(?=[aueo])", lambda m: "tty" if m[0][0] == "t" else "ty"),
    ("t?ch(?=i)", lambda m: "tt" if m[0][0] == "t" else "t"),
    ("ts", "t"),
    ("dz", "z"),
    ("dj", "j"),
    ("cy", "ty"),
    ("jy?(?=[aueo])|dy(?=[auo])", "zy"),
    ("j|d(?=[iu])", "z"),
    ("f", "h"),
    ("v", "b"),
    ("l", "r"),
    ("[cq]", "k"),
    ("(?<=[kg])w(?=[aeio])", ""),
    ("w(?=[oieu])", ""),
    ("(?<![bdghkmnprstz])ye", "e"),
    ("m(?=[bmp])", "n"),
    ("h(?![aiueoy])", ""),  # a long vowel: Ohno, Yuhki
    ("o[uo]+", "o"),
    ("([aiue])\\1+", "\\1"),
)
_COMPILED = tuple((lazy(pattern), by) for pattern, by in _SPELLINGS)
_LONG_H = lazy("(?<=o)h(?=[aiueo])")


def fold_romaji(text: str) -> str:
    """Small ASCII letters with one spelling for each way of writing a syllable.

    >>> [fold_romaji(name) for name in ("ohno", "oono", "shinji", "sinzi", "hatchi", "hacchi")]
    ['ono', 'ono', 'sinzi', 'sinzi', 'hatti', 'hatti']
    """
    return _fold(text)


@lru_cache(maxsize=16384)
def _fold(text: str) -> str:
    for pattern, by in _COMPILED:
        text = pattern.sub(by, text)
    return text


MOST_LONG = 3
"""Letters h of a name that are tried as the mark of a long vowel."""


def folds(text: str) -> Iterator[str]:
    """The fold of a romanised text, and those in which "oh" before a vowel is a long o:
    "Ohishi" is おおいし, and "Kohei" is こうへい.
    """
    yield _fold(text)
    places = [found.start() for found in _LONG_H.finditer(text)]
    if 0 < len(places) <= MOST_LONG:
        for dropped in product((False, True), repeat=len(places)):
            gone = {place for place, drop in zip(places, dropped, strict=True) if drop}
            if gone:
                yield _fold("".join(c for at, c in enumerate(text) if at not in gone))


_MORA = "(?:(?:[bghkmnprstz]y?|[dwy])?[aiueo]|n(?![aiueoy]))"
_MORAE = lazy(f"(?:{_MORA}|([kstpzgdb])(?=\\1))+")
_ONE = lazy(_MORA)


def is_japanese(folded: str) -> bool:
    """Whether a folded text is made of Japanese syllables, and could be a Japanese word."""
    return _MORAE.fullmatch(folded) is not None


def morae(folded: str) -> list[str]:
    """The syllables of a folded text: "taro" has two."""
    return _ONE.findall(folded)
