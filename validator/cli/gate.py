"""`bibvalidator gate`: what the collection must hold, as pass, fail or could not tell."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from validator import io, leftovers, outputs
from validator.audit import without_values
from validator.cleaning.files import readable_again
from validator.cli import settings
from validator.cli.streams import progress_bar, tell, tell_unevaluated, write
from validator.errors import UsageError
from validator.gating import apart, job, suites
from validator.gating.suites import Suite
from validator.packs import load_writer
from validator.tasks import collect_rarely
from validator.translations import phrase
from validator.whole import Whole

BLOCK = 2**20


def run(arguments: argparse.Namespace) -> int:
    """Run the gates, print what came of them, write what is asked for; returns the exit code."""
    collect_rarely()
    loaded = settings.load(arguments)
    given = loaded.settings
    say = partial(phrase, "word", lang=given.lang)
    files = arguments.suite or given.gates_suites
    table_files = [
        os.path.join(arguments.tables, f"{name}.{arguments.tables_format}")
        for name in ("records", "measures")
        if arguments.tables
    ]
    if arguments.no_values and arguments.data_docs:
        raise UsageError("Data Docs show values of the data: --data-docs without --no-values")
    outputs.check(
        (arguments.output, arguments.html),
        inputs=arguments.paths,
        kept=(given.baseline, given.suppressions, given.duplicates_decisions, *files),
    )
    outputs.check(table_files, inputs=arguments.paths, kept=files, folders=False)
    built = suites.built(given)
    if arguments.write_suites:
        _write_suites(built, arguments)
    wanted = [suites.read(path) for path in files] or built
    with (
        leftovers.scratch() as scratch,
        apart.engine(scratch) as engine,
        progress_bar(wanted=not (arguments.quiet or arguments.no_progress)) as progress,
    ):
        audit = job.gated(
            [readable_again(item, scratch) for item in io.inputs(arguments.paths)],
            wanted,
            settings=given,
            engine=engine,
            folder=scratch,
            formats=[arguments.tables_format] if arguments.tables else (),
            docs=os.path.join(scratch, "docs") if arguments.data_docs else "",
            values=not arguments.no_values,
            progress=progress,
        )
        _put(scratch, table_files)
        if arguments.data_docs:
            shutil.copytree(os.path.join(scratch, "docs"), arguments.data_docs, dirs_exist_ok=True)
    arguments.earned = job.exit_code(audit)
    if arguments.no_values:
        audit = without_values(audit)
    tell_unevaluated(audit.unevaluated, given.lang)
    tell(audit.stale_decisions)
    if arguments.html:
        write(load_writer("html")(audit), arguments.html)
        if not arguments.quiet:
            print(f"{say('HTML report')}{say(': ')}{arguments.html}", file=sys.stderr)
    write(load_writer(f"gates_{arguments.format}")(audit), arguments.output)
    return int(arguments.earned)


def _write_suites(built: Iterable[Suite], arguments: argparse.Namespace) -> None:
    """Write our suites where there are none, and say which are others now."""
    for path, is_another in suites.write(built, arguments.write_suites):
        if is_another:
            said = "there already and not the same, left as it is; --suite runs it"
            print(f"bibvalidator: {path}: {said}", file=sys.stderr)
        elif not arguments.quiet:
            print(f"suite: {path}", file=sys.stderr)


def _put(scratch: str, paths: list[str]) -> None:
    """Copy tables from the scratch folder to where they are wanted, all or none."""
    with Whole() as whole:
        for path in paths:
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            whole.write(path, _blocks(Path(scratch, os.path.basename(path))))
        whole.commit()


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            yield block
