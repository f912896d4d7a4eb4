"""Whole records taken out of a file, with what separates them from others."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from validator.io.rewrite.patching import Edit

WINDOW = 256  # characters looked at beside a record, more while they are blank
MARK = re.compile(r"(?:\A|(?<=[\r\n]))[^\r\n]*bibvalidator[ \t]*:[ \t]*ignore\b[^\r\n]*\s*\Z")

Cut = Callable[[int, int], str]


class Span(NamedTuple):
    """A stretch of the decoded file. ``end`` is None where it is not known, as in `Fault`."""

    start: int
    end: int | None


class Run(NamedTuple):
    """A stretch of the file with nothing but gone records and blanks in it."""

    start: int
    end: int


def lines(
    gone: Sequence[Span],
    kept: Sequence[Span],
    cut: Cut,
    *,
    by_line: bool = False,
    mark: bool = False,
) -> list[Edit]:
    """The edits that take records out of formats that are lines, with the blank lines behind
    them; those before them where nothing follows.

    An end that is not known is that of the line where each record has one (``by_line``), else the
    start of the next record or the end of the file. ``mark``: the comment before a record that
    accepts findings goes as well.
    """
    edits: list[Edit] = []
    ends = sorted(span.end for span in (*gone, *kept) if span.end is not None)
    for start, end in _runs(gone, kept, cut, " \t\r\n", by_line=by_line):
        if mark:
            behind = bisect_right(ends, start)
            before = ends[behind - 1] if behind else 0
            low = max(before, start - 2 * WINDOW)
            marked = MARK.search(cut(low, start))
            start = low + marked.start() if marked else start
        edits.append(_without_lines(start, end, cut))
    return edits


def _without_lines(start: int, end: int, cut: Cut) -> Edit:
    before = _blank_before(start, cut)
    after, is_last = _blank_after(end, cut)
    gap = cut(before, start)
    line_start = max(gap.rfind("\n"), gap.rfind("\r")) + 1
    behind = cut(end, after)
    starts_line = line_start > 0 or cut(0, min(before, 2)) in ("", "\ufeff")
    if is_last and line_start and cut(0, min(before, 2)) not in ("", "\ufeff"):
        if not re.search("[\r\n]", behind):  # the file ended without a line end
            return Edit(start - len(gap.lstrip(" \t")), after, "")
        first = re.match(r"[ \t]*(?:\r\n|\r|\n)", gap)
        return Edit(before + (first.end() if first else 0), after, "")
    if starts_line:
        indent = len(behind) - max(behind.rfind("\n"), behind.rfind("\r")) - 1
        is_whole = bool(re.search("[\r\n]", behind)) or is_last
        return Edit(before + line_start, after - (indent if is_whole else 0), "")
    if re.search("[\r\n]", behind) or is_last:  # the end of a line that another record begins
        return Edit(before, end, "")
    return Edit(start, after, "")


def members(gone: Sequence[Span], kept: Sequence[Span], cut: Cut) -> list[Edit]:
    """The edits that take items out of arrays of JSON, each with one comma; and objects that
    stand by themselves."""
    edits = []
    for start, end in _runs(gone, kept, cut, " \t\r\n,"):
        before, (after, _) = _blank_before(start, cut), _blank_after(end, cut)
        previous, following = cut(max(before - 1, 0), before), cut(after, after + 1)
        if previous == ",":
            edits.append(Edit(_blank_before(before - 1, cut), end, ""))
        elif following == ",":
            edits.append(Edit(start, _blank_after(after + 1, cut)[0], ""))
        elif (previous == "[" and following == "]") or before:
            edits.append(Edit(before, end, ""))
        else:
            edits.append(Edit(start, after, ""))
    return edits


def _runs(
    gone: Sequence[Span], kept: Sequence[Span], cut: Cut, between: str, *, by_line: bool = False
) -> Iterator[Run]:
    """The gone records, those with nothing but separators between them together."""
    starts = sorted(span.start for span in chain(gone, kept))
    following = dict(zip(starts, (*starts[1:], None), strict=True))
    run: Run | None = None
    for span in sorted(gone, key=lambda span: span.start):
        end = _end(span, following[span.start], cut, by_line=by_line)
        if run and not cut(run.end, min(span.start, run.end + 4 * WINDOW)).strip(between):
            run = Run(run.start, max(run.end, end))
            continue
        if run:
            yield run
        run = Run(span.start, end)
    if run:
        yield run


def _end(span: Span, following: int | None, cut: Cut, *, by_line: bool) -> int:
    """Where a stretch ends, its outer separators apart."""
    end = span.end
    if by_line:  # up to its last character: the delimiter of an empty last cell is its own
        return _find(span.start, cut, re.compile("[\r\n]")) if end is None else end
    if end is None:
        end = following if following is not None else _size(span.start, cut)
    elif end != following and following is not None:
        return end
    while end > span.start:
        text = cut(max(span.start, end - WINDOW), end)
        stripped = text.rstrip(" \t\r\n,")
        if stripped:
            return end - len(text) + len(stripped)
        end -= len(text)
    return end


def _blank_before(at: int, cut: Cut) -> int:
    """The start of the blanks before a place."""
    while at > 0:
        text = cut(max(0, at - WINDOW), at)
        stripped = text.rstrip(" \t\r\n\ufeff" if at <= WINDOW else " \t\r\n")
        if stripped:
            return at - len(text) + len(stripped)
        at -= len(text)
    return 1 if cut(0, 1) == "\ufeff" else 0


def _blank_after(at: int, cut: Cut) -> tuple[int, bool]:
    """The end of the blanks behind a place, and whether it is that of the file."""
    while text := cut(at, at + WINDOW):
        stripped = text.lstrip(" \t\r\n")
        if stripped:
            return at + len(text) - len(stripped), False
        at += len(text)
    return at, True


def _find(at: int, cut: Cut, pattern: re.Pattern[str]) -> int:
    while text := cut(at, at + 2**16):
        if found := pattern.search(text):
            return at + found.start()
        at += len(text)
    return at


def _size(at: int, cut: Cut) -> int:
    while text := cut(at, at + 2**20):
        at += len(text)
    return at
