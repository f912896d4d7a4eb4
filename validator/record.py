"""The record every rule sees. Its parts are named for CSL variables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import attrgetter
from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple

from validator.text import dates, names
from validator.text.dates import Date
from validator.text.names import Kind
from validator.text.unicode import fold

CSL_NAMES = {
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "url": "URL",
}
"""Attributes of Record whose CSL variable is not the attribute with hyphens for underscores."""


@dataclass(frozen=True, slots=True)
class Name:
    """A CSL name: family and given for a person, literal for a body or a string left unsplit.

    ``raw`` is the name as it stood in the file; ``native`` its form in the other script.
    """

    family: str = ""
    given: str = ""
    particles: str = ""  # "van der" in "van der Berg": sorted or not, it belongs to the family
    suffix: str = ""
    literal: str = ""
    raw: str = ""
    orcid: str = ""
    affiliation: tuple[str, ...] = ()
    native: Name | None = None

    @classmethod
    def parse(cls, text: str) -> Name:
        """Read one name: ``Family, Given``, ``Family, Suffix, Given`` or ``Given Family``.

        What cannot be split (a body, a CJK name without a blank, a mononym) is literal.
        """
        return cls(*names.parse(text), raw=text)

    @property
    def kind(self) -> Kind:
        """Person, body, mononym, unsplit CJK name or unknown."""
        return names.classify(self.particles, self.family, self.given, self.suffix, self.literal)

    def __str__(self) -> str:
        if self.literal:
            return self.literal
        family = f"{self.particles} {self.family}" if self.particles else self.family
        return ", ".join(part for part in (family, self.suffix, self.given) if part)


class OtherId(NamedTuple):
    """An identifier of a scheme that has no variable of its own: ``lccn``, ``ror``, ``cn``."""

    scheme: str
    value: str

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}"


class Field(NamedTuple):
    """One field as it stood in the file, known or not, so that nothing is lost on the way out.

    ``value`` is the text of the value with its delimiters (``{...}``, ``"a" # b``), or the JSON
    value. ``variable`` is the CSL variable that it fills, "" where it fills none.
    ``start`` and ``end`` count characters of the decoded text, a byte order mark included;
    line and column count from 1. They are None where the format has no such place.
    """

    name: str
    value: Any
    variable: str = ""
    line: int | None = None
    column: int | None = None
    start: int | None = None
    end: int | None = None


class Provenance(NamedTuple):
    """Where a record or a field stands. Positions as in Field; numbers count from 1."""

    path: str = ""
    format: str = ""
    record_number: int | None = None
    line: int | None = None
    column: int | None = None
    start: int | None = None
    end: int | None = None
    source: str = ""  # the database that exported the record, where the file says so

    def cut(self, text: str) -> str:
        """The stretch of the decoded file that this names. Raises ValueError without a place."""
        if self.start is None or self.end is None:
            raise ValueError(f"{self.path}: this format gives no place in the text")
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Parallel:
    """The values of a record in its other language or script, beside the values themselves."""

    title: str = ""
    author: tuple[Name, ...] = ()
    container_title: str = ""
    publisher: str = ""
    publisher_place: str = ""
    keyword: tuple[str, ...] = ()
    affiliation: tuple[str, ...] = ()
    abstract: str = ""
    language: str = ""

    def __bool__(self) -> bool:
        """Whether anything is there."""
        return self is not NO_PARALLEL and self != NO_PARALLEL


NO_PARALLEL = Parallel()
NOWHERE = Provenance()


@dataclass(frozen=True)
class Record:
    """One bibliographic record. Values are decoded text, unchecked: rules judge them.

    An absent value is empty. ``id`` is empty where the file gives none; see ``handle``.
    The instance holds what is present, and the class the empty values: without slots a record
    is built in a fifth of the time, and knows what it has.
    """

    id: str = ""
    type: str = ""  # a CSL type
    type_as_read: str = ""  # the word of the file: "inproceedings", "JOUR"
    type_is_inferred: bool = False
    title: str = ""
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    container_title: str = ""
    container_title_short: str = ""
    collection_title: str = ""
    event_title: str = ""
    publisher: str = ""
    publisher_place: str = ""
    issued: Date | None = None
    original_date: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    number: str = ""  # an article, report, patent or standard number
    number_of_pages: str = ""
    edition: str = ""
    genre: str = ""
    status: str = ""
    doi: str = ""
    isbn: str = ""  # all that the field holds
    issn: str = ""  # all that the field holds
    pmid: str = ""
    pmcid: str = ""
    arxiv: str = ""
    cstr: str = ""
    other_id: tuple[OtherId, ...] = ()
    url: str = ""
    language: str = ""
    keyword: tuple[str, ...] = ()
    index_keyword: tuple[str, ...] = ()  # given by a database: Keywords Plus, indexed keywords
    classification: str = ""
    affiliation: tuple[str, ...] = ()
    abstract: str = ""
    note: str = ""
    suppression: str = ""  # findings that the file itself accepts: "ignore DOI003"
    parallel: Parallel = NO_PARALLEL
    raw: tuple[Field, ...] = ()
    provenance: Provenance = NOWHERE

    if not TYPE_CHECKING:  # what dataclass writes sets all attributes, in ten times the time

        def __init__(self, **values: Any) -> None:
            if not _ATTRIBUTES.issuperset(values):
                raise TypeError(f"a Record has no {', '.join(sorted(values.keys() - _ATTRIBUTES))}")
            present = self.__dict__
            for attribute, value in values.items():
                if value:
                    present[attribute] = value

    @property
    def present(self) -> frozenset[str]:
        """The attributes that are not empty."""
        return frozenset(self.__dict__)

    @property
    def handle(self) -> str:
        """The id, else one made of path and number, the same in every run."""
        where = self.provenance
        return self.id or f"{where.path}#{where.record_number or 1}"

    @property
    def year(self) -> int | None:
        return self.issued.year if self.issued else None

    @property
    def key(self) -> str:
        """What the record is known by when its file is moved or reordered: see `record_key`."""
        if self.id:
            return self.id
        author = str(self.author[0]) if self.author else ""
        return record_key(self.doi, self.title, str(self.year or ""), author)

    def place(self, variable: str, index: int | None = None) -> Provenance:
        """Where a variable (a CSL name), or a field of another name, stands; else the record.

        ``index`` picks one of several values, where each has a field of its own (RIS ``AU``).
        """
        field = self.field(variable, index)
        return self.provenance_of(field) if field else self.provenance

    def field(self, variable: str, index: int | None = None) -> Field | None:
        """The raw field that fills a variable or has this name: the first, or that at ``index``."""
        first = None
        for field in self.raw:
            if field.variable == variable or field.name == variable:
                if not index:
                    return field
                if first is None:
                    first, left = field, index
                elif left == 1:
                    return field
                else:
                    left -= 1
        return first

    def provenance_of(self, field: Field) -> Provenance:
        """Where a raw field stands; the record's own place where the format gives no better.

        ``provenance_of(field).cut(text)`` is ``field.value``, character for character, in the
        formats that are text.
        """
        if field.line is None and field.start is None:
            return self.provenance
        return self.provenance._replace(
            line=field.line or self.provenance.line,
            column=field.column,
            start=field.start,
            end=field.end,
        )

    def texts(self) -> Iterator[tuple[str, str]]:
        """The free-text values as (CSL variable, value), names and keywords one by one."""
        for variable, value in zip(TEXT_VARIABLES, text_values(self), strict=True):
            if value:
                yield variable, value
        for variable in NAME_VARIABLES:
            for name in getattr(self, variable):
                yield variable, str(name)
        for keyword in self.keyword:
            yield "keyword", keyword

    def with_value(self, variable: str, text: str) -> Record:
        """A copy with one variable (a CSL name) read again from text; lists are joined by "; "."""
        return replace(self, **{attribute_of(variable): read_value(variable, text)})

    def mended(self, variable: str, text: str, index: int | None = None) -> Record:
        """A copy with a suggestion applied: to the whole variable, or to one value of a list.

        An element may become several, joined by "; ", or none.
        """
        if index is None:
            return self.with_value(variable, text)
        attribute = attribute_of(variable)
        items = getattr(self, attribute)
        if variable == "other-id":  # the scheme is that of the field
            text = text and f"{items[index].scheme}:{text}"
        changed: Any = (*items[:index], *read_value(variable, text), *items[index + 1 :])
        return replace(self, **{attribute: changed})


_ATTRIBUTES = frozenset(Record.__dataclass_fields__)


def csl_name(attribute: str) -> str:
    """The CSL variable of an attribute: ``container_title`` is ``container-title``."""
    return CSL_NAMES.get(attribute) or attribute.replace("_", "-")


def attribute_of(variable: str) -> str:
    """The attribute of Record that holds a CSL variable."""
    return intern(variable.lower().replace("-", "_"))  # an attribute is found sooner by identity


NAME_VARIABLES = ("author", "editor", "translator")
LIST_VARIABLES = ("keyword", "index-keyword", "affiliation")
TEXT_VARIABLES = (
    "title",
    "container-title",
    "container-title-short",
    "collection-title",
    "event-title",
    "publisher",
    "publisher-place",
    "abstract",
    "note",
)
text_values = attrgetter(*map(attribute_of, TEXT_VARIABLES))
name_values = attrgetter(*map(attribute_of, NAME_VARIABLES))

_NO_VARIABLES = frozenset(
    ["id", "type_as_read", "type_is_inferred", "suppression", "parallel", "raw", "provenance"]
)
VARIABLES = tuple(
    csl_name(attribute)
    for attribute in Record.__dataclass_fields__
    if attribute not in _NO_VARIABLES
)
"""The CSL names of the bibliographic values of a Record, in order."""

ATTRIBUTES = {attribute_of(variable): variable for variable in VARIABLES}
"""The attributes of Record that hold bibliographic values, with their CSL names, in order."""


def record_key(doi: str, title: str, year: str, author: str) -> str:
    """The key of a record without an id: its DOI, else folded title, year and first author."""
    from validator.text import identifiers

    return identifiers.doi(doi) or "|".join(map(fold, (title, year, author)))


def read_value(variable: str, text: str) -> Any:
    """The value of a variable, read from one string; lists are joined by "; "."""
    parts = tuple(part for part in text.split("; ") if part)
    if variable in NAME_VARIABLES:
        return tuple(Name.parse(part) for part in parts)
    if variable in LIST_VARIABLES:
        return parts
    if variable == "other-id":
        return tuple(OtherId(*part.partition(":")[::2]) for part in parts)
    if variable == "issued":
        return dates.parse(text) if text else None
    return text
