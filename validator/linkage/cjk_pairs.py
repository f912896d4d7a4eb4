"""Candidate pairs of a work listed twice, in two scripts: no word of the titles is in both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, product

from validator.linkage import people, thresholds
from validator.linkage.keys import Form
from validator.text.script import has_han

Key = tuple[str | int, ...]


def candidate_pairs(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Places (lower, higher) of rows with titles in two scripts that may be of one work.

    Keys are made of the fewer rows with CJK titles, and of the others those alone that meet one.
    """
    native: dict[Key, list[int]] = {}
    years = set()
    for place, form in enumerate(forms):
        if form.title.is_cjk and form.year:
            years.add(form.year)
            for key in chain(_places(form), _team(form), _families(form)):
                native.setdefault(key, []).append(place)
    other: dict[Key, list[int]] = {}
    for place, form in enumerate(forms):
        if form.year in years and form.title.compact and not form.title.is_cjk:
            met = [key for key in chain(_places(form), _team(form)) if key in native]
            if met:
                met += (key for key in _families(form) if key in native)
            for key in met:
                other.setdefault(key, []).append(place)
    for key, romans in other.items():
        natives = native[key]
        if len(natives) * len(romans) <= thresholds.ACROSS:
            for a, b in product(natives, romans):
                if _may_be_one(forms[a], forms[b]):
                    yield (a, b) if a < b else (b, a)


def _places(form: Form) -> Iterator[Key]:
    """Where a work was printed: year with first page, or with volume and issue."""
    year = form.year or 0
    if form.page and form.page != "1":
        yield "page", year, form.page
        if form.volume:
            yield "page", year, form.page, form.volume
    if form.volume and form.issue:
        yield "issue", year, form.volume, form.issue


def _team(form: Form) -> Iterator[Key]:
    """How many wrote it in which year, where they are several."""
    if len(form.people.persons) > 1:
        yield "team", form.year or 0, len(form.people.persons)


def _families(form: Form) -> Iterator[Key]:
    """The same with the first one's family name, in each way that it is spelled."""
    persons = form.people.persons
    if len(persons) > 1:
        if form.people.is_cjk:
            words = _spellings(people.names(form.people.packed)[0])
        else:
            words = frozenset(persons[0].family + persons[0].given)
        for word in words:
            yield "family", form.year or 0, len(persons), word


def _spellings(name: str) -> frozenset[str]:
    """How the family name that a Chinese name begins with may be spelled, in one word."""
    from validator.text.names.surnames import COMPOUND

    return _spelt(name[:2] if name[:2] in COMPOUND else name[:1])


@lru_cache(maxsize=4096)
def _spelt(family: str) -> frozenset[str]:
    from validator.text.romanise import syllables

    if not has_han(family):
        return frozenset()
    return frozenset("".join(one) for one in product(*syllables.family(family)))


def _may_be_one(a: Form, b: Form) -> bool:
    """Whether nothing that is quickly compared speaks against it."""
    if any(x and y and x != y for x, y in ((a.volume, b.volume), (a.page, b.page))):
        return False
    if a.issues and b.issues and a.issues.isdisjoint(b.issues):
        return False
    few, many = sorted((len(a.people.persons), len(b.people.persons)))
    is_cut = a.people.is_cut or b.people.is_cut
    return not few or is_cut or few >= thresholds.AUTHORS_AGREE * many
