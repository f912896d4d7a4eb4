"""The main job: read the inputs, run the rules and the duplicate search, make the audit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import cache
from typing import NamedTuple

from validator import config, io, linkage, selection
from validator._version import __version__
from validator.audit import Audit, Filled, RuleCount, SourceSummary
from validator.config import Settings
from validator.examine import Presence, RuleSet, Tally, conclusions, pair_findings
from validator.finding import Severity
from validator.linkage import Entry, Linked
from validator.record import ATTRIBUTES, VARIABLES
from validator.registry import RULES
from validator.spool import Numbered, Spool
from validator.suppress import CODE, Accepted
from validator.workers import Progress, Task, silent, tallies


class Dedupe(NamedTuple):
    """What a search for duplicates returns.

    ``rows`` has (id, cluster) for every record, in the order of the inputs.
    """

    sources: tuple[SourceSummary, ...]
    rows: tuple[tuple[str, str], ...]
    linked: Linked


def check(
    paths: str | Iterable[str],
    *,
    settings: Settings | None = None,
    progress: Progress = silent,
) -> Audit:
    """Read files and folders, run the rules in force and search for duplicates.

    Without ``settings``, the defaults with the system's date; no configuration file is looked
    for. Raises UsageError for a path that is not there, an unknown format or selector. A file
    that cannot be evaluated is named in its SourceSummary, and the others are checked.
    """
    settings = settings or Settings()
    selection.prepare(settings)
    rules_of = cache(lambda path: RuleSet(settings, path))
    spool = Spool()
    accepted = Accepted.load(settings)
    total = Tally()
    sources = []
    tasks = [Task(given, settings, rules=True) for given in io.inputs(_listed(paths))]
    for summary, tally in tallies(tasks, progress):
        sources.append(summary)
        for finding in tally.findings:
            spool.add(finding)
        for code, facts in tally.facts.items():
            total.facts[code].extend(facts)
        for code, counted in tally.counted.items():
            total.counted[code].update(counted)
        total.entries.extend(tally.entries)
        accepted.add(tally.marks)
        total.presence.update(tally.presence)
    for finding in conclusions(total, rules_of):
        spool.add(finding)
    linked = linkage.link(total.entries, settings)
    for finding in pair_findings(linked.decisions, rules_of):
        spool.add(finding)
    if accepted.any:
        spool = _remaining(
            spool,
            accepted,
            settings,
            paths={source.path for source in sources},
            rules_of=rules_of,
        )
    counts = Counts(spool)
    return Audit(
        version=__version__,
        today=settings.today.isoformat(),
        sources=tuple(sources),
        findings=Numbered(spool, counts.repeated),
        severities=counts.severities,
        rule_counts=counts.by_rule,
        faulty_records=counts.faulty,
        completeness=tuple(completeness(total.presence)),
        clusters=linked.clusters,
        review=linked.review,
        rules=tuple(rule.code for rule in selection.selected(settings)),
        configuration=config.shown(settings),
        duplicates_searched=settings.duplicates_search,
        accepted=accepted.taken,
    )


def dedupe(
    paths: str | Iterable[str],
    *,
    settings: Settings | None = None,
    progress: Progress = silent,
) -> Dedupe:
    """Search the records of files and folders for duplicates; every record gets a cluster.

    Clusters are numbered in the order of their first record. Ids that occur twice are told apart
    by their source. Raises as `check` does.
    """
    settings = settings or Settings()
    selection.prepare(settings)
    sources = []
    entries: list[Entry] = []
    tasks = [Task(given, settings, rules=False) for given in io.inputs(_listed(paths))]
    for summary, tally in tallies(tasks, progress):
        sources.append(summary)
        entries.extend(tally.entries)
    linked = linkage.link(entries, settings)
    return Dedupe(tuple(sources), tuple(_rows(entries, linked)), linked)


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
        found: Counter[tuple[str, str]] = Counter()
        records: Counter[tuple[str, str]] = Counter()
        last: dict[tuple[str, str], int | None] = {}
        self.faulty = 0
        before: tuple[str, int | None] = ("", None)
        marks: set[str] = set()
        self.repeated: set[str] = set()
        for finding in findings:
            if finding.fingerprint in marks:
                self.repeated.add(finding.fingerprint)
            marks.add(finding.fingerprint)
            severities[finding.severity] += 1
            key = finding.code, finding.path
            found[key] += 1
            if not finding.record_number:
                continue
            if last.get(key) != finding.record_number:
                last[key] = finding.record_number
                records[key] += 1
            here = finding.path, finding.record_number
            self.faulty += here != before
            before = here
        self.severities: Mapping[Severity, int] = {level: severities[level] for level in Severity}
        self.by_rule = tuple(
            RuleCount(code, path, found[code, path], records[code, path])
            for code, path in sorted(found)
        )


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
) -> Spool:
    """The findings that nothing accepts, and one for each acceptance that takes nothing."""
    remaining = Spool()
    for finding in accepted.remaining(spool):
        remaining.add(finding)
    codes = {rule.code for rule in selection.selected(settings)}
    for ref, finding in accepted.unused(codes, paths):
        rules = rules_of(ref.path)
        if CODE in rules.rules:
            remaining.add(rules.stamp_ref(RULES[CODE], finding, ref))
    return remaining


def _listed(paths: str | Iterable[str]) -> list[str]:
    return [paths] if isinstance(paths, str) else list(paths)


def _rows(entries: list[Entry], linked: Linked) -> Iterator[tuple[str, str]]:
    """A row for each record: its id, and the number of its cluster."""
    times = Counter(entry.id for entry in entries)
    numbers: dict[int, int] = {}
    for entry, cluster in zip(entries, linked.cluster_of, strict=True):
        name = (
            entry.id if times[entry.id] == 1 else f"{entry.path}#{entry.record_number}:{entry.id}"
        )
        yield name, str(numbers.setdefault(cluster, len(numbers) + 1))
