"""The tables of records and of measures, and the files that they are written to."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from validator import auditing, io
from validator.config import Settings
from validator.errors import UnreadableError
from validator.gating import measures, records, tables
from validator.tasks import silent

pyarrow = pytest.importorskip("pyarrow.parquet", reason="pip install 'bibvalidator[gates]'")

BIB = r"""
@article{roe16, author = {Roe, Jo and 李, 娜}, title = {A {Study}}, journal = {Mind},
  year = 2016, volume = 1, pages = {1--9}, keywords = {one, two}}
@article{zhang19, author = {张, 伟}, title = {图书馆的历史}, journal = {图书馆杂志},
  year = 2019, volume = 2, pages = {1--9}, language = {zh}}
@book{doe20, editor = {Doe, Al}, title = {  }, publisher = {Иностранная литература}, year = 2020}
@article{doe20copy, author = {Roe, Jo and 李, 娜}, title = {A {Study}}, journal = {Mind},
  year = 2016, volume = 1, pages = {1--9}}
@misc{broken, title = {no end
"""


def source(tmp_path: Path, text: str = BIB, name: str = "refs.bib") -> list[io.Input]:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return io.inputs([str(tmp_path / name)])


def rows(
    inputs: list[io.Input], settings: Settings | None = None
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of both tables by column."""
    settings = settings or Settings()
    audit = auditing.audited(inputs, settings=settings, progress=silent).audit
    read: Counter[str] = Counter()
    found = records.rows(inputs, settings, sources=audit.sources, read=read, progress=silent)
    first = [dict(zip(records.COLUMNS, row, strict=True)) for row in found]
    second = measures.rows(audit, settings, read)
    return first, [dict(zip(measures.COLUMNS, row, strict=True)) for row in second]


class TestRecords:
    @pytest.mark.parametrize(
        ("record", "column", "value"),
        [
            ("roe16", "type", "article-journal"),
            ("roe16", "author", "Roe, Jo; 李, 娜"),
            ("roe16", "container-title", "Mind"),  # CSL names, as everywhere
            ("roe16", "issued", "2016"),
            ("roe16", "keyword", "one; two"),
            ("roe16", "record_number", 1),
            ("roe16", "line", 2),
            ("roe16", "DOI", None),  # empty is null
            ("doe20", "title", None),  # so is blank
            ("doe20", "publisher", "Иностранная литература"),
            ("roe16", "expects-DOI", True),
            ("zhang19", "expects-DOI", False),  # the profile expects none of Chinese articles
            ("doe20", "expects-title", True),
            ("doe20", "expects-author", False),  # it has an editor
            ("doe20", "expects-issued", True),  # there, so that it counts among what could lack
        ],
    )
    def test_a_cell(self, tmp_path: Path, record: str, column: str, value: Any) -> None:
        found, _ = rows(source(tmp_path))
        assert next(row for row in found if row["id"] == record)[column] == value

    def test_parallel_values_stand_beside(self, tmp_path: Path) -> None:
        text = "title,original-title\nLibraries of the north,北方图书馆\n"
        (row,), _ = rows(source(tmp_path, text, "t.csv"))
        assert (row["title"], row["original-title"]) == ("Libraries of the north", "北方图书馆")

    @pytest.mark.parametrize(("variable", "code"), records.ABSENCES.items())
    def test_what_lacks_is_what_the_rule_finds(
        self, tmp_path: Path, variable: str, code: str
    ) -> None:
        found, measured = rows(source(tmp_path))
        lacking = sum(row[f"expects-{variable}"] and row[variable] is None for row in found)
        assert [row["flagged"] for row in measured if row["rule"] == code] == [lacking]

    def test_a_profile_expects_others(self, tmp_path: Path) -> None:
        text = "@book{b, author = {Roe, Jo}, title = {A book}, year = 2020}"
        (row,), _ = rows(source(tmp_path, text))
        (other,), _ = rows(source(tmp_path, text), Settings(profile="datacite"))
        assert (row["expects-DOI"], other["expects-DOI"]) == (False, True)

    def test_a_file_that_changes_meanwhile_is_not_judged(self, tmp_path: Path) -> None:
        inputs = source(tmp_path)
        audit = auditing.audited(inputs, settings=Settings(), progress=silent).audit
        other = [replace(audit.sources[0], sha256="0")]
        read: Counter[str] = Counter()
        with pytest.raises(UnreadableError, match="has changed while it was read"):
            list(records.rows(inputs, Settings(), sources=other, read=read, progress=silent))

    def test_a_file_that_could_not_be_evaluated_has_no_row(self, tmp_path: Path) -> None:
        (tmp_path / "lost.bib").write_bytes(b"\0\1\2" * 100)
        found, measured = rows(source(tmp_path) + io.inputs([str(tmp_path / "lost.bib")]))
        assert len(found) == 4
        assert {row["evaluated"] for row in measured if "lost" in row["source"]} == {False}


class TestMeasures:
    @pytest.mark.parametrize(
        ("rule", "expected"),
        [
            ("DOI003", {"checked": 4, "findings": 2, "flagged": 2, "rate": 0.5}),
            ("ISN003", {"checked": 4, "findings": 0, "flagged": 0, "rate": 0.0}),  # zero rows too
            ("COL002", {"checked": 5, "findings": 1, "flagged": 1, "rate": 0.2}),  # of the file
            ("duplicates", {"checked": 4, "flagged": 1, "rate": 0.25}),  # what a merge takes away
            ("records", {"checked": 5, "flagged": 1, "rate": 0.2, "read": 4, "evaluated": True}),
            ("DOI003", {"name": "doi-missing", "severity": "warning", "baseline_rate": None}),
        ],
    )
    def test_a_row(self, tmp_path: Path, rule: str, expected: dict[str, Any]) -> None:
        _, measured = rows(source(tmp_path))
        (row,) = (row for row in measured if row["rule"] == rule)
        assert {key: row[key] for key in expected} == expected

    def test_each_rule_in_force_and_source_has_one(self, tmp_path: Path) -> None:
        settings = Settings(select=("DOI",), per_file_ignores={"*.ris": ("DOI003",)})
        ris = source(tmp_path, "TY  - JOUR\nTI  - A\nER  - \n", "b.ris")
        _, measured = rows(source(tmp_path) + ris, settings)
        pairs = [(row["rule"], row["source"][-4:]) for row in measured]
        assert len(set(pairs)) == len(pairs)
        assert (("DOI003", ".bib") in pairs, ("DOI003", ".ris") in pairs) == (True, False)
        assert {rule for rule, _ in pairs if rule.isupper()} > {"DOI001", "DOI003"}

    def test_without_a_search_there_is_nothing_about_duplicates(self, tmp_path: Path) -> None:
        _, measured = rows(source(tmp_path), Settings(duplicates_search=False))
        assert "duplicates" not in {row["rule"] for row in measured}

    def test_of_nothing_there_is_no_rate(self, tmp_path: Path) -> None:
        _, measured = rows(source(tmp_path, "% nothing\n"))
        assert {row["rate"] for row in measured if row["rule"] != "COL005"} == {None}

    @pytest.mark.parametrize(
        ("then", "now", "expected"),
        [
            (BIB, BIB, (2, 0.5, 0.5)),  # what the baseline accepts counts all the same
            ("", BIB, (0, 0.5, 0.0)),  # new since
            (BIB, BIB.replace("year = 2016", "year = 1990", 1), (2, 0.25, 0.5)),  # one is gone
        ],
    )
    def test_against_a_baseline(
        self, tmp_path: Path, then: str, now: str, expected: tuple[int, float, float]
    ) -> None:
        from validator import suppress

        audit = auditing.audited(
            source(tmp_path, then or "% nothing"), settings=Settings(), progress=silent
        ).audit
        baseline = tmp_path / "baseline.jsonl"
        baseline.write_text("".join(suppress.baseline(audit.findings)), encoding="utf-8")
        _, measured = rows(source(tmp_path, now), Settings(baseline=str(baseline)))
        (row,) = (row for row in measured if row["rule"] == "DOI003")
        assert (row["baseline_findings"], row["rate"], row["baseline_rate"]) == expected

    def test_what_people_suppress_does_not_count(self, tmp_path: Path) -> None:
        marked = BIB.replace("volume = 1,", "volume = 1, bibvalidator = {ignore DOI003},", 1)
        _, measured = rows(source(tmp_path, marked))
        (row,) = (row for row in measured if row["rule"] == "DOI003")
        assert row["flagged"] == 1


CELLS = [
    ("plain", 1, True, 0.5),
    (None, None, None, None),
    ('a "quoted", cell\nof lines', -1, False, 1e-9),
    ("图书馆 한국 Привет", 10**12, True, 0.0),
    ("=1+1", 0, True, 1.0),
    ("\ud800 lone \x00 nul", 0, True, 0.0),
]
COLUMNS = ("text", "n", "is", "share")
KINDS = {"n": int, "is": bool, "share": float}


class TestFiles:
    def test_as_parquet_and_as_csv(self, tmp_path: Path) -> None:
        paths = [str(tmp_path / "t.parquet"), str(tmp_path / "t.csv")]
        assert tables.write(paths, COLUMNS, KINDS, CELLS) == len(CELLS)
        read = pyarrow.read_table(paths[0])
        expected = [(row[0] and row[0].replace("\ud800", "\\ud800"), *row[1:]) for row in CELLS]
        assert [tuple(row.values()) for row in read.to_pylist()] == expected
        with open(paths[1], encoding="utf-8", newline="") as file:
            header, *lines = csv.reader(file)
        assert tuple(header) == COLUMNS
        assert [line[0] for line in lines] == [row[0] or "" for row in expected]
        assert lines[0][1:] == ["1", "true", "0.5"]

    def test_no_rows(self, tmp_path: Path) -> None:
        path = str(tmp_path / "t.parquet")
        assert tables.write([path], COLUMNS, KINDS, []) == 0
        assert pyarrow.read_table(path).column_names == list(COLUMNS)

    def test_rows_are_written_as_they_come(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(tables, "ROWS", 3)
        path = str(tmp_path / "t.parquet")
        rows = (("x" * n, n, None, None) for n in range(10))
        assert tables.write([path], COLUMNS, KINDS, rows) == 10
        assert pyarrow.ParquetFile(path).num_row_groups == 4

    def test_long_cells_fill_a_batch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(tables, "CHARACTERS", 100)
        sizes = [len(batch) for batch in tables._batches([("x" * 60,)] * 5)]
        assert sizes == [2, 2, 1]

    def test_the_same_bytes_in_every_run(self, tmp_path: Path) -> None:
        paths = [str(tmp_path / name) for name in ("a.parquet", "b.parquet")]
        for path in paths:
            tables.write([path], COLUMNS, KINDS, CELLS)
        first, second = (Path(path).read_bytes() for path in paths)
        assert first == second
