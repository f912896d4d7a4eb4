"""How good clusters, candidate pairs, a queue and scores are, where the truth is known.

A clustering maps each record, by any hashable name, to its cluster, by any hashable name. In the
truth every record stands, in the order of the input; a record that a found clustering does not
name is a cluster of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import NamedTuple, TypeVar

Id = TypeVar("Id", bound=Hashable)


class Clusters(NamedTuple):
    """A clustering against the truth; all are counts.

    ``true_pairs``, ``found_pairs``, ``right_pairs``: unordered pairs of records in one cluster of
    the truth, of the found clustering, of both. ``works``: clusters of the truth.

    Of each found cluster its first record survives. ``removed``: duplicates rightly merged away;
    ``missed``: duplicates that survive beside another record of their work; ``wronged``: works of
    which no record survives. ``lost``: works of a found cluster beyond its first, whichever record
    survives; ``mixed``: found clusters with more than one work.

    Source: ``removed``, ``missed``, ``wronged`` are TP, FN, FP of Rathbone et al., Systematic
    Reviews 4:6 (2015), as tools for deduplication report them.
    """

    records: int
    works: int
    true_pairs: int
    found_pairs: int
    right_pairs: int
    removed: int
    missed: int
    wronged: int
    lost: int
    mixed: int

    @property
    def precision(self) -> float:
        """The share of found pairs that are right; 1 where nothing is found."""
        return _share(self.right_pairs, self.found_pairs)

    @property
    def recall(self) -> float:
        """The share of true pairs that are found; 1 where there are none."""
        return _share(self.right_pairs, self.true_pairs)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def false_positive_rate(self) -> float:
        """The share of works of which no record survives."""
        return self.wronged / self.works if self.works else 0.0


class Blocking(NamedTuple):
    """Candidate pairs against the truth; all are counts.

    ``pairs``: candidate pairs; ``all_pairs``: pairs of all records; ``true_pairs`` as in Clusters.
    ``direct``: true pairs among the candidates; ``closed``: true pairs that are none, and that
    other candidates join within their work.
    """

    pairs: int
    all_pairs: int
    true_pairs: int
    direct: int
    closed: int

    @property
    def recall(self) -> float:
        """The share of true pairs that comparison can still find, directly or by closure."""
        return _share(self.direct + self.closed, self.true_pairs)

    @property
    def direct_recall(self) -> float:
        """The share of true pairs that are candidates: pairs completeness."""
        return _share(self.direct, self.true_pairs)

    @property
    def reduction(self) -> float:
        """The share of all pairs that need no comparison: the reduction ratio.

        Source: Christen, Data Matching (2012), section 7.3, for this and for pairs completeness.
        """
        return 1 - self.pairs / self.all_pairs if self.all_pairs else 0.0


class Queue(NamedTuple):
    """A queue for people against the truth; all are counts.

    ``rows``: pairs asked about; ``right``: of one work; ``missed``: duplicate records that the
    clusters miss; ``recovered``: those that joining the right rows removes.
    """

    rows: int
    right: int
    missed: int
    recovered: int

    @property
    def precision(self) -> float:
        """The share of rows that are right; 1 for an empty queue."""
        return _share(self.right, self.rows)

    @property
    def recovery(self) -> float:
        """The share of missed duplicate records that are recovered; 1 where none are missed."""
        return _share(self.recovered, self.missed)


class Bin(NamedTuple):
    """Pairs whose scores lie from ``low``, included, to ``high``; the last bin includes it.

    ``score`` is their mean score, ``right`` the share of them that are of one work.
    """

    low: float
    high: float
    pairs: int
    score: float
    right: float


class Calibration(NamedTuple):
    """Scores, as probabilities, against the truth; ``bins`` that hold no pair are left out.

    ``brier``: mean squared distance of score and truth, 0 best (Brier, Monthly Weather Review
    78(1), 1950). ``error``: expected calibration error, the distance of mean score and share of
    right pairs over the bins, weighted by pairs, 0 best (Naeini et al., AAAI 2015).
    """

    bins: tuple[Bin, ...]
    brier: float
    error: float

    @property
    def pairs(self) -> int:
        return sum(one.pairs for one in self.bins)


def clusters(truth: Mapping[Id, Hashable], found: Mapping[Id, Hashable]) -> Clusters:
    """Compare a found clustering with the truth; records that only ``found`` names do not count."""
    of_work: dict[Hashable, list[Hashable]] = defaultdict(list)
    works_of: dict[Hashable, set[Hashable]] = defaultdict(set)
    survivors: Counter[Hashable] = Counter()
    for record, work in truth.items():
        cluster = _named(record, found)
        of_work[work].append(cluster)
        if cluster not in works_of:
            survivors[work] += 1
        works_of[cluster].add(work)
    joint = Counter((work, cluster) for work, inside in of_work.items() for cluster in inside)
    sizes = Counter(cluster for inside in of_work.values() for cluster in inside)
    return Clusters(
        records=len(truth),
        works=len(of_work),
        true_pairs=sum(_pairs(len(inside)) for inside in of_work.values()),
        found_pairs=sum(map(_pairs, sizes.values())),
        right_pairs=sum(map(_pairs, joint.values())),
        removed=sum(len(all_) - max(1, survivors[work]) for work, all_ in of_work.items()),
        missed=sum(max(0, survivors[work] - 1) for work in of_work),
        wronged=sum(not survivors[work] for work in of_work),
        lost=sum(len(works) - 1 for works in works_of.values()),
        mixed=sum(len(works) > 1 for works in works_of.values()),
    )


def blocking(truth: Mapping[Id, Hashable], pairs: Iterable[tuple[Id, Id]]) -> Blocking:
    """Compare candidate pairs, each given once, with the truth. Raises KeyError for a stranger."""
    parent = {record: record for record in truth}
    count = direct = 0
    for a, b in pairs:
        count += 1
        if truth[a] == truth[b]:
            direct += 1
            _join(parent, a, b)
    reached = sum(map(_pairs, Counter(_root(parent, record) for record in truth).values()))
    return Blocking(
        pairs=count,
        all_pairs=_pairs(len(truth)),
        true_pairs=sum(map(_pairs, Counter(truth.values()).values())),
        direct=direct,
        closed=reached - direct,
    )


def queue(
    truth: Mapping[Id, Hashable], found: Mapping[Id, Hashable], rows: Iterable[tuple[Id, Id]]
) -> Queue:
    """What people who answer every row of a queue rightly add to the found clustering."""
    missed = clusters(truth, found).missed
    parent = {record: record for record in truth}
    first: dict[Hashable, Id] = {}
    for record in truth:
        _join(parent, first.setdefault(_named(record, found), record), record)
    count = right = 0
    for a, b in rows:
        count += 1
        if truth[a] == truth[b]:
            right += 1
            _join(parent, a, b)
    after = clusters(truth, {record: _root(parent, record) for record in truth}).missed
    return Queue(count, right, missed, missed - after)


def calibration(scored: Iterable[tuple[float, bool]], *, bins: int = 10) -> Calibration:
    """A table of reliability over ``bins`` of one width; ``scored`` has (score, is of one work).

    Raises ValueError for a score that is no probability.
    """
    inside: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for score, is_right in scored:
        if not 0 <= score <= 1:
            raise ValueError(f"no probability: {score}")
        inside[min(int(score * bins), bins - 1)].append((score, is_right))
    table = tuple(
        Bin(
            place / bins,
            (place + 1) / bins,
            len(held),
            sum(score for score, _ in held) / len(held),
            sum(is_right for _, is_right in held) / len(held),
        )
        for place, held in enumerate(inside)
        if held
    )
    total = max(1, sum(one.pairs for one in table))
    squares = sum((score - is_right) ** 2 for held in inside for score, is_right in held)
    apart = sum(one.pairs * abs(one.score - one.right) for one in table)
    return Calibration(table, squares / total, apart / total)


def _named(record: Id, found: Mapping[Id, Hashable]) -> Hashable:
    """The cluster of a record; the tuples keep it apart from one that bears a record's name."""
    return ("cluster", found[record]) if record in found else ("record", record)


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _root(parent: dict[Id, Id], record: Id) -> Id:
    while parent[record] != record:
        parent[record] = record = parent[parent[record]]
    return record


def _join(parent: dict[Id, Id], a: Id, b: Id) -> None:
    parent[_root(parent, a)] = _root(parent, b)
