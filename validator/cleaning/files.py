"""The files of a cleaning: as given, as they are now, and what a round makes of them."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from validator.cleaning.edits import Edits
from validator.errors import UnreadableError
from validator.io import Input
from validator.io.rewrite import Edit, Rewriter, Span
from validator.record import Record
from validator.whole import is_device

Place = tuple[str, int]
"""The path of a record as it is shown, and its number in the file as it is now."""


Stamp = tuple[int, int, int] | None
"""What changes when a file is written: its inode, size and time."""


class Given(NamedTuple):
    """An input that can be read several times. ``lines`` are those, by record, of what it was made
    of, 0 for none; None where its own lines count."""

    input: Input
    lines: array[int] | None = None


def readable_again(given: Input, scratch: str) -> Input:
    """An input that can be read several times: what comes from standard input or through a pipe is
    written down in the folder ``scratch`` first. Raises UnreadableError."""
    if given.path != "-" and (given.format == "sql" or not is_device(given.path)):
        return given
    name = "standard-input" if given.path == "-" else os.path.basename(given.path)
    path = os.path.join(tempfile.mkdtemp(dir=scratch), name)
    try:
        with open(path, "wb") as file:
            if given.path == "-":
                shutil.copyfileobj(sys.stdin.buffer, file)
            else:
                with open(given.path, "rb") as stream:
                    shutil.copyfileobj(stream, file)
    except OSError as error:
        raise UnreadableError(f"{given.shown}: {error.strerror or error}") from error
    return given._replace(path=path)


def stamp(path: str) -> Stamp:
    """The stamp of a file as it is; None for one that is not there."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


@dataclass(slots=True)
class File:
    """A file on its way: as it was given, and as it is after the rounds so far.

    ``numbers`` are the numbers that its records had in the file given, in order; None for as many
    as there are. ``edits`` make of the file given what it is now. ``is_guessed``: nothing told the
    charset of the file. ``accepted`` has, by the numbers in the file given, the codes and variables
    of findings that somebody has accepted: a baseline knows a record by values, and these change.
    ``lines`` as in Given. ``stamp`` is that of the file given, when the cleaning began. Where it
    was converted on the way to ``form``, ``converted`` is what that made, and ``edits`` are edits
    of this; ``moved`` counts the values that the format has no field for. ``fresh`` flags by number
    the records of which the rules may say something else than in the round before, None for all.
    """

    given: Input
    now: Input
    lines: array[int] | None = None
    form: str = ""
    converted: Input | None = None
    moved: Counter[str] = field(default_factory=Counter)
    edits: Edits = field(default_factory=Edits)
    numbers: array[int] | None = None
    is_guessed: bool = False
    accepted: dict[int, frozenset[tuple[str, str]]] = field(default_factory=dict)
    stamp: Stamp = None
    fresh: bytes | None = None

    def __post_init__(self) -> None:
        self.stamp = stamp(self.given.path)

    @property
    def path(self) -> str:
        return self.given.shown

    @property
    def is_emptied(self) -> bool:
        """Whether all that was read of it has been taken out: what remains need not be readable."""
        return self.numbers is not None and not self.numbers

    @property
    def edited(self) -> Input:
        """What ``edits`` are edits of."""
        return self.converted or self.given

    def number(self, now: int) -> int:
        """The number in the file given of the record that is at a number now."""
        return self.numbers[now - 1] if self.numbers is not None else now

    def line(self, number: int, line: int | None) -> int | None:
        """A line of the file given, in what it was made of; ``number`` is that of the record now,
        0 where it is not known."""
        if self.lines is None:
            return line
        return (self.lines[self.number(number) - 1] or None) if number else None

    def handle(self, record: Record) -> str:
        """The id of a record, else one of its path and its number in the file given."""
        return record.id or f"{self.path}#{self.number(record.provenance.record_number or 1)}"


def check_unchanged(files: Iterable[File]) -> None:
    """Raise UnreadableError for a file that was written to since the cleaning began: what was read
    first and what was read last may not belong together."""
    for file in files:
        if stamp(file.given.path) != file.stamp:
            raise UnreadableError(
                f"{file.path} was changed while it was read; nothing was written, clean it again"
            )


@dataclass(slots=True)
class Work:
    """What a round makes of a file."""

    file: File
    format: str = ""
    encoding: str = ""
    editor: Rewriter | None = None
    edits: list[Edit] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("q"))
    ends: array[int] = field(default_factory=lambda: array("q"))  # -1: not known
    gone: dict[int, Span] = field(default_factory=dict)  # by number
    touched: set[int] = field(default_factory=set)  # written, or left to people
    items: int = 0
    inherited: frozenset[str] = frozenset()  # keys, in small letters, that others inherit from

    def count(self, number: int, start: int | None, end: int | None) -> None:
        """Note down where an item stands."""
        self.items = max(self.items, number)
        if start is not None:
            self.starts.append(start)
            self.ends.append(-1 if end is None else end)

    def numbers(self) -> array[int]:
        """The numbers in the file given of the records that remain."""
        number = self.file.number
        return array("q", map(number, self._staying()))

    def fresh(self) -> bytes:
        """For each record that remains 1 where it was touched, else 0."""
        return bytes(n in self.touched for n in self._staying())

    def _staying(self) -> Iterator[int]:
        return (n for n in range(1, self.items + 1) if n not in self.gone)
