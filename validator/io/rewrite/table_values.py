"""Ways of writing the change of one variable in a row of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from validator.io import types
from validator.io.bibtex.fields import TYPES
from validator.io.rewrite.comparing import PARALLEL, Change
from validator.io.rewrite.engine import Way
from validator.io.rewrite.listing import Step, relisted, steps, stretches_of
from validator.io.rewrite.naming import closest
from validator.io.rewrite.patching import Edit
from validator.io.tables.columns import VARIABLE_OF
from validator.io.tables.delimited import Table
from validator.io.tables.rows import Cell
from validator.io.values import keywords
from validator.io.write import dates as date_forms
from validator.io.write import ris_values, table_values
from validator.record import (
    LIST_VARIABLES,
    NAME_VARIABLES,
    Name,
    OtherId,
    Record,
    attribute_of,
    csl_name,
)
from validator.text import names
from validator.text.dates import Date

_WORDS = (
    "article|Journal Article|Book|Book Section|Book Chapter|Conference Paper|Conference Proceedings"
    "|Thesis|Report|Patent|Standard|Newspaper Article|Magazine Article|Web Page|Dataset|Software"
    "|Preprint|Map|Manuscript|Document"
)
_JOINED = frozenset(("ISSN", "ISBN"))
_SEPARATOR = re.compile(r"[;；]")


def _own(variable: str) -> str:
    """A variable as a Record has it: tables say arXiv and CSTR."""
    return csl_name(attribute_of(variable))


class Row:
    """The cells of a row, and what their columns are taken for."""

    def __init__(self, cells: Sequence[Cell], table: Table, record: Record) -> None:
        self.cells = cells
        self.table = table
        self.record = record
        there = [cell for cell in cells if cell.value]
        self.all_quoted = bool(there) and all(cell.raw[:1] == '"' for cell in there)
        self.variables = {f.start: _own(f.variable) for f in record.raw if f.variable}

    def filled(self, variable: str) -> list[int]:
        """The columns that fill a variable, the first in rank first."""
        found = [
            column.at
            for column in self.table.columns
            if self.cells[column.at].value
            and self.variables.get(self.cells[column.at].start) == variable
        ]
        if variable == "issue" and not found:  # "number" is that of a report, too
            return self.of_role("number-or-issue")
        return found

    def of_role(self, *roles: str) -> list[int]:
        """The columns of these roles, the first in rank first."""
        return [column.at for role in roles for column in self.table.columns if column.role == role]

    def of(self, variable: str) -> list[int]:
        """The columns that may hold a variable."""
        return [
            column.at
            for column in self.table.columns
            if column.role and _own(VARIABLE_OF.get(column.role, column.role)) == variable
        ]

    def with_value(self, at: int, value: str) -> Edit:
        """The edit that gives a cell another value, quoted if it was or must be."""
        cell = self.cells[at]
        quoted = cell.raw[:1] == '"' if cell.raw else self.all_quoted
        if quoted and (value or self.all_quoted):
            text = '"' + value.replace('"', '""') + '"'
        else:
            text = table_values.cell(value, self.table.grammar.delimiter)
        return Edit(cell.start, cell.start + len(cell.raw), text)

    def emptied(self, columns: Sequence[int]) -> Way:
        return [self.with_value(at, "") for at in columns if self.cells[at].value]


def ways(row: Row, change: Change) -> Iterator[Way]:
    """Ways of writing a change, the smallest first."""
    variable = change.variable
    if variable == "type":
        yield from _types(row, change)
    elif variable == "other-id":
        yield from _other_ids(row, change)
    elif not change.new:
        filled = row.filled(variable)
        yield row.emptied(filled)
        yield from (row.emptied([at]) for at in filled)
        yield row.emptied(row.of(variable))
    elif variable == "issued":
        yield from _issued(row, change)
    else:
        if variable in _JOINED and len(row.of(variable)) > 1:
            yield from _joined(row, change)
        for at in row.filled(variable):
            for text in _texts(row.cells[at].value, change):
                yield [row.with_value(at, text), *_orcids(row, change)]
        if variable == "page":
            yield from _pages(row, change)
        value = table_values.value(variable, change.new)
        columns = row.of(variable)
        if variable in ("issue", "number"):
            columns += row.of_role("number-or-issue")
        for at in columns:
            yield [row.with_value(at, value), *_orcids(row, change)]


def _texts(text: str, change: Change) -> Iterator[str]:
    """The text of a cell with the new value, as near as can be to the one it has."""
    variable = change.variable.removeprefix(PARALLEL)
    if isinstance(change.new, str):
        if change.old and str(change.old) in text:
            yield text.replace(str(change.old), change.new, 1)
        yield change.new
        return
    if variable in NAME_VARIABLES:
        parts = names.split_any(text)
    elif variable == "affiliation":
        parts = [part.strip() for part in _SEPARATOR.split(text) if part.strip()]
    else:
        parts = list(keywords(text))
    stretches = stretches_of(text, parts)
    if variable in (*NAME_VARIABLES, *LIST_VARIABLES) and len(stretches) == len(change.old or ()):

        def nearest(place: int, step: Step) -> str:
            here = text[slice(*stretches[step.old])] if step.old >= 0 else ""
            return _item(here, change.new[place])

        def anew(place: int, step: Step) -> str:
            return _item("", change.new[place])

        if stretches:
            plan = steps(change.old, change.new)
            yield relisted(text, stretches, plan, nearest, "; ")
            yield relisted(text, stretches, plan, anew, "; ")
    yield table_values.value(change.variable, change.new)


def _item(here: str, new: Any) -> str:
    if isinstance(new, Name):
        return (here and closest(new, here)) or table_values.name(new)
    return str(new)


def _orcids(row: Row, change: Change) -> Way:
    """The edit of the column for the ORCID iDs of authors, where these change."""
    if change.variable != "author":
        return []
    old, new = ([name.orcid for name in value or ()] for value in (change.old, change.new))
    columns = row.of_role("orcid")
    if old == new or not columns:
        return []
    return [row.with_value(columns[0], "; ".join(new) if any(new) else "")]


def _issued(row: Row, change: Change) -> Iterator[Way]:
    """The date in one cell, or in those for its parts."""
    new: Date = change.new
    old = change.old.raw if change.old else ""
    form = table_values.value("issued", new)
    filled = row.filled("issued")
    parts = {
        "date": date_forms.iso(new) or form,
        "year": f"{new.year:04}" if new.year is not None else form,
        "month": str(new.month or ""),
        "day": str(new.day or ""),
        "month-and-day": "",
    }
    columns = {role: at for role in parts for at in row.of_role(role)[:1]}
    there = {role: at for role, at in columns.items() if row.cells[at].value}
    if not (new.month and {"year", "month"} <= columns.keys()):
        yield from _in_a_cell(row, filled, old, (new.raw, form))
    finer = {role: at for role, at in columns.items() if role in (*there, "month", "day")}
    for chosen in (there, finer):
        yield [
            row.with_value(at, parts[role])
            for role, at in chosen.items()
            if row.cells[at].value != parts[role]
        ]
    yield from _in_a_cell(row, filled, old, (new.raw, form))
    for at in (*filled, *row.of_role("date", "year")):
        others = [one for one in columns.values() if one != at]
        yield [row.with_value(at, form), *row.emptied(others)]
    for at in row.of_role("year"):
        further = [(role, columns[role]) for role in ("month", "day") if role in columns]
        yield [
            row.with_value(at, parts["year"]),
            *(row.with_value(column, parts[role]) for role, column in further),
        ]


def _in_a_cell(row: Row, filled: Sequence[int], old: str, forms: Sequence[str]) -> Iterator[Way]:
    """The whole date in the cell that has the old one."""
    for at in filled:
        value = row.cells[at].value
        if old and old in value:
            for text in dict.fromkeys(forms):
                yield [row.with_value(at, value.replace(old, text, 1))]


def _pages(row: Row, change: Change) -> Iterator[Way]:
    """The first and the last page in cells of their own."""
    first, last = row.of_role("first-page"), row.of_role("last-page")
    if first and last:
        start, end = ris_values.pages(change.new)
        pages = ((first[0], start), (last[0], end))
        yield [row.with_value(at, page) for at, page in pages if row.cells[at].value != page]
        yield [row.with_value(first[0], change.new), *row.emptied(last)]


def _joined(row: Row, change: Change) -> Iterator[Way]:
    """A text of which several columns have a part each."""
    parts = change.new.split("; ")
    columns = row.of(change.variable)
    if len(columns) >= len(parts):
        kept = [at for at in columns if row.cells[at].value in parts]
        left = [part for part in parts if part not in [row.cells[at].value for at in kept]]
        free = [at for at in columns if at not in kept]
        yield [
            *(row.with_value(at, part) for at, part in zip(free, left, strict=False)),
            *row.emptied(free[len(left) :]),
        ]
        yield [
            *(row.with_value(at, part) for at, part in zip(columns, parts, strict=False)),
            *row.emptied(columns[len(parts) :]),
        ]


def _other_ids(row: Row, change: Change) -> Iterator[Way]:
    """Identifiers of further schemes, each in the column that is named for its scheme."""
    new: Sequence[OtherId] = change.new or ()
    edits: list[Edit] = []
    for scheme in dict.fromkeys(one.scheme for one in (*(change.old or ()), *new)):
        value = next((one.value for one in new if one.scheme == scheme), "")
        columns = row.of_role(scheme)
        if not columns:
            return
        if row.cells[columns[0]].value != value:
            edits.append(row.with_value(columns[0], value))
    yield edits


def _types(row: Row, change: Change) -> Iterator[Way]:
    """Another word for the type, in its column."""
    words = (change.new, *_WORDS.split("|"), *types.RIS, *TYPES)
    fitting = [word for word in dict.fromkeys(words) if row.table.kind_of(word) == change.new]
    for at in row.of_role("type"):
        old = row.cells[at].value
        for word in fitting:
            yield [row.with_value(at, word.upper() if old.isupper() and len(old) > 1 else word)]
        if not change.new:
            yield [row.with_value(at, "")]
