"""What has changed since an earlier run, or since a baseline."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any

from validator import keeping
from validator.audit import Trend, Trends
from validator.errors import UsageError
from validator.finding import Finding, Severity

WANTED = "what `check --format json` or `--format jsonl` writes is wanted"


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier run: its findings by code, their fingerprints, and how many records it read,
    None where the file does not say."""

    path: str
    counts: Mapping[str, int]
    fingerprints: Set[str]
    records: int | None


def read(path: str) -> Earlier:
    """An earlier run from its JSON or JSON Lines.

    Raises UsageError where the file cannot be read, is something else, or lists only some of the
    findings.
    """
    try:
        with open(path, encoding="utf-8-sig") as file:
            first = file.readline()
            if _is_finding(first):
                file.seek(0)
                return _earlier(path, _lines(path, file), None)
            text = first + file.read()
    except (OSError, ValueError) as error:  # ValueError: not UTF-8, or a NUL in the path
        raise UsageError(f"cannot read the earlier run {path}: {error}") from error
    if not text.strip() and path.endswith(".jsonl"):
        return _earlier(path, (), None)  # a run that found nothing
    run = _parsed(text, path)
    summary, findings = (run.get("summary"), run.get("findings")) if run else (None, None)
    if not isinstance(summary, dict) or not isinstance(findings, list):
        raise UsageError(f"{path} is no earlier run: {WANTED}")
    earlier = _earlier(
        path,
        ((f"{path}: finding {number}", item) for number, item in enumerate(findings, start=1)),
        _records(summary, path),
    )
    total = _total(summary, path)
    if total != len(findings):
        raise UsageError(
            f"{path} lists {len(findings)} of {total} findings: a run without --max-findings is"
            " wanted"
        )
    return earlier


def since_run(earlier: Earlier, findings: Iterable[Finding]) -> Trends:
    """What has changed since an earlier run; findings are known again by their fingerprints."""
    now: Counter[str] = Counter()
    new: Counter[str] = Counter()
    for finding in findings:
        now[finding.code] += 1
        new[finding.code] += finding.fingerprint not in earlier.fingerprints
    gone = {code: before - now[code] + new[code] for code, before in earlier.counts.items()}
    return _trends(earlier.path, earlier.counts, new, gone, earlier.records, is_baseline=False)


def since_baseline(
    path: str, before: Mapping[str, int], gone: Mapping[str, int], new: Mapping[str, int]
) -> Trends:
    """What has changed since a baseline: numbers of findings by code."""
    return _trends(path, before, new, gone, None, is_baseline=True)


def _trends(
    path: str,
    before: Mapping[str, int],
    new: Mapping[str, int],
    gone: Mapping[str, int],
    records: int | None,
    *,
    is_baseline: bool,
) -> Trends:
    rules = (
        Trend(code, before.get(code, 0), new.get(code, 0), gone.get(code, 0))
        for code in sorted({*before, *new})
    )
    moved = tuple(rule for rule in rules if rule.before or rule.new)
    return Trends(path, moved, records, is_baseline=is_baseline)


def _is_finding(line: str) -> bool:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and "fingerprint" in value and "code" in value


def _lines(path: str, lines: Iterable[str]) -> Iterator[tuple[str, Any]]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield f"{path}:{number}", _parsed(line, f"{path}:{number}")


def _parsed(text: str, place: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{place}: not JSON: {error}; {WANTED}") from error


def _earlier(path: str, findings: Iterable[tuple[str, Any]], records: int | None) -> Earlier:
    counts: Counter[str] = Counter()
    fingerprints = set()
    for place, item in findings:
        if not isinstance(item, dict):
            raise UsageError(f"{place}: an object is wanted; {WANTED}")
        counts[keeping.text(item, "code", place)] += 1
        fingerprints.add(keeping.text(item, "fingerprint", place))
    return Earlier(path, counts, fingerprints, records)


def _records(summary: Mapping[str, Any], path: str) -> int:
    return _number(summary.get("records"), f"{path}: summary: records")


def _total(summary: Mapping[str, Any], path: str) -> int:
    levels = summary.get("findings")
    if not isinstance(levels, dict):
        raise UsageError(f"{path}: summary: findings: an object is wanted; {WANTED}")
    place = f"{path}: summary: findings"
    return sum(_number(levels.get(level.value), f"{place}: {level.value}") for level in Severity)


def _number(value: Any, place: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise UsageError(f"{place}: a number is wanted, not {value!r}")
    return value
