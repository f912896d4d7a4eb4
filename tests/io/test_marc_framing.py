"""ISO 2709: records and fields cut out of bytes, damaged ones too, and the format told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marc_iso import CHINESE, LINKED, ONE, UNIMARC, fields, iso, of_bytes
from marc_records import A, B, C, read, records, said, source, titles

from validator.errors import UnreadableError, UsageError
from validator.finding import Fault
from validator.io import items
from validator.io.detect import by_bytes
from validator.record import Record

EACH = ["One of the past: a history", "Two of the past: a history", "Three of the past: a history"]
LENGTH = "COL006 the leader gives {} bytes, the record has {}"


def broken(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


WELL = [
    (A + B + C, [], "as it should be"),
    (A + b"\n" + B + b"\r\n" + C + b"\n", [], "line ends between records"),
    (b"\xef\xbb\xbf" + A + B + C, [], "a byte order mark"),
    (A + B + C + b"\0" * 600 + b"\x1a", [], "padding"),
    (A + broken(B, 0, b"00100") + C, [LENGTH.format("00100", len(B))], "a length too small"),
    (A + broken(B, 0, b"99999") + C, [LENGTH.format("99999", len(B))], "a length too large"),
    (A + broken(B, 0, b"     ") + C, [LENGTH.format("     ", len(B))], "no length"),
    (A + broken(B, 0, b"00x97") + C, [LENGTH.format("00x97", len(B))], "a letter in it"),
    (
        A + broken(B, 12, b"00000") + C,
        [f"COL006 the leader puts the fields at byte 00000, they begin at {24 + 60 + 1}"],
        "no base address",
    ),
    (
        A + B[:-1] + C,
        ["COL006 a record without the mark that ends it"],
        "no end mark: run together",
    ),
    (A + B + C[:-1], ["COL006 a record without the mark that ends it"], "no end mark at the end"),
    (
        A + b"junk junk\n" + B + C,
        ["COL002 10 bytes between records that are no MARC record"],
        "junk",
    ),
    (
        A + b"junk junk\x1d" + B + C,
        ["COL002 9 bytes between records that are no MARC record"],
        "junk",
    ),
    (
        A + B.replace(b"\x1e", b"\x1e\n") + C,
        [LENGTH.format("00240", 246)],
        "a line for each field",
    ),
    (A + broken(B, 27, b"9999") + C, [], "a length in the directory is wrong"),
    (A + broken(B, 27, b"XXXX") + C, [], "letters in the directory"),
    (A + broken(B, 31, b"XXXXX") + C, [], "letters in a place of the directory"),
]


@pytest.mark.parametrize(("data", "faults", "why"), WELL)
def test_framing(data: bytes, faults: list[str], why: str) -> None:
    assert titles(data) == EACH, why
    assert said(data) == faults, why


def test_places() -> None:
    data = b"\n".join((A, broken(B, 0, b"00100"), C))
    for record, whole in zip(records(data), (A, broken(B, 0, b"00100"), C), strict=True):
        assert record.provenance.cut(data.decode("latin-1")).encode("latin-1") == whole
    assert [record.provenance.record_number for record in records(data)] == [1, 2, 3]


MIDDLE = [
    (b"", "nothing", 0),
    (B[:40] + b"\x1d", "cut in the directory", 1),
    (B[: len(B) // 2] + b"\x1d", "cut in the fields", 1),
    (B[:150], "cut in a field, without an end mark", 1),
    (B[:50], "cut in the directory, without an end mark", 1),
    (B[:10], "cut in the leader", 1),
    (B.replace(b"\x1e", b""), "no field marks", 1),
    (B.replace(b"\x1e", b"", 1), "no mark behind the directory", 1),
    (b"\x1d", "an empty record", 0),
    (B[:24] + b"\x1e\x1d", "a leader alone", 1),
    (broken(B, 24, b"\xff" * 60), "no directory", 1),
    (of_bytes([("245", b"no subfield")]), "no subfields", 1),
    (iso("001 x\n005 2000"), "control fields alone", 1),
    (iso("100 1 $aSmith, Adam", leader="00000nz  a2200000n  4500"), "an authority record", 1),
    (iso("852   $bmain", leader="00000nx  a2200000n  4500"), "a holdings record", 1),
]


@pytest.mark.parametrize(("data", "why", "lost"), MIDDLE)
def test_a_broken_record_costs_no_neighbour(data: bytes, why: str, lost: int) -> None:
    found = read(A + data + C)
    assert [r.title for r in found if isinstance(r, Record)] == [EACH[0], EACH[2]], why
    assert sum(f.code == "COL002" for f in found if isinstance(f, Fault)) == lost, why


def test_an_end_mark_in_a_field_is_data() -> None:
    data = iso(ONE.replace("Things", "One\x1dTwo"))
    assert titles(A + data + C) == [EACH[0], "One\x1dTwo of the past: a history", EACH[2]]


def test_a_field_mark_in_a_field_is_data() -> None:
    data = iso(ONE.replace("Things", "One\x1eTwo"))
    assert titles(A + data + C) == [EACH[0], "One\x1eTwo of the past: a history", EACH[2]]


def test_two_fields_run_together_are_told_by_the_directory() -> None:
    data = iso(ONE)
    place = data.index(b"10\x1fa")
    assert titles(data[: place - 1] + b" " + data[place:]) == ["Things of the past: a history"]


WHOLE = [(tag, value.encode()) for tag, value in fields(ONE)]
MISFIT = "COL006 a field is not as long as the directory says: {}"
DAMAGED = [
    (lambda d: d.replace(b"\x1e10", b"10"), "100", "two fields have lost the mark between them"),
    (lambda d: d.replace(b"history", b"hi\x1estory"), "245", "a field has a mark of its own"),
    (lambda d: d.replace(b"history", b"\x1e\x1e"), "245", "two, and other bytes are gone"),
    (lambda d: d.replace(WHOLE[2][1] + b"\x1e", b""), "100", "a field is gone"),
    (lambda d: d.replace(WHOLE[4][1] + b"\x1e", b""), "260", "the last field is gone"),
    (lambda d: d.replace(WHOLE[0][1] + b"\x1e", b""), "001", "the first field is gone"),
]


@pytest.mark.parametrize(("damage", "tag", "why"), DAMAGED, ids=[why for *_, why in DAMAGED])
def test_a_damaged_field_costs_no_other(
    damage: Callable[[bytes], bytes], tag: str, why: str
) -> None:
    data = damage(iso(ONE))
    (record,) = records(data)
    assert MISFIT.format(tag) in said(data), why
    assert [field.name for field in record.raw[1:]] == [tag for tag, _ in WHOLE], why
    for field, (name, value) in zip(record.raw[1:], WHOLE, strict=True):
        if name != tag:
            assert field.value == value.decode(), why


def test_the_directory_gives_the_tags_in_any_order() -> None:
    data = bytearray(iso(ONE))
    data[24:36], data[60:72] = data[60:72], data[24:36]
    (record,) = records(bytes(data))
    assert (record.id, record.title) == ("ocm1", "Things of the past: a history")
    assert [field.name for field in record.raw] == ["LDR", "245", "008", "100", "001", "260"]


def test_a_long_record_and_a_limit() -> None:
    long = of_bytes([*[("500", b"  \x1fa" + b"n" * 9000)] * 15, ("245", b"10\x1faLong")])
    assert len(long) > 99_999
    assert titles(A + long + C) == [EACH[0], "Long", EACH[2]]
    found = list(items(source(A + long + C, limit=50_000)))
    assert [r.title for r in found if isinstance(r, Record)] == [EACH[0], EACH[2]]
    assert [f.message for f in found if isinstance(f, Fault)] == [
        "a record is longer than max-record-bytes"
    ]


def test_the_limit_holds_across_blocks() -> None:
    long = of_bytes([("500", b"  \x1fa" + b"n" * 2_000_000), ("245", b"10\x1faLong")])
    found = list(items(source(A + long + B + long[:-1], limit=100_000)))
    assert [r.title for r in found if isinstance(r, Record)] == EACH[:2]
    assert [f.code for f in found if isinstance(f, Fault)] == ["COL002", "COL002"]


# Detection

SEEN = [
    (A, "marc", "a record"),
    (b"\xef\xbb\xbf" + A, "marc", "a mark before it"),
    (b"\n\n" + A, "marc", "blank lines before it"),
    (iso(CHINESE, leader=UNIMARC), "marc", "UNIMARC"),
    (broken(A, 0, b"     "), "marc", "a blank length"),
    (broken(A, 27, b"XXXXX"), "marc", "letters in its directory"),
    (A.replace(b"\x1e", b"\x1f", 1), "marc", "a directory that is not closed"),
    (b"exported by x\n" + A, "marc", "a greeting before it"),
    (b"00755cam  22002414a 4500", "", "a leader in a text"),
    (b"@book{a, title = {00755cam  22002414a 4500}}", "", "BibTeX"),
    (b"<?xml version='1.0'?><record/>", "", "XML"),
]


@pytest.mark.parametrize(("data", "form", "why"), SEEN)
def test_detection(data: bytes, form: str, why: str) -> None:
    assert by_bytes(data) == form, why


# Anything

SEEDS = [A + B + C, iso(CHINESE, leader=UNIMARC) * 2, iso(LINKED)]


@given(st.data())
def test_damage(data: st.DataObject) -> None:
    seed = bytearray(data.draw(st.sampled_from(SEEDS)))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, max(0, len(seed) - 1)))
        match data.draw(st.sampled_from(("flip", "cut", "drop", "insert", "end"))):
            case "flip" if seed:
                seed[at] = data.draw(st.integers(0, 255))
            case "cut":
                del seed[at : at + data.draw(st.integers(0, 50))]
            case "drop":
                del seed[at:]
            case "insert":
                seed[at:at] = data.draw(
                    st.sampled_from((b"\x1d", b"\x1e", b"\x1f", b"\xff", b"\x1b$1"))
                )
            case _:
                seed += data.draw(st.binary(max_size=40))
    try:
        found = read(bytes(seed))
    except (UnreadableError, UsageError):
        return
    ends = [0]
    for item in found:
        if isinstance(item, Record):
            start, end = item.provenance.start, item.provenance.end
            assert start is not None
            assert end is not None
            assert ends[-1] <= start < end <= len(seed)
            ends.append(end)


@given(st.integers(0, 2**32))
def test_damage_in_the_middle(seed: int) -> None:
    """Whatever happens to the fields of a record, its neighbours are read as before."""
    import random

    chance = random.Random(seed)
    middle = bytearray(B)
    for _ in range(chance.randint(1, 20)):
        at = chance.randrange(len(middle) - 1)
        middle[at] = chance.choice([b for b in range(256) if b != 0x1D])
    found = titles(A + bytes(middle) + C)
    assert found[0] == EACH[0]
    assert found[-1] == EACH[2]
