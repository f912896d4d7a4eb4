"""The command, run as its users run it: real files, real processes, exit codes."""

from __future__ import annotations

import csv
import gzip
import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

DEMO = Path(__file__).parents[1] / "data" / "demo"
GOOD = """\
@article{turing1950,
  author = {Turing, A. M.},
  title = {Computing Machinery and Intelligence},
  journal = {Mind},
  year = {1950},
  volume = {59},
  number = {236},
  pages = {433--460},
  doi = {10.1093/mind/LIX.236.433}
}
"""
FAULTY = GOOD.replace("10.1093", "10.1093 /")


def run(
    *args: str | Path, cwd: Path | None = None, stdin: bytes = b"", **env: str
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "validator", *map(str, args)]
    variables = {k: v for k, v in os.environ.items() if not k.startswith("BIBVALIDATOR_")}
    return subprocess.run(
        command, cwd=cwd, input=stdin, capture_output=True, env=variables | env, check=False
    )


def findings(*args: str | Path, cwd: Path | None = None) -> list[dict[str, object]]:
    done = run("check", *args, "--format", "jsonl", "--isolated", "--today", "2026-07-01", cwd=cwd)
    assert not done.stderr, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.bib"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "faulty.bib"
    path.write_text(FAULTY, encoding="utf-8")
    return path


class TestExitCodes:
    def test_clean(self, good: Path) -> None:
        done = run("check", good)
        assert done.returncode == 0, done.stdout.decode()
        assert done.stdout.decode().startswith("1 record in 1 file; 0 faulty")

    def test_findings(self, faulty: Path) -> None:
        assert run("check", faulty).returncode == 1
        assert run("check", faulty, "--fail-on", "never").returncode == 0
        assert run("check", faulty, "--ignore", "DOI001").returncode == 0

    @pytest.mark.parametrize("level", ["warning", "info"])
    def test_an_error_fails_at_every_level(self, faulty: Path, level: str) -> None:
        assert run("check", faulty, "--fail-on", level).returncode == 1

    @pytest.mark.parametrize(
        ("args", "says"),
        [
            (["check", "nowhere.bib"], "no file or folder nowhere.bib"),
            (["check", "."], "no file of a known format"),
            (["check"], "PATH"),
            (["check", "-"], "--input-format"),
            (["check", "x.txt", "--input-format", "bibtxt"], "unknown format 'bibtxt'"),
            (["check", "x.txt", "--select", "DOI01"], "did you mean 'DOI0"),
            (["check", "x.txt", "--ignore", "doi-mising"], "did you mean 'doi-missing'"),
            (["check", "x.txt", "--severity-of", "DOI001=fatal"], "level"),
            (["check", "x.txt", "--config", "nowhere.toml"], "no configuration file"),
            (["check", "x.txt", "--today", "tomorrow"], "today"),
            (["check", "x.txt"], "the format is not recognised"),
            (["explain", "XYZ999"], "no rule is called 'XYZ999'"),
            (["frobnicate"], "frobnicate"),
        ],
    )
    def test_wrong_usage(self, tmp_path: Path, args: list[str], says: str) -> None:
        (tmp_path / "x.txt").write_text("Dear all,\nthe minutes are below.\n")
        done = run(*args, cwd=tmp_path)
        assert done.returncode == 2
        assert says in done.stderr.decode()
        assert not done.stdout

    @pytest.mark.parametrize(
        ("name", "content", "says"),
        [
            ("x.bib", b"\x00\x01\x02\x03" * 100, "a binary file, not text"),
            ("x.bib", b"no entry stands here, only words\n" * 3, "no record found"),
            ("x.bib.gz", gzip.compress(GOOD.encode() * 50)[:-9], "cannot be read"),
        ],
    )
    def test_not_evaluated(self, tmp_path: Path, name: str, content: bytes, says: str) -> None:
        (tmp_path / name).write_bytes(content)
        done = run("check", name, cwd=tmp_path)
        assert done.returncode == 3, done.stdout.decode()
        assert says in done.stderr.decode()
        assert name in done.stderr.decode()

    def test_3_wins_over_1_and_the_others_are_checked(self, faulty: Path) -> None:
        (faulty.parent / "x.bib").write_bytes(b"\x00\x01\x02\x03" * 100)
        done = run("check", faulty, faulty.parent / "x.bib", "--format", "concise")
        assert done.returncode == 3
        assert "DOI001" in done.stdout.decode()

    @pytest.mark.parametrize("content", [b"", b"  \n\n", b"% a comment\n", b"@comment{x}\n", b"[]"])
    def test_nothing_in_it(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "x.bib"
        path.write_bytes(content)
        done = run("check", path)
        assert done.returncode == 0, done.stderr.decode()
        assert "COL005" in done.stdout.decode()


class TestInputs:
    def test_standard_input(self) -> None:
        done = run(
            "check", "-", "--input-format", "bibtex", "--format", "concise", stdin=FAULTY.encode()
        )
        assert done.returncode == 1
        assert done.stdout.decode().startswith("-:9: DOI001 ")

    def test_gzip_and_folder(self, tmp_path: Path) -> None:
        (tmp_path / "sub").mkdir()
        (tmp_path / "sub" / "a.bib.gz").write_bytes(gzip.compress(FAULTY.encode()))
        (tmp_path / "b.bib").write_text(GOOD)
        found = findings(tmp_path, "--select", "DOI001")
        assert len(found) == 1
        assert str(found[0]["path"]).endswith("sub/a.bib.gz")

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("style.css", "a {}\n@media print { a {} }\n"),  # looks like an entry of BibTeX
            ("writer.py", "@writer('x')\ndef write(): ...\n"),
            ("page.html", f"<!doctype html>\n<pre>\n{FAULTY}</pre>\n"),
            ("README.md", f"```bibtex\n{FAULTY}```\n"),  # an example
        ],
    )
    def test_a_walk_leaves_what_only_shows_records(
        self, good: Path, name: str, content: str
    ) -> None:
        (good.parent / name).write_text(content)
        done = run("check", ".", "--format", "concise", cwd=good.parent)
        assert done.stdout.decode().startswith("1 record in 1 file; 0 faulty")

    def test_a_page_that_is_named_is_read(self, tmp_path: Path) -> None:
        (tmp_path / "page.html").write_text(f"<!doctype html>\n<pre>\n{FAULTY}</pre>\n")
        assert "DOI001" in run("check", "page.html", cwd=tmp_path).stdout.decode()

    def test_inputs_are_never_modified(self, tmp_path: Path) -> None:
        before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in DEMO.iterdir()}
        run("check", DEMO, "--html", tmp_path / "r.html")
        run("dedupe", DEMO, "-o", tmp_path / "c.csv")
        assert before == {
            path: (path.read_bytes(), path.stat().st_mtime_ns) for path in DEMO.iterdir()
        }


