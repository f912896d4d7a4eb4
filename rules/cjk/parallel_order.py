"""The authors of one record in two scripts: their order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Examples, rule
from validator.text.unicode import fold

from ._examples import both  # noqa: TID251 - of this family
from ._names import Lists, lists_of, pairs, written  # noqa: TID251
from ._other_people import differ  # noqa: TID251
from ._scripts import holds_cjk  # noqa: TID251

if TYPE_CHECKING:
    from validator.text.romanise import Agreement

ORDER = "the same people in another order in the other script: {names}"


def _orders() -> Examples:
    return (
        both("张伟; 李娜; 王芳", "Zhang, Wei; Li, Na; Wang, Fang"),
        both("张伟; 李娜; 陈明", "Chen, Ming; Li, Na; Zhang, Wei"),  # by the alphabet
        both("张伟; 李娜; 陈明", "Li, Na; Zhang, Wei; Zhao, Liu"),  # not the same people
        both("王伟; 王玮", "Wang, Wei; Wang, Wei"),
        both("田中太郎; 鈴木花子", "Tanaka, Taro; Suzuki, Hanako"),
        both(
            "张伟; 李娜; 王芳",
            "Zhang, Wei; Wang, Fang; Li, Na",
            ORDER,
            names="Zhang, Wei; Wang, Fang; Li, Na",
        ),
        both("张伟; 李娜", "Li, Na; Zhang, Wei", ORDER, names="Li, Na; Zhang, Wei"),
        both(  # the given names alone stand by the alphabet
            "洪涛; 雷鸣; 康健",
            "Kang Jian; Lei Ming; Hong Tao",
            ORDER,
            names="Jian, Kang; Ming, Lei; Tao, Hong",
        ),
        both("Zhang, Wei; Li, Na", "李娜; 张伟", ORDER, names="李娜; 张伟"),
        both(
            "黃碧雲; 陳志明; 林美玲",
            "Lam, May-ling; Wong, Helena; Chan, Chi-ming",
            ORDER,
            names="Lam, May-ling; Wong, Helena; Chan, Chi-ming",
        ),
        both(
            "田中太郎; 鈴木花子; 佐藤健",
            "Suzuki, Hanako; Tanaka, Taro; Sato, Takeru",
            ORDER,
            names="Suzuki, Hanako; Tanaka, Taro; Sato, Takeru",
        ),
        both(
            "김철수; 이영희",
            "Lee, Younghee; Kim, Chulsoo",
            ORDER,
            names="Lee, Younghee; Kim, Chulsoo",
        ),
    )


@rule(
    "CJK016",
    "parallel-author-order",
    severity=Severity.INFO,
    examples=_orders,
    reads=("author",),
    beyond_ascii=holds_cjk,
)
def parallel_author_order(record: Record) -> Iterator[Finding]:
    """The authors in Latin letters stand in another order than those in Chinese, Japanese or Korean
    characters.

    Why: the first author is cited for all, and is another one in each script.

    Not found: three and more names in the order of the alphabet, as some journals have them; lists
    in which a name has no partner.

    Source: the lists of authors of Chinese journals, which print both in one order.
    """
    lists = lists_of(record)
    if lists is None or len(lists.native) != len(lists.roman):
        return
    if not _is_turned(lists):
        return
    if len(lists.roman) > 2 and _is_sorted(lists):
        return
    value, names = ("; ".join(map(str, side)) for side in (lists.main, lists.other))
    yield Finding("author", ORDER, value, args={"names": names})


def _is_turned(lists: Lists) -> bool:
    """Whether all names have a partner, some of them at another place. One name of three and more
    need not agree, if it is not another person's."""
    paired = pairs(lists)
    crossed = sum(whole for i, j, whole in paired if i != j)
    if len(paired) == len(lists.native):
        return crossed > 0
    places = range(len(lists.native))
    native = [i for i in places if i not in {pair[0] for pair in paired}]
    roman = [j for j in places if j not in {pair[1] for pair in paired}]
    agreeing = 0
    for i in list(native):
        for j in roman:
            if _agreement(lists, i, j).verdict == "surname-only":
                native.remove(i)
                roman.remove(j)
                agreeing += 1
                break
    if crossed + agreeing < MANY:
        return False
    if not native:
        return True
    if len(native) > 1:
        return False
    found = _agreement(lists, native[0], roman[0])
    return not differ(found, lists.native[native[0]], lists.roman[roman[0]])


MANY = 2
"""So many names at another place tell another order, where not all names agree as a whole."""


def _agreement(lists: Lists, native: int, roman: int) -> Agreement:
    from validator.text.romanise import agreement

    one, other = str(lists.native[native]), written(lists.roman[roman])
    return agreement(one, other, language=lists.language)


def _is_sorted(lists: Lists) -> bool:
    """Whether the romanised names stand in the order of the alphabet, by the parts that native
    names prove to be family names: the last word of a name without a comma is one by custom."""
    families = [fold(name.family or name.literal) for name in lists.roman]
    for i, j, _ in pairs(lists):
        family = _agreement(lists, i, j).reading.partition(" ")[0]
        words = fold(written(lists.roman[j])).replace(",", "").split()
        families[j] = family if family in words else families[j]
    return families == sorted(families)
