"""MARCXML: the same records as of ISO 2709, in every frame that they come in."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marc_iso import CHINESE, LINKED, ONE, UNIMARC, iso, xml
from shared import SHARED, needs_shared

from validator.errors import UnreadableError, UsageError
from validator.finding import Fault
from validator.io import Input, Opened, items
from validator.io.source import Source
from validator.io.xml.kinds import by_bytes
from validator.record import Record

SLIM = "http://www.loc.gov/MARC21/slim"


def read(text: str | bytes, form: str = "marcxml") -> list[Record | Fault]:
    data = text if isinstance(text, bytes) else text.encode()
    stream = io.BufferedReader(io.BytesIO(data))  # type: ignore[arg-type]
    return list(items(Source("a.xml", form, "", 2**20, stream=stream)))


def records(text: str | bytes) -> list[Record]:
    return [item for item in read(text) if isinstance(item, Record)]


def said(text: str) -> list[str]:
    return [item.message for item in read(text) if isinstance(item, Fault)]


ODD = "a prefix without a namespace"
R = xml(ONE)
FRAMES = [
    (f'<collection xmlns="{SLIM}">{R}</collection>', [], "a collection"),
    (f'<?xml version="1.0"?>\n<collection>{R}</collection>', [], "no namespace at all"),
    (R, [], "one record"),
    (
        f'<marc:collection xmlns:marc="{SLIM}">{xml(ONE, prefix="marc:")}</marc:collection>',
        [],
        "a prefix",
    ),
    (
        f'<n:record xmlns:n="{SLIM}">{xml(ONE, prefix="n:")[len("<n:record>") :]}',
        [],
        "declared by the record",
    ),
    (f"<collection>{xml(ONE, prefix='marc:')}</collection>", [ODD], "declared nowhere"),
    (
        '<zs:searchRetrieveResponse xmlns:zs="http://www.loc.gov/zing/srw/"><zs:records><zs:record>'
        f"<zs:recordData>{R}</zs:recordData></zs:record></zs:records></zs:searchRetrieveResponse>",
        [],
        "SRU",
    ),
    (
        f"<zs:records><zs:record><zs:recordData>{R}</zs:recordData></zs:record></zs:records>",
        [ODD],
        "SRU without its namespace",
    ),
    (
        '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><header>'
        f'<identifier>oai:1</identifier></header><metadata><c xmlns="{SLIM}">{R}</c></metadata>'
        "</record></ListRecords></OAI-PMH>",
        [],
        "OAI-PMH",
    ),
]


@pytest.mark.parametrize(("text", "faults", "why"), FRAMES)
def test_frames(text: str, faults: list[str], why: str) -> None:
    assert by_bytes(text.encode()) == "marcxml", why
    (record,) = records(text)
    assert record.title == "Things of the past: a history", why
    assert said(text) == faults, why


SAME = [
    (ONE, "00000nam a2200000 a 4500"),
    (LINKED, "00000nam a2200000 a 4500"),
    (CHINESE, UNIMARC),
]


@pytest.mark.parametrize(("text", "leader"), SAME)
def test_the_same_as_of_iso_2709(text: str, leader: str) -> None:
    (one,) = records(xml(text, leader=leader))
    stream = io.BufferedReader(io.BytesIO(iso(text, leader=leader)))  # type: ignore[arg-type]
    (other,) = items(Source("a.mrc", "marc", "", 2**20, stream=stream))
    assert isinstance(other, Record)
    apart = {"raw", "provenance"}
    assert {k: v for k, v in one.__dict__.items() if k not in apart} == {
        k: v for k, v in other.__dict__.items() if k not in apart
    }
    assert [field[:3] for field in one.raw][1:] == [field[:3] for field in other.raw][1:]


def test_lines() -> None:
    text = f"<collection>\n{R}\n{R}\n</collection>"
    lines = text.split("\n")
    for record in records(text):
        assert lines[(record.provenance.line or 0) - 1] == "<record>"
        for field in record.raw[1:]:
            assert f'tag="{field.name}"' in lines[(field.line or 0) - 1]


ODDITIES = [
    (R.replace('tag="001"', 'tag="1"'), ["a tag that has not three characters: 1"], "no zeros"),
    (R.replace(' ind1="1" ind2="0"', ""), [], "no indicators"),
    (R.replace("<leader>00000nam a2200000 a 4500</leader>", ""), [], "no leader"),
    (R.replace("00000nam a2200000 a 4500", "x"), [], "a leader that is none"),
    (R.replace('<subfield code="c">Ada Writer.</subfield>', '<subfield code="c"/>'), [], "empty"),
    (R.replace(' code="c"', ""), [], "no code"),
    (
        R.replace("Press &amp; Co.", "Press & Co."),
        ["a bare & or < in a text, read as it stands"],
        "&",
    ),
]


@pytest.mark.parametrize(("text", "faults", "why"), ODDITIES)
def test_oddities(text: str, faults: list[str], why: str) -> None:
    (record,) = records(text)
    assert record.title == "Things of the past: a history", why
    assert record.id == "ocm1", why
    assert said(text) == faults, why


BROKEN = [
    ("<record/>", "empty"),
    ("<record><x>1</x></record>", "nothing of MARC"),
    (
        '<record><datafield tag="021A"><subfield code="a">Two</subfield></datafield></record>',
        "PICA, which has tags of four characters",
    ),
    (R.replace("</datafield>", "", 1), "a field that is not closed"),
    (R.replace("</record>", ""), "not closed"),
    (xml("852   $bmain", leader="00000nx  a2200000n  4500"), "a holdings record"),
]


@pytest.mark.parametrize(("broken", "why"), BROKEN)
def test_a_broken_record_costs_no_neighbour(broken: str, why: str) -> None:
    one, other = R.replace("Things", "One"), R.replace("Things", "Two")
    found = read(f"<collection>\n{one}\n{broken}\n{other}\n</collection>")
    assert [item.title[:3] for item in found if isinstance(item, Record)] == ["One", "Two"], why
    lost = [item for item in found if isinstance(item, Fault) and item.code == "COL002"]
    assert [fault.record_number for fault in lost] == [2], why


@given(st.integers(0, 2**32))
def test_damage(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(f"<collection>\n{R}\n{xml(CHINESE, leader=UNIMARC)}\n</collection>".encode())
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data))
        match chance.randrange(3):
            case 0:
                data[at] = chance.randrange(256)
            case 1:
                del data[at : at + chance.randrange(30)]
            case _:
                data[at:at] = chance.choice((b"<", b">", b"</record>", b"&", b"\0", b"<record>"))
    try:
        read(bytes(data))
    except (UnreadableError, UsageError):
        return


FOLDERS = ("marcxml/*.xml", "marc/*.xml")
FILES = [p for g in FOLDERS for p in sorted((SHARED / "data/formats").glob(g))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
class TestReal:
    pytestmark = needs_shared

    def test_it_is_read(self, path: Path) -> None:
        with Opened(Input(str(path), path.name, named=True)) as opened:
            assert opened.format == "marcxml"
            found = list(items(opened))
        whole = [item for item in found if isinstance(item, Record)]
        assert len(whole) == max(1, path.read_bytes().count(b"leader>") // 2)
        assert all(record.title for record in whole)
        assert not any(item.code == "COL002" for item in found if isinstance(item, Fault))
