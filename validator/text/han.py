"""Han characters: simplified and traditional, numerals, neighbours; the tables load when asked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from validator.text.patterns import lazy
from validator.text.script import HAN, HANGUL, KANA, has_han
from validator.text.unicode import fold


@cache
def _folding() -> dict[int, int]:
    from validator.text import han_variants

    return str.maketrans(han_variants.TRADITIONAL, han_variants.FOLDED)


@cache
def _sets() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    from validator.text import han_variants as table

    simplified, traditional = table.SIMPLIFIED_ONLY, table.TRADITIONAL_ONLY
    return frozenset(simplified), frozenset(traditional), frozenset(table.JAPANESE_ONLY)


@cache
def _every_form() -> dict[int, int]:
    from validator.text import han_forms

    other = str.maketrans(han_forms.OTHER_FORMS, han_forms.FOLDED)
    return other | {point: other.get(to, to) for point, to in _folding().items()}


def folded(text: str) -> str:
    """The words of a text for comparison, as ``fold`` gives them, with Han as the Mainland
    writes them: 圖書館, 図書館 and 图书馆 are one. Of the same length as that.

    Several characters become one (後 and 后), and so there is no way back. Source: Unihan,
    kSimplifiedVariant; the tables named in han_forms.
    """
    words = fold(text)
    return words.translate(_every_form()) if has_han(words) else words


def simplified_only(text: str) -> str:
    """The characters of a text that only today's Mainland has: 发 and 图, not 国 (Japan) or 台."""
    only = _sets()[0]
    return "".join(c for c in text if c in only)


def traditional_only(text: str) -> str:
    """The characters of a text that today's Mainland writes in another way: 發 and 圖.

    Japan and Korea have many of them, and 於, 後 or 乾 some meaning of their own on the Mainland.
    """
    only = _sets()[1]
    return "".join(c for c in text if c in only)


def japanese_only(text: str) -> str:
    """The characters of a text that only today's Japan has: 図, 駅, 畑."""
    only = _sets()[2]
    return "".join(c for c in text if c in only)


_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {
    **dict.fromkeys("零○", 0),
    **dict.fromkeys("壹壱弌", 1),
    **dict.fromkeys("贰貳弐两兩", 2),
    **dict.fromkeys("叁參参叄", 3),
    **dict.fromkeys("肆", 4),
    **dict.fromkeys("伍", 5),
    **dict.fromkeys("陆陸", 6),
    **dict.fromkeys("柒漆", 7),
    **dict.fromkeys("捌", 8),
    **dict.fromkeys("玖", 9),
}
_TENS = {
    **dict.fromkeys("十拾", 10),
    **dict.fromkeys("百佰", 100),
    **dict.fromkeys("千仟", 1000),
    **dict.fromkeys("万萬", 10000),
}
_SCORES = {"廿": "二十", "卄": "二十", "卅": "三十", "卌": "四十"}
_LONGEST = 12  # characters of a numeral


def number(text: str) -> int | None:
    """The value of a Han numeral, None for what is none: 十二 is 12, 二〇二一 is 2021, 廿三 is 23.

    Digits in a row (二〇二一) and places (二千零二十一) are read, not both mixed.
    """
    if not 0 < len(text) <= _LONGEST:
        return None
    text = "".join(_SCORES.get(c, c) for c in text)
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = part = 0
    digit: int | None = None
    smallest = 10**5
    for c in text:
        if c in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[c]
            continue
        place = _TENS.get(c)
        if place is None or (place >= smallest and place != 10000) or (digit == 0 and part):
            return None
        if place == 10000:
            if total:
                return None
            total, part, smallest = (part + (digit or 0) or 1) * place, 0, 10**5
        else:
            part += (1 if digit is None else digit) * place
            smallest = place
        digit = None
    return total + part + (digit or 0)


_NUMERAL = "〇○零一二三四五六七八九十百千廿卅两兩壹贰貳叁參肆伍陆陸柒捌玖拾佰"
_COUNTED = "卷巻期号號辑輯册冊届屆版章部回集编編篇次季年月日"
_IN_PLACE = lazy(
    rf"(?<=第)[{_NUMERAL}]{{1,8}}(?=$|[{_COUNTED}\s\W])"
    rf"|(?<![{_NUMERAL}\w])[{_NUMERAL}]{{1,8}}(?=[{_COUNTED}](?![{HAN}])|[年月日])"
    rf"|(?<=[年月])[{_NUMERAL}]{{1,3}}(?=[月日])"
    rf"|(?<=[卷巻册冊部編编篇輯辑])[{_NUMERAL}]{{1,4}}(?![{HAN}])"
    r"|(?<=[(（])[一二三四五六七八九十]{1,3}(?=[)）])"
)


def numerals(text: str) -> str:
    """The text with Han numerals that count as digits: 第九卷 is 第9卷, 二〇二一年 is 2021年.

    Elsewhere they are words (三国, 一种, 万一) and stay. For match keys and for reading numbers.
    """
    if text.isascii():
        return text
    return _IN_PLACE.sub(lambda found: _as_digits(found[0]), text)


def _as_digits(numeral: str) -> str:
    value = number(numeral)
    return numeral if value is None else str(value)


_RUN = lazy(f"[{HAN}{KANA}{HANGUL}]+")


def bigrams(text: str) -> Iterator[str]:
    """The pairs of neighbouring characters of each CJK run; a run of one character is itself.

    These stand for words in scripts without blanks.
    """
    for found in _RUN.finditer(text):
        run = found[0]
        yield from (run[i : i + 2] for i in range(max(1, len(run) - 1)))
