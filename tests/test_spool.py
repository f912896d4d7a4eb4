"""Findings come out sorted, whether they fitted into memory or not."""

from __future__ import annotations

import random
from array import array
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator import auditing
from validator.finding import Finding
from validator.spool import Spool, order

FINDINGS = [
    Finding(
        "DOI", "m", value=str(i % 7), code=f"DOI00{i % 9}", path=f"{i % 3}.bib", record_number=i
    )
    for i in range(1000)
]


@pytest.mark.parametrize("chunk", [1, 7, 250, 1000, 5000])
def test_sorted_however_many_are_held(chunk: int) -> None:
    spool = Spool(chunk)
    shuffled = FINDINGS[:]
    random.Random(1).shuffle(shuffled)
    for finding in shuffled:
        spool.add(finding)
    assert len(spool) == 1000
    assert list(spool) == sorted(FINDINGS, key=order)
    assert list(spool) == sorted(FINDINGS, key=order)  # as often as wanted


def test_two_readers_at_once() -> None:
    spool = Spool(100)
    for finding in FINDINGS:
        spool.add(finding)
    assert [a == b for a, b in zip(spool, spool, strict=True)] == [True] * 1000


def test_nothing() -> None:
    assert list(Spool()) == []


@given(st.lists(st.integers(0, 12) | st.integers(2**64 - 12, 2**64 - 1)))
def test_fingerprints_that_repeat_are_the_same_few_or_many(numbers: list[int]) -> None:
    expected = {number for number in numbers if numbers.count(number) > 1}
    for many in (auditing.MANY, 0):
        with mock.patch.object(auditing, "MANY", many):
            assert set(auditing.repeated(array("Q", numbers))) == expected
