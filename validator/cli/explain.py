"""`bibvalidator explain CODE`: the text of a rule, and its examples."""

from __future__ import annotations

import argparse
import inspect
import sys
from functools import partial

from validator.cli import settings
from validator.record import VARIABLES, Record, attribute_of
from validator.registry import RULES, Example, Rule
from validator.selection import check_selectors, rule_is, severity
from validator.text.unicode import printable
from validator.translations import message, phrase, rule_text, variable_name

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
    lang = loaded.settings.lang
    for rule in rules:
        sys.stdout.write(explained(rule, severity(rule, loaded.settings).value, lang))
    return 0


def explained(rule: Rule, level: str, lang: str) -> str:
    """The page of a rule: what, why, what it leaves alone, source, examples."""
    lines = [f"{rule.code} {rule.name} {title(rule, lang)}".rstrip()]
    lines += [in_short(rule, level, lang), ""]
    lines += [text_of(rule, lang), "", *examples(rule, lang)]
    return printable_lines(lines) + "\n"


def title(rule: Rule, lang: str) -> str:
    """What people call the rule who do not read English, "" in English."""
    text = rule_text(rule.code, lang)
    return text.title if text else ""


def in_short(rule: Rule, level: str, lang: str) -> str:
    """How much the rule weighs, whether it is on, and what it looks at."""
    state = "on by default" if rule.default else "off by default"
    return phrase("word", f"{level}, {state}, looks at: {rule.scope.value}", lang)


def text_of(rule: Rule, lang: str) -> str:
    """The text of a rule in a language, English where there is no other."""
    text = rule_text(rule.code, lang)
    if text is None:
        return inspect.cleandoc(rule.doc)
    say = partial(phrase, "word", lang=lang)
    return "\n\n".join(
        f"{say(heading)}{say(': ')}{paragraph}" if heading else paragraph
        for heading, paragraph in text.paragraphs
    )


def examples(rule: Rule, lang: str) -> list[str]:
    """Some of the examples of a rule: what it finds, with its message, and what it leaves alone."""
    say = partial(phrase, "word", lang=lang)
    lines = [say("Found:")]
    for example in _spread([example for example in rule.examples if example.says]):
        lines += _given(example, lang)
        lines += [f"      -> {message(said, lang)}" for said in example.says]
        if example.suggests is not None:
            suggestion = example.suggests or say("(remove it)")
            lines.append(f"      {say('suggestion')}{say(': ')}{suggestion}")
    lines += ["", say("Left alone:")]
    for example in _spread([example for example in rule.examples if not example.says]):
        lines += _given(example, lang)
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


def _given(example: Example, lang: str) -> list[str]:
    given = example.given
    if isinstance(given, bytes):
        given = given.decode("ascii", "backslashreplace")
    if isinstance(given, str):
        lines = ["    | " + line for line in given.splitlines()]
        return lines or ["    " + phrase("word", "(an empty file)", lang)]
    records = (given,) if isinstance(given, Record) else given
    empty = phrase("word", "(an empty record)", lang)
    return ["    " + (_shown(record, lang) or empty) for record in records]


def _shown(record: Record, lang: str) -> str:
    parts = []
    colon = phrase("word", ": ", lang)
    for variable in VARIABLES:
        value = getattr(record, attribute_of(variable))
        if value:
            text = "; ".join(map(str, value)) if isinstance(value, tuple) else value
            shown = str(getattr(value, "raw", text))[:200]
            parts.append(f"{variable_name(variable, lang)}{colon}{shown}")
    parts += [f"{field.name} = {str(field.value)[:80]}" for field in record.raw if not parts]
    return " | ".join(parts)
