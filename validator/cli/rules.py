"""`bibvalidator rules`: all rules, a line each."""

from __future__ import annotations

import argparse
import sys

from validator.cli import settings
from validator.registry import RULES
from validator.selection import selected, severity


def run(arguments: argparse.Namespace) -> int:
    """List the rules; returns 0."""
    loaded = settings.load(arguments)
    on = {rule.code for rule in selected(loaded.settings)}
    rows = [
        {
            "code": rule.code,
            "name": rule.name,
            "severity": severity(rule, loaded.settings).value,
            "default": rule.default,
            "on": rule.code in on,
            "summary": rule.summary,
        }
        for _, rule in sorted(RULES.items())
    ]
    if arguments.format == "json":
        import json

        json.dump(rows, sys.stdout, ensure_ascii=False, indent=1)
        print()
    elif arguments.format == "markdown":
        sys.stdout.write(markdown())
    else:
        for row in rows:
            state = "on " if row["on"] else "off"
            print(f"{row['code']} {row['severity']:7} {state} {row['name']}: {row['summary']}")
    return 0


def markdown() -> str:
    """The rule table of the manual, at the rules' own severities."""
    lines = ["| code | name | severity | on | what is wrong |", "|---|---|---|---|---|"]
    for code, rule in sorted(RULES.items()):
        on = "yes" if rule.default else "no"
        summary = rule.summary.replace("|", "\\|")
        lines.append(f"| {code} | {rule.name} | {rule.severity.value} | {on} | {summary} |")
    return "\n".join(lines) + "\n"
