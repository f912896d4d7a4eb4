"""Edits of RIS and of the tagged formats that are like it."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

from validator.io.formats import FORMATS
from validator.io.rewrite import removing
from validator.io.rewrite import tagged_values as ways
from validator.io.rewrite.comparing import Change
from validator.io.rewrite.engine import Added, State, Way
from validator.io.rewrite.patching import Edit
from validator.io.rewrite.removing import Cut, Span
from validator.io.rewrite.tagged_layout import Layout
from validator.io.rewrite.tags import tags
from validator.io.source import Source
from validator.io.values import one_line
from validator.record import Record


class TaggedFormat:
    """The syntax of a tagged format, as a file has it."""

    def __init__(self, form: str, head: str) -> None:
        self.form = form
        self.read_all = importlib.import_module(f"validator.io.{FORMATS[form].module}").read
        self.tags = tags(form)
        found = re.search("\r\n|\r|\n", head)
        self.line_end = found[0] if found else "\n"

    def read(self, text: str) -> Record | None:
        """The record of a text."""
        items = list(self.read_all(Source("-", self.form, limit=len(text) + 1, text=text)))
        records = [item for item in items if isinstance(item, Record)]
        if len(records) != 1 or any(getattr(item, "code", "") == "COL002" for item in items):
            return None
        where = records[0].provenance
        return records[0] if where.start == 0 and where.end == len(text) else None

    def is_shared(self, record: Record, change: Change, *, shared: bool) -> bool:
        return False

    def held(self, variable: str, value: Any) -> Any:
        """A value without line ends, but where the reader keeps them."""
        keeps = variable == "note" or (variable == "abstract" and self.form != "ris")
        return one_line(value).strip() if isinstance(value, str) and not keeps else value

    def escaped(self, text: str) -> str:
        return text

    def ways(self, here: State, change: Change) -> Iterator[Way]:
        """Ways of writing a change, those in the fields that fill its variable first."""
        layout = Layout(here.text, here.record, self.form, self.line_end)
        yield from ways.ways(layout, change, self.tags)

    def additions(self, here: State, added: Added) -> Iterator[Way]:
        """A line of the same tag, where the field comes from the same format."""
        layout = Layout(here.text, here.record, self.form, self.line_end)
        value = added.raw or added.value
        there = {(slot.name, slot.value) for slot in layout.slots}
        if added.raw and layout.is_tag(added.name) and (added.name, value) not in there:
            yield [layout.with_line(added.name, layout.on_lines(value))]

    def removals(self, gone: Sequence[Span], kept: Sequence[Span], cut: Cut) -> list[Edit]:
        return removing.lines(gone, kept, cut)
