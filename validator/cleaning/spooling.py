"""Tables that are no text made CSV: it can be edited, and a database is asked once."""

from __future__ import annotations

import json
import os
import tempfile
from array import array
from collections.abc import Iterable, Iterator
from typing import IO

from validator.cleaning.files import Given, readable_again
from validator.config import Settings
from validator.errors import UnreadableError
from validator.io import Input, Opened, inputs, items
from validator.io.write.plain import encodable
from validator.io.write.table_values import cell
from validator.record import Record

SPOOLED = frozenset(("workbook", "parquet", "sql"))
"""Formats whose records are rows without a text around them."""

Column = tuple[str, int]
"""The name of a column, and which of those of the name it is."""


def prepared(paths: Iterable[str], scratch: str, settings: Settings) -> list[Given]:
    """The files behind PATHs as a cleaning reads them: what can be read but once, and tables that
    are no text, are written down in the folder ``scratch``. Raises as `inputs` and `spooled`."""
    return [spooled(readable_again(given, scratch), scratch, settings) for given in inputs(paths)]


def spooled(given: Input, scratch: str, settings: Settings) -> Given:
    """The input, or where it is such a table a CSV file of it in the folder ``scratch``.

    A column in which no row has a value is left out. Raises UnreadableError for a table that
    cannot be read to its end.
    """
    try:
        with Opened(given, settings) as source:
            if source.format not in SPOOLED:
                return Given(given)
            stem = os.path.splitext(os.path.basename(given.shown.partition("#")[0]))[0] or "rows"
            path = os.path.join(tempfile.mkdtemp(dir=scratch), f"{stem}.csv")
            with (
                tempfile.TemporaryFile("w+", dir=scratch, encoding="utf-8") as rows,
                open(path, "wb") as out,
            ):
                columns: list[Column] = []
                places = array("q")
                for item in items(source):
                    if isinstance(item, Record):
                        _note(item, columns, rows)
                        places.append(item.provenance.line or 0)
                    elif item.code == "COL002":
                        raise UnreadableError(f"row {item.record_number}: {item.message}")
                rows.seek(0)
                out.writelines(_lines(columns, rows))
    except UnreadableError as error:
        raise UnreadableError(f"{given.shown}: {error}; nothing was written") from error
    return Given(given._replace(path=path, format="csv", encoding="utf-8"), places)


def _note(record: Record, columns: list[Column], rows: IO[str]) -> None:
    """Write a row down, and find a place among the columns for those that it is the first to
    have: behind the one that stands before them."""
    row = []
    counts: dict[str, int] = {}
    place = -1
    for field in record.raw:
        counts[field.name] = counts.get(field.name, 0) + 1
        column = field.name, counts[field.name]
        if column in columns:
            place = columns.index(column)
        else:
            place += 1
            columns.insert(place, column)
        row.append((*column, field.value))
    rows.write(json.dumps(row) + "\n")


def _lines(columns: list[Column], rows: IO[str]) -> Iterator[bytes]:
    """The lines of the CSV file, in UTF-8; a column without a name is called by its number."""
    yield _line([name or f"column {place}" for place, (name, _) in enumerate(columns, start=1)])
    for row in map(json.loads, rows):
        values = {(name, number): value for name, number, value in row}
        yield _line([values.get(column, "") for column in columns])


def _line(values: list[str]) -> bytes:
    text = ",".join(cell(value) for value in values) + "\n"
    return encodable(text).encode("utf-8", "surrogateescape")
