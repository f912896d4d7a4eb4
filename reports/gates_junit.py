"""Gates as JUnit XML: a suite is a suite, and a case an expectation."""

from __future__ import annotations

import html
from collections.abc import Iterator
from itertools import groupby

from validator.audit import Audit, Gate, Outcome
from validator.registry import writer

from ._gates import found, limit, own_id, title, where  # noqa: TID251 - a writer like this one
from ._strings import Strings  # noqa: TID251 - the same
from ._told import place, plain, words  # noqa: TID251 - the same


@writer("gates_junit")
def write_gates(audit: Audit) -> Iterator[str]:
    """A gate that fails is a failure, one that could not be told an error."""
    t = words(audit)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="bibvalidator gate">\n'
    for name, several in groupby(audit.gates or (), key=lambda gate: gate.suite):
        gates = list(several)
        failures = sum(gate.outcome is Outcome.FAIL for gate in gates)
        errors = sum(gate.outcome is Outcome.UNTOLD for gate in gates)
        suite = html.escape(place(name))
        yield (
            f'<testsuite name="{suite}" tests="{len(gates)}" failures="{failures}"'
            f' errors="{errors}" skipped="0" time="0">\n'
        )
        for gate in gates:
            yield f'<testcase classname="{suite}" time="0" name="{html.escape(title(gate, t))}"'
            yield from _outcome(gate, t)
        yield "</testsuite>\n"
    yield "</testsuites>\n"


def _outcome(gate: Gate, t: Strings) -> Iterator[str]:
    if gate.outcome is Outcome.PASS:
        yield "/>\n"
        return
    if gate.outcome is Outcome.UNTOLD:
        said = html.escape(plain(t.error(gate.reason)))
        yield f'>\n<error message="{said}" type="could not tell">{said}</error>\n</testcase>\n'
        return
    said = html.escape(t("gate.bound", observed=found(gate, t), limit=limit(gate, t)))
    rows = "\n".join(f"{where(row)}  {own_id(row)}".rstrip() for row in gate.examples)
    yield f'>\n<failure message="{said}" type="fail">{html.escape(rows)}</failure>\n</testcase>\n'
