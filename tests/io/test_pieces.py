"""Pieces of a source: read one after another they are the whole, and only whole records are cut."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.finding import Fault
from validator.io.json import csl_json, openalex
from validator.io.pieces import can_be_cut, pieces
from validator.io.source import Source
from validator.record import Record

GOOD = '{"id":"a","title":"数字人文 🙂"}'
LINES = [
    # what stands between two line ends, and why
    GOOD,
    '{"id":"b","title":"two } braces {"}',
    '  {"id":"c"}  ',  # blanks around it
    "",  # blank
    "   \t",
    "[",  # the frame of an array
    "]",
    GOOD + ",",
    '{"id":"d","title":"cut',  # a record broken over lines ...
    'in two"}',  # ... and its rest
    "{",  # broken, and the next line begins as a record does
    "}",
    "}{",
    "no JSON",
    "[1]",
    '"{"',
    "\ufeff" + GOOD,
    "\udce4\udcb8",  # bytes that are no UTF-8
]
ENDS = ["\n", "\r\n", "\r"]


def opened(text: str, limit: int = 2**20) -> Source:
    stream = io.BytesIO(text.encode("utf-8", "surrogateescape"))
    return Source("x.jsonl", "csl-jsonl", limit=limit, stream=stream)


def whole(text: str, limit: int) -> list[Record | Fault]:
    return list(csl_json.read(opened(text, limit)))


def in_pieces(text: str, limit: int, size: int) -> Iterator[Record | Fault]:
    """What the pieces hold, each numbered behind what those before it were found to hold."""
    number = 1
    for piece in pieces(opened(text, limit), size):
        piece.source.first_number = number
        for item in csl_json.read(piece.source):
            yield item
            number += 1


@given(
    st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(ENDS)), max_size=30),
    st.integers(1, 200),
    st.sampled_from([40, 2**20]),
)
def test_the_pieces_are_the_whole(lines: list[tuple[str, str]], size: int, limit: int) -> None:
    text = "".join(line + end for line, end in lines)
    assert list(in_pieces(text, limit, size)) == whole(text, limit)


@given(st.lists(st.sampled_from(LINES[:8]), max_size=30), st.integers(1, 200))
def test_whole_records_are_counted_beforehand(lines: list[str], size: int) -> None:
    for piece in pieces(opened("".join(f"{line}\n" for line in lines)), size):
        assert piece.records == len(list(csl_json.read(piece.source)))


def test_a_large_source_is_cut() -> None:
    text = f"{GOOD}\n" * 1000
    cut = list(pieces(opened(text), 1000))
    assert len(cut) > 20
    assert all(len(piece.source.text or "") < 2000 for piece in cut)
    assert all((piece.source.text or "").endswith("}\n") for piece in cut)


def test_a_record_beyond_all_limits_is_not_held() -> None:
    text = GOOD + "\n" + '{"id":"' + "x" * 5000 + '"}\n' + GOOD + "\n"
    *_, last = pieces(opened(text, limit=500), 100)
    assert last.source.stream is not None
    assert last.source.text is None
    assert list(in_pieces(text, 500, 100)) == whole(text, 500)


@pytest.mark.parametrize(
    ("form", "encoding", "cut", "why"),
    [
        ("csl-jsonl", "utf-8", True, "a line is a record"),
        ("csl-jsonl", "gb18030", False, "the bytes of a brace are parts of characters there"),
        ("csl-json", "utf-8", False, "an array: where an item ends only reading tells"),
        ("zotero-json", "utf-8", False, "notes among its lines are no records"),
        ("bibtex", "utf-8", False, "strings and parents stand elsewhere in the file"),
    ],
)
def test_what_can_be_cut(form: str, encoding: str, cut: bool, why: str) -> None:
    assert can_be_cut(Source("x", form, encoding)) == cut


WORK = '{"id":"https://openalex.org/W1","title":"数字人文","authorships":[],"display_name":"x"}'
OTHERS = [
    WORK,
    '  {"id":"https://openalex.org/W2","display_name":"two } braces {"}',
    "",
    '{"id":"https://openalex.org/W3","title":"cut',
    "no JSON",
]


@given(
    st.lists(st.tuples(st.sampled_from(OTHERS), st.sampled_from(ENDS)), max_size=20),
    st.integers(1, 200),
)
def test_the_lines_of_a_database_are_cut(lines: list[tuple[str, str]], size: int) -> None:
    text = f"{WORK}\n{WORK}\n" + "".join(line + end for line, end in lines)

    def source() -> Source:
        return Source("x", "openalex", stream=io.BufferedReader(io.BytesIO(text.encode())))

    assert can_be_cut(source())
    number, found = 1, []
    for piece in pieces(source(), size):
        piece.source.first_number = number
        found += openalex.read(piece.source)
        number = 1 + len(found)
    assert found == list(openalex.read(source()))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"[{WORK},\n{WORK}]", "an array"),
        (f'{{"meta":{{}},"results":[\n{WORK},\n{WORK}]}}', "an answer of the API"),
        (WORK, "a single work"),
    ],
)
def test_other_json_of_a_database_is_not_cut(text: str, why: str) -> None:
    stream = io.BufferedReader(io.BytesIO(text.encode()))
    assert not can_be_cut(Source("x", "openalex", stream=stream))
