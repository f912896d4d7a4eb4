"""Pages that are none, or run backwards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Examples, rule
from validator.text import pages
from validator.text.page_mending import digits_meant

from ._formats import CATALOGUE_FORMATS  # noqa: TID251 - of this family
from ._paged import odd_pages, paged  # noqa: TID251 - of this family

PLACEHOLDERS = {"", "n/a", "na", "none", "null", "nan", "unknown", "tbd", "无", "未知"}
"""What VAL001 speaks of, compared without punctuation at the ends."""


MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(
    rf"(\d{{1,2}})-({'|'.join(MONTHS)})|({'|'.join(MONTHS)})-(\d{{1,2}})", re.IGNORECASE
)
_FLOAT = re.compile(r"(\d{1,6})\.0|\d(?:\.\d{1,6})?[eE]\+\d\d")
_DAY = re.compile(r"[34]\d{4}\.0")
"""The days since 1900 by which a spreadsheet counts dates, from 1982 on."""

_EASTERN_DATE = re.compile(r"(\d{1,2})[月월] ?(\d{1,2})[日일]")
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d([-/.])(0?[1-9]|1[0-2])\1(0?[1-9]|[12]\d|3[01])")
_UNDERSCORE = re.compile(r"(\d{2,5})_(\d{2,5})")


NOT_PAGES = "neither pages nor an article number"
A_DATE = "a spreadsheet has turned the pages into a date"
A_FLOAT = "a spreadsheet has turned the pages into a decimal number"
LETTERS = "letters stand for digits in the pages"
_ELL = re.compile(r"(?<![^\W\d_])l(?=\d)")


def _shapes() -> Examples:
    return (
        # clean
        paged("12"),
        paged("280-280"),
        paged("123--130"),
        paged("1099-108"),  # an abbreviated end
        paged("35-38+80"),  # GB/T 7714
        paged("1106-1111+1117"),
        paged("94-98,93"),
        paged("1:1-1:23"),  # LIPIcs
        paged("CD001234"),  # Cochrane
        paged("1043.e1-1043.e9"),  # Elsevier
        paged("e0123456"),
        paged("107979"),
        paged("024102-1-024102-7"),  # AIP
        paged("L31"),
        paged("S12–S18"),
        paged("xii-xv"),
        paged("xii-15"),
        paged("12ff."),
        paged("12+"),
        paged("9~15"),
        paged("１２－１５"),
        paged("١٢-١٥"),
        paged("Article 5, 23 pages"),
        paged("ARTN 123"),
        paged("A-1–A-10"),
        paged("A1, A7"),
        paged("395-9; discussion 399-400"),  # MEDLINE
        paged("12-5; quiz 23, 31"),
        paged("25-9: discussion 39-40"),
        paged("272s [P1574]"),  # the abstract of a meeting
        paged("12-15,封3"),  # the inside back cover
        paged("第01版"),  # a page of a newspaper
        paged("4_1-4_16"),  # J-STAGE
        paged("3rd cover"),
        paged("Suppl 12-15"),
        paged("B7-1"),  # a section and its page
        paged("jcs.123456"),
        paged("123O-125O"),  # the talks of a meeting
        paged("I12-I15"),  # of a supplement
        paged("l-lv"),
        paged("12a-12l"),
        paged("101-1–101-12"),
        paged("12-20–25"),  # chapter 12
        paged("in press"),
        paged("[n. pag.]"),
        paged("pp. 12-15"),  # PAG004
        paged("N/A"),  # VAL001
        paged("--"),
        paged("xii, 345 p. : ill. ; 23 cm", format="marcxml"),
        paged("349--462 (3 plates)"),
        paged("215202 (7pp)"),  # an article number of IOP, and how long it is
        paged("20 Nr. 9"),  # a find, by its number in the catalogue
        paged("12–18, Taf. 3"),
        paged("С. 12–18, табл. 3"),
        paged("11\\recto-11\\verso"),  # as BibLaTeX has them typed
        paged("132\\psq"),
        paged("扉页"),
        # faulty
        paged("123-", NOT_PAGES),
        paged("-130", NOT_PAGES),
        paged("9–15-", NOT_PAGES),
        paged("123-130.", NOT_PAGES, suggests="123-130"),
        paged("12-15,", NOT_PAGES, suggests="12-15"),
        paged("12 15", NOT_PAGES),
        paged("1-5-10", NOT_PAGES),
        paged("1234-1239 vol.2", NOT_PAGES),
        paged("n/a-n/a", NOT_PAGES),
        paged("10.1000/182", NOT_PAGES),
        paged("https://example.org/1", NOT_PAGES),
        paged("Suppl 3", NOT_PAGES),
        paged('"52-4, 64"', NOT_PAGES, suggests="52-4, 64"),
        paged("11-Sep", A_DATE),  # 9-11, or 11-9 for 11-19
        paged("Sep-11", A_DATE, suggests="9-11"),
        paged("04-May", A_DATE, suggests="4-5"),
        paged("Sep-21", A_DATE, suggests="9-21"),
        paged("9月11日", A_DATE, suggests="9-11"),
        paged("9/11/2010", NOT_PAGES),
        paged("2012/9/21", A_DATE, suggests="9-21"),
        paged("2012-09-21", A_DATE, suggests="9-21"),
        paged("12_21", NOT_PAGES, suggests="12-21"),
        paged("pp. 12–15.", NOT_PAGES, suggests="12–15"),
        paged("xx-xx", NOT_PAGES),  # of a template
        paged("263-301--77", NOT_PAGES),
        paged("15713-15729-99", NOT_PAGES),
        paged("123.0", A_FLOAT, suggests="123"),
        paged("45123.0", A_FLOAT),  # the page, or the day that the spreadsheet counts so
        paged("1.21E+03", A_FLOAT),
        paged("32l-329", LETTERS, suggests="321-329"),
        paged("12-l9", LETTERS, suggests="12-19"),
        paged("l45-l52", LETTERS, suggests="145-152"),
        paged("L45-L52"),
        paged("3OO3–3Ol3", LETTERS, suggests="3003–3013"),
        paged("1О5-112", LETTERS, suggests="105-112"),  # a Cyrillic letter
        paged("全文", NOT_PAGES),
        paged("стр.", NOT_PAGES),
        paged("This study examines how readers move their eyes.", NOT_PAGES),
    )


@rule(
    "PAG001",
    "pages-shape",
    severity=Severity.WARNING,
    examples=_shapes,
    reads=("page",),
    screen=odd_pages,
)
def pages_shape(record: Record) -> Iterator[Finding]:
    """The pages are neither a page, a range, a list nor an article number.

    Why: nobody finds the article by them, and they hide its duplicates. Spreadsheets turn 9-11 into
    11-Sep and 123 into 123.0, and readers of print take ones and noughts for letters.

    Not found: every form that a publisher or a style uses: roman numbers, supplements, jump pages
    (35-38+80), article numbers (e0123456, CD001234), article and page (1:1-1:23), abbreviated and
    open ends (1099-108, 12ff.), pages of newspapers; "in press"; placeholders, which are VAL001;
    extents in catalogue records; plates, figures and numbers of a catalogue behind the pages.

    Source: GB/T 7714-2015 8.8.3; the page forms of Crossref, PubMed, LIPIcs, AIP and Elsevier.
    """
    text = record.page
    if (digits := _without_ell(text)) and pages.parse(digits):
        yield Finding("page", LETTERS, text, suggestion=digits)
        return
    if pages.parse(text) is not None or record.provenance.format in CATALOGUE_FORMATS:
        return
    bare = text.strip(" \t\r\n.,;:-–—?")
    if bare.casefold() not in PLACEHOLDERS:
        if ends := _made_a_date(bare):
            meant = "{}-{}".format(*ends) if ends[0] < ends[1] else None
            yield Finding("page", A_DATE, text, suggestion=meant)
            return
        if number := _FLOAT.fullmatch(bare):
            meant = None if _DAY.fullmatch(bare) else number[1]
            yield Finding("page", A_FLOAT, text, suggestion=meant)
            return
        if meant := digits_meant(bare):
            yield Finding("page", LETTERS, text, suggestion=meant)
            return
        if (found := _UNDERSCORE.fullmatch(bare)) and int(found[1]) < int(found[2]):
            yield Finding("page", NOT_PAGES, text, suggestion=f"{found[1]}-{found[2]}")
            return
        mended = text.strip(" .,;:\"'")
        read = pages.parse(mended) if mended != text else None
        if read and read.label:
            mended = pages.without_labels(mended)
        yield Finding("page", NOT_PAGES, value=text, suggestion=mended if read else None)


def _without_ell(text: str) -> str:
    """The pages with ones for small letters l before digits, "" where there are none; Letters to
    the editor count with a capital (L12)."""
    return _ELL.sub("1", text) if _ELL.match(text) else ""


def _made_a_date(text: str) -> tuple[int, int] | None:
    """The two numbers of 11-Sep, 9月11日 or 2012/9/11 in their order; None for all else."""
    if found := _EASTERN_DATE.fullmatch(text):
        return int(found[1]), int(found[2])
    if found := _YEAR_FIRST.fullmatch(text):
        return int(found[2]), int(found[3])
    found = _DATE.fullmatch(text)
    if not found:
        return None
    month = MONTHS.index((found[2] or found[3]).lower()) + 1
    return (int(found[1]), month) if found[1] else (month, int(found[4]))


DESCENDING = "the last page comes before the first"


def _descents() -> Examples:
    return (
        # clean
        paged("12-15"),
        paged("1099-108"),
        paged("99-100"),
        paged("10-5"),  # 10 to 15, abbreviated
        paged("xii-15"),  # from roman to arabic numbers
        paged("A10-B5"),
        paged("12:1-11:5"),  # two article numbers
        paged("94-98,93"),  # a list goes where it likes
        paged("051102-1"),  # an article number and its page
        paged("024102-1-7"),
        paged("1043-50.e2"),
        paged("12–15頁"),
        # faulty
        paged("15-12", DESCENDING),
        paged("1099--1008", DESCENDING),
        paged("xv-xii", DESCENDING),
        paged("S18–S12", DESCENDING),
        paged("第15-12页", DESCENDING),
        paged("１５－１２", DESCENDING),
        paged("1043.e9-1043.e1", DESCENDING),
        paged("1-4, 20-18", DESCENDING),
    )


@rule(
    "PAG002",
    "pages-descending",
    severity=Severity.ERROR,
    examples=_descents,
    reads=("page",),
    screen=odd_pages,
)
def pages_descending(record: Record) -> Iterator[Finding]:
    """A range of pages ends before it begins.

    Why: one of the two numbers is mistyped, and the first page is what duplicates are found by.

    Not found: abbreviated ends, which are written out first; ends that count in two series
    (xii-15, A10-B5, two article numbers).

    Source: PubMed's and Chicago's rules of abbreviated ranges.
    """
    found = pages.parse(record.page)
    if found and any(span.descends for span in found.spans):
        yield Finding("page", DESCENDING, value=record.page)
