"""Edits of RIS and of the tagged formats of Chinese platforms."""

from __future__ import annotations

from typing import Any

import pytest

from validator.io.rewrite import MERGED_IDS, Added
from validator.record import Name, Parallel

CASES: list[tuple[str, dict[str, Any], str]] = [
    # values
    ("TI  - A  b\n", {"title": "A  c"}, "TI  - A  c\n"),
    ("TI  - one\n  two  \nVL  - 1\n", {"title": "one too"}, "TI  - one\n  too  \nVL  - 1\n"),
    ("TI  - 题名，一\n", {"title": "题名,一"}, "TI  - 题名,一\n"),
    ("TI  - x\nAB  - a\n\nb\n", {"abstract": "a c"}, "TI  - x\nAB  - a\n\nc\n"),
    ("TI  - x\nM3  - doi:10.1234/x\n", {"DOI": "10.1234/y"}, "M3  - doi:10.1234/y\n"),  # a part
    ("TI  - x\nUR  - http://a\nUR  - http://b\n", {"URL": "http://c"}, "http://c\nUR  - http://b"),
    # lists: a line for each
    ("AU  - A, B\nAU  - C, D\n", {"author": "A, B; C, E"}, "AU  - A, B\nAU  - C, E\n"),
    ("AU  - A, B\nTI  - x\nA1  - C, D\n", {"author": "C, D"}, "TI  - x\nA1  - C, D\n"),
    ("AU  - A, B\nTI  - x\n", {"author": "A, B; 李, 明"}, "AU  - A, B\nAU  - 李, 明\nTI"),
    ("AU  - A, B\nTI  - x\n", {"author": "Z, Z; A, B"}, "AU  - Z, Z\nAU  - A, B\nTI"),
    ("AU  - John Smth\nTI  - x\n", {"author": "Smith, John"}, "AU  - John Smith\n"),
    ("AU  - Smith, J,\nTI  - x\n", {"author": "Smith, J"}, "AU  - Smith, J\n"),
    ("AU  - A, B\nTI  - x\n", {"author": ""}, "TY  - JOUR\nTI  - x\n"),
    ("KW  - a; b\nKW  - c\nTI  - x\n", {"keyword": "a; c"}, "KW  - a\nKW  - c\n"),
    ("KW  - a; b\nTI  - x\n", {"keyword": "a; x; b"}, "KW  - a; x; b\n"),
    ("TI  - x\n", {"keyword": "a; b"}, "TI  - x\nKW  - a\nKW  - b\nER"),
    # several fields of one value
    ("TI  - x\nN1  - a\nN1  - b\n", {"note": "a\nc"}, "N1  - a\nN1  - c\n"),
    ("TI  - x\nN1  - a\nN1  - b\n", {"note": "b"}, "TI  - x\nN1  - b\n"),
    ("TI  - x\nSN  - 1234-5679\n", {"ISSN": "1234-5679; 2049-3630"}, "SN  - 2049-3630\nER"),
    ("TI  - x\nSP  - 1\nEP  - 5\n", {"page": "1-6"}, "SP  - 1\nEP  - 6\n"),
    ("TI  - x\nSP  - 1\nEP  - 5\n", {"page": "e7"}, "SP  - e7\nER"),
    ("TI  - x\nSP  - 1-5\n", {"page": "1-6"}, "SP  - 1-6\n"),
    ("TI  - x\nSP  - 1\nVL  - 2\n", {"page": "1-6"}, "SP  - 1\nEP  - 6\nVL"),
    ("TI  - x\nPY  - 2020\nDA  - 2020/03/01\n", {"issued": "2021-03-01"}, "2021\nDA  - 2021/03/01"),
    ("TI  - x\nPY  - 2020\n", {"issued": "2020-05"}, "PY  - 2020\nDA  - 2020/05\n"),
    ("TI  - x\nPY  - 2020///\n", {"issued": "2021"}, "PY  - 2021"),
    ("TI  - x\nPY  - 2020\nDA  - 2020/03/01\n", {"issued": ""}, "TI  - x\nER"),
    # fields that go and come
    ("TI  - x\nJF  - J\nJO  - J\n", {"container-title": ""}, "TI  - x\nER"),  # the next takes over
    ("TI  - x\nVL  -  3\n", {"DOI": "10.1/x"}, "VL  -  3\nDO  -  10.1/x\n"),  # its way of spacing
    ("TI  - 题\n", {"parallel": Parallel(title="A b")}, "TI  - 题\nTT  - A b\n"),
    ("TI  - x\n", {"PMID": "123"}, "U2  - 123 [pmid]\n"),
    ("TI  - x\n", {"type": "book"}, "TY  - BOOK\n"),
    ("TI  - x\n", {"id": "k1"}, "ID  - k1\nER"),
    ("TI  - x\n", {"abstract": "a\nTY  - JOUR\nTI  - y"}, "AB  - a TY  - JOUR TI  - y\n"),
]


