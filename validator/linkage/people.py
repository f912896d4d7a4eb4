"""The names of a list as linkage compares them: folded words, initials, cut and unsplit lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from validator.linkage import thresholds, title_text
from validator.linkage.entry import BETWEEN_NAMES, BETWEEN_PARTS
from validator.linkage.lazily import once
from validator.text.han import folded
from validator.text.patterns import lazy
from validator.text.script import has_cjk, has_latin
from validator.text.unicode import compact, fold, romanised


class Person(NamedTuple):
    """A name in the form that is compared: folded words. A literal has all of them in ``given``.

    ``lost``: the name without its letters beyond ASCII, in all of it or in one part, as programs
    have it that lost them: "Csar" for César.
    """

    family: tuple[str, ...]
    given: tuple[str, ...]
    initials: str
    is_spelled: bool  # the given name is written out
    is_literal: bool
    is_cjk: bool
    is_romanised: bool  # written in an alphabet other than the Latin, compared in Latin letters
    lost: tuple[Person, ...] = ()

    @property
    def whole(self) -> str:
        return "".join(self.family + self.given)


class _Fields(NamedTuple):
    persons: tuple[Person, ...]
    is_cut: bool
    is_unsplit: bool
    is_cjk: bool
    is_romanised: bool
    packed: str


class People(_Fields):
    """A list of names. ``is_cut``: it ends in "et al."

    ``packed`` is the list as it was read (see ``validator.linkage.entry.Kept``).
    """

    @once
    def words(self) -> frozenset[str]:
        """Those of two letters on, of all names."""
        words = chain.from_iterable(p.family + p.given for p in self.persons)
        return frozenset([word for word in words if len(word) > 1])

    @once
    def as_two(self) -> People | None:
        """The list read as two people where it may be: "Ada Roe, Bo Jones" was read as one."""
        if len(self.persons) != 1 or self.is_cjk:
            return None
        (one,) = self.persons
        if one.is_literal or min(len(one.family), len(one.given)) < 2:
            return None
        persons = tuple([_person(" ".join(words)) for words in (one.family, one.given)])
        return self._replace(persons=persons)


NOBODY = People((), False, False, False, False, "")
_REST = frozenset(
    [
        "etal",
        "al",
        "others",
        "andothers",
        "undandere",
        "ua",
        "etcoll",
        "ycols",
        "等",
        "等人",
        "ほか",
        "他",
        "외",
        "идр",
    ]
)
_ET_AL = re.compile(r"[\s,;]+(?:et\.?\s+al\b\.?|and others|и др\.?|等)\s*$", re.IGNORECASE)
_NO_ONE_WORDS = (
    "anon anonymous anonym noauthor noauthors noauthorslisted unknown none null sn sd tba 0"
    " notavailable"
)
_NO_ONE = frozenset(_NO_ONE_WORDS.split())
_NOBODY = _REST | _NO_ONE | {""}
_BETWEEN_INITIALS = re.compile(r"[\s.\-‐‑·・'’]+")
_SUFFIX = re.compile(r"^(?:jr|sr|[ivx]+|\d\w{2})\.?, ", re.IGNORECASE)
_SEVERAL = re.compile(r"[;&]|, .*,|\band\b|\. ?[A-Z][a-z]+ ")


@lru_cache(maxsize=1024)  # two records of one work often have one list
def read(packed: str) -> People:
    """The names of a packed list (see ``validator.linkage.entry.Kept``)."""
    if not packed:
        return NOBODY
    persons = []
    is_cut = is_unsplit = False
    for given in packed.split(BETWEEN_NAMES)[: thresholds.MAX_NAMES]:
        for name in _several(given[: thresholds.MAX_NAME]):
            person, cut, unsplit = _one(name)
            is_cut |= cut
            is_unsplit |= unsplit
            if person:
                persons.append(person)
    cjk = other = False
    if not packed.isascii():
        cjk = sum(person.is_cjk for person in persons) * 2 > len(persons)
        other = sum(person.is_romanised for person in persons) * 2 > len(persons)
    return People(tuple(persons), is_cut, is_unsplit, cjk, other, packed)


def _several(name: str) -> Sequence[str]:
    """The names that a string holds: "R Roller, M Stevenson" is two, though it was read as one
    with a comma, and "Sato M, Bekki D, et al" are two and more.
    """
    if " " not in name.partition(BETWEEN_PARTS)[0]:
        return (name,)
    parts = [part.strip() for part in re.split(_COMMA, name)]
    if len(parts) < 2:
        return (name,)
    rest = [parts.pop()] if is_rest(parts[-1]) else []
    for several in (_INITIALS_FIRST, _INITIALS_LAST):
        found = [several.fullmatch(part) for part in parts]
        if all(m and m["initials"].isupper() for m in found):
            split = [f"{m['family']}{BETWEEN_PARTS}{m['initials']}" for m in found if m]
            return [*split, *rest]
    return (name,)


_COMMA = f"[,;{BETWEEN_PARTS}]"
_INITIALS = r"(?P<initials>[^\W\d_a-z]{1,3}|(?:[^\W\d_a-z]\. ?-?){1,3})"
_FAMILY = r"(?P<family>(?:[a-z]+ ){0,2}[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]{2,})?)"
_INITIALS_FIRST = lazy(rf"{_INITIALS} {_FAMILY}…?")
_INITIALS_LAST = lazy(rf"{_FAMILY} {_INITIALS}…?")


@lru_cache(maxsize=16384)  # the names of two records of one work are mostly the same
def _one(name: str) -> tuple[Person | None, bool, bool]:
    """A name, whether it says that the list goes on, and whether it may be several."""
    if "&" in name:
        name = name.replace("&amp;", "&")
    if not name.isascii():
        name = title_text.mended(name)
    name, cut = _ET_AL.subn("", name)
    if "…" in name:
        name, cut = name.replace("…", ""), 1
    person = _person(name)
    if not _is_person(person, name):
        return None, bool(cut) or person.whole in _REST, False
    if not (name.isascii() or person.is_cjk or person.is_romanised):
        lost = _person(name.encode("ascii", "ignore").decode())
        if lost.whole != person.whole:
            given = person._replace(given=lost.given, initials=lost.initials)
            person = person._replace(lost=(lost, person._replace(family=lost.family), given))
    unsplit = len(person.family + person.given) > 4 or bool(_SEVERAL.search(name))
    return person, bool(cut), unsplit


@lru_cache(maxsize=4096)
def names(packed: str) -> tuple[str, ...]:
    """The names that the persons of a list are made of: "Family, Given", or a literal."""
    shorts = (
        _ET_AL.sub("", name[: thresholds.MAX_NAME])
        for name in packed.split(BETWEEN_NAMES)[: thresholds.MAX_NAMES]
    )
    return tuple(
        short.replace(BETWEEN_PARTS, ", ") for short in shorts if _is_person(_person(short), short)
    )


def _is_person(person: Person, name: str) -> bool:
    """Whether a name is neither missing nor a mark that the list goes on."""
    return person.whole not in _NOBODY and name not in ("NA", "N/A")


def spelled_alike(folded: str) -> str:
    """Folded names with umlauts as one letter: "roessler" is "rossler"."""
    return folded.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def is_rest(name: str) -> bool:
    """Whether a packed name is a mark that the list goes on: "et al.", 等."""
    return len(name) < 16 and (compact(name) in _REST or name in ("…", "..."))


def _person(name: str) -> Person:
    family, mark, given = name.partition(BETWEEN_PARTS)
    if not mark:
        family, given = "", name
    words, initials, is_spelled = _given(given, family.isupper())
    cjk = has_cjk(name)
    other = not cjk and not name.isascii() and not has_latin(name)
    return Person(_words(family), words, initials, is_spelled, not mark, cjk, other)


@lru_cache(maxsize=16384)  # names are many, what they are made of recurs
def _given(given: str, in_capitals: bool) -> tuple[tuple[str, ...], str, bool]:
    """The words of a given name, its initials, and whether it is written out.

    ``in_capitals``: the family is, and LIU, MEI-YAN written out, as nobody's initials are.
    """
    if ", " in given:
        given = _SUFFIX.sub("", given)
    raw, words = _BETWEEN_INITIALS.split(given.strip(" .")), _words(given)
    if in_capitals and len(raw) > 1 and min(map(len, raw)) > 1:
        raw = [part.title() for part in raw]
    is_spelled = bool(words) and len(words[0]) > 1 and not _is_initials(raw[0])
    return words, "".join(map(_initials, raw)), is_spelled


@lru_cache(maxsize=16384)
def _words(text: str) -> tuple[str, ...]:
    """The words of a name in the letters they are compared in."""
    words = fold(text)
    return tuple((words if words.isascii() else romanised(folded(text))).split())


def _initials(token: str) -> str:
    """The initials that a part of a given name stands for: "pjf" for PJF, "p" for Peter."""
    if _is_initials(token):
        return token.lower() if token.isascii() else "".join(_initials(c.lower()) for c in token)
    return token[:1].lower() if token.isascii() else "".join(_words(token))[:1]


def _is_initials(token: str) -> bool:
    return len(token) < 4 and token.isupper()
