"""The code quality report of GitLab: https://docs.gitlab.com/ci/testing/code_quality/"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from validator.audit import Audit
from validator.finding import Severity
from validator.registry import writer

from ._told import dumped, place, plain, told, unevaluated, words  # noqa: TID251 - the same

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


@writer("gitlab")
def write_gitlab(audit: Audit) -> Iterator[str]:
    """An array, a finding a line. Where there is no line, the first stands for it: it must."""
    t = words(audit)
    yield "["
    separator = "\n"
    for finding in chain(unevaluated(audit, t), audit.listed()):
        issue = {
            "description": told(finding, t),
            "check_name": plain(f"{finding.code} {finding.name}"),
            "fingerprint": finding.fingerprint,
            "severity": SEVERITIES[finding.severity],
            "location": {"path": place(finding.path), "lines": {"begin": finding.line or 1}},
        }
        yield f"{separator} {dumped(issue)}"
        separator = ",\n"
    yield "\n]\n"
