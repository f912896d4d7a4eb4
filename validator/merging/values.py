"""What a member of a cluster has: the values of a variable, what they say, how they are told."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from validator.io.values import NOTE_PARALLELS, NOTE_VARIABLES, note_lines
from validator.merging import people, tongues
from validator.merging.kinds import Typed
from validator.merging.preference import told
from validator.merging.writing import form, says_nothing
from validator.record import Field, Name, Record
from validator.text.dates import Date

MOST_LINES = 500
"""Lines of a note that are looked at for variables; no reader's note has so many."""

_LINE = re.compile(r"\r\n|\r|\n")
_DELIMITERS = ' \t\r\n{}"'


def value_of(record: Record, attribute: str) -> Any:
    """The value of an attribute; of the type what is known of it."""
    if attribute == "type":
        return Typed(record.type, record.type_is_inferred)
    return getattr(record, attribute)


def sides(member: Record, attribute: str) -> Iterator[tuple[Any, str]]:
    """The value of a variable with the language of it, and its parallel value with its own."""
    value = _note(member) if attribute == "note" else value_of(member, attribute)
    yield value, member.language
    if attribute in tongues.PARALLEL and member.parallel:
        yield getattr(member.parallel, attribute), member.parallel.language


def says(value: Any) -> bool:
    """Whether a value says something: a word for nothing is none."""
    if isinstance(value, str):
        return not says_nothing(value)
    if isinstance(value, Typed):
        return bool(value.type)
    if isinstance(value, Date):
        return value.year is not None or not says_nothing(value.raw)
    if isinstance(value, tuple) and value and isinstance(value[0], Name):
        return not people.says_nobody(value)
    return bool(value) and any(not says_nothing(str(one)) for one in value)


def detailed(value: Any) -> str:
    """Names with their ORCID iDs and affiliations, and what else does not show in a text."""
    if isinstance(value, tuple) and value and isinstance(value[0], Name):
        return "; ".join(
            " | ".join(
                (str(name), *filter(None, (name.orcid, str(name.native or ""))), *name.affiliation)
            )
            for name in value
        )
    return told(value)


def field_text(field: Field) -> str:
    """The value of a raw field without its delimiters; what is no text, as JSON."""
    value = field.value
    if not isinstance(value, str):
        value = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return value.strip(_DELIMITERS)


def _note(member: Record) -> str:
    """The note without lines whose values the reader has put into variables: beside those of
    another member they would be read as its own."""
    if ":" not in member.note and "：" not in member.note:
        return member.note
    lines = _LINE.split(member.note)
    kept = [line for line in lines[:MOST_LINES] if not _is_read(member, line)]
    if len(kept) == len(lines[:MOST_LINES]):
        return member.note
    return "\n".join((*kept, *lines[MOST_LINES:]))


def _is_read(member: Record, line: str) -> bool:
    """Whether a line of a note says "variable: value", and the record has this value."""
    for key, value in note_lines(line):
        if key == "type":
            return True
        attribute, part = NOTE_VARIABLES.get(key, ""), NOTE_PARALLELS.get(key, "")
        read = [told(one.value) for one in member.other_id]
        read.append(told(getattr(member, attribute, "")))
        read.append(told(getattr(member.parallel, part, "")))
        if any(text and form(value) in form(text) for text in read):
            return True
    return False
