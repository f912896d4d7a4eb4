"""Processes that examine inputs and pieces of them, and tell of them in order."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import signal
import tempfile
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from typing import Any

from validator import leftovers, packs
from validator.audit import SourceSummary
from validator.errors import UnreadableError
from validator.io import Opened
from validator.io.pieces import Piece, can_be_cut, line_ends, pieces
from validator.io.source import Source
from validator.tally import Tally
from validator.tasks import Part, Progress, Task, collect_rarely, of_source, work

DIED_WHOLE = "the process that read it died, twice: it was killed, or memory ran out"
DIED = "the process that read lines {first} to {last} died, twice: it was killed, or memory ran out"


@dataclass(slots=True)
class _File:
    """An input in work. ``shift``: how many records more its pieces so far held than it seemed."""

    task: Task
    summary: SourceSummary
    shift: int = 0

    def add(self, tally: Tally) -> None:
        self.summary = replace(
            self.summary,
            records=self.summary.records + tally.records,
            unreadable=self.summary.unreadable + tally.unreadable,
        )


@dataclass(slots=True)
class _Waiting:
    """Work that is done in another process: on a piece, or without one on a whole input."""

    file: _File
    piece: Piece | None
    future: Future[Iterable[Part]]


class Crew:
    """Processes that examine inputs and pieces of them, and the order in which they are told.

    What comes of a whole input goes through a file, as it may be more than memory should hold.
    A process that dies takes the others with it: what they worked on is done again, each in a
    process of its own, and what kills its process again is said in the summary of its input.
    """

    def __init__(self, jobs: int, rules: tuple[str, ...], progress: Progress) -> None:
        self.jobs = jobs
        self.rules = rules
        self.progress = progress
        self.waiting: deque[_Waiting | _File] = deque()  # a file stands behind its pieces
        self.strangers = set(multiprocessing.active_children())
        self.open = contextlib.ExitStack()
        self.scratch = self.open.enter_context(leftovers.scratch())
        self.pool = self._hired(jobs)

    def parts(self, tasks: Sequence[Task]) -> Iterator[Part]:
        for task in tasks:
            yield from self._read(task)
        while self.waiting:
            yield from self._told()

    def end(self) -> None:
        """Let the processes end: all is told."""
        self.pool.shutdown()
        self.open.close()

    def dismiss(self) -> None:
        """End the processes at once: what they are doing is in vain."""
        for process in set(multiprocessing.active_children()) - self.strangers:
            process.terminate()
        self.pool.shutdown(cancel_futures=True)  # which does not wait for what is terminated
        self.open.close()

    def _read(self, task: Task) -> Iterator[Part]:
        """Hand out a task, or its pieces; yields what is told meanwhile."""
        file = _File(task, SourceSummary(task.given.shown, "", ""))
        try:
            opened = Opened(task.given, task.settings)
            with opened as source:
                file.summary = of_source(source)
                if can_be_cut(source):
                    yield from self._cut(file, source)
                elif task.given.path != "-":
                    yield from self._handed(file, None)
                    return
                else:
                    yield from self._here(file, source)
            file.summary = replace(
                file.summary, encoding=source.encoding, bytes=opened.count, sha256=opened.digest
            )
        except UnreadableError as fault:
            file.summary = replace(file.summary, error=file.summary.error or str(fault))
        self.waiting.append(file)

    def _cut(self, file: _File, source: Source) -> Iterator[Part]:
        for piece in pieces(source):
            if piece.source.stream:
                yield from self._here(file, piece.source)
            else:
                yield from self._handed(file, piece)

    def _here(self, file: _File, source: Source) -> Iterator[Part]:
        """Examine in this process what no other can get, once all before it is told."""
        while self.waiting:
            yield from self._told()
        source.first_number += file.shift
        for tally in file.task.tallies(source, self.progress):
            file.add(tally)
            yield tally

    def _handed(self, file: _File, piece: Piece | None) -> Iterator[Part]:
        self.waiting.append(_Waiting(file, piece, self._submitted(file, piece)))
        if len(self.waiting) > 2 * self.jobs:
            yield from self._told()

    def _submitted(self, file: _File, piece: Piece | None) -> Future[Iterable[Part]]:
        call = self._call(file, piece)
        try:
            return _submit(self.pool, call)
        except BrokenProcessPool:
            self.pool.shutdown(wait=False)
            self.pool = self._hired(self.jobs)
            return _submit(self.pool, call)

    def _told(self) -> Iterator[Part]:
        """What came of the work handed out first."""
        first = self.waiting.popleft()
        if isinstance(first, _File):
            yield first.summary
            return
        file, piece = first.file, first.piece
        done = self._result(first)
        if done is None:
            yield from self._lost(file, piece)
            return
        for part in done:
            if isinstance(part, Tally):
                self.progress(part.records)
                file.add(part)
            yield part
        if piece:
            numbered = sum(p.records + p.unreadable for p in done if isinstance(p, Tally))
            self._renumber(file, numbered - piece.records)

    def _renumber(self, file: _File, more: int) -> None:
        """Do the pieces of a file anew that were handed out under wrong numbers."""
        if not more:
            return
        file.shift += more
        for waiting in self.waiting:
            if isinstance(waiting, _Waiting) and waiting.file is file:
                waiting.future.cancel()
                waiting.future = self._submitted(file, waiting.piece)

    def _result(self, waiting: _Waiting) -> Iterable[Part] | None:
        """What came of some work, None where it killed its process twice."""
        try:
            return waiting.future.result()
        except BrokenProcessPool:
            pass
        alone = self._hired(1)
        try:
            return _submit(alone, self._call(waiting.file, waiting.piece)).result()
        except BrokenProcessPool:
            return None
        finally:
            alone.shutdown(wait=False)

    def _lost(self, file: _File, piece: Piece | None) -> Iterator[Part]:
        """Say of an input that it could not be evaluated, or this piece of it."""
        if not piece:
            yield replace(file.summary, error=DIED_WHOLE)
            return
        first, text = piece.source.first_line, piece.source.text or ""
        last = first + line_ends(text) - text.endswith(("\n", "\r"))
        error = file.summary.error or DIED.format(first=first, last=last)
        file.summary = replace(file.summary, error=error)

    def _call(self, file: _File, piece: Piece | None) -> tuple[Any, ...]:
        """The function that does some work, and its arguments."""
        if piece is None:
            return _whole, file.task, self.scratch
        number = piece.source.first_number + file.shift
        return _piece, file.task, replace(piece.source, first_number=number)

    def _hired(self, jobs: int) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(jobs, context, _begin, (self.rules,))


def _submit(pool: ProcessPoolExecutor, call: tuple[Any, ...]) -> Future[Iterable[Part]]:
    """Hand out a call, for which the pool may start a process.

    Ctrl-C waits meanwhile: a process that is half made would be left behind, and one that has not
    begun would complain. Signals that are blocked stay so in the processes that are started.
    """
    noted: list[int] = []
    is_main = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGINT, lambda number, _: noted.append(number)) if is_main else 0
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(*call)
    finally:
        if hasattr(signal, "pthread_sigmask"):
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        if is_main:
            signal.signal(signal.SIGINT, before or signal.SIG_DFL)
        if noted:
            raise KeyboardInterrupt


def _begin(rules: tuple[str, ...]) -> None:
    """Make a new process ready: it knows no rule yet, and Ctrl-C is its parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    collect_rarely()
    packs.load_rules(rules)


def _end_with_parent() -> None:
    """End this process when its parent is gone, however that ended: nobody else would."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


class _Kept:
    """What came of an input, in a file: it can be iterated once."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __iter__(self) -> Iterator[Part]:
        with open(self.path, "rb") as file:
            part: Part | None = None
            while not isinstance(part, SourceSummary):  # which is the last
                part = pickle.load(file)
                yield part
        os.unlink(self.path)


def _whole(task: Task, folder: str) -> _Kept:
    handle, path = tempfile.mkstemp(dir=folder)
    with open(handle, "wb") as file:
        for part in work(task):
            pickle.dump(part, file, pickle.HIGHEST_PROTOCOL)
    return _Kept(path)


def _piece(task: Task, source: Source) -> list[Part]:
    return list(task.tallies(source))
