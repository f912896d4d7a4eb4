"""Edits of rows of CSV, TSV and tables with semicolons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from validator.io.rewrite import removing
from validator.io.rewrite.comparing import Change
from validator.io.rewrite.engine import Added, State, Way
from validator.io.rewrite.patching import Edit
from validator.io.rewrite.removing import Cut, Span
from validator.io.rewrite.table_values import Row, ways
from validator.io.source import Source
from validator.io.tables import delimited as tables
from validator.io.tables import rows
from validator.io.tables.columns import is_header
from validator.io.tables.delimited import Table
from validator.io.tables.rows import Cell
from validator.record import Provenance, Record

HERE = Provenance("-", "csv")


class TableRows:
    """The syntax of a table, with the columns of its header."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def _row(self, text: str) -> rows.Row | None:
        source = Source("-", "csv", limit=len(text) + 1, text=text)
        width = len(self.table.names)
        found = list(rows.rows(source.lines(), self.table.grammar, source, width=width))
        return found[0] if len(found) == 1 and found[0].cells else None

    def _cells(self, text: str) -> list[Cell]:
        row = self._row(text)
        return list(row.cells) if row and row.cells else []

    def read(self, text: str) -> Record | None:
        """The record of a row."""
        row = self._row(text)
        if row is None or row.cells is None or row.start != 0 or row.end != len(text):
            return None
        if is_header(row.cells.values, self.table.names):
            return None  # it would pass for the header, repeated
        return tables.record(row, row.cells, self.table, here=HERE, number=1)

    def is_shared(self, record: Record, change: Change, *, shared: bool) -> bool:
        return False

    def held(self, variable: str, value: Any) -> Any:
        return value

    def escaped(self, text: str) -> str:
        return text

    def ways(self, here: State, change: Change) -> Iterator[Way]:
        """Ways of writing a change, those in the cells that fill its variable first."""
        return ways(Row(self._cells(here.text), self.table, here.record), change)

    def additions(self, here: State, added: Added) -> Iterator[Way]:
        """The empty cell of a column of this name."""
        row = Row(self._cells(here.text), self.table, here.record)
        for column in self.table.columns:
            if column.name == added.name and not row.cells[column.at].value:
                yield [row.with_value(column.at, added.value)]

    def removals(self, gone: Sequence[Span], kept: Sequence[Span], cut: Cut) -> list[Edit]:
        return removing.lines(gone, kept, cut, by_line=True)


def table_of(head: str, longest: int, columns: Mapping[str, str]) -> Table | None:
    """The table that a file begins, None where its header is longer than its first characters."""
    source = Source("-", "csv", limit=len(head) + 1, columns=columns, text=head)
    found = tables.opened(source.lines(), source)
    if not found:
        return None
    table, rest = found
    return table if len(head) < longest or next(rest, None) else None
