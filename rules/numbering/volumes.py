"""Faults in volumes and issues, and articles that lack their numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from validator.finding import Finding, Severity
from validator.record import Parallel, Provenance, Record
from validator.registry import Count, Example, Fact, Ref, collection_rule, rule
from validator.text import dates
from validator.text.page_types import is_roman
from validator.text.unicode import fold

from ._formats import CATALOGUE_FORMATS  # noqa: TID251 - of this family


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

NUMBER_LABELS = (
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
    # labels
    numbered("Vol. 12", "", IN_VOLUME, suggests="12"),
    numbered("vol 12", "3", IN_VOLUME, suggests="12"),
    numbered("Volume 12A", "", IN_VOLUME, suggests="12A"),
    numbered("Bd. 12", "", IN_VOLUME, suggests="12"),
    numbered("T. XII", "", IN_VOLUME, suggests="XII"),
    numbered("Том 5", "Вып. 2", IN_VOLUME, IN_ISSUE, suggests="5"),
    numbered("第12卷", "", IN_VOLUME, suggests="12"),
    numbered("12巻", "", IN_VOLUME, suggests="12"),
    numbered("제12권", "제3호", IN_VOLUME, IN_ISSUE, suggests="12"),
    numbered("", "No. 3", IN_ISSUE, suggests="3"),
    numbered("", "Nr. 3-4", IN_ISSUE, suggests="3-4"),
    numbered("", "№ 3", IN_ISSUE, suggests="3"),
    numbered("", "Heft 3", IN_ISSUE, suggests="3"),
    numbered("", "第3期", IN_ISSUE, suggests="3"),
    numbered("", "第０３期", IN_ISSUE, suggests="０３"),
    numbered("", "总第123期", IN_ISSUE),  # counted from the first issue on: not the issue
    numbered("", "3(总第123期)", IN_ISSUE),
    numbered("36卷6号", "", BOTH),
    numbered("第9卷第2期", "", BOTH),
    numbered("第9卷第2期", "2", BOTH, suggests="9"),
    numbered("Vol. 12, No. 3", "", BOTH),
    numbered("Vol. 12 (3)", "3", BOTH, suggests="12"),
    numbered("vol. 9 (1992)", "", YEAR),
)

_NUMBER = r"((?:[A-Za-z]{0,3}\d{1,5}[A-Za-z]?(?:\s?[-–/]\s?\d{1,5})?|[ivxlcdm]{1,8}))"
_VOLUME_WORD = r"(?:volum(?:e|es|en)?|vols?\.?|v\.|band|bd\.?|tom[eo]?|t\.|том|т\.|jahrgang|jg\.?)"
_ISSUE_WORD = (
    r"(?:n[uú]m(?:bers?|[eé]ro|\.)?|nummer|nos?\.?|nr\.?|n[°º.]|№|issues?|iss\.?|heft|h\.|"
    r"fasc(?:icle|icule|\.)|выпуск|вып\.)"
)
_VOLUME = re.compile(
    rf"{_VOLUME_WORD}\s*{_NUMBER}|(?:第|제)?\s*{_NUMBER}\s*(?:卷|巻|권)", re.IGNORECASE
)
_ISSUE = re.compile(
    rf"{_ISSUE_WORD}\s*{_NUMBER}|(?:第|제)?\s*{_NUMBER}\s*(?:期|号|號|호)", re.IGNORECASE
)
_BOTH = re.compile(
    rf"(?:{_VOLUME.pattern})\s*[,;]?\s*(?:{_ISSUE.pattern}|\({_NUMBER}\))", re.IGNORECASE
)
_RUNNING = re.compile(r"(?:.{0,20}[(（])?[总總]第\s*\d{1,6}\s*[期号號][)）]?")

OFFICIAL_TYPES = {"legislation", "bill", "legal_case", "patent", "standard", "regulation"}
"""Types whose numbers hold 号 or No. as a part."""


@rule(
    "VOL001",
    "volume-issue-labels",
    severity=Severity.WARNING,
    examples=NUMBER_LABELS,
    reads=("volume", "issue"),
)
def volume_issue_labels(record: Record) -> Iterator[Finding]:
    """The volume or the issue carries its label: "Vol. 12", "No. 3", 第12卷, 总第123期.

    Why: a citation style writes the label itself, and a number with its label equals no other.

    Not found: supplements, parts and special issues; numbers of laws and patents, to which 号
    belongs; volumes with a name; catalogue records.

    Source: Help:CS1 errors, "extra text"; GB/T 7714-2015.
    """
    volume, issue = record.volume, record.issue
    if (volume.isdigit() or not volume) and (issue.isdigit() or not issue):
        return
    if record.type in OFFICIAL_TYPES or record.provenance.format in CATALOGUE_FORMATS:
        return
    if len(volume) < 40 and not volume.isdigit():
        if number := labelled(_VOLUME, volume):
            yield Finding("volume", IN_VOLUME, volume, suggestion=number, safe=True)
        elif found := _BOTH.fullmatch(volume.strip()):
            first, second = filter(None, found.groups())
            agrees = second == issue
            template = YEAR if re.fullmatch("(?:1[5-9]|20)[0-9]{2}", second) else BOTH
            yield Finding(
                "volume", template, volume, suggestion=first if agrees else None, safe=agrees
            )
    if len(issue) < 40 and not issue.isdigit():
        if number := labelled(_ISSUE, issue):
            yield Finding("issue", IN_ISSUE, issue, suggestion=number, safe=True)
        elif _RUNNING.fullmatch(issue.strip()):
            yield Finding("issue", IN_ISSUE, issue)
        elif _BOTH.fullmatch(issue.strip()):
            yield Finding("issue", BOTH, issue)


def labelled(pattern: re.Pattern[str], text: str) -> str:
    """The number of a text that is a number with a label; "" for all else."""
    found = pattern.fullmatch(text.strip())
    number = next(filter(None, found.groups())) if found else ""
    return number if has_digit(number) or is_roman(number) else ""


def has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


# What an article lacks

NO_VOLUME, NO_PAGES = 1, 2
LACKING = {
    NO_VOLUME: ("volume", "neither volume nor issue"),
    NO_PAGES: ("page", "neither pages nor article number"),
    NO_VOLUME | NO_PAGES: ("volume", "no volume, issue, pages or article number"),
}
PREPRINTS = ("arxiv", "corr", "biorxiv", "medrxiv", "chemrxiv", "ssrn", "preprint", "psyarxiv")
"""Folded beginnings of what stands for a journal with preprints, which have no volumes."""


def lacks(record: Record) -> Count | tuple[str, int] | None:
    """The journal of an article, and which numbers it lacks."""
    if record.type != "article-journal":
        return None
    journal = fold(record.container_title or record.parallel.container_title)
    missing = 0
    if not record.volume.strip() and not record.issue.strip():
        missing |= NO_VOLUME
    if not record.page.strip() and not record.number.strip():
        missing |= NO_PAGES
    if not missing:
        return Count((journal, 0))
    if journal.startswith(PREPRINTS) or (record.arxiv and not journal) or not_out_yet(record):
        return None
    return journal, missing


def not_out_yet(record: Record) -> bool:
    issued = record.issued
    return (issued is not None and issued.undated) or any(
        dates.announces(text) for text in (record.status, record.note)
    )


def article(journal: str = "Cytotherapy", **values: str) -> Record:
    return Record(type="article-journal", container_title=journal, **values)  # type: ignore[arg-type]


WHOLE = article(volume="12", issue="3", page="1-5")
BARE = LACKING[NO_VOLUME | NO_PAGES][1]

LACKING_NUMBERS = (
    # clean
    Example((WHOLE,)),
    Example((article(volume="12", number="e0123456"),)),
    Example((article("中国图书馆学报", issue="3", page="1-5"),)),  # counted by year and issue
    Example((article(volume="12", page="in press"),)),
    Example((article(note="in press"),)),
    Example((article(status="Advance online publication"),)),
    Example((article("arXiv preprint arXiv:1706.03762"),)),
    Example((Record(type="article-newspaper", container_title="人民日报"),)),
    Example((Record(type="article-magazine", container_title="Time"),)),
    Example((Record(type="paper-conference", container_title="Proceedings"),)),
    # a journal whose records have none
    Example(tuple(article("Cureus", volume="3") for _ in range(3))),
    # lacking
    Example((Record(type="article-journal", title="One repeated transplantation"),), (BARE,)),
    Example((article(volume="12"),), ("neither pages nor article number",)),
    Example((article(page="1-5"),), ("neither volume nor issue",)),
    Example((WHOLE, WHOLE, article(volume="3")), ("neither pages nor article number",)),
    Example((article("中国图书馆学报", issue="3"),), ("neither pages nor article number",)),
    Example(
        (article(parallel=Parallel(container_title="測繪科學")),),  # type: ignore[arg-type]
        (BARE,),
    ),
)


@collection_rule(
    "VOL002",
    "volume-missing-for-journal",
    severity=Severity.INFO,
    observe=lacks,
    examples=LACKING_NUMBERS,
)
def volume_missing_for_journal(facts: Sequence[Fact]) -> Iterator[tuple[Ref, Finding]]:
    """A journal article without volume and issue, or without pages and article number.

    Why: it can be looked up by its title only, and its duplicates are found less surely.

    Not found: journals of which half or more of the other records lack the same, when there are
    two or more; volume or issue alone; newspapers, magazines, preprints; works not out yet.

    Source: ISO 690:2021; GB/T 7714-2015 8.8, which lets the volume go where there is an issue.
    """
    lacking: Counter[tuple[str, int]] = Counter()
    records: Counter[str] = Counter()
    for fact in facts:
        journal, missing = unpacked(fact)
        records[journal] += 1
        for bit in (NO_VOLUME, NO_PAGES):
            lacking[journal, bit] += bool(missing & bit)
    for fact in facts:
        journal, missing = unpacked(fact)
        others = records[journal] - 1
        for bit in (NO_VOLUME, NO_PAGES):
            if journal and others >= 2 and 2 * (lacking[journal, bit] - 1) >= others:
                missing &= ~bit
        if missing:
            variable, template = LACKING[missing]
            yield fact.ref, Finding(variable, template)


def unpacked(fact: Fact) -> tuple[str, int]:
    value = fact.value.key if isinstance(fact.value, Count) else fact.value
    return value[0], value[1]
