"""What a cleaning changes, as a unified diff made from its edits: nothing else can have changed."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence

from validator.io.rewrite import Edit
from validator.io.source import Line

AROUND = 3  # lines before and behind a change
LONGEST = 400  # lines of a stretch compared at a time: comparing takes their square

NO_END = "\n\\ No newline at end of file"

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


def unified(lines: Iterable[Line], edits: Iterable[Edit], old: str, new: str) -> Iterator[str]:
    """The lines of a unified diff, without their ends; none where there are no edits.

    ``lines`` are those of the old text, ``edits`` sorted; ``old`` and ``new`` name the files.
    """
    shift = 0
    for number, (first, before, after) in enumerate(_stretches(lines, edits)):
        if not number:
            yield f"--- {old}"
            yield f"+++ {new}"
        for hunk in difflib.SequenceMatcher(None, before, after, False).get_grouped_opcodes(AROUND):
            _, a, _, c, _ = hunk[0]
            _, _, b, _, d = hunk[-1]
            yield f"@@ -{_range(first + a, b - a)} +{_range(first + shift + c, d - c)} @@"
            for tag, i, j, k, m in hunk:
                if tag == "equal":
                    yield from _marked(" ", before[i:j])
                else:
                    yield from _marked("-", before[i:j])
                    yield from _marked("+", after[k:m])
        shift += len(after) - len(before)


def _marked(sign: str, lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield from (sign + line).split("\n")


def _range(start: int, count: int) -> str:
    return str(start) if count == 1 else f"{start if count else start - 1},{count}"


def _stretches(
    lines: Iterable[Line], edits: Iterable[Edit]
) -> Iterator[tuple[int, list[str], list[str]]]:
    """Lines that change with those around them: the number of the first, before and after."""
    held: list[Line] = []
    made: list[Edit] = []
    waiting = iter(edits)
    edit = next(waiting, None)
    quiet = 0  # lines behind the last that changes
    inside = -1  # an edit goes on up to here
    for line in lines:
        if line.text is None:
            line = line._replace(text="…\n")
        held.append(line)
        end = line.start + len(line.text or "")
        touched = inside > line.start
        while edit and (edit.start < end or edit.start == edit.end == end):
            made.append(edit)
            inside = edit.end
            touched = True
            edit = next(waiting, None)
        quiet = 0 if touched else quiet + 1
        if not made:
            del held[:-AROUND]
        elif (quiet > 2 * AROUND or (len(held) > LONGEST and quiet)) and inside <= end:
            yield _compared(held, made)
            held, made = held[-AROUND:] if quiet > 2 * AROUND else [], []
    made += [edit, *waiting] if edit else []
    if made:
        yield _compared(held, made)


def _compared(held: Sequence[Line], made: Iterable[Edit]) -> tuple[int, list[str], list[str]]:
    text = "".join(line.text or "" for line in held)
    base = held[0].start if held else 0
    pieces, at = [], 0
    for start, end, new in made:
        pieces += [text[at : start - base], new]
        at = end - base
    pieces.append(text[at:])
    return held[0].number if held else 1, _split(text), _split("".join(pieces))


def _split(text: str) -> list[str]:
    """The lines of a text without line feeds, but with the CR of CR LF. One that has no end says
    so in a line of its own, as `patch` wants it."""
    found = [
        line[:-1] if line.endswith("\n") else line.removesuffix("\r")
        for line in _LINE.findall(text)
    ]
    if text and text[-1] not in "\r\n":
        found[-1] += NO_END
    return found
