"""Pages as read: single pages and ranges, and how they compare."""

from __future__ import annotations

import re
from typing import NamedTuple

DASHES = "-‐‑‒–—―−─﹣－~∼〜～〰"
"""Characters that stand between the ends of a range somewhere."""

_PARTS = re.compile(r"(.*?)(\d+)([^\W\d_]{0,3}\*?)", re.S)
_ROMAN = re.compile(r"m{0,4}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})", re.I)
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


class Span(NamedTuple):
    """A page or a range, its end written out: ``1099-108`` is 1099 to 1108."""

    first: str
    last: str

    @property
    def descends(self) -> bool:
        """Whether the last page comes before the first; False where they do not compare."""
        if self.first.isdecimal() and self.last.isdecimal():
            return int(self.first) > int(self.last)
        a, b = ordinal(self.first), ordinal(self.last)
        return a is not None and b is not None and a[0] == b[0] and a[1:] > b[1:]


class Pages(NamedTuple):
    """What a page field says. ``spans`` is empty where it declares that there are no pages."""

    raw: str
    spans: tuple[Span, ...] = ()
    label: bool = False  # "pp.", "页" and their like
    is_count: bool = False  # "10 pages": how many, not which
    is_article_number: bool = False  # it says "Article 5"
    open_ended: bool = False  # 12ff., 12+

    @property
    def plain(self) -> str:
        """The pages without labels, ends written out: a normal form, which reads as itself."""
        return ", ".join(
            first if first == last else f"{first}{'--' if '-' in first + last else '-'}{last}"
            for first, last in self.spans
        )


def make_range(first: str, last: str) -> Span:
    """A range with its end written out, where that is abbreviated."""
    a, b = _PARTS.fullmatch(first), _PARTS.fullmatch(last)
    if a and b and a[1] == b[1] and any(map(str.isdigit, a[1])):
        return Span(first, last)  # 12:20-12:1: who writes the chapter twice abbreviates nothing
    if not a or not b or a[1].casefold() == b[1].casefold() != "":
        return Span(first, last) if not a or not b else Span(first, a[1] + _longer(a[2], b))
    if not a[1].casefold().endswith(b[1].casefold()):
        return Span(first, last)
    if a[1].isalpha() and not b[1] and len(a[2]) == len(b[2]) < 3 and a[2] > b[2]:
        return Span(f"{first}-{last}", f"{first}-{last}")  # B7-1: a section and its page
    article = len(a[2]) > 4 and not a[1] and len(b[2]) < 4 and not b[3]
    if article and (a[3] or _filled(a[2], b[2]) < a[2]):
        return Span(
            f"{first}-{last}", f"{first}-{last}"
        )  # 051102-1, 77350A-1: an article and its page
    return Span(first, a[1] + _longer(a[2], b))


def _longer(digits: str, last: re.Match[str]) -> str:
    return _filled(digits, last[2]) + last[3]


def _filled(first: str, last: str) -> str:
    return first[: max(0, len(first) - len(last))] + last


def ordinal(page: str) -> tuple[str, int, str] | None:
    """The series that a page counts in, its number and its letter; None where it has no number."""
    if found := _PARTS.fullmatch(page):
        return found[1].casefold(), int(found[2]), found[3].casefold()
    return ("roman", roman_value(page), "") if is_roman(page) else None


def is_roman(text: str) -> bool:
    """Whether a text is a roman number, of either case."""
    return text != "" and _ROMAN.fullmatch(text) is not None


def roman_value(text: str) -> int:
    """The value of a roman number: 14 of "xiv"."""
    values = [_ROMAN_DIGITS[c] for c in text.casefold()]
    later = (*values[1:], 0)
    return sum(-v if v < after else v for v, after in zip(values, later, strict=True))
