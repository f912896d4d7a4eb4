"""The verdict: one sentence that says what to do first."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from validator.audit import Audit
from validator.finding import Severity

from .._difference import cut  # noqa: TID251, TID252 - of reports
from .gates import Gates  # noqa: TID251 - of this report
from .room import CODE  # noqa: TID251 - of this report
from .rules import RuleView  # noqa: TID251 - of this report
from .words import Words  # noqa: TID251 - of this report

GATES = {"error": "advice.gate-error", "warning": "advice.gate-warning"}
"""What is said of gates that did not pass, by how they are marked."""


def advice(
    audit: Audit, rules: Sequence[RuleView], gates: Gates | None, t: Words
) -> tuple[Markup, str]:
    """One sentence that says what to do first, and the part of the page that it is about."""
    if audit.unevaluated:
        return t("advice.unevaluated", n=len(audit.unevaluated)), "unevaluated"
    for level, key in GATES.items():
        if gates and gates.totals[level]:
            n = gates.totals[level]
            gate = next(gate for gate in gates.views if gate.level == level)
            titles = zip(t.both, gate.title, strict=True)
            own, other = (strings(key, n=n, title=title) for strings, title in titles)
            return t.pair(own, other), "gates"
    if not audit.records and not rules:
        return t("advice.no-records"), "method"
    for severity in (Severity.ERROR, Severity.WARNING):
        worst = [rule for rule in rules if rule.severity is severity]
        if worst:
            first = max(worst, key=lambda rule: (rule.records, rule.findings))
            key = "advice.rule" if first.records else "advice.file"
            n = first.records or first.findings
            code = cut(first.code, CODE)
            own, other = (
                strings(key, code=code, name=name, n=n)
                for strings, name in zip((t.own, t.other), first.title, strict=True)
            )
            return t.pair(own, other), f"rule-{first.number}"
    if audit.clusters:
        return t("advice.duplicates", n=len(audit.clusters)), "duplicates"
    if audit.review:
        return t("advice.review", n=len(audit.review)), "duplicates"
    if rules:
        return t("advice.infos"), "rules"
    return t("advice.nothing", n=audit.records), "method"
