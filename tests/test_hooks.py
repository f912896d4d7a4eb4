"""The hook for pre-commit and the action for GitHub: tried, or at least what they name is there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from validator.cli.parser import parser

ROOT = Path(__file__).resolve().parents[1]
HOOK = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
ACTION = (ROOT / "action.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "runs"),
    [
        ("refs.bib", True),
        ("records/知网.ris", True),
        ("library.enw", True),
        ("refs.bib.bak", False),
        ("package.json", False),  # most are no records: the hook would find none, and fail
        ("data.csv", False),
        ("README.md", False),
    ],
)
def test_the_hook_runs_for_files_of_records(name: str, runs: bool) -> None:
    (pattern,) = re.findall(r"files: (.*)", HOOK)
    assert bool(re.search(pattern, name)) == runs


def test_the_hook_sees_all_records_at_once() -> None:
    assert "pass_filenames: false" in HOOK
    assert "require_serial: true" in HOOK


def test_what_the_action_runs_is_understood() -> None:
    """Its options are options of check, and no input stands in a script, where it would be run."""
    script = ACTION.split("run: |")[1]
    options = set(re.findall(r"--([a-z]+)", script))
    assert options == {"format", "output", "html"}
    parser().parse_args(["check", *(f"--{name}=sarif" for name in sorted(options)), "--", "x.bib"])
    assert "${{" not in script


@pytest.mark.skipif(os.name == "nt", reason="needs bash")
@pytest.mark.parametrize(
    ("given", "command"),
    [
        ({"PATHS": "."}, "check --format=github -- ."),
        ({"PATHS": "a b.bib\nc\n", "ARGS": "--fail-on=info\n--jobs=1"},
         "check --format=github --fail-on=info --jobs=1 -- a b.bib c"),
        ({"PATHS": ".", "SARIF": "x.sarif", "HTML": "r.html"},
         "check --format=github --format=sarif --output=x.sarif --html=r.html -- ."),
        ({"PATHS": "$(touch owned); `touch owned`"},
         "check --format=github -- $(touch owned); `touch owned`"),
    ],
)  # fmt: skip
def test_the_script_of_the_action(tmp_path: Path, given: dict[str, str], command: str) -> None:
    (tmp_path / "bibvalidator").write_text('#!/bin/sh\necho "$@"\nexit 1\n')
    (tmp_path / "bibvalidator").chmod(0o755)
    script = ACTION.split("run: |\n")[1]
    empty = dict.fromkeys(("PATHS", "ARGS", "SARIF", "HTML"), "")
    path = f"{tmp_path}:{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=tmp_path,
        env={"PATH": path, "FORMAT": "github"} | empty | given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr  # that of the check
    assert done.stdout == command + "\n"
    assert not (tmp_path / "owned").exists()


def test_pre_commit_runs_the_hook(tmp_path: Path) -> None:
    """In a repository of its own, with a clone of this one: some 15 seconds, and pip."""
    if not (ROOT / ".git").exists():
        pytest.skip("no repository to clone")
    work = tmp_path / "work"
    work.mkdir()
    (work / "refs.bib").write_text("@article{a, title = {T}, doi = {10.1000/ x}}\n")
    for command in (["git", "init", "-q", "."], ["git", "add", "refs.bib"]):
        subprocess.run(command, cwd=work, check=True)

    def hook() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "bibvalidator", "-a"],
            cwd=work,
            env=os.environ | {"PRE_COMMIT_HOME": str(tmp_path / "home")},
            capture_output=True,
            text=True,
            check=False,
        )

    done = hook()
    assert done.returncode == 1, done.stdout + done.stderr
    assert "refs.bib:1: DOI001 a blank inside a DOI" in done.stdout
    (work / "refs.bib").write_text(
        "@article{a, author = {Turing, A. M.}, title = {Computing Machinery and Intelligence},"
        " journal = {Mind}, year = 1950, volume = 59, number = 236, pages = {433--460},"
        " doi = {10.1093/mind/LIX.236.433}}\n"
    )
    done = hook()
    assert done.returncode == 0, done.stdout + done.stderr
