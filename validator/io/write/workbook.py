"""Rows as an Excel workbook."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from xlsxwriter import Workbook

from validator.errors import UsageError
from validator.io.write.plain import characters

ROWS = 1_048_576
"""Rows of a sheet, its header included; what does not fit goes on in another sheet."""
LONGEST = 32_767  # characters of a cell


class Writer:
    """Every value is a text, never a formula. The bytes come at the end: a zip is written whole.

    The same rows give the same bytes.
    """

    def __init__(self, header: Sequence[str]) -> None:
        self.header = header
        self.file = io.BytesIO()
        self.book = Workbook(self.file, {"constant_memory": True})
        self.book.set_properties({"created": datetime(2000, 1, 1)})  # else the time of the clock
        self.bold = self.book.add_format({"bold": True})
        self.sheet: Any = None
        self.rows = 0
        self._begin()

    def row(self, cells: Sequence[str], name: str) -> bytes:
        """Raises UsageError for a value that no cell can hold: it would be cut."""
        if self.rows == ROWS:
            self._begin()
        for column, value in enumerate(cells):
            if not value:
                continue
            text = characters(value)
            if len(text.encode("utf-16-le")) // 2 > LONGEST:
                self.book.close()
                raise UsageError(
                    f"{name}: {self.header[column]} has more than {LONGEST:,} characters, which"
                    " no cell of a workbook holds; write csv or parquet"
                )
            self.sheet.write_string(self.rows, column, text)
        self.rows += 1
        return b""

    def tail(self) -> bytes:
        self.book.close()
        return self.file.getvalue()

    def _begin(self) -> None:
        self.sheet = self.book.add_worksheet()
        self.sheet.freeze_panes(1, 0)
        for column, name in enumerate(self.header):
            self.sheet.write_string(0, column, name, self.bold)
        self.rows = 1
