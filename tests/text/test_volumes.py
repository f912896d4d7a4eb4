"""Volumes as evidence: the same before their labels are mended and after."""

from __future__ import annotations

import pytest

from validator.text.serials import number
from validator.text.volumes import plain

VOLUMES = (
    # as it stands, and as it counts
    ("12", "12"),
    ("Vol. 12", "12"),
    ("第12卷", "12"),
    ("Том 5", "5"),
    ("T. XII", "XII"),
    ("Vol. 12 Suppl 1", "12 Suppl 1"),
    ("12(3)", "12"),  # the issue moves to its own field
    ("Vol. 12, No. 3", "12"),
    ("36卷6号", "36"),
    # no labels, or nothing that is mended without people
    ("No. 3", "No. 3"),  # of an issue
    ("总5卷", "总5卷"),  # counted from the first on
    ("第十二卷", "第十二卷"),  # or so it is called
    ("S2", "S2"),
    ("V12", "V12"),
    ("abs/1706.03762", "abs/1706.03762"),
    ("", ""),
    (f"Vol. {'1' * 50}", f"Vol. {'1' * 50}"),  # longer than any number
)


@pytest.mark.parametrize(("volume", "counts_as"), VOLUMES)
def test_plain(volume: str, counts_as: str) -> None:
    assert plain(volume) == counts_as
    assert plain(counts_as) == counts_as


@pytest.mark.parametrize(
    ("volume", "expected"),
    [
        ("12", 12),
        (" 12 ", 12),
        ("Vol. 12", 12),
        ("12-13", None),  # two of them
        ("XIV", None),
        ("12345", None),  # no volume is that high
        ("0", None),
    ],
)
def test_number(volume: str, expected: int | None) -> None:
    assert number(volume) == expected
