"""Author lists in two scripts."""

from __future__ import annotations

import pytest

from validator.text.romanise import Verdict
from validator.text.romanise.lists import align, compare_lists

ZH = ["张伟", "李娜", "王芳"]

LISTS = [
    (ZH, ["Zhang, Wei", "Li, Na", "Wang, Fang"], True, (), False),
    (ZH, ["Wang, Fang", "Zhang, Wei", "Li, Na"], True, (), True),  # the same in another order
    (ZH, ["Zhang, Wei", "Liu, Yang", "Wang, Fang"], False, (1,), False),
    (["张伟", "李娜"], ["Zhang Wei", "Zhou Jie"], False, (1,), False),
    (["张伟"], ["Zhou Jie"], False, (), False),  # nothing beside it says that the lists belong
    (["张伟", "李娜"], ["Zhao Jun", "Zhou Jie"], False, (), False),  # nor here
    (ZH, ["Zhang, Wei", "Li, Na"], False, (), False),  # one is left out: two of three
    ([*ZH, "刘洋"], ["Zhang, Wei", "Wang, Fang", "Liu, Yang"], True, (), False),  # three of four
    (["黃碧雲", "梁振英"], ["Helena WONG", "LEUNG Chun-ying"], True, (), False),
    (["黃碧雲"], ["Helena WONG"], False, (), False),  # a family name alone proves nothing
    (["李约瑟", "张伟", "李娜", "王芳"], ["Joseph Needham", "Zhang W", "Li Na", "Wang Fang"],
     True, (), False),
    ([], [], False, (), False),
    (["张伟"], [], False, (), False),
]  # fmt: skip


@pytest.mark.parametrize(("native", "roman", "same", "mismatched", "turned"), LISTS)
def test_compare_lists(
    native: list[str], roman: list[str], same: bool, mismatched: tuple[int, ...], turned: bool
) -> None:
    found = compare_lists(native, roman)
    assert (found.verdict is Verdict.MATCH) == same
    assert found.mismatched == mismatched
    assert found.is_turned == turned
    assert [one.native for one in found.aligned] == list(range(len(native)))


def test_align_leaves_nobody_twice() -> None:
    found = align(["张伟", "张玮", "张炜"], ["Wei Zhang", "Wei Zhang", "Na Li", "Ming Xu"])
    assert [one.roman for one in found] == [0, 1, 2]
    assert align(["张伟", "李娜"], ["Li Na"])[1].roman == 0


def test_a_long_list_is_compared_in_place() -> None:
    names = ["张伟"] * 3000
    assert compare_lists(names, ["Zhang Wei"] * 3000).verdict is Verdict.MATCH
    assert compare_lists(names, ["Li Na"] * 2999).verdict is Verdict.UNKNOWN
