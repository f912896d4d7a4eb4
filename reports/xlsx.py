"""The worklists as an Excel workbook: a sheet for each family of rules, for the clusters, for the
pairs to review and for completeness.

Every text is written as text, never as a formula; one that looks like a formula stays a text when
its cell is edited. Rows go to disk as they come, so that memory does not grow with them.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from xlsxwriter import Workbook

from validator.audit import Audit
from validator.registry import RULES, writer

from . import _worklist as worklist  # noqa: TID251 - a writer like this one
from ._strings import Strings  # noqa: TID251 - a writer like this one
from ._told import words  # noqa: TID251 - the same

ROWS = 1_048_576
"""Rows of a sheet, its header included: no more fit into Excel."""

NAME = 31
"""Characters of the name of a sheet."""

WIDTHS = (18, 24, 7, 9, 9, 24, 9, 48, 14, 40, 40, 9, 18, 18, 18)
CLUSTER_WIDTHS = (8, 9, 18, 24, 7, 9, 48, 36, 8, 30, 26, 40, 18, 18)
REVIEW_WIDTHS = (8, 48, 18, 18, 24, 48, 18, 18, 24, 48, 18)
COMPLETENESS_WIDTHS = (30, 20, 20, 10, 10, 10)


@writer("xlsx")
def write_xlsx(audit: Audit) -> Iterator[bytes]:
    """The bytes of the workbook: the same for the same audit. Findings are iterated once."""
    t = words(audit)
    with tempfile.TemporaryFile() as file:
        book = Workbook(file, {"constant_memory": True})
        made = datetime.fromisoformat(audit.today)  # else the clock's time
        book.set_properties({"title": "bibvalidator", "created": made})
        _fill(_Sheets(book), audit, t)
        book.close()
        file.seek(0)
        while chunk := file.read(1 << 20):
            yield chunk


def _fill(sheets: _Sheets, audit: Audit, t: Strings) -> None:
    families = {count.code: _family(count.code) for count in audit.rule_counts}
    names = _names(t)
    head = worklist.header(t)
    lists = {
        family: sheets.add(names.get(family, family), head, WIDTHS)
        for family in sorted(set(families.values()))
    }
    rest: list[tuple[str, Sequence[str], Sequence[int], Iterable[worklist.Row]]] = [
        (
            t("worklist.clusters"),
            worklist.cluster_header(t),
            CLUSTER_WIDTHS,
            worklist.cluster_rows(audit, t),
        ),
        (
            t("worklist.review"),
            worklist.review_header(t),
            REVIEW_WIDTHS,
            worklist.review_rows(audit, t),
        ),
        (
            t("worklist.completeness"),
            worklist.completeness_header(t),
            COMPLETENESS_WIDTHS,
            worklist.completeness_rows(audit, t),
        ),
    ]
    for name, columns, widths, rows in rest:
        sheet = sheets.add(name, columns, widths)
        for row in rows:
            sheet.write(row)
        sheet.end()
    for finding in audit.told():
        lists[families[finding.code]].write(worklist.row(finding, t))
    for sheet in lists.values():
        sheet.end()


def _family(code: str) -> str:
    return RULES[code].family if code in RULES else "rules"


def _names(t: Strings) -> dict[str, str]:
    """The families of our own rules in the language of the run."""
    return {
        "authors": t("family.authors"),
        "cjk": t("family.cjk"),
        "collection": t("family.collection"),
        "containers": t("family.containers"),
        "dates": t("family.dates"),
        "doi": t("family.doi"),
        "duplicates": t("family.duplicates"),
        "encoding": t("family.encoding"),
        "identifiers": t("family.identifiers"),
        "keywords": t("family.keywords"),
        "numbering": t("family.numbering"),
        "suppressions": t("family.suppressions"),
        "titles": t("family.titles"),
        "types": t("family.types"),
    }


class _Sheets:
    """The sheets of a workbook."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.quoted = book.add_format({"quote_prefix": True})
        self.head = book.add_format({"bold": True, "bottom": 1})
        self.share = book.add_format({"num_format": "0.0%"})
        self.taken: set[str] = set()

    def add(self, name: str, columns: Sequence[str], widths: Sequence[int]) -> _Sheet:
        return _Sheet(self, name, columns, widths)

    def name(self, wanted: str) -> str:
        """A name for a sheet that Excel takes, and that no other has: "DOI", then "DOI 2"."""
        base = re.sub(r"[\[\]:*?/\\]|^'|'$", "_", wanted)[:NAME] or "_"
        name, number = base, 1
        while name.casefold() in self.taken:
            number += 1
            name = f"{base[: NAME - len(str(number)) - 1]} {number}"
        self.taken.add(name.casefold())
        return name


class _Sheet:
    """A table with a header that stays; what does not fit goes on in a sheet behind the others."""

    def __init__(
        self, sheets: _Sheets, name: str, columns: Sequence[str], widths: Sequence[int]
    ) -> None:
        self.sheets, self.name, self.columns, self.widths = sheets, name, columns, widths
        self._begin()

    def _begin(self) -> None:
        self.sheet: Any = self.sheets.book.add_worksheet(self.sheets.name(self.name))
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, width)
        self.sheet.freeze_panes(1, 0)
        for column, name in enumerate(self.columns):
            self.sheet.write_string(0, column, name, self.sheets.head)
        self.rows = 1

    def write(self, row: worklist.Row) -> None:
        if self.rows == ROWS:
            self.end()
            self._begin()
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                if cell:
                    risky = cell.startswith(worklist.STARTS_FORMULA)
                    style = self.sheets.quoted if risky else None
                    self.sheet.write_string(self.rows, column, cell, style)
            elif cell is not None:
                share = self.sheets.share if isinstance(cell, float) else None
                self.sheet.write_number(self.rows, column, cell, share)
        self.rows += 1

    def end(self) -> None:
        """The filter over all rows; nothing is written after it."""
        self.sheet.autofilter(0, 0, self.rows - 1, len(self.columns) - 1)
