"""Text that was written in one charset and read in another, put right where that is certain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from validator.text import charsets, east_asia
from validator.text.charsets import CP1252, Undo, bytes_of, characters_of
from validator.text.patterns import lazy
from validator.text.unicode import unusual

LONGEST = 2**14  # characters; no longer text is tried in the charsets of all countries
SEEN = 60  # characters of each text that a first look at its Han takes
LAYERS = 3  # how often a text is misread at most: "Ã©", "ÃƒÂ©", "ÃƒÆ’Ã‚Â©"


class Misreading(NamedTuple):
    """Bytes of one charset decoded by another. Where ``trace`` is found, ``undo`` gives the text
    as it was written, None where it is not certain that it was misread so.
    """

    written: str
    read_as: str
    trace: re.Pattern[str]
    undo: Undo


def may_be_misread(text: str) -> bool:
    """Whether `repair` has anything to look at: a quick test for long text."""
    if text.isascii():
        return False
    there = unusual(text)
    if _trace().search(there) and any(map(_trace().search, _RUNS.findall(text))):
        return True  # not only where characters that stand apart are put together
    if _LEADING.search(there) and charsets.PAIRS.search(text):
        return True
    if _CYRILLIC.search(there) and charsets.FOREIGN.search(text):
        return True
    return _EAST.search(there) is not None and (
        "鈥" in there
        or _GLUED.search(text) is not None
        or _doubled(there)
        or any(east_asia.is_strange(line[:SEEN]) for line in text.split("\n"))
    )


def is_misread(text: str) -> bool:
    """Whether a text was misread for certain, though what it was may be open: bytes were lost, or
    several readings are as likely.
    """
    if text.isascii() or len(text) > LONGEST:
        return False
    if _EAST.search(text):
        return _is_broken_utf8(text, _WIDE) or east_asia.between(text) is not None
    if _CYRILLIC.search(text):
        return _is_broken_utf8(text, ("cp1251", "koi8-r"))
    return charsets.RUN_OR_PAIRS.search(text) is not None and east_asia.of_latin(text) is not None


def repair(text: str) -> str | None:
    """The text as it was written, None where nothing shows that it was misread.

    What is repaired gives back the very same mojibake when it is misread again.
    """
    found = None
    for _ in range(LAYERS):
        mended = _undone(text if found is None else found)
        if mended is None:
            break
        found = mended
    return found


def _undone(text: str) -> str | None:
    """The text one layer up."""
    if text.isascii():
        return None
    rows: tuple[Misreading, ...] = ()
    if _EAST.search(text):
        rows = _wide_misreadings()
    if any(trace.search(text) for trace in (_trace(), charsets.PAIRS, charsets.FOREIGN)):
        rows += _misreadings()
    for row in rows:
        if (len(text) <= LONGEST or row.written == "utf-8") and row.trace.search(text):
            mended = row.undo(text)
            if mended is not None:  # itself where it was misread, nobody knows from what
                return mended if mended != text else None
    return None


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


def _sequences(charset: dict[str, int]) -> str:
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
    if len(tail) > 1:
        return _NATURAL_3.issuperset(tail)
    if tail not in _NATURAL_2:
        return False
    before, after = _beside(found)
    if tail == "\u00b1":  # "1.5 Å±0.1", but "mÅ±szaki" is műszaki
        return lead == "Å" and not before.islower()
    if tail in _LETTERS or tail == "\u00ad":
        return lead not in "ÂÃ" and (lead not in "ÄÅ" or tail == "\u00ad")
    if lead in "ÂÃ" and tail in _SIGNS:
        return False
    if after.isalpha() or before.islower() or before.isdigit():
        return False  # a closing mark inside a word, a capital at the end of a small word
    return lead not in _NO_WORDS or before.isupper()


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
    if _is_latin(lead):
        if len(tail) > 1:
            return not (before.isalpha() or after.isalpha()) or _NATURAL_3.issuperset(tail)
        if lead.isupper() and before.islower():
            return False  # "JosĂ©"
        if tail.isalpha():
            return not (lead.isupper() and tail.isupper() and after.islower())  # "MĂĽller"
        return tail in _MARKS + "\u00ad" or not after.isalpha()
    if lead.islower() and tail[0].isupper():
        return False  # "вЂ“"
    return not (_is_latin(before) or _is_latin(after))  # "JosГ©": two scripts in a word


def _is_latin(character: str) -> bool:
    return character.isalpha() and character < "\u0250"


def _beside(found: re.Match[str]) -> tuple[str, str]:
    text, start, end = found.string, found.start(), found.end()
    return text[max(start - 1, 0) : start], text[end : end + 1]


@cache
def _of_1252() -> re.Pattern[str]:
    return lazy(_sequences(CP1252))


_PLAIN = lazy("[A-Za-z]")
_STRAY = lazy("[\x80-\x9f\xa1-\xaa\xac-\xba\xbc-\xbf]")


def _by_sequence(text: str) -> str | None:
    """Undo UTF-8 read as Windows-1252 or Latin-1, by each sequence of bytes that UTF-8 allows:
    other text may stand beside it.

    A sequence that a clean text may hold is no proof; it is repaired beside one that is.
    """
    pieces: list[str] = []
    end, certain = 0, False
    letter_end, letter_proves = -1, False
    for found in _of_1252().finditer(text):
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
    return mended if certain else None


def _is_mark(character: str) -> bool:
    return "\u0300" <= character <= "\u036f"


ADJACENT = 6
"""Bytes of letters side by side that prove a misreading: no word has "РџСЂРё" by chance."""


def _whole(charset: str) -> Undo:
    """Undo UTF-8 read as another charset of single bytes, where all of the text is so."""
    characters = characters_of(charset)
    for byte in range(0x80, 0xA0):  # the holes of a charset are read as controls
        characters.setdefault(chr(byte), byte) if byte not in characters.values() else None
    pattern = lazy(_sequences(characters))

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
        return "".join(pieces) + rest if certain and rest.isascii() else None

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


def _twice(text: str) -> str | None:
    """Undo UTF-8 read as Windows-1252 or Latin-1 twice, where all of the text is so: in between,
    bytes stand as controls.
    """
    once = _whole_1252(text)
    written = once and _whole_1252(once)
    if not once or not written or written == once:
        return None
    return written if _HOLES.search(once) or _strictly_1252(once) else None


def _whole_1252(text: str) -> str | None:
    found = bytes_of(text)
    try:
        return found.decode("utf-8") if found is not None else None
    except UnicodeDecodeError:
        return None


def _strictly_1252(text: str) -> str | None:
    """Undo UTF-8 read as Windows-1252 where all of the text is so; surer than by sequence."""
    return _by_sequence(text) if _whole_1252(text) else None


_LEADING = lazy("[\x80-\x9f\u00a4-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122].*[^\x00-\x7f]")
_CYRILLIC = lazy("[\u0400-\u04ff]")
_EAST = lazy("[\u3400-\u9fff\uac00-\ud7a3\uff61-\uff9f]")
_ASIAN = lazy("[\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef]")
_GLUED = lazy(
    "[A-Za-z][\u3400-\u9fff\uac00-\ud7a3][a-z]|[a-z][\u3400-\u9fff\uac00-\ud7a3](?![^\\W_])"
)
_TWO_OF_UTF8 = re.compile(rb"(?:[\xe3-\xef][\x80-\xbf]{2}){2}")
_OF_UTF8 = re.compile(rb"[\xe3-\xef][\x80-\xbf]{2}")
_BEYOND = re.compile(rb"[\x80-\xff]")


def _is_broken_utf8(text: str, names: Iterable[str]) -> bool:
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
            return east_asia.cost(written) < east_asia.cost(text)
    return False


BROKEN = 9
"""Bytes beyond ASCII of a text of which some were lost, at least."""
MOSTLY = 0.7
"""The share of them that letters of UTF-8 are, at least: that of other text is under a third."""


def _doubled(there: str) -> bool:
    """Whether characters are, in a charset of two bytes each, Han, Kana or Hangul of UTF-8."""
    return any(_TWO_OF_UTF8.search(there.encode(charset, "replace")) for charset in _WIDE)


def _from_utf8_as(charset: str) -> Undo:
    """Undo UTF-8 read as GBK or its like: no other text of several characters is valid UTF-8."""

    def undo(text: str) -> str | None:
        try:
            written = text.encode(charset).decode("utf-8")
        except UnicodeError:
            return None
        strange = [c for c in written if not c.isascii()]
        asian = sum(1 for c in strange if _ASIAN.match(c))
        if asian > 1 and 2 * asian > len(strange):
            return written if east_asia.cost(written) < east_asia.cost(text) else None
        latin = not asian and all(map(_LATIN_TEXT.match, strange)) and _PROVED.search(text)
        return written if latin else None

    return undo


_LATIN_TEXT = lazy("[\u00a0-\u024f\u1e00-\u1eff\u2010-\u203a\u20ac\u2122]")
_PROVED = lazy("鈥|[a-z][\u3400-\u9fff][a-z]")  # a rare character; Han within a Latin word


def _between_latin(charset: str) -> Undo:
    """Undo an accented letter of UTF-8 read as one Han or Hangul character: "M眉ller", "Jos茅"."""

    def letter(found: re.Match[str]) -> str:
        character = found[0][1]
        try:
            meant = character.encode(charset).decode("utf-8")
        except UnicodeError:
            return found[0]
        return found[0].replace(character, meant) if _is_latin(meant) else found[0]

    def undo(text: str) -> str | None:
        mended = _GLUED.sub(letter, text)
        return mended if not _EAST.search(mended) else None

    return undo


_SINGLE = (
    *("cp1250", "iso8859-2", "mac_roman", "cp437", "cp850", "cp1251", "cp1253", "cp1256", "cp874"),
    *("koi8-r", "cp866"),
)
_WIDE = ("gbk", "shift_jis", "cp932", "cp949", "cp950")
_SWAPPED = lazy(
    "(?<![\u0400-\u04ff])[\u0430-\u044fё][\u0410-\u042f]{3}|[\u0400-\u040f\u0450-\u045f]{3}"
    "|[\u2500-\u257f][\u0430-\u044f]|[\u0430-\u044f][\u2500-\u257f]"
)


@cache
def _trace() -> re.Pattern[str]:
    """One look at the characters beyond ASCII of a text: what all misreadings have in common."""
    return lazy(
        f"{_sequences(CP1252)}|{charsets.RUN.pattern}|{_SWAPPED.pattern}"
        "|[\u0102\u0139\u0110\u0150\u221a\u00ac\u201a\u0393\u03a3\u03c0\u00b5\u2500-\u257f]."
        "|[\u0410-\u042f][\u0400-\u040f\u0450-\u045f\u0490\u0491\u00a0-\u00bf\u2010-\u2122]"
        "|[\u0392-\u03cf][\u00a0-\u00bf\u0384-\u038f\u2010-\u2122]"
        "|[\u0622\u0623\u0637-\u063a][\u00a0-\u00bf\u0679-\u06d2\u2010-\u2122]"
        "|\u0e40[\u0e18\u0e19]|\u0432\u0402"
        "|[\u2030\u00c2\u00ca\u00c1\u00cb\u00c8][^\x00-\x7f]{2}"  # Han in Mac Roman
        "|[\u0433-\u0439][\u0400-\u040f\u0450-\u045f\u0490\u0491\u00a0-\u00bf\u2010-\u2122]{2}"
    )


_ANY = lazy("[^\x00-\x7f]")
_RUNS = lazy("[^\x00-\x7f]{2,}|[\x80-\x9f]")


@cache
def _misreadings() -> tuple[Misreading, ...]:
    """Tried in this order; a row for each pair of charsets met in practice."""
    return (
        Misreading("utf-8", "cp1252, twice", _of_1252(), _twice),
        Misreading("utf-8", "cp1252", _of_1252(), _strictly_1252),
        *(Misreading("utf-8", name, _ANY, _whole(name)) for name in _SINGLE),
        Misreading(
            "gbk, big5, shift_jis, euc", "latin-1", charsets.RUN_OR_PAIRS, east_asia.of_latin
        ),
        Misreading("cp1251, koi8-r, cp866, cp1253", "latin-1", charsets.RUN, charsets.of_alphabets),
        Misreading("utf-8", "cp1252", _of_1252(), _by_sequence),
        Misreading("cp1252, mac_roman, cp850", "latin-1", charsets.RUN, charsets.of_controls),
        Misreading("cp1251, koi8-r, cp866", "one another", _SWAPPED, charsets.between_cyrillic),
        Misreading("latin-1", "cp1251", charsets.FOREIGN, charsets.of_foreign_letters),
    )


@cache
def _wide_misreadings() -> tuple[Misreading, ...]:
    """UTF-8, or a charset of two bytes a character, read as one of these."""
    return (
        *(Misreading("utf-8", name, _EAST, _from_utf8_as(name)) for name in _WIDE),
        *(Misreading("utf-8", name, _GLUED, _between_latin(name)) for name in _WIDE),
        Misreading("gbk, big5, shift_jis, euc", "one another", _EAST, east_asia.between),
    )
