"""The columns of a table: what each of them fills, and the values of the record that a row is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from validator.io import types
from validator.io.parallels import parallel_of
from validator.io.tables import headers
from validator.io.values import (
    add_note_lines,
    affiliations,
    keywords,
    one_line,
    people,
    serials,
    with_institutions,
    with_orcids,
)
from validator.record import Name, OtherId, attribute_of
from validator.text import dates

SERIALS = frozenset(("ISSN", "ISBN"))
_SCOPUS_ID = re.compile(r"\s*\(\d{6,}\)")
_BRACKETED = re.compile(r"\[[^\]]*\]\s*")
_BEHIND_NAME = re.compile(r"\s*([^();]++(?<= ))\(((?:[^()]|\([^()]*\))*+)\)\s*(?:;|\Z)")

VARIABLE_OF = {
    "date": "issued",
    "year": "issued",
    "month": "issued",
    "day": "issued",
    "month-and-day": "issued",
    "publication-type": "type",
    "group-author": "author",
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


class Filled(NamedTuple):
    """The cells of a row that have a value: their names, and the variables that they fill, "" for
    none."""

    names: list[str]
    variables: list[str]


class _Shape(NamedTuple):
    """What rows are read into whose cells have a value at the same places; `Columns` makes it."""

    filled: Filled
    plain: list[tuple[str, int]]  # attributes whose value is a cell as it stands
    lists: list[tuple[str, Callable[[str], Any], int]]
    others: list[tuple[str, int]]  # roles that are read together
    joined: list[tuple[str, int]]  # further cells of a role that takes several
    has_rare: bool  # whether some of these roles are rare


REMEMBERED = 100_000
"""Cells of the shapes that are remembered: real tables have some dozens of shapes."""


class Columns:
    """How the cells of a row are read. ``columns`` stand in the order in which they count."""

    def __init__(self, names: Sequence[str], mapping: Mapping[str, str] | None = None) -> None:
        self.names = list(names)
        self.columns = _ranked(self.names, mapping or {})
        self.kind_of = _kind_of(self.columns)
        self.names_wholes = not _OF_DATABASES.isdisjoint(map(headers.folded, self.names))
        self.parallel_language = headers.language_of_parallels(
            column.name for column in self.columns if column.role.startswith("parallel-")
        )
        self.shapes: dict[tuple[bool, ...], _Shape] = {}

    def values(self, cells: Sequence[str]) -> tuple[dict[str, Any], Filled]:
        """The values of the record of a row, by attribute; and what its cells fill.

        "source" is among the values where a column has it: it is a part of the provenance.
        """
        there = tuple(map(bool, cells))
        shape = self.shapes.get(there)
        if shape is None:
            shape = self._shape(there)
            if len(self.shapes) * len(there) < REMEMBERED:
                self.shapes[there] = shape
        values: dict[str, Any] = {attribute: cells[at] for attribute, at in shape.plain}
        for attribute, read, at in shape.lists:
            values[attribute] = read(cells[at])
        texts = {role: cells[at] for role, at in shape.others}
        filled = shape.filled
        if shape.joined:
            filled = Filled(filled.names, self._join(texts, cells, shape))
        if "type" in texts or "publication-type" in texts:
            _read_type(texts, values, self.kind_of)
            if self.names_wholes and _stands_in_itself(values):
                values.pop("container_title_short", None)
                values.pop("container_title")
                filled = filled._replace(variables=list(map(_of_whole, filled.variables)))
        parallel = _read_rare(texts, values) if shape.has_rare else {}
        if values.get("id", "").startswith("MEDLINE:"):  # the accession number of Web of Science
            values.setdefault("pmid", values["id"].removeprefix("MEDLINE:"))
        if issued := _issued(texts):
            values["issued"] = issued
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
            if self.parallel_language:
                parallel.setdefault("language", self.parallel_language)
            values["parallel"] = parallel_of(parallel, values)
        return values, filled

    def _shape(self, there: tuple[bool, ...]) -> _Shape:
        variables: dict[int, str] = {}
        shape = _Shape(Filled([], []), [], [], [], [], has_rare=False)
        taken: set[str] = set()
        for _, role, at in self.columns:
            if not role or not there[at]:
                continue
            if role in taken:
                if role in SERIALS:
                    shape.joined.append((role, at))
                continue
            taken.add(role)
            variables[at] = VARIABLE_OF.get(role, role)
            if role in PLAIN:
                shape.plain.append((PLAIN[role], at))
            elif role in READERS:
                shape.lists.append((*READERS[role], at))
            else:
                shape.others.append((role, at))
        joined = {role for role, _ in shape.joined}
        alone = [role for role, _ in shape.others if role in AS_THEY_ARE and role not in joined]
        shape.plain.extend((AS_THEY_ARE[role], at) for role, at in shape.others if role in alone)
        shape.others[:] = [other for other in shape.others if other[0] not in alone]
        filled = [at for at in range(len(self.names)) if there[at]]
        shape.filled.names.extend([self.names[at] for at in filled])
        shape.filled.variables.extend([variables.get(at, "") for at in filled])
        return shape._replace(has_rare=any(role not in COMMON for role, _ in shape.others))

    def _join(self, texts: dict[str, str], cells: Sequence[str], shape: _Shape) -> list[str]:
        """Add what further cells of a role say anew; returns the variables that cells fill then."""
        own = {}
        for role, at in shape.joined:
            if cells[at] not in texts[role]:
                texts[role] += f"; {cells[at]}"
                own[at] = role
        filled = [at for at, cell in enumerate(cells) if cell]
        return [own.get(at, old) for at, old in zip(filled, shape.filled.variables, strict=True)]


_OF_DATABASES = frozenset(("eid", "ut"))
"""Columns of Scopus and Web of Science, for which the source of a book is the book."""


def _of_whole(variable: str) -> str:
    return "" if variable.startswith("container-title") else variable


def _stands_in_itself(values: Mapping[str, Any]) -> bool:
    """Whether a record is a book whose container is its own title."""
    title, container = values.get("title", ""), values.get("container_title", "")
    return values.get("type") == "book" and container.casefold() == title.casefold() != ""


def is_header(values: Sequence[str], names: list[str]) -> bool:
    """Whether a row repeats the header."""
    if names and values[0].strip() != names[0]:
        return False
    return [value.strip() for value in values] == names


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
    names = {headers.folded(column.name) for column in columns}
    if "entrytype" not in names:
        return types.of_scopus if "eid" in names else types.of_word
    from validator.io.bibtex.fields import TYPES

    return lambda word: TYPES.get(word.lower()) or types.of_word(word)


def _read_type(
    texts: dict[str, str], values: dict[str, Any], kind_of: Callable[[str], str]
) -> None:
    """Add the type to the values."""
    if word := texts.get("type", "").strip():
        kind = kind_of(word)
        values["type"], values["type_as_read"] = kind, word
    if publication := texts.get("publication-type", "").strip():  # Web of Science
        from validator.io.tagged import wos

        kind = wos.kind(publication, word)
        values["type"], values["type_as_read"] = kind, word or publication


def _read_rare(texts: dict[str, str], values: dict[str, Any]) -> dict[str, Any]:
    """Add to the values what the texts of further roles say; returns the parallel values."""
    parallel: dict[str, Any] = {}
    kind = values.get("type", "")
    for role, text in texts.items():
        if role in AS_THEY_ARE:
            values[AS_THEY_ARE[role]] = text
        elif role.startswith("parallel-"):
            part = attribute_of(role.removeprefix("parallel-"))
            reader = PARALLEL_READERS.get(part)
            parallel[part] = reader(text) if reader else text
        elif role in headers.OTHER_IDS:
            values["other_id"] = (*values.get("other_id", ()), OtherId(role, text))
    if bodies := texts.get("group-author"):
        found = [Name(literal=body, raw=body) for body in one_line(bodies).split("; ")]
        values["author"] = (*values.get("author", ()), *found)
    if institutions := texts.get("affiliation"):
        institutions = _behind_brackets(institutions, values.get("author", ()))
        values["affiliation"] = _affiliations(institutions)
        if "author" in values and institutions.startswith("["):
            values["author"] = with_institutions(values["author"], institutions)
    if "orcid" in texts and "author" in values:
        values["author"] = with_orcids(values["author"], texts["orcid"])
    if "original-language" in texts:
        parallel["original_language"] = texts["original-language"]
    if "serial" in texts:
        values |= serials([texts["serial"]], of_book=kind in ("book", "chapter"))
    if number := texts.get("number-or-issue"):
        is_issue = "issue" not in values and kind not in ("report", "patent", "standard", "thesis")
        values.setdefault("issue" if is_issue else "number", number)
    if "page" not in values and (page := _pages(texts)):
        values["page"] = page
    return parallel


def _people(text: str) -> Any:
    return people(_SCOPUS_ID.sub("", text) if "(" in text else text)


def _behind_brackets(text: str, authors: tuple[Name, ...]) -> str:
    """Institutions behind each author, "Ito, Ken (Tools; Works)" as Dimensions has them, written as
    Web of Science has them, "[Ito, Ken] Tools; [Ito, Ken] Works"; others as they are."""
    names = {author.raw for author in authors}
    found: list[str] = []
    at = 0
    while at < len(text):
        match = _BEHIND_NAME.match(text, at)
        if not match or match[1].strip() not in names:
            return text
        name = match[1].strip()
        found += [f"[{name}] {one.strip()}" for one in match[2].split(";") if one.strip()]
        at = match.end()
    return "; ".join(found)


def _affiliations(text: str) -> tuple[str, ...]:
    """The institutions, each once, without the authors named before each in brackets."""
    bare = _BRACKETED.sub("", text)
    return tuple(dict.fromkeys(affiliations(bare))) if bare != text else affiliations(bare)


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
    "id": ("id", str.strip),
}
"""Roles whose text is read by itself: the attribute of Record, and what reads it."""

AS_THEY_ARE = {
    "source": "source",
    "suppression": "suppression",
    "ISSN": "issn",
    "ISBN": "isbn",
}
PLAIN = {
    role: attribute_of(role)
    for role in headers.ROLES - READERS.keys() - VARIABLE_OF.keys() - AS_THEY_ARE.keys()
    if role not in ("type", "affiliation")
}
"""Roles whose text is the value of an attribute of Record as it stands; those of the first table
are looked at beside others."""


COMMON = frozenset(("type", "publication-type", "date", "year", "month", "day", "month-and-day"))
"""Roles that are read together, and that most tables have; the others are the rare ones."""


def _pages(texts: dict[str, str]) -> str:
    """The range of the first and the last page."""
    start, end = texts.get("first-page", ""), texts.get("last-page", "")
    if not start:
        return ""
    return f"{start}-{end}" if end and end != start else start


_short_date = lru_cache(maxsize=4096)(dates.parse)


def _date(text: str) -> dates.Date:
    return _short_date(text) if len(text) < 30 else dates.parse(text)


def _issued(texts: dict[str, str]) -> dates.Date | None:
    """The date, unless the year says otherwise; else the year with month and day."""
    date, year = texts.get("date", ""), texts.get("year", "")
    if date:
        read = _date(one_line(date))
        if not year or (read.year is not None and str(read.year) in year):
            return read
    if not year:
        return None
    if "month" in texts:
        parts = [year, texts["month"], texts.get("day", "")]
        numeric = all(part.strip().isdecimal() for part in parts if part)
        read = _date(("-" if numeric else " ").join(_padded(p) for p in parts if p))
        if read.month:
            return read
    if more := texts.get("month-and-day") or date:
        read = _date(f"{year} {more}")
        if read.month and str(read.year) == year.strip():
            return read
    return _date(year)


def _padded(part: str) -> str:
    """A month or day of one digit as two, as ISO 8601 wants it."""
    part = part.strip()
    return f"0{part}" if len(part) == 1 and part.isdecimal() else part
