"""`bibvalidator clean` to another format: mended as what it becomes, nothing lost on the way."""

from __future__ import annotations

import csv
import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from clean_command import BROKEN, REFS, clean, done, log_of

import validator
from validator.cleaning.account import Account
from validator.config import Settings

DEMO = Path(__file__).parents[1] / "data" / "demo"
SETTINGS = Settings(today=datetime.date(2026, 7, 1), jobs=1)

NBIB = """\
PMID- 12345678
TI  - Soils &amp; rice of the north
FAU - Berg, Ada
JT  - Soils
DP  - 2019
VI  - 3
PG  - 1-9
AID - 10.5334/a-1 [doi]

PMID- 12345678
TI  - Soils & rice of the north
FAU - Berg, Ada
JT  - Soils
DP  - 2019
VI  - 3
PG  - 1-9
AB  - All about the soils.
AID - 10.5334/a-1 [doi]
"""


def converted(path: Path, out: str, **options: Any) -> tuple[Account, str]:
    """The account of a conversion, and what it writes."""
    target = path.with_name(out)
    account = validator.clean(
        path, target, log=path.with_name("log.jsonl"), settings=SETTINGS, **options
    )
    return account, target.read_text(encoding="utf-8")


def told(path: Path, kind: str) -> list[dict[str, Any]]:
    return log_of(path.with_name("log.jsonl"), kind)


@pytest.mark.parametrize("suffix", ["ris", "json", "jsonl", "csv", "tsv"])
def test_conversion_and_back(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "refs.bib").write_text(REFS, encoding="utf-8")
    said = done("refs.bib", "-o", f"out.{suffix}", "--log", "log.jsonl", cwd=tmp_path)
    assert "2 records read = 2 written" in said
    (written,) = log_of(tmp_path / "log.jsonl", "written")
    assert (written["records"], written["inputs"]) == (2, ["refs.bib"])
    done(f"out.{suffix}", "-o", "back.bib", cwd=tmp_path)
    made = (tmp_path / "back.bib").read_text(encoding="utf-8")
    for value in (
        *("@article{turing1950,", "{Turing, A. M.}", r"{Computing Machinery \& Intelligence}"),
        *("{1950}", "{10.1145/321420.321422}", "{Journal of the ACM}", "{Mind}"),
    ):
        assert value in made
    ended = clean(f"out.{suffix}", "--undo", "log.jsonl", "-o", "b.bib", cwd=tmp_path)
    assert ended.returncode == 2
    assert "was written anew in another format" in ended.stderr.decode()


def test_several_files_become_one(tmp_path: Path) -> None:
    said = done(DEMO, "-o", "all.json", "--to", "csl-json", "--rejects", "r.jsonl", cwd=tmp_path)
    items = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    written = int(said.split(" written")[0].rsplit(" ", 1)[1])
    assert len(items) == written
    assert "without a field in csl-json, kept in the note:" in said


def test_an_unreadable_stretch_has_no_place_in_another_format(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BROKEN, encoding="utf-8")
    ended = clean("refs.bib", "-o", "out.ris", cwd=tmp_path)
    assert ended.returncode == 2
    assert "name a file for it: --rejects FILE" in ended.stderr.decode()
    assert not (tmp_path / "out.ris").exists()


@pytest.mark.parametrize(
    "out", ["out.bib", "out.ris", "out.json", "out.jsonl", "out.csv", "out.xml"]
)
def test_what_is_not_edited_in_place_is_mended_as_what_it_becomes(tmp_path: Path, out: str) -> None:
    path = tmp_path / "refs.nbib"
    path.write_text(NBIB, encoding="utf-8")
    to = "endnote-xml" if out == "out.xml" else ""
    account, text = converted(path, out, to=to, map=tmp_path / "map.csv")
    assert (account.read, account.written, account.merged) == (2, 1, 1)
    assert "amp;amp;" not in text
    assert "All about the soils" in text
    assert {(one["rule"], one.get("line")) for one in told(path, "change")} >= {("ENC001", 1)}
    assert told(path, "left") == []
    with (tmp_path / "map.csv").open(encoding="utf-8") as file:
        assert len(list(csv.reader(file))) == 3


def test_a_fix_that_the_format_of_the_source_cannot_hold(tmp_path: Path) -> None:
    """A table without a column for the issue."""
    path = tmp_path / "refs.csv"
    path.write_text(
        'id,title,author,journal,year,volume\na,On soils,"Berg, Ada",Soils,2019,37(14)\n',
        encoding="utf-8",
    )
    _, text = converted(path, "out.bib")
    assert "volume = {37}" in text
    assert "number = {14}" in text
    assert told(path, "left") == []


def test_what_a_record_says_of_its_findings_holds_in_the_other_format(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(
        "@book{a, title = {Soils &amp; rice}, author = {Berg, Ada}, publisher = {Tidewater},"
        " year = 2019, bibvalidator = {ignore ENC001}}\n",
        encoding="utf-8",
    )
    _, text = converted(path, "out.ris")
    assert "TI  - Soils &amp; rice" in text


def test_records_keep_their_numbers_and_lines(tmp_path: Path) -> None:
    """Without ids they are called by their numbers."""
    path = tmp_path / "refs.nbib"
    one = "TI  - On {}\nFAU - Berg, Ada\nJT  - Soils\nDP  - 2019\nVI  - Vol. {}\n\n"
    path.write_text(one.format("soils", 3) + one.format("rice", 4), encoding="utf-8")
    converted(path, "out.jsonl")
    changes = [(one["record"].rpartition("#")[2], one["line"]) for one in told(path, "change")]
    assert changes == [("1", 1), ("2", 7)]


def test_a_conversion_cleaned_again_does_not_change(tmp_path: Path) -> None:
    path = tmp_path / "refs.nbib"
    path.write_text(NBIB, encoding="utf-8")
    converted(path, "out.ris")
    _, text = converted(tmp_path / "out.ris", "again.ris", force=True)
    assert text == (tmp_path / "out.ris").read_text(encoding="utf-8")
