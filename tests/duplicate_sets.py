"""Labelled sets of duplicates: the one of our own, and those kept beside the repository.

A set is a folder with ``records.csv`` and ``truth.csv`` (id, cluster), either of them gzipped.
"""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from shared import SHARED, needs_shared

import validator
from validator.record import Record

OWN = Path(__file__).resolve().parent / "data" / "duplicates"
LARGE = ("scale_10k", "scale_50k")  # generated, to measure cost on


class Labelled(NamedTuple):
    """Records in the order of their file, and the cluster of each by its id."""

    name: str
    records: tuple[Record, ...]
    truth: dict[str, str]


@cache
def load(folder: Path) -> Labelled:
    """The set of a folder, read as the program reads it."""
    return Labelled(folder.name, tuple(validator.read(str(records_of(folder)))), truth(folder))


def truth(folder: Path) -> dict[str, str]:
    """The cluster of each record by its id, in the order of the records."""
    path = _either(folder, "truth.csv")
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="") as file:
        return {row["id"]: row["cluster"] for row in csv.DictReader(file)}


def records_of(folder: Path) -> Path:
    """The file of the records."""
    return _either(folder, "records.csv")


def folders() -> list[Path]:
    """The folders of all sets that are here, ours first."""
    beside = sorted((SHARED / "data" / "dedup").glob("*/truth.csv*"))
    return [OWN, *(path.parent for path in beside)]


def small_sets() -> Iterator[object]:
    """Parameters of a test: the folder of every set but the large ones."""
    for folder in folders():
        if folder.name not in LARGE:
            marks = () if folder == OWN else needs_shared
            yield pytest.param(folder, id=folder.name, marks=marks)


def pairs(clusters: Iterable[tuple[str, object]]) -> set[tuple[str, str]]:
    """The pairs of names in one cluster, from (name, cluster) of each."""
    inside: dict[object, list[str]] = {}
    for name, cluster in clusters:
        inside.setdefault(cluster, []).append(name)
    found = set()
    for names in inside.values():
        names.sort()
        found.update((a, b) for i, a in enumerate(names) for b in names[i + 1 :])
    return found


def _either(folder: Path, name: str) -> Path:
    plain = folder / name
    return plain if plain.is_file() else folder / f"{name}.gz"
