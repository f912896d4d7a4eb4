"""DOIs that are another thing than the name of one work: aliases, samples, several in one field."""

from __future__ import annotations

from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Examples, rule
from validator.text.identifiers.doi_names import Kind, of_tests, read

from .values import (  # noqa: TID251 - of this family
    at_acm,
    is_odd,
    is_one,
    wrote,
)


def _shortened() -> Examples:
    return (
        wrote("10.1000/182"),
        wrote("10.1000/aabbe"),
        wrote("10/aabbe", "a shortened DOI"),
        wrote("https://doi.org/10/aabbe", "a shortened DOI"),  # one finding: the link goes with it
        wrote("10/fg5v", "a shortened DOI"),
    )


@rule(
    "DOI004",
    "doi-shortened",
    severity=Severity.INFO,
    reads=("DOI",),
    screen=is_odd,
    examples=_shortened,
)
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


def _test_prefix() -> Examples:
    return (
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


@rule(
    "DOI005",
    "doi-test-prefix",
    severity=Severity.WARNING,
    reads=("DOI",),
    screen=is_odd,
    examples=_test_prefix,
)
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


SICI = "10.1002/(SICI)1097-4679(199911)55:11<1331::AID-JCLP1>3.0.CO;2-3"


def _several() -> Examples:
    return (
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


@rule(
    "DOI008",
    "doi-multiple",
    severity=Severity.WARNING,
    reads=("DOI",),
    screen=is_odd,
    examples=_several,
)
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


def _acm_placeholder() -> Examples:
    return (
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
    screen=is_odd,
    examples=_acm_placeholder,
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
