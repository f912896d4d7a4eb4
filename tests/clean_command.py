"""The command `clean`, run as its users run it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TODAY = ("--isolated", "--today", "2026-07-01")


def clean(
    *args: str | Path, cwd: Path | None = None, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "validator", "clean", *map(str, args), *TODAY]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, check=False)


def done(*args: str | Path, cwd: Path | None = None, stdin: bytes = b"") -> str:
    """What a run that must end well says on standard error."""
    ended = clean(*args, cwd=cwd, stdin=stdin)
    assert ended.returncode == 0, ended.stderr.decode()
    return ended.stderr.decode()
