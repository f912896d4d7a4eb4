"""A line a finding, as compilers print them, and a summary."""

from __future__ import annotations

from collections.abc import Iterator

from validator.audit import Audit
from validator.registry import writer
from validator.text.unicode import one_line
from validator.translations import phrase


@writer("concise")
def write_concise(audit: Audit) -> Iterator[str]:
    """``path:line: CODE message``; the line is left out where the format has none."""
    lang = audit.lang
    for finding in audit.listed():
        line = f":{finding.line}" if finding.line else ""
        yield f"{one_line(finding.path)}{line}: {finding.code} {one_line(finding.message)}\n"
    if audit.max_findings and len(audit.findings) > audit.max_findings:
        left = len(audit.findings) - audit.max_findings
        yield phrase("word", "{n} more findings are not shown", lang).format(n=left) + "\n"
    yield phrase("summary", audit.summary, lang) + "\n"
