"""The forms of dates: EDTF, numbers in any order, words, East Asian dates and eras."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from validator.text.date_types import DAYS_IN_MONTH, Date, Fault, place
from validator.text.date_words import ANNOUNCED, ERAS, MONTHS, PLACEHOLDERS, SEASONS, UNDATED
from validator.text.page_types import is_roman, roman_value
from validator.text.patterns import lazy


@lru_cache(maxsize=8192)
def read(raw: str) -> Date:
    """A date in any form; see ``validator.text.dates.parse``."""
    text = _normal(raw)
    if text in _PLACEHOLDERS or not any(c.isalnum() and c != "0" for c in text):
        return Date(raw, fault=Fault.EMPTY)
    if _says_undated(text):
        return Date(raw, undated=True)
    if (plain := without_stray(text)) != text:
        date = read(plain)
        if date.year and date.fault is None:
            return date._replace(raw=raw, fault=Fault.STRAY)
    approximate = _APPROXIMATE.search(text) is not None
    if text[-1] == "?" and (len(text) == 4 or "-" in text) and (unspecified := _unspecified(text)):
        return unspecified._replace(raw=raw)
    text = _strip_marks(text)
    if found := _ACCESS.match(text):
        date = read(text[found.end() :])
        return date._replace(raw=raw, fault=date.fault or Fault.ACCESS)
    date = (
        _unspecified(text) or _interval(text) or _numeric(text) or _eastern(text) or _worded(text)
    )
    if date.fault is None and raw.lstrip()[:2] in LISTS:
        return date._replace(raw=raw, fault=Fault.STRAY)
    return date._replace(raw=raw, approximate=approximate or date.approximate)


LISTS = ("['", '["')
"""How a list of a program begins, written out as text."""


# What a text is before it is a date


def _phrases(table: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in table.split("|")]


_DASHES = lazy("[‐‑‒–—―−~〜～]")
_HAN_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "元": 1}
_HAN_NUMBER = lazy(
    r"[〇零○元一二三四五六七八九十廿卅百]+(?=[年月日号號世])|[〇零○一二三四五六七八九]{4}"
)
_APPROXIMATE = lazy(
    r"[?~%]|\b(?:ca?|circa|cca|um|vers|hacia|about|around|approx|before|after|ante|post|vor|nach|avant|"
    r"après|около|до|после)\b"
    r"|[約约頃]"
)
_MARKS = lazy(r"^(?:©|\(c\)|cop\.?|[cp](?=\d{4})) ?|[?%\"'“”‘’]|(?<=[\dx])~|^~|(?<!\.)[.,;:]$")
_TILDE = lazy(r"(?<=\d) ?~ ?(?=\d)")  # 2010~2015, as it is written in Korea and Japan

_PLACEHOLDERS = frozenset(_phrases(PLACEHOLDERS))
_UNDATED = frozenset(_phrases(UNDATED))
_ANNOUNCED = tuple(_phrases(ANNOUNCED))


def _normal(text: str) -> str:
    """Width, case, digits of every script, dashes and blanks folded; braces and brackets off."""
    if not text.isascii():
        text = _DASHES.sub("-", unicodedata.normalize("NFKC", text))
        text = "".join(str(unicodedata.decimal(c, c)) for c in text)
    text = " ".join(text.replace("{", "").replace("}", "").casefold().split())
    if text[-2:] in ("].", ")."):
        text = text[:-1]
    text = _TILDE.sub("-", text)
    while len(text) > 1 and text[0] + text[-1] in ("[]", "()", "<>", '""', "''"):
        text = text[1:-1].strip()
    return text


def without_stray(text: str) -> str:
    """A date without marks at its edges that belong to no date, or answer no bracket."""
    text = text.lstrip(" ,;:)]，；：、）］").rstrip(" ,;:([，；：、（［")
    for opening, closing in ("()", "[]", "（）", "［］"):
        if closing not in text:
            text = text.removeprefix(opening)
        if opening not in text:
            text = text.rstrip(".").removesuffix(closing) if closing in text[-2:] else text
    return text


def announces(text: str) -> bool:
    """Whether a text says that the work is yet to come."""
    text = text.casefold().replace("-", " ")
    return any(phrase in text for phrase in _ANNOUNCED)


def is_undated(text: str) -> bool:
    """Whether a text says that there is no date, or none yet, and gives none."""
    return _says_undated(_normal(text))


def _says_undated(text: str) -> bool:
    return text in _UNDATED or (not any(map(str.isdigit, text)) and announces(text))


def _strip_marks(text: str) -> str:
    text = _HAN_NUMBER.sub(lambda m: str(han_number(m[0])), text)
    if text.startswith("民"):
        text = re.sub(r"民 ?(?=\d)", "民国", text, count=1)  # 民101, as it is cited in Taiwan
    return _MARKS.sub("", text).strip()


def han_number(text: str) -> int:
    """一九八四 is 1984, 三十六 is 36, 一百一十二 is 112, 元 is 1. Never raises: 十十 is 10."""
    if not re.search("[十廿卅百]", text):
        return int("".join(str(_HAN_DIGITS[c]) for c in text))
    text = text.replace("廿", "二十").replace("卅", "三十")
    hundreds, _, rest = text.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    total = sum(_HAN_DIGITS.get(c, 0) for c in ones[-1:])
    if ten:
        total += 10 * _HAN_DIGITS.get(tens[-1:], 1)
    return total + 100 * sum(_HAN_DIGITS.get(c, 0) for c in hundreds[-1:])


# Numbers

_UNSPECIFIED = lazy(
    r"\d{1,3}[xu?]{1,3}(?:-(?:[\dxu]{2}))*|x{4}-.*|1\d{2}-\??|1\d--?\??|20[0-2]-\??|[12]\d{2}0'?s|\d{1,3}0年代"
    r"|\d{4}-[\dx]x(?:-[\dx]{2})?|\d{4}-\d\d-[\dx]x"
)
_CENTURY = lazy(
    r"\b\d{1,2}(?:st|nd|rd|th) c(?:\.|$)|(?:\d(?:st|nd|rd|th|\.|e|º)?|\b[xiv]{2,6}e?) ?"
    r"(?:cent|jh|jahrhundert|si[eèg][cg]lo?|secolo|século|stulet|в\.|век|世紀|世纪|세기)"
)
_ISO = lazy(r"(-?\d{4}|y-?\d{5,9})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:t\d\d.*| \d{1,2}:\d\d.*|z)?")
_NO_TIME = lazy(r"t(?:2[5-9]|[3-9]\d|\d\d:?[6-9]\d)")
_COMPACT = lazy(r"(\d{8})t\d{4,6}.*")
_EXPONENT = lazy(r"y(-?)(\d{1,3})e([4-8])(?:s\d{1,2})?")
_SIGNIFICANT = lazy(r"(-?\d{4}|y-?\d{5,9})s\d{1,2}")  # 1950S2: its first two digits
_YMD = lazy(r"(\d{4}) ?[/.] ?(\d{0,2})(?: ?[/.] ?(\d{0,2})(?:[/.](.*))?)?")
_ROMAN_MONTH = lazy(r"(?:(\d{1,2})[-./ ]{1,2})?([ivx]{1,4})[-./ ]{1,2}(\d{4})")
_DMY = lazy(r"(\d{1,2})([./\-]) ?(\d{1,2})\2 ?(\d{4})(?: \d{1,2}:.*)?")
_MY = lazy(r"(\d{1,2}) ?[./\-] ?(\d{4})")
_YY = lazy(r"(\d{4}) ?[-/] ?(\d{4})")
_LONE = lazy(r"(\d{4})-(?:00|xx)?-(\d{1,2})")


def _unspecified(text: str) -> Date | None:
    if not _UNSPECIFIED.fullmatch(text):
        return None
    year = re.match(r"(\d{4})-(?:(\d\d)-)?", text)  # 2004-xx, 2004-06-xx
    if year:
        return place(int(year[1]), int(year[2]) if year[2] else None, None)
    month = re.fullmatch(r"\d{1,3}[xu?]{1,3}-(\d\d)(?:-.*)?", text)
    fault = place(2000, int(month[1]), None).fault if month else None
    return Date("", approximate=True, fault=fault)


def _interval(text: str) -> Date | None:
    """An interval of EDTF: ``2004-06/2006-08``, ``1984/..``, ``../1984``."""
    start, slash, end = text.partition("/")
    if not slash or "-" not in text + "-." or "/" in end:
        return None
    ends = [_ISO.fullmatch(side) for side in (start, end)]
    if all(ends):
        first, last = (_of_iso(m) for m in ends if m)
        if first.year and last.year and first.month is None:
            return _two_years(first.year, last.year)
        backwards = first[1:4] > last[1:4] if None not in (*first[1:3], *last[1:3]) else False
        return first._replace(
            end_year=last.year if (last.year or 0) > (first.year or 0) else None,
            fault=first.fault or last.fault or (Fault.BACKWARDS if backwards else None),
        )
    if end in ("", "..", "open", "unknown") and ends[0]:
        return _of_iso(ends[0])
    if start in ("", "..", "open", "unknown") and ends[1]:
        return _of_iso(ends[1])._replace(approximate=True)
    return None


def _of_iso(found: re.Match[str]) -> Date:
    year, month, day = (None if part is None else int(part.lstrip("y")) for part in found.groups())
    assert year is not None
    if month is not None and day is None and not (1 <= month <= 12 or 21 <= month <= 41):
        end = year - year % 100 + month  # 1998-99, 2010-13, 1999-00
        if end > year or end + 99 == year:
            return place(year, None, None, max(end, year + 1))
    return place(year, month, day)


def _numeric(text: str) -> Date | None:
    if found := _ISO.fullmatch(text):
        date = _of_iso(found)
        return date._replace(fault=date.fault or Fault.TIME) if _NO_TIME.search(text) else date
    if found := _COMPACT.fullmatch(text):  # 20100303T100000Z
        return _digits(found[1])
    if found := _SIGNIFICANT.fullmatch(text):
        return Date("", int(found[1].lstrip("y")), approximate=True)
    if found := _EXPONENT.fullmatch(text):
        return Date("", int(found[1] + found[2]) * 10 ** int(found[3]), approximate=True)
    if text.isdecimal() and text.isascii():
        return _digits(text)
    if found := _YY.fullmatch(text):
        return _two_years(int(found[1]), int(found[2]))
    if found := _YMD.fullmatch(text):
        year, month, day = (int(part) if part else None for part in found.groups()[:3])
        following = (year or 0) + 1
        if day is None and month == following % 100 and not 0 < following % 100 < 13:
            return place(year or 0, None, None, following)  # 2018/19
        if day is None and month is not None and month > 41 and month > (year or 0) % 100:
            return place(year or 0, None, None, (year or 0) // 100 * 100 + month)  # 1998/99
        date = place(year or 0, month, day)
        return date._replace(season=_season_of(found[4])) if found[4] else date
    if found := _LONE.fullmatch(text):
        year = int(found[1])
        end = year - year % 100 + int(found[2])
        if len(found[2]) == 1:
            end = year - year % 10 + int(found[2])  # 1982--4
        if "--" in text and end > year:
            return place(year, None, None, end)  # 1983--89, with the dash of BibTeX
        return Date("", year, fault=Fault.LONE_DAY)
    if found := _DMY.fullmatch(text):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        if day <= 12 < month:  # 12/31/2020
            day, month = month, day
        elif found[2] != "." and day <= 12 and day != month:
            return Date("", year)  # 3/4/2015: April in Europe, March in America
        return place(year, month, day)
    if found := _MY.fullmatch(text):
        return place(int(found[2]), int(found[1]), None)
    found = _ROMAN_MONTH.fullmatch(text)
    if found and is_roman(found[2]) and roman_value(found[2]) <= 12:  # 3.III.2010
        return place(int(found[3]), roman_value(found[2]), int(found[1]) if found[1] else None)
    return None


def _digits(text: str) -> Date:
    if len(text) in (8, 14):
        date = place(int(text[:4]), int(text[4:6]), int(text[6:8]))
        if date.fault and len(text) == 8 and "1400" <= text[4:] <= "2199":
            return Date("", int(text[:4]), fault=Fault.TWO_YEARS)
        return date
    if len(text) == 6 and "1400" <= text[:4] <= "2199":
        return place(int(text[:4]), int(text[4:]), None)
    return Date("", fault=Fault.NO_YEAR)


def _two_years(first: int, second: int) -> Date:
    """A range of years; a Hijri, Buddhist or Hebrew year beside a western one is the latter."""
    if 400 < abs(first - second) < 800 or 3758 < abs(first - second) < 3763:
        return place(second if 1500 < second < 2200 else first, None, None)
    if second < first:
        return Date("", first, fault=Fault.BACKWARDS)
    return place(first, None, None, second)


# East Asia


_ERA = lazy(rf"({'|'.join(ERAS)}) ?(\d{{1,4}})?")
_EASTERN_MONTH = lazy(r"(\d{1,2})(?: ?[-、/·] ?\d{1,2})? ?[月월]")
_DYNASTY = lazy(
    "[东東西南北后後]?[秦汉漢晋晉隋唐宋辽遼金元明清](?:[代朝]?[初中末]?[期叶葉]?|.{0,4}[刻抄鈔写寫印]本)"
)
_EASTERN_DAY = lazy(r"(?<=[月월]) ?(\d{1,2})(?!\d) ?[日号號일]?")
_EASTERN_LONE_DAY = lazy("[年년] ?\\d{1,2} ?[日일]")
_EASTERN = lazy("[年月년월]")
_EASTERN_SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24, "봄": 21, "가을": 23, "겨울": 24}
_WESTERN_YEAR = lazy(r"(?<!\d)(?:1\d|20|21)\d\d(?!\d)")


def _eastern(text: str) -> Date | None:
    if text.isascii():
        return None
    if _DYNASTY.fullmatch(text):
        return Date("", approximate=True)
    era = _ERA.search(text)
    if not era and not _EASTERN.search(text):
        return None
    years = [int(year) for year in _WESTERN_YEAR.findall(text)]
    if not years and era and era[2]:
        first, last = ERAS[era[1]]
        years = [first + int(era[2]) - 1]
        if not first <= years[0] <= last + 1:  # news travels, and a year is printed in advance
            return Date("", years[0], fault=Fault.ERA)
    if not years:
        return Date("", approximate=True) if era else None
    month, day = _EASTERN_MONTH.search(text), _EASTERN_DAY.search(text)
    if month is None and _EASTERN_LONE_DAY.search(text):
        return Date("", years[0], fault=Fault.LONE_DAY)
    date = place(
        years[0], int(month[1]) if month else None, int(day[1]) if day else None, years[-1]
    )
    season = next((code for word, code in _EASTERN_SEASONS.items() if word in text), None)
    return date._replace(season=season) if season else date


# Words

_ACCESS = lazy(
    r"(?:date )?(?:last )?(?:accessed|retrieved|zugriff|abgerufen|abruf|letzter zugriff"
    r"|geraadpleegd|consult[ée]e?|consultad[oa]|consultato|acess?ado|дата обращения"
    r"|访问日期|引用日期|閲覧日)"
    r"(?: (?:on|am|le|el|il|em|op|in))?(?![^\W\d_]) ?[:：]? ?(?=.{0,20}\d)"
)
_QUARTER = lazy(
    r"\bq([1-4])\b|\b([1-4])(?:st|nd|rd|th)? (?:quarter|qtr|quartal|trimestre|kwartaal|кв)"
)
_WORD = lazy(r"[^\W\d_]+")
_NUMBER = lazy(r"\d+")
_RUN = lazy(r"(?<!\d)((?:1[4-9]|20)\d\d) ?((?:1[4-9]|20)\d\d)(?!\d)")
_CHRISTIAN = lazy(
    r"公元前(\d{1,4})|(\d{1,4}) ?(?:b\.? ?c\.?(?: ?e\.?)?|v\. ?chr|av\. ?j)"
    r"|(?:\ba\.? ?d\.?|公元) ?(\d{3,4})|(\d{3,4}) ?(?:a\.? ?d|c\.? ?e|n\. ?chr)\b"
)
_INSTEAD = lazy(r"(?:i\.? ?e\.?|id est|recte|d\. ?i\.|实为|實為) ?(\d{4})")
_OTHER = lazy(
    r"พ\.?ศ|[\u0e01-\u0e2e].*\d|\d.*[\u0e01-\u0e2e]|\bb\.? ?e\b|buddhist|[\u0621-\u06cc].*\d|"
    r"\d.*[\u0621-\u06cc]|\bah\b|\ba\.h\b|\d{4} ?h\b|hijri|\bsh\b|"
    r"[\u05d0-\u05ea]{2}[\"״][\u05d0-\u05ea]|תש"
)


@lru_cache(maxsize=1)
def _words() -> tuple[dict[str, int], dict[str, int]]:
    """Months and seasons by their names, without diacritics."""
    months, seasons = (
        {
            _plain(word): number
            for number, names in enumerate(table.split(";")[:-1], start=first)
            for word in names.casefold().split()
        }
        for table, first in ((MONTHS, 1), (SEASONS, 21))
    )
    return months, seasons


def _plain(word: str) -> str:
    return re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", word)).replace("ı", "i")


def _season_of(text: str) -> int | None:
    seasons = _words()[1]
    return next((seasons[w] for w in map(_plain, _WORD.findall(text)) if w in seasons), None)


def _worded(text: str) -> Date:
    """A date with words in it, in any order; the last resort: one four-digit year among words."""
    names = list(map(_plain, _WORD.findall(text)))
    months, seasons = _words()
    month = next((months[name] for name in names if name in months), None)
    numbers = _NUMBER.findall(text)
    years = [int(n) for n in numbers if len(n) == 4 and 1000 <= int(n) < 3000]
    days = [int(n) for n in numbers if len(n) < 3]
    if _OTHER.search(text) and not any(1500 < year < 2200 for year in years):
        return Date("", fault=Fault.CALENDAR)
    if not numbers and is_roman("".join(names)):
        years = [y for y in (roman_value("".join(names)),) if 1000 < y < 2200]  # M.DCC.LXXVI
    if not years and _CENTURY.search(text):
        return Date("", approximate=True)
    if not years and (era := _CHRISTIAN.search(text)):
        before = era[1] or era[2]
        return Date("", 1 - int(before) if before else int(era[3] or era[4]))
    if not years and _APPROXIMATE.search(text):
        years = [int(n) for n in numbers if len(n) == 3]  # c. 850
    if not years:
        glued = next((n for n in numbers if len(n) == 8 and _RUN.fullmatch(n)), None)
        if glued:
            return Date("", int(glued[:4]), fault=Fault.TWO_YEARS)
        lone = days[0] if month and days and days[0] <= DAYS_IN_MONTH[month - 1] else None
        return Date("", None, month, lone, fault=Fault.NO_YEAR)
    if instead := _INSTEAD.search(text):
        return place(int(instead[1]), None, None)
    if month is None and len(years) == 2 and _RUN.fullmatch(text):
        return Date("", years[0], fault=Fault.TWO_YEARS)
    if len(years) == 2 and (_OTHER.search(text) or 400 < abs(years[0] - years[1]) < 800):
        return _two_years(*years)  # พ.ศ. 2563 (2020), 1442 [2021]
    day = days[0] if month is not None and days else None
    date = place(years[0], month, day, years[-1])
    quarter = _QUARTER.search(text)
    if quarter:
        return date._replace(
            season=32 + int(quarter[1] or quarter[2]), month=None, day=None, fault=None
        )
    season = next((seasons[name] for name in names if name in seasons), None)
    return date._replace(season=season) if season and month is None else date
