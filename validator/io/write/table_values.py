"""Single values as tables have them: the text of a cell, and a cell with its quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from validator.io import values
from validator.io.tables import columns
from validator.io.write import dates as date_forms
from validator.io.write import lists
from validator.io.write import names as name_forms
from validator.io.write.plain import one_line
from validator.record import NAME_VARIABLES, Name
from validator.text.dates import Date

MOST_LINES = 400  # a reader takes a row over more lines for one with a forgotten quotation mark


def value(variable: str, value: Any) -> str:
    """The text of a value of a variable (a CSL name): lists are joined by semicolons."""
    if isinstance(value, Name):
        return name(value)
    if isinstance(value, Date):
        return date_forms.written(value)
    if isinstance(value, str):
        return value
    variable = variable.removeprefix("original-")
    if variable in NAME_VARIABLES:
        return people(value)
    if isinstance(scheme_value := getattr(value, "value", None), str):
        return scheme_value
    read = columns.PARALLEL_READERS[variable.removeprefix("index-")]
    return lists.with_semicolons([one_line(part) for part in value], read)


def is_read_back(variable: str, cells: Mapping[str, str], value: Any) -> bool:
    """Whether a list is what is read of its cell; one without a cell is."""
    return variable not in cells or columns.PARALLEL_READERS[variable](cells[variable]) == value


def name(name: Name) -> str:
    """``Family, Given, Suffix``; a body as it is."""
    return name_forms.written(name, name_forms.forms, _read_name)


def _read_name(text: str) -> Name:
    found = values.people(text)
    return found[0] if len(found) == 1 else Name()


def people(people: Iterable[Name]) -> str:
    """A list of names with semicolons; with "and", and braces, where a name has one itself."""
    people = tuple(people)
    wanted = [name_forms.parts(name) for name in people]

    def is_read_back(text: str) -> bool:
        return [name_forms.parts(name) for name in values.people(text)] == wanted

    written = [name(one) for one in people]
    return (
        lists.joined(written, ("; ", " and "), is_read_back)
        or lists.joined([_braced(one) for one in people], (" and ",), is_read_back)
        or "; ".join(written)
    )


def _braced(name: Name) -> str:
    return [*name_forms.forms(name)][-1]


def cell(text: str, delimiter: str = ",") -> str:
    """A cell with quotation marks around it where it needs them."""
    text = text.replace("\0", "") if "\0" in text else text
    if text.isalnum():
        return text
    if _MUST_QUOTE[delimiter].search(text) or text != text.strip():
        if text.count("\n") + text.count("\r") > MOST_LINES:
            text = one_line(text)
        return '"' + text.replace('"', '""') + '"'
    return text


_MUST_QUOTE = {mark: re.compile(f'["\r\n{mark}]') for mark in ",\t;"}
