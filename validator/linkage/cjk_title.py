"""Chinese, Japanese and Korean titles: parts in one way, pairs of characters for words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.linkage.words import MARKS
from validator.text.script import HAN, HANGUL, KANA

_CJK = f"{HAN}{KANA}{HANGUL}"
_RUN = re.compile(f"[{_CJK}]+")
_GAP = re.compile(f"(?<=[{_CJK}]) (?=[{_CJK}])")
_NUMERAL = r"〇零一二三四五六七八九十百两兩\d"
_PART = re.compile(
    rf"第(?P<n>[{_NUMERAL}]{{1,4}})[部册冊卷巻章回辑輯期版届屆集編编篇号號次권부판회집장호]"
    rf"|[卷巻册冊部篇編](?P<m>[{_NUMERAL}]{{1,4}})(?![{_CJK}])"
    rf"|(?<=.)(?P<p>[上中下前後后])(?:[册冊卷巻篇集編编部]|$)"
    rf"|(?:^|[ (])(?P<q>[上中下])(?:[册冊卷巻篇集編编部])?(?=[ )]|$)"
    rf"|(?P<k>상|중|하)(?:권|편)?$"
)
_LISTED = re.compile(r"[（(]\s*([上中下一二三四五六七八九十]{1,3})\s*[)）]")
_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {
    "零": "0", "两": "2", "兩": "2", "상": "上", "중": "中", "하": "下", "後": "后",
}  # fmt: skip
_MARKS = tuple(mark for mark in MARKS if _RUN.match(mark))
_MARK_LINK = re.compile("^(?:对|對|关于|關於|与|與)|(?:一文)?的?$")


def runs(text: str) -> Iterator[tuple[int, int]]:
    """Where runs of CJK characters stand."""
    return (found.span() for found in _RUN.finditer(text))


def parts(text: str, folded: str) -> set[str]:
    """The numbers that count a part: 第二部, 下册, （上）, by the raw and the folded title."""
    values = set(_LISTED.findall(text))
    values.update(map(_value, _PART.finditer(folded)))
    return set(map(_number, values))


def written(folded: str) -> str:
    """A folded title with parts in one way (第一部 and 第1部, 下册 and 下), without blanks."""
    return _GAP.sub("", _PART.sub(lambda found: f" {_number(_value(found))} ", folded))


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
        yield from (token[i : i + 2] for i in range(start, max(start + 1, stop - 1)))
        end = stop
    if end < len(token):
        yield token[end:]


def _value(found: re.Match[str]) -> str:
    return next(value for value in found.groups() if value)


def _number(value: str) -> str:
    return "".join(_DIGITS.get(c, c) for c in value).lstrip("0")
