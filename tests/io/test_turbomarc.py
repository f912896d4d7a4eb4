"""TurboMARC: the same records as of MARCXML, each field with its line."""

from __future__ import annotations

from html import escape

import pytest
from marc_iso import CHINESE, LEADER, LINKED, ONE, UNIMARC, fields
from marc_iso import xml as marcxml
from xml_files import read, said

from validator.finding import Fault
from validator.io.xml.kinds import by_bytes
from validator.record import Record

FORM = "turbomarc"
HEAD = '<collection xmlns="http://www.indexdata.com/turbomarc">\n'


def turbo(text: str, leader: str = LEADER) -> str:
    """A record of TurboMARC, a field a line."""
    lines = [f"<r>\n<l>{leader}</l>"]
    for tag, value in fields(text):
        indicators, *subfields = value.split("\x1f")
        if not subfields:
            lines.append(f"<c{tag}>{escape(value)}</c{tag}>")
            continue
        one, two = (indicators + "  ")[:2]
        parts = (f"<s{part[0]}>{escape(part[1:])}</s{part[0]}>" for part in subfields)
        lines.append(f'<d{tag} i1="{one}" i2="{two}">{"".join(parts)}</d{tag}>')
    return "\n".join([*lines, "</r>\n"])


@pytest.mark.parametrize(
    ("text", "leader"),
    [(ONE, LEADER), (LINKED, LEADER), (CHINESE, UNIMARC)],
    ids=["English", "Japanese with 880", "CNMARC"],
)
def test_the_same_as_of_marcxml(text: str, leader: str) -> None:
    whole = f"{HEAD}{turbo(text, leader)}</collection>"
    assert by_bytes(whole.encode()) == FORM
    (record,) = read(whole, FORM)
    (other,) = read(marcxml(text, leader=leader), "marcxml")
    assert isinstance(record, Record)
    assert isinstance(other, Record)
    apart = ("raw", "provenance")
    assert {name: value for name, value in vars(record).items() if name not in apart} == {
        name: value for name, value in vars(other).items() if name not in apart
    }
    assert [field[:3] for field in record.raw] == [field[:3] for field in other.raw]
    assert [field.line for field in record.raw[1:]] == [*range(4, 4 + len(fields(text)))]


ODD = [
    ("<d245><sa>Things</sa></d245>", "Things", "no indicators"),
    ('<d245><s code="&amp;">x</s><sa>Things</sa></d245>', "Things", "a code no name can have"),
    ("<d245><sa>Things\nof</sa></d245>", "Things of", "a line end"),
    ("<d245><sa>A <i>b</i> c</sa></d245>", "A b c", "markup"),
    ("<d245>Things</d245>", "", "no subfield"),
    ("<x245><sa>Things</sa></x245>", "", "an element of another name"),
]


@pytest.mark.parametrize(("field", "title", "why"), ODD, ids=[why for *_, why in ODD])
def test_odd_fields(field: str, title: str, why: str) -> None:
    author = "<d100><sa>Writer, Ada</sa></d100>"
    (record,) = read(f"{HEAD}<r><l>{LEADER}</l>{author}{field}</r></collection>", FORM)
    assert isinstance(record, Record)
    assert said(record, "title") == title, why


BROKEN = [
    (f"<r><l>{LEADER}</l></r>", "a leader alone"),
    ("<r/>", "an empty element"),
    ("<r><d245><sa>A</d245></r>", "tags that do not match"),
]


@pytest.mark.parametrize(("broken", "why"), BROKEN, ids=[why for _, why in BROKEN])
def test_a_broken_record_costs_no_neighbour(broken: str, why: str) -> None:
    found = read(f"{HEAD}{turbo(ONE)}{broken}{turbo(LINKED)}</collection>", FORM)
    assert [type(item) for item in found] == [Record, Fault, Record], why
    assert isinstance(found[1], Fault)
    assert (found[1].code, found[1].record_number) == ("COL002", 2)
