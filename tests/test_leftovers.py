"""What a killed run leaves is cleared by the next; what is another's, or in use, is not."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from validator import leftovers

pytestmark = pytest.mark.skipif(leftovers.fcntl is None, reason="without locks nothing is cleared")

NAME = f"{leftovers.PREFIX}x{leftovers.SUFFIX}"
HOLDING = (
    "import sys, time; from validator import leftovers\n"
    "with leftovers.scratch(sys.argv[1]) as path: print(path, flush=True); time.sleep(600)"
)


def folder(path: Path) -> None:
    path.mkdir()
    (path / "0.part").write_bytes(b"half")


def link(path: Path) -> None:
    """To a folder beside it, which is not ours."""
    folder(path.with_name("kept"))
    path.symlink_to(path.with_name("kept"))


@pytest.mark.parametrize(
    ("name", "made", "stays", "why"),
    [
        (NAME, folder, False, "nobody holds it"),
        (f"{leftovers.PREFIX}x", folder, True, "of another name"),
        ("x" + leftovers.SUFFIX, folder, True, "of another name"),
        (NAME, Path.touch, True, "we make no such file"),
        (NAME, link, True, "what a link leads to is somebody's"),
        (NAME, os.mkfifo, True, "a pipe that nobody writes into would be waited for"),
    ],
)
def test_what_is_cleared(
    tmp_path: Path, name: str, made: Callable[[Path], None], stays: bool, why: str
) -> None:
    made(tmp_path / name)
    leftovers.clear(str(tmp_path))
    assert os.path.lexists(tmp_path / name) == stays, why
    assert not (tmp_path / "kept").exists() or (tmp_path / "kept" / "0.part").exists()


def test_what_a_run_holds_stays_until_it_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDING, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        held = Path(other.stdout.readline().strip())
        leftovers.clear(str(tmp_path))
        assert held.is_dir()
        other.send_signal(signal.SIGKILL)
        other.wait()
    assert held.is_dir()
    with leftovers.scratch(str(tmp_path)) as mine:
        assert not held.exists()
        assert Path(mine).parent == tmp_path
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_cleared_before_it_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a run that found it in the moment between."""
    cleared: list[str] = []

    def hold(path: str, *rest: object) -> None:
        if not cleared:
            cleared.append(path)
            shutil.rmtree(path)

    monkeypatch.setattr(leftovers, "_hold", hold)
    with leftovers.scratch(str(tmp_path)) as path:
        assert path not in cleared
        assert Path(path).is_dir()


def test_a_folder_that_cannot_be_listed(tmp_path: Path) -> None:
    leftovers.clear(str(tmp_path / "gone"))
    assert not (tmp_path / "gone").exists()
