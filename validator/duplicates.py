"""The search for duplicates as commands and callers get it: one id a record, people's decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from validator import judgements, linkage
from validator.audit import Cluster, Decision, Member, SourceSummary
from validator.config import Settings
from validator.judgements import Judged, Judgement
from validator.linkage import Entry, Linked
from validator.linkage.entry import member


@dataclass(frozen=True, slots=True)
class Duplicates:
    """What a search for duplicates found.

    ``ids`` and ``cluster_of`` have an item for each record, in the order given, those of a
    catalogue last. Clusters are numbered from 1 in the order of their first record. An id that
    occurs twice (``repeated``) is told apart by its place, ``refs.bib#3:smith2020``.
    ``clusters`` hold two members or more, the survivor first; ``decisions`` are all that were
    made: on every pair that joins a cluster, to review, or related. ``review`` is the queue for
    people, one decision for two clusters at most, the most doubtful first. ``linked`` is the
    same with the ids as they stand in the files.
    """

    ids: tuple[str, ...]
    cluster_of: tuple[int, ...]
    clusters: tuple[Cluster, ...]
    decisions: tuple[Decision, ...]
    review: tuple[Decision, ...]
    linked: Linked
    judged: Judged
    repeated: tuple[str, ...] = ()
    sources: tuple[SourceSummary, ...] = ()

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
) -> Duplicates:
    """Search rows of records for duplicates, among themselves and in a catalogue.

    Raises UsageError for decisions of people that contradict each other.
    """
    everything = [*entries, *catalogue] if catalogue else entries
    repeated = repeated_ids(everything)
    ids = [name(row, repeated) for row in everything]
    judged = judgements.judged(decisions, ids, lambda at: member(everything[at]).fingerprint)
    linked = linkage.link(entries, settings, catalogue=catalogue, verdicts=judged.verdicts)
    numbers: dict[int, int] = {}

    def named(one: Member) -> Member:
        return replace(one, id=name(one, repeated)) if one.id in repeated else one

    def named_all(found: Sequence[Decision]) -> tuple[Decision, ...]:
        return tuple(replace(d, a=named(d.a), b=named(d.b)) for d in found)

    return Duplicates(
        tuple(ids),
        tuple(numbers.setdefault(cluster, len(numbers) + 1) for cluster in linked.cluster_of),
        tuple(
            Cluster(tuple(map(named, cluster.members)), named_all(cluster.decisions))
            for cluster in linked.clusters
        ),
        named_all(linked.decisions),
        named_all(linked.review),
        linked,
        judged,
        tuple(sorted(repeated)),
    )


def name(row: Entry | Member, repeated: Mapping[str, int]) -> str:
    """The id of a record in outputs: its own, with its place before it where others have it."""
    return f"{row.path}#{row.record_number}:{row.id}" if row.id in repeated else row.id


def repeated_ids(entries: Sequence[Entry]) -> dict[str, int]:
    """The ids that more records than one have, with how many; and those that would be taken for
    the names which these get.
    """
    times = Counter(row.id for row in entries)
    repeated = {own: count for own, count in times.items() if count > 1}
    told = repeated
    while told:
        made = {name(row, told) for row in entries if row.id in told}
        told = {own: times[own] for own in made if own in times and own not in repeated}
        repeated |= told
    return repeated
