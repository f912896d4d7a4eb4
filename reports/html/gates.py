"""The gates: what must hold, what was observed, which rows are not as expected."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from markupsafe import Markup

from validator.audit import Audit, Gate, Outcome, Unexpected

from .. import _gates  # noqa: TID251, TID252 - of reports
from .._difference import cut  # noqa: TID251, TID252 - of reports
from .._strings import Strings  # noqa: TID251, TID252 - of reports
from .escaping import size  # noqa: TID251 - of this report
from .room import GATE_ROWS, GATES_BYTES, ID, PATH, within  # noqa: TID251 - of this report
from .words import Words  # noqa: TID251 - of this report

VALUE = 80  # characters of a value that are shown
FIRST = (Outcome.FAIL, Outcome.UNTOLD, Outcome.PASS)
LEVELS = {Outcome.FAIL: "error", Outcome.UNTOLD: "warning", Outcome.PASS: "pass"}
"""How each outcome is marked."""


class GateView(NamedTuple):
    """A gate in words."""

    title: tuple[str, str]
    name: Markup
    outcome: Markup
    level: str
    observed: Markup
    limit: Markup
    counted: Markup
    rows: list[tuple[Unexpected, str]]  # with the id of its own
    hidden: int  # rows beyond those

    @property
    def bytes(self) -> int:
        """About what it takes in the page."""
        shown = (self.name, self.outcome, self.observed, self.limit, self.counted)
        rows = (f"{row.path[-PATH:]}{id}{row.value[:VALUE]}" for row, id in self.rows)
        return sum(300 + size(text) for text in (*shown, *rows))


class Gates(NamedTuple):
    """The gates that did not pass first."""

    views: list[GateView]
    hidden: int  # gates beyond those
    totals: dict[str, int]
    all: int


def gates(audit: Audit, t: Words) -> Gates | None:
    """None where none were asked for."""
    if audit.gates is None:
        return None
    order = sorted(audit.gates, key=lambda gate: FIRST.index(gate.outcome))
    totals = {LEVELS[outcome]: n for outcome, n in _gates.totals(audit).items()}
    views = list(within((_view(gate, t) for gate in order), GATES_BYTES, lambda one: one.bytes))
    return Gates(views, len(order) - len(views), totals, len(order))


def _view(gate: Gate, t: Words) -> GateView:
    def said(say: Callable[[Gate, Strings], str]) -> tuple[str, str]:
        own, other = (cut(say(gate, strings)) for strings in t.both)
        return own, other

    title = said(_gates.title)
    rows = [(row, cut(_gates.own_id(row), ID)) for row in gate.examples[:GATE_ROWS]]
    return GateView(
        title,
        t.pair(*title),
        t.pair(*said(_gates.outcome)),
        LEVELS[gate.outcome],
        t.pair(*said(_gates.found)),
        t.pair(*said(_gates.limit)),
        t.pair(*said(_gates.counted)),
        rows,
        (gate.unexpected or 0) - len(rows) if rows else 0,
    )
