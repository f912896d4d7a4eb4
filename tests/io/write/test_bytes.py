"""Records as workbooks and Parquet: read again as they were, and the same bytes each time."""

from __future__ import annotations

import io
import json
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.config import Settings
from validator.errors import UsageError
from validator.finding import Fault
from validator.io import Input, Opened, items, read
from validator.io.write import BYTES, READ_AS, table_writer
from validator.io.write.holding import differing
from validator.io.write.table import Rows
from validator.record import Name, OtherId, Parallel, Record
from validator.text import dates

xlsxwriter = pytest.importorskip("xlsxwriter", reason="in the extra `xlsx`")
pytest.importorskip("pyarrow", reason="in the extra `parquet`")
pytest.importorskip("python_calamine", reason="in the extra `tables`")

FULL = Record(
    id="=1+1",
    type="article-journal",
    type_as_read="期刊论文",
    title="肺癌的深度学习研究: 100%准确\n第二行",
    author=(Name(literal="李明", orcid="0000-0002-1825-0097"), Name("王", "小红")),
    editor=(Name("Berg", "Jan", "van der"), Name(literal="World Health Organization")),
    container_title="+Journal_x0041_",
    issued=dates.parse("2019-05"),
    volume="012",
    page="1-2",
    issn="0028-0836; 1476-4687",
    doi="10.1000/a_b(c)",
    keyword=("2,4-D", "Smith, J.", "机器学习"),
    other_id=(OtherId("lccn", "2001012345"),),
    note="@a\n-b",
    parallel=Parallel(title="Deep learning & lung cancer", author=(Name("Li", "Ming"),)),
)
POOR = Record(title="Книга", type="book")


def written(records: list[Record], form: str) -> bytes:
    rows = Rows()
    out = table_writer(form, list(rows.columns.values()))
    pieces = [out.row(rows.cells(record), record.handle) for record in records]
    return b"".join([*pieces, out.tail()])


def read_again(data: bytes, form: str) -> list[Record]:
    opened = Opened(Input("-", "x", named=True, format=READ_AS.get(form, form)), Settings())
    opened.raw.stream = io.BytesIO(data)
    with opened as source:
        found = list(items(source))
    return [item for item in found if not isinstance(item, Fault)]


@pytest.mark.parametrize("form", BYTES)
class TestRoundTrip:
    def test_what_is_read_again_is_what_was_written(self, form: str) -> None:
        records = [FULL, POOR, replace(FULL, id="b")]
        again = read_again(written(records, form), form)
        assert [differing(one, other) for one, other in zip(records, again, strict=True)] == [
            []
        ] * 3
        assert [record.id for record in again] == ["=1+1", "", "b"]
        assert again[0].author[0].orcid == "0000-0002-1825-0097"

    def test_the_same_bytes_each_time(self, form: str) -> None:
        assert written([FULL, POOR], form) == written([FULL, POOR], form)

    def test_bytes_that_are_no_text(self, form: str) -> None:
        (again,) = read_again(written([Record(title="a\udcff\ud800\0b")], form), form)
        assert again.title == "a\ufffd\ufffdb"


@given(st.text(max_size=30).filter(str.strip), st.sampled_from(list(BYTES)))
def test_any_title_comes_back(title: str, form: str) -> None:
    (again,) = read_again(written([Record(id="a", title=title)], form), form)
    assert not differing(Record(title=title), again)


def test_what_a_cell_cannot_hold_is_not_cut() -> None:
    long = "x" * 40_000
    with pytest.raises(UsageError, match="a: abstract has more than 32,767 characters"):
        written([Record(id="a", abstract=long)], "xlsx")
    assert read_again(written([Record(id="a", abstract=long)], "parquet"), "parquet")[0].abstract


def test_more_records_than_a_sheet_has_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    from validator.io.write import workbook

    monkeypatch.setattr(workbook, "ROWS", 4)
    records = [replace(POOR, id=f"r{number}") for number in range(8)]
    again = read_again(written(records, "xlsx"), "xlsx")
    assert [record.id for record in again] == [record.id for record in records]


def test_many_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    from validator.io.write import parquet

    monkeypatch.setattr(parquet, "GROUP", 3)
    again = read_again(written([POOR] * 8, "parquet"), "parquet")
    assert len(again) == 8


