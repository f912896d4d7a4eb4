"""Cleaning from end to end: rounds of check and change until nothing is left to do, and count."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from validator.cleaning.account import Account
from validator.cleaning.edits import Heard, composed, spliced
from validator.cleaning.files import File, Given, Place, Work, check_unchanged
from validator.cleaning.journal import Journal
from validator.cleaning.rounds import Round
from validator.cleaning.told import Told, told
from validator.cleaning.wishes import Wishes
from validator.config import Settings
from validator.duplicates import Decided
from validator.errors import UnreadableError
from validator.io import Input, Opened
from validator.io.source import BYTES
from validator.tasks import Progress, give_memory_back, silent

MOST_ROUNDS = 8
"""A fix may show a duplicate, a merge a fault: two rounds do for nearly all files."""


Becomes = Callable[[Input, str], str]
"""The format that an input, read as one, is written in; "" for the one that it has."""


def stays(given: Input, read_as: str) -> str:
    """Nothing is converted."""
    return ""


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
    inputs: Sequence[Given],
    *,
    settings: Settings,
    wishes: Wishes,
    scratch: str,
    progress: Progress = silent,
    becomes: Becomes = stays,
) -> Cleaned:
    """Clean files; what they become lies in the folder ``scratch``, and the inputs are only read.

    ``becomes`` says what format a file goes to: what its own cannot hold, or a rule says of the
    other one alone, is mended there.

    Raises UsageError as a check does, and UnreadableError for a file that cannot be evaluated or
    changes meanwhile, and where the account of the records does not add up.
    """
    work = _Cleaning(inputs, settings=settings, wishes=wishes, scratch=scratch, progress=progress)
    said = work.told()
    read, repeated = said.records + said.unreadable, said.repeated
    stale, decided = said.stale_decisions, said.decided
    for finding in said.related:
        work.journal.add(
            "related",
            record=finding.record,
            related=list(finding.related),
            reason=finding.message,
            path=finding.path,
            line=finding.line,
        )
    formats = said.formats
    settled = False
    for number in range(MOST_ROUNDS):
        settled = not work.round(said, number)
        if settled and not work.converted(formats, becomes):
            break
        del said  # what a check holds is not to be held beside the next one
        give_memory_back()
        said = work.told_again(decided)
    work.journal.take(work.left)
    account = Account(
        read=read,
        written=said.records,
        merged=len(work.kept_of),
        rejected=len(work.rejected),
        unread=said.unreadable,
    )
    check_unchanged(work.files)
    if not account.adds_up:
        raise UnreadableError(
            f"{account}: this does not add up; nothing was written, please report it"
        )
    return Cleaned(
        work.files,
        formats,
        account,
        work.journal,
        settled,
        work.kept_of,
        work.rejected,
        repeated,
        stale,
    )


class _Cleaning:
    """A cleaning on its way. ``left`` has what the last round could not do."""

    def __init__(
        self,
        inputs: Sequence[Given],
        *,
        settings: Settings,
        wishes: Wishes,
        scratch: str,
        progress: Progress,
    ) -> None:
        self.settings = settings
        self.wishes = wishes
        self.later = wishes.after_the_first()
        self.scratch = scratch
        self.progress = progress
        self.files = tuple(File(given, given, lines) for given, lines in inputs)
        self.by_path = {file.path: file for file in self.files}
        self.journal = self._journal()
        self.left = self._journal()
        self.kept_of: dict[Place, Place] = {}
        self.rejected: set[Place] = set()

    def told(self) -> Told:
        """What a check says of the files as they are now."""
        return told(self.files, settings=self.settings, wishes=self.wishes, progress=self.progress)

    def told_again(self, decided: Iterable[Decided]) -> Told:
        """The same, of files that have changed: people's decisions hold all the same."""
        now = (Decided(self._now(a), self._now(b), judgement) for a, b, judgement in decided)
        return told(
            self.files,
            settings=replace(self.settings, duplicates_decisions=""),
            wishes=self.later,
            progress=self.progress,
            decided=[one for one in now if one.a != one.b],
        )

    def _now(self, place: Place) -> Place:
        """The place now of the record that stands for one of the inputs; its number is 0 where
        that was taken out."""
        path, number = final(place, self.kept_of)
        numbers = self.by_path[path].numbers
        if numbers is None:
            return path, number
        return path, numbers.index(number) + 1 if number in numbers else 0

    def round(self, said: Told, number: int) -> bool:
        """Do what a check has said; returns whether any file has changed."""
        give_memory_back()
        self.left = self._journal()
        work = Round(
            self.files,
            said,
            settings=self.settings,
            wishes=self.wishes if number == 0 else self.later,
            journal=self.journal,
            left=self.left,
            is_first=number == 0,
            progress=self.progress,
        )
        if work.is_needed:
            work.run()
        self.kept_of |= {self._given(a): self._given(b) for a, b in work.merged.items()}
        self.rejected |= set(map(self._given, work.rejected))
        for one in work.work.values():
            one.file.fresh = None if work.accepts else one.fresh()
        changing = [one for one in work.work.values() if one.edits]
        for one in changing:
            name = f"{self.files.index(one.file)}.{number}"
            _apply(one, os.path.join(self.scratch, name), self.settings)
        return bool(changing)

    def converted(self, formats: Mapping[str, str], becomes: Becomes) -> bool:
        """Convert the files that are to become others, once; returns whether there were any."""
        if any(file.form for file in self.files):
            return False
        from validator.cleaning.conversion import convert, edited_as

        for number, file in enumerate(self.files):
            read_as = formats[file.path]
            if form := edited_as(becomes(file.given, read_as), read_as):
                path = os.path.join(self.scratch, f"{number}.{form}")
                convert(file, form, path, self.settings)
                file.fresh = None
        return any(file.form for file in self.files)

    def _given(self, place: Place) -> Place:
        """The place in the inputs of a record that is at a place now."""
        path, number = place
        return path, self.by_path[path].number(number)

    def _journal(self) -> Journal:
        return Journal(tempfile.TemporaryFile(dir=self.scratch))


def final(place: Place, kept_of: Mapping[Place, Place]) -> Place:
    """The place of the record that stands for one at the end: one that is kept may go later."""
    while place in kept_of:
        place = kept_of[place]
    return place


def contents(file: File, settings: Settings, heard: Heard = lambda *_: None) -> Iterator[bytes]:
    """The bytes of a file as it is now; ``heard`` is called for each of its edits."""
    with Opened(file.edited, settings) as source:
        assert source.stream is not None
        yield from spliced(source.stream, source.encoding or BYTES, file.edits, heard)


def _apply(work: Work, path: str, settings: Settings) -> None:
    """Make the edits of a round, and write what the file is then to a path."""
    file = work.file
    file.edits = composed(file.edits, work.edits)
    if work.gone:
        file.numbers = work.numbers()
    with open(path, "wb") as out:
        out.writelines(contents(file, settings))
    file.now = file.edited._replace(path=path, format=work.format, encoding=work.encoding)
