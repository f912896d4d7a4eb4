"""Faults in pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from validator.finding import Finding, Severity
from validator.record import Provenance, Record
from validator.registry import Count, Example, Fact, Ref, collection_rule, rule
from validator.text import pages
from validator.text.unicode import fold

from ._formats import CATALOGUE_FORMATS  # noqa: TID251 - of this family

PLACEHOLDERS = {"", "n/a", "na", "none", "null", "nan", "unknown", "tbd", "无", "未知"}
"""What VAL001 speaks of, compared without punctuation at the ends."""


MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(
    rf"(\d{{1,2}})-({'|'.join(MONTHS)})|({'|'.join(MONTHS)})-(\d{{1,2}})", re.IGNORECASE
)
_EASTERN_DATE = re.compile(r"(\d{1,2})[月월] ?(\d{1,2})[日일]")


def paged(page: str, *says: str, suggests: str | None = None, format: str = "") -> Example:
    return Example(Record(page=page, provenance=Provenance(format=format)), says, suggests)


def odd_pages(record: Record) -> bool:
    """A screen: the pages are more than one number, or two in rising order."""
    return not pages.is_plain(record.page)


NOT_PAGES = "neither pages nor an article number"
A_DATE = "a spreadsheet has made a date of the pages"

SHAPES = (
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
    paged("in press"),
    paged("[n. pag.]"),
    paged("pp. 12-15"),  # PAG004
    paged("N/A"),  # VAL001
    paged("--"),
    paged("xii, 345 p. : ill. ; 23 cm", format="marcxml"),
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
    paged("11-Sep", A_DATE, suggests="9-11"),
    paged("04-May", A_DATE, suggests="4-5"),
    paged("Sep-21", A_DATE, suggests="9-21"),
    paged("9月11日", A_DATE, suggests="9-11"),
    paged("9/11/2010", NOT_PAGES),
    paged("pp. 12–15.", NOT_PAGES, suggests="12–15"),
    paged("xx-xx", NOT_PAGES),  # of a template
    paged("全文", NOT_PAGES),
    paged("стр.", NOT_PAGES),
    paged("This study examines how readers move their eyes.", NOT_PAGES),
)


@rule(
    "PAG001",
    "pages-shape",
    severity=Severity.WARNING,
    examples=SHAPES,
    reads=("page",),
    screen=odd_pages,
)
def pages_shape(record: Record) -> Iterator[Finding]:
    """The pages are neither a page, a range, a list nor an article number.

    Why: nobody finds the article by them, and they hide its duplicates. Spreadsheets turn 9-11 into
    11-Sep.

    Not found: every form that a publisher or a style uses: roman numbers, supplements, jump pages
    (35-38+80), article numbers (e0123456, CD001234), article and page (1:1-1:23), abbreviated and
    open ends (1099-108, 12ff.), pages of newspapers; "in press"; placeholders, which are VAL001;
    extents in catalogue records.

    Source: GB/T 7714-2015 8.8.3; the page forms of Crossref, PubMed, LIPIcs, AIP and Elsevier.
    """
    text = record.page
    if pages.parse(text) is not None or record.provenance.format in CATALOGUE_FORMATS:
        return
    bare = text.strip(" \t\r\n.,;:-–—?")
    if bare.casefold() not in PLACEHOLDERS:
        if ends := _made_a_date(bare):
            yield Finding("page", A_DATE, text, suggestion="{}-{}".format(*sorted(ends)))
            return
        mended = text.strip(" .,;:\"'")
        read = pages.parse(mended) if mended != text else None
        if read and read.label:
            mended = pages.without_labels(mended)
        yield Finding("page", NOT_PAGES, value=text, suggestion=mended if read else None)


def _made_a_date(text: str) -> tuple[int, int] | None:
    """The month and day of 11-Sep or 9月11日; None for all else."""
    if found := _EASTERN_DATE.fullmatch(text):
        return int(found[1]), int(found[2])
    found = _DATE.fullmatch(text)
    if not found:
        return None
    return MONTHS.index((found[2] or found[3]).lower()) + 1, int(found[1] or found[4])


DESCENDING = "the last page comes before the first"

DESCENTS = (
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
    examples=DESCENTS,
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


LABELLED = "a label stands in the pages"
COUNTED = "a number of pages stands in place of the pages"

LABELS = (
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
    examples=LABELS,
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


# One dash a file


def dash_used(record: Record) -> Count | tuple[str, str] | None:
    """The dash of a range; with the pages unless it is one that the formats themselves ask for."""
    mark = pages.dash(record.page)
    if mark == "-" or (mark == "--" and record.provenance.format == "bibtex"):
        return Count(mark)
    return (mark, record.page) if mark else None


def dashes(usual: str, other: str, *says: str, suggests: str | None = None) -> Example:
    """Ten records with one form, and one with another."""
    records = [Record(id=f"r{i}", page=usual) for i in range(10)]
    return Example((*records, Record(id="other", page=other)), says, suggests)


SEPARATED = "another dash than in the rest of the file"

SEPARATORS = (
    # clean
    dashes("12-15", "20-25"),
    dashes("12–15", "20–25"),
    dashes("12–15", "20"),
    dashes("12–15", "35-38+80"),  # a list
    dashes("12–15", "20-25"),  # a hyphen is right in every format
    Example(tuple(Record(id=f"r{i}", page="1—5" if i % 2 else "1–5") for i in range(12))),
    Example((Record(id="a", page="1-5"), Record(id="b", page="1–5"))),  # too few to tell
    # a minority
    dashes("12-15", "20—25", SEPARATED, suggests="20-25"),
    dashes("12--15", "20–25", SEPARATED, suggests="20--25"),
    dashes("１２-１５", "２０～２５", SEPARATED, suggests="２０-２５"),
    dashes("12–15", "20~25", SEPARATED, suggests="20–25"),
    dashes("S1-S5", "S20–S25", SEPARATED, suggests="S20-S25"),
)

ENOUGH = 10
"""Ranges in a file before one speaks of its habit."""

MINORITY = 0.2
"""The share of a file up to which a form is the exception: above, there is no habit."""


@collection_rule(
    "PAG003",
    "pages-separator",
    severity=Severity.INFO,
    observe=dash_used,
    examples=SEPARATORS,
    reads=("page",),
)
def pages_separator(facts: Sequence[Fact]) -> Iterator[tuple[Ref, Finding]]:
    """A range of pages has another dash than nearly all others in the file.

    Why: dashes are a matter of style, but one style a file.

    Not found: files in which no dash has four fifths of the ranges, or with fewer than ten; a
    hyphen, and the double hyphen of BibTeX, which the formats ask for; lists of pages.

    Source: the page fields of BibTeX, RIS and CSL.
    """
    files: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        files[fact.ref.path].append(fact)
    for found in files.values():
        marks = Counter(fact.value[0] for fact in found)
        usual, most = min(marks.items(), key=lambda item: (-item[1], item[0]))
        if len(found) < ENOUGH or len(found) - most > MINORITY * len(found):
            continue
        for fact in found:
            if not isinstance(fact.value, Count) and fact.value[0] != usual:
                changed = pages.with_dash(fact.value[1], usual)
                before, after = pages.parse(fact.value[1]), pages.parse(changed)
                safe = bool(before and after and before.spans == after.spans)
                yield (
                    fact.ref,
                    Finding("page", SEPARATED, fact.value[1], suggestion=changed, safe=safe),
                )
