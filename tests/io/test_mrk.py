"""MRK, the text of MarcEdit: the same records as of ISO 2709, each field with its place."""

from __future__ import annotations

import io

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


def mrk(text: str, leader: str = LEADER) -> str:
    """Fields as MarcEdit writes them."""
    lines = [f"=LDR  {leader}"]
    for tag, value in fields(text):
        value = value.replace("\x1f", "$").replace("{", "{lcub}")
        blanks = len(value) if tag < "010" else 2
        lines.append(f"={tag}  {value[:blanks].replace(' ', chr(92))}{value[blanks:]}")
    return "\n".join(lines) + "\n\n"


def records(text: str) -> list[Record]:
    return [item for item in read_text(text, "mrk") if isinstance(item, Record)]


@pytest.mark.parametrize(
    ("text", "leader"),
    [(ONE, LEADER), (LINKED, LEADER), (CHINESE, UNIMARC)],
    ids=["English", "Japanese with 880", "CNMARC"],
)
def test_the_same_as_of_iso_2709(text: str, leader: str) -> None:
    whole = mrk(text, leader)
    assert by_content(whole) == "mrk"
    (record,) = records(whole)
    stream = io.BufferedReader(io.BytesIO(iso(text, leader=leader)))  # type: ignore[arg-type]
    (other,) = items(Source("a.mrc", "marc", stream=stream))
    assert isinstance(other, Record)
    apart = ("raw", "provenance")
    assert {name: value for name, value in vars(record).items() if name not in apart} == {
        name: value for name, value in vars(other).items() if name not in apart
    }
    for field in record.raw:
        assert whole[field.start : field.end] == field.value
    assert [field.variable for field in record.raw] == [field.variable for field in other.raw]


TITLES = [
    (r"10$aThings :$ba history.", "Things: a history", "as all are"),
    (r"10$a{dollar}5 {lcub}net{rcub} {bsol}", "$5 {net} \\", "signs of the format"),
    (r"10$a{acute}Etudes d'{acute}e", "Études d'é", "marks stand before their letters"),
    (r"10$aVi{circ}{dotb}et", "Việt", "two of them"),
    (r"10$a{Lstrok}{acute}od{acute}z", "Łódź", "letters"),
    (r"10$aA {unknown} {acute", "A {unknown} {acute", "other braces"),
    (r" 0$aThings", "Things", "a blank as an indicator"),
    (r"$aThings", "Things", "no indicators"),
    ("10$aThings and\n   the past", "Things and the past", "a broken line"),
    (r"10$a목록의 역사", "목록의 역사", "UTF-8"),
]


@pytest.mark.parametrize(("field", "title", "why"), TITLES, ids=[why for *_, why in TITLES])
def test_titles(field: str, title: str, why: str) -> None:
    (record,) = records(f"=LDR  {LEADER}\n=001  1\n=245  {field}\n")
    assert said(record, "title") == title, why


BROKEN = [
    ("=LDR  \n\n", "a leader alone"),
    (f"=LDR  {LEADER}\n=001  2\n", "control fields alone"),
    (f"=LDR  {LEADER[:6]}z{LEADER[7:]}\n=100  1\\$aWriter, Ada\n", "authority data"),
]


@pytest.mark.parametrize(("broken", "why"), BROKEN, ids=[why for _, why in BROKEN])
def test_a_broken_record_costs_no_neighbour(broken: str, why: str) -> None:
    found = list(read_text(mrk(ONE) + broken + "\n" + mrk(LINKED), "mrk"))
    assert [type(item) for item in found] == [Record, Fault, Record], why
    assert isinstance(found[1], Fault)
    assert (found[1].line, found[1].record_number) == (8, 2)


def test_records_without_leaders() -> None:
    """A blank line ends a record, and so does a leader without one before it."""
    one, two = (f"=001  {n}\n=245  10$aTitle {n}\n" for n in "12")
    assert [record.id for record in records(f"{one}\n{two}")] == ["1", "2"]
    whole = mrk(ONE).rstrip("\n")
    assert len(records(f"{whole}\n{whole}\n")) == 2


@given(st.text(st.sampled_from("=LDR0124 \\$a{}\n\r5z题\x1f\udc80"), max_size=80))
def test_any_text(text: str) -> None:
    for item in read_text(mrk(ONE) + text, "mrk"):
        assert isinstance(item, Record | Fault)
