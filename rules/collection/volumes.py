"""Volumes and years that do not go together in their journal."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from validator.facts import Fact, Ref
from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Example, Examples, collection_rule
from validator.text.dates import parse
from validator.text.serials import Point, Serial, fingerprint, number, serial

PERIODICALS = {"article-journal", "article-magazine", "article-newspaper"}
FEWEST = 5  # volumes of different years that make a line
MOST_A_YEAR = 4  # volumes: with more, their years lie so near that any pair fits
ON_LINE = 0.8  # the share of a journal's volumes that its line must explain
EXACT = 0.95  # the share of its records that lie on a line that gives one value
SUPPLEMENT = 2  # the highest number that is taken for one in the place of a volume
NUMEROUS = 3  # works that agree on a pair: it is so, or it is one fault of a source


class Article(NamedTuple):
    """Where an article stands; its issue, where that may be the volume in truth."""

    serial: Serial
    issue: int | None


@lru_cache(maxsize=65536)
def _article(serial: Serial, issue: int | None) -> Article:
    """One and the same Article for all records of a volume: a million of them weigh little."""
    return Article(serial, issue)


def volume_of(record: Record) -> Article | None:
    """The journal, year and volume of an article, where all three are told in plain numbers."""
    issued = record.issued
    if issued is None or record.type not in PERIODICALS:
        return None
    found = serial(
        record.container_title,
        record.container_title_short,
        record.issn or record.isbn,  # as in JNL002: equal values are one object
        issued.year,
        record.volume,
    )
    if not found or not found.year or not found.volume:
        return None
    issue = number(record.issue) if record.type == "article-journal" else None
    return _article(found, issue if issue and issue > found.volume else None)


def series(*points: str, name: str = "Journal of Things", says: int = 0) -> tuple[Record, ...]:
    """Articles of a journal, each point "year volume"."""
    return tuple(
        Record(
            type="article-journal",
            container_title=name,
            issued=parse(point.split()[0]),
            volume=point.split()[1],
        )
        for point in points
    )


YEAR_OFF = "the volumes of the journal put the volume {volume} in another year"
VOLUME_OFF = "the volumes of the journal put another volume in the year {year}"
EITHER_OFF = "volume and year {year} do not go together in this journal"

LINE = ("2000 31", "2001 32", "2002 33", "2004 35", "2005 36", "2007 38", "2010 41")
SEVERAL = ("2000 51", "2000 52", "2001 53", "2002 55", "2002 56", "2003 57", "2004 60")


def _outliers() -> Examples:
    return (
        # clean
        Example(series(*LINE)),
        Example(series(*LINE, "2006 38")),  # online in 2006, printed in 2007
        Example(series(*LINE, "2009 12-13", "2003 S2", "2003 增刊")),
        Example(series(*LINE, "1950 31")),  # an older series, for all we know
        Example(series(*LINE, "1998 25", "1999 28")),  # there were three a year
        Example(series(*LINE, "2003 4", "2005 6")),  # a series beside it
        Example(series(*LINE, "2005 9")),  # another journal of that name, for all we know
        Example(series(*LINE, *["2004 12"] * 3)),  # so many cannot err
        Example(series(*LINE[:4], "2004 12")),  # too few to tell
        Example((*series(*LINE), replace(series("2006 4")[0], issue="37"))),  # VOL003
        Example(
            series("2000 31", "2001 35", "2002 41", "2003 50", "2004 52", "2005 61", "2006 12")
        ),
        Example(series(*SEVERAL, "2001 54")),
        Example((*series(*LINE, name="地理学报"), *series("2005 12", name="地理研究"))),
        # faulty
        Example(series(*LINE, "2004 53"), (VOLUME_OFF.format(year=2004),), "35"),
        Example(
            (*series(*LINE), replace(series("2004 2")[0], issue="53")),
            (VOLUME_OFF.format(year=2004),),
        ),
        Example(series(*LINE, "2005 40"), (EITHER_OFF.format(year=2005),)),
        Example(series(*LINE, "2005 2"), (VOLUME_OFF.format(year=2005),), "36"),  # supplement 2
        Example(series(*LINE, "2005 26"), (VOLUME_OFF.format(year=2005),), "36"),
        Example(series(*LINE, "2008 135"), (VOLUME_OFF.format(year=2008),), "39"),
        Example(series(*LINE, "1002 33"), (YEAR_OFF.format(volume=33),), "2002"),
        Example(series(*LINE, "1990 35"), (YEAR_OFF.format(volume=35),)),
        Example(series(*LINE, "2019 35"), (YEAR_OFF.format(volume=35),)),
        Example(series(*LINE, "2001 39"), (EITHER_OFF.format(year=2001),)),
        Example(series(*LINE, "2006 73", name="地理学报"), (VOLUME_OFF.format(year=2006),), "37"),
        Example(series(*LINE, "2010 36", name="Вестник"), (EITHER_OFF.format(year=2010),)),
        Example(series(*SEVERAL, "2001 74"), (VOLUME_OFF.format(year=2001),)),
    )


@collection_rule(
    "REC005",
    "volume-year-outlier",
    safe_fixes=False,
    severity=Severity.WARNING,
    observe=volume_of,
    examples=_outliers,
    reads=("volume",),
)
def volume_year_outlier(facts: Sequence[Fact]) -> Iterator[tuple[Ref, Finding]]:
    """Volume and year of an article do not go together in its journal.

    Why: one of them is wrong, and the article is looked for on the wrong shelf.

    Not found: a year beside the expected one; journals without at least five volumes, four fifths
    of them on one line of one to four volumes a year; pairs that two volumes or three works
    share (another series); years before or after the line, where they may be of another series or
    rate; low volumes that no slip explains, which a younger journal of that name may have; double
    volumes; an issue that is the volume of that year, of which VOL003 speaks.

    Source: the volumes of the same journal in the collection.
    """
    journals: dict[str, Counter[Point]] = defaultdict(Counter)
    for value, _ in {(fact.value.serial, fact.work) for fact in facts}:
        journals[value.title][value.year, value.volume] += 1
    names: dict[str, str] = {title: fingerprint(title) for title in journals}
    merged: dict[str, Counter[Point]] = defaultdict(Counter)
    for title, points in journals.items():
        merged[names[title]].update(points)
    lines = {words: line for words, points in merged.items() if (line := line_of(points))}
    found = {words: outliers(merged[words], line) for words, line in lines.items()}
    for ref, (value, issue) in facts:
        words = names[value.title]
        finding = found.get(words, {}).get((value.year, value.volume))
        if finding and not (issue and lines[words].gives(value.year, issue)):
            yield ref, finding


class Line(NamedTuple):
    """A journal's volumes by year: ``rate`` volumes a year, from ``first`` + rate * year on."""

    rate: int
    first: int
    points: frozenset[Point] = frozenset()  # that lie on it, or a year beside it
    begin: int = 0  # its years
    end: int = 0
    is_exact: bool = False  # a year has one volume, with few exceptions

    def distance(self, year: int, volume: int) -> int:
        """The years between a pair and the line."""
        return abs(year - self.year(volume))

    def gives(self, year: int, volume: int) -> bool:
        """Whether the volume is the one that this year has."""
        return self.rate == 1 and self.distance(year, volume) == 0

    def year(self, volume: int) -> int:
        return (volume - self.first) // self.rate


