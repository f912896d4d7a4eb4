"""Lines of a note for what a format has no place for: ``variable: value``."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from typing import Any

from validator.io import types
from validator.io.parallels import parallel_of, parallel_role
from validator.io.values import (
    NOTE_PARALLELS,
    NOTE_VARIABLES,
    add_note_lines,
    note_lines,
    note_name,
)
from validator.io.write import dates as date_forms
from validator.io.write import names as name_forms
from validator.io.write.places import PARALLELS, SCHEMES
from validator.io.write.plain import one_line
from validator.record import ATTRIBUTES, NAME_VARIABLES, Field, Name, OtherId, Record, attribute_of
from validator.text.dates import Date
from validator.text.identifiers.schemes import scheme_of
from validator.text.latex import decode
from validator.text.unicode import fold
from validator.vocabulary import CSL_TYPES

_KEYS = {"classification": "CLC", "arxiv": "arXiv", "cstr": "CSTR"}
_VARIABLES = {key: variable for variable, key in _KEYS.items()} | dict.fromkeys(SCHEMES, "other-id")
"""Keys of lines that are not named for their variable."""


def value_of(record: Record, variable: str) -> Any:
    """The value of a variable, or of ``original-title`` and the like."""
    part = PARALLELS.get(variable)
    return getattr(record.parallel, part) if part else getattr(record, attribute_of(variable))


def is_own_short(record: Record, variable: str, value: Any) -> bool:
    """Whether a value is a short container title that is the container title itself."""
    return variable == "container-title-short" and value == record.container_title


APART = frozenset(("type", "note", "other-id"))
"""Variables that every writer sees to by itself."""


def values(record: Record) -> Iterator[tuple[str, Any]]:
    """The variables that a record has, with their values, in the order of `VARIABLES`; those in
    the other language last. Not those of ``APART``."""
    there = record.__dict__
    for attribute, variable in ATTRIBUTES.items():
        if attribute in there and variable not in APART:
            yield variable, there[attribute]
    if record.parallel:
        for variable, part in PARALLELS.items():
            if value := getattr(record.parallel, part):
                yield variable, value


def lines(variable: str, value: Any) -> Iterator[str]:
    """The lines that say the value of a variable: one for each name, else one."""
    if isinstance(value, Date):
        yield f"{variable}: {date_forms.written(value)}"
    elif isinstance(value, str):
        yield f"{_KEYS.get(variable, variable)}: {_closed(one_line(value))}"
    elif variable.removeprefix("original-") in NAME_VARIABLES:
        for name in value:
            yield f"{variable}: {name_forms.written(name, _names, _read_name)}"
    elif variable == "other-id":
        for other in value:
            yield f"{other.scheme}: {_closed(one_line(other.value))}"
    else:
        yield f"{variable}: {'; '.join(map(one_line, value))}"


def _closed(text: str) -> str:
    """A value with a second brace behind one at its end, which readers of notes take off."""
    return f"{text}}}" if text.endswith("}") else text


def _names(name: Name) -> Iterator[str]:
    if name.family and name.given and not (name.particles or name.suffix):
        yield f"{name.family} || {name.given}"
    yield from name_forms.forms(name)


def _read_name(text: str) -> Name:
    found = next(note_lines(f"author: {text}"), ("", ""))
    return note_name(found[1])


def of_people(record: Record, held: Iterable[str] = ()) -> Iterator[str]:
    """What names have beside their parts: ORCID iDs (but those of variables held), affiliations,
    forms in another script."""
    for variable in NAME_VARIABLES:
        for name in getattr(record, variable):
            if name.orcid and variable not in held:
                yield f"{variable} ORCID: {name} = {name.orcid}"
            for text in name.affiliation:
                yield f"{variable} affiliation: {name} = {one_line(text)}"
            if name.native:
                yield f"{variable} native: {name} = {name.native}"


def of_parallel(record: Record, held: Container[str] = ()) -> Iterator[str]:
    """The language of the parallel values, but those that labels of the format name."""
    if record.parallel.language and record.parallel.language not in held:
        yield f"parallel-language: {one_line(record.parallel.language)}"


def named(lines: Iterable[str]) -> tuple[str, ...]:
    """The names of what lines say, each once: variables, fields of another format."""
    names = (line.partition(": ")[0].removesuffix(_NOT_READ) for line in lines)
    return tuple(dict.fromkeys(_VARIABLES.get(name, name) for name in names))


def other_ids(record: Record) -> tuple[OtherId, ...]:
    """The other identifiers that no line of the note says already, each once."""
    said = {(scheme_of(key), value) for key, value in note_lines(record.note)}
    return tuple(other for other in dict.fromkeys(record.other_id) if other not in said)


def completed(record: Record) -> Record:
    """A record with what readers take from its note, but that of BibTeX, and the type that they
    infer; what BibTeX says in a way of its own is said in the common one."""
    if record.provenance.format == "bibtex":
        record = _common(record)
    if not (record.type or record.type_as_read):
        inferred = types.inferred(
            container=record.container_title, doi=record.doi, isbn=record.isbn
        )
        record = replace(record, type=inferred) if inferred else record
    if next(note_lines(record.note), None) is None:
        return record
    found = {name: value for name, value in record.__dict__.items() if name != "other_id"}
    parts: dict[str, Any] = {}
    add_note_lines(record.note, found, parts)
    if record.type:
        found |= {"type": record.type, "type_as_read": record.type_as_read}
    others = (*record.other_id, *found.pop("other_id", ()))
    found["other_id"] = tuple(dict.fromkeys(others))
    found["parallel"] = record.parallel or parallel_of(parts, found)
    return Record(**found)


def _common(record: Record) -> Record:
    """A BibTeX record with "-" between pages, which TeX wants doubled, and without the name that
    says that more follow: other formats would take it for a person."""
    changed: dict[str, Any] = {}
    if "--" in record.page:
        changed["page"] = re.sub("-{2,3}", "-", record.page)
    for variable in NAME_VARIABLES:
        people = getattr(record, variable)
        if len(people) > 1 and people[-1].literal == "others":
            changed[variable] = people[:-1]
            said = "et al." if variable == "author" else f"{variable}: et al."
            changed["note"] = "\n".join(filter(None, (changed.get("note", record.note), said)))
    return replace(record, **changed) if changed else record


def of_type(record: Record, *, reads_as: str) -> Iterator[str]:
    """The line that says the type, where the word written for it or the note says another."""
    noted = next((value for key, value in note_lines(record.note) if key == "type"), "")
    if record.type:
        if (noted if noted in CSL_TYPES else reads_as) != record.type:
            yield f"type: {record.type}"
    elif record.type_as_read and reads_as:
        yield f"type as read: {one_line(record.type_as_read)}"


def with_lines(note: str, added: Iterable[str]) -> str:
    """A note with lines that it does not say yet; of several types the first counts.

    A line that readers take a variable from, and that runs on in the note, becomes one there.
    """
    wanted = list(added)
    for line in wanted:
        if _is_read(line.partition(": ")[0]):
            note = _broken(note, line)
    for line in without_said(wanted, note):
        first, second = (line, note) if line.startswith("type: ") else (note, line)
        note = f"{first}\n{second}" if note else line
    return note


def without_said(added: Iterable[str], note: str) -> list[str]:
    """The lines that a note does not say, in whatever lines."""
    return [line for line in dict.fromkeys(added) if _place(line, note) is None]


def _broken(note: str, line: str) -> str:
    """A note in which a line that runs on stands by itself."""
    place = _place(line, note)
    if place is None or line in map(str.strip, re.split("[\r\n]", note)):
        return note
    parts = note[: place.start()].rstrip(), line, note[place.end() :].lstrip()
    return "\n".join(filter(None, parts))


def _place(line: str, note: str) -> re.Match[str] | None:
    """Where a note has the words of a line, one behind the other."""
    words = line.split()
    if words[0] not in note:
        return None
    running = r"\s+".join(map(re.escape, words))
    return re.search(rf"(?<!\S){running}(?!\S)", note)


# Fields that fill no variable


def unknown(record: Record) -> Iterator[tuple[Field, str]]:
    """The fields that fill no variable, each with its value as plain text."""
    said: set[str] = set()
    for field in record.raw:
        if field.variable and not _is_lost_parallel(record, field):
            continue
        text = plain(field, record.provenance.format)
        if not text:
            continue
        said = said or _said(record)
        if one_line(text) not in said and not _is_part(record, field.name.lower(), text):
            yield field, text


def lines_of_unknown(fields: Iterable[tuple[Field, str]]) -> Iterator[str]:
    """The lines that carry fields of another format: ``name: value``."""
    for field, text in fields:
        name = one_line(field.name)
        if name.lower() == "origlanguage":  # says that the record is a translation
            name = "original-language"
        elif _is_read(name):
            name += _NOT_READ
        yield f"{name}: {one_line(text)}"


_NOT_READ = " (field)"
"""Makes a name none that readers know."""


def _is_read(name: str) -> bool:
    """Whether a line of this name would be read as a variable, which the field is not."""
    key = re.sub("[ _]+", "-", name.lower()).removeprefix("tex.")
    is_variable = key in NOTE_VARIABLES or key in NOTE_PARALLELS or key == "type"
    return is_variable or bool(scheme_of(key) or parallel_role(key))


def _is_lost_parallel(record: Record, field: Field) -> bool:
    """Whether a field is the title of the original of a translation, which is no parallel."""
    return field.variable in PARALLELS and not value_of(record, field.variable)


def plain(field: Field, form: str) -> str:
    """The value of a raw field as plain text, without the syntax of its format."""
    value = field.value
    if not isinstance(value, str):
        try:
            return json.dumps(value, ensure_ascii=False) if value else ""
        except RecursionError:
            return ""
    if form == "bibtex":
        return decode(undelimited(value))
    if form in ("marc", "marcxml") and "\x1f" in value:
        parts = value.split("\x1f")[1:]
        return " ".join(part[1:].strip() for part in parts if part[:1] != "6")  # $6 is a link
    if form == "csv" and len(value) > 1 and value[0] == value[-1] == '"':
        return value[1:-1].replace('""', '"')
    return value


def undelimited(value: str) -> str:
    """The LaTeX of a BibTeX value as it stood; a macro is its name."""
    if value[:1] + value[-1:] == "{}" or (value[:1] + value[-1:] == '""' and len(value) > 1):
        return value[1:-1]
    return value


def _said(record: Record) -> set[str]:
    """What the record says anyway, as text."""
    said = {record.suppression, record.provenance.source, record.id, record.type_as_read}
    said |= {record.title, record.container_title, record.doi, record.url, record.note}
    said |= {record.arxiv, record.pmid, *(other.value for other in record.other_id)}
    if record.issued:
        said.add(str(record.issued.year))
        said.add(record.issued.raw)
    return set(map(one_line, said))


def _is_part(record: Record, name: str, text: str) -> bool:
    """Whether a field says a part of what the record says."""
    if name == "month":
        return record.issued is not None and record.issued.month is not None
    if name == "day":
        return record.issued is not None and record.issued.day is not None
    if name.endswith("subtitle"):
        return fold(text) in fold(f"{record.title} {record.container_title}")
    if name == "xdata":  # what the store holds has been read into the entry
        return True
    if name.startswith(("author+an", "orcid")):
        return any(author.orcid and author.orcid in text for author in record.author)
    if name in ("eprinttype", "archiveprefix"):
        schemes = {other.scheme for other in record.other_id}
        said = {"arxiv": record.arxiv, "pubmed": record.pmid, "hdl": "hdl" in schemes}
        return bool(said.get(text.lower().replace("handle", "hdl")))
    return False
