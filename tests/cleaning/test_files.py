"""Real files, whole and broken, cleaned: nothing lost, nothing new, all of it taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cleaning_runs import NOTHING, Run, again, fixable, run
from lost_words import lost_words
from new_findings import new_findings
from shared import SHARED, needs_shared

from validator.errors import UnreadableError

DATA = SHARED / "data"
FILES = sorted(p for kind in ("bibtex", "ris", "csljson") for p in DATA.glob(f"formats/{kind}/*"))
TABLES = sorted(DATA.glob("dedup/*/records.csv"))
LABELLED = [
    DATA / "dedup" / name / "records.csv"
    for name in ("stroke", "cytology_screening", "misq_baseline")
]
WRAPPED = ("acl_ccl", "bbt_items", "csl_items", "zotero_items")
SMALL = [path for path in TABLES if path.stat().st_size < 100_000]

WITHOUT_MEANING = {
    ("container_title", "the"),  # The Lancet Oncology, Lancet Oncology
    ("author", "null"),  # the given name of a table
    ("issue", "pt"),  # Pt 3, 3
}

pytestmark = needs_shared


@pytest.mark.parametrize(
    "path", [*FILES, *TABLES], ids=lambda path: f"{path.parent.name}-{path.name}"
)
def test_nothing_selected_changes_no_byte(path: Path) -> None:
    done = run(path, NOTHING)
    assert done.out == done.given
    assert done.account.adds_up
    assert len(done.log) == 2  # the version, and the file


@pytest.mark.parametrize(
    "path", [*FILES, *SMALL], ids=lambda path: f"{path.parent.name}-{path.name}"
)
def test_a_cleaning(path: Path) -> None:
    done = run(path)
    assert done.account.adds_up
    assert done.settled
    assert done.back == done.given
    assert safe_and_made(done) == []
    assert new_findings(done) == []
    twice = again(done, path.name)
    assert twice.out == done.out


@pytest.mark.parametrize("name", WRAPPED)
def test_records_of_east_asia(tmp_path: Path, name: str) -> None:
    rows = map(json.loads, (DATA / "cjk" / f"{name}.jsonl").read_bytes().splitlines())
    path = tmp_path / "items.csljson"  # one set has titles under keys of its own
    path.write_text(json.dumps([row["record"] for row in rows]), encoding="utf-8")
    done = run(path)
    assert safe_and_made(done) == []
    assert new_findings(done) == []


@pytest.mark.parametrize("path", LABELLED, ids=lambda path: path.parent.name)
def test_many_duplicates(path: Path) -> None:
    done = run(path)
    assert done.account.adds_up
    assert safe_and_made(done) == []
    assert new_findings(done) == []
    assert lost_words(done) <= WITHOUT_MEANING


def safe_and_made(done: Run) -> list[tuple[str, str, str, str]]:
    """The findings of the output that are safe to fix, but for those that the log has as left."""
    lines = [json.loads(line) for line in done.log]
    left = {(one.get("rule"), one.get("variable")) for one in lines if one.get("kind") == "left"}
    return [one for one in fixable(done.after) if (one[0], one[2]) not in left]


def test_a_file_that_cannot_be_evaluated_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.ris"
    path.write_text("Dear all,\nsee below\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match="no record found, read as ris; nothing was written"):
        run(path)