def outliers(points: Mapping[Point, int], line: Line) -> Mapping[Point, Finding]:
    """The pairs of a journal that are off its line, each with what is said of it."""
    if len(line.points) == len(points):
        return {}
    off = sorted(point for point in points if point not in line.points)
    shifts = Counter(shift for y, v in off for shift in {y - v - 1, y - v, y - v + 1})
    return {
        (year, volume): finding
        for year, volume in off
        if points[year, volume] < NUMEROUS
        and shifts[year - volume] == 1
        and (finding := judged(line, year, volume))
    }


def line_of(points: Mapping[Point, int]) -> Line | None:
    """The line of the fewest volumes a year on which most pairs lie; None where there is none."""
    if len(points) < FEWEST:
        return None
    for rate in range(1, MOST_A_YEAR + 1):
        shifts = Counter(volume - rate * year for year, volume in points)
        first = max(sorted(shifts), key=lambda first: sum(shifts[first + i] for i in range(rate)))
        line = Line(rate, first)
        near = frozenset(point for point in points if line.distance(*point) <= 1)
        exact = [point for point in near if line.distance(*point) == 0]
        years = {year for year, _ in exact}
        if (
            len(years) >= FEWEST
            and len(near) >= ON_LINE * len(points)
            and 2 * len(exact) > len(points)
        ):
            share = sum(map(points.__getitem__, exact)) / sum(map(points.__getitem__, near))
            is_exact = rate == 1 and share >= EXACT
            return Line(rate, first, near, min(years), max(years), is_exact)
    return None


def judged(line: Line, year: int, volume: int) -> Finding | None:
    """What is said of a pair off the line, and which of the two is wrong where that is plain."""
    edge = line.rate > 1  # where a journal may have begun to bring out more volumes, or fewer
    years = range(line.begin + edge, line.end + 1 - edge)
    meant, slip = line.year(volume), is_slip(year, line.year(volume))
    if year not in years:
        # a series older than volume 1, or begun again when this one was over, has its own volumes
        of_this_series = line.year(1) <= year and year - volume < line.end
        if meant not in years or not (slip or of_this_series):
            return None
        suggestion = str(meant) if slip and line.is_exact else None
        return Finding("issued", YEAR_OFF, str(year), suggestion, args={"volume": volume})
    if line.begin <= meant <= line.end:
        return Finding("volume", EITHER_OFF, str(volume), args={"year": year})
    expected = line.first + line.rate * year
    if SUPPLEMENT < volume < expected and not is_slip(volume, expected):
        return None  # a younger journal of the same name has it
    suggestion = str(line.first + year) if line.is_exact else None
    return Finding("volume", VOLUME_OFF, str(volume), suggestion, args={"year": year})


def is_slip(number: int, meant: int) -> bool:
    """Whether one digit is wrong, missing or too many, or two neighbours are exchanged."""
    a, b = str(number), str(meant)
    if len(a) == len(b):
        unlike = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        return len(unlike) == 1 or (
            len(unlike) == 2
            and unlike[0] + 1 == unlike[1]
            and sorted(a[unlike[0] : unlike[1] + 1]) == sorted(b[unlike[0] : unlike[1] + 1])
        )
    short, long = sorted((a, b), key=len)
    return len(short) + 1 == len(long) and any(
        long[:i] + long[i + 1 :] == short for i in range(len(long))
    )
