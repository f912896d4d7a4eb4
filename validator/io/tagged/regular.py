"""Tagged records that are as their programs write them, cut by patterns and not line by line.

What is in any way irregular is left to `tagged.groups`, which knows what lines may look like; both
give the same groups.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from validator.finding import Fault
from validator.io.source import Source
from validator.io.tagged.lines import MOST_LINES, TOO_LONG, Dialect, Group, Tagged, groups

new = tuple.__new__


class Regular(NamedTuple):
    """How regular records look.

    ``begins`` matches the first record of a file, ``parted`` what stands before the others, from a
    line end on. ``field`` has three groups that are all of its match: the tag with what parts it
    from its value, the value with the lines that it goes on in, and the line end with the blank
    lines behind it. ``tags`` has the tag of each first group; a field of another is irregular. The
    values of ``listed`` tags are a line each, behind ``indent`` blanks. A second field of a tag in
    ``once`` is irregular; ``closes`` are those of them that end a record.
    """

    begins: re.Pattern[str]
    parted: re.Pattern[str]
    field: re.Pattern[str]
    tags: dict[str, str]
    listed: frozenset[str] = frozenset()
    indent: int = 0
    closes: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()


def read(
    source: Source, dialect: Callable[[], Dialect], regular: Regular
) -> Iterator[Group | Fault]:
    """The groups of a source, as `tagged.groups` gives them.

    A file that does not begin with a record is read line by line.
    """
    if not regular.begins.match(_head(source).lstrip("\ufeff \t\r\n")):
        yield from groups(source, dialect())
        return
    for region in _regions(source, regular.parted):
        if region.text is None:
            yield Fault("COL002", TOO_LONG, line=region.line, column=1, start=region.start)
        elif region.lines <= MOST_LINES and (
            group := _group(region.text, region.line, region.start, regular)
        ):
            yield group
        elif region.text.strip("\ufeff \t\r\n"):
            yield from groups(_piece(source, region), dialect())


class _Region(NamedTuple):
    """The text from a record to the next, None where it is over the limit."""

    text: str | None
    line: int
    start: int
    lines: int


def _head(source: Source) -> str:
    """The first characters of a source, which stay to be read."""
    if source.text is not None:
        return source.text[:4096]
    peek = getattr(source.stream, "peek", None)
    return peek(4096)[:4096].decode(source.encoding, "replace") if peek else ""


def _piece(source: Source, region: _Region) -> Source:
    return Source(
        source.path,
        source.format,
        source.encoding,
        source.limit,
        first_line=region.line,
        first_start=region.start,
        text=region.text,
    )


def _regions(source: Source, parted: re.Pattern[str]) -> Iterator[_Region]:
    """The source cut where records begin."""
    line, start = source.first_line, source.first_start
    parts: list[str] = []  # of the region being read; none where it is too long
    size = lines = 0  # characters and lines of it
    for body in _whole_lines(source):
        at = 0
        for found in parted.finditer(body):
            end = found.end()
            parts.append(body[at:end])
            text = parts[0] if len(parts) == 1 else "".join(parts)
            size, lines = size + end - at, lines + _line_ends(parts[-1])
            yield _Region(text if size <= source.limit else None, line, start, lines)
            line, start, size, lines, parts, at = line + lines, start + size, 0, 0, [], end
        size, lines = size + len(body) - at, lines + _line_ends(body[at:])
        parts = [*parts, body[at:]] if size <= source.limit else []
    if size:
        yield _Region("".join(parts) if size <= source.limit else None, line, start, lines)


def _whole_lines(source: Source) -> Iterator[str]:
    """The text in pieces that end in LF, but for the last."""
    pieces: list[str] = []  # of a line without its end
    for block in source.blocks():
        cut = block.rfind("\n") + 1
        if cut:
            yield "".join([*pieces, block[:cut]])
            pieces = [block[cut:]]
        else:
            pieces.append(block)
    if rest := "".join(pieces):
        yield rest


def _line_ends(text: str) -> int:
    ends = text.count("\n")
    return ends if "\r" not in text else ends + text.count("\r") - text.count("\r\n")


def _group(text: str, line: int, start: int, regular: Regular) -> Group | None:
    """The group of a region, None where something in it is irregular."""
    _, _, field, tags, listed, indent, closes, once = regular
    first_line, at = line, start
    fields: list[Tagged] = []
    add = fields.append
    seen: set[str] = set()
    for head, value, end in field.findall(text):
        tag = tags.get(head)
        if tag is None or value[:1].isspace():
            return None
        if tag in once:
            if tag in seen:
                return None
            seen.add(tag)
        column = len(head) + 1
        at += column - 1
        if tag in listed and "\n" in value:
            line = _listed(fields, tag, value, line, at, column, indent)
        else:
            stripped = value.rstrip()
            add(new(Tagged, (tag, stripped, line, column, at, at + len(stripped))))
            line += value.count("\n") + 1
        at += len(value) + len(end)
    if at != start + len(text) or not fields:
        return None
    closed = fields[-1].tag in closes
    if closed != bool(closes & seen):
        return None  # something stands behind the last line
    last = fields[-1]
    if closed and not last.value:
        fields.pop()
    return Group(fields, first_line, 1, start, last.end, closed)


def _listed(
    fields: list[Tagged], tag: str, value: str, line: int, at: int, column: int, indent: int
) -> int:
    """Add a field for each line of a value; returns the number of the line behind it."""
    for number, text in enumerate(value.split("\n")):
        skipped = indent if number else 0
        stripped = text[skipped:].rstrip()
        begin = at + skipped
        place = (line, indent + 1 if number else column, begin, begin + len(stripped))
        fields.append(new(Tagged, (tag, stripped, *place)))
        line += 1
        at += len(text) + 1
    return line
