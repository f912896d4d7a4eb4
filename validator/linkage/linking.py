"""The way from rows to clusters: copies, blocks, pairs, decisions, joins."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from math import inf
from typing import Any, NamedTuple

from validator.audit import Agreement, Cluster, Decision, Evidence, Verdict
from validator.config import Settings
from validator.linkage import Linked, blocking, decision, thresholds
from validator.linkage.cluster import Edge, Joined
from validator.linkage.columns import Columns
from validator.linkage.comparison import compare, is_hopeless, title_pair
from validator.linkage.decision import POSSIBLE, Ruling
from validator.linkage.entry import Entry, member
from validator.linkage.keys import Form
from validator.linkage.lazily import Made
from validator.linkage.odds import accepted_odds, probability

Pair = tuple[int, int]
Verdicts = Mapping[Pair, Verdict]


class Ruled(NamedTuple):
    """A pair of forms, by place, and what was decided on it."""

    a: int
    b: int
    ruling: Ruling
    odds: float
    by_people: bool = False


class Rows:
    """The rows of a run without their copies, in an order of content alone.

    ``best`` has by place the most complete of equal rows, ``copies`` all of them where they are
    several. Rows that people judged, and after them those of a catalogue (from ``first_known``
    on), have each a place of its own, at the end. ``place_of`` is by position in what was given.
    """

    def __init__(self, rows: Sequence[Entry], known: int, judged: Collection[int]) -> None:
        new = len(rows) - known
        digests = [_digest(row.packed) for row in rows]
        self.best: list[Entry] = []
        self.copies: dict[int, list[Entry]] = {}
        self.place_of = [0] * len(rows)
        before = None
        for i in sorted(set(range(new)).difference(judged), key=digests.__getitem__):
            if rows[i].packed == before:
                self.copies.setdefault(len(self.best) - 1, [self.best[-1]]).append(rows[i])
            else:
                self.best.append(rows[i])
            before = rows[i].packed
            self.place_of[i] = len(self.best) - 1
        for place, same in self.copies.items():
            same.sort(key=lambda row: (row.rank, row.place))
            self.best[place] = same[0]
        alone = sorted(i for i in judged if i < new), range(new, len(rows))
        for some in alone:
            self.first_known = len(self.best)
            for i in sorted(some, key=lambda i: (digests[i], rows[i].place)):
                self.place_of[i] = len(self.best)
                self.best.append(rows[i])


def _digest(packed: str) -> int:
    """A number by which rows are ordered: the same in every run, whatever their order."""
    data = packed.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big")


class Forms(dict[int, Form]):
    """Forms by place, made when asked for."""

    def __init__(self, rows: Sequence[Entry], columns: Columns) -> None:
        self._rows = rows
        self._columns = columns

    def __missing__(self, place: int) -> Form:
        row = self._rows[place]
        form = Form(row, self._columns.junk.get(row.path, ()))
        if place in self._columns.shared_dois:
            form.doi = ""
        self[place] = form
        return form

    def trim(self) -> None:
        """Forget all where they have become many."""
        if len(self) > thresholds.FORMS:
            self.clear()


def link(
    items: Sequence[Entry], settings: Settings, *, known: int = 0, verdicts: Verdicts | None = None
) -> Linked:
    """See ``validator.linkage.link``; the last ``known`` of the rows are the catalogue's."""
    verdicts = verdicts or {}
    rows = Rows(items, known, {i for pair in verdicts for i in pair})
    return _Linking(rows, settings, verdicts).linked(items)


def candidate_pairs(items: Sequence[Entry]) -> Iterator[Pair]:
    """The pairs of positions that are compared, copies of one row apart: for measuring."""
    rows = Rows(items, 0, range(len(items)))
    position = {place: i for i, place in enumerate(rows.place_of)}
    for a, b in _Linking(rows, Settings(), {}).candidates():
        yield position[a], position[b]


