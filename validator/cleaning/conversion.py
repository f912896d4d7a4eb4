"""The records of cleaned files written anew in another format, for good or to be cleaned on."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from validator.cleaning.edits import Edits
from validator.cleaning.files import File
from validator.config import Settings
from validator.errors import UsageError
from validator.io import Opened, items
from validator.io.tables import delimited as tables
from validator.io.tables import headers
from validator.io.tables.typed import LEAST
from validator.io.write import BYTES, READ_AS, table_writer, writer
from validator.record import VARIABLES, Record
from validator.registry import RULES
from validator.selection import rule_is
from validator.suppress import words

TABLES = ("csv", "tsv", *BYTES)
EDITED = ("bibtex", "ris", "csl-json", "csl-jsonl", "csv", "tsv", "marc21")
"""Formats that are written, and edited in place."""
BETWEEN = "csl-jsonl"
"""What records are cleaned as on their way from one format to another, neither edited in place."""

Row = tuple[Sequence[str], str]
"""The cells of a row, and what its record is called."""


class Converted:
    """The bytes of some files in one other format, iterated once.

    ``records`` is how many were written, ``numbers`` those that they had in the files given,
    ``lines`` where they stood, 0 for no line, ``marks`` what they say of their findings themselves;
    ``moved`` counts, by variable, the values that the format has no field for and that stand in its
    note. Raises UsageError for a stretch that could not be read: it has no place in another format.
    """

    def __init__(self, files: Sequence[File], form: str, settings: Settings) -> None:
        self.files = files
        self.form = form
        self.settings = settings
        self.records = 0
        self.numbers = array("q")
        self.lines = array("q")
        self.marks: dict[int, str] = {}
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
        for number, record in self._read():
            self.numbers.append(number)
            self.lines.append(record.provenance.line or 0)
            if record.suppression:
                self.marks[number] = record.suppression
            yield record

    def _read(self) -> Iterator[tuple[int, Record]]:
        """The records of all files, each with the number that it had in the file given."""
        for file in self.files:
            if file.is_emptied:
                continue
            with Opened(file.now, self.settings) as source:
                for item in items(source):
                    if isinstance(item, Record):
                        yield file.number(item.provenance.record_number or 0), item
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

        return frozenset().union(*(used(record) for _, record in self._read()))


def edited_as(form: str, read_as: str) -> str:
    """The format to clean a file on in that is to become ``form``, and is read as another; "" for
    that which it has: a table keeps its columns in a table."""
    from validator.io.rewrite import rewriter

    if form in ("", *EDITED):
        return form
    is_edited = read_as == "csv" or rewriter(read_as, "") is not None
    return "" if is_edited and form in BYTES else BETWEEN


def notes(moved: Counter[str], form: str, path: str) -> Iterator[str]:
    """What people should know of a file in another format."""
    if moved:
        said = ", ".join(f"{name} ({count})" for name, count in sorted(moved.items()))
        yield f"{path}: without a field in {form}, kept in the note: {said}"


def convert(file: File, form: str, path: str, settings: Settings) -> None:
    """Go on with a file as what it is in another format, written to ``path``."""
    made = Converted([file], form, settings)
    with open(path, "wb") as out:
        out.writelines(made)
    file.converted = file.now = file.given._replace(
        path=path, format=READ_AS.get(form, form), encoding="utf-8"
    )
    if file.lines is None and not file.edits:
        file.lines = array("q", bytes(8 * max(made.numbers, default=0)))
        for number, line in zip(made.numbers, made.lines, strict=True):
            file.lines[number - 1] = line
    for number, mark in made.marks.items():
        file.accepted[number] = file.accepted.get(number, frozenset()) | _accepted(mark)
    file.form, file.moved = form, made.moved
    file.numbers, file.edits = made.numbers, Edits()


def _accepted(mark: str) -> frozenset[tuple[str, str]]:
    """The codes and variables of the findings that a record itself says to pass over."""
    selectors = words(mark)
    codes = [code for code, rule in RULES.items() if any(rule_is(rule, one) for one in selectors)]
    return frozenset(product(codes, VARIABLES))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
