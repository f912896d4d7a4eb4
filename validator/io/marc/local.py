"""Lines ``variable: value`` of field 590: what our writer has no field of MARC 21 for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from validator.io.values import add_note_lines, note_name
from validator.record import NAME_VARIABLES, Name

_ONE = frozenset(("title", "url", "abstract"))
_SEVERAL = frozenset(("keyword", "index-keyword"))


def add(lines: Iterable[str], held: dict[str, Any], parallel: dict[str, Any]) -> None:
    """Fill what is absent; lines that say no variable are left."""
    rest: list[str] = []
    notes: list[str] = []
    several: dict[str, list[str]] = {}
    names: dict[str, list[Name]] = {}
    for line in lines:
        key, colon, value = line.partition(": ")
        key = key if key != "URL" else "url"
        if not colon:
            continue
        if key in _ONE:
            held.setdefault(key, value)
        elif key in _SEVERAL:
            several.setdefault(key.replace("-", "_"), []).append(value)
        elif key == "original-keyword":
            parallel["keyword"] = (*parallel.get("keyword", ()), value)
        elif key == "affiliation":
            held.setdefault(key, tuple(value.split("; ")))
        elif key == "bibvalidator":
            held.setdefault("suppression", value)
        elif key == "language":  # more exact than the code of 008
            held[key] = value
        elif key == "parallel-language":
            parallel.setdefault("language", value)
        elif key in NAME_VARIABLES:  # more exact than a heading
            names.setdefault(key, []).append(note_name(value))
        elif key == "note":
            notes.append(value)
        else:
            rest.append(line)
    for name, values in several.items():
        held.setdefault(name, tuple(values))
    for variable, people in names.items():
        stood = held.get(variable, ())
        if len(stood) == len(people):
            people = [
                replace(name, orcid=one.orcid, affiliation=one.affiliation, native=one.native)
                for name, one in zip(people, stood, strict=True)
            ]
        held[variable] = tuple(people)
    if notes:
        held["note"] = "\n".join(filter(None, (held.get("note", ""), *notes)))
    add_note_lines("\n".join(rest), held, parallel)
