"""The authors of one record in two scripts: their number and their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from validator.finding import Finding, Severity
from validator.record import Name, Parallel, Record
from validator.registry import Example, Examples, rule
from validator.text.names import Kind
from validator.text.script import has_cjk
from validator.text.unicode import fold

from ._examples import both  # noqa: TID251 - of this family
from ._names import (  # noqa: TID251
    Lists,
    is_cut_short,
    is_several,
    lists_of,
    pairs,
    reading,
    texts_of,
    unsplit,
)
from ._other_people import differ  # noqa: TID251
from ._scripts import holds_cjk  # noqa: TID251

COUNT = "{count} authors, but {others} in the other script"
COUNT_AND_WHO = "{count} authors, but {others} in the other script; without a partner: {names}"


def _counts() -> Examples:
    return (
        both("张伟; 李娜", "Zhang, Wei; Li, Na"),
        both("Zhang, Wei; Li, Na", "张伟; 李娜"),
        both("田中太郎; 鈴木花子", "Tanaka, Taro; Suzuki, Hanako"),
        both("김철수", "Kim, Chulsoo"),
        both("张伟; 李娜; 王芳", "Zhang, Wei; et al."),
        both("张伟; 等", "Zhang, Wei; Li, Na; Wang, Fang"),
        both("中国科学院; 张伟", "Zhang, Wei"),  # a body may be left out
        both("张伟; 李娜", "Zhang Wei and Li Na"),  # AUT003
        both("费曼; 希布斯; 张邦固", "Feynman, R. P.; Hibbs, A. R."),  # with the translator
        both("Иванов, И. И.; Петров, П. П.", "Ivanov, I. I."),  # no names of East Asia
        both(
            "张伟; 李娜; 王芳",
            "Zhang, Wei; Wang, Fang",
            COUNT_AND_WHO,
            count=3,
            others=2,
            names="李娜",
        ),
        both("Zhang, Wei; Li, Na", "张伟", COUNT_AND_WHO, count=2, others=1, names="Li, Na"),
        both(
            "陳志明; 林美玲",
            "Chen, Chih-ming; Lin, Mei-ling; Wong, Ka-yan",
            COUNT_AND_WHO,
            count=2,
            others=3,
            names="Wong, Ka-yan",
        ),
        both("김철수; 이영희", "Kim, Chulsoo", COUNT_AND_WHO, count=2, others=1, names="이영희"),
        both(
            "田中太郎; 小鳥遊薫; 佐藤健",
            "Tanaka, Taro; Aoyama, Kei",
            COUNT,
            count=3,
            others=2,
        ),
    )


@rule(
    "CJK005",
    "parallel-author-count",
    severity=Severity.WARNING,
    examples=_counts,
    reads=("author",),
    beyond_ascii=holds_cjk,
)
def parallel_author_count(record: Record) -> Iterator[Finding]:
    """The authors in Chinese, Japanese or Korean characters and those in Latin letters differ in
    number.

    Why: somebody is missing from one of the lists, and is not found or credited there.

    Not found: lists that end in "et al." or 等; lists with organisations, or with several people
    in one name; lists in which less than half of the names agree: a translated book has its foreign
    authors and its translators; editors.

    Source: of 151 real papers with both lists all have as many names in both.
    """
    lists = lists_of(record)
    if lists is None or len(lists.main) == len(lists.other):
        return
    if is_cut_short(lists.main) or is_cut_short(lists.other):
        return
    names = (*lists.main, *lists.other)
    if any(is_several(name) or name.kind is Kind.BODY for name in names):
        return
    paired = pairs(lists)
    shorter = min(len(lists.native), len(lists.roman))
    if 2 * len(paired) < shorter:
        return
    args: dict[str, str | int] = {"count": len(lists.main), "others": len(lists.other)}
    alone = _alone(lists, paired) if len(paired) == shorter else []
    if alone:
        args["names"] = "; ".join(alone)
    value = "; ".join(map(str, lists.main))
    yield Finding("author", COUNT_AND_WHO if alone else COUNT, value, args=args)


def _alone(lists: Lists, paired: Sequence[tuple[int, int, bool]]) -> list[str]:
    """The names that have no partner."""
    native, roman = ({pair[side] for pair in paired} for side in (0, 1))
    return [
        *(unsplit(name) for i, name in enumerate(lists.native) if i not in native),
        *(str(name) for j, name in enumerate(lists.roman) if j not in roman),
    ]


IS_READ = "{native} is read {reading}, not {roman}"
NOT_ONE = "{native} and {roman} are not one name"


def mismatch(names: str, others: str, native: str, reading: str, roman: str) -> Example:
    return both(names, others, IS_READ, native=native, reading=reading, roman=roman)


def _mismatches() -> Examples:
    return (
        both("张伟; 李娜", "Zhang, Wei; Li, Na"),
        both("张伟; 李娜", "Wei Zhang; LI Na"),
        both("单田芳; 曾国藩; 仇英", "Shan, Tianfang; Zeng, Guofan; Qiu, Ying"),  # rare readings
        both("吕蒙; 李娜", "Lyu, Meng; Li, Na"),
        both("黃碧雲; 陳志明", "Wong, Helena; Chan, Chi-ming"),  # a Western given name
        both("林鄭月娥; 陳志明", "Lam, Carrie; Chan, Chi-ming"),  # the husband's name
        both("蔡英文; 馬英九", "Tsai, Ing-wen; Ma, Ying-jeou"),
        both("吳作棟; 李顯龍", "Goh, Chok Tong; Lee, Hsien Loong"),
        both("张伟; 李娜", "Zhang, W.; Li, N."),
        both("郑伟; 林明", "Zeng, Wei; Ling, Ming"),  # zh as z, -n as -ng: by the ear
        both("黎文; 李娜", "Le, Wen; Li, Na"),  # as in Vietnam
        both("김철수; 정민수", "Kim, Chulsoo; Chung, Minsoo"),
        both("娜仁图雅; 李娜", "Tuya, Naren; Li, Na"),
        both("扎西多吉; 李娜", "Dorje, Tashi; Li, Na"),
        both("高罗佩; 李娜", "van Gulik Robert; Li Na"),  # of a Western author, without a dot
        both("戴维·帕特森; 李娜", "Patterson, David; Li, Na"),
        both("田中太郎; 一木豊", "Tanaka, Taro; Ichiki, Minoru"),  # Kanji do not tell
        both("金哲洙; 李英姬", "Kim, Chulsoo; Lee, Younghee"),
        both("反町隆史; 山田花子", "Suzuki, Ichiro; Yamada, Hanako"),
        both("許文榮; 陳志明", "Khor, Boon Eng; Tan, Chee-Beng"),  # the languages of the south
        both("王力宏; 陳建仁", "Wang, Lee-Hom; Chen, Chien-jen"),
        both("이상엽; 윤석열; 김민수", "Lee Sang Yup; Yoon Suk Yeol; Kim Min-su"),  # cut by custom
        both("杨振宁; 王小云", "Yang Chen Ning; Wang Xiaoyun"),
        both("陳志明; 蕭鳳霞", "Chan, Chi-ming; Siu, Helen F."),
        both("游俊豪; 陳志明", "Yow, Cheun Hoe; Tan, Chee-Beng"),  # one letter off Yew
        both("鲁迅", "Zhou, Shuren; Xu, Guangping"),  # CJK005
        both(
            "鲁迅; 许广平", "Zhou, Shuren; Qian, Xuantong"
        ),  # other people: perhaps of another work
        both("李明; 王芳", "Wang, Fang; Li, Ming"),  # CJK016
        mismatch("张三; 李娜", "Li, Si; Li, Na", "张三", "zhang san", "Li, Si"),
        mismatch(
            "王芳; 张三; 李娜", "Wang, Fang; Zhao, Liu; Li, Na", "张三", "zhang san", "Zhao, Liu"
        ),
        mismatch("Li, Na; Zhao, Liu", "李娜; 张三", "张三", "zhang san", "Zhao, Liu"),
        mismatch("欧阳修; 李娜", "Zhao, Liu; Li, Na", "欧阳修", "ouyang xiu", "Zhao, Liu"),
        mismatch(
            "陳志明; 林美玲",
            "Chen, Chih-ming; Huang, Kuo-chang",
            "林美玲",
            "lin meiling",
            "Huang, Kuo-chang",
        ),
        mismatch(
            "김철수; 이영희",
            "Park, Hyunwoo; Lee, Younghee",
            "김철수",
            "kim cheolsu",
            "Park, Hyunwoo",
        ),
        mismatch(
            "石禮謙; 陳志明",
            "Fan, Gary; Chan, Chi-ming",
            "石禮謙",
            "shi liqian",
            "Fan, Gary",
        ),
        mismatch(
            "黃毓民; 陳志明",
            "Leung, Chun-ying; Chan, Chi-ming",
            "黃毓民",
            "huang yumin",
            "Leung, Chun-ying",
        ),
        both(
            "陳方安生; 梁振英",
            "Kwok, Ka-ki; Leung, Chun-ying",
            NOT_ONE,
            native="陳方安生",
            roman="Kwok, Ka-ki",
        ),
        mismatch(  # the family is right, and nothing else
            "汪道涵; 蔡英文",
            "Wang, Chien-Ming; Tsai, Ing-wen",
            "汪道涵",
            "wang",
            "Wang, Chien-Ming",
        ),
        mismatch("李娜; 王芳", "Liu, Na; Wang, Fang", "李娜", "li na", "Liu, Na"),
        mismatch("郑凯; 王芳", "Kai Feng; Fang Wang", "郑凯", "zheng kai", "Feng, Kai"),
        mismatch("欧阳修; 李娜", "Huangfu, Xiu; Li, Na", "欧阳修", "ouyang xiu", "Huangfu, Xiu"),
        mismatch(
            "김철수; 이영희",
            "Kim, Chulsoo; Choi, Younghee",
            "이영희",
            "lee yeonghui",
            "Choi, Younghee",
        ),
        Example(  # in parts
            Record(
                author=(Name("李", "娜"), Name("王", "芳")),
                parallel=Parallel(author=(Name("Liu", "Na"), Name("Wang", "Fang"))),
            ),
            (IS_READ.format(native="李娜", reading="li na", roman="Liu, Na"),),
        ),
        mismatch("张三", "Zhao, Liu", "张三", "zhang san", "Zhao, Liu"),
        both("李敏勇", "Li, Tsung-Yu"),  # of one family: nothing else says that it is this work
        both("李敏勇; 黃碧雲", "Li, Tsung-Yu; Wong, Helena"),
        both(
            "汪東城; 蔡英文", "Wang, Jiro; Tsai, Ing-wen"
        ),  # a given name of the West, or of Japan
        both("李國麟; 蔡英文", "Lee, Kwok-lam; Tsai, Ing-wen"),  # -n heard as -m
        mismatch("陳志明", "Leung, Chun-ying", "陳志明", "chen zhiming", "Leung, Chun-ying"),
        both("陳志明", "Leung, Tommy"),  # perhaps her husband's name
        mismatch("김철수", "Park, Hyunwoo", "김철수", "kim cheolsu", "Park, Hyunwoo"),
        both("김철수", "Kim, Hyunwoo"),  # of one family: nothing else says that it is another's
        mismatch(  # one family name in place is enough where the other is another one
            "謝偉俊; 陳家洛",
            "Kwan, Rosamund; Chan, Kenneth",
            "謝偉俊",
            "xie weijun",
            "Kwan, Rosamund",
        ),
        mismatch(  # Chen is a piece of the given name
            "陳雲林; 蔡英文",
            "Chou, Tien-chen; Tsai, Ing-wen",
            "陳雲林",
            "chen yunlin",
            "Chou, Tien-chen",
        ),
        mismatch(  # a frequent family name is no slip of another
            "李小龍; 蔡英文", "Lam, Carrie; Tsai, Ing-wen", "李小龍", "li xiaolong", "Lam, Carrie"
        ),
        mismatch(  # of one family, each syllable begins or ends in another way
            "李敏勇; 蔡英文", "Li, Tsung-Yu; Tsai, Ing-wen", "李敏勇", "li", "Li, Tsung-Yu"
        ),
        mismatch(  # by initials
            "张伟; 李娜; 王芳", "Zhang W; Zhao X; Wang F", "李娜", "li na", "Zhao, X"
        ),
        mismatch(
            "陳志明; 林美玲; 李家豪",
            "Chan CM; Wong KP; Lee KH",
            "林美玲",
            "lin meiling",
            "Wong, KP",
        ),
        mismatch(  # with Western authors
            "张伟; 李娜; 约翰·史密斯; Brown, Tim",
            "Zhang, Wei; Zhao, Liu; Smith, John; Brown, Tim",
            "李娜",
            "li na",
            "Zhao, Liu",
        ),
        both("张伟; 李娜", "Zhang, W.; Zhao, L."),  # one family name is no proof
    )


@rule(
    "CJK006",
    "parallel-author-mismatch",
    severity=Severity.WARNING,
    examples=_mismatches,
    reads=("author",),
    beyond_ascii=holds_cjk,
)
def parallel_author_mismatch(record: Record) -> Iterator[Finding]:
    """An author's name in Chinese or Korean characters is not that in Latin letters at its place.

    Why: one of the two lists names somebody who did not write the work.

    Not found: lists of different length; lists in which less than half of the other names agree,
    which may be of another work (of Western ones only those in both lists count); readings and
    spellings of any region, a Western given name, a husband's name, initials; names of Mongols,
    Tibetans, Uyghurs and others that are not spelt by their characters; Japanese names in Kanji,
    which do not tell how they are read. A single author is doubted only where family names differ
    and the given names have a syllable in common at most, outside the Mainland none. Of names
    of one family only a given name with a hyphen is doubted that begins and ends otherwise in each
    syllable: southern languages spell in too many ways.

    Source: GB/T 28039-2011; readings of Unihan. No right list of 151 is doubted.
    """
    from validator.text.romanise.lists import align

    lists = lists_of(record)
    if lists is None or len(lists.native) != len(lists.roman):
        return
    aligned = align(*texts_of(lists), language=lists.language)
    pairs_of = [
        (lists.native[one.native], lists.roman[one.native], one.agreement.verdict.value)
        for one in aligned
        if one.native == one.roman
    ]
    foreign = sum(_is_foreign(native) for native in lists.native)
    same = sum(_is_same(native, roman) for native, roman, _ in pairs_of)
    others = len(aligned) - foreign + same - 1
    in_place = [verdict for *_, verdict in pairs_of]
    agreeing = in_place.count("match") + in_place.count("surname-only") + same
    families = in_place.count("surname-only")
    whole = "match" in in_place or same > 0
    if 2 * agreeing < others:
        return
    alone = len(aligned) == 1
    for one in aligned:
        if one.native != one.roman:
            continue
        native, roman = lists.native[one.native], lists.roman[one.native]
        proved = whole or families - (one.agreement.verdict == "surname-only") >= ALIKE
        if not differ(one.agreement, native, roman, alone=alone, whole=proved):
            continue
        args = {"native": unsplit(native), "roman": str(roman)}
        read = one.agreement.reading or reading(unsplit(native))
        if read:
            args["reading"] = read
        value = str(lists.main[one.native])
        yield Finding("author", IS_READ if read else NOT_ONE, value, args=args, index=one.native)


ALIKE = 2
"""So many other family names in place, with the right initials, tell a list of the same people."""


def _is_foreign(name: Name) -> bool:
    """Whether a name among Chinese ones is in Latin letters, or written by its sound."""
    text = str(name)
    return not has_cjk(text) or "·" in text


def _is_same(native: Name, roman: Name) -> bool:
    """Whether a Western author stands in Latin letters in both lists."""
    return not has_cjk(str(native)) and fold(str(native)) == fold(str(roman))
