"""Edits of items of CSL-JSON: of an array, an envelope, one object, or JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from validator.io.json import csl_json
from validator.io.json.decoding import decoded
from validator.io.rewrite import json_values, removing
from validator.io.rewrite.comparing import Change
from validator.io.rewrite.engine import Added, State, Way
from validator.io.rewrite.json_layout import Style, nodes
from validator.io.rewrite.patching import Edit
from validator.io.rewrite.removing import Cut, Span
from validator.io.source import Source
from validator.record import Field, Record


class JsonItems:
    """The syntax of CSL-JSON."""

    def __init__(self, form: str, head: str) -> None:
        self.form = form
        self.head = head
        self.frame = ("[", "]") if form == "csl-json" else ("", "")

    def read(self, text: str) -> Record | None:
        """The item of a text, its fields with the places of their values."""
        before, after = self.frame
        framed = before + text + after
        items = list(csl_json.read(Source("-", self.form, limit=len(framed) + 1, text=framed)))
        record = items[0] if len(items) == 1 else None
        if not isinstance(record, Record) or text[:1] != "{":
            return None
        start, end = record.provenance.start, record.provenance.end
        if start != len(before) or end != len(before) + len(text):
            return None
        variables = {field.name: field.variable for field in record.raw}
        fields = tuple(
            Field(
                node.key,
                text[node.start : node.end],
                variables.get(node.key, ""),
                start=node.start,
                end=node.end,
            )
            for node in nodes(text, 0)
        )
        return replace(record, raw=fields)

    def is_shared(self, record: Record, change: Change, *, shared: bool) -> bool:
        return False

    def held(self, variable: str, value: Any) -> Any:
        return value

    def escaped(self, text: str) -> str:
        return "".join(c if c.isascii() else json.dumps(c)[1:-1] for c in text)

    def ways(self, here: State, change: Change) -> Iterator[Way]:
        """Ways of writing a change, those in the key that fills its variable first."""
        keys = list(dict.fromkeys(f.name for f in here.record.raw if f.variable == change.variable))
        yield from json_values.ways(Style(here.text, self.head), change, keys)

    def additions(self, here: State, added: Added) -> Iterator[Way]:
        """A key that is not there, with its value as it stood."""
        if not added.raw or any(field.name == added.name for field in here.record.raw):
            return
        try:
            value = decoded(added.raw)
        except ValueError:
            return
        style = Style(here.text, self.head)
        one_line = "\n" not in added.raw and "\r" not in added.raw
        yield [style.with_member(added.name, value, added.raw if one_line else "")]

    def removals(self, gone: Sequence[Span], kept: Sequence[Span], cut: Cut) -> list[Edit]:
        if self.form == "csl-jsonl":
            return removing.lines(gone, kept, cut, by_line=True)
        return removing.members(gone, kept, cut)
