"""What the tests of XML formats share: text read in a format, its values as a table says them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from shared import SHARED

from validator.finding import Fault
from validator.io import Input, Opened, items, read_text
from validator.io.xml.kinds import by_bytes
from validator.record import Record

PAGES = Path(__file__).parents[1] / "docs" / "formats"


def read(text: str, form: str) -> list[Record | Fault]:
    """The records and faults of a text that is recognised as the format."""
    assert by_bytes(text.encode()) in (form, "")
    return list(read_text(text, form))


def one(text: str, form: str) -> Record:
    """The only record of a text, none of it a fault."""
    (record,) = read(text, form)
    assert isinstance(record, Record), record
    return record


def said(record: Record, attribute: str) -> Any:
    """A value as a table can hold it: names, dates and lists as text; ``parallel.title``."""
    part, _, name = attribute.rpartition(".")
    value = getattr(record.parallel if part else record, name)
    if isinstance(value, tuple) and hasattr(value, "raw"):
        return value.raw
    return "; ".join(map(str, value)) if isinstance(value, tuple) else value


def differences(record: Record, expected: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """The attributes of a record that are not as expected: what is there, what should be."""
    found = {name: said(record, name) for name in expected}
    return {name: (found[name], value) for name, value in expected.items() if found[name] != value}


def shared_files(folder: str) -> list[Path]:
    """The real files of a format, where they are there."""
    return sorted((SHARED / "data/formats" / folder).glob("*.xml"))


def opened(path: Path) -> Iterator[Record | Fault]:
    """The records and faults of a file, its format told by its content."""
    with Opened(Input(str(path), path.name, named=True)) as source:
        yield from items(source)


def named_on_page(form: str, names: Iterator[str] | tuple[str, ...]) -> list[str]:
    """The names that the page of a format in the manual has not."""
    page = (PAGES / f"{form}.md").read_text(encoding="utf-8")
    return [name for name in names if f"`{name}`" not in page]
