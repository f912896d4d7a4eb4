"""A line a finding, as compilers print them, and a summary."""

from __future__ import annotations

from collections.abc import Iterator

from validator.audit import Audit
from validator.registry import writer
from validator.text.unicode import one_line


@writer("concise")
def write_concise(audit: Audit) -> Iterator[str]:
    """``path:line: CODE message``; the line is left out where the format has none."""
    for finding in audit.listed():
        line = f":{finding.line}" if finding.line else ""
        yield f"{one_line(finding.path)}{line}: {finding.code} {one_line(finding.message)}\n"
    if audit.max_findings and len(audit.findings) > audit.max_findings:
        yield f"{len(audit.findings) - audit.max_findings} more findings are not shown\n"
    yield audit.summary + "\n"
