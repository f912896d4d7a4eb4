"""Tables of records: comma, tab or semicolon between cells, columns known by their headers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any, NamedTuple

from validator.finding import Fault
from validator.io import headers, types
from validator.io.parallels import parallel_of
from validator.io.rows import Cell, Grammar, Row, header, rows
from validator.io.source import Line, Source
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
from validator.record import Field, Name, OtherId, Provenance, Record, attribute_of
from validator.text import dates

HEAD = 10  # lines in which the header is looked for: some exports greet first
NAMES = frozenset(("author", "editor", "translator"))
LISTS = frozenset(("keyword", "index-keyword"))
SERIALS = frozenset(("ISSN", "ISBN"))
_SCOPUS_ID = re.compile(r"\s*\(\d{6,}\)")
_BRACKETED = re.compile(r"\[[^\]]*\]\s*")


class Column(NamedTuple):
    """A column: its name in the file, its role (see ``headers``) and where it stands."""

    name: str
    role: str
    at: int


class Table(NamedTuple):
    """How a table is read: its columns, in the order in which they count."""

    names: list[str]
    columns: list[Column]
    grammar: Grammar
    kind_of: Callable[[str], str]


def opened(lines: Iterator[Line], source: Source) -> tuple[Table, Iterator[Line]] | None:
    """The table that the header of these lines begins, and its rows; None where there is none."""
    head = list(itertools.islice(lines, HEAD))
    delimiter, skipped = _layout(head)
    rest = itertools.chain(head[skipped:], lines)
    grammar = Grammar(delimiter)
    if skipped >= len(head):
        return None
    cells, _ = header(rest, grammar, source)
    names = [cell.value.strip() for cell in cells]
    grammar.trims = len(cells) > 1 and all(cell.raw[:1] == " " for cell in cells[1:])
    while names and not names[-1]:
        names.pop()
    columns = _columns(names)
    return Table(names, columns, grammar, _kind_of(columns)), rest


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of a table, a row each. A row whose cells do not fit the header is a fault."""
    found = opened(source.lines(), source)
    if not found:
        return
    table, rest = found
    here = Provenance(source.path, source.format)
    number = source.first_number
    for row in rows(rest, table.grammar, source, width=len(table.names)):
        if row.cells is None:
            yield Fault(
                "COL002",
                row.reason,
                line=row.line,
                column=1,
                record_number=number,
                start=row.start,
                end=row.end,
                raw=row.raw,
            )
        elif [cell.value.strip() for cell in row.cells] == table.names:
            continue  # exports joined end to end repeat the header
        else:
            yield record(row, row.cells, table, here=here, number=number)
        number += 1


def _layout(head: list[Line]) -> tuple[str, int]:
    """The delimiter, and how many lines stand before the header.

    The header is the first of the lines that names two known columns, else the first line that
    is not blank; the delimiter the one under which it names most, or has most cells.
    """
    said = ""
    best = (0, 0, "", 0)
    first = len(head)
    for index, line in enumerate(head):
        text = (line.text or "").rstrip("\r\n")
        if text.lower().startswith("sep=") and len(text) == 5:
            said = text[4]
            continue
        if not text.strip():
            continue
        first = min(first, index)
        for delimiter in (said,) if said else headers.DELIMITERS:
            names = headers.names(text, delimiter)
            found = (headers.known(names), len(names), delimiter, index)
            if found[:2] > best[:2] and (found[0] > 1 or index == first):
                best = found
        if best[0] > 1:
            break
    known, _, delimiter, index = best
    return delimiter or said or ",", index if known > 1 else first


def _columns(names: list[str]) -> list[Column]:
    """The columns, those of one role in the order in which they count."""
    found = headers.columns(names)
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


