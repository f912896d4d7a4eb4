"""The inputs read and examined, in this process or in several; the same results either way."""

from __future__ import annotations

import contextlib
import gc
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from validator import registry
from validator.audit import SourceSummary
from validator.config import Settings
from validator.errors import UnreadableError
from validator.examine import RuleSet, Tally, Wanted, entries_of, examine
from validator.io import Input, Opened

if TYPE_CHECKING:
    from concurrent.futures import Future

Progress = Callable[[int], None]  # called with the number of records done since the last call

MANY_BYTES = 20 * 2**20
"""From here on several processes pay: about 20,000 records, some 1 kB each."""
MOST_JOBS = 8


def silent(_: int) -> None:
    """A progress function that shows nothing."""


class Task(NamedTuple):
    """An input to read. ``rules`` False: only what linkage needs of its records.

    ``wanted``: which findings on records are kept, None for all; it may travel to another process.
    """

    given: Input
    settings: Settings
    rules: bool
    wanted: Wanted | None = None


class Done(NamedTuple):
    """What came of an input."""

    summary: SourceSummary
    tally: Tally


def tallies(tasks: Sequence[Task], progress: Progress) -> Iterator[Done]:
    """What comes of each task, in order, over as many processes as its settings ask for."""
    jobs = _jobs(tasks)
    if jobs == 1:
        for task in tasks:
            yield work(task, progress)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        waiting: deque[Future[Done]] = deque()
        for task in tasks:
            waiting.append(pool.submit(_in_worker, task))
            if len(waiting) > 2 * jobs:
                yield _told(waiting.popleft(), progress)
        while waiting:
            yield _told(waiting.popleft(), progress)


def work(task: Task, progress: Progress = silent) -> Done:
    """Read and examine one input to its end; what cannot be evaluated is said in its summary."""
    tally = Tally()
    summary = SourceSummary(task.given.shown, "", "")
    try:
        opened = Opened(task.given, task.settings)
        with opened as source:
            summary = replace(summary, format=source.format, encoding=source.encoding)
            if task.rules:
                rules = RuleSet(task.settings, source.path)
                search = task.settings.duplicates_search
                examine(
                    source,
                    rules,
                    tally,
                    duplicates=search,
                    progress=progress,
                    wanted=task.wanted,
                )
            else:
                entries_of(source, tally, progress)
        summary = replace(summary, bytes=opened.count, sha256=opened.digest)
    except UnreadableError as fault:
        summary = replace(summary, error=str(fault))
    return Done(replace(summary, records=tally.records, unreadable=tally.unreadable), tally)


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


def _in_worker(task: Task) -> Done:
    collect_rarely()
    _load_rules(task.settings.rules)
    return work(task)


@cache
def _load_rules(extra: tuple[str, ...]) -> None:
    """Once a process: spawned workers start with an empty registry."""
    registry.load_rules(extra)


def _told(future: Future[Done], progress: Progress) -> Done:
    done = future.result()
    progress(done.summary.records)
    return done


def _jobs(tasks: Sequence[Task]) -> int:
    """The processes to use: as configured, else by the size of the input and its files."""
    asked = tasks[0].settings.jobs if tasks else 1
    if asked:
        return min(asked, max(1, len(tasks)))
    paths = [task.given.path for task in tasks if task.given.path != "-"]
    if len(tasks) < 2 or sum(map(_size, paths)) < MANY_BYTES:
        return 1
    return min(os.cpu_count() or 1, len(tasks), MOST_JOBS)


def _size(path: str) -> int:
    """The bytes of a file, 0 for one that is gone or shut: opening it will say so."""
    try:
        return os.path.getsize(path)
    except OSError:
        return 0
