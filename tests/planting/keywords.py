"""Faults of keywords, abstracts and classifications."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from planting.forms import Change, Planted, form, value_forms, words
from planting.tools import is_han, script
from validator.record import Record


def _several(record: Record) -> bool:
    return len(record.keyword) >= 3


@form("KEY001", "one string of several, semicolons")
def _(record: Record, random: Random) -> Planted:
    joint = random.choice(("; ", ";", "；"))
    return replace(record, keyword=(joint.join(record.keyword),)) if _several(record) else None


@form("KEY001", "one string of several, commas")
def _(record: Record, random: Random) -> Planted:
    joint = "，" if script(record.keyword[0] if record.keyword else "") == "cjk" else ", "
    return replace(record, keyword=(joint.join(record.keyword),)) if _several(record) else None


@form("KEY001", "one string of several, 、")
def _(record: Record, random: Random) -> Planted:
    fits = _several(record) and all(is_han(k) for k in record.keyword)
    return replace(record, keyword=("、".join(record.keyword),)) if fits else None


@form("KEY001", "one string of several, mixed")
def _(record: Record, random: Random) -> Planted:
    if not _several(record):
        return None
    first, second, *rest = record.keyword
    one, other = random.choice(("; ", " ;", "；")), random.choice((", ", "，", " | "))
    return replace(record, keyword=(first + one + second + other + "; ".join(rest),))


@form("KEY001", "one string of several, blanks or bars")
def _(record: Record, random: Random) -> Planted:
    if not _several(record) or len(record.keyword) < 3:
        return None
    if all(is_han(k) and 2 <= len(k) <= 8 for k in record.keyword):
        return replace(record, keyword=(random.choice((" ", "\u3000")).join(record.keyword),))
    return replace(record, keyword=(" | ".join(record.keyword),))


@form("KEY001", "two in one of the list")
def _(record: Record, random: Random) -> Planted:
    if not _several(record):
        return None
    first, second, *rest = record.keyword
    return replace(record, keyword=(f"{first}{random.choice((';', '；', '; '))}{second}", *rest))


@form("KEY001", "an empty one")
def _(record: Record, random: Random) -> Planted:
    if not record.keyword:
        return None
    at = random.randrange(len(record.keyword) + 1)
    return replace(
        record, keyword=(*record.keyword[:at], random.choice(("", " ")), *record.keyword[at:])
    )


@form("KEY001", "one twice")
def _(record: Record, random: Random) -> Planted:
    return (
        replace(record, keyword=(*record.keyword, random.choice(record.keyword)))
        if record.keyword
        else None
    )


@form("KEY001", "one twice, in other letters")
def _(record: Record, random: Random) -> Planted:
    words = [k for k in record.keyword if k.upper() != k.lower()]
    if not words:
        return None
    word = random.choice(words)
    again = random.choice([w for w in (word.upper(), word.lower(), word.title()) if w != word])
    return replace(record, keyword=(*record.keyword, again))


@form("KEY001", "a stop at the end")
def _(record: Record, random: Random) -> Planted:
    if not _several(record):
        return None
    stop = "。" if script(record.keyword[-1]) == "cjk" else "."
    return replace(record, keyword=(*record.keyword[:-1], record.keyword[-1] + stop))


@form("KEY001", "tags")
def _(record: Record, random: Random) -> Planted:
    if not record.keyword:
        return None
    first, *rest = record.keyword
    return replace(
        record,
        keyword=(
            random.choice(
                (f"<kwd>{first}</kwd>", f"<b>{first}</b>", f"<i>{first}</i>", f"{first}<br>")
            ),
            *rest,
        ),
    )


@form("KEY001", "a label before the first")
def _(record: Record, random: Random) -> Planted:
    if not record.keyword:
        return None
    first, *rest = record.keyword
    label = (
        random.choice(("关键词：", "关键词: ", "【关键词】"))
        if script(first) == "cjk"
        else random.choice(("Keywords: ", "Key words: ", "Keywords—", "KEYWORDS: "))
    )
    return replace(record, keyword=(label + first, *rest))


PHRASES = (
    ("Type", "1", "diabetes"),
    ("Type", "2", "diabetes"),
    ("Vitamin", "D", "deficiency"),
    ("Interleukin", "6"),
    ("Influenza", "A", "virus"),
    ("Hepatitis", "B", "virus"),
    ("COVID", "19"),
    ("Factor", "8"),
    ("Protein", "C"),
    ("World War", "2"),
    ("2", "型糖尿病"),
    ("维生素", "C"),
    ("白细胞介素", "6"),
    ("Омега", "3"),
)


@form("KEY003", "a phrase of the title")
def _(record: Record, random: Random) -> Planted:
    if record.type != "article-journal" or not record.title:
        return None
    phrase = random.choice(PHRASES)
    han = any(is_han(part) for part in phrase)
    if (script(record.title) == "cjk") is not han:
        return None
    joined = ("" if han else "-" if phrase[0] == "COVID" else " ").join(phrase)
    title = f"{record.title}：{joined}" if han else f"{joined}: {record.title}"
    whole_ = replace(record, title=title, keyword=(*record.keyword, joined))
    from planting.forms import Plant

    rest = ("follow-up", "risk") if not han else ("随访", "危险因素")
    words = (*record.keyword, *rest)
    at = random.randrange(len(words) + 1)
    return Plant(
        (replace(whole_, keyword=(*words, joined)),),
        (replace(whole_, keyword=(*words[:at], *phrase, *words[at:])),),
    )


@form("KEY003", "a phrase of the abstract")
def _(record: Record, random: Random) -> Planted:
    if not record.abstract or script(record.abstract) != "latin":
        return None
    phrase = random.choice(
        [p for p in PHRASES if not any(is_han(x) for x in p) and p[0] not in ("COVID", "Омега")]
    )
    from planting.forms import Plant

    right = replace(
        record, abstract=f"{record.abstract} We measured {' '.join(phrase).lower()} in all cases."
    )
    return Plant((right,), (replace(right, keyword=(*record.keyword, *phrase)),))


BILINGUAL = {
    "Korean": (
        "개념설계(Preliminary Design)",
        "기계학습(Machine Learning)",
        "미세먼지(Particulate Matter)",
        "품질 관리(quality control)",
    ),
    "Chinese before English": (
        "机器学习(machine learning)",
        "遥感（remote sensing）",
        "土壤水分 (soil moisture)",
        "深度学习（Deep Learning）",
    ),
    "English before Chinese": (
        "GIS(地理信息系统)",
        "machine learning(机器学习)",
        "remote sensing（遥感）",
        "CNN(卷积神经网络)",
    ),
    "Japanese": ("機械学習(Machine Learning)", "水質（Water Quality）", "都市河川(urban river)"),
    "Russian": (
        "машинное обучение (machine learning)",
        "почва (soil)",
        "дистанционное зондирование (remote sensing)",
    ),
}
for _kind, _words in BILINGUAL.items():

    def _bilingual(record: Record, random: Random, words: tuple[str, ...] = _words) -> Planted:
        if not record.keyword:
            return None
        at = random.randrange(len(record.keyword))
        new = random.choice(words)
        return replace(record, keyword=(*record.keyword[:at], new, *record.keyword[at + 1 :]))

    form("KEY004", _kind)(_bilingual)


def _abstract_form(name: str, build: Change) -> None:
    @form("ABS001", name)
    def plant(record: Record, random: Random) -> Planted:
        if record.type not in ("article-journal", "paper-conference") or not record.title:
            return None
        text = build(record.abstract or _made_up(record), random)
        return replace(record, abstract=text.replace("TITLE", record.title)) if text else None


def _made_up(record: Record) -> str:
    if script(record.title) == "cjk":
        return (
            "以典型区域为对象，比较了不同条件下各项指标的变化，"
            "结果表明差异显著，并讨论了其原因与意义。" * 2
        )
    return (
        "We compared two groups over several years and found that the differences between them"
        " were larger than expected. The reasons are discussed, and further work is proposed. " * 2
    )


_abstract_form("the title", lambda a, r: r.choice(("TITLE", "TITLE.")))
_abstract_form(
    "too short",
    lambda a, r: r.choice(
        words("Abstract text | See full text | 本文 | Introduction | A short note | Summary")
    ),
)
_abstract_form(
    "cut off",
    lambda a, r: (
        a[: len(a) * 2 // 3].rstrip(" .。") + r.choice(("…", "...", " ...", " [...]", "……"))
    ),
)
_abstract_form(
    "a label, English",
    lambda a, r: (
        r.choice(
            (
                "Abstract: ",
                "Abstract ",
                "ABSTRACT ",
                "Abstract—",
                "Abstract. ",
                "Summary: ",
                "Abstract\n",
            )
        )
        + a
        if script(a) == "latin"
        else None
    ),
)
_abstract_form(
    "a label, Chinese",
    lambda a, r: (
        r.choice(("摘要：", "摘要:", "【摘要】", "[摘要]", "〔摘 要〕", "内容摘要：", "摘　要："))
        + a
        if script(a) == "cjk"
        else None
    ),
)
_abstract_form(
    "a label of another language",
    lambda a, r: (
        r.choice(
            (
                "Zusammenfassung: ",
                "Résumé : ",
                "Resumen: ",
                "Resumo: ",
                "Аннотация. ",
                "Streszczenie. ",
                "Özet: ",
            )
        )
        + a
        if script(a) == "latin"
        else None
    ),
)
_abstract_form(
    "a notice of rights at the end",
    lambda a, r: (
        a
        + r.choice(
            (
                " © 2015 Elsevier B.V. All rights reserved.",
                " Copyright © 2012 John Wiley & Sons, Ltd.",
                " (C) 2009 Elsevier Ltd. All rights reserved.",
                " © 2018 The Authors. Published by Elsevier Ltd.",
                " © 2013 IEEE.",
            )
        )
    ),
)
_abstract_form(
    "none available",
    lambda a, r: r.choice(
        words(
            "No abstract available. | [No abstract available] | Abstract not available"
            " | No abstract | 无摘要 | 暂无摘要 | Kein Abstract verfügbar"
        )
    ),
)

value_forms(
    "CLC001",
    "classification",
    {
        "small letters": lambda c, r: c.lower(),
        "a letter that is not used": lambda c, r: (
            r.choice("LMWY") + c.lstrip("ABCDEFGHIJKNOPQRSTUVXZ")
        ),
        "no dot after three digits": lambda c, r: c.replace(".", "") if "." in c else c + "123",
        "a Chinese dot": lambda c, r: c.replace(".", "。") if "." in c else c + "。1",
        "a comma for the dot": lambda c, r: c.replace(".", ",") if "." in c else None,
        "a label": lambda c, r: r.choice(("中图分类号:", "中图分类号：", "CLC: ", "分类号：")) + c,
        "full-width characters": lambda c, r: "".join(chr(ord(x) + 0xFEE0) for x in c),
        "a letter for a digit": lambda c, r: (
            c.replace("1", "l").replace("3", "З") if "1" in c or "3" in c else None
        ),
        "no letter": lambda c, r: c.lstrip("ABCDEFGHIJKNOPQRSTUVXZ"),
        "a blank inside": lambda c, r: c[:1] + " " + c[1:],
        "a dot at the end": lambda c, r: c + r.choice((".", "。", ",")),
        "words": lambda c, r: r.choice(("计算机科学", "不详", "医药卫生")),
    },
)
