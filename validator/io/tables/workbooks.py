"""Workbooks: the sheets of XLSX, XLS and ODS that hold records."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from validator.errors import UnreadableError
from validator.finding import Fault
from validator.io.source import Source
from validator.io.tables import cells, headers, zips
from validator.io.tables.columns import Columns
from validator.io.tables.typed import LEAST, Numbering
from validator.record import Field, Record

HEAD = 30  # rows in which the header is looked for, below titles and notes
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

Row = list[Any]


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of all sheets, a row each; the line of a record is its row in the sheet.

    Where there are several sheets, each record has a field that names its own. A sheet without a
    header that names two known columns, or a hidden one, is left out and told (COL005). Raises
    UnreadableError where no sheet has records.
    """
    numbering = Numbering(source)
    found = False
    told: list[Fault] = []
    for sheet in _sheets(source):
        opened = None if sheet.why_not else _opened(sheet.cells, source)
        if opened is None:
            why = sheet.why_not or "no header with two known columns in the sheet {sheet}"
            told.append(Fault("COL005", why, args={"sheet": sheet.name}))
            continue
        found = True
        yield from _records(sheet, *opened, numbering)
    if not found:
        raise UnreadableError("no sheet has a header with two known columns: see formats --explain")
    yield from told


WORKLIST = "bibvalidator"
"""The title of the workbooks that our reports are: they tell of records, and hold none."""


def is_known(source: Source) -> bool:
    """Whether any sheet has a header that names two known columns; a worklist of ours is none."""
    return any(
        not (one.why_not or one.is_of_worklist) and _opened(one.cells, source)
        for one in _sheets(source)
    )


class _Sheet(NamedTuple):
    """A sheet: ``cells`` as the library has it, and why it is left out, "" for one that is not."""

    name: str
    cells: Any
    why_not: str
    is_one_of_several: bool
    is_of_worklist: bool


def _sheets(source: Source) -> Iterator[_Sheet]:
    """The sheets that are not empty. Raises UnreadableError."""
    try:
        calamine = importlib.import_module("python_calamine")
    except ImportError as error:
        raise UnreadableError(
            "workbooks need an extra: pip install 'bibvalidator[tables]'"
        ) from error
    with source.seekable() as file:
        start = file.read(8)
        file.seek(0)
        is_ours = False
        if start.startswith(ZIP):
            zips.check_workbook(file, source.unpacked_limit)
            is_ours = zips.title(file) == WORKLIST
        elif start == OLE and ENCRYPTED in file.read(source.unpacked_limit):
            raise UnreadableError("an encrypted workbook: save it without a password")
        file.seek(0)
        book = _guarded(lambda: calamine.CalamineWorkbook.from_filelike(file))
        is_sheet = calamine.SheetTypeEnum.WorkSheet
        abouts = [one for one in enumerate(book.sheets_metadata) if one[1].typ == is_sheet]
        for place, about in abouts:
            why_not = _why_not(about, calamine.SheetVisibleEnum.Visible)
            found = _guarded(lambda at=place: book.get_sheet_by_index(at))
            if found.height:
                yield _Sheet(about.name, found, why_not, len(abouts) > 1, is_ours)


def _why_not(about: Any, visible: Any) -> str:
    why_not = "the sheet {sheet} is hidden: left out"
    return "" if about.visible == visible else why_not


def _guarded(call: Any) -> Any:
    """What a call of the library gives; whatever it raises is an UnreadableError."""
    try:
        return call()
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # a panic of Rust is no Exception
        said = str(error).replace("\n", " ")[:200]
        if "password" in said.lower():
            raise UnreadableError("an encrypted workbook: save it without a password") from error
        raise UnreadableError(f"a damaged workbook: {said}") from error


def _opened(sheet: Any, source: Source) -> tuple[Columns, int, int] | None:
    """The columns of a sheet, the row of its header, from 1, and the empty columns before it; None
    where no row is one: the header is the row that names most known columns."""
    best: tuple[int, int, list[str]] = (-1 if source.any_columns else 0, 0, [])
    for number, row in enumerate(islice(_guarded(sheet.iter_rows), HEAD + sheet.start[0]), start=1):
        names = [name.strip() for name in cells.texts(row)]
        known = headers.known(names, source.columns)
        if known > best[0] and sum(map(bool, names)) >= LEAST:
            best = known, number, names
    known, number, names = best
    if not names or (known < LEAST and not source.any_columns):
        return None
    return Columns(names, source.columns), number, sheet.start[1]


def _records(
    sheet: _Sheet, columns: Columns, header: int, left: int, numbering: Numbering
) -> Iterator[Record | Fault]:
    name = (Field("sheet", sheet.name),) if sheet.is_one_of_several else ()
    merged = _Merged(sheet.cells, header, left)
    rows = enumerate(_guarded(sheet.cells.iter_rows), start=1)
    for number, row in islice(rows, header, None):
        if merged:
            merged.fill(number, row)
        item = numbering.item(row, columns, line=number, left=left, more=name)
        if item:
            yield item


class _Merged:
    """Cells merged over rows: each row has the value of the first, in the first column."""

    def __init__(self, sheet: Any, header: int, left: int) -> None:
        try:
            ranges = sheet.merged_cell_ranges or []
        except Exception:  # kinds of workbooks that do not tell
            ranges = []
        self.starts: dict[int, list[tuple[int, int]]] = {}  # row -> column, last row
        for (top, column), (bottom, _) in ranges:
            if bottom > top >= header and column >= left:
                self.starts.setdefault(top + 1, []).append((column - left, bottom + 1))
        self.going: dict[int, tuple[int, Any]] = {}  # column -> last row, value

    def __bool__(self) -> bool:
        return bool(self.starts)

    def fill(self, number: int, row: Row) -> None:
        """Give a row what is merged into it from above."""
        for column, (last, value) in list(self.going.items()):
            if number > last:
                del self.going[column]
            elif not row[column]:
                row[column] = value
        for column, last in self.starts.get(number, ()):
            if column < len(row):
                self.going[column] = last, row[column]
