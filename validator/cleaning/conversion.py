"""The records of cleaned files written anew in another format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from validator.cleaning.files import File
from validator.config import Settings
from validator.errors import UsageError
from validator.io import Opened, items
from validator.io.tables import delimited as tables
from validator.io.tables import headers
from validator.io.tables.typed import LEAST
from validator.io.write import BYTES, table_writer, writer
from validator.record import Record

TABLES = ("csv", "tsv", *BYTES)

Row = tuple[Sequence[str], str]
"""The cells of a row, and what its record is called."""


class Converted:
    """The bytes of some files in one other format, iterated once.

    ``records`` is how many were written; ``moved`` counts, by variable, the values that the format
    has no field for and that stand in its note. Raises UsageError for a stretch that could not be
    read: it has no place in another format.
    """

    def __init__(self, files: Sequence[File], form: str, settings: Settings) -> None:
        self.files = files
        self.form = form
        self.settings = settings
        self.records = 0
        self.moved: Counter[str] = Counter()

    def __iter__(self) -> Iterator[bytes]:
        return self._table() if self.form in BYTES else self._text()

    def _text(self) -> Iterator[bytes]:
        out = writer(self.form, self._columns() if self.form in TABLES else ())
        yield _bytes(out.head())
        for record in self._records():
            yield _bytes(out.record(record, first=not self.records))
            self.records += 1
            self.moved.update(out.unheld(record))
        yield _bytes(out.tail())

    def _table(self) -> Iterator[bytes]:
        header, rows = self._own_rows() or self._made_rows()
        out = table_writer(self.form, header)
        for cells, name in rows:
            yield out.row(cells, name)
            self.records += 1
        yield out.tail()

    def _own_rows(self) -> tuple[list[str], Iterator[Row]] | None:
        """The columns and rows of the one file, where that is a table itself whose columns are
        known by their names: it keeps all of them."""
        file = self.files[0]
        if len(self.files) > 1 or file.now.format != "csv":
            return None
        with Opened(file.now, self.settings) as source:
            found = tables.opened(source.lines(), source)
        if not found or headers.known(found[0].names, self.settings.columns) < LEAST:
            return None
        return found[0].names, self._cells(file)

    def _cells(self, file: File) -> Iterator[Row]:
        with Opened(file.now, self.settings) as source:
            for number, cells in enumerate(tables.cells(source), start=1):
                if cells is None:
                    raise self._unreadable(file)
                yield cells, f"{file.path}#{number}"

    def _made_rows(self) -> tuple[list[str], Iterator[Row]]:
        from validator.io.write.table import Rows

        rows = Rows(self._columns())

        def made() -> Iterator[Row]:
            for record in self._records():
                self.moved.update(rows.unheld(record))
                yield rows.cells(record), record.handle

        return list(rows.columns.values()), made()

    def _records(self) -> Iterator[Record]:
        for file in self.files:
            with Opened(file.now, self.settings) as source:
                for item in items(source):
                    if isinstance(item, Record):
                        yield item
                    elif item.code == "COL002":
                        raise self._unreadable(file)

    def _unreadable(self, file: File) -> UsageError:
        return UsageError(
            f"{file.path}: a stretch that cannot be read has no place in {self.form};"
            " name a file for it: --rejects FILE"
        )

    def _columns(self) -> frozenset[str]:
        """The columns that any record has a value for: a table says so before its first row."""
        from validator.io.write.table import used

        return frozenset().union(*map(used, self._records()))

    def notes(self, path: str) -> Iterator[str]:
        """What people should know of it."""
        if self.moved:
            said = ", ".join(f"{name} ({count})" for name, count in sorted(self.moved.items()))
            yield f"{path}: without a field in {self.form}, kept in the note: {said}"


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
