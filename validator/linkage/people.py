"""Lists of names compared as sets: order, initials, swapped and unsplit names, cut lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from itertools import chain, product
from typing import NamedTuple

from validator.linkage import thresholds, title_text
from validator.linkage.entry import BETWEEN_NAMES, BETWEEN_PARTS
from validator.linkage.lazily import once
from validator.linkage.spelling import same_word
from validator.text.han import folded
from validator.text.patterns import lazy
from validator.text.script import has_cjk, has_latin
from validator.text.unicode import compact, fold, romanised


class Standing(Enum):
    """How two lists of authors stand to each other."""

    ALL = "all"  # everybody is in both
    MOST = "most"  # three in four of the longer list, or unsplit strings that agree
    CUT = "cut"  # one list is the beginning of the other
    SOME = "some"  # neither agreement nor conflict
    MISSING = "missing"  # one side has none, or the lists are in two scripts
    NONE = "none"  # other people


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


class PeoplePair(NamedTuple):
    """What two lists say: how many agree, and the label in words."""

    standing: Standing
    agree: int
    label: str


UNKNOWN = PeoplePair(Standing.MISSING, 0, "authors missing on one side")
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
_BODY_WORDS = (
    "group investigators collaborators collaboration consortium committee council commission study"
    " society association network trialists organization organisation academy college federation"
    " institute department ministry office agency bureau team panel working task force board union"
    " gesellschaft verband institut ministerium societe association comite sociedad comision"
    " общество комитет министерство институт"
)
_BODY = frozenset(_BODY_WORDS.split())
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


def compare(a: People, b: People) -> PeoplePair:
    """How two lists stand to each other. Symmetric.

    What was read as one name counts as two where the other list has both.
    """
    found = _compare(a, b)
    if found.standing is not Standing.ALL and (a.as_two or b.as_two):
        other = _compare(a.as_two or a, b.as_two or b)
        if other.standing is Standing.ALL:
            return other
    return found


def _compare(a: People, b: People) -> PeoplePair:
    if not a.persons or not b.persons:
        return UNKNOWN
    if a.is_cjk != b.is_cjk:
        from validator.linkage import cjk_people

        found = cjk_people.compare(a, b)
        if found:
            return found
    agree, swapped, in_order = _matches(a.persons, b.persons)
    shorter, longer = sorted((a, b), key=lambda people: len(people.persons))
    few, many = len(shorter.persons), len(longer.persons)
    count = f"{agree} of {many} authors agree" if many > 1 else "the author agrees"
    order = ", order swapped" if swapped else "" if in_order else ", in another order"
    label = count + order
    if agree == many:
        return PeoplePair(Standing.ALL, agree, label)
    if agree >= thresholds.AUTHORS_AGREE * many:
        return PeoplePair(Standing.MOST, agree, label)
    strings = _strings(a.words, b.words) if a.is_unsplit or b.is_unsplit else None
    if strings and strings.standing is Standing.MOST:
        return strings
    if agree == few and (shorter.is_cut or in_order):
        return PeoplePair(Standing.CUT, agree, f"{label}, one list is cut")
    if a.is_cjk != b.is_cjk or a.is_romanised != b.is_romanised:
        return PeoplePair(Standing.MISSING, 0, "authors in two scripts")
    if strings:
        return strings
    if agree and agree >= thresholds.AUTHORS_CONFLICT * few:
        return PeoplePair(Standing.SOME, agree, count)
    if _are_bodies(a) != _are_bodies(b):
        return PeoplePair(Standing.MISSING, 0, "a body on one side, people on the other")
    if _families_agree(shorter.persons, longer.persons):
        return PeoplePair(Standing.SOME, agree, "families of authors agree, given names do not")
    return PeoplePair(Standing.NONE, agree, count if agree else "other authors")


def _strings(a: frozenset[str], b: frozenset[str]) -> PeoplePair | None:
    """Lists that were not split into names, compared as sets of words."""
    common, small = a & b, min(a, b, key=len)
    if not common:
        return None
    if len(common) >= thresholds.AUTHORS_AGREE * len(a | b) or (len(small) > 1 and common == small):
        return PeoplePair(
            Standing.MOST, max(1, len(small) // 2), "words of the author fields agree"
        )
    return PeoplePair(Standing.SOME, 0, "words of the author fields agree in part")


def _are_bodies(people: People) -> bool:
    """Whether a list names no persons, but groups, societies or offices."""
    return all(not _BODY.isdisjoint(p.family + p.given) for p in people.persons)


def _families_agree(few: tuple[Person, ...], many: tuple[Person, ...]) -> bool:
    families = {person.family for person in many if person.family}
    return all(person.family in families for person in few)


def _matches(a: tuple[Person, ...], b: tuple[Person, ...]) -> tuple[int, bool, bool]:
    """How many persons agree; whether family and given are swapped; whether in one order."""
    if a == b:
        return len(a), False, True
    free = list(range(len(b)))
    places: list[int] = []
    swapped = False
    rest: list[int] = []
    by_whole: dict[tuple[tuple[str, ...], tuple[str, ...]], list[int]] = {}
    for place in reversed(free):
        by_whole.setdefault((b[place].family, b[place].given), []).append(place)
    found = dict.fromkeys(range(len(a)), -1)
    for i, person in enumerate(a):
        same = by_whole.get((person.family, person.given))
        if same:
            found[i] = same.pop()
            free.remove(found[i])
        else:
            rest.append(i)
    for strict in (
        True,
        False,
    ):  # written-out names first, so that "J" does not take "John"'s place
        for i in list(rest):
            for place in free:
                how = _agree(a[i], b[place], strict=strict)
                if how:
                    found[i] = place
                    free.remove(place)
                    rest.remove(i)
                    swapped |= how == "swapped"
                    break
    places = [place for place in found.values() if place >= 0]
    in_order = places == list(range(len(places))) and all(found[i] >= 0 for i in range(len(places)))
    return len(places), swapped, in_order


def _agree(a: Person, b: Person, *, strict: bool) -> str:
    """ "same" or "swapped" where two names may be one person's, else "".

    ``strict`` asks that what is written out on both sides is the same.
    """
    how = _agree_as_read(a, b, strict=strict)
    if how or bool(a.lost) == bool(b.lost):
        return how
    ways = product(a.lost or (a,), b.lost or (b,))
    return next((how for x, y in ways if (how := _agree_as_read(x, y, strict=strict))), "")


def _agree_as_read(a: Person, b: Person, *, strict: bool) -> str:
    if a.whole == b.whole:
        return "same"
    if a.is_cjk or b.is_cjk:
        return "swapped" if "".join(a.given + a.family) == b.whole else ""
    if a.is_literal or b.is_literal:
        splits = product(_splits(a), _splits(b))
        return "same" if any(_same(x, y, strict=strict) for x, y in splits) else ""
    if _same(a, b, strict=strict):
        return "same"
    if a.family and a.given and a.family == b.given and b.family == a.given:
        return "swapped"
    if _initials_swapped(a, b) or _initials_swapped(b, a):
        return "swapped"
    return ""


def _initials_swapped(a: Person, b: Person) -> bool:
    """Whether ``a`` has its initials where the family belongs: "J., Smith"."""
    return (
        a.given == b.family
        and len("".join(a.family)) <= 3
        and "".join(word[0] for word in a.family) == b.initials[: len(a.family)]
        and all(len(word) == 1 for word in a.family)
    )


def _splits(person: Person) -> list[Person]:
    """A literal read as "Given Family" and as "Family Given"."""
    if not person.is_literal:
        return [person]
    words = person.given
    if len(words) < 2:
        return [person._replace(family=words, given=(), initials="")]
    return [
        person._replace(family=words, given=(), initials=""),
        _split(person, words[-1:], words[:-1]),
        _split(person, words[:1], words[1:]),
        *([_split(person, words[-2:], words[:-2])] if len(words) > 2 else []),
    ]


def _split(person: Person, family: tuple[str, ...], given: tuple[str, ...]) -> Person:
    return person._replace(
        family=family,
        given=given,
        initials="".join(word if len(word) < 3 else word[0] for word in given),
        is_spelled=len(given[0]) > 2,
    )


def _same(a: Person, b: Person, *, strict: bool) -> bool:
    if not _same_family(a.family, b.family):
        return False
    if "".join(a.given) == "".join(b.given):
        return True
    if strict:
        return False
    if not a.given or not b.given:
        return True
    if a.is_spelled and b.is_spelled:
        # of two given names on both sides each counts: Young-Hee and Young-Hwan are two people
        counted = len(a.given) if len(a.given) == len(b.given) else 1
        return all(map(_same_given, a.given[:counted], b.given[:counted]))
    short, long = sorted((a.initials, b.initials), key=len)
    return long.startswith(short)


def _same_given(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one) or same_word(one, other)


def _same_family(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if a == b or "".join(a) == "".join(b):
        return True
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    if len(short) < len(long) and len("".join(short)) > 2:
        return long[: len(short)] == short or long[-len(short) :] == short
    return same_word("".join(a), "".join(b))
