"""Which names are one journal's, as far as words, ISSNs, short titles and volumes prove it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import combinations, permutations

from validator.facts import Fact
from validator.text.serials import (
    Point,
    content_words,
    contradict,
    fingerprint,
    is_abbreviation,
    on_one_line,
    words_cut,
)

from ._spelling import one_letter_off  # noqa: TID251 - of this family

MINORITY = 0.2
"""The share of a journal's records up to which another form of its name is an exception."""
SPECIFIC = 4  # words whose beginnings agree in order: two journals of one country seldom share them
FEW, MANY = 60, 200  # names that are compared each with each


@dataclass(slots=True)
class Named:
    """What the records with one name of a journal say together."""

    works: set[object] = field(default_factory=set)
    shorts: set[str] = field(default_factory=set)
    issns: set[str] = field(default_factory=set)
    points: set[Point] = field(default_factory=set)
    years: set[int] = field(default_factory=set)


def by_name(facts: Sequence[Fact]) -> dict[str, Named]:
    """The names of journals, sorted, with what is known of each."""
    names: dict[str, Named] = {}
    for fact in facts:
        names.setdefault(fact.value.title, Named()).works.add(fact.work)
    for held_ in {fact.value for fact in facts}:
        known = names[held_.title]
        known.issns.update(held_.issns)
        if held_.short:
            known.shorts.add(held_.short)
        if held_.year:
            known.years.add(held_.year)
            if held_.volume:
                known.points.add((held_.year, held_.volume))
    return dict(sorted(names.items()))


def tight(name: str) -> str:
    """The fingerprint without blanks: no two journals differ in these alone."""
    return fingerprint(name).replace(" ", "")


def groups(names: Mapping[str, Named], facts: Iterable[Fact]) -> Iterator[list[str]]:
    """The names of one journal, as far as words, ISSNs, short titles, copies of works and volumes
    prove it; ``facts`` are what the names were made of."""
    parent: dict[str, str] = {name: name for name in names}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = name = parent[parent[name]]
        return name

    def join(a: str, b: str) -> None:
        first, second = sorted((root(a), root(b)))
        parent[second] = first

    by_words: dict[str, str] = {}
    known: dict[str, set[str]] = defaultdict(set)
    content = {name: content_words(name) for name in names}
    for name, named in names.items():
        words = tight(name)
        first = by_words.setdefault(words, name)
        if not (named.issns and names[first].issns and named.issns.isdisjoint(names[first].issns)):
            join(first, name)
        for short in named.shorts:
            if is_abbreviation(content_words(short), content[name]):
                known[tight(short)].add(name)
    for words, titles in known.items():
        if words in by_words and len({root(title) for title in titles}) == 1:
            join(by_words[words], min(titles))
    parts = list(blocks(names, content))
    copied = of_copies(parts, names, content, facts)
    for block in parts:
        for short, title in proven(block, names, content):
            join(short, title)
        block.sort(key=lambda name: (-sum(map(len, content[name])), name))
        for place, short in enumerate(block):
            whole = [
                title
                for title in block[:place]
                if (short, title) in copied or may_be(short, title, names, content)
            ]
            if whole and len({root(title) for title in whole}) == 1:
                join(short, whole[0])
    for name, other in one_letter_off(names):
        if may_be_misspelt(names[name], names[other]):
            join(name, other)
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        found[root(name)].append(name)
    yield from found.values()


def blocks(names: Iterable[str], content: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """The names among which one may abbreviate another: their words begin alike.

    With many, the words begin with the same two letters; with too many, nothing can be told.
    """
    for block in grouped(names, content, 1):
        if len(block) <= FEW:
            yield block
        else:
            for part in grouped(block, content, 2):
                if len(part) <= MANY:
                    yield part


def grouped(
    names: Iterable[str], content: Mapping[str, list[str]], letters: int
) -> Iterable[list[str]]:
    """The names by the first letters of their words, at least two of the last."""
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in names:
        *words, last = ("jo" if word == "j" else word for word in content[name])
        found[(*(word[:letters] for word in words), last[:2])].append(name)
    return found.values()


def proven(
    block: Sequence[str], names: Mapping[str, Named], content: Mapping[str, list[str]]
) -> Iterator[tuple[str, str]]:
    """The pairs of names of which one abbreviates the other, and that share an ISSN."""
    by_issn: dict[str, list[str]] = defaultdict(list)
    for name in block:
        for issn in names[name].issns:
            by_issn[issn].append(name)
    for sharing in by_issn.values():
        for a, b in combinations(sharing, 2):
            if is_abbreviation(content[a], content[b]) or is_abbreviation(content[b], content[a]):
                yield a, b


def of_copies(
    parts: Iterable[Sequence[str]],
    names: Mapping[str, Named],
    content: Mapping[str, list[str]],
    facts: Iterable[Fact],
) -> Set[tuple[str, str]]:
    """The pairs of names of which one is cut from the other, and that copies of a work have: of
    one title, year and volume. Wrong years and volumes of others say nothing against that."""
    pairs = [
        (short, title)
        for block in parts
        for short, title in permutations(block, 2)
        if len(content[short]) > 1
        and words_cut(content[short], content[title])
        and not (names[short].issns and names[title].issns)
        and not names[short].works.isdisjoint(names[title].works)
    ]
    asked = {name for pair in pairs for name in pair}
    places: dict[str, set[object]] = defaultdict(set)
    for fact in facts if asked else ():
        held = fact.value
        if held.title in asked and fact.ref.title and held.year and held.volume:
            places[held.title].add((fact.work, held.year, held.volume))
    return {pair for pair in pairs if not places[pair[0]].isdisjoint(places[pair[1]])}


def may_be_misspelt(a: Named, b: Named) -> bool:
    """Whether two names that differ in a letter are one journal's, by its ISSN or its volumes.

    A form that many works have is a spelling of its own: Tumour Biology.
    """
    if min(len(a.works), len(b.works)) > MINORITY * (len(a.works) + len(b.works)):
        return False
    if a.issns and b.issns:
        return not a.issns.isdisjoint(b.issns)
    return on_one_line(a.points, b.points) and not contradict(a.points, b.points)


def may_be(
    short: str, title: str, names: Mapping[str, Named], content: Mapping[str, list[str]]
) -> bool:
    """Whether a name abbreviates another, by its words and volumes, where no ISSN speaks."""
    words = content[short]
    cut = words_cut(words, content[title])
    here, there = names[short], names[title]
    if not cut or len(words) < 2 or (here.issns and there.issns):
        return False  # "Diab." is "Diabetes" or "Diabetologia"
    # one word may be another: "Environment" is no "Environmental"
    is_specific = cut > 1 and len(words) >= SPECIFIC
    if not here.points or not there.points:
        return is_specific
    if contradict(here.points, there.points):
        return False
    return is_specific or on_one_line(here.points, there.points)
