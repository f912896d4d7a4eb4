"""Candidate pairs of a work listed twice, in two scripts: no word of the titles is in both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain, product

from validator.linkage import people, thresholds
from validator.linkage.columns import Columns
from validator.linkage.form import Form
from validator.text.script import has_han

Key = tuple[str | int, ...]


def candidate_pairs(columns: Columns, forms: Mapping[int, Form]) -> Iterator[tuple[int, int]]:
    """Places (lower, higher) of rows with titles in two scripts that may be of one work.

    Keys are made of the fewer rows with CJK titles, and of the others those alone that meet one.
    """
    native: dict[Key, list[int]] = {}
    year, cjk = columns.rows["year"], set(columns.cjk)
    years = {year[place] for place in cjk} - {0}
    for place in columns.cjk:
        if year[place]:
            for key in chain(_cheap(columns, place), _families(forms[place])):
                native.setdefault(key, []).append(place)
    other: dict[Key, list[int]] = {}
    for place, line in enumerate(columns.first):
        if year[place] in years and line >= 0 and place not in cjk:
            met = [key for key in _cheap(columns, place) if key in native]
            if met:
                met += (key for key in _families(forms[place]) if key in native)
            for key in met:
                other.setdefault(key, []).append(place)
    for key, romans in other.items():
        natives = native[key]
        if len(natives) * len(romans) <= thresholds.ACROSS:
            for a, b in product(natives, romans):
                if _may_be_one(forms[a], forms[b]):
                    yield (a, b) if a < b else (b, a)


def _cheap(columns: Columns, place: int) -> Iterator[Key]:
    """Where a work was printed: year with first page, or with volume and issue; and how many wrote
    it in which year, where they are several."""
    rows = columns.rows
    year, page, volume, issue = (rows[c][place] for c in ("year", "own_page", "volume", "issue"))
    if page:
        yield "page", year, page
        if volume:
            yield "page", year, page, volume
    if volume and issue:
        yield "issue", year, volume, issue
    if columns.people[place] > 1:
        yield "team", year, columns.people[place]


def _families(form: Form) -> Iterator[Key]:
    """How many wrote it in which year, with the first one's family name as it may be spelled."""
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
