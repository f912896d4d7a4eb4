"""Edits of entries of BibTeX and BibLaTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from validator.io import bibtex
from validator.io.bibtex.fields import roles
from validator.io.bibtex.parents import NOT_INHERITED
from validator.io.rewrite import bibtex_values as ways
from validator.io.rewrite import removing
from validator.io.rewrite.bibtex_layout import Layout
from validator.io.rewrite.comparing import Change
from validator.io.rewrite.engine import MERGED_IDS, Added, State, Way
from validator.io.rewrite.patching import Edit
from validator.io.rewrite.removing import Cut, Span
from validator.io.source import Source
from validator.io.write import latex
from validator.record import Record
from validator.text.latex import collapse

_PARENTS = ("crossref", "xdata")
_NEW_NAMES = re.compile(r"^\s*(?:journaltitle|date|location|langid|eprinttype)\s*=", re.M | re.I)
_OLD_NAMES = re.compile(r"^\s*(?:journal|year|address)\s*=", re.M | re.I)


class BibTeX:
    """The syntax of BibTeX, in the dialect of a file."""

    def __init__(self, head: str) -> None:
        self.is_biblatex = len(_NEW_NAMES.findall(head)) > len(_OLD_NAMES.findall(head))

    def read(self, text: str) -> Record | None:
        """The entry of a text, without the macros and the parents that it has in its file."""
        items = list(bibtex.read(Source("-", "bibtex", limit=len(text) + 1, text=text)))
        records = [item for item in items if isinstance(item, Record)]
        if len(records) != 1 or any(getattr(item, "code", "") == "COL002" for item in items):
            return None
        where = records[0].provenance
        return records[0] if where.start == 0 and where.end == len(text) else None

    def is_shared(self, record: Record, change: Change, *, shared: bool) -> bool:
        """Whether a value may come from a parent, or be that of children, too."""
        inherits = bool(parents(record))
        if not (inherits or shared):
            return False
        if change.variable == "type":
            return True
        own = {field.name.lower(): field.variable for field in record.raw}
        fields = {name for name, variable in own.items() if variable == change.variable}
        if not fields:
            table = roles(record.type)
            fields = {name for name, role in table.items() if role.variable == change.variable}
        apart = bool(fields) and fields <= NOT_INHERITED and "xdata" not in own
        return not apart and (shared or not change.new)

    def held(self, variable: str, value: Any) -> Any:
        """A value with its white space as LaTeX has it."""
        if isinstance(value, str):
            return collapse(value)
        if type(value) is tuple and value and isinstance(value[0], str):
            return tuple(map(collapse, value))
        return value

    def escaped(self, text: str) -> str:
        return latex.ascii(text)

    def ways(self, here: State, change: Change) -> Iterator[Way]:
        """Ways of writing a change, those in the fields that fill its variable first."""
        layout = Layout(here.text, here.record)
        if change.variable == "id":
            yield from ways.key(layout, change)
        elif change.variable == "type":
            yield from ways.word(layout, change)
        elif change.variable == "issued":
            yield from ways.issued(layout, change, is_biblatex=self.is_biblatex)
        elif change.variable == "other-id":
            yield from ways.other_ids(layout, change)
        elif not change.new:
            yield from ways.removed(layout, change)
        else:
            yield from ways.changed(layout, change)
            yield from ways.added(layout, change, here.record, is_biblatex=self.is_biblatex)

    def additions(self, here: State, added: Added) -> Iterator[Way]:
        """A field of this name, or the ids of merged records in ``ids``."""
        layout = Layout(here.text, here.record)
        if added.name == MERGED_IDS:
            keys = [
                key for key in added.value.split("; ") if key and not re.search(r"[\s,{}]", key)
            ]
            if len(keys) != len(added.value.split("; ")):
                return
            slot = layout.named("ids")
            if slot is None:
                yield [layout.with_field("ids", ", ".join(keys))]
            elif slot.latex is not None:
                there = [key.strip() for key in slot.latex.split(",")]
                new = ", ".join((slot.latex.strip(), *(key for key in keys if key not in there)))
                edit = layout.with_latex(slot, new)
                yield [edit] if edit else []
        elif added.raw[:1] in ("{", '"') and not layout.named(added.name.lower()):
            yield [layout.with_field(added.name, "", added.raw)]
        elif added.raw and not layout.named(added.name.lower()):
            yield [layout.with_field(added.name, latex.text(added.value))]

    def removals(self, gone: Sequence[Span], kept: Sequence[Span], cut: Cut) -> list[Edit]:
        return removing.lines(gone, kept, cut, mark=True)


def parents(record: Record) -> tuple[str, ...]:
    """The keys, in lower case, of the entries that an entry inherits from."""
    return tuple(
        key.strip(' {}"\t\r\n').lower()
        for field in record.raw
        if field.name.lower() in _PARENTS
        for key in str(field.value).split(",")
        if key.strip(' {}"\t\r\n')
    )
