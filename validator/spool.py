"""Findings in order, in memory while they are few and on disk when they are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Set
from dataclasses import replace
from typing import IO, Any

from validator.finding import Finding

CHUNK = 100_000
"""Findings held in memory at a time: some 60 MB."""


def order(finding: Finding) -> tuple[str, int, int, str, str, str, str]:
    """The place of a finding in every output: by file, line, record, then code."""
    return (
        finding.path,
        finding.line or 0,
        finding.record_number or 0,
        finding.code,
        finding.variable,
        finding.value,
        finding.template,
    )


class Spool:
    """A store of findings sorted by ``key``: filled once, then iterated as often as wanted.

    Beyond ``chunk`` findings, sorted runs go to a temporary file that vanishes with the spool.
    """

    def __init__(self, chunk: int = CHUNK, *, key: Callable[[Finding], Any] = order) -> None:
        self.chunk = chunk
        self.key = key
        self.held: list[Finding] = []
        self.count = 0
        self.runs: list[int] = []  # where each sorted run begins in the file
        self.file: IO[bytes] | None = None

    def add(self, finding: Finding) -> None:
        self.held.append(finding)
        self.count += 1
        if len(self.held) >= self.chunk:
            self._spill()

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Finding]:
        if not self.runs:
            self.held.sort(key=self.key)
            return iter(self.held)
        if self.held:
            self._spill()
        import heapq

        return heapq.merge(*map(self._run, self.runs), key=self.key)

    def _spill(self) -> None:
        """Write what is held as one sorted run, a hundred findings a block."""
        import pickle
        import tempfile
        import weakref

        if self.file is None:
            self.file = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the spool
            weakref.finalize(self, self.file.close)
        self.held.sort(key=self.key)
        self.runs.append(self.file.seek(0, 2))
        for start in range(0, len(self.held), 100):
            pickle.dump(self.held[start : start + 100], self.file, pickle.HIGHEST_PROTOCOL)
        pickle.dump([], self.file)
        self.held = []

    def _run(self, begin: int) -> Iterator[Finding]:
        """One run; runs are read in turns, so each keeps its own place in the file."""
        import pickle

        assert self.file is not None
        while True:
            self.file.seek(begin)
            block: list[Finding] = pickle.load(self.file)
            begin = self.file.tell()
            if not block:
                return
            yield from block


class Numbered:
    """Findings in order, those of one fingerprint told apart: the second ends in "-2".

    ``repeated`` holds the fingerprints that occur more than once.
    """

    def __init__(self, findings: Spool, repeated: Set[str]) -> None:
        self.findings = findings
        self.repeated = repeated

    def __iter__(self) -> Iterator[Finding]:
        times: Counter[str] = Counter()
        for finding in self.findings:
            mark = finding.fingerprint
            if mark in self.repeated:
                times[mark] += 1
                if times[mark] > 1:
                    finding = replace(finding, fingerprint=f"{mark}-{times[mark]}")
            yield finding

    def __len__(self) -> int:
        return len(self.findings)
