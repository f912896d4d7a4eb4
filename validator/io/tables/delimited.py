"""Tables of records: comma, tab or semicolon between cells, columns known by their headers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice

from validator.finding import Fault
from validator.io.source import Line, Source
from validator.io.tables import headers
from validator.io.tables.columns import Columns, is_header
from validator.io.tables.rows import Cells, Grammar, Row, header, rows
from validator.record import Field, Provenance, Record

new = tuple.__new__  # a named tuple in half the time: there are some ten in each record
HEAD = 10  # lines in which the header is looked for: some exports greet first


class Table(Columns):
    """How a delimited table is read."""

    def __init__(
        self, names: Sequence[str], grammar: Grammar, mapping: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(names, mapping)
        self.grammar = grammar


def opened(lines: Iterator[Line], source: Source) -> tuple[Table, Iterator[Line]] | None:
    """The table that the header of these lines begins, and its rows; None where there is none."""
    head = list(islice(lines, HEAD))
    delimiter, skipped = _layout(head, source.columns)
    rest = chain(head[skipped:], lines)
    grammar = Grammar(delimiter)
    if skipped >= len(head):
        return None
    cells, _ = header(rest, grammar, source)
    names = [value.strip() for value in cells.values]
    grammar.trims = len(cells) > 1 and all(raw[:1] == " " for raw in cells.raws[1:])
    while names and not names[-1]:
        names.pop()
    return Table(names, grammar, source.columns), rest


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
        elif is_header(row.cells.values, table.names):
            continue  # exports joined end to end repeat it
        else:
            yield record(row, row.cells, table, here=here, number=number)
        number += 1


def cells(source: Source) -> Iterator[list[str] | None]:
    """The values of the cells of each row, None for a broken one."""
    found = opened(source.lines(), source)
    if found:
        table, rest = found
        for row in rows(rest, table.grammar, source, width=len(table.names)):
            if row.cells is None:
                yield None
            elif not is_header(row.cells.values, table.names):
                yield row.cells.values


def _layout(head: list[Line], mapping: Mapping[str, str]) -> tuple[str, int]:
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
            found = (headers.known(names, mapping), len(names), delimiter, index)
            if found[:2] > best[:2] and (found[0] > 1 or index == first):
                best = found
        if best[0] > 1:
            break
    known, _, delimiter, index = best
    return delimiter or said or ",", index if known > 1 else first


def record(row: Row, cells: Cells, table: Table, *, here: Provenance, number: int) -> Record:
    """The record of a row."""
    values, filled = table.values(cells.values)
    values["raw"] = _raw(cells, zip(*filled, strict=True))
    values["provenance"] = Provenance(
        here.path,
        here.format,
        number,
        row.line,
        1,
        row.start,
        row.end,
        values.pop("source", ""),
    )
    return Record(**values)


def _raw(cells: Cells, filled: Iterator[tuple[str, str]]) -> tuple[Field, ...]:
    """The fields of the cells that have a value, of which ``filled`` gives name and variable."""
    found: list[Field] = []
    add, line, at = found.append, cells.line, cells.start
    behind = at - 1
    if cells.places is None:  # as `Cells.all_places`, in half the time
        for value, raw in zip(cells.values, cells.raws, strict=True):
            end = at + len(raw)
            if value:
                name, variable = next(filled)
                add(new(Field, (name, raw, variable, line, at - behind, at, end)))
            at = end + 1
    else:
        for cell in cells:
            if cell.value:
                name, variable = next(filled)
                end = cell.start + len(cell.raw)
                add(Field(name, cell.raw, variable, cell.line, cell.column, cell.start, end))
    return tuple(found)