def record(row: Row, cells: list[Cell], table: Table, *, here: Provenance, number: int) -> Record:
    """The record of a row."""
    columns = table.columns
    texts: dict[str, str] = {}
    filled: dict[int, str] = {}  # by column: the variable that it came to fill
    for _, role, index in columns:
        value = cells[index].value
        if not role or not value:
            continue
        if role not in texts:
            texts[role] = value
        elif role in SERIALS and value not in texts[role]:
            texts[role] += f"; {value}"
        else:
            continue
        filled[index] = VARIABLE_OF.get(role, role)
    values, parallel = _values(texts, table.kind_of)
    if note := values.get("note"):
        add_note_lines(note, values, parallel)
    if not values.get("type") and not values.get("type_as_read"):
        values["type"] = types.inferred(
            container=values.get("container_title", ""),
            doi=values.get("doi", ""),
            isbn=values.get("isbn", ""),
        )
        values["type_is_inferred"] = bool(values["type"])
    fields = tuple(
        Field(
            name,
            cells[index].raw,
            filled.get(index, ""),
            cells[index].line,
            cells[index].column,
            cells[index].start,
            cells[index].start + len(cells[index].raw),
        )
        for name, _, index in sorted(columns, key=attrgetter("at"))
        if cells[index].value
    )
    where = Provenance(
        here.path,
        here.format,
        number,
        row.line,
        1,
        row.start,
        row.end,
        texts.get("source", ""),
    )
    values |= {"parallel": parallel_of(parallel, values), "raw": fields, "provenance": where}
    return Record(**values)


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
APART = frozenset(VARIABLE_OF) | {"type", "id"}
"""Roles that are not the value of the variable of their name."""


def _values(
    texts: dict[str, str], kind_of: Callable[[str], str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The values of a record, and its parallel ones, from the text of each role."""
    word = texts.get("type", "").strip()
    kind = kind_of(word)
    if publication := texts.get("publication-type", "").strip():  # Web of Science
        from validator.io import wos

        kind, word = wos.kind(publication, word), word or publication
    values: dict[str, Any] = {"id": texts.get("id", "").strip(), "type": kind, "type_as_read": word}
    values["suppression"] = texts.get("suppression", "")
    parallel: dict[str, Any] = {}
    for role, text in texts.items():
        if role in NAMES:
            values[role] = people(_SCOPUS_ID.sub("", text))
        elif role in LISTS:
            values[attribute_of(role)] = keywords(text)
        elif role == "affiliation":
            values[role] = _affiliations(text)
        elif role.startswith("parallel-"):
            part = attribute_of(role.removeprefix("parallel-"))
            read = PARALLEL_READERS.get(part)
            parallel[part] = read(text) if read else text
        elif role in headers.OTHER_IDS:
            values["other_id"] = (*values.get("other_id", ()), OtherId(role, text))
        elif role not in APART:
            values[attribute_of(role)] = text
    if bodies := texts.get("group-author"):
        found = [Name(literal=body, raw=body) for body in one_line(bodies).split("; ")]
        values["author"] = (*values.get("author", ()), *found)
    if "orcid" in texts and "author" in values:
        values["author"] = with_orcids(values["author"], texts["orcid"])
    if "author" in values and texts.get("affiliation", "").startswith("["):
        values["author"] = with_institutions(values["author"], texts["affiliation"])
    if "original-language" in texts:
        parallel["original_language"] = texts["original-language"]
    if "serial" in texts:
        values |= serials([texts["serial"]], of_book=kind in ("book", "chapter"))
    if number := texts.get("number-or-issue"):
        is_issue = "issue" not in values and kind not in ("report", "patent", "standard", "thesis")
        values.setdefault("issue" if is_issue else "number", number)
    if values["id"].startswith("MEDLINE:"):  # the accession number of Web of Science
        values.setdefault("pmid", values["id"].removeprefix("MEDLINE:"))
    if page := _pages(texts):
        values["page"] = page
    if issued := _issued(texts):
        values["issued"] = issued
    return values, parallel


def _affiliations(text: str) -> tuple[str, ...]:
    """The institutions, without the authors that Web of Science names before each in brackets."""
    return affiliations(_BRACKETED.sub("", text))


PARALLEL_READERS: dict[str, Callable[[str], Any]] = {
    "author": people,
    "keyword": keywords,
    "affiliation": _affiliations,
}


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
    if more := texts.get("month-and-day") or date:
        read = dates.parse(f"{year} {more}")
        if read.month and str(read.year) == year.strip():
            return read
    return dates.parse(year)


def _padded(part: str) -> str:
    """A month or day of one digit as two, as ISO 8601 wants it."""
    part = part.strip()
    return f"0{part}" if len(part) == 1 and part.isdecimal() else part
