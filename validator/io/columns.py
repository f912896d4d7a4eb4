"""The columns of a table: what each of them fills, and the values of the record that a row is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from validator.io import headers, types
from validator.io.parallels import parallel_of
from validator.io.values import (
    add_note_lines,
    affiliations,
    keywords,
    one_line,
    people,
    serials,
    with_orcids,
)
from validator.record import OtherId, attribute_of
from validator.text import dates

SERIALS = frozenset(("ISSN", "ISBN"))
_SCOPUS_ID = re.compile(r"\s*\(\d{6,}\)")
_BRACKETED = re.compile(r"\[[^\]]*\]\s*")

VARIABLE_OF = {
    "date": "issued",
    "year": "issued",
    "month": "issued",
    "day": "issued",
    "month-and-day": "issued",
    "first-page": "page",
    "last-page": "page",
    "number-or-issue": "number",
    "serial": "ISSN",
    "source": "",
    "orcid": "",
    "suppression": "",
    "original-language": "",
}
VARIABLE_OF |= dict.fromkeys(headers.OTHER_IDS, "other-id")
VARIABLE_OF |= {f"parallel-{role}": f"original-{role}" for role in headers.PARALLELS}
"""The variables of roles that are not named for the variable they fill."""


class Column(NamedTuple):
    """A column: its name in the file, its role (see ``headers``) and where it stands."""

    name: str
    role: str
    at: int


class Columns:
    """How the cells of a row are read.

    ``columns`` stand in the order in which they count; ``filled`` says for each that has a role
    which variable it fills.
    """

    def __init__(self, names: Sequence[str], mapping: Mapping[str, str] | None = None) -> None:
        self.names = list(names)
        self.columns = _ranked(self.names, mapping or {})
        self.kind_of = _kind_of(self.columns)
        self.known = [
            (column.role, column.at, VARIABLE_OF.get(column.role, column.role))
            for column in self.columns
            if column.role
        ]

    def values(self, cells: Sequence[str]) -> tuple[dict[str, Any], dict[int, str]]:
        """The values of the record of a row, by attribute, and which columns fill which variable.

        "source" is among them where a column has it: it is a part of the provenance.
        """
        texts: dict[str, str] = {}
        filled: dict[int, str] = {}
        for role, at, variable in self.known:
            value = cells[at]
            if not value:
                continue
            if role not in texts:
                texts[role] = value
            elif role in SERIALS and value not in texts[role]:
                texts[role] += f"; {value}"
            else:
                continue
            filled[at] = variable
        values, parallel = _values(texts, self.kind_of)
        if note := values.get("note"):
            add_note_lines(note, values, parallel)
        if not values.get("type") and not values.get("type_as_read"):
            values["type"] = types.inferred(
                container=values.get("container_title", ""),
                doi=values.get("doi", ""),
                isbn=values.get("isbn", ""),
            )
            values["type_is_inferred"] = bool(values["type"])
        if parallel:
            values["parallel"] = parallel_of(parallel, values)
        if "source" in texts:
            values["source"] = texts["source"]
        return values, filled


def _ranked(names: list[str], mapping: Mapping[str, str]) -> list[Column]:
    """The columns, those of one role in the order in which they count."""
    found = headers.mapped(names, headers.columns(names), mapping)
    ranked = [
        (column.rank if column else 0, Column(name, column.role if column else "", index))
        for index, (name, column) in enumerate(zip(names, found, strict=True))
    ]
    return [column for _, column in sorted(ranked, key=lambda item: (item[0], item[1].at))]


def _kind_of(columns: list[Column]) -> Callable[[str], str]:
    """How the words of the type column are read: as entry types of BibTeX under its name."""
    if not any(headers.folded(column.name) == "entrytype" for column in columns):
        return types.of_word
    from validator.io.bibtex.fields import TYPES

    return lambda word: TYPES.get(word.lower()) or types.of_word(word)


def _values(
    texts: dict[str, str], kind_of: Callable[[str], str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The values of a record, and its parallel ones, from the text of each role."""
    word = texts.get("type", "").strip()
    kind = kind_of(word)
    values: dict[str, Any] = {"id": texts.get("id", "").strip(), "type": kind, "type_as_read": word}
    parallel: dict[str, Any] = {}
    for role, text in texts.items():
        if role in PLAIN:
            values[PLAIN[role]] = text
        elif role in READERS:
            attribute, read = READERS[role]
            values[attribute] = read(text)
        elif role.startswith("parallel-"):
            part = attribute_of(role.removeprefix("parallel-"))
            reader = PARALLEL_READERS.get(part)
            parallel[part] = reader(text) if reader else text
        elif role in headers.OTHER_IDS:
            values["other_id"] = (*values.get("other_id", ()), OtherId(role, text))
    if "orcid" in texts and "author" in values:
        values["author"] = with_orcids(values["author"], texts["orcid"])
    if "original-language" in texts:
        parallel["original_language"] = texts["original-language"]
    if "serial" in texts:
        values |= serials([texts["serial"]], of_book=kind in ("book", "chapter"))
    if number := texts.get("number-or-issue"):
        is_issue = "issue" not in values and kind not in ("report", "patent", "standard", "thesis")
        values.setdefault("issue" if is_issue else "number", number)
    if page := _pages(texts):
        values["page"] = page
    if issued := _issued(texts):
        values["issued"] = issued
    return values, parallel


def _people(text: str) -> Any:
    return people(_SCOPUS_ID.sub("", text) if "(" in text else text)


def _affiliations(text: str) -> tuple[str, ...]:
    """The institutions, without the authors that Web of Science names before each in brackets."""
    return affiliations(_BRACKETED.sub("", text))


PARALLEL_READERS: dict[str, Callable[[str], Any]] = {
    "author": people,
    "keyword": keywords,
    "affiliation": _affiliations,
}
READERS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "author": ("author", _people),
    "editor": ("editor", _people),
    "translator": ("translator", _people),
    "keyword": ("keyword", keywords),
    "index-keyword": ("index_keyword", keywords),
    "affiliation": ("affiliation", _affiliations),
}
"""Roles whose text is read as a list: the attribute of Record, and what reads it."""

PLAIN = {
    role: attribute_of(role)
    for role in headers.ROLES - READERS.keys() - VARIABLE_OF.keys() - {"type", "id"}
} | {"suppression": "suppression"}
"""Roles whose text is the value of an attribute of Record as it stands."""


def _pages(texts: dict[str, str]) -> str:
    """The pages, else the range of the first and the last."""
    start, end = texts.get("first-page", ""), texts.get("last-page", "")
    if "page" in texts or not start:
        return texts.get("page", "")
    return f"{start}-{end}" if end and end != start else start


def _issued(texts: dict[str, str]) -> dates.Date | None:
    """The date, unless the year says otherwise; else the year with month and day."""
    date, year = texts.get("date", ""), texts.get("year", "")
    if date:
        read = dates.parse(one_line(date))
        if not year or (read.year is not None and str(read.year) in year):
            return read
    if not year:
        return None
    if "month" in texts:
        parts = [year, texts["month"], texts.get("day", "")]
        numeric = all(part.strip().isdecimal() for part in parts if part)
        read = dates.parse(("-" if numeric else " ").join(_padded(p) for p in parts if p))
        if read.month:
            return read
    if more := texts.get("month-and-day"):
        read = dates.parse(f"{year} {more}")
        if read.month and str(read.year) == year.strip():
            return read
    return dates.parse(year)


def _padded(part: str) -> str:
    """A month or day of one digit as two, as ISO 8601 wants it."""
    part = part.strip()
    return f"0{part}" if len(part) == 1 and part.isdecimal() else part
