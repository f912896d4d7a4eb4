"""`bibvalidator dedupe`: a cluster for every record, and a queue for people to review."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Iterable, Iterator

from validator import auditing
from validator.audit import Verdict
from validator.cli import settings
from validator.cli.streams import progress_bar, write
from validator.finding import Severity
from validator.registry import RULES
from validator.text.unicode import one_line
from validator.workers import collect_rarely


def run(arguments: argparse.Namespace) -> int:
    """Write the clusters and the queue; returns the exit code."""
    collect_rarely()
    loaded = settings.load(arguments)
    with progress_bar(wanted=not (arguments.quiet or arguments.no_progress)) as progress:
        found = auditing.dedupe(arguments.paths, settings=loaded.settings, progress=progress)
    for source in found.sources:
        if source.error:
            print(one_line(f"bibvalidator: {source.path}: {source.error}"), file=sys.stderr)
    write(rows(("id", "cluster"), found.rows), arguments.output)
    if arguments.review:
        header = ("id1", "id2", "score", "verdict", "why")
        queue = (
            (d.a.id, d.b.id, f"{d.score:.3f}", d.verdict.value, d.why) for d in found.linked.review
        )
        write(rows(header, queue), arguments.review)
    if not arguments.quiet:
        merged = sum(len(cluster.members) - 1 for cluster in found.linked.clusters)
        print(
            f"{len(found.rows)} records, {len(found.linked.clusters)} clusters of duplicates"
            f" with {merged} records to merge away, {len(found.linked.review)} pairs to review",
            file=sys.stderr,
        )
    if any(source.error for source in found.sources):
        return 3
    return _failed(found, arguments.fail_on)


def rows(header: Iterable[str], lines: Iterable[Iterable[str]]) -> Iterator[str]:
    """CSV lines with LF, quoted where needed."""
    for line in (header, *lines):
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerow(line)
        yield text.getvalue()


def _failed(found: auditing.Dedupe, fail_on: str | None) -> int:
    """1 if a duplicate (or a pair to review) has a rule at or above the level asked for."""
    if fail_on in (None, "never"):
        return 0
    codes = {d.code for d in found.linked.decisions if d.verdict is not Verdict.DISTINCT}
    limit = Severity(fail_on).rank
    return int(any(RULES[code].severity.rank <= limit for code in codes if code in RULES))
