"""Faults of lists of names: separators, order, repetition, a list cut short."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from random import Random

from planting.forms import Plant, Planted, Text, form
from planting.tools import (
    SIGNED,
    body,
    han_people,
    has_case,
    is_han,
    is_person,
    pick,
    script,
    western_people,
    whole,
    with_author,
)
from planting.write import bibtex, csv_file, ris
from validator.record import Name, Record

UNSIGNED = re.compile(
    r"(?i)editorial|introduction|preface|foreword|erratum|correction|index|proceedings|report"
    r"|news|minutes|overview|workshop|track|contents|前言|序|目录|编者"
)
"""Words of titles of pieces that nobody need sign."""


@form("AUT001", "no names at all")
def _(record: Record, random: Random) -> Planted:
    if record.type not in SIGNED or not record.author or UNSIGNED.search(record.title):
        return None
    return replace(record, author=(), editor=(), translator=())


@form("AUT002", "an empty name")
def _(record: Record, random: Random) -> Planted:
    if not record.author:
        return None
    at = random.randrange(len(record.author) + 1)
    empty = random.choice(
        (Name(), Name(literal=" "), Name(literal=","), Name(family="", given=" "))
    )
    return replace(record, author=(*record.author[:at], empty, *record.author[at:]))


@form("AUT002", "a separator at the edge of a name")
def _(record: Record, random: Random) -> Planted:
    picked = pick(record, random, western_people(record) + han_people(record))
    if not picked:
        return None
    at, name = picked
    mark = random.choice("；、，" if is_han(name.literal or name.family) else ";,&")
    attribute = "literal" if name.literal else random.choice(("family", "given"))
    text = getattr(name, attribute)
    text = mark + text if random.random() < 0.4 else text + mark
    return with_author(record, at, replace(name, **{attribute: text, "raw": ""}))


def _bibtex_with(record: Record, author: str) -> Planted:
    before = bibtex(record)
    return Plant(Text(before, "bibtex"), Text(bibtex(record, author=author), "bibtex"))


def _listed(record: Record) -> list[str] | None:
    people = western_people(record)
    if (
        len(people) != len(record.author)
        or len(people) < 2
        or any(n.particles for n in record.author)
    ):
        return None
    return [f"{n.family}, {n.given}" for n in record.author]


@form("AUT002", "BibTeX: and and")
def _(record: Record, random: Random) -> Planted:
    names = _listed(record)
    return _bibtex_with(record, f"{names[0]} and and {' and '.join(names[1:])}") if names else None


@form("AUT002", "BibTeX: and at the end")
def _(record: Record, random: Random) -> Planted:
    names = _listed(record)
    return _bibtex_with(record, " and ".join(names) + " and") if names else None


@form("AUT002", "BibTeX: and at the start")
def _(record: Record, random: Random) -> Planted:
    names = _listed(record)
    return _bibtex_with(record, "and " + " and ".join(names)) if names else None


@form("AUT002", "RIS: a comma without a family name")
def _(record: Record, random: Random) -> Planted:
    names = _listed(record)
    if not names:
        return None
    faulty = [f", {record.author[0].given}", *names[1:]]
    return Plant(Text(ris(record, names), "ris"), Text(ris(record, faulty), "ris"))


@form("AUT002", "RIS: a separator behind a name")
def _(record: Record, random: Random) -> Planted:
    names = _listed(record)
    if not names:
        return None
    faulty = [names[0] + random.choice(";&"), *names[1:]]
    return Plant(Text(ris(record, names), "ris"), Text(ris(record, faulty), "ris"))


def _two(record: Record, places: list[int]) -> tuple[Name, Name] | None:
    if len(places) < 2 or places[1] != places[0] + 1:
        return None
    return record.author[places[0]], record.author[places[1]]


def _joined(record: Record, text: str, at: int) -> Record:
    names = (*record.author[:at], body(text), *record.author[at + 2 :])
    return replace(record, author=names)


def _join_form(name: str, joint: str, *, turned: bool = False, of: str = "") -> None:
    @form("AUT003", name)
    def plant(record: Record, random: Random) -> Planted:
        places = western_people(record)
        two = _two(record, places)
        if not two or any(n.particles or n.suffix for n in two):
            return None
        if of and record.language[:2] != of:
            return None
        texts = [f"{n.family}, {n.given}" if turned else f"{n.given} {n.family}" for n in two]
        return _joined(record, joint.join(texts), places[0])


_join_form("a semicolon", "; ")


_join_form("a semicolon, family names first", "; ", turned=True)


_join_form("an ampersand", " & ")


_join_form("an ampersand, family names first", " & ", turned=True)


_join_form("and", " and ")


_join_form("and, family names first", " and ", turned=True)


_join_form("a slash", " / ")


_join_form("a slash, family names first", "/", turned=True)


_join_form("a middle dot", " · ")


_join_form("und", " und ", of="de")


_join_form("et", " et ", of="fr")


_join_form("y", " y ", of="es")


_join_form("i", " i ", of="pl")


for _word, _language in (("und", "de"), ("et", "fr"), ("y", "es"), ("e", "it"), ("e", "pt")):
    _join_form(
        f"{_word} ({_language}), family names first", f" {_word} ", turned=True, of=_language
    )


_join_form("an et in any list, family names first", " et ", turned=True)


@form("AUT003", "и")
def _(record: Record, random: Random) -> Planted:
    places = [i for i in western_people(record) if script(record.author[i].family) == "cyrillic"]
    two = _two(record, places)
    return two and _joined(record, f"{whole(two[0])} и {whole(two[1])}", places[0])


@form("AUT003", "two people in the boxes of one")
def _(record: Record, random: Random) -> Planted:
    places = western_people(record)
    two = _two(record, places)
    if not two:
        return None
    a, b = two
    mark = random.choice(("; ", " and ", " & "))
    name = Name(family=f"{a.family}, {a.given}{mark}{b.family}", given=b.given)
    return replace(
        record, author=(*record.author[: places[0]], name, *record.author[places[0] + 2 :])
    )


@form("AUT003", "the second person in the box of given names")
def _(record: Record, random: Random) -> Planted:
    places = western_people(record)
    two = _two(record, places)
    if not two:
        return None
    a, b = two
    mark = random.choice(("; ", " and ", " & "))
    name = Name(family=a.family, given=f"{a.given}{mark}{b.given} {b.family}")
    return replace(
        record, author=(*record.author[: places[0]], name, *record.author[places[0] + 2 :])
    )


@form("AUT003", "a list as medicine writes it")
def _(record: Record, random: Random) -> Planted:
    places = western_people(record)
    if len(places) < 2 or len(places) != len(record.author):
        return None
    names = [f"{n.family} {''.join(w[0].upper() for w in n.given.split())}" for n in record.author]
    return replace(record, author=(body(", ".join(names)),))


def _han_form(name: str, joint: str, least: int = 2) -> None:
    @form("AUT003", name)
    def plant(record: Record, random: Random) -> Planted:
        places = han_people(record)
        if len(places) < least or len(places) != len(record.author):
            return None
        return replace(record, author=(body(joint.join(whole(n) for n in record.author)),))


_han_form("Han names, a full-width semicolon", "；")


_han_form("Han names, a semicolon", ";")


_han_form("Han names, 、", "、")


_han_form("Han names, a full-width comma", "，")


_han_form("three Han names, commas", ",", 3)


_han_form("three Han names, blanks", " ", 3)


@form("AUT003", "Arabic names, ؛")
def _(record: Record, random: Random) -> Planted:
    if len(record.author) < 2 or script(whole(record.author[0])) != "arabic":
        return None
    return replace(record, author=(body(" ؛ ".join(whole(n) for n in record.author)),))


@form("AUT004", "one of the list given name first")
def _(record: Record, random: Random) -> Planted:
    names = _listed(record)
    if not names:
        return None
    at = random.randrange(len(names))
    turned = list(names)
    turned[at] = f"{record.author[at].given} {record.author[at].family}"
    return Plant(
        Text(bibtex(record, author=" and ".join(names)), "bibtex"),
        Text(bibtex(record, author=" and ".join(turned)), "bibtex"),
    )


@form("AUT004", "one of the list family name first")
def _(record: Record, random: Random) -> Planted:
    names = _listed(record)
    if not names:
        return None
    plain = [f"{n.given} {n.family}" for n in record.author]
    at = random.randrange(len(names))
    turned = [*plain[:at], names[at], *plain[at + 1 :]]
    return Plant(
        Text(bibtex(record, author=" and ".join(plain)), "bibtex"),
        Text(bibtex(record, author=" and ".join(turned)), "bibtex"),
    )


def _twice_form(name: str, vary: object) -> None:
    @form("AUT013", name)
    def plant(record: Record, random: Random) -> Planted:
        people = [i for i, n in enumerate(record.author) if not n.suffix and _is_alone(n)]
        if len(record.author) < 2 or not people:
            return None
        at = random.choice(people)
        again = vary(record.author[at])  # type: ignore[operator]
        if again is None:
            return None
        to = random.choice([i for i in range(len(record.author) + 1) if i > at])
        return replace(
            record, author=(*record.author[:to], replace(again, orcid=""), *record.author[to:])
        )


def _is_alone(name: Name) -> bool:
    """Whether no two people of a list are likely to bear the name."""
    if name.literal:
        return is_han(name.literal) and len(name.literal) > 2
    initials = all(len(w.strip(".")) < 2 for w in name.given.split())
    return is_person(name) and not initials and len(name.given) > 4 and len(name.family) > 3


def _without_accents(name: Name) -> Name | None:
    def bare(text: str) -> str:
        return "".join(
            c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)
        )

    changed = replace(name, family=bare(name.family), given=bare(name.given))
    latin = script(name.family) == "latin"
    return changed if latin and changed != name else None


def _dots(name: Name) -> Name | None:
    given = name.given.replace(". ", ".") if ". " in name.given else name.given.replace(".", "")
    return replace(name, given=given) if given != name.given else None


_twice_form("the same", lambda n: n)


_twice_form("without its accents", _without_accents)


_twice_form("with other dots", _dots)


_twice_form(
    "in capitals", lambda n: replace(n, family=n.family.upper()) if has_case(n.family) else None
)


_twice_form(
    "once in one string",
    lambda n: (
        body(f"{n.given} {n.family}")
        if is_person(n) and has_case(n.family) and not n.particles
        else None
    ),
)


def _file_of_people(record: Record, random: Random, write: object, form_name: str) -> Planted:
    """Ten records with family names first, and the same with given names first in the last."""
    from planting.records import people_of_file

    names = _listed(record)
    if not names or any(
        "." in n.given or " " in n.given or len(n.given) < 3 for n in record.author
    ):
        return None
    peers = people_of_file(random)
    turned = [f"{n.given} {n.family}" for n in record.author]
    before = write([*peers, (record, names)])  # type: ignore[operator]
    after = write([*peers, (record, turned)])  # type: ignore[operator]
    return Plant(Text(before, form_name), Text(after, form_name))


@form("AUT017", "RIS")
def _(record: Record, random: Random) -> Planted:
    return _file_of_people(record, random, lambda rows: "".join(ris(r, n) for r, n in rows), "ris")


@form("AUT017", "CSV")
def _(record: Record, random: Random) -> Planted:
    return _file_of_people(
        record, random, lambda rows: csv_file([(r, "; ".join(n)) for r, n in rows]), "csv"
    )


@form("AUT018", "BibTeX: and others")
def _(record: Record, random: Random) -> Planted:
    names = _listed(record)
    return _bibtex_with(record, " and ".join(names) + " and others") if names else None


@form("AUT018", "BibTeX: one author and others")
def _(record: Record, random: Random) -> Planted:
    names = _listed(record)
    return _bibtex_with(record, f"{names[0]} and others") if names else None
