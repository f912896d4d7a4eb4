"""Findings on real records that a person read: the right ones are still said, wrong ones are rare.

`tests/data/verdicts.tsv` names each by the file and the record that it is about, the code, and the
fingerprint of the finding; the records themselves are not part of the project.
"""

from __future__ import annotations

import csv
import datetime
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from shared import SHARED, needs_shared

from validator import auditing
from validator.config import Settings

TABLE = Path(__file__).parent / "data" / "verdicts.tsv"


ENOUGH = 10  # verdicts that make a share; what is doubtful stands apart


class Row(NamedTuple):
    """A finding that was read. ``verdict``: right, wrong or doubtful."""

    code: str
    file: str
    record: str
    variable: str
    fingerprint: str
    verdict: str
    remark: str


def table() -> dict[str, list[Row]]:
    """The rows by code."""
    rows = defaultdict(list)
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            rows[row["code"]].append(Row(**row))
    return dict(rows)


ROWS = table() if TABLE.is_file() else {}


@cache
def said(file: str) -> frozenset[tuple[str, str]]:
    """The code and fingerprint of everything that is said of a file on its own."""
    settings = Settings(select=("ALL",), today=datetime.date(2026, 11, 22))
    audit = auditing.check(str(SHARED / "data" / file), settings=settings)
    return frozenset((finding.code, finding.fingerprint[:16]) for finding in audit.findings)


class TestVerdicts:
    pytestmark = needs_shared

    @pytest.mark.parametrize("code", sorted(ROWS))
    def test_what_was_right_is_said_and_what_was_wrong_is_rare(self, code: str) -> None:
        verdicts: Counter[str] = Counter()
        for row in ROWS[code]:
            if (code, row.fingerprint[:16]) in said(row.file):
                verdicts[row.verdict] += 1
            else:
                assert row.verdict != "right", f"no longer said of {row.file}: {row.record}"
        decided = verdicts["right"] + verdicts["wrong"]
        assert decided < ENOUGH or verdicts["right"] >= 0.9 * decided


def test_every_row_is_whole() -> None:
    for rows in ROWS.values():
        for row in rows:
            assert row.verdict in ("right", "wrong", "doubtful")
            assert len(row.fingerprint) >= 16
