"""Gates as JSON: one object with a summary and the gates."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from validator.audit import Audit, Gate
from validator.registry import writer
from validator.text.unicode import json_printable

from ._gates import title, totals  # noqa: TID251 - a writer like this one
from ._strings import Strings  # noqa: TID251 - the same
from ._told import words  # noqa: TID251 - the same


@writer("gates_json")
def write_gates(audit: Audit) -> Iterator[str]:
    """The summary first, then the gates, one a line."""
    t = words(audit)
    summary = {
        "records": audit.records,
        "unreadable": audit.unreadable,
        "gates": {outcome.value: count for outcome, count in totals(audit).items()},
    }
    yield f'{{"summary": {json.dumps(summary)},\n "gates": ['
    separator = "\n"
    for gate in audit.gates or ():
        yield f"{separator}  {json_printable(json.dumps(_object(gate, t), ensure_ascii=False))}"
        separator = ",\n"
    yield "\n ]}\n"


def _object(gate: Gate, t: Strings) -> dict[str, Any]:
    return {
        "suite": gate.suite,
        "table": gate.table,
        "expectation": gate.expectation,
        "title": title(gate, t),
        "outcome": gate.outcome.value,
        "reason": t.error(gate.reason),
        "observed": gate.observed,
        "least": gate.least,
        "most": gate.most,
        "detail": gate.also,
        "unexpected": gate.unexpected,
        "examined": gate.examined,
        "examples": [row._asdict() for row in gate.examples],
    }
