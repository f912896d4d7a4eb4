"""Clusters: accepted pairs joined strongest first; a join that mixes works is refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from validator.linkage.keys import Form

IDENTIFIERS = ("doi", "pmid", "pmcid", "arxiv")
PLACE = ("year", "volume", "page")


@dataclass(slots=True)
class Group:
    """A cluster as it grows: its rows, and the values of each identifying variable in it."""

    rows: list[int]
    values: dict[str, set[str]] = field(default_factory=dict)


def facts(form: Form) -> dict[str, set[str]]:
    """What a row brings into a cluster, for the vetoes."""
    values: dict[str, set[str]] = {
        "doi": {form.doi} if form.doi else set(),
        "pmid": {form.pmid} if form.pmid else set(),
        "pmcid": {form.pmcid} if form.pmcid else set(),
        "arxiv": {form.arxiv} if form.arxiv else set(),
        "parts": set(form.title.parts),
        "edition": {form.edition} if form.edition else set(),
        "isbn": set(form.isbns) if form.is_whole_book else set(),
        "year": {str(form.year)} if form.year else set(),
        "volume": {form.volume} if form.volume else set(),
        "page": {form.page} if form.page else set(),
    }
    return {variable: found for variable, found in values.items() if found}


def clash(a: Group, b: Group, *, by_identifier: bool) -> bool:
    """Whether two clusters cannot be one work: identifiers, parts or two facts of place differ.

    Where an identifier joins them only another identifier can part them.
    """
    if any(_apart(a, b, variable) for variable in IDENTIFIERS):
        return True
    if by_identifier:
        return False
    if any(_apart(a, b, variable) for variable in ("parts", "edition", "isbn")):
        return True
    return sum(_apart(a, b, variable) for variable in PLACE) >= 2


def _apart(a: Group, b: Group, variable: str) -> bool:
    x, y = a.values.get(variable), b.values.get(variable)
    return bool(x and y and x.isdisjoint(y))


class Joined:
    """Rows of ``forms`` in clusters; ``accepted`` and ``refused`` are the pairs, by place."""

    def __init__(
        self, forms: Sequence[Form], edges: Iterable[tuple[float, int, int, bool]]
    ) -> None:
        """Join along ``edges``: (strength, lower place, higher place, is by identifier)."""
        self.parent = list(range(len(forms)))
        self.groups: dict[int, Group] = {}
        self.forms = forms
        self.accepted: list[tuple[int, int]] = []
        self.refused: list[tuple[int, int]] = []
        for _, a, b, certain in sorted(edges, key=lambda edge: (-edge[0], edge[1], edge[2])):
            x, y = self.find(a), self.find(b)
            if x == y:
                self.accepted.append((a, b))
                continue
            one, other = self._group(x), self._group(y)
            alone = len(one.rows) == len(other.rows) == 1
            if not alone and clash(one, other, by_identifier=certain):
                self.refused.append((a, b))
                continue
            self.accepted.append((a, b))
            self._join(one, other)

    def find(self, place: int) -> int:
        """The root of a row's cluster."""
        parent = self.parent
        root = place
        while parent[root] != root:
            root = parent[root]
        while parent[place] != root:
            parent[place], place = root, parent[place]
        return root

    def _group(self, root: int) -> Group:
        return self.groups.get(root) or self.groups.setdefault(
            root, Group([root], facts(self.forms[root]))
        )

    def _join(self, one: Group, other: Group) -> None:
        if len(one.rows) < len(other.rows):
            one, other = other, one
        root, child = self.find(one.rows[0]), self.find(other.rows[0])
        one.rows.extend(other.rows)
        for variable, values in other.values.items():
            one.values.setdefault(variable, set()).update(values)
        self.parent[child] = root
        del self.groups[child]
        self.groups[root] = one
