"""Residue of platforms, values that stand for no value, what belongs in a note."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from planting.forms import Change, Plant, Planted, Text, form, put, text_forms, words
from planting.tools import between, script, words_between
from planting.write import csv_file
from validator.record import Record


def _marked(*marks: str) -> Change:
    def change(text: str, random: Random) -> str | None:
        mark = random.choice(marks)
        if script(text) == "cjk":
            return between(text, random, mark)
        return words_between(text, random, f" {mark} ") if text.isascii() else None

    return change


text_forms(
    "ENC011",
    {
        "raised": _marked(
            "Ca~(2+)", "10~(-3)", "Na~+", "~(60)Co", "m~2", "cm~(-1)", "Fe~(3+)", "~(13)C"
        ),
        "lowered": _marked("H_3PO_4", "CO_2", "SO_2", "TiO_2", "Fe_2O_3", "H_2O", "Al_2O_3"),
        "lowered in brackets": _marked(
            "IC_(50)", "PM_(2.5)", "LD_(50)", "C_(60)", "V_(max)", "T_(1/2)"
        ),
        "both": _marked("SO_4~(2-)", "NO_3~-", "NH_4~+", "PO_4~(3-)"),
    },
    of=("title", "title", "abstract", "keyword"),
)


@form("ENC012", "a label of the page before an address")
def _(record: Record, random: Random) -> Planted:
    text = random.choice(
        words(
            "[作者单位]清华大学环境学院 | 作者单位：北京大学物理学院 | [机构]武汉大学"
            " | 【作者单位】 浙江大学医学院 | 作者单位:中国科学院"
        )
    )
    return replace(record, affiliation=(text,)) if record.language[:2] == "zh" else None


@form("ENC012", "an address of the old CNKI")
def _(record: Record, random: Random) -> Planted:
    text = random.choice(
        ("东北师范大学!长春130024", "中国农业大学!北京100094", "吉林大学化学系!长春,130023")
    )
    return replace(record, affiliation=(text,)) if record.language[:2] == "zh" else None


def _behind(*words: str) -> Change:
    return lambda text, random: text + random.choice(words) if script(text) == "cjk" else None


text_forms(
    "ENC012",
    {
        "a counter behind a Chinese text": _behind(
            " 被引量：2", "被引量:12", " 认领 被引量：2", " 下载量：35", " 浏览次数：120"
        ),
        "a button behind a Chinese text": _behind(
            " 引用 收藏", " 收藏 | 引用", "收藏 引用 | 分享", " 认领 收藏", " 下载 收藏"
        ),
    },
    of=("title", "title", "container_title"),
)


NOTHING = {
    "N/A": ("N/A", "n/a", "n.a.", "NA", "#N/A", "N.A."),
    "words of programs": words(
        "null | NULL | None | undefined | nan | NaN | (null) | [object Object] | #REF!"
    ),
    "English": words(
        "unknown | Unknown | not available | none | TBD | TBA | to be determined | not applicable"
    ),
    "Chinese": ("无", "未知", "不详", "暂无"),
    "other languages": words(
        "unbekannt | inconnu | desconocido | неизвестно | нет данных | 不明 | 미상 | なし | k.A."
    ),
    "signs": ("-", "--", "—", "?", "??", "???"),
}


PLACES = words(
    "publisher | publisher_place | volume | issue | container_title | language | edition | abstract"
    " | page | doi | issn | isbn | url | title"
)


def _nothing_form(kind: str, attribute: str) -> None:
    @form("VAL001", f"{kind} in {attribute}")
    def plant(record: Record, random: Random) -> Planted:
        if not getattr(record, attribute):
            return None
        return put(record, attribute, random.choice(NOTHING[kind]))


for _kind in NOTHING:
    for _attribute in PLACES:
        if (_attribute, _kind) != ("title", "English"):
            _nothing_form(_kind, _attribute)


@form("VAL001", "among keywords")
def _(record: Record, random: Random) -> Planted:
    words = random.choice(list(NOTHING.values())[:4])
    return (
        replace(record, keyword=(*record.keyword, random.choice(words))) if record.keyword else None
    )


MISUSE = {
    "an impact factor": words(
        "IF 3.5 | IF: 4.872 | Impact Factor 12.1 | 影响因子：3.2 | IF=5.1 | IF 2.3 | 影响因子 1.245"
    ),
    "a quartile": words("Q1 | SCI Q2 | JCR Q1 | 中科院二区 | 一区 | 中科院1区 | SJR Q3 | JCR一区"),
    "a count of citations": words(
        "被引次数: 12 | Cited by 23 | cited 15 times | Citations: 40 | 被引 5 次 | Times cited: 7"
    ),
    "a mark of reading": ("⭐⭐⭐", "★★★★☆", "已读", "未读", "✅", "🔥", "👍"),
}


def _misuse_form(kind: str, attribute: str) -> None:
    @form("VAL002", f"{kind} for {attribute}")
    def plant(record: Record, random: Random) -> Planted:
        if record.type not in ("article-journal", "book", "paper-conference"):
            return None
        return put(record, attribute, random.choice(MISUSE[kind]))


def _beside_form(kind: str) -> None:
    @form("VAL002", f"{kind} behind the journal or title")
    def plant(record: Record, random: Random) -> Planted:
        if record.type != "article-journal" or not record.container_title:
            return None
        attribute = random.choice(("container_title", "title"))
        word = random.choice(MISUSE[kind])
        joint = random.choice((f" ({word})", f" [{word}]", f" {word}"))
        return put(record, attribute, getattr(record, attribute) + joint)


for _kind in MISUSE:
    for _attribute in words(
        "publisher_place | collection_title | edition | status | genre | publisher"
    ):
        _misuse_form(_kind, _attribute)
    _beside_form(_kind)


@form("VAL003", "a column of a table")
def _(record: Record, random: Random) -> Planted:
    from planting.records import clean_records

    word = random.choice(("NA", "N/A", "NULL", "NaN", "null", "nan", "None"))
    column = random.choice(("volume", "issue", "publisher", "doi", "issn", "page"))
    rows = [r for r in random.sample(clean_records(), 12) if r.type == "article-journal"]
    if len(rows) < 5:
        return None
    few = [put(r, column, "") if i % 2 else r for i, r in enumerate(rows)]
    many = [put(r, column, word) if i % 2 else r for i, r in enumerate(rows)]
    return Plant(
        Text(csv_file([(r, None) for r in few]), "csv"),
        Text(csv_file([(r, None) for r in many]), "csv"),
    )
