"""`bibvalidator clean` killed, run twice at once, on a disk that takes nothing: whole or absent."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
import types
from pathlib import Path

import pytest
from clean_command import TODAY, clean, done

from validator.cli import INTERRUPTED, main


def records(count: int) -> str:
    """A file that takes a moment to clean."""
    return "".join(
        f"@article{{k{n}, author = {{Ng, A.}}, title = {{On the number {n * 7919} &amp; others}},\n"
        f"  journal = {{Numbers}}, year = {{{1900 + n % 120}}}, pages = {{{n}-{n + 9}}}}}\n"
        for n in range(count)
    )


def start(*args: str, cwd: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "validator", "clean", *args, *TODAY]
    return subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def whole_or_absent(folder: Path, wanted: dict[str, bytes]) -> int:
    """How many outputs are there; each is whole."""
    there = 0
    for name, data in wanted.items():
        path = folder / name
        if path.exists():
            there += 1
            assert path.read_bytes() == data
    return there


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, dict[str, bytes], float]:
    """An input, its outputs, and the seconds that they take."""
    folder = tmp_path_factory.mktemp("work")
    text = records(300).encode()
    (folder / "in.bib").write_bytes(text)
    began = time.monotonic()
    done("in.bib", "-o", "out.bib", "--log", "log.jsonl", "--map", "map.csv", cwd=folder)
    taken = time.monotonic() - began
    names = ("out.bib", "log.jsonl", "map.csv")
    return text, {name: (folder / name).read_bytes() for name in names}, taken


KILLS = int(os.environ.get("BIBVALIDATOR_KILLS", "12"))


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_killed_at_any_moment(
    tmp_path: Path, work: tuple[bytes, dict[str, bytes], float], how: signal.Signals
) -> None:
    text, wanted, taken = work
    chance = random.Random(int(how))
    for n in range(KILLS):
        folder = tmp_path / str(n)
        folder.mkdir()
        (folder / "in.bib").write_bytes(text)
        running = start(
            *("in.bib", "-o", "out.bib", "--log", "log.jsonl", "--map", "map.csv"), cwd=folder
        )
        # the end, where files get their names, is where a moment matters most
        time.sleep(taken * (chance.random() if n % 3 else 0.9 + chance.random() / 5))
        running.send_signal(how)
        running.communicate()
        assert (folder / "in.bib").read_bytes() == text
        whole_or_absent(folder, wanted)
        left = {p.name for p in folder.iterdir()} - {"in.bib", *wanted}
        if how is not signal.SIGKILL:
            assert not left
        assert all(name.startswith(".bibvalidator-") for name in left)
        if left:
            done("in.bib", "-o", "out.bib", "--force", "--no-duplicates", cwd=folder)
            assert {p.name for p in folder.iterdir()} <= {"in.bib", *wanted}


def test_two_runs_at_once(tmp_path: Path, work: tuple[bytes, dict[str, bytes], float]) -> None:
    text, wanted, _ = work
    (tmp_path / "in.bib").write_bytes(text)
    options = ("in.bib", "-o", "out.bib", "--log", "log.jsonl", "--map", "map.csv")
    runs = [start(*options, cwd=tmp_path) for _ in range(2)]
    codes = sorted(run.wait() for run in runs)
    for run in runs:
        run.communicate()
    assert codes == [0, 2]
    assert whole_or_absent(tmp_path, wanted) == 3


@pytest.mark.parametrize(
    ("options", "says"), [("size=16k", "No space left"), ("ro", "Read-only file system")]
)
def test_a_disk_that_takes_nothing(
    tmp_path: Path, work: tuple[bytes, dict[str, bytes], float], options: str, says: str
) -> None:
    text, *_ = work
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)]
    if (
        not shutil.which("mount")
        or subprocess.run(mount, check=False, capture_output=True).returncode
    ):
        pytest.skip("no file system can be mounted here")
    try:
        (tmp_path / "in.bib").write_bytes(text)
        for out in ("disk/out.bib", "disk/new/"):
            ended = clean("in.bib", "-o", out, cwd=tmp_path)
            assert ended.returncode == 2
            assert says in ended.stderr.decode()
        assert [path for path in disk.rglob("*") if path.is_file()] == []
        assert (tmp_path / "in.bib").read_bytes() == text
    finally:
        subprocess.run(["umount", str(disk)], check=True)


class Interrupting(types.ModuleType):
    """A module during whose loading somebody presses Ctrl-C."""

    def __getattr__(self, name: str) -> object:
        raise KeyboardInterrupt


@pytest.mark.parametrize("name", ["parser", "streams"])
def test_interrupted_while_modules_are_loaded(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, f"validator.cli.{name}", Interrupting(name))
    assert main(["clean", "refs.bib", "-o", "out.bib"]) == INTERRUPTED
