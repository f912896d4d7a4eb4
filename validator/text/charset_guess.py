"""The charset of bytes that are not UTF-8: the one in which they are the least surprising text.

How surprising a text is, is the sum over its characters of how seldom each comes, in nats, as in
`validator.text.east_asia`. A charset of two bytes a character gives Han or Hangul for nearly any
two bytes, but mostly seldom ones; one of single bytes gives a letter for nearly any byte, but
capitals within words and letters of two scripts in one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from validator.text import east_asia
from validator.text.charsets import ALPHABETS, characters_of

WESTERN = "cp1252"


class Wide(NamedTuple):
    """A charset of two bytes a character, the languages written in it, and how much seldomer than
    the first it is met, in nats."""

    charset: str
    languages: tuple[str, ...]
    rarity: float


class Single(NamedTuple):
    """A charset of single bytes and, in nats, how much seldomer than the first it is met."""

    charset: str
    rarity: float


WIDE = (
    Wide("gb18030", ("zh-Hans", "zh-Hant"), 0),
    Wide("big5hkscs", ("zh-Hant",), 1),
    Wide("shift_jis", ("ja",), 1),
    Wide("cp932", ("ja",), 1.5),
    Wide("euc_kr", ("ko",), 2.5),
    Wide("cp949", ("ko",), 3),
    Wide("euc_jp", ("ja",), 5),
)
SINGLE = (
    Single(WESTERN, 0),
    Single("cp1250", 3),
    Single("cp1251", 1),
    Single("koi8-r", 3),
    Single("cp866", 3),
    Single("iso8859-5", 8),
    Single("cp1253", 3),
    Single("cp1255", 4),
    Single("cp1256", 4),
    Single("mac_roman", 3),
)

_LONGEST = 4000  # bytes: a hundredth of them tells, so more would change nothing
_USUAL, _LETTER, _SELDOM, _FOREIGN = 3.0, 4.5, 5.8, 7.5
_ACCENTED, _SELDOM_ACCENTED, _MARK, _SIGN = 5.5, 8.5, 7.0, 11.0
_CAPITAL, _IN_A_ROW = 2.5, 3.0
"""Nats: one of the usual letters of an alphabet comes once in some 20 characters (3), another once
in 90, a letter with an accent once in 250 beside those of ASCII, a mark once in 1000. What is out
of place or all accents happens in one word of hundreds.
"""
_OF_THE_WEST = "àáâãäåæçèéêëìíîïñòóôõöøùúûüßÀÁÂÄÅÇÈÉÍÑÓÔÖØÚÜ"
_ACCENTS = {
    WESTERN: _OF_THE_WEST,
    "mac_roman": _OF_THE_WEST,
    "cp1250": "áäčďéěíłńňóöőřśšťúůüűýżźžąćęăâîôßÁÄČÉÍŁÓÖŘŚŠÚÜŻŽ",
}
_OF_CHARSET = ALPHABETS | {"iso8859-5": ALPHABETS["cp1251"]}
_SELDOM_LETTERS = frozenset("фщъцэё")
_OF_OTHERS = frozenset("ђѓѕјљњћќўџґєіїϊϋΐΰ")
_MARKS = frozenset("\u00a0«»‘’“”„–—…·°§®©№")
_GLUED = re.compile("[a-z][^\x00-\x7f]|[^\x00-\x7f][a-z]")
_ROW = re.compile("[\u00c0-\u024f]{3,}")
_BREAKS = re.compile(rb"[\x00-?]+")  # bytes that are part of no character of two
_PLAIN = re.compile(rb"([@-\x7f]{2})[@-\x7f]{2,}([@-\x7f]{2})")  # but for its ends, surely ASCII


def guess(data: bytes) -> str:
    """The name of the charset in which bytes with some beyond ASCII are most likely text.

    ``data`` should not be UTF-8, which is not tried. Ties go to the charset that is met more often.
    """
    words = _words(data)
    costs = [(_wide(words, wide) + wide.rarity, wide.charset) for wide in WIDE]
    costs += [(_single(words, single.charset) + single.rarity, single.charset) for single in SINGLE]
    return min(costs, key=lambda found: found[0])[1]


def _words(data: bytes) -> bytes:
    """The different words of a text that are not ASCII, as many as are needed."""
    found: list[bytes] = []
    length = 0
    for word in dict.fromkeys(_BREAKS.split(data)):
        if not word.isascii():
            word = _PLAIN.sub(rb"\1 \2", word)
            found.append(word)
            length += len(word)
            if length > _LONGEST:
                break
    return b" ".join(found)[:_LONGEST]


def _wide(words: bytes, wide: Wide) -> float:
    text = words.decode(wide.charset, "replace")
    languages = east_asia.languages()
    likeliest = min(_sum(text, languages[name]) for name in wide.languages)
    return likeliest + east_asia.OUT_OF_PLACE * len(_GLUED.findall(text))


def _single(words: bytes, charset: str) -> float:
    text = words.decode(charset, "replace")
    rows = sum(map(len, _ROW.findall(text)))  # no word is all accents
    neighbours = sum(oddness(before, after) for before, after in pairwise(f" {text}"))
    return _sum(text, _letters(charset)) + neighbours + _IN_A_ROW * rows


def _sum(text: str, costs: east_asia.Costs) -> float:
    return sum(costs.get(character, east_asia.UNKNOWN) for character in text)


def oddness(before: str, after: str) -> float:
    """What a character costs more for the one before it: a sign behind a letter, a letter behind
    one of another script, a capital, and above all one within a word."""
    if before <= "\x7f" and after <= "\x7f":
        return 0.0
    if not after.isalpha():
        return (
            east_asia.OUT_OF_PLACE
            if before.isalpha() and after > "\x7f" and after not in _MARKS
            else 0.0
        )
    if before.isalpha() and (before < "\u0250") != (after < "\u0250"):
        return east_asia.OUT_OF_PLACE
    if not after.isupper() or before.isupper():
        return 0.0
    return east_asia.OUT_OF_PLACE if before.isalpha() else _CAPITAL


@cache
def _letters(charset: str) -> east_asia.Costs:
    """The costs of the characters of a charset of single bytes."""
    costs = east_asia.ascii_costs()
    for character in characters_of(charset):
        costs[character] = cost_of(character, charset)
    return costs


def cost_of(character: str, charset: str) -> float:
    """How seldom a character beyond ASCII comes in a text of a charset of single bytes, in nats."""
    if character in _MARKS:
        return _MARK
    if not character.isalpha():
        return _SIGN
    usual: Iterable[str] = _OF_CHARSET.get(charset, ())
    if not usual or character < "\u0250":
        return _ACCENTED if character in _ACCENTS.get(charset, "") else _SELDOM_ACCENTED
    small = character.lower()
    if small in usual:
        return _USUAL
    if small in _OF_OTHERS:
        return _FOREIGN
    return _SELDOM if small in _SELDOM_LETTERS else _LETTER
