"""Findings grouped by record, each with its value and its suggestion, and a summary."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from validator.audit import Audit
from validator.finding import Finding
from validator.registry import writer
from validator.text.unicode import one_line, printable

LONGEST = 200  # characters of a value that are shown


@writer("full")
def write_full(audit: Audit) -> Iterator[str]:
    """A block a record: where it stands and its id, then its findings in order."""
    for (path, record, number), findings in groupby(audit.listed(), key=_record):
        block = list(findings)
        lines = [finding.line for finding in block if finding.line]
        place = f"{path}:{min(lines)}" if lines else path
        name = record if block[0].has_id or not number else f"record {number}"
        yield one_line(f"{place}  {name}".rstrip()) + "\n"
        for finding in block:
            yield from _shown(finding)
        yield "\n"
    if audit.max_findings and len(audit.findings) > audit.max_findings:
        yield f"{len(audit.findings) - audit.max_findings} more findings are not shown\n"
    yield audit.summary + "\n"


def _record(finding: Finding) -> tuple[str, str, int]:
    return finding.path, finding.record, finding.record_number or 0


def _shown(finding: Finding) -> Iterator[str]:
    at = f"{finding.line}: " if finding.line else ""
    about = f"{finding.variable}: " if finding.variable else ""
    message = one_line(finding.message)
    yield f"  {finding.severity.value:7} {finding.code}  {at}{about}{message} ({finding.name})\n"
    if finding.value:
        yield f"           value       {_short(finding.value)}\n"
    if finding.suggestion is not None:
        note = "" if finding.safe else "  (to be confirmed)"
        yield f"           suggestion  {_short(finding.suggestion) or '(remove it)'}{note}\n"
    for variable, moved in finding.moves:
        yield f"           moves       {_short(moved)} to {variable}\n"
    if finding.related:
        yield f"           see         {_short(', '.join(finding.related))}\n"


def _short(text: str) -> str:
    text = printable(" ".join(text.split()))
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}… ({len(text)} characters)"
