"""The diagnostic format of reviewdog (`reviewdog -f=rdjson`), its message DiagnosticResult.

A diagnostic has a line and no column, since its columns count bytes of UTF-8 and ours characters;
and no suggestion, since that replaces a range, whose end a finding does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from validator.audit import Audit
from validator.finding import Finding, Severity
from validator.registry import writer

from ._strings import Strings  # noqa: TID251 - a writer like this one
from ._told import dumped, place, plain, told, unevaluated, words  # noqa: TID251 - the same

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


@writer("rdjson")
def write_rdjson(audit: Audit) -> Iterator[str]:
    """One object, a diagnostic a line."""
    t = words(audit)
    yield '{"source": {"name": "bibvalidator"},\n "diagnostics": ['
    separator = "\n"
    for finding in chain(unevaluated(audit, t), audit.listed()):
        yield f"{separator}  {dumped(_diagnostic(finding, t))}"
        separator = ",\n"
    yield "\n ]}\n"


def _diagnostic(finding: Finding, t: Strings) -> dict[str, Any]:
    location: dict[str, Any] = {"path": place(finding.path)}
    if finding.line:
        location["range"] = {"start": {"line": finding.line}}
    args = finding.args or {}
    quoted = {name: _code(arg) if isinstance(arg, str) else arg for name, arg in args.items()}
    return {
        "message": told(replace(finding, args=quoted), t, _code),
        "location": location,
        "severity": SEVERITIES[finding.severity],
        "code": {"value": plain(finding.code)},
    }


def _code(text: str) -> str:
    """A value as code of Markdown: reviewers' comments are, and a value must not call people."""
    text = plain(text)
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    blank = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{blank}{text}{blank}{fence}"
