"""UTF-8 read in a charset of two bytes a character, as those of East Asia are."""

from __future__ import annotations

import re
from collections.abc import Iterable

from validator.text import east_asia
from validator.text.charsets import Undo
from validator.text.misread_utf8 import is_latin
from validator.text.patterns import lazy

WIDE = ("gb18030", "shift_jis", "cp932", "cp949", "cp950")
EAST = lazy("[\u3400-\u9fff\uac00-\ud7a3\uff61-\uff9f]")
_ASIAN = lazy("[\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef]")
GLUED = lazy(
    "[A-Za-z][\u3400-\u9fff\uac00-\ud7a3][a-z]|[a-z][\u3400-\u9fff\uac00-\ud7a3](?![^\\W_])"
)
_TWO_OF_UTF8 = re.compile(rb"(?:[\xe3-\xef][\x80-\xbf]{2}){2}")
_OF_UTF8 = re.compile(rb"[\xe3-\xef][\x80-\xbf]{2}")
_BEYOND = re.compile(rb"[\x80-\xff]")


def is_broken(text: str, names: Iterable[str]) -> bool:
    """Whether most bytes of a text, in one of these charsets, are Han, Kana or Hangul of UTF-8:
    where a byte had no character, another stands for it or none.
    """
    for charset in names:
        try:
            found = text.replace("\ufffd", "?").encode(charset)
        except UnicodeEncodeError:
            continue
        beyond = len(_BEYOND.findall(found))
        pieces = b"".join(_OF_UTF8.findall(found))
        if beyond >= BROKEN and len(pieces) >= MOSTLY * beyond:
            written = pieces.decode("utf-8", "ignore")
            return east_asia.mean(written) < east_asia.mean(text)
    return False


BROKEN = 9
"""Bytes beyond ASCII of a text of which some were lost, at least."""
MOSTLY = 0.7
"""The share of them that letters of UTF-8 are, at least: that of other text is under a third."""


def is_doubled(there: str) -> bool:
    """Whether characters are, in a charset of two bytes each, Han, Kana or Hangul of UTF-8."""
    return any(_TWO_OF_UTF8.search(there.encode(charset, "replace")) for charset in WIDE)


def from_utf8_as(charset: str) -> Undo:
    """Undo UTF-8 read as GBK or its like: no other text of several characters is valid UTF-8.

    A name of three may be the bytes of two, but then of rare ones: 德川氏 those of 힐쎁.
    """

    def undo(text: str) -> str | None:
        readings = (meant(text, found) for found in east_asia.encoded(text, charset))
        return next(filter(None, readings), None)

    def meant(text: str, found: bytes) -> str | None:
        try:
            written = found.decode("utf-8")
        except UnicodeDecodeError:
            return None
        strange = [c for c in written if not c.isascii()]
        asian = sum(1 for c in strange if _ASIAN.match(c))
        if asian > 1 and 2 * asian > len(strange):
            if asian == 2 and east_asia.mean(written) > east_asia.RARE:
                return None
            return written if east_asia.cost(written) < east_asia.cost(text) else None
        latin = not asian and all(map(_LATIN_TEXT.match, strange)) and _PROVED.search(text)
        return written if latin else None

    return undo


_LATIN_TEXT = lazy("[\u00a0-\u024f\u1e00-\u1eff\u2010-\u203a\u20ac\u2122]")
_PROVED = lazy("鈥|[a-z][\u3400-\u9fff][a-z]")  # a rare character; Han within a Latin word


def between_latin(charset: str) -> Undo:
    """Undo an accented letter of UTF-8 read as one Han or Hangul character: "M眉ller", "Jos茅"."""

    def letter(found: re.Match[str]) -> str:
        character = found[0][1]
        try:
            meant = character.encode(charset).decode("utf-8")
        except UnicodeError:
            return found[0]
        return found[0].replace(character, meant) if is_latin(meant) else found[0]

    def undo(text: str) -> str | None:
        mended = GLUED.sub(letter, text)
        return mended if not EAST.search(mended) else None

    return undo
