"""Findings that were accepted stay quiet, and are told of once they are gone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from validator.cli import main

ENTRY = (
    "@article{{{key}, title={{{title}}}, author={{Woolf, Virginia}}, journal={{日本文学}},"
    " year=1925{more}}}\n"
)
VERSION = '{"bibvalidator": "%s", "version": 1}\n'


def entry(key: str = "a", title: str = "Mrs Dalloway,", more: str = "") -> str:
    return ENTRY.format(key=key, title=title, more=more)


class Folder:
    """A folder with one BibTeX file, and what the command prints about it."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path = path
        self.capsys = capsys
        self.errors = ""

    def write(self, *entries: str, name: str = "refs.bib") -> None:
        (self.path / name).write_text("".join(entries), encoding="utf-8")

    def run(self, *arguments: str) -> tuple[int, list[str]]:
        """The exit code and, of each finding, its record or place with its code."""
        code = main([*arguments, "--isolated", "--quiet", "--format", "jsonl"])
        out, self.errors = self.capsys.readouterr()
        findings = map(json.loads, out.splitlines())
        return code, [f"{f['record'] or f['path']} {f['code']}" for f in findings]

    def check(self, *arguments: str) -> tuple[int, list[str]]:
        return self.run("check", "refs.bib", "--select", "TIT,SUP", "--fail-on=info", *arguments)

    def baseline(self, *arguments: str) -> int:
        code = main(["baseline", *arguments, "--select", "TIT,SUP", "-o", "b.jsonl", "--isolated"])
        self.errors = self.capsys.readouterr().err
        return code


@pytest.fixture
def folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Folder:
    monkeypatch.chdir(tmp_path)
    return Folder(tmp_path, capsys)


class TestBaseline:
    @pytest.fixture(autouse=True)
    def accepted(self, folder: Folder) -> None:
        folder.write(entry("a"), entry("b", "戴洛维夫人,"))
        assert folder.baseline("refs.bib") == 0
        assert folder.errors == "b.jsonl: 2 kept\n"

    def test_what_it_holds_is_quiet(self, folder: Folder) -> None:
        assert folder.check()[1] == ["a TIT004", "b TIT004"]
        assert folder.check("--baseline", "b.jsonl") == (0, [])

    def test_moved_reordered_and_reformatted(self, folder: Folder) -> None:
        folder.write("\n\n% moved\n", entry("b", "戴洛维夫人,"), entry("a", more=",\n  volume = 3"))
        assert folder.check("--baseline", "b.jsonl") == (0, [])

    def test_a_new_finding_is_told(self, folder: Folder) -> None:
        folder.write(entry("a"), entry("b", "戴洛维夫人,"), entry("c", "Миссис Дэллоуэй,"))
        assert folder.check("--baseline", "b.jsonl") == (1, ["c TIT004"])

    def test_the_same_finding_once_more_is_told(self, folder: Folder) -> None:
        folder.write(entry("a"), entry("a"), entry("b", "戴洛维夫人,"))
        assert folder.check("--baseline", "b.jsonl") == (1, ["a TIT004"])

    def test_a_fixed_one_is_told_until_pruned(self, folder: Folder) -> None:
        folder.write(entry("a"), entry("b", "戴洛维夫人"))
        assert folder.check("--baseline", "b.jsonl") == (1, ["b.jsonl SUP001"])
        folder.write(entry("a"), entry("b", "戴洛维夫人"), entry("c"))
        assert folder.baseline("refs.bib", "--prune") == 0
        assert folder.errors == "b.jsonl: 1 of 2 kept\n"
        assert folder.check("--baseline", "b.jsonl") == (1, ["c TIT004"])

    def test_what_was_not_run_is_not_judged(self, folder: Folder) -> None:
        folder.write(entry("x", "Orlando"), name="other.bib")
        ran = ("--fail-on=info", "--baseline", "b.jsonl")
        assert folder.run("check", "refs.bib", "--select", "SUP,JNL", *ran) == (0, [])
        assert folder.run("check", "other.bib", "--select", "SUP,TIT", *ran) == (0, [])
        assert folder.baseline("other.bib", "--prune") == 0
        assert folder.errors == "b.jsonl: 2 of 2 kept\n"

    def test_a_file_that_is_gone_is_pruned(self, folder: Folder) -> None:
        (folder.path / "refs.bib").rename(folder.path / "renamed.bib")
        folder.write(entry("x", "Orlando"), name="other.bib")
        assert folder.baseline("other.bib", "--prune") == 0
        assert folder.errors == "b.jsonl: 0 of 2 kept\n"

    def test_it_is_the_same_bytes_in_every_run(self, folder: Folder) -> None:
        before = (folder.path / "b.jsonl").read_bytes()
        folder.write(entry("b", "戴洛维夫人,"), entry("a"))
        folder.baseline("refs.bib")
        assert (folder.path / "b.jsonl").read_bytes() == before

    def test_the_configuration_names_it(self, folder: Folder) -> None:
        (folder.path / "bibvalidator.toml").write_text('baseline = "b.jsonl"\nselect = ["TIT"]\n')
        assert main(["check", "refs.bib", "--quiet", "--fail-on=info"]) == 0
        assert "2 accepted findings left out" in folder.capsys.readouterr().out


