"""Duplicates: rows of records, blocks, candidate pairs, comparisons, decisions, clusters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from validator.audit import Cluster, Decision, Verdict
from validator.config import Settings
from validator.linkage.entry import Entry, entry
from validator.record import Record

__all__ = ["Decision", "Entry", "Linked", "entry", "link"]


@dataclass(frozen=True, slots=True)
class Linked:
    """What linkage found.

    ``clusters`` hold two members or more. ``decisions`` are those that span: of a cluster of n
    records n - 1, each about ``b``, with ``a`` the survivor or the member nearest to it that
    ``b`` was compared with; to review or related, one for two clusters at most, and of three
    clusters no third that follows from two. Both are sorted by place.
    ``review`` is the queue for people, the most doubtful first. These three are made when asked
    for, item by item. ``cluster_of`` gives for each row, in the order given, the number of its
    cluster, counted from 0 by the first row of each.
    """

    clusters: Sequence[Cluster] = ()
    decisions: Sequence[Decision] = ()
    review: Sequence[Decision] = ()
    cluster_of: tuple[int, ...] = ()


def link(
    items: Iterable[Record | Entry],
    settings: Settings,
    *,
    catalogue: Iterable[Record | Entry] = (),
    verdicts: Mapping[tuple[int, int], Verdict] | None = None,
) -> Linked:
    """Find the duplicates among records, or rows of records.

    ``catalogue`` are records known not to repeat one another: they are compared with the items
    alone, and no cluster holds two of them. ``verdicts`` are those of people on pairs of
    positions, items before catalogue: they win, and what is judged related or distinct stays
    apart by way of others too.

    The outcome does not depend on the order or the ids of the records.
    """
    rows, known = (
        [i if isinstance(i, Entry) else entry(i) for i in given] for given in (items, catalogue)
    )
    if len(rows) + len(known) < 2:
        return Linked(cluster_of=tuple(range(len(rows) + len(known))))
    from validator.linkage import linking

    return linking.link([*rows, *known], settings, known=len(known), verdicts=verdicts)
