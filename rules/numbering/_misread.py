"""Volumes and issues that a spreadsheet changed, or that hold more than their number."""

from __future__ import annotations

import re
from typing import NamedTuple

from validator.text.patterns import lazy

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "|".join(MONTHS)
_DATE = lazy(
    rf"(?P<day>\d{{1,2}})[- ](?P<month>{_MONTH})|(?P<month2>{_MONTH})[- ](?P<day2>\d{{1,2}})"
    r"|(?P<month3>\d{1,2})[月월] ?(?P<day3>\d{1,2})[日일]"
    r"|(?:19|20)\d\d(?P<sep>[-/.])(?P<month4>\d{1,2})(?P=sep)(?P<day4>\d{1,2})"
    r"(?:[ T]00:00(?::00)?)?",
    re.IGNORECASE | re.ASCII,
)
_DECIMAL = lazy(r"(\d{1,4})\.0")
_EXPONENT = lazy(r"(\d)(?:\.(\d{1,3}))?E\+0?([1-3])", re.IGNORECASE)
_CITATION = lazy(
    r"(?:vol(?:ume|\.)?\s{0,2})?(?P<volume>[A-Z]?\d{1,4})\s{0,2}"
    r"(?:[(（]\s?(?P<issue>[A-Z]?\d{1,4}(?:\s?[-–/]\s?\d{1,4})?)\s?[)）]\s{0,2}[:,;：，]\s{0,2}(?:pp?\.?\s?)?"
    r"(?P<page>[A-Za-z]?\d{1,6}(?:\s?[-–—]{1,2}\s?[A-Za-z]?\d{1,6})?)"
    r"|[:,;：，]\s{0,2}(?:pp?\.?\s?)?(?P<range>[A-Za-z]?\d{1,6}\s?[-–—]{1,2}\s?[A-Za-z]?\d{1,6}))\.?",
    re.IGNORECASE,
)
_STRAY = lazy(
    r"\(([\w/–-]{1,12})\)|(?:\['|\[\"|\{|\()?([A-Za-z]?\d[\w/–-]{0,11})(?:'\]|\"\]|[}),;:.])"
)
_LABEL = "(?:pp?\\.|pages|页码[:：]?)"
_ISSUE_AND_PAGES = lazy(
    rf"(?:(?P<issue>[A-Z]?\d{{1,4}})\s?(?:[,;，；]?\s?{_LABEL}|[:：])|{_LABEL})\s?"
    r"(?P<page>\d{1,6}\s?[-–]{1,2}\s?\d{1,6})",
    re.IGNORECASE,
)
NEAREST = 3  # numbers of one issue lie side by side: 1-2, 10-12


class Whole(NamedTuple):
    """What a field holds that is a place in a journal, not one number of it."""

    volume: str
    issue: str
    page: str


def of_spreadsheet(text: str) -> tuple[int, int] | None:
    """The two numbers of which a spreadsheet made a date (2-Jan, 1月2日), the lesser first."""
    found = _DATE.fullmatch(text)
    if not found:
        return None
    named = {key[:3]: value for key, value in found.groupdict().items() if value}
    month = named["mon"].lower()
    number = int(month) if month.isdecimal() else MONTHS.index(month) + 1
    first, last = sorted((number, int(named["day"])))
    return first, last


def is_span(first: int, last: int) -> bool:
    """Whether two numbers may be those of one issue."""
    return 0 < first < last <= min(first + NEAREST, 99)


def without_decimals(text: str) -> str | None:
    """The number of "151.0" and "1.51E+02"; "" where digits were rounded off, None for all else."""
    if found := _DECIMAL.fullmatch(text):
        return found[1]
    if found := _EXPONENT.fullmatch(text):
        digits = found[2] or ""
        return found[1] + digits if len(digits) == int(found[3]) else ""
    return None


def citation(text: str) -> Whole | None:
    """The parts of "12(3):45-67" and "12:45-67"."""
    found = _CITATION.fullmatch(text)
    if not found:
        return None
    return Whole(found["volume"], found["issue"] or "", found["page"] or found["range"])


def without_stray(text: str) -> str | None:
    """A number without the mark or brackets at its edges: "12," is 12, "(3)" is 3; "" where half a
    bracket is left of what was cut ("1)" of "62(Suppl 1)"), None for all else.
    """
    found = _STRAY.fullmatch(text)
    if not found:
        return None
    is_half = text.count("(") != text.count(")") or text.count("{") != text.count("}")
    return "" if is_half else found[1] or found[2]


def issue_and_pages(text: str) -> tuple[str, str] | None:
    """The issue and the pages of "3, pp. 12-19" and "3:12-19", the issue "" for "pp. 12-19".

    "3, 5-7" may be issues.
    """
    found = _ISSUE_AND_PAGES.fullmatch(text)
    return (found["issue"] or "", found["page"]) if found else None
