"""The rules in force for one path, and which of them a record needs: their screens are asked first.

What can be known of all records alike, those of one type with the same variables, is in a plan, and
what can be known of a name is kept while the name is met again.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatch
from operator import attrgetter

from validator.asking import bound, concerns, place
from validator.config import Settings
from validator.facts import Count, Ref, ref_at
from validator.finding import Finding
from validator.record import NAME_VARIABLES, TEXT_VARIABLES, Name, Record, attribute_of
from validator.registry import Observe, Rule, Scope
from validator.screens import (
    BeyondAscii,
    NameScreen,
    Screen,
    Trigger,
    getter,
    name_text,
    parallel_texts,
    text_over,
)
from validator.selection import rule_is, selected, severity
from validator.tally import Presence, Tally
from validator.text.unicode import collapse, unusual

NAMES_KEPT = 2**15
"""Names whose text and traits are kept; most readers give a name that comes again as one object."""
PLANS_KEPT = 4096
"""Plans by the order of variables: files keep to one, or a few."""

Bound = tuple[Rule, Callable[[Record], Iterable[Finding]]]
"""A record rule, and its check with the settings bound."""
Observing = tuple[tuple[Rule, Observe], ...]
Waiting = tuple[Bound, ...]
Over = tuple[tuple[Callable[[Record], str], Trigger, Bound], ...]
"""Rules with the text that their triggers ask for."""

_TEXTS = tuple(map(attribute_of, TEXT_VARIABLES))


@dataclass(slots=True)
class Plan:
    """The rules that concern records of one type with the same variables present, and how many
    there were."""

    presence: Presence
    type: str
    texts: Callable[[Record], tuple[str, ...]]  # the free text that is there
    people: Callable[[Record], tuple[Name, ...]] | None  # in all scripts
    has_lists: bool  # keywords, or values in another script
    plain: Waiting
    observing: Observing
    named: tuple[tuple[NameScreen, Waiting, Observing], ...]
    triggered: tuple[tuple[Trigger, Waiting], ...]
    over: Over
    beyond_ascii: tuple[tuple[BeyondAscii, Waiting], ...]
    screened: tuple[tuple[Callable[[Record], object], Waiting], ...]
    by_traits: dict[int, tuple[Waiting, Observing, Over]] = field(default_factory=dict)
    records: int = 0


class RuleSet:
    """The rules in force for one path, which has one format, at their severity there."""

    def __init__(self, settings: Settings, path: str) -> None:
        ignored = [
            selector
            for pattern, selectors in settings.per_file_ignores.items()
            if fnmatch(path, pattern)
            for selector in selectors
        ]
        self.settings = settings
        self.rules = {
            rule.code: rule
            for rule in selected(settings)
            if not any(rule_is(rule, selector) for selector in ignored)
        }
        self.severities = {code: severity(rule, settings) for code, rule in self.rules.items()}
        self.path = path
        self.plans: dict[tuple[str, Presence], Plan] = {}
        self.plans_by_order: dict[tuple[str, tuple[str, ...]], Plan] = {}
        self.shifts: dict[NameScreen, int] = {}  # where the traits of each stand in a number
        bits = 0
        for rule in self.rules.values():
            if rule.of_names and rule.of_names not in self.shifts:
                self.shifts[rule.of_names] = bits
                bits += rule.of_names.bits
        self.names: dict[int, tuple[Name, str, int]] = {}  # which keeps them: an id is theirs alone

    def check(self, record: Record, tally: Tally) -> None:
        """Run every rule that concerns the record; findings and facts go to the tally."""
        order = record.type, tuple(record.__dict__)
        plan = self.plans_by_order.get(order) or self._planned(record)
        plan.records += 1
        parts = [*plan.texts(record)]
        traits = 0
        if plan.people:
            known = self.names
            for name in plan.people(record):
                _, text, own = known.get(id(name)) or self._looked_at(name)
                parts.append(text)
                traits |= own
        if plan.has_lists:
            parts += record.keyword
            if record.parallel:
                parts += parallel_texts(record.parallel)
        rules, observing, over = plan.by_traits.get(traits) or self._with_traits(plan, traits)
        text = "\n".join(parts)
        for trigger, waiting in plan.triggered:
            if trigger(text):
                rules += waiting
        if there := unusual(text):
            for beyond_ascii, waiting in plan.beyond_ascii:
                if beyond_ascii(text, there):
                    rules += waiting
        for text_of, trigger, check in over:
            if trigger(text_of(record)):
                rules += (check,)
        for screen, waiting in plan.screened:
            if screen(record):
                rules += waiting
        for rule, findings in rules:
            for finding in findings(record):
                tally.findings.append(self.stamp(rule, finding, record))
        for rule, observe in observing:
            value = observe(record)
            if value is None:
                continue
            if value.__class__ is Count:
                tally.counted[rule.code][self.path, value] += 1
            else:
                tally.facts.keep(rule.code, place(rule, record), value)

    def presence(self) -> Counter[tuple[str, str, Presence]]:
        """How many records, since this was last asked, had a type and these variables present:
        by path, type and presence."""
        found: Counter[tuple[str, str, Presence]] = Counter()
        for plan in self.plans.values():
            if plan.records:
                found[self.path, plan.type, plan.presence] = plan.records
                plan.records = 0
        return found

    def stamp(self, rule: Rule, finding: Finding, record: Record) -> Finding:
        """The finding with its rule's code, name and severity, and the record's place."""
        return self.stamp_ref(rule, finding, ref_at(record, finding.variable, finding.index))

    def stamp_ref(self, rule: Rule, finding: Finding, ref: Ref) -> Finding:
        """The same, for a finding about a record that is known by a reference only."""
        code = rule.code
        return Finding(  # a tenth of what `replace` takes, and a file may have a million
            finding.variable,
            finding.template,
            finding.value,
            finding.suggestion,
            finding.safe,
            finding.related,
            finding.args,
            finding.index,
            finding.moves,
            code,
            rule.name,
            self.severities[code],
            ref.handle,
            ref.path,
            ref.line,
            ref.column,
            ref.record_number or None,
            fingerprint(code, finding.variable, finding.value, ref.key),
        )

    def _looked_at(self, name: Name) -> tuple[Name, str, int]:
        """A name with its text, and its traits in one number."""
        traits = 0
        for screen, shift in self.shifts.items():
            traits |= screen.traits(name) << shift
        if len(self.names) >= NAMES_KEPT:
            self.names.clear()
        found = self.names[id(name)] = name, name_text(name), traits
        return found

    def _with_traits(self, plan: Plan, traits: int) -> tuple[Waiting, Observing, Over]:
        """The rules of a plan that need no other screen, where its names have these traits; and
        those that a trigger over some variables may let through as well."""
        rules, observing = plan.plain, plan.observing
        for screen, waiting, more in plan.named:
            own = traits >> self.shifts[screen] & ((1 << screen.bits) - 1)
            if screen.says(own):
                rules += waiting
                observing += more
        if len(plan.by_traits) >= PLANS_KEPT:
            plan.by_traits.clear()
        over = tuple(row for row in plan.over if row[2] not in rules)
        found = plan.by_traits[traits] = rules, observing, over
        return found

    def _planned(self, record: Record) -> Plan:
        kind, presence = record.type, record.present
        plan = self.plans.get((kind, presence))
        if plan is None:
            plan = self.plans[kind, presence] = self._plan(kind, presence, record.provenance.format)
        if len(self.plans_by_order) >= PLANS_KEPT:
            self.plans_by_order.clear()
        self.plans_by_order[kind, tuple(record.__dict__)] = plan
        return plan

    def _plan(self, kind: str, presence: Presence, form: str) -> Plan:
        concerned = [rule for rule in self.rules.values() if concerns(rule, kind, presence, form)]
        plain: list[Bound] = []
        triggered: dict[Trigger, list[Bound]] = {}
        beyond_ascii: dict[BeyondAscii, list[Bound]] = {}
        over: list[tuple[Callable[[Record], str], Trigger, Bound]] = []
        screened: dict[Screen, list[Bound]] = {}
        named: dict[NameScreen, tuple[list[Bound], list[tuple[Rule, Observe]]]] = {}
        observing: list[tuple[Rule, Observe]] = []
        for rule in concerned:
            if rule.of_names:
                checks, facts = named.setdefault(rule.of_names, ([], []))
            else:
                checks, facts = plain, observing
            if rule.observe:
                facts.append((rule, bound(rule.observe, self.settings)))
            elif rule.scope is Scope.RECORD:
                check = rule, bound(rule.check, self.settings)
                if rule.over and rule.trigger:
                    there = [name for v in rule.over if (name := attribute_of(v)) in presence]
                    over.append((text_over(there), rule.trigger, check))
                    if rule.of_names:
                        checks.append(check)
                elif rule.trigger:
                    triggered.setdefault(rule.trigger, []).append(check)
                elif rule.beyond_ascii:
                    beyond_ascii.setdefault(rule.beyond_ascii, []).append(check)
                elif rule.screen:
                    screened.setdefault(rule.screen, []).append(check)
                else:
                    checks.append(check)
        return Plan(
            presence,
            kind,
            getter([name for name in _TEXTS if name in presence]),
            _people(presence),
            not presence.isdisjoint(("keyword", "parallel")),
            tuple(plain),
            tuple(observing),
            tuple((s, tuple(checks), tuple(facts)) for s, (checks, facts) in named.items()),
            tuple((trigger, tuple(rules)) for trigger, rules in triggered.items()),
            tuple(over),
            tuple((trigger, tuple(rules)) for trigger, rules in beyond_ascii.items()),
            tuple((bound(s, self.settings), tuple(rules)) for s, rules in screened.items()),
        )


def _people(presence: Presence) -> Callable[[Record], tuple[Name, ...]] | None:
    """A function that gives all names of a record, None where there are none."""
    lists = [variable for variable in NAME_VARIABLES if variable in presence]
    if "parallel" in presence:
        get = getter(lists)
        return lambda record: sum(get(record), record.parallel.author)
    if len(lists) == 1:
        return attrgetter(*lists)
    if lists:
        several = attrgetter(*lists)
        return lambda record: sum(several(record), ())
    return None


def fingerprint(code: str, variable: str, value: str, key: str) -> str:
    """A hash by which a finding is known again: by content, never by path or line."""
    text = "\0".join((code, variable, collapse(value), key))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
