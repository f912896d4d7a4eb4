"""The search for duplicates as figures: what it finds, what it loses, what it costs.

`make bench-dedupe` runs it over the labelled sets, pairs of MARC records and generated corpora;
`ARGS="--aside"` gives two thirds of each set, by works, and the third kept aside, each as a run of
its own; `--sets NAME ...` some sets alone; `--json FILE` keeps the figures. FULL=1 adds a corpus
of a million records.

Every cost is that of the command in a process of its own, over the cost of the same command on
two records; "search" is what goes when linkage is taken out of it. Compare CPU seconds of one hour.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from itertools import pairwise
from math import log
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import marc_pairs
from bench import ACL, full
from bench_figures import cost, machine
from duplicate_sets import OWN, folders, records_of, truth
from shared import SHARED

MARC = SHARED / "data/dedup/melinda_marc_pairs/pairs.jsonl"
CORPORA = (10_000, 100_000, 1_000_000)
APART = ("diabetes_rawNA", "cora", OWN.name)
"""Not pooled: the records of another set spoilt, citations as typed (judged by F1), our own."""

GENERATED = ("scale_10k", "scale_50k")
WITHOUT_SEARCH = """
import sys
from validator import linkage
linkage.link = lambda items, settings, **_: linkage.Linked(cluster_of=tuple(range(len(items))))
from validator.cli import main
sys.exit(main())
"""
TWO = """ID,ENTRYTYPE,title,author,year,journal
a,article,Deciding the equality of names,"Ivanova, Anna",2001,Vox
b,article,Sorting long lists of places,"Kim, Minsu",2002,Vox
"""

Figures = dict[str, Any]


class Task(NamedTuple):
    """What is measured: records in a file, and a file of their truth, as its reader wants it."""

    name: str
    records: Path
    truth: Path
    read_truth: Callable[[Path], dict[str, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--aside", action="store_true", help="two thirds, and the third kept aside")
    parser.add_argument("--sets", nargs="*", help="names of sets; all by default")
    parser.add_argument("--no-corpora", action="store_true", help="leave generated corpora out")
    parser.add_argument("--json", metavar="FILE", help="keep the figures")
    given = parser.parse_args()
    print(f"{machine()}\n")
    figures: Figures = {"machine": machine()}
    with tempfile.TemporaryDirectory() as folder:
        start = start_up(Path(folder))
        print(f"process start, taken off: {start[0]:.2f} CPU s, with {start[1]:.0f} MiB\n")
        for share in ("two thirds", "aside") if given.aside else ("whole",):
            tasks = [task(path, share, Path(folder)) for path in wanted(given.sets)]
            print(f"labelled sets, {share}" if given.aside else "labelled sets")
            figures[share] = table(tasks, Path(folder), start, pool=True)
        if MARC.is_file() and not given.sets:
            figures["MARC"] = in_child(marc_pairs.verdicts, MARC)
            print_marc(figures["MARC"])
        if not (given.sets or given.no_corpora or given.aside) and ACL.is_file():
            print("\ngenerated corpora")
            tasks = [corpus(count, Path(folder)) for count in CORPORA if count < 10**6 or full()]
            figures["corpora"] = table(tasks, Path(folder), start)
            growth(figures["corpora"])
    if given.json:
        Path(given.json).write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def wanted(names: Sequence[str] | None) -> list[Path]:
    return [path for path in folders() if not names or path.name in names]


# The tasks


def task(folder: Path, share: str, scratch: Path) -> Task:
    """A labelled set, or the share of its works that is asked for."""
    if share == "whole":
        return Task(folder.name, records_of(folder), folder, truth)
    part = scratch / share.replace(" ", "-") / folder.name
    part.mkdir(parents=True)
    in_child(write_share, folder, part, share == "aside")
    return Task(folder.name, part / "records.csv", part, truth)


def is_aside(name: str, cluster: str) -> bool:
    """Whether a work of a set is kept aside: one in three, by a hash."""
    return int(sha256(f"{name}/{cluster}".encode()).hexdigest(), 16) % 3 == 0


def write_share(folder: Path, part: Path, aside: bool) -> None:
    csv.field_size_limit(10**9)
    kept = {i: c for i, c in truth(folder).items() if is_aside(folder.name, c) == aside}
    with (part / "truth.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "cluster"), *kept.items()])
    source = records_of(folder)
    with (
        opened(source) as read,
        (part / "records.csv").open("w", encoding="utf-8", newline="") as file,
    ):
        rows = csv.reader(read)
        head = next(rows)
        at = head.index("ID")
        out = csv.writer(file)
        out.writerow(head)
        out.writerows(row for row in rows if row[at] in kept)


def opened(path: Path) -> Any:
    import gzip

    read = gzip.open if path.suffix == ".gz" else open
    return read(path, "rt", encoding="utf-8", newline="")


def corpus(count: int, scratch: Path) -> Task:
    """A generated corpus of so many records."""
    records, entities = scratch / f"made-{count}.jsonl", scratch / f"made-{count}.tsv"
    maker = SHARED / "tools" / "make_corpus.py"
    command = [sys.executable, "-B", str(maker), str(count), str(records), str(entities)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return Task(f"{count:,}", records, entities, entities_of)


def entities_of(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8") as lines:
        return {i: entity for i, entity, _ in (line.rstrip("\n").split("\t") for line in lines)}


# What is measured


def in_child(work: Callable[..., Any], *arguments: object) -> Any:
    """Do it in another process: what this one holds would count as the memory of its children."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def dedupe(records: Path, out: Path, *program: str) -> tuple[float, float]:
    """CPU seconds and peak MiB of the command."""
    started = program or ("-m", "validator")
    options = ("--isolated", "--quiet", "--no-progress", "--review", f"{out}.review")
    command = ("dedupe", str(records), *options, "-o", str(out))
    return cost(sys.executable, *started, *command)


