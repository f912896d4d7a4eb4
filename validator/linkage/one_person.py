"""Whether two names may be one person's: initials, swapped and unsplit names, lost letters."""

from __future__ import annotations

from itertools import product

from validator.linkage.people import Person
from validator.linkage.spelling import same_word


def agree(a: Person, b: Person, *, strict: bool) -> str:
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
