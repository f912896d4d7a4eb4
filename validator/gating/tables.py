"""Tables in files, written as rows come: Parquet or CSV, in bounded memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow

FORMATS = ("parquet", "csv")
ROWS, CHARACTERS = 5_000, 16_000_000
"""Held at a time, whichever is reached first."""

Cell = str | int | float | bool | None
Batch = Sequence[Sequence[Cell]]
Put = Callable[[Batch], None]


def write(
    paths: Iterable[str],
    columns: Sequence[str],
    kinds: Mapping[str, type],
    rows: Iterable[Sequence[Cell]],
) -> int:
    """Write rows to files whose suffixes are of FORMATS; returns how many there were.

    ``kinds`` names the columns that are not text. A lone surrogate, which no UTF-8 can hold, is
    written as an escape, and an empty cell of CSV is None.
    """
    count = 0
    with ExitStack() as stack:
        files = [
            stack.enter_context((_csv if path.endswith(".csv") else _parquet)(path, columns, kinds))
            for path in paths
        ]
        for batch in _batches(rows):
            count += len(batch)
            for put in files:
                put(batch)
    return count


def _batches(rows: Iterable[Sequence[Cell]]) -> Iterator[Batch]:
    batch: list[Sequence[Cell]] = []
    characters = 0
    for row in rows:
        batch.append(row)
        characters += sum(len(cell) for cell in row if isinstance(cell, str))
        if len(batch) >= ROWS or characters >= CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


@contextmanager
def _parquet(path: str, columns: Sequence[str], kinds: Mapping[str, type]) -> Iterator[Put]:
    import pyarrow as pa
    from pyarrow import parquet

    types = {int: pa.int64(), float: pa.float64(), bool: pa.bool_(), str: pa.large_string()}
    schema = pa.schema([(name, types[kinds.get(name, str)]) for name in columns])

    def put(batch: Batch) -> None:
        cells = zip(zip(*batch, strict=True), schema, strict=True)
        arrays = [_array(column, field) for column, field in cells]
        writer.write_batch(pa.record_batch(arrays, schema=schema))

    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        yield put


def _array(cells: Sequence[Cell], field: pyarrow.Field) -> pyarrow.Array:
    import pyarrow as pa

    try:
        return pa.array(cells, field.type)
    except UnicodeEncodeError:
        return pa.array([_writable(cell) for cell in cells], field.type)


def _writable(cell: Any) -> Any:
    return cell.encode("utf-8", "backslashreplace").decode() if isinstance(cell, str) else cell


@contextmanager
def _csv(path: str, columns: Sequence[str], _: Mapping[str, type]) -> Iterator[Put]:
    with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:

        def put(batch: Batch) -> None:
            file.writelines(",".join(map(_cell, row)) + "\n" for row in batch)

        put([columns])
        yield put


def _cell(cell: Cell) -> str:
    from validator.text.cells import quoted

    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return quoted(cell) if isinstance(cell, str) else str(cell)
