"""Han characters that have a second code: compatibility ideographs, and radicals in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Name, Record
from validator.registry import Example, Examples, rule
from validator.text.languages import language_of

from ._texts import texts  # noqa: TID251 - of this family

RADICAL = "a radical in the place of a character"
COMPATIBLE = "a compatibility ideograph in the place of a character"


def titled(title: str, *says: str, suggests: str | None = None, language: str = "") -> Example:
    return Example(Record(title=title, language=language), says, suggests)


def _ideographs() -> Examples:
    return (
        titled("人口统计学的方法"),
        titled("山﨑豊子の小説", language="ja"),  # one of the twelve that stand for no other
        titled("部首⼈的字形演变"),  # the radical itself is meant
        titled("部首“⽔”与“⽕”"),
        titled("女壻", language="ja"),
        titled("ⅡA型与①号"),
        titled("Пример 한국어 中文 ﬁ"),
        Example(Record(author=(Name("\ufa19田", "太郎"),))),  # 神 as its bearer writes it
        titled("\u2f08口统计学的\u2f45法", RADICAL, suggests="人口统计学的方法"),
        titled("中\u2f26教育", RADICAL, suggests="中子教育"),
        titled("\u2ec4北边疆治理", RADICAL, suggests="西北边疆治理"),
        titled("农\u2ea0\u2ed3\u2eda档案", RADICAL, suggests="农民长页档案"),
        titled("草字头\u2ebe与三点水\u2ea1"),  # parts of characters: they are meant
        titled("한국 \u2f24학의 역사", RADICAL, suggests="한국 大학의 역사"),
        titled("\uf9e1氏族譜", COMPATIBLE),
        titled("女\ufa18俗", COMPATIBLE),
        titled("\uf914記의 硏究", COMPATIBLE),
        Example(Record(author=(Name(literal="王\u2f24明"),)), (RADICAL,), suggests="王大明"),
    )


_SUPPLEMENT = str.maketrans(
    "\u2e81\u2e9f\u2ea0\u2ec1\u2ec4\u2ec5\u2ec6\u2ec9\u2ecb\u2ed1\u2ed3\u2ed4\u2ed7\u2ed8\u2ed9\u2eda"
    "\u2edb\u2edc\u2edd\u2ee2\u2ee3\u2ee4\u2ee5\u2ee6\u2ee7\u2ee8\u2ee9\u2eec\u2eee\u2ef0\u2ef1\u2ef3",
    "厂母民虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龜龟",
)
"""The radicals of the second block that look like whole characters, those of the simplified above
all, and the characters; no normal form of Unicode folds them."""
_RADICAL = re.compile(f"[\u2f00-\u2fd5{''.join(map(chr, _SUPPLEMENT))}]")
_COMPATIBLE = re.compile(
    "[\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufad9"
    "\U0002f800-\U0002fa1d]"
)
_ABOUT_RADICALS = ("部首", "偏旁", "字形", "字体", "字體", "부수")


def holds_twins(text: str, there: str) -> bool:
    """Whether a radical or a compatibility ideograph occurs."""
    return _RADICAL.search(there) is not None or _COMPATIBLE.search(there) is not None


@rule(
    "ENC009",
    "compat-ideograph",
    severity=Severity.INFO,
    examples=_ideographs,
    beyond_ascii=holds_twins,
)
def compat_ideograph(record: Record) -> Iterator[Finding]:
    """A character has the code of a radical (⼈) or of a compatibility ideograph for its own.

    Why: it looks the same and is another character to every search; the text of a PDF and old
    charsets of Korea bring it.

    Not found: the twelve of that block that stand for no other character (﨑); compatibility
    ideographs in names, whose bearers may write them so, and in Japanese; titles about radicals.
    No suggestion changes an ideograph; comparisons fold them and the Kangxi radicals.

    Source: UAX #15; Unicode, 18.1 (compatibility ideographs) and 18.2 (radicals);
    EquivalentUnifiedIdeograph.txt of the Unicode Character Database.
    """
    japanese = language_of(record.language) == "ja"
    for variable, index, value in texts(record):
        if value.isascii():
            continue
        if _RADICAL.search(value) and not any(word in value for word in _ABOUT_RADICALS):
            mended = _RADICAL.sub(_character, value)
            yield Finding(variable, RADICAL, value, suggestion=mended, index=index)
        elif _COMPATIBLE.search(value) and variable not in NAME_VARIABLES and not japanese:
            yield Finding(variable, COMPATIBLE, value, index=index)


def _character(found: re.Match[str]) -> str:
    """The Han character that a radical stands for."""
    return normalize("NFKC", found[0]).translate(_SUPPLEMENT)
