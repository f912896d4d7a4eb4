"""Bytes of ISO 2709 read, and what the tests of MARC ask of the records."""

from __future__ import annotations

import io
from typing import Any

from marc_iso import ONE, iso

from validator.finding import Fault
from validator.io import items
from validator.io.source import Source
from validator.record import Record

A, B, C = (iso(ONE.replace("Things", word)) for word in ("One", "Two", "Three"))


def read(data: bytes, limit: int = 2**26) -> list[Record | Fault]:
    return list(items(source(data, limit)))


def source(data: bytes, limit: int = 2**26) -> Source:
    return Source("a.mrc", "marc", "", limit, stream=io.BufferedReader(io.BytesIO(data)))  # type: ignore[arg-type]


def records(data: bytes) -> list[Record]:
    return [item for item in read(data) if isinstance(item, Record)]


def said(data: bytes) -> list[str]:
    return [f"{item.code} {item.message}" for item in read(data) if isinstance(item, Fault)]


def titles(data: bytes) -> list[str]:
    return [record.title for record in records(data)]


def text_of(value: Any) -> str:
    if hasattr(value, "raw") and hasattr(value, "year"):
        return value.raw
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)
