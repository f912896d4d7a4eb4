"""Several processes: the same results as one, whatever the input and whoever dies."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from patience import SECONDS

from validator import crew, io
from validator.audit import SourceSummary
from validator.config import Settings
from validator.io.pieces import SIZE
from validator.packs import load_rules
from validator.tally import Tally
from validator.tasks import Task

load_rules()

RECORDS = 12_000
HOUSE_RULE = '''
"""A rule of the house that ends its process where a title says so: nothing else shows what then."""

import os
import signal
from pathlib import Path

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Example, rule


@rule(
    "XXX001", "deadly", severity=Severity.INFO, reads=("title",),
    examples=[Example(Record(title="deadly once"), ()), Example(Record(title="a"), ("no death",))],
)
def deadly(record):
    """A title without death. Why: to see a process die."""
    if "deadly once" in record.title:
        died = Path(__file__).with_suffix(".died")
        if not died.exists():
            died.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    elif "deadly" in record.title:
        os.kill(os.getpid(), signal.SIGKILL)
    elif record.title.endswith("00"):
        yield Finding("title", "no death", record.title)
'''


def lines(titles: dict[int, str] | None = None) -> list[str]:
    """More lines than three pieces hold, their titles numbered, some others."""
    abstract = "An abstract makes a record long. " * 16
    found = []
    for number in range(1, RECORDS + 1):
        title = (titles or {}).get(number, f"A title of number {number}")
        item = {"id": f"r{number}", "type": "book", "title": title, "abstract": abstract}
        found.append(json.dumps(item))
    assert sum(map(len, found)) > 3 * SIZE
    return found


def check(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A check of the records in a folder by the house rule and that of broken records."""
    (folder / "house.py").write_text(HOUSE_RULE, encoding="utf-8")
    (folder / "house.toml").write_text('rules = ["house.py"]\n', encoding="utf-8")
    command = [sys.executable, "-m", "validator", "check", ".", "--config", "house.toml"]
    command += ["--select", "XXX001,COL002", "--no-duplicates", "--format", "jsonl"]
    return subprocess.run(
        [*command, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


def write(folder: Path, name: str, content: Sequence[str]) -> None:
    (folder / name).write_text("\n".join(content) + "\n", encoding="utf-8")


def numbers(done: subprocess.CompletedProcess[str]) -> list[tuple[str, int]]:
    """The path and record number of each finding."""
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return [(finding["path"], finding["record_number"]) for finding in found]


def test_a_large_file_gives_the_same_bytes(tmp_path: Path) -> None:
    content = lines()
    for place in (17, 5000, 5001, 9000):
        content[place] = content[place][:40] + "\n" + content[place][40:]  # broken over two lines
    content.insert(3000, "")
    content.insert(7000, "no JSON")
    write(tmp_path, "a.jsonl", content)
    write(tmp_path, "b.jsonl", content[:10])
    one, two = check(tmp_path, "--jobs", "1"), check(tmp_path, "--jobs", "2")
    assert len(numbers(one)) > RECORDS / 100
    assert two.stdout == one.stdout
    assert two.returncode == one.returncode == 1


def test_a_process_that_dies_once_costs_nothing(tmp_path: Path) -> None:
    write(tmp_path, "a.jsonl", lines({6000: "deadly once"}))
    done = check(tmp_path, "--jobs", "2", "--fail-on", "never")
    assert (tmp_path / "house.died").exists()
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0)
    assert numbers(done) == [("a.jsonl", n) for n in range(100, RECORDS + 1, 100) if n != 6000]


def test_a_process_that_dies_twice_costs_its_piece(tmp_path: Path) -> None:
    write(tmp_path, "a.jsonl", lines({6000: "deadly"}))
    write(tmp_path, "b.jsonl", lines()[:200])
    done = check(tmp_path, "--jobs", "2", "--fail-on", "never")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    (said,) = (line for line in done.stderr.splitlines() if "died" in line)
    first, last = (int(word) for word in said.replace(",", "").split() if word.isdigit())
    assert first <= 6000 <= last
    assert last - first < RECORDS / 2
    assert numbers(done) == [
        *(("a.jsonl", n) for n in range(100, RECORDS + 1, 100) if not first <= n <= last),
        ("b.jsonl", 100),
        ("b.jsonl", 200),
    ]


def test_a_process_that_dies_twice_over_a_whole_file_costs_that_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.bib").write_text("@book{a, title = {deadly}}\n")
    (tmp_path / "b.bib").write_text("@book{b, title = {Number 100}}\n")
    (tmp_path / "c.bib").write_text("@book{c, title = {Number 200}}\n")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    done = check(tmp_path, "--jobs", "2", "--fail-on", "never")
    assert done.returncode == 3
    assert not list(scratch.iterdir())
    assert "a.bib" in next(line for line in done.stderr.splitlines() if "died" in line)
    assert numbers(done) == [("b.bib", 1), ("c.bib", 1)]


def test_a_whole_input_comes_through_a_file(tmp_path: Path) -> None:
    """What a process hands over does not grow with the findings of its input."""
    write(tmp_path, "a.bib", [f"@book{{a{n}, title = {{n/a}}}}" for n in range(200)])
    (tmp_path / "scratch").mkdir()
    task = Task(io.inputs([str(tmp_path / "a.bib")])[0], Settings(), rules=True)
    kept = crew._whole(task, str(tmp_path / "scratch"))
    assert len(pickle.dumps(kept)) < 1000
    *tallies, summary = kept
    assert isinstance(summary, SourceSummary)
    assert (summary.records, sum(t.records for t in tallies if isinstance(t, Tally))) == (200, 200)
    assert not list((tmp_path / "scratch").iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="signals are others there")
@pytest.mark.parametrize(
    ("sent", "to_all", "code", "why"),
    [
        (signal.SIGINT, True, 130, "Ctrl-C, which a shell sends to the whole group"),
        (signal.SIGINT, False, 130, "the program alone is asked to end"),
        (signal.SIGKILL, False, -9, "it is killed, and cannot say so to its processes"),
    ],
)
def test_no_process_outlives_the_program(
    tmp_path: Path, sent: signal.Signals, to_all: bool, code: int, why: str
) -> None:
    write(tmp_path, "a.jsonl", lines() * 40)
    command = [sys.executable, "-m", "validator", "check", "a.jsonl", "--isolated", "--jobs", "2"]
    running = subprocess.Popen(
        [*command, "-o", "out.txt"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # a group of its own, as the shell gives it
    )
    until = time.monotonic() + 2 * SECONDS
    while len(members(running.pid)) < 3 and time.monotonic() < until:
        time.sleep(0.05)
    assert len(members(running.pid)) >= 3
    (os.killpg if to_all else os.kill)(running.pid, sent)
    _, said = running.communicate(timeout=2 * SECONDS)
    assert running.returncode == code
    if sent == signal.SIGINT:  # a process that is being started may complain of a killed parent
        assert "Traceback" not in said
    while members(running.pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not members(running.pid)
    assert not (tmp_path / "out.txt").exists()


def members(group: int) -> list[int]:
    """The processes of a group that are alive."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = status.read_text().rpartition(")")[2].split()
        except OSError:  # gone meanwhile
            continue
        if int(words[2]) == group and words[0] != "Z":
            found.append(int(status.parent.name))
    return found
