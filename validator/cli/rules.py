"""`bibvalidator rules`: all rules, a line each."""

from __future__ import annotations

import argparse
import inspect
import sys

from validator.cli import settings
from validator.cli.explain import examples, in_short, printable_lines
from validator.registry import RULES, Rule
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
    """The rules of the manual: a table, and a page for each, at the rules' own severities."""
    lines = ["| code | name | severity | on | what is wrong |", "|---|---|---|---|---|"]
    for code, rule in sorted(RULES.items()):
        on = "yes" if rule.default else "no"
        summary = rule.summary.replace("|", "\\|")
        link = f"[{code}](#{code.lower()}-{rule.name})"
        lines.append(f"| {link} | {rule.name} | {rule.severity.value} | {on} | {summary} |")
    return "\n".join(lines) + "\n" + "".join(_page(rule) for _, rule in sorted(RULES.items()))


def _page(rule: Rule) -> str:
    text = inspect.cleandoc(rule.doc).replace("<", "&lt;")
    shown = printable_lines(examples(rule))
    fence = "````" if "```" in shown else "```"
    head = f"\n## {rule.code} {rule.name}\n\n*{in_short(rule, rule.severity.value)}*\n"
    return f"{head}\n{text}\n\n{fence}text\n{shown}{fence}\n"
