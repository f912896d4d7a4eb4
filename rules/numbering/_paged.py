"""What the rules of pages share."""

from __future__ import annotations

from validator.record import Provenance, Record
from validator.registry import Example
from validator.text import pages


def paged(page: str, *says: str, suggests: str | None = None, format: str = "") -> Example:
    return Example(Record(page=page, provenance=Provenance(format=format)), says, suggests)


def odd_pages(record: Record) -> bool:
    """A screen: the pages are more than one number, or two in rising order."""
    return not pages.is_plain(record.page)
