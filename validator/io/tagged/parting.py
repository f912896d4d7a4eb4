"""Where a record of tagged lines ends and another begins whose first line is broken or lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from validator.io.source import Line
from validator.text.script import has_cjk


class Tag(NamedTuple):
    """The tag that a line begins with, and the offset in the line where its value begins."""

    name: str
    column: int  # of the tag, from 0
    value: int
    opens: bool = False  # it is the first of a record here, though not everywhere


Tagged = tuple[Line, Tag | None]
"""A line, and the tag that it begins with."""

AGAIN = 3
"""Tags that a record has again, behind a blank line or others, which tell that it is another."""
LOST = Tag("text", 0, 0)
"""Stands for the tag of a broken first line."""


def parted(lines: list[Tagged]) -> Iterator[list[Tagged]]:
    """The lines of a record; of several where what follows a blank line has again tags that stand
    above, as a record has whose first line is broken or lost."""
    blanks = [
        at for at, (line, tag) in enumerate(lines) if tag is None and not (line.text or "").strip()
    ]
    if not blanks or blanks[0] + len(blanks) == len(lines):  # none but at the end
        yield lines
        return
    starts = [0, *(at + 1 for at in blanks), len(lines)]
    begin = 0
    above: set[str] = set()
    for start, end in pairwise(starts):
        names = {tag.name for _, tag in lines[start:end] if tag}
        if len(names & above) >= AGAIN:
            yield lines[begin:start]
            begin, above = start, set()
            if lines[start][1] is None:
                lines[start] = lines[start][0], LOST
        above |= names
    yield lines[begin:]


def begun_again(
    lines: list[Tagged], heads: frozenset[str], is_prose: Callable[[str], bool] | None
) -> Iterator[list[Tagged]]:
    """The lines of a record; of several where, without a blank line, title and author and another
    tag come again behind others, as they do below a first line that is broken or lost.

    Titles in two scripts are those of one record.
    """
    last = {tag.name: at for at, (_, tag) in enumerate(lines) if tag}
    seen: dict[str, int] = {}
    begin, above = 0, ""
    for at, (_, tag) in enumerate(lines):
        if tag is None:
            continue
        name = tag.name
        if (
            name in seen
            and name != above
            and heads <= seen.keys()
            and all(last[head] >= at for head in heads)
            and sum(last[one] >= at for one in seen) >= AGAIN
            and all(_is_alike(lines, head, seen[head], at) for head in heads)
        ):
            start = at
            if lines[at - 1][1] is None and not (is_prose and is_prose(above)):
                start = at - 1
                lines[start] = lines[start][0], LOST
            yield lines[begin:start]
            begin, seen = start, {}
        seen.setdefault(name, at)
        above = name
    yield lines[begin:]


def _is_alike(lines: list[Tagged], name: str, first: int, at: int) -> bool:
    """Whether the first value of a tag is in the script of the next from a line on."""
    again = next(i for i in range(at, len(lines)) if (tag := lines[i][1]) and tag.name == name)
    one, other = (lines[i][0].text or "" for i in (first, again))
    return has_cjk(one) == has_cjk(other)


def set_apart(lines: list[Tagged], is_prose: Callable[[str], bool]) -> None:
    """Give the text behind a blank line at the end of a record a tag of its own, unless the last
    value may go on there: it is the rest of another record."""
    name = ""
    is_behind = False  # a blank line
    apart = 0
    for at, (line, tag) in enumerate(lines):
        if tag:
            name, is_behind, apart = tag.name, False, 0
        elif not (line.text or "").strip():
            is_behind = True
        elif is_behind and not apart:
            apart = at
    if apart and not is_prose(name):
        lines[apart] = lines[apart][0], LOST
