"""Faults of dates."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from planting.forms import Plant, Planted, Text, form, words
from planting.write import bibtex, csl, csl_file, ris
from validator.record import Record
from validator.text import dates

DATED = ("article-journal", "paper-conference", "book", "chapter", "thesis", "report")


@form("DAT001", "taken away")
def _(record: Record, random: Random) -> Planted:
    fits = record.type in DATED and record.issued
    return replace(record, issued=None) if fits else None


@form("DAT001", "BibTeX: no year")
def _(record: Record, random: Random) -> Planted:
    if record.type not in DATED or not record.year:
        return None
    faulty = bibtex(replace(record, issued=None))
    return Plant(Text(bibtex(record), "bibtex"), Text(faulty, "bibtex"))


@form("DAT001", "RIS: no PY")
def _(record: Record, random: Random) -> Planted:
    if record.type not in DATED or not record.year:
        return None
    faulty = ris(replace(record, issued=None))
    return Plant(Text(ris(record), "ris"), Text(faulty, "ris"))


def _date_forms(code: str, texts: dict[str, tuple[str, ...]]) -> None:
    for name, choices in texts.items():

        def plant(record: Record, random: Random, choices: tuple[str, ...] = choices) -> Planted:
            if record.type not in DATED or not record.year:
                return None
            text = random.choice(choices)
            text = text.replace("YY", f"{record.year % 100:02d}").replace("Y4", str(record.year))
            return replace(record, issued=dates.parse(text))

        form(code, name)(plant)


_date_forms(
    "DAT002",
    {
        "two digits": ("YY", "'YY", "’YY", "Jan YY"),
        "three digits": ("201", "199", "20I", "198", "202"),
        "five digits": ("20155", "19988", "22018", "20200"),
        "two years run together": ("20142015", "19981999", "20202021"),
        "letters for digits": ("2O19", "l998", "I987", "20l5", "19g8", "2O2O"),
        "a month or season alone": ("Spring", "March", "Dec", "May 5", "3月", "Frühjahr"),
        "a mark beside it": ("2018,", "2018)", "(2018", "2018;", "[2018", "2018，", "['2018']"),
        "no date": ("[object Object]", "Invalid date", "see note", "20??-??"),
        "a Buddhist year": ("พ.ศ. 2563", "พ.ศ. ๒๕๕๘", "B.E. 2563"),
        "a Hijri year": ("1441 هـ", "۱۳۹۹ ش", "1399 هـ ش", "1420 AH"),
        "days and months without a year": ("15/03", "12 May", "05-12", "第3期"),
        "a comma or dot in it": ("2,019", "2.019", "19,98"),
    },
)


_date_forms("DAT001", {"zeros": ("0000", "0000-00-00", "00/00/0000", "0")})


_date_forms(
    "DAT003",
    {
        "a year far ahead": ("2105", "2091", "2199", "2501", "2919", "2051", "2033-05-01"),
        "two digits swapped": ("9015", "9102", "8199", "2109", "2901"),
    },
)


@form("DAT003", "an article before print")
def _(record: Record, random: Random) -> Planted:
    if record.type != "article-journal" or not record.year:
        return None
    return replace(
        record, issued=dates.parse(random.choice(("1015", "1204", "1099", "1199", "1420", "1005")))
    )


@form("DAT003", "the year after next")
def _(record: Record, random: Random) -> Planted:
    return (
        replace(record, issued=dates.parse(random.choice(("2028", "2029", "2030-01"))))
        if record.type in DATED and record.year
        else None
    )


_date_forms(
    "DAT004",
    {
        "a day that the month does not have": words(
            "Y4-02-30 | Y4-04-31 | Y4-06-31 | Y4-11-31 | Y4-02-31"
        ),
        "29 February of a common year": ("2019-02-29", "1999-02-29", "2021-02-29", "1900-02-29"),
        "a month after December": ("Y4-13-05", "Y4-15-01", "Y4-19-30", "Y4/14/02"),
        "month zero": ("Y4-00-10", "Y4-00-15"),
        "day 32 and more": ("Y4-01-32", "Y4-05-45", "Y4-12-32"),
        "words": words(
            "30 February Y4 | 31 April Y4 | February 30, Y4 | 31. Juni Y4 | 31 septembre Y4"
        ),
        "Chinese": ("Y4年13月", "Y4年2月30日", "Y4年4月31日", "Y4年6月32日"),
        "slashes": ("Y4/02/30", "Y4/13/01", "Y4/09/31"),
        "dots": ("31.04.Y4", "30.02.Y4", "31.11.Y4"),
    },
)


@form("DAT004", "CSL-JSON: date parts")
def _(record: Record, random: Random) -> Planted:
    if not record.year:
        return None
    parts = random.choice(
        (
            [record.year, 13],
            [record.year, 2, 30],
            [record.year, 4, 31],
            [record.year, 14, 2],
            [record.year, 12, 45],
        )
    )
    item = csl(record)
    faulty = item | {"issued": {"date-parts": [parts]}}
    return Plant(Text(csl_file([item]), "csl-json"), Text(csl_file([faulty]), "csl-json"))


@form("DAT004", "RIS: a date that there is not")
def _(record: Record, random: Random) -> Planted:
    if not record.year:
        return None
    day = random.choice(("02/30/", "04/31/", "13/01/", "06/31/"))
    faulty = re.sub(r"PY  - \d+", f"PY  - {record.year}/{day}", ris(record))
    return Plant(Text(ris(record), "ris"), Text(faulty, "ris"))


@form("DAT004", "BibTeX: month 13 or day 31 of a short month")
def _(record: Record, random: Random) -> Planted:
    if not record.year:
        return None
    more = random.choice(
        (
            {"month": "13"},
            {"date": f"{record.year}-02-30", "year": ""},
            {"month": "apr", "day": "31"},
        )
    )
    fields = {k: v for k, v in more.items() if v}
    given = replace(record, issued=None) if "date" in more else record
    return Plant(Text(bibtex(record), "bibtex"), Text(bibtex(given, **fields), "bibtex"))


@form("DAT004", "a day without a month")
def _(record: Record, random: Random) -> Planted:
    if not record.year:
        return None
    return replace(
        record,
        issued=dates.parse(str(record.year))._replace(
            day=random.randrange(1, 29), raw=f"{record.year}--15"
        ),
    )


_date_forms(
    "DAT005",
    {
        "the year with its unit": ("Y4年", "Y4년", "Y4 年"),
        "a month and its units": ("Y4年9月", "Y4年12月", "Y4 年 3 月", "Y4년 9월"),
        "a day and its units": ("Y4年9月3日", "Y4年11月28日", "Y4년 9월 3일", "Y4年6月1號"),
    },
)
