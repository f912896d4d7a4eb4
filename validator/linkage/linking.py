"""The way from rows to clusters: copies, blocks, pairs, decisions, joins."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from validator.audit import Cluster, Decision, Verdict
from validator.config import Settings
from validator.linkage import Linked, blocking, decision, thresholds
from validator.linkage.cluster import Joined
from validator.linkage.comparison import compare, is_hopeless, title_pair
from validator.linkage.decision import POSSIBLE, Ruling
from validator.linkage.entry import Entry, Kept, member
from validator.linkage.keys import Form
from validator.linkage.odds import accepted_odds


class Ruled(NamedTuple):
    """A pair of forms, by place, and what was decided on it."""

    a: int
    b: int
    ruling: Ruling
    odds: float


def link(rows: Sequence[Entry], settings: Settings) -> Linked:
    """See ``validator.linkage.link``."""
    copies: dict[Kept, list[Entry]] = defaultdict(list)
    for row in rows:
        copies[row.kept].append(row)
    for same in copies.values():
        same.sort(key=lambda row: (row.rank, row.place))
    ignored = _junk_columns(same[0] for same in copies.values())
    forms = [Form(same[0], ignored.get(same[0].path, ())) for same in copies.values()]
    forms.sort(key=_content)
    return _Linking(forms, copies, settings).linked(rows)


def _content(form: Form) -> tuple[str, int, str, str, Kept]:
    """Sorts forms so that neighbours are alike."""
    return (form.title.compact, form.year or 0, form.volume, form.page, form.row.kept)


class _Linking:
    """One run: the distinct forms, sorted by content, and the copies of each."""

    def __init__(
        self, forms: list[Form], copies: dict[Kept, list[Entry]], settings: Settings
    ) -> None:
        self.forms = forms
        for form in shared_dois(forms):
            form.doi = ""
        self.copies = [copies[form.row.kept] for form in forms]
        self.recurring = recurring_titles(forms)
        rate = settings.duplicates_max_false_positive_rate
        self.least_odds = accepted_odds(rate)

    def linked(self, rows: Sequence[Entry]) -> Linked:
        ruled = list(self.ruled())
        merged = [r for r in ruled if r.ruling.verdict is Verdict.DUPLICATE]
        joined = Joined(self.forms, ((r.odds, r.a, r.b, r.ruling.code == "DUP001") for r in merged))
        of_copies = {place: self.of_copies(place) for place in self.copied()}
        clusters, numbers = self.clusters(joined, merged, of_copies)
        others = [r for r in ruled if r.ruling.verdict in (Verdict.REVIEW, Verdict.RELATED)]
        refused = set(joined.refused)
        others += [r._replace(ruling=POSSIBLE) for r in merged if (r.a, r.b) in refused]
        spanning = list(self.spanning(others, joined))
        decisions = [d for cluster in clusters for d in cluster.decisions]
        decisions += [self.written(r) for r in spanning]
        decisions += [
            d
            for place, r in of_copies.items()
            if r.ruling.verdict is Verdict.REVIEW
            for d in self.written_copies(r, place)
        ]
        decisions.sort(key=_place)
        review = [d for d in decisions if d.verdict is Verdict.REVIEW]
        review.sort(key=lambda d: (abs(d.score - 0.5), d.a.values, d.b.values, _place(d)))
        return Linked(
            tuple(clusters),
            tuple(decisions),
            tuple(review),
            tuple(numbers[id(row)] for row in rows),
        )

    def ruled(self) -> Iterator[Ruled]:
        """The candidate pairs that are not distinct."""
        for a, b in sorted(blocking.candidate_pairs(self.forms)):
            ruled = self.rule(a, b)
            if ruled and ruled.ruling.verdict is not Verdict.DISTINCT:
                yield ruled

    def rule(self, a: int, b: int) -> Ruled | None:
        """The decision on two forms; None where a look at titles and identifiers is enough."""
        x, y = self.forms[a], self.forms[b]
        pair = title_pair(x, y)
        if a != b and is_hopeless(x, y, pair, self.recurring):
            return None
        c = compare(x, y, pair, self.recurring)
        ruling, odds = decision.decide(c, x, y, least_odds=self.least_odds)
        return Ruled(a, b, ruling, odds)

    def written(self, r: Ruled) -> Decision:
        """A decision with its evidence, about the less complete of the two."""
        a, b = r.a, r.b
        if self.forms[b].row.rank < self.forms[a].row.rank:
            a, b = b, a
        return self.about(r, a, b)

    def about(self, r: Ruled, a: int, b: int) -> Decision:
        x, y = self.forms[a], self.forms[b]
        c = compare(x, y, title_pair(x, y), self.recurring)
        return decision.written(r.ruling, r.odds, c, x, y)

    def copied(self) -> list[int]:
        return [place for place, same in enumerate(self.copies) if len(same) > 1]

    def of_copies(self, place: int) -> Ruled:
        """The decision on two copies of one form: to review where they say too little."""
        found = self.rule(place, place)
        if found is None or found.ruling.verdict is not Verdict.DUPLICATE:
            return Ruled(place, place, POSSIBLE, found.odds if found else 0.0)
        return found

    def written_copies(self, r: Ruled, place: int) -> Iterator[Decision]:
        """A decision for each copy but the best."""
        first = self.about(r, place, place)
        for copy in self.copies[place][1:]:
            yield Decision(
                first.a, member(copy), first.verdict, first.score, first.evidence, first.code
            )

    def clusters(
        self, joined: Joined, merged: Sequence[Ruled], of_copies: dict[int, Ruled]
    ) -> tuple[list[Cluster], dict[int, int]]:
        """The clusters of two and more, and the number of the cluster of each row (by identity)."""
        by_root: dict[int, list[int]] = defaultdict(list)
        for place in range(len(self.forms)):
            by_root[joined.find(place)].append(place)
        ruled = {(r.a, r.b): r for r in merged}
        edges: dict[int, list[int]] = defaultdict(list)
        for a, b in joined.accepted:
            edges[a].append(b)
            edges[b].append(a)
        groups: list[tuple[list[Entry], list[int]]] = []
        for places in by_root.values():
            places.sort(key=lambda place: (self.forms[place].row.rank, place))
            together: list[Entry] = []
            for place in places:
                same = self.copies[place]
                merges = place in of_copies and of_copies[place].ruling.verdict is Verdict.DUPLICATE
                together += same if merges else same[:1]
                groups += [] if merges else [([copy], []) for copy in same[1:]]
            groups.append((together, places))
        groups.sort(key=lambda group: min(row.place for row in group[0]))
        numbers: dict[int, int] = {}
        clusters = []
        for number, (members, places) in enumerate(groups):
            numbers.update((id(row), number) for row in members)
            if len(members) < 2:
                continue
            decisions: list[Decision] = []
            for a, b in _tree(places[0], edges):
                decisions.append(self.about(ruled[min(a, b), max(a, b)], a, b))
            for place in places:
                if place in of_copies and of_copies[place].ruling.verdict is Verdict.DUPLICATE:
                    decisions += self.written_copies(of_copies[place], place)
            decisions.sort(key=_place)
            members.sort(key=lambda row: (row.rank, row.place))
            rest = sorted(members[1:], key=lambda row: row.place)
            clusters.append(Cluster(tuple(map(member, (members[0], *rest))), tuple(decisions)))
        return clusters, numbers

    def spanning(self, others: Iterable[Ruled], joined: Joined) -> Iterator[Ruled]:
        """Of the pairs that are not merged those that join two clusters, the strongest first."""
        order = {Verdict.RELATED: 0, Verdict.REVIEW: 1}
        by_strength = sorted(others, key=lambda r: (order[r.ruling.verdict], -r.odds, r.a, r.b))
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


def _tree(root: int, edges: dict[int, list[int]]) -> Iterator[tuple[int, int]]:
    """The edges of a spanning tree, breadth first from the survivor: (nearer, farther)."""
    seen, queue = {root}, deque([root])
    while queue:
        near = queue.popleft()
        for far in sorted(edges.get(near, ())):
            if far not in seen:
                seen.add(far)
                queue.append(far)
                yield near, far


def _place(d: Decision) -> tuple[str, int, str, str, int, str]:
    a, b = d.a, d.b
    return (b.path, b.record_number or 0, b.id, a.path, a.record_number or 0, a.id)


def recurring_titles(forms: Iterable[Form]) -> frozenset[str]:
    """Titles (compact) that the collection shows in many years or volumes: columns."""
    rows: Counter[str] = Counter()
    least: dict[str, int] = {}
    places: dict[str, set[tuple[int | None, str]]] = defaultdict(set)
    for form in forms:
        if form.title.compact:
            rows[form.title.compact] += 1
            if form.year:
                volume = "" if form.is_informative else form.volume
                places[form.title.compact].add((form.year, volume))
                least[form.title.compact] = (
                    thresholds.RECURRING_YEARS
                    if form.is_informative
                    else thresholds.RECURRING_ISSUES
                )
    return frozenset(
        compact
        for compact, found in places.items()
        if len(found) >= least[compact] and len(found) * 4 >= rows[compact]
    )


def shared_dois(forms: Iterable[Form]) -> list[Form]:
    """The forms whose DOI is that of the issue around them: it stands under many titles."""
    by_doi: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        if form.doi:
            by_doi[form.doi].append(form)
    return [
        form
        for under in by_doi.values()
        if len({f.title.compact[:8] for f in under}) >= thresholds.SHARED_TITLES
        for form in under
    ]


def _junk_columns(rows: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """By path, the numbering variables whose values are a running number."""
    values: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.kept.issue:
            values[row.path].append(row.kept.issue)
    return {
        path: ("issue",)
        for path, found in values.items()
        if len(found) >= thresholds.JUNK_FILLED
        and len(set(found)) >= thresholds.JUNK_DISTINCT * len(found)
    }
