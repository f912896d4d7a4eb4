"""Dates that are missing, unreadable or impossible."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from validator.config import Settings
from validator.finding import Finding, Severity
from validator.profiles import requires
from validator.record import Field, Provenance, Record
from validator.registry import Example, Examples, rule
from validator.text import dates
from validator.text.dates import Date, Fault

FIRST_JOURNALS = {"article-journal": 1665, "article-magazine": 1605, "article-newspaper": 1605}
"""The year of the first of their kind."""

FIRST_PRINT = 1450
"""Nothing was printed from movable type in Europe before."""

FIRST_WOODBLOCK = 600
"""Nothing was printed from wood in China before, and no publisher can be named."""

MODERN_TYPES = {"dataset", "paper-conference", "patent", "software", "thesis", "webpage"}
"""Types of which there was none before print."""

_THAI_LETTER = re.compile("[\u0e01-\u0e2e]")
_ARABIC_LETTER = re.compile("[\u0620-\u06ff]")

INHERITS = frozenset(("crossref", "xdata"))
APPLIED = {"submitted", "filingdate", "applicationdate", "date-submitted"}
"""Fields that hold the date on which a patent was applied for."""

TODAY = Settings(today=datetime.date(2026, 6, 1))


def dated(
    text: str,
    *says: str,
    type: str = "article-journal",
    suggests: str | None = None,
    **values: str,
) -> Example:
    record = Record(type=type, issued=dates.parse(text), **values)  # type: ignore[arg-type]
    return Example(record, says, suggests, settings=TODAY)


def undated(*says: str, type: str = "article-journal", **values: str) -> Example:
    return Example(Record(type=type, **values), says)  # type: ignore[arg-type]


def _missing() -> Examples:
    return (
        # clean
        dated("2015"),
        dated("199X"),
        dated("n.d."),  # declared
        dated("[s.d.]", type="book"),
        dated("in press"),
        dated("待刊"),
        dated("see note"),  # DAT002
        undated(note="in press"),
        undated(status="forthcoming"),
        undated(status="inpress"),
        undated(note="To appear in Journal of Things"),
        undated(note="印刷中"),
        undated(note="n.d.", type="book"),
        undated(original_date="1813", type="book"),  # the date it first had
        undated(type="webpage"),
        undated(type="manuscript"),
        undated(type="personal_communication"),
        undated(type=""),
        Example(Record(type="patent", raw=(Field("submitted", "2012-03-01"),))),  # applied for
        Example(Record(type="paper-conference", raw=(Field("crossref", "{proc}"),))),
        # faulty
        undated("no year"),
        undated("no year", type="book"),
        undated("no year", type="paper-conference", title="基于语料库的研究"),
        undated("no year", note="Printed on demand"),
        dated("????", "no year"),
        dated("N/A", "no year"),
    )


def may_be_faulty(record: Record, settings: Settings) -> bool:
    """A screen: any date but one of these centuries whose month and day there are."""
    issued = record.issued
    if issued is None or issued.fault is not None:
        return True
    _, year, month, day, end, *_ = issued
    if year is None:
        return month is not None or day is not None
    if year <= 1700 or (end or year) > settings.today.year or record.arxiv:
        return True
    if month is None:
        return day is not None
    return not 1 <= month <= 12 or (day is not None and not 1 <= day <= 28)


@rule("DAT001", "year-missing", severity=Severity.WARNING, examples=_missing, screen=may_be_faulty)
def year_missing(record: Record, settings: Settings) -> Iterator[Finding]:
    """A work of a type that is cited by its year has none.

    Why: author and year are the reference in most styles, and the year keeps unlike works of one
    title apart.

    Not found: works that say they are undated (n.d.) or not out yet (in press), in the date, the
    status or the note; types that may lack a year by the profile, such as web pages and letters;
    patents with the date of the application; entries that inherit, as the parent is told (REC002 if
    it is not there).

    Source: ISO 690:2021; the required fields of BibTeX, Crossref and DataCite.
    """
    issued = record.issued
    if issued is not None and issued.fault is not Fault.EMPTY:
        return
    if record.original_date or not requires(settings.profile, record, "issued"):
        return
    names = {field.name.lower() for field in record.raw}
    if not names.isdisjoint(INHERITS) or (record.type == "patent" and names & APPLIED):
        return
    if not any(dates.announces(t) or dates.is_undated(t) for t in (record.status, record.note)):
        yield Finding("issued", "no year", value=issued.raw if issued else "")


NO_YEAR = Fault.NO_YEAR.value
OTHER_CALENDAR = Fault.CALENDAR.value
STRAY = Fault.STRAY.value

UNREAD = (Fault.NO_YEAR, Fault.TWO_YEARS, Fault.CALENDAR, Fault.STRAY, Fault.ACCESS)


def _shape() -> Examples:
    return (
        # clean
        dated("2015"),
        dated("1984?"),
        dated("199X"),
        dated("2004/2006"),
        dated("c. 1850", type="book"),
        dated("2019年"),
        dated("平成26年"),  # converted: 2014
        dated("民國112年"),
        dated("1947（民国三十六年）"),
        dated("康熙间刻本", type="book"),
        dated("1440 هـ / 2019 م"),
        dated("２０２０年"),  # CJK011 speaks of the width
        dated("SPR 2011"),
        dated("n.d."),
        dated("2021-02-30"),  # DAT004
        dated("????"),  # DAT001
        dated("[2018?]"),
        dated("2018.", type="book"),  # as catalogues end it
        dated("[1667,1668]", type="book"),  # EDTF: one of the two
        Example(Record(issued=dates.parse("1978?]"), provenance=Provenance(format="marcxml"))),
        # faulty
        dated("98", NO_YEAR),
        dated("MAR 15", NO_YEAR),
        dated("see note", NO_YEAR),
        dated("12.03.98", NO_YEAR),
        dated("20155", NO_YEAR),
        dated("2O21", NO_YEAR, suggests="2021"),  # the letter O
        dated("December l991", NO_YEAR, suggests="December 1991"),
        dated("19 98", NO_YEAR, suggests="1998"),
        dated("202", NO_YEAR),
        dated("20152016", "two years run together", suggests="2015/2016"),
        dated("2015 2016", "two years run together", suggests="2015/2016"),
        dated("พ.ศ. 2560", OTHER_CALENDAR, type="book", suggests="2017"),
        dated("1440 هـ", OTHER_CALENDAR),
        dated("2018,", STRAY, suggests="2018"),
        dated("2018)", STRAY, suggests="2018"),
        dated("[1850?", STRAY, type="book", suggests="1850?"),
        dated("2019年；", STRAY, suggests="2019"),
        dated("['2018']", STRAY, suggests="2018"),  # a list of a program
        dated("март 2015,", STRAY, suggests="март 2015"),
        dated("accessed 2015", Fault.ACCESS.value),
        dated("Retrieved on 3 May 2015", Fault.ACCESS.value, type="webpage"),
        dated("Дата обращения: 03.05.2015", Fault.ACCESS.value, type="webpage"),
        dated("访问日期：2015年5月3日", Fault.ACCESS.value, type="webpage"),
    )


@rule(
    "DAT002",
    "year-shape",
    severity=Severity.ERROR,
    examples=_shape,
    reads=("issued",),
    screen=may_be_faulty,
)
def year_shape(record: Record) -> Iterator[Finding]:
    """A date of which no year of the common era can be read, or with what is no part of it.

    Why: the record sorts, matches and is cited without a year, though it seems to have one; the day
    of a visit (accessed 2015) says nothing of when the work came out.

    Not found: EDTF (1984?, 199X), ranges, circa, years of Chinese and Japanese eras, which are
    converted, dates that say n.d. or in press, and years of other calendars beside a western one;
    full stops, brackets in pairs, and the punctuation of catalogue records.

    Source: ISO 8601-1 and 8601-2 (EDTF).
    """
    issued = record.issued
    if issued is None or issued.fault not in UNREAD:
        return
    is_stray = issued.fault is Fault.STRAY
    if not (is_stray and record.provenance.format.startswith(("marc", "pica"))):
        meant = dates.mended(issued)
        yield Finding("issued", issued.fault.value, issued.raw, suggestion=meant, safe=is_stray)


FUTURE = "the year is in the future"
BEFORE_JOURNALS = "the year is before there were journals"
BEFORE_PRINT = "the year is before there was print"
HIJRI = "a year of the Persian or Islamic calendar"
BEFORE_ARXIV = "the year is before this arXiv number was given"


def _implausible() -> Examples:
    return (
        # clean
        dated("2026"),
        dated("2018-45", FUTURE),  # a range
        dated("2027"),  # the volume of next year is printed this year
        dated("1665"),
        dated("1455", type="book"),  # an incunable
        dated("868", type="manuscript"),
        dated("0850", type="book"),
        dated("1180", type="book", publisher="建安余氏"),  # printed from wood
        dated("-0043", type="manuscript"),
        dated("1201", type="book", doi="10.1000/182"),  # a manuscript put online
        dated("民国三十六年"),
        dated("Y170000002", type="document"),  # it says that it means it
        dated("1928", doi="10.1000/182", issn="0028-0836"),  # numbers are given to old works too
        dated("1988", arxiv="hep-th/9901001", container_title="Nuclear Physics B"),  # sent in later
        dated("2016", arxiv="1701.00001", container_title="arXiv"),  # sent in on the last day
        # faulty
        dated("2028", FUTURE),
        dated("3021", FUTURE),
        dated("2560", FUTURE, type="book"),  # a Buddhist year
        dated("2560", FUTURE, type="book", title="ประวัติศาสตร์ไทย", suggests="2017"),
        dated("1201", BEFORE_JOURNALS),  # 2012 mistyped
        dated("1598", BEFORE_JOURNALS),
        dated("1398", BEFORE_JOURNALS),  # a Persian year
        dated("1442", HIJRI, type="thesis", title="تاريخ الأندلس"),
        dated("1387", HIJRI, title="درختان پوشای کمینه دورنگی مسطح"),
        dated("1398", BEFORE_PRINT, type="book", isbn="978-3-16-148410-0"),
        dated("2099-01", FUTURE),
        dated("0098", BEFORE_PRINT, type="book", publisher="Springer"),  # 1998
        dated("1986", BEFORE_ARXIV, arxiv="1706.03762", container_title="arXiv preprint"),
    )


_ARXIV_MONTH = re.compile(r"(?:[a-z-]+(?:\.[A-Z]{2})?/)?(\d\d)(\d\d)(?:\.\d{4,5}|\d{3})", re.ASCII)


@rule(
    "DAT003",
    "year-implausible",
    severity=Severity.WARNING,
    examples=_implausible,
    reads=("issued",),
    screen=may_be_faulty,
)
def year_implausible(record: Record, settings: Settings) -> Iterator[Finding]:
    """A year that lies after next year, or before there was what is dated by it.

    Why: it is mistyped, or counts in another calendar.

    Not found: next year; old books, manuscripts and facsimiles; years before the ISSN, DOI or
    arXiv began: journals and publishers give these numbers to their older works too. Only a
    preprint of arXiv is no older than its number, which begins with its year and month.

    Source: the first journals are of 1665, the first newspapers of 1605; arXiv's identifiers.
    """
    year, issued = record.year, record.issued
    if year is None or issued is None:
        return
    end = issued.end_year or year
    if year > 1700 and end <= settings.today.year and not record.arxiv:
        return
    raw = str(issued)
    if end > settings.today.year + 1:
        if not raw.startswith(("Y", "y")):
            suggestion = _from_thai(record, settings)
            yield Finding("issued", FUTURE, value=raw, suggestion=suggestion)
    elif year < FIRST_JOURNALS.get(record.type, year):
        yield Finding("issued", HIJRI if _is_hijri(record) else BEFORE_JOURNALS, value=raw)
    elif year < FIRST_PRINT and (
        record.type in MODERN_TYPES or record.isbn or (record.publisher and year < FIRST_WOODBLOCK)
    ):
        yield Finding("issued", HIJRI if _is_hijri(record) else BEFORE_PRINT, value=raw)
    elif record.arxiv and year < _arxiv_year(record):
        yield Finding("issued", BEFORE_ARXIV, value=raw)


def _from_thai(record: Record, settings: Settings) -> str | None:
    """The western year of a bare Buddhist year in a Thai record."""
    year = record.year or 0
    thai = record.language.startswith("th") or _THAI_LETTER.search(record.title) is not None
    if not thai or not 2483 < year <= settings.today.year + 544 or str(record.issued) != str(year):
        return None
    return str(year - 543)


def _is_hijri(record: Record) -> bool:
    """Whether the year is one since 1850 in the Persian or the Islamic calendar, and the title in
    Arabic letters; which of the two it is, and so the western year, is not known."""
    return 1228 < (record.year or 0) < 1500 and _ARABIC_LETTER.search(record.title) is not None


def _arxiv_year(record: Record) -> int:
    """The first year that a preprint of this arXiv number can have; 0 for what is no preprint."""
    found = _ARXIV_MONTH.match(record.arxiv)
    if not found or not record.container_title.casefold().startswith("arxiv"):
        return 0
    year, month = int(found[1]), int(found[2])
    return (1900 if year > 90 else 2000) + year - (month == 1)


BACKWARDS = Fault.BACKWARDS.value
IMPOSSIBLE = (Fault.MONTH, Fault.DAY, Fault.TIME, Fault.LONE_DAY, Fault.BACKWARDS, Fault.ERA)


def _invalid() -> Examples:
    return (
        # clean
        dated("2020-02-29"),
        dated("2021-21"),  # EDTF: spring
        dated("2021-33"),  # EDTF: the first quarter
        dated("2010-13"),  # the years 2010 to 2013
        dated("2003/03/01/Spring"),
        dated("31.12.1999"),
        dated("12/31/1999"),
        dated("2016年9月3日"),
        dated("MAR 15"),  # DAT002
        Example(Record(issued=Date("", 2021, 2, 28))),
        # faulty
        dated("2021-02-30", "no such day in this month"),
        dated("2021-13-01", "no such month"),
        dated("2021-13", "no such month"),
        dated("2012-00-00", "no such month"),
        dated("2015-05-01T23:59:60Z"),  # a leap second
        dated("2015-05-01T10:00:00+08:00"),
        dated("2015-5-1T99", "no such time of day"),
        dated("2015-05-01T12:75", "no such time of day"),
        dated("31 Feb 2015", "no such day in this month"),
        dated("2021年2月30日", "no such day in this month"),
        dated("2003//15/", "a day without a month"),
        dated("2018/19"),
        dated("1999/00"),
        dated("2004-06/2006-08"),
        dated("2019-05/2018-03", BACKWARDS),
        dated("1964/1861", BACKWARDS),
        dated("20XX-13", "no such month"),
        dated("昭和64年"),  # its last year
        dated("平成31年4月30日"),
        dated("宣统五年", type="book"),  # printed by those who stayed loyal
        dated("1995年（昭和70年）"),
        dated("昭和70年", "no such year in this era"),
        dated("平成40年3月", "no such year in this era"),
        dated("令和0年", "no such year in this era"),
        dated("光绪四十年", "no such year in this era", type="book"),
        Example(Record(issued=Date("", 2021, 2, 30)), ("no such day in this month",)),
        Example(Record(issued=Date("", 2021, None, 5)), ("a day without a month",)),
    )


@rule(
    "DAT004",
    "date-invalid",
    severity=Severity.ERROR,
    examples=_invalid,
    reads=("issued",),
    screen=may_be_faulty,
)
def date_invalid(record: Record) -> Iterator[Finding]:
    """A month, day, time or year of an era that never was, a day alone, a range backwards.

    Why: registries refuse the record, and databases store another date.

    Not found: seasons and quarters of EDTF (21 to 41), ranges of years (2010-13); the year after an
    era, and eras that were counted on after their end.

    Source: ISO 8601-1; Crossref's deposit schema; the first and last years of the eras of Japan
    and China.
    """
    issued = record.issued
    if issued is None or (issued.fault is None and issued.day is None and issued.month is None):
        return
    fault = dates.fault(issued)
    if fault in IMPOSSIBLE:
        parts = (str(part) for part in issued[1:4] if part is not None)
        yield Finding("issued", fault.value, value=issued.raw or "-".join(parts))
