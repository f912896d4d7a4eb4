"""JSON Lines: a finding a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from validator.audit import Audit
from validator.registry import writer
from validator.text.unicode import json_printable


@writer("jsonl")
def write_jsonl(audit: Audit) -> Iterator[str]:
    """Each finding as one line of JSON, in order, with nothing before or after."""
    for finding in audit.listed():
        yield json_printable(json.dumps(finding.as_json(), ensure_ascii=False)) + "\n"
