"""Records written where they stand: how, what that does, and what is left to people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from validator.cleaning.files import File, Place, Work
from validator.cleaning.fixing import changed, touched, without
from validator.cleaning.journal import Journal
from validator.cleaning.wishes import Wishes
from validator.finding import Finding
from validator.io.rewrite import Added, Edit, Span
from validator.record import Record

NOT_HERE = "cannot be written where the record stands"


@dataclass(slots=True)
class Held:
    """A record to be written, with its fixes. It may wait until all are read: to be merged, or
    because it names one that is."""

    file: File
    record: Record
    wanted: Record
    applied: tuple[Finding, ...]
    text: str

    @property
    def handle(self) -> str:
        return self.file.handle(self.record)

    @property
    def place(self) -> Place:
        return self.file.path, self.record.provenance.record_number or 0

    @property
    def span(self) -> Span:
        start = self.record.provenance.start
        assert start is not None
        return Span(start, self.record.provenance.end)


class Planned(NamedTuple):
    """How a record will be written: its edits, the fixes that they make, and what they lack."""

    edits: tuple[Edit, ...]
    applied: tuple[Finding, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placing:
    """Plans the edits of records, and notes them down with what they do.

    ``journal`` hears what is done, ``left`` what is to be done and cannot.
    """

    work: Mapping[str, Work]
    wishes: Wishes
    journal: Journal
    left: Journal
    is_first: bool  # round: lines are those of the files given

    def planned(self, held: Held, added: Sequence[Added] = ()) -> Planned:
        """The edits that make the wanted record, as far as they can be written."""
        work = self.work[held.file.path]
        assert work.editor is not None
        wanted, applied = held.wanted, held.applied
        missing: dict[str, None] = {}
        while True:
            edits, left = work.editor.edits(held.record, wanted, held.text, added=added)
            if not _can_say(edits, work.encoding):
                everything = (*changed(held.record, wanted), *(one.name for one in added))
                return Planned((), (), everything)
            missing |= dict.fromkeys(left)
            if all(missing.keys().isdisjoint(touched(finding)) for finding in applied):
                return Planned(edits, applied, tuple(missing))
            wanted, applied = without(held.record, wanted, applied, left)

    def write(self, held: Held, planned: Planned) -> None:
        """Note down the edits of a record, and what they do."""
        self.work[held.file.path].edits += planned.edits
        self.work[held.file.path].touched.add(held.place[1])
        self.changes(held, planned.applied)
        for finding in held.applied:
            if finding not in planned.applied:
                lacking = [name for name in touched(finding) if name in planned.missing]
                why = f"{', '.join(lacking) or finding.variable} {NOT_HERE}"
                self.stays(held.file, held.record, [finding], why)

    def changes(self, held: Held, applied: Iterable[Finding]) -> None:
        """Note down fixes that are made."""
        for finding in applied:
            where = held.record.place(finding.variable, finding.index)
            self.journal.add(
                "change",
                record=held.handle,
                variable=finding.variable,
                before=finding.value,
                after=finding.suggestion,
                moves=dict(finding.moves) or None,
                rule=finding.code,
                path=held.file.path,
                line=self.line(held.file, held.record.provenance.record_number, where.line),
            )

    def stays(self, file: File, record: Record, findings: Iterable[Finding], why: str) -> None:
        """Note down fixes that are not made."""
        for finding in findings:
            if self.wishes.fixes(finding):
                self.work[file.path].touched.add(record.provenance.record_number or 0)
                where = record.place(finding.variable, finding.index)
                self.left.add(
                    "left",
                    record=file.handle(record),
                    variable=finding.variable,
                    value=finding.value,
                    suggestion=finding.suggestion,
                    rule=finding.code,
                    reason=why,
                    path=file.path,
                    line=self.line(file, record.provenance.record_number, where.line),
                )

    def line(self, file: File, number: int | None, line: int | None) -> int | None:
        """A line of the file given, in the record of a number; what later rounds read has lines of
        its own, unless those of the records are noted down."""
        return file.line(number or 0, line) if self.is_first or file.lines is not None else None

    def line_of(self, held: Held) -> int | None:
        """The line that a record stands in."""
        where = held.record.provenance
        return self.line(held.file, where.record_number, where.line)


def _can_say(edits: Iterable[Edit], encoding: str) -> bool:
    """Whether the charset of a file has all characters of some edits."""
    try:
        for edit in edits:
            edit.text.encode(encoding, "surrogateescape")
    except UnicodeEncodeError:
        return False
    return True
