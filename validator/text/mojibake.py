"""Text that was written in one charset and read in another, put right where that is certain."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

LAYERS = 3  # how often a text is misread at most: "Ã©", "ÃƒÂ©", "ÃƒÆ’Ã‚Â©"

# Windows-1252 as the world decodes it: its five holes are the control characters of Latin-1, so
# that text read as Latin-1 is covered too.
_BYTES = {chr(byte): byte for byte in range(0x80, 0x100)} | {
    bytes([byte]).decode("cp1252"): byte
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}


def _characters(low: int, high: int) -> str:
    """The characters that bytes of a range were read as, for a class in a pattern."""
    return "".join(re.escape(c) for c, byte in _BYTES.items() if low <= byte <= high)


_TAIL = _characters(0x80, 0xBF)
_SEQUENCE = re.compile(
    f"[{_characters(0xC2, 0xDF)}][{_TAIL}]"
    f"|[{_characters(0xE0, 0xEF)}][{_TAIL}]{{2}}"
    f"|[{_characters(0xF0, 0xF4)}][{_TAIL}]{{3}}"
)

# What titles are made of. "É»" would be a letter of the phonetic alphabet, "à «" a Samaritan one.
_EXPECTED = re.compile(
    "[\u00a0-\u023f\u02b0-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u10a0-\u11ff\u1e00-\u27bf"
    "\u3000-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufb00-\ufb4f\ufe30-\ufe6f\ufeff-\uffef"
    "\U0001f000-\U0001faff\U00020000-\U0003ffff]"
)

# What a clean text puts behind an accented letter: closing marks ("CAFÉ\u201d", "liberté\u00a0»"),
# signs ("5 Å²", "Å±0.1"), and letters that Windows-1252 keeps among its signs ("Ježíš\u201c").
_MARKS = "\u00a0\u00ab\u00bb\u2018\u2019\u201c\u201d\u2026\u2013\u2014\u203a\u2022"
_SIGNS = "\u00ad\u00a9\u00ae\u2122\u00b0\u00b1\u00b2\u00b3\u00b9\u00aa\u00ba\u00b7\u2020\u2021"
_LETTERS = "\u0160\u0161\u017d\u017e\u0152\u0153\u0178\u0192"
_NATURAL_2 = frozenset(_MARKS + _SIGNS + _LETTERS)
_NATURAL_3 = frozenset(_MARKS + _LETTERS)
_NO_WORDS = frozenset("ÂÃÄËÎÏ")  # capitals that are no word or unit by themselves, as Å and Ø are
_IN_WORDS = re.compile("[\u0400-\u06ff]")  # no symbols: a letter of these does not stand alone


class Misreading(NamedTuple):
    """Bytes of one charset decoded by another. Where ``trace`` is found, ``undo`` gives the text
    as it was written, None where it is not certain that it was misread so.
    """

    written: str
    read_as: str
    trace: re.Pattern[str]
    undo: Callable[[str], str | None]


def may_be_misread(text: str) -> bool:
    """Whether `repair` has anything to look at: a quick test for long text."""
    return not text.isascii() and any(row.trace.search(text) for row in MISREADINGS)


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
    for row in MISREADINGS:
        if row.trace.search(text) and (mended := row.undo(text)) is not None:
            return mended
    return None


def _from_cp1252(text: str) -> str | None:
    """UTF-8 read as Windows-1252 or Latin-1, by each sequence of bytes that UTF-8 allows.

    A sequence that a clean text may hold is no proof; it is repaired beside one that is.
    """
    pieces: list[str] = []
    end, certain = 0, False
    letter_end, letter_proves = -1, False
    for found in _SEQUENCE.finditer(text):
        character = _decoded(found[0])
        if not character:
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
    return "".join(pieces) + text[end:] if certain else None


def _decoded(sequence: str) -> str:
    """The character that was written, "" for bytes that are none, or none of a title."""
    try:
        character = bytes(map(_BYTES.__getitem__, sequence)).decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return character if _EXPECTED.match(character) else ""


def _natural(found: re.Match[str]) -> bool:
    """Whether a clean text may hold this sequence, in its place."""
    lead, tail = found[0][0], found[0][1:]
    if len(tail) > 1:
        return _NATURAL_3.issuperset(tail)
    if tail not in _NATURAL_2:
        return False
    before = found.string[max(found.start() - 1, 0) : found.start()]
    after = found.string[found.end() : found.end() + 1]
    if tail == "\u00b1":  # "1.5 Å±0.1", but "mÅ±szaki" is műszaki
        return lead == "Å" and not before.islower()
    if tail in _LETTERS or tail == "\u00ad":
        return lead not in "ÂÃ" and (lead not in "ÄÅ" or tail == "\u00ad")
    if lead in "ÂÃ" and tail in _SIGNS:
        return False
    if after.isalpha() or before.islower() or before.isdigit():
        return False  # a closing mark inside a word, a capital at the end of a small word
    return lead not in _NO_WORDS or before.isupper()


MISREADINGS = (Misreading("utf-8", "cp1252", _SEQUENCE, _from_cp1252),)
"""Tried in this order; a row for each pair of charsets met in practice."""
