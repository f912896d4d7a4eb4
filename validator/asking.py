"""Which rules concern a record, and what one rule says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from typing import Any

from validator.config import Settings
from validator.facts import Count, Fact, Ref, counted, ref_at
from validator.finding import Finding
from validator.record import Record, attribute_of, name_values
from validator.registry import DEFAULTS, Rule
from validator.screens import free_text, text_over
from validator.text.unicode import unusual


def concerns(rule: Rule, kind: str, present: Set[str], form: str) -> bool:
    """Whether a rule is about records of a type and format with these attributes present."""
    if (rule.formats and form not in rule.formats) or (rule.types and kind not in rule.types):
        return False
    if rule.reads and present.isdisjoint(map(attribute_of, rule.reads)):
        return False
    return present.isdisjoint(map(attribute_of, rule.lacks))


def is_asked(rule: Rule, record: Record, settings: Settings) -> bool:
    """Whether a rule concerns a record and its screen lets it through."""
    present = record.present
    if not concerns(rule, record.type, present, record.provenance.format):
        return False
    if rule.of_names:
        traits = 0
        for names in (*name_values(record), record.parallel.author):
            for name in names:
                traits |= rule.of_names.traits(name)
        if rule.of_names.says(traits) or not rule.trigger:
            return bool(rule.of_names.says(traits))
    if rule.trigger:
        over = [name for variable in rule.over if (name := attribute_of(variable)) in present]
        return bool(rule.trigger(text_over(over)(record) if rule.over else free_text(record)))
    if rule.beyond_ascii:
        text = free_text(record)
        there = unusual(text)
        return bool(there and rule.beyond_ascii(text, there))
    return not rule.screen or bool(bound(rule.screen, settings)(record))


def bound(call: Callable[..., Any], settings: Settings) -> Callable[[Record], Any]:
    """A function of a record and perhaps the settings as one of a record."""
    if not _wants_settings(call):
        return call
    return lambda record: call(record, settings)


def _wants_settings(function: Callable[..., Any]) -> bool:
    """Whether a function of a record takes the settings, too; one that is built in does not."""
    code = getattr(function, "__code__", None)
    return code is not None and code.co_argcount > 1


def run(rule: Rule, record: Record, settings: Settings) -> Iterator[Finding]:
    """The findings of one record rule on one record, unstamped."""
    if is_asked(rule, record, settings):
        yield from bound(rule.check, settings)(record)


def observed(rule: Rule, record: Record, settings: Settings = DEFAULTS) -> Fact | None:
    """What a collection rule keeps of a record that has one of the variables it reads."""
    if rule.observe is None or not is_asked(rule, record, settings):
        return None
    value = bound(rule.observe, settings)(record)
    if value is None:
        return None
    if isinstance(value, Count):
        return counted(record.provenance.path, value)
    return Fact(place(rule, record), value)


def place(rule: Rule, record: Record) -> Ref:
    """The place of what a collection rule keeps of a record."""
    return ref_at(record, rule.reads[0] if rule.reads else "")
