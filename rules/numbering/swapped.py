"""Volume and issue that stand in each other's place, told by the journal's other records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from validator.facts import Fact, Ref
from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Example, Examples, collection_rule
from validator.text import dates
from validator.text.unicode import fold

ENOUGH = 3
"""Works of a journal that agree on the year in which its volumes began."""

AGREEMENT = 0.8
"""The share of a journal's works that must agree, the swapped ones apart."""


class Numbers(NamedTuple):
    """Where an article stands in its journal."""

    journal: str
    year: int
    volume: int
    issue: int


def numbers(record: Record) -> Numbers | None:
    """The numbers of an article."""
    year, journal = record.year, record.container_title or record.parallel.container_title
    if record.type != "article-journal" or not year or not journal:
        return None
    if not (_is_number(record.volume) and _is_number(record.issue)):
        return None
    return Numbers(fold(journal), year, int(record.volume), int(record.issue))


def _is_number(text: str) -> bool:
    return text.isdecimal() and text.isascii() and len(text) < 5


def issue_of(year: int, volume: int, issue: int, journal: str = "Soil Science") -> Record:
    return Record(
        type="article-journal",
        container_title=journal,
        issued=dates.parse(str(year)),
        volume=str(volume),
        issue=str(issue),
    )


SWAPPED = "volume and issue have changed places"
STEADY = tuple(issue_of(2010 + i, 40 + i, 3) for i in range(4))
CHINESE = tuple(issue_of(2010 + i, 30 + i, 6, "测绘学报") for i in range(4))


def _swaps() -> Examples:
    return (
        # clean
        Example((*STEADY, issue_of(2012, 42, 4))),
        Example((*STEADY, issue_of(2012, 41, 4))),  # a year late
        Example((*STEADY, issue_of(2012, 4, 99))),  # no volume of that year
        Example((issue_of(2012, 4, 42), issue_of(2013, 43, 4))),  # too few to tell
        Example(tuple(issue_of(2010 + i, 3 + i, 12) for i in range(5))),  # a young monthly
        Example(tuple(issue_of(2010, 90 + i, 100 + i) for i in range(5))),  # many volumes a year
        Example((*STEADY, issue_of(2012, 41, 42))),  # so near that either may be meant
        # swapped
        Example((*STEADY, issue_of(2012, 4, 42)), (SWAPPED,), suggests="42"),
        Example((*CHINESE, issue_of(2012, 5, 32, "测绘学报")), (SWAPPED,), suggests="32"),
    )


@collection_rule(
    "VOL003",
    "volume-issue-swapped",
    severity=Severity.WARNING,
    observe=numbers,
    examples=_swaps,
    reads=("volume",),
)
def volume_issue_swapped(facts: Sequence[Fact]) -> Iterator[tuple[Ref, Finding]]:
    """The issue stands in the place of the volume, and the volume in that of the issue.

    Why: the article is looked for in a volume of another year.

    Not found: journals of which fewer than three other works show in which year the volumes
    began, or of which a fifth shows another year; issues that are no greater than the volume;
    numbers that fit the year of the article in neither order.

    Source: the other records of the journal: a volume a year, counted from one year on.
    """
    began: dict[str, dict[int, set[object]]] = defaultdict(lambda: defaultdict(set))
    for fact in facts:
        found: Numbers = fact.value
        began[found.journal][found.year - found.volume].add(fact.work)
    swaps: list[tuple[Ref, Numbers, int]] = []
    aside: dict[tuple[str, int], set[object]] = defaultdict(set)
    for fact in facts:
        found = fact.value
        start = found.year - found.issue
        agree = len(began[found.journal].get(start, ()))
        is_far = abs(start - found.year + found.volume) > 1
        if found.issue > found.volume and agree >= ENOUGH and is_far:
            swaps.append((fact.ref, found, start))
            aside[found.journal, start].add(fact.work)
    for ref, found, start in swaps:
        years = began[found.journal]
        near = set().union(*(years.get(year, ()) for year in (start - 1, start, start + 1)))
        others = set().union(*years.values()) - (aside[found.journal, start] - near)
        if len(near) >= AGREEMENT * len(others):
            moves = (("issue", str(found.volume)),)
            yield (
                ref,
                Finding("volume", SWAPPED, str(found.volume), str(found.issue), moves=moves),
            )
