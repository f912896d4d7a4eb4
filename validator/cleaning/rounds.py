"""One round of cleaning: the edits of each file, by what a check has said of the records in it."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from validator.cleaning.merging import Merged, merge

from validator.audit import Audit, Cluster, Member
from validator.cleaning import references
from validator.cleaning.fixing import changed, fixed, touched, with_values_of, without
from validator.cleaning.journal import Journal
from validator.cleaning.stretches import Stretches
from validator.cleaning.todo import Todo
from validator.config import Settings
from validator.examine import RuleSet, Tally
from validator.finding import Fault, Finding
from validator.io import Input, Opened, items
from validator.io.rewrite import Added, Edit, Rewriter, Span, parents, rewriter
from validator.record import VARIABLES, Record
from validator.registry import RULES, Scope
from validator.workers import Progress

HEAD = 2**16  # characters of a file that show how it is written
TICK = 500

RELATED = "DUP004"
MERGED = "merge"
"""What the log names as the rule of a change that a merge makes."""
NOT_IN_PLACE = "a file of this format is not changed in place"
NOT_HERE = "it cannot be written where it stands"

Place = tuple[str, int]
"""The path of a record as it is shown, and its number in the file as it is now."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a cleaning is asked to do.

    ``reject_on`` are codes of rules: records with such a finding are taken out. ``rejects``:
    what cannot be read is taken out, too.
    """

    unsafe_fixes: bool = False
    merge: bool = True
    rejects: bool = False
    reject_on: frozenset[str] = frozenset()

    def fixes(self, finding: Finding) -> bool:
        """Whether a finding is one to be fixed."""
        return (
            finding.suggestion is not None
            and (finding.safe or self.unsafe_fixes)
            and all(variable in VARIABLES for variable in touched(finding))
        )

    def concerns(self, finding: Finding) -> bool:
        """Whether a finding is one to act on."""
        return finding.code in self.reject_on or self.fixes(finding)


@dataclass(slots=True)
class File:
    """A file on its way: as it was given, and as it is after the rounds so far.

    ``numbers`` are the numbers that its records had in the file given, in order; None for as many
    as there are. ``edits`` make of the file given what it is now.
    """

    given: Input
    now: Input
    edits: list[Edit] = field(default_factory=list)
    numbers: array[int] | None = None

    @property
    def path(self) -> str:
        return self.given.shown

    def number(self, now: int) -> int:
        """The number in the file given of the record that is at a number now."""
        return self.numbers[now - 1] if self.numbers is not None else now

    def handle(self, record: Record) -> str:
        """The id of a record, else one of its path and its number in the file given."""
        return record.id or f"{self.path}#{self.number(record.provenance.record_number or 1)}"


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


@dataclass(slots=True)
class Work:
    """What a round makes of a file."""

    file: File
    format: str = ""
    encoding: str = ""
    editor: Rewriter | None = None
    edits: list[Edit] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("q"))
    ends: array[int] = field(default_factory=lambda: array("q"))  # -1: not known
    gone: dict[int, Span] = field(default_factory=dict)  # by number
    items: int = 0
    inherited: frozenset[str] = frozenset()  # keys, in small letters, that others inherit from

    def count(self, number: int, start: int | None, end: int | None) -> None:
        """Note down where an item stands."""
        self.items = max(self.items, number)
        if start is not None:
            self.starts.append(start)
            self.ends.append(-1 if end is None else end)

    def numbers(self) -> array[int]:
        """The numbers in the file given of the records that remain."""
        number = self.file.number
        return array("q", (number(n) for n in range(1, self.items + 1) if n not in self.gone))


class Round:
    """One round. ``work`` has what becomes of each file, by path; ``merged`` the place of the
    record that is kept by the place of each that was merged into it; ``rejected`` those that went
    to the rejects."""

    def __init__(
        self,
        files: Sequence[File],
        audit: Audit,
        *,
        settings: Settings,
        wishes: Wishes,
        journal: Journal,
        left: Journal,
        is_first: bool,
        progress: Progress,
    ) -> None:
        """``journal`` hears what is done, ``left`` what is to be done and cannot."""
        self.files = files
        self.wishes = wishes
        self.settings = settings
        self.journal = journal
        self.left = left
        self.is_first = is_first
        self.progress = progress
        self.pairs: set[tuple[str, str, int | None]] = set()
        self.todo = Todo(self._seen(audit.findings), wishes.concerns)
        self.rules_of = cache(lambda path: RuleSet(settings, path))
        self.clusters = list(self._clusters(audit.clusters)) if wishes.merge else []
        self.members = {_place(one) for cluster in self.clusters for one in cluster.members}
        self.follows = {
            one.id.lower(): cluster.members[0].id
            for cluster in self.clusters
            for one in cluster.members[1:]
            if one.has_id and cluster.members[0].has_id
        }
        self.has_unreadable = wishes.rejects and audit.unreadable > 0
        self.held: dict[Place, Held] = {}
        self.work: dict[str, Work] = {}
        self.merged: dict[Place, Place] = {}
        self.written: set[Place] = set()
        self.rejected: list[Place] = []

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to be done."""
        return bool(self.todo or self.clusters or self.has_unreadable)

    def run(self) -> None:
        """Work through the files; ``work`` has the edits of each, sorted."""
        for file in self.files:
            self.work[file.path] = Work(file)
            self._read(self.work[file.path])
        for cluster in self.clusters:
            self._merge([self.held[p] for m in cluster.members if (p := _place(m)) in self.held])
        self._follow()
        for held in self.held.values():
            if held.place not in self.merged and held.place not in self.written:
                self._write(held, self._planned(held))
        for work in self.work.values():
            work.edits += self._removals(work)
            work.edits.sort()

    # what the check said

    def _seen(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """All findings; what is said of pairs is noted on the way."""
        for finding in findings:
            if finding.code in RULES and RULES[finding.code].scope is Scope.PAIR:
                self.pairs.add((finding.code, finding.path, finding.record_number))
                if self.is_first and finding.code == RELATED:
                    self.journal.add(
                        "related",
                        record=finding.record,
                        related=list(finding.related),
                        reason=finding.message,
                        path=finding.path,
                        line=finding.line,
                    )
            yield finding

    def _clusters(self, clusters: Iterable[Cluster]) -> Iterator[Cluster]:
        """The clusters, joined by nothing but what the check told: a finding on a pair may belong
        to a rule that is not in force, or be accepted."""
        for cluster in clusters:
            decisions = [
                d for d in cluster.decisions if (d.code, d.b.path, d.b.record_number) in self.pairs
            ]
            if len(decisions) == len(cluster.decisions):
                yield cluster
                continue
            groups: dict[Place, set[Place]] = {}
            for d in decisions:
                group = {_place(d.a), _place(d.b)}
                group |= groups.get(_place(d.a), set()) | groups.get(_place(d.b), set())
                groups |= dict.fromkeys(group, group)
            told: set[Place] = set()
            for member in cluster.members:
                group = groups.get(_place(member), set())
                if told.isdisjoint(group) and group:
                    told |= group
                    members = tuple(m for m in cluster.members if _place(m) in group)
                    inside = [d for d in decisions if _place(d.b) in group]
                    yield Cluster(members, inside)

    # one file

    def _read(self, work: Work) -> None:
        now = work.file.now
        with Opened(now, self.settings) as source, Stretches(now, self.settings) as text:
            work.format, work.encoding = source.format, source.encoding
            work.editor = rewriter(source.format, text.cut(0, HEAD))
            if source.format == "bibtex" and self.clusters:
                work.inherited = self._inherited(now)
            for count, item in enumerate(items(source), start=1):
                if isinstance(item, Record):
                    self._take(work, item, text)
                elif item.code == "COL002":
                    self._fault(work, item)
                if count % TICK == 0:
                    self.progress(TICK)

    def _inherited(self, now: Input) -> frozenset[str]:
        """The keys that entries of a BibTeX file inherit from."""
        with Opened(now, self.settings) as source:
            lower = (block.lower() for block in source.blocks())
            if not any("crossref" in block or "xdata" in block for block in lower):
                return frozenset()
        with Opened(now, self.settings) as source:
            records = (item for item in items(source) if isinstance(item, Record))
            return frozenset(key for record in records for key in parents(record))

    def _fault(self, work: Work, fault: Fault) -> None:
        number = fault.record_number or work.items + 1
        work.count(number, fault.start, fault.end)
        if not self.wishes.rejects:
            return
        reason = fault.template.format(**fault.args) if fault.args else fault.template
        path, line = work.file.path, self._line(fault.line)
        if work.editor is None or fault.start is None or fault.end is None:
            why = f"{reason}; where it ends is not known"
            self.left.add("left", rule=fault.code, reason=why, path=path, line=line)
            return
        work.gone[number] = Span(fault.start, fault.end)
        self.rejected.append((path, number))
        self.journal.add(
            "reject",
            record=fault.record or f"{path}#{work.file.number(number)}",
            path=path,
            line=line,
            rule=fault.code,
            reason=reason,
            raw=fault.raw,
        )

    def _take(self, work: Work, record: Record, text: Stretches) -> None:
        where = record.provenance
        place = work.file.path, where.record_number or 0
        work.count(place[1], where.start, where.end)
        findings = self.todo.of(*place)
        waits = place in self.members or references.names_any(record, self.follows)
        if not (findings or waits):
            return
        if work.editor is None or where.start is None or where.end is None:
            self._stays(work.file, record, findings, NOT_IN_PLACE)
            return
        check = self._check(place[0])
        wanted, applied = fixed(record, findings, check, self.wishes.fixes)
        held = Held(work.file, record, wanted, applied, text.cut(where.start, where.end))
        if why := self._why_rejected(findings, check(wanted) if findings else ()):
            self._reject(work, held, why)
        elif waits:
            self.held[place] = held
        else:
            self._write(held, self._planned(held))

    def _check(self, path: str) -> Callable[[Record], list[Finding]]:
        """What the record rules say of a record of a file."""
        rules = self.rules_of(path)

        def check(record: Record) -> list[Finding]:
            tally = Tally()
            rules.check(record, tally)
            return tally.findings

        return check

    def _why_rejected(self, told: Sequence[Finding], left: Iterable[Finding]) -> Finding | None:
        """What sends a record to the rejects: a finding that was told, and that no fix settles."""
        codes = {f.code for f in told if f.code in self.wishes.reject_on}
        if not codes:
            return None
        still = [f for f in left if f.code in codes]
        still += [f for f in told if f.code in codes and RULES[f.code].scope is not Scope.RECORD]
        return next(iter(still), None)

    def _reject(self, work: Work, held: Held, why: Finding) -> None:
        work.gone[held.place[1]] = held.span
        self.rejected.append(held.place)
        self.journal.add(
            "reject",
            record=held.handle,
            path=held.file.path,
            line=self._line(held.record.provenance.line),
            rule=why.code,
            reason=why.message,
            raw=held.text,
        )

    # writing a record

    def _planned(self, held: Held, added: Sequence[Added] = ()) -> Planned:
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

    def _write(self, held: Held, planned: Planned) -> None:
        """Note down the edits of a record, and what they do."""
        self.work[held.file.path].edits += planned.edits
        for finding in planned.applied:
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
                line=self._line(where.line),
            )
        remain = [finding for finding in held.applied if finding not in planned.applied]
        self._stays(held.file, held.record, remain, NOT_HERE)

    def _stays(self, file: File, record: Record, findings: Iterable[Finding], why: str) -> None:
        """Note down fixes that are not made."""
        for finding in findings:
            if self.wishes.fixes(finding):
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
                    line=self._line(where.line),
                )

    # merging

    def _merge(self, members: Sequence[Held]) -> None:
        """Merge the records of a cluster into the first, where all that it gains can be written."""
        kept = members[0] if members else None
        others = [other for other in members[1:] if kept and self._may_go(other, kept)]
        if not kept or not others:
            return
        own = kept.wanted
        merged = merge(own, [other.wanted for other in others])
        kept.wanted = merged.record
        added = _added(kept, others, merged)
        planned = self._planned(kept, added)
        after = {taken.variable: taken.after for taken in merged.taken}
        if lacking := [variable for variable in planned.missing if variable in after]:
            kept.wanted = with_values_of(merged.record, own, lacking)
            added += [Added(variable, after[variable]) for variable in lacking]
            planned = self._planned(kept, added)
        if not {*after, *(one.name for one in added)}.isdisjoint(planned.missing):
            kept.wanted = own
            self._not_merged(kept, others, planned.missing)
            return
        self._write(kept, planned)
        self.written.add(kept.place)
        for other in others:
            self.merged[other.place] = kept.place
            self.work[other.file.path].gone[other.place[1]] = other.span
        self._tell_merge(kept, others, merged)

    def _may_go(self, other: Held, kept: Held) -> bool:
        """Whether a record may be merged into another: no entry may lose what it inherits."""
        key = other.record.id.lower()
        if key not in self.work[other.file.path].inherited:
            return True
        return other.file is kept.file and key not in parents(kept.record)

    def _tell_merge(self, kept: Held, others: Sequence[Held], merged: Merged) -> None:
        where = {"path": kept.file.path, "line": self._line(kept.record.provenance.line)}
        self.journal.add(
            "merge",
            record=kept.handle,
            **where,
            merged=[
                {
                    "record": other.handle,
                    "path": other.file.path,
                    "line": self._line(other.record.provenance.line),
                }
                for other in others
            ],
        )
        for taken in merged.taken:
            self.journal.add(
                "change",
                record=kept.handle,
                variable=taken.variable,
                before=taken.before,
                after=taken.after,
                rule=MERGED,
                source=taken.source,
                **where,
            )
        for conflict in merged.conflicts:
            self.journal.add(
                "conflict",
                record=kept.handle,
                variable=conflict.variable,
                value=conflict.kept,
                other=conflict.other,
                source=conflict.source,
                **where,
            )

    def _not_merged(self, kept: Held, others: Sequence[Held], missing: Sequence[str]) -> None:
        self.left.add(
            "left",
            record=kept.handle,
            related=[other.handle for other in others],
            reason=f"not merged: {', '.join(missing)} cannot be written in its format",
            path=kept.file.path,
            line=self._line(kept.record.provenance.line),
        )

    def _follow(self) -> None:
        """Let the records that name one that was merged name the one that is kept."""
        kept_of = {
            gone.record.id.lower(): self.held[place].record.id
            for gone, place in ((self.held[a], b) for a, b in self.merged.items())
            if gone.record.id and self.held[place].record.id
        }
        for held in self.held.values():
            if held.place in self.merged:
                continue
            for edit, named, old in references.renamed(held.record, kept_of):
                self.work[held.file.path].edits.append(edit)
                self.journal.add(
                    "change",
                    record=held.handle,
                    variable=named.name,
                    before=old,
                    after=edit.text,
                    rule=MERGED,
                    path=held.file.path,
                    line=self._line(named.line),
                )

    def _removals(self, work: Work) -> list[Edit]:
        """The edits that take out what is gone from a file."""
        if not work.gone or work.editor is None:
            return []
        gone = sorted(work.gone.values())
        starts = {span.start for span in gone}
        kept = [
            Span(start, None if end < 0 else end)
            for start, end in sorted(zip(work.starts, work.ends, strict=True))
            if start not in starts
        ]
        with Stretches(work.file.now, self.settings) as text:
            return work.editor.removals(gone, kept, text.cut)

    def _line(self, line: int | None) -> int | None:
        """A line of the file given; what later rounds read has lines of its own."""
        return line if self.is_first else None


def _added(kept: Held, others: Sequence[Held], merged: Merged) -> list[Added]:
    """The fields that a merged record gains beside its variables, the ids of the others first."""
    ids = [other.record.id for other in others if other.record.id]
    added = [Added("ids", "; ".join(ids))] if ids else []
    for _, own, form in merged.fields:
        value = own.value if isinstance(own.value, str) else json.dumps(own.value)
        raw = value if form == kept.record.provenance.format else ""
        added.append(Added(own.name, value, raw))
    return added


def _place(one: Member) -> Place:
    return one.path, one.record_number or 0


def _can_say(edits: Iterable[Edit], encoding: str) -> bool:
    """Whether the charset of a file has all characters of some edits."""
    try:
        for edit in edits:
            edit.text.encode(encoding, "surrogateescape")
    except UnicodeEncodeError:
        return False
    return True
