"""The records of cleaned files written anew in another format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from validator.cleaning.files import File
from validator.config import Settings
from validator.errors import UsageError
from validator.io import Opened, items
from validator.io.write import BYTES, bytes_writer, writer
from validator.record import Record

TABLES = ("csv", "tsv", *BYTES)


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
        columns = self._columns() if self.form in TABLES else ()
        out = (bytes_writer if self.form in BYTES else writer)(self.form, columns)
        yield _bytes(out.head())
        for record in self._records():
            yield _bytes(out.record(record, first=not self.records))
            self.records += 1
            self.moved.update(out.unheld(record))
        yield _bytes(out.tail())

    def _records(self) -> Iterator[Record]:
        for file in self.files:
            with Opened(file.now, self.settings) as source:
                for item in items(source):
                    if isinstance(item, Record):
                        yield item
                    elif item.code == "COL002":
                        raise UsageError(
                            f"{file.path}: a stretch that cannot be read has no place in"
                            f" {self.form}; name a file for it: --rejects FILE"
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


def _bytes(piece: str | bytes) -> bytes:
    return piece if isinstance(piece, bytes) else piece.encode("utf-8", "surrogateescape")
