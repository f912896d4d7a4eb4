"""MARC as JSON: the leader of a record, and its fields as objects.

The tag of a field is its only key, ``{"245": {"ind1": "1", "subfields": [{"a": "..."}]}}``, or a
value beside the others, ``{"tag": "245", "subfields": [{"code": "a", "value": "..."}]}``.
Source: "A proposal to serialize MARC in JSON", R. Singer, 2010, and the objects of marc-record-js.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from validator.finding import Fault
from validator.io.json import items as json_items
from validator.io.json.records import is_in_lines
from validator.io.json.values import as_text, members
from validator.io.json.window import Item, Shape
from validator.io.marc.fields import SUBFIELD
from validator.io.marc.records import Reader
from validator.io.source import Source
from validator.record import Record

SHAPE = Shape(
    envelopes=(("records",),), opening=r'\{\s*"(?:leader|fields)"\s*:', marks="leader fields"
)


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of an array, an object, or JSON Lines."""
    reader = Reader(source.path, source.format)
    shape = SHAPE.framed(source)
    in_lines = is_in_lines(source, shape)
    items = json_items.lines(source, shape) if in_lines else json_items.items(source, shape)
    for number, item in enumerate(items, source.first_number):
        if item.reason:
            yield json_items.fault(item, number)
        else:
            yield _item(item, reader, number)
    source.dialect = reader.dialects.told()


def _item(item: Item, reader: Reader, number: int) -> Record | Fault:
    fields = [field for one in members(item.value.get("fields")) for field in _fields(one)]
    return reader.item(
        as_text(item.value.get("leader")),
        [tag for tag, _ in fields],
        [" ".join(value.split("\n")) for _, value in fields],
        number=number,
        line=item.line,
        lines=[item.line] * len(fields),
        start=item.start,
        end=item.end,
    )


def _fields(one: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The tag and the value, as ISO 2709 has it, of the field that an object is; of each, where
    several are in one."""
    if "tag" in one:
        yield as_text(one["tag"]), _value(one)
        return
    for tag, content in one.items():
        yield tag, _value(content) if isinstance(content, dict) else as_text(content)


def _value(field: dict[str, Any]) -> str:
    if "subfields" not in field:
        return as_text(field.get("value"))
    parts = [f"{_one(field.get('ind1'))}{_one(field.get('ind2'))}"]
    for subfield in members(field["subfields"]):
        if "code" in subfield:
            parts.append(f"{_one(subfield['code'])}{as_text(subfield.get('value'))}")
        else:
            parts += [f"{_one(code)}{as_text(text)}" for code, text in subfield.items()]
    return SUBFIELD.join(parts)


def _one(value: Any) -> str:
    """An indicator or a code: one character, a blank for none."""
    return as_text(value)[:1] or " "
