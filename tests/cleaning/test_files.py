"""Real files, whole and broken, cleaned: nothing lost, nothing new, all of it taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cleaning_runs import NOTHING, again, fixable, run
from shared import SHARED, needs_shared

from validator.errors import UnreadableError

DATA = SHARED / "data"
FOREIGN = "rispy_example_wos.ris"  # the tagged format of Web of Science, whatever its suffix says
FILES = sorted(
    p
    for kind in ("bibtex", "ris", "csljson")
    for p in DATA.glob(f"formats/{kind}/*")
    if p.name != FOREIGN
)
TABLES = sorted(DATA.glob("dedup/*/records.csv"))
SMALL = [path for path in TABLES if path.stat().st_size < 100_000]

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
    lines = [json.loads(line) for line in done.log]
    left = {
        (line["rule"], line["variable"])
        for line in lines
        if line.get("kind") == "left" and "rule" in line and "variable" in line
    }
    assert [one for one in fixable(done.after) if (one[0], one[2]) not in left] == []
    twice = again(done, path.name)
    assert twice.out == done.out


def test_a_file_that_cannot_be_evaluated_is_refused() -> None:
    with pytest.raises(UnreadableError, match="no record found, read as ris; nothing was written"):
        run(DATA / "formats" / "ris" / FOREIGN)
