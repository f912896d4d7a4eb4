"""Labels in volumes and issues."""

from __future__ import annotations

from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Provenance, Record
from validator.registry import Example, Examples, rule
from validator.text import dates
from validator.text.patterns import lazy
from validator.text.volumes import HAN_NUMBER, LONGEST, labelled, volume_and_issue, words

from ._formats import CATALOGUE_FORMATS  # noqa: TID251 - of this family
from ._misread import (  # noqa: TID251 - of this family
    citation,
    is_span,
    issue_and_pages,
    of_spreadsheet,
    without_decimals,
    without_stray,
)


def numbered(
    volume: str,
    issue: str,
    *says: str,
    suggests: str | None = None,
    format: str = "",
    type: str = "article-journal",
) -> Example:
    where = Provenance(format=format)
    return Example(Record(type=type, volume=volume, issue=issue, provenance=where), says, suggests)


IN_VOLUME = "a label stands in the volume"
IN_ISSUE = "a label stands in the issue"
BOTH = "volume and issue stand in one field"
YEAR = "volume and year stand in one field"
WHOLE = "volume and pages stand in one field"
A_DATE = "a spreadsheet has turned the issue into a date"
A_DECIMAL = "a spreadsheet has turned it into a decimal number"
STRAY = "punctuation beside the number"
ONLY = "a label without a number"
PAGES = "pages stand in the issue"
JOURNAL = "the name of the journal stands in the volume"


def in_journal(name: str, volume: str, *says: str, suggests: str | None = None) -> Example:
    record = Record(type="article-journal", container_title=name, volume=volume)
    return Example(record, says, suggests)