class TestSuppressions:
    @pytest.mark.parametrize(
        ("line", "left"),
        [
            ({"record": "a", "variable": "title"}, []),
            ({"record": "a"}, []),
            ({"record": "a", "expires": "2026-01-02"}, []),  # the last day
            ({"record": "a", "expires": "2026-01-01"}, ["a TIT004", "s.jsonl SUP001"]),
            ({"record": "a", "variable": "DOI"}, ["a TIT004", "s.jsonl SUP001"]),
            ({"record": "b"}, ["a TIT004", "s.jsonl SUP001"]),
        ],
    )
    def test_an_entry(self, folder: Folder, line: dict[str, str], left: list[str]) -> None:
        folder.write(entry("a"))
        text = json.dumps({"code": "title-trailing-punct", "reason": "printed so", **line})
        (folder.path / "s.jsonl").write_text(VERSION % "suppressions" + text + "\n")
        found = folder.check("--suppressions", "s.jsonl", "--today", "2026-01-02")
        assert found == (int(bool(left)), left)

    def test_by_fingerprint(self, folder: Folder) -> None:
        folder.write(entry("a"), entry("b"))
        main(["check", "refs.bib", "--select", "TIT", "--isolated", "--format", "jsonl"])
        first = json.loads(folder.capsys.readouterr().out.splitlines()[0])
        text = json.dumps({"code": "TIT004", "fingerprint": first["fingerprint"]})
        (folder.path / "s.jsonl").write_text(VERSION % "suppressions" + text)
        assert folder.check("--suppressions", "s.jsonl") == (1, ["b TIT004"])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "not a line of JSON"),
        ('{"bibvalidator": "suppressions", "version": 2}', "of a version that is known"),
        ('{"bibvalidator": "baseline", "version": 1}', "of a version that is known"),
        (VERSION % "suppressions" + "{", "s.jsonl:2: not a line of JSON"),
        (VERSION % "suppressions" + "[]", "s.jsonl:2: an object is wanted"),
        (VERSION % "suppressions" + '{"record": "a"}', "code: a string is wanted"),
        (VERSION % "suppressions" + '{"code": "TIT004"}', "record: a string is wanted"),
        (VERSION % "suppressions" + '{"code": "TIT04"}', "did you mean 'TIT0"),
        (
            VERSION % "suppressions" + '{"code": "TIT004", "record": "a", "expires": "soon"}',
            "expires: a date is wanted, such as 2027-01-31, not 'soon'",
        ),
    ],
)
def test_a_file_that_is_none_is_wrong_usage(folder: Folder, text: str, word: str) -> None:
    folder.write(entry("a"))
    (folder.path / "s.jsonl").write_text(text)
    assert main(["check", "refs.bib", "--suppressions", "s.jsonl", "--isolated"]) == 2
    assert word in folder.capsys.readouterr().err


def test_a_baseline_that_is_not_there(folder: Folder) -> None:
    folder.write(entry("a"))
    assert main(["check", "refs.bib", "--baseline", "b.jsonl", "--isolated"]) == 2
    assert "cannot read the baseline b.jsonl" in folder.capsys.readouterr().err


class TestMarks:
    @pytest.mark.parametrize(
        ("text", "left"),
        [
            (entry(more=", bibvalidator={ignore TIT004}"), []),
            (entry(more=", bibvalidator={ignore: DOI, TIT}"), []),  # DOI is not run
            (entry(more=", bibvalidator={ignore TIT, TIT002}"), ["a SUP001"]),
            ("% bibvalidator: ignore TIT004\n" + entry(), []),
            ("bibvalidator: ignore TIT004\n" + entry(), []),  # outside entries all is comment
            ("% bibvalidator: ignore TIT004\r\n\r\n" + entry(), []),
            ("% bibvalidator: ignore TIT004\n% another comment\n" + entry(), ["a TIT004"]),
            ("% bibvalidator: ignored TIT004\n" + entry(), ["a TIT004"]),
            (
                "% bibvalidator: ignore TIT004\n" + entry("a") + "\n" + entry("b"),
                ["b TIT004"],
            ),
            (
                entry("a", more=", note={bibvalidator: ignore TIT004}") + entry("b"),
                ["a TIT004", "b TIT004"],
            ),
        ],
    )
    def test_in_bibtex(self, folder: Folder, text: str, left: list[str]) -> None:
        folder.write(text)
        assert folder.check()[1] == left

    def test_in_a_table(self, folder: Folder) -> None:
        (folder.path / "t.csv").write_text(
            'key,title,bibvalidator\na,"Orlando,",ignore TIT004\nb,"Orlando,",\n'
        )
        found = folder.run("check", "t.csv", "--select", "TIT,SUP", "--fail-on=info")
        assert found == (1, ["b TIT004"])

    def test_findings_of_the_whole_collection(self, folder: Folder) -> None:
        folder.write(entry("a"), entry("a", "Orlando", ", bibvalidator={ignore key-duplicate}"))
        assert folder.run("check", "refs.bib", "--select", "REC001,SUP") == (0, [])
