"""What linkage keeps of a record: a compact, picklable row."""

from __future__ import annotations

from typing import NamedTuple

from validator.audit import Member
from validator.record import ATTRIBUTES, Name, Record

BETWEEN_VALUES = "\x1d"
BETWEEN_NAMES = "\x1e"
BETWEEN_PARTS = "\x1f"


class Kept(NamedTuple):
    """The values of a record that are compared or shown, in the order of a citation.

    Names are packed into one string: BETWEEN_NAMES parts the names, BETWEEN_PARTS the family
    from the given name; a literal has no such mark.
    """

    type: str = ""
    author: str = ""
    title: str = ""
    container_title: str = ""
    container_title_short: str = ""
    publisher: str = ""
    issued: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    number: str = ""
    edition: str = ""
    genre: str = ""
    doi: str = ""
    isbn: str = ""
    issn: str = ""
    pmid: str = ""
    pmcid: str = ""
    arxiv: str = ""
    language: str = ""
    other_author: str = ""  # the parallel values, in the other language or script
    other_title: str = ""
    other_container_title: str = ""
    institution: str = ""  # of a paper that names no meeting


SHOWN = tuple(
    zip(
        [
            "type",
            "author",
            "title",
            "container-title",
            "container-title-short",
            "publisher",
            "issued",
            "volume",
            "issue",
            "page",
            "number",
            "edition",
            "genre",
            "DOI",
            "ISBN",
            "ISSN",
            "PMID",
            "PMCID",
            "arxiv",
            "language",
        ],
        range(20),
        strict=True,
    )
)
"""(CSL variable, its place in Kept)."""


class Entry(NamedTuple):
    """A record as linkage holds it: some 500 bytes, where a record takes some thousands.

    ``filled`` counts all variables of the record with a value. ``packed`` has the values of Kept,
    with BETWEEN_VALUES between them.
    """

    id: str
    path: str
    record_number: int
    line: int | None
    year: int | None
    filled: int
    packed: str

    @property
    def kept(self) -> Kept:
        return Kept._make(self.packed.split(BETWEEN_VALUES))

    @property
    def says_something(self) -> bool:
        """Whether there is more than a type, a date and a language: a thing to judge a pair by."""
        kept = self.kept
        return any(kept._replace(type="", issued="", genre="", language=""))

    @property
    def place(self) -> tuple[str, int, int, str, str]:
        """Sorts by path and number; what follows is for records that have no place."""
        return (self.path, self.record_number, self.line or 0, self.id, self.packed)

    @property
    def rank(self) -> tuple[int, int, str]:
        """Sorts the most complete record first: most variables, then most text, then content."""
        return (-self.filled, -len(self.packed), self.packed)


def entry(record: Record) -> Entry:
    """The row of a record."""
    where, parallel = record.provenance, record.parallel
    return Entry(
        record.handle,
        where.path,
        where.record_number or 0,
        where.line,
        record.year,
        len(record.present & ATTRIBUTES.keys()),
        _packed(
            record.type,
            packed(record.author),
            record.title,
            record.container_title,
            record.container_title_short,
            record.publisher,
            record.issued.raw if record.issued else "",
            record.volume,
            record.issue,
            record.page,
            record.number,
            record.edition,
            record.genre,
            record.doi,
            record.isbn,
            record.issn,
            record.pmid,
            record.pmcid,
            record.arxiv,
            record.language,
            packed(parallel.author or native_names(record.author)),
            parallel.title,
            parallel.container_title,
            _institution(record),
        ),
    )


def _institution(record: Record) -> str:
    """That of a paper without a meeting: BibTeX has the field for reports alone."""
    if record.type != "paper-conference" or record.container_title:
        return ""
    field = record.field("institution")
    return field.value if field else ""


def _packed(*values: str) -> str:
    """The values in one string, in the order of Kept."""
    text = BETWEEN_VALUES.join(values)
    if text.count(BETWEEN_VALUES) >= len(values):  # the mark stands in a value
        text = BETWEEN_VALUES.join(value.replace(BETWEEN_VALUES, " ") for value in values)
    return text


def packed(names: tuple[Name, ...]) -> str:
    """Names in one string; see Kept."""
    return BETWEEN_NAMES.join(
        name.literal or f"{name.particles} {name.family}".lstrip() + BETWEEN_PARTS + name.given
        for name in names
    )


def native_names(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The forms in the other script that the names carry, where all do."""
    natives = tuple(name.native for name in names if name.native)
    return natives if len(natives) == len(names) else ()


def member(row: Entry) -> Member:
    """The row as writers get it."""
    values = []
    kept = row.kept
    for variable, place in SHOWN:
        value = kept[place]
        if value and variable == "author":
            value = value.replace(BETWEEN_PARTS, ", ").replace(BETWEEN_NAMES, "; ")
        if value:
            values.append((variable, value))
    return Member(row.id, row.path, row.record_number or None, row.line, tuple(values))
