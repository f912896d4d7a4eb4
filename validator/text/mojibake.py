"""Text that was written in one charset and read in another, put right where that is certain."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from validator.text import charsets, east_asia, misread_utf8, misread_wide
from validator.text.charsets import CP1252, Undo
from validator.text.patterns import lazy

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


def may_be_misread(text: str, there: str) -> bool:
    """Whether `repair` has anything to look at: a quick test for long text.

    ``there`` are the characters of it that are not printable ASCII, see `unusual`.
    """
    if len(there) < 4 and not _SIGNS.search(there):
        return False  # letters of Latin-1 alone: UTF-8 has signs among them, all others long runs
    seen = _trace().search(there) or _CAPITALS.search(there)
    if seen and any(map(_trace().search, _RUNS.findall(text))):
        return True  # not only where characters that stand apart are put together
    if _LEADING.search(there) and charsets.PAIRS.search(text):
        return True
    if _CYRILLIC.search(there) and charsets.FOREIGN.search(text):
        return True
    return misread_wide.EAST.search(there) is not None and (
        "鈥" in there
        or misread_wide.GLUED.search(text) is not None
        or misread_wide.is_doubled(there)
        or any(east_asia.is_strange(line[:SEEN]) for line in text.split("\n"))
    )


def is_proved(text: str, repaired: str) -> bool:
    """Whether a repair is beyond doubt: all of the text is UTF-8 read as Latin-1 or Windows-1252,
    once or more, of what was repaired.
    """
    below: str | None = text
    for _ in range(2 * LAYERS):
        below = below and misread_utf8.whole_1252(below)
        if below == repaired:
            return True
    return False


def is_misread(text: str) -> bool:
    """Whether a text was misread for certain, though what it was may be open: bytes were lost, or
    several readings are as likely.
    """
    if text.isascii() or len(text) > LONGEST:
        return False
    if misread_utf8.by_sequence(text) == text:
        return True
    if misread_wide.EAST.search(text):
        return (
            misread_wide.is_broken(text, misread_wide.WIDE) or east_asia.between(text) is not None
        )
    if _CYRILLIC.search(text):
        return misread_wide.is_broken(text, ("cp1251", "koi8-r"))
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
    return _undone_at_once(text) or _undone_in_part(text)


def _undone_at_once(text: str) -> str | None:
    if text.isascii():
        return None
    rows: tuple[Misreading, ...] = ()
    if misread_wide.EAST.search(text):
        rows = _wide_misreadings()
    if any(trace.search(text) for trace in (_trace(), charsets.PAIRS, charsets.FOREIGN)):
        rows += _misreadings()
    for row in rows:
        if (len(text) <= LONGEST or row.written == "utf-8") and row.trace.search(text):
            mended = row.undo(text)
            if mended is not None:  # itself where it was misread, nobody knows from what
                return mended if mended != text else None
    return None


def _undone_in_part(text: str) -> str | None:
    """The text with those of its parts put right that were misread by themselves, as where a
    title and its translation come from two files.
    """
    if text.isascii() or len(text) > LONGEST:
        return None
    parts = _BETWEEN_PARTS.split(text)
    mended = [_undone_at_once(part) or part for part in parts]
    pairs = [*zip(parts, mended, strict=True)]
    new = [pair for pair in pairs if pair[0] != pair[1]]
    if not new or any(_is_odd(part) for part, same in pairs if part == same):
        return None
    end = 0
    for part, written in pairs:
        start, end = end, end + len(part)
        if part == written or misread_wide.EAST.search(written):
            continue
        if not is_proved(part, written) or not misread_utf8.shows(text, start, end):
            return None  # beside its neighbours it is none: “Å, Ä”
    return "".join(mended)


def _is_odd(text: str) -> bool:
    """Whether what stands beside a part that was misread is strange too: then all was."""
    return charsets.RUN_OR_PAIRS.search(text) is not None or east_asia.is_strange(text)


_BETWEEN_PARTS = lazy(r"([\s/|;；=()（）\[\]]+)")


_SIGNS = lazy("[^\u00c0-\u00ff]")
_LEADING = lazy(
    "[\x80-\x9f\u00a4-\u00bf\u0152-\u0192\u02c6\u02dc\u201a\u201e\u2020-\u2122]"
)  # no quotes, dashes
_CAPITALS = lazy("[\u0430-\u044fё][\u0410-\u042f]{3}")  # of one word, or of neighbours
_CYRILLIC = lazy("[\u0400-\u04ff]")
_SINGLE = (
    *("cp1250", "iso8859-2", "mac_roman", "cp437", "cp850", "cp1251", "cp1253", "cp1256", "cp874"),
    *("koi8-r", "cp866"),
)
_SWAPPED = lazy(
    "(?<![\u0400-\u04ff])[\u0430-\u044fё][\u0410-\u042f]{3}|[\u0400-\u040f\u0450-\u045f]{3}"
    "|[\u2500-\u257f][\u0430-\u044f]|[\u0430-\u044f][\u2500-\u257f]"
)


@cache
def _trace() -> re.Pattern[str]:
    """One look at the characters beyond ASCII of a text: what all misreadings have in common."""
    return lazy(
        f"{misread_utf8.sequences(CP1252)}|{charsets.RUN.pattern}|{_SWAPPED.pattern}"
        "|[\u0102\u0139\u0110\u0150\u221a\u00ac\u201a\u0393\u03a3\u03c0\u00b5\u2500-\u257f]."
        "|[\u0410-\u042f][\u0400-\u040f\u0450-\u045f\u0490\u0491\u00a0-\u00bf\u2010-\u2122]"
        "|[\u0392-\u03cf][\u00a0-\u00bf\u0384-\u038f\u2010-\u2122]"
        "|[\u0622\u0623\u0637-\u063a][\u00a0-\u00bf\u0679-\u06d2\u2010-\u2122]"
        "|\u0e40[\u0e18\u0e19]|\u0432\u0402"
        "|[\u2030\u00c2\u00ca\u00c1\u00cb\u00c8][^\x00-\x7f]{2}"  # Han in Mac Roman
        "|[\u0433-\u043f][\u0400-\u040f\u0450-\u045f\u0490\u0491\u00a0-\u00bf\u2010-\u2122]{2}"
    )


_ANY = lazy("[^\x00-\x7f]")
_RUNS = lazy("[^\x00-\x7f]{2,}|[\x80-\x9f]")


@cache
def _misreadings() -> tuple[Misreading, ...]:
    """Tried in this order; a row for each pair of charsets met in practice."""
    from validator.text import misread_single

    return (
        Misreading("utf-8", "cp1252, twice", misread_utf8.of_1252(), misread_utf8.twice),
        Misreading("utf-8", "cp1252", misread_utf8.of_1252(), misread_utf8.strictly_1252),
        *(Misreading("utf-8", name, _ANY, misread_utf8.whole(name)) for name in _SINGLE),
        Misreading("cp1251, cp1253", "latin-1", charsets.RUN, charsets.of_small_letters),
        Misreading(
            "gbk, big5, shift_jis, euc", "latin-1", charsets.RUN_OR_PAIRS, east_asia.of_latin
        ),
        Misreading("cp1251, koi8-r, cp866, cp1253", "latin-1", charsets.RUN, charsets.of_alphabets),
        Misreading(
            "gbk, big5, shift_jis, euc",
            "cp1251 and others",
            misread_single.TRACE,
            misread_single.undo,
        ),
        Misreading("utf-8", "cp1252", misread_utf8.of_1252(), misread_utf8.by_sequence),
        Misreading("cp1252, mac_roman, cp850", "latin-1", charsets.RUN, charsets.of_controls),
        Misreading("cp1251, koi8-r, cp866", "one another", _SWAPPED, charsets.between_cyrillic),
        Misreading("latin-1", "cp1251", charsets.FOREIGN, charsets.of_foreign_letters),
    )


@cache
def _wide_misreadings() -> tuple[Misreading, ...]:
    """UTF-8, or a charset of two bytes a character, read as one of these."""
    return (
        *(
            Misreading("utf-8", name, misread_wide.EAST, misread_wide.from_utf8_as(name))
            for name in misread_wide.WIDE
        ),
        *(
            Misreading("utf-8", name, misread_wide.GLUED, misread_wide.between_latin(name))
            for name in misread_wide.WIDE
        ),
        Misreading(
            "gbk, big5, shift_jis, euc", "one another", misread_wide.EAST, east_asia.between
        ),
    )
