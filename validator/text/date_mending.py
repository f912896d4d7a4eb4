"""Dates with a slip of the hand or in another calendar, as they were surely meant."""

from __future__ import annotations

import re
import unicodedata

from validator.text.date_forms import LISTS, read, without_stray
from validator.text.date_types import Date, Fault
from validator.text.patterns import lazy

THAI_YEARS = 543
"""What a Buddhist year of Thailand counts more, from 2484 (1941) on, when it began in January."""

_TOKEN = re.compile(r"[^\W_]+")
_LOOK_ALIKE = str.maketrans({"O": "0", "o": "0", "О": "0", "о": "0", "l": "1", "I": "1", "i": "1"})
_SPACED = re.compile(r"([12]) ?(\d) ?(\d) ?(\d)")
_THAI = re.compile(r"(?:[\u0e01-\u0e2e].*?|\bB\. ?E\. ?)(\d{4})")


def mended(date: Date) -> str | None:
    """The date as it was meant: 2O21 is 2021, 19 98 is 1998, พ.ศ. 2563 is 2020; else None."""
    text = "".join(str(unicodedata.decimal(c, c)) for c in date.raw)
    if date.fault is Fault.TWO_YEARS:
        years = re.findall(r"\d{4}", text)
        return "/".join(years) if len(years) == 2 and int(years[1]) == int(years[0]) + 1 else None
    if date.fault is Fault.STRAY:
        bare = date.raw.strip()
        if bare[:2] in LISTS:
            return bare[1:-1].strip("'\"")
        rest = without_stray(bare)
        return (in_digits(rest) if rest else None) or rest
    if date.fault is Fault.CALENDAR:
        found = _THAI.search(text)
        return str(int(found[1]) - THAI_YEARS) if found and int(found[1]) > 2483 else None
    if date.fault is not Fault.NO_YEAR:
        return None
    if found := _SPACED.fullmatch(text.strip()):
        return _if_a_date("".join(found.groups()))
    return _if_a_date(_TOKEN.sub(_digits, text)) if len(text) < 40 else None


_UNITED = lazy(r"\s*(\d{4})\s?[年년](?:\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日號号일])?)?\s*")


def in_digits(text: str) -> str | None:
    """A date with units in the form of ISO 8601: 2016年9月 is 2016-09; None for any other."""
    found = _UNITED.fullmatch(text)
    return "-".join(part.zfill(2) for part in found.groups() if part) if found else None


def _digits(token: re.Match[str]) -> str:
    """A year with letters that look like digits, in digits; any other word as it is."""
    word = token[0]
    if len(word) != 4 or sum(map(str.isdigit, word)) < 2:
        return word
    digits = word.translate(_LOOK_ALIKE)
    return digits if digits.isdecimal() else word


def _if_a_date(text: str) -> str | None:
    date = read(text)
    return text if date.fault is None and date.year and 1400 < date.year < 2100 else None
