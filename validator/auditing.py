"""The main job: read the inputs, run the rules and the duplicate search, make the audit."""

from __future__ import annotations

import os
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache
from itertools import groupby, zip_longest
from typing import Any, NamedTuple

from validator import config, duplicates, io, judgements, linkage, selection, trends
from validator._version import __version__
from validator.audit import Audit, Filled, Measured, RuleCount, SourceSummary, Trends
from validator.config import Settings
from validator.duplicates import Decided, Duplicates
from validator.errors import UsageError
from validator.examine import Wanted, conclusions, pair_findings
from validator.finding import Finding, Severity
from validator.linkage import Entry
from validator.record import ATTRIBUTES, VARIABLES, Record
from validator.registry import RULES
from validator.ruleset import RuleSet
from validator.spool import Numbered, Spool
from validator.suppress import CODE, Accepted, By
from validator.tally import Presence, Tally
from validator.tasks import Progress, Task, silent
from validator.workers import parts

MANY = 100_000
"""Findings from which on their fingerprints are compared in bulk."""

Given = str | os.PathLike[str] | Iterable[str | os.PathLike[str] | Record]
"""A path, or paths, or records."""


def check(
    paths: str | Iterable[str],
    *,
    settings: Settings | None = None,
    progress: Progress = silent,
) -> Audit:
    """Read files and folders, run the rules in force and search for duplicates.

    Without ``settings``, the defaults with the system's date, in this process; no configuration
    file is looked for. With ``jobs=0`` large inputs start processes, which a script must allow for
    (``if __name__ == "__main__":``). Raises UsageError for a path that is not there, an unknown
    format or selector. A file that cannot be evaluated is named in its SourceSummary, and the
    others are checked.
    """
    settings = settings or Settings(jobs=1)
    return audited(io.inputs(_listed(paths)), settings=settings, progress=progress).audit


class Audited(NamedTuple):
    """What a check found, and what its search for duplicates did."""

    audit: Audit
    duplicates: Duplicates


def audited(
    inputs: Sequence[io.Input],
    *,
    settings: Settings,
    progress: Progress,
    wanted: Wanted | None = None,
    fresh: Sequence[bytes | None] = (),
    decided: Sequence[Decided] = (),
) -> Audited:
    """Check inputs; as `check`. Of the findings on records only the ``wanted`` ones are kept;
    ``fresh`` as in Task, for each input; ``decided`` as in `duplicates.search`."""
    selection.prepare(settings)
    rules_of = cache(lambda path: RuleSet(settings, path))
    spool = Spool()
    accepted = Accepted.load(settings)
    decisions = judgements.read(settings.duplicates_decisions if settings.duplicates_search else "")
    total = Tally()
    sources = []
    tasks = [
        Task(given, settings, rules=True, wanted=wanted, fresh=flags)
        for given, flags in zip_longest(inputs, fresh)
    ]
    for part in parts(tasks, progress):
        if isinstance(part, SourceSummary):
            sources.append(part)
            continue
        for finding in part.findings:
            spool.add(finding)
        accepted.add(part.marks)
        part.findings, part.marks = [], []
        total.add(part)
    for finding in conclusions(total, rules_of):
        spool.add(finding)
    found = duplicates.search(
        total.entries, settings=settings, decisions=decisions, decided=decided
    )
    for finding in pair_findings(found.linked.decisions, rules_of):
        spool.add(finding)
    paths = {source.path for source in sources}
    measured = None
    if accepted.any:
        spool, measured = _remaining(spool, accepted, settings, paths=paths, rules_of=rules_of)
    counts = Counts(spool)
    audit = Audit(
        version=__version__,
        today=settings.today.isoformat(),
        sources=tuple(sources),
        findings=Numbered(spool, counts.repeated),
        severities=counts.severities,
        rule_counts=counts.by_rule,
        faulty_records=counts.faulty,
        completeness=tuple(completeness(total.presence)),
        clusters=found.clusters,
        review=found.review,
        rules=tuple(rule.code for rule in selection.selected(settings)),
        configuration=config.shown(settings),
        duplicates_searched=settings.duplicates_search,
        accepted=accepted.taken,
        stale_decisions=tuple(found.judged.stale),
        trends=_since_baseline(accepted, settings, counts, paths),
        measured=measured or Measured(counts.by_rule),
    )
    return Audited(audit, found)


