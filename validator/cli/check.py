"""`bibvalidator check`: findings on standard output, reports in files, an exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from validator import auditing, outputs, trends
from validator.audit import Audit, count_of, without_values
from validator.cli import colour, settings
from validator.cli.streams import progress_bar, tell, tell_unevaluated, write
from validator.errors import UsageError
from validator.packs import load_writer
from validator.registry import RULES, Writer
from validator.tasks import collect_rarely
from validator.text.unicode import one_line
from validator.translations import phrase

REPORTS = {"html": "HTML report", "csv": "CSV worklist", "xlsx": "XLSX worklist"}
"""Reports in files of their own, any number in one run."""


def run(arguments: argparse.Namespace) -> int:
    """Check the inputs, print the findings, write the reports; returns the exit code."""
    collect_rarely()
    loaded = settings.load(arguments)
    say = partial(phrase, "word", lang=loaded.settings.lang)
    reports = {name: path for name in REPORTS if (path := getattr(arguments, name))}
    outputs.check(
        (arguments.output, *reports.values()),
        inputs=arguments.paths,
        kept=(
            loaded.settings.baseline,
            loaded.settings.suppressions,
            loaded.settings.duplicates_decisions,
            arguments.compare or "",
        ),
    )
    earlier = trends.read(arguments.compare) if arguments.compare else None
    writers = {name: writer_of(name) for name in reports}
    quiet = arguments.quiet
    with progress_bar(wanted=not (quiet or arguments.no_progress)) as progress:
        audit = auditing.check(arguments.paths, settings=loaded.settings, progress=progress)
    arguments.earned = auditing.exit_code(audit, loaded.settings.fail_on)
    if earlier:
        audit = replace(audit, trends=trends.since_run(earlier, audit.findings))
    if arguments.no_values:
        audit = without_values(audit)
    tell_unevaluated(audit.unevaluated, loaded.settings.lang)
    tell(audit.stale_decisions)
    if earlier and audit.trends and not quiet:
        since = audit.trends.total
        said = f"{count_of(since.new, 'finding')} new since {earlier.path}, {since.gone} gone"
        print(one_line(f"bibvalidator: {said}"), file=sys.stderr)
    audit = replace(audit, lists=tuple(listing(arguments)))
    for name, path in reports.items():
        write(writers[name](audit), path)
        if not quiet:
            print(f"{say(REPORTS[name])}{say(': ')}{path}", file=sys.stderr)
    listed = replace(audit, max_findings=arguments.max_findings or 0)
    pieces = load_writer(arguments.format)(listed)
    if arguments.format == "full" and not arguments.output and colour.wanted():
        pieces = colour.painted(map(str, pieces), loaded.settings.lang)
    write(pieces, arguments.output)
    if arguments.statistics:
        print_statistics(audit)
    return int(arguments.earned)


def listing(arguments: argparse.Namespace) -> Iterator[str]:
    """The files of this run that hold all findings, for a report that cannot."""
    yield from (path for path in (arguments.csv, arguments.xlsx) if path)
    whole = arguments.format in ("json", "jsonl") and not arguments.max_findings
    if whole and arguments.output:
        yield arguments.output


def writer_of(name: str) -> Writer:
    """The writer of a report in a file. Raises UsageError where its extra is not installed."""
    try:
        return load_writer(name)
    except ModuleNotFoundError as error:
        if error.name != "xlsxwriter":
            raise
        raise UsageError("--xlsx needs XlsxWriter: pip install 'bibvalidator[xlsx]'") from error


def print_statistics(audit: Audit) -> None:
    """The number of findings by rule, the most frequent first."""
    totals: dict[str, int] = {}
    for count in audit.rule_counts:
        totals[count.code] = totals.get(count.code, 0) + count.findings
    for code, total in sorted(totals.items(), key=lambda item: (-item[1], item[0])):
        print(f"{total:8} {code} {RULES[code].name}", file=sys.stderr)
