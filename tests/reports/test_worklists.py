"""The worklists: what stands in a row, and what a spreadsheet must not make of it."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.audit import Audit, RuleCount, without_values
from validator.finding import Finding, Severity
from validator.packs import load_rules, load_writer

from .audits import HOSTILE, audit, hostile

load_rules()
write_csv, write_xlsx = load_writer("csv"), load_writer("xlsx")
ENGLISH = [
    *("record", "file", "line", "record number", "code", "rule", "severity", "fault", "field"),
    *("value", "suggestion", "safe fix", "see", "decision", "fingerprint"),
]

FORMULAS = (
    ("=1+1", True),
    ("+1", True),
    ("-1", True),
    ("@SUM(A1)", True),
    ("\tx", True),
    ("＝1+1", True),  # full-width: Excel in East Asia takes it too
    ("=HYPERLINK(\"https://example.org\";\"x\")", True),
    ("1-2", False),
    ("a=b", False),
    ("'=1", False),  # a text as it is
    ("李明", False),
)  # fmt: skip


def bytes_of(of: Audit) -> bytes:
    return b"".join(write_xlsx(of))  # type: ignore[arg-type]


def text_of(of: Audit) -> str:
    return "".join(write_csv(of))  # type: ignore[arg-type]


def rows(of: Audit) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text_of(of).removeprefix("\ufeff"))))


def sheets(of: Audit) -> dict[str, list[list[Any]]]:
    book = openpyxl.load_workbook(io.BytesIO(bytes_of(of)))
    return {sheet.title: [[cell.value for cell in row] for row in sheet] for sheet in book}


def one(**values: Any) -> Audit:
    given: dict[str, Any] = {
        "variable": "DOI", "template": "a DOI written as a link", "value": "https://doi.org/10.1/x",
        "suggestion": "10.1/x", "safe": True, "code": "DOI002", "name": "doi-not-canonical",
        "severity": Severity.WARNING, "record": "smith2020", "path": "refs.bib", "line": 12,
        "record_number": 3, "fingerprint": "0123456789abcdef", "related": ("doe", "roe"),
    }  # fmt: skip
    finding = Finding(**(given | values))
    counts = (RuleCount(finding.code, finding.path, 1, 1),)
    return replace(audit(0, sources=1), findings=[finding], rule_counts=counts)


def hostile_today(text: str) -> Audit:
    """What a run can say: its date is a date."""
    return replace(hostile(text), today="2026-07-14")


class TestCSV:
    def test_a_row(self) -> None:
        assert list(csv.reader(io.StringIO(text_of(one())))) == [
            ["\ufeffrecord", *ENGLISH[1:]],
            ["smith2020", "refs.bib", "12", "3", "DOI002", "doi-not-canonical", "warning",
             "a DOI written as a link", "DOI", "https://doi.org/10.1/x", "10.1/x", "yes",
             "doe, roe", "", "0123456789abcdef"],
        ]  # fmt: skip

    def test_begins_with_a_mark_for_excel(self) -> None:
        assert text_of(one()).encode().startswith(b"\xef\xbb\xbf")

    @pytest.mark.parametrize(
        ("values", "column", "shown"),
        [
            ({"suggestion": None}, "suggestion", ""),
            ({"suggestion": None}, "safe fix", ""),
            ({"suggestion": ""}, "suggestion", "(remove it)"),
            ({"safe": False}, "safe fix", "no"),
            ({"moves": (("volume", "3"),)}, "suggestion", "10.1/x; 3 belongs in volume"),
            ({"record": "refs.bib#3"}, "record", ""),  # an id of ours says nothing
            ({"value": "a\nb"}, "value", "a\nb"),
            ({"value": "a\x00\x1b[31m\udc80\u202e"}, "value", "a\\x00\\x1b[31m\\udc80\\u202e"),
            ({"line": None}, "line", ""),
        ],
    )
    def test_cells(self, values: dict[str, Any], column: str, shown: str) -> None:
        (row,) = rows(one(**values))
        assert row[column] == shown

    @pytest.mark.parametrize(("value", "risky"), FORMULAS)
    def test_no_formula(self, value: str, risky: bool) -> None:
        (row,) = rows(one(value=value, record=value, path=value))
        for column in ("record", "file", "value"):
            assert row[column] == ("'" + value if risky else value)

    def test_in_chinese(self) -> None:
        of = replace(one(), configuration={"lang": "zh"})
        (row,) = rows(of)
        assert list(row)[:3] == ["记录", "文件", "行"]
        assert row["级别"] == "警告"
        assert row["可自动修正"] == "是"

    def test_all_findings_are_in_it(self) -> None:
        assert len(rows(replace(audit(3000), max_findings=5))) == 3000

    def test_no_values(self) -> None:
        (row,) = rows(without_values(one()))
        assert row["value"] == row["suggestion"] == ""
        assert row["record"] == "smith2020"


class TestXLSX:
    def test_a_sheet_for_each_family_and_for_the_rest(self) -> None:
        book = sheets(audit(300))
        assert list(book)[-3:] == ["clusters", "pairs to review", "completeness"]
        assert {"DOI", "names", "titles", "CJK"} < set(book)
        assert book["DOI"][0] == ENGLISH
        assert {row[4][:3] for row in book["DOI"][1:]} == {"DOI"}

    def test_a_row(self) -> None:
        assert sheets(one())["DOI"][1] == [
            "smith2020", "refs.bib", 12, 3, "DOI002", "doi-not-canonical", "warning",
            "a DOI written as a link", "DOI", "https://doi.org/10.1/x", "10.1/x", "yes",
            "doe, roe", None, "0123456789abcdef",
        ]  # fmt: skip

    def test_clusters_survivor_first(self) -> None:
        head, first, second, *_ = sheets(audit(30))["clusters"]
        assert head[:3] == ["cluster", "survivor", "record"]
        assert first[:3] == [1, "yes", "lecun2015"]
        assert second[:3] == [1, "no", "WOS:000355286600030"]
        assert second[11] == "same DOI; same title; 3 of 3 authors agree; same first page"

    def test_pairs_have_what_a_decision_needs(self) -> None:
        head, pair = sheets(audit(30))["pairs to review"]
        assert pair[:3] == [0.61, "titles agree 93; 1 of 2 authors agree; years differ by 1;"
                            " no DOI", None]  # fmt: skip
        assert [name for name in head if "fingerprint" in name] == ["fingerprint 1",
                                                                    "fingerprint 2"]  # fmt: skip

    def test_filters_and_a_header_that_stays(self) -> None:
        book = openpyxl.load_workbook(io.BytesIO(bytes_of(audit(30))))
        for sheet in book:
            assert sheet.freeze_panes == "A2"
            assert sheet.auto_filter.ref == sheet.dimensions
            assert sheet.column_dimensions["A"].width > 6

    @pytest.mark.parametrize(("value", "risky"), FORMULAS)
    def test_no_formula(self, value: str, risky: bool) -> None:
        """A text in the file, and still one when somebody edits the cell."""
        book = openpyxl.load_workbook(io.BytesIO(bytes_of(one(value=value))))
        cell = book["DOI"].cell(2, 10)
        assert cell.value == value
        assert cell.data_type == "s"
        assert bool(cell.quotePrefix) == risky

    def test_too_many_rows_go_on_in_another_sheet(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("validator.reports.xlsx.ROWS", 11)
        book = sheets(replace(audit(25, codes=1), completeness=()))
        assert [len(book[name]) for name in ("DOI", "DOI 2", "DOI 3")] == [11, 11, 6]
        assert book["DOI 2"][0] == ENGLISH

    def test_the_same_bytes_in_two_runs(self) -> None:
        assert bytes_of(audit(300)) == bytes_of(audit(300))

    def test_its_date_is_that_of_the_run(self) -> None:
        core = zipfile.ZipFile(io.BytesIO(bytes_of(one()))).read("docProps/core.xml").decode()
        assert core.count("2026-07-14T00:00:00Z") == 2

    def test_in_chinese(self) -> None:
        book = sheets(replace(audit(300), configuration={"lang": "zh"}))
        assert {"责任者", "重复组", "待人工判定", "完整性"} < set(book)
        assert book["重复组"][0][:3] == ["组号", "保留", "记录"]

    def test_names_of_families_that_are_no_names_of_sheets(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Rules of one's own come from files of any name."""
        for family in ("a/b:c", "x" * 50, "'q'", "CLUSTERS"):
            monkeypatch.setattr("validator.reports.xlsx._family", lambda code, of=family: of)
            assert len(sheets(one())) == 4

    def test_a_long_value_fits(self) -> None:
        value = sheets(one(value="𠮷" * 100_000))["DOI"][1][9]
        assert len(value.encode("utf-16-le")) // 2 <= 32_767

    @pytest.mark.parametrize("nasty", [*HOSTILE, "_x0041_", "\ufffe", "]]>"])
    def test_any_value_can_be_read_again(self, nasty: str) -> None:
        assert sheets(hostile_today(nasty))

    def test_no_values(self) -> None:
        said = str(sheets(without_values(audit(300))))
        assert "LeCun" not in said
        assert "Deep learning" not in said
        assert "lecun2015" in said


def test_the_findings_are_read_once() -> None:
    class Once(list[Finding]):
        read = 0

        def __iter__(self) -> Iterator[Finding]:
            self.read += 1
            return super().__iter__()

    for write in (write_csv, write_xlsx):
        findings = Once(audit(10).findings)
        list(write(replace(audit(10), findings=findings)))
        assert findings.read == 1


@given(st.text(st.characters(codec=None), max_size=30))
def test_any_text_fits(nasty: str) -> None:
    of = hostile_today(nasty)
    text_of(of).encode()
    assert len(list(csv.reader(io.StringIO(text_of(of), newline="")))) == 4
    assert sheets(of)
