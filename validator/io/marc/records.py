"""A Record of the leader and the fields of a MARC record, in whatever syntax it was written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import repeat
from typing import Any

from validator.finding import Fault
from validator.io.marc import kinds, marc21
from validator.io.marc.dialects import CNMARC, MARC21, Dialects
from validator.io.marc.fields import SUBFIELD
from validator.record import Field, Provenance, Record

new = tuple.__new__
_field = partial(new, Field)  # a third of the time of Field(*parts), and a record has thirty
NONE = repeat(None)
LEADER = "LDR"
"""The name of the raw field that holds the leader."""
UNSORTED = str.maketrans("", "", "\x88\x89\x98\x9c")
"""Marks around the article that sorting passes over: ISO 6630 and its control characters."""

NOT_BIBLIOGRAPHIC = "{kind}: a record that describes no document"
UNKNOWN = "fields that are neither of MARC 21 nor of UNIMARC"
ONLY_CONTROL = "a record of control fields alone"
NO_SUBFIELDS = "fields without subfields: neither MARC 21 nor UNIMARC"
NO_FIELDS = "a record without any field"


class Reader:
    """Makes records of fields; knows the dialect of those before."""

    def __init__(self, path: str, form: str) -> None:
        self.path = path
        self.form = form
        self.dialects = Dialects()

    def item(
        self,
        leader: str,
        tags: Sequence[str],
        values: Sequence[str],
        *,
        number: int,
        has_marks: bool = False,
        line: int | None = None,
        lines: Sequence[int] | None = None,
        start: int | None = None,
        end: int | None = None,
    ) -> Record | Fault:
        """The record of these fields, a fault where they describe no document.

        ``has_marks``: there may be marks of sorting in the values. ``lines`` are those of the
        fields. A tag that lost its zeros is read as if it had them.
        """
        known = [tag.zfill(3) for tag in tags] if line else tags
        dialect = self.dialects.of(leader, known, values)
        read = [value.translate(UNSORTED) for value in values] if has_marks else values
        if dialect == MARC21:
            held, filled = marc21.values(leader, known, read)
        else:
            from validator.io.marc import unimarc

            held, filled = unimarc.values(leader, known, read, chinese=dialect == CNMARC)
        if "title" not in held:
            why, args = self._refused(leader, known, values, dialect)
            if why:
                raw = "\n".join(map(" ".join, zip(tags, values, strict=True)))[:10_000]
                return Fault("COL002", why, line, None, number, start, end, raw, args=args)
        self.dialects.count(dialect)
        source = held.pop(".source", "")
        head = (new(Field, (LEADER, leader, "type", line, None, None, None)),) if leader else ()
        held["raw"] = (
            *head,
            *map(_field, zip(tags, values, filled, lines or NONE, NONE, NONE, NONE, strict=False)),
        )
        held["provenance"] = new(
            Provenance, (self.path, self.form, number, line, None, start, end, source)
        )
        return Record(**held)

    def _refused(
        self, leader: str, tags: Sequence[str], values: Sequence[str], dialect: str
    ) -> tuple[str, dict[str, Any] | None]:
        """Why fields make no record, "" where they do."""
        if not tags:
            return NO_FIELDS, None
        if max(tags) < "010":
            return ONLY_CONTROL, None
        if not any(SUBFIELD in value for value in reversed(values)):
            return NO_SUBFIELDS, None
        kind = kinds.NOT_BIBLIOGRAPHIC.get(leader[6:7], "")
        if kind and "200" not in tags:
            return NOT_BIBLIOGRAPHIC, {"kind": kind}
        return ("", None) if dialect else (UNKNOWN, None)