def _number_labels() -> Examples:
    return (
        # clean
        numbered("12", "3"),
        numbered("12", "03"),
        numbered("12", "7-8"),
        numbered("A12", "B"),
        numbered("xii", "Suppl 1"),
        numbered("12", "S1"),
        numbered("12", "z1"),  # a supplement, as Wanfang writes it
        numbered("12", "增刊"),
        numbered("12", "增刊1"),
        numbered("12", "Special issue"),
        numbered("12", "Pt 2"),
        numbered("12 Suppl 1", ""),
        numbered("abs/1706.03762", ""),
        numbered("LNCS 1234", ""),
        numbered("2011年卷", ""),
        numbered("第二卷", "", type="book"),  # so it is called
        numbered("", "国发〔2007〕19号", type="legislation"),
        numbered("", "19号", type="legislation"),
        numbered("v. 2", "no. 3", format="marcxml"),
        numbered("Voltage", "Nowhere"),
        numbered("Volume ID", ""),  # no roman number
        numbered("R12", ""),
        numbered("V12", "H1"),  # a letter without a dot belongs to the number
        numbered("3 vols.", "", type="book"),  # how many there are
        numbered("12/13", "3 Suppl 1"),
        numbered("12", "Spring"),
        numbered("12", "特集号"),
        numbered("12", "Special issue 3"),
        numbered("12.2", "1.1"),  # parts
        numbered("1.0", "", type="software"),
        numbered("12", "Jan-Feb"),
        numbered("12", "Sep-21"),  # of September 2021, or the 21st
        numbered("[12]", ""),  # supplied by the cataloguer
        # labels
        numbered("Vol. 12", "", IN_VOLUME, suggests="12"),
        numbered("vol 12", "3", IN_VOLUME, suggests="12"),
        numbered("Volume 12A", "", IN_VOLUME, suggests="12A"),
        numbered("Bd. 12", "", IN_VOLUME, suggests="12"),
        numbered("T. XII", "", IN_VOLUME, suggests="XII"),
        numbered("Том 5", "Вып. 2", IN_VOLUME, IN_ISSUE, suggests="5"),
        numbered("第12卷", "", IN_VOLUME, suggests="12"),
        numbered("第12卷。", "", IN_VOLUME, suggests="12"),
        numbered("12巻", "", IN_VOLUME, suggests="12"),
        numbered("제12권", "제3호", IN_VOLUME, IN_ISSUE, suggests="12"),
        numbered("", "No. 3", IN_ISSUE, suggests="3"),
        numbered("", "Nr. 3-4", IN_ISSUE, suggests="3-4"),
        numbered("", "№ 3", IN_ISSUE, suggests="3"),
        numbered("", "#3", IN_ISSUE, suggests="3"),
        numbered("", "Heft 3", IN_ISSUE, suggests="3"),
        numbered("R. 40", "Ausgabe 3", IN_VOLUME, IN_ISSUE, suggests="40"),
        numbered("", "第3期", IN_ISSUE, suggests="3"),
        numbered("", "第０３期", IN_ISSUE, suggests="０３"),
        numbered("", "2012年第5期", IN_ISSUE),  # no year to hold it against
        Example(
            Record(type="article-journal", issue="2012年5号", issued=dates.parse("2012")),
            (IN_ISSUE,),
            "5",
        ),
        numbered("", "总第123期", IN_ISSUE),  # counted from the first issue on: not the issue
        numbered("", "3(总第123期)", IN_ISSUE),
        numbered("36卷6号", "", BOTH, suggests="36"),  # the 6 moves to the issue
        numbered("第9卷第2期", "", BOTH, suggests="9"),
        numbered("第9卷第2期", "2", BOTH, suggests="9"),
        numbered("第9卷第2期", "3", BOTH),  # which of them
        numbered("30(72)", "3"),  # of the series, and from the first volume on
        numbered("Т. 30(72)", "3", BOTH),
        numbered("Vol. 12, No. 3", "", BOTH, suggests="12"),
        numbered("12, no. 3", "", BOTH, suggests="12"),
        numbered("12(3)", "", BOTH, suggests="12"),
        numbered("", "Vol. 12, No. 3", BOTH, suggests="3"),
        numbered("vol. 12,", "", IN_VOLUME, suggests="12"),
        numbered("Ｖｏｌ．１２", "", IN_VOLUME, suggests="１２"),
        numbered("Vol. 12 Suppl 1", "", IN_VOLUME, suggests="12 Suppl 1"),
        numbered("第十二卷", "第三期", IN_VOLUME, IN_ISSUE, suggests="12"),
        numbered("총 5권", "", IN_VOLUME, suggests="5"),
        numbered("卷 12", "", IN_VOLUME, suggests="12"),
        numbered("12. Jahrgang", "3. szám", IN_VOLUME, IN_ISSUE, suggests="12"),
        numbered("Cilt: 12", "Sayı: 3", IN_VOLUME, IN_ISSUE, suggests="12"),
        numbered("المجلد ١٢", "العدد ٣", IN_VOLUME, IN_ISSUE, suggests="١٢"),
        numbered("כרך 12", "גיליון 3", IN_VOLUME, IN_ISSUE, suggests="12"),
        numbered("τόμ. 12", "τχ. 3", IN_VOLUME, IN_ISSUE, suggests="12"),
        numbered("ปีที่ 12", "ฉบับที่ 3", IN_VOLUME, IN_ISSUE, suggests="12"),
        numbered("roč. 12", "č. 3", IN_VOLUME, IN_ISSUE, suggests="12"),
        numbered("", "Issue No. 3", IN_ISSUE, suggests="3"),
        numbered("", "n.º 3", IN_ISSUE, suggests="3"),
        numbered("", "Vol. 3", IN_ISSUE),  # a volume or an issue
        numbered("Vol. 12 (3)", "3", BOTH, suggests="12"),
        numbered("vol. 9 (1992)", "", YEAR),
        numbered("151.0", "3.0", A_DECIMAL, A_DECIMAL, suggests="151"),
        numbered("1.51E+02", "", A_DECIMAL, suggests="151"),
        numbered("12", "2-Jan", A_DATE, suggests="1-2"),
        numbered("12", "Oct-9", A_DATE, suggests="9-10"),
        numbered("12", "1月2日", A_DATE, suggests="1-2"),
        numbered("12", "2012-01-02", A_DATE, suggests="1-2"),
        numbered("12(3):45-67", "", WHOLE, suggests="12"),  # the 3 and the pages move
        numbered("12(3), 45-67", "3", WHOLE, suggests="12"),
        numbered("12（3）：45-67", "4", WHOLE),
        numbered("12:45-67", "", WHOLE, suggests="12"),
        numbered("12", "12(3)", BOTH, suggests="3"),
        numbered("12,", "(3)", STRAY, STRAY, suggests="12"),
        numbered("12", "1)", STRAY),  # of "Suppl 1)", cut
        numbered("['12']", "", STRAY, suggests="12"),
        numbered("volume", "期", ONLY, ONLY, suggests=""),
        numbered("12", "pp. 3-5", PAGES, suggests=""),
        numbered("12", "3, pp. 12-19", PAGES, suggests="3"),
        numbered("12", "3:12-19", PAGES, suggests="3"),
        numbered("12", "3，页码：12-19", PAGES, suggests="3"),
        numbered("12", "3, 5-7"),  # issues
        numbered("vuosikerta 12", "", IN_VOLUME, suggests="12"),
        in_journal("Nature", "Nature 521", JOURNAL, suggests="521"),
        in_journal("地理学报", "地理学报 12", JOURNAL, suggests="12"),
        in_journal("Nature", "Nature"),
        in_journal("Lecture Notes in Computer Science", "LNCS 1234"),
    )