def start_up(scratch: Path) -> tuple[float, float]:
    """The least that the command costs on two records, of three runs."""
    two = scratch / "two.csv"
    two.write_text(TWO, encoding="utf-8")
    runs = [dedupe(two, scratch / "two.out") for _ in range(4)][1:]  # the first reads from disk
    return min(cpu for cpu, _ in runs), min(peak for _, peak in runs)


def measured(given: Task, clusters: Path) -> Figures:
    """A run of the command, which wrote ``clusters``, against the truth; and its scores again."""
    import validator
    from validator.config import Settings
    from validator.linkage import entry, link, linking, measure

    csv.field_size_limit(10**9)
    known = given.read_truth(given.truth)
    with clusters.open(encoding="utf-8", newline="") as file:
        found = {row["id"]: row["cluster"] for row in csv.DictReader(file)}
    with Path(f"{clusters}.review").open(encoding="utf-8", newline="") as file:
        asked = [(row["id1"], row["id2"]) for row in csv.DictReader(file)]
    rows = [entry(record) for record in validator.read(str(given.records))]
    ids = [row.id for row in rows]
    paired = ((ids[a], ids[b]) for a, b in linking.candidate_pairs(rows))
    decided = link(rows, Settings()).decisions
    scored = [(d.score, known.get(d.a.id) == known.get(d.b.id)) for d in decided]
    return {
        "scored": scored,
        "clusters": measure.clusters(known, found)._asdict(),
        "queue": measure.queue(known, found, asked)._asdict(),
        "blocking": measure.blocking(known, paired)._asdict(),
        "strangers": len(found.keys() - known.keys()),
    }


HEAD = (
    f"{'':18} {'records':>9} {'pairs':>7} {'precis.':>7} {'recall':>7} {'F1':>6} {'lost':>4}"
    f" {'missed':>6} {'FP rate':>7}  {'review':>6} {'right':>5} {'recov.':>6}  {'blocking':>8}"
    f" {'closed':>6} {'compared':>9} {'reduction':>9}  {'CPU s':>6} {'search':>6} {'MiB':>5}"
)


