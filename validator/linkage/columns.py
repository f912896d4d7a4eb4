"""The columns that rows are blocked by: each value as a small number or a hash, 0 where none is.

Two tables: one with a line a row, one with a line a title (a row may have a parallel title).
Values are numbers within one run only; nothing that a run returns depends on them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from validator.linkage import thresholds, title
from validator.linkage.entry import BETWEEN_VALUES, Entry, Kept
from validator.linkage.row_values import RowValues
from validator.linkage.title_lines import TitleLines

_CHUNK = 250  # rows whose values are taken apart at a time: few enough for a processor's cache


class Columns:
    """The columns of distinct rows, by place.

    ``rows`` and ``titles`` are tables, column -> value by line; ``people`` and ``books`` are as
    ``RowValues`` has them, ``owner``, ``texts``, ``marked``, ``script``, ``fourth``, ``first`` and
    ``cjk`` as ``TitleLines``. ``junk`` names by path the variables that hold a running number in
    that file; ``shared_dois`` are places whose DOI is that of the issue around them: both count as
    missing.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        values, lines = RowValues(), TitleLines(len(entries))
        for start in range(0, len(entries), _CHUNK):
            some = entries[start : start + _CHUNK]
            parts = zip(*(entry.packed.split(BETWEEN_VALUES) for entry in some), strict=True)
            of = dict(zip(Kept._fields, parts, strict=True))
            values.read(of, [entry.year or 0 for entry in some])
            lines.read(start, of["title"], of["author"], of["other_title"])
        self.rows, self.people, self.books = values.table, values.people, values.books
        self.titles, self.owner, self.first = lines.keys, lines.owner, lines.first
        self.texts, self.marked, self.script = lines.texts, lines.marked, lines.script
        self.fourth, self.cjk = lines.fourth, lines.cjk
        self.junk = self._drop_junk(entries)
        self.shared_dois = self._drop_shared_dois()
        lines.rank_words()

    def compact(self, line: int) -> str:
        """The title of a line without blanks."""
        return self.texts[line].replace(" ", "")

    def content(self, place: int) -> tuple[str, int, int]:
        """Sorts places so that neighbours are alike; places themselves are in order of content."""
        line = self.first[place]
        return (self.compact(line) if line >= 0 else "", self.rows["year"][place], place)

    def _drop_junk(self, entries: Sequence[Entry]) -> dict[str, tuple[str, ...]]:
        """Clear a column that holds a running number in a file: nearly every value is its own."""
        column = self.rows["issue"]
        issues: dict[str, list[int]] = defaultdict(list)
        for place, entry in enumerate(entries):
            if column[place]:
                issues[entry.path].append(place)
        junk: dict[str, tuple[str, ...]] = {}
        for path, places in issues.items():
            distinct = len({column[place] for place in places})
            if len(places) >= thresholds.JUNK_FILLED and (
                distinct >= thresholds.JUNK_DISTINCT * len(places)
            ):
                junk[path] = ("issue",)
                for place in places:
                    column[place] = 0
        return junk

    def _drop_shared_dois(self) -> frozenset[int]:
        """Clear DOIs that are those of the issue around: they stand under many titles."""
        column = self.rows["doi"]
        many = {doi for doi, n in Counter(column).items() if n >= thresholds.SHARED_TITLES and doi}
        beginnings: dict[int, set[str]] = defaultdict(set)
        places = [place for place, doi in enumerate(column) if doi in many] if many else []
        for place in places:
            line = self.first[place]
            beginnings[column[place]].add(self.compact(line)[:8] if line >= 0 else "")
        shared = [p for p in places if len(beginnings[column[p]]) >= thresholds.SHARED_TITLES]
        for place in shared:
            column[place] = 0
        return frozenset(shared)

    def recurring(self) -> frozenset[str]:
        """The titles (compact) that the collection shows in many years or volumes: columns."""
        compact, year, volume = self.titles["compact"], self.rows["year"], self.rows["volume"]
        own = {line for line in self.first if line >= 0 and compact[line]}
        counts = Counter(compact[line] for line in own)
        many = {whole for whole, n in counts.items() if n >= thresholds.RECURRING_ISSUES}
        places: dict[int, set[tuple[int, int]]] = defaultdict(set)
        informative: dict[int, bool] = {}
        for line in sorted(own) if many else ():
            whole, place = compact[line], self.owner[line]
            if whole in many and year[place]:
                if whole not in informative:
                    informative[whole] = title.read(self.texts[line]).is_informative
                places[whole].add((year[place], 0 if informative[whole] else volume[place]))
        least = {True: thresholds.RECURRING_YEARS, False: thresholds.RECURRING_ISSUES}
        found = {
            whole
            for whole, met in places.items()
            if len(met) >= least[informative[whole]] and len(met) * 4 >= counts[whole]
        }
        return frozenset(self.compact(line) for line in own if found and compact[line] in found)
