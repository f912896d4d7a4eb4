"""Annotations of GitHub: workflow commands, which a job prints."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from validator.audit import Audit
from validator.finding import Finding, Severity
from validator.registry import writer

from ._strings import Strings  # noqa: TID251 - a writer like this one
from ._told import place, plain, told, unevaluated, words  # noqa: TID251 - the same

MOST = 10
"""Annotations of each level that GitHub shows of a step; the others it drops unseen."""

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


@writer("github")
def write_github(audit: Audit) -> Iterator[str]:
    """The first errors, warnings and infos, and a notice that counts the rest."""
    t = words(audit)
    shown: dict[Severity, list[Finding]] = {level: [] for level in Severity}
    for finding in chain(unevaluated(audit, t), audit.listed()):
        kept = shown[finding.severity]
        if len(kept) < MOST:
            kept.append(finding)
    hidden = len(audit.findings) + len(audit.unevaluated) - sum(map(len, shown.values()))
    if hidden and len(shown[Severity.INFO]) == MOST:  # the notice takes the place of one
        shown[Severity.INFO].pop()
        hidden += 1
    for level in Severity:
        for finding in shown[level]:
            yield _annotation(finding, t)
    if hidden:
        yield f"::notice title=bibvalidator::{_data(t('told.more', n=hidden))}\n"


def _annotation(finding: Finding, t: Strings) -> str:
    properties = {
        "file": "" if finding.path == "-" else place(finding.path),
        "line": str(finding.line or ""),
        "col": str(finding.column or "") if finding.line else "",
        "title": plain(f"{finding.code} {finding.name}"),
    }
    given = ",".join(f"{key}={_property(text)}" for key, text in properties.items() if text)
    return f"::{COMMANDS[finding.severity]} {given}::{_data(told(finding, t))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
