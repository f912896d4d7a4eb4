"""Tagged records that are as their programs write them, cut at once and not line by line.

What is in any way irregular is left to `tagged.groups`, which knows what lines may look like; both
give the same groups.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping
from typing import NamedTuple

from validator.finding import Fault
from validator.io.pieces import line_ends
from validator.io.source import Source
from validator.io.tagged.lines import MOST_LINES, TOO_LONG, Dialect, Fields, Group, groups


class Regular(NamedTuple):
    """How regular records look.

    ``begins`` matches the first record of a file, ``parted`` what stands before the others, from a
    line end on. ``field`` (see `field_pattern`) matches what a line begins with, its value and the
    lines that it goes on over; ``tags`` has the tag by the first, of which ``opening`` is that of
    the line that is none of them. The values of ``listed`` tags are a line each.

    A record is irregular if it has another line, a tag in ``opens`` that is not its first, one in
    ``once`` twice, or something that ``odd`` finds. ``closes`` are the tags that end it.
    """

    begins: re.Pattern[str]
    parted: re.Pattern[str]
    field: re.Pattern[str]
    tags: Mapping[str, str]
    indent: str
    opening: str = ""
    listed: frozenset[str] = frozenset()
    opens: frozenset[str] = frozenset()
    closes: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()
    odd: re.Pattern[str] | None = None


def field_pattern(head: str, indent: str) -> re.Pattern[str]:
    """The pattern of a field, from that of what its first line begins with: two groups, head and
    value. The lines that go on begin with ``indent``.

    A value begins behind its head: one that begins with a further blank, or on the next line, is
    none.
    """
    more = rf"\n{indent}"
    return re.compile(rf"({head})(?![^\S\r\n]|\r?{more})(.*(?:{more}.*)*+)\n?")


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
            start, end = region.start, region.end
            yield Fault("COL002", TOO_LONG, line=region.line, column=1, start=start, end=end)
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
    end: int
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
    parts: list[str] = []  # of the region being read; only the last where it is too long
    size = lines = 0  # characters and lines of it
    for body in _whole_lines(source):
        at = 0
        for found in parted.finditer(body):
            end = found.end()
            parts.append(body[at:end])
            size, lines = size + end - at, lines + line_ends(parts[-1])
            text = "".join(parts) if size <= source.limit else None
            yield _Region(text, line, start, _end(start + size, parts[-1]), lines)
            line, start, size, lines, parts, at = line + lines, start + size, 0, 0, [], end
        size, lines = size + len(body) - at, lines + line_ends(body[at:])
        parts = [*parts, body[at:]] if size <= source.limit else [body[at:]]
    if size:
        text = "".join(parts) if size <= source.limit else None
        yield _Region(text, line, start, _end(start + size, parts[-1]), lines)


def _end(behind: int, last: str) -> int:
    """Where the text of a region ends whose last piece this is."""
    return behind - len(last) + len(last.rstrip("\r\n"))


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
    _, _, pattern, tags, indent, opening, listed, opens, closes, once, odd = regular
    if "\r" in text and not text.count("\r") == text.count("\n") == text.count("\r\n"):
        return None
    if odd and odd.search(text):
        return None
    body = text.rstrip("\r\n")
    found = pattern.findall(body)
    names = [tags.get(head, opening) for head, _ in found]
    if "" in names or not opens.isdisjoint(names[1:]) or any(names.count(t) > 1 for t in once):
        return None
    if listed:
        names, found = _itemised(names, found, listed, indent)
    if not names:
        return None
    closed = names[-1] in closes
    if not (closed or closes.isdisjoint(names)):
        return None  # something stands behind the last line
    closing = ""
    if closed and not found[-1][1]:
        closing = f"\n{found.pop()[0]}"
        names.pop()
    fields, end = _placed(names, found, line, start)
    if end + len(closing) != start + len(body):
        return None  # between two fields stands something else
    return Group(fields, line, 1, start, end + len(closing) if closing else fields.ends[-1], closed)


Cut = tuple[str, str]
"""A field as cut: what its first line begins with, and the rest of it."""


def _itemised(
    names: list[str], found: list[Cut], listed: Container[str], indent: str
) -> tuple[list[str], list[Cut]]:
    """The fields, a list as one for each item; none where an item is blank or indented further."""
    lists = [at for at, name in enumerate(names) if name in listed and "\n" in found[at][1]]
    all_names: list[str] = []
    items: list[Cut] = []
    done = 0
    for at in lists:
        head, whole = found[at]
        first, *others = whole.split("\n" + indent)
        if not all(item[:1].strip() for item in others):
            return [], []
        all_names += [*names[done:at], *[names[at]] * (1 + len(others))]
        items += [*found[done:at], (head, first), *[(indent, item) for item in others]]
        done = at + 1
    return all_names + names[done:], items + found[done:]


def _placed(names: list[str], found: list[Cut], line: int, at: int) -> tuple[Fields, int]:
    """The fields that follow each other from a line and a place on, and where they end."""
    values, lines, columns, starts, ends = [], [], [], [], []
    for head, whole in found:
        value = whole.rstrip()
        width = len(head)
        at += width
        values.append(value)
        lines.append(line)
        columns.append(width + 1)
        starts.append(at)
        ends.append(at + len(value))
        at += len(whole) + 1
        line += 1 + whole.count("\n")
    return Fields(names, values, lines, columns, starts, ends), at - 1
