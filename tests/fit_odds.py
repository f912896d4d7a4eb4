"""Fits the weights of the score of a pair, and shows how well they are calibrated.

`python tests/fit_odds.py [FOLDER ...]` takes every candidate pair of the labelled sets, and of
those in the folders, that is compared at all. The weights are those of a logistic regression on
two thirds of the works of each set, drawn to those of reasoning where the data are thin. The
table shows scores against truth on the third kept aside.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from duplicate_sets import LARGE, folders, load
from numpy.typing import NDArray

from validator.config import Settings
from validator.linkage import entry, linking
from validator.linkage.comparison import compare, is_hopeless, title_pair
from validator.linkage.odds import features
from validator.linkage.thresholds import WEIGHTS

DRAWN = 0.5  # how strongly a weight is drawn to that of reasoning
APART = ("diabetes_rawNA", "cora", *LARGE)
NAMES = tuple(WEIGHTS)


class Pair(NamedTuple):
    """The counts of a pair by weight, and whether it is one work."""

    counts: tuple[int, ...]
    is_one: bool


def pairs(folder: Path, *, aside: bool) -> Iterator[Pair]:
    """The pairs of the works of one share of a set that are compared."""
    name, records, truth = load(folder)

    def is_aside(cluster: str) -> bool:
        return int(sha256(f"{name}/{cluster}".encode()).hexdigest(), 16) % 3 == 0

    rows = [entry(r) for r in records if is_aside(truth[r.id]) == aside]
    run = linking._Linking(linking.Rows(rows, 0, ()), Settings(), {})
    for a, b in run.candidates():
        x, y = run.forms[a], run.forms[b]
        likeness = title_pair(x, y)
        if not is_hopeless(x, y, likeness, run.recurring):
            counted = dict(features(compare(x, y, likeness, run.recurring)))
            is_one = truth[x.row.id] == truth[y.row.id]
            yield Pair(tuple(counted.get(name, 0) for name in NAMES), is_one)


def fitted(found: Sequence[Pair]) -> NDArray[np.float64]:
    """The weights, by Newton's method in steps of at most 1."""
    x, y = arrays(found)
    reasoned = np.array([WEIGHTS[name] for name in NAMES])
    beta = reasoned.copy()
    for _ in range(200):
        p = probability(x, beta)
        gradient = x.T @ (y - p) - DRAWN * (beta - reasoned)
        hessian = (x * (p * (1 - p))[:, None]).T @ x + DRAWN * np.eye(len(NAMES))
        step = np.linalg.solve(hessian, gradient)
        beta = beta + step / max(1.0, float(np.abs(step).max()))
    return beta


def arrays(found: Sequence[Pair]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    return np.array([p.counts for p in found], float), np.array([p.is_one for p in found], float)


def probability(x: NDArray[np.float64], beta: NDArray[np.float64]) -> NDArray[np.float64]:
    return 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))


def show(found: Sequence[Pair], beta: NDArray[np.float64]) -> None:
    """Scores against truth, in bins."""
    x, y = arrays(found)
    p = probability(x, beta)
    error = 0.0
    for low, high in pairwise(BINS):
        inside = (p >= low) & (p < high)
        if inside.any():
            said, true = p[inside].mean(), y[inside].mean()
            error += inside.mean() * abs(said - true)
            print(f"  {low:.3f}-{high:.3f} {inside.sum():7} pairs  said {said:.3f}  one {true:.3f}")
    print(f"  Brier {((p - y) ** 2).mean():.4f}, calibration error {error:.4f}")


BINS = (0, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.999, 1.001)


def main() -> None:
    given = [path.parent for arg in sys.argv[1:] for path in sorted(Path(arg).glob("*/truth.csv"))]
    chosen = [folder for folder in [*folders(), *given] if folder.name not in APART]
    shares = [
        [p for folder in chosen for p in pairs(folder, aside=aside)] for aside in (False, True)
    ]
    beta = fitted(shares[0])
    for name, value in zip(NAMES, beta, strict=True):
        seen = sum(bool(p.counts[NAMES.index(name)]) for p in shares[0])
        print(f"{name:20} {WEIGHTS[name]:6.1f} -> {value:6.2f}  ({seen} pairs)")
    now = np.array([WEIGHTS[name] for name in NAMES])
    for label, weights in (("as they are", now), ("fitted", beta)):
        print(f"{label}, on the third kept aside:")
        show(shares[1], weights)


if __name__ == "__main__":
    main()
