"""What collection rules keep of records, and references to the records that it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from zlib import crc32

from validator.packing import packed, unpacked
from validator.record import Record
from validator.text.unicode import compact


class Ref(NamedTuple):
    """The record a fact or a finding is about: its place, its name, its key in fingerprints.

    ``title`` is a number that records of one title share, 0 for those without.
    """

    path: str
    record_number: int
    line: int | None
    column: int | None
    handle: str
    key: str
    title: int = 0


class Count(NamedTuple):
    """What a collection rule keeps of records that it only counts: a small hashable key."""

    key: Any
    times: int = 1


class Fact(NamedTuple):
    """What a collection rule kept of a record, compact and picklable; or of all that it counts."""

    ref: Ref
    value: Any

    @property
    def times(self) -> int:
        """How many records it stands for."""
        return self.value.times if isinstance(self.value, Count) else 1

    @property
    def work(self) -> object:
        """What the copies of one paper have in common, by their titles: a rule on what most records
        of a journal or a file have counts these, for copies are no witnesses of their own."""
        ref = self.ref
        return ref.title or (ref.path, ref.record_number)


MANY = 5000
"""References that are packed together, and what is kept of their records."""

Row = tuple[int, Any]
"""The place of a reference in a list of them, and a value."""


class Facts:
    """What all collection rules keep of the records of a run, packed as it becomes much. A
    reference is held once, however many rules keep something of its record. Picklable."""

    __slots__ = ("_blocks", "_refs", "_rows")

    def __init__(self) -> None:
        self._refs: list[Ref] = []
        self._rows: defaultdict[str, list[Row]] = defaultdict(list)
        self._blocks: list[tuple[bytes, dict[str, bytes]]] = []

    def keep(self, code: str, ref: Ref, value: Any) -> None:
        """Keep a value for a rule; for one record after the other, with one reference each."""
        if not self._refs or self._refs[-1] is not ref:
            if len(self._refs) >= MANY:
                self._pack()
            self._refs.append(ref)
        self._rows[code].append((len(self._refs) - 1, value))

    def add(self, other: Facts) -> None:
        """Take over what another holds, behind one's own."""
        if other._blocks or len(self._refs) >= MANY:
            self._pack()
            self._blocks += other._blocks
        before = len(self._refs)
        self._refs += other._refs
        for code, rows in other._rows.items():
            self._rows[code] += [(before + place, value) for place, value in rows]

    def codes(self) -> set[str]:
        """The rules that something is kept for."""
        return set(self._rows).union(*(rows for _, rows in self._blocks))

    def take(self, code: str) -> Iterator[Fact]:
        """What was kept for a rule, in order. It is here no longer."""
        for refs, rows in self._blocks:
            if code in rows:
                yield from _facts(list(unpacked(refs)), unpacked(rows.pop(code)))
        yield from _facts(self._refs, self._rows.pop(code, ()))

    def _pack(self) -> None:
        if self._refs:
            rows = {code: packed(rows) for code, rows in self._rows.items()}
            self._blocks.append((packed(self._refs), rows))
            self._refs, self._rows = [], defaultdict(list)


def _facts(refs: list[Ref], rows: Iterable[Row]) -> Iterator[Fact]:
    return (Fact(refs[place], value) for place, value in rows)


def ref_at(record: Record, variable: str = "", index: int | None = None) -> Ref:
    """A reference to a record, at the place of one of its variables where that has its own."""
    ref = _last[1] if _last[0] is record else ref_of(record)
    raw = record.raw
    if not variable or not raw or raw[0].column is None:  # formats give all fields one, or none
        return ref
    field = record.field(variable, index)
    if field is None or field.column is None:
        return ref
    return ref._replace(line=field.line, column=field.column)


_last: tuple[Record | None, Ref] = (None, Ref("", 0, None, None, "", ""))

TOLD_BY = 40
"""Letters of a title that tell a paper from the others of its journal."""


def ref_of(record: Record) -> Ref:
    """The reference to a record as a whole, kept for the next rule that asks for it."""
    global _last
    where, known = record.provenance, record.id
    path, _, number, line, column, *_ = where
    names = known or record.handle, known or record.key
    ref = Ref(path, number or 0, line, column, *names, _number_of(record.title))
    _last = record, ref
    return ref


def _number_of(title: str) -> int:
    """A number for the beginning of a title: databases cut what follows, or leave it out. An
    entity counts as its character: that it is mended makes no other work of it."""
    if "&" in title and ";" in title:
        from html import unescape

        title = unescape(title)
    letters = compact(title[: 2 * TOLD_BY])[:TOLD_BY]
    return crc32(letters.encode("utf-8", "surrogatepass")) if letters else 0


def counted(path: str, count: Count) -> Fact:
    """One fact for all records of a file that count alike: a million of them weigh nothing."""
    return Fact(Ref(path, 0, None, None, "", ""), count)
