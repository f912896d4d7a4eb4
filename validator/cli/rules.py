"""`bibvalidator rules`: all rules, a line each."""

from __future__ import annotations

import argparse
import sys
from functools import partial

from validator.cli import settings
from validator.cli.explain import examples, in_short, printable_lines, text_of, title
from validator.registry import RULES, Rule
from validator.selection import selected, severity
from validator.text.unicode import padded
from validator.translations import phrase, rule_text


def run(arguments: argparse.Namespace) -> int:
    """List the rules; returns 0."""
    loaded = settings.load(arguments)
    lang = loaded.settings.lang
    on = {rule.code for rule in selected(loaded.settings)}
    rows = [
        {
            "code": rule.code,
            "name": rule.name,
            "severity": severity(rule, loaded.settings).value,
            "default": rule.default,
            "on": rule.code in on,
            "summary": summary(rule, lang),
        }
        for _, rule in sorted(RULES.items())
    ]
    if arguments.format == "json":
        import json

        json.dump(rows, sys.stdout, ensure_ascii=False, indent=1)
        print()
    elif arguments.format == "markdown":
        sys.stdout.write(markdown(lang))
    else:
        say = partial(phrase, "word", lang=lang)
        for row in rows:
            name = f"{row['name']} {title(RULES[str(row['code'])], lang)}".rstrip()
            state = padded(say("on" if row["on"] else "off"), 3)
            level = padded(say(str(row["severity"])), 7)
            print(f"{row['code']} {level} {state} {name}{say(': ')}{row['summary']}")
    return 0


def summary(rule: Rule, lang: str) -> str:
    """What the rule finds, in a sentence."""
    text = rule_text(rule.code, lang)
    return text.summary if text else rule.summary


def markdown(lang: str) -> str:
    """The rules of the manual: a table, and a page for each, at the rules' own severities."""
    say = partial(phrase, "word", lang=lang)
    columns = ("code", "name", "severity", "on", "what is wrong")
    lines = [f"| {' | '.join(map(say, columns))} |", "|---|---|---|---|---|"]
    for code, rule in sorted(RULES.items()):
        on = say("yes" if rule.default else "no")
        link = f"[{code}](#{code.lower()}-{rule.name})"
        level, wrong = say(rule.severity.value), summary(rule, lang).replace("|", "\\|")
        lines.append(f"| {link} | {rule.name} | {level} | {on} | {wrong} |")
    pages = "".join(_page(rule, lang) for _, rule in sorted(RULES.items()))
    return "\n".join(lines) + "\n" + pages


def _page(rule: Rule, lang: str) -> str:
    text = text_of(rule, lang).replace("<", "&lt;")
    shown = printable_lines(examples(rule, lang))
    fence = "````" if "```" in shown else "```"
    head = f"\n## {rule.code} {rule.name}\n\n"
    if own := title(rule, lang):
        head += f"**{own}**\n\n"
    head += f"*{in_short(rule, rule.severity.value, lang)}*\n"
    return f"{head}\n{text}\n\n{fence}text\n{shown}{fence}\n"
