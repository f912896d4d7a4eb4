"""Lists of names compared as sets: order, cut and unsplit lists, bodies."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from validator.linkage import one_person, thresholds
from validator.linkage.people import People, Person


class Standing(Enum):
    """How two lists of authors stand to each other."""

    ALL = "all"  # everybody is in both
    MOST = "most"  # three in four of the longer list, or unsplit strings that agree
    CUT = "cut"  # one list is the beginning of the other
    SOME = "some"  # neither agreement nor conflict
    MISSING = "missing"  # one side has none, or the lists are in two scripts
    NONE = "none"  # other people


class PeoplePair(NamedTuple):
    """What two lists say: how many agree, and the label in words."""

    standing: Standing
    agree: int
    label: str


UNKNOWN = PeoplePair(Standing.MISSING, 0, "authors missing on one side")
_BODY_WORDS = (
    "group investigators collaborators collaboration consortium committee council commission study"
    " society association network trialists organization organisation academy college federation"
    " institute department ministry office agency bureau team panel working task force board union"
    " gesellschaft verband institut ministerium societe association comite sociedad comision"
    " общество комитет министерство институт"
)
_BODY = frozenset(_BODY_WORDS.split())


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
                how = one_person.agree(a[i], b[place], strict=strict)
                if how:
                    found[i] = place
                    free.remove(place)
                    rest.remove(i)
                    swapped |= how == "swapped"
                    break
    places = [place for place in found.values() if place >= 0]
    in_order = places == list(range(len(places))) and all(found[i] >= 0 for i in range(len(places)))
    return len(places), swapped, in_order
