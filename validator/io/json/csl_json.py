"""CSL-JSON: an array, one object, an envelope with ``items``, or an object a line.

An item is read as far as it goes: a value of another type than CSL says is taken for what it
plainly means, and what means nothing stays in ``raw`` alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from validator.finding import Fault
from validator.io import types
from validator.io.json import items as json_items
from validator.io.json.values import as_date, as_text, as_texts, flat, joined
from validator.io.json.window import CSL, Item
from validator.io.parallels import ParallelRole, chosen, parallel_of, parallel_role
from validator.io.parallels import variable as parallel_variable
from validator.io.source import Source
from validator.io.values import (
    LONGEST_NAME,
    NOTE_PARALLELS,
    add_note_lines,
    keywords,
    note_name,
    people,
)
from validator.record import Field, Name, OtherId, Provenance, Record, attribute_of
from validator.text.identifiers.schemes import scheme_of
from validator.vocabulary import CSL_TYPES

new = tuple.__new__
NOTHING = "an item without any variable of CSL"
_PLACED = frozenset(("raw", "provenance"))
_OF_ANY = frozenset(("", "id", "type"))


class Variable(NamedTuple):
    """What a key fills: an attribute of Record or of Parallel, and its CSL name."""

    attribute: str
    name: str
    read: Callable[[Any], Any] | None = None  # None: a text
    language: str = ""  # of a parallel value, where the key names it


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of CSL-JSON or, for the format "csl-jsonl", of JSON Lines."""
    number = source.first_number
    path, form = source.path, source.format
    shape = CSL.framed(source)
    in_lines = form == "csl-jsonl"
    items = json_items.lines(source, shape) if in_lines else json_items.items(source, shape)
    for item in items:
        if item.reason:
            yield json_items.fault(item, number)
        else:
            record = _record(item, path, form, number)
            if _is_nothing(record):
                raw = _written_out(item.value)
                yield json_items.fault(item._replace(reason=NOTHING, raw=raw), number)
            else:
                yield record
        number += 1


def _is_nothing(record: Record) -> bool:
    """Whether an item is none of CSL: a type has the objects of other programs, too."""
    names = {field.variable for field in record.raw}
    if "type" in names:
        return "" in names and names <= _OF_ANY and record.type not in CSL_TYPES
    return record.present <= _PLACED and not any(names)


def _written_out(value: Any) -> str:
    """A value as JSON, "" where it is nested too deep to be written."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    except RecursionError:
        return ""


def _record(item: Item, path: str, form: str, number: int) -> Record:
    value, line, column, start, end, _, _ = item
    values: dict[str, Any] = {}
    others: list[tuple[Variable, Any]] = []
    fields: list[Field] = []
    for key, content in value.items():
        variable = VARIABLES.get(key)
        if variable is None:
            variable = variable_of(key)
            others.append((variable, content))
            content = None
        attribute, name, reader, _ = variable
        # Field(...) by its parts: a third faster, and a record has ten of them
        fields.append(new(Field, (key, value[key], name, line, None, None, None)))
        if content:
            if reader is not None:
                content = reader(content)
            elif content.__class__ is not str:
                content = as_text(content)
            if content:
                values[attribute] = content
    parts = _add_others(others, values) if others else {}
    word = values.get("type")
    if word:
        values["type"], values["type_as_read"] = types.of_csl(word), word
    if "note" in values:
        add_note_lines(values["note"], values, parts)
    if not word and "type" not in values:
        types.infer(values)
    if "number" in values:
        _add_arxiv(values)
    if "id" not in values:
        values["id"] = as_text(value.get("citation-key"))
    source = values.pop("source", "")
    if parts:
        values["parallel"] = parallel_of(parts, values)
    values["raw"] = tuple(fields)
    values["provenance"] = new(Provenance, (path, form, number, line, column, start, end, source))
    return Record(**values)


def _add_others(others: list[tuple[Variable, Any]], values: dict[str, Any]) -> dict[str, Any]:
    """Fill what is absent from keys that CSL does not know; returns the parallel values."""
    parts: dict[str, Any] = {}
    labelled: list[tuple[ParallelRole, Any]] = []
    for (attribute, name, reader, language), content in others:
        if not attribute or not content:
            continue
        read = reader(content) if reader else as_text(content)
        if not read:
            continue
        if attribute == "other_id":
            values[attribute] = (*values.get(attribute, ()), *read)
        elif name == "original-language":
            parts[attribute] = read
        elif name in PARALLELS:
            labelled.append((ParallelRole(attribute, language), read))
        else:
            values.setdefault(attribute, read)
    return parts | chosen(labelled, values)


def _add_arxiv(values: dict[str, Any]) -> None:
    """Zotero writes the identifier of a preprint as its number: ``arXiv:2101.00001``."""
    label, colon, number = values["number"].partition(":")
    if colon and label.lower() == "arxiv":
        values.setdefault("arxiv", number.strip())


def _keywords(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return keywords(value)
    return tuple(text.strip() for text in as_texts(value) if text.strip())


def _people(value: Any) -> tuple[Name, ...]:
    """The names of a list of objects; of strings, one name each; of a lone string, all in it."""
    if isinstance(value, str):
        return people(value)
    if isinstance(value, dict):
        value = [value]
    if not isinstance(value, list):
        return ()
    try:
        return tuple([_person(**member) for member in value])
    except TypeError:  # somebody has more than a family and a given name
        return tuple([name for member in value if (name := _name(member))])


NAME_KEYS = {
    "family": "family",
    "lastname": "family",
    "last": "family",
    "surname": "family",
    "familyname": "family",
    "given": "given",
    "firstname": "given",
    "first": "given",
    "forename": "given",
    "givenname": "given",
    "literal": "literal",
    "name": "literal",
    "fullname": "literal",
    "suffix": "suffix",
    "orcid": "orcid",
}


def _name(member: Any) -> Name | None:
    """A name in any parts, under other keys, or as a lone string."""
    if isinstance(member, str):
        return _written(member) if member.strip() else None
    if not isinstance(member, dict):
        return None
    parts: dict[str, Any] = {}
    for key, value in member.items():
        part = NAME_KEYS.get(key) or NAME_KEYS.get(re.sub("[ _-]", "", key).lower())
        if part and (text := flat(value)):
            parts.setdefault(part, text)
    particles = (flat(member.get(k)) for k in ("dropping-particle", "non-dropping-particle"))
    if joined := " ".join(particle for particle in particles if particle):
        parts["particles"] = joined
    if "family" in parts or "given" in parts:
        parts.pop("literal", None)
    if not parts.keys() & {"family", "given", "literal"}:
        return None
    if affiliation := member.get("affiliation"):
        parts["affiliation"] = as_texts(affiliation)
    return Name(**parts)


@lru_cache(maxsize=2**16)
def _person(family: Any, given: Any) -> Name:
    """People write many papers: a Name is immutable, and may stand in all of them.

    Raises TypeError for what is no name of two parts, or overlong, which is thus not kept.
    """
    if (
        isinstance(family, str)
        and isinstance(given, str)
        and 0 < len(family + given) < LONGEST_NAME
    ):
        return Name(family, given)
    raise TypeError


@lru_cache(maxsize=2**12)
def _written(text: str) -> Name:
    return note_name(text)


def _custom(value: Any) -> tuple[OtherId, ...]:
    """The identifiers among the values that a program keeps apart."""
    if not isinstance(value, dict):
        return ()
    named = ((scheme_of(key), as_text(member)) for key, member in value.items())
    return tuple(OtherId(scheme, text) for scheme, text in named if scheme and text)


def _original_date(value: Any) -> str:
    date = as_date(value)
    return date.raw if date else ""


TEXTS = """
    id type title container-title container-title-short collection-title event-title publisher
    publisher-place volume issue page number number-of-pages edition genre status DOI PMID PMCID
    URL language abstract note source
    arxiv cstr classification
