"""Fields that are there without a value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from validator.finding import Finding, Severity
from validator.record import Field, Provenance, Record
from validator.registry import Example, rule

_DELIMITERS = ' \t\r\n{}"'
LONGEST = 100  # characters: the delimiters of a value, and blanks and line ends
TABLES = frozenset(
    (
        *("csv", "crossref-json", "openalex", "datacite-json"),
        *("europepmc-json", "semantic-scholar", "zotero-json"),
    )
)
"""Formats that write all columns or keys in every record; others only fields that are there."""
_FRAME = frozenset(("TY", "ER"))  # RIS writes nothing behind its last tag
WITHOUT_VALUE = "fields without a value: {fields}"


def is_empty(value: Any) -> bool:
    """Whether the value of a field is none, its delimiters taken off."""
    if isinstance(value, str):
        return len(value) <= LONGEST and not value.strip(_DELIMITERS)
    return value is None or value == [] or value == {}


def fields(form: str, **values: Any) -> Record:
    raw = tuple(Field(name, value) for name, value in values.items())
    return Record(raw=raw, provenance=Provenance(format=form))


def may_be_empty(record: Record) -> bool:
    """A screen: a field with no value, or with nothing but delimiters and blanks."""
    for field in record.raw:
        value = field[1]  # by its place: a record has ten fields
        if not value:
            return True
        # blanks and quotation marks sort before "$", braces behind all letters
        if value.__class__ is str and not "$" < value < "{" and is_empty(value):
            return True
    return False


@rule(
    "REC007",
    "field-empty",
    severity=Severity.INFO,
    screen=may_be_empty,
    examples=lambda: (
        Example(fields("bibtex", title="{A title}", year="2020", volume='"0"')),
        Example(fields("csv", title="A title", volume="")),  # a table has all columns
        Example(fields("csl-json", title="题名", volume=0, author=[{"family": "李"}])),
        Example(fields("ris", TY="JOUR", TI="Пример", ER="")),
        Example(
            fields("bibtex", title="{A}", volume="{}", number='""', pages="{ }"),
            (WITHOUT_VALUE.format(fields="volume, number, pages"),),
        ),
        Example(
            fields("csl-json", volume="", author=[]), ("fields without a value: volume, author",)
        ),
        Example(fields("cn-page", 学科分类号=""), (WITHOUT_VALUE.format(fields="学科分类号"),)),
        Example(fields("ris", TY="JOUR", VL=" "), (WITHOUT_VALUE.format(fields="VL"),)),
    ),
)
def field_empty(record: Record) -> Iterator[Finding]:
    """A field or label is there, and its value is not.

    Why: it is what a form or template left unfilled; some styles print its punctuation.

    Not found: tables, which have every column in every row.

    Source: BibTeX, "empty field" warnings; labels of platform pages (学科分类号).
    """
    if record.provenance.format in TABLES:
        return
    empty = [field for field in record.raw if is_empty(field.value) and field.name not in _FRAME]
    if empty:
        names = ", ".join(dict.fromkeys(field.name for field in empty))
        about = empty[0].variable or empty[0].name
        yield Finding(about, WITHOUT_VALUE, args={"fields": names})
