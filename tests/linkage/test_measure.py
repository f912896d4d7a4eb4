"""The measures by hand on small cases, and beside the evaluator on any partition."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from duplicate_sets import OWN, load, small_sets
from hypothesis import given
from hypothesis import strategies as st
from shared import SHARED, needs_shared

from validator.config import Settings
from validator.linkage import entry, link, measure
from validator.linkage.linking import candidate_pairs


def clustered(*groups: str) -> dict[str, int]:
    """Records, a letter each, by the number of their group."""
    return {record: number for number, group in enumerate(groups) for record in group}


TRUTH = clustered("ab", "cde", "f")

CLUSTERS = [  # found, right and found pairs, removed, missed, wronged, lost, mixed
    (("ab", "cde", "f"), (4, 4), (3, 0, 0, 0, 0)),
    ((), (0, 0), (0, 3, 0, 0, 0)),  # what is not named stands alone
    (("ab", "cd"), (2, 2), (2, 1, 0, 0, 0)),
    (("abf", "cde"), (4, 6), (3, 0, 1, 1, 1)),  # f is absorbed: a survives
    (("bf", "cde"), (3, 4), (2, 1, 1, 1, 1)),
    (("abcdef",), (4, 15), (3, 0, 2, 2, 1)),
    (("ac", "bd"), (0, 2), (2, 1, 0, 2, 2)),  # both mixed, and each work has a survivor
    (("abx", "y"), (1, 1), (1, 2, 0, 0, 0)),  # strangers do not count
]


@pytest.mark.parametrize(("found", "pairs", "counts"), CLUSTERS)
def test_clusters(found: tuple[str, ...], pairs: tuple[int, int], counts: tuple[int, ...]) -> None:
    m = measure.clusters(TRUTH, clustered(*found))
    assert (m.records, m.works, m.true_pairs) == (6, 3, 4)
    assert (m.right_pairs, m.found_pairs) == pairs
    assert (m.removed, m.missed, m.wronged, m.lost, m.mixed) == counts


def test_shares_of_clusters() -> None:
    m = measure.clusters(TRUTH, clustered("bf", "cde"))
    assert (m.precision, m.recall, m.f1) == (0.75, 0.75, 0.75)
    assert m.false_positive_rate == pytest.approx(1 / 3)
    nothing = measure.clusters({}, {})
    assert (nothing.precision, nothing.recall, nothing.false_positive_rate) == (1, 1, 0)
    wrong = measure.clusters(clustered("ab", "c"), clustered("ac", "b"))
    assert (wrong.precision, wrong.recall, wrong.f1) == (0, 0, 0)


def test_a_cluster_may_bear_the_name_of_a_record() -> None:
    assert measure.clusters({"a": 1, "b": 2}, {"b": "a"}).lost == 0


BLOCKING = [  # candidates, direct, closed
    (["ab", "cd", "de"], 3, 1),  # c and e are joined by d
    (["ab", "cd", "ce", "de"], 4, 0),
    (["ab", "cf", "fe"], 1, 0),  # by another work nothing is joined rightly
    ([], 0, 0),
]


@pytest.mark.parametrize(("pairs", "direct", "closed"), BLOCKING)
def test_blocking(pairs: list[str], direct: int, closed: int) -> None:
    m = measure.blocking(TRUTH, ((a, b) for a, b in pairs))
    assert (m.pairs, m.all_pairs, m.true_pairs) == (len(pairs), 15, 4)
    assert (m.direct, m.closed) == (direct, closed)
    assert m.recall == (direct + closed) / 4
    assert m.direct_recall == direct / 4
    assert m.reduction == pytest.approx(1 - len(pairs) / 15)


QUEUES = [  # rows, right, recovered of 2 missed
    (["de", "af"], 1, 1),
    (["de", "bc", "ce"], 2, 1),  # the second right row says what the first said
    (["ab", "ed"], 2, 2),
    ([], 0, 0),
]


@pytest.mark.parametrize(("rows", "right", "recovered"), QUEUES)
def test_queue(rows: list[str], right: int, recovered: int) -> None:
    m = measure.queue(TRUTH, clustered("cd"), ((a, b) for a, b in rows))
    assert m == (len(rows), right, 2, recovered)
    assert m.recovery == recovered / 2
    assert m.precision == (right / len(rows) if rows else 1)


def test_calibration() -> None:
    m = measure.calibration([(0.0, False), (0.25, True), (0.35, False), (1.0, True)], bins=5)
    assert m.bins == (
        (0.0, 0.2, 1, 0.0, 0.0),
        (0.2, 0.4, 2, pytest.approx(0.3), 0.5),
        (0.8, 1.0, 1, 1.0, 1.0),
    )
    assert m.pairs == 4
    assert m.brier == pytest.approx((0.75**2 + 0.35**2) / 4)
    assert m.error == pytest.approx(2 * 0.2 / 4)
    assert measure.calibration([]) == ((), 0, 0)
    with pytest.raises(ValueError, match="no probability"):
        measure.calibration([(1.01, True)])


labels = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8) | st.none()), max_size=40)


@given(labels)
def test_the_truth_is_perfect_and_shares_are_shares(drawn: list[tuple[int, int | None]]) -> None:
    truth = {i: work for i, (work, _) in enumerate(drawn)}
    best = measure.clusters(truth, truth)
    assert (best.precision, best.recall, best.lost, best.missed, best.wronged) == (1, 1, 0, 0, 0)
    m = measure.clusters(truth, found_of(drawn))
    assert all(0 <= x <= 1 for x in (m.precision, m.recall, m.f1, m.false_positive_rate))
    assert m.removed + m.missed + m.works == m.records
    assert m.wronged <= m.lost


@given(labels)
def test_all_pairs_as_candidates_find_all(drawn: list[tuple[int, int | None]]) -> None:
    truth = {i: work for i, (work, _) in enumerate(drawn)}
    every = measure.blocking(truth, ((a, b) for a in truth for b in truth if a < b))
    assert (every.direct, every.closed, every.recall) == (every.true_pairs, 0, 1)


def test_our_own_set() -> None:
    known = load(OWN)
    rows = [entry(record) for record in known.records]
    ids = [row.id for row in rows]
    found = link(rows, Settings())
    of = dict(zip(ids, found.cluster_of, strict=True))
    m = measure.clusters(known.truth, of)
    assert (m.records, m.lost, m.wronged) == (114, 0, 0)
    assert m.missed <= 1  # Thai sara am as one character and as two, the tone between them
    asked = measure.queue(known.truth, of, ((d.a.id, d.b.id) for d in found.review))
    assert (asked.precision, asked.recovery) == (1, 1)
    compared = ((ids[a], ids[b]) for a, b in candidate_pairs(rows))
    assert measure.blocking(known.truth, compared).recall == 1


BLOCKED = {"cora": 0.98, "misq_baseline": 0.998}  # the share of true pairs that stay in reach


@pytest.mark.parametrize("folder", list(small_sets()))
def test_blocking_keeps_duplicates_in_reach(folder: Path) -> None:
    known = load(folder)
    ids = [record.id for record in known.records]
    pairs = candidate_pairs([entry(record) for record in known.records])
    m = measure.blocking(known.truth, ((ids[a], ids[b]) for a, b in pairs))
    assert m.recall >= BLOCKED.get(known.name, 0.999)
    assert m.pairs <= 20 * len(ids)


def found_of(drawn: Iterable[tuple[int, int | None]]) -> dict[int, int]:
    return {i: cluster for i, (_, cluster) in enumerate(drawn) if cluster is not None}


@pytest.fixture(scope="module")
def evaluator() -> Any:
    path = SHARED / "tools" / "evaluate_dedup.py"
    spec = importlib.util.spec_from_file_location("evaluate_dedup", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    is_silent, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = is_silent
    return module


@pytest.mark.parametrize("mark", [pytest.param("", marks=needs_shared)])
@given(drawn=labels)
def test_the_evaluator_counts_the_same(
    evaluator: Any, mark: str, drawn: list[tuple[int, int | None]]
) -> None:
    truth = {i: work for i, (work, _) in enumerate(drawn)}
    found = found_of(drawn)
    alone = {i: ("alone", i) for i in truth} | found
    theirs = evaluator.evaluate(list(truth), truth, alone)
    m = measure.clusters(truth, found)
    assert theirs["n"] == m.records
    assert theirs["true_dups"] == m.records - m.works
    assert (theirs["true_pairs"], theirs["pair_tp"]) == (m.true_pairs, m.right_pairs)
    assert theirs["pair_fp"] == m.found_pairs - m.right_pairs
    assert theirs["pair_precision"] == round(m.precision, 5)
    assert theirs["pair_recall"] == round(m.recall, 5)
    assert theirs["pair_f1"] == pytest.approx(m.f1, abs=1e-5)
    assert (theirs["rec_TP"], theirs["rec_FN"]) == (m.removed, m.missed)
    assert theirs["rec_FP"] == m.wronged
    assert theirs["rec_fp_rate"] == round(m.false_positive_rate, 6)
    assert (theirs["wrong_merges"], theirs["lost_records"]) == (m.mixed, m.lost)
