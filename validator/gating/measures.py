"""The table of measures: a row a rule in force and source, one for duplicates, one for records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from validator.audit import Audit, Measured, RuleCount, SourceSummary
from validator.config import Settings
from validator.registry import Scope
from validator.ruleset import RuleSet

DUPLICATES = "duplicates"
RECORDS = "records"

COLUMNS = (
    "rule",
    "name",
    "severity",
    "source",
    "checked",
    "findings",
    "flagged",
    "rate",
    "baseline_findings",
    "baseline_rate",
    "read",
    "evaluated",
)
KINDS: Mapping[str, type] = {
    "checked": int,
    "findings": int,
    "flagged": int,
    "rate": float,
    "baseline_findings": int,
    "baseline_rate": float,
    "read": int,
    "evaluated": bool,
}
"""What the columns hold that are not text."""

Row = tuple[str | int | float | bool | None, ...]


def rows(audit: Audit, settings: Settings, read: Mapping[str, int]) -> Iterator[Row]:
    """For each source: the rules in force there by code, what repeats other records, and what is
    in the file. ``read`` is how many records of each source are in the table of records."""
    measured = audit.measured or Measured(audit.rule_counts)
    now = _by_place(measured.now)
    before = None if measured.baseline is None else _by_place(measured.baseline)
    repeated = Counter(member.path for cluster in audit.clusters for member in cluster.members[1:])
    for source in audit.sources:
        in_file = source.records + source.unreadable
        rules = RuleSet(settings, source.path)
        for code, rule in sorted(rules.rules.items()):
            checked = in_file if rule.scope is Scope.FILE else source.records
            names = code, rule.name, rules.severities[code].value
            none = RuleCount(code, source.path, 0, 0)
            found = now.get((code, source.path), none)
            yield _row(
                names,
                source,
                checked,
                found,
                None if before is None else before.get((code, source.path), none),
            )
        if audit.duplicates_searched:
            count = repeated[source.path]
            names = DUPLICATES, DUPLICATES, ""
            yield _row(names, source, source.records, RuleCount("", "", count, count))
        count = source.unreadable
        unreadable = RuleCount("", "", count, count)
        names = RECORDS, RECORDS, ""
        yield _row(names, source, in_file, unreadable, read=read.get(source.path, 0))


def _row(
    names: tuple[str, str, str],
    source: SourceSummary,
    checked: int,
    now: RuleCount,
    before: RuleCount | None = None,
    *,
    read: int | None = None,
) -> Row:
    return (
        *names,
        source.path,
        checked,
        now.findings,
        now.records,
        _rate(now, checked),
        before.findings if before else None,
        _rate(before, checked) if before else None,
        read,
        not source.error,
    )


def _by_place(counts: Iterable[RuleCount]) -> dict[tuple[str, str], RuleCount]:
    return {(count.code, count.path): count for count in counts}


def _rate(count: RuleCount, checked: int) -> float | None:
    return count.records / checked if checked else None
