"""Faults of names that exports of catalogues and keyboards make."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from planting.forms import Plant, Planted, form
from planting.tools import pick, script, western_people, with_author
from validator.record import Name, Record

_CODES = ("aut", "edt", "ill", "trl", "drt")


@form("AUT006", "a code of MARC before the name")
def _(record: Record, random: Random) -> Planted:
    picked = pick(record, random, western_people(record))
    if not picked:
        return None
    at, name = picked
    coded = Name(random.choice(_CODES), f"{name.family} {name.given}")
    return with_author(record, at, coded)


@form("AUT006", "a code of MARC behind the name")
def _(record: Record, random: Random) -> Planted:
    picked = pick(record, random, western_people(record))
    if not picked:
        return None
    at, name = picked
    code = random.choice(_CODES)
    given = random.choice((f"{name.given} {code}", f"{name.given} [{code}]"))
    return with_author(record, at, replace(name, given=given, raw=""))


@form("AUT006", "a degree in brackets")
def _(record: Record, random: Random) -> Planted:
    picked = pick(record, random, western_people(record))
    if not picked:
        return None
    at, name = picked
    given = f"{name.given} ({random.choice(('PhD', 'Ph.D.', 'MSc', 'MBA'))})"
    return with_author(record, at, replace(name, given=given, raw=""))


@form("AUT009", "what the caps lock makes of a name")
def _(record: Record, random: Random) -> Planted:
    places = [i for i in western_people(record) if len(record.author[i].family) > 3]
    picked = pick(record, random, [i for i in places if record.author[i].family.istitle()])
    if not picked:
        return None
    at, name = picked
    turned = replace(name, family=name.family.swapcase(), given=name.given.swapcase(), raw="")
    return with_author(record, at, turned)


_LATIN = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")


@form("ENC008", "Latin initials of a Cyrillic name")
def _(record: Record, random: Random) -> Planted:
    places = [i for i in western_people(record) if script(record.author[i].family) == "cyrillic"]
    picked = pick(record, random, [i for i in places if record.author[i].given[0] in "АВЕКМНОРСТХ"])
    if not picked:
        return None
    at, name = picked
    first = f"{name.given[0]}."
    before = with_author(record, at, replace(name, given=first, raw=""))
    after = with_author(record, at, replace(name, given=first.translate(_LATIN), raw=""))
    return Plant((before,), (after,))
