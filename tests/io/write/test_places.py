"""What each format has a place for: the table, against what its reader finds again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from held import is_held
from make_formats_page import page

from validator.io.write import HOLDS, unheld, writer
from validator.io.write.holding import lost
from validator.io.write.places import FORMATS, PARALLELS
from validator.record import (
    VARIABLES,
    Field,
    Name,
    OtherId,
    Parallel,
    Provenance,
    Record,
    csl_name,
)
from validator.text import dates
from validator.vocabulary import CSL_TYPES

VALUES: dict[str, Any] = {
    "title": "A study of {DNA} & 50% more_so",
    "author": (Name("Berg", "Jan", "van der"), Name(literal="World Health Organization")),
    "editor": (Name("Roe", "Jane"),),
    "translator": (Name("李", "明"),),
    "container_title": "Journal of Records",
    "container_title_short": "J. Rec.",
    "collection_title": "Lecture Notes",
    "event_title": "10th Conference",
    "publisher": "Springer",
    "publisher_place": "Berlin",
    "issued": dates.parse("2019-05-03"),
    "original_date": "1950",
    "volume": "12",
    "issue": "3",
    "page": "100-110",
    "number": "e123",
    "number_of_pages": "320",
    "edition": "2nd",
    "genre": "Survey",
    "status": "forthcoming",
    "doi": "10.1000/a_b(c)",
    "isbn": "978-3-16-148410-0",
    "issn": "0028-0836; 1476-4687",
    "pmid": "12345678",
    "pmcid": "PMC123456",
    "arxiv": "2101.00001",
    "cstr": "31253.11.sciencedb.1",
    "other_id": (OtherId("lccn", "2001012345"), OtherId("cn", "11-1826/R")),
    "url": "https://example.org/~a?b=c&d=%20#e",
    "language": "en",
    "keyword": ("2,4-D", "Smith, J.", "机器学习"),
    "index_keyword": ("HUMANS", "MICE"),
    "classification": "R730.4",
    "affiliation": ("Univ. of X, City",),
    "abstract": "First line.\nSecond line.",
    "note": "A note\nin two lines",
}
"""Attributes of Record with a value each."""
TRANSLATION = frozenset(("translator", "original_date"))
"""What makes a record a translation, which has no parallel values."""
PARALLEL = Parallel(
    title="中文题名",
    author=(Name(literal="李明"), Name("王", "小红")),
    container_title="记录学报",
    publisher="科学出版社",
    publisher_place="北京",
    keyword=("关键词", "题名"),
    affiliation=("北京大学",),
    abstract="摘要",
)


def full_record(type_: str) -> Record:
    values = {name: value for name, value in VALUES.items() if name not in TRANSLATION}
    return Record(id="key1", type=type_, **values, parallel=PARALLEL)


@pytest.mark.parametrize("form", FORMATS)
def test_what_the_table_says_is_what_is_read_again(form: str) -> None:
    """Every type with everything, and a few with each variable alone."""
    for type_ in CSL_TYPES:
        record = full_record(type_)
        not_held = [v for v in (*VARIABLES, *PARALLELS) if not is_held(v, form, record)]
        there = [v for v in not_held if csl_name(v) not in TRANSLATION and v != "original-date"]
        assert list(lost(record, form)) == there, type_


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("type_", ["article-journal", "book", "thesis", "report", "post", ""])
def test_each_variable_alone(form: str, type_: str) -> None:
    for attribute, value in VALUES.items():
        record = Record(**{"id": "k", "type": type_, "title": "T", attribute: value})
        variable = csl_name(attribute)
        expected = () if is_held(variable, form, record) else (variable,)
        assert lost(record, form) == expected


@pytest.mark.parametrize("form", FORMATS)
def test_each_parallel_value_alone(form: str) -> None:
    for attribute in PARALLELS.values():
        parts = {"title": "中文题名", attribute: getattr(PARALLEL, attribute)}
        record = Record(id="k", type="article-journal", title="T", parallel=Parallel(**parts))
        assert lost(record, form) == ()


def test_what_is_not_held_stands_in_the_note() -> None:
    text = writer("bibtex").record(full_record("book"), first=True)
    assert "  note = {A note\nin two lines},\n" in text
    assert "  annote = {container-title: Journal of Records},\n" in text
    assert "N1  - event-title: 10th Conference\n" in writer("ris").record(
        full_record("book"), first=True
    )


def test_what_stands_in_the_note_is_named() -> None:
    assert unheld(full_record("book"), "bibtex") == ("container-title",)
    assert unheld(full_record("article-journal"), "csl-json") == ()
    in_ris = unheld(full_record("review"), "ris")
    assert in_ris[:3] == ("type", "event-title", "number-of-pages")  # as a journal article
    assert {"PMID", "arxiv", "classification", "other-id", "original-abstract"} < set(in_ris)
    fields = (Field("urldate", "{2020-01-01}"),)
    record = Record(title="T", raw=fields, provenance=Provenance(format="bibtex"))
    assert unheld(record, "ris") == ("urldate",)
    assert unheld(record, "bibtex") == ()
    assert writer("csv", ["title"]).unheld(Record(title="T", volume="3")) == ("volume",)
    assert unheld(Record(id="a b"), "bibtex") == ("id",)


def test_holds_names_every_variable() -> None:
    for form in FORMATS:
        assert list(HOLDS[form]) == [*VARIABLES, *PARALLELS]
    assert HOLDS["ris"]["container-title"].keys() == {"T2", "JF"}
    assert "book" in HOLDS["bibtex"]["container-title"][""]


def test_the_page_of_formats_is_what_the_writers_do() -> None:
    path = Path(__file__).resolve().parents[3] / "docs" / "formats.md"
    assert page() == path.read_text(encoding="utf-8"), "python tests/make_formats_page.py"
