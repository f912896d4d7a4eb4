"""Pages that are run: what their commands print, and the files that they tell to write.

``python tests/pages.py`` writes what is printed now into them.

In the blocks ``console`` of a page each line that begins with ``$ `` is a command, and the lines
up to the next one are what it prints, errors at the end; a line ``...`` stands for any lines.
README and manual are run at the root of the project. A tutorial is a session of a shell in a copy
of its folder in tests/data/tutorials; a block with the name of a file behind its language is that
file.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
TUTORIALS = sorted((ROOT / "docs" / "tutorials").glob("*.md"))
PAGES = (ROOT / "README.md", ROOT / "docs" / "manual.md", *TUTORIALS)
DATA = ROOT / "tests" / "data" / "tutorials"
NEEDS = {"gx": {"CATALOGUE"}}
"""What has to be in the environment for a page to be run: here, the URL of a database."""

TODAY = "1782864000"  # 2026-07-01, as SOURCE_DATE_EPOCH

_BLOCK = re.compile(r"^```(\w+)[ ]?(\S*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


class Step(NamedTuple):
    """A command, what the page says that it prints, where it says so, and what it prints."""

    command: str
    shown: str
    at: int
    printed: str

    @property
    def is_true(self) -> bool:
        """Whether the page shows what is printed."""
        parts = re.split(r"^ *\.\.\.\n", self.shown, flags=re.MULTILINE)
        return bool(re.fullmatch("(?:.*\n)*".join(map(re.escape, parts)), self.printed))


def steps(text: str, folder: Path) -> Iterator[Step]:
    """Run a page in a folder, a command at a time."""
    code = 0
    for block in _BLOCK.finditer(text):
        language, name, inside = block.groups()
        if name:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(inside, encoding="utf-8")
        elif language == "console":
            for found in _COMMAND.finditer(inside):
                command, shown = found.groups()
                done = _run(f"(exit {code})\n{command}", folder)
                code = done.returncode
                at = block.start(3) + found.start(2)
                yield Step(command, shown, at, done.stdout + done.stderr)


def renewed(text: str, folder: Path) -> str:
    """A page with what its commands print now; what is shown in part is to be mended by hand."""
    pieces, at = [], 0
    for step in steps(text, folder):
        if step.is_true:
            continue
        if "...\n" in step.shown:
            print(f"to be mended by hand: {step.command}\n{step.printed}", file=sys.stderr)
            continue
        pieces += [text[at : step.at], step.printed]
        at = step.at + len(step.shown)
    return "".join((*pieces, text[at:]))


def start(page: Path, scratch: Path) -> Path:
    """The folder that the commands of a page are run in; of a tutorial, a copy in ``scratch``."""
    if page not in TUTORIALS:
        return ROOT
    shutil.copytree(DATA / page.stem, scratch, dirs_exist_ok=True)
    return scratch


def _run(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program = f'python() {{ "{sys.executable}" "$@"; }}\n'
    program += 'bibvalidator() { python -m validator "$@"; }\n'
    return subprocess.run(
        ["sh", "-c", program + script],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": TODAY},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


if __name__ == "__main__":
    for page in PAGES:
        if missing := NEEDS.get(page.stem, set()) - os.environ.keys():
            print(f"left as it is, without {missing}: {page.name}", file=sys.stderr)
            continue
        with tempfile.TemporaryDirectory() as scratch:
            text = page.read_text(encoding="utf-8")
            page.write_text(renewed(text, start(page, Path(scratch))), encoding="utf-8")
