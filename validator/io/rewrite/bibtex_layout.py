"""How an entry of BibTeX is laid out: where its fields stand, and how another one is written."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import NamedTuple

from validator.io.bibtex.entries import SKIPPED, START
from validator.io.rewrite.patching import Edit
from validator.io.write.latex import is_balanced
from validator.record import Record

_LINE_END = re.compile(r"\r\n|\r|\n")
_BRACES = re.compile("[{}]")
_BARE = re.compile("[0-9]+")


class Slot(NamedTuple):
    """A field of an entry: places of its name and of its value, delimiters included."""

    name: str
    value: str
    variable: str
    name_start: int
    start: int
    end: int

    @property
    def latex(self) -> str | None:
        """The value without its delimiters; None where macros or pieces make it up."""
        if self.value[:1] == "{" and _is_one_group(self.value):
            return self.value[1:-1]
        if self.value[:1] == '"' and self.value.count('"') == 2:
            return self.value[1:-1]
        return self.value if _BARE.fullmatch(self.value) else None


def _is_one_group(value: str) -> bool:
    depth = 0
    for found in _BRACES.finditer(value):
        depth += 1 if found[0] == "{" else -1
        if not depth:
            return found.end() == len(value)
    return False


class Layout:
    """The places of an entry's text, which begins with its @."""

    def __init__(self, text: str, record: Record) -> None:
        self.text = text
        self.slots: list[Slot] = []
        opened = START.match(text)
        self.word_start, self.word_end = opened.span(1) if opened else (1, 1)
        self.inside = opened.end() if opened else 1
        at = self.inside
        for name, value, variable, _, _, start, end in record.raw:
            if start is None or end is None:
                continue
            name_start = max(text.rfind(name, at, start), at)
            self.slots.append(Slot(name, value, variable, name_start, start, end))
            at = end
        head_end = self.slots[0].name_start if self.slots else len(text) - 1
        self.key_start = text.find(record.id, self.inside, head_end) if record.id else -1
        self.key_end = self.key_start + len(record.id) if record.id else self.inside

    def of(self, variable: str) -> list[Slot]:
        """The fields that fill a variable."""
        return [slot for slot in self.slots if slot.variable == variable]

    def named(self, name: str) -> Slot | None:
        """The first field of a name, in any case."""
        return next((slot for slot in self.slots if slot.name.lower() == name), None)

    # taking out

    def without(self, slot: Slot) -> Edit:
        """The edit that takes a field out with its comma, and with its line where it has one."""
        index = self.slots.index(slot)
        before = self.slots[index - 1].end if index else self.key_end
        gap = self.text[before : slot.name_start]
        lead = len(gap) - len(gap.rstrip())
        comma = self._comma_behind(slot.end)
        if comma and not (self.comma_first and index):
            return Edit(slot.name_start - lead, comma, "")
        if index:  # the last one, or commas stand before the fields
            return Edit(before, slot.end, "")
        return Edit(slot.name_start - lead, comma or slot.end, "")

    def _comma_behind(self, at: int) -> int:
        """The place behind the comma that follows a place, 0 where none does."""
        found = SKIPPED.match(self.text, at)
        comma = self.text.find(",", at, found.end() if found else at)
        return comma + 1 if comma >= 0 and not self.text[at:comma].strip() else 0

    @cached_property
    def comma_first(self) -> bool:
        """Whether commas stand at the start of lines."""
        pairs = zip(self.slots, self.slots[1:], strict=False)
        gaps = [self.text[a.end : b.name_start] for a, b in pairs]
        if len(self.slots) == 1:
            gaps = [self.text[self.key_end : self.slots[0].name_start]]
        first = sum(bool(re.match(r"\s*[\r\n]\s*,", gap)) for gap in gaps)
        return first * 2 > len(gaps)

    # changing and adding

    def with_latex(self, slot: Slot, latex: str) -> Edit | None:
        """The edit that gives a field another value between the delimiters that it has."""
        if slot.latex is None:
            return None
        return Edit(slot.start, slot.end, self._delimited(latex, slot.value[:1]))

    def _delimited(self, latex: str, sign: str) -> str:
        if sign == '"' and '"' not in latex and is_balanced(latex):
            return f'"{latex}"'
        return latex if sign.isdigit() and _BARE.fullmatch(latex) else f"{{{latex}}}"

    def with_field(self, name: str, latex: str, raw: str = "") -> Edit:
        """The edit that adds a field behind the last one, written as the others are."""
        if self.slots and all(slot.name.isupper() for slot in self.slots):
            name = name.upper()
        elif self.slots and all(slot.name.istitle() for slot in self.slots):
            name = name.title()
        value = raw or self._delimited(latex, self._usual_sign(latex))
        field = f"{name}{self._sign(name)}{value}"
        if not self.slots:
            return self._first(field)
        last = self.slots[-1]
        before = self.slots[-2].end if len(self.slots) > 1 else self.key_end
        gap = self.text[before : last.name_start]
        if self.comma_first:
            lead = ", " if gap.strip(" ,\r\n\t") else gap
            return Edit(last.end, last.end, lead + field)
        lead = gap[len(gap.rstrip()) :]
        comma = self._comma_behind(last.end)
        if comma:
            return Edit(comma, comma, f"{lead}{field},")
        return Edit(last.end, last.end, f",{lead}{field}")

    def _first(self, field: str) -> Edit:
        """The edit that adds the only field of an entry."""
        comma = self._comma_behind(self.key_end)
        at = comma or self.key_end
        end = _LINE_END.search(self.text)
        lead = f"{end[0]}  " if end else " "
        closing = end[0] if end and self.text[at:-1].strip(" \t") == "" else ""
        return Edit(at, at, f"{'' if comma else ','}{lead}{field}{closing}")

    def _usual_sign(self, latex: str) -> str:
        signs = Counter(slot.value[:1] for slot in self.slots)
        if _BARE.fullmatch(latex) and any(_BARE.fullmatch(slot.value) for slot in self.slots):
            return latex[0]
        return '"' if signs['"'] > signs["{"] else "{"

    def _sign(self, name: str) -> str:
        """The text between a name and its value: in the column of the others, else as before."""
        between = [self.text[s.name_start + len(s.name) : s.start] for s in self.slots]
        if not between or any(gap.strip() != "=" for gap in between):
            return " = "
        columns = {len(s.name) + gap.index("=") for s, gap in zip(self.slots, between, strict=True)}
        if len(columns) == 1 and len({len(slot.name) for slot in self.slots}) > 1:
            column = columns.pop()
            behind = between[-1][between[-1].index("=") :]
            blanks = " " * max(column - len(name), 1 if " " in between[-1] else 0)
            return blanks + behind
        after = [gap.index("=") + 1 for gap in between]
        values = {len(s.name) + len(gap) for s, gap in zip(self.slots, between, strict=True)}
        if len(values) == 1 and len(set(map(len, between))) > 1:  # values in one column
            gap = between[-1][: after[-1]]
            return gap + " " * max(values.pop() - len(name) - len(gap), 1)
        return between[-1]