class TestClean:
    def run(self, *arguments: str, folder: Path) -> str:
        command = [sys.executable, "-m", "validator", "clean", *arguments, "--isolated"]
        done = subprocess.run(
            command, cwd=folder, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stderr

    @pytest.fixture
    def shelf(self, tmp_path: Path) -> Path:
        """A database, a workbook and a Parquet file of the same two records, the first faulty."""
        rows = [("a", "10.1234/ab ", "T &amp; U", "Li, Wei", 2001), ("b", "", "数字", "王五", 2002)]
        with sqlite3.connect(tmp_path / "a.db") as made:
            made.execute("CREATE TABLE papers (id PRIMARY KEY, doi, title, author, year INT)")
            made.executemany("INSERT INTO papers VALUES (?, ?, ?, ?, ?)", rows)
        made.close()
        names = ("id", "doi", "title", "author", "year")
        text = [",".join(names), *(",".join(f'"{cell}"' for cell in row) for row in rows)]
        (tmp_path / "a.csv").write_text("\n".join(text), encoding="utf-8")
        for form in BYTES:
            records = list(read(tmp_path / "a.csv"))
            (tmp_path / f"a.{form}").write_bytes(written(records, form))
        return tmp_path

    @pytest.mark.parametrize("source", ["sqlite:///a.db#papers", "a.xlsx", "a.parquet"])
    @pytest.mark.parametrize("target", ["out.csv", "out.xlsx", "out.parquet", "out.bib"])
    def test_a_table_is_cleaned_into_another(self, shelf: Path, source: str, target: str) -> None:
        before = {path.name: path.read_bytes() for path in shelf.iterdir()}
        said = self.run(source, "-o", target, folder=shelf)
        assert "2 records read = 2 written" in said
        one, two = read(shelf / target)
        assert (one.title, two.title) == ("T & U", "数字")
        assert {name: (shelf / name).read_bytes() for name in before} == before

    @pytest.mark.parametrize("target", ["out.xlsx", "out.parquet"])
    def test_a_table_keeps_its_columns(self, shelf: Path, target: str) -> None:
        rows = ["Shelf,Titel,title,year,Shelf", 'X 1,"=a, b",T &amp; U,2001,00012', ",,数字,,"]
        (shelf / "b.csv").write_text("\n".join(rows), encoding="utf-8")
        said = self.run("b.csv", "-o", target, "--no-duplicates", folder=shelf)
        assert "kept in the note" not in said
        one, two = read(shelf / target)
        fields = [("Shelf", "X 1"), ("Titel", "=a, b"), ("title", "T & U"), ("year", "2001")]
        assert [(f.name, f.value) for f in one.raw] == [*fields, ("Shelf", "00012")]
        assert [(f.name, f.value) for f in two.raw] == [("title", "数字")]

    def test_records_of_several_files_have_the_columns_of_variables(self, shelf: Path) -> None:
        (shelf / "b.csv").write_text("Shelf,title,year\nX 1,T,2001\n")
        said = self.run("b.csv", "a.csv", "--to", "xlsx", "-o", "out.xlsx", folder=shelf)
        assert "kept in the note: Shelf (1)" in said
        assert {record.title for record in read(shelf / "out.xlsx")} == {"T", "T & U", "数字"}

    def test_the_log_names_the_source(self, shelf: Path) -> None:
        options = ("-o", "out.csv", "--log", "log.jsonl")
        self.run("sqlite:///a.db#papers", *options, folder=shelf)
        assert '"sqlite:///a.db#papers"' in (shelf / "log.jsonl").read_text(encoding="utf-8")

    def test_the_log_names_the_row_of_the_sheet(self, shelf: Path) -> None:
        """As `check` does: the second sheet has a title above its header."""
        with xlsxwriter.Workbook(shelf / "two.xlsx") as book:
            for title, start in (("First", 0), ("Second", 2)):
                sheet = book.add_worksheet(title)
                sheet.write(0, 0, "Papers")
                sheet.write_row(start, 0, ["title", "author", "year"])
                sheet.write_row(start + 1, 0, [f"{title} T &amp; U", "Li, Wei", 2001])
        self.run("two.xlsx", "-o", "out.csv", "--log", "log.jsonl", folder=shelf)
        lines = map(json.loads, (shelf / "log.jsonl").read_bytes().splitlines())
        found = [(one["path"], one["line"]) for one in lines if one.get("kind") == "change"]
        assert found == [("two.xlsx", 2), ("two.xlsx", 4)]

    def test_tables_of_a_folder_are_mirrored(self, shelf: Path) -> None:
        for name in ("one", "two"):
            (shelf / "in" / name).mkdir(parents=True)
            (shelf / "in" / name / "a.xlsx").write_bytes((shelf / "a.xlsx").read_bytes())
        self.run("in", "-o", "out/", folder=shelf)
        found = sorted(path.relative_to(shelf / "out") for path in shelf.glob("out/**/*.*"))
        assert [path.as_posix() for path in found] == ["one/a.csv", "two/a.csv"]

    def test_a_column_that_the_configuration_names(self, shelf: Path) -> None:
        (shelf / "b.csv").write_text('Werk,author,year\nT &amp; U,"Li, Wei",2001\n')
        (shelf / "c.toml").write_text('[columns]\nWerk = "title"\n')
        command = [sys.executable, "-m", "validator", "clean", "b.csv", "-o", "c.csv"]
        done = subprocess.run([*command, "--config", "c.toml"], cwd=shelf, capture_output=True)
        assert done.returncode == 0
        assert (shelf / "c.csv").read_text() == 'Werk,author,year\nT & U,"Li, Wei",2001\n'
