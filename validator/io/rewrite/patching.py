"""Edits of a text, one after the other, told at the end in the places of the text at first."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """A stretch of the decoded file, as in `validator.record.Field`, and what takes its place."""

    start: int
    end: int
    text: str


class Piece(NamedTuple):
    """A stretch of the text at first, or new text."""

    start: int
    end: int
    new: str = ""

    def part(self, start: int, end: int) -> Piece:
        if self.new:
            return Piece(0, 0, self.new[start:end])
        return Piece(self.start + start, self.start + end)

    @property
    def length(self) -> int:
        return len(self.new) or self.end - self.start


class Patched:
    """A text as it is now, and the pieces that it is made of."""

    def __init__(self, text: str, size: int = -1, pieces: Iterable[Piece] = ()) -> None:
        self.text = text
        self.size = len(text) if size < 0 else size  # of the text at first
        self.pieces = tuple(pieces) if size >= 0 else (Piece(0, len(text)),)

    def changed(self, edits: Iterable[Edit]) -> Patched:
        """The text after edits, whose places are those of ``text`` as it is now."""
        pieces = deque(self.pieces)
        out: list[str] = []
        kept: list[Piece] = []
        at = 0
        for edit in sorted(edits, key=lambda edit: edit[:2]):  # of one place, as they are given
            kept += _taken(pieces, edit.start - at)
            _taken(pieces, edit.end - edit.start)
            kept += [Piece(0, 0, edit.text)] if edit.text else []
            out += (self.text[at : edit.start], edit.text)
            at = edit.end
        out.append(self.text[at:])
        return Patched("".join(out), self.size, (*kept, *pieces))

    def edits(self) -> tuple[Edit, ...]:
        """What makes the text at first into the one of now, in order."""
        found: list[Edit] = []
        at, new = 0, ""
        for piece in (*self.pieces, Piece(self.size, self.size)):
            if piece.new:
                new += piece.new
            else:
                if new or piece.start > at:
                    found.append(Edit(at, piece.start, new))
                at, new = piece.end, ""
        return tuple(found)


def _taken(pieces: deque[Piece], size: int) -> list[Piece]:
    """The first pieces, so many characters long, which go from the others."""
    taken = []
    while size > 0:
        piece = pieces.popleft()
        taken.append(piece.part(0, min(size, piece.length)))
        if piece.length > size:
            pieces.appendleft(piece.part(size, piece.length))
        size -= piece.length
    return taken
