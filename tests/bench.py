"""Costs as figures: ratios taken in one run, CPU seconds, peak memory. `make bench` runs it.

Each figure comes from whole processes, so imports count. Machines are noisy: compare the ratios,
or CPU seconds of one run with another of the same hour.
"""

from __future__ import annotations

import gzip
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

SHARED = Path(__file__).resolve().parents[2] / "shared"
ACL = SHARED / "data/corpora/acl_anthology.jsonl.gz"
ENTRY = """@article{{key{0},
  author    = {{Writer, Ada and M{{\\"u}}ller, J{{\\"o}}rg and van der Berg, Jan}},
  title     = {{A study of subject number {0} and its {{Wholly}} separate results}},
  journal   = {{Journal of Things}},
  year      = {{{1}}},
  volume    = {{{2}}},
  number    = {{1}},
  pages     = {{{0}--{3}}},
  publisher = {{Example Press}},
  issn      = {{0028-0836}},
  keywords  = {{one, two, three}},
  doi       = {{10.1234/things.{0}}}
}}

"""


class Cost(NamedTuple):
    """What a process cost: CPU seconds of it and its children, peak resident MiB."""

    cpu: float
    peak: float


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


def bibtex(path: Path, entries: int) -> Path:
    with path.open("w", encoding="utf-8") as file:
        for i in range(1, entries + 1):
            file.write(ENTRY.format(i, 1950 + i % 70, i % 90 + 1, i + 9))
    return path


def wall(*command: str) -> float:
    import time

    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def start_up(folder: Path) -> None:
    small = bibtex(folder / "small.bib", 20)
    bare = (sys.executable, "-c", "pass")
    check = (sys.executable, "-m", "validator", "check", str(small), "--isolated")
    wall(*bare), wall(*check)  # the first run reads from disk
    pairs = [(wall(*bare), wall(*check)) for _ in range(10)]
    ratio = statistics.median(b / a for a, b in pairs)
    times = [statistics.median(column) * 1000 for column in zip(*pairs, strict=True)]
    print(
        f"start-up: check of 20 BibTeX entries costs {ratio:.1f} bare interpreters"
        f" ({times[1]:.0f} ms and {times[0]:.0f} ms, medians of 10 pairs); goal 12"
    )


def reading(folder: Path) -> None:
    count = 20_000
    path = bibtex(folder / "many.bib", count)
    code = "import sys, validator; print(sum(1 for _ in validator.read(sys.argv[1])))"
    idle = cost(sys.executable, "-c", "from validator.io import bibtex, read")
    used = cost(sys.executable, "-c", code, str(path))
    rate = count / (used.cpu - idle.cpu)
    print(f"BibTeX: {rate:,.0f} records/s of CPU with lines, {used.peak:.0f} MiB; goal 25,000")


def rules(folder: Path) -> None:
    if not ACL.is_file():
        print("rules: the ACL corpus is not beside this tree, nothing measured")
        return
    path = folder / "acl.jsonl"
    path.write_bytes(gzip.decompress(ACL.read_bytes()))
    count = path.read_bytes().count(b"\n")
    idle = cost(sys.executable, "-m", "validator", "rules")
    check = (
        sys.executable,
        "-m",
        "validator",
        "check",
        str(path),
        "--isolated",
        "--format",
        "json",
    )
    used = cost(*check, "--no-duplicates")
    rate = count / (used.cpu - idle.cpu)
    print(
        f"rules: {count} records at {rate:,.0f} records/s of CPU, {used.peak:.0f} MiB; goal 20,000"
    )
    whole = cost(*check)
    print(f"with the duplicate search: {whole.cpu:.1f} CPU s, {whole.peak:.0f} MiB")


def corpus(path: Path, count: int) -> Path:
    """Entries with faults, of which one in ten is a copy."""
    with path.open("w", encoding="utf-8") as file:
        for i in range(count):
            n = i - 1 if i % 10 == 0 and i else i  # one in ten is a copy, under a key of its own
            text = CLEANED.format(n=n, year=1950 + n % 70, last=n % 900 + 9)
            file.write(text.replace("@article{k", f"@article{{k{i}x", 1))
    return path


def cleaning(folder: Path) -> None:
    count = 100_000
    path = corpus(folder / "corpus.bib", count)
    out, log = folder / "out.bib", folder / "log.jsonl"
    command = ("clean", str(path), "-o", str(out), "--log", str(log), "--isolated")
    used = cost(sys.executable, "-m", "validator", *command)
    print(
        f"clean: {count} BibTeX entries, each fixed, one in ten merged: {used.cpu:.0f} CPU s,"
        f" {used.peak:.0f} MiB; goal 500 MiB"
    )


def gates(folder: Path) -> None:
    count = 100_000
    path, tables = corpus(folder / "gated.bib", count), folder / "tables"
    gate = ("gate", str(path), "--isolated", "--tables", str(tables))
    used = cost(sys.executable, "-m", "validator", *gate)
    step = folder / "step.py"  # not -c, which an installed pyspark takes for a run of its tests
    step.write_text(STEP, encoding="utf-8")
    idle = cost(sys.executable, str(step))
    run = cost(sys.executable, str(step), str(tables))
    print(
        f"gate: {count} BibTeX entries: {used.cpu:.0f} CPU s, {used.peak:.0f} MiB in its largest"
        f" process, goal 700; of it Great Expectations {run.cpu - idle.cpu:.1f} CPU s over its"
        f" import, goal 2; the import {idle.cpu:.1f}"
    )


STEP = """
import datetime, sys
from validator.config import Settings
from validator.gating import running, suites
from validator.registry import load_rules
load_rules()
if sys.argv[1:]:
    tables = {name: f"{sys.argv[1]}/{name}.parquet" for name in suites.TABLES}
    found = running.run(suites.built(Settings()), tables, day=datetime.date(2026, 7, 1))
    assert not [result.error for result in found if result.error]
"""

CLEANED = """@article{{k{n},
  author = {{Writer{n}, A. and Reader{last}, B.}},
  title = {{On the {n}th &amp; the {last}th of many subjects}},
  journal = {{Journal of Subjects}}, year = {{{year}}}, volume = {{{n}}}, pages = {{pp. 1--{last}}},
  doi = {{https://doi.org/10.5555/s.{n}}}
}}
"""


def main() -> None:
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as folder:
        start_up(Path(folder))
        reading(Path(folder))
        rules(Path(folder))
        cleaning(Path(folder))
        gates(Path(folder))


if __name__ == "__main__":
    main()
