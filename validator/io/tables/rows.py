"""Delimited text cut into rows and cells, each with its place; a broken row costs no neighbour."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from validator.io.source import Line, Source

MOST_LINES = 500
"""Physical lines that one row may run over: a quote that closes later was never meant to."""

RAGGED = "a row has not as many cells as the header"
UNCLOSED = "a quotation mark is not closed"
TOO_LONG = "a line is longer than max-record-bytes"


class Cell(NamedTuple):
    """A cell: its value, and its text as it stood, quotes included."""

    value: str
    raw: str
    line: int
    column: int
    start: int


Place = tuple[int, int, int]
"""The line, the column and the start of a cell."""


@dataclass(slots=True)
class Cells:
    """The cells of a row: their values, and their texts as they stood.

    Where each stands is told by ``places``; by none, where they follow each other from the place of
    the row on and one character parts them.
    """

    values: list[str]
    raws: list[str]
    line: int  # of the row
    start: int
    places: list[Place] | None = None

    def add(self, value: str, raw: str, place: Place) -> None:
        """Add a cell to those that have places of their own."""
        self.values.append(value)
        self.raws.append(raw)
        if self.places is not None:
            self.places.append(place)

    def all_places(self) -> Iterator[Place]:
        """The place of each cell."""
        if self.places is not None:
            yield from self.places
            return
        at = 0
        for raw in self.raws:
            yield self.line, at + 1, self.start + at
            at += len(raw) + 1

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[Cell]:
        for value, raw, place in zip(self.values, self.raws, self.all_places(), strict=True):
            yield Cell(value, raw, *place)

    def cut(self, width: int) -> Cells:
        """The first cells."""
        if len(self.values) == width:
            return self
        places = self.places and self.places[:width]
        return Cells(self.values[:width], self.raws[:width], self.line, self.start, places)


class Row(NamedTuple):
    """A row of as many cells as the header has, or the lines of a broken one (cells None)."""

    cells: Cells | None
    line: int
    start: int
    end: int | None
    raw: str
    reason: str = ""  # why it is broken


class Grammar:
    """How cells are cut at one delimiter.

    A cell is quoted where it begins with a quotation mark; the mark ends it where a delimiter or
    the end of the line follows, and stands for itself elsewhere: exports forget to double it.
    """

    def __init__(self, delimiter: str) -> None:
        self.delimiter = delimiter
        self.trims = False  # blanks behind a delimiter are layout
        # Web of Science and others that write tabs quote nothing: a mark may be part of the text
        self.may_be_plain = delimiter == "\t"
        mark = re.escape(delimiter)
        blank = r"[ \t]*" if delimiter != "\t" else " *"
        inside = rf'(?:[^"]++|""|"(?!{blank}(?:{mark}|\Z)))*+'
        self.cell = re.compile(
            rf'{blank}("{inside}"){blank}(?={mark}|\Z)|{blank}(")|[^{mark}]*+'
        )  # quoted, with a mark that is left open, plain
        self.simple = re.compile(rf'("(?:[^"]++|"")*+"|[^"{mark}]*+)(?:{mark}|\Z)')
        self.rest = re.compile(rf'({inside}"){blank}(?={mark}|\Z)')

    def cells(self, body: str, line: int, start: int) -> tuple[Cells, int]:
        """The cells of a line, and the offset of a quotation mark left open, -1 where none is."""
        if '"' not in body:
            return self.plain_cells(body, line, start), -1
        if not self.trims and (cells := self.simple_cells(body, line, start)):
            return cells, -1
        cells = Cells([], [], line, start, [])
        return cells, self.scan(body, 0, line, start, cells)

    def simple_cells(self, body: str, line: int, start: int) -> Cells | None:
        """The cells of a line in which all marks stand as RFC 4180 has them, else None."""
        parts = self.simple.findall(body)
        if body[-1] != self.delimiter:
            parts.pop()  # an empty match at the end
        if self.delimiter.join(parts) != body:
            return None
        values = [part if part[:1] != '"' else part[1:-1].replace('""', '"') for part in parts]
        return Cells(values, parts, line, start)

    def scan(self, body: str, at: int, line: int, start: int, cells: Cells) -> int:
        """Add the cells of a line from an offset on; returns as `cells`."""
        match = self.cell.match
        while found := match(body, at):
            kind = found.lastindex
            if kind == 1:
                raw, begin = found[1], found.start(1)
                cells.add(self.value(raw), raw, (line, begin + 1, start + begin))
            elif kind == 2:
                return found.start(2)
            else:
                cells.add(*self._plain_cell(found[0], line, at, start))
            at = found.end() + 1
            if at > len(body):
                return -1
        raise AssertionError("a cell may be empty, so that there is always one")

    def value(self, raw: str) -> str:
        """The value of a quoted cell."""
        return raw if self.may_be_plain and has_single_mark(raw) else unquoted(raw)

    def plain_cells(self, body: str, line: int, start: int) -> Cells:
        """The cells of a line in which quotation marks stand for themselves."""
        parts = body.split(self.delimiter)
        if not self.trims:
            return Cells(parts, parts, line, start)
        cells, at = Cells([], [], line, start, []), 0
        for part in parts:
            cells.add(*self._plain_cell(part, line, at, start))
            at += len(part) + 1
        return cells

    def _plain_cell(self, part: str, line: int, at: int, start: int) -> tuple[str, str, Place]:
        if self.trims and part[:1] == " ":
            at += len(part) - len(part.lstrip(" "))
            part = part.strip(" ")
        return part, part, (line, at + 1, start + at)


def unquoted(raw: str) -> str:
    """The value of a quoted cell: the outer marks off, doubled ones single."""
    inner = raw[1:-1]
    return inner.replace('""', '"') if '"' in inner else inner


def has_single_mark(raw: str) -> bool:
    """Whether a quoted cell holds a quotation mark that is not doubled."""
    return '"' in raw[1:-1].replace('""', "")


def header(lines: Iterator[Line], grammar: Grammar, source: Source) -> tuple[Cells, int]:
    """The cells of the first line, and of those that a quoted cell runs over; and how many."""
    line = next(lines)
    cells, open_at = grammar.cells((line.text or "").rstrip("\r\n"), line.number, line.start)
    taken = [line]
    if open_at >= 0:
        _joined(cells, open_at, taken, deque(), lines, grammar, source.limit)
    return cells, len(taken)


def rows(lines: Iterator[Line], grammar: Grammar, source: Source, *, width: int) -> Iterator[Row]:
    """The rows below the header. Blank lines and rows of empty cells are none.

    A row whose quoted cell runs over lines is taken back where it does not come out at ``width``
    cells, or swallowed a row that stands by itself: then only its first lines are broken.
    """
    waiting: deque[Line] = deque()
    while True:
        line = waiting.popleft() if waiting else next(lines, None)
        if line is None:
            return
        if line.text is None:
            yield Row(None, line.number, line.start, None, "", TOO_LONG)
            continue
        body = line.text.rstrip("\r\n")
        if not body.strip():
            continue
        cells, open_at = grammar.cells(body, line.number, line.start)
        taken = [line]
        if open_at >= 0:
            closed = _joined(cells, open_at, taken, waiting, lines, grammar, source.limit)
            if not closed or not _fits(cells, width) or _swallowed(cells, taken, grammar, width):
                plain = grammar.plain_cells(body, line.number, line.start)
                if grammar.may_be_plain and _fits(plain, width):
                    waiting.extendleft(reversed(taken[1:]))
                    yield Row(plain.cut(width), line.number, line.start, line.start + len(body), "")
                    continue
                broken = _broken_part(taken, grammar, width)
                waiting.extendleft(reversed(taken[len(broken) :]))
                yield _broken(broken, RAGGED if closed else UNCLOSED)
                continue
        elif not _fits(cells, width):
            yield _broken(taken, RAGGED)
            continue
        if any(cells.values):
            last = taken[-1]
            end = last.start + len((last.text or "").rstrip("\r\n"))
            yield Row(cells.cut(width), line.number, line.start, end, "")


def _joined(
    cells: Cells,
    open_at: int,
    taken: list[Line],
    waiting: deque[Line],
    lines: Iterator[Line],
    grammar: Grammar,
    limit: int,
) -> bool:
    """Read on to the end of a row that a quoted cell carries over the line; whether it ends."""
    first = taken[0]
    while open_at >= 0:
        line = taken[-1]
        pieces = [(line.text or "")[open_at:]]
        place = (line.number, open_at + 1, line.start + open_at)
        while True:
            following = waiting.popleft() if waiting else next(lines, None)
            if following is None:
                return False
            taken.append(following)
            text = following.text
            if (
                text is None
                or len(taken) > MOST_LINES
                or following.start + len(text) - first.start > limit
            ):
                return False
            body = text.rstrip("\r\n")
            if found := grammar.rest.match(body):
                break
            pieces.append(text)
        pieces.append(found[1])
        raw = "".join(pieces)
        cells.add(grammar.value(raw), raw, place)
        if found.end() >= len(body):
            return True
        open_at = grammar.scan(body, found.end() + 1, following.number, following.start, cells)
    return True


def _fits(cells: Cells, width: int) -> bool:
    """Whether there are as many cells as the header has; empty ones may follow."""
    values = cells.values
    return len(values) == width or (len(values) > width and not any(map(str.strip, values[width:])))


def _swallowed(cells: Cells, taken: list[Line], grammar: Grammar, width: int) -> bool:
    """Whether a cell over several lines took rows in: it holds a single quotation mark, and one
    of its lines would make a row by itself."""
    single = any(
        has_single_mark(raw)
        for raw in cells.raws
        if raw[:1] == '"' and ("\n" in raw or "\r" in raw)
    )
    return single and any(_is_row(line, grammar, width) for line in taken[1:])


def _broken_part(taken: list[Line], grammar: Grammar, width: int) -> list[Line]:
    """The first line of a broken row, and those after it that are pieces of a row."""
    last = 1
    while last < len(taken) and _is_piece(taken[last], grammar, width):
        last += 1
    return taken[:last]


def _is_row(line: Line, grammar: Grammar, width: int) -> bool:
    """Whether a line alone is a row."""
    cells = _alone(line, grammar)
    return cells is not None and _fits(cells, width) and not _ends_a_cell(cells)


def _is_piece(line: Line, grammar: Grammar, width: int) -> bool:
    """Whether a line alone is less than a row, or begins in the middle of a quoted cell."""
    cells = _alone(line, grammar)
    return cells is not None and (len(cells) < width or _ends_a_cell(cells))


def _alone(line: Line, grammar: Grammar) -> Cells | None:
    """The cells of a line by itself, None where it leaves a quotation mark open."""
    if line.text is None:
        return None
    cells, open_at = grammar.cells(line.text.rstrip("\r\n"), line.number, line.start)
    return cells if open_at < 0 else None


def _ends_a_cell(cells: Cells) -> bool:
    """Whether a quotation mark at the end of the first cell closes one from the line above."""
    first = cells.raws[0]
    return first[-1:] == '"' and first.count('"') % 2 == 1


def _broken(taken: list[Line], reason: str) -> Row:
    raw = "".join(line.text or "" for line in taken).rstrip("\r\n")
    first = taken[0]
    return Row(None, first.number, first.start, first.start + len(raw), raw, reason)