def table(
    tasks: Sequence[Task], scratch: Path, start: tuple[float, float], *, pool: bool = False
) -> list[Figures]:
    """Measure and print a line for each."""
    print(HEAD)
    done = []
    for one in tasks:
        out = scratch / "clusters.csv"
        idle = dedupe(one.records, out, "-c", WITHOUT_SEARCH)
        used = dedupe(one.records, out)
        figures = in_child(measured, one, out)
        figures |= {
            "name": one.name,
            "cpu": used[0] - start[0],
            "search": used[0] - idle[0],
            "peak": used[1],
        }
        done.append(figures)
        print(line(figures), flush=True)
    if pool:
        real = without(done, APART)
        found = without(real, GENERATED)
        if len(real) > len(found):
            print(f"{line(pooled(real))}  without {', '.join(APART)}")
        if len(found) > 1:
            print(f"{line(pooled(found))}  without {', '.join((*APART, *GENERATED))}")
        print_scores(found)
    for figures in done:
        del figures["scored"]
    return done


def without(some: Sequence[Figures], names: Sequence[str]) -> list[Figures]:
    return [figures for figures in some if figures["name"] not in names]


def print_scores(some: Sequence[Figures]) -> None:
    """How far the scores of decisions are probabilities, over the pooled sets."""
    from validator.linkage import measure

    found = measure.calibration(pair for figures in some for pair in figures["scored"])
    bins = ", ".join(f"{b.low:.1f}: {b.pairs} {b.score:.3f} {b.right:.3f}" for b in found.bins)
    print(
        f"scores of {found.pairs} decisions: Brier {found.brier:.4f}, calibration error"
        f" {found.error:.4f}; from: pairs, mean score, share right: {bins}"
    )


def print_marc(counts: dict[str, dict[str, int]]) -> None:
    """The pairs of MARC records by label, as pairs."""
    print("\npairs of MARC records (pairs, not clusters; some labels are about holdings, media and")
    print("ids of the catalogue, which no record here has)")
    print(f"{'label':10}" + "".join(f"{verdict:>11}" for verdict in marc_pairs.VERDICTS))
    for label, found in counts.items():
        print(f"{label:10}" + "".join(f"{found[verdict]:11}" for verdict in marc_pairs.VERDICTS))


def pooled(some: Sequence[Figures]) -> Figures:
    """The sums of counts and costs; the highest peak."""
    total: Figures = {"name": "pooled"}
    for part in ("clusters", "queue", "blocking"):
        total[part] = {k: sum(f[part][k] for f in some) for k in some[0][part]}
    for key in ("cpu", "search"):
        total[key] = sum(f[key] for f in some)
    return total | {"peak": max(f["peak"] for f in some)}


def line(figures: Figures) -> str:
    from validator.linkage.measure import Blocking, Clusters, Queue

    c, q = Clusters(**figures["clusters"]), Queue(**figures["queue"])
    b = Blocking(**figures["blocking"])
    return (
        f"{figures['name']:18} {c.records:9,} {c.true_pairs:7,} {c.precision:7.5f} {c.recall:7.5f}"
        f" {c.f1:6.4f} {c.lost:4} {c.missed:6} {c.false_positive_rate:7.5f}  {q.rows:6}"
        f" {q.precision:5.2f} {q.recovery:6.2f}  {b.direct_recall:8.5f} {b.recall:6.4f}"
        f" {b.pairs:9,} {b.reduction:9.6f}  {figures['cpu']:6.2f} {figures['search']:6.2f}"
        f" {figures['peak']:5.0f}"
    )


def growth(done: Sequence[Figures]) -> None:
    """With which power of the records the cost grows."""
    for a, b in pairwise(done):
        times = log(b["clusters"]["records"] / a["clusters"]["records"])
        powers = [log(b[key] / a[key]) / times for key in ("cpu", "search")]
        print(
            f"from {a['name']} to {b['name']} records: CPU grows with n^{powers[0]:.2f},"
            f" the search with n^{powers[1]:.2f}; goal 1.15"
        )


if __name__ == "__main__":
    main()
