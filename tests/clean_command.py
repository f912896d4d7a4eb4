"""The command `clean`, run as its users run it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

REFS = """\
% A list of works; this comment stays.
@string{jacm = "Journal of the {ACM}"}

@Article{turing1950,
    author  = "Turing, A. M.",
    title   = {Computing {Machinery} &amp; Intelligence},
    journal = {Mind},
    year    = 1950, pages = {pp. 433--460},
    doi     = {https://doi.org/10.1093/mind/LIX.236.433}
}
text between entries
@comment{ @article{old, title = {Gone  away}} }
@article{floyd, author={Floyd, Robert W.}, title={Nondeterministic Algorithms}, journal=jacm,
  year=1967, volume={14}, number={4}, pages={636--644}, doi={10.1145/321420.321422}}
"""
BROKEN = REFS + "\n@article{lost, title = {Never closed,\n year = 1999\n"

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


def log_of(path: Path, kind: str) -> list[dict[str, Any]]:
    """The lines of a log that are of one kind."""
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    assert json.loads(first) == {"bibvalidator": "changes", "version": 1}
    return [line for line in map(json.loads, lines) if line["kind"] == kind]
