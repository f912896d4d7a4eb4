"""PICA Plain: a field a line, ``021A $aTitle$hresponsibility``, a blank line behind each record.

``$$`` is a dollar sign; WinIBW has ``ƒ`` before its subfields.
Source: format.gbv.de, PICA Plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from validator.finding import Fault
from validator.io.pica import records
from validator.io.pica.fields import PicaField
from validator.io.source import Source
from validator.io.tagged.lines import Dialect, Group, groups
from validator.io.tagged.parting import Tag
from validator.record import Field, Provenance, Record

_LINE = re.compile(r"\ufeff?([012][0-9]{2}[A-Z@](?:/[0-9]{2,3})?)[ \t]+(?=[$ƒ])")
_FIRST = "003@"  # the number of a record, which it has once


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of a file, each field with its place."""
    here = Provenance(source.path, source.format)
    dialect = Dialect(_Lines().split, is_prose=lambda _: False)
    for number, group in enumerate(groups(source, dialect), source.first_number):
        if isinstance(group, Fault):
            yield replace(group, record_number=number)
        else:
            yield _item(group, here, number)


class _Lines:
    """Tells the tags of lines; a record begins behind a blank line, or where a number is again."""

    def __init__(self) -> None:
        self.begins = True
        self.numbered = False

    def split(self, text: str) -> Tag | None:
        found = _LINE.match(text)
        if not found:
            self.begins = self.begins or text.isspace()
            return None
        name = found[1]
        opens = self.begins or (name == _FIRST and self.numbered)
        self.numbered = name == _FIRST or (self.numbered and not opens)
        self.begins = False
        return Tag(name, found.start(1), found.end(), opens)


def _item(group: Group, here: Provenance, number: int) -> Record | Fault:
    raw = list(group.fields)
    return records.item([_field(one) for one in raw], raw, group.provenance(here, number, ""))


def _field(field: Field) -> PicaField:
    tag, _, occurrence = field.name.partition("/")
    return PicaField(tag, occurrence, tuple(_parts(field.value)))


def _parts(value: str) -> Iterator[tuple[str, str]]:
    """The codes and values of a field; a line that goes on is one with a blank."""
    text = " ".join(value.split("\n")).replace("\r", "")
    sign = text[:1]
    for part in text.replace(sign * 2, "\0").split(sign)[1:]:
        if part:
            yield part[0], part[1:].replace("\0", sign)
