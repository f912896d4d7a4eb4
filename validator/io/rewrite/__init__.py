"""Edits in place: a record of a file changes where it differs from the one wanted, and only there.

Each edit is verified: the record's text is read again, and what was to change has changed,
nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from validator.io import detect
from validator.io.rewrite.engine import MERGED_IDS, Added, InPlace, Rewritten
from validator.io.rewrite.patching import Edit
from validator.io.rewrite.removing import Span
from validator.io.source import ESCAPED
from validator.record import Record

__all__ = ["MERGED_IDS", "Added", "Edit", "Rewriter", "Rewritten", "Span", "parents", "rewriter"]

HEAD = 2**16  # characters at the start of a file that tell how it is written


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


def rewriter(
    form: str, head: str, *, encoding: str = "utf-8", columns: Mapping[str, str] | None = None
) -> Rewriter | None:
    """The rewriter of a file, by its format and its first 64 Ki characters.

    ``columns`` are those that the settings name. What ``encoding`` cannot say is escaped where the
    format can (LaTeX, JSON), else left.

    None where the format or the charset cannot be edited in place, where other objects are around
    the records of JSON, or the header of a table is longer.
    """
    if encoding in ESCAPED:
        return None
    if form == "bibtex":
        from validator.io.rewrite.bibtex import BibTeX

        return InPlace(BibTeX(head), encoding)
    if form in ("ris", "refworks", "refer", "noteexpress", "cnki-study"):
        from validator.io.rewrite.tagged import TaggedFormat

        return InPlace(TaggedFormat(form, head), encoding)
    if form in ("csl-json", "csl-jsonl"):
        if (framing := detect.json_framing(head)) and framing.wrapped:
            return None
        from validator.io.rewrite.json_items import JsonItems

        return InPlace(JsonItems(form, head), encoding)
    if form == "csv":
        from validator.io.rewrite.table import TableRows, table_of

        table = table_of(head, HEAD, columns or {})
        return InPlace(TableRows(table), encoding) if table else None
    if form == "marc":
        from validator.io.rewrite.marc import MarcRecords

        return MarcRecords()
    return None


def parents(record: Record) -> tuple[str, ...]:
    """The keys, in lower case, of the records that this one inherits from."""
    from validator.io.rewrite import bibtex

    return bibtex.parents(record) if record.provenance.format == "bibtex" else ()
