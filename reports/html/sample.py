"""The findings that a page lists when it cannot list all."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from typing import NamedTuple

from validator.finding import Finding, Severity

PER_GROUP = 20  # of one rule in one source
LIMIT = 5000  # in all

Key = tuple[str, str, str, str, str, int, int]


class Sample(NamedTuple):
    """``findings``, those to keep first at the front; every rule's name and severity by code."""

    findings: list[Finding]
    rules: dict[str, tuple[str, Severity]]


def sample(findings: Iterable[Finding], per_group: int = PER_GROUP, limit: int = LIMIT) -> Sample:
    """At most ``per_group`` findings of a rule and source, ``limit`` in all.

    A rule and source give one finding each, the severest rules first, then a second one each,
    and so on: no rule is crowded out by another. Which findings of a rule and source are taken
    is decided by fingerprint, so that the order of the input changes nothing. One pass; not
    much more than ``4 * limit`` findings are held at a time.
    """
    groups: dict[tuple[int, str, str], list[tuple[Key, Finding]]] = {}
    rules: dict[str, tuple[str, Severity]] = {}
    held = 0
    for finding in findings:
        code = finding.code
        if code not in rules:
            rules[code] = (finding.name, finding.severity)
        group = groups.setdefault((finding.severity.rank, code, finding.path), [])
        key = _key(finding)
        if len(group) >= per_group:
            if key >= group[-1][0]:
                continue
            group.pop()
            held -= 1
        insort(group, (key, finding), key=_first)
        held += 1
        while held > 4 * limit and per_group > 1 and _held(groups, per_group - 1) >= limit:
            per_group -= 1
            for kept in groups.values():
                del kept[per_group:]
            held = _held(groups, per_group)
    ranked = (
        (rank, place, finding)
        for place, kept in groups.items()
        for rank, (_, finding) in enumerate(kept)
    )
    best = sorted(ranked, key=lambda item: item[:2])[:limit]
    return Sample([finding for _, _, finding in best], dict(sorted(rules.items())))


def _held(groups: dict[tuple[int, str, str], list[tuple[Key, Finding]]], most: int) -> int:
    return sum(min(len(kept), most) for kept in groups.values())


def _key(finding: Finding) -> Key:
    return (
        finding.fingerprint,
        finding.record,
        finding.variable,
        finding.value,
        finding.template,
        finding.line or 0,
        finding.record_number or 0,
    )


def _first(item: tuple[Key, Finding]) -> Key:
    return item[0]