"""
READERS: dict[str, Callable[[Any], Any]] = {
    "author": _people,
    "editor": _people,
    "translator": _people,
    "issued": as_date,
    "original-date": _original_date,
    "ISBN": joined,
    "ISSN": joined,
    "keyword": _keywords,
    "index-keyword": _keywords,
    "affiliation": as_texts,
}
VARIABLES = {
    name: Variable(attribute_of(name), name, READERS.get(name))
    for name in (*TEXTS.split(), *READERS)
}
"""The variables that a Record holds, CSL's and its own; ``source`` goes to its provenance."""
PARALLELS = {
    name: Variable(attribute, name, READERS.get(attribute))
    for name, attribute in NOTE_PARALLELS.items()
}
"""The variables of CSL and of its users that hold the value in another language."""

_OTHER_NAMES = {
    "journalabbreviation": "container-title-short",
    "shortcontainertitle": "container-title-short",
    "event": "event-title",
    "journal": "container-title",
    "publicationtitle": "container-title",
    "keywords": "keyword",
    "authors": "author",
    "editors": "editor",
    "year": "issued",
    "date": "issued",
    "pages": "page",
    "itemtype": "type",
    "articlenumber": "number",
}
"""Keys of other programs, folded; CSL-JSON of Crossref and of hand-made files has them."""
_FOLDED = {
    re.sub("[^a-z]", "", name.lower()): name for name in (*VARIABLES, *PARALLELS)
} | _OTHER_NAMES
_NOTHING = Variable("", "")


@lru_cache(maxsize=2**12)
def variable_of(key: str) -> Variable:
    """What a key fills that is not spelt as CSL spells it: ``container_title``, ``doi``."""
    if len(key) > 100:
        return _NOTHING
    name = _FOLDED.get(re.sub("[^a-z]", "", key.lower()), "")
    if key == "custom":
        return Variable("other_id", "", _custom)
    if not name and scheme_of(key):
        return Variable("other_id", "other-id", _other(key))
    if known := PARALLELS.get(name) or VARIABLES.get(name):
        return known
    if role := parallel_role(key.lower()):
        attribute, language = role
        return Variable(attribute, parallel_variable(attribute), READERS.get(attribute), language)
    return _NOTHING


def _other(key: str) -> Callable[[Any], tuple[OtherId, ...]]:
    """The reader of a key that is named for the scheme of its identifier."""
    return lambda value: _custom({key: value})
