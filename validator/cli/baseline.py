"""`bibvalidator baseline`: the findings of today written down, or an old list of them pruned."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

from validator import auditing, suppress
from validator.cli import settings
from validator.cli.streams import progress_bar, tell_unevaluated, write
from validator.tasks import collect_rarely
from validator.translations import phrase


def run(arguments: argparse.Namespace) -> int:
    """Write the baseline; 0, or 3 where an input could not be evaluated and nothing is written."""
    collect_rarely()
    loaded = settings.load(arguments)
    old = suppress.read_baseline(arguments.output) if arguments.prune else None
    with progress_bar(wanted=not (arguments.quiet or arguments.no_progress)) as progress:
        audit = auditing.check(
            arguments.paths, settings=replace(loaded.settings, baseline=""), progress=progress
        )
    tell_unevaluated(audit.unevaluated, loaded.settings.lang)
    if audit.unevaluated:
        return 3
    if old is None:
        lines = list(suppress.baseline(audit.findings))
    else:
        read = {source.path for source in audit.sources}
        lines = list(suppress.pruned(old, audit.findings, read))
    write(lines, arguments.output)
    if not arguments.quiet:
        before = "" if old is None else f" of {len(old)}"
        kept = phrase("summary", f"{len(lines) - 1}{before} kept", loaded.settings.lang)
        print(f"{arguments.output}: {kept}", file=sys.stderr)
    return 0
