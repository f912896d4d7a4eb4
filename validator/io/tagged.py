"""Lines that begin with a tag, gathered into records: what RIS and its kin have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from validator.finding import Fault
from validator.io.source import Line, Source


class Tag(NamedTuple):
    """The tag that a line begins with, and the offset in the line where its value begins."""

    name: str
    column: int  # of the tag, from 0
    value: int


class Tagged(NamedTuple):
    """A field as it stood: its value runs from the tag to the next, line ends inside included.

    Outer blanks are layout and no part of the value.
    """

    tag: str
    value: str
    line: int
    column: int  # of the value, from 1
    start: int
    end: int


class Group(NamedTuple):
    """The fields of one record, in order; that which closes it only where it has a value."""

    fields: list[Tagged]
    line: int
    column: int
    start: int
    end: int


class Dialect(NamedTuple):
    """How a tagged format is cut.

    ``split`` finds the tag of a line, None where the line goes on with the value above or stands
    between records. ``opens`` and ``closes`` are the tags of the first and last line of a record.
    """

    split: Callable[[str], Tag | None]
    opens: frozenset[str]
    closes: frozenset[str]


TOO_LONG = "a record is longer than max-record-bytes"


def groups(source: Source, dialect: Dialect) -> Iterator[Group | Fault]:
    """The records of a tagged file, and a fault for each that is longer than the limit.

    A record ends at its closing tag, at the next opening one, or with the file. Fields outside
    a record make one of their own.
    """
    split, opens, closes = dialect
    gathered: _Gathered | None = None
    for line in source.lines():
        tag = split(line.text) if line.text is not None else None
        if tag and tag.name in opens:
            if gathered:
                yield gathered.done(line.start)
            gathered = _Gathered(line, tag, source.limit)
        elif tag and tag.name in closes:
            if gathered:
                gathered.close(line, tag)
                yield gathered.done(gathered.end)
            gathered = None
        elif tag and not gathered:
            gathered = _Gathered(line, tag, source.limit)
        elif gathered:
            gathered.add(line, tag)
        elif line.text is None:
            gathered = _Gathered(line, None, source.limit)
    if gathered:
        yield gathered.done(None)


class _Gathered:
    """The record being read."""

    def __init__(self, line: Line, tag: Tag | None, limit: int) -> None:
        self.line = line.number
        self.column = tag.column + 1 if tag else 1
        self.start = line.start + self.column - 1
        self.end = self.start
        self.limit = limit
        self.too_long = False
        self.fields: list[Tagged] = []
        self.tag = ""  # of the field being read, and where its value begins
        self.place = (0, 0, 0)
        self.pieces: list[str] = []
        self.add(line, tag)

    def add(self, line: Line, tag: Tag | None) -> None:
        text = line.text
        if text is None or self.too_long or line.start + len(text) - self.start > self.limit:
            self.too_long = True
            self.end = line.start + len((text or "").rstrip("\r\n"))
            self.pieces, self.fields = [], []
            return
        if not tag:
            self.pieces.append(text)
            return
        self._finish()
        value = text[tag.value :]
        begin = tag.value + len(value) - len(value.lstrip())
        if not value.strip():  # empty: it stands behind the tag, not on the next line
            begin = min(tag.value, len(text.rstrip("\r\n")))
        self.tag = tag.name
        self.place = (line.number, begin + 1, line.start + begin)
        self.pieces.append(text[begin:])

    def close(self, line: Line, tag: Tag) -> None:
        """The line that ends the record: a field only where it has a value."""
        self.add(line, tag)
        self._finish()
        if self.fields and not self.fields[-1].value:
            self.fields.pop()

    def _finish(self) -> None:
        """The field being read is complete."""
        if not self.pieces:
            return
        number, column, start = self.place
        value = "".join(self.pieces).rstrip()
        self.pieces = []
        self.end = start + len(value)
        self.fields.append(Tagged(self.tag, value, number, column, start, self.end))

    def done(self, next_start: int | None) -> Group | Fault:
        """What was read. ``next_start`` is where a record that was left out ends at the latest."""
        self._finish()
        if self.too_long:
            return Fault(
                "COL002", TOO_LONG, line=self.line, column=1, start=self.start, end=next_start
            )
        return Group(self.fields, self.line, self.column, self.start, self.end)
