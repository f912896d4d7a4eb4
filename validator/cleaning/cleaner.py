"""Cleaning from end to end: rounds of check and change until nothing is left to do, and count."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import IO

from validator.cleaning.account import Account
from validator.cleaning.edits import Told, composed, spliced
from validator.cleaning.files import File, Place, Work
from validator.cleaning.journal import Journal
from validator.cleaning.rounds import Round
from validator.cleaning.told import told
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

    Raises UsageError as a check does, and UnreadableError for a file that cannot be evaluated, or
    where the account of the records does not add up.
    """
    journal = Journal(_kept_in(scratch))
    files = tuple(File(given, given) for given in inputs)
    by_path = {file.path: file for file in files}
    kept_of: dict[Place, Place] = {}
    rejected: set[Place] = set()
    said = told(files, settings=settings, wishes=wishes, progress=progress)
    read, repeated = said.records + said.unreadable, said.repeated
    for finding in said.related:
        journal.add(
            "related",
            record=finding.record,
            related=list(finding.related),
            reason=finding.message,
            path=finding.path,
            line=finding.line,
        )
    for number in range(MOST_ROUNDS):
        left = Journal(_kept_in(scratch))
        work = Round(
            files,
            said,
            settings=settings,
            wishes=wishes,
            journal=journal,
            left=left,
            is_first=number == 0,
            progress=progress,
        )
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
        said = told(files, settings=settings, wishes=wishes, progress=progress)
    journal.take(left)
    account = Account(
        read=read,
        written=said.records,
        merged=len(kept_of),
        rejected=len(rejected),
        unread=said.unreadable,
    )
    if not account.adds_up:
        raise UnreadableError(
            f"{account}: this does not add up; nothing was written, please report it"
        )
    return Cleaned(
        files,
        said.formats,
        account,
        journal,
        not changing,
        kept_of,
        rejected,
        repeated,
        said.stale_decisions,
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
