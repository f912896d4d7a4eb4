"""Trends: what has changed since an earlier run or a baseline, rule by rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup

from validator.audit import Audit, Trend
from validator.finding import Severity
from validator.registry import RULES

from .room import TRENDS  # noqa: TID251 - of this report
from .words import Words  # noqa: TID251 - of this report


class Change(NamedTuple):
    """A rule whose findings are others than before."""

    trend: Trend
    title: Markup
    number: int | None  # of the rule among those that found something now
    in_force: bool


class Changes(NamedTuple):
    """What has changed: the rules with most new findings first, then with most gone."""

    total: Trend
    rules: list[Change]
    hidden: int  # changes beyond those
    unchanged: int
    most: int  # new or gone of one rule


def changes(
    audit: Audit,
    known: Mapping[str, tuple[str, Severity]],
    numbers: Mapping[str, int],
    t: Words,
) -> Changes | None:
    """None where nothing is compared with. ``known`` are the names of rules that found something,
    ``numbers`` their places in the page."""
    if audit.trends is None:
        return None
    moved = [trend for trend in audit.trends.rules if trend.new or trend.gone]
    moved.sort(key=lambda trend: (-trend.new, -trend.gone, trend.code))
    shown = [
        Change(
            trend,
            t.pair(*t.rule(trend.code, _name(trend.code, known))),
            numbers.get(trend.code),
            trend.code in audit.rules or trend.code in numbers,
        )
        for trend in moved[:TRENDS]
    ]
    most = max((max(trend.new, trend.gone) for trend in moved), default=1)
    unchanged = len(audit.trends.rules) - len(moved)
    return Changes(audit.trends.total, shown, len(moved) - len(shown), unchanged, most)


def _name(code: str, known: Mapping[str, tuple[str, Severity]]) -> str:
    if code in known:
        return known[code][0]
    return RULES[code].name if code in RULES else ""
