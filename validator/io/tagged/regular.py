"""Tagged records that are as their programs write them, cut at once and not line by line.

What is in any way irregular is left to `tagged.groups`, which knows what lines may look like; both
give the same groups.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from validator.finding import Fault
from validator.io.pieces import line_ends
from validator.io.source import Source
from validator.io.tagged.lines import MOST_LINES, TOO_LONG, Dialect, Group, groups
from validator.record import Field

new = tuple.__new__


class Regular(NamedTuple):
    """How regular records look.

    ``begins`` matches the first record of a file, ``parted`` what stands before the others, from a
    line end on. ``tags`` has the tag of a line by what it begins with, ``width`` characters; a line
    that begins otherwise goes on with the value above, behind ``indent`` blanks. The values of
    ``listed`` tags are a line each. ``opening`` is the tag of the first line where that has no
    value, and how it looks.

    A record is irregular if it has another line, a tag in ``opens`` that is not its first, one in
    ``once`` twice, or something that ``odd`` finds. ``closes`` are the tags that end it.
    """

    begins: re.Pattern[str]
    parted: re.Pattern[str]
    width: int
    tags: Mapping[str, str]
    indent: int
    listed: frozenset[str] = frozenset()
    opens: frozenset[str] = frozenset()
    closes: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()
    odd: re.Pattern[str] | None = None
    opening: tuple[str, re.Pattern[str]] | None = None


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
            size, lines = size + end - at, lines + line_ends(parts[-1])
            yield _Region(text if size <= source.limit else None, line, start, lines)
            line, start, size, lines, parts, at = line + lines, start + size, 0, 0, [], end
        size, lines = size + len(body) - at, lines + line_ends(body[at:])
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


def _group(text: str, line: int, start: int, regular: Regular) -> Group | None:
    """The group of a region, None where something in it is irregular."""
    _, _, width, tags, indent, listed, opens, closes, once, odd, opening = regular
    ending = "\n"
    if "\r" in text:
        ending = "\r\n"
        if not text.count("\r") == text.count("\n") == text.count("\r\n"):
            return None
    if odd and odd.search(text):
        return None
    fields: list[Field] = []
    add, get, blanks = fields.append, tags.get, " " * indent
    name, first, head, begin, at = "", line, 0, 0, 0  # of the value being read
    behind = next(iter(tags))  # a head behind the last line, which ends the last value
    for number, content in enumerate([*text.rstrip("\r\n").split(ending), behind], line):
        tag, length = get(content[:width]), len(content)
        skipped = width
        if tag is None:
            if not name:
                if not opening or not opening[1].fullmatch(content):
                    return None
                tag, skipped = opening[0], length
            elif content[:indent] != blanks:
                return None
            elif name in listed and content[indent:].strip():
                tag, skipped = name, indent
        if tag is not None:
            if name:
                value = text[begin:at].rstrip()
                if value[:1].isspace():
                    return None
                place = start + begin
                column = begin - head + 1
                add(new(Field, (name, value, "", first, column, place, place + len(value))))
            name, first, head = tag, number, at
            begin = at + (skipped if length > skipped else length)
        at += length + len(ending)
    names = [field[0] for field in fields]
    if not names or not opens.isdisjoint(names[1:]) or any(names.count(tag) > 1 for tag in once):
        return None
    closed = names[-1] in closes
    if not closed and not closes.isdisjoint(names):
        return None  # something stands behind the last line
    last = fields[-1]
    if closed and not last.value:
        fields.pop()
    return Group(fields, line, 1, start, last[6], closed)
