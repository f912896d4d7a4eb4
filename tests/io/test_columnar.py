"""Parquet and Arrow: nested cells, batches, files that are damaged."""

from __future__ import annotations

import datetime
import decimal
import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from validator.config import Settings
from validator.errors import UnreadableError
from validator.finding import Fault
from validator.io import Input, Opened, inputs, items
from validator.io.tables import cells
from validator.record import Record

pa = pytest.importorskip("pyarrow", reason="in the extra `parquet`")
feather = pytest.importorskip("pyarrow.feather")
parquet = pytest.importorskip("pyarrow.parquet")


def as_parquet(table: Any, **options: Any) -> bytes:
    file = io.BytesIO()
    parquet.write_table(table, file, **options)
    return file.getvalue()


def as_feather(table: Any) -> bytes:
    file = io.BytesIO()
    feather.write_feather(table, file)
    return file.getvalue()


def as_stream(table: Any) -> bytes:
    file = io.BytesIO()
    with pa.ipc.new_stream(file, table.schema) as out:
        out.write_table(table)
    return file.getvalue()


WAYS = {"parquet": as_parquet, "feather": as_feather, "arrow": as_stream}


def read(data: bytes, folder: Path, **given: Any) -> list[Record | Fault]:
    path = folder / "x.parquet"
    path.write_bytes(data)
    with Opened(Input(str(path), "x.parquet", named=True), Settings(**given)) as source:
        return list(items(source))


NAME = {"family": "Li", "given": "Wei"}
TABLE = pa.table(
    {
        "DOI": ["10.1/a", None, ""],
        "title": pa.array(["A", "数字人文", "Книга"]).dictionary_encode(),
        "authors": [[NAME, {"family": "王", "given": "五"}], [], None],
        "keywords": [["x, y", "z"], None, ["数据"]],
        "year": pa.array([2001, None, 2009], pa.int16()),
        "volume": [3.0, None, 4.5],
        "shelf": [{"room": 1}, None, {"room": None}],
    }
)


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_rows_are_records(way: Callable[[Any], bytes], tmp_path: Path) -> None:
    one, two, three = read(way(TABLE), tmp_path)
    assert isinstance(one, Record)
    assert [str(name) for name in one.author] == ["Li, Wei", "王, 五"]
    assert (one.doi, one.title, one.year, one.volume) == ("10.1/a", "A", 2001, "3")
    assert one.keyword == ("x, y", "z")
    assert [(f.name, f.value, f.line) for f in one.raw][-1] == ("shelf", '{"room": 1}', None)
    assert isinstance(two, Record)
    assert [f.name for f in two.raw] == ["title"]  # what is not there is no field
    assert isinstance(three, Record)
    assert (three.title, three.volume, three.keyword) == ("Книга", "4.5", ("数据",))
    assert [one.provenance.record_number, three.provenance.record_number] == [1, 3]


TEXTS = [
    (None, "", "nothing"),
    (True, "true", "a truth value"),
    (2020.0, "2020", "a whole number"),
    (0.1, "0.1", "a fraction"),
    (float("nan"), "", "no number"),
    (10**30, hex(10**30), "a number that is none of anything"),
    (decimal.Decimal("3.50"), "3.50", "a price"),
    (decimal.Decimal("2020.0"), "2020", "a whole number"),
    (decimal.Decimal("1E+1000000"), "1E+1000000", "one that would fill the memory"),
    (datetime.date(2020, 5, 6), "2020-05-06", "a date"),
    (datetime.datetime(2020, 5, 6), "2020-05-06", "a date with a midnight"),
    (datetime.datetime(2020, 5, 6, 7), "2020-05-06T07:00:00", "a time"),
    (b"\xe7\x8e\x8b", "王", "bytes that are text"),
    (b"\xff", "\udcff", "bytes that are none"),
    (["a", None, "b"], "a; b", "a list with a hole"),
    ([NAME, {"name": "王五"}], "Li, Wei; 王五", "names"),
    ({"given_name": "Wei", "family_name": "Li"}, "Li, Wei", "a name with longer labels"),
    ({"a": [1]}, '{"a": [1]}', "a mapping of another kind"),
    ({"a": None}, "", "an empty one"),
    ([[[[[[[["deep"]]]]]]]], "", "lists that go too deep"),
]


@pytest.mark.parametrize(("value", "expected", "why"), TEXTS, ids=[why for *_, why in TEXTS])
def test_a_cell_as_text(value: object, expected: str, why: str) -> None:
    assert cells.text(value) == expected


def test_row_groups_and_packed_files(tmp_path: Path) -> None:
    import gzip

    rows = pa.table({"title": [f"T{i}" for i in range(5000)], "year": [2000] * 5000})
    data = as_parquet(rows, row_group_size=700, compression="zstd")
    assert [r.title for r in read(data, tmp_path)] == [f"T{i}" for i in range(5000)]  # type: ignore[union-attr]
    assert len(read(gzip.compress(data), tmp_path)) == 5000


def test_an_empty_table_has_no_records(tmp_path: Path) -> None:
    (fault,) = read(as_parquet(TABLE.slice(0, 0)), tmp_path)
    assert isinstance(fault, Fault)
    assert fault.code == "COL005"


GOOD = as_parquet(TABLE)
BROKEN = [
    (GOOD[: len(GOOD) // 2], "cut off"),
    (GOOD[:-8], "without its end"),
    (b"PAR1" + bytes(200), "zeros"),
    (b"PAR1", "a magic number alone"),
    (as_feather(TABLE)[:300], "Arrow, cut off"),
    (b"ARROW1\0\0" + bytes(100), "Arrow, of zeros"),
    (as_stream(TABLE)[:200], "a stream, cut off"),
    (GOOD.replace(b"title", b"titl\xff"), "a name that is no text"),
]


@pytest.mark.parametrize(("data", "why"), BROKEN, ids=[why for _, why in BROKEN])
def test_what_is_damaged_is_said(data: bytes, why: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="damaged"):
        read(data, tmp_path)


def test_a_table_of_other_things_needs_names(tmp_path: Path) -> None:
    data = as_parquet(pa.table({"werk": ["A"], "x": ["B"]}))
    with pytest.raises(UnreadableError, match="no column of this table is known"):
        read(data, tmp_path)
    (record,) = read(data, tmp_path, columns={"werk": "title"})
    assert isinstance(record, Record)
    assert record.title == "A"


@given(
    st.sampled_from([GOOD, as_feather(TABLE), as_stream(TABLE)]),
    st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), max_size=5),
)
@settings(max_examples=300)
def test_any_damage_is_told_or_read(whole: bytes, changes: list[tuple[int, int]]) -> None:
    data = bytearray(whole)
    for at, byte in changes:
        data[at % len(data)] = byte
    source = Opened(Input("-", "x", named=True, format="parquet"), Settings())
    source.raw.stream = io.BytesIO(data)
    try:
        with source as opened:
            list(items(opened))
    except UnreadableError:
        pass


def test_they_are_found_in_a_folder_and_checked(tmp_path: Path) -> None:
    for name, way in WAYS.items():
        (tmp_path / name).write_bytes(way(TABLE))
    assert [Path(item.path).name for item in inputs([str(tmp_path)])] == sorted(WAYS)
    command = [sys.executable, "-m", "validator", "check", ".", "--isolated", "--format", "json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.stderr == b""
    assert b'"records": 9' in done.stdout
