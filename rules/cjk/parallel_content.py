"""What a title and its parallel title say otherwise: years, parts, numbered things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from unicodedata import normalize

from validator.finding import Finding, Severity
from validator.record import Parallel, Record
from validator.registry import Example, Examples, rule
from validator.text.han import number
from validator.text.patterns import lazy
from validator.text.script import HAN, HANGUL, KANA, has_cjk, unquoted

from ._scripts import LONGEST, has_parallel_title  # noqa: TID251 - of this family

YEARS = "the titles name other years: {here}, and {there}"
PARTS = "the titles are of other parts: {here}, and {there}"
THINGS = "the titles name other things: {here}, and {there}"
UNTRANSLATED = "the parallel title is not translated to its end: {words}"


def beside(title: str, parallel: str, says: str = "", /, **args: str) -> Example:
    record = Record(title=title, parallel=Parallel(title=parallel))
    return Example(record, (says.format(**args),) if says else ())


def _contents() -> Examples:
    return (
        # clean
        beside("中国城市化的进程：1990—2010年", "Urbanization in China, 1990-2010"),
        beside("抗战时期的文学（1937—1945）", "Literature of the war, 1937-45"),  # years cut short
        beside("2008年金融危机的影响", "Effects of the 2008-2009 financial crisis"),
        beside("中国城市化的进程", "Urbanization in China, 1990-2010"),  # one side alone
        beside("民国二十六年的上海", "Shanghai in 1937"),
        beside("20世纪80年代的文学", "Literature of the 1980s"),
        beside("1500 m高程的土壤", "Soils at 1500 m"),
        beside("水稻の研究（第2報）", "Studies on rice II"),
        beside("论语言的起源（三）", "On the origin of language (Part 3)"),
        beside("论语言的起源（上）", "On the origin of language (I)"),
        beside("大气PM2.5的来源", "Sources of fine particles"),
        beside("CO2与CH4的排放", "Emissions of CH4 and CO2"),
        beside("IL-6和TNF-α的表达", "Expression of interleukin 6 and TNF-α"),
        beside("V2O5纳米线的制备", "Synthesis of V₂O₅ nanowires"),
        beside("《史记·项羽本纪》的叙事", "Narration in the 《史记·项羽本纪》"),  # quoted
        beside("论“道可道”", "On the words 道可道 in the Laozi"),
        beside(
            "新加坡南洋大学史", "A history of Nanyang University 南洋大学 in Singapore"
        ),  # a name
        beside("数字人文", "數位人文"),
        beside("L'économie de 1990", "The economy of 1995"),  # none of East Asia
        # at odds
        beside(
            "中国城市化的进程：1990—2010年",
            "Urbanization in China: 1990-2015",
            YEARS,
            here="1990, 2010",
            there="1990, 2015",
        ),
        beside("2019年的疫情", "The epidemic of 2020", YEARS, here="2019", there="2020"),
        beside(
            "论语言的起源（二）",
            "On the origin of language (III)",
            PARTS,
            here="（二）",
            there="(III)",
        ),
        beside(
            "水稻の研究（第2報）",
            "Studies on rice, Part 3",
            PARTS,
            here="（第2報）",
            there="Part 3",
        ),
        beside("大气PM2.5的来源", "Sources of PM10", THINGS, here="PM2.5", there="PM10"),
        beside("Q345钢的疲劳", "Fatigue of Q235 steel", THINGS, here="Q345", there="Q235"),
        beside(
            "黄土高原植被恢复对土壤水分的影响",
            "Effects of 植被恢复 on soil moisture in the Loess Plateau",
            UNTRANSLATED,
            words="植被恢复",
        ),
        beside(
            "도시 재생 사업의 효과",
            "Effects of 도시 재생 사업의 in Seoul",
            UNTRANSLATED,
            words="도시 재생 사업의",
        ),
    )


_YEAR = lazy(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d.,]\d|\d|\s?(?:m|km|kg|g|t|℃|°C|MPa|Hz|nm)\b)")
_THING = lazy(r"(?<![A-Za-z0-9])([A-Za-z]{1,8})[-–_]?(\d+(?:\.\d+)?)(?![\d])")
_PART = lazy(
    r"[(（](?:第|제|その|之)?(?P<native>[一二三四五六七八九十]{1,3}|\d{1,2}|[IVX]{1,4})[報报编編部篇보]?[)）]$"
)
_ROMAN_PART = lazy(
    r"(?:[(（](?:Part )?(?P<in>[IVX]{1,4}|\d{1,2})[)）]|\bPart (?P<of>[IVX]{1,4}|\d{1,2}))$"
)
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_LEFT = lazy(f"[{HAN}{KANA}{HANGUL}](?:[{HAN}{KANA}{HANGUL} ]*[{HAN}{KANA}{HANGUL}])?")
_WORD = lazy(r"\b[a-z]{2,}\b")
_LEAST = 4  # characters left over: fewer are a term that the work is about
_WORDS = 2  # words in Latin letters beside it that make a translation


@rule(
    "CJK010",
    "parallel-title-content",
    severity=Severity.INFO,
    examples=_contents,
    reads=("title",),
    screen=has_parallel_title,
)
def parallel_title_content(record: Record) -> Iterator[Finding]:
    """A title and its parallel title name other years, other parts, or other things of one kind
    (PM2.5 and PM10), or the parallel title holds words that were not translated.

    Why: one of the two is of another work, or was not finished, and each is cited and found alone.

    Not found: what one side names and the other does not; years of eras and decades; numbers that
    are none of years, which languages round and convert; words of less than four characters, in
    quotation marks or behind their translation.

    Source: GB/T 7713.2, which wants both titles to say the same.
    """
    title, parallel = record.title, record.parallel.title
    if len(title) > LONGEST or len(parallel) > LONGEST or not has_cjk(title + parallel):
        return
    here, there = normalize("NFKC", title), normalize("NFKC", parallel)
    for template, one, other in (
        (YEARS, *_unlike(_years(here), _years(there))),
        (PARTS, *_parts(title, parallel)),
        (THINGS, *_things(here, there)),
    ):
        if one:
            yield Finding("title", template, title, args={"here": one, "there": other})
    if words := _left_over(title, parallel):
        yield Finding("title", UNTRANSLATED, parallel, args={"words": words})


def _years(text: str) -> list[str]:
    return sorted(set(_YEAR.findall(text)))


def _unlike(here: list[str], there: list[str]) -> tuple[str, str]:
    """Both lists in words where each has what the other has not; else nothing."""
    if set(here) <= set(there) or set(there) <= set(here):
        return "", ""
    return ", ".join(here), ", ".join(there)


def _parts(title: str, parallel: str) -> tuple[str, str]:
    """The marks of a part at the end of both titles, where they are of other numbers."""
    native, roman = _PART.search(title), _ROMAN_PART.search(parallel)
    if native is None or roman is None:
        return "", ""
    one, other = _value(native["native"]), _value(roman["in"] or roman["of"])
    return ("", "") if one == other or None in (one, other) else (native[0], roman[0])


def _value(text: str) -> int | None:
    if text in _ROMAN:
        return _ROMAN.index(text)
    return int(text) if text.isdecimal() else number(text)


def _things(here: str, there: str) -> tuple[str, str]:
    """Letters with other numbers on both sides: PM2.5 and PM10."""
    one, other = _numbered(here), _numbered(there)
    for letters in sorted(one.keys() & other.keys()):
        if one[letters].keys().isdisjoint(other[letters]):
            return ", ".join(one[letters].values()), ", ".join(other[letters].values())
    return "", ""


def _numbered(text: str) -> Mapping[str, dict[str, str]]:
    """Letters with a number behind them: the letters -> the numbers -> as they are written."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for match in _THING.finditer(text):
        found[match[1].casefold()].setdefault(match[2], match[0])
    return found


def _left_over(title: str, parallel: str) -> str:
    """Words of the title that stand in a parallel title in Latin letters, a translation around
    them and none of their own before them."""
    plain = unquoted(parallel)
    if not has_cjk(plain) or len(_WORD.findall(plain)) < _WORDS:
        return ""
    for found in _LEFT.finditer(plain):
        words = found[0]
        before = plain[: found.start()].rstrip()
        if len(words.replace(" ", "")) < _LEAST or words not in title:
            continue
        if not before.split()[-1:] or not before.split()[-1][:1].isupper():
            return words
    return ""
