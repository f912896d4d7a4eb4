"""MARC as JSON: the same records as of ISO 2709, in either way of writing a field."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marc_iso import CHINESE, LEADER, LINKED, ONE, UNIMARC, fields, iso
from xml_files import said

from validator.finding import Fault
from validator.io import items, read_text
from validator.io.detect import by_content
from validator.io.source import Source
from validator.record import Record

FORM = "marc-json"


def by_key(text: str, leader: str = LEADER) -> dict[str, Any]:
    """A record whose fields have their tags as keys."""
    found: list[Any] = []
    for tag, value in fields(text):
        indicators, *subfields = value.split("\x1f")
        parts = [{part[0]: part[1:]} for part in subfields]
        field = {"ind1": indicators[:1], "ind2": indicators[1:2], "subfields": parts}
        found.append({tag: field if parts else value})
    return {"leader": leader, "fields": found}


def by_value(text: str, leader: str = LEADER) -> dict[str, Any]:
    """A record whose fields have their tags as values."""
    found: list[Any] = []
    for tag, value in fields(text):
        indicators, *subfields = value.split("\x1f")
        parts = [{"code": part[0], "value": part[1:]} for part in subfields]
        field = {"tag": tag, "ind1": indicators[:1], "ind2": indicators[1:2], "subfields": parts}
        found.append(field if parts else {"tag": tag, "value": value})
    return {"leader": leader, "fields": found}


def records(text: str) -> list[Record]:
    return [item for item in read_text(text, FORM) if isinstance(item, Record)]


@pytest.mark.parametrize("written", [by_key, by_value], ids=["tags as keys", "tags as values"])
@pytest.mark.parametrize(
    ("text", "leader"),
    [(ONE, LEADER), (LINKED, LEADER), (CHINESE, UNIMARC)],
    ids=["English", "Japanese with 880", "CNMARC"],
)
def test_the_same_as_of_iso_2709(written: Any, text: str, leader: str) -> None:
    whole = json.dumps(written(text, leader), ensure_ascii=False, indent=1)
    assert by_content(whole) == FORM
    (record,) = records(whole)
    stream = io.BufferedReader(io.BytesIO(iso(text, leader=leader)))  # type: ignore[arg-type]
    (other,) = items(Source("a.mrc", "marc", stream=stream))
    assert isinstance(other, Record)
    apart = ("raw", "provenance")
    assert {name: value for name, value in vars(record).items() if name not in apart} == {
        name: value for name, value in vars(other).items() if name not in apart
    }
    assert [(field.name, field.variable) for field in record.raw] == [
        (field.name, field.variable) for field in other.raw
    ]
    assert record.provenance is not None
    start, end = record.provenance.start, record.provenance.end
    assert whole[start:end] == whole


A, B = by_key(ONE), by_value(LINKED)
FRAMES = [
    (json.dumps([A, B]), "an array"),
    (json.dumps(A) + "\n" + json.dumps(B) + "\n", "JSON Lines"),
    (json.dumps(A, indent=2) + json.dumps(B, indent=2), "one after another"),
    (json.dumps({"count": 2, "records": [A, B]}), "an envelope"),
]


@pytest.mark.parametrize(("text", "why"), FRAMES, ids=[why for _, why in FRAMES])
def test_frames(text: str, why: str) -> None:
    assert by_content(text) == FORM
    assert [said(record, "title") for record in records(text)] == [
        "Things of the past: a history",
        "Mokuroku no rekishi",
    ], why


OTHERS = [
    ({"fields": [{"name": "title", "type": "string"}]}, "columns of a table"),
    ({"fields": ["title", "author"], "leader": "Ada"}, "names of fields"),
    ({"fields": [{"tag": "title", "value": "A"}], "title": "A"}, "tags that are words"),
    ({"fields": {"summary": "A"}, "title": "A"}, "an issue of a tracker"),
    ({"fields": ["title"], "100": "A", "title": "A"}, "a number beside the fields"),
]


@pytest.mark.parametrize(("value", "why"), OTHERS, ids=[why for _, why in OTHERS])
def test_other_json_is_not_taken_for_it(value: Any, why: str) -> None:
    assert by_content(json.dumps(value)) != FORM, why


ODD = [
    ({"245": {"subfields": [{"a": "Things"}]}}, "Things", "no indicators"),
    ({"245": {"ind1": 1, "ind2": 0, "subfields": [{"a": 1984}]}}, "1984", "numbers"),
    ({"245": {"subfields": {"a": "Things", "b": "past"}}}, "Things: past", "one object of several"),
    ({"245": {"subfields": [{"a": "Things\nof"}]}}, "Things of", "a line end"),
    ({"tag": "245", "subfields": [{"code": "a", "value": "A"}, None]}, "A", "null among subfields"),
    ({"tag": 245, "subfields": [{"code": "a", "value": "A"}]}, "A", "a tag that is a number"),
    ({"245": None}, "", "no field"),
    ({"245": {"subfields": [[["a"]]]}}, "", "arrays for subfields"),
]


@pytest.mark.parametrize(("field", "title", "why"), ODD, ids=[why for *_, why in ODD])
def test_odd_fields(field: Any, title: str, why: str) -> None:
    author = {"100": {"subfields": [{"a": "Writer, Ada"}]}}
    (record,) = records(json.dumps({"leader": LEADER, "fields": [author, field]}))
    assert said(record, "title") == title, why


BROKEN = [
    (json.dumps(by_key(ONE))[:-3], "cut off"),
    (json.dumps({"leader": LEADER}), "a leader alone"),
    (json.dumps({"leader": LEADER, "fields": 3}), "fields that are none"),
    (
        json.dumps({"leader": LEADER[:6] + "z" + LEADER[7:], "fields": by_key(ONE)["fields"][:3]}),
        "authority data",
    ),
]


@pytest.mark.parametrize("between", [",\n", "\n"], ids=["array", "lines"])
@pytest.mark.parametrize(("broken", "why"), BROKEN, ids=[why for _, why in BROKEN])
def test_a_broken_record_costs_no_neighbour(broken: str, why: str, between: str) -> None:
    text = between.join((json.dumps(A), broken, json.dumps(B)))
    found = list(read_text(f"[\n{text}\n]" if between == ",\n" else text, FORM))
    assert [type(item) for item in found] == [Record, Fault, Record], why
    assert isinstance(found[1], Fault)
    assert (found[1].code, found[1].record_number) == ("COL002", 2)


@given(
    st.recursive(
        st.none() | st.text("a24 \x1f\ud800", max_size=4),
        lambda inside: (
            st.lists(inside, max_size=3)
            | st.dictionaries(
                st.sampled_from(("245", "tag", "subfields", "code", "a", "value")), inside
            )
        ),
    )
)
def test_any_fields(value: Any) -> None:
    text = json.dumps({"leader": LEADER, "fields": value})
    assert len([*read_text(text, FORM)]) == 1
