"""One round of cleaning: the edits of each file, by what a check has said of the records in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, partial

from validator.cleaning.files import File, Place, Work
from validator.cleaning.fixing import Check, fixed
from validator.cleaning.journal import Journal
from validator.cleaning.placing import Held, Placing
from validator.cleaning.stretches import Stretches
from validator.cleaning.told import Told, acting
from validator.cleaning.unions import Unions
from validator.cleaning.wishes import Wishes
from validator.config import Settings
from validator.finding import Fault, Finding
from validator.io import Input, Opened, items
from validator.io.rewrite import Edit, Span, parents, rewriter
from validator.io.source import BYTES
from validator.record import Record
from validator.registry import RULES, Scope
from validator.ruleset import RuleSet
from validator.tally import Tally
from validator.tasks import Progress

HEAD = 2**16  # characters of a file that show how it is written
TICK = 500  # records between two calls of the progress function

GUESSED, MISREAD = "COL004", "ENC004"
WRONG_CHARSET = "its file may have been read in a wrong charset: save it as UTF-8, then clean it"
NOT_IN_PLACE = "a file of this format is not changed in place"


class Round:
    """One round. ``work`` has what becomes of each file, by path; ``rejected`` are the places of
    records that went to the rejects."""

    def __init__(
        self,
        files: Sequence[File],
        said: Told,
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
        self.progress = progress
        self.all_rules = cache(lambda path: RuleSet(settings, path))
        chosen = acting(settings, wishes)
        self.acting_rules = cache(lambda path: RuleSet(chosen, path))
        self.accepts = bool(settings.baseline or settings.suppressions)
        self.todo = said.todo
        self.clusters = said.clusters
        self.has_unreadable = wishes.rejects and said.unreadable > 0
        self.work: dict[str, Work] = {}
        self.rejected: list[Place] = []
        self.placing = Placing(self.work, wishes, journal, left, is_first)
        self.unions = Unions(
            self.placing,
            self.clusters,
            lambda path, record: _findings(self.all_rules(path), record),
        )

    @property
    def merged(self) -> Mapping[Place, Place]:
        """The place of the record that is kept, by that of each that was merged into it."""
        return self.unions.merged

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to be done."""
        return bool(self.todo or self.clusters or self.has_unreadable)

    def run(self) -> None:
        """Work through the files; ``work`` has the edits of each, sorted."""
        for file in self.files:
            if not file.is_emptied:
                self.work[file.path] = Work(file)
                self._read(self.work[file.path])
        self.unions.follow()
        for work in self.work.values():
            work.edits += self._removals(work)
            work.edits.sort()

    # one file

    def _read(self, work: Work) -> None:
        now = work.file.now
        with Opened(now, self.settings) as source, Stretches(now, self.settings) as text:
            work.format, work.encoding = source.format, source.encoding or BYTES
            if any(fault.code == GUESSED for fault in source.faults):
                work.file.is_guessed = True
            work.editor = rewriter(
                source.format,
                text.cut(0, HEAD),
                encoding=work.encoding,
                columns=self.settings.columns,
            )
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
        path, line = work.file.path, self.placing.line(work.file, number, fault.line)
        if work.editor is None or fault.start is None or fault.end is None:
            why = f"{fault.message}; where it ends is not known"
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
            reason=fault.message,
            raw=fault.raw,
        )

    def _take(self, work: Work, record: Record, text: Stretches) -> None:
        where = record.provenance
        place = work.file.path, where.record_number or 0
        work.count(place[1], where.start, where.end)
        findings = self.todo.of(*place)
        if parents(record):  # what it inherits may change
            work.touched.add(place[1])
        if work.file.is_guessed:
            misread = [f for f in findings if f.code == MISREAD]
            self.placing.stays(work.file, record, misread, WRONG_CHARSET)
            findings = [f for f in findings if f.code != MISREAD]
        number = work.file.number(place[1])
        accepted = work.file.accepted.get(number, frozenset())
        findings = [f for f in findings if (f.code, f.variable) not in accepted]
        waits = self.unions.concerns(place, record)
        if not (findings or waits):
            return
        if work.editor is None or where.start is None or where.end is None:
            self.placing.stays(work.file, record, findings, NOT_IN_PLACE)
            self.unions.drop(place)
            return
        check = partial(_findings, self.acting_rules(place[0]))
        all_told = not (self.accepts or accepted or record.suppression or work.file.is_guessed)
        wanted, applied, accepted = fixed(
            record, findings, check, self.wishes.fixes, all_told=all_told
        )
        if accepted:
            work.file.accepted[number] = accepted
        held = Held(work.file, record, wanted, applied, text.cut(where.start, where.end))
        if why := self._why_rejected(findings, wanted, check):
            self._reject(work, held, why)
        elif waits:
            self.unions.take(held)
        else:
            self.placing.write(held, self.placing.planned(held))

    def _why_rejected(self, told: Sequence[Finding], fixed: Record, check: Check) -> Finding | None:
        """What sends a record to the rejects: a finding that was told, and that no fix settles."""
        codes = {f.code for f in told if f.code in self.wishes.reject_on}
        if not codes:
            return None
        still = [f for f in check(fixed) if f.code in codes]
        still += [f for f in told if f.code in codes and RULES[f.code].scope is not Scope.RECORD]
        return next(iter(still), None)

    def _reject(self, work: Work, held: Held, why: Finding) -> None:
        self.unions.drop(held.place)
        work.gone[held.place[1]] = held.span
        self.rejected.append(held.place)
        self.journal.add(
            "reject",
            record=held.handle,
            path=held.file.path,
            line=self.placing.line_of(held),
            rule=why.code,
            reason=why.message,
            raw=held.text,
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


def _findings(rules: RuleSet, record: Record) -> list[Finding]:
    """What record rules say of a record."""
    tally = Tally()
    rules.check(record, tally)
    return tally.findings
