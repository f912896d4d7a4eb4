"""DOIs that are no name, or a name written in another form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Provenance, Record, attribute_of
from validator.registry import Examples, rule
from validator.text.identifiers import pmcid, pmid
from validator.text.identifiers.doi_names import Kind, of_tests, read
from validator.text.identifiers.number_fields import Kind as Number
from validator.text.identifiers.number_fields import read_isbn, read_issn

from .values import at_acm, is_odd, wrote  # noqa: TID251 - of this family

SICI = "10.1002/(SICI)1097-4679(199911)55:11<1331::AID-JCLP1>3.0.CO;2-3"
ESCAPED_SICI = "10.1002/(SICI)1097-4679(199911)55:11%3C1331::AID-JCLP1%3E3.0.CO;2-3"
HTML_SICI = "10.1002/(SICI)1097-4679(199911)55:11&lt;1331::AID-JCLP1&gt;3.0.CO;2-3"
SUN_YAT_SEN = "10.13471/j.cnki.j.sun.yat-sen.univ(med.sci).20240004.017"
TAIL = "punctuation after a DOI"
RESIDUE = "residue of a link or of HTML after a DOI"

ARXIV = "an arXiv identifier in the DOI field"
LOOKALIKE = "another sign for a digit, the point or the slash in a DOI"


def _malformed() -> Examples:
    return (
        wrote("10.1186/s13287-021-02417-3"),
        wrote("10.1016/S0735-1097(98)00347-7"),  # brackets of a PII
        wrote(SICI),  # a SICI holds < > : ; and brackets
        wrote("10.1890/0012-9658(2006)87[1915:TSOEIA]2.0.CO;2"),
        wrote(SUN_YAT_SEN),
        wrote("10.1000.10/123"),  # a prefix of a part of the registrant
        wrote("10.1000/A"),  # one character, upper case
        wrote("10.1093/ajae/aaq063"),
        wrote("10.48550/arXiv.math.GT/0309136"),
        wrote("10.1000/日本語"),  # any script
        wrote("10.1000/456#789+x"),
        wrote("https://doi.org/10.1000/182"),  # another form, not a broken one: DOI002
        wrote("10.1000/182, 10.1000/183"),  # DOI008
        wrote("n/a"),  # VAL001
        wrote("10.1186/s13287-021-02417-3.", TAIL, suggests="10.1186/s13287-021-02417-3"),
        wrote("10.1016/S0735-1097(98)00347-7)", TAIL, suggests="10.1016/S0735-1097(98)00347-7"),
        wrote(
            "10.13336/j.1003-6520.hve.20201234。",
            TAIL,
            suggests="10.13336/j.1003-6520.hve.20201234",
        ),
        wrote(
            "https://doi.org/10.1000/182】", TAIL, suggests="10.1000/182"
        ),  # graver than its form
        wrote("10.1000/182</a>", "HTML residue in a DOI", suggests="10.1000/182"),
        wrote("10.1000/182&rft.date=2020", RESIDUE, suggests="10.1000/182"),
        wrote("10.1000/182?journalCode=abc", RESIDUE, suggests="10.1000/182"),
        wrote("10.5007/%x", "a broken percent escape in a DOI"),  # the format of a program
        wrote(ESCAPED_SICI, "percent escapes of a link in a DOI", suggests=SICI),
        wrote(HTML_SICI, "an HTML entity in a DOI", suggests=SICI),
        wrote(
            "10.1007/s00134- 011-2381-7",
            "a blank inside a DOI",
            suggests="10.1007/s00134-011-2381-7",
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
        wrote("arXiv:2101.00001v2", ARXIV, suggests="10.48550/arXiv.2101.00001"),
        wrote("10.48550/arXiv.2113.00001", "a DOI of an arXiv number that never was"),  # no month
        wrote("PMC1234567", "a PMCID in the DOI field", suggests=""),
        wrote("PMC1234567", "a PMCID in the DOI field", pmcid="PMC13900"),  # nowhere to go
        wrote("http://hdl.handle.net/2065/12142", "a Handle in the DOI field", suggests=""),
        wrote("PMID: 12345678", "a PMID in the DOI field", suggests=""),
        wrote("978-3-16-148410-0", "an ISBN in the DOI field"),
        wrote("0378-5955", "an ISSN in the DOI field"),
        wrote("https://www.jstor.org/stable/2346178", "a link in the DOI field that names no DOI"),
        wrote("10,1000/182", LOOKALIKE, suggests="10.1000/182"),
        wrote("1О.1000/182", LOOKALIKE, suggests="10.1000/182"),  # a Cyrillic letter
        wrote("10.3389/fpsyg.2013.00863/full", RESIDUE, suggests="10.3389/fpsyg.2013.00863"),
        wrote("10.1007/s10994-010-5188-5#citeas", RESIDUE, suggests="10.1007/s10994-010-5188-5"),
        wrote("10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4", "a DOI cut short"),
        wrote("10.1000/18\udc80", "unreadable characters in a DOI"),
        wrote(
            "https://link.springer.com/article/10.1007/s00134-011-2381-7",
            "other text around a DOI",
            suggests="10.1007/s00134-011-2381-7",
        ),
    )


@rule(
    "DOI001",
    "doi-malformed",
    severity=Severity.ERROR,
    reads=("DOI",),
    screen=is_odd,
    examples=_malformed,
)
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
    if reading.kind is not Kind.MALFORMED:
        return
    finding = None
    if reading.fault == "a Handle in the DOI field":
        name = re.sub(
            r"(?i)^\s*(?:https?://)?(?:hdl\.handle\.net/|hdl:)\s*", "", record.doi
        ).strip()
        finding = moved(record, "other-id", reading.fault, f"hdl:{name}")
    elif reading.fault == "not a DOI":
        finding = of_another_kind(record)
    if finding:
        yield finding
    else:
        yield Finding("DOI", reading.fault, value=record.doi, suggestion=reading.name or None)


def of_another_kind(record: Record) -> Finding | None:
    """The finding on a value that is an identifier of another kind, and moves to its own field."""
    value = record.doi
    if name := pmcid(value):
        return moved(record, "PMCID", "a PMCID in the DOI field", name)
    if not value.isdecimal() and (name := pmid(value)):
        return moved(record, "PMID", "a PMID in the DOI field", name)
    for read_number, fault in (
        (read_isbn, "an ISBN in the DOI field"),
        (read_issn, "an ISSN in the DOI field"),
    ):
        if read_number(value).kind is Number.CLEAN:
            return Finding("DOI", fault, value=value)
    if re.match(r"(?i)https?://\S+$", value.strip()):
        return Finding("DOI", "a link in the DOI field that names no DOI", value=value)
    return None


def moved(record: Record, variable: str, fault: str, name: str) -> Finding:
    """The finding on an identifier that moves to its own variable, where that is empty."""
    if getattr(record, attribute_of(variable)):
        return Finding("DOI", fault, value=record.doi)
    moves = ((variable, name),)
    return Finding("DOI", fault, value=record.doi, suggestion="", moves=moves, safe=True)


LABELLED = "a DOI with a label or a resolver before it"
OPENALEX = Provenance("works.json", "openalex", 1)


def _not_canonical() -> Examples:
    return (
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
        wrote("https://doi-org.proxy.example.edu/10.1000/182", LABELLED, suggests="10.1000/182"),
        wrote("<https://doi.org/10.1000/182>", "a DOI in angle brackets", suggests="10.1000/182"),
        wrote("10.1000/1\u200b82", "invisible characters in a DOI", suggests="10.1000/182"),
        wrote("10.1000/a\\_b", "a DOI with LaTeX escapes", suggests="10.1000/a_b"),
    )


@rule(
    "DOI002",
    "doi-not-canonical",
    severity=Severity.WARNING,
    reads=("DOI",),
    screen=is_odd,
    examples=_not_canonical,
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
