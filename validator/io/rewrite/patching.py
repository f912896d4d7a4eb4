"""Edits of a text, one after the other, told at the end in the places of the text at first."""

from __future__ import annotations

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
        text, pieces = self.text, self.pieces
        in_order = sorted(edits, key=lambda edit: edit[:2])  # of one place, as they are given
        for edit in reversed(in_order):
            text = text[: edit.start] + edit.text + text[edit.end :]
            pieces = _replaced(pieces, edit)
        return Patched(text, self.size, pieces)

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


def _replaced(pieces: tuple[Piece, ...], edit: Edit) -> tuple[Piece, ...]:
    before, after = [], []
    at = 0
    for piece in pieces:
        length = piece.length
        if at < edit.start:
            before.append(piece.part(0, min(length, edit.start - at)))
        if at + length > edit.end:
            after.append(piece.part(max(0, edit.end - at), length))
        at += length
    new = [Piece(0, 0, edit.text)] if edit.text else []
    return (*before, *new, *after)
