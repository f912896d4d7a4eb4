"""Formats, worklists, colours and completion, as the command gives them."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from validator.cli.parser import FORMATS, SHELLS, parser

DEMO = Path(__file__).parents[1] / "data" / "demo"


def run(
    *args: str | Path, cwd: Path | None = None, **env: str
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "validator", *map(str, args)]
    variables = {k: v for k, v in os.environ.items() if not k.startswith("BIBVALIDATOR_")}
    return subprocess.run(command, cwd=cwd, capture_output=True, env=variables | env, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(DEMO, tmp_path / "demo")
    return tmp_path


def check(folder: Path, *args: str) -> bytes:
    done = run("check", "demo", "--isolated", "--today", "2026-07-01", *args, cwd=folder)
    assert done.returncode == 1, done.stderr.decode()
    return done.stdout


READERS: dict[str, Callable[[str], object]] = {
    "sarif": lambda said: json.loads(said)["runs"][0]["results"],
    "junit": lambda said: ET.fromstring(said),
    "github": lambda said: re.findall("^::(?:error|warning|notice) ", said, re.M),
    "gitlab": json.loads,
    "rdjson": lambda said: json.loads(said)["diagnostics"],
    "json": lambda said: json.loads(said)["findings"],
    "jsonl": lambda said: [json.loads(line) for line in said.splitlines()],
    "concise": lambda said: re.findall(r"^demo/\S+:\d+: [A-Z]{3}\d{3} ", said, re.M),
    "full": lambda said: re.findall(r"^demo/", said, re.M),
}


class TestFormats:
    def test_each_is_tried(self) -> None:
        assert set(READERS) == set(FORMATS)

    @pytest.mark.parametrize("name", FORMATS)
    def test_it_is_read_and_the_same_in_two_runs(self, folder: Path, name: str) -> None:
        first = check(folder, "--format", name)
        assert READERS[name](first.decode())
        check(folder, "--format", name, "-o", "out.txt")
        assert (folder / "out.txt").read_bytes() == first

    @pytest.mark.parametrize("name", FORMATS)
    def test_no_value_is_shown_where_none_is_wanted(self, folder: Path, name: str) -> None:
        assert b"Nachrichten" not in check(folder, "--format", name, "--no-values")

    @pytest.mark.parametrize("name", ["sarif", "junit", "github", "gitlab", "rdjson"])
    def test_it_follows_the_language(self, folder: Path, name: str) -> None:
        said = check(folder, "--format", name, "--lang", "zh").decode()
        assert "ISSN校验位错误；现有值：" in said.replace("`", "")

    @pytest.mark.parametrize("name", ["sarif", "junit", "github", "gitlab", "rdjson"])
    def test_a_broken_file_shows(self, folder: Path, name: str) -> None:
        (folder / "demo" / "lost.bib").write_bytes(b"\x00\x01\x02" * 100)
        done = run("check", "demo", "--isolated", "--format", name, cwd=folder)
        assert done.returncode == 3
        assert "lost.bib" in done.stdout.decode()
        assert "a binary file, not text" in done.stdout.decode()


NASTY = (
    "\x00\x1b[2J\x07", "\u202egnp.exe", "]]>", "%0A::error::x", "=1+1", "</script>", "{0} [a](b)",
    "`@all`", "\ufffe", "_x0041_", '","', "\\",
)  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_values(tmp_path: Path, name: str) -> None:
    """In every field, in a file with a hostile name; no one of them begins a line."""
    path = tmp_path / "a,b%0A::error::x.bib"
    fields = "".join(f"  f{i} = {{{text}}},\n" for i, text in enumerate(NASTY))
    title = "".join(NASTY).replace("{0}", "")
    path.write_text(f"@article{{a,\n{fields}  title = {{{title}}},\n  doi = {{{title}}}\n}}\n")
    args = ("--csv", "w.csv", "--xlsx", "w.xlsx", "--format", name, "--select", "ALL")
    done = run("check", path.name, "--isolated", *args, cwd=tmp_path)
    assert done.returncode == 1, done.stderr.decode()
    said = done.stdout.decode()
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e\ufeff]", said)
    assert not re.search("^::(?!error |warning |notice )", said, re.M)
    if name not in ("full", "concise"):
        assert READERS[name](said)
    assert "\n=" not in (tmp_path / "w.csv").read_text(encoding="utf-8-sig")
    assert zipfile.ZipFile(tmp_path / "w.xlsx").testzip() is None


class TestReports:
    def test_any_number_in_one_run(self, folder: Path) -> None:
        check(folder, "--html", "r.html", "--csv", "w.csv", "--xlsx", "w.xlsx",
              "--format", "jsonl", "-o", "f.jsonl")  # fmt: skip
        listed = (folder / "f.jsonl").read_text().splitlines()
        with open(folder / "w.csv", encoding="utf-8-sig", newline="") as file:
            assert len(list(csv.DictReader(file))) == len(listed)
        assert zipfile.ZipFile(folder / "w.xlsx").testzip() is None
        assert (folder / "r.html").stat().st_size > 10_000

    def test_the_same_bytes_in_two_runs(self, folder: Path) -> None:
        names = ("w.csv", "w.xlsx")
        check(folder, "--csv", names[0], "--xlsx", names[1])
        first = [(folder / name).read_bytes() for name in names]
        for name in names:
            (folder / name).unlink()
        check(folder, "--csv", names[0], "--xlsx", names[1], "--jobs", "2")
        assert [(folder / name).read_bytes() for name in names] == first

    def test_a_report_in_the_folder_is_no_input_of_the_next_run(self, folder: Path) -> None:
        names = ("--html", "r.html"), ("--csv", "w.csv"), ("--xlsx", "w.xlsx")
        args = [word for name, path in names for word in (name, f"demo/{path}")]
        for name in ("full", "json", "jsonl", "sarif", "gitlab", "rdjson", "full"):
            suffix = "jsonl" if name == "jsonl" else "txt" if name == "full" else "json"
            check(folder, *args, "--format", name, "-o", f"demo/out-{name}.{suffix}")
        assert "\n21 records in 4 files; " in (folder / "demo/out-full.txt").read_text()

    @pytest.mark.parametrize(
        ("args", "says"),
        [
            (["-o", "demo/refs.bib"], "demo/refs.bib is an input"),
            (["--html", "demo/refs.bib"], "is an input"),
            (["--csv", "demo/export.csv"], "is an input"),  # in a folder that is walked
            (["--xlsx", "link.xlsx"], "is an input"),  # another name of it
            (["-o", "b.jsonl", "--baseline", "b.jsonl"], "is an input"),
            (["-o", "d.jsonl", "--decisions", "d.jsonl"], "is an input"),
            (["--csv", "x", "--xlsx", "x"], "x is another output"),
            (["--csv", "nowhere/x.csv"], "there is no folder"),
        ],
    )
    def test_nothing_that_is_read_is_written_over(
        self, folder: Path, args: list[str], says: str
    ) -> None:
        os.link(folder / "demo" / "refs.bib", folder / "link.xlsx")
        before = {path: path.read_bytes() for path in (folder / "demo").iterdir()}
        done = run("check", "demo", "--isolated", *args, cwd=folder)
        assert done.returncode == 2
        assert says in done.stderr.decode()
        assert {path: path.read_bytes() for path in (folder / "demo").iterdir()} == before
        assert not (folder / "x").exists()

    def test_a_missing_extra_is_told_in_a_line(self, folder: Path) -> None:
        """Before anything is read or written."""
        (folder / "stubs").mkdir()
        for name in ("xlsxwriter", "shtab"):
            stub = folder / "stubs" / f"{name}.py"
            stub.write_text(f"raise ModuleNotFoundError('no', name='{name}')")
        path = str(folder / "stubs")
        done = run("check", "demo", "--csv", "w.csv", "--xlsx", "w.xlsx", cwd=folder,
                   PYTHONPATH=path)  # fmt: skip
        assert done.returncode == 2
        assert done.stderr.decode() == (
            "bibvalidator: --xlsx needs XlsxWriter: pip install 'bibvalidator[xlsx]'\n"
        )
        assert not done.stdout
        assert not (folder / "w.csv").exists()
        done = run("completion", "bash", PYTHONPATH=path)
        assert done.returncode == 2
        assert "pip install 'bibvalidator[completion]'" in done.stderr.decode()

    def test_a_formula_in_a_record(self, tmp_path: Path) -> None:
        (tmp_path / "x.bib").write_text("@article{a, title = {T}, doi = {=cmd|calc}}\n")
        done = run("check", "x.bib", "--isolated", "--csv", "w.csv", cwd=tmp_path)
        assert done.returncode == 1
        assert ",DOI,'=cmd|calc," in (tmp_path / "w.csv").read_text()


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of Unix")
class TestColours:
    def on_a_terminal(self, *args: str, **env: str) -> str:
        import pty

        control, terminal = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "validator", "check", str(DEMO / "export.csv"), *args],
            stdout=terminal,
            stderr=subprocess.DEVNULL,
            env={k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TERM")}
            | {"TERM": "xterm"}
            | env,
        )
        os.close(terminal)
        said = b""
        try:
            while piece := os.read(control, 65536):
                said += piece
        except OSError:  # Linux tells the end of a terminal so
            pass
        os.close(control)
        process.wait()
        return said.decode()

    def test_on_a_terminal(self) -> None:
        said = self.on_a_terminal("--isolated")
        assert "\x1b[31merror\x1b[0m   \x1b[1mISN001\x1b[0m" in said
        assert "\x1b[33mwarning\x1b[0m \x1b[1mAUT007\x1b[0m" in said
        said = self.on_a_terminal("--isolated", "--lang", "zh")
        assert "\x1b[31m错误\x1b[0m      \x1b[1mISN001\x1b[0m" in said

    @pytest.mark.parametrize(
        ("args", "env"),
        [
            (["--isolated"], {"NO_COLOR": "1"}),
            (["--isolated"], {"TERM": "dumb"}),
            (["--isolated", "--format", "concise"], {}),  # programs read it
            (["--isolated", "--format", "jsonl"], {}),
        ],
    )
    def test_none_where_they_are_not_wanted(self, args: list[str], env: dict[str, str]) -> None:
        said = self.on_a_terminal(*args, **env)
        assert "ISN001" in said
        assert "\x1b" not in said

    def test_none_in_a_pipe_and_the_words_are_the_same(self) -> None:
        piped = run("check", DEMO / "export.csv", "--isolated").stdout.decode()
        assert "\x1b" not in piped
        painted = self.on_a_terminal("--isolated").replace("\r\n", "\n")
        assert re.sub("\x1b\\[[0-9]+m", "", painted) == piped


class TestCompletion:
    @pytest.mark.parametrize("shell", SHELLS)
    def test_a_script(self, shell: str) -> None:
        done = run("completion", shell)
        assert done.returncode == 0, done.stderr.decode()
        said = done.stdout.decode()
        for word in ("check", "dedupe", "--xlsx" if shell != "fish" else "xlsx", "sarif"):
            assert word in said
        if shutil.which(shell):
            subprocess.run([shell, "-n"], input=done.stdout, check=True)

    @pytest.mark.skipif(not shutil.which("bash"), reason="no bash")
    @pytest.mark.parametrize(
        ("typed", "offers"),
        [
            ("bibvalidator che", ["check"]),
            ("bibvalidator check --xl", ["--xlsx"]),
            ("bibvalidator check --format sa", ["sarif"]),
            ("bibvalidator check --csv ref", ["refs.bib"]),  # files
        ],
    )
    def test_bash_completes(self, folder: Path, typed: str, offers: list[str]) -> None:
        script = folder / "completion.bash"
        script.write_bytes(run("completion", "bash").stdout)
        words = typed.split(" ")
        ask = (
            f"source {script}; COMP_WORDS=({' '.join(words)}); COMP_CWORD={len(words) - 1};"
            " $(complete -p bibvalidator | sed 's/.*-F \\([^ ]*\\).*/\\1/');"
            ' printf "%s\\n" "${COMPREPLY[@]}"'
        )
        done = subprocess.run(
            ["bash", "-c", ask], cwd=folder / "demo", capture_output=True, text=True, check=False
        )
        assert [line.strip() for line in done.stdout.split()] == offers, done.stderr


def test_help_fits_eighty_columns() -> None:
    names = parser()._subparsers._group_actions[0].choices  # type: ignore[union-attr]
    for name in ("", *names):  # type: ignore[misc]
        done = run(*filter(None, [name]), "--help", COLUMNS="80")
        assert done.returncode == 0
        long = [line for line in done.stdout.decode().splitlines() if len(line) > 80]
        assert not long, name
