"""Costs as figures: ratios taken in one run, CPU seconds, peak memory. `make bench` runs it.

Each figure comes from whole processes, so imports count. Machines are noisy: compare the ratios,
or CPU seconds of one run with another of the same hour. `ARGS="--json FILE"` keeps the figures,
`ARGS="--only read rules"` takes some; FULL=1 adds a million records.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import bench_readers
from bench_figures import Figure, cost, machine

SHARED = Path(__file__).resolve().parents[2] / "shared"
ACL = SHARED / "data/corpora/acl_anthology.jsonl.gz"
MAKER = SHARED / "tools/make_corpus.py"
VALIDATOR = (sys.executable, "-m", "validator")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", nargs="*", choices=PARTS, help="some parts; all by default")
    parser.add_argument("--json", metavar="FILE", help="keep the figures")
    given = parser.parse_args()
    # an installed package has its bytecode, which a checkout must be free to write
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    print(machine())
    kept: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, part in PARTS.items():
            if given.only is None or name in given.only:
                for figure in part(Path(folder)):
                    print(figure, flush=True)
                    kept.append(figure)
    if given.json:
        content = {"machine": machine(), "figures": [figure._asdict() for figure in kept]}
        Path(given.json).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def wall(*command: str) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def wall_of_two(*command: str) -> float:
    """Seconds until two runs at once are through."""
    start = time.perf_counter()
    runs = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(2)]
    for run in runs:
        run.wait()
    return time.perf_counter() - start


def start_up(folder: Path) -> Iterator[Figure]:
    """A check of 20 entries beside a bare interpreter."""
    small = bench_readers.entries(folder / "small.bib", 20)
    bare = (sys.executable, "-c", "pass")
    check = (*VALIDATOR, "check", str(small), "--isolated")
    wall(*bare), wall(*check)  # the first run reads from disk, and writes bytecode
    pairs = [(wall(*bare), wall(*check)) for _ in range(10)]
    own, ours = (statistics.median(column) * 1000 for column in zip(*pairs, strict=True))
    yield Figure("bare interpreter, median of 10", own, "ms")
    yield Figure("check of 20 BibTeX entries, median of 10", ours, "ms")
    ratio = statistics.median(b / a for a, b in pairs)
    yield Figure("start-up, median of the pairs", ratio, "interpreters", goal="<= 12")


def rules(folder: Path) -> Iterator[Figure]:
    """All default rules over the ACL anthology."""
    if not ACL.is_file():
        print("rules: the ACL corpus is not beside this tree, nothing measured")
        return
    path = folder / "acl.jsonl"
    path.write_bytes(gzip.decompress(ACL.read_bytes()))
    count = path.read_bytes().count(b"\n")
    idle = cost(*VALIDATOR, "rules")
    check = (*VALIDATOR, "check", str(path), "--isolated", "--format", "json", "--jobs", "1")
    used = cost(*check, "--no-duplicates")
    rate = count / (used.cpu - idle.cpu)
    yield Figure("decode and default rules, ACL", rate, "records/s", used.peak, ">= 20,000")
    whole = cost(*check)
    yield Figure("the same with the search for duplicates", whole.cpu, "CPU s", whole.peak)
    one, two = (wall(*check[:-1], jobs, "--no-duplicates") for jobs in ("1", "2"))
    yield Figure("decode and rules, two processes", one / two, "times as fast", goal=">= 1.8")
    both = wall_of_two(*check, "--no-duplicates")
    yield Figure("two such checks at once: what the cores allow", 2 * one / both, "times as fast")


def whole(folder: Path) -> Iterator[Figure]:
    """Generated corpora: read, all default rules, duplicates, HTML."""
    if not ACL.is_file():
        print("whole: the seeds of the generated corpora are not beside this tree")
        return
    idle = cost(*VALIDATOR, "rules").cpu
    before = (0, 0.0)
    for count in (10_000, 100_000, *([1_000_000] if full() else [])):
        path = made(folder, count)
        command = ("check", str(path), "--isolated", "--quiet", "--no-progress", "--jobs", "1")
        outputs = ("-o", str(folder / "out.txt"), "--html", str(folder / "out.html"))
        used = cost(*VALIDATOR, *command, *outputs)
        goal = "<= 150 CPU s, 3,072 MiB" if count == 10**6 else ""
        yield Figure(f"check and HTML, {count:,} JSON lines", used.cpu, "CPU s", used.peak, goal)
        if before[0]:
            power = math.log((used.cpu - idle) / (before[1] - idle)) / math.log(count / before[0])
            yield Figure(f"growth from {before[0]:,} to {count:,}", power, "exponent", 0, "<= 1.15")
        before = count, used.cpu
    spoilt = made(folder, before[0], "--faults", "5")
    worse = cost(*VALIDATOR, "check", str(spoilt), *command[2:], *outputs)
    times = worse.peak / used.peak
    yield Figure("memory, up to five faults a record", times, "times", worse.peak, "<= 1.2")


def made(folder: Path, count: int, *options: str) -> Path:
    """A generated corpus of so many records."""
    path = folder / "made.jsonl"
    command = [sys.executable, "-B", str(MAKER), str(count), str(path), str(folder / "made.tsv")]
    subprocess.run([*command, *options], check=True, stdout=subprocess.DEVNULL)
    return path


def full() -> bool:
    return os.environ.get("FULL", "") not in ("", "0")


def gates(folder: Path) -> Iterator[Figure]:
    """The whole command, and Great Expectations over its tables without its import."""
    count = 100_000
    path, tables = entries_to_mend(folder / "gated.bib", count), folder / "tables"
    used = cost(*VALIDATOR, "gate", str(path), "--isolated", "--tables", str(tables))
    yield Figure(f"gate, {count:,} BibTeX entries", used.cpu, "CPU s", used.peak, "<= 700 MiB")
    step = folder / "step.py"  # not -c, which an installed pyspark takes for a run of its tests
    step.write_text(STEP, encoding="utf-8")
    idle = cost(sys.executable, str(step))
    run = cost(sys.executable, str(step), str(tables))
    yield Figure("import of Great Expectations", idle.cpu, "CPU s", idle.peak)
    yield Figure("its gates over the import", run.cpu - idle.cpu, "CPU s", run.peak, "<= 2")


STEP = """
import datetime, sys
from validator.config import Settings
from validator.gating import running, suites
from validator.packs import load_rules
load_rules()
if sys.argv[1:]:
    tables = {name: f"{sys.argv[1]}/{name}.parquet" for name in suites.TABLES}
    found = running.run(suites.built(Settings()), tables, day=datetime.date(2026, 7, 1))
    assert not [result.error for result in found if result.error]
