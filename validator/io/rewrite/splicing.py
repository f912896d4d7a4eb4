"""The smallest change of a raw text that changes the value which it holds.

A raw text is given in pieces, each with what it says: ``\\'e`` says ``é``, ``{`` nothing, and
``tudes`` itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from enum import Enum
from typing import NamedTuple

from validator.io.rewrite.patching import Edit

Pieces = list[tuple[str, str]]

LONGEST_MIDDLE = 10_000
"""Characters between the first and the last difference, up to which it is asked what of them is
the same; the time grows with their square."""
SHORTEST = 3  # characters that are the same between two differences, for these to be two


class Difference(NamedTuple):
    """A stretch of one text, and the stretch of another that takes its place."""

    start: int
    end: int
    new_start: int
    new_end: int


def differences(old: str, new: str) -> list[Difference]:
    """The stretches in which two texts differ, in order."""
    shorter = min(len(old), len(new))
    head = _common(old, new, shorter)
    tail = _common(old[::-1], new[::-1], shorter - head)
    end, new_end = len(old) - tail, len(new) - tail
    if head == end and head == new_end:
        return []
    if head in (end, new_end) or max(end, new_end) - head > LONGEST_MIDDLE:
        return [Difference(head, end, head, new_end)]
    from rapidfuzz.distance import Indel

    found: list[Difference] = []
    for step in Indel.opcodes(old[head:end], new[head:new_end]):
        if step.tag == "equal":
            continue
        places = (step.src_start, step.src_end, step.dest_start, step.dest_end)
        here = Difference(*(head + place for place in places))
        if found and here.start - found[-1].end < SHORTEST:
            here = Difference(found[-1].start, here.end, found[-1].new_start, here.new_end)
            found.pop()
        found.append(here)
    return found


def _common(one: str, other: str, most: int) -> int:
    """How many characters at the start are the same, of so many at most."""
    if one[:most] == other[:most]:
        return most
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle
    return low


def minimal(text: str, edit: Edit) -> list[Edit]:
    """The parts of an edit that change something."""
    return [
        Edit(edit.start + start, edit.start + end, edit.text[new_start:new_end])
        for start, end, new_start, new_end in differences(text[edit.start : edit.end], edit.text)
    ]


class Spliced:
    """A raw text beside its value."""

    def __init__(self, pieces: Pieces) -> None:
        self.raw = "".join([raw for raw, _ in pieces])
        self.value = "".join([said for _, said in pieces])
        self.speaking: Pieces = []
        self.starts: list[int] = []
        self.raw_starts: list[int] = []
        at = raw_at = 0
        for raw, said in pieces:
            if said:
                self.speaking.append((raw, said))
                self.starts.append(at)
                self.raw_starts.append(raw_at)
            at += len(said)
            raw_at += len(raw)

    def with_value(self, new: str, encode: Callable[[str], str]) -> Iterator[str]:
        """Raw texts that should say a new value, the likeliest first; the caller verifies.

        Outside of the differences all stays as it stands, accents and braces too.
        """
        changes = self._changes(new)
        seen = set()
        for where in Where:
            out: list[str] = []
            at = 0
            for start, end, text in changes:
                raw_start, raw_end = self._place(start, end, where, empty=not text)
                out += (self.raw[at:raw_start], encode(text))
                at = raw_end
            raw = "".join((*out, self.raw[at:]))
            if raw not in seen:
                seen.add(raw)
                yield raw

    def _changes(self, new: str) -> list[tuple[int, int, str]]:
        """The stretches of the value that change, with their new text. A piece that says several
        characters in its own way (``\\ldots``) changes as a whole."""
        merged: list[Difference] = []
        for here in differences(self.value, new):
            if merged and self._piece_start(here.start) < self._piece_end(merged[-1].end):
                last = merged.pop()
                here = Difference(last.start, here.end, last.new_start, here.new_end)
            merged.append(here)
        changes = []
        for start, end, new_start, new_end in merged:
            first, last_end = self._piece_start(start), self._piece_end(end)
            if self.value[first - 1 : first] == "&" and first:
                first -= 1  # of an entity: the sign alone may have to be escaped
            text = self.value[first:start] + new[new_start:new_end] + self.value[end:last_end]
            changes.append((first, last_end, text))
        return changes

    def _piece_start(self, at: int) -> int:
        """The place itself, or the start of the piece that it stands within, if that is no plain
        text."""
        index = bisect_right(self.starts, at) - 1
        if index < 0 or self.speaking[index][0] == self.speaking[index][1]:
            return at
        start = self.starts[index]
        return start if at < start + len(self.speaking[index][1]) else at

    def _piece_end(self, at: int) -> int:
        start = self._piece_start(at)
        if start == at:
            return at
        return start + len(self.speaking[bisect_right(self.starts, at) - 1][1])

    def _gap(self, at: int) -> tuple[int, int]:
        """A place of the value in the raw text: behind what says the character before it, and
        before what says the one behind it. What stands between says nothing."""
        low, high = 0, len(self.raw)
        if at > 0:
            index = bisect_right(self.starts, at - 1) - 1
            raw, said = self.speaking[index]
            low = self.raw_starts[index] + (at - self.starts[index] if raw == said else len(raw))
        if at < len(self.value):
            index = bisect_right(self.starts, at) - 1
            high = self.raw_starts[index] + at - self.starts[index]
        return low, high

    def _place(self, start: int, end: int, where: Where, *, empty: bool) -> tuple[int, int]:
        """The stretch of the raw text for one of the value."""
        low, high = self._gap(start)
        if start == end:
            closing = _CLOSING.match(self.raw, low, high)
            outside = closing.end() if closing else low
            at = {Where.OUTSIDE: outside, Where.BEFORE: low, Where.BEHIND: high}[where]
            return at, at
        last_low, last_high = self._gap(end)
        widest = self.raw[low:last_high]
        if empty and where is Where.OUTSIDE and widest.count("{") == widest.count("}"):
            return low, last_high
        return high, last_low


class Where(Enum):
    """Where new text goes at a place where the raw text has signs that say nothing."""

    OUTSIDE = "behind the braces that close, before those that open"
    BEFORE = "before all of them"
    BEHIND = "behind all of them"


_CLOSING = re.compile(r"[}\s]*")
