"""Our search for duplicates beside those of others, in one run: `make bench-peers`.

bib-dedupe and Splink are installed by pip into environments of their own (in the folder `PEERS`,
default `.venv-peers`); one that cannot be installed is named and left out. Each program reads the
same generated table and writes its pairs; what it costs is the CPU of its process and children
over that of the same program on two records, and what it found is held against the truth.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from bench import ACL, Cost, cost
from bench_dedupe import corpus, entities_of, machine

PEERS = Path(os.environ.get("PEERS", ".venv-peers"))
HEADER = (
    "ID", "ENTRYTYPE", "title", "author", "year", "journal", "volume", "number", "pages", "doi",
    "abstract",
)  # fmt: skip


class Peer(NamedTuple):
    """A program to compare with: its package, and a script that reads a table and writes pairs."""

    package: str
    script: str
    most: int  # records that it is given


BIB_DEDUPE = """
import sys
import pandas as pd
from bib_dedupe.bib_dedupe import block, match, prep

if __name__ == "__main__":
    records = pd.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
    found = match(block(prep(records, verbosity_level=0), verbosity_level=0), verbosity_level=0)
    pairs = found[found["duplicate_label"] == "duplicate"]
    pairs[["ID_1", "ID_2"]].to_csv(sys.argv[2], index=False, header=False)
"""
SPLINK = """
import sys
import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

con = duckdb.connect()
con.execute(
    "CREATE TABLE records AS SELECT * RENAME (ID AS unique_id)"
    " FROM read_csv(?, all_varchar=true, header=true)",
    [sys.argv[1]],
).fetchall()
few = con.execute("SELECT count(*) FROM records").fetchall()[0][0] < 100
rules = [
    block_on("doi"),
    block_on("substr(title, 1, 20)"),
    block_on("year", "pages"),
    block_on("year", "substr(author, 1, 12)"),
]
settings = SettingsCreator(
    link_type="dedupe_only",
    comparisons=[
        cl.JaroWinklerAtThresholds("title", [0.95, 0.88]),
        cl.JaroWinklerAtThresholds("author", [0.95, 0.8]),
        *map(cl.ExactMatch, ("year", "doi", "pages", "volume")),
    ],
    blocking_rules_to_generate_predictions=rules,
)
linker = Linker(DuckDBAPI(con).register("records"), settings, log_level="ERROR")
if not few:  # nothing can be estimated from two records
    training = linker.training
    training.estimate_probability_two_random_records_match([block_on("doi")], recall=0.7)
    training.estimate_u_using_random_sampling(max_pairs=1e6)
    training.estimate_parameters_using_expectation_maximisation(block_on("title"))
    training.estimate_parameters_using_expectation_maximisation(block_on("year", "pages"))
