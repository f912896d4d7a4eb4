"""One entry of a BibTeX file: its type, its key and its fields, cut from the text."""

from __future__ import annotations

import re
from collections.abc import Mapping

LONGEST_TEXT = 2**20  # characters that macros may add to a value: one may double another

START = re.compile(r"@\s{,100}+(\w[\w:+./-]*)\s*([{(])")
"""What opens an entry: its type and its bracket."""

_NAME = r"""[^\s,={}()"#%@\\]++"""
_FLAT = r"[^{}]*+"
_GROUPS = rf"{_FLAT}(?:\{{{_FLAT}(?:\{{{_FLAT}\}}{_FLAT})*+\}}{_FLAT})*+"
_WORD = r"""[^\s,={}()"#%\\@]++"""

# A field as nearly all are: one value, in braces of which three levels nest, or a word.
_FIELD = re.compile(
    rf'\s*+({_NAME})\s*+=\s*+(\{{{_GROUPS}\}}|"[^"{{}}]*+"|{_WORD})\s*+([,}})])', re.ASCII
)
_KEY = re.compile(r"""\s*+([^\s,={}()"#%]*+)\s*+,""", re.ASCII)
_ODD_KEY = re.compile(r"""\s*+([^,={}"\r\n]*[^,={}"\r\n\s])""")
SKIPPED = re.compile(r"(?:[\s,]++|%[^\r\n]*+)*+")
_BLANK = re.compile(r"(?:\s++|%[^\r\n]*+)*+")
_NAME_AND_SIGN = re.compile(
    r"""([^\s,={}()"#%@\\](?:[^,={}()"#%@\\\r\n]*[^\s,={}()"#%@\\])?)\s*+="""
)
_NEXT_NAME = re.compile(rf"{_NAME}\s*+=")
_BARE = re.compile(_WORD)
_BRACE = re.compile(r"[{}]")
_BRACE_OR_QUOTE = re.compile(r'[{}"]')


Piece = tuple[str, str, str, int]
"""A field as cut from the text: its name, its value as it stands (with delimiters), its LaTeX
(without them, macros written out), and where the value starts in the text."""
Slot = tuple[str, str, str, int, int, int]
"""A field of an entry: name, value and LaTeX, and the line, the column (both from 1) and the place
in the file where the value starts."""


Origin = tuple[int, int, int, int]
"""What the places of an entry are counted from: an index in the text, its line, the index where
that line starts, and the characters of the file before the text."""
Cut = tuple[str, list[Slot], int, int]
"""An entry that was read: its key, its fields, where its text ends, and the line behind
which the first comma is missing (0: none)."""


class Malformed(Exception):
    """The entry cannot be read. ``at_end``: because its text ended before it did."""

    def __init__(self, template: str, *, at_end: bool = False) -> None:
        self.template = template
        self.at_end = at_end


UNCLOSED = "entry is not closed: its last brace or bracket is missing"
OPEN_BRACE = "entry is not closed: a brace opened in a value is never closed"
OPEN_QUOTE = "entry cannot be read: a quote opened in a value is never closed"
NO_SIGN = "entry cannot be read: = is missing after the name of a field"
NO_NAME = "entry cannot be read: the name of a field is missing"
AFTER_VALUE = "entry cannot be read: text follows a value where a comma should stand"
AFTER_KEY = "entry cannot be read: no comma after the key"
CLOSED_EARLY = "entry is closed too early: one brace too many before its last field"
NO_BRACE = "entry cannot be read: no brace after its type"
NO_COMMA = "no comma before a field of an entry"
TOO_LONG = "entry is longer than max-record-bytes"


NOTHING = ("", "", "")


def cut(text: str, start: int, end: int, macros: Mapping[str, str], origin: Origin) -> Cut:
    """Read the entry whose bracket closes somewhere before ``end``; ``start`` is behind it.

    The closing bracket is the partner of the one before ``start``. Lines are counted by their
    line feeds. Raises Malformed.
    """
    opened, line, line_start, base = origin
    close = ")" if text[start - 1] == "(" else "}"
    without_comma = 0
    found = _KEY.match(text, start, end)
    if found:
        key, at = found[1], found.end()
    else:
        key, at = _odd_key(text, start, end, close)
        if key and text[at] not in (",", close):
            without_comma = origin[1] + text.count("\n", opened, at)
    slots: list[Slot] = []
    add, match, find = slots.append, _FIELD.match, text.find
    line_end = find("\n", opened, end)
    while True:
        found = match(text, at, end)
        name, value, stop = found.groups() if found else NOTHING
        if found and (stop == "," or stop == close):
            first = value[0]
            if first == "{" or first == '"':
                latex = value[1:-1]
            else:
                latex = macros.get(value.lower(), value)
            place, at = found.start(2), found.end()
        else:
            at = _after(SKIPPED, text, at, end)
            if at >= end:
                raise Malformed(UNCLOSED, at_end=True)
            if text[at] == close:
                return key, slots, at + 1, without_comma
            (name, value, latex, place), at = _field(text, at, end, macros)
            if at < end and text[at] not in (",", close):
                if not _NEXT_NAME.match(text, at, end):
                    raise Malformed(AFTER_VALUE)  # where a name follows, a comma was forgotten
                behind = place + len(value)
                without_comma = without_comma or origin[1] + text.count("\n", opened, behind)
            stop = ""
        while 0 <= line_end < place:
            line += 1
            line_start = line_end + 1
            line_end = find("\n", line_start, end)
        add((name, value, latex, line, place - line_start + 1, base + place))
        if stop == close:
            return key, slots, at, without_comma


