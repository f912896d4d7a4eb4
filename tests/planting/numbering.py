"""Faults of volumes, issues and editions."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from planting.forms import Change, Planted, form, literal_forms, value_forms, words
from validator.record import Record


def _of_number(*templates: str) -> Change:
    return lambda value, random: (
        random.choice(templates).format(value) if re.fullmatch(r"\d{1,4}", value) else None
    )


value_forms(
    "VOL001",
    "volume",
    {
        "volume, English": _of_number(
            "Vol. {}", "vol. {}", "Volume {}", "vol {}", "VOL. {}", "v. {}", "Vol.{}", "V. {}"
        ),
        "volume, German": _of_number(
            "Bd. {}", "Band {}", "Jg. {}", "Jahrgang {}", "{}. Jg.", "{}. Jahrgang"
        ),
        "volume, Romance languages": _of_number(
            "t. {}", "tome {}", "tomo {}", "año {}", "vol. {}", "anno {}", "T. {}"
        ),
        "volume, Russian": _of_number("Т. {}", "т. {}", "том {}", "Том {}"),
        "volume, Polish, Czech, Turkish": _of_number(
            "t. {}", "tom {}", "R. {}", "roč. {}", "Cilt {}", "cilt: {}"
        ),
        "volume, Chinese": _of_number("第{}卷", "{}卷", "卷{}", "第{}卷。", "第 {} 卷"),
        "volume, Japanese and Korean": _of_number("第{}巻", "{}巻", "{}권", "제{}권"),
        "volume with its issue": _of_number(
            "{}(3)", "Vol. {} No. 3", "第{}卷第3期", "{}卷6号", "vol. {}, no. 3", "{}, no. 2"
        ),
        "volume with issue and pages": lambda value, random: (
            None
            if not re.fullmatch(r"\d{1,4}", value)
            else f"{value}{random.choice(('(3):45-67', '(3), 45-67', ':45-67', '(2): e123'))}"
        ),
        "volume, a decimal of a spreadsheet": _of_number("{}.0"),
        "volume, a mark beside it": _of_number("{},", "({})", "{};", "{}.", "['{}']"),
    },
)


value_forms(
    "VOL001",
    "issue",
    {
        "issue, English": _of_number(
            "No. {}",
            "no. {}",
            "No {}",
            "Issue {}",
            "iss. {}",
            "issue {}",
            "NO.{}",
            "Number {}",
            "#{}",
        ),
        "issue, German": _of_number("Nr. {}", "Heft {}", "H. {}", "Ausgabe {}"),
        "issue, Romance languages": _of_number(
            "n° {}", "núm. {}", "nº {}", "n. {}", "numéro {}", "N.º {}", "fasc. {}"
        ),
        "issue, Russian": _of_number("№ {}", "вып. {}", "№{}", "Вып. {}"),
        "issue, Polish, Czech, Turkish": _of_number(
            "nr {}", "z. {}", "č. {}", "Sayı {}", "sayı: {}"
        ),
        "issue, Chinese": _of_number(
            "第{}期", "{}期", "总第{}期", "第{}期。", "期{}", "(总第{}期)"
        ),
        "issue, Japanese and Korean": _of_number("第{}号", "{}号", "제{}호", "{}호"),
        "issue, a date of a spreadsheet": lambda value, random: random.choice(
            ("2-Jan", "01-Feb", "1月2日", "Apr-3", "12-Nov", "2012-03-04", "03-Apr", "2020/5/6")
        ),
        "issue, a mark beside it": _of_number("({})", "{}.", "{})", "{},", "{}.0"),
    },
)


def _of_journal(record: Record) -> bool:
    return record.type == "article-journal" and bool(record.volume and record.issue and record.page)


@form("VOL002", "without volume and issue")
def _(record: Record, random: Random) -> Planted:
    return replace(record, volume="", issue="") if _of_journal(record) else None


@form("VOL002", "without pages and number")
def _(record: Record, random: Random) -> Planted:
    return replace(record, page="", number="") if _of_journal(record) else None


@form("VOL002", "without volume, issue and pages")
def _(record: Record, random: Random) -> Planted:
    return replace(record, volume="", issue="", page="", number="") if _of_journal(record) else None


literal_forms(
    "EDN001",
    "edition",
    {
        "English": words(
            "2nd ed. | 3rd edition | Second edition | 4th ed | Second ed. | 2d ed. | Ed. 2 | ed. 3"
            " | Third Edition"
        ),
        "German": ("2. Aufl.", "3. Auflage", "zweite Auflage", "Aufl. 2", "5. Auflage"),
        "Romance languages": words(
            "2e éd. | 3ª ed. | 2ème édition | 2a ed. | segunda edición | 2ª edição"
        ),
        "Russian, Polish": ("2-е изд.", "Изд. 3-е", "wyd. 2", "Wyd. 2"),
        "Chinese": ("第二版", "第2版", "2版", "第三版", "第 2 版", "第十版"),
        "Japanese and Korean": ("第2版", "제2판", "2판", "第三版"),
        "roman": ("II", "III", "IV"),
        "the first": ("1st ed.", "第一版", "First edition", "1. Auflage"),
    },
    lambda record: record.type == "book",
)
