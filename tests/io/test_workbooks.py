"""Workbooks: headers below titles, typed cells, several sheets, and files that are damaged."""

from __future__ import annotations

import datetime
import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.config import Settings
from validator.errors import UnreadableError, UsageError
from validator.finding import Fault
from validator.io import Input, Opened, inputs, items
from validator.record import Record

xlsxwriter = pytest.importorskip("xlsxwriter", reason="in the extra `xlsx`")
pytest.importorskip("python_calamine", reason="in the extra `tables`")

HEADER = ["title", "author", "year"]
FIRST, LAST = ["A", "Li, Wei", 2001], ["Z", "王五", 2009]


def book(fill: Callable[[Any], None]) -> bytes:
    """A workbook of one sheet."""
    file = io.BytesIO()
    made = xlsxwriter.Workbook(file)
    fill(made)
    made.close()
    return file.getvalue()


def sheet_of(*rows: list[Any], name: str = "Sheet") -> Callable[[Any], None]:
    def fill(made: Any) -> None:
        sheet = made.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)

    return fill


def read(data: bytes, folder: Path, name: str = "x.xlsx", **given: Any) -> list[Record | Fault]:
    path = folder / name
    path.write_bytes(data)
    with Opened(Input(str(path), name, named=True), Settings(**given)) as source:
        return list(items(source))


def titles(found: list[Record | Fault]) -> list[str]:
    return [item.title if isinstance(item, Record) else item.code for item in found]


LAYOUTS = [
    ([HEADER, FIRST], 2, "the header in the first row"),
    ([["Our shelf"], [], ["as of May", "", "x"], HEADER, FIRST], 5, "below a title"),
    ([[""], ["", *HEADER], ["", *FIRST]], 3, "an empty row and an empty column"),
    ([HEADER, [], [""], FIRST, ["", "", ""]], 4, "empty rows"),
    ([[*HEADER, ""], [*FIRST, "x"]], 2, "a cell without a header"),
    ([HEADER, HEADER, FIRST], 3, "the header again: two tables in one"),
    ([["Title", "Author"], ["题名", "作者", "年"], FIRST], 3, "the row that names more"),
]


@pytest.mark.parametrize(("rows", "line", "why"), LAYOUTS, ids=[why for *_, why in LAYOUTS])
def test_layouts(rows: list[list[Any]], line: int, why: str, tmp_path: Path) -> None:
    (record,) = read(book(sheet_of(*rows)), tmp_path)
    assert isinstance(record, Record)
    assert (record.title, str(record.author[0]), record.year) == ("A", "Li, Wei", 2001)
    assert (record.provenance.line, record.provenance.record_number) == (line, 1)
    assert record.place("title").line == line


def test_a_field_has_the_row_and_column_of_its_cell(tmp_path: Path) -> None:
    (record,) = read(book(sheet_of([], ["", *HEADER], ["", *FIRST])), tmp_path)
    assert isinstance(record, Record)
    assert [(f.name, f.line, f.column) for f in record.raw] == [
        ("title", 3, 2),
        ("author", 3, 3),
        ("year", 3, 4),
    ]


CELLS = [
    (lambda s, f: s.write_number(1, 1, 2020), "2020", "a year is no 2020.0"),
    (lambda s, f: s.write_number(1, 1, 3.25), "3.25", "a fraction"),
    (lambda s, f: s.write_number(1, 1, 1e14), "100000000000000", "all digits"),
    (lambda s, f: s.write_string(1, 1, "00280836"), "00280836", "zeros of a text stay"),
    (lambda s, f: s.write_number(1, 1, 280836), "280836", "zeros that Excel lost are lost"),
    (lambda s, f: s.write_boolean(1, 1, True), "true", "a truth value"),
    (lambda s, f: s.write_datetime(1, 1, datetime.date(2020, 5, 6), f), "2020-05-06", "a date"),
    (
        lambda s, f: s.write_datetime(1, 1, datetime.datetime(2020, 5, 6, 7, 8), f),
        "2020-05-06T07:08:00",
        "date and time",
    ),
    (lambda s, f: s.write_formula(1, 1, "=1+1", None, 2), "2", "the value of a formula"),
    (lambda s, f: s.write_formula(1, 1, '="a"&"b"', None, "ab"), "ab", "the text of a formula"),
    (lambda s, f: s.write_formula(1, 1, "=NA()", None, "#N/A"), "", "an error is no value"),
    (lambda s, f: s.write_rich_string(1, 1, f, "a", "b"), "ab", "a text in two styles"),
    (lambda s, f: s.write_string(1, 1, "a\rb"), "a\rb", "what Excel escapes"),
    (lambda s, f: s.write_string(1, 1, "a_x000D_b"), "a_x000D_b", "what looks like an escape"),
    (lambda s, f: s.write_string(1, 1, "=1+1"), "=1+1", "a text that looks like a formula"),
    (lambda s, f: s.write_string(1, 1, "𠮷野家"), "𠮷野家", "beyond the first plane"),
]


