"""PICA XML, ``<datafield tag="021A"><subfield code="a">``, and PPXML, ``<tag id="021A">``.

Source: the schema of PICA XML 1.1 and the example of PPXML, format.gbv.de.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from validator.finding import Fault
from validator.io.pica import records
from validator.io.pica.fields import PicaField
from validator.io.source import Source
from validator.io.xml.items import Item, filled, local, text_of
from validator.io.xml.values import new, provenance
from validator.record import Field, Record

if TYPE_CHECKING:
    from lxml.etree import _Element


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of a file, with the line of each field."""
    for item in filled(source, ("record",)):
        if isinstance(item, Fault):
            yield item
            continue
        elements = [one for one in item.element.iter("{*}*") if local(one) in ("datafield", "tag")]
        fields = [_field(one) for one in elements]
        raw = [_raw(field, one, item) for field, one in zip(fields, elements, strict=True)]
        yield records.item(fields, raw, provenance(item, source.path, source.format))


def _field(element: _Element) -> PicaField:
    tag = element.get("tag") or element.get("id") or ""
    occurrence = element.get("occurrence") or element.get("occ") or ""
    parts = ((one.get("code") or one.get("id") or " ", text_of(one)) for one in element)
    return PicaField(tag, occurrence, tuple(parts))


def _raw(field: PicaField, element: _Element, item: Item) -> Field:
    """A field as PICA Plain has it."""
    value = "".join(f"${code}{text.replace('$', '$$')}" for code, text in field.parts)
    return new(Field, (field.name, value, "", item.line_of(element), None, None, None))
