"""`bibvalidator check`: findings on standard output, reports in files, an exit code."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

from validator import auditing
from validator.audit import Audit, without_values
from validator.cli import settings
from validator.cli.streams import progress_bar, tell, write
from validator.registry import RULES, load_writer
from validator.text.unicode import one_line
from validator.workers import collect_rarely


def run(arguments: argparse.Namespace) -> int:
    """Check the inputs, print the findings, write the reports; returns the exit code."""
    collect_rarely()
    loaded = settings.load(arguments)
    quiet = arguments.quiet
    with progress_bar(wanted=not (quiet or arguments.no_progress)) as progress:
        audit = auditing.check(arguments.paths, settings=loaded.settings, progress=progress)
    arguments.earned = auditing.exit_code(audit, loaded.settings.fail_on)
    if arguments.no_values:
        audit = without_values(audit)
    for source in audit.unevaluated:
        print(one_line(f"bibvalidator: {source.path}: {source.error}"), file=sys.stderr)
    tell(audit.stale_decisions)
    if arguments.html:
        write(load_writer("html")(audit), arguments.html)
        if not quiet:
            print(f"HTML report: {arguments.html}", file=sys.stderr)
    listed = replace(audit, max_findings=arguments.max_findings or 0)
    write(load_writer(arguments.format)(listed), arguments.output)
    if arguments.statistics:
        print_statistics(audit)
    return int(arguments.earned)


def print_statistics(audit: Audit) -> None:
    """The number of findings by rule, the most frequent first."""
    totals: dict[str, int] = {}
    for count in audit.rule_counts:
        totals[count.code] = totals.get(count.code, 0) + count.findings
    for code, total in sorted(totals.items(), key=lambda item: (-item[1], item[0])):
        print(f"{total:8} {code} {RULES[code].name}", file=sys.stderr)
