"""Records of tables whose cells have types and no text around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, repeat
from typing import Any

from validator.finding import Fault
from validator.io.source import Source
from validator.io.tables import cells
from validator.io.tables.columns import Columns, is_header
from validator.record import Field, Provenance, Record

LEAST = 2  # known columns that make a row of a sheet its header
TOO_LONG = "a row is longer than max-record-bytes"


new = tuple.__new__  # a named tuple in half the time: there are some ten in each record


class Numbering:
    """The number of the next record of a source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.number = source.first_number

    def item(
        self,
        row: Sequence[Any],
        columns: Columns,
        *,
        line: int | None = None,
        left: int = 0,
        more: tuple[Field, ...] = (),
    ) -> Record | Fault | None:
        """The record of a row, a fault where it is too long, None for an empty one and for a header
        that is repeated, as tables joined end to end do.

        ``line`` is the row's place in a sheet, ``left`` the empty columns before its first cell,
        ``more`` what is to stand before its cells.
        """
        values = cells.texts(row)
        if not any(values) or is_header(values, columns.names):
            return None
        number = self.number
        self.number += 1
        if sum(map(len, values)) > self.source.limit:
            return Fault("COL002", TOO_LONG, line=line, record_number=number)
        made, filled = columns.values(values)
        places: Iterable[int | None] = (
            range(left + 1, left + 1 + len(values)) if line else repeat(None)
        )
        parts = zip(
            filled.names,
            filter(None, values),
            filled.variables,
            repeat(line),
            compress(places, values),
            repeat(None),
            repeat(None),
        )
        made["raw"] = more + tuple(map(new, repeat(Field), parts))
        made["provenance"] = Provenance(
            self.source.path,
            self.source.format,
            number,
            line,
            None,
            None,
            None,
            made.pop("source", ""),
        )
        return Record(**made)


def read(
    rows: Iterator[Sequence[Any]], columns: Columns, source: Source
) -> Iterator[Record | Fault]:
    """The records of the rows of one table."""
    numbering = Numbering(source)
    for row in rows:
        if item := numbering.item(row, columns):
            yield item
