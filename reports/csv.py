"""The worklist as CSV: a finding a row, with an empty column for what is decided.

It begins with a byte order mark, without which Excel takes the text for the charset of the
system; other programs skip it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator

from validator.audit import Audit
from validator.registry import writer

from ._told import words  # noqa: TID251 - a writer like this one
from ._worklist import STARTS_FORMULA, Cell, Row, header, row  # noqa: TID251 - the same

MARK = "\ufeff"


class _Echo:
    """A file that gives back what is written."""

    def write(self, text: str) -> str:
        return text


@writer("csv")
def write_csv(audit: Audit) -> Iterator[str]:
    """The header, then all findings in order. A cell that might be a formula begins with '."""
    t = words(audit)
    line = csv.writer(_Echo(), lineterminator="\n").writerow
    yield MARK + str(line(header(t)))
    for finding in audit.told():
        yield str(line(_harmless(row(finding, t))))


def _harmless(cells: Row) -> list[Cell]:
    return [
        f"'{cell}" if isinstance(cell, str) and cell.startswith(STARTS_FORMULA) else cell
        for cell in cells
    ]