found = linker.inference.predict(threshold_match_probability=0.95)
con.execute(
    f"COPY (SELECT unique_id_l, unique_id_r FROM {found.physical_name}) TO '{sys.argv[2]}'"
    " (FORMAT csv, HEADER false)"
).fetchall()
"""
OURS = "bibvalidator"
PROGRAMS = (
    Peer("bib-dedupe", BIB_DEDUPE, 10_000),
    Peer("splink", SPLINK, 200_000),
)
TWO_ROWS = f"""{",".join(HEADER)}
a,article,Deciding the equality of names,"Ivanova, Anna",2001,Vox,1,1,1-9,10.5555/a,
b,article,Sorting long lists of places,"Kim, Minsu",2002,Vox,2,1,1-9,10.5555/b,
"""
SIZES = (10_000, 200_000)
GOALS = {("bib-dedupe", 10_000): 40, ("splink", 200_000): 1}
"""How many times as fast ours is to be, by program and records."""


def main() -> None:
    if not ACL.is_file():
        sys.exit("the seeds of the generated corpora are not beside this tree: nothing measured")
    print(f"{machine()}\n")
    peers = [(peer, python) for peer in PROGRAMS if (python := installed(peer.package))]
    print(
        f"{'records':>9} {'program':14} {'CPU s':>8} {'MiB':>6} {'precision':>9} {'recall':>7}"
        f" {'lost':>5}  ours is faster"
    )
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        two = scratch / "two.csv"
        two.write_text(TWO_ROWS, encoding="utf-8")
        for size in SIZES:
            made = corpus(size, scratch)
            records = as_table(made.records, scratch / f"{size}.csv")
            known = entities_of(made.truth)
            own = run_ours(records, two, scratch)
            print_line(size, OURS, own, clusters_of(scratch / "ours.csv"), known)
            for peer, python in peers:
                if size <= peer.most:
                    out = scratch / "pairs.csv"
                    used = run_peer(peer, python, records, two, out)
                    if used is None:
                        print(f"{size:9,} {peer.package:14} failed")
                        continue
                    found = joined(known, csv.reader(out.open(encoding="utf-8", newline="")))
                    times = used.cpu / own.cpu
                    goal = GOALS.get((peer.package, size))
                    said = f"{times:.1f} times" + (f"; goal {goal}" if goal else "")
                    print_line(size, peer.package, used, found, known, said)


def installed(package: str) -> str:
    """The Python of an environment that has a package, "" where it cannot be installed."""
    home = PEERS / package
    python = home / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package]
    done = subprocess.run(pip, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{package} cannot be installed: {done.stderr.strip().splitlines()[-1:]}")
        return ""
    shown = subprocess.run([*pip[:3], "show", package], capture_output=True, text=True, check=True)
    version = next(line for line in shown.stdout.splitlines() if line.startswith("Version"))
    print(f"{package} {version.partition(': ')[2]}")
    return str(python)


def as_table(source: Path, path: Path) -> Path:
    """A generated corpus as the table that all programs read."""
    with (
        source.open(encoding="utf-8") as lines,
        path.open("w", encoding="utf-8", newline="") as out,
    ):
        writer = csv.writer(out)
        writer.writerow(HEADER)
        writer.writerows(row(json.loads(line)) for line in lines)
    return path


def row(item: dict[str, Any]) -> list[str]:
    """A record as a row; names are joined by " and ", as BibTeX has them."""
    people = (
        name.get("literal") or f"{name.get('family', '')}, {name.get('given', '')}"
        for name in item.get("author", ())
    )
    year = item.get("issued", {}).get("date-parts", [[""]])[0][0]
    plain = ("container-title", "volume", "issue", "page", "DOI", "abstract")
    values = [str(item.get(key, "")) for key in plain]
    return [item["id"], "article", item.get("title", ""), " and ".join(people), str(year), *values]


def run_ours(records: Path, two: Path, scratch: Path) -> Cost:
    options = ("--isolated", "--quiet", "--no-progress", "--jobs", "1")

    def run(path: Path) -> Cost:
        command = ("-m", "validator", "dedupe", str(path), *options)
        return cost(sys.executable, *command, "-o", str(scratch / "ours.csv"))

    return over(run(two), run(records))


def run_peer(peer: Peer, python: str, records: Path, two: Path, out: Path) -> Cost | None:
    """What a program cost, None where it wrote no pairs."""
    script = out.with_name("peer.py")
    script.write_text(peer.script, encoding="utf-8")
    idle = cost(python, str(script), str(two), str(out))
    out.unlink(missing_ok=True)
    used = cost(python, str(script), str(records), str(out))
    return over(idle, used) if out.exists() else None


def over(idle: Cost, used: Cost) -> Cost:
    return Cost(used.cpu - idle.cpu, used.peak)


def clusters_of(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {line["id"]: line["cluster"] for line in csv.DictReader(file)}


def joined(ids: Iterable[str], pairs: Iterable[list[str]]) -> dict[str, str]:
    """The clusters that pairs make."""
    above = {i: i for i in ids}

    def top(i: str) -> str:
        while above[i] != i:
            above[i] = above[above[i]]
            i = above[i]
        return i

    for a, b in pairs:
        above[top(a)] = top(b)
    return {i: top(i) for i in above}


def print_line(
    size: int,
    name: str,
    used: Cost,
    found: dict[str, str],
    known: dict[str, str],
    said: str = "",
) -> None:
    from validator.linkage import measure

    c = measure.clusters(known, found)
    print(
        f"{size:9,} {name:14} {used.cpu:8.1f} {used.peak:6.0f} {c.precision:9.5f} {c.recall:7.5f}"
        f" {c.lost:5}  {said}",
        flush=True,
    )


if __name__ == "__main__":
    main()
