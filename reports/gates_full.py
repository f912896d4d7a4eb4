"""Gates by suite, each with its outcome, what was observed and what was expected."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from validator.audit import Audit, Gate, Outcome, Unexpected
from validator.registry import writer
from validator.text.unicode import one_line, padded

from ._gates import counted, found, limit, outcome, own_id, title, totals, where  # noqa: TID251
from ._strings import Strings  # noqa: TID251 - a writer like this one
from ._told import plain, words  # noqa: TID251 - the same


@writer("gates_full")
def write_gates(audit: Audit) -> Iterator[str]:
    """The suites in order, and a summary."""
    t = words(audit)
    for suite, gates in groupby(audit.gates or (), key=lambda gate: gate.suite):
        yield f"{one_line(suite)}\n"
        for gate in gates:
            yield from _shown(gate, t)
        yield "\n"
    ended = totals(audit)
    yield (
        t(
            "gate.summary",
            n=sum(ended.values()),
            passed=ended[Outcome.PASS],
            failed=ended[Outcome.FAIL],
            untold=ended[Outcome.UNTOLD],
        )
        + "\n"
    )


def _shown(gate: Gate, t: Strings) -> Iterator[str]:
    named, told = title(gate, t), _told(gate, t)
    said = t("gate.said", title=named, observed=told) if told else named
    yield f"  {padded(outcome(gate, t), 14)}  {said}\n"
    for row in gate.examples:
        yield f"{'':20}{_row(row)}\n"
    if gate.examples and (gate.unexpected or 0) > len(gate.examples):
        yield f"{'':20}{t('told.more', n=(gate.unexpected or 0) - len(gate.examples))}\n"


def _told(gate: Gate, t: Strings) -> str:
    """What was observed, what was expected, how many rows are not; or why nobody can tell."""
    said, expected = found(gate, t), limit(gate, t)
    if gate.outcome is not Outcome.UNTOLD and said and expected:
        said = t("gate.bound", observed=said, limit=expected)
    return t("told.joint").join(part for part in (said, counted(gate, t)) if part)


def _row(row: Unexpected) -> str:
    """Where a row stands, its id if it has one of its own, and its value."""
    parts = (where(row), own_id(row), plain(row.value))
    return "  ".join(part for part in parts if part)
