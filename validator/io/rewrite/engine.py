"""How a record is edited: ways of writing each change are tried, the smallest first, until the
record as it is read again has this change and no other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice, pairwise
from typing import Any, NamedTuple, Protocol

from validator.io.rewrite.comparing import (
    Change,
    Values,
    changes,
    is_met,
    others_differ,
    values_of,
    without_persons,
)
from validator.io.rewrite.patching import Edit, Patched
from validator.io.rewrite.removing import Cut, Span
from validator.io.rewrite.splicing import minimal
from validator.record import Record

MOST_TRIED = 24  # ways of writing one change; each is read again
MOST_OF_LONG = 6  # of a record that takes long to read
LONG = 2**17  # characters
MOST_REMOVED = 4  # fields that fill one variable in turn, each when the one before is gone
MERGED_IDS = "merged ids"
"""The name of an `Added` that holds the ids of records merged into this one, joined by "; "."""


class Added(NamedTuple):
    """A field to add that fills no variable: of a record merged into this one, or merged ids.

    ``value`` is plain text; ``raw`` the value as it stood in a file of the same format.
    """

    name: str
    value: str
    raw: str = ""


class Rewritten(NamedTuple):
    """The edits, in order, and the CSL variables and names of fields that could not be written.

    Names are written without the ORCID iDs and affiliations that the format has no place for, and
    are among those left then.
    """

    edits: tuple[Edit, ...] = ()
    left: tuple[str, ...] = ()


class State(NamedTuple):
    """A record's text as it is by now, and the record read from it, standing alone."""

    patched: Patched
    record: Record
    values: Values

    @property
    def text(self) -> str:
        return self.patched.text


Way = list[Edit]
"""A way of writing a change: edits of the record's text."""


class Syntax(Protocol):
    """What a format has to know. Places are those of the record's text."""

    def read(self, text: str) -> Record | None:
        """The record of a text that holds it alone, None where it is not exactly one."""

    def is_shared(self, record: Record, change: Change, *, shared: bool) -> bool:
        """Whether a value may belong to other records, too."""

    def held(self, variable: str, value: Any) -> Any:
        """A value as the format can hold it: without line ends, where it has none."""

    def escaped(self, text: str) -> str:
        """New text in ASCII, as far as the format can say it so."""

    def ways(self, here: State, change: Change) -> Iterator[Way]:
        """Ways of writing a change, the smallest first. They need not be right."""

    def additions(self, here: State, added: Added) -> Iterator[Way]:
        """Ways of adding a field that fills no variable."""

    def removals(self, gone: Sequence[Span], kept: Sequence[Span], cut: Cut) -> list[Edit]:
        """See `Rewriter.removals`."""


