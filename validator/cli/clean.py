"""`bibvalidator clean`: safe fixes made, certain duplicates merged, nothing lost."""

from __future__ import annotations

import argparse
import contextlib
import signal
import sys
from collections.abc import Iterator, Sequence
from typing import IO, Any, NoReturn

from validator import io, leftovers
from validator.audit import count_of
from validator.cleaning import results, undoing
from validator.cleaning.clean import codes, kept_files
from validator.cleaning.cleaner import Cleaned, cleaned
from validator.cleaning.files import Given, readable_again
from validator.cleaning.spooling import prepared
from validator.cleaning.targets import Going, targets
from validator.cleaning.wishes import Wishes
from validator.cli import settings
from validator.cli.streams import progress_bar, tell
from validator.config import Settings
from validator.errors import UsageError
from validator.io import Input
from validator.io.source import Hashing, decompressed, open_bytes
from validator.tasks import collect_rarely
from validator.whole import Whole

TERMINATED = 143


def run(arguments: argparse.Namespace) -> int:
    """Clean the inputs, or take a cleaning back; returns the exit code."""
    signal.signal(signal.SIGTERM, _terminated)
    collect_rarely()
    if not arguments.output and not arguments.diff:
        raise UsageError("-o OUT says where the outputs go; --diff shows them and writes nothing")
    if arguments.undo and arguments.diff:
        raise UsageError("--undo writes what was before, and --diff writes nothing: choose one")
    loaded = settings.load(arguments)
    with leftovers.scratch() as scratch, Whole() as whole:
        if arguments.undo:
            inputs = [readable_again(given, scratch) for given in io.inputs(arguments.paths)]
            going = _going(arguments, inputs, loaded.settings)
            return _undo(arguments, inputs, going, whole)
        given = prepared(arguments.paths, scratch, loaded.settings)
        going = _going(arguments, [one.input for one in given], loaded.settings)
        return _clean(arguments, given, going, loaded.settings, scratch=scratch, whole=whole)


def summary(done: Cleaned, *, logged: bool) -> str:
    """What was done, and the account."""
    counts = done.journal.counts
    said = [count_of(counts["change"], "change")]
    for kind in ("merge", "conflict"):
        said += [count_of(counts[kind], kind)] if counts[kind] else []
    if counts["left"]:
        said.append(
            f"{counts['left']} left to people" + ("" if logged else " (--log FILE names them)")
        )
    lines = [", ".join(said), str(done.account)]
    if counts["unnamed"]:
        lines.append(
            f"{count_of(counts['unnamed'], 'record')} without a field for the ids merged into it:"
            " --map FILE and --log FILE have them"
        )
    if not done.settled:
        lines.append("fixes follow from each other without an end: --ignore one of their rules")
    return "\n".join(lines)


def _clean(
    arguments: argparse.Namespace,
    given: Sequence[Given],
    going: Going,
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
        reject_on=codes(",".join(arguments.reject_on or ()), rejects=arguments.rejects or ""),
    )
    with progress_bar(wanted=not (quiet or arguments.no_progress)) as progress:
        done = cleaned(
            given,
            settings=settings,
            wishes=wishes,
            scratch=scratch,
            progress=progress,
            becomes=going.becomes([one.input for one in given]),
        )
    tell(done.stale_decisions)
    if arguments.diff:
        arguments.earned = int(done.changed)
        for line in results.difference(done, settings):
            print(line)
    else:
        notes = results.write(done, going, settings=settings, whole=whole)
        whole.commit(force=arguments.force)
        arguments.earned = 0
        if not quiet:
            tell(notes)
    if not quiet:
        print(summary(done, logged=bool(arguments.log)), file=sys.stderr)
    return int(arguments.earned)


def _undo(
    arguments: argparse.Namespace,
    inputs: Sequence[Input],
    going: Going,
    whole: Whole,
) -> int:
    """Write the inputs of a cleaning again, from its outputs, of whatever format, and its log."""
    going.make_folders()
    for target in going.targets:
        given = inputs[target.inputs[0]]
        with _unpacked(given) as stream:
            checksum = results.checksum(stream)
        with _unpacked(given) as stream:
            pieces = undoing.undone(stream, arguments.undo, checksum, given.shown)
            whole.write(target.path, results.compressed(pieces, target.path), like=given.path)
    whole.commit(force=arguments.force)
    if not arguments.quiet:
        print(f"{count_of(len(going.targets), 'file')} as before the cleaning", file=sys.stderr)
    return 0


@contextlib.contextmanager
def _unpacked(given: Input) -> Iterator[IO[bytes]]:
    """The bytes of a file, unpacked."""
    with contextlib.closing(Hashing(open_bytes(given.path))) as raw:
        yield decompressed(raw)


def _going(arguments: argparse.Namespace, inputs: Sequence[Input], settings: Settings) -> Going:
    """What is to be written where, if it may be; --diff writes nothing."""
    going = Going(())
    if not arguments.diff:
        to = arguments.to or ""
        found = targets(inputs, arguments.paths, arguments.output, to=to)
        beside = (arguments.rejects or "", arguments.map or "", arguments.log or "")
        going = Going(found) if arguments.undo else Going(found, to, *beside)
    kept = (*kept_files(settings), arguments.undo or "")
    going.check(arguments.paths, kept=kept, force=arguments.force)
    return going


def _terminated(*_: Any) -> NoReturn:
    """End as Ctrl-C does: what was written so far is taken away."""
    raise SystemExit(TERMINATED)
