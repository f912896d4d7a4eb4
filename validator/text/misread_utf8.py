"""UTF-8 read in a charset of single bytes, put right by the sequences that UTF-8 allows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from validator.text.charsets import CP1252, Undo, bytes_of, characters_of
from validator.text.patterns import lazy

# What titles are made of. "É»" would be a letter of the phonetic alphabet, "à «" a Samaritan one.
_EXPECTED = lazy(
    "[\u00a0-\u023f\u02b0-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u10a0-\u11ff\u1e00-\u27bf"
    "\u3000-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufb00-\ufb4f\ufe30-\ufe6f\ufeff-\uffef"
    "\U0001f000-\U0001faff\U00020000-\U0003ffff]"
)


def _class(characters: Iterable[str]) -> str:
    """A pattern class, with neighbours as ranges: each item costs time when it is compiled."""
    ranges: list[list[int]] = []
    for code in sorted(map(ord, characters)):
        if ranges and code <= ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "[" + "".join(f"\\U{a:08x}-\\U{b:08x}" for a, b in ranges) + "]"


def sequences(charset: dict[str, int]) -> str:
    """A pattern of what the sequences of bytes that UTF-8 allows were read as."""

    def between(low: int, high: int) -> str:
        return _class(c for c, byte in charset.items() if low <= byte <= high)

    tail = between(0x80, 0xBF)
    return (
        f"{between(0xC2, 0xDF)}{tail}|{between(0xE0, 0xEF)}{tail}{{2}}"
        f"|{between(0xF0, 0xF4)}{tail}{{3}}"
    )


def _decoded(sequence: str, charset: dict[str, int]) -> str:
    """The character that was written, "" for bytes that are none, or none of a title."""
    try:
        character = bytes(map(charset.__getitem__, sequence)).decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return character if _EXPECTED.match(character) else ""


# What a clean text puts behind an accented letter: closing marks ("CAFÉ\u201d", "liberté\u00a0»"),
# signs ("5 Å²", "Å±0.1"), and letters that Windows-1252 keeps among its signs ("Ježíš\u201c").
_MARKS = "\u00a0\u00ab\u00bb\u2018\u2019\u201c\u201d\u2026\u2013\u2014\u203a\u2022"
_SIGNS = "\u00ad\u00a9\u00ae\u2122\u00b0\u00b1\u00b2\u00b3\u00b9\u00aa\u00ba\u00b7\u2020\u2021"
_LETTERS = "\u0160\u0161\u017d\u017e\u0152\u0153\u0178\u0192"
_NATURAL_2 = frozenset(_MARKS + _SIGNS + _LETTERS)
_NATURAL_3 = frozenset(_MARKS + _LETTERS)
_NO_WORDS = frozenset("ÂÃÄËÎÏ")  # capitals that are no word or unit by themselves, as Å and Ø are
_IN_WORDS = lazy("[\u0400-\u06ff]")  # no symbols: a letter of these does not stand alone


def _natural(found: re.Match[str]) -> bool:
    """Whether a clean text in Latin letters may hold this sequence of Windows-1252 there."""
    lead, tail = found[0][0], found[0][1:]
    before, after = _beside(found)
    if len(tail) > 1:
        natural = _NATURAL_2 if before.islower() and before not in _LETTERS else _NATURAL_3
        return natural.issuperset(tail)  # a letter of the tail before is no letter of a word
    if tail not in _NATURAL_2:
        return tail == "\u2039" and _closes(found)
    if tail == "\u00b1":  # "1.5 Å±0.1", but "mÅ±szaki" is műszaki
        return lead == "Å" and not before.islower()
    if tail in _LETTERS or tail == "\u00ad":
        return lead not in "ÂÃ" and (lead not in "ÄÅ" or tail == "\u00ad")
    if lead in "ÂÃ" and tail in _SIGNS:
        return False
    if after.isalpha() or before.islower() or before.isdigit():
        return False  # a closing mark inside a word, a capital at the end of a small word
    return lead not in _NO_WORDS or before.isupper() or _closes(found)


_OPENED = {
    "\u201d": "\u201c\u201e\u201d",
    "\u201c": "\u201e",
    "\u2019": "\u2018\u201a\u2019",
    "\u2018": "\u201a",
    "\u00bb": "\u00ab\u00bb",
    "\u00ab": "\u00bb\u201e",
    "\u203a": "\u2039\u203a",
    "\u2039": "\u203a",
    "\u00a0": "\u00ab",
}
QUOTED = 40
"""Characters between the marks of what is quoted: a letter, or a few (“Å, Ä”)."""


def _closes(found: re.Match[str]) -> bool:
    """Whether the second of two characters is a mark that closes a quotation: its partner before
    it was read as it was written, and so was the letter between them.
    """
    text, start = found.string, found.start()
    near = text[max(start - QUOTED, 0) : start]
    at = max(map(near.rfind, _OPENED.get(found[0][1], "\ue000")))
    return at == 0 or (at > 0 and not near[at - 1].isalpha() and near[at - 1] not in _MARKS)


def shows(text: str, start: int, end: int) -> bool:
    """Whether a part of a text holds a sequence of Windows-1252 that a clean text has not there."""
    return not all(map(_natural, of_1252().finditer(text, start, end)))


def _natural_elsewhere(found: re.Match[str]) -> bool:
    """The same for other charsets: whether nothing in the sequence is out of place."""
    lead, tail = found[0][0], found[0][1:]
    before, after = _beside(found)
    if not lead.isalpha():  # √ and ├ beside letters: "Jos√©", "Jos├⌐"
        if len(tail) == 2 and tail[0] == "Ä" and tail[1] in "ìîòôúù¶†":
            return False  # a quotation mark or dash in Mac Roman
        if lead == "√" and tail.isalpha() and tail not in "πµ" and after.isalpha():
            return False  # "√öFAL"
        return not (before.isalpha() or (after.islower() and not tail[-1].isspace()))
    if is_latin(lead):
        if len(tail) > 1:
            return not (before.isalpha() or after.isalpha()) or _NATURAL_3.issuperset(tail)
        if lead.isupper() and before.islower():
            return False  # "JosĂ©"
        if tail.isalpha():
            return not (lead.isupper() and tail.isupper() and after.islower())  # "MĂĽller"
        return tail in _MARKS + "\u00ad" or not after.isalpha()
    if lead.islower() and tail[0].isupper():
        return False  # "вЂ“"
    return not (is_latin(before) or is_latin(after))  # "JosГ©": two scripts in a word


def is_latin(character: str) -> bool:
    return character.isalpha() and character < "\u0250"


def _beside(found: re.Match[str]) -> tuple[str, str]:
    text, start, end = found.string, found.start(), found.end()
    return text[max(start - 1, 0) : start], text[end : end + 1]


@cache
def of_1252() -> re.Pattern[str]:
    return lazy(sequences(CP1252))


_PLAIN = lazy("[A-Za-z]")
_HALF = lazy("[\u0370-\u06ff][\u00c0-\u00ff]|[\u00c0-\u00ff][\u0370-\u06ff]")
_STRAY = lazy("[\x80-\x9f\xa1-\xaa\xac-\xba\xbc-\xbf\u2020-\u2022\u2122\u2202-\u22ff\u2500-\u25ff]")
_MIXED = lazy(
    "[\u0370-\u03ff][\u0400-\u06ff]|[\u0400-\u052f][\u0370-\u03ff\u0590-\u06ff]"
    "|[\u0590-\u05ff][\u0370-\u052f\u0600-\u06ff]|[\u0600-\u06ff][\u0370-\u05ff]"
)  # two alphabets within a word


def by_sequence(text: str) -> str | None:
    """Undo UTF-8 read as Windows-1252 or Latin-1, by each sequence of bytes that UTF-8 allows:
    other text may stand beside it.

    A sequence that a clean text may hold is no proof; it is repaired beside one that is. The text
    itself where nothing is certain but that it was misread.
    """
    pieces: list[str] = []
    end, certain = 0, False
    letter_end, letter_proves = -1, False
    for found in of_1252().finditer(text):
        character = _decoded(found[0], CP1252)
        if not character or (_is_mark(character) and not _beside(found)[0].isalpha()):
            continue
        pieces += text[end : found.start()], character
        end = found.end()
        proves = not _natural(found)
        if not _IN_WORDS.match(character):
            certain = certain or proves
            continue
        if letter_end == found.start():  # two letters side by side, and one of them proves
            certain = certain or proves or letter_proves
        letter_end, letter_proves = end, proves
    mended = "".join(pieces) + text[end:]
    strays = len(_STRAY.findall("".join(pieces[::2]) + text[end:]))
    if strays > (len(pieces) // 2 + 1 if _PLAIN.search(text) else 0):
        return None  # what stays is as strange as what was found
    if certain and _HALF.search(mended):
        return text  # misread for certain, and bytes of it were lost
    return mended if certain else None


def _is_mark(character: str) -> bool:
    return "\u0300" <= character <= "\u036f"


ADJACENT = 6
"""Bytes of letters side by side that prove a misreading: no word has "РџСЂРё" by chance."""


def whole(charset: str) -> Undo:
    """Undo UTF-8 read as another charset of single bytes, where all of the text is so."""
    characters = characters_of(charset)
    for byte in range(0x80, 0xA0):  # the holes of a charset are read as controls
        characters.setdefault(chr(byte), byte) if byte not in characters.values() else None
    pattern = lazy(sequences(characters))

    def undo(text: str) -> str | None:
        if not _is_utf8_in(charset, text):
            return None
        pieces: list[str] = []
        end, certain, adjacent, letter_end = 0, False, 0, -1
        for found in pattern.finditer(text):
            character = _decoded(found[0], characters)
            gap = text[end : found.start()]
            if not character or not gap.isascii():
                return None
            if character.isupper() and _beside(found)[0].islower():
                return None  # a capital within a word: of another charset
            pieces += gap, character
            end = found.end()
            adjacent = len(found[0]) + (adjacent if letter_end == found.start() else 0)
            letter_end = end
            certain = certain or adjacent >= ADJACENT or not _natural_elsewhere(found)
        rest = text[end:]
        mended = "".join(pieces) + rest
        return mended if certain and rest.isascii() and not _MIXED.search(mended) else None

    return undo


def _is_utf8_in(charset: str, text: str) -> bool:
    """Whether a text may be UTF-8 read so: a quick test. Controls stand in the holes."""
    try:
        text.encode(charset).decode("utf-8")
    except UnicodeEncodeError:
        return _HOLES.search(text) is not None
    except UnicodeDecodeError:
        return False
    return True


_HOLES = lazy("[\x80-\x9f]")


def twice(text: str) -> str | None:
    """Undo UTF-8 read as Windows-1252 or Latin-1 twice, where all of the text is so: in between,
    bytes stand as controls.
    """
    once = whole_1252(text)
    written = once and whole_1252(once)
    if not once or not written or written == once:
        return None
    return written if _HOLES.search(once) or strictly_1252(once) else None


def whole_1252(text: str) -> str | None:
    """A text read as UTF-8 that was read as Windows-1252 or Latin-1, all of it."""
    found = bytes_of(text)
    try:
        return found.decode("utf-8") if found is not None else None
    except UnicodeDecodeError:
        return None


def strictly_1252(text: str) -> str | None:
    """Undo UTF-8 read as Windows-1252 where all of the text is so; surer than by sequence."""
    return by_sequence(text) if whole_1252(text) else None
