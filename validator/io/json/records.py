"""Records of the JSON that databases give: a vocabulary says what the keys of a work hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from validator.finding import Fault
from validator.io import types
from validator.io.json import items as json_items
from validator.io.json.decoding import decoded
from validator.io.json.values import as_text
from validator.io.json.window import Item, Shape
from validator.io.parallels import parallel_of
from validator.io.source import Source
from validator.record import Field, Provenance, Record

FIRST_LINES = 8  # that tell JSON Lines from other framings

new = tuple.__new__

Work = dict[str, Any]
Values = dict[str, Any]


def _is_any(_: Work) -> bool:
    return True


class Vocabulary(NamedTuple):
    """How a database writes works.

    ``fields`` are the keys that fill a variable, with its CSL name. ``values`` makes of a work the
    attributes of a Record, and those of its Parallel; ``work`` gives the keys of a work that is
    wrapped. Items that ``is_work`` refuses are left.
    """

    shape: Shape
    fields: Mapping[str, str]
    values: Callable[[Work], tuple[Values, Values]]
    work: Callable[[Work], Work] = dict
    is_work: Callable[[Work], bool] = _is_any


def read(source: Source, vocabulary: Vocabulary) -> Iterator[Record | Fault]:
    """The records of a file in any framing: an array, an object, an envelope, JSON Lines."""
    number = source.first_number
    shape = vocabulary.shape.framed(source)
    in_lines = is_in_lines(source, shape)
    items = json_items.lines(source, shape) if in_lines else json_items.items(source, shape)
    for item in items:
        if item.reason:
            yield json_items.fault(item, number)
        elif vocabulary.is_work(work := vocabulary.work(item.value)):
            yield _record(item, work, vocabulary, source, number)
        else:
            continue
        number += 1


def _record(item: Item, work: Work, vocabulary: Vocabulary, source: Source, number: int) -> Record:
    values, parts = vocabulary.values(work)
    if not values.get("type"):
        types.infer(values)
    if parts:
        values["parallel"] = parallel_of(parts, values)
    database = values.pop("source", "")
    fields, line = vocabulary.fields, item.line
    # Field(...) by its parts: a third faster, and a work has thirty of them
    values["raw"] = tuple(
        [
            new(Field, (key, value, fields.get(key, ""), line, None, None, None))
            for key, value in work.items()
        ]
    )
    values["provenance"] = new(
        Provenance,
        (source.path, source.format, number, line, item.column, item.start, item.end, database),
    )
    return Record(**values)


def texts_of(work: Work, attributes: Mapping[str, str]) -> Values:
    """The attributes that are texts of a work, by its keys."""
    found = {}
    for key, attribute in attributes.items():
        if value := work.get(key):
            found[attribute] = value if value.__class__ is str else as_text(value)
    return found


def is_in_lines(source: Source, shape: Shape) -> bool:
    """Whether a file is JSON Lines."""
    return source.in_lines or _in_lines(source.head(), shape)


def _in_lines(head: str, shape: Shape) -> bool:
    """Whether the head of a file shows JSON Lines: two objects that begin a line, one of them
    whole in it and no envelope. Others may be broken; a comma behind one shows an array."""
    found = head.lstrip("\ufeff \t\r\n").split("\n", FIRST_LINES)
    found = [stripped for line in found[:FIRST_LINES] if (stripped := line.strip())]
    if not found or found[0].startswith("["):
        return False
    if any(line.endswith("},") or line[0] in "]}" for line in found):
        return False
    values = [value for line in found if (value := _object(line)) is not None]
    begun = sum(line.startswith("{") for line in found)
    return bool(values) and begun > 1 and not any(_leads(values[0], p) for p in shape.envelopes)


def _object(line: str) -> dict[str, Any] | None:
    try:
        value = decoded(line)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def _leads(value: Any, path: tuple[str, ...]) -> bool:
    """Whether the keys of a path lead to an array or object."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return isinstance(value, list | dict)
