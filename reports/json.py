"""JSON: one object with a summary and the findings."""

from __future__ import annotations

import json
from collections.abc import Iterator

from validator.audit import Audit
from validator.finding import Severity
from validator.registry import writer
from validator.text.unicode import json_printable


@writer("json")
def write_json(audit: Audit) -> Iterator[str]:
    """The summary first, then the findings, one a line, so that a large file can be looked at."""
    summary = {
        "records": audit.records,
        "unreadable": audit.unreadable,
        "findings": {level.value: audit.severities.get(level, 0) for level in Severity},
        "clusters": len(audit.clusters),
        "accepted": audit.accepted,
    }
    yield f'{{"summary": {json.dumps(summary)},\n "findings": ['
    separator = "\n"
    for finding in audit.listed():
        yield f"{separator}  {json_printable(json.dumps(finding.as_json(), ensure_ascii=False))}"
        separator = ",\n"
    yield "\n ]}\n"
