"""What has changed since an earlier run, or since a baseline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator import auditing, trends
from validator.audit import Trend
from validator.cli import main
from validator.config import Settings
from validator.errors import UsageError
from validator.finding import Finding

ONE = "@article{a, author = {Roe, Jo}, title = {A title}, journal = {Mind}, year = {2019}}\n"
TWO = ONE.replace("A title", "THE ORIGIN OF ALL SPECIES").replace("{a,", "{b,")
THREE = "@article{c, author = {Doe, Di}, title = {Third}, journal = {Mind}, pages = {9--3}}\n"

HEAD = '{"summary": {"records": 2, "findings": {"error": 1, "warning": 0, "info": 0}}, "findings": '
ITEM = '{"code": "DOI003", "fingerprint": "0011223344556677"}'
DEEP = "[" * 100_000


def run(*args: str) -> int:
    return main(["check", "a.bib", "--isolated", "--select", "DAT001,PAG002,TIT002,DOI003", *args])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


class TestRead:
    @pytest.mark.parametrize("name", ["json", "jsonl"])
    def test_what_a_run_writes(self, name: str) -> None:
        write("a.bib", ONE + TWO)
        run("--format", name, "-o", f"before.{name}", "--quiet")
        earlier = trends.read(f"before.{name}")
        assert earlier.counts == {"DOI003": 2, "TIT002": 1}
        assert len(earlier.fingerprints) == 3
        assert earlier.records == (2 if name == "json" else None)

    @pytest.mark.parametrize("text", ["", "\ufeff", "\n"])
    def test_a_run_that_found_nothing(self, text: str) -> None:
        assert trends.read(write("before.jsonl", text)).counts == {}

    def test_values_of_every_kind(self) -> None:
        item = json.dumps({"code": "A", "fingerprint": "f", "value": "\udc80 \u2028 \x00"})
        assert trends.read(write("a.jsonl", f"{item}\n{item}\n")).counts == {"A": 2}

    def test_json_that_another_program_has_laid_out(self) -> None:
        text = json.dumps(json.loads(f"{HEAD}[{ITEM}]}}"), indent=2)
        assert trends.read(write("before.json", text)).counts == {"DOI003": 1}

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("", "before.json: not JSON: "),
            ("no JSON", "before.json: not JSON: "),
            (f"{HEAD}[{ITEM}", "before.json: not JSON: "),  # cut off
            (DEEP, "before.json: not JSON: "),
            ("[]", "before.json is no earlier run: what `check --format json`"),
            ("null", "before.json is no earlier run: "),
            ('{"runs": []}', "before.json is no earlier run: "),  # SARIF
            ('{"summary": {}, "findings": []}', "summary: records: a number is wanted, not None"),
            (f"{HEAD}[]}}", "before.json lists 0 of 1 findings: a run without --max-findings"),
            (f"{HEAD}[3]}}", "before.json: finding 1: an object is wanted"),
            (f'{HEAD}[{{"code": "A"}}]}}', "finding 1: fingerprint: a string is wanted, not ''"),
            (f"{ITEM}\n{ITEM[:-1]}", "before.json:2: not JSON: "),
            (f"{ITEM}\n[]\n", "before.json:2: an object is wanted"),
            (f'{ITEM}\n{{"code": 3}}\n', "before.json:2: code: a string is wanted, not 3"),
        ],
        ids=lambda text: text[:30],
    )
    def test_something_else(self, text: str, says: str) -> None:
        with pytest.raises(UsageError) as caught:
            trends.read(write("before.json", text))
        assert says in str(caught.value)

    @pytest.mark.parametrize("path", ["nowhere.json", ".", "a\0b"])
    def test_what_cannot_be_read(self, path: str) -> None:
        with pytest.raises(UsageError, match="cannot read the earlier run"):
            trends.read(path)

    def test_what_is_no_text(self) -> None:
        Path("before.json").write_bytes(b"\xff\xfe\x00")
        with pytest.raises(UsageError, match=r"cannot read the earlier run before\.json"):
            trends.read("before.json")


found = st.lists(st.tuples(st.sampled_from("ABC"), st.integers(0, 9)), unique=True)


@given(found, found)
def test_what_is_new_and_gone(before: list[tuple[str, int]], now: list[tuple[str, int]]) -> None:
    earlier = trends.Earlier(
        "f",
        {code: sum(c == code for c, _ in before) for code, _ in before},
        {f"{code}{n}" for code, n in before},
        None,
    )
    findings = [Finding("v", "t", code=code, fingerprint=f"{code}{n}") for code, n in now]
    since = trends.since_run(earlier, findings)
    total = since.total
    assert (total.before, total.now) == (len(before), len(now))
    assert (total.new, total.gone) == (len({*now} - {*before}), len({*before} - {*now}))
    assert all(rule.now == sum(code == rule.code for code, _ in now) for rule in since.rules)


class TestOfARun:
    def test_since_a_run(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("a.bib", ONE + TWO)
        run("--format", "json", "-o", "before.json", "--quiet")
        write("a.bib", THREE + ONE)
        run("--compare", "before.json", "-o", "out")
        assert "bibvalidator: 3 findings new since before.json, 2 gone" in capsys.readouterr().err

    def test_since_a_baseline(self) -> None:
        write("a.bib", ONE + TWO)
        flags = ["--isolated", "--select", "PAG002,TIT002,DOI003,DAT001"]
        main(["baseline", "a.bib", "-o", "base.jsonl", *flags, "--quiet"])
        write("a.bib", THREE + ONE)
        settings = Settings(
            baseline="base.jsonl", select=("PAG002", "TIT002", "DOI003", "DAT001", "SUP001")
        )
        since = auditing.check("a.bib", settings=settings).trends
        assert since is not None
        assert since.is_baseline
        assert since.rules == (
            Trend("DAT001", 0, 1, 0),
            Trend("DOI003", 2, 1, 1),
            Trend("PAG002", 0, 1, 0),
            Trend("TIT002", 1, 0, 1),
        )

    def test_a_baseline_of_other_rules_and_files_is_not_gone(self) -> None:
        write("a.bib", ONE)
        write("b.bib", TWO)
        main(["baseline", ".", "-o", "base.jsonl", "--isolated", "--quiet"])
        settings = Settings(baseline="base.jsonl", select=("DOI003",))
        since = auditing.check("a.bib", settings=settings).trends
        assert since is not None
        assert since.rules == (Trend("DOI003", 1, 0, 0),)

    def test_without_either_there_are_none(self) -> None:
        write("a.bib", ONE)
        assert auditing.check("a.bib").trends is None

    @pytest.mark.parametrize(
        ("args", "says"),
        [
            (["--compare", "nowhere.json"], "cannot read the earlier run nowhere.json"),
            (["--compare", "a.bib"], "a.bib: not JSON"),
            (["--compare", "a.json", "-o", "a.json"], "a.json is an input, and is not written"),
        ],
    )
    def test_exit_2(self, args: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
        write("a.bib", ONE)
        write("a.json", "{}")
        assert run(*args) == 2
        assert says in capsys.readouterr().err

    def test_other_outputs_stay_the_same(self) -> None:
        write("a.bib", ONE + TWO)
        run("--format", "json", "-o", "before.json", "--quiet")
        run("--format", "json", "-o", "after.json", "--quiet", "--compare", "before.json")
        assert Path("before.json").read_bytes() == Path("after.json").read_bytes()
