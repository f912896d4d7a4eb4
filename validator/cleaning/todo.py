"""What a check said that a cleaning acts on, record by record in the order of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from validator.finding import Finding
from validator.spool import Spool

CHUNK = 10_000
"""Findings held in memory at a time."""


class Todo:
    """Findings by file and record, on disk where they are many.

    The records of a file are asked for in about their order: what was passed over is held.
    """

    def __init__(self, concerns: Callable[[Finding], bool]) -> None:
        self.spool = Spool(CHUNK, key=_place)
        self.concerns = concerns
        self.groups: Iterator[tuple[tuple[str, int], list[Finding]]] | None = None
        self.ahead: tuple[tuple[str, int], list[Finding]] | None = None
        self.held: dict[tuple[str, int], list[Finding]] = {}

    def add(self, findings: Iterable[Finding]) -> None:
        """Add those of some findings that are to be acted on; before the first is asked for."""
        for finding in findings:
            if finding.record_number and self.concerns(finding):
                self.spool.add(finding)

    def __len__(self) -> int:
        return len(self.spool)

    def of(self, path: str, number: int) -> list[Finding]:
        """The findings of a record, once; files are asked for in the order of their paths."""
        here = path, number
        if self.groups is None:
            self.groups = self._groups()
            self.ahead = next(self.groups, None)
        while self.ahead and self.ahead[0] <= here:
            place, findings = self.ahead
            self.held[place] = findings
            self.ahead = next(self.groups, None)
        return self.held.pop(here, [])

    def _groups(self) -> Iterator[tuple[tuple[str, int], list[Finding]]]:
        for (path, number), group in groupby(self.spool, key=lambda f: _place(f)[:2]):
            yield (path, number), list(group)


def _place(finding: Finding) -> tuple[str, int, str, str, int, str]:
    return (
        finding.path,
        finding.record_number or 0,
        finding.code,
        finding.variable,
        finding.index or 0,
        finding.value,
    )
