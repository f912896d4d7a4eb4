"""The stretch of a JSON text that is in memory, how far it is read, what its items look like."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from validator.io.source import Source

BLOCK = 2**17  # characters read at a time, more while an item is longer

PATIENCE = 2**24
"""Characters of a file that may be decoded to find good items behind broken ones."""

TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|["\[\]{},]', re.DOTALL)
BETWEEN = re.compile(r"[ \t\r\n,\ufeff]*+")
_NAME = r'"((?:[^"\\]|\\.){1,40})"\s*+:'
_VALUE = r'\s*+(?:"(?:[^"\\]|\\.){0,300}"|[^\s"\[\]{},]{1,40})\s*+,\s*+'
_FIRST_KEYS = re.compile(rf"\{{\s*+{_NAME}(?:{_VALUE}{_NAME})?")
_COMMON = frozenset(("id", "type", "key", "name", "value", "DOI"))
"""First keys that parts of an item have as well."""


class Shape(NamedTuple):
    """How the items of a vocabulary are framed and begin.

    ``envelopes`` are the keys, from the top down, whose array (or one object) holds the records of
    an object at the top. ``opening`` is the pattern of the beginning of an item, where its first
    key does not tell it from its parts. ``marks`` are keys that items have and
    their parts have not, in one text. ``wrapped`` is the key of the object in each item that is
    the record, "" for the item itself.
    """

    envelopes: tuple[tuple[str, ...], ...] = (("items",),)
    opening: str = ""
    marks: str = "issued container-title publisher abstract ISSN ISBN"
    wrapped: str = ""

    def framed(self, source: Source) -> Shape:
        """The shape of the items of a file, which another program may have framed."""
        if source.wrapped:
            envelopes = (source.listed,) if source.listed else ()
            return Shape(envelopes, "", source.wrapped, source.wrapped)
        if source.listed:
            return self._replace(envelopes=(source.listed,))
        return self

    def may_be_item(self, value: dict[str, Any]) -> bool:
        """Whether an object is an item, and no part of one that has lost its beginning."""
        return not self.opening or not value.keys().isdisjoint(self.marks.split())


CSL = Shape()


class Item(NamedTuple):
    """One item: its value where ``reason`` is empty, else why there is none."""

    value: Any
    line: int
    column: int
    start: int
    end: int | None
    raw: str = ""
    reason: str = ""


class Window:
    """The stretch of the text that is in memory, and how far it has been read."""

    def __init__(self, source: Source, shape: Shape) -> None:
        self.shape = shape
        self.limit = source.limit
        self.blocks = source.blocks(BLOCK)
        self.text = ""
        self.is_whole = False  # nothing comes behind the stretch
        self.base = source.first_start  # characters before the stretch
        self.at = 0
        self.line = source.first_line  # of the place last asked for
        self.line_start = 0  # of that line; before the stretch it is negative
        self.counted = 0
        self.margin = ""  # the blanks between the separator and the item
        self.margins: tuple[str, ...] = ()  # those of good items
        self.begins = ""  # the pattern of how the first good item begins
        self.asked: tuple[int, object, int | None] = (0, None, None)  # see `recovery`
        self.looked: tuple[int, int, int | None] = (0, -1, None)
        self.patience = PATIENCE

    def more(self) -> bool:
        """Read on, as much again as is held, so that a long item is not tried too often."""
        pieces: list[str] = []
        wanted = max(len(self.text) - self.at, 1)
        while wanted > 0 and (block := next(self.blocks, "")):
            pieces.append(block)
            wanted -= len(block)
        self.is_whole = wanted > 0
        if not self.text and self.base == 0 and "".join(pieces[:1]).startswith("\ufeff"):
            self.line_start = 1  # the mark has no column
        self.text += "".join(pieces)
        return bool(pieces)

    def skip(self) -> str:
        """Go to the next item or bracket; its first character, "" at the end."""
        begin = self.at
        while True:
            self.at = end_of(BETWEEN, self.text, self.at)
            if self.at < len(self.text):
                break
            if not self.more():
                return ""
        between = self.text[begin : self.at]
        self.margin = between[between.rfind(",") + 1 :]
        self.forget()
        return self.text[self.at]

    def forget(self) -> None:
        """Let go of what has been read, where it is much."""
        if self.at > BLOCK:
            self.place(self.at)
            self.text = self.text[self.at :]
            self.base += self.at
            self.line_start -= self.at
            self.at = self.counted = 0

    def learn(self, start: int) -> None:
        """Keep what the good item here begins with, to know the next one behind a broken one."""
        if len(self.margins) < 4:
            self.margins += (self.margin,)
            self.begins = self.begins or begins(self.text, start, self.shape)

    def place(self, index: int) -> tuple[int, int]:
        """Line and column of a place at or behind the one last asked for."""
        text = self.text
        newlines = text.count("\n", self.counted, index)
        returns = text.count("\r", self.counted, index)
        if returns:
            newlines += returns - text.count("\r\n", self.counted, index)
        if newlines:
            self.line += newlines
            last = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index))
            self.line_start = last + 1
        self.counted = index
        return self.line, index - self.line_start + 1


def end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where the match of a pattern that may be empty ends."""
    found = pattern.match(text, at)
    return found.end() if found else at


def begins(text: str, start: int, shape: Shape) -> str:
    """The pattern of the beginning of items, from the one here: by its first key, or by two where
    the parts of items have that one, too."""
    found = _FIRST_KEYS.match(text, start)
    first, second = (found[1], found[2]) if found else ("id", None)
    if not shape.opening:
        keys = "|".join(map(re.escape, dict.fromkeys(("id", "type", first))))
        return rf'\{{\s*"(?:{keys})"\s*:'
    if re.compile(shape.opening).match(text, start) or (first in _COMMON and not second):
        return shape.opening
    own = rf'\{{\s*"{re.escape(first)}"\s*:'
    if first in _COMMON and second:
        own += rf'{_VALUE}"{re.escape(second)}"\s*:'
    return f"{own}|{shape.opening}"
