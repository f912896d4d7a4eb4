"""How a record of tagged lines is laid out: where its fields stand, and how another is written."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from validator.io.rewrite.patching import Edit
from validator.record import Record

_LINE_END = re.compile(r"\r\n|\r|\n")
_REST = re.compile(r"[^\S\r\n]*(\r\n|\r|\n)?")
_IS_TAG = {
    "ris": re.compile(r"[A-Z][A-Z0-9]"),
    "refworks": re.compile(r"[A-Z][A-Z0-9]{1,4}"),
    "refer": re.compile(r"%\S"),
    "noteexpress": re.compile(r"[^{}\[\]\r\n:]{1,40}"),
    "cnki-study": re.compile(r"[A-Z][A-Za-z]{1,19}-(?:[\u4e00-\u9fff]{1,8}|DOI)"),
}
_CLOSERS = frozenset(("ER",))


class Slot(NamedTuple):
    """A field: where its line starts, and the places of its value."""

    name: str
    value: str
    variable: str
    line_start: int
    start: int
    end: int


class Layout:
    """The places of a record's text, which begins with its first tag."""

    def __init__(self, text: str, record: Record, form: str, line_end: str) -> None:
        self.text = text
        self.form = form
        found = _LINE_END.search(text)
        self.line_end = found[0] if found else line_end
        self.slots = [
            Slot(name, value, variable, self._line_start(start), start, end)
            for name, value, variable, _, _, start, end in record.raw
            if start is not None and end is not None
        ]

    def _line_start(self, at: int) -> int:
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def of(self, variable: str) -> list[Slot]:
        """The fields that fill a variable."""
        return [slot for slot in self.slots if slot.variable == variable]

    def named(self, *names: str) -> list[Slot]:
        """The fields of these tags."""
        return [slot for slot in self.slots if slot.name in names]

    def is_tag(self, name: str) -> bool:
        return _IS_TAG[self.form].fullmatch(name) is not None

    def without(self, slot: Slot) -> Edit:
        """The edit that takes a field out with its line."""
        rest = _REST.match(self.text, slot.end)
        if rest and rest[1]:
            return Edit(slot.line_start, rest.end(), "")
        before = len(self.text[: slot.line_start].rstrip("\r\n"))
        lead = _LINE_END.search(self.text, before)
        start = slot.line_start - len(lead[0]) if lead and slot.line_start else slot.line_start
        return Edit(max(start, 0), rest.end() if rest else slot.end, "")

    def with_value(self, slot: Slot, value: str) -> Edit:
        """The edit that gives a field another value."""
        gap = " " if value and self.text[slot.start - 1 : slot.start] in "-%:：" else ""
        gap = gap if not slot.value else ""
        return Edit(slot.start, slot.end, gap + value)

    def with_line(self, name: str, value: str, after: Slot | None = None) -> Edit:
        """The edit that adds a field, behind the last of its tag or behind all of them."""
        same = self.named(name)
        place = after or (same[-1] if same else self._last)
        rest = _REST.match(self.text, place.end)
        at = rest.start(1) if rest and rest[1] else rest.end() if rest else place.end
        return Edit(at, at, self.line_end + self._prefix(name) + value)

    @property
    def _last(self) -> Slot:
        return [s for s in self.slots if s.name not in _CLOSERS][-1]

    def _prefix(self, name: str) -> str:
        """What stands before the value of a tag, as in the last line of the record."""
        model, before = self._model
        at = before.lower().find(model.name.lower())
        old = before[at : at + len(model.name)]
        if old.islower() and self.form in ("ris", "refworks"):
            name = name.lower()
        return before[:at] + name + before[at + len(model.name) :]

    @cached_property
    def _model(self) -> tuple[Slot, str]:
        slots = [slot for slot in self.slots if slot.value] or self.slots
        for slot in reversed(slots):
            before = self.text[slot.line_start : slot.start]
            if not _LINE_END.search(before) and slot.name.lower() in before.lower():
                return slot, before
        slot = slots[-1]
        return slot, slot.name + {"ris": "  - ", "noteexpress": ": "}.get(self.form, " ")

    def on_lines(self, value: str) -> str:
        """A value with the line ends of the record."""
        return _LINE_END.sub(lambda _: self.line_end, value)
