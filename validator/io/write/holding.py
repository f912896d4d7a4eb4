"""What a format does not give back of a record: found by writing it and reading it again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from validator.finding import Fault
from validator.io import read_text
from validator.io.write import Writer, unheld, writer
from validator.io.write import dates as date_forms
from validator.io.write import names as name_forms
from validator.io.write.notes import value_of
from validator.io.write.places import PARALLELS
from validator.record import NAME_VARIABLES, VARIABLES, Name, Record
from validator.text import languages

__all__ = ["differing", "lost", "read_back", "unheld"]

_BLANKS = re.compile(r"\s+")


def lost(record: Record, form: str) -> tuple[str, ...]:
    """The variables that a reader of the format does not find again as they are, sorted as
    `VARIABLES` are, then ``original-title`` and the like: what the note says in words only, and
    what the format cannot write exactly.

    White space, the form of a date and the parts of the note are no matter.
    """
    again = read_back(record, writer(form), "csv" if form == "tsv" else form)
    if again is None:
        return tuple(name for name in (*VARIABLES, *PARALLELS) if value_of(record, name))
    return tuple(differing(record, again))


def read_back(record: Record, writing: Writer, form: str) -> Record | None:
    """The record that is read from what is written of a record, None where there is none."""
    text = writing.head() + writing.record(record, first=True) + writing.tail()
    found = [item for item in read_text(text, form) if not isinstance(item, Fault)]
    return found[0] if len(found) == 1 else None


def differing(record: Record, again: Record) -> list[str]:
    """The variables of a record that another record has not, or in another way."""
    return [
        variable
        for variable in (*VARIABLES, *PARALLELS)
        if (value := value_of(record, variable))
        and value is not (other := value_of(again, variable))
        and not _same(variable, value, other)
    ]


def _same(variable: str, value: Any, other: Any) -> bool:
    if value == other:
        return True
    variable = variable.removeprefix("original-")
    if variable == "issued":
        return date_forms.same(value, other)
    if variable in NAME_VARIABLES:
        return _named(value) == _named(other)
    if variable == "page":
        return _words(value).replace("--", "-") == _words(other).replace("--", "-")
    if variable == "note":
        return _words(value) in _words(other)
    if variable == "language" and languages.tag_of(value):
        return languages.tag_of(value) == languages.tag_of(other)
    if variable == "other-id":
        return set(value) <= set(other)
    if variable == "affiliation":
        return _words("; ".join(value)) == _words("; ".join(other))
    if isinstance(value, str):
        return _words(value) == _words(other)
    return list(map(_words, value)) == list(map(_words, other))


def _named(people: Sequence[Name]) -> list[tuple[str, ...]]:
    """The parts of names, without the "and others" of BibTeX, which other formats have a note
    for."""
    last = len(people) > 1 and people[-1].literal == "others"
    return list(map(name_forms.parts, people[:-1] if last else people))


def _words(text: str) -> str:
    return _BLANKS.sub(" ", text.replace("\0", "")).strip()
