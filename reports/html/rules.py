"""The rules: what each found, its text, and those that found nothing."""

from __future__ import annotations

import inspect
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from validator.audit import Audit, RuleCount
from validator.finding import Severity
from validator.registry import RULES, Rule
from validator.translations import rule_text

from .._difference import cut  # noqa: TID251, TID252 - of reports
from .room import CODE, COLUMNS  # noqa: TID251 - of this report
from .words import Words  # noqa: TID251 - of this report


class RuleView(NamedTuple):
    """A rule that found something. ``sources`` are (path, findings, records), the largest first."""

    number: int
    code: str
    name: str
    severity: Severity
    findings: int
    records: int
    sources: list[tuple[str, int, int]]
    others: tuple[int, int, int]  # further sources, their findings and records
    title: tuple[str, str]  # what it is called in the language of the run, and in the other
    texts: list[RuleText]

    @property
    def option(self) -> tuple[str, str]:
        """Code and title in one, in the two languages."""
        own, other = (f"{cut(self.code, CODE)} {title}" for title in self.title)
        return own, other


class RuleText(NamedTuple):
    """The text of a rule in one language. ``paragraphs`` are (heading or "", paragraph)."""

    lang: str  # as HTML names it
    paragraphs: list[tuple[str, str]]


def share_of(counts: Iterable[RuleCount]) -> dict[str, list[RuleCount]]:
    grouped: dict[str, list[RuleCount]] = defaultdict(list)
    for count in counts:
        grouped[count.code].append(count)
    return dict(grouped)


def rule_views(audit: Audit, known: Mapping[str, tuple[str, Severity]], t: Words) -> list[RuleView]:
    """Every rule that found something, the severest first, then by records."""
    views = []
    for code, counts in share_of(audit.rule_counts).items():
        found = [count for count in counts if count.findings]
        if not found:
            continue
        found.sort(key=lambda count: (-count.findings, count.path))
        rule = RULES.get(code)
        name, severity = known.get(
            code, (rule.name, rule.severity) if rule else ("", Severity.WARNING)
        )
        kept, rest = (found, []) if len(found) <= COLUMNS + 1 else (found[:8], found[8:])
        views.append(
            RuleView(
                0,
                code,
                name,
                severity,
                sum(count.findings for count in found),
                sum(count.records for count in found),
                [(count.path, count.findings, count.records) for count in kept],
                (len(rest), sum(c.findings for c in rest), sum(c.records for c in rest)),
                t.rule(code, name),
                rule_texts(rule, t) if rule else [],
            )
        )
    views.sort(key=lambda view: (view.severity.rank, -view.records, -view.findings, view.code))
    return [view._replace(number=i) for i, view in enumerate(views)]


def rule_texts(rule: Rule, t: Words) -> list[RuleText]:
    """The text of a rule in the languages that have it, that of the run first."""
    found = []
    for strings in (t.own, t.other):
        translated = rule_text(rule.code, strings.lang)
        if translated or strings.lang == "en":
            said = translated.paragraphs if translated else paragraphs(rule.doc)
            headed = [(heading and strings(HEADINGS[heading]), text) for heading, text in said]
            found.append(RuleText(strings("page.lang"), headed))
    return found


HEADINGS = {"Why": "rules.why", "Not found": "rules.not-found", "Source": "rules.source"}


def paragraphs(doc: str) -> list[tuple[str, str]]:
    """The text of a rule as (heading, paragraph); a plain paragraph has no heading."""
    found = []
    for paragraph in inspect.cleandoc(doc).split("\n\n"):
        text = " ".join(paragraph.split())
        heading, colon, rest = text.partition(":")
        if colon and heading in HEADINGS:
            found.append((heading, rest.strip()))
        elif text:
            found.append(("", text))
    return found


def unused_rules(audit: Audit, t: Words) -> list[tuple[str, Markup]]:
    """Known rules that were not in force, with what they are called."""
    return [
        (code, t.pair(*t.rule(code, RULES[code].name)))
        for code in sorted(set(RULES) - set(audit.rules))
    ]


def quiet_rules(audit: Audit, rules: Sequence[RuleView], t: Words) -> list[tuple[str, Markup]]:
    """Rules in force that found nothing, with what they are called."""
    codes = sorted(set(audit.rules) - {rule.code for rule in rules})
    names = ((code, RULES[code].name if code in RULES else "") for code in codes)
    return [(code, t.pair(*t.rule(code, name))) for code, name in names]