class TestOutputs:
    def test_jsonl_keys(self, faulty: Path) -> None:
        (found,) = findings(faulty, "--select", "DOI001")
        assert list(found) == [
            "code",
            "name",
            "severity",
            "record",
            "variable",
            "message",
            "value",
            "suggestion",
            "safe",
            "moves",
            "path",
            "line",
            "column",
            "record_number",
            "related",
            "fingerprint",
        ]
        assert found["code"] == "DOI001"
        assert found["record"] == "turing1950"
        assert found["variable"] == "DOI"
        assert (found["line"], found["record_number"]) == (9, 1)
        assert len(str(found["fingerprint"])) == 16

    def test_json(self, faulty: Path) -> None:
        done = run("check", faulty, "--format", "json", "--select", "DOI001")
        data = json.loads(done.stdout)
        assert data["summary"] == {
            "records": 1,
            "unreadable": 0,
            "findings": {"error": 1, "warning": 0, "info": 0},
            "clusters": 0,
            "accepted": 0,
        }
        assert [finding["code"] for finding in data["findings"]] == ["DOI001"]

    def test_output_file(self, faulty: Path) -> None:
        target = faulty.parent / "out.txt"
        done = run("check", faulty, "-o", target, "--format", "concise")
        assert not done.stdout
        assert "DOI001" in target.read_text()
        assert list(faulty.parent.glob(".bibvalidator-*")) == []

    def test_an_output_that_cannot_be_written(self, faulty: Path) -> None:
        done = run("check", faulty, "-o", faulty.parent / "no" / "out.txt")
        assert done.returncode == 2
        assert "cannot write" in done.stderr.decode()

    @pytest.mark.skipif(os.name != "posix", reason="named pipes and links as POSIX has them")
    def test_a_pipe_or_a_link_is_never_replaced(self, faulty: Path) -> None:
        pipe, real, link = (faulty.parent / name for name in ("pipe", "real.txt", "link.txt"))
        os.mkfifo(pipe)
        command = [sys.executable, "-m", "validator", "check", str(faulty), "-o", str(pipe)]
        with subprocess.Popen(command) as running:
            assert "DOI001" in pipe.read_text()
        assert running.returncode == 1
        assert pipe.is_fifo()
        real.write_text("before")
        link.symlink_to(real)
        run("check", faulty, "-o", link)
        assert link.is_symlink()
        assert "DOI001" in real.read_text()

    def test_no_values(self, faulty: Path) -> None:
        page = faulty.parent / "r.html"
        done = run("check", faulty, "--no-values", "--html", page, "--format", "json")
        for text in (done.stdout.decode(), page.read_text(encoding="utf-8")):
            assert "mind/LIX" not in text
            assert "Turing, A. M." not in text

    def test_max_findings(self) -> None:
        done = run("check", DEMO, "--max-findings", "2", "--format", "concise")
        lines = done.stdout.decode().splitlines()
        assert len(lines) == 4
        assert "more findings are not shown" in lines[2]

    def test_statistics_go_to_standard_error(self, faulty: Path) -> None:
        done = run("check", faulty, "--statistics", "--format", "jsonl")
        assert "DOI001 doi-malformed" in done.stderr.decode()
        for line in done.stdout.decode().splitlines():
            json.loads(line)

    def test_hostile_values_do_not_reach_the_terminal(self, tmp_path: Path) -> None:
        path = tmp_path / "x.bib"
        path.write_bytes(GOOD.replace("Mind", "Mi\x1b[31mnd\u202e").encode() + b"% \xff\n")
        for form in ("full", "concise", "json", "jsonl"):
            text = run("check", path, "--format", form).stdout
            assert b"\x1b" not in text
            assert "\u202e" not in text.decode()

    def test_a_file_name_cannot_begin_a_line(self, tmp_path: Path) -> None:
        path = tmp_path / "a\nb.bib:1: DOI001 forged.bib"
        path.write_text(FAULTY)
        for form in ("full", "concise"):
            for line in run("check", path, "--format", form).stdout.decode().splitlines():
                assert not line.startswith("b.bib:1")

    def test_a_closed_pipe_is_no_error(self) -> None:
        command = f"{sys.executable} -m validator check {DEMO} --format jsonl | head -n 1"
        done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
        assert b"Traceback" not in done.stderr
        assert done.stdout.count(b"\n") == 1


