"""The rows of a run: without their copies, in an order of content, and the forms made of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from hashlib import blake2b

from validator.linkage import thresholds
from validator.linkage.columns import Columns
from validator.linkage.entry import Entry
from validator.linkage.form import Form


class Rows:
    """The rows of a run without their copies, in an order of content alone.

    ``best`` has by place the most complete of equal rows, ``copies`` all of them where they are
    several. Rows that people judged, and after them those of a catalogue (from ``first_known``
    on), have each a place of its own, at the end. ``place_of`` is by position in what was given.
    """

    def __init__(self, rows: Sequence[Entry], known: int, judged: Collection[int]) -> None:
        new = len(rows) - known
        digests = [_digest(row.packed) for row in rows]
        self.best: list[Entry] = []
        self.copies: dict[int, list[Entry]] = {}
        self.place_of = [0] * len(rows)
        before = None
        for i in sorted(set(range(new)).difference(judged), key=digests.__getitem__):
            if rows[i].packed == before:
                self.copies.setdefault(len(self.best) - 1, [self.best[-1]]).append(rows[i])
            else:
                self.best.append(rows[i])
            before = rows[i].packed
            self.place_of[i] = len(self.best) - 1
        for place, same in self.copies.items():
            same.sort(key=lambda row: (row.rank, row.place))
            self.best[place] = same[0]
        alone = sorted(i for i in judged if i < new), range(new, len(rows))
        for some in alone:
            self.first_known = len(self.best)
            for i in sorted(some, key=lambda i: (digests[i], rows[i].place)):
                self.place_of[i] = len(self.best)
                self.best.append(rows[i])


def _digest(packed: str) -> int:
    """A number by which rows are ordered: the same in every run, whatever their order."""
    data = packed.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big")


class Forms(dict[int, Form]):
    """Forms by place, made when asked for."""

    def __init__(self, rows: Sequence[Entry], columns: Columns) -> None:
        self._rows = rows
        self._columns = columns

    def __missing__(self, place: int) -> Form:
        row = self._rows[place]
        form = Form(row, self._columns.junk.get(row.path, ()))
        if place in self._columns.shared_dois:
            form.doi = ""
        self[place] = form
        return form

    def trim(self) -> None:
        """Forget all where they have become many."""
        if len(self) > thresholds.FORMS:
            self.clear()
