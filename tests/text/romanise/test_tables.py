"""The tables of readings are those of Unihan."""

from __future__ import annotations

import zlib
from pathlib import Path

import make_readings
import pytest

from validator.text.romanise.tables import Table, readings

UNIHAN = make_readings.source(make_readings.DEBIAN)


@pytest.mark.parametrize(
    ("table", "character", "expected"),
    [
        ("mandarin", "翟", ("di2", "zhai2")),
        ("mandarin", "吕", ("lü3",)),
        ("mandarin", "樂", ("le4", "yue4")),  # of today's readings only
        ("cantonese", "張", ("zoeng1",)),
        ("korean", "金", ("금", "김")),
        ("on", "明", ("mei", "myou")),
        ("kun", "明", ("akarui", "akeru", "akiraka")),
    ],
)
def test_readings(table: Table, character: str, expected: tuple[str, ...]) -> None:
    assert readings(table)[character] == expected


@pytest.mark.skipif(UNIHAN is None, reason="needs Unihan_Readings.txt of Debian's unicode-data")
def test_the_tables_are_made_from_unihan() -> None:
    assert UNIHAN is not None
    for name, text in make_readings.tables(UNIHAN).items():
        kept = Path(make_readings.TABLES, f"{name}.z").read_bytes()
        assert zlib.decompress(kept).decode() == text, f"{name}: make them again"