class TestDeterminism:
    def test_same_bytes_for_any_hash_seed_and_number_of_processes(self, tmp_path: Path) -> None:
        outputs = set()
        for seed, jobs in (("0", "1"), ("1", "1"), ("2", "2")):
            page = tmp_path / "r.html"
            done = run(
                *("check", DEMO, "--format", "json", "--today", "2026-07-01", "--html", page),
                *("--jobs", jobs, "--quiet"),
                PYTHONHASHSEED=seed,
            )
            page_text = page.read_bytes().replace(f"jobs {jobs}".encode(), b"jobs")
            outputs.add((done.stdout, len(page_text)))
        assert len(outputs) == 1

    def test_moving_a_record_keeps_its_fingerprints(self, tmp_path: Path) -> None:
        first, second = tmp_path / "a.bib", tmp_path / "b.bib"
        first.write_text(FAULTY + "\n" + GOOD.replace("turing1950", "other"))
        second.write_text("% moved\n\n" + GOOD.replace("turing1950", "other") + "\n" + FAULTY)

        def prints(path: Path) -> list[object]:
            return [finding["fingerprint"] for finding in findings(path, "--select", "DOI001")]

        assert prints(first) == prints(second)

    def test_equal_findings_are_told_apart(self, tmp_path: Path) -> None:
        path = tmp_path / "a.bib"
        path.write_text(FAULTY * 3)
        marks = [str(f["fingerprint"]) for f in findings(path, "--select", "DOI001")]
        assert marks == [marks[0], f"{marks[0]}-2", f"{marks[0]}-3"]


