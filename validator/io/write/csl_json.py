"""Records as CSL-JSON: an array, or an object a line."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from validator.io.json import csl_json
from validator.io.types import of_csl
from validator.io.write import csl_json_values, notes
from validator.io.write.places import PARALLELS, places
from validator.record import VARIABLES, Record, attribute_of
from validator.text.identifiers.schemes import scheme_of

Item = dict[str, Any]


class Writer:
    """The items of one array, indented by two blanks."""

    def head(self) -> str:
        return "[\n"

    def tail(self) -> str:
        return "\n]\n"

    def record(self, record: Record, *, first: bool) -> str:
        text = _indented(_item(record)[0]).replace("\n", "\n  ")
        return f"{'' if first else f',{chr(10)}'}  {text}"

    def unheld(self, record: Record) -> tuple[str, ...]:
        return notes.named(_item(record)[1])


class LinesWriter:
    """An item a line."""

    def head(self) -> str:
        return ""

    def tail(self) -> str:
        return ""

    def record(self, record: Record, *, first: bool) -> str:
        return f"{_in_one_line(_item(record)[0])}\n"

    def unheld(self, record: Record) -> tuple[str, ...]:
        return notes.named(_item(record)[1])


def _item(record: Record) -> tuple[Item, list[str]]:
    """The object of a record, and the lines that its note has for want of a key."""
    record = notes.completed(record)
    found: Item = {"id": record.id} if record.id else {}
    there = places("csl-json", record.type)
    if word := record.type or of_csl(record.type_as_read) or record.type_as_read:
        found["type"] = word
    stood = _as_it_stood(record)
    left: list[str] = list(notes.of_type(record, reads_as=of_csl(word) if word else ""))
    for variable, value in notes.values(record):
        if variable in PARALLELS:
            break
        if variable in stood:
            found[there[variable]] = stood[variable]
        else:
            found[there[variable]] = csl_json_values.plain(variable, value)
    if record.parallel:
        found |= _parallels(record)
    custom: dict[str, str] = {}
    for other in notes.other_ids(record):
        if scheme_of(other.scheme) == other.scheme and other.scheme not in custom:
            custom[other.scheme] = other.value
        else:
            left += notes.lines("other-id", (other,))
    if custom:
        found["custom"] = custom
    if record.suppression:
        left.append(f"bibvalidator: {record.suppression}")
    if record.provenance.source:
        found["source"] = record.provenance.source
    _add_unknown(record, found, left)
    if note := notes.with_lines(record.note, left):
        found["note"] = note
    return found, left


def _parallels(record: Record) -> Item:
    """The values in the other language, under keys that name it where it is known."""
    language = record.parallel.language
    found: Item = {}
    for variable, part in PARALLELS.items():
        if value := getattr(record.parallel, part):
            labelled = f"{variable.removeprefix('original-')}_{language}" if language else variable
            read = csl_json.variable_of(labelled)
            key = labelled if (read.attribute, read.language) == (part, language) else variable
            found[key] = csl_json_values.plain(variable, value)
    return found


def _add_unknown(record: Record, found: Item, left: list[str]) -> None:
    """Add the keys that fill no variable; those of another format as lines of the note."""
    unknown = list(notes.unknown(record))
    if record.provenance.format not in ("csl-json", "csl-jsonl"):
        left += notes.lines_of_unknown(unknown)
        return
    for field, _ in unknown:
        if field.name == "custom" and isinstance(field.value, dict):
            others = {key: value for key, value in field.value.items() if not scheme_of(key)}
            found["custom"] = others | found.get("custom", {})
        elif field.name not in found:
            found[field.name] = field.value


def _as_it_stood(record: Record) -> Item:
    """Variable -> the JSON value that it was read from, where it is read as what it is now: a
    date may say more than a Date holds, a name too."""
    if record.provenance.format not in ("csl-json", "csl-jsonl"):
        return {}
    found: Item = {}
    for field in record.raw:
        known = csl_json.VARIABLES.get(field.name) or csl_json.variable_of(field.name)
        if field.variable != known.name or not known.read or known.name not in VARIABLES:
            continue
        if known.read(field.value) == getattr(record, attribute_of(known.name)):
            found.setdefault(known.name, field.value)
    return found


# JSON as text


def _indented(value: Item) -> str:
    from orjson import OPT_INDENT_2, dumps

    return _dumped(value, lambda part: dumps(part, option=OPT_INDENT_2), 2)


def _in_one_line(value: Item) -> str:
    from orjson import dumps

    return _dumped(value, dumps, None)


def _dumped(value: Item, quick: Callable[[Item], bytes], indent: int | None) -> str:
    """JSON with surrogates escaped; what is nested too deep to be written is left out."""
    try:
        return quick(value).decode()
    except TypeError:  # a lone surrogate, a number of more than 64 bits, many levels
        pass
    separators = (",", ":") if indent is None else None
    try:
        text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    except RecursionError:
        shallow = {key: part for key, part in value.items() if isinstance(part, str)}
        text = json.dumps(shallow, ensure_ascii=False, indent=indent, separators=separators)
    return csl_json_values.without_surrogates(text)
