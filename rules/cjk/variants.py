"""Simplified and traditional characters in one value."""

from __future__ import annotations

from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Record, csl_name
from validator.registry import Example, Examples, rule
from validator.text.han import japanese_only, simplified_only, traditional_only
from validator.text.languages import language_of
from validator.text.patterns import lazy
from validator.text.script import KANA, unquoted

from ._scripts import LONGEST, holds_cjk  # noqa: TID251 - of this family

MIXED = "simplified {simplified} and traditional {traditional} in one value"


def titled(title: str, simplified: str = "", traditional: str = "", **values: str) -> Example:
    record = Record(title=title, **values)  # type: ignore[arg-type]
    args = {"simplified": simplified, "traditional": traditional}
    return Example(record, (MIXED.format(**args),) if simplified else ())


def chinese(title: str, simplified: str = "", traditional: str = "") -> Example:
    return titled(title, simplified, traditional, language="zh")


def _variants() -> Examples:
    return (
        # clean
        titled("计算机图书馆发展研究"),
        titled("計算機圖書館發展研究"),
        titled("台湾与秘鲁的里程"),  # of both
        titled("図書館の歴史と学会"),  # Japan
        titled("最新図書館用語大辞典"),
        titled("清華大學学报"),  # 学 is of Japan too
        titled("试论“於”字的用法"),
        titled("论《說文解字》的编纂"),  # quoted
        titled("简体字与「繁體字」的转换"),
        titled("電腦과 한국어 연구"),
        titled("后汉书·于定国传"),  # old characters of both
        titled("乾隆朝着重研究"),
        titled("データ处理と電腦", language="ja"),
        titled("GaN基LED的制备"),
        chinese("户外活動與温度調節"),  # new forms that traditional print has too
        chinese("台湾与秘鲁的里程"),
        chinese("図書館経営学研究"),  # CJK017
        chinese("論“国学”的發展"),
        titled("汉字的发展", publisher="柏書房株式会社", language="zh"),  # of Tokyo
        # mixed
        chinese("北方鳥類迁徙研究", "迁", "鳥類"),  # in Japan, too: the language tells
        chinese("圖書館数字資源建設", "数", "圖書館資"),
        chinese("清華大學学报", "学报", "華學"),
        titled("梅雨鋒面的天气特征分析与预报", "预", "鋒"),
        titled("電腦与网络安全", "络", "電腦"),
        titled("臺灣经济發展史", "经济", "臺灣發"),
        titled("图书館管理研究", "书", "館"),
        Example(
            Record(title="地理", container_title="計算機应用与软件"),
            (MIXED.format(simplified="软", traditional="計機"),),
        ),
    )


_OF_OTHERS = frozenset(
    "丢义乐乔乱争亏仅从仪众会伤侠写刘剧劝办动励劳势区医单历厉压参双号响园国图声壳头娇孙学宝实宾寝对寿将尔尝尽属"
    "岁峡师帮广庐应庙开弥弯弹归当恋惨惩戏战执报担挟挡摆摊数斋断无旧时昼术权条来枢楼欢欧残涛湾湿滞滨滩潜灯灾炉点"
    "热犹独狭环琼电画祷称稳穷窃笔罗罢职联胆艳芦苏荣虾蚁蛮誉趋践边迁过还这远迩选逊递逻遥郑际随隐难风麦龟"
)
"""Characters of the scheme of 1964 that Japan or Hong Kong writes too, or Big5 has."""
_KANA = lazy(f"[{KANA}]")
_TEXTS = ("title", "container_title", "publisher")
_SHOWN = 4  # characters of each kind that a message names


@rule(
    "CJK013",
    "script-variant-mixed",
    severity=Severity.INFO,
    examples=_variants,
    reads=("title", "container-title", "publisher"),
    beyond_ascii=holds_cjk,
)
def script_variant_mixed(record: Record) -> Iterator[Finding]:
    """A value has simplified and traditional characters: 電腦与网络.

    Why: a conversion was left half done, or a character was picked from the wrong list; a search
    in either kind misses the value.

    Not found: characters of both kinds (台, 里, 后, 于), or of Japan (学, 国, 図); what stands in
    quotation marks, title marks and brackets; Japanese and Korean. Where the language of the record
    is Chinese, 学 and 国 are simplified.

    Source: Unihan: kTraditionalVariant and kSimplifiedVariant without the character itself, the
    Table of General Standard Chinese Characters of 2013, Big5, and the kanji for general use; the
    General List of Simplified Chinese Characters of 1964.
    """
    language = language_of(record.language)
    if language in ("ja", "ko"):
        return
    for attribute in _TEXTS:
        value = getattr(record, attribute)
        if value.isascii() or len(value) > LONGEST or _KANA.search(value):
            continue
        plain = unquoted(value)
        simplified = simplified_only(plain)
        is_chinese = language == "zh" and attribute != "publisher"
        if not simplified and is_chinese and not japanese_only(plain):
            simplified = "".join(c for c in plain if c in _OF_OTHERS)
        traditional = traditional_only(plain) if simplified else ""
        if simplified and traditional:
            args = {"simplified": simplified[:_SHOWN], "traditional": traditional[:_SHOWN]}
            yield Finding(csl_name(attribute), MIXED, value, args=args)
