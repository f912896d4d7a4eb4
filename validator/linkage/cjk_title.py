"""Chinese, Japanese and Korean titles: one way of writing, parts, pairs of characters for words."""

from __future__ import annotations

from collections.abc import Iterator

from validator.linkage.words import MARKS
from validator.text import han
from validator.text.patterns import lazy
from validator.text.script import HAN, HANGUL, KANA, Script, script

_CJK = f"{HAN}{KANA}{HANGUL}"
_NUMERAL = r"〇零一二三四五六七八九十百两\d"
_HAN_DIGIT = "〇零一二三四五六七八九"
_RUN = lazy(f"[{_CJK}]+")
_GAP = lazy(f"(?<=[{_CJK}]) (?=[{_CJK}])")
_PART = lazy(
    rf"第(?P<n>[{_NUMERAL}]{{1,4}})[部册卷章回辑期版届集编篇号次권부판회집장호]"
    rf"|[卷册部篇编](?P<m>[{_NUMERAL}]{{1,4}})(?![{_CJK}])"
    rf"|(?<=.)(?P<p>[上中下前后])(?:[册卷篇集编部]|$)"
    rf"|(?:^|[ (])(?P<q>[上中下])(?:[册卷篇集编部])?(?=[ )]|$)"
    rf"|(?P<k>상|중|하)(?:권|편)?$"
)
_LISTED = lazy(
    r"[（(]\s*(续|[上中下一二三四五六七八九十]{1,3}|\d{1,2}(?=\s*[)）]\s*(?:$|[:：—\-])))\s*[)）]"
)
_YEAR = lazy(rf"(?<![{_HAN_DIGIT}])[一二][〇零八九][{_HAN_DIGIT}]{{2}}(?![{_HAN_DIGIT}十百千万])")
_KOREAN = {"상": "上", "중": "中", "하": "下"}
_MARKS = tuple(mark for mark in MARKS if _RUN.match(mark))
_MARK_LINK = lazy("^(?:对|关于|与)|(?:一文)?的?$")


def folded(text: str) -> str:
    """A title folded, Han simplified, numerals that count and years as digits: 二〇二〇 is 2020."""
    return _YEAR.sub(lambda found: str(han.number(found[0])), han.folded(han.numerals(text)))


def is_korean(text: str) -> bool:
    """Whether most CJK letters are Hangul: such a title shares none with a Chinese one."""
    return script(text) is Script.HANGUL


def runs(text: str) -> Iterator[tuple[int, int]]:
    """Where runs of CJK characters stand."""
    return (found.span() for found in _RUN.finditer(text))


def parts(text: str, folded: str) -> set[str]:
    """The numbers that count a part: 第二部, 下册, （上）, by the raw and the folded title."""
    values = set(_LISTED.findall(text))
    values.update(found[found.lastgroup] for found in _PART.finditer(folded) if found.lastgroup)
    return set(map(part_number, values))


def written(folded: str) -> str:
    """A folded title with parts in one way (第一部 and 第1部, 下册 and 下), without blanks."""
    shown = _PART.sub(lambda found: f" {part_number(found[found.lastgroup or 0])} ", folded)
    return _GAP.sub("", shown)


def marks(folded: str) -> set[str]:
    """The kinds of a secondary item that begin or end a title: 更正, 商榷."""
    return {MARKS[m] for m in _MARKS if folded.startswith(m) or folded.endswith(m)}


def without_marks(rest: str, relations: frozenset[str]) -> str:
    """A title without such words, and without what leads from them to the title meant."""
    for mark in _MARKS:
        if MARKS[mark] in relations and mark in rest:
            rest = _MARK_LINK.sub("", rest.replace(mark, ""))
    return rest


def content_words(token: str) -> Iterator[str]:
    """The pairs of neighbouring characters of CJK runs, and what stands between the runs."""
    end = 0
    for start, stop in runs(token):
        if start > end:
            yield token[end:start]
        yield from han.bigrams(token[start:stop])
        end = stop
    if end < len(token):
        yield token[end:]


def part_number(value: str) -> str:
    """A numeral or a word that counts a part, in one way: 十二 is "12", 하 is 下."""
    number = han.number(value)
    return str(number) if number is not None else _KOREAN.get(value, value).lstrip("0")
