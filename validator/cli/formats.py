"""`bibvalidator formats`: the formats that are read, or how one file would be."""

from __future__ import annotations

import argparse
from collections import Counter

from validator.cli import settings
from validator.finding import Fault
from validator.io import FORMATS, Input, Opened, items, shown


def run(arguments: argparse.Namespace) -> int:
    """List the formats, or say how a file is read; returns 0."""
    loaded = settings.load(arguments)
    if not arguments.explain:
        for form in FORMATS.values():
            print(f"{form.name:10} {form.title} ({form.suffixes}); places: {form.places}")
        return 0
    given = Input(arguments.explain, shown(arguments.explain), named=True)
    with Opened(given, loaded.settings) as source:
        print(f"{given.shown}: read as {source.format}, {FORMATS[source.format].title}")
        told = source.encoding
        if told:
            print(f"encoding: {told}{', guessed' if source.faults else ''}")
        fields: Counter[tuple[str, str]] = Counter()
        records = unreadable = 0
        for item in items(source):
            if isinstance(item, Fault):
                unreadable += item.code == "COL002"
                continue
            records += 1
            fields.update({(field.name, field.variable) for field in item.raw})
    if source.encoding != told:  # the format says itself what it is
        print(f"encoding: {source.encoding}")
    print(f"records: {records}, unreadable: {unreadable}")
    print("fields, with the variable that each is read into:")
    for (name, variable), count in sorted(fields.items(), key=lambda item: (-item[1], item[0])):
        print(f"{count:8} {name or '(none)'} -> {variable or 'kept as it stands'}")
    return 0
