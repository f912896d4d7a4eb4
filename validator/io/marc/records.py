"""A Record of the leader and the fields of a MARC record, in whatever syntax it was written."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from typing import Any
from unicodedata import is_normalized

from validator.finding import Fault
from validator.io.marc import kinds, marc21
from validator.io.marc.dialects import CNMARC, MARC21, Dialects
from validator.io.marc.fields import SUBFIELD
from validator.record import Field, Provenance, Record
from validator.text.unicode import composed

new = tuple.__new__  # a third of the time of Field(...), and a record has thirty
NONE = repeat(None)
LEADER = "LDR"
"""The name of the raw field that holds the leader."""
_MARKS = str.maketrans("", "", "\x88\x89\x98\x9c")
"""Marks around the article that sorting passes over: ISO 6630 and its control characters."""

NOT_BIBLIOGRAPHIC = "{kind}: a record that describes no document"
UNKNOWN = "fields that are neither of MARC 21 nor of UNIMARC"
ONLY_CONTROL = "a record of control fields alone"
NO_SUBFIELDS = "fields without subfields: neither MARC 21 nor UNIMARC"
NO_FIELDS = "a record without any field"


def as_read(values: Sequence[str]) -> Sequence[str]:
    """The values of fields as variables have them: without marks of sorting, and composed. UTF-8
    in MARC 21 has letters and marks apart, as MARC-8 has them.

    Source: MARC 21 Specifications, Character Sets and Encoding Options, part 3.
    """
    whole = "".join(values)
    if whole.isascii():
        return values
    if "\x98" in whole or "\x88" in whole:
        values = [value.translate(_MARKS) for value in values]
    return values if _is_composed(whole) else [composed(value) for value in values]


def _is_composed(text: str) -> bool:
    """Whether a text is NFC, as all of Latin-1 is, which is told in a tenth of the time."""
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return is_normalized("NFC", text)
    return True


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
        lines: Sequence[int] | None = None,
        start: int | None = None,
        end: int | None = None,
    ) -> Record | Fault:
        """The record of these fields, a fault where they describe no document.

        ``lines`` are those of the fields. A tag that lost its zeros is read as if it had them.
        """
        known = [tag.zfill(3) for tag in tags] if line else tags
        dialect = self.dialects.of(leader, known, values)
        read = as_read(values)
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
            *[
                new(Field, (tag, value, variable, at, None, None, None))
                for tag, value, variable, at in zip(
                    tags, values, filled, lines or NONE, strict=False
                )
            ],
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