def dedupe(
    records: Given,
    *,
    settings: Settings | None = None,
    catalogue: Given = (),
    decisions: str | os.PathLike[str] | Iterable[Mapping[str, Any]] = "",
    progress: Progress = silent,
) -> Duplicates:
    """Search records, or the files and folders at paths, for duplicates.

    With a ``catalogue``, the records are searched among themselves and in it; what it repeats of
    its own is left alone. ``decisions`` are people's verdicts, which win over ours: a file of
    JSON Lines, a review as CSV that was filled in, or mappings with the keys ``a``, ``b``,
    ``fingerprint_a``, ``fingerprint_b`` and ``verdict`` ("same", "different", "related"); without
    them, those that the settings name.

    Raises as `check` does, and for decisions that are malformed or contradict each other.
    """
    settings = settings or Settings(jobs=1)
    selection.prepare(settings)
    if isinstance(decisions, (str, os.PathLike)):
        decisions = os.fspath(decisions) or settings.duplicates_decisions
    judged = judgements.read(decisions)
    rows = _Rows(settings, progress)
    new, old = list(rows.of(records)), list(rows.of(catalogue))
    found = duplicates.search(new, old, settings=settings, decisions=judged)
    return replace(found, sources=tuple(rows.sources))


def exit_code(audit: Audit, fail_on: str) -> int:
    """0 clean, 1 a finding at or above ``fail_on``, 3 an input could not be evaluated."""
    if audit.unevaluated:
        return 3
    if fail_on == "never":
        return 0
    limit = Severity(fail_on).rank
    return int(any(n for level, n in audit.severities.items() if level.rank <= limit))


class Counts:
    """Exact totals of the findings, taken in one pass over them in order."""

    def __init__(self, findings: Spool) -> None:
        severities: Counter[Severity] = Counter()
        counted = _ByRule()
        self.faulty = 0
        before: tuple[str, int | None] = ("", None)
        marks = array("Q")
        for finding in findings:
            marks.append(int(finding.fingerprint, 16))
            severities[finding.severity] += 1
            counted.add(finding)
            if not finding.record_number:
                continue
            here = finding.path, finding.record_number
            self.faulty += here != before
            before = here
        self.repeated = {f"{mark:016x}" for mark in repeated(marks)}
        self.severities: Mapping[Severity, int] = {level: severities[level] for level in Severity}
        self.by_rule = counted.counts


class _ByRule:
    """How many findings, which come in order, and records that they name, by rule and source."""

    def __init__(self) -> None:
        self.found: Counter[tuple[str, str]] = Counter()
        self.records: Counter[tuple[str, str]] = Counter()
        self.last: dict[tuple[str, str], int] = {}

    def add(self, finding: Finding) -> None:
        key = finding.code, finding.path
        self.found[key] += 1
        number = finding.record_number
        if number and self.last.get(key) != number:
            self.last[key] = number
            self.records[key] += 1

    @property
    def counts(self) -> tuple[RuleCount, ...]:
        return tuple(
            RuleCount(code, path, self.found[code, path], self.records[code, path])
            for code, path in sorted(self.found)
        )


def repeated(marks: array[int]) -> Iterable[int]:
    """The numbers that occur more than once. Millions of them are sorted by numpy, which takes
    eight bytes each, a set ten times as much; few are not worth its import."""
    if len(marks) < MANY:
        return (mark for mark, times in Counter(marks).items() if times > 1)
    import numpy

    ordered = numpy.frombuffer(marks, numpy.uint64)
    ordered.sort()
    found: list[int] = numpy.unique(ordered[1:][ordered[1:] == ordered[:-1]]).tolist()
    return found


