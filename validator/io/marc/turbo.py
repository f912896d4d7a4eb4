"""TurboMARC: MARCXML with the tags and codes in the names of elements, ``<d245 i1="1"><sa>...``.

Source: the manual of YAZ, MARC, TurboMARC.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from validator.finding import Fault
from validator.io.marc.fields import SUBFIELD
from validator.io.marc.records import Reader
from validator.io.source import Source
from validator.io.xml.items import filled, local
from validator.io.xml.parse import whole_text
from validator.record import Record

if TYPE_CHECKING:
    from lxml.etree import _Element


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of a file, with the line of each field."""
    reader = Reader(source.path, source.format)
    for item in filled(source, ("r",)):
        if isinstance(item, Fault):
            yield item
            continue
        fields = [one for one in item.element if local(one)[:1] in ("c", "d")]
        yield reader.item(
            next((whole_text(one) for one in item.element if local(one) == "l"), ""),
            [local(one)[1:] for one in fields],
            [" ".join(_value(one).split("\n")) for one in fields],
            number=item.number,
            line=item.line,
            lines=[item.line_of(one) for one in fields],
            start=item.start,
            end=item.end,
        )
    source.dialect = reader.dialects.told()


def _value(field: _Element) -> str:
    """The value of a field as ISO 2709 has it."""
    if local(field)[0] == "c":
        return whole_text(field)
    parts = [f"{field.get('i1') or ' '}{field.get('i2') or ' '}"]
    parts += [f"{_code(one)}{whole_text(one)}" for one in field if local(one)[:1] == "s"]
    return SUBFIELD.join(parts)


def _code(subfield: _Element) -> str:
    """The code of a subfield: an attribute, where no element can be named so."""
    return local(subfield)[1:2] or (subfield.get("code") or " ")[:1]
