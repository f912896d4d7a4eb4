"""What the reports say of a gate, in the language of the run."""

from __future__ import annotations

from collections import Counter

from validator.audit import Audit, Gate, Outcome, Unexpected
from validator.translations import phrase

from ._strings import Strings  # noqa: TID251 - of reports
from ._told import named, place, plain  # noqa: TID251 - the same

TITLES = {
    "rows": "gate.rows",
    "measured": "gate.measured",
    "expected": "gate.expected",
    "present": "gate.present",
    "unique": "gate.unique",
    "ids": "gate.ids",
    "known": "gate.known",
    "valid": "gate.valid",
    "script": "gate.script",
    "rate": "gate.rate",
    "rise": "gate.rise",
    "duplicates": "gate.duplicates",
    "unreadable": "gate.unreadable",
    "account": "gate.account",
    "suite": "gate.suite",
    "described": "gate.described",
    "generic": "gate.generic",
}
"""The string for each kind of gate."""

OUTCOMES = {
    Outcome.PASS: "gate.pass",
    Outcome.FAIL: "gate.fail",
    Outcome.UNTOLD: "gate.untold",
}

DIGITS = (1, 2, 4, 6)
"""Decimals of a percentage that are tried until what was observed differs from the limit."""


def title(gate: Gate, t: Strings) -> str:
    """What is judged: "DOI is there where it is expected"."""
    columns = t("told.joint").join(
        named(plain(column), t) for column in gate.args.get("columns", "").split(", ")
    )
    parts = {**{name: plain(text) for name, text in gate.args.items()}, "columns": columns}
    if "script" in parts:
        parts["script"] = phrase("script", parts["script"], t.lang)
    kind = "measured" if gate.kind == "rows" and gate.table == "measures" else gate.kind
    said = t(TITLES[kind], **parts)
    source = parts.get("source")
    if not source:
        return said
    return t("gate.each", title=said) if source == "*" else t("gate.in", title=said, source=source)


def outcome(gate: Gate, t: Strings) -> str:
    return t(OUTCOMES[gate.outcome])


def observed(gate: Gate, t: Strings) -> str:
    """What was observed: "83.3%", "3 rows"; "" where nothing was."""
    if gate.observed is None:
        nothing = gate.outcome is not Outcome.UNTOLD and gate.examined == 0
        return t("gate.nothing") if nothing else plain(gate.also)
    return _number(gate, gate.observed, t)


def limit(gate: Gate, t: Strings) -> str:
    """What was expected: "at least 95%"; "" where that is no number."""
    least, most = (
        None if one is None else _number(gate, one, t, is_limit=True)
        for one in (gate.least, gate.most)
    )
    if least is not None and most is not None:
        return least if least == most else t("gate.between", least=least, most=most)
    if least is not None:
        return t("gate.all") if gate.is_share and gate.least == 1 else t("gate.least", limit=least)
    if most is not None:
        return t("gate.none") if gate.most == 0 else t("gate.most", limit=most)
    return ""


def found(gate: Gate, t: Strings) -> str:
    """What was observed, with the source that it is about; or why nobody can tell."""
    if gate.outcome is Outcome.UNTOLD:
        return plain(t.error(gate.reason))
    said = observed(gate, t)
    if gate.observed is not None and gate.also:
        return t("gate.in", title=said, source=plain(gate.also))
    return said


def counted(gate: Gate, t: Strings) -> str:
    """How many rows are not as expected: "1 of 6"."""
    if not gate.unexpected or not gate.examined:
        return ""
    return t("gate.counted", n=gate.unexpected, total=gate.examined)


def where(row: Unexpected) -> str:
    """Where a row stands: "refs.bib:12"."""
    return f"{place(row.path)}:{row.line}" if row.line is not None else place(row.path)


def own_id(row: Unexpected) -> str:
    """The id of a record, "" where the file gives none."""
    return "" if row.record == f"{row.path}#{row.record_number}" else plain(row.record)


def totals(audit: Audit) -> dict[Outcome, int]:
    """How many gates ended each way."""
    counts = Counter(gate.outcome for gate in audit.gates or ())
    return {outcome: counts[outcome] for outcome in Outcome}


def _number(gate: Gate, value: float, t: Strings, *, is_limit: bool = False) -> str:
    if not gate.is_share:
        return f"{value:,.6g}" if isinstance(value, float) else t.number(value)
    if is_limit:
        return t("number.percent", share=f"{100 * value:.6g}")
    limits = [one for one in (gate.least, gate.most) if one is not None]
    for digits in DIGITS:
        share = f"{100 * value:.{digits}f}"
        if all(float(share) != 100 * one or value == one for one in (*limits, 0, 1)):
            break
    return t("number.percent", share=share if float(share) not in (0, 100) else f"{100 * value:g}")
