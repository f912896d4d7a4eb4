"""What collection rules keep of records, and references to the records that it is about."""

from __future__ import annotations

from typing import Any, NamedTuple
from zlib import crc32

from validator.record import Record
from validator.text.unicode import fold


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
    if "&" in title:
        from html import unescape

        title = unescape(title)
    letters = fold(title[: 2 * TOLD_BY]).replace(" ", "")[:TOLD_BY]
    return crc32(letters.encode("utf-8", "surrogatepass")) if letters else 0


def counted(path: str, count: Count) -> Fact:
    """One fact for all records of a file that count alike: a million of them weigh nothing."""
    return Fact(Ref(path, 0, None, None, "", ""), count)