def definition(text: str, start: int, end: int, macros: Mapping[str, str]) -> tuple[str, str, int]:
    """The name and text of an @string, and where it ends. Raises Malformed."""
    close = ")" if text[start - 1] == "(" else "}"
    at = _after(SKIPPED, text, start, end)
    piece, at = _field(text, at, end, macros)
    at = _after(SKIPPED, text, at, end)
    if at >= end or text[at] != close:
        raise Malformed(UNCLOSED, at_end=at >= end)
    return piece[0].lower(), piece[2], at + 1


def _odd_key(text: str, start: int, end: int, close: str) -> tuple[str, int]:
    """The key where it is no plain one: with blanks or brackets, missing, or alone."""
    at = _after(_BLANK, text, start, end)
    if at < end and (text[at] == close or _NEXT_NAME.match(text, at, end)):
        return "", at
    found = _ODD_KEY.match(text, start, end)
    key = found[1] if found else ""
    if found and close == ")" and key.endswith(")") and key.count(")") > key.count("("):
        return key[:-1].rstrip(), found.end() - 1
    at = _after(_BLANK, text, found.end() if found else start, end)
    if at >= end:
        raise Malformed(UNCLOSED, at_end=True)
    if text[at] == close or text[at] == ",":
        return key, at
    if found and text[at] == "=":  # a key and, without a comma, the name of a field
        words = key.rsplit(None, 1)
        if len(words) < 2:
            raise Malformed(NO_NAME)
        return words[0], found.end() - len(words[1])
    if _NEXT_NAME.match(text, at, end):
        return key, at
    raise Malformed(AFTER_KEY)


def _field(text: str, at: int, end: int, macros: Mapping[str, str]) -> tuple[Piece, int]:
    """The field that starts at ``at``, whatever its value, and the place behind it."""
    found = _NAME_AND_SIGN.match(text, at, end)
    if not found:
        word = _BARE.match(text, at, end)
        if word and word.end() >= end:
            raise Malformed(UNCLOSED, at_end=True)
        raise Malformed(NO_SIGN if word else NO_NAME)
    name = found[1]
    start = stop = at = _after(_BLANK, text, found.end(), end)
    parts: list[str] = []
    added = 0
    while True:
        if at >= end:
            raise Malformed(UNCLOSED, at_end=True)
        first = text[at]
        if first == "{":
            stop = _behind_brace(text, at, end)
            parts.append(text[at + 1 : stop - 1])
        elif first == '"':
            stop = _behind_quote(text, at, end)
            parts.append(text[at + 1 : stop - 1])
        elif word := _BARE.match(text, at, end):
            stop = word.end()
            expanded = macros.get(word[0].lower(), word[0])
            added += len(expanded)
            parts.append(expanded if added <= LONGEST_TEXT else word[0])
        elif parts or first not in ",})":
            raise Malformed(AFTER_VALUE)
        at = _after(_BLANK, text, stop, end)
        if at >= end or text[at] != "#" or not parts:
            return (name, text[start:stop], "".join(parts), start), at
        at = _after(_BLANK, text, at + 1, end)


def _after(pattern: re.Pattern[str], text: str, at: int, end: int) -> int:
    found = pattern.match(text, at, end)
    return found.end() if found else at


def _behind_brace(text: str, at: int, end: int) -> int:
    """The place behind the partner of the brace at ``at``."""
    depth = 0
    for found in _BRACE.finditer(text, at, end):
        depth += 1 if found[0] == "{" else -1
        if not depth:
            return found.end()
    raise Malformed(OPEN_BRACE, at_end=True)


def _behind_quote(text: str, at: int, end: int) -> int:
    """The place behind the partner of the quote at ``at``; quotes within braces do not count."""
    depth = 0
    for found in _BRACE_OR_QUOTE.finditer(text, at + 1, end):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth -= 1
            if depth < 0:
                raise Malformed(OPEN_QUOTE)
        elif not depth:
            return found.end()
    raise Malformed(OPEN_QUOTE, at_end=True)
