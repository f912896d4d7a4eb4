"""Which names are one journal's, as far as words, ISSNs, short titles and volumes prove it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, permutations
from typing import NamedTuple

from validator.facts import Fact
from validator.text.serials import (
    Point,
    Serial,
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

    def add(self, held: Serial) -> None:
        """Take in what a record says."""
        self.issns.update(held.issns)
        if held.short:
            self.shorts.add(held.short)
        if held.year:
            self.years.add(held.year)
            if held.volume:
                self.points.add((held.year, held.volume))


class Copies(NamedTuple):
    """Records with a shorter name beside those with a longer one, which have copies of a work.

    ``are_proven``: copies of one title, year and volume; wrong years and volumes of others say
    nothing against that. ``rest`` is what the records say that have no copy there: what goes with
    a merged copy is no evidence.
    """

    are_proven: bool
    rest: Named


def by_name(facts: Sequence[Fact]) -> dict[str, Named]:
    """The names of journals, sorted, with what is known of each."""
    names: dict[str, Named] = {}
    for fact in facts:
        names.setdefault(fact.value.title, Named()).works.add(fact.work)
    for held_ in {fact.value for fact in facts}:
        names[held_.title].add(held_)
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
    by_short: dict[str, set[str]] = defaultdict(set)
    content = {name: content_words(name) for name in names}
    for name, named in names.items():
        words = tight(name)
        first = by_words.setdefault(words, name)
        if not (named.issns and names[first].issns and named.issns.isdisjoint(names[first].issns)):
            join(first, name)
        for short in named.shorts:
            if is_abbreviation(content_words(short), content[name]):
                by_short[tight(short)].add(name)
    for words, titles in by_short.items():
        if words in by_words and len({root(title) for title in titles}) == 1:
            join(by_words[words], min(titles))
    parts = list(blocks(names, content))
    copied = copies(parts, names, content, facts)
    for block in parts:
        for short, title in proven(block, names, content):
            join(short, title)
        block.sort(key=lambda name: (-sum(map(len, content[name])), name))
        for place, short in enumerate(block):
            whole = []
            for title in block[:place]:
                known = copied.get((short, title)) or Copies(False, names[short])
                if may_be(content[short], known, content[title], names[title]):
                    whole.append(title)
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


def copies(
    parts: Iterable[Sequence[str]],
    names: Mapping[str, Named],
    content: Mapping[str, list[str]],
    facts: Iterable[Fact],
) -> Mapping[tuple[str, str], Copies]:
    """The pairs of names of which one is cut from the other, and that copies of a work have."""
    pairs = [
        (short, title)
        for block in parts
        for short, title in permutations(block, 2)
        if len(content[short]) > 1
        and words_cut(content[short], content[title])
        and not names[short].works.isdisjoint(names[title].works)
    ]
    asked = {name for pair in pairs for name in pair}
    told: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts if asked else ():
        if fact.value.title in asked:
            told[fact.value.title].append(fact)
    return {pair: _copies(told[pair[0]], told[pair[1]]) for pair in pairs}


def _copies(short: Iterable[Fact], title: Iterable[Fact]) -> Copies:
    there = {place for fact in title for place in _places(fact)}
    rest = Named()
    is_proven = False
    for fact in short:
        shared = there.intersection(_places(fact))
        is_proven = is_proven or len(shared) == 2
        if not shared:
            rest.add(fact.value)
    return Copies(is_proven, rest)


def _places(fact: Fact) -> Iterator[tuple[object, str, int]]:
    """The work in its year and in its volume: copies agree in one, or in both."""
    held = fact.value
    if fact.ref.title and held.year:
        yield fact.work, "year", held.year
    if fact.ref.title and held.volume:
        yield fact.work, "volume", held.volume


def may_be_misspelt(a: Named, b: Named) -> bool:
    """Whether two names that differ in a letter are one journal's, by its ISSN or its volumes.

    A form that many works have is a spelling of its own: Tumour Biology.
    """
    if min(len(a.works), len(b.works)) > MINORITY * (len(a.works) + len(b.works)):
        return False
    if a.issns and b.issns:
        return not a.issns.isdisjoint(b.issns)
    return on_one_line(a.points, b.points) and not contradict(a.points, b.points)


def may_be(short: list[str], known: Copies, title: list[str], there: Named) -> bool:
    """Whether a name abbreviates another, by its words, its copies and its volumes, where no ISSN
    speaks."""
    cut = words_cut(short, title)
    here = known.rest
    if not cut or len(short) < 2 or (here.issns and there.issns):
        return False  # "Diab." is "Diabetes" or "Diabetologia"
    # one word may be another: "Environment" is no "Environmental"
    is_specific = cut > 1 and len(short) >= SPECIFIC
    if known.are_proven:
        return True
    if not here.points or not there.points:
        return is_specific
    if contradict(here.points, there.points):
        return False
    return is_specific or on_one_line(here.points, there.points)
