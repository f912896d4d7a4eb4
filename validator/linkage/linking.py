"""The way from rows to clusters: copies, blocks, pairs, decisions, joins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf

from validator.audit import Agreement, Evidence, Verdict
from validator.config import Settings
from validator.linkage import Linked, blocking, decision, thresholds
from validator.linkage.cluster import Edge, Joined
from validator.linkage.columns import Columns
from validator.linkage.comparison import Comparison, compare, is_hopeless, title_pair
from validator.linkage.entry import Entry
from validator.linkage.odds import accepted_odds
from validator.linkage.outcome import Outcome, Ruled
from validator.linkage.rows import Forms, Rows
from validator.linkage.ruling import POSSIBLE, STRONG, Ruling, related
from validator.linkage.title import TitlePair

Pair = tuple[int, int]
Verdicts = Mapping[Pair, Verdict]


def link(
    items: Sequence[Entry], settings: Settings, *, known: int = 0, verdicts: Verdicts | None = None
) -> Linked:
    """See ``validator.linkage.link``; the last ``known`` of the rows are the catalogue's."""
    verdicts = verdicts or {}
    rows = Rows(items, known, {i for pair in verdicts for i in pair})
    return Linking(rows, settings, verdicts).linked(items)


def candidate_pairs(items: Sequence[Entry]) -> Iterator[Pair]:
    """The pairs of positions that are compared, copies of one row apart: for measuring."""
    rows = Rows(items, 0, range(len(items)))
    position = {place: i for i, place in enumerate(rows.place_of)}
    for a, b in Linking(rows, Settings(), {}).candidates():
        yield position[a], position[b]


class Linking:
    """One run."""

    def __init__(self, rows: Rows, settings: Settings, verdicts: Verdicts) -> None:
        self.rows = rows
        self.columns = Columns(rows.best)
        self.forms = Forms(rows.best, self.columns)
        self.recurring = self.columns.recurring()
        self.least_odds = accepted_odds(settings.duplicates_max_false_positive_rate)
        self.verdicts: dict[Pair, Verdict] = {}
        self.apart: dict[int, set[int]] = defaultdict(set)
        self.said: dict[Evidence, Evidence] = {}
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
        outcome = Outcome(
            self.rows,
            joined,
            merged,
            spanning=spanning,
            of_copies={place: self.of_copies(place) for place in self.rows.copies},
        )
        return outcome.linked(items)

    def rule(self, pair: Pair) -> Ruled | None:
        """The decision on two forms; None where they are two works."""
        judged = self.verdicts.get(pair)
        if judged is Verdict.DISTINCT:
            return None
        x, y = map(self.forms.__getitem__, pair)
        likeness = title_pair(x, y)
        if not judged and is_hopeless(x, y, likeness, self.recurring):
            return None
        found = self.compared(*pair, likeness)
        return None if found.ruling.verdict is Verdict.DISTINCT else found

    def of_copies(self, place: int) -> Ruled:
        """The decision on two copies of one form: to review where they say too little."""
        form = self.forms[place]
        found = self.compared(place, place, title_pair(form, form))
        merges = found.ruling.verdict is Verdict.DUPLICATE
        return found if merges else found._replace(ruling=POSSIBLE)

    def compared(self, a: int, b: int, likeness: TitlePair) -> Ruled:
        """The decision on two forms whose titles stand so to each other: that of people wins."""
        x, y = self.forms[a], self.forms[b]
        c = compare(x, y, likeness, self.recurring)
        judged = self.verdicts.get((a, b))
        if judged:
            return Ruled(a, b, *_of_people(judged), self.evidence(c, judged), by_people=True)
        ruling, odds = decision.decide(c, x, y, least_odds=self.least_odds)
        is_kept = a == b or ruling.verdict is not Verdict.DISTINCT
        return Ruled(a, b, ruling, odds, self.evidence(c) if is_kept else ())

    def evidence(self, c: Comparison, judged: Verdict | None = None) -> tuple[Evidence, ...]:
        """What is said of a pair, the verdict of people first; equal sayings are one object, as
        there may be a million pairs."""
        found = decision.explained(c)
        if judged:
            same = judged is Verdict.DUPLICATE
            agreement = Agreement.AGREE if same else Agreement.CONFLICT
            label = f"judged {'the same' if same else 'related'} by people"
            found = (Evidence("verdict", agreement, label), *found)
        return tuple([self.said.setdefault(item, item) for item in found])

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


def _of_people(verdict: Verdict) -> tuple[Ruling, float]:
    """What people decided, with the certainty that nothing else has."""
    same = verdict is Verdict.DUPLICATE
    return STRONG if same else related("related"), inf


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
