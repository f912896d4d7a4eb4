"""One input read and examined to its end, in this process."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from validator.audit import SourceSummary
from validator.config import Settings
from validator.errors import UnreadableError
from validator.examine import Fresh, Wanted, examined
from validator.io import Input, Opened
from validator.io.source import Source
from validator.registry import RULES, Scope
from validator.ruleset import RuleSet
from validator.tally import Tally

Progress = Callable[[int], None]  # called with the number of records done since the last call
Part = Tally | SourceSummary
"""What comes of an input: tallies of its records in order, and its summary at the end."""


def silent(_: int) -> None:
    """A progress function that shows nothing."""


def collect_rarely() -> None:
    """Let the garbage collector of this process look for cycles seldom.

    Records and findings hold none; looking for some took half of the time of a check. For a
    process of our own only: a library does not change the settings of its caller.
    """
    gc.set_threshold(200_000, 20, 20)


def give_memory_back() -> None:
    """Let the C library return what was freed to the system: a search for duplicates frees much in
    pieces that what comes after it does not fit into. Only some libraries can."""
    import ctypes

    with contextlib.suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


class Task(NamedTuple):
    """An input to read. ``rules`` False: only what linkage needs of its records.

    ``wanted``: which findings on records are kept, None for all; it may travel to another process.
    ``fresh``: flags by number for the records that record rules look at, None for all.
    """

    given: Input
    settings: Settings
    rules: bool
    wanted: Wanted | None = None
    fresh: bytes | None = None

    def tallies(self, source: Source, progress: Progress = silent) -> Iterator[Tally]:
        """What the records of this input, or of a piece of it, add up to; see `examined`."""
        return examined(
            source,
            RuleSet(self.settings, source.path) if self.rules else None,
            duplicates=self.settings.duplicates_search,
            progress=progress,
            wanted=self.wanted,
            fresh=self._fresh(source.path),
        )

    def _fresh(self, path: str) -> Fresh | None:
        if self.fresh is None or not self.rules:
            return None
        idle = [code for code, rule in RULES.items() if rule.scope is Scope.RECORD]
        beside = replace(self.settings, ignore=(*self.settings.ignore, *idle))
        return Fresh(self.fresh, RuleSet(beside, path))


def work(task: Task, progress: Progress = silent) -> Iterator[Part]:
    """Read and examine an input; what cannot be evaluated is said in its summary."""
    records = unreadable = 0
    summary = SourceSummary(task.given.shown, "", "")
    try:
        opened = Opened(task.given, task.settings)
        with opened as source:
            summary = of_source(source)
            for tally in task.tallies(source, progress):
                records += tally.records
                unreadable += tally.unreadable
                yield tally
        summary = replace(of_source(source), bytes=opened.count, sha256=opened.digest)
    except UnreadableError as fault:
        summary = replace(summary, error=str(fault))
    yield replace(summary, records=records, unreadable=unreadable)


def of_source(source: Source) -> SourceSummary:
    """The summary of a source before it is read."""
    return SourceSummary(source.path, source.format, source.encoding)
