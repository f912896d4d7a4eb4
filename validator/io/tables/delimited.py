"""Tables of records: comma, tab or semicolon between cells, columns known by their headers."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from validator.finding import Fault
from validator.io.source import Line, Source
from validator.io.tables import headers
from validator.io.tables.columns import Columns
from validator.io.tables.rows import Cell, Grammar, Row, header, rows
from validator.record import Field, Provenance, Record

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
    head = list(itertools.islice(lines, HEAD))
    delimiter, skipped = _layout(head, source.columns)
    rest = itertools.chain(head[skipped:], lines)
    grammar = Grammar(delimiter)
    if skipped >= len(head):
        return None
    cells, _ = header(rest, grammar, source)
    names = [cell.value.strip() for cell in cells]
    grammar.trims = len(cells) > 1 and all(cell.raw[:1] == " " for cell in cells[1:])
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
        elif _is_header(row.cells, table.names):
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
            elif not _is_header(row.cells, table.names):
                yield [cell.value for cell in row.cells]


def _is_header(cells: list[Cell], names: list[str]) -> bool:
    if names and cells[0].value.strip() != names[0]:
        return False
    return [cell.value.strip() for cell in cells] == names


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


new = tuple.__new__  # a named tuple in half the time: there are some ten in each record


def record(row: Row, cells: list[Cell], table: Table, *, here: Provenance, number: int) -> Record:
    """The record of a row."""
    values, filled = table.values([cell.value for cell in cells])
    values["raw"] = tuple(
        [
            new(Field, (name, raw, variable, line, column, start, start + len(raw)))
            for at, name, variable in filled
            for _, raw, line, column, start in (cells[at],)
        ]
    )
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
