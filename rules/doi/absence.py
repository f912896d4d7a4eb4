"""DOIs that are not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from validator.config import Settings
from validator.finding import Finding, Severity
from validator.profiles import expects_doi
from validator.record import OtherId, Parallel, Record
from validator.registry import Example, Examples, rule
from validator.text.dates import Date
from validator.text.identifiers import doi
from validator.text.script import Script, has_cjk, script
from validator.text.unicode import fold

LATIN = (Script.LATIN, Script.NONE)
PART_OF_ISSUE = (
    r"(?i)(?:(?:table of )?contents|(?:author|subject|title|keyword)? ?index"
    r"|(?:front|back) ?matter|volume information|(?:front |back )?cover|masthead|calendar"
    r"|books received|titel(?:ei|blatt)?|inhalt(?:sverzeichnis)?|sommaire)(?:\W|\d)*\Z"
    r"|(?:meeting |conference |poster |proceedings and )?abstracts (?:of|for|from|presented)\b"
    r"|\[[^\[\]]*\]\.?(?: \[[A-Za-z]+\]\.?)?\Z"  # NLM: translated from another language
    r"|.{1,1000}\[(?:meeting )?abstract\]"
)
MEETING = (
    r"(?i)\bconference:|\bannual (?:congress|meeting|conference)\b|abstracts\b|\n.*meeting"
    r"|\n.*\bsuppl"
)
# The pages of its abstracts.
SUPPLEMENT = r"\[?(?:(?:[ASP]|[ivx]{1,5})[0-9]{1,5}(?![0-9A-Za-z])|[0-9]{1,4}A\b)"
LAW_REVIEW = r"(?i)\blaw (?:review|journal)\b|\bL\. ?Rev\b|\bL\.? ?J\.?\Z|\bjuristische"
PREPRINTS = r"(?i)(?:arxiv|biorxiv|medrxiv|corr)\b|.*\bpreprint\b"
WITHOUT_DOIS = frozenset(
    (
        "journal of machine learning research",
        "j mach learn res",
        "transactions on machine learning research",
        "journal of integer sequences",
        "theory and applications of categories",
        "houston journal of mathematics",
        "ars combinatoria",
        "congressus numerantium",
        "american family physician",
        "am fam physician",
    )
)
"""Journals of our day that register no DOI for their articles, by their own sites."""
NOT_YET_OUT = (
    r"\b(?:in[ -]?press|forthcoming|to appear|submitted|accepted|unpublished|under review"
    r"|in preparation|preprint)\b|待刊|印刷中|即将|即將|印刷准备"
)


LONGEST_NOTE = 200  # characters; a longer note tells of other things


def article(*says: str, since: int = 2000, profile: str = "default", **values: Any) -> Example:
    given = {
        "type": "article-journal",
        "title": "Insulin and sleep",
        "container_title": "Sleep",
        "issued": Date("2016", 2016),
    }
    settings = Settings(doi_expected_since=since, profile=profile)
    return Example(Record(**{**given, **values}), says, settings=settings)


MISSING = "no DOI, and its type and year lead one to expect it"

IN_URL = "no DOI, and the URL holds one"


def _missing_doi() -> Examples:
    return (
        article(IN_URL, url="https://doi.org/10.1000/182"),
        article(doi="10.1000/182"),
        article(doi="n/a"),  # VAL001 says it
        article(issued=Date("1950", 1950)),
        article(note="In press"),
        article(container_title="Submitted for publication"),
        article(MISSING, container_title="Journal of Accepted Practice"),
        article(container_title="arXiv preprint arXiv:1706.03762"),  # JNL005
        article(container_title="Journal of Machine Learning Research"),
        article(container_title="Neue Juristische Wochenschrift"),
        article(issued=Date("2005", 2005), since=2010),
        article(type="book"),
        article(type="webpage"),
        article(type="standard"),
        article(type="paper-conference"),  # many proceedings register none
        article(type="thesis"),
        article(language="zh-CN"),
        article(title="一型糖尿病患者的胰岛素治疗"),
        article(title="睡眠とインスリン"),
        article(title="인슐린과 수면"),
        article(
            parallel=Parallel(title="胰岛素与睡眠")
        ),  # a Chinese article, its English title first
        article(container_title="中国糖尿病杂志"),
        article(type="thesis", language="zh", profile="crossref"),
        article(arxiv="2101.00001"),
        article(pmid="12345678"),
        article(cstr="31253.11.sciencedb.01234"),
        article(url="https://hdl.handle.net/10500/1234"),
        article(other_id=(OtherId("hdl", "10500/1234"),)),
        article(status="in press"),
        article(issued=Date("forthcoming")),
        article(MISSING),
        article(container_title=""),  # JNL001, and nobody knows whether its journal registers
        article(title="[Insulin and sleep]"),  # NLM's brackets: it is in another language
        article(title="[Insulin and sleep]. [Japanese]"),
        article(page="A134-A135"),  # abstracts of a meeting in a supplement
        article(issue="MeetingAbstract"),
        article(page="viii94"),
        article(page="88A"),
        article(title="Insulin and sleep [Abstract]"),
        article(container_title="Am Fam Physician"),
        article(event_title="70th Scientific Sessions"),
        article(container_title="European Respiratory Society Annual Congress, Vienna"),
        article(title="Сахарный диабет первого типа"),
        article(title="داء السكري من النوع الأول"),
        article(title="Abstracts for the 12th Congress of Sleep Medicine"),
        article(title="Volume Information"),
        article(container_title="Harvard Law Review"),
        article(container_title="Colum. L. Rev."),
        article(container_title="Circulation", issue="SUPPL. 2"),
        article(container_title="Circulation. Conference: Scientific Sessions"),
        article(MISSING, title="Contents of dreams"),
        article(MISSING, container_title="Astrophysical Journal Supplement Series", issue="2"),
        article(MISSING, title="Über Schlaf und Größe"),
        article(MISSING, issued=None),  # nothing says that it is old
        article(MISSING, page="e0143396"),
        article(MISSING, container_title="", container_title_short="Sleep Med"),
        article(MISSING, title="Die Rolle der 胰岛素 in the treatment of diabetes mellitus"),
        article(MISSING, type="paper-conference", profile="crossref"),
        article(MISSING, type="thesis", profile="crossref"),
    )


@rule(
    "DOI003",
    "doi-missing",
    severity=Severity.WARNING,
    examples=_missing_doi,
    lacks=("DOI", "arxiv", "PMID", "PMCID", "cstr"),
)
def doi_missing(record: Record, settings: Settings) -> Iterator[Finding]:
    """An article has no DOI, and its type, language and year lead one to expect one.

    Why: without it the record is matched by its title alone, and no reader gets to the text.

    Not found: years before `doi.expected-since`; records in scripts other than Latin,
    whose journals often register none, and titles that are translated (in brackets); law reviews,
    which hardly do, and some journals that never did; preprints; lists of contents, indexes,
    supplements and abstracts of a meeting; articles without their journal; records with another
    identifier (CSTR, arXiv, PMID, Handle); what is not out yet. In the profile `crossref`
    chapters, conference papers and theses count too; books, web pages, standards and archives
    never do.

    Source: Crossref participation reports; the Chinese platforms' test records, of whose 123
    articles 55 carry a DOI; eLIBRARY, DOIs of Russian journals; Nishikawa-Pacher, Law reviews,
    open metadata and RSS feeds, 2022.
    """
    if not is_expected(
        record.type,
        record.language,
        year=record.year,
        profile=settings.profile,
        since=settings.doi_expected_since,
    ):
        return
    container = record.container_title or record.container_title_short
    if not container and record.type.startswith("article"):
        return
    if any(scheme == "hdl" for scheme, _ in record.other_id):
        return
    if is_not_latin(record) or is_not_out(record) or "hdl.handle.net" in record.url.lower():
        return
    if re.match(PART_OF_ISSUE, record.title) or re.search(LAW_REVIEW, container):
        return
    if re.match(PREPRINTS, container) or fold(container) in WITHOUT_DOIS:
        return
    if "doi.org/" in record.url and (name := doi(record.url)):
        yield Finding("DOI", IN_URL, suggestion=name, safe=True)
        return
    if record.event_title and record.type.startswith("article"):
        return
    if re.search(MEETING, f"{container}\n{record.issue}") or re.match(SUPPLEMENT, record.page):
        return
    yield Finding("DOI", MISSING)


is_expected = lru_cache(maxsize=4096)(expects_doi)
"""A collection has few types, languages and years."""


def is_not_latin(record: Record) -> bool:
    """Whether title, journal or parallel title are in another script than Latin."""
    return (
        (not record.title.isascii() and script(record.title) not in LATIN)
        or has_cjk(record.container_title)
        or has_cjk(record.parallel.title)
    )


def is_not_out(record: Record) -> bool:
    """Whether status, date, a note or the name of the journal say that the work is not out yet."""
    issued = record.issued
    words = f"{record.status} {record.note[:LONGEST_NOTE]}"
    if issued is not None and not issued.year:
        words = f"{words} {issued.raw}"
    said = re.search(NOT_YET_OUT, words, re.IGNORECASE)
    return bool(said or re.match(NOT_YET_OUT, record.container_title, re.IGNORECASE))
