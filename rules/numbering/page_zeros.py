"""Pages padded with zeros."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import rule
from validator.text import pages

from ._paged import odd_pages, paged  # noqa: TID251 - of this family

ZEROS = "leading zeros in the pages"

PADDED = (
    # clean
    paged("12-18"),
    paged("012345"),  # an article number
    paged("045"),  # so are those of JHEP
    paged("e0123456"),
    paged("024102-1-7"),
    paged("012345-012350"),
    paged("0-5"),
    paged("００１-００８"),  # CJK011 first
    # padded
    paged("0012-0018", ZEROS, suggests="12-18"),
    paged("012–018", ZEROS, suggests="12–18"),
    paged("099--105", ZEROS, suggests="99--105"),
    paged("001-008", ZEROS, suggests="1-8"),
)

_PADDED = re.compile(r"\s*0+(\d{1,3})(\s*\D{1,3}\s*)0*(\d{1,4})\s*")


@rule(
    "PAG005",
    "pages-leading-zero",
    severity=Severity.INFO,
    examples=PADDED,
    reads=("page",),
    screen=odd_pages,
)
def pages_leading_zero(record: Record) -> Iterator[Finding]:
    """A range of pages is padded with zeros.

    Why: it is the number of an image or of a file, and does not match the page in other sources.

    Not found: single numbers, which may be article numbers (045 in JHEP, 012345), and numbers of
    more than four digits.

    Source: Crossref asks for pages as printed.
    """
    text = record.page
    if "0" not in text and text.isascii():
        return
    found = _PADDED.fullmatch(text)
    if found and len(text.strip()) < 14 and pages.dash(text):
        first, dash, last = found.groups()
        if len(found[0].strip().split(dash)[0]) < 5:
            plain = f"{int(first)}{dash}{int(last)}"
            yield Finding("page", ZEROS, value=text, suggestion=plain, safe=True)
