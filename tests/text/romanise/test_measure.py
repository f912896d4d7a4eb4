"""How names agree across scripts in the shared pairs: the floors below which nothing may fall."""

from __future__ import annotations

import random

import names_across
import pytest
from shared import needs_shared

from validator.text.romanise import Verdict, agreement
from validator.text.romanise.lists import compare_lists

pytestmark = needs_shared

# Matches in percent; Western given names and people with two names are among the pairs, most in
# Hong Kong and Taiwan.
FLOORS = {"zh CN": 97, "zh TW": 65, "zh HK": 52, "zh mixed": 84}

FAULTY = {"zh mixed": 1, "lists": 1}
"""Right pairs that are none: Liu for 李, Zhang for 郑."""


@pytest.fixture(scope="module")
def pairs() -> list[names_across.Pair]:
    return [pair for pair in names_across.pairs("all") if pair.region in FLOORS]


@pytest.mark.parametrize("region", FLOORS)
def test_right_pairs(region: str, pairs: list[names_across.Pair]) -> None:
    of = [pair for pair in pairs if pair.region == region]
    found = [agreement(pair.native, pair.roman, language="zh").verdict for pair in of]
    assert found.count(Verdict.MISMATCH) <= FAULTY.get(region, 0)
    assert 100 * found.count(Verdict.MATCH) / len(of) >= FLOORS[region]


def test_wrong_pairs(pairs: list[names_across.Pair]) -> None:
    chance = random.Random(names_across.SEED)
    wrong = [(a, b) for a in pairs for b in chance.sample(pairs, 15) if a.native != b.native]
    matches = [
        (a.native, b.roman)
        for a, b in wrong
        if a.roman != b.roman and agreement(a.native, b.roman).verdict is Verdict.MATCH
    ]
    assert len(matches) <= len(wrong) / 1000, matches


def test_lists() -> None:
    right = list(names_across.lists())
    found = [compare_lists(native, roman) for native, roman in right]
    assert sum(bool(one.mismatched) for one in found) <= FAULTY["lists"]
    # the rest are transliterated names, bodies and lists of nothing
    assert sum(one.verdict is Verdict.MATCH for one in found) >= 0.91 * len(right)
    for native, _ in right:
        for other, roman in right:
            if len(native) == len(roman) and not set(native) & set(other):
                assert compare_lists(native, roman).verdict is Verdict.UNKNOWN, (native, roman)
