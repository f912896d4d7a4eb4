"""The rules in force, run over the records of one source into a tally."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from functools import partial
from operator import attrgetter
from typing import Any

from validator import linkage
from validator.audit import Member
from validator.config import Settings
from validator.errors import UnreadableError
from validator.finding import Fault, Finding
from validator.io import items
from validator.io.source import Source
from validator.linkage import Entry
from validator.packing import Packed
from validator.record import Record, record_key
from validator.registry import (
    RULES,
    BeyondAscii,
    Count,
    Fact,
    Observe,
    Ref,
    Rule,
    Scope,
    Screen,
    Trigger,
    concerns,
    counted,
    fact,
    free_text,
    ref_at,
)
from validator.selection import rule_is, selected, severity
from validator.suppress import Mark
from validator.text.unicode import collapse, fold, unusual

TICK = 500
"""Records between two calls of the progress function."""
BATCH = 10_000
"""Records of a tally: their findings are in memory together."""

Wanted = Callable[[Finding], bool]
Presence = frozenset[str]  # the attributes of a record that are not empty


@dataclass(slots=True)
class Tally:
    """What some records of a source, or those of all, add up to. Picklable."""

    records: int = 0
    unreadable: int = 0
    findings: list[Finding] = field(default_factory=list)
    facts: defaultdict[str, Packed[Fact]] = field(default_factory=partial(defaultdict, Packed))
    counted: defaultdict[str, Counter[tuple[str, Count]]] = field(  # by code, then by path
        default_factory=partial(defaultdict, Counter)
    )
    entries: list[Entry] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    presence: Counter[tuple[str, str, Presence]] = field(default_factory=Counter)  # path, type

    def add(self, other: Tally) -> None:
        """Take over all that another tally holds."""
        self.records += other.records
        self.unreadable += other.unreadable
        self.findings += other.findings
        for code, facts in other.facts.items():
            self.facts[code].add(facts)
        for code, counts in other.counted.items():
            self.counted[code].update(counts)
        self.entries += other.entries
        self.marks += other.marks
        self.presence.update(other.presence)


Bound = tuple[Rule, Callable[[Record], Iterable[Finding]]]
"""A record rule, and its check with the settings bound."""


@dataclass(slots=True)
class Plan:
    """The rules that concern records with the same variables present, and how many there were."""

    plain: tuple[Bound, ...]
    triggered: tuple[tuple[Trigger, tuple[Bound, ...]], ...]
    beyond_ascii: tuple[tuple[BeyondAscii, tuple[Bound, ...]], ...]
    screened: tuple[tuple[Screen, tuple[Bound, ...]], ...]
    observing: tuple[tuple[Rule, Observe], ...]
    records: Counter[str] = field(default_factory=Counter)  # by type


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
        self.plans: dict[Presence, Plan] = {}

    def check(self, record: Record, tally: Tally) -> None:
        """Run every rule that concerns the record; findings and facts go to the tally."""
        presence = record.present
        plan = self.plans.get(presence)
        if plan is None:
            plan = self.plans[presence] = self._plan(presence, record.provenance.format)
        plan.records[record.type] += 1
        rules = plan.plain
        if plan.triggered or plan.beyond_ascii:
            text = free_text(record)
            for trigger, waiting in plan.triggered:
                if trigger(text):
                    rules += waiting
            if there := unusual(text):
                for beyond_ascii, waiting in plan.beyond_ascii:
                    if beyond_ascii(text, there):
                        rules += waiting
        for screen, waiting in plan.screened:
            if screen(record):
                rules += waiting
        for rule, check in rules:
            for finding in check(record):
                tally.findings.append(self.stamp(rule, finding, record))
        for rule, observe in plan.observing:
            value = observe(record)
            if value.__class__ is Count:
                tally.counted[rule.code][self.path, value] += 1
            elif value is not None:
                tally.facts[rule.code].append(fact(rule, record, value))

    def presence(self) -> Counter[tuple[str, str, Presence]]:
        """How many records, since this was last asked, had a type and these variables present:
        by path, type and presence."""
        found: Counter[tuple[str, str, Presence]] = Counter()
        for presence, plan in self.plans.items():
            for kind, count in plan.records.items():
                found[self.path, kind, presence] = count
            plan.records.clear()
        return found

    def stamp(self, rule: Rule, finding: Finding, record: Record) -> Finding:
        """The finding with its rule's code, name and severity, and the record's place."""
        return self.stamp_ref(rule, finding, ref_at(record, finding.variable, finding.index))

    def stamp_ref(self, rule: Rule, finding: Finding, ref: Ref) -> Finding:
        """The same, for a finding about a record that is known by a reference only."""
        return replace(
            finding,
            code=rule.code,
            name=rule.name,
            severity=self.severities[rule.code],
            record=ref.handle,
            path=ref.path,
            line=ref.line,
            column=ref.column,
            record_number=ref.record_number or None,
            fingerprint=fingerprint(rule.code, finding.variable, finding.value, ref.key),
        )

    def _plan(self, presence: Presence, form: str) -> Plan:
        concerned = [rule for rule in self.rules.values() if concerns(rule, presence, form)]
        plain: list[Bound] = []
        triggered: dict[Trigger, list[Bound]] = {}
        beyond_ascii: dict[BeyondAscii, list[Bound]] = {}
        screened: dict[Screen, list[Bound]] = {}
        for rule in concerned:
            if rule.scope is not Scope.RECORD:
                continue
            bound = rule, self._bound(rule, rule.check)
            if rule.trigger:
                triggered.setdefault(rule.trigger, []).append(bound)
            elif rule.beyond_ascii:
                beyond_ascii.setdefault(rule.beyond_ascii, []).append(bound)
            elif rule.screen:
                screened.setdefault(rule.screen, []).append(bound)
            else:
                plain.append(bound)
        return Plan(
            tuple(plain),
            tuple((trigger, tuple(rules)) for trigger, rules in triggered.items()),
            tuple((trigger, tuple(rules)) for trigger, rules in beyond_ascii.items()),
            tuple((screen, tuple(rules)) for screen, rules in screened.items()),
            tuple((rule, self._bound(rule, rule.observe)) for rule in concerned if rule.observe),
        )

    def _bound(self, rule: Rule, call: Callable[..., Any]) -> Callable[[Record], Any]:
        """A function of a record and perhaps the settings as one of a record."""
        if not rule.wants_settings:
            return call
        settings = self.settings
        return lambda record: call(record, settings)


def examined(
    source: Source,
    rules: RuleSet | None,
    *,
    duplicates: bool,
    progress: Callable[[int], None],
    wanted: Wanted | None = None,
) -> Iterator[Tally]:
    """Read a source to its end; its records and faults are judged into tallies, one after another.

    Without rules they hold what linkage needs of the records; ``duplicates`` says whether they do
    with rules. Of the findings on records only those that are ``wanted`` are kept, without it all.
    Raises UnreadableError where the source cannot be read on, after the tally of what was read, or
    holds no record at all, though it is not blank.
    """
    tally = Tally()
    try:
        for item in items(source):
            if isinstance(item, Fault):
                tally.unreadable += item.code == "COL002"
                if rules and item.code in rules.rules:
                    tally.findings.append(of_fault(item, rules, source.path))
                continue
            tally.records += 1
            if rules:
                _judge(item, rules, tally, wanted)
            if duplicates or not rules:
                tally.entries.append(linkage.entry(item))
            if tally.records % TICK == 0:
                progress(TICK)
            if tally.records == BATCH:
                yield _finished(tally, rules)
                tally = Tally()
    except UnreadableError:
        yield _finished(tally, rules)
        raise
    progress(tally.records % TICK)
    yield _finished(tally, rules)


def _judge(record: Record, rules: RuleSet, tally: Tally, wanted: Wanted | None) -> None:
    before = len(tally.findings)
    rules.check(record, tally)
    if wanted and len(tally.findings) > before:
        tally.findings[before:] = filter(wanted, tally.findings[before:])
    if record.suppression:
        tally.marks.append(Mark(ref_at(record, "bibvalidator"), record.suppression))


def _finished(tally: Tally, rules: RuleSet | None) -> Tally:
    if rules:
        tally.presence.update(rules.presence())
    return tally


def of_fault(fault: Fault, rules: RuleSet, path: str) -> Finding:
    """The finding that a reader's fault becomes."""
    handle = fault.record or (f"{path}#{fault.record_number}" if fault.record_number else "")
    key = fault.record or fold(fault.raw[:1000])
    ref = Ref(path, fault.record_number or 0, fault.line, fault.column, handle, key)
    excerpt = collapse(fault.raw[:200])
    finding = Finding(fault.variable, fault.template, excerpt, args=fault.args)
    return rules.stamp_ref(RULES[fault.code], finding, ref)


