"""`bibvalidator explain CODE`: the text of a rule, and its examples."""

from __future__ import annotations

import argparse
import inspect
import sys

from validator.cli import settings
from validator.record import VARIABLES, Record, attribute_of
from validator.registry import RULES, Example, Rule
from validator.selection import check_selectors, rule_is, severity
from validator.text.unicode import printable

SHOWN = 3  # examples of each kind


def run(arguments: argparse.Namespace) -> int:
    """Print the text of the rules asked for; returns 0."""
    loaded = settings.load(arguments)
    check_selectors(arguments.codes)
    rules = [
        rule
        for _, rule in sorted(RULES.items())
        if any(rule_is(rule, selector) for selector in arguments.codes)
    ]
    for rule in rules:
        sys.stdout.write(explained(rule, severity(rule, loaded.settings).value))
    return 0


def explained(rule: Rule, level: str) -> str:
    """The page of a rule: what, why, what it leaves alone, source, examples."""
    state = "on by default" if rule.default else "off by default"
    lines = [f"{rule.code} {rule.name}", f"{level}, {state}, looks at: {rule.scope.value}", ""]
    lines.append(inspect.cleandoc(rule.doc))
    faulty = [example for example in rule.examples if example.says][:SHOWN]
    clean = [example for example in rule.examples if not example.says][:SHOWN]
    lines += ["", "Found:"]
    for example in faulty:
        lines += _given(example)
        lines += [f"      -> {message}" for message in example.says]
        if example.suggests is not None:
            lines.append(f"      suggestion: {example.suggests or '(remove it)'}")
    lines += ["", "Left alone:"]
    for example in clean:
        lines += _given(example)
    return printable_lines(lines) + "\n"


def printable_lines(lines: list[str]) -> str:
    """The lines as a text that is safe for a terminal."""
    text = "\n".join(lines).splitlines()
    return "\n".join(printable(line) for line in text) + "\n"


def _given(example: Example) -> list[str]:
    given = example.given
    if isinstance(given, bytes):
        given = given.decode("ascii", "backslashreplace")
    if isinstance(given, str):
        return ["    | " + line for line in given.splitlines()] or ["    (an empty file)"]
    records = (given,) if isinstance(given, Record) else given
    return ["    " + (_shown(record) or "(an empty record)") for record in records]


def _shown(record: Record) -> str:
    parts = []
    for variable in VARIABLES:
        value = getattr(record, attribute_of(variable))
        if value:
            text = "; ".join(map(str, value)) if isinstance(value, tuple) else value
            parts.append(f"{variable}: {str(getattr(value, 'raw', text))[:200]}")
    parts += [f"{field.name} = {str(field.value)[:80]}" for field in record.raw if not parts]
    return " | ".join(parts)
