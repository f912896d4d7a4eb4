"""Parquet, and Arrow and Feather files: columns in batches of rows."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from validator.errors import UnreadableError
from validator.finding import Fault
from validator.io.source import Source
from validator.io.tables import headers
from validator.io.tables.columns import Columns
from validator.io.tables.typed import LEAST
from validator.io.tables.typed import read as read_rows
from validator.record import Record

BATCH = 2000  # rows held at a time
PARQUET = b"PAR1"


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of a file, a row each; they have numbers and no lines.

    Lists and nested values become text, as `cells.text` says. Raises UnreadableError for a damaged
    file, and for one of whose columns none is known.
    """
    with source.seekable() as file, _told():
        names, batches = _opened(file)
        if not (source.any_columns or headers.known(names, source.columns)):
            raise UnreadableError("no column of this table is known: see formats --explain")
        yield from read_rows(_rows(batches), Columns(names, source.columns), source)


def is_known(source: Source) -> bool:
    """Whether two columns are known by their names."""
    with source.seekable() as file, _told():
        return headers.known(_opened(file)[0]) >= LEAST


@contextmanager
def _told() -> Iterator[None]:
    """What the library says of a damaged file, as our error."""
    arrow = _library("pyarrow")
    try:
        yield
    except (arrow.ArrowException, OSError, ValueError) as error:
        said = str(error).replace("\n", " ")[:200]
        raise UnreadableError(f"a damaged file: {said}") from error


def _opened(file: IO[bytes]) -> tuple[list[str], Iterator[Any]]:
    """The names of the columns, and the rows in batches."""
    start = file.read(4)
    file.seek(0)
    return (_parquet if start == PARQUET else _arrow)(file)


def _library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise UnreadableError(
            "Parquet and Arrow need an extra: pip install 'bibvalidator[parquet]'"
        ) from error


def _parquet(file: IO[bytes]) -> tuple[list[str], Iterator[Any]]:
    found = _library("pyarrow.parquet").ParquetFile(file)
    return list(found.schema_arrow.names), found.iter_batches(BATCH)


def _arrow(file: IO[bytes]) -> tuple[list[str], Iterator[Any]]:
    """A file of Arrow, which is Feather's second version, else a stream of Arrow."""
    ipc = _library("pyarrow.ipc")
    start = file.read(6)
    file.seek(0)
    if start == b"ARROW1":
        found = ipc.open_file(file)
        batches = (found.get_batch(place) for place in range(found.num_record_batches))
        return list(found.schema.names), batches
    found = ipc.open_stream(file)
    return list(found.schema.names), iter(found)


def _rows(batches: Iterator[Any]) -> Iterator[tuple[Any, ...]]:
    for batch in batches:
        batch.validate(full=True)  # Arrow believes offsets, and reads memory that is not its own
        for start in range(0, batch.num_rows, BATCH):
            piece = batch.slice(start, BATCH)
            yield from zip(*(column.to_pylist() for column in piece.columns), strict=True)