class InPlace:
    """Edits the records of one file, whatever its syntax."""

    def __init__(self, syntax: Syntax, encoding: str) -> None:
        self.syntax = syntax
        self.encoding = encoding
        self.removals = syntax.removals

    def edits(
        self,
        record: Record,
        wanted: Record,
        text: str,
        *,
        added: Sequence[Added] = (),
        shared: bool = False,
    ) -> Rewritten:
        """The edits that make a record the wanted one; see `Rewriter.edits`."""
        values = values_of(record)
        pending = [
            change
            for change in changes(values, values_of(wanted))
            if self.syntax.held(change.variable, change.new) != change.old
        ]
        if not pending and not added:
            return Rewritten()
        state = self._state(Patched(text))
        if state is None:
            return Rewritten((), _names([*pending, *added]))
        left: list[Change | Added] = [
            change
            for change in pending
            if state.values.get(change.variable) != values.get(change.variable)
            or self.syntax.is_shared(record, change, shared=shared)
        ]
        state, rest = self._all(state, [change for change in pending if change not in left])
        left += rest
        for change in rest:
            lesser = without_persons(change)
            state = (lesser and self._changed(state, lesser)) or state
        for field in added:
            after = self._with(state, field)
            if after is None:
                left.append(field)
            else:
                state = after
        start = record.provenance.start or 0
        edits = [
            Edit(start + edit.start, start + edit.end, edit.text) for edit in state.patched.edits()
        ]
        return Rewritten(tuple(edits), _names(left))

    def _state(self, patched: Patched) -> State | None:
        record = self.syntax.read(patched.text)
        return State(patched, record, values_of(record)) if record else None

    def _all(self, state: State, pending: list[Change]) -> tuple[State, list[Change]]:
        """The state with all changes that can be made, and those that cannot."""
        if len(pending) > 1 and (after := self._at_once(state, pending)):
            return after, []
        while pending:
            rest = []
            for change in pending:
                after = self._changed(state, change)
                if after is not None:
                    state = after
                elif change.variable == "type" and (after := self._together(state, pending)):
                    return after, []  # a type tells what fields hold: others change with it
                else:
                    rest.append(change)
            if len(rest) == len(pending):
                after = self._together(state, rest)
                return (after, []) if after else (state, rest)
            pending = rest
        return state, []

    def _at_once(self, state: State, pending: Sequence[Change]) -> State | None:
        """The state with all changes, each in its first way: these do for nearly all records, and
        to read the record once for all is cheaper than once for each. Only where values take the
        place of others: what is added, or a type, goes with what stands beside it."""
        if any(not change.old or not change.new or change.variable == "type" for change in pending):
            return None
        firsts = [next(iter(self.syntax.ways(state, change)), None) for change in pending]
        way = sorted(edit for first in firsts for edit in first or ())
        if not all(firsts) or any(a.end > b.start for a, b in pairwise(way)):
            return None
        after = self._after(state, way)
        return after if after and self._has_all(state, after, pending) else None

    def _has_all(self, state: State, after: State, pending: Sequence[Change]) -> bool:
        """Whether one state is the other with some changes."""
        variables = frozenset(change.variable for change in pending)
        return not others_differ(state.values, after.values, variables) and all(
            self._is_met(one, after.values.get(one.variable, "")) for one in pending
        )

    def _changed(
        self, state: State, change: Change, *, also: str = "", depth: int = 1
    ) -> State | None:
        """The state with a change; ``also`` is a variable that may change with it."""
        variables = frozenset((change.variable, also))
        partly: State | None = None
        most = MOST_TRIED if len(state.text) < LONG else MOST_OF_LONG
        for way in islice(self.syntax.ways(state, change), most):
            after = self._after(state, way)
            if after is None or others_differ(state.values, after.values, variables):
                continue
            got = after.values.get(change.variable, "")
            if self._is_met(change, got):
                return after
            fewer = len(after.record.raw) < len(state.record.raw)
            if not change.new and got and fewer and not partly:
                partly = after
        if partly and depth < MOST_REMOVED:  # another field fills the variable now
            rest = change._replace(old=partly.values[change.variable])
            return self._changed(partly, rest, also=also, depth=depth + 1)
        return None

    def _after(self, state: State, way: Way) -> State | None:
        """The state after edits; None where these do not leave one record, or touch others of its
        fields."""
        edits = [part for edit in way for part in minimal(state.text, edit)]
        for i, edit in enumerate(edits):
            if not self._is_encodable(edit.text):
                edits[i] = edit._replace(text=self.syntax.escaped(edit.text))
        if not edits or not all(self._is_encodable(edit.text) for edit in edits):
            return None
        after = self._state(state.patched.changed(edits))
        if after is None or not _keeps_others(state.record, after.record, way):
            return None
        return after

    def _is_encodable(self, text: str) -> bool:
        """Whether the file can hold a text: bytes that its encoding cannot read are surrogates."""
        try:
            text.encode(self.encoding, "surrogateescape")
        except UnicodeEncodeError:
            return False
        return True

    def _together(self, state: State, pending: list[Change]) -> State | None:
        """The state with changes that only go together: each in the first way that leaves a
        record."""
        after = state
        for change in pending:
            tried = (self._after(after, way) for way in islice(self.syntax.ways(after, change), 4))
            after = next(filter(None, tried), after)
        return after if self._has_all(state, after, pending) else None

    def _is_met(self, change: Change, got: Any) -> bool:
        held = self.syntax.held(change.variable, change.new)
        return is_met(change._replace(new=held), got)

    def _with(self, state: State, field: Added) -> State | None:
        """The state with a field that fills no variable, else with a line of the note for it."""
        for way in islice(self.syntax.additions(state, field), MOST_TRIED):
            after = self._after(state, way)
            if after and not others_differ(state.values, after.values, frozenset()):
                return after
        note = str(state.values.get("note", ""))
        longer = with_line(note, field)
        if longer == note:
            return state
        return self._changed(state, Change("note", note, longer), also=field.name)


def with_line(note: str, field: Added) -> str:
    """A note with a line for a field. Merged ids are added to those that it names."""
    start = f"{field.name}: "
    value = "; ".join(field.value.splitlines())
    lines = note.split("\n") if note else []
    for i, line in enumerate(lines):
        if field.name == MERGED_IDS and line.startswith(start):
            there = line.removeprefix(start).split("; ")
            new = [part for part in value.split("; ") if part not in there]
            return "\n".join((*lines[:i], "; ".join((line, *new)), *lines[i + 1 :]))
    line = start + value
    is_there = re.search(rf"(?:\A|\s){re.escape(line)}(?:\s|\Z)", note)  # LaTeX has no lines
    return note if is_there else "\n".join((*lines, line))


def _keeps_others(before: Record, after: Record, way: Way) -> bool:
    """Whether every field that the edits do not touch is there as it was."""
    in_order = sorted(way)
    starts = [edit.start for edit in in_order]
    ends = list(accumulate((edit.end for edit in in_order), max))
    untouched = Counter(
        (field.name, str(field.value))
        for field in before.raw
        if field.start is not None
        and field.end is not None
        # of the edits that start before its end, none ends behind its start
        and not ((k := bisect_left(starts, field.end)) and ends[k - 1] > field.start)
    )
    untouched.subtract((field.name, str(field.value)) for field in after.raw)
    return all(count <= 0 for count in untouched.values())


def _names(left: Iterable[Change | Added]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(item.variable if isinstance(item, Change) else item.name for item in left)
    )
