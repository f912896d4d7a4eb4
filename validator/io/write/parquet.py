"""Rows as a Parquet file, whose columns are strings."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pyarrow
from pyarrow import parquet

from validator.io.write.plain import characters

GROUP = 20_000  # rows of a group, which are held together


class _Pieces(io.RawIOBase):
    """A file whose bytes are taken away as they come."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:
        self.pieces.append(bytes(piece))
        return len(piece)

    def taken(self) -> bytes:
        data = b"".join(self.pieces)
        self.pieces.clear()
        return data


class Writer:
    """An empty cell is null."""

    def __init__(self, header: Sequence[str]) -> None:
        self.schema = pyarrow.schema([(name, pyarrow.string()) for name in header])
        self.file = _Pieces()
        self.out = parquet.ParquetWriter(self.file, self.schema, compression="zstd")
        self.rows: list[Sequence[str]] = []

    def row(self, cells: Sequence[str], name: str) -> bytes:
        self.rows.append(cells)
        if len(self.rows) < GROUP:
            return b""
        self._write_group()
        return self.file.taken()

    def tail(self) -> bytes:
        if self.rows:
            self._write_group()
        self.out.close()
        return self.file.taken()

    def _write_group(self) -> None:
        columns = [
            pyarrow.array([characters(value) or None for value in column], pyarrow.string())
            for column in zip(*self.rows, strict=True)
        ]
        self.out.write_table(pyarrow.Table.from_arrays(columns, schema=self.schema))
        self.rows.clear()
