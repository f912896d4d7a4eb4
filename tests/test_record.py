"""Records: keys, places, values read again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from shared import SHARED, needs_shared

import validator
from validator.record import (
    VARIABLES,
    Name,
    Provenance,
    Record,
    attribute_of,
    csl_name,
)

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("variable", VARIABLES)
def test_variables_and_attributes_name_each_other(variable: str) -> None:
    assert csl_name(attribute_of(variable)) == variable


@pytest.mark.parametrize(
    ("record", "key", "why"),
    [
        (Record(id="a", doi="10.1000/1"), "a", "the id before all"),
        (Record(doi="https://doi.org/10.1000/ABC"), "10.1000/abc", "its DOI in canonical form"),
        (
            Record(title="Über  Größe", author=(Name.parse("Müller, J."),)).with_value(
                "issued", "2020"
            ),
            "uber grosse|2020|muller j",
            "title, year and first author, folded",
        ),
        (Record(title="数字图书馆"), "数字图书馆||", "Han as it is"),
    ],
)
def test_key(record: Record, key: str, why: str) -> None:
    assert record.key == key


def test_a_record_without_an_id_has_a_handle() -> None:
    assert Record(provenance=Provenance("a.ris", "ris", 7)).handle == "a.ris#7"


def test_a_suggestion_is_put_where_it_belongs() -> None:
    record = Record(author=(Name.parse("A, B"), Name.parse("C; D")), keyword=("a", "b"))
    assert [str(n) for n in record.mended("author", "C; D", 1).author] == ["A, B", "C", "D"]
    assert record.mended("author", "", 0).author == record.author[1:]
    assert record.mended("keyword", "x; y").keyword == ("x", "y")


def sliced(path: Path) -> int:
    """Check every field of a file against the text at its place; how many there were."""
    text = path.read_bytes().decode("utf-8", "surrogateescape")
    lines = re.split("\r\n|\r|\n", text)
    count = 0
    for record in validator.read(path):
        for field in record.raw:
            assert record.provenance_of(field).cut(text) == field.value
            line = lines[(field.line or 0) - 1]
            start = (field.column or 1) - 1
            assert line[start:].startswith(re.split("\r\n|\r|\n", field.value)[0])
            count += 1
    return count


@pytest.mark.parametrize("name", ["refs.bib", "library.ris", "export.csv", "page.txt"])
def test_every_field_stands_where_it_says(name: str) -> None:
    assert sliced(ROOT / "tests/data/demo" / name) > 30


class TestRealFiles:
    pytestmark = needs_shared

    def test_every_field_of_every_bibtex_file_stands_where_it_says(self) -> None:
        assert sum(sliced(path) for path in (SHARED / "data/formats/bibtex").iterdir()) > 4000


def test_a_record_has_the_attributes_that_it_declares() -> None:
    with pytest.raises(TypeError, match="a Record has no tilte"):
        Record(tilte="x")  # type: ignore[call-arg]
    assert Record(title="", doi="10.1/x").present == {"doi"}
