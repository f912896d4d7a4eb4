"""Pages as they were meant: digits that were misread as letters."""

from __future__ import annotations

import re

_LETTERS = "lIOoОоІ"  # the last three are Cyrillic
_DIGITS = str.maketrans(_LETTERS, "1100001")
_RANGE = re.compile(rf"([\d{_LETTERS}]{{1,6}})( ?[-–—]{{1,2}} ?)([\d{_LETTERS}]{{1,6}})", re.A)
_BEHIND_A_DIGIT = re.compile(rf"\d[{_LETTERS}]|^\d+\D+[{_LETTERS}]\d", re.A)
"""Or before one, where the first page has no letter: 12-l9 is in no series."""


def digits_meant(text: str) -> str | None:
    """A range whose ones and noughts were read as letters, in digits: "32l-329" is 321-329.

    None for all else: letters before the numbers are series (I12, O4), and so is one letter
    behind both (123O-125O, the talks of a meeting).
    """
    found = _RANGE.fullmatch(text)
    if not found or text.isdecimal() or not _BEHIND_A_DIGIT.search(text):
        return None
    first, dash, last = found.groups()
    if first[-1] == last[-1] in _LETTERS and (first[:-1] + last[:-1]).isdecimal():
        return None
    begin, end = first.translate(_DIGITS), last.translate(_DIGITS)
    return f"{begin}{dash}{end}" if len(begin) == len(end) and begin < end else None
