"""Faults of names: marks, addresses, institutions, digits and brackets beside them."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from planting.author_roles import han_suffix_form
from planting.forms import Planted, form, words
from planting.tools import (
    han_people,
    person_of,
    pick,
    some_orcid,
    western_people,
    with_author,
)
from validator.record import Record

RESIDUE = {
    "an e-mail address": (
        "jane@example.org",
        "wei.zhang@pku.edu.cn",
        "<a.b@uni.de>",
        "(j.doe@example.com)",
    ),
    "a link": (
        "https://example.org/~me",
        "www.example.org",
        "http://orcid.org/0000-0001-5109-3700",
    ),
    "footnote marks": words(
        "1,2* | * | † | 1*† | ¹ | ¹,² | ‡ | § | a,b,* | [1] | [1,2 ] | (1) | ①"
    ),
    "an institution": words(
        "Department of Physics | University of Vienna | (Stanford University) | School of Medicine"
        " | (MIT) | (CNRS) | (Harvard Medical School) | (Max-Planck-Institut)"
        " | Institut für Informatik | College of Nursing"
    ),
    "words about the author": words(
        "(corresponding author) | Corresponding Author | (au.) | (Author) | equal contribution"
    ),
}


def _residue_form(kind: str) -> None:
    @form("AUT007", f"{kind} behind the given name")
    def behind_given(record: Record, random: Random) -> Planted:
        picked = pick(record, random, western_people(record))
        if not picked:
            return None
        at, name = picked
        text = random.choice(RESIDUE[kind])
        joint = "" if kind == "footnote marks" else random.choice((" ", ", "))
        return with_author(record, at, person_of(name.family, name.given + joint + text))

    @form("AUT007", f"{kind} behind the family name")
    def behind_family(record: Record, random: Random) -> Planted:
        picked = pick(record, random, western_people(record))
        if not picked:
            return None
        at, name = picked
        joint = "" if kind == "footnote marks" else " "
        return with_author(
            record, at, person_of(name.family + joint + random.choice(RESIDUE[kind]), name.given)
        )


for _kind in RESIDUE:
    _residue_form(_kind)


@form("AUT007", "an ORCID iD in the given name")
def _(record: Record, random: Random) -> Planted:
    picked = pick(record, random, western_people(record))
    if not picked:
        return None
    at, name = picked
    return with_author(record, at, person_of(name.family, f"{name.given} {some_orcid(random)}"))


han_suffix_form("AUT007", "等 behind a Chinese name", "等", " 等", "等.")


han_suffix_form(
    "AUT007",
    "footnote marks behind a Chinese name",
    "1,2*",
    "*",
    "¹",
    "[1 ]",
    "[1,2]",
    "①",
    "1",
    "△",
)


han_suffix_form(
    "AUT007", "a button or counter behind a Chinese name", " 认领 被引量：2", " 认领", " 被引量：12"
)


han_suffix_form(
    "AUT007", "通讯作者 behind a Chinese name", "（通讯作者）", "(通讯作者)", " 通讯作者"
)


han_suffix_form(
    "AUT007",
    "an institution behind a Chinese name",
    "（清华大学）",
    " 北京大学",
    ",浙江大学医学院",
    "(中国科学院)",
)


han_suffix_form("AUT007", "an e-mail behind a Chinese name", " zhang@pku.edu.cn", "（li@126.com）")


def _digit_form(name: str, change: object, han: bool = False) -> None:
    @form("AUT014", name)
    def plant(record: Record, random: Random) -> Planted:
        picked = pick(record, random, han_people(record) if han else western_people(record))
        if not picked:
            return None
        at, person = picked
        part = "literal" if person.literal else random.choice(("family", "given"))
        changed = change(getattr(person, part), random)  # type: ignore[operator]
        if not changed or changed == getattr(person, part):
            return None
        return with_author(record, at, replace(person, **{part: changed, "raw": ""}))


def _misread(text: str, random: Random) -> str | None:
    alike = {"o": "0", "l": "1", "i": "1", "s": "5", "b": "6", "O": "0", "e": "3"}
    places = [i for i, c in enumerate(text) if c in alike]
    if len(text) < 4 or not places:
        return None
    at = random.choice(places)
    return text[:at] + alike[text[at]] + text[at + 1 :]


_digit_form("a digit for a letter", _misread)


_digit_form(
    "a number before the name", lambda t, r: f"{r.randrange(1, 9)}{r.choice(('. ', ' ', ') '))}{t}"
)


_digit_form("a year behind the name", lambda t, r: f"{t} {r.randrange(1930, 1999)}")


_digit_form("a bracket left open", lambda t, r: f"{t} {r.choice('([')}" if len(t) > 2 else None)


_digit_form("a bracket left closed", lambda t, r: f"{t}{r.choice(')]')}" if len(t) > 2 else None)


_digit_form("years of life", lambda t, r: f"{t} (1901-1967)" if len(t) > 2 else None)


_digit_form(  # one at the end is a footnote mark: AUT007
    "a digit in a Chinese name", lambda t, r: t[:1] + str(r.randrange(1, 9)) + t[1:], han=True
)


_digit_form("an open bracket in a Chinese name", lambda t, r: t + r.choice("（("), han=True)


YEARS = ("1950-", "1950-2010", "b. 1950", "ca. 1410-1480", "1901–1967")


@form("AUT020", "behind a comma")
def _(record: Record, random: Random) -> Planted:
    picked = pick(record, random, western_people(record))
    if not picked:
        return None
    at, name = picked
    return with_author(record, at, person_of(name.family, f"{name.given}, {random.choice(YEARS)}"))
