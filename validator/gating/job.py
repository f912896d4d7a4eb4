"""The job of `gate`: the audit, its tables, the suites run over them, what came of it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice

from validator import auditing
from validator.audit import Audit, Gate, Outcome
from validator.config import Settings
from validator.gating import measures, outcomes, records, tables
from validator.gating.apart import Engine
from validator.gating.suites import TABLES, Result, Suite
from validator.io import Input
from validator.tasks import give_memory_back


def gated(
    inputs: Sequence[Input],
    suites: Sequence[Suite],
    *,
    settings: Settings,
    engine: Engine,
    folder: str,
    formats: Iterable[str] = (),
    docs: str = "",
    values: bool = True,
    progress: Callable[[int], None],
) -> Audit:
    """Check inputs, which are read twice, and run suites over what was found: an audit with gates.

    The tables are written into ``folder``, in ``formats`` beside the Parquet that the gates read;
    ``docs`` is a folder for Data Docs. Without ``values`` no gate holds any from the data. Raises
    as `auditing.check` does, and UnreadableError for a file that changes between the readings.
    """
    audit = auditing.audited(inputs, settings=settings, progress=progress).audit
    give_memory_back()
    paths = {
        table: [
            os.path.join(folder, f"{table}.{form}") for form in dict.fromkeys(("parquet", *formats))
        ]
        for table in TABLES
    }
    read: Counter[str] = Counter()
    rows = records.rows(inputs, settings, sources=audit.sources, read=read, progress=progress)
    tables.write(paths["records"], records.COLUMNS, records.KINDS, rows)
    found = measures.rows(audit, settings, read)
    tables.write(paths["measures"], measures.COLUMNS, measures.KINDS, found)
    parquet = {table: several[0] for table, several in paths.items()}
    results = engine.run(suites, parquet, day=settings.today, docs=docs)
    return replace(audit, gates=tuple(_in_order(suites, results, values=values)))


def _in_order(
    suites: Iterable[Suite], results: Iterable[Result], *, values: bool
) -> Iterable[Gate]:
    """The gates of each suite, and one for a suite that has none."""
    waiting = iter(results)
    for suite in suites:
        if suite.expectations:
            yield from outcomes.gates(islice(waiting, len(suite.expectations)), values=values)
        else:
            yield outcomes.unread(suite)


def exit_code(audit: Audit) -> int:
    """0 all pass, 1 a gate fails, 3 a gate or an input could not be evaluated."""
    found = {gate.outcome for gate in audit.gates or ()}
    if audit.unevaluated or Outcome.UNTOLD in found:
        return 3
    return int(Outcome.FAIL in found)
