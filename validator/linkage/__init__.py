"""Duplicates: rows of records, blocks, candidate pairs, comparisons, decisions, clusters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from validator.audit import Cluster, Decision
from validator.config import Settings
from validator.linkage.entry import Entry, entry
from validator.record import Record

__all__ = ["Decision", "Entry", "Linked", "entry", "link"]


@dataclass(frozen=True, slots=True)
class Linked:
    """What linkage found, all sorted by place but the queue.

    ``clusters`` hold two members or more. ``decisions`` are those that span: of a cluster of n
    records n - 1, each about ``b``, with ``a`` the survivor or the member nearest to it that
    ``b`` was compared with; to review or related, one for two clusters at most, and of three
    clusters no third that follows from two.
    ``review`` is the queue for people, the most doubtful first. ``cluster_of`` gives for each
    row, in the order given, the number of its cluster (from 0, by place).
    """

    clusters: tuple[Cluster, ...] = ()
    decisions: tuple[Decision, ...] = ()
    review: tuple[Decision, ...] = ()
    cluster_of: tuple[int, ...] = ()


def link(items: Iterable[Record | Entry], settings: Settings) -> Linked:
    """Find the duplicates among records, or rows of records.

    The outcome does not depend on the order or the ids of the records.
    """
    rows = [item if isinstance(item, Entry) else entry(item) for item in items]
    if len(rows) < 2:
        return Linked(cluster_of=tuple(range(len(rows))))
    from validator.linkage import linking

    return linking.link(rows, settings)
