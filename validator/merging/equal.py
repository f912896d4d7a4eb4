"""Records that are equal but for what each of them has for itself."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from validator.merging.preference import place
from validator.record import Record


def unlike(records: Iterable[Record]) -> list[Record]:
    """Of records that are equal but for their ids and places one, that of the first place: what
    `merging.merge` makes of these is what it makes of all."""
    found: dict[bytes, Record] = {}
    for record in records:
        content = _content(record)
        found[content] = min(found.get(content, record), record, key=place)
    return list(found.values())


def _content(record: Record) -> bytes:
    """A short stand-in for all that a record says, and what says it."""
    where = record.provenance
    values = [(k, v) for k, v in sorted(vars(record).items()) if k not in _OF_ONE]
    raw = [(field.name, field.value, field.variable) for field in record.raw]
    text = repr((values, raw, where.format, where.source))
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


_OF_ONE = frozenset(("id", "raw", "provenance"))
"""What each of equal records has for itself."""
