"""A cost as a figure: what `make bench` and its kin measure, print and keep."""

from __future__ import annotations

import os
import platform
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """What a process cost: CPU seconds of it and its children, peak resident MiB."""

    cpu: float
    peak: float


class Figure(NamedTuple):
    """One measurement: its name, value and unit, the peak in MiB if it tells, and the goal."""

    name: str
    value: float
    unit: str
    peak: float = 0
    goal: str = ""

    def __str__(self) -> str:
        value = f"{self.value:,.0f}" if self.value >= 1000 else f"{self.value:.1f}"
        peak = f"{self.peak:,.0f} MiB" if self.peak else ""
        goal = f"goal {self.goal}" if self.goal else ""
        return f"{self.name:44} {value:>9} {self.unit:14} {peak:>10}  {goal}".rstrip()


def cost(*command: str) -> Cost:
    """Run a command to its end, its output thrown away."""
    pid = os.posix_spawn(
        command[0],
        command,
        os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
    )
    _, _, usage = os.wait4(pid, 0)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def machine() -> str:
    """What the figures were taken on."""
    cpu = Path("/proc/cpuinfo")
    lines = cpu.read_text(encoding="utf-8").splitlines() if cpu.is_file() else []
    model = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), "")
    return (
        f"{platform.platform()}, {model or platform.machine()}, {os.cpu_count()} cores,"
        f" Python {platform.python_version()}"
    )
