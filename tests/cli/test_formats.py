"""`formats --explain`: what each column is read into and why, and the mapping by hand."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from validator.config import Settings, column_names
from validator.io import named
from validator.io.tables import guessing, headers
from validator.io.tables.columns import Columns
from validator.record import VARIABLES, Record, attribute_of
from validator.text.identifiers.schemes import FIELDS

TABLE = """Werk,von,Jahr,kennung,ort,DOI,ist
Ein Buch über Dinge und Sachen,"Li, Wei; Roe, Jane",2001,0028-0836,X 1,10.1234/a,
Noch ein Buch über andere Dinge,"Doe, J.",2002,0028-0837,X 2,10.1234/b,
"""


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "validator", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


def test_columns_are_explained_and_the_table_can_be_pasted(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(TABLE, encoding="utf-8")
    done = run("formats", "--explain", "a.csv", folder=tmp_path)
    assert "DOI -> DOI (its name is known): 10.1234/a | 10.1234/b" in done.stdout
    assert "Werk -> - (not read; by its values title): Ein Buch über Dinge" in done.stdout
    assert "ort -> - (not read): X 1 | X 2" in done.stdout
    pasted = done.stdout.partition("\n[columns]\n")[2]
    assert tomllib.loads(pasted) == {
        "Werk": "title",
        "von": "author",
        "Jahr": "issued",
        "kennung": "ISSN",
        "ort": "",
    }
    (tmp_path / "bibvalidator.toml").write_text(f"[columns]\n{pasted}", encoding="utf-8")
    done = run("formats", "--explain", "a.csv", folder=tmp_path)
    assert "Werk -> title (as the configuration says)" in done.stdout
    done = run("check", "a.csv", "--format", "json", folder=tmp_path)
    assert "title-missing" not in done.stdout


def test_a_workbook_without_a_known_column_is_explained(tmp_path: Path) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    pytest.importorskip("python_calamine")
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Bestand")
        sheet.write_row(2, 0, ["Werk", "Jahr"])
        sheet.write_row(3, 0, ["Ein Buch über Dinge", 2001])
        sheet.write_row(4, 0, ["Noch ein Buch über andere", 2002])
    done = run("check", "a.xlsx", folder=tmp_path)
    assert (done.returncode, "formats --explain" in done.stderr) == (3, True)
    done = run("formats", "--explain", "a.xlsx", folder=tmp_path)
    pasted = done.stdout.partition("\n[columns]\n")[2]
    assert tomllib.loads(pasted) == {"Werk": "title", "Jahr": "issued"}
    (tmp_path / "bibvalidator.toml").write_text(f"[columns]\n{pasted}", encoding="utf-8")
    done = run("check", "a.xlsx", "--format", "json", folder=tmp_path)
    assert '"records": 2' in done.stdout


WRONG = [
    ('Werk = "titel"', "unknown variable 'titel' of 'Werk'; did you mean 'title'?"),
    ("Werk = 3", "a table of headers with variables is wanted"),
    ('Werk = "parallel-title"', "unknown variable 'parallel-title'"),  # a word of ours
]


@pytest.mark.parametrize(("line", "said"), WRONG)
def test_a_variable_that_there_is_not(line: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "bibvalidator.toml").write_text(f"[columns]\n{line}\n", encoding="utf-8")
    done = run("check", "a.csv", folder=tmp_path)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr


VALUES = {"issued": "2001", "year": "2001", "type": "book", "page": "1-2", "ORCID": "x"}


@pytest.mark.parametrize("name", column_names())
def test_every_name_of_a_mapping_fills_something(name: str) -> None:
    columns = Columns(["x", "author", "doi"], {"x": name, "doi": "", "author": ""})
    values, filled = columns.values([VALUES.get(name, "value"), "", ""])
    if name in VARIABLES:
        assert Record(**values).present >= {attribute_of(name)}
        assert filled.variables[0].lower() == name.lower()
    assert filled.names == ["x"]


def test_every_name_of_a_mapping_has_its_place_on_the_page() -> None:
    page = (Path(__file__).parents[2] / "docs/formats/tables.md").read_text(encoding="utf-8")
    schemes = set(FIELDS.values())
    names = {name for name in column_names() if name not in VARIABLES and name not in schemes}
    assert sorted(name for name in names if f"`{name}`" not in page) == []


MAPPED = [
    ({"Werk": "title"}, "Werk", "title", "by its name"),
    ({"WERK ": "title"}, "Werk", "title", "in any case"),
    ({"Ｗｅｒｋ": "title"}, "Werk", "title", "in any width"),
    ({"★": "title"}, "★", "title", "a name without a letter"),
    ({"★": "title"}, "☆", "", "and no other such name"),
    ({"doi": ""}, "DOI", "", "one that is left"),
    ({}, "DOI", "DOI", "no mapping"),
]


@pytest.mark.parametrize(("mapping", "header", "role", "why"), MAPPED, ids=[w for *_, w in MAPPED])
def test_headers_of_a_mapping(mapping: dict[str, str], header: str, role: str, why: str) -> None:
    (found,) = headers.mapped([header], headers.columns([header]), mapping)
    assert (found.role if found else "") == role


def test_a_mapped_column_counts_before_a_known_one(tmp_path: Path) -> None:
    from validator.io import Opened, items

    (tmp_path / "a.csv").write_text("title,Haupttitel,year\nA,B,2001\n")
    with Opened(
        named(str(tmp_path / "a.csv")), Settings(columns={"Haupttitel": "title"})
    ) as source:
        (record,) = items(source)
    assert isinstance(record, Record)
    assert record.title == "B"
    assert [field.variable for field in record.raw] == ["", "title", "issued"]


GUESSES = [
    (["10.1234/a", "https://doi.org/10.1234/b"], "DOI"),
    (["0028-0836", "1476-4687; 0028-083X"], "ISSN"),
    (["978-3-16-148410-0", "3161484100"], "ISBN"),
    (["2001", "1999-05", "2020-05-06"], "issued"),
    (["12-15", "e3–e9"], "page"),
    (["Li, Wei; Roe, J.", "Doe, Jane"], "author"),
    (["王五；李四", "张三"], "author"),
    (["https://example.org/a", "http://example.org/b"], "URL"),
    (["en", "zh-CN"], "language"),
    (["PMC123456", "PMC123457"], "PMCID"),
    (["A study of many things", "On the origin of words"], "title"),
    (["x" * 500, "y " * 300], "abstract"),
    (["A study of many things", "A study of many things"], ""),  # the same for all
    (["17", "18"], ""),
    (["2001"], ""),  # one value is no evidence
    (["", " "], ""),
    (["1" * 100_000, "2" * 100_000], "abstract"),
]


@pytest.mark.parametrize(("values", "expected"), GUESSES, ids=lambda value: str(value)[:30])
def test_guesses(values: list[str], expected: str) -> None:
    assert guessing.guess(values) == expected
    assert guessing.guess(values, taken=[expected]) != expected or not expected


def test_the_formats_are_listed() -> None:
    done = run("formats", folder=Path.cwd())
    for name in ("workbook", "parquet", "sql"):
        assert f"\n{name} " in done.stdout
