"""Cleaning from end to end: rounds of check and change until nothing is left to do, and count."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import IO, NamedTuple

from validator.auditing import Audited, audited
from validator.cleaning.account import Account
from validator.cleaning.edits import Told, composed, spliced
from validator.cleaning.files import File, Place, Work
from validator.cleaning.journal import Journal
from validator.cleaning.rounds import Round
from validator.cleaning.wishes import Wishes
from validator.config import Settings
from validator.errors import UnreadableError
from validator.io import Input, Opened
from validator.workers import Progress, silent

MOST_ROUNDS = 8
"""A fix may show a duplicate, a merge a fault: two rounds do for nearly all files."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What a cleaning makes, not yet written to where it belongs.

    ``formats`` are those that the files are read in, by path. ``kept_of`` has, by places in the
    inputs, the record that stands for each that was merged away, ``rejected`` those that were taken
    out; ``repeated`` are the ids that several records of the inputs have. ``settled``: cleaning
    once more would change nothing. ``stale_decisions`` as in an Audit.
    """

    files: tuple[File, ...]
    formats: Mapping[str, str]
    account: Account
    journal: Journal
    settled: bool
    kept_of: Mapping[Place, Place]
    rejected: Set[Place]
    repeated: Set[str]
    stale_decisions: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Whether any file changes."""
        return any(file.edits for file in self.files)


def cleaned(
    inputs: Sequence[Input],
    *,
    settings: Settings,
    wishes: Wishes,
    scratch: str,
    progress: Progress = silent,
) -> Cleaned:
    """Clean files; what they become lies in the folder ``scratch``, and the inputs are only read.

    Raises UsageError as a check does, and UnreadableError for a file that cannot be evaluated.
    """
    journal = Journal(_kept_in(scratch))
    files = tuple(File(given, given) for given in inputs)
    by_path = {file.path: file for file in files}
    kept_of: dict[Place, Place] = {}
    rejected: set[Place] = set()
    seen: list[_Seen] = []
    for number in range(MOST_ROUNDS + 1):
        found = _checked(files, settings, progress)
        seen.append(_Seen.of(found))
        if number == MOST_ROUNDS:
            break
        left = Journal(_kept_in(scratch))
        work = Round(
            files,
            found.audit,
            settings=settings,
            wishes=wishes,
            journal=journal,
            left=left,
            is_first=number == 0,
            progress=progress,
        )
        del found  # the search for duplicates holds much, and the next check makes one of its own
        if work.is_needed:
            work.run()
        changing = [one for one in work.work.values() if one.edits]
        kept_of |= {_given(a, by_path): _given(b, by_path) for a, b in work.merged.items()}
        rejected |= {_given(place, by_path) for place in work.rejected}
        for one in changing:
            path = os.path.join(scratch, f"{files.index(one.file)}.{number}")
            _apply(one, path, settings)
        if not changing:
            break
    journal.take(left)
    first, last = seen[0], seen[-1]
    return Cleaned(
        files,
        last.formats,
        Account(
            read=first.records + first.unreadable,
            written=last.records,
            merged=len(kept_of),
            rejected=len(rejected),
            unread=last.unreadable,
        ),
        journal,
        not changing,
        kept_of,
        rejected,
        first.repeated,
        last.stale_decisions,
    )


class _Seen(NamedTuple):
    """What is kept of a check."""

    records: int
    unreadable: int
    formats: Mapping[str, str]
    repeated: frozenset[str]
    stale_decisions: tuple[str, ...]

    @classmethod
    def of(cls, found: Audited) -> _Seen:
        return cls(
            found.audit.records,
            found.audit.unreadable,
            {source.path: source.format for source in found.audit.sources},
            frozenset(found.duplicates.repeated),
            found.audit.stale_decisions,
        )


def final(place: Place, kept_of: Mapping[Place, Place]) -> Place:
    """The place of the record that stands for one at the end: one that is kept may go later."""
    while place in kept_of:
        place = kept_of[place]
    return place


def contents(file: File, settings: Settings, told: Told = lambda *_: None) -> Iterator[bytes]:
    """The bytes of a file as it is now; ``told`` hears of each edit of the file given."""
    with Opened(file.given, settings) as source:
        assert source.stream is not None
        yield from spliced(source.stream, source.encoding, file.edits, told)


def _kept_in(folder: str) -> IO[bytes]:
    return tempfile.TemporaryFile(dir=folder)


def _checked(files: Sequence[File], settings: Settings, progress: Progress) -> Audited:
    found = audited([file.now for file in files], settings=settings, progress=progress)
    for source in found.audit.unevaluated:
        raise UnreadableError(f"{source.path}: {source.error}; nothing was written")
    return found


def _given(place: Place, files: Mapping[str, File]) -> Place:
    """The place in the inputs of a record that is at a place now."""
    path, number = place
    return path, files[path].number(number)


def _apply(work: Work, path: str, settings: Settings) -> None:
    """Make the edits of a round, and write what the file is then to a path."""
    file = work.file
    file.edits = composed(file.edits, work.edits)
    if work.gone:
        file.numbers = work.numbers()
    with open(path, "wb") as out:
        out.writelines(contents(file, settings))
    file.now = file.given._replace(path=path, format=work.format, encoding=work.encoding)