class _Linking:
    """One run."""

    def __init__(self, rows: Rows, settings: Settings, verdicts: Verdicts) -> None:
        self.rows = rows
        self.columns = Columns(rows.best)
        self.forms = Forms(rows.best, self.columns)
        self.recurring = self.columns.recurring()
        self.least_odds = accepted_odds(settings.duplicates_max_false_positive_rate)
        self.verdicts: dict[Pair, Verdict] = {}
        self.apart: dict[int, set[int]] = defaultdict(set)
        for pair, verdict in verdicts.items():
            a, b = sorted(rows.place_of[i] for i in pair)
            self.verdicts[a, b] = verdict
            if verdict is not Verdict.DUPLICATE:
                self.apart[a].add(b)
                self.apart[b].add(a)

    def candidates(self) -> Iterable[Pair]:
        """The pairs of places to compare; those of people's verdicts, and of the catalogue with
        itself, are not among them."""
        if len(self.rows.best) < thresholds.BULK:
            pairs: Iterable[Pair] = blocking.candidate_pairs(self.columns)
        else:
            from validator.linkage import bulk

            pairs = map(tuple, bulk.candidate_pairs(self.columns, self.recurring).tolist())
        if self.columns.cjk:
            from validator.linkage import cjk_pairs

            pairs = {*pairs, *cjk_pairs.candidate_pairs(self.columns, self.forms)}
        known = self.rows.first_known
        return (pair for pair in pairs if pair[0] < known and pair not in self.verdicts)

    def linked(self, items: Sequence[Entry]) -> Linked:
        merged: list[Ruled] = []
        others: list[Ruled] = []
        joined = Joined(apart=self.apart, first_known=self.rows.first_known)
        for pairs in _groups(self.candidates(), self.verdicts):
            self.forms.trim()
            ruled = [r for r in map(self.rule, pairs) if r]
            some = [r for r in ruled if r.ruling.verdict is Verdict.DUPLICATE]
            refused = joined.join(
                self.forms,
                [Edge(r.odds, r.a, r.b, r.ruling.code == "DUP001", r.by_people) for r in some],
            )
            merged += some
            others += [r for r in ruled if r.ruling.verdict is not Verdict.DUPLICATE]
            others += [r._replace(ruling=POSSIBLE) for r in some if (r.a, r.b) in refused]
        spanning = list(self.spanning(others, joined))
        return _Written(self, joined, merged, spanning).linked(items)

    def rule(self, pair: Pair) -> Ruled | None:
        """The decision on two forms; None where they are two works."""
        a, b = pair
        if pair in self.verdicts:
            return _of_people(a, b, self.verdicts[pair])
        x, y = self.forms[a], self.forms[b]
        likeness = title_pair(x, y)
        if a != b and is_hopeless(x, y, likeness, self.recurring):
            return None
        c = compare(x, y, likeness, self.recurring)
        ruling, odds = decision.decide(c, x, y, least_odds=self.least_odds)
        return None if ruling.verdict is Verdict.DISTINCT else Ruled(a, b, ruling, odds)

    def of_copies(self, place: int) -> Ruled:
        """The decision on two copies of one form: to review where they say too little."""
        found = self.rule((place, place))
        if found is None or found.ruling.verdict is not Verdict.DUPLICATE:
            return Ruled(place, place, POSSIBLE, found.odds if found else 0.0)
        return found

    def about(self, r: Ruled, a: int, b: int) -> Decision:
        """A decision with its evidence, about the form at ``b``."""
        x, y = self.forms[a], self.forms[b]
        c = compare(x, y, title_pair(x, y), self.recurring)
        made = decision.written(r.ruling, r.odds, c, x, y)
        if r.by_people:
            same = r.ruling.verdict is Verdict.DUPLICATE
            agreement = Agreement.AGREE if same else Agreement.CONFLICT
            label = f"judged {'the same' if same else 'related'} by people"
            made = replace(
                made, evidence=(Evidence("verdict", agreement, label), *made.evidence), score=1.0
            )
        self.forms.trim()
        return made

    def spanning(self, others: Iterable[Ruled], joined: Joined) -> Iterator[Ruled]:
        """Of the pairs that are not merged those that join two clusters, the strongest first."""
        order = {Verdict.RELATED: 0, Verdict.REVIEW: 1}
        by_strength = sorted(
            others, key=lambda r: (not r.by_people, order[r.ruling.verdict], -r.odds, r.a, r.b)
        )
        parent: dict[int, int] = {}

        def find(place: int) -> int:
            root = joined.find(place)
            while parent.get(root, root) != root:
                parent[root] = parent.get(parent[root], parent[root])
                root = parent[root]
            return root

        for r in by_strength:
            a, b = find(r.a), find(r.b)
            if a != b:
                parent[a] = b
                yield r


