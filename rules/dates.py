"""Faults in dates: missing, unreadable, impossible."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from validator.config import Settings
from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Example, rule
from validator.text import dates
from validator.text.dates import Date, Fault

DATED_TYPES = {
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "book",
    "chapter",
    "paper-conference",
    "patent",
    "report",
    "review",
    "review-book",
    "standard",
    "thesis",
}
"""Types that are cited by their year. Web pages, manuscripts, letters and series may lack one."""

PERIODICALS = {"article-journal", "article-magazine", "article-newspaper"}
FIRST_PRINT = 1450
"""Nothing was printed from movable type in Europe before; the first journals are of 1665."""

TODAY = Settings(today=datetime.date(2026, 6, 1))


def dated(text: str, *says: str, type: str = "article-journal") -> Example:
    return Example(Record(type=type, issued=dates.parse(text)), says, settings=TODAY)


def undated(*says: str, type: str = "article-journal", **values: str) -> Example:
    return Example(Record(type=type, **values), says)  # type: ignore[arg-type]


MISSING = (
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
    # faulty
    undated("no year"),
    undated("no year", type="book"),
    undated("no year", type="paper-conference", title="基于语料库的研究"),
    undated("no year", note="Printed on demand"),
    dated("????", "no year"),
    dated("N/A", "no year"),
)


@rule("DAT001", "year-missing", severity=Severity.WARNING, examples=MISSING)
def year_missing(record: Record) -> Iterator[Finding]:
    """A work of a type that is cited by its year has none.

    Why: author and year are the reference in most styles, and the year keeps unlike works of one
    title apart.

    Not found: works that say they are undated (n.d.) or not out yet (in press), in the date, the
    status or the note; types that may lack a year, such as web pages, manuscripts and letters.

    Source: ISO 690:2021; the required fields of BibTeX, Crossref and DataCite.
    """
    issued = record.issued
    if issued is not None and issued.fault is not Fault.EMPTY:
        return
    if record.type not in DATED_TYPES or record.original_date:
        return
    if not any(dates.announces(t) or dates.is_undated(t) for t in (record.status, record.note)):
        yield Finding("issued", "no year", value=issued.raw if issued else "")


SHAPE = (
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
    # faulty
    dated("98", "no four-digit year can be read"),
    dated("MAR 15", "no four-digit year can be read"),
    dated("see note", "no four-digit year can be read"),
    dated("12.03.98", "no four-digit year can be read"),
    dated("20155", "no four-digit year can be read"),
    dated("20152016", "two years run together"),
    dated("2015 2016", "two years run together"),
    dated("พ.ศ. 2560", "the year counts in another calendar", type="book"),
    dated("1440 هـ", "the year counts in another calendar"),
)


@rule("DAT002", "year-shape", severity=Severity.ERROR, examples=SHAPE, reads=("issued",))
def year_shape(record: Record) -> Iterator[Finding]:
    """A date from which no year of the common era can be read.

    Why: the record sorts, matches and is cited without a year, though it seems to have one.

    Not found: EDTF (1984?, 199X), ranges, circa, years of Chinese and Japanese eras, which are
    converted, dates that say n.d. or in press, and years of other calendars beside a western one.

    Source: ISO 8601-1 and 8601-2 (EDTF).
    """
    issued = record.issued
    if issued and issued.fault and issued.fault in (Fault.NO_YEAR, Fault.TWO_YEARS, Fault.CALENDAR):
        yield Finding("issued", issued.fault.value, value=issued.raw)


IMPLAUSIBLE = (
    # clean
    dated("2026"),
    dated("2027"),  # the volume of next year is printed this year
    dated("1665"),
    dated("1455", type="book"),  # an incunable
    dated("868", type="manuscript"),
    dated("0850", type="book"),
    dated("-0043", type="manuscript"),
    dated("民国三十六年"),
    # faulty
    dated("2028", "the year is in the future"),
    dated("2560", "the year is in the future", type="book"),  # a Buddhist year
    dated("1201", "the year is before there were journals"),  # 2012 mistyped
    dated("1398", "the year is before there were journals"),  # a Persian year
    dated("2099-01", "the year is in the future"),
)


@rule(
    "DAT003", "year-implausible", severity=Severity.WARNING, examples=IMPLAUSIBLE, reads=("issued",)
)
def year_implausible(record: Record, settings: Settings) -> Iterator[Finding]:
    """A year that lies after next year, or an article older than print.

    Why: it is mistyped, or counts in another calendar.

    Not found: next year; old books, manuscripts and facsimiles.

    Source: the first journals are of 1665; eLife's checks ask for 1800 and later.
    """
    year = record.year
    if year is None:
        return
    if year > settings.today.year + 1:
        yield Finding("issued", "the year is in the future", value=str(record.issued))
    elif year < FIRST_PRINT and record.type in PERIODICALS:
        yield Finding("issued", "the year is before there were journals", value=str(record.issued))


INVALID = (
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
    dated("31 Feb 2015", "no such day in this month"),
    dated("2021年2月30日", "no such day in this month"),
    dated("2003//15/", "a day without a month"),
    Example(Record(issued=Date("", 2021, 2, 30)), ("no such day in this month",)),
    Example(Record(issued=Date("", 2021, None, 5)), ("a day without a month",)),
)


@rule("DAT004", "date-invalid", severity=Severity.ERROR, examples=INVALID, reads=("issued",))
def date_invalid(record: Record) -> Iterator[Finding]:
    """A month or day that the calendar does not have, or a day without a month.

    Why: registries refuse the record, and databases store another date.

    Not found: seasons and quarters of EDTF (21 to 41), ranges of years (2010-13).

    Source: ISO 8601-1; Crossref's deposit schema.
    """
    issued = record.issued
    if issued is None or (issued.fault is None and issued.day is None and issued.month is None):
        return
    fault = dates.fault(issued)
    if fault in (Fault.MONTH, Fault.DAY, Fault.LONE_DAY):
        parts = (str(part) for part in issued[1:4] if part is not None)
        yield Finding("issued", fault.value, value=issued.raw or "-".join(parts))
