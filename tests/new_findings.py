"""What a check says of the output of a cleaning, and said of nothing that went into it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping

from cleaning_runs import DEFAULTS, Run

from validator.cleaning.unions import MERGED
from validator.finding import Finding
from validator.record import Record
from validator.registry import RULES, Rule, Scope, observed


def new_findings(done: Run) -> list[Finding]:
    """The findings of the output that were said, at any value, of no record it is made of.

    Two records that are a pair now were one before, too, if pairs that were told led from one to
    the other: only pairs that join two clusters are told.
    """
    known = {(f.code, f.variable, f.record_number or 0) for f in done.before}
    groups = _joined(done)
    made_as = _numbers(done.made_as)
    found = []
    for finding in done.after:
        ones = done.made_of.get(finding.record_number or 0, [0])
        if RULES[finding.code].scope is Scope.PAIR:
            others = {n for one in finding.related for at in made_as[one] for n in done.made_of[at]}
            is_known = any(not others.isdisjoint(groups.get(n, ())) for n in ones)
        else:
            is_known = any((finding.code, finding.variable, n) in known for n in ones)
        if not is_known:
            found.append(finding)
    return found


def unexpected(done: Run) -> list[tuple[str, str, str]]:
    """New findings that follow neither from a fix nor from there being fewer records."""
    return [
        (f.code, f.record, f.value)
        for f in new_findings(done)
        if not (follows_from_a_fix(f, done) or follows_from_fewer(f, done))
    ]


def follows_from_a_fix(finding: Finding, done: Run) -> bool:
    """Whether a fix has changed what the finding is about: a word for nothing that is gone leaves
    nothing, and a number that can be read now may be another record's, too. What a merge changes
    is to be seen in records beside others alone."""
    lines = [json.loads(line) for line in done.log]
    changed = defaultdict(set)
    by_itself = RULES[finding.code].scope is Scope.RECORD
    for line in lines:
        if line.get("kind") == "change" and not (by_itself and line["rule"] == MERGED):
            changed[line["record"]] |= {line["variable"], *line.get("moves", ())}
    if RULES[finding.code].scope is Scope.PAIR:
        return any(changed[one] for one in (finding.record, *finding.related))
    members = (done.given_as.get(n) for n in done.made_of.get(finding.record_number or 0, ()))
    ones = {finding.record, *(member.handle for member in members if member)}
    return any(finding.variable in changed[one] for one in ones)


def follows_from_fewer(finding: Finding, done: Run) -> bool:
    """Whether a rule that compares the records of a file is told of this one what it was told of
    one that it is made of: it is as it was, and what others are counts otherwise now. Pairs are
    weighed by how rare their words are in the file.
    """
    if not any(len(numbers) > 1 for numbers in done.made_of.values()):
        return False
    rule = RULES[finding.code]
    if rule.scope is not Scope.COLLECTION:
        return rule.scope is Scope.PAIR
    number = finding.record_number or 0
    now = _fact(rule, done.made_as[number])
    return any(_fact(rule, done.given_as[n]) == now for n in done.made_of[number])


def _fact(rule: Rule, record: Record) -> object:
    fact = observed(rule, record, DEFAULTS)
    return fact and fact.value


def _numbers(records: Mapping[int, Record]) -> dict[str, list[int]]:
    """The numbers of records by their ids."""
    numbers = defaultdict(list)
    for number, record in records.items():
        numbers[record.handle].append(number)
    return numbers


def _joined(done: Run) -> dict[int, frozenset[int]]:
    """By the number of a record in the input those that pairs lead to."""
    given_as = _numbers(done.given_as)
    groups: dict[int, frozenset[int]] = {}
    for finding in done.before:
        if RULES[finding.code].scope is Scope.PAIR:
            ones = {
                finding.record_number or 0,
                *(n for r in finding.related for n in given_as[r]),
            }
            group = frozenset(ones).union(*(groups.get(n, ()) for n in ones))
            groups |= dict.fromkeys(group, group)
    return groups
