"""SARIF 2.1.0, for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/

Findings have no fixes there: a fix replaces a region, and a finding knows where its field begins,
not where it ends. The suggestion stands in the message and in the properties.
"""

from __future__ import annotations

import inspect
import os
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from validator.audit import Audit, SourceSummary
from validator.auditing import exit_code
from validator.finding import Finding, Severity
from validator.registry import RULES, writer

from ._strings import Strings  # noqa: TID251 - a writer like this one
from ._told import dumped, plain, told, unevaluated, words  # noqa: TID251 - the same

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
MOST = 25_000
"""Results of a run that code scanning of GitHub accepts."""

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
Json = dict[str, Any]


@writer("sarif")
def write_sarif(audit: Audit) -> Iterator[str]:
    """One run, a result a line. The findings are iterated once."""
    t = words(audit)
    room = _room(audit)
    shown = sum(room.values())
    codes = sorted({*audit.rules, *(count.code for count in audit.rule_counts)})
    yield f'{{"$schema": "{SCHEMA}",\n "version": "2.1.0",\n "runs": [{{\n'
    yield f'  "tool": {{"driver": {_driver(audit, codes)}}},\n'
    yield '  "columnKind": "unicodeCodePoints",\n'
    base = {"%SRCROOT%": {"description": {"text": "the folder in which the command was run"}}}
    yield f'  "originalUriBaseIds": {dumped(base)},\n'
    yield f'  "invocations": [{dumped(_invocation(audit, shown, t))}],\n'
    yield f'  "artifacts": {_lines(map(_artifact, audit.sources))},\n'
    yield f'  "properties": {dumped(_totals(audit, shown))},\n'
    yield '  "results": ['
    places = {code: i for i, code in enumerate(codes)}
    separator = "\n"
    for finding in audit.told():
        if room[finding.severity]:
            room[finding.severity] -= 1
            yield f"{separator}   {dumped(_result(finding, places, t))}"
            separator = ",\n"
    yield "\n  ]\n }]}\n"


def _room(audit: Audit) -> dict[Severity, int]:
    """How many findings of each severity are listed: the severest first."""
    left = min(MOST, audit.max_findings or MOST)
    room = {}
    for level in Severity:
        room[level] = min(left, audit.severities.get(level, 0))
        left -= room[level]
    return room


def _driver(audit: Audit, codes: list[str]) -> str:
    rules = _lines(map(_rule, codes))
    return (
        f'{{"name": "bibvalidator", "version": {dumped(plain(audit.version))}, "rules": {rules}}}'
    )


def _rule(code: str) -> Json:
    """A rule in its own words; they are English in every language."""
    rule = RULES.get(code)
    if rule is None:
        return {"id": plain(code)}
    text = inspect.cleandoc(rule.doc)
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": _message(rule.summary)},
        "fullDescription": {"text": _message(text.split("\n\nNot found:")[0])},
        "help": {"text": _message(text), "markdown": _markdown(text)},
        "defaultConfiguration": {"level": LEVELS[rule.severity], "enabled": rule.default},
        "properties": {"tags": [rule.family]},
    }


def _markdown(text: str) -> str:
    """The text of a rule with its headings in bold, and no tag outside its code."""
    text = re.sub(r"^(Why|Not found|Source):", r"**\1:**", text, flags=re.M)
    return re.sub(r"(`+)[^`]*\1|<", lambda m: "&lt;" if m[0] == "<" else m[0], text)


def _result(finding: Finding, places: dict[str, int], t: Strings) -> Json:
    result: Json = {"ruleId": plain(finding.code)}
    if finding.code in places:
        result["ruleIndex"] = places[finding.code]
    result["level"] = LEVELS[finding.severity]
    result["message"] = {"text": _message(told(finding, t))}
    result["locations"] = [_location(finding)]
    result["partialFingerprints"] = {"bibvalidator/v1": finding.fingerprint}
    result["properties"] = {
        "record": plain(finding.record),
        "recordNumber": finding.record_number,
        "variable": plain(finding.variable),
        "value": plain(finding.value),
        "suggestion": None if finding.suggestion is None else plain(finding.suggestion),
        "safe": finding.safe,
        "related": [plain(record) for record in finding.related],
    }
    return result


def _location(finding: Finding) -> Json:
    physical: Json = {"artifactLocation": _file(finding.path)}
    if finding.line:
        physical["region"] = {"startLine": finding.line}
        if finding.column:
            physical["region"]["startColumn"] = finding.column
    return {"physicalLocation": physical}


def _file(path: str) -> Json:
    """A path as a URI: a relative one from the folder in which the command was run."""
    try:
        name = path.encode("utf-8", "surrogateescape")  # a name that is not UTF-8, byte for byte
    except UnicodeEncodeError:
        name = path.encode("utf-8", "surrogatepass")
    uri = quote(name, safe="/")
    if os.path.isabs(path):
        return {"uri": f"file://{'' if uri.startswith('/') else '/'}{uri}"}
    return {"uri": uri, "uriBaseId": "%SRCROOT%"}


def _artifact(source: SourceSummary) -> Json:
    artifact: Json = {
        "location": _file(source.path),
        "length": source.bytes,
        "encoding": plain(source.encoding),
        "roles": ["analysisTarget"],
    }
    if source.sha256:
        artifact["hashes"] = {"sha-256": plain(source.sha256)}
    return artifact


def _invocation(audit: Audit, shown: int, t: Strings) -> Json:
    """How the run ended, and what it could not say."""
    notes: list[Json] = [
        {
            "level": "error",
            "message": {"text": _message(told(finding, t))},
            "locations": [_location(finding)],
        }
        for finding in unevaluated(audit, t)
    ]
    if shown < len(audit.findings):
        text = t("told.severest", shown=shown, total=len(audit.findings))
        notes.append({"level": "warning", "message": {"text": text}})
    return {
        "executionSuccessful": not audit.unevaluated,
        "exitCode": exit_code(audit, audit.configuration.get("fail-on", "error")),
        "toolExecutionNotifications": notes,
    }


def _totals(audit: Audit, shown: int) -> Json:
    return {
        "today": plain(audit.today),
        "records": audit.records,
        "unreadable": audit.unreadable,
        "findings": {level.value: audit.severities.get(level, 0) for level in Severity},
        "accepted": audit.accepted,
        "clusters": len(audit.clusters),
        "listed": shown,
        "truncated": shown < len(audit.findings),
    }


def _message(text: str) -> str:
    """A text in which no brace is a placeholder (3.11.5) and no bracket a link (3.11.6)."""
    text = text.replace("{", "{{").replace("}", "}}")
    if "](" in text:
        text = text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return text


def _lines(items: Iterator[Json]) -> str:
    """A list in JSON, an item a line."""
    return "[" + ",".join(f"\n   {dumped(item)}" for item in items) + "]"
