"""What records add up to: findings, facts, rows for linkage, counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import partial

from validator.facts import Count, Facts
from validator.finding import Finding
from validator.linkage import Entry
from validator.suppress import Mark

Presence = frozenset[str]  # the attributes of a record that are not empty


@dataclass(slots=True)
class Tally:
    """What some records of a source, or those of all, add up to. Picklable."""

    records: int = 0
    unreadable: int = 0
    findings: list[Finding] = field(default_factory=list)
    facts: Facts = field(default_factory=Facts)
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
        self.facts.add(other.facts)
        for code, counts in other.counted.items():
            self.counted[code].update(counts)
        self.entries += other.entries
        self.marks += other.marks
        self.presence.update(other.presence)