def completeness(presence: Mapping[tuple[str, str, Presence], int]) -> Iterator[Filled]:
    """How many records of each source and type hold each variable."""
    filled: Counter[tuple[str, str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for (path, type_, there), count in presence.items():
        total[path, type_] += count
        for attribute in there & ATTRIBUTES.keys():
            filled[path, type_, ATTRIBUTES[attribute]] += count
    for path, type_ in sorted(total):
        for variable in VARIABLES:
            yield Filled(path, type_, variable, filled[path, type_, variable], total[path, type_])


def _remaining(
    spool: Spool,
    accepted: Accepted,
    settings: Settings,
    *,
    paths: Set[str],
    rules_of: Callable[[str], RuleSet],
) -> tuple[Spool, Measured]:
    """The findings that nothing accepts, and one for each acceptance that takes nothing; and what
    was found, with what the baseline accepts."""
    remaining = Spool()
    now, known = _ByRule(), _ByRule()
    for finding, by in accepted.sorted_out(spool):
        if by is None:
            remaining.add(finding)
        if by is not By.PEOPLE:
            now.add(finding)
        if by is By.BASELINE:
            known.add(finding)
    codes = {rule.code for rule in selection.selected(settings)}
    for ref, finding in accepted.unused(codes, paths):
        rules = rules_of(ref.path)
        if CODE in rules.rules:
            remaining.add(rules.stamp_ref(RULES[CODE], finding, ref))
    if not settings.baseline:
        return remaining, Measured(now.counts)
    before, gone = accepted.in_baseline(codes - {CODE}, paths)
    baseline = tuple(
        RuleCount(*key, before[key], known.records[key] + gone[key]) for key in sorted(before)
    )
    return remaining, Measured(now.counts, baseline)


def _since_baseline(
    accepted: Accepted, settings: Settings, counts: Counts, paths: Set[str]
) -> Trends | None:
    """What has changed since the baseline, if there is one; what is said of it is no change."""
    if not settings.baseline:
        return None
    codes = {rule.code for rule in selection.selected(settings)} - {CODE}
    before, gone = map(_by_code, accepted.in_baseline(codes, paths))
    new: Counter[str] = Counter()
    for count in counts.by_rule:
        new[count.code] += count.findings
    del new[CODE]
    return trends.since_baseline(settings.baseline, before, gone, new)


def _by_code(counts: Mapping[tuple[str, str], int]) -> Counter[str]:
    """Counts by code and path added up by code."""
    total: Counter[str] = Counter()
    for (code, _), count in counts.items():
        total[code] += count
    return total


def _listed(paths: str | Iterable[str]) -> list[str]:
    return [paths] if isinstance(paths, str) else list(paths)


class _Rows:
    """What linkage needs of records and of the files at paths, each with a place of its own."""

    def __init__(self, settings: Settings, progress: Progress) -> None:
        self.settings = settings
        self.progress = progress
        self.sources: list[SourceSummary] = []
        self.places: set[tuple[str, int]] = set()  # of records that did not come as a file

    def of(self, given: Given) -> Iterator[Entry]:
        """The rows, in order; files are read, and ``sources`` tells of them."""
        several = [given] if isinstance(given, (str, os.PathLike)) else given
        for are_records, some in groupby(several, key=lambda item: isinstance(item, Record)):
            if are_records:
                yield from (self._placed(item) for item in some if isinstance(item, Record))
            else:
                paths = [os.fspath(item) for item in some if not isinstance(item, Record)]
                yield from self._read(io.inputs(paths))

    def _read(self, inputs: Iterable[io.Input]) -> Iterator[Entry]:
        tasks = [Task(given, self.settings, rules=False) for given in inputs]
        before = {source.path for source in self.sources} | {path for path, _ in self.places}
        for task in tasks:
            if task.given.shown in before:
                raise UsageError(f"{task.given.shown} is given twice")
        for part in parts(tasks, self.progress):
            if isinstance(part, SourceSummary):
                self.sources.append(part)
            else:
                yield from part.entries

    def _placed(self, record: Record) -> Entry:
        """The row of a record; one from nowhere, or given twice, is numbered as it comes."""
        row = linkage.entry(record)
        place = row.path, row.record_number
        if not row.record_number or place in self.places or self._was_read(row.path):
            place = "", len(self.places) + 1
            while place in self.places:
                place = "", place[1] + 1
            own = record.id or f"#{place[1]}"
            row = row._replace(path="", record_number=place[1], id=own)
        self.places.add(place)
        return row

    def _was_read(self, path: str) -> bool:
        return any(source.path == path for source in self.sources)
