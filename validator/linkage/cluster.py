"""Clusters: accepted pairs joined strongest first; a join that mixes works is refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from validator.linkage.form import Form

IDENTIFIERS = ("doi", "pmid", "pmcid", "arxiv")
PLACE = ("year", "volume", "page")
OF_A_VERSION = ("parts", "edition", "isbn", "book", "version")


Values = dict[str, set[str]]


class Edge(NamedTuple):
    """A pair that is accepted: the stronger is joined first."""

    strength: float
    a: int
    b: int
    by_identifier: bool = False
    by_people: bool = False  # never refused


@dataclass(slots=True)
class Group:
    """A cluster as it grows: its rows, and the values of each identifying variable in it, once they
    were asked for.

    ``apart`` are the rows that people keep out of it; ``known`` counts rows of a catalogue.
    """

    rows: list[int]
    values: Values | None = None
    apart: set[int] = field(default_factory=set)
    known: int = 0


def facts(form: Form) -> Values:
    """What a row brings into a cluster, for the vetoes."""
    values: Values = {
        "doi": {form.doi} if form.doi else set(),
        "pmid": {form.pmid} if form.pmid else set(),
        "pmcid": {form.pmcid} if form.pmcid else set(),
        "arxiv": {form.arxiv} if form.arxiv else set(),
        "parts": set(form.title.parts),
        "edition": {form.edition} if form.edition else set(),
        "isbn": set(form.isbns) if form.is_whole_book else set(),
        "book": {form.volume} if form.volume and form.kind == "book" else set(),
        "version": version_of(form),
        "year": {str(form.year)} if form.year else set(),
        "volume": {form.volume} if form.volume else set(),
        "page": {form.page} if form.page else set(),
        "issue": set(form.issues),
        "subtitle": {form.title.subtitle},
    }
    return {variable: found for variable, found in values.items() if found}


def version_of(form: Form) -> set[str]:
    """Whether a row is of a report or thesis, or of what was printed of it elsewhere: told where
    no page could make the two one."""
    if form.kind in ("report", "thesis") and not (form.page or form.container):
        return {form.kind}
    return {"printed"} if form.kind in ("article", "conference paper") and form.container else set()


def clash(a: Values, b: Values, *, by_identifier: bool) -> bool:
    """Whether two clusters cannot be one work: identifiers, parts, versions, volumes of a book, or
    two facts of place differ.

    Where an identifier joins them only another identifier can part them. Two DOIs do not where
    year, volume and page all agree: nothing else stands on that page.
    """
    apart = [variable for variable in IDENTIFIERS if _apart(a, b, variable)]
    if apart and (apart != ["doi"] or not _is_one_printing(a, b)):
        return True
    if by_identifier:
        return False
    if any(_apart(a, b, variable) for variable in OF_A_VERSION):
        return True
    if _under_one_title(a, b):
        return True
    return sum(_apart(a, b, variable) for variable in PLACE) >= 2


def _under_one_title(a: Values, b: Values) -> bool:
    """Whether two subtitles would meet under a title that stands without one."""
    one, other = a["subtitle"], b["subtitle"]
    bare = "" in one or "" in other
    one, other = one - {""}, other - {""}
    return bare and bool(one and other) and one.isdisjoint(other)


def _is_one_printing(a: Values, b: Values) -> bool:
    met = all(a.get(v, set()) & b.get(v, set()) for v in PLACE)
    return met and not _apart(a, b, "issue")


def _apart(a: Values, b: Values, variable: str) -> bool:
    x, y = a.get(variable), b.get(variable)
    return bool(x and y and x.isdisjoint(y))


def _values(group: Group, forms: Mapping[int, Form]) -> Values:
    """The values of all rows of a cluster."""
    if group.values is None:
        group.values = {}
        for row in group.rows:
            _add(group.values, facts(forms[row]))
    return group.values


def _add(values: Values, more: Values) -> None:
    for variable, found in more.items():
        values.setdefault(variable, set()).update(found)


class Joined:
    """Rows in clusters, by place; ``groups`` are those of rows that met an edge.

    ``apart`` names by row those that people hold for other works. Rows from ``first_known`` on are
    of a catalogue: no cluster gets two of them, but by people's verdict.
    """

    def __init__(self, *, apart: Mapping[int, Iterable[int]], first_known: int) -> None:
        self.parent: dict[int, int] = {}
        self.groups: dict[int, Group] = {}
        self.accepted: list[tuple[int, int]] = []
        self._kept_apart = apart
        self._first_known = first_known

    def join(self, forms: Mapping[int, Form], edges: Iterable[Edge]) -> set[tuple[int, int]]:
        """Join along the edges, and return the pairs that were refused."""
        refused = set()
        for edge in sorted(edges, key=lambda e: (not e.by_people, -e.strength, e.a, e.b)):
            x, y = self.find(edge.a), self.find(edge.b)
            if x != y:
                one, other = self._group(x), self._group(y)
                if not edge.by_people and self._refuses(one, other, edge, forms):
                    refused.add((edge.a, edge.b))
                    continue
                self._join(one, other)
            self.accepted.append((edge.a, edge.b))
        return refused

    def find(self, place: int) -> int:
        """The root of a row's cluster."""
        parent = self.parent
        root = place
        while parent.get(root, root) != root:
            root = parent[root]
        while parent.get(place, place) != root:
            parent[place], place = root, parent[place]
        return root

    def _refuses(self, one: Group, other: Group, edge: Edge, forms: Mapping[int, Form]) -> bool:
        if not (one.apart.isdisjoint(other.rows) and other.apart.isdisjoint(one.rows)):
            return True
        if one.known + other.known > 1:
            return True
        if len(one.rows) == len(other.rows) == 1:
            return False
        values = (_values(group, forms) for group in (one, other))
        return clash(*values, by_identifier=edge.by_identifier)

    def _group(self, root: int) -> Group:
        group = self.groups.get(root)
        if group is None:
            group = self.groups[root] = Group([root])
            group.apart.update(self._kept_apart.get(root, ()))
            group.known = int(root >= self._first_known)
        return group

    def _join(self, one: Group, other: Group) -> None:
        if len(one.rows) < len(other.rows):
            one, other = other, one
        root, child = self.find(one.rows[0]), self.find(other.rows[0])
        one.rows.extend(other.rows)
        one.apart |= other.apart
        one.known += other.known
        if one.values is None or other.values is None:
            one.values = None
        else:
            _add(one.values, other.values)
        self.parent[child] = root
        del self.groups[child]
        self.groups[root] = one