class Plan(NamedTuple):
    """A decision to be written: on the forms at two places, or on a copy of the one at both."""

    ruled: Ruled
    near: int
    far: int
    copy: Entry | None = None


class _Written:
    """What a run found, in the form that is handed out; decisions are written when asked for."""

    def __init__(
        self,
        linking: _Linking,
        joined: Joined,
        merged: Iterable[Ruled],
        spanning: Sequence[Ruled],
    ) -> None:
        self.linking = linking
        self.rows = linking.rows
        self.joined = joined
        self.spanning = spanning
        self.ruled = {(r.a, r.b): r for r in merged}
        self.of_copies = {place: linking.of_copies(place) for place in self.rows.copies}
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
        """Whether the copies at a place are one work: those that say too little are not."""
        return self.of_copies[place].ruling.verdict is Verdict.DUPLICATE

    def clusters(self) -> list[tuple[int, ...]]:
        """The places of each cluster of two and more rows, the survivor's first, sorted."""
        found = [group.rows for group in self.joined.groups.values() if len(group.rows) > 1]
        inside = {place for places in found for place in places}
        found += [[p] for p in self.of_copies if p not in inside and self.merges(p)]
        best = self.rows.best
        clusters = [tuple(sorted(places, key=lambda p: (best[p].rank, p))) for places in found]
        clusters.sort(key=lambda places: min(row.place for row in self.members(places)))
        return clusters

    def members(self, places: Iterable[int]) -> list[Entry]:
        """The rows of a cluster, the most complete first."""
        rows: list[Entry] = []
        for place in places:
            copied = place in self.of_copies and self.merges(place)
            rows += self.rows.copies[place] if copied else [self.rows.best[place]]
        rows.sort(key=lambda row: (row.rank, row.place))
        return rows

    def cluster(self, places: tuple[int, ...]) -> Cluster:
        first, *rest = self.members(places)
        rest.sort(key=lambda row: row.place)
        plans = sorted(self.plans(places), key=self.order)
        return Cluster(tuple(map(member, (first, *rest))), tuple(map(self.decision, plans)))

    def plans(self, places: tuple[int, ...]) -> Iterator[Plan]:
        """The decisions that hold a cluster together: a tree from its survivor, and its copies."""
        for near, far in _tree(places[0], self.edges):
            yield Plan(self.ruled[min(near, far), max(near, far)], near, far)
        for place in places:
            if place in self.of_copies and self.merges(place):
                yield from self.copies(place)

    def copies(self, place: int) -> Iterator[Plan]:
        """A decision for each copy but the best."""
        for copy in self.rows.copies[place][1:]:
            yield Plan(self.of_copies[place], place, place, copy)

    def unmerged(self) -> Iterator[Plan]:
        """The decisions that join two clusters, about the less complete of the two."""
        best = self.rows.best
        for r in self.spanning:
            turned = best[r.b].rank < best[r.a].rank
            yield Plan(r, *((r.b, r.a) if turned else (r.a, r.b)))
        for place in self.of_copies:
            if not self.merges(place):
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
        made = self.linking.about(plan.ruled, plan.near, plan.far)
        return replace(made, b=member(plan.copy)) if plan.copy else made

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


def _of_people(a: int, b: int, verdict: Verdict) -> Ruled | None:
    """What people decided, with the certainty that nothing else has."""
    if verdict is Verdict.DISTINCT:
        return None
    ruling = decision.STRONG if verdict is Verdict.DUPLICATE else decision.related("related")
    return Ruled(a, b, ruling, inf, by_people=True)


def _groups(pairs: Iterable[Pair], judged: Iterable[Pair]) -> Iterator[list[Pair]]:
    """The pairs in parts that share no place, each sorted: a part is decided at a time."""
    parent: dict[int, int] = {}

    def find(place: int) -> int:
        root = place
        while parent.setdefault(root, root) != root:
            root = parent[root]
        while parent[place] != root:
            parent[place], place = root, parent[place]
        return root

    found = [*pairs, *judged]
    for a, b in found:
        x, y = find(a), find(b)
        if x != y:
            parent[max(x, y)] = min(x, y)
    by_root: dict[int, list[Pair]] = defaultdict(list)
    for pair in found:
        by_root[find(pair[0])].append(pair)
    for part in by_root.values():
        part.sort()
        yield part
