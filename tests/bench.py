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


ROW = (
    "r{0}", "article-journal", "A study of subject number {0} and its separate results",
    "Writer, Ada; Müller, Jörg; Berg, Jan van der", "Journal of Things", "{1}", "{2}", "1",
    "{0}-{3}", "10.1234/things.{0}", "0028-0836", "one; two; three", "Example Press",
)  # fmt: skip
COLUMNS = "id,type,title,author,journal,year,volume,issue,pages,doi,issn,keywords,publisher"


def tables(folder: Path) -> None:
    """The same rows in four forms of table."""
    import csv
    import sqlite3

    import pyarrow
    import xlsxwriter
    from pyarrow import parquet

    count = 20_000
    header = COLUMNS.split(",")
    rows = [
        [cell.format(i, 1950 + i % 70, i % 90 + 1, i + 9) for cell in ROW]
        for i in range(1, count + 1)
    ]
    with (folder / "t.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    with xlsxwriter.Workbook(folder / "t.xlsx") as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([header, *rows]):
            sheet.write_row(number, 0, row)
    table = pyarrow.table(dict(zip(header, zip(*rows, strict=True), strict=True)))
    parquet.write_table(table, folder / "t.parquet")
    with sqlite3.connect(folder / "t.db") as made:
        made.execute(f"CREATE TABLE t ({COLUMNS})")
        made.executemany(f"INSERT INTO t VALUES ({', '.join('?' * len(header))})", rows)
    made.close()
    code = "import sys, validator; print(sum(1 for _ in validator.read(sys.argv[1])))"
    forms = {
        "CSV": ("t.csv", "tables", 50_000),
        "XLSX": ("t.xlsx", "workbooks, python_calamine", 30_000),
        "Parquet": ("t.parquet", "columnar, pyarrow.parquet", 50_000),
        "SQLite": ("t.db", "sql, sqlalchemy", 50_000),
    }
    for name, (file_name, modules, goal) in forms.items():
        path = f"sqlite:///{folder}/t.db#t" if name == "SQLite" else str(folder / file_name)
        module, _, library = modules.partition(", ")
        idle = cost(
            sys.executable, "-c", f"import {library or 'csv'}; from validator.io import {module}"
        )
        used = cost(sys.executable, "-c", code, path)
        rate = count / (used.cpu - idle.cpu)
        print(f"{name}: {rate:,.0f} records/s of CPU; goal {goal:,}")


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


def cleaning(folder: Path) -> None:
    count = 100_000
    path = folder / "corpus.bib"
    with path.open("w", encoding="utf-8") as file:
        for i in range(count):
            n = i - 1 if i % 10 == 0 and i else i  # one in ten is a copy, under a key of its own
            text = CLEANED.format(n=n, year=1950 + n % 70, last=n % 900 + 9)
            file.write(text.replace("@article{k", f"@article{{k{i}x", 1))
    out, log = folder / "out.bib", folder / "log.jsonl"
    command = ("clean", str(path), "-o", str(out), "--log", str(log), "--isolated")
    used = cost(sys.executable, "-m", "validator", *command)
    print(
        f"clean: {count} BibTeX entries, each fixed, one in ten merged: {used.cpu:.0f} CPU s,"
        f" {used.peak:.0f} MiB; goal 500 MiB"
    )


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
        tables(Path(folder))
        rules(Path(folder))
        cleaning(Path(folder))


if __name__ == "__main__":
    main()
