"""Dates as the formats give them: ISO 8601, EDTF, month names, Chinese and era years."""

from __future__ import annotations

import re

from validator.text.date_types import Date, Fault, place

__all__ = [
    "Date",
    "Fault",
    "announces",
    "fault",
    "in_digits",
    "is_undated",
    "mended",
    "of_fields",
    "parse",
]

LONGEST = 200  # characters; no date is longer, and nothing longer is taken apart

_QUICK = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def parse(text: str) -> Date:
    """Read a date. Never raises: what is wrong with it is its ``fault``.

    Forms: ISO 8601-1 and EDTF levels 0 and 1 (ISO 8601-2), what RIS, PubMed and Web of Science
    write, month names of European languages, Chinese, Japanese and Korean dates. Years of
    Chinese and Japanese eras, of the Republic of China and of Dangun are converted; Buddhist,
    Hijri and Hebrew years are not, since other calendars begin their year on other days.
    """
    if len(text) < 11 and text.isascii() and (plain := _plain(text)):
        return plain
    if len(text) > LONGEST:
        return Date(text, fault=Fault.NO_YEAR)
    from validator.text import date_forms

    return date_forms.read(text)


def _plain(text: str) -> Date | None:
    """A date of ISO 8601 without anything to think about: 2015, 2015-03, 2015-03-15."""
    found = _QUICK.fullmatch(text)
    if not found or not "1000" <= found[1] <= "2999":
        return None
    month, day = found[2], found[3]
    if (month and not "01" <= month <= "12") or (day and not "01" <= day <= "28"):
        return None
    return Date(text, int(found[1]), int(month) if month else None, int(day) if day else None)


def of_fields(year: str, month: str = "", day: str = "") -> Date:
    """A date whose parts stand in fields of their own, where 13 is a month that does not exist.

    In one text "2010-13" is a range of years.
    """
    parts = [year, month, day]
    while not parts[-1] and len(parts) > 1:
        parts.pop()
    text = "-".join(parts)
    if all(part.isdecimal() for part in parts if part) and len(year) == 4:
        numbers = [int(part) if part else None for part in (month, day)]
        return place(int(year), *numbers)._replace(raw=text)
    return parse(text)


def fault(date: Date) -> Fault | None:
    """What is wrong with a date, also with one that was put together from its parts."""
    if date.fault or (date.month is None and date.day is None):
        return date.fault
    return place(date.year or 2000, date.month, date.day).fault


def in_digits(text: str) -> str | None:
    """A date with units in the form of ISO 8601: 2016年9月 is 2016-09; None for any other."""
    from validator.text import date_mending

    return date_mending.in_digits(text)


def mended(date: Date) -> str | None:
    """A date without a year as it was meant: "2O21" is 2021; None where that is not known."""
    from validator.text import date_mending

    return date_mending.mended(date)


def is_undated(text: str) -> bool:
    """Whether a text says that there is no date, or none yet: ``n.d.``, ``in press``."""
    if not text or len(text) > LONGEST:
        return False
    from validator.text import date_forms

    return date_forms.is_undated(text)


def announces(text: str) -> bool:
    """Whether a note or status says that the work is yet to come: "to appear in ...", 待刊."""
    if not text:
        return False
    from validator.text import date_forms

    return date_forms.announces(text[:2000])