class TestConfiguration:
    def test_per_file_ignores_and_severity(self, tmp_path: Path) -> None:
        (tmp_path / "theses").mkdir()
        (tmp_path / "theses" / "a.bib").write_text(FAULTY)
        (tmp_path / "b.bib").write_text(FAULTY)
        (tmp_path / "bibvalidator.toml").write_text(
            '[per-file-ignores]\n"theses/*.bib" = ["DOI001"]\n[severity]\ndoi-malformed = "info"\n'
        )
        done = run("check", ".", "--format", "jsonl", "--select", "DOI001", cwd=tmp_path)
        found = [json.loads(line) for line in done.stdout.decode().splitlines()]
        assert [(f["path"], f["severity"]) for f in found] == [("b.bib", "info")]
        assert done.returncode == 0

    def test_a_rule_of_ones_own(self, tmp_path: Path) -> None:
        (tmp_path / "house_rules.py").write_text(
            "from validator import Example, Finding, Record, rule\n"
            "from validator.finding import Severity\n\n"
            "SHOUT = (Example(Record(title='a')),\n"
            "         Example(Record(title='a!'), ('a title shouts',)))\n\n"
            "@rule('XYZ001', 'title-shouts', severity=Severity.ERROR, reads=('title',),\n"
            "      examples=SHOUT)\n"
            "def title_shouts(record):\n"
            "    '''The title ends in an exclamation mark.'''\n"
            "    if record.title.endswith('!'):\n"
            "        yield Finding('title', 'a title shouts', value=record.title)\n"
        )
        (tmp_path / "bibvalidator.toml").write_text('rules = ["./house_rules.py"]\n')
        (tmp_path / "a.bib").write_text(GOOD.replace("Intelligence", "Intelligence!"))
        done = run("check", "a.bib", "--format", "concise", cwd=tmp_path)
        assert b"a.bib:3: XYZ001 a title shouts" in done.stdout
        assert done.returncode == 1

    def test_config_tells_where_values_come_from(self, tmp_path: Path) -> None:
        (tmp_path / "bibvalidator.toml").write_text('fail-on = "warning"\n')
        text = run("config", ".", "--jobs", "2", cwd=tmp_path, BIBVALIDATOR_PROFILE="crossref")
        lines = text.stdout.decode().splitlines()
        assert any(re.match("fail-on = warning  # .*toml", line) for line in lines)
        assert "jobs = 2  # the command line" in lines
        assert "profile = crossref  # BIBVALIDATOR_PROFILE" in lines


class TestTexts:
    def test_explain(self) -> None:
        text = run("explain", "DOI001", "doi-missing").stdout.decode()
        for word in ("DOI001 doi-malformed", "DOI003 doi-missing", "Why:", "Not found:", "Source:"):
            assert word in text

    def test_explain_a_family(self) -> None:
        assert run("explain", "DOI").stdout.decode().count("Why:") >= 5

    def test_rules(self) -> None:
        lines = run("rules").stdout.decode().splitlines()
        assert lines == sorted(lines)
        assert any(line.startswith("DOI001 error   on  doi-malformed: ") for line in lines)
        rows = json.loads(run("rules", "--format", "json").stdout)
        assert [row["code"] for row in rows] == [line[:6] for line in lines]

    def test_formats(self, faulty: Path) -> None:
        assert "cn-page" in run("formats").stdout.decode()
        text = run("formats", "--explain", faulty).stdout.decode()
        assert "read as bibtex" in text
        assert "journal -> container-title" in text

    def test_version(self) -> None:
        from validator import __version__

        assert run("--version").stdout.decode() == f"bibvalidator {__version__}\n"


def test_an_error_of_the_program_is_no_finding(
    faulty: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An uncaught exception would end with 1, as findings do."""
    from validator import auditing
    from validator.cli import main

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("a rule broke")

    monkeypatch.setattr(auditing, "check", fail)
    assert main(["check", str(faulty), "--isolated"]) == 3
    assert "RuntimeError: a rule broke" in capsys.readouterr().err


def test_the_order_of_records_is_nothing(tmp_path: Path) -> None:
    """Findings tell the same of the same records, wherever they stand in the file."""
    source = DEMO.parent / "duplicates" / "records.csv"
    with source.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    told = []
    for seed in (None, 1, 2):
        if seed is not None:
            random.Random(seed).shuffle(rows)
        with (tmp_path / "records.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([head, *rows])
        found = findings("records.csv", cwd=tmp_path)
        keys = ("code", "record", "variable", "value", "suggestion", "fingerprint", "related")
        told.append(sorted(json.dumps([one[key] for key in keys]) for one in found))
    assert len(told[0]) > 100
    assert told[0] == told[1] == told[2]
