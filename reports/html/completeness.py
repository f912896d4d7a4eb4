"""Completeness: how many records hold each variable, by source and by type."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from validator.audit import Filled
from validator.record import VARIABLES

from .room import COLUMNS  # noqa: TID251 - of this report

ORDER = {variable: i for i, variable in enumerate(VARIABLES)} | {"DOI": -1}


def by_order(variable: str) -> tuple[int, str]:
    """DOI first, then as in a record, unknown names last."""
    return ORDER.get(variable, len(ORDER)), variable


def without_folder(paths: Sequence[str]) -> list[str]:
    """The paths without the folders that all have in common."""
    if len(paths) < 2:
        return [path.rpartition("/")[2] for path in paths]
    shared = os.path.commonprefix(paths)  # noqa: RUF071 - up to a slash, which is next
    return [path[shared.rfind("/") + 1 :] for path in paths]


class Heat(NamedTuple):
    """A table of how many records hold a variable. Cells are (filled, total), the first of all.

    ``others``: how many columns the last one adds up, 0 where there is no such column.
    """

    columns: list[str]  # as they are shown
    others: int
    totals: list[int]
    rows: list[tuple[str, list[tuple[int, int]]]]
    empty: list[str]  # variables that no record holds


def heat(
    completeness: Iterable[Filled],
    column: Callable[[Filled], str],
    shown: Callable[[Sequence[str]], list[str]] = list,
) -> Heat:
    """Sums by variable and column, the largest columns first and the rest added up."""
    filled: Counter[tuple[str, str]] = Counter()
    groups: dict[tuple[str, str], tuple[str, int]] = {}
    variables = set()
    for item in completeness:
        name = column(item)
        filled[item.variable, name] += item.filled
        variables.add(item.variable)
        group = (item.path, item.type)
        # A variable may be left out where a group never holds it: its records count all the same.
        groups[group] = name, max(item.total, groups.get(group, (name, 0))[1])
    totals: Counter[str] = Counter()
    for name, total in groups.values():
        totals[name] += total
    names = sorted(totals, key=lambda name: (-totals[name], name))
    kept, rest = (names, []) if len(names) <= COLUMNS + 1 else (names[:COLUMNS], names[COLUMNS:])
    every = sum(totals.values())
    sums = [every, *(totals[name] for name in kept)]
    if rest:
        sums.append(sum(totals[name] for name in rest))
    rows, empty = [], []
    for variable in sorted(variables, key=by_order):
        counts = [filled[variable, name] for name in kept]
        if rest:
            counts.append(sum(filled[variable, name] for name in rest))
        if sum(counts) or variable == "DOI":
            rows.append((variable, list(zip([sum(counts), *counts], sums, strict=True))))
        else:
            empty.append(variable)
    return Heat(shown(kept), len(rest), sums, rows, empty)
