"""Records of many kinds in each format, read by eye field by field: what each has come to be.

Beside a file of ``tests/data/by_eye`` stands what its records are: the variables that are filled,
and no others. ``real.json`` says it of real files; a value that ends with "…" goes on there.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from shared import SHARED, needs_shared

from validator.io import read
from validator.record import Name, Record, csl_name

HERE = Path(__file__).parents[1] / "data" / "by_eye"
EXPECTED = ".expected.json"
FILES = sorted(path for path in HERE.iterdir() if (HERE / (path.name + EXPECTED)).exists())
REAL: dict[str, list[dict[str, str]]] = json.loads((HERE / "real.json").read_text("utf-8"))
APART = frozenset(("raw", "provenance", "type_as_read", "type_is_inferred", "parallel"))
FEWEST = 5  # records of a format


def filled(record: Record) -> dict[str, str]:
    """The variables of a record as text, those in the other language as "original-title"."""
    found = {csl_name(key): value for key, value in record.__dict__.items() if key not in APART}
    parallel = record.parallel
    parts = {f"original-{csl_name(key)}": getattr(parallel, key) for key in parallel.__slots__}
    return {key: said(value) for key, value in (found | parts).items() if value}


def said(value: Any) -> str:
    """A value as text: of several the members, a person as "family, given", a body in brackets."""
    if isinstance(value, Name):
        return f"[{value}]" if value.literal else str(value)
    if isinstance(value, tuple) and not hasattr(value, "raw"):
        return "; ".join(map(said, value))
    return str(value)


def shortened(found: dict[str, str], expected: dict[str, str]) -> dict[str, str]:
    """The values, cut where the expected one is."""
    return {
        key: f"{value[: len(whole) - 1]}…"
        if (whole := expected.get(key, ""))[-1:] == "…"
        else value
        for key, value in found.items()
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_variable_is_right(path: Path) -> None:
    expected = json.loads((HERE / (path.name + EXPECTED)).read_text("utf-8"))
    records = list(read(path))
    assert [filled(record) for record in records] == expected
    assert len(records) >= FEWEST


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_field_stands_where_it_says(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    for record in read(path):
        for field in record.raw:
            assert (field.line or 0) >= (record.provenance.line or 0)
            if field.start is not None:
                assert text[field.start : field.end] == field.value, field.name


class TestRealFiles:
    pytestmark = needs_shared

    @pytest.mark.parametrize("name", sorted(REAL))
    def test_every_variable_is_right(self, name: str) -> None:
        expected = REAL[name]
        records = list(read(SHARED / "data" / "formats" / name))[: len(expected)]
        found = map(filled, records)
        assert [shortened(*pair) for pair in zip(found, expected, strict=True)] == expected
