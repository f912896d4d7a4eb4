"""Records converted to each other format and back: the same in all that both formats hold."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from held import is_held
from shared import SHARED, needs_shared

from validator.config import Settings
from validator.io import Input, Opened, items, read_text
from validator.io.write import writer
from validator.io.write.holding import differing
from validator.io.write.notes import value_of
from validator.io.write.places import FORMATS
from validator.io.write.table import used
from validator.record import Name, OtherId, Record

MARC = ("marc", "marcxml")
XML = ("endnote-xml", "marcxml")
LARGEST = 100_000  # bytes of a file that is tried
MOST = 60  # records of a file that are tried, from all over it


class Limit(NamedTuple):
    """What a format does not give back, though it holds the variable."""

    formats: tuple[str, ...]
    variables: tuple[str, ...]  # none: any
    concerns: Callable[[Record, str, str], bool]  # the record, the value and what came back as text
    why: str


def has(*signs: str) -> Callable[[Record, str, str], bool]:
    return lambda record, value, again: any(sign in value for sign in signs)


def is_control(record: Record, value: str, again: str) -> bool:
    return any(unicodedata.category(sign) in ("Cc", "Cs") for sign in value)


def is_composed(record: Record, value: str, again: str) -> bool:
    return unicodedata.normalize("NFC", value) == unicodedata.normalize("NFC", again)


def is_own_title(record: Record, value: str, again: str) -> bool:
    return value == record.container_title and not again


def is_said_twice(record: Record, value: str, again: str) -> bool:
    return again == "; ".join(dict.fromkeys(value.split("; ")))


def is_doi(record: Record, value: str, again: str) -> bool:
    return not record.doi and "10." in value


LIMITS = [
    Limit((*MARC, *XML), (), is_control, "marks of the format, characters that XML forbids"),
    Limit(MARC, (), is_composed, "letters and marks apart are read composed"),
    Limit(MARC, ("keyword",), is_said_twice, "a keyword said twice is said once"),
    Limit(
        ("ris", "endnote-xml"),
        ("container-title-short",),
        is_own_title,
        "an abbreviation that is the title itself is none",
    ),
    Limit(
        ("ris", "csv", "tsv", "endnote-xml"),
        ("keyword",),
        has(";", "；"),
        "semicolons part keywords",
    ),
    Limit(("csv", "tsv"), ("affiliation",), has("["), "what is told of people goes to them"),
    Limit(("ris",), ("note",), is_doi, "a note that is a DOI gives a record without one its DOI"),
]


def written(records: list[Record], form: str) -> str:
    columns = frozenset().union(*map(used, records)) if form in ("csv", "tsv") else ()
    writing = writer(form, columns)
    pieces = [writing.record(record, first=not place) for place, record in enumerate(records)]
    return writing.head() + "".join(pieces) + writing.tail()


def through(records: list[Record], form: str) -> list[Record]:
    """The records as they are read of what a format has of them."""
    found = read_text(written(records, form), "csv" if form == "tsv" else form)
    again = [item for item in found if isinstance(item, Record)]
    assert len(again) == len(records)
    return again


def lost(record: Record, again: Record, *forms: str) -> list[tuple[str, str, str]]:
    """The variables that all the formats hold and that did not come back, with their values."""
    found = []
    for variable in differing(record, again):
        if all(is_held(variable, form, record) for form in forms):
            texts = _text(value_of(record, variable)), _text(value_of(again, variable))
            if not any(
                form in limit.formats
                and variable in (limit.variables or (variable,))
                and limit.concerns(record, *texts)
                for form in forms
                for limit in LIMITS
            ):
                found.append((variable, *texts))
    return found


def _text(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")


# Real files

SAME_CODE = ("tsv", "csl-jsonl")  # as CSV and CSL-JSON, but for the marks between records

FILES = sorted(
    path
    for path in (SHARED / "data" / "formats").glob("*/*")
    if path.stat().st_size < LARGEST and path.name not in ("rispy_example_wos.ris",)  # no RIS
)
WRAPPED = sorted((SHARED / "data" / "cjk").glob("*_items.jsonl"))


@cache
def read(path: Path) -> tuple[str, list[Record]]:
    """The format of a file, and its records."""
    with Opened(Input(str(path), path.name, named=True), Settings()) as source:
        return source.format, [item for item in items(source) if isinstance(item, Record)]


@pytest.fixture(scope="module")
def sets(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, list[Record]]]:
    """The records of all files, each with the format that it is written in."""
    found = [read(path) for path in FILES]
    for path in WRAPPED:
        rows = map(json.loads, path.read_bytes().splitlines())
        made = tmp_path_factory.mktemp("cjk") / "items.json"
        made.write_text(json.dumps([row["record"] for row in rows]), encoding="utf-8")
        found.append(read(made))
    return [
        (form if form in FORMATS else "csl-json", records[:: len(records) // MOST + 1])
        for form, records in found
    ]


@pytest.mark.parametrize(
    "form", [pytest.param(form, marks=needs_shared) for form in FORMATS if form not in SAME_CODE]
)
def test_real_files(form: str, sets: list[tuple[str, list[Record]]]) -> None:
    count = 0
    for own, records in sets:
        there = through(records, form)
        back = through(there, own)
        for record, one, other in zip(records, there, back, strict=True):
            assert lost(record, one, form) == []
            assert lost(record, other, form, own) == []
        count += len(records)
    assert count > 500


# Each value that was once lost

NOTE = "Seen: in print\nPMID: 1234567\nlccn: 2001012345\nindex-keyword: Soil; Rice\nOn loan"
ARTICLE = {"type": "article-journal", "title": "On soils", "container_title": "Oncotarget"}
VALUES: list[tuple[dict[str, Any], str]] = [
    ({"other_id": (OtherId("lccn", "2001012345"),), "note": "lccn: 2001012345"}, "in the note too"),
    ({"other_id": (OtherId("coden", "CODEN"),), "note": "CODEN: CODEN"}, "of no field"),
    ({"type": "regulation", "note": "type: regulation"}, "the type in the note as well"),
    ({"pmid": "000000000000"}, "a number that no field of EndNote is read as"),
    ({"note": "DOI: 10.5334/a-1", "doi": "10.5334/a-1"}, "a note that is the DOI"),
    ({"note": "edition: 5\nDOI: 10.5334/a-1", "type": "report", "edition": "5",
      "doi": "10.5334/a-1"}, "a DOI behind a value in the note"),
    ({"note": "seen in print " * 900}, "a longer note than a field of ISO 2709 holds"),
    ({"author": (Name("Berg", "Ada", orcid="https://orcid.org/0000-0002-1825-0097"),)}, "a URL"),
]  # fmt: skip


@pytest.mark.parametrize("own", FORMATS)
@pytest.mark.parametrize("form", FORMATS)
def test_values(form: str, own: str) -> None:
    for values, why in VALUES:
        record = Record(**(ARTICLE | values))
        (there,) = through([record], form)
        (back,) = through([there], own)
        assert lost(record, there, form) == [], why
        assert lost(record, back, form, own) == [], why


@pytest.mark.parametrize("own", [form for form in FORMATS if form != "bibtex"])
def test_lines_of_a_note_that_run_on_in_another_format(own: str) -> None:
    """BibTeX joins the lines of a note, and has fields for what they say."""
    (record,) = through([Record(**ARTICLE, note=NOTE)], "ris")
    assert (record.pmid, record.index_keyword) == ("1234567", ("Soil", "Rice"))
    (there,) = through([record], "bibtex")
    (back,) = through([there], own)
    assert lost(record, back, "bibtex", own) == []
    assert written(through([back], own), own) == written([back], own)


@pytest.mark.parametrize("form", ["csv", "tsv", "bibtex", "csl-json", "marc", "marcxml"])
@pytest.mark.parametrize("orcid", ["0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"])
def test_ids_of_people(form: str, orcid: str) -> None:
    """The iD alone is not taken for a name behind a slash, however it is written."""
    (again,) = through([Record(**ARTICLE, author=(Name("Berg", "Ada", orcid=orcid),))], form)
    assert again.author[0].orcid.removeprefix("https://orcid.org/") == "0000-0002-1825-0097"


@pytest.mark.parametrize("form", FORMATS)
def test_a_line_too_long_for_a_field_of_another_format(form: str) -> None:
    """A field that fills no variable, longer than ISO 2709 holds: its words come back."""
    text = "@article{a, title = {On soils}, comment = {" + "seen in print " * 900 + "}}"
    records = [item for item in read_text(text, "bibtex") if isinstance(item, Record)]
    (again,) = through(records, form)
    said = " ".join([again.note, *(str(field.value) for field in again.raw)])
    assert said.count("print") >= 900
