"""JUnit XML, for the test reports of Jenkins, GitLab and others.

A suite is a source, and a case is a rule in force there: a rule that finds nothing is seen to pass,
and a case keeps its name from run to run, so that what broke and what was mended is seen too (a
case for each finding would be another one as soon as its value changes, and equal names are shown
once). A case fails where its findings count for the exit code; lighter ones are its output.
"""

from __future__ import annotations

import html
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import groupby

from validator.audit import Audit
from validator.finding import Finding, Severity
from validator.registry import RULES, writer

from ._strings import Strings  # noqa: TID251 - a writer like this one
from ._told import place, plain, told, words  # noqa: TID251 - the same

LISTED = 20
"""Findings of a rule and source that are written out; the others are counted."""


class Case:
    """What a rule found in a source."""

    def __init__(self) -> None:
        self.count = 0
        self.lines: list[str] = []
        self.name = ""
        self.severity = Severity.INFO

    def add(self, finding: Finding, line: str) -> None:
        self.count += 1
        self.name, self.severity = finding.name, finding.severity
        if line:
            self.lines.append(line)


@writer("junit")
def write_junit(audit: Audit) -> Iterator[str]:
    """The sources by path, in each the rules by code. The findings are iterated once."""
    t = words(audit)
    fail_on = audit.configuration.get("fail-on", "error")
    limit = -1 if fail_on == "never" else Severity(fail_on).rank
    errors = {source.path: t.error(source.error) for source in audit.sources}
    quiet = sorted(errors)
    room = audit.max_findings or len(audit.findings)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="bibvalidator">\n'
    for path, findings in groupby(audit.told(), key=lambda finding: finding.path):
        before = bisect_left(quiet, path)
        for clean in quiet[:before]:
            yield from _suite(clean, errors[clean], {}, audit.rules, limit, t)
        quiet = quiet[before + (path in errors) :]
        cases, room = _cases(findings, room, t)
        yield from _suite(path, errors.get(path, ""), cases, audit.rules, limit, t)
    for clean in quiet:
        yield from _suite(clean, errors[clean], {}, audit.rules, limit, t)
    yield "</testsuites>\n"


def _cases(findings: Iterable[Finding], room: int, t: Strings) -> tuple[dict[str, Case], int]:
    """The findings of a source by rule, and how many more may be written out."""
    cases: dict[str, Case] = {}
    for finding in findings:
        case = cases.setdefault(finding.code, Case())
        line = ""
        if room and len(case.lines) < LISTED:
            room -= 1
            at = f":{finding.line}" if finding.line else ""
            line = f"{place(finding.path)}{at}: {told(finding, t)}"
        case.add(finding, line)
    return cases, room


def _suite(
    path: str, error: str, cases: dict[str, Case], rules: Iterable[str], limit: int, t: Strings
) -> Iterator[str]:
    codes = sorted({*rules, *cases})
    failures = sum(case.severity.rank <= limit for case in cases.values())
    name = _escaped(place(path))
    yield (
        f'<testsuite name="{name}" tests="{len(codes) + 1}" failures="{failures}"'
        f' errors="{int(bool(error))}" skipped="0" time="0">\n'
    )
    head = f'<testcase classname="{name}" file="{name}" time="0" name='
    yield f'{head}"{_escaped(t("told.evaluated"))}"'
    if error:
        said = _escaped(plain(t("told.not-evaluated", reason=error)))
        yield f'>\n<error message="{said}" type="error">{said}</error>\n</testcase>\n'
    else:
        yield "/>\n"
    for code in codes:
        case = cases.get(code, Case())
        known = case.name or (RULES[code].name if code in RULES else "")
        yield f'{head}"{_escaped(plain(f"{code} {known}".rstrip()))}"'
        yield from _outcome(case, limit, t) if case.count else ["/>\n"]
    yield "</testsuite>\n"


def _outcome(case: Case, limit: int, t: Strings) -> Iterator[str]:
    lines = list(case.lines)
    if case.count > len(lines):
        lines.append(t("told.more", n=case.count - len(lines)))
    text = _escaped("\n".join(lines))
    if case.severity.rank <= limit:
        count = _escaped(t("told.findings", n=case.count))
        yield f'>\n<failure message="{count}" type="{case.severity.value}">{text}</failure>\n'
    else:
        yield f">\n<system-out>{text}</system-out>\n"
    yield "</testcase>\n"


def _escaped(text: str) -> str:
    """For XML, in a text or between double quotes."""
    return html.escape(text)
