"""Records as rows of a table, and these as CSV or TSV."""

from __future__ import annotations

from collections.abc import Container, Iterable

from validator.io.types import of_word
from validator.io.write import notes, table_values
from validator.io.write.keys import key
from validator.io.write.places import PARALLELS, SCHEMES, places
from validator.io.write.plain import encodable
from validator.record import VARIABLES, Record, csl_name

ALL = ("id", *VARIABLES, *PARALLELS, "ORCID", "source", "bibvalidator")
"""The columns that a table may have: variables, and what stands beside them."""


EVERY = frozenset({*ALL, *SCHEMES})
"""The same, with a column for each scheme of identifiers."""


class Rows:
    """Records as rows of text, a cell for each column. There is always a column for notes.

    ``columns`` are CSL variables and names of ``ALL``; "other-id" is a column for each scheme,
    and a scheme one for itself.
    """

    def __init__(self, columns: Iterable[str] = ()) -> None:
        names = [csl_name(name) for name in columns] or list(ALL)
        names += [name for name in ("id", "type", "note") if name not in names]
        there = places("csv", "")
        self.columns: dict[str, str] = {}  # what a column holds -> its header
        for name in sorted(names, key=_place):
            if name == "other-id":
                self.columns |= {scheme: scheme for scheme in SCHEMES}
            elif name in EVERY:
                self.columns[name] = _HEADERS.get(name) or there.get(name, name)

    def cells(self, record: Record) -> list[str]:
        """The text of each cell of a record."""
        values, _ = _cells(record, self.columns)
        if not any(value.strip("\0 \t\r\n") for value in values.values()):  # no row to a reader
            values["id"] = key(record)
        return [values.get(name, "") for name in self.columns]

    def unheld(self, record: Record) -> tuple[str, ...]:
        """As of `Writer`."""
        return notes.named(_cells(record, self.columns)[1])


class Writer(Rows):
    """A header and a row for each record, with a delimiter between cells."""

    def __init__(self, delimiter: str, columns: Iterable[str] = ()) -> None:
        super().__init__(columns)
        self.delimiter = delimiter

    def head(self) -> str:
        return self._row(self.columns.values())

    def tail(self) -> str:
        return ""

    def record(self, record: Record, *, first: bool) -> str:
        return self._row(self.cells(record))

    def _row(self, values: Iterable[str]) -> str:
        cells = [value and table_values.cell(value, self.delimiter) for value in values]
        return encodable(self.delimiter.join(cells) + "\n")


_HEADERS = {"source": "database"}


def used(record: Record) -> frozenset[str]:
    """The columns that a record has a value for."""
    found, _ = _cells(record, EVERY)
    return frozenset(name for name, value in found.items() if value)


def _place(name: str) -> tuple[int, str]:
    return ALL.index("other-id" if name in SCHEMES else name) if name in EVERY else len(ALL), name


def _cells(record: Record, columns: Container[str]) -> tuple[dict[str, str], list[str]]:
    """What the columns hold of a record, and the lines that its note has for want of a column."""
    record = notes.completed(record)
    left: list[str] = []
    found = {"id": record.id.strip(), "source": record.provenance.source}
    found |= {"bibvalidator": record.suppression}
    for variable, value in notes.values(record):
        if variable in columns:
            found[variable] = table_values.value(variable, value)
        else:
            left += notes.lines(variable, value)
    if not table_values.is_read_back("affiliation", found, record.affiliation):
        left += notes.lines("affiliation", record.affiliation)
    found["type"] = _word(record)
    left += notes.of_type(record, reads_as=of_word(found["type"]))
    for other in notes.other_ids(record):
        if other.scheme in columns and other.scheme not in found:
            found[other.scheme] = other.value
        else:
            left += notes.lines("other-id", (other,))
    left += notes.of_parallel(record)
    for name in ("source", "bibvalidator"):
        if found[name] and name not in columns:
            left.append(f"{name}: {found[name]}")
    held = []
    if "ORCID" in columns and (orcids := _orcids(record)):
        found["ORCID"] = orcids
        held.append("author")
    left += notes.of_people(record, held)
    left += notes.lines_of_unknown(notes.unknown(record))
    found["note"] = notes.with_lines(record.note, left)
    return found, left


def _orcids(record: Record) -> str:
    """The ORCID iDs, one for each author, "" where nobody has one."""
    if not any(name.orcid for name in record.author):
        return ""
    return " | ".join(name.orcid for name in record.author)


def _word(record: Record) -> str:
    """The word for the type: that of the source where it is read as the type, else CSL's."""
    for word in (record.type_as_read.strip(), record.type, _WORDS.get(record.type, "")):
        if word and of_word(word) == record.type:
            return word
    return record.type or record.type_as_read


_WORDS = {"article": "preprint"}
