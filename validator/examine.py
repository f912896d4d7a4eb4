"""The rules in force, run over the records of one source into a tally."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from validator import linkage
from validator.audit import Member
from validator.errors import UnreadableError
from validator.facts import Count, Fact, Ref, counted, ref_at
from validator.finding import Fault, Finding
from validator.io import items
from validator.io.source import Source
from validator.record import Record, record_key
from validator.registry import RULES
from validator.ruleset import RuleSet
from validator.suppress import Mark
from validator.tally import Tally
from validator.text.unicode import collapse, fold

TICK = 500
"""Records between two calls of the progress function."""
BATCH = 10_000
"""Records of a tally: their findings are in memory together."""

Wanted = Callable[[Finding], bool]


class Fresh(NamedTuple):
    """The records that are to be looked at, by number 1 in ``flags``, and the rules for others."""

    flags: bytes
    others: RuleSet

    def has(self, record: Record) -> bool:
        """Whether a record is one of them."""
        number = record.provenance.record_number or 0
        return not 0 < number <= len(self.flags) or self.flags[number - 1] == 1


def examined(
    source: Source,
    rules: RuleSet | None,
    *,
    duplicates: bool,
    progress: Callable[[int], None],
    wanted: Wanted | None = None,
    fresh: Fresh | None = None,
) -> Iterator[Tally]:
    """Read a source to its end; its records and faults are judged into tallies, one after another.

    Without rules they hold what linkage needs of the records; ``duplicates`` says whether they do
    with rules. Of the findings on records only those that are ``wanted`` are kept, without it all;
    with ``fresh``, those on other records are not looked for.
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
                judging = rules if fresh is None or fresh.has(item) else fresh.others
                _judge(item, judging, tally, wanted)
            if duplicates or not rules:
                tally.entries.append(linkage.entry(item))
            if tally.records % TICK == 0:
                progress(TICK)
            if tally.records == BATCH:
                yield _finished(tally, rules, fresh)
                tally = Tally()
    except UnreadableError:
        yield _finished(tally, rules, fresh)
        raise
    progress(tally.records % TICK)
    yield _finished(tally, rules, fresh)


def _judge(record: Record, rules: RuleSet, tally: Tally, wanted: Wanted | None) -> None:
    before = len(tally.findings)
    rules.check(record, tally)
    if wanted and len(tally.findings) > before:
        tally.findings[before:] = filter(wanted, tally.findings[before:])
    if record.suppression:
        tally.marks.append(Mark(ref_at(record, "bibvalidator"), record.suppression))


def _finished(tally: Tally, rules: RuleSet | None, fresh: Fresh | None) -> Tally:
    if rules:
        tally.presence.update(rules.presence())
    if fresh:
        tally.presence.update(fresh.others.presence())
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
    for code in sorted(tally.facts.codes() | tally.counted.keys()):
        rule = RULES[code]
        counts = tally.counted.get(code, Counter()).items()
        facts = [counted(path, Count(count.key, times)) for (path, count), times in counts]
        facts += tally.facts.take(code)
        facts.sort(key=_place)
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


def _place(fact: Fact) -> tuple[Any, ...]:
    """Path and number of the record."""
    return fact.ref[:2]
