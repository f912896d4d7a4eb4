"""Findings grouped by record, each with its value and its suggestion, and a summary."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import groupby

from validator.audit import Audit
from validator.finding import Finding
from validator.registry import writer
from validator.text.unicode import one_line, printable
from validator.translations import phrase, variable_name

LONGEST = 200  # characters of a value that are shown

Say = Callable[[str], str]  # what an English word or template is in the language of the run


@writer("full")
def write_full(audit: Audit) -> Iterator[str]:
    """A block a record: where it stands and its id, then its findings in order."""
    lang = audit.lang
    say = cache(partial(phrase, "word", lang=lang))
    for (path, record, number), findings in groupby(audit.listed(), key=_record):
        block = list(findings)
        lines = [finding.line for finding in block if finding.line]
        place = f"{path}:{min(lines)}" if lines else path
        name = record if block[0].has_id or not number else say("record {n}").format(n=number)
        yield one_line(f"{place}  {name}".rstrip()) + "\n"
        for finding in block:
            yield from _shown(finding, say, lang)
        yield "\n"
    if audit.max_findings and len(audit.findings) > audit.max_findings:
        left = len(audit.findings) - audit.max_findings
        yield say("{n} more findings are not shown").format(n=left) + "\n"
    yield phrase("summary", audit.summary, lang) + "\n"


def _record(finding: Finding) -> tuple[str, str, int]:
    return finding.path, finding.record, finding.record_number or 0


def _shown(finding: Finding, say: Say, lang: str) -> Iterator[str]:
    at = say("{n}: ").format(n=finding.line) if finding.line else ""
    about = say("{variable}: ").format(variable=_named(finding.variable, say, lang))
    fault = f"{at}{about if finding.variable else ''}{one_line(finding.message)}"
    level, name = say(finding.severity.value), say(" ({name})").format(name=finding.name)
    yield f"  {level:7} {finding.code}  {fault}{name}\n"
    if finding.value:
        yield _line(say("value"), _short(finding.value, say))
    if finding.suggestion is not None:
        note = "" if finding.safe else f"  {say('(to be confirmed)')}"
        suggestion = _short(finding.suggestion, say) or say("(remove it)")
        yield _line(say("suggestion"), suggestion + note)
    for variable, moved in finding.moves:
        place = say("{value} to {variable}")
        there = _named(variable, say, lang)
        yield _line(say("moves"), place.format(value=_short(moved, say), variable=there))
    if finding.related:
        yield _line(say("see"), _short(", ".join(finding.related), say))


def _named(variable: str, say: Say, lang: str) -> str:
    """A variable, with what people call it before it where they call it otherwise."""
    name = variable_name(variable, lang)
    return name if name == variable else name + say(" ({name})").format(name=variable)


def _line(label: str, text: str) -> str:
    return f"           {label:12}{text}\n"


def _short(text: str, say: Say) -> str:
    text = printable(" ".join(text.split()))
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST]}…" + say(" ({n} characters)").format(n=len(text))
