"""A date as read, and what can be wrong with it."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Fault(Enum):
    """What is wrong with a date."""

    EMPTY = "a placeholder stands for the date"
    NO_YEAR = "no four-digit year can be read"
    TWO_YEARS = "two years run together"
    STRAY = "punctuation beside the date"
    ACCESS = "the date of access stands for the date"
    CALENDAR = "the year counts in another calendar"
    MONTH = "no such month"
    DAY = "no such day in this month"
    TIME = "no such time of day"
    ERA = "no such year in this era"
    LONE_DAY = "a day without a month"
    BACKWARDS = "a range that ends before it begins"


class Date(NamedTuple):
    """A date as read. ``year`` is None where none can be read, and where it is not said exactly
    (``199X``) or not at all (``n.d.``). ``month`` and ``day`` are None where they do not exist.
    """

    raw: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_year: int | None = None  # of a range that ends in a later year
    season: int | None = None  # 21 to 41, the codes of EDTF: 21 is spring, 33 the first quarter
    approximate: bool = False
    undated: bool = False  # it says that there is no date, or none yet: "n.d.", "in press"
    fault: Fault | None = None

    def __str__(self) -> str:
        return self.raw


DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def place(year: int, month: int | None, day: int | None, end: int | None = None) -> Date:
    """A date of these parts, those that do not exist left out and named as its fault.

    The numbers 21 to 41 in the place of a month are seasons, quarters and halves of EDTF.
    """
    end = end if end is not None and end > year else None
    if month is None:
        return Date("", year, end_year=end, fault=Fault.LONE_DAY if day is not None else None)
    if 21 <= month <= 41 and day is None:
        return Date("", year, end_year=end, season=month)
    if not 1 <= month <= 12:
        return Date("", year, end_year=end, fault=Fault.MONTH)
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    last = 28 if month == 2 and not leap else DAYS_IN_MONTH[month - 1]
    if day is not None and not 1 <= day <= last:
        return Date("", year, month, end_year=end, fault=Fault.DAY)
    return Date("", year, month, day, end)
