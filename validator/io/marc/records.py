"""A Record of the leader and the fields of a MARC record, in whatever syntax it was written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from validator.finding import Fault
from validator.io.marc import kinds, marc21
from validator.io.marc.dialects import CNMARC, MARC21, Dialects
from validator.io.marc.fields import SUBFIELD
from validator.record import Field, Provenance, Record

new = tuple.__new__
LEADER = "LDR"
"""The name of the raw field that holds the leader."""
_UNSORTED = str.maketrans("", "", "\x88\x89\x98\x9c")
"""Marks around the article that sorting passes over: ISO 6630 and its control characters."""

NOT_BIBLIOGRAPHIC = "{kind}: a record that describes no document"
UNKNOWN = "fields that are neither of MARC 21 nor of UNIMARC"
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
        line: int | None = None,
        start: int | None = None,
        end: int | None = None,
    ) -> Record | Fault:
        """The record of these fields, a fault where they describe no document."""
        dialect = self.dialects.of(leader, tags, values)
        why, args = self._refused(leader, tags, values, dialect)
        if why:
            return Fault(
                "COL002",
                why,
                line=line,
                record_number=number,
                start=start,
                end=end,
                raw="\n".join(f"{tag} {value}" for tag, value in zip(tags, values, strict=True))[
                    :10_000
                ],
                args=args,
            )
        read: Sequence[str] = values
        if any("\x98" in value or "\x88" in value for value in values if not value.isascii()):
            read = [value.translate(_UNSORTED) for value in values]
        if dialect == MARC21:
            held, filled = marc21.values(leader, tags, read)
        else:
            from validator.io.marc import unimarc

            held, filled = unimarc.values(leader, tags, read, chinese=dialect == CNMARC)
        source = held.pop(".source", "")
        fields = [
            new(Field, (tag, value, variable, line, None, None, None))
            for tag, value, variable in zip(tags, values, filled, strict=True)
        ]
        held["raw"] = (new(Field, (LEADER, leader, "type", line, None, None, None)), *fields)
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
        if not any(SUBFIELD in value for value in reversed(values)):
            return NO_SUBFIELDS, None
        if "245" in tags:
            return "", None
        kind = kinds.NOT_BIBLIOGRAPHIC.get(leader[6:7], "")
        if kind and "200" not in tags:
            return NOT_BIBLIOGRAPHIC, {"kind": kind}
        return ("", None) if dialect else (UNKNOWN, None)
