"""The labelled sets kept beside the repository: what must be found, and what must not be lost."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import pytest
from duplicate_sets import load
from shared import SHARED, needs_shared

from validator.config import Settings
from validator.linkage import link

pytestmark = needs_shared

FLOORS = [  # set, works lost at most, recall of pairs at least
    ("stroke", 0, 0.99),
    ("respiratory", 0, 0.97),
    ("cytology_screening", 0, 0.994),
    ("diabetes", 0, 0.998),
    ("diabetes_rawNA", 0, 0.998),  # "NA" stands in empty fields
    ("misq_baseline", 0, 0.97),
    ("special_cases", 0, 1.0),
    ("cjk_micro", 0, 0.98),
]


def pairs(clusters: Iterable[object]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(clusters).values())


@pytest.mark.parametrize(("name", "lost", "recall"), FLOORS)
def test_set(name: str, lost: int, recall: float) -> None:
    _, rows, truth = load(SHARED / "data" / "dedup" / name)
    found = link(rows, Settings())
    works = defaultdict(set)
    for row, cluster in zip(rows, found.cluster_of, strict=True):
        works[cluster].add(truth[row.id])
    assert sum(len(inside) - 1 for inside in works.values()) <= lost
    joint = zip((truth[row.id] for row in rows), found.cluster_of, strict=True)
    assert pairs(joint) >= recall * pairs(truth.values())
    assert len(found.review) <= max(2, 0.1 * len(rows))