def conclusions(tally: Tally, rules_of: Callable[[str], RuleSet]) -> Iterator[Finding]:
    """The findings of the collection rules; ``rules_of`` gives the rules in force for a path.

    The facts of a tally are used up, rule by rule.
    """
    for code in sorted({*tally.facts, *tally.counted}):
        rule = RULES[code]
        counts = tally.counted.get(code, Counter()).items()
        facts = [counted(path, Count(count.key, times)) for (path, count), times in counts]
        if code in tally.facts:
            facts += tally.facts.pop(code).items()
        facts.sort(key=_by_place)
        for ref, finding in rule.check(facts):
            rules = rules_of(ref.path)
            if code in rules.rules:
                yield rules.stamp_ref(rule, finding, ref)


def pair_findings(
    decisions: Sequence[linkage.Decision], rules_of: Callable[[str], RuleSet]
) -> Iterator[Finding]:
    """What the duplicate rules say of the decisions of linkage: about ``b``, related to ``a``."""
    for decision in decisions:
        rules = rules_of(decision.b.path)
        if decision.code in rules.rules:
            rule = RULES[decision.code]
            for finding in rule.check(decision):
                yield rules.stamp_ref(rule, finding, _ref(decision.b))


def _ref(member: Member) -> Ref:
    return Ref(
        member.path, member.record_number or 0, member.line, None, member.id, member_key(member)
    )


def member_key(member: Member) -> str:
    """The key of a member of a pair, the same as that of its record."""
    if member.has_id:
        return member.id
    values = dict(member.values)
    doi, title, issued, author = (values.get(v, "") for v in ("DOI", "title", "issued", "author"))
    return record_key(doi, title, issued, author.split("; ")[0])


_by_place = attrgetter("ref.path", "ref.record_number")


def fingerprint(code: str, variable: str, value: str, key: str) -> str:
    """A hash by which a finding is known again: by content, never by path or line."""
    text = "\0".join((code, variable, collapse(value), key))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
