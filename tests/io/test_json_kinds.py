"""JSON told apart: CSL-JSON by its keys and values, records that other objects are around."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import validator
from validator.errors import UsageError
from validator.finding import Fault
from validator.io import Input, Opened
from validator.io.detect import by_content
from validator.io.pieces import can_be_cut, pieces
from validator.io.rewrite import rewriter


def csl(number: int) -> dict[str, Any]:
    return {
        "id": f"k{number}",
        "type": "article-journal",
        "title": f"T {number}",
        "author": [{"family": "B", "given": "A"}],
        "issued": {"date-parts": [[2020]]},
    }


def crossref(number: int) -> dict[str, Any]:
    return {"DOI": f"10.1/{number}", "title": [f"T {number}"], "indexed": {"timestamp": 1}}


CSL = [
    ({"id": "a", "title": "T"}, "nothing but keys of CSL"),
    ({"type": "book", "title": "T", "accessed": {"date-parts": [[2020]]}}, "keys we do not read"),
    ({"type": "article-journal", "x": 1}, "a type that no other program has"),
    ({"id": "a", "type": "book", "publisher": "P"}, "no title: a fault to find"),
    ({"id": "a", "type": "book", "title": ""}, "an empty title"),
    ({"title": "T", "author": [{"family": "B"}], "x": 1}, "names in parts"),
    ({"title": "T", "author": [{"literal": "B"}], "x": 1}, "a name in one"),
    ({"title": "T", "issued": {"date-parts": [[2020]]}, "x": 1}, "a date of CSL"),
    ({"title": "T", "doi": "https://doi.org/10.1000/a", "x": 1}, "a DOI"),
    ({"title": "T", "container-title": "J", "volume": "3", "x": 1}, "a journal and a volume"),
    ({"title": "T", "ISSN": "1234-5679", "year": 2020, "x": 1}, "an ISSN and a year"),
    ({"title": "T", "authors": ["A B"], "year": "2001", "link": "x"}, "made by hand"),
    ({"title": "T", "author": "B", "type": "book", "x": 1}, "a book of somebody"),
    ({"title": "T", "journaltitle": "J", "date": "2007", "volume": "48", "x": 1}, "of BibTeX"),
    ({"Title": "T", "Author": "B", "Year": 2001}, "capital letters"),
]
OTHERS = [
    (
        {"name": "x", "version": "1.0", "title": "A thing", "keywords": ["a"], "author": "A B"},
        "package.json",
    ),
    ({"type": "FeatureCollection", "features": [{"properties": {"title": "a"}}]}, "GeoJSON"),
    (
        {"id": 1, "number": 2, "title": "Bug", "user": {"login": "x"}, "state": "open"},
        "an issue of GitHub",
    ),
    (
        {"title": "D", "author": "X", "type": "dataset", "license_id": "cc", "version": "1"},
        "a dataset of CKAN",
    ),
    (
        {"result": {"title": "D", "author": "X", "tags": [], "issued": "2014-01-01"}},
        "an answer of CKAN",
    ),
    ({"dataset": [{"title": "D", "issued": "2014-01-01", "publisher": {"name": "P"}}]}, "DCAT"),
    (
        {"properties": {"title": {"type": "string"}, "container-title": {"type": "string"}}},
        "a schema of CSL-JSON",
    ),
    ({"title": "Titel", "author": "Autor", "volume": "Band", "page": "Seite"}, "words of a menu"),
    ({"fill": {"title": 0.98, "author": 1.0, "volume": 0.44, "journal": 0.3}}, "statistics"),
    ({"info": {"title": "API", "version": "1"}, "paths": {}}, "OpenAPI"),
    ({"title": "T", "sections": []}, "a title alone"),
    ({"before": csl(1), "after": csl(2)}, "two records in one object"),
]


@pytest.mark.parametrize("framed", ["%s", "[%s]", "[%s, 1", '{"items": [%s]}'])
@pytest.mark.parametrize(("item", "why"), CSL, ids=[why for _, why in CSL])
def test_csl_json_is_known_by_its_keys(item: dict[str, Any], why: str, framed: str) -> None:
    assert by_content(framed % json.dumps(item)) == "csl-json", why


@pytest.mark.parametrize(("item", "why"), OTHERS, ids=[why for _, why in OTHERS])
def test_other_json_is_not_taken_for_it(item: dict[str, Any], why: str, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    for text in (json.dumps(item, indent=1), json.dumps([item, item])):
        assert by_content(text) == "", why
        path.write_text(text, "utf-8")
        with pytest.raises(UsageError, match="the format is not recognised; name it by"):
            list(validator.read(path))


def test_who_knows_better_says_so(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text('{"title": "T", "sections": []}', "utf-8")
    (record,) = validator.read(path, input_format="csl-json")
    assert record.title == "T"
    (record,) = validator.read(path.rename(tmp_path / "x.csljson"))
    assert record.title == "T"


def lines(values: list[Any]) -> str:
    return "\n".join(json.dumps(value) for value in values)


FRAMES = [
    ([{"source": "x", "record": csl(n)} for n in (1, 2)], "csl-json", "an array"),
    ({"_id": "a", "_source": csl(1)}, "csl-json", "one object"),
    ({"data": csl(1), "links": {"self": "x"}}, "csl-json", "beside another object"),
    (
        {"took": 1, "hits": {"total": 2, "hits": [{"_source": csl(n)} for n in (1, 2)]}},
        "csl-json",
        "an answer of Elasticsearch",
    ),
    (
        {"response": {"numFound": 2, "docs": [csl(1), csl(2)]}},
        "csl-json",
        "a list of Solr, nothing around each",
    ),
    ([{"key": n, "item": crossref(n)} for n in (1, 2)], "crossref-json", "works of Crossref"),
    ({"hits": {"hits": [{"_source": crossref(1)}]}}, "crossref-json", "the same, found"),
    ({"message": crossref(1)}, "crossref-json", "as Crossref answers"),
]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(("value", "form", "why"), FRAMES, ids=[why for *_, why in FRAMES])
def test_records_in_other_objects(
    value: Any, form: str, why: str, indent: int | None, tmp_path: Path
) -> None:
    path = tmp_path / "x.json"
    text = json.dumps(value, indent=indent)
    path.write_text(text, "utf-8")
    found = list(validator.read(path))
    assert [record.title for record in found] == ["T 1", "T 2"][: len(found)]
    assert len(found) == text.count('"T ')
    for record in found:
        place = record.provenance
        assert place.format == form
        assert record.title in json.loads(place.cut(text))["title"]
        before = text[: place.start]
        assert place.line == before.count("\n") + 1
        assert place.column == len(before) - before.rfind("\n")


@pytest.mark.parametrize(("make", "form"), [(csl, "csl-jsonl"), (crossref, "crossref-json")])
def test_lines_of_records_in_other_objects(make: Any, form: str, tmp_path: Path) -> None:
    """One that is broken, and one without its record, are faults; and pieces are read the same."""
    whole = [{"source": "x", "record": make(n)} for n in (1, 2, 3)]
    one, two, three = (json.dumps(item) for item in whole)
    path = tmp_path / "x.jsonl"
    path.write_text(f'{one}\n{two[:-9]}\n{{"source": "x"}}\n{three}\n', "utf-8")
    faults: list[Fault] = []
    found = list(validator.read(path, on_fault=faults.append))
    assert [(r.title, r.provenance.format, r.provenance.line) for r in found] == [
        ("T 1", form, 1),
        ("T 3", form, 4),
    ]
    assert [(fault.code, fault.line) for fault in faults] == [("COL002", 2), ("COL002", 3)]
    with Opened(Input(str(path), "x", named=True)) as source:
        assert can_be_cut(source)
        for piece in pieces(source, 60):
            assert piece.source.wrapped == "record"


def test_what_is_around_records_is_not_edited() -> None:
    assert rewriter("csl-jsonl", lines([csl(1)])) is not None
    assert rewriter("csl-jsonl", lines([{"record": csl(1)}])) is None
