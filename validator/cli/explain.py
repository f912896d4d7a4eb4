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

SHOWN = 4  # examples of each kind


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
    lines = [f"{rule.code} {rule.name}", in_short(rule, level), ""]
    lines.append(inspect.cleandoc(rule.doc))
    lines += ["", *examples(rule)]
    return printable_lines(lines) + "\n"


def in_short(rule: Rule, level: str) -> str:
    """How much the rule weighs, whether it is on, and what it looks at."""
    state = "on by default" if rule.default else "off by default"
    return f"{level}, {state}, looks at: {rule.scope.value}"


def examples(rule: Rule) -> list[str]:
    """Some of the examples of a rule: what it finds, with its message, and what it leaves alone."""
    lines = ["Found:"]
    for example in _spread([example for example in rule.examples if example.says]):
        lines += _given(example)
        lines += [f"      -> {message}" for message in example.says]
        if example.suggests is not None:
            lines.append(f"      suggestion: {example.suggests or '(remove it)'}")
    lines += ["", "Left alone:"]
    for example in _spread([example for example in rule.examples if not example.says]):
        lines += _given(example)
    return lines


def _spread(rows: list[Example]) -> list[Example]:
    """The first, the last and some between: tables go from the plain to the odd."""
    last = len(rows) - 1
    places = {round(i * last / (SHOWN - 1)) for i in range(SHOWN)}
    return [rows[place] for place in sorted(places)]


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
