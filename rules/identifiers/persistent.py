"""Faults of ORCID iDs, PubMed and arXiv identifiers."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

from validator.config import Settings
from validator.finding import Finding, Severity
from validator.record import Name, Provenance, Record
from validator.registry import Example, Examples, rule
from validator.screens import NameScreen
from validator.text.identifiers import pmcid, pmid
from validator.text.identifiers.number_fields import orcid_fault
from validator.text.identifiers.repositories import read_arxiv
from validator.text.placeholders import is_placeholder

from ._moving import misplaced  # noqa: TID251 - of this family

PMC_SHAPE = r"PMC[1-9][0-9]{0,7}(?:\.[0-9]{1,2})?"
ARXIV_SHAPE = r"(?:arXiv:)?[a-z.-]*/?[0-9.]+(?:v[0-9]+)?(?: ?\[[a-z.:, -]{2,80}\])?"


def by(name: Name, *says: str, variable: str = "author") -> Example:
    values: dict[str, Any] = {variable: (Name(family="Curie", given="Marie"), name)}
    return Example(Record(**values), says)


def josiah(identifier: str) -> Name:
    return Name(family="Carberry", given="Josiah", orcid=identifier)


WRONG_ORCID = "an ORCID iD with a wrong check digit"
NO_ORCID = "not the shape of an ORCID iD"


def _orcid_invalid() -> Examples:
    return (
        by(josiah("")),
        by(josiah("0000-0002-1825-0097")),
        by(josiah("0000-0002-1694-233X")),
        by(josiah("https://orcid.org/0000-0002-1825-0097")),  # the form that ORCID asks for
        by(josiah("http://orcid.org/0000-0002-1825-0097")),
        by(josiah("n/a")),
        by(josiah("0000-0002-1825-0098"), WRONG_ORCID),
        by(josiah("https://orcid.org/0000-0002-1694-2330"), WRONG_ORCID, variable="editor"),
        by(josiah("0000000218250097"), NO_ORCID),
        by(josiah("0000 0002 1825 0097"), NO_ORCID),  # as an ISNI is written
        by(josiah("0000-0002-1825"), NO_ORCID),
        by(josiah("carberry"), NO_ORCID),
    )


def has_orcid(name: Name) -> bool:
    """Whether somebody has an iD: few have."""
    return bool(name.orcid)


@rule(
    "PID001",
    "orcid-invalid",
    severity=Severity.ERROR,
    reads=("author", "editor", "translator"),
    of_names=NameScreen(has_orcid),
    examples=_orcid_invalid,
)
def orcid_invalid(record: Record) -> Iterator[Finding]:
    """An ORCID iD is not four groups of four, or its check character does not fit.

    Why: the work is credited to nobody, or to somebody else.

    Not found: the bare iD and its URL; the ISNI of a name in a field of its own; a list of iDs
    that has not one for each author.

    Source: ORCID, "Structure of the ORCID Identifier"; ISO 7064, MOD 11-2.
    """
    for variable in ("author", "editor", "translator"):
        for index, name in enumerate(getattr(record, variable)):
            if name.orcid and (fault := orcid_fault(name.orcid)):
                yield Finding(variable, fault, value=name.orcid, index=index)


def medline(
    number: str, article: str, *says: str, suggests: str | None = None, **values: Any
) -> Example:
    return Example(Record(pmid=number, pmcid=article, **values), says, suggests)


OPENALEX = Provenance("works.json", "openalex", 1)
PMID_FORM = "a PMID with a label or a link"
PMCID_FORM = "a PMCID not in the shape PMC and digits"
SWAPPED_PMID = "a PMCID in the PMID field"
SWAPPED_PMCID = "a PMID in the PMCID field"


def _pmid_pmcid() -> Examples:
    return (
        medline("12345678", "PMC1234567"),
        medline("1", ""),
        medline("", "PMC13900.1"),  # with its version
        medline("n/a", "n/a"),  # VAL001
        medline("https://pubmed.ncbi.nlm.nih.gov/12345678", "", provenance=OPENALEX),
        medline("PMID: 12345678", "", PMID_FORM, suggests="12345678"),
        medline("https://pubmed.ncbi.nlm.nih.gov/12345678/", "", PMID_FORM, suggests="12345678"),
        medline("", "1234567", "a PMCID without PMC", suggests="PMC1234567"),
        medline("", "pmc1234567", PMCID_FORM, suggests="PMC1234567"),
        medline("", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC13900/", PMCID_FORM),
        medline("123456789", "", "not a PMID"),
        medline("12a", "", "not a PMID"),
        medline("99999999", "", "a PMID higher than any given out"),
        medline("", "PMCX", "not a PMCID"),
        medline("PMC1234567", "", SWAPPED_PMID, suggests=""),  # it moves
        medline("", "PMID: 12345678", SWAPPED_PMCID, suggests=""),
        medline("PMC1234567", "PMC13900", SWAPPED_PMID),
        medline("PMC1234567", "12345678", SWAPPED_PMID, SWAPPED_PMCID, suggests="12345678"),
        medline("12345678", "12345678", SWAPPED_PMCID, suggests=""),
    )


@rule(
    "PID003", "pmid-pmcid", severity=Severity.ERROR, reads=("PMID", "PMCID"), examples=_pmid_pmcid
)
def pmid_pmcid(record: Record, settings: Settings) -> Iterator[Finding]:
    """A PMID is not one to eight digits, a PMCID not PMC and digits, or the two are swapped.

    Why: the same digits name an article of PubMed and another one of PubMed Central, so a number
    in the wrong field leads to another work.

    Not found: a version (PMC13900.1); a form that is normal for the format of the file (OpenAlex
    gives links).

    Source: National Library of Medicine, PubMed help and PMC ID converter.
    """
    if record.pmid:
        yield from pmid_findings(record, settings)
    if record.pmcid:
        yield from pmcid_findings(record)


def highest_pmid(year: int) -> int:
    """A number that no PMID reaches in a year: 39.7 million by the end of 2024, 1.8 a year more.

    Before 2026 that year counts, for runs that are told an old date.
    """
    return 45_000_000 + 2_500_000 * max(0, year - 2026)


def pmid_findings(record: Record, settings: Settings) -> Iterator[Finding]:
    value, number = record.pmid, pmid(record.pmid)
    if not number:
        if pmcid(value):
            if other := pmid(record.pmcid):
                yield Finding("PMID", SWAPPED_PMID, value=value, suggestion=other)
            else:
                yield misplaced(record, "PMID", SWAPPED_PMID, to="PMCID", as_=pmcid(value))
        elif not is_placeholder(value):
            yield Finding("PMID", "not a PMID", value=value)
    elif int(number) > highest_pmid(settings.today.year):
        yield Finding("PMID", "a PMID higher than any given out", value=value)
    elif not value.isdecimal() and record.provenance.format != "openalex":
        yield Finding("PMID", PMID_FORM, value=value, suggestion=number, safe=True)


def pmcid_findings(record: Record) -> Iterator[Finding]:
    value, name = record.pmcid, pmcid(record.pmcid)
    if name:
        if not re.fullmatch(PMC_SHAPE, value) and record.provenance.format != "openalex":
            yield Finding("PMCID", PMCID_FORM, value=value, suggestion=name, safe=True)
        return
    number = pmid(value)
    if number and (number == pmid(record.pmid) or pmcid(record.pmid)):
        yield Finding("PMCID", SWAPPED_PMCID, value=value, suggestion=pmcid(record.pmid))
    elif number and value.strip().isdecimal():
        yield Finding(
            "PMCID", "a PMCID without PMC", value=value, suggestion=f"PMC{number}", safe=True
        )
    elif number:
        yield misplaced(record, "PMCID", SWAPPED_PMCID, to="PMID", as_=number)
    elif not is_placeholder(value):
        yield Finding("PMCID", "not a PMCID", value=value)


def preprint(value: str, *says: str, suggests: str | None = None) -> Example:
    return Example(Record(arxiv=value), says, suggests)


ARXIV_FORM = "an arXiv identifier in a link"
NO_ARXIV = "not an arXiv identifier"
ARXIV_TO_COME = "an arXiv identifier of a month still to come"

IN_2026 = Settings(today=datetime.date(2026, 6, 30))


def _arxiv_id() -> Examples:
    return (
        preprint("2101.00001"),
        preprint("2101.00001v2"),
        Example(Record(arxiv="2706.01234"), (ARXIV_TO_COME,), settings=IN_2026),
        Example(Record(arxiv="2606.01234"), settings=IN_2026),
        preprint("arXiv:2101.00001"),  # as arXiv asks to cite it
        preprint("arXiv:2101.00001v1 [cs.CL]"),  # as it stands on the page
        preprint(
            "0809.0872 [hep-ex, physics:hep-ph]"
        ),  # several classes, as its interface gives them
        preprint("0704.0001"),
        preprint("math-ph/0401001"),
        preprint("hep-th/9901001v3"),
        preprint("math.GT/0309136"),
        preprint("https://arxiv.org/abs/2101.00001v2", ARXIV_FORM, suggests="2101.00001v2"),
        preprint("https://arxiv.org/pdf/2101.00001.pdf", ARXIV_FORM, suggests="2101.00001"),
        preprint("10.48550/arXiv.2101.00001", ARXIV_FORM, suggests="2101.00001"),
        preprint("2113.00001", NO_ARXIV),  # no month
        preprint("1412.12345", NO_ARXIV),  # five digits since January 2015
        preprint("1501.1234", NO_ARXIV),
        preprint("math/0704001", NO_ARXIV),  # the old scheme ended in March 2007
        preprint("foo/0401001", NO_ARXIV),
        preprint("2101.00001x", NO_ARXIV),
    )


@rule("PID004", "arxiv-id", severity=Severity.ERROR, reads=("arxiv",), examples=_arxiv_id)
def arxiv_id(record: Record, settings: Settings) -> Iterator[Finding]:
    """An arXiv identifier is not YYMM.NNNNN or archive/YYMMNNN, or its month never was.

    Why: it leads to no preprint, and the record misses the published version as its relative.

    Not found: identifiers of the old scheme with or without a subject class, a version, the
    prefix "arXiv:", the class in brackets as arXiv prints it.

    Source: https://info.arxiv.org/help/arxiv_identifier.html
    """
    value = record.arxiv.strip()
    name, version = read_arxiv(value)
    if not name:
        if not is_placeholder(value):
            yield Finding("arxiv", NO_ARXIV, value=record.arxiv)
    elif "." in name and name[:4] > f"{settings.today:%y%m}":
        yield Finding("arxiv", ARXIV_TO_COME, value=record.arxiv)
    elif not re.fullmatch(ARXIV_SHAPE, value, re.IGNORECASE):
        moves = (
            () if record.doi or "10.48550/" not in value else (("DOI", f"10.48550/arXiv.{name}"),)
        )
        yield Finding(
            "arxiv",
            ARXIV_FORM,
            value=record.arxiv,
            suggestion=name + version,
            moves=moves,
            safe=True,
        )