@pytest.mark.parametrize(("lines", "changes", "after"), CASES)
def test_only_what_changes_is_edited(
    edited: Any, lines: str, changes: dict[str, Any], after: str
) -> None:
    head = "greeting\n\nTY  - JOUR\n"
    text = f"{head}{lines}ER  - \n\nTY  - BOOK\nTI  - next\nER  - \n"
    result, left = edited(text, "ris", changes)
    assert after in result
    assert result.startswith("greeting\n\nTY  - ")
    assert result.endswith("ER  - \n\nTY  - BOOK\nTI  - next\nER  - \n")
    assert not left


def test_what_ris_cannot_hold_is_left(edited: Any) -> None:
    text = "TY  - JOUR\nTI  - x\nER  - \n"
    assert edited(text, "ris", {"classification": "G25"}) == (text, ("classification",))


def test_names_are_written_without_what_ris_cannot_hold(edited: Any) -> None:
    text = "TY  - JOUR\nAU  - Doe, J\nER  - \n"
    person = Name("Doe", "Jane", orcid="0000-0002-1825-0097")
    assert edited(text, "ris", {"author": (person,)}) == (
        "TY  - JOUR\nAU  - Doe, Jane\nER  - \n",
        ("author",),
    )


ADDED = [
    (Added(MERGED_IDS, "a; b"), "TI  - x", "N1  - merged ids: a; b\n"),
    (Added(MERGED_IDS, "a; b"), "N1  - merged ids: z; a", "N1  - merged ids: z; a; b\n"),
    (Added("U5", "v", "v"), "TI  - x", "U5  - v\n"),
    (Added("file", "v"), "N1  - x", "x\nN1  - file: v\n"),  # of another format
    (
        Added("PMID", "123"),
        "N1  - x",
        "N1  - x\nN1  - PMID: 123\n",
    ),  # a variable in the note, on request
]


@pytest.mark.parametrize(("added", "line", "after"), ADDED)
def test_fields_of_merged_records(edited: Any, added: Added, line: str, after: str) -> None:
    result, left = edited(f"TY  - JOUR\n{line}\nER  - \n", "ris", {}, [added])
    assert after in result
    assert not left


@pytest.mark.parametrize(
    ("text", "changes", "after"),
    [
        ("TY  - JOUR\nTI  - x", {"volume": "3"}, "TI  - x\nVL  - 3"),  # no line end at the end
        ("TY  - JOUR\r\nTI  - x\r\nER  -", {"DOI": "10.1/x"}, "TI  - x\r\nDO  - 10.1/x\r\nER"),
        ("TY  - JOUR\rTI  - x\rER  - ", {"volume": "3"}, "TI  - x\rVL  - 3\rER"),  # lone CR
        ("\ufeffTY  - JOUR\nTI  - x\nER  - ", {"title": "y"}, "\ufeffTY  - JOUR\nTI  - y\nER  - "),
        ("ty  - JOUR\nti  - x\ner  - ", {"volume": "3"}, "ti  - x\nvl  - 3\ner"),  # small letters
        ("TY - JOUR\nTI - x\nER -", {"volume": "3"}, "TI - x\nVL - 3\nER"),
    ],
)
def test_layouts(edited: Any, text: str, changes: dict[str, Any], after: str) -> None:
    assert after in edited(text, "ris", changes)[0]


REFWORKS = "RT Journal Article\nA1 王小明;李华\nT1 题名\nIS 03\nK1 甲;乙\n"
REFER = "%0 Journal Article\n%A 王小明\n%A 李华\n%T 题名\n%D 2020\n"
NOTEEXPRESS = "{Reference Type}: Journal Article\n{Title}: 题名\n{Author}: 王小明;李华\n"
CNKI = "DataType: 1\nTitle-题名: 题名\nAuthor-作者: 王小明;李华\nKeyword-关键词: 甲;;乙\n"
KIN: list[tuple[str, str, dict[str, Any], str]] = [
    ("refworks", REFWORKS, {"author": "王小明; 张三; 李华"}, "A1 王小明;张三;李华\n"),
    ("refworks", REFWORKS, {"issue": "4"}, "IS 04\n"),  # the zero of the platform stays
    ("refworks", REFWORKS, {"DOI": "10.1/x"}, "K1 甲;乙\nDO 10.1/x"),
    ("refworks", REFWORKS, {"keyword": "乙"}, "K1 乙\n"),
    ("refer", REFER, {"author": "李华"}, "Article\n%A 李华\n"),
    ("refer", REFER, {"title": ""}, "%A 李华\n%D 2020"),
    ("refer", REFER, {"issued": "2021-05"}, "%D 2021-05"),
    ("refer", REFER, {"type": "book"}, "%0 Book\n"),
    ("noteexpress", NOTEEXPRESS, {"author": "李华"}, "{Author}: 李华\n"),
    ("noteexpress", NOTEEXPRESS, {"DOI": "10.1/x"}, "\n{DOI}: 10.1/x"),
    ("cnki-study", CNKI, {"keyword": "甲; 丙"}, "Keyword-关键词: 甲;;丙\n"),
    ("cnki-study", CNKI, {"volume": "3"}, "\nRoll-卷: 3"),
]


@pytest.mark.parametrize(("form", "text", "changes", "after"), KIN)
def test_kin_of_ris(edited: Any, form: str, text: str, changes: dict[str, Any], after: str) -> None:
    result, left = edited(text, form, changes)
    assert after in result
    assert not left
