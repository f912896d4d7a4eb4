"""The text of a file by places, for those who know where a record stands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from types import TracebackType

from validator.config import Settings
from validator.io import Input, Opened

BEHIND = 2**20  # characters kept before the place that was asked for last
LONG = 2**22  # characters held, from which on those further back are let go


class Stretches:
    """A context in which stretches of a file can be cut out.

    They are best asked for in the order of the file: one far back reads it anew.
    """

    def __init__(self, given: Input, settings: Settings) -> None:
        self.given = given
        self.settings = settings
        self.stack = ExitStack()
        self.blocks: Iterator[str] = iter(())
        self.text = ""
        self.base = 0

    def __enter__(self) -> Stretches:
        self._open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stack.close()

    def cut(self, start: int, end: int) -> str:
        """The text from one character to another, as far as it goes."""
        if start < self.base:
            self.stack.close()
            self._open()
        if len(self.text) > LONG:
            self._forget(start - BEHIND)
        pieces = [self.text]
        there = self.base + len(self.text)
        while there < end and (block := next(self.blocks, "")):
            pieces.append(block)
            there += len(block)
        self.text = "".join(pieces) if len(pieces) > 1 else self.text
        return self.text[start - self.base : end - self.base]

    def _open(self) -> None:
        source = self.stack.enter_context(Opened(self.given, self.settings))
        self.blocks = source.blocks()
        self.text = ""
        self.base = 0

    def _forget(self, before: int) -> None:
        dropped = max(0, before - self.base)
        self.text = self.text[dropped:]
        self.base += dropped
