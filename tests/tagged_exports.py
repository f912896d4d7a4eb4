"""What the tests of the databases' exports have in common."""

from __future__ import annotations

from typing import Any

from validator.finding import Fault
from validator.io import read_text
from validator.record import Name, Record


def read(text: str, form: str) -> list[Record | Fault]:
    """The records and faults of a text; every field stands where its record says."""
    items = list(read_text(text, form))
    for item in items:
        if isinstance(item, Record):
            spans_hold(item, text)
    return items


def spans_hold(record: Record, text: str) -> None:
    """A field is cut out of the file at its offsets, and line and column agree with them."""
    where = record.provenance
    for field in record.raw:
        place = record.provenance_of(field)
        assert place.cut(text) == field.value
        assert where.start is not None
        assert where.end is not None
        assert where.start <= (field.start or 0) <= (field.end or 0) <= where.end
        if "\r" not in text:
            before = text.removeprefix("\ufeff")[: (field.start or 0) - text.startswith("\ufeff")]
            assert field.line == before.count("\n") + 1
            assert field.column == len(before) - before.rfind("\n")


def records(text: str, form: str) -> list[Record]:
    return [item for item in read(text, form) if isinstance(item, Record)]


def one(text: str, form: str) -> Record:
    (record,) = records(text, form)
    return record


def person(name: Name) -> str:
    """A name as a table can hold it: ``family, given, suffix``, or its one string."""
    family = f"{name.particles} {name.family}".strip()
    return name.literal or ", ".join(part for part in (family, name.given, name.suffix) if part)


def said(record: Record, attribute: str) -> Any:
    """A value as a table can hold it: names, dates and lists as text."""
    part, _, last = attribute.rpartition(".")
    value = getattr(record.parallel if part == "parallel" else record, last)
    if last == "issued":
        return (
            "-".join(f"{n:02}" for n in (value.year, value.month, value.day) if n) if value else ""
        )
    if isinstance(value, tuple):
        return "; ".join(person(v) if isinstance(v, Name) else str(v) for v in value)
    return value
