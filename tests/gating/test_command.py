"""`bibvalidator gate`, as its users run it."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from validator.cli import main
from validator.gating import apart

pytest.importorskip("pyarrow", reason="pip install 'bibvalidator[gates]'")
pytest.importorskip("great_expectations", reason="pip install 'bibvalidator[gates]'")

DEMO = Path(__file__).parents[1] / "data" / "demo"
DAY = ("--isolated", "--today", "2026-07-01")
SILENCE = """
import sys, traceback
from pathlib import Path
def refuse(event, _):
    if event.startswith("socket."):
        with Path(__file__).with_name("sockets.txt").open("a") as file:
            traceback.print_stack(file=file)
        raise AssertionError("a socket is opened")
sys.addaudithook(refuse)
"""


class Ran(NamedTuple):
    """A run of the command: its folder, what it printed, what it left elsewhere, and where it
    opened sockets."""

    folder: Path
    code: int
    stdout: str
    stderr: str
    elsewhere: list[str]
    sockets: str = ""


def environment(folder: Path) -> dict[str, str]:
    """One in which no process may open a socket, with a home and a folder for what is temporary."""
    (folder / "site").mkdir()
    (folder / "site" / "sitecustomize.py").write_text(SILENCE, encoding="utf-8")
    for name in ("home", "temporary"):
        (folder / name).mkdir()
    kept = {k: v for k, v in os.environ.items() if not k.startswith("BIBVALIDATOR_")}
    paths = os.pathsep.join([str(folder / "site"), str(Path(__file__).parents[2])])
    return {
        **kept,
        "PYTHONPATH": paths,
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "temporary"),
    }


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """Everything at once."""
    folder = tmp_path_factory.mktemp("ran")
    work = folder / "work"
    shutil.copytree(DEMO, work / "demo")
    given = ("--html", "page.html", "--tables", "t", "--write-suites", "s", "--data-docs", "d")
    done = subprocess.run(
        [sys.executable, "-m", "validator", "gate", "demo", *DAY, "--format", "json", *given],
        cwd=work,
        env=environment(folder),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    left = [str(p) for name in ("home", "temporary") for p in (folder / name).iterdir()]
    sockets = folder / "site" / "sockets.txt"
    opened = sockets.read_text(encoding="utf-8") if sockets.exists() else ""
    return Ran(work, done.returncode, done.stdout, done.stderr, left, opened)


@pytest.fixture
def gate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Ran]:
    """A run in this process, in a folder with a file of two records."""
    from validator.gating import running

    @contextmanager
    def here(_: str) -> Iterator[object]:
        yield running

    monkeypatch.setattr(apart, "engine", here)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "refs.csv").write_text(
        "id,type,title,author,year,doi\n"
        'a,book,A title,"Roe, Jo",2020,10.1000/182\nb,book,Another title,"Doe, Al",2021,\n',
        encoding="utf-8",
    )

    def run(*arguments: str, isolated: bool = True) -> Ran:
        code = main(["gate", *(DAY if isolated else DAY[1:]), *arguments])
        return Ran(tmp_path, code, *capsys.readouterr(), [])

    return run


def suite(path: Path, *expectations: dict[str, Any]) -> str:
    path.write_text(json.dumps({"expectations": expectations}), encoding="utf-8")
    return str(path)


COUNT = {"type": "expect_table_row_count_to_be_between", "kwargs": {"min_value": 2}}
MANY = {"type": "expect_table_row_count_to_be_between", "kwargs": {"min_value": 3}}
LOST = {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "shelf"}}
VALID = {
    "type": "expect_column_values_to_be_in_set",
    "kwargs": {"column": "title", "value_set": []},
}


class TestARunWithEverything:
    def test_it_fails_and_says_where_things_are(self, ran: Ran) -> None:
        assert ran.code == 1, ran.stderr
        suites = [os.path.join("s", f"{name}.json") for name in ("records", "measures")]
        said = [*(f"suite: {path}" for path in suites), "HTML report: page.html"]
        assert ran.stderr.splitlines() == said  # no progress, no log, no warning

    def test_no_socket_is_opened(self, ran: Ran) -> None:
        assert ran.sockets == ""

    def test_nothing_is_written_elsewhere(self, ran: Ran) -> None:
        assert ran.elsewhere == []
        assert sorted(os.listdir(ran.folder)) == ["d", "demo", "page.html", "s", "t"]

    def test_json(self, ran: Ran) -> None:
        told = json.loads(ran.stdout)
        assert told["summary"]["records"] == 21
        assert sum(told["summary"]["gates"].values()) == len(told["gates"]) == 13
        (doi,) = (g for g in told["gates"] if g["title"] == "DOI is valid")
        assert (doi["outcome"], doi["observed"], doi["least"]) == ("fail", 0.8, 0.99)
        assert (doi["unexpected"], doi["examined"]) == (2, 10)
        assert doi["examples"][0] == {
            "record": "dijkstra1968goto",
            "path": "demo/refs.bib",
            "line": 15,
            "record_number": 2,
            "value": "https://doi.org/10.1145/362929.362947",
        }

    def test_the_tables(self, ran: Ran) -> None:
        from pyarrow import parquet

        records = parquet.read_table(ran.folder / "t" / "records.parquet")
        measures = parquet.read_table(ran.folder / "t" / "measures.parquet").to_pylist()
        assert records.num_rows == 21
        assert sum(row["checked"] for row in measures if row["rule"] == "records") == 22

    def test_the_page(self, ran: Ran) -> None:
        page = (ran.folder / "page.html").read_text(encoding="utf-8")
        assert 'href="#gates"' in page
        assert "7 gates failed, first: DOI is there where it is expected." in page

    def test_data_docs(self, ran: Ran) -> None:
        assert (ran.folder / "d" / "index.html").is_file()


class TestSuites:
    @pytest.mark.parametrize(
        ("expectations", "code", "said"),
        [
            ([COUNT], 0, "pass            number of records: 2 (at least 2)"),
            ([COUNT, MANY], 1, "fail            number of records: 2 (at least 3)"),
            ([MANY, LOST], 3, "could not tell  shelf is there: no column 'shelf' in the table of"),
            ([], 3, "could not tell  the suite can be run: the suite has no expectation"),
        ],
    )
    def test_one_of_a_file_in_place_of_ours(
        self, gate: Callable[..., Ran], tmp_path: Path, expectations: Any, code: int, said: str
    ) -> None:
        done = gate("refs.csv", "--suite", suite(tmp_path / "own.json", *expectations))
        assert said in done.stdout
        assert done.code == code
        assert done.stdout.count("number of records") == len(expectations) - (LOST in expectations)

    def test_a_broken_one_beside_a_good_one(self, gate: Callable[..., Ran], tmp_path: Path) -> None:
        (tmp_path / "broken.json").write_text("{", encoding="utf-8")
        good = suite(tmp_path / "good.json", COUNT)
        done = gate("refs.csv", "--suite", "broken.json", "--suite", good, "--format", "junit")
        assert done.code == 3
        cases = {s.get("name"): (s.get("failures"), s.get("errors")) for s in ET.XML(done.stdout)}
        assert cases == {"broken.json": ("0", "1"), "good.json": ("0", "0")}

    def test_an_edited_one_of_ours_survives(self, gate: Callable[..., Ran], tmp_path: Path) -> None:
        edited = tmp_path / "s" / "records.json"
        edited.parent.mkdir()
        suite(edited, COUNT)
        before = edited.read_bytes()
        done = gate("refs.csv", "--write-suites", "s", "--suite", str(edited), "--quiet")
        assert edited.read_bytes() == before
        assert "records.json: there already and not the same" in done.stderr
        assert done.code == 0
        assert (tmp_path / "s" / "measures.json").is_file()

    def test_the_configuration_names_them(self, gate: Callable[..., Ran], tmp_path: Path) -> None:
        suite(tmp_path / "own.json", COUNT)
        (tmp_path / "bibvalidator.toml").write_text(
            '[gates]\nsuites = ["own.json"]\n', encoding="utf-8"
        )
        done = gate("refs.csv", isolated=False)
        assert (done.code, done.stdout.count("pass ")) == (0, 1)

    def test_among_the_data_they_are_refused(
        self, gate: Callable[..., Ran], tmp_path: Path
    ) -> None:
        (tmp_path / "data").mkdir()
        shutil.move(tmp_path / "refs.csv", tmp_path / "data" / "refs.csv")
        (tmp_path / "data" / "bibvalidator.toml").write_text(
            '[gates]\nsuites = ["own.json"]\n', encoding="utf-8"
        )
        done = gate("data", isolated=False)
        assert done.code == 2
        assert "names suites under `gates.suites`" in done.stderr


class TestOptions:
    def test_without_values(self, gate: Callable[..., Ran], tmp_path: Path) -> None:
        own = suite(tmp_path / "own.json", VALID)
        given = ("refs.csv", "--suite", own, "--html", "page.html", "--no-values")
        done = gate(*given, "--tables", "t", "--tables-format", "csv", "--lang", "zh")
        assert done.code == 1
        assert "refs.csv:2  a\n" in done.stdout
        assert "\n  未通过          " in done.stdout  # as wide as the others, in columns
        assert "共1项门槛：通过0项，未通过1项，无法判定0项" in done.stdout
        page = (tmp_path / "page.html").read_text(encoding="utf-8")
        assert "Another title" not in done.stdout + page
        assert "a,refs.csv,1,2,book" in (tmp_path / "t" / "records.csv").read_text("utf-8")

    def test_a_file_that_cannot_be_read(self, gate: Callable[..., Ran], tmp_path: Path) -> None:
        (tmp_path / "lost.bib").write_bytes(b"\0\1\2" * 100)
        own = suite(tmp_path / "own.json", COUNT)
        done = gate("refs.csv", "lost.bib", "--suite", own, "-o", "out.txt")
        assert done.code == 3  # though the gate passes: nobody knows what is in that file
        assert "lost.bib: a binary file" in done.stderr
        assert "1 passed" in (tmp_path / "out.txt").read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (("--suite", "nowhere.json"), "cannot read the suite nowhere.json"),
            (("--data-docs", "d", "--no-values"), "Data Docs show values"),
            (("-o", "refs.csv"), "refs.csv is an input"),
            (("--suite", "own.json", "--html", "own.json"), "own.json is an input"),
            (("--html", "a", "-o", "a"), "another output"),
            (("--html", "no/such/page.html"), "there is no folder"),
        ],
    )
    def test_what_is_refused(
        self, gate: Callable[..., Ran], tmp_path: Path, arguments: tuple[str, ...], message: str
    ) -> None:
        suite(tmp_path / "own.json", COUNT)
        done = gate("refs.csv", *arguments)
        assert done.code == 2
        assert message in done.stderr

    @pytest.mark.parametrize("missing", apart.EXTRA)
    def test_without_the_extra(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], missing: str
    ) -> None:
        find = importlib.util.find_spec
        monkeypatch.setattr(
            importlib.util, "find_spec", lambda name: None if name == missing else find(name)
        )
        assert main(["gate", str(DEMO), *DAY]) == 2
        said = f"bibvalidator: gate needs {missing}: pip install 'bibvalidator[gates]'\n"
        assert capsys.readouterr().err == said


def test_a_process_that_dies_leaves_nothing_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from concurrent.futures.process import BrokenProcessPool

    class Pool:
        def submit(self, *_: object) -> None:
            raise BrokenProcessPool

    wanted = apart.Suite("s", "records", (COUNT, MANY))
    engine = apart.Engine(Pool())  # type: ignore[arg-type]
    found = engine.run([wanted], {}, day=None)  # type: ignore[arg-type]
    assert ["ended before its time" in result.error for result in found] == [True, True]
