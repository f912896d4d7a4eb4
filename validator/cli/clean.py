"""`bibvalidator clean`: safe fixes made, certain duplicates merged, nothing lost."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from validator import io
from validator.audit import count_of
from validator.cleaning import results, undoing
from validator.cleaning.cleaner import Cleaned, cleaned
from validator.cleaning.targets import Target, targets
from validator.cleaning.wishes import Wishes
from validator.cli import outputs, settings
from validator.cli.streams import progress_bar, tell
from validator.config import Settings
from validator.errors import UsageError
from validator.io import Input, Opened
from validator.registry import RULES
from validator.selection import check_selectors, rule_is
from validator.whole import Whole
from validator.workers import collect_rarely

TERMINATED = 143


def run(arguments: argparse.Namespace) -> int:
    """Clean the inputs, or take a cleaning back; returns the exit code."""
    signal.signal(signal.SIGTERM, _terminated)
    collect_rarely()
    if not arguments.output and not arguments.diff:
        raise UsageError("-o OUT says where the outputs go; --diff shows them and writes nothing")
    loaded = settings.load(arguments)
    with tempfile.TemporaryDirectory(prefix="bibvalidator-") as scratch, Whole() as whole:
        inputs = [_spooled(given, scratch) for given in io.inputs(arguments.paths)]
        going = _going(arguments, inputs)
        beside = [path for path in (arguments.rejects, arguments.map, arguments.log) if path]
        _check_outputs(arguments, going, beside, loaded.settings)
        if arguments.undo:
            return _undo(arguments, inputs, going, loaded.settings, whole)
        return _clean(arguments, inputs, going, loaded.settings, scratch=scratch, whole=whole)


def summary(done: Cleaned) -> str:
    """What was done, and the account."""
    counts = done.journal.counts
    said = [count_of(counts["change"], "change")]
    for kind in ("merge", "conflict"):
        said += [count_of(counts[kind], kind)] if counts[kind] else []
    said += [f"{counts['left']} left to people"] if counts["left"] else []
    lines = [", ".join(said), str(done.account)]
    if not done.settled:
        lines.append("fixes follow from each other without an end: --ignore one of their rules")
    return "\n".join(lines)


def _clean(
    arguments: argparse.Namespace,
    inputs: Sequence[Input],
    going: Sequence[Target],
    settings: Settings,
    *,
    scratch: str,
    whole: Whole,
) -> int:
    quiet = arguments.quiet
    wishes = Wishes(
        unsafe_fixes=arguments.unsafe_fixes,
        merge=not arguments.no_merge,
        rejects=bool(arguments.rejects),
        reject_on=_codes(arguments),
    )
    with progress_bar(wanted=not (quiet or arguments.no_progress)) as progress:
        done = cleaned(inputs, settings=settings, wishes=wishes, scratch=scratch, progress=progress)
    tell(done.stale_decisions)
    if not done.account.adds_up:
        print(f"bibvalidator: {done.account}, which does not add up", file=sys.stderr)
        print("bibvalidator: nothing was written; please report it", file=sys.stderr)
        return 3
    if arguments.diff:
        arguments.earned = int(done.changed)
        for line in results.difference(done, settings):
            print(line)
    else:
        _make_folders(going)
        notes = list(
            results.write(done, going, to=arguments.to or "", settings=settings, whole=whole)
        )
        if arguments.rejects:
            whole.write(arguments.rejects, results.rejects(done))
        if arguments.map:
            whole.write(arguments.map, results.mapping(done, settings))
        if arguments.log:
            whole.write(arguments.log, done.journal.lines())
        whole.commit(force=arguments.force)
        arguments.earned = 0
        if not quiet:
            tell(notes)
    if not quiet:
        print(summary(done), file=sys.stderr)
    return int(arguments.earned)


def _undo(
    arguments: argparse.Namespace,
    inputs: Sequence[Input],
    going: Sequence[Target],
    settings: Settings,
    whole: Whole,
) -> int:
    """Write the inputs of a cleaning again, from its outputs and its log."""
    _make_folders(going)
    for target in going:
        given = inputs[target.inputs[0]]
        with Opened(given, settings) as source:
            checksum = results.checksum(source.stream)
        with Opened(given, settings) as source:
            assert source.stream is not None
            pieces = undoing.undone(source.stream, arguments.undo, checksum, given.shown)
            whole.write(target.path, results.compressed(pieces, target.path), like=given.path)
    whole.commit(force=arguments.force)
    if not arguments.quiet:
        print(f"{count_of(len(going), 'file')} as before the cleaning", file=sys.stderr)
    return 0


def _going(arguments: argparse.Namespace, inputs: Sequence[Input]) -> list[Target]:
    """Where the outputs go; --diff has none."""
    if arguments.diff:
        return []
    return targets(inputs, arguments.paths, arguments.output, to=arguments.to or "")


def _check_outputs(
    arguments: argparse.Namespace,
    going: Sequence[Target],
    beside: Sequence[str],
    settings: Settings,
) -> None:
    """Raise UsageError for an output that is an input, or that is there without --force."""
    kept = (
        *(settings.baseline, settings.suppressions, settings.duplicates_decisions),
        arguments.undo or "",
    )
    written = [target.path for target in going] + list(beside)
    outputs.check(written, inputs=arguments.paths, kept=kept, folders=False)
    outputs.check(beside, inputs=())
    for path in written:
        if os.path.lexists(path) and not arguments.force and not path.startswith("/dev/"):
            raise UsageError(f"{path} is there already; --force writes over it")


def _make_folders(going: Iterable[Target]) -> None:
    """Make the folders that outputs go to."""
    for target in going:
        try:
            os.makedirs(os.path.dirname(os.path.abspath(target.path)), exist_ok=True)
        except OSError as error:
            raise UsageError(f"cannot write {target.path}: {error.strerror or error}") from error


def _spooled(given: Input, scratch: str) -> Input:
    """An input that can be read several times: standard input is written down first."""
    if given.path != "-":
        return given
    path = os.path.join(scratch, "standard-input")
    with open(path, "wb") as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
    return given._replace(path=path)


def _codes(arguments: argparse.Namespace) -> frozenset[str]:
    """The codes of the rules whose findings send a record to the rejects."""
    selectors = [word for words in arguments.reject_on or () for word in words.split(",") if word]
    check_selectors(selectors)
    if selectors and not arguments.rejects:
        raise UsageError("--reject-on needs --rejects FILE, to which such records go")
    return frozenset(
        code for code, rule in RULES.items() if any(rule_is(rule, word) for word in selectors)
    )


def _terminated(*_: Any) -> NoReturn:
    """End as Ctrl-C does: what was written so far is taken away."""
    raise SystemExit(TERMINATED)
