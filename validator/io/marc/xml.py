"""MARCXML and MarcXchange: collections, single records, and the responses that they come in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from validator.finding import Fault
from validator.io.marc import plain_xml
from validator.io.marc.fields import SUBFIELD
from validator.io.marc.records import Reader
from validator.io.source import Source
from validator.io.xml.items import Item, cuts, parsed
from validator.io.xml.parse import whole_text
from validator.record import Record

if TYPE_CHECKING:
    from lxml.etree import _Element

RECORDS = ("record",)
WRONG_TAG = "a tag that has not three characters: {tag}"
NO_RECORD = "a record without a field of MARC"
PICA = "a record of PICA, which is no MARC, and is not read"

_PICA_TAG = re.compile(r"[012][0-9]{2}[A-Z@]")


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of a file, with the line of each field."""
    reader = Reader(source.path, source.format)
    limit = source.limit
    for found in cuts(source, RECORDS):
        if isinstance(found, Fault):
            yield found
            continue
        cut, number, start, end, *_ = found
        read = plain_xml.fields(cut.raw, cut.namespaces, cut.line)
        if read is None:
            faults, item = parsed(found, limit)
            yield from faults
            if item is None:
                continue
            element = _marc_of(item.element)
            if element is None:
                yield item.fault(NO_RECORD)
                continue
            read = _fields(element, item)
        leader, tags, values, lines = read
        if not leader and tags and all(map(_PICA_TAG.fullmatch, tags)):
            yield found.fault(PICA)
            continue
        for tag in dict.fromkeys(tag for tag in tags if len(tag) != 3):
            yield Fault("COL006", WRONG_TAG, line=cut.line, record_number=number, args={"tag": tag})
        yield reader.item(
            leader,
            tags,
            values,
            number=number,
            line=cut.line,
            lines=lines,
            start=start,
            end=end,
        )
    source.dialect = reader.dialects.told()


def _marc_of(element: _Element) -> _Element | None:
    """The record itself, which stands in another where a response leaves out its namespaces."""
    for found in element.iter("{*}leader", "{*}controlfield", "{*}datafield"):
        return found.getparent()
    return None


class _Names(dict[str, str]):
    """Names of elements without their namespaces."""

    def __missing__(self, tag: str) -> str:
        name = str(tag).rpartition("}")[2]
        if len(self) < 1000:
            self[tag] = name
        return name


_NAMES = _Names()


def _fields(element: _Element, item: Item) -> plain_xml.Fields:
    """The leader of a record, and the tags, values and lines of its fields."""
    leader, tags, values, lines = "", [], [], []
    first = item.line - 1
    for field in element:
        name = _NAMES[field.tag]
        get = field.get
        if name == "datafield":
            parts = [f"{get('ind1') or ' '}{get('ind2') or ' '}"]
            for sub in field:
                text = sub.text or ""
                if len(sub):  # markup that nobody foresaw
                    text = whole_text(sub)
                parts.append(f"{sub.get('code') or ' '}{text}")
            if len(parts) == 1 and field.text and field.text.strip():
                parts.append(f"a{field.text.strip()}")
            value = SUBFIELD.join(parts)
        elif name == "controlfield":
            value = field.text or ""
        elif name == "leader":
            leader = leader or field.text or ""
            continue
        else:
            continue
        if "\n" in value:
            value = " ".join(value.split("\n"))
        tags.append(get("tag") or "")
        values.append(value)
        lines.append(first + (field.sourceline or 1))
    return leader, tags, values, lines
