"""`bibvalidator formats`: the formats that are read, or how one file would be."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping

from validator.cli import settings
from validator.finding import Fault
from validator.io import Opened, items, named
from validator.io.formats import FORMATS
from validator.record import Field
from validator.text.unicode import one_line

TABLES = frozenset(("csv", "workbook", "parquet", "sql"))
"""Formats whose fields are columns, which `columns` of the configuration may name."""
SAMPLES = 3  # values of a field that are shown
LOOKED_AT = 200  # values that tell what a column holds
WIDEST = 40  # characters of a value that are shown


def run(arguments: argparse.Namespace) -> int:
    """List the formats, or say how a file is read; returns 0."""
    loaded = settings.load(arguments)
    if not arguments.explain:
        for form in FORMATS.values():
            suffixes = f" ({form.suffixes})" if form.suffixes else ""
            print(f"{form.name:16} {form.title}{suffixes}; places: {form.places}")
        return 0
    given = named(arguments.explain)
    with Opened(given, loaded.settings) as source:
        print(f"{given.shown}: read as {source.format}, {FORMATS[source.format].title}")
        guessed = bool(source.faults)
        source.any_columns = True
        fields: dict[tuple[str, str], _Seen] = {}
        records = unreadable = 0
        for item in items(source):
            if isinstance(item, Fault):
                unreadable += item.code == "COL002"
                if item.code == "COL005":
                    print(one_line(item.message))
                continue
            records += 1
            for field in item.raw:
                fields.setdefault((field.name, field.variable), _Seen()).add(field)
        if source.encoding:
            print(f"encoding: {source.encoding}{', guessed' if guessed else ''}")
        if source.dialect:
            print(f"dialect: {source.dialect}")
    print(f"records: {records}, unreadable: {unreadable}")
    if source.format in TABLES:
        _print_columns(fields, loaded.settings.columns)
        return 0
    print("fields, with the variable that each is read into:")
    for (name, variable), seen in sorted(
        fields.items(), key=lambda item: (-item[1].count, item[0])
    ):
        print(f"{seen.count:8} {name or '(none)'} -> {variable or 'kept as it stands'}")
    return 0


class _Seen:
    """What was seen of a field: in how many records, and some of its values."""

    def __init__(self) -> None:
        self.count = 0
        self.values: list[str] = []

    def add(self, field: Field) -> None:
        self.count += 1
        if len(self.values) < LOOKED_AT:
            self.values.append(str(field.value).strip('"'))

    @property
    def samples(self) -> str:
        shown = list(dict.fromkeys(self.values))[:SAMPLES]
        return " | ".join(one_line(value[:WIDEST]) for value in shown)


def _print_columns(fields: Mapping[tuple[str, str], _Seen], mapping: Mapping[str, str]) -> None:
    """Each column with the variable that it fills, why, and some values; then a table for the
    configuration that names the others."""
    from validator.io.tables.guessing import guess

    columns: dict[str, tuple[Counter[str], _Seen]] = {}
    for (name, variable), seen in fields.items():
        variables, values = columns.setdefault(name, (Counter(), _Seen()))
        variables[variable] += seen.count
        values.values += seen.values
    taken = {variable for _, variable in fields if variable}
    guesses: dict[str, str] = {}
    print("columns, with the variable that each is read into, why, and values:")
    for name, (variables, values) in columns.items():
        variable = next((one for one, _ in variables.most_common() if one), "")
        why = "its name is known"
        if name in mapping:
            why = "as the configuration says"
        elif not variable:
            guesses[name] = guess(values.values, taken)
            taken.add(guesses[name])
            why = f"not read; by its values {guesses[name]}" if guesses[name] else "not read"
        print(f"  {one_line(name) or '(none)'} -> {variable or '-'} ({why}): {values.samples}")
    if any(guesses):
        print("\nto have the others read, write into the configuration, and correct it:\n[columns]")
        print("\n".join(_lines(guesses, mapping)))


def _lines(guesses: Mapping[str, str], mapping: Mapping[str, str]) -> Iterator[str]:
    for name, variable in {**mapping, **guesses}.items():
        if name:
            key = json.dumps(name, ensure_ascii=not name.isprintable())
            yield f'{key} = "{variable}"'
