"""The search for duplicates as commands and callers get it: one id a record, people's decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from validator import judgements, linkage
from validator.audit import Cluster, Decision, Member, SourceSummary
from validator.config import Settings
from validator.judgements import Judged, Judgement
from validator.linkage import Entry, Linked
from validator.linkage.entry import member
from validator.linkage.lazily import Made
from validator.text.unicode import one_line

Place = tuple[str, int]
"""The path of a record, and its number there."""


class Decided(NamedTuple):
    """A decision of people on the records at two places."""

    a: Place
    b: Place
    judgement: Judgement


PEOPLE = "verdict"
"""The variable of the evidence that linkage gives for what people judged."""


@dataclass(frozen=True, slots=True)
class Duplicates:
    """What a search for duplicates found.

    ``ids`` and ``cluster_of`` have an item for each record, in the order given, those of a
    catalogue last. Clusters are numbered from 1 in the order of their first record. An id that
    occurs twice (``repeated``) is told apart by its place, ``refs.bib#3:smith2020``.
    ``clusters`` hold two members or more, the survivor first; ``decisions`` are all that were
    made: on every pair that joins a cluster, to review, or related. ``review`` is the queue for
    people, one decision for two clusters at most, the most doubtful first. These three are made
    when they are asked for. ``linked`` is the same with the ids as they stand in the files.
    """

    ids: tuple[str, ...]
    cluster_of: tuple[int, ...]
    clusters: Sequence[Cluster]
    decisions: Sequence[Decision]
    review: Sequence[Decision]
    linked: Linked
    judged: Judged
    repeated: tuple[str, ...] = ()
    sources: tuple[SourceSummary, ...] = ()
    decided: tuple[Decided, ...] = ()  # by people, and heeded
    doubted: tuple[Decided, ...] = ()  # by people on records that have changed since: not heeded

    @property
    def rows(self) -> Iterator[tuple[str, str]]:
        """(id, cluster) for every record."""
        return zip(self.ids, map(str, self.cluster_of), strict=True)


def search(
    entries: Sequence[Entry],
    catalogue: Sequence[Entry] = (),
    *,
    settings: Settings,
    decisions: Sequence[Judgement] = (),
    decided: Sequence[Decided] = (),
) -> Duplicates:
    """Search rows of records for duplicates, among themselves and in a catalogue.

    ``decided`` are decisions that an earlier search has heeded: they hold whatever has become of
    their records since.

    Raises UsageError for decisions of people that contradict each other.
    """
    everything = [*entries, *catalogue] if catalogue else entries
    repeated = repeated_ids(everything)
    ids = [name(row, repeated) for row in everything]
    judged = judgements.judged(decisions, ids, lambda at: member(everything[at]).fingerprint)
    judged.pairs |= _found(decided, everything)
    linked = linkage.link(entries, settings, catalogue=catalogue, verdicts=judged.verdicts)
    if judged.pairs:
        by_place = {
            frozenset(_place(everything[at]) for at in pair): judgement
            for pair, judgement in judged.pairs.items()
        }
        linked = _mapped(linked, lambda one: one, lambda d: _credited(d, by_place))
    named = _mapped(linked, lambda one: _named(one, repeated)) if repeated else linked
    return Duplicates(
        tuple(ids),
        tuple(number + 1 for number in linked.cluster_of),
        named.clusters,
        named.decisions,
        named.review,
        linked,
        judged,
        tuple(sorted(repeated)),
        decided=_at(judged.pairs, everything),
        doubted=_at(judged.doubted, everything),
    )


def _found(
    decided: Iterable[Decided], entries: Iterable[Entry]
) -> dict[tuple[int, int], Judgement]:
    """Decisions by the positions of their records."""
    wanted = {place for one in decided for place in (one.a, one.b)}
    at = (
        {_place(row): n for n, row in enumerate(entries) if _place(row) in wanted} if wanted else {}
    )
    return {
        (min(at[one.a], at[one.b]), max(at[one.a], at[one.b])): one.judgement
        for one in decided
        if one.a in at and one.b in at
    }


def _at(
    judgements: Mapping[tuple[int, int], Judgement], entries: Sequence[Entry]
) -> tuple[Decided, ...]:
    """Decisions by the places of their records."""
    return tuple(
        Decided(_place(entries[a]), _place(entries[b]), one) for (a, b), one in judgements.items()
    )


def name(row: Entry | Member, repeated: Set[str]) -> str:
    """The id of a record in outputs: its own, with its place before it where others have it."""
    return apart(row.path, row.record_number or 0) + row.id if row.id in repeated else row.id


def apart(path: str, number: int) -> str:
    """What stands before an id that several records have, to tell them apart."""
    return f"{path}#{number}:"


def repeated_ids(entries: Sequence[Entry]) -> set[str]:
    """The ids that more records than one have, and those that look like what these are called."""
    times = Counter(row.id for row in entries)
    repeated: set[str] = set()
    found = {own for own, count in times.items() if count > 1}
    while found:
        repeated |= found
        called = {name(row, found) for row in entries if row.id in found}
        found = {own for own in called if own in times and own not in repeated}
    return repeated


def _named(one: Member, repeated: Set[str]) -> Member:
    return replace(one, id=name(one, repeated)) if one.id in repeated else one


def _place(row: Entry | Member) -> Place:
    return row.path, row.record_number or 0


def _credited(d: Decision, by_place: Mapping[frozenset[Place], Judgement]) -> Decision:
    """The decision with the name of the person who made it, and the day."""
    judgement = by_place.get(frozenset(map(_place, (d.a, d.b))))
    if not judgement or not d.evidence or d.evidence[0].variable != PEOPLE:
        return d
    said, *rest = d.evidence
    day = f", {judgement.date}" if judgement.date else ""
    label = said.label.removesuffix("people") + (one_line(judgement.by) or "people") + day
    return replace(d, evidence=(said._replace(label=label), *rest))


def _mapped(
    linked: Linked,
    of_member: Callable[[Member], Member],
    of_decision: Callable[[Decision], Decision] = lambda d: d,
) -> Linked:
    """The same with its members and decisions changed, when they are asked for."""

    def decision(d: Decision) -> Decision:
        return of_decision(replace(d, a=of_member(d.a), b=of_member(d.b)))

    def cluster(c: Cluster) -> Cluster:
        return Cluster(tuple(map(of_member, c.members)), Made(lambda: c.decisions, decision))

    return replace(
        linked,
        clusters=Made(lambda: linked.clusters, cluster),
        decisions=Made(lambda: linked.decisions, decision),
        review=Made(lambda: linked.review, decision),
    )
