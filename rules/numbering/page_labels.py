"""Labels in pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Example, Examples, rule
from validator.text import pages
from validator.text.unicode import fold

from ._formats import CATALOGUE_FORMATS  # noqa: TID251 - of this family
from ._paged import odd_pages, paged  # noqa: TID251 - of this family

LABELLED = "a label stands in the pages"
COUNTED = "a number of pages stands in place of the pages"


def _labels() -> Examples:
    return (
        # clean
        paged("12-15"),
        paged("S12-S18"),
        paged("P05021"),  # an article number of JINST
        paged("p123"),
        Example(Record(page="p123", container_title="BMJ")),  # its article numbers of 2022 and 2023
        paged("3p"),
        paged("12 f."),
        paged("Article 5, 23 pages"),
        paged("第01版"),
        paged("扉页"),  # no count
        paged("版權頁"),
        paged("PP-12"),
        paged("[n. pag.]"),
        paged("345 p.", format="marc"),
        paged("275P"),  # the number of a poster
        # faulty
        paged("pp. 12-15", LABELLED, suggests="12-15"),
        paged("p. 12", LABELLED, suggests="12"),
        paged("pp.12–pp.15", LABELLED, suggests="12–15"),
        paged("Pages 12--15", LABELLED, suggests="12--15"),
        paged("S. 12-15", LABELLED, suggests="12-15"),
        paged("С. 12–15", LABELLED, suggests="12–15"),
        paged("págs. 12-15", LABELLED, suggests="12-15"),
        paged("pagg. 12-15", LABELLED, suggests="12-15"),
        paged("页码：12-15", LABELLED, suggests="12-15"),
        paged("12-15 p.", LABELLED, suggests="12-15"),
        paged("第1页", LABELLED, suggests="1"),
        paged("第1-5页", LABELLED, suggests="1-5"),
        paged("12-15頁", LABELLED, suggests="12-15"),
        paged("12-15쪽", LABELLED, suggests="12-15"),
        paged("ｐｐ．12－15", LABELLED, suggests="12-15"),
        paged("12쪽-15쪽", LABELLED, suggests="12-15"),
        paged("12-15ページ", LABELLED, suggests="12-15"),
        paged("صص ١٢-١٥", LABELLED, suggests="١٢-١٥"),
        paged("עמ' 12-15", LABELLED, suggests="12-15"),
        paged("σσ. 12–15", LABELLED, suggests="12–15"),
        paged("หน้า 12-15", LABELLED, suggests="12-15"),
        paged("p806--811", LABELLED, suggests="806--811"),
        Example(Record(page="p12", container_title="Neuron"), (LABELLED,), "12"),
        paged("10 pages", COUNTED, suggests=""),  # moved to number-of-pages
        paged("12页", COUNTED, suggests=""),
        paged("ix, 345 p.", COUNTED),
        paged("215 P", COUNTED),
        paged("2, pp. 524-532", LABELLED),  # is 2 a page or the volume?
    )


_INSIDE = re.compile(r"^\s*\d+\s*[,;:]\s*pp?\b", re.IGNORECASE)
"""A number before the label: what it counts, only the label told."""

_GLUED = re.compile(r"p([1-9]\d{0,3}(?P<range>\s*[-–—]+\s*p?\d{1,4})?)")
_BMJ = ("bmj", "british medical journal")


@rule(
    "PAG004",
    "pages-labels",
    severity=Severity.WARNING,
    examples=_labels,
    reads=("page",),
    screen=odd_pages,
)
def pages_labels(record: Record) -> Iterator[Finding]:
    """The pages carry their label: "pp.", "S.", 页; or say how many they are.

    Why: a citation style writes the label itself, so it comes out twice.

    Not found: letters that belong to the page (S12, P05021, p123 of the BMJ or of a journal that
    is not named), words for an article number, pages of newspapers (第01版), catalogue records.

    Source: the variable ``page`` of CSL; Help:CS1 errors, "extra text".
    """
    text = record.page
    if text.isdigit():
        return
    found = pages.parse(text)
    if not found or record.provenance.format in CATALOGUE_FORMATS:
        return
    if not found.label:
        glued = _GLUED.fullmatch(text) if text.startswith("p") else None
        if glued and (glued["range"] or _is_paged_journal(record)):
            bare = glued[1].replace("p", "")
            yield Finding("page", LABELLED, value=text, suggestion=bare, safe=True)
        return
    if found.is_count:
        count = pages.without_labels(text).strip(" ()[]")
        moves = (("number-of-pages", count),) if not record.number_of_pages else ()
        yield Finding("page", COUNTED, text, suggestion="" if moves else None, moves=moves)
        return
    if _INSIDE.search(text):
        yield Finding("page", LABELLED, value=text)
        return
    bare = pages.without_labels(text)
    again = pages.parse(bare)
    if again is None or again.label or again.spans != found.spans:
        bare = found.plain
    yield Finding("page", LABELLED, value=text, suggestion=bare, safe=True)


def _is_paged_journal(record: Record) -> bool:
    """Whether it stands in something named that has no article numbers of a letter p."""
    journal = record.container_title
    return journal != "" and not fold(journal).startswith(_BMJ)
