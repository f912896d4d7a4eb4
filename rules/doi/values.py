"""What the rules of DOIs ask of a record and of the value in its DOI field."""

from __future__ import annotations

from typing import Any

from validator.record import Record
from validator.registry import Example
from validator.text.identifiers.doi_names import Kind, Reading, of_tests, read


def wrote(doi: str, *says: str, suggests: str | None = None, **values: Any) -> Example:
    return Example(Record(doi=doi, **values), says, suggests)


def is_one(reading: Reading) -> bool:
    """Whether the field holds one name for certain, in any form."""
    return reading.kind is Kind.CLEAN or reading.kind is Kind.OTHER_FORM


def is_odd(record: Record) -> bool:
    """Whether there is anything to say of the writing of a DOI: most are a bare name."""
    reading = read(record.doi)
    return reading.kind is not Kind.CLEAN or of_tests(reading.name)


def at_acm(record: Record) -> bool:
    """Whether the record points to the ACM Digital Library, which numbers works under 10.5555."""
    return "acm.org/" in record.url.lower()
