"""Faults of names in two scripts: lists that do not agree, parts swapped, both forms in one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from planting.forms import Plant, Planted, form, words
from planting.tools import script
from validator.record import Name, Parallel, Record

People = list[tuple[Name, Name]]
Spoil = Callable[[People, Random], tuple[list[Name], list[Name]] | None]

# family and given name, both ways
CHINESE = words(
    "张/伟/Zhang/Wei | 李/晓红/Li/Xiaohong | 王/建国/Wang/Jianguo | 欧阳/明/Ouyang/Ming"
    " | 陈/思远/Chen/Siyuan | 刘/芳/Liu/Fang | 赵/敏/Zhao/Min | 单/雪梅/Shan/Xuemei"
    " | 周/志强/Zhou/Zhiqiang | 吴/海燕/Wu/Haiyan | 司马/青/Sima/Qing | 曾/宪章/Zeng/Xianzhang"
    " | 吕/文博/Lyu/Wenbo | 仇/正雄/Qiu/Zhengxiong | 朱/亚楠/Zhu/Yanan | 解/丽君/Xie/Lijun"
    " | 孙/凯/Sun/Kai | 高/玉峰/Gao/Yufeng | 任/静怡/Ren/Jingyi | 翟/鹏/Zhai/Peng"
)
TAIWAN = words(
    "林/志豪/Lin/Chih-hao | 蔡/美玲/Tsai/Mei-ling | 許/家維/Hsu/Chia-wei | 張/淑芬/Chang/Shu-fen"
    " | 謝/宗翰/Hsieh/Tsung-han | 周/怡君/Chou/Yi-chun | 鄭/文燦/Cheng/Wen-tsan"
    " | 丁/俊傑/Ting/Chun-chieh"
)
HONG_KONG = words(
    "陳/志明/Chan/Chi-ming | 黃/嘉欣/Wong/Ka-yan | 梁/偉文/Leung/Wai-man | 何/詠詩/Ho/Wing-sze"
    " | 鄧/國強/Tang/Kwok-keung | 葉/淑儀/Yip/Suk-yee | 張/學明/Cheung/Hok-ming"
    " | 劉/慧卿/Lau/Wai-hing"
)
KOREAN = words(
    "김/철수/Kim/Chulsoo | 이/영희/Lee/Younghee | 박/지훈/Park/Jihoon | 최/민정/Choi/Minjung"
    " | 정/현우/Jung/Hyunwoo | 강/수진/Kang/Sujin | 윤/태호/Yoon/Taeho | 임/은경/Lim/Eunkyung"
)
JAPANESE = words(
    "田中/太郎/Tanaka/Taro | 鈴木/花子/Suzuki/Hanako | 佐藤/健一/Sato/Kenichi"
    " | 山本/美咲/Yamamoto/Misaki"
    " | 高橋/直樹/Takahashi/Naoki | 中村/由美/Nakamura/Yumi | 小林/誠/Kobayashi/Makoto"
)
BY_LANGUAGE = {"zh": (CHINESE, CHINESE, TAIWAN, HONG_KONG), "ko": (KOREAN,), "ja": (JAPANESE,)}


def _people(language: str, random: Random, least: int = 1) -> People:
    rows = random.choice(BY_LANGUAGE[language])
    chosen = [row.split("/") for row in random.sample(rows, random.randint(least, 5))]
    boxed = random.random() < 0.5
    return [
        (Name(a, b) if boxed else Name(literal=a + b), Name(family, given))
        for a, b, family, given in chosen
    ]


def _planted(
    record: Record, random: Random, spoil: Spoil, *, least: int = 1, only: tuple[str, ...] = ()
) -> Planted:
    language = record.language[:2].lower()
    if language not in (only or BY_LANGUAGE) or script(record.title) not in ("cjk", "hangul"):
        return None
    people = _people(language, random, least)
    native, roman = ([pair[side] for pair in people] for side in (0, 1))
    spoilt = spoil(people, random)
    if spoilt is None:
        return None
    parallel = replace(record.parallel, author=tuple(roman))
    before = replace(record, author=tuple(native), parallel=parallel)
    after = replace(record, author=tuple(spoilt[0]), parallel=_with(parallel, spoilt[1]))
    return Plant((before,), (after,))


def _with(parallel: Parallel, names: list[Name]) -> Parallel:
    return replace(parallel, author=tuple(names))


def _sides(people: People) -> tuple[list[Name], list[Name]]:
    return [native for native, _ in people], [roman for _, roman in people]


def _dropped(people: People, random: Random) -> tuple[list[Name], list[Name]]:
    sides = _sides(people)
    side = random.choice(sides)
    del side[random.randrange(len(side))]
    return sides


def _added(people: People, random: Random) -> tuple[list[Name], list[Name]]:
    native, roman = _sides(people)
    roman.insert(random.randrange(len(roman) + 1), Name("Deng", "Zhaoxia"))
    return native, roman


@form("CJK005", "one name dropped")
def _(record: Record, random: Random) -> Planted:
    return _planted(record, random, _dropped, least=2)


@form("CJK005", "one name too many")
def _(record: Record, random: Random) -> Planted:
    return _planted(record, random, _added)


def _another(people: People, random: Random) -> tuple[list[Name], list[Name]]:
    native, roman = _sides(people)
    _, _, family, given = random.choice(OTHERS).split("/")
    roman[random.randrange(len(roman))] = Name(family, given)
    return native, roman


OTHERS = words(
    "邓/朝霞/Deng/Zhaoxia | 龚/炳坤/Gong/Bingkun | 范/若兰/Fan/Ruolan | 贺/云飞/He/Yunfei"
    " | 卢/佩珊/Lu/Peishan | 蒋/东旭/Jiang/Dongxu | 余/庆龙/Yu/Qinglong | 魏/书婷/Wei/Shuting"
)


@form("CJK006", "the name of another person")
def _(record: Record, random: Random) -> Planted:
    return _planted(record, random, _another, least=2, only=("zh",))


@form("CJK006", "the given name of another person")
def _(record: Record, random: Random) -> Planted:
    def other_given(people: People, random: Random) -> tuple[list[Name], list[Name]] | None:
        native, roman = _sides(people)
        if not all(name.given.isalpha() for name in roman):
            return None  # in Hong Kong and Taiwan a second given name is usual
        *_, given = random.choice(OTHERS).split("/")
        at = random.randrange(len(roman))
        roman[at] = Name(roman[at].family, given)
        return native, roman

    return _planted(record, random, other_given, least=2, only=("zh",))


FAMILIES = {"zh": words("Feng | Liu | Huangfu | Song"), "ko": words("Choi | Park | Hwang | Kwon")}


@form("CJK006", "another family name, the same given name")
def _(record: Record, random: Random) -> Planted:
    language = record.language[:2].lower()

    def other_family(people: People, random: Random) -> tuple[list[Name], list[Name]] | None:
        native, roman = _sides(people)
        if not all(name.given.isalpha() for name in roman):
            return None  # in Pinyin and Korean alone
        at = random.randrange(len(roman))
        family = random.choice(FAMILIES[language])
        if family == roman[at].family:
            return None
        roman[at] = Name(family, roman[at].given)
        return native, roman

    return _planted(record, random, other_family, least=2, only=("zh", "ko"))


def _turned(people: People, random: Random) -> tuple[list[Name], list[Name]] | None:
    native, roman = _sides(people)
    random.shuffle(roman)
    families = [name.family for name in roman]
    is_same = roman == [name for _, name in people]
    return None if is_same or families == sorted(families) else (native, roman)


@form("CJK016", "another order")
def _(record: Record, random: Random) -> Planted:
    return _planted(record, random, _turned, least=2)


def _swapped(people: People, random: Random) -> tuple[list[Name], list[Name]]:
    native, roman = _sides(people)
    at = random.randrange(len(roman))
    roman[at] = Name(roman[at].given, roman[at].family)
    return native, roman


def _all_swapped(people: People, random: Random) -> tuple[list[Name], list[Name]]:
    native, roman = _sides(people)
    return native, [Name(name.given, name.family) for name in roman]


def _native_swapped(people: People, random: Random) -> tuple[list[Name], list[Name]] | None:
    native, roman = _sides(people)
    at = random.randrange(len(native))
    if native[at].literal:
        return None
    native[at] = Name(native[at].given, native[at].family)
    return native, roman


@form("CJK001", "parts of a romanised name swapped")
def _(record: Record, random: Random) -> Planted:
    return _planted(record, random, _swapped)


@form("CJK001", "parts of all romanised names swapped")
def _(record: Record, random: Random) -> Planted:
    return _planted(record, random, _all_swapped)


@form("CJK001", "parts of a native name swapped")
def _(record: Record, random: Random) -> Planted:
    return _planted(record, random, _native_swapped, only=("zh", "ko"))


COMPOUND = words(
    "欧/阳明远 | 司/马青云 | 诸/葛文 | 上/官婉 | 皇/甫雪 | 歐/陽志明 | 司/徒偉明 | 慕/容晓"
)


@form("CJK001", "a compound family name cut")
def _(record: Record, random: Random) -> Planted:
    if record.language[:2] != "zh" or not record.author:
        return None
    family, given = random.choice(COMPOUND).split("/")
    at = random.randrange(len(record.author))
    names = (*record.author[:at], Name(family, given), *record.author[at + 1 :])
    return replace(record, author=names)


KOREAN_COMPOUND = words(
    "남/궁억/Namgung/Eok | 선/우휘/Sunwoo/Hwi | 제/갈현/Jegal/Hyun | 황/보관/Hwangbo/Kwan"
    " | 독/고영재/Dokgo/Youngjae | 사/공일/Sagong/Il"
)


@form("CJK001", "a Korean compound family name cut")
def _(record: Record, random: Random) -> Planted:
    def cut(people: People, random: Random) -> tuple[list[Name], list[Name]]:
        native, roman = _sides(people)
        first, rest, family, given = random.choice(KOREAN_COMPOUND).split("/")
        at = random.randrange(len(native))
        native[at], roman[at] = Name(first, rest), Name(family, given)
        return native, roman

    return _planted(record, random, cut, only=("ko",))


@form("CJK001", "the boxes of a Japanese name swapped")
def _(record: Record, random: Random) -> Planted:
    if record.language[:2] != "ja" or not record.author:
        return None
    family = random.choice(words("田中 | 鈴木 | 佐々木 | 高橋 | 渡辺"))
    given = random.choice(words("太郎 | 花子 | 健太郎 | 由美 | 和夫"))
    at = random.randrange(len(record.author))
    names = (*record.author[:at], Name(given, family), *record.author[at + 1 :])
    return replace(record, author=names)


@form("CJK001", "a comma in a name of one piece")
def _(record: Record, random: Random) -> Planted:
    if record.language[:2] != "zh" or not record.author:
        return None
    family, given, *_ = random.choice(CHINESE + TAIWAN).split("/")
    at = random.randrange(len(record.author))
    if len(family) > 1:
        return None
    text = family + random.choice((", ", "，", ",")) + given
    return replace(
        record, author=(*record.author[:at], Name(literal=text), *record.author[at + 1 :])
    )


@form("CJK003", "each person twice, side by side")
def _(record: Record, random: Random) -> Planted:
    def twice(people: People, random: Random) -> tuple[list[Name], list[Name]]:
        return [name for pair in people for name in pair], []

    return _planted(record, random, twice)


@form("CJK003", "one list behind the other")
def _(record: Record, random: Random) -> Planted:
    def behind(people: People, random: Random) -> tuple[list[Name], list[Name]]:
        sides = list(_sides(people))
        random.shuffle(sides)
        return [*sides[0], *sides[1]], []

    return _planted(record, random, behind)


FORMS_OF_BOTH = (
    "{0} ({1})",
    "{1} ({0})",
    "{0}（{1}）",
    "{1}（{0}）",
    "{0} {1}",
    "{1} {0}",
    "{0}/{1}",
)


@form("CJK003", "both forms in one string")
def _(record: Record, random: Random) -> Planted:
    def joined(people: People, random: Random) -> tuple[list[Name], list[Name]]:
        native, roman = _sides(people)
        at = random.randrange(len(native))
        whole = native[at].literal or native[at].family + native[at].given
        parts = [roman[at].family, roman[at].given]
        random.shuffle(parts)
        native[at] = Name.parse(random.choice(FORMS_OF_BOTH).format(whole, " ".join(parts)))
        return native, []

    return _planted(record, random, joined)
