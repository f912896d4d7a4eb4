"""Blanks between the characters of a word."""

from __future__ import annotations

from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Name, Record, csl_name
from validator.registry import Example, Examples, rule
from validator.text.languages import language_of
from validator.text.names.surnames import is_chinese_person
from validator.text.patterns import lazy
from validator.text.script import HAN, KANA

from ._scripts import LONGEST, holds_cjk  # noqa: TID251 - of this family

IN_TITLE = "blanks between the characters of a word"
IN_NAME = "a blank inside a Chinese name of two characters"


def titled(title: str, *says: str, suggests: str | None = None) -> Example:
    return Example(Record(title=title), says, suggests)


def written(*names: str, says: str = "", suggests: str | None = None, **values: str) -> Example:
    people = tuple(map(Name.parse, names))
    record = Record(author=people, **values)  # type: ignore[arg-type]
    return Example(record, (says,) if says else (), suggests)


def _spaced_rows() -> Examples:
    return (
        # clean
        titled("中国通史 第8章 明清"),
        titled("上海 城市与文学"),
        titled("中 国"),  # two may be two words
        titled("数学　上"),
        titled("한 국 어"),
        titled("A B C of 中国"),
        titled("甲 乙丙 丁"),
        written("张三", "李明"),
        written("王 小明"),  # family and given name
        written("欧阳 修"),
        written("山田 太郎", "林 薫"),  # Japanese
        written("林 薫", language="ja"),
        written("林 薫", title="データの分析"),
        written("戴维 ·A. 帕特森"),
        Example(Record(author=(Name("张", "三"),))),  # two fields
        # blanks
        titled("中 国 经 济 史", IN_TITLE, suggests="中国经济史"),
        titled("论 中 国 的发展", IN_TITLE, suggests="论中国 的发展"),
        titled("经　济　学", IN_TITLE, suggests="经济学"),
        titled("中 国 人 民 银行史", IN_TITLE, suggests="中国人民 银行史"),
        titled("日 本 語 文 法", IN_TITLE, suggests="日本語文法"),
        Example(Record(container_title="地 理 学 报"), (IN_TITLE,), suggests="地理学报"),
        written("张 三", says=IN_NAME, suggests="张三"),
        written("李　明", says=IN_NAME, suggests="李明"),
        written("王 小明", "张  三", says=IN_NAME, suggests="张三"),
        Example(Record(author=(Name(literal="赵 云"),)), (IN_NAME,), suggests="赵云"),
    )


_SINGLE = lazy(rf"(?<![{HAN}{KANA}])[{HAN}](?:[ \u3000]{{1,3}}[{HAN}](?![{HAN}{KANA}])){{2,}}")
_NAME = lazy(rf"\s*([{HAN}])[\s\u3000]+([{HAN}])\s*")
_KANA = lazy(f"[{KANA}]")
_BLANKS = str.maketrans("", "", " \u3000")
_TEXTS = ("title", "container_title", "publisher")


@rule(
    "CJK012",
    "space-between-han",
    severity=Severity.INFO,
    examples=_spaced_rows,
    beyond_ascii=holds_cjk,
)
def space_between_han(record: Record) -> Iterator[Finding]:
    """The characters of a title are spaced out (中 国 经 济), or those of a short name (张 三).

    Why: the blanks of a title page or a table came along; nobody searches with them.

    Not found: blanks before a subtitle or a volume; two characters apart, which may be two words;
    names of three characters and more, Japanese names, family and given name in two fields.

    Source: title pages and author lists, which space characters out to fill a line; measured:
    nearly all other blanks of Han titles are legal.
    """
    for attribute in _TEXTS:
        value = getattr(record, attribute)
        if value.isascii() or len(value) > LONGEST:
            continue
        mended = _SINGLE.sub(lambda found: found[0].translate(_BLANKS), value)
        if mended != value:
            yield Finding(csl_name(attribute), IN_TITLE, value, suggestion=mended)
    for variable in NAME_VARIABLES:
        names = getattr(record, variable)
        if names and not is_japanese(record):
            yield from _spaced(variable, names)


def _spaced(variable: str, names: tuple[Name, ...]) -> Iterator[Finding]:
    if any(map(_is_japanese_pair, names)):
        return
    for index, name in enumerate(names):
        value = name.literal or name.raw
        if len(value) > 10 or value.isascii():
            continue
        found = _NAME.fullmatch(value)
        if found and is_chinese_person(found[1] + found[2]):
            yield Finding(variable, IN_NAME, value, suggestion=found[1] + found[2], index=index)


def _is_japanese_pair(name: Name) -> bool:
    """Whether a name is one in two parts of Han that no Chinese name has: 山田 太郎."""
    return len(name.family) > 1 and not is_chinese_person((name.family + name.given)[:4])


def is_japanese(record: Record) -> bool:
    """Whether a record is Japanese by its language, or by Kana in its title."""
    if record.language:
        return language_of(record.language) in ("ja", "ko")
    return not record.title.isascii() and _KANA.search(record.title, 0, LONGEST) is not None
