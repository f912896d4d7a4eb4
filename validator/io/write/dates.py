"""Dates as text that is read back as the same date."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from validator.text import dates
from validator.text.dates import Date


def same(one: Date | None, other: Date | None) -> bool:
    """Whether two dates say the same, in whatever words."""
    if one is None or other is None:
        return one is other
    return one[1:] == other[1:]


def is_plain(date: Date) -> bool:
    """Whether a date is a year of four digits, with a month and a day if any, and nothing more."""
    return (
        date.year is not None
        and 0 <= date.year <= 9999
        and date == Date(date.raw, date.year, date.month, date.day)
        and not (date.day and not date.month)
    )


def iso(date: Date) -> str:
    """A date as ISO 8601 or EDTF writes it, as far as its parts say it; "" without a year."""
    if date.year is None:
        return ""
    text = _year(date.year)
    if date.season:
        text += f"-{date.season}"
    elif date.month:
        text += f"-{date.month:02}"
        if date.day:
            text += f"-{date.day:02}"
    if date.end_year:
        text += f"/{_year(date.end_year)}"
    return text + ("~" if date.approximate else "")


def _year(year: int) -> str:
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def written(
    date: Date, forms: Iterable[str] = (), read: Callable[[str], Date] = dates.parse
) -> str:
    """The first of the forms, the date as it stood, and ISO 8601, that is read back as the date;
    as it stood where none is."""
    for form in (*forms, date.raw, iso(date)):
        if form and same(read(form), date):
            return form
    return date.raw or iso(date)