"""


def cleaning(folder: Path) -> Iterator[Figure]:
    """A file in which each entry is mended, and one in ten merged into another; and one of entries
    that are all one work."""
    count = 100_000
    for name, works in (("clean", 10), ("clean, all one work", 0)):
        path = entries_to_mend(folder / "corpus.bib", count, works)
        out, log = folder / "out.bib", folder / "log.jsonl"
        given = (str(path), "-o", str(out), "--log", str(log), "--force")
        used = cost(*VALIDATOR, "clean", *given, "--isolated")
        label = f"{name}, {count:,} BibTeX entries"
        yield Figure(label, used.cpu, "CPU s", used.peak, "<= 500 MiB")


def entries_to_mend(path: Path, count: int, works: int) -> Path:
    """Entries with a fault each, each under a key of its own; one after so many ``works`` is a
    copy of that before it, with none all are of one."""
    with path.open("w", encoding="utf-8") as file:
        for i in range(count):
            n = (i - 1 if i % works == 0 and i else i) if works else 0
            text = FAULTY.format(n=n, year=1950 + n % 70, last=n % 900 + 9)
            file.write(text.replace("@article{k", f"@article{{k{i}x", 1))
    return path


FAULTY = """@article{{k{n},
  author = {{Writer{n}, A. and Reader{last}, B.}},
  title = {{On the {n}th &amp; the {last}th of many subjects}},
  journal = {{Journal of Subjects}}, year = {{{year}}}, volume = {{{n}}}, pages = {{pp. 1--{last}}},
  doi = {{https://doi.org/10.5555/s.{n}}}
}}
"""
PARTS = {
    "start-up": start_up,
    "read": bench_readers.figures,
    "rules": rules,
    "whole": whole,
    "gates": gates,
    "clean": cleaning,
}
"""The parts of `make bench`, in order."""


if __name__ == "__main__":
    main()