@pytest.mark.parametrize(("write", "expected", "why"), CELLS, ids=[why for *_, why in CELLS])
def test_cells(write: Callable[[Any, Any], None], expected: str, why: str, tmp_path: Path) -> None:
    def fill(made: Any) -> None:
        sheet = made.add_worksheet()
        sheet.write_row(0, 0, ["title", "note"])
        sheet.write(1, 0, "A")
        write(sheet, made.add_format({"num_format": "yyyy-mm-dd"}))

    (record,) = read(book(fill), tmp_path)
    assert isinstance(record, Record)
    assert record.note == expected


def test_sheets_that_hold_no_records_are_told(tmp_path: Path) -> None:
    def fill(made: Any) -> None:
        sheet_of(["About this file"], ["made in May"], name="Read me")(made)
        sheet_of(HEADER, FIRST, name="论文")(made)
        made.add_worksheet("Empty")
        made.add_chartsheet("Chart")
        sheet_of(HEADER, ["B", "", 2002], name="Old")(made)
        made.get_worksheet_by_name("Old").hide()
        sheet_of(["x"], HEADER, LAST, name="Books")(made)

    found = read(book(fill), tmp_path)
    assert titles(found) == ["A", "Z", "COL005", "COL005"]
    assert [item.message for item in found if isinstance(item, Fault)] == [
        "no header with two known columns in the sheet Read me",
        "the sheet Old is hidden: left out",
    ]
    records = [item for item in found if isinstance(item, Record)]
    assert [(r.raw[0].value, r.provenance.line) for r in records] == [("论文", 2), ("Books", 3)]
    assert [r.provenance.record_number for r in records] == [1, 2]


def test_cells_merged_over_rows_hold_for_each(tmp_path: Path) -> None:
    def fill(made: Any) -> None:
        sheet = made.add_worksheet()
        sheet.merge_range(0, 0, 0, 2, "A list")
        sheet.write_row(1, 0, ["journal", "title", "year"])
        sheet.merge_range(2, 0, 4, 0, "J")
        sheet.write_column(2, 1, ["A", "B", "C", "D"])
        sheet.merge_range(2, 2, 3, 2, 2001)

    found = read(book(fill), tmp_path)
    records = [item for item in found if isinstance(item, Record)]
    assert [(r.container_title, r.title, r.year) for r in records] == [
        ("J", "A", 2001),
        ("J", "B", 2001),
        ("J", "C", None),
        ("", "D", None),
    ]


def test_columns_may_be_named_in_the_configuration(tmp_path: Path) -> None:
    data = book(sheet_of(["Werk", "von", "title"], ["A", "Li, Wei", "no title"]))
    (record,) = read(data, tmp_path, columns={"werk": "title", "von": "author", "title": ""})
    assert isinstance(record, Record)
    assert (record.title, str(record.author[0])) == ("A", "Li, Wei")
    assert [f.variable for f in record.raw] == ["title", "author", ""]


def test_a_row_longer_than_the_limit(tmp_path: Path) -> None:
    data = book(sheet_of(HEADER, FIRST, ["x" * 2000, "", ""], LAST))
    assert titles(read(data, tmp_path, max_record_bytes=1000)) == ["A", "COL002", "Z"]


