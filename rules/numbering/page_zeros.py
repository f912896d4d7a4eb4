"""Pages padded with zeros."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Examples, rule
from validator.text.page_types import DASHES

from ._paged import odd_pages, paged  # noqa: TID251 - of this family

ZEROS = "leading zeros in the pages"


def _padded() -> Examples:
    return (
        # clean
        paged("12-18"),
        paged("012345"),  # an article number
        paged("045"),  # so are those of JHEP
        paged("e0123456"),
        paged("024102-1-7"),
        paged("012345-012350"),
        paged("0-5"),
        paged("12-18, 045"),
        paged("012345-012350, 012361"),
        paged("００１-００８"),  # CJK011 first
        paged("082-108"),  # 102 misread
        # padded
        paged("0012-0018", ZEROS, suggests="12-18"),
        paged("012–018", ZEROS, suggests="12–18"),
        paged("001-008", ZEROS, suggests="1-8"),
        paged("055-78", ZEROS, suggests="55-78"),
        paged("012-018, 0199-0201", ZEROS, suggests="12-18, 199-201"),
        paged("0012–0018+0020", ZEROS, suggests="12–18+20"),
    )


_PART = re.compile(rf"(\d{{1,4}})(?:(\s{{0,2}}[{DASHES}]{{1,3}}\s{{0,2}})(\d{{1,4}}))?", re.A)
_BETWEEN = re.compile(r"(\s{0,2}[,;+]\s{0,2})")
LONGEST = 80  # characters of a list of pages


@rule(
    "PAG005",
    "pages-leading-zero",
    severity=Severity.INFO,
    examples=_padded,
    reads=("page",),
    screen=odd_pages,
)
def pages_leading_zero(record: Record) -> Iterator[Finding]:
    """A range of pages is padded with zeros, by itself or in a list.

    Why: it is the number of an image or of a file, and does not match the page in other sources.

    Not found: single numbers, which may be article numbers (045 in JHEP, 012345), numbers of more
    than four digits, and ranges of two equally long numbers of which one alone begins with a
    zero: it may be misread.

    Source: Crossref asks for pages as printed.
    """
    text = record.page
    if "0" not in text and text.isascii():
        return
    plain = without_zeros(text.strip()) if len(text) < LONGEST else None
    if plain is not None:
        yield Finding("page", ZEROS, value=text, suggestion=plain, safe=True)


def without_zeros(text: str) -> str | None:
    """The pages without leading zeros; None unless all are numbers and a range is padded."""
    plain, padded = [], False
    for place, part in enumerate(_BETWEEN.split(text)):
        if place % 2:
            plain.append(part)
            continue
        found = _PART.fullmatch(part)
        if not found:
            return None
        first, dash, last = found.groups("")
        is_sure = last[:1] == "0" or 0 < len(last) < len(first)  # else a digit may be misread
        padded |= first[0] == "0" and first != "0" and is_sure
        plain.append(f"{int(first)}{dash}{int(last) if last else ''}")
    return "".join(plain) if padded else None