_TWO_SERIES = lazy(r"\d{1,4} ?[(（]\d{1,4}[)）]")
"""A volume counted twice, in its series and from the first on: 30(72), as in Математический
сборник. The issue has a number of its own then."""
_RUNNING = lazy(r"(?:.{0,20}[(（])?[总總]第\s*\d{1,6}\s*[期号號][)）]?")
_OF_YEAR = lazy(r"(?P<year>(?:19|20)\d\d)\s?[年년]\s?[第제]?\s?(?P<number>\d{1,3})\s?[期号號호]")
_YEAR = lazy("(?:1[5-9]|20)[0-9]{2}")
_HAN_LABEL = lazy(rf"第?{HAN_NUMBER}[卷巻권]")
SERIAL_TYPES = {"article-journal", "article-magazine", "article-newspaper", "article", "periodical"}
"""Types whose volumes are counted; those of books may be called 第二卷."""

OFFICIAL_TYPES = {"legislation", "bill", "legal_case", "patent", "standard", "regulation"}
"""Types whose numbers hold 号 or No. as a part."""


@rule(
    "VOL001",
    "volume-issue-labels",
    severity=Severity.WARNING,
    examples=_number_labels,
    reads=("volume", "issue"),
)
def volume_issue_labels(record: Record) -> Iterator[Finding]:
    """The volume or issue carries its label or more: "Vol. 12", 第12卷, "12(3):45-67", "2-Jan".

    Why: a citation style writes the label itself, and a number with its label equals no other.
    Spreadsheets turn the issue 1-2 into 2-Jan and 151 into 151.0.

    Not found: supplements, parts and special issues; numbers of laws and patents, to which 号
    belongs; volumes with a name; how many volumes there are (3 vols.); letters without a dot
    (V12); a volume counted twice beside its issue (30(72), no. 3); days and months that are no
    numbers of one issue (Sep-21); catalogue records.

    Source: Help:CS1 errors, "extra text"; GB/T 7714-2015.
    """
    volume, issue = record.volume, record.issue
    if (volume.isdigit() or not volume) and (issue.isdigit() or not issue):
        return
    if record.type in OFFICIAL_TYPES or record.provenance.format in CATALOGUE_FORMATS:
        return
    if volume and not volume.isdigit() and len(volume) < LONGEST:
        yield from _in_volume(record, volume.strip())
    if issue and not issue.isdigit() and len(issue) < LONGEST:
        yield from _in_issue(record, issue.strip())


