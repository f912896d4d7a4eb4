"""Dates, pages and counts of one work: the more precise of two that fit each other."""

from __future__ import annotations

import re

from validator.linkage import words
from validator.merging.writing import form, says_nothing
from validator.text import han, pages
from validator.text.dates import Date
from validator.text.patterns import lazy
from validator.text.unicode import fold

LONGEST = 100  # characters; nothing longer is a number

_LABELS = (
    words.VOLUME | words.EDITION | {"第", "卷", "巻", "期", "号", "號", "版", "집", "권", "호"}
)
_EAST_ASIAN = lazy("[第卷巻期号號版권호]")
_SUPPLEMENT = lazy(r"(?:suppl?(?:ement(?:um|s)?|s)?|增刊)(?=\b|\d|_)")
_ORDINAL = lazy(r"(\d+)(?:st|nd|rd|th|e|a|o)")


def is_dated_better(other: Date, kept: Date) -> bool:
    """Whether a date has a year where the other has none, or the other's parts and more."""
    if not kept.year:
        return bool(other.year) or (says_nothing(kept.raw) and not says_nothing(other.raw))
    if not other.year or (other.fault and not kept.fault):
        return False
    mine, its = _parts(kept), _parts(other)
    if mine == its:
        return bool(kept.fault or kept.approximate) and not (other.fault or other.approximate)
    return its.items() >= mine.items()


def dates_agree(kept: Date, other: Date) -> bool:
    """Whether a date says all that another says."""
    if says_nothing(other.raw) or kept == other:
        return True
    if not other.year:
        return other.undated or form(kept.raw) == form(other.raw)
    return bool(kept.year) and _parts(kept).items() >= _parts(other).items()


def _parts(date: Date) -> dict[str, int]:
    named = zip(("year", "month", "day", "end", "season"), date[1:6], strict=True)
    return {name: value for name, value in named if value is not None}


def are_more_pages(other: str, kept: str) -> bool:
    """Whether pages begin as the others do and go on: a range beside its first page, both ranges
    of an article that is continued. Pages are more than a count of pages."""
    mine, its = pages.parse(kept), pages.parse(other)
    if not mine or not its or not its.spans or its.is_count:
        return False
    if mine.is_count or not mine.spans:
        return True
    one, more = mine.spans[0], its.spans[0]
    if _page(one.first) != _page(more.first):
        return False
    if len(mine.spans) == 1 and one.first == one.last:
        return more.first != more.last and not more.descends
    fronts = zip(mine.spans, its.spans, strict=False)
    begins = all(_page(a.last) == _page(b.last) for a, b in fronts)
    return begins and len(its.spans) > len(mine.spans)


def has_pages(kept: str, other: str) -> bool:
    """Whether a page field names all pages of another: 1099-108 those of pp. 1099–1108 and 1099."""
    mine, its = pages.parse(kept), pages.parse(other)
    if not mine or not its or not mine.spans or mine.is_count or its.is_count:
        return form(kept) == form(other)
    return form(mine.plain) == form(its.plain) or are_more_pages(kept, other)


def _page(page: str) -> str:
    return page.casefold().lstrip("0")


def count_form(text: str) -> str:
    """The number of a volume, issue or edition without label and zeros: "4" of IV, "Vol. 04" and
    第四卷; "s1" of "Suppl. 1" and 增刊1."""
    return " ".join(_count(text)) or form(text)


def spans_more(other: str, kept: str) -> bool:
    """Whether an issue or volume is a double one that begins with the other: 3-4 beside 3."""
    mine, its = _count(kept), _count(other)
    if len(mine) != 1 or len(its) != 2 or mine[0] != its[0]:
        return False
    return all(map(str.isdecimal, its)) and 0 < int(its[1]) - int(its[0]) < 12


def _count(text: str) -> list[str]:
    if len(text) > LONGEST:
        return []
    folded = fold(han.numerals(text))
    if not folded.isascii():
        number = han.number(folded)
        folded = str(number) if number is not None else _EAST_ASIAN.sub(" ", folded)
    folded = re.sub(r"\bs +(?=\d)", "s", _SUPPLEMENT.sub("s ", folded))
    tokens = folded.split()
    if len(tokens) > 1:
        tokens = [token for token in tokens if token not in _LABELS] or tokens
    return [_digits(token) for token in tokens]


def _digits(token: str) -> str:
    token = words.ROMAN.get(token) or words.NUMBERS.get(token) or token
    ordinal = _ORDINAL.fullmatch(token)
    token = ordinal[1] if ordinal else token
    return (token.lstrip("0") or "0") if token.isdecimal() else token