def packed(entries: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries.items():
            made.writestr(name, data)
    return file.getvalue()


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with a part changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        entries = {entry: opened.read(entry) for entry in opened.namelist()}
    return packed(entries | {name: change(entries[name])})


GOOD = book(sheet_of(HEADER, FIRST, LAST))
SHEET = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
BROKEN = [
    (GOOD[: len(GOOD) // 2], "a damaged workbook", "cut off"),
    (GOOD[:-30], "a damaged workbook", "without the end of its directory"),
    (GOOD.replace(b"PK\x01\x02", b"PK\x01\x03"), "a damaged workbook", "a broken directory"),
    (changed(GOOD, SHEET, lambda xml: xml[:200]), "a damaged workbook", "XML that ends early"),
    (changed(GOOD, SHEET, lambda xml: b"\0" * 99), "damaged|no sheet", "no XML"),
    (changed(GOOD, "xl/workbook.xml", lambda xml: b"<x/>"), "damaged|no sheet", "no sheets"),
    (packed({"xl/workbook.bin": b"x"}), ".xlsb", "a binary workbook"),
    (packed({"xl/workbook.xml": b"x"}), "damaged|no sheet", "nothing but a name"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", "with a password"),
    (OLE + "Workbook".encode("utf-16-le"), "a damaged workbook", "an XLS of zeros"),
    (book(sheet_of(["a", "b"], ["c", "d"])), "no sheet has a header", "no known header"),
    (
        changed(GOOD, SHEET, lambda xml: xml.replace(b'r="A2"', b'r="XFD1048576"')),
        "max-unpacked-bytes",
        "two cells at the corners of the sheet",
    ),
    (packed({"xl/workbook.xml": b"x", SHEET: bytes(2**27)}), "zip bomb", "a bomb"),
]


@pytest.mark.parametrize(("data", "said", "why"), BROKEN, ids=[why for *_, why in BROKEN])
def test_what_cannot_be_read_is_said(data: bytes, said: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=said):
        read(data, tmp_path)


ODS = "application/vnd.oasis.opendocument.spreadsheet"
CELL = '<table:table-cell{} office:value-type="string"><text:p>{}</text:p></table:table-cell>'


def ods(*rows: str) -> bytes:
    """A sheet of LibreOffice, by its rows."""
    space = "urn:oasis:names:tc:opendocument:xmlns"
    names = ("office", "table", "text")
    about = " ".join(f'xmlns:{name}="{space}:{name}:1.0"' for name in names)
    table = f'<table:table table:name="Sheet1">{"".join(rows)}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    content = f"<office:document-content {about}>{body}</office:document-content>"
    manifest = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return packed(
        {
            "mimetype": ODS.encode(),
            "META-INF/manifest.xml": manifest.encode(),
            "content.xml": content.encode(),
        }
    )


def ods_row(*cells: str, times: int = 1, each: int = 1) -> str:
    repeated = f' table:number-columns-repeated="{each}"' if each > 1 else ""
    inside = "".join(CELL.format(repeated, text) for text in cells)
    return f'<table:table-row table:number-rows-repeated="{times}">{inside}</table:table-row>'


EMPTY = (
    '<table:table-row{}><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)
END = EMPTY.format(' table:number-rows-repeated="1048570"')  # as LibreOffice ends every sheet


def test_a_sheet_of_libreoffice(tmp_path: Path) -> None:
    rows = [EMPTY.format(""), ods_row("title", "year"), ods_row("书", "2001", times=2), END]
    found = read(ods(*rows), tmp_path, "x.ods")
    assert [(r.title, r.provenance.line) for r in found if isinstance(r, Record)] == [
        ("书", 3),
        ("书", 4),
    ]


FAR = [
    ([ods_row("a", times=1_000_000, each=16_000)], "one cell, sixteen thousand million times"),
    ([END, ods_row("", "a", each=16_000)], "a cell in the far corner"),
]


@pytest.mark.parametrize(("rows", "why"), FAR, ids=[why for _, why in FAR])
def test_cells_that_are_far_apart(rows: list[str], why: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="max-unpacked-bytes"):
        read(ods(ods_row("title", "year"), *rows), tmp_path, "x.ods")


def test_a_workbook_larger_than_the_limit(tmp_path: Path) -> None:
    assert titles(read(GOOD, tmp_path, max_unpacked_bytes=2**20)) == ["A", "Z"]
    with pytest.raises(UnreadableError, match="max-unpacked-bytes"):
        read(GOOD, tmp_path, max_unpacked_bytes=2000)


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=5))
def test_any_damage_is_told_or_read(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for at, byte in changes:
        data[at] = byte
    source = Opened(Input("-", "x.xlsx", named=True, format="workbook"), Settings())
    source.raw.stream = io.BytesIO(data)
    try:
        with source as opened:
            list(items(opened))
    except UnreadableError:
        pass


OTHERS = [
    (packed({"word/document.xml": b"<x/>", "[Content_Types].xml": b"<x/>"}), "a document"),
    (packed({"a.txt": b"xl/workbook.xml"}), "any other zip"),
    (OLE, "any other compound file"),
]


@pytest.mark.parametrize(("data", "why"), OTHERS, ids=[why for _, why in OTHERS])
def test_a_zip_that_is_no_workbook_is_none(data: bytes, why: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(data)
    with pytest.raises(UsageError, match="no file of a known format"):
        inputs([str(tmp_path)])
    (tmp_path / "b").write_bytes(GOOD)
    assert [Path(item.path).name for item in inputs([str(tmp_path)])] == ["b"]


def test_an_empty_file_is_empty(tmp_path: Path) -> None:
    assert titles(read(b"", tmp_path)) == ["COL005"]


def test_a_page_that_is_named_like_a_workbook(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="damaged"):
        read(b"<html><table><tr><td>title</td></tr></table></html>", tmp_path, "x.xls")
    (record,) = read("题名\t年\nA\t2001\n".encode(), tmp_path, "x.xls")  # text under its suffix
    assert isinstance(record, Record)
    assert record.title == "A"


def test_a_workbook_of_other_things_is_left_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "budget.xlsx").write_bytes(book(sheet_of(["item", "price"], ["chair", 3])))
    (tmp_path / "damaged.xlsx").write_bytes(GOOD[:-30])
    (tmp_path / "papers.xlsx").write_bytes(GOOD)
    found = [Path(item.path).name for item in inputs([str(tmp_path)])]
    assert found == ["damaged.xlsx", "papers.xlsx"]


def test_a_workbook_is_checked_from_end_to_end(tmp_path: Path) -> None:
    rows = [["题名", "作者", "年", "DOI"], ["数字图书馆研究", "张三;李四", 2020, "10.1234/AB "]]
    (tmp_path / "a.xlsx").write_bytes(book(sheet_of(*rows)))
    command = [sys.executable, "-m", "validator", "check", "a.xlsx", "--isolated"]
    done = subprocess.run(
        [*command, "--format", "concise", "--select", "ALL"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    assert "a.xlsx:2:" in done.stdout
