"""Faults of names: words for "and others", titles and roles, placeholders."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from planting.forms import Planted, form, words
from planting.tools import (
    SIGNED,
    body,
    han_people,
    is_han,
    person_of,
    pick,
    script,
    western_people,
    whole,
    with_author,
)
from validator.record import Name, Record


def _append_form(code: str, name: str, *choices: Name) -> None:
    @form(code, name)
    def plant(record: Record, random: Random) -> Planted:
        if not record.author:
            return None
        return replace(record, author=(*record.author, random.choice(choices)))


_append_form(
    "AUT005",
    "et al. as a last person",
    *map(
        body, ("et al.", "et al", "Et al.", "et. al.", "[et al.]", "...et al.", "et alii", "& al.")
    ),
)


_append_form(
    "AUT005",
    "et al. split",
    person_of("al.", "et"),
    person_of("al", "et"),
    person_of("al.", "Et"),
    Name(family="et al."),
)


_append_form(
    "AUT005",
    "等 as a last person",
    body("等"),
    body("等."),
    person_of("等", ""),
    body("［等］"),
    body("[等]"),
)


_append_form(
    "AUT005",
    "Japanese and Korean words",
    body("他"),
    body("ほか"),
    body("외"),
    body("ほか3名"),
    body("外 3人"),
)


_append_form(
    "AUT005",
    "Russian and Polish words",
    body("и др."),
    body("и др"),
    body("и другие"),
    body("i in."),
)


_append_form(
    "AUT005",
    "words of other European languages",
    body("u. a."),
    body("y otros"),
    body("e outros"),
    body("et autres"),
    body("y cols."),
    body("m.fl."),
    body("vd."),
    body("e.a."),
    body("a kol."),
    person_of("mtsai", "és"),
    body("κ.ά."),
)


_append_form("AUT005", "and others outside BibTeX", body("and others"), person_of("others", "and"))


@form("AUT005", "et al. behind the last name")
def _(record: Record, random: Random) -> Planted:
    people = western_people(record)
    if not people:
        return None
    at = people[-1]
    name = record.author[at]
    words = random.choice((" et al.", " et al", ", et al."))
    part = random.choice(("family", "given"))
    return with_author(record, at, replace(name, **{part: getattr(name, part) + words, "raw": ""}))


HONORIFICS = words(
    "Dr. | Prof. | Prof. Dr. | Dr | Mr. | Mrs. | Ms. | Professor | Doctor | Dipl.-Ing. | Dott."
    " | Dra."
)


DEGREES = words("PhD | Ph.D. | MD | M.D. | MSc | MBBS | DPhil | M.A. | MPH | Dr. rer. nat. | RN")


@form("AUT006", "a title before the given name")
def _(record: Record, random: Random) -> Planted:
    picked = pick(
        record,
        random,
        [i for i in western_people(record) if script(record.author[i].family) == "latin"],
    )
    if not picked:
        return None
    at, name = picked
    return with_author(
        record, at, person_of(name.family, f"{random.choice(HONORIFICS)} {name.given}")
    )


@form("AUT006", "a title before the family name")
def _(record: Record, random: Random) -> Planted:
    picked = pick(
        record,
        random,
        [i for i in western_people(record) if script(record.author[i].family) == "latin"],
    )
    if not picked:
        return None
    at, name = picked
    return with_author(
        record, at, person_of(f"{random.choice(HONORIFICS[:4])} {name.family}", name.given)
    )


@form("AUT006", "a title that may shorten a given name")
def _(record: Record, random: Random) -> Planted:
    people = [i for i in western_people(record) if record.author[i].given[:3].isalpha()]
    picked = pick(record, random, [i for i in people if len(record.author[i].given) > 2])
    if not picked:
        return None
    at, name = picked
    title = random.choice(("Ing.", "Engr.", "Mag.", "Lic."))
    return with_author(record, at, person_of(name.family, f"{title} {name.given}"))


@form("AUT006", "honours behind the given name")
def _(record: Record, random: Random) -> Planted:
    picked = pick(record, random, western_people(record))
    if not picked:
        return None
    at, name = picked
    honour = random.choice(("FRS", "FRSC", "FBA", "OBE", "CBE, FRS"))
    return with_author(record, at, person_of(name.family, f"{name.given}, {honour}"))


@form("AUT006", "a degree behind the given name")
def _(record: Record, random: Random) -> Planted:
    picked = pick(
        record,
        random,
        [i for i in western_people(record) if script(record.author[i].family) == "latin"],
    )
    if not picked:
        return None
    at, name = picked
    joint = random.choice((" ", ", "))
    return with_author(
        record, at, person_of(name.family, name.given + joint + random.choice(DEGREES))
    )


@form("AUT006", "a degree behind the family name")
def _(record: Record, random: Random) -> Planted:
    picked = pick(
        record,
        random,
        [i for i in western_people(record) if script(record.author[i].family) == "latin"],
    )
    if not picked:
        return None
    at, name = picked
    joint = random.choice((" ", ", "))
    return with_author(
        record, at, person_of(name.family + joint + random.choice(DEGREES[:6]), name.given)
    )


@form("AUT006", "a degree in the place of Jr.")
def _(record: Record, random: Random) -> Planted:
    picked = pick(record, random, western_people(record))
    if not picked or picked[1].suffix:
        return None
    at, name = picked
    return with_author(record, at, replace(name, suffix=random.choice(DEGREES), raw=""))


@form("AUT006", "a title in a whole name")
def _(record: Record, random: Random) -> Planted:
    picked = pick(record, random, western_people(record))
    if not picked or script(picked[1].family) != "latin":
        return None
    at, name = picked
    text = random.choice(
        (f"{random.choice(HONORIFICS)} {whole(name)}", f"{whole(name)}, {random.choice(DEGREES)}")
    )
    return with_author(record, at, body(text))


@form("AUT006", "a Russian title")
def _(record: Record, random: Random) -> Planted:
    picked = pick(record, random, western_people(record))
    if not picked or script(picked[1].family) != "cyrillic":
        return None
    at, name = picked
    title = random.choice(("проф.", "д-р", "акад.", "профессор", "доц.", "к.т.н."))
    return with_author(record, at, person_of(name.family, f"{title} {name.given}"))


def han_suffix_form(code: str, name: str, *tails: str) -> None:
    @form(code, name)
    def plant(record: Record, random: Random) -> Planted:
        picked = pick(record, random, han_people(record))
        if not picked or record.language[:2] in ("ja", "ko"):
            return None
        at, person = picked
        tail = random.choice(tails)
        if len(tail) == 1 and is_han(tail) and len(whole(person)) < 3:
            return None  # 徐静著 may be a name
        return with_author(record, at, body(whole(person) + tail))


han_suffix_form(
    "AUT006", "a Chinese title behind the name", "教授", "博士", " 教授", "先生", "研究员", "院士"
)


han_suffix_form(
    "AUT006",
    "a Chinese role behind the name",
    "主编",
    "著",
    "编",
    "编著",
    "译",
    " 主编",
    " 著",
    "等编",
    "（主编）",
    "(译)",
    "[编]",
)


@form("AUT006", "a country or dynasty before a Chinese name")
def _(record: Record, random: Random) -> Planted:
    picked = pick(record, random, han_people(record))
    if not picked:
        return None
    at, person = picked
    mark = random.choice(
        ("[美]", "（日）", "(清)", "〔英〕", "[明]", "（德）", "【法】", "(宋) ", "［苏］")
    )
    return with_author(record, at, body(mark + whole(person)))


@form("AUT006", "a country before a transcribed name")
def _(record: Record, random: Random) -> Planted:
    if record.language[:2] != "zh" or not record.author:
        return None
    name = random.choice(("富勒", "彼得·德鲁克", "罗素", "玛丽·比尔德"))
    return with_author(record, 0, body(random.choice(("[美]", "（英）", "(美) ", "[法]")) + name))


@form("AUT006", "a Japanese or Korean title")
def _(record: Record, random: Random) -> Planted:
    titles = {
        "ja": ("教授", "博士", "先生", "著", "編", "訳"),
        "ko": (" 교수", " 박사", " 편", " 지음"),
    }
    choices = titles.get(record.language[:2])
    if not choices or not record.author:
        return None
    at = random.randrange(len(record.author))
    return with_author(record, at, body(whole(record.author[at]) + random.choice(choices)))


GENERIC = {
    "English words": words(
        "admin | Admin | administrator | unknown | Unknown | Unknown Author | editor | Editor"
        " | staff | Staff Writer | webmaster | No author | no author listed | Author"
        " | Anonymous Author | guest | user | Staff | STAFF | Lastname, Firstname | First Last"
    ),
    "signs": ("N/A", "n/a", "-", "--", "?", "???", "null", "None", "undefined", "nan", "TBD"),
    "Chinese words": ("作者不详", "未知", "无", "匿名作者", "管理员", "不详", "未知作者", "无作者"),
    "words of other languages": words(
        "unbekannt | Unbekannter Autor | inconnu | auteur inconnu | desconocido"
        " | autor desconhecido | неизвестен | автор неизвестен | 不明 | 작자 미상 | غير معروف"
    ),
}


def _generic_form(kind: str) -> None:
    @form("AUT008", kind)
    def plant(record: Record, random: Random) -> Planted:
        if record.type not in SIGNED or not record.author:
            return None
        return replace(record, author=(body(random.choice(GENERIC[kind])),))

    @form("AUT008", f"{kind}, among people")
    def among(record: Record, random: Random) -> Planted:
        if record.type not in SIGNED or len(record.author) < 2:
            return None
        word = random.choice(GENERIC[kind])
        return with_author(record, random.randrange(len(record.author)), body(word))


for _kind in GENERIC:
    _generic_form(_kind)


@form("AUT008", "split in two")
def _(record: Record, random: Random) -> Planted:
    if record.type not in SIGNED or not record.author:
        return None
    name = random.choice(
        (
            ("Author", "Unknown"),
            ("Admin", "Site"),
            ("Writer", "Staff"),
            ("N/A", "N/A"),
            ("author", "No"),
            ("Unknown", "Unknown"),
            ("Author", "A. N."),
            ("Nachname", "Vorname"),
            ("Nom", "Prénom"),
        )
    )
    return replace(record, author=(person_of(*name),))
