"""What a run found, in the form that is handed out."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from validator.audit import Cluster, Decision, Evidence, Verdict
from validator.linkage import Linked
from validator.linkage.cluster import Joined
from validator.linkage.decision import written
from validator.linkage.entry import Entry, member
from validator.linkage.lazily import Made
from validator.linkage.odds import probability
from validator.linkage.rows import Rows
from validator.linkage.ruling import Ruling


class Ruled(NamedTuple):
    """A pair of forms, by place, what was decided on it, and on what evidence."""

    a: int
    b: int
    ruling: Ruling
    odds: float
    evidence: tuple[Evidence, ...]
    by_people: bool = False


class Plan(NamedTuple):
    """A decision to be written: on the forms at two places, or on a copy of the one at both."""

    ruled: Ruled
    near: int
    far: int
    copy: Entry | None = None


class Outcome:
    """What a run found, in the form that is handed out; decisions are written when asked for."""

    def __init__(
        self,
        rows: Rows,
        joined: Joined,
        ruled: Iterable[Ruled],
        *,
        spanning: Sequence[Ruled],
        of_copies: Mapping[int, Ruled],
    ) -> None:
        """``ruled`` are the pairs that may be merged, ``spanning`` those that join two clusters and
        are not, ``of_copies`` the decisions on equal rows by their place."""
        self.rows = rows
        self.joined = joined
        self.spanning = spanning
        self.of_copies = of_copies
        self.ruled = {(r.a, r.b): r for r in ruled}
        self.edges: dict[int, list[int]] = defaultdict(list)
        for a, b in joined.accepted:
            self.edges[a].append(b)
            self.edges[b].append(a)

    def linked(self, items: Sequence[Entry]) -> Linked:
        clusters = self.clusters()
        return Linked(
            Made(lambda: clusters, self.cluster),
            Made(lambda: self.decisions(clusters), self.decision),
            Made(self.review, self.decision),
            self.numbers(items),
        )

    def merges(self, place: int) -> bool:
        """Whether the copies at a place are one work: those that say too little are not, unless
        another record says more and is one with them."""
        return self.of_copies[place].ruling.verdict is Verdict.DUPLICATE or place in self.edges

    def clusters(self) -> list[tuple[int, ...]]:
        """The places of each cluster of two and more rows, the survivor's first, sorted."""
        found = [group.rows for group in self.joined.groups.values() if len(group.rows) > 1]
        inside = {place for places in found for place in places}
        found += [[p] for p in self.of_copies if p not in inside and self.merges(p)]
        best, known = self.rows.best, self.rows.first_known
        clusters = [
            tuple(sorted(places, key=lambda p: (p < known, best[p].rank, p))) for places in found
        ]
        clusters.sort(key=lambda places: min(row.place for row in self.members(places)))
        return clusters

    def members(self, places: Iterable[int]) -> list[Entry]:
        """The rows of a cluster; first the survivor: the catalogue's, or the most complete."""
        rows: list[Entry] = []
        for place in places:
            copied = place in self.of_copies and self.merges(place)
            rows += self.rows.copies[place] if copied else [self.rows.best[place]]
        return rows

    def cluster(self, places: tuple[int, ...]) -> Cluster:
        first, *rest = self.members(places)
        rest.sort(key=lambda row: row.place)
        decisions = Made(lambda: sorted(self.plans(places), key=self.order), self.decision)
        return Cluster(tuple(map(member, (first, *rest))), decisions)

    def plans(self, places: tuple[int, ...]) -> Iterator[Plan]:
        """The decisions that hold a cluster together: a tree from its survivor, and its copies."""
        for near, far in _tree(places[0], self.edges):
            yield Plan(self.ruled[min(near, far), max(near, far)], near, far)
        for place in places:
            if place in self.of_copies and self.merges(place):
                yield from self.copies(place)

    def copies(self, place: int) -> Iterator[Plan]:
        """A decision for each copy but the best: on the two, or as on the best and another row."""
        ruled, near = self.of_copies[place], place
        if ruled.ruling.verdict is not Verdict.DUPLICATE and place in self.edges:
            near = min(self.edges[place])
            ruled = self.ruled[min(near, place), max(near, place)]
        for copy in self.rows.copies[place][1:]:
            yield Plan(ruled, near, place, copy)

    def unmerged(self) -> Iterator[Plan]:
        """The decisions that join two clusters, about the less complete of the two."""
        best = self.rows.best
        for r in self.spanning:
            turned = best[r.b].rank < best[r.a].rank
            yield Plan(r, *((r.b, r.a) if turned else (r.a, r.b)))
        for place in self.of_copies:
            if not self.merges(place) and best[place].says_something:
                yield from self.copies(place)

    def decisions(self, clusters: Iterable[tuple[int, ...]]) -> list[Plan]:
        plans = [plan for places in clusters for plan in self.plans(places)]
        return sorted([*plans, *self.unmerged()], key=self.order)

    def review(self) -> list[Plan]:
        """What people are asked, the most doubtful first."""

        def doubt(plan: Plan) -> tuple[float, str, str, tuple[Any, ...]]:
            a, b = self.pair(plan)
            return abs(probability(plan.ruled.odds) - 0.5), a.packed, b.packed, self.order(plan)

        asked = [p for p in self.unmerged() if p.ruled.ruling.verdict is Verdict.REVIEW]
        return sorted(asked, key=doubt)

    def pair(self, plan: Plan) -> tuple[Entry, Entry]:
        return self.rows.best[plan.near], plan.copy or self.rows.best[plan.far]

    def order(self, plan: Plan) -> tuple[Any, ...]:
        """Sorts decisions by the place of the record that they are about."""
        a, b = self.pair(plan)
        return (b.path, b.record_number, b.id, a.path, a.record_number, a.id)

    def decision(self, plan: Plan) -> Decision:
        r = plan.ruled
        return written(r.ruling, r.odds, r.evidence, *self.pair(plan))

    def numbers(self, items: Sequence[Entry]) -> tuple[int, ...]:
        """The number of the cluster of each row, by the first row of each."""
        numbers: dict[int, int] = {}
        found = []
        for i, place in enumerate(self.rows.place_of):
            key = self.joined.find(place)
            if place in self.of_copies and not self.merges(place):
                key = key if items[i] is self.rows.best[place] else -1 - i
            found.append(numbers.setdefault(key, len(numbers)))
        return tuple(found)


def _tree(root: int, edges: Mapping[int, Sequence[int]]) -> Iterator[tuple[int, int]]:
    """The edges of a spanning tree, breadth first from the survivor: (nearer, farther)."""
    seen, queue = {root}, deque([root])
    while queue:
        near = queue.popleft()
        for far in sorted(edges.get(near, ())):
            if far not in seen:
                seen.add(far)
                queue.append(far)
                yield near, far
