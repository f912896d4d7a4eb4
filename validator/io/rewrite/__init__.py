"""Edits in place: a record in a file is changed where it differs from the one wanted, and only there.

Each edit is verified: the record's text is read again, and exactly what was to change has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from validator.record import Record


class Edit(NamedTuple):
    """A stretch of the decoded file, as in `validator.record.Field`, and what takes its place."""

    start: int
    end: int
    text: str


class Span(NamedTuple):
    """A stretch of the decoded file. ``end`` is None where it is not known, as in `Fault`."""

    start: int
    end: int | None


class Added(NamedTuple):
    """A field to add that fills no variable: of a record merged into this one, or merged ids.

    ``value`` is plain text; ``raw`` the value as it stood in a file of the same format.
    """

    name: str
    value: str
    raw: str = ""


class Rewritten(NamedTuple):
    """The edits, in order, and the CSL variables and names of fields that could not be written."""

    edits: tuple[Edit, ...] = ()
    left: tuple[str, ...] = ()


class Rewriter(Protocol):
    """Edits the records of one file."""

    def edits(
        self,
        record: Record,
        wanted: Record,
        text: str,
        *,
        added: Sequence[Added] = (),
        shared: bool = False,
    ) -> Rewritten:
        """The edits that make a record the wanted one.

        ``record`` is as read, ``text`` its stretch of the file (``provenance.start`` to ``end``).
        ``shared``: others inherit from it (see `parents`), and what they inherit is left.
        """

    def removals(
        self, gone: Sequence[Span], kept: Sequence[Span], cut: Callable[[int, int], str]
    ) -> list[Edit]:
        """The edits that take whole stretches out, with their separators.

        ``kept`` are the other records, and the unreadable stretches that stay; ``cut(start, end)``
        gives the text of the file.
        """


def rewriter(form: str, head: str) -> Rewriter | None:
    """The rewriter of a file, by its format and its first 64 Ki characters.

    None where the format cannot be edited in place, or the header of a table is longer.
    """
    return None


def parents(record: Record) -> tuple[str, ...]:
    """The keys, in lower case, of the records that this one inherits from."""
    return ()
