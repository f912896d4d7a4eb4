"""DOIs that say another year, volume or journal than their record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Example, Examples, rule
from validator.text.dates import Date
from validator.text.identifiers import arxiv, issns
from validator.text.identifiers.doi_facts import NOTHING, SCHEMES, Facts, facts, is_of_year
from validator.text.identifiers.doi_names import doi

YEAR = "a DOI of another year than the record"
VOLUME = "a DOI of another volume than the record"
SERIAL = "a DOI of another ISSN than those of the record"
PREPRINT = "a DOI of another arXiv identifier than the record"


def named(doi: str, year: int | None, *says: str, **values: Any) -> Example:
    issued = Date(str(year), year) if year else None
    return Example(Record(doi=doi, issued=issued, **values), says)


CHINESE = "10.3969/j.issn.1000-0054.2012.01.001"
SICI = "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O"
PREPRINT_DOI = "10.48550/arXiv.2101.00001"


def _conflicts() -> Examples:
    return (
        named(CHINESE, 2012, issn="1000-0054", container_title="清华大学学报"),
        named(CHINESE, 2011),  # online before the issue
        named(CHINESE, None),
        named(CHINESE, 2012, issn="2095-1234"),  # one ISSN: it may be the electronic one
        named("10.16511/j.cnki.qhdxxb.2021.22.005", 2021),
        named(SICI, 1998, volume="49", issn="0002-8231"),  # Wiley wrote the electronic ISSN
        named(SICI, 1998, volume="49-50"),
        named("10.1016/0006-291X(75)90508-2", 1975),
        named("10.1016/0016-0032(29)91451-4", 1929),
        named("10.1016/S0140-6736(00)83001-7", 1923),  # its number was given with the scan
        named("10.1016/j.cell.2020.01.001", 2021),  # the year of acceptance
        named("10.1111/j.1467-9892.2009.00349.x", 2005),  # a manuscript's year
        named(PREPRINT_DOI, 2023),  # the published version
        named(PREPRINT_DOI, 2021, arxiv="arXiv:2101.00001v2"),
        named("10.5194/acp-10-1-2010", 2010, volume="10"),
        named("10.1007/s10994-010-5188-5", 2013),  # accepted in 2010
        named("10.1007/s001250050001", 2003),  # says nothing
        named("10.3389/fpsyg.2019.00123", 2020),
        named("10.1073/pnas.0507655102", 2005, volume="102"),
        named("10.3390/ijerph17051729", 2020, volume="17"),
        named("10.1088/1475-7516/2010/05/021", 2010, volume="5"),  # its volumes are years
        named("10.1371/journal.pone.0118432", 1999),
        named("10.1590/S0034-89102010000100001", 2009),
        named("10.1128/JVI.01234-19", 2020),
        named("10.1000/182.", 2003),  # DOI001
        named(CHINESE, 2021, YEAR, container_title="清华大学学报"),
        named("10.3321/j.issn:1000-0054.2005.01.001", 1995, YEAR),
        named("10.16511/j.cnki.qhdxxb.2021.22.005", 2012, YEAR),
        named(f"https://doi.org/{SICI}", 2008, YEAR),
        named(SICI, 1998, VOLUME, volume="48"),
        named("10.1175/1520-0442(1999)012<0001:ABC>2.0.CO;2", 1999, VOLUME, volume="21"),
        named("10.1016/0006-291X(75)90508-2", 1957, YEAR),
        named("10.1016/j.cell.2020.01.001", 2002, YEAR),
        named(PREPRINT_DOI, 2012, YEAR),
        named(PREPRINT_DOI, 2021, PREPRINT, arxiv="2101.00010"),
        named("10.5194/acp-10-1-2010", 2010, VOLUME, volume="1"),
        named(CHINESE, 2012, SERIAL, issn="1001-4551, 2095-2783"),
        named("10.3389/fpsyg.2019.00123", 2012, YEAR),
        named("10.1155/2014/123456", 2009, YEAR),
        named("10.1103/PhysRevLett.98.010505", 2007, VOLUME, volume="89"),
        named("10.1136/bmj.331.7531.1490", 2005, VOLUME, volume="330"),
        named("10.3724/SP.J.1001.2013.04347", 2003, YEAR),
        named("10.13209/j.0479-8023.2018.070", 2008, YEAR),
        named("10.1590/S0034-89102010000100001", 2001, YEAR),
        named("10.1007/s10994-010-5188-5", 2001, YEAR),
        named("10.1038/s41586-021-03819-2", 2012, YEAR),
        named("10.1088/0004-637X/711/2/1185", 2010, VOLUME, volume="171"),
        named("10.1073/pnas.95.25.14863", 1998, VOLUME, volume="96"),
        named("10.1056/NEJMoa2034577", 2010, YEAR),
        named("10.3390/ijerph17051729", 2020, VOLUME, volume="7"),
        named("10.1109/TPAMI.2016.2577031", 2007, YEAR),
        named("10.1080/13614533.2013.793221", 2003, YEAR),
    )


ACL = "10.18653/v1/2"
"""Of these names the year is all that tells."""


def may_say(record: Record) -> bool:
    """Whether a DOI may tell something of its work, or stands in another form."""
    name = record.doi
    if name.startswith(ACL):
        return str(record.year) not in name
    return (
        "(" in name
        or name[: name.find("/")] in SCHEMES
        or "j." in name
        or "J." in name
        or name.startswith(("10.48550/", "10.1590/", "10.4067/"))
        or not name.startswith("10.")
    )


@rule(
    "DOI007",
    "doi-conflicts-record",
    severity=Severity.WARNING,
    reads=("DOI",),
    screen=may_say,
    examples=_conflicts,
)
def doi_conflicts_record(record: Record) -> Iterator[Finding]:
    """The year, volume, ISSN or arXiv number that is written in the DOI is not the record's.

    Why: the DOI was taken from another paper, or the year is mistyped; whoever follows it reads
    something else, and duplicates are merged that are none.

    Not found: a year more or less (online first); what only one ISSN says, as print and
    electronic edition have their own; names that say nothing, or a year that is not the issue's
    (manuscripts, scans of old volumes); a later year beside the DOI of a preprint.

    Source: ANSI/NISO Z39.56 (SICI); the PII of Elsevier and SciELO; the journals of ISTIC and CNKI
    (j.issn, j.cnki); the names of arXiv, bioRxiv, ACL, AAS, APS, ASM, BMJ, Copernicus, Frontiers,
    Hindawi, IEEE, MDPI, PNAS, Springer, Taylor & Francis and others. Of 1,500 articles each is
    dated from a year before the acceptance that its DOI tells to two years after it.
    """
    known = facts(doi(record.doi))
    if known is NOTHING:
        return
    if fault := conflict(known, record):
        yield Finding("DOI", fault, value=record.doi)


def conflict(known: Facts, record: Record) -> str:
    """The gravest contradiction between what the DOI says and the record, "" for none."""
    if known.arxiv and record.arxiv and arxiv(record.arxiv) not in ("", known.arxiv):
        return PREPRINT
    year = record.year
    if year is not None and not is_of_year(known, year):
        return YEAR
    volume = record.volume.strip()
    if known.volume and len(volume) < 6 and volume.isdecimal() and int(volume) != int(known.volume):
        return VOLUME
    if known.issn:
        numbers = issns(record.issn)
        if len(numbers) > 1 and known.issn not in numbers:
            return SERIAL
    return ""
