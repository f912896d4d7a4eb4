"""Pages as the formats give them: ranges, lists, article numbers, in any script."""

from __future__ import annotations

import re
from functools import lru_cache

from validator.text.page_types import DASHES, Pages, Span, make_range, ordinal

__all__ = [
    "Pages",
    "Span",
    "dash",
    "first_page",
    "is_plain",
    "last_page",
    "page_range",
    "parse",
    "with_dash",
    "without_labels",
]

LONGEST = 1000  # characters; no list of pages is longer, and nothing longer is taken apart

_QUICK = re.compile(r"(\d{1,12})(?: ?(?:--?|–) ?(\d{1,12}))?", re.A)
_RANGE = re.compile(rf"(\s*\w[\w.:]{{0,30}}\s*)([{DASHES}]+)(\s*\w[\w.:]{{0,30}}\s*)")


def parse(text: str) -> Pages | None:
    """Read a page field; None where it is neither pages nor an article number. Never raises.

    The forms are those of GB/T 7714 (``35-38+80``), LIPIcs (``1:1-1:23``), Cochrane
    (``CD001234``), Elsevier (``1043.e1-1043.e9``), AIP (``024102-1-7``), PubMed (``1099-108``)
    and of print: roman numbers, supplements, lists, ``12ff.``
    """
    return _parse(text) if len(text) <= LONGEST else None


@lru_cache(maxsize=4096)  # several rules and linkage ask for the same pages
def _parse(text: str) -> Pages | None:
    found = _QUICK.fullmatch(text)
    if found:
        first, last = found[1], found[2] or found[1]
        span = make_range(first, last) if len(last) < len(first) else Span(first, last)
        return Pages(text, (span,))
    if not text:
        return None
    from validator.text import page_forms

    return page_forms.read(text)


def is_plain(text: str) -> bool:
    """Whether the pages are one number, or two in rising order: as most are, and beyond doubt."""
    return _simple(text)[0]


@lru_cache(maxsize=256)  # the rules of one record ask for the same pages one after the other
def _simple(text: str) -> tuple[bool, str]:
    """Whether the pages are plain, and the dash of numbers that are one range."""
    mark = "–" if "–" in text else "--" if "--" in text else "-"
    first, mark, last = text.partition(mark)
    if not _is_number(first) or (mark and not _is_number(last)):
        return False, ""
    return not mark or (len(first), first) <= (len(last), last), mark


def _is_number(text: str) -> bool:
    return text.isdecimal() and text.isascii() and text[0] != "0" and len(text) <= 12


def first_page(text: str) -> str:
    """The first page, for comparison: "S12" of "pp. S12–18"; "" where none can be read."""
    pages = parse(text)
    return _bare(pages.spans[0].first) if pages and pages.spans else ""


def last_page(text: str) -> str:
    """The last page of the first range, written out: "1108" of "1099-108"; of "12" it is "12"."""
    pages = parse(text)
    return _bare(pages.spans[0].last) if pages and pages.spans else ""


def page_range(text: str) -> tuple[int, int] | None:
    """The first range as numbers, a single page as a range of one.

    None where the two ends do not count in one series: ``xii-15``, ``A1-B2``.
    """
    pages = parse(text)
    if not pages or not pages.spans or pages.is_count:
        return None
    first, last = map(ordinal, pages.spans[0])
    if first is None or last is None or first[0] != last[0]:
        return None
    if first == last and any(map(str.isdigit, first[0])):
        return None  # CD001234.pub2 is no page 2
    return first[1], last[1]


def dash(text: str) -> str:
    """The dash of a range as it is written: "–" of "12–15"; "" for all that is not one range."""
    if mark := _simple(text)[1]:
        return mark
    found = _RANGE.fullmatch(text) if len(text) < 80 else None
    return found[2] if found else ""


def with_dash(text: str, mark: str) -> str:
    """One range written with another dash; anything else as it is."""
    found = _RANGE.fullmatch(text) if len(text) < 80 else None
    return f"{found[1]}{mark}{found[3]}" if found else text


def without_labels(text: str) -> str:
    """A page field without "pp." before or "页" after its pages, otherwise as it is."""
    from validator.text import page_forms

    return page_forms.without_labels(text)


def _bare(page: str) -> str:
    """A number without leading zeros; anything else as it is."""
    return (page.lstrip("0") or "0") if page.isdecimal() else page
