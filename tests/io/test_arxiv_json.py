"""arXiv's snapshot, and the line of authors and the days that its syntaxes share."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xml_files import differences, named_on_page

from validator.io import arxiv, read_text
from validator.io.json.arxiv import FIELDS
from validator.record import Record

FORM = "arxiv-json"
PAPER: dict[str, Any] = {
    "id": "0704.0001",
    "submitter": "Pavel Novák",
    "authors": "C. Bal\\'azs, E. L. Berger and C.-P. Yuan",
    "title": "Production cross sections at\n  high energies",
    "comments": "37 pages;\n  published version",
    "journal-ref": "Phys.Rev.D76:013009,2007",
    "doi": "10.5555/PhysRevD.76.013009",
    "report-no": "X-07-12",
    "categories": "hep-ph",
    "license": None,
    "abstract": "  A calculation\nis presented.\n",
    "versions": [
        {"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"},
        {"version": "v2", "created": "Tue, 24 Jul 2007 20:10:27 GMT"},
    ],
    "update_date": "2008-11-26",
    "authors_parsed": [
        ["Balázs", "C.", "", "CERN"],
        ["Berger", "E. L.", "Jr"],
        ["Yuan", "C. -P.", ""],
    ],
}


def one(paper: dict[str, Any]) -> Record:
    (record,) = read_text(json.dumps(paper), FORM)
    assert isinstance(record, Record)
    return record


def test_every_variable() -> None:
    record = one(PAPER)
    expected = {
        "id": "0704.0001",
        "arxiv": "0704.0001",
        "type": "article",
        "title": "Production cross sections at high energies",
        "author": "Balázs, C.; Berger, Jr, E. L.; Yuan, C.-P.",
        "issued": "2007-04-02",
        "doi": "10.5555/PhysRevD.76.013009",
        "note": "37 pages; published version",
        "abstract": "A calculation is presented.",
    }
    assert differences(record, expected) == {}
    assert record.author[0].affiliation == ("CERN",)
    assert {field.name: field.value for field in record.raw} == PAPER
    assert {field.name: field.variable for field in record.raw if field.variable} == FIELDS


def test_people_without_the_parsed_ones() -> None:
    del (paper := dict(PAPER))["authors_parsed"]
    assert [person.family for person in one(paper).author] == ["Balázs", "Berger", "Yuan"]


LINES = [
    ("Ann Vas, Noam Sha", ["Vas, Ann", "Sha, Noam"], "two names, no name turned round"),
    ("Ileana Str and Louis The", ["Str, Ileana", "The, Louis"], "and"),
    ("A. B, C. D, and E. F", ["B, A.", "D, C.", "F, E."], "a comma before and"),
    ("A. B (1), C. D (1 and 2) ((1) U, V, (2) W)", ["B, A.", "D, C."], "institutions"),
    ("W. A. Rod Jr, J. Smi, Jr., B. Doe", ["Rod, W. A.", "Smi, J.", "Doe, B."], "suffixes"),
    ("Planck Collaboration: P. A. R. Ade", ["Planck Collaboration", "Ade, P. A. R."], "a body"),
    ('Gy\\"orgy Ste, {\\L}. Kow', ["Ste, György", "Kow, Ł."], "accents of LaTeX"),
    ("", [], "nobody"),
]


@pytest.mark.parametrize(("line", "people", "why"), LINES, ids=[why for *_, why in LINES])
def test_the_line_of_authors(line: str, people: list[str], why: str) -> None:
    found = arxiv.authors(line)
    assert [name.literal or f"{name.family}, {name.given}" for name in found] == people, why


DAYS = [
    (["Mon, 2 Apr 2007 19:18:42 GMT"], "2007-04-02", "as arXiv writes"),
    (["Tue, 24 Jul 2007 20:10:27 GMT", "Mon, 2 Apr 2007 19:18:42 GMT"], "2007-04-02", "any order"),
    (["Wed, 02 Aug 2023 00:41:18 GMT", "later"], "2023-08-02", "one that is no day"),
    (["2023"], None, "a year"),
    ([], None, "no version"),
]


@pytest.mark.parametrize(("texts", "day", "why"), DAYS, ids=[why for *_, why in DAYS])
def test_the_first_day(texts: list[str], day: str | None, why: str) -> None:
    found = arxiv.first_day(texts)
    assert (found and found.raw) == day, why


@given(st.text(st.sampled_from("Ad ,;:()and\\'JrIV.\n")))
def test_any_line(line: str) -> None:
    assert all(name.family or name.literal or name.given for name in arxiv.authors(line))


@given(st.text(st.sampled_from("Mon, 2Apr07:19GMT-+ \x00٣")))
def test_any_day(text: str) -> None:
    arxiv.first_day([text])


def test_the_manual_names_what_is_read() -> None:
    assert named_on_page("arxiv", tuple(FIELDS)) == []
