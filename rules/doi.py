"""Faults of DOIs: missing, malformed, written as links, samples, several in one field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from validator.config import Settings
from validator.finding import Finding, Severity
from validator.profiles import expects_doi
from validator.record import Parallel, Provenance, Record
from validator.registry import Example, rule
from validator.text.dates import Date
from validator.text.identifiers.doi_names import Kind, Reading, read
from validator.text.script import Script, has_cjk, script

TEST_PREFIXES = ("10.5555/", "10.5072/")
LATIN = (Script.LATIN, Script.NONE)
PART_OF_ISSUE = (
    r"(?i)(?:(?:table of )?contents|(?:author|subject|title|keyword)? ?index"
    r"|(?:front|back) ?matter|volume information|(?:front |back )?cover|masthead|calendar"
    r"|books received|titel(?:ei|blatt)?|inhalt(?:sverzeichnis)?|sommaire)(?:\W|\d)*\Z"
    r"|(?:meeting |conference |poster )?abstracts (?:of|for|from|presented)\b"
)
LAW_REVIEW = r"(?i)\blaw (?:review|journal)\b|\bL\. ?Rev\b|\bL\.? ?J\.?\Z"
NOT_YET_OUT = (
    r"\b(?:in[ -]?press|forthcoming|to appear|submitted|accepted|unpublished|under review"
    r"|in preparation|preprint)\b|待刊|印刷中|即将|即將|印刷准备"
)


def wrote(doi: str, *says: str, suggests: str | None = None, **values: Any) -> Example:
    return Example(Record(doi=doi, **values), says, suggests)


def of_tests(name: str) -> bool:
    """Whether a DOI has a prefix that was set aside for tests."""
    return name.startswith(TEST_PREFIXES)


def is_one(reading: Reading) -> bool:
    """Whether the field holds one name for certain, in any form."""
    return reading.kind is Kind.CLEAN or reading.kind is Kind.OTHER_FORM


def at_acm(record: Record) -> bool:
    """Whether the record points to the ACM Digital Library, which numbers works under 10.5555."""
    return "acm.org/" in record.url.lower()


SICI = "10.1002/(SICI)1097-4679(199911)55:11<1331::AID-JCLP1>3.0.CO;2-3"
ESCAPED_SICI = "10.1002/(SICI)1097-4679(199911)55:11%3C1331::AID-JCLP1%3E3.0.CO;2-3"
HTML_SICI = "10.1002/(SICI)1097-4679(199911)55:11&lt;1331::AID-JCLP1&gt;3.0.CO;2-3"
SUN_YAT_SEN = "10.13471/j.cnki.j.sun.yat-sen.univ(med.sci).20240004.017"
TAIL = "punctuation after a DOI"
RESIDUE = "residue of a link or of HTML after a DOI"

MALFORMED = (
    wrote("10.1186/s13287-021-02417-3"),
    wrote("10.1016/S0735-1097(98)00347-7"),  # brackets of a PII
    wrote(SICI),  # a SICI holds < > : ; and brackets
    wrote("10.1890/0012-9658(2006)87[1915:TSOEIA]2.0.CO;2"),
    wrote(SUN_YAT_SEN),
    wrote("10.1000.10/123"),  # a prefix of a part of the registrant
    wrote("10.1000/A"),  # one character, upper case
    wrote("10.1093/ajae/aaq063"),
    wrote("10.1000/日本語"),  # any script
    wrote("10.1000/456#789+x"),
    wrote("https://doi.org/10.1000/182"),  # another form, not a broken one: DOI002
    wrote("10.1000/182, 10.1000/183"),  # DOI008
    wrote("n/a"),  # VAL001
    wrote("10.1186/s13287-021-02417-3.", TAIL, suggests="10.1186/s13287-021-02417-3"),
    wrote("10.1016/S0735-1097(98)00347-7)", TAIL, suggests="10.1016/S0735-1097(98)00347-7"),
    wrote(
        "10.13336/j.1003-6520.hve.20201234。", TAIL, suggests="10.13336/j.1003-6520.hve.20201234"
    ),
    wrote("https://doi.org/10.1000/182】", TAIL, suggests="10.1000/182"),  # graver than its form
    wrote("10.1000/182</a>", "HTML residue in a DOI", suggests="10.1000/182"),
    wrote("10.1000/182&rft.date=2020", RESIDUE, suggests="10.1000/182"),
    wrote("10.1000/182?journalCode=abc", RESIDUE, suggests="10.1000/182"),
    wrote("10.5007/%x", "a broken percent escape in a DOI"),  # the format of a program
    wrote(ESCAPED_SICI, "percent escapes of a link in a DOI", suggests=SICI),
    wrote(HTML_SICI, "an HTML entity in a DOI", suggests=SICI),
    wrote(
        "10.1007/s00134- 011-2381-7", "a blank inside a DOI", suggests="10.1007/s00134-011-2381-7"
    ),
    wrote("10.1000/18 2", "a blank inside a DOI"),  # nobody knows which it was
    wrote("１０.1016／ｊ.cell", "full-width characters in a DOI", suggests="10.1016/j.cell"),
    wrote("10.1007/s00134–011", "a dash for a hyphen in a DOI", suggests="10.1007/s00134-011"),
    wrote("10.1016/S0735-1097(98", "unbalanced brackets in a DOI"),
    wrote("10.1016/j.cell.2020...", "a DOI cut short"),
    wrote("10.1000", "a DOI without a suffix"),
    wrote("10.1000/", "a DOI without a suffix"),
    wrote("doi:", "not a DOI"),
    wrote("11.1000/182", "not a DOI"),
    wrote("10.1000/18\udc80", "unreadable characters in a DOI"),
    wrote(
        "https://link.springer.com/article/10.1007/s00134-011-2381-7",
        "other text around a DOI",
        suggests="10.1007/s00134-011-2381-7",
    ),
)


@rule("DOI001", "doi-malformed", severity=Severity.ERROR, reads=("DOI",), examples=MALFORMED)
def doi_malformed(record: Record) -> Iterator[Finding]:
    """The value of the DOI field is no DOI name, or one with residue of a page or a link.

    Why: a resolver answers "not found", and the record neither gets its metadata nor meets its
    duplicates.

    Not found: whatever a suffix may hold, which is nearly anything: SICIs with `< > [ ] ; :`,
    brackets that are balanced, one character, upper case, any script; divided prefixes
    (10.1000.10/...); a name that no agency near you knows (Crossref, ISTIC and CNKI are agencies
    of their own). A valid name in another form is DOI002, two names are DOI008.

    Source: ISO 26324; DOI Handbook, section 2; Crossref, "Constructing your DOIs". Of 19 broken
    names two well-known checkers by pattern let 12 pass, and a third refuses 5 of 19 valid ones.
    """
    reading = read(record.doi)
    if reading.kind is Kind.MALFORMED:
        yield Finding("DOI", reading.fault, value=record.doi, suggestion=reading.name or None)


LABELLED = "a DOI with a label or a resolver before it"
OPENALEX = Provenance("works.json", "openalex", 1)

NOT_CANONICAL = (
    wrote("10.1000/182"),
    wrote("10.1000/ABC.Def"),  # case never counts
    wrote("10.1000/a%2Fb"),  # an escape in a bare name may be its own
    wrote("https://doi.org/10.1000/182", provenance=OPENALEX),  # the form of that format
    wrote("https://doi.org/10.1000/182."),  # DOI001
    wrote("doi:10.5555/12345678"),  # DOI005: there is nothing to keep
    wrote("https://doi.org/10.1000/182", LABELLED, suggests="10.1000/182"),
    wrote("http://dx.doi.org/10.1000/182", LABELLED, suggests="10.1000/182"),
    wrote("http://doi.acm.org/10.1145/1122.3344", LABELLED, suggests="10.1145/1122.3344"),
    wrote("doi:10.1000/ABC", LABELLED, suggests="10.1000/ABC"),
    wrote("DOI: 10.1000/182", LABELLED, suggests="10.1000/182"),
    wrote("DOI：10.13336/j.1003-6520.hve", LABELLED, suggests="10.13336/j.1003-6520.hve"),
    wrote("info:doi/10.1000/182", LABELLED, suggests="10.1000/182"),
    wrote("urn:doi:10.1000/182", LABELLED, suggests="10.1000/182"),
    wrote("https://doi.org/10.1000%2F182", LABELLED, suggests="10.1000/182"),
    wrote("10.1000/1\u200b82", "invisible characters in a DOI", suggests="10.1000/182"),
    wrote("10.1000/a\\_b", "a DOI with LaTeX escapes", suggests="10.1000/a_b"),
)


@rule(
    "DOI002", "doi-not-canonical", severity=Severity.WARNING, reads=("DOI",), examples=NOT_CANONICAL
)
def doi_not_canonical(record: Record) -> Iterator[Finding]:
    """The DOI is written as a link or with a label, not as the bare name.

    Why: `doi` and `DOI` hold the bare name in BibLaTeX and CSL; a style that sets the resolver
    before it prints it twice, and programs that compare the strings see two works.

    Not found: upper or lower case; a form that is normal for the format of the file (OpenAlex
    gives links). A link with something broken in it is DOI001.

    Source: BibLaTeX manual, section 2.2.2; CSL 1.0.2, appendix IV; DOI Handbook, section 3 (the
    resolver form is for display).
    """
    reading = read(record.doi)
    if reading.kind is not Kind.OTHER_FORM or is_normal(record):
        return
    if not of_tests(reading.name) or at_acm(record):
        yield Finding("DOI", reading.fault, value=record.doi, suggestion=reading.name, safe=True)


def is_normal(record: Record) -> bool:
    """Whether the format of the file writes DOIs in this form."""
    return record.provenance.format == "openalex" and record.doi.startswith("https://doi.org/")


def article(*says: str, since: int = 2000, profile: str = "default", **values: Any) -> Example:
    given = {"type": "article-journal", "title": "Insulin and sleep", "issued": Date("2016", 2016)}
    settings = Settings(doi_expected_since=since, profile=profile)
    return Example(Record(**{**given, **values}), says, settings=settings)


MISSING = "no DOI, and its type and year lead one to expect it"

MISSING_DOI = (
    article(doi="10.1000/182"),
    article(doi="n/a"),  # VAL001 says it
    article(issued=Date("1950", 1950)),
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
    article(parallel=Parallel(title="胰岛素与睡眠")),  # a Chinese article, its English title first
    article(container_title="中国糖尿病杂志"),
    article(type="thesis", language="zh", profile="crossref"),
    article(arxiv="2101.00001"),
    article(pmid="12345678"),
    article(cstr="31253.11.sciencedb.01234"),
    article(url="https://hdl.handle.net/10500/1234"),
    article(status="in press"),
    article(issued=Date("forthcoming")),
    article(MISSING),
    article(issued=None, container_title=""),  # nothing says where or when it appeared
    article(title="Сахарный диабет первого типа"),
    article(title="داء السكري من النوع الأول"),
    article(title="Abstracts for the 12th Congress of Sleep Medicine"),
    article(title="Volume Information"),
    article(container_title="Harvard Law Review"),
    article(container_title="Colum. L. Rev."),
    article(MISSING, title="Contents of dreams"),
    article(MISSING, title="Über Schlaf und Größe"),
    article(MISSING, issued=None, container_title="Sleep"),  # nothing says that it is old
    article(MISSING, title="Die Rolle der 胰岛素 in the treatment of diabetes mellitus"),
    article(MISSING, type="paper-conference", profile="crossref"),
    article(MISSING, type="thesis", profile="crossref"),
)


@rule("DOI003", "doi-missing", severity=Severity.WARNING, examples=MISSING_DOI)
def doi_missing(record: Record, settings: Settings) -> Iterator[Finding]:
    """An article has no DOI, and its type, language and year lead one to expect one.

    Why: without it the record is matched by its title alone, and no reader gets to the text.

    Not found: years before `doi.expected-since`; records in scripts other than Latin, whose
    journals often register none; law reviews, which hardly do; lists of contents, indexes and
    abstracts of a meeting; records with another identifier (CSTR, arXiv, PMID, Handle); what is
    not out yet. In the profile `crossref` chapters, conference papers and theses count
    too; books, web pages, standards and archives never do.

    Source: Crossref participation reports; the Chinese platforms' test records, of whose 123
    articles 55 carry a DOI; eLIBRARY, DOIs of Russian journals; Nishikawa-Pacher, Law reviews,
    open metadata and RSS feeds, 2022.
    """
    if record.doi or record.arxiv or record.pmid or record.pmcid or record.cstr:
        return
    issued = record.issued
    if not expects_doi(
        record.type,
        record.language,
        year=issued.year if issued else None,
        profile=settings.profile,
        since=settings.doi_expected_since,
    ):
        return
    if issued is None and not record.container_title and not record.container_title_short:
        return
    if is_not_latin(record) or is_not_out(record) or "hdl.handle.net" in record.url.lower():
        return
    if re.match(PART_OF_ISSUE, record.title) or re.search(LAW_REVIEW, record.container_title):
        return
    yield Finding("DOI", MISSING)


def is_not_latin(record: Record) -> bool:
    """Whether title, journal or parallel title are in another script than Latin."""
    return (
        (not record.title.isascii() and script(record.title) not in LATIN)
        or has_cjk(record.container_title)
        or has_cjk(record.parallel.title)
    )


def is_not_out(record: Record) -> bool:
    """Whether status or date say that the work is yet to be published."""
    issued = record.issued
    words = record.status if issued is None or issued.year else f"{record.status} {issued.raw}"
    return bool(words) and re.search(NOT_YET_OUT, words, re.IGNORECASE) is not None


SHORTENED = (
    wrote("10.1000/182"),
    wrote("10.1000/aabbe"),
    wrote("10/aabbe", "a shortened DOI"),
    wrote("https://doi.org/10/aabbe", "a shortened DOI"),  # one finding: the link goes with it
    wrote("10/fg5v", "a shortened DOI"),
)


@rule("DOI004", "doi-shortened", severity=Severity.INFO, reads=("DOI",), examples=SHORTENED)
def doi_shortened(record: Record) -> Iterator[Finding]:
    """The DOI is an alias of the shortDOI service, not the name that was registered.

    Why: it leads to the work, but no catalogue knows it: the record meets none of its duplicates.

    Not found: names with a registrant's prefix, however short their suffix.

    Source: https://shortdoi.org
    """
    reading = read(record.doi)
    if reading.kind is Kind.SHORTENED:
        yield Finding("DOI", reading.fault, value=record.doi)


SAMPLE = "a sample DOI that a template left"
TEST = "a DOI with a prefix for tests"
AT_ACM = "https://dl.acm.org/doi/10.5555/3295222.3295349"

TEST_PREFIX = (
    wrote("10.1145/3292500.3330701"),
    wrote("10.1000/xxl.2020"),
    wrote("10.5555/3295222.3295349", url=AT_ACM),  # DOI009
    wrote("10.55555/abc"),  # another registrant
    wrote("10.5555/12345678", TEST),
    wrote("https://doi.org/10.5555/12345678", TEST),  # its form does not matter any more
    wrote("10.5072/FK2.STARS-001", TEST),
    wrote("10.1145/nnnnnnn.nnnnnnn", SAMPLE),
    wrote("10.1145/XXXXXXX.XXXXXXX", SAMPLE),
    wrote("10.1145/1122445.1122456", SAMPLE),  # acmart's
    wrote("10.1109/ACCESS.2017.DOI", SAMPLE),
    wrote("10.XXXX/XXXXX", SAMPLE),
    wrote("https://doi.org/10.1145/xxxxxxx", SAMPLE),
)


@rule("DOI005", "doi-test-prefix", severity=Severity.WARNING, reads=("DOI",), examples=TEST_PREFIX)
def doi_test_prefix(record: Record) -> Iterator[Finding]:
    """The DOI is one for tests, or the sample that a template prints until it is replaced.

    Why: it resolves to nothing or to another work, and all records that keep it look alike.

    Not found: 10.5555 beside a link to the ACM Digital Library, which uses it for works without
    a DOI (DOI009).

    Source: Crossref and DataCite, test prefixes (10.5555; 10.5072, retired in 2019); the classes
    acmart and ieeeaccess.
    """
    reading = read(record.doi)
    if reading.kind is Kind.TEMPLATE:
        yield Finding("DOI", reading.fault, value=record.doi)
    elif is_one(reading) and of_tests(reading.name) and not at_acm(record):
        yield Finding("DOI", TEST, value=record.doi)


SEVERAL = (
    wrote("10.1000/182"),
    wrote(SICI),  # its semicolon parts nothing
    wrote("10.1000/10.1000/182"),  # a suffix that looks like a name
    wrote("10.1000/182, 10.1000/183", "several DOIs in one field"),
    wrote("10.1000/182 https://doi.org/10.1000/183", "several DOIs in one field"),
    wrote("10.1000/182；10.1000/183", "several DOIs in one field"),
    wrote(f"{SICI}; 10.1000/183", "several DOIs in one field"),
    wrote(
        "10.1000/ABC; https://doi.org/10.1000/abc",
        "one DOI told several times",
        suggests="10.1000/ABC",
    ),
)


@rule("DOI008", "doi-multiple", severity=Severity.WARNING, reads=("DOI",), examples=SEVERAL)
def doi_multiple(record: Record) -> Iterator[Finding]:
    """The field holds two DOIs or more.

    Why: programs take the whole for one name, which leads nowhere; and which of the two is the
    work's own, an erratum's or a supplement's only a person can tell.

    Not found: separators that belong to one name.

    Source: CSL 1.0.2 and BibLaTeX: the field holds one name.
    """
    reading = read(record.doi)
    if reading.kind is Kind.SEVERAL:
        same = reading.fault == "one DOI told several times"
        suggestion = reading.name if same else None
        yield Finding("DOI", reading.fault, value=record.doi, suggestion=suggestion)


ACM_PLACEHOLDER = (
    wrote("10.1145/3292500.3330701", url="https://dl.acm.org/doi/10.1145/3292500.3330701"),
    wrote("10.5555/3295222.3295349"),  # DOI005: nothing says that it is ACM's
    wrote(
        "10.5555/3295222.3295349",
        "a number of the ACM Digital Library, which does not resolve",
        url=AT_ACM,
    ),
)


@rule(
    "DOI009",
    "doi-acm-placeholder",
    severity=Severity.INFO,
    reads=("DOI",),
    examples=ACM_PLACEHOLDER,
)
def doi_acm_placeholder(record: Record) -> Iterator[Finding]:
    """The DOI is a number of the ACM Digital Library for a work that has none.

    Why: it looks like a DOI, but 10.5555 is a prefix for tests and no resolver knows it.

    Not found: 10.5555 without a link to acm.org (DOI005).

    Source: Crossref, test prefixes.
    """
    reading = read(record.doi)
    if reading.kind is Kind.CLEAN and of_tests(reading.name) and at_acm(record):
        yield Finding(
            "DOI", "a number of the ACM Digital Library, which does not resolve", value=record.doi
        )