def _in_volume(record: Record, volume: str) -> Iterator[Finding]:
    found = labelled(volume)
    if found and (record.type in SERIAL_TYPES or not _HAN_LABEL.fullmatch(volume)):
        number = found.number if found.counts == "volume" else None
        safe = number is not None and found.certain
        yield Finding("volume", IN_VOLUME, record.volume, suggestion=number, safe=safe)
    elif both := volume_and_issue(volume):
        first, second = both
        if _YEAR.fullmatch(second):
            agrees = second == str(record.year or "")
            yield Finding(
                "volume", YEAR, record.volume, suggestion=first if agrees else None, safe=agrees
            )
        elif record.issue in ("", second):
            moves = () if record.issue else (("issue", second),)
            yield Finding("volume", BOTH, record.volume, suggestion=first, safe=True, moves=moves)
        elif not _TWO_SERIES.fullmatch(volume):
            yield Finding("volume", BOTH, record.volume)
    elif record.type in SERIAL_TYPES:
        yield from _more_than_volume(record, volume)


def _more_than_volume(record: Record, volume: str) -> Iterator[Finding]:
    if whole := citation(volume):
        moves = []
        for variable, value, own in (
            ("issue", whole.issue, record.issue),
            ("page", whole.page, record.page),
        ):
            if own not in ("", value) and value:
                yield Finding("volume", WHOLE, record.volume)
                return
            if value and not own:
                moves.append((variable, value))
        yield Finding(
            "volume", WHOLE, record.volume, suggestion=whole.volume, safe=True, moves=tuple(moves)
        )
    elif (number := _behind_name(record, volume)) and number.isdecimal():
        yield Finding("volume", JOURNAL, record.volume, suggestion=number, safe=True)
    else:
        yield from _misread("volume", record.volume, volume)


def _behind_name(record: Record, volume: str) -> str:
    """What stands behind the name of the record's own journal; "" for all else."""
    for name in (record.container_title, record.container_title_short):
        if name and volume.casefold().startswith(f"{name.casefold()} "):
            return volume[len(name) + 1 :].strip()
    return ""


def _misread(variable: str, value: str, text: str) -> Iterator[Finding]:
    """The finding on a number that a spreadsheet or an export changed."""
    if (number := without_decimals(text)) is not None:
        yield Finding(variable, A_DECIMAL, value, suggestion=number or None, safe=number != "")
    elif (bare := without_stray(text)) is not None:
        yield Finding(variable, STRAY, value, suggestion=bare or None, safe=bare != "")
    elif text.casefold() in BARE_LABELS:
        yield Finding(variable, ONLY, value, suggestion="", safe=True)


BARE_LABELS = words("volume vol vol. issue number no no. band heft 卷 期 卷号 期号 том выпуск")
"""What a template or a form has in the place of the number."""


def _in_issue(record: Record, issue: str) -> Iterator[Finding]:
    if found := labelled(issue):
        number = found.number if found.counts == "issue" else None
        safe = number is not None and found.certain
        yield Finding("issue", IN_ISSUE, record.issue, suggestion=number, safe=safe)
    elif _RUNNING.fullmatch(issue):
        yield Finding("issue", IN_ISSUE, record.issue)
    elif of_year := _OF_YEAR.fullmatch(issue):
        agrees = of_year["year"] == str(record.year or "")
        number = of_year["number"] if agrees else None
        yield Finding("issue", IN_ISSUE, record.issue, suggestion=number, safe=agrees)
    elif (both := volume_and_issue(issue)) and (not issue[0].isdigit() or both[0] == record.volume):
        first, second = both
        if record.volume in ("", first) and not _YEAR.fullmatch(second):
            moves = () if record.volume else (("volume", first),)
            yield Finding("issue", BOTH, record.issue, suggestion=second, safe=True, moves=moves)
        else:
            yield Finding("issue", BOTH, record.issue)
    elif record.type in SERIAL_TYPES:
        yield from _more_than_issue(record, issue)


def _more_than_issue(record: Record, issue: str) -> Iterator[Finding]:
    if (ends := of_spreadsheet(issue)) and is_span(*ends):
        yield Finding("issue", A_DATE, record.issue, suggestion="{}-{}".format(*ends))
    elif found := issue_and_pages(issue):
        number, pages = found
        moves = () if record.page else (("page", pages),)
        told = moves or record.page == pages
        yield Finding(
            "issue", PAGES, record.issue, suggestion=number if told else None, moves=moves
        )
    else:
        yield from _misread("issue", record.issue, issue)
