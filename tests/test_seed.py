"""The platform page with an answer key: what is said of it, and what is not."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from shared import SHARED, needs_shared

import validator
from validator.audit import Audit
from validator.config import Settings
from validator.finding import Finding

pytestmark = needs_shared
PAGE = SHARED / "data/seed/000_ec2c621eff4a0888.txt"


@pytest.fixture(scope="module")
def audit() -> Audit:
    return validator.check(str(PAGE))


def found(audit: Audit, code: str) -> list[Finding]:
    return [finding for finding in audit.findings if finding.code == code]


def test_nothing_more_and_nothing_less(audit: Audit) -> None:
    assert Counter(finding.code for finding in audit.findings) == {
        "DUP002": 1,  # D1
        "JNL001": 1,  # C1
        "DAT001": 2,  # C2, C5
        "VOL002": 3,  # C3, C5, C7
        "DOI003": 10,  # C6
        "REC007": 1,  # C9
        "COL003": 1,  # C10
        "KEY003": 1,  # F1
        "AUT017": 1,  # F8
    }


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("JNL001", [1]),
        ("DAT001", [1, 33]),
        ("VOL002", [1, 33, 97]),
        ("DOI003", [33, 44, 53, 61, 76, 90, 97, 109, 114, 123]),
        ("REC007", [25]),
        ("COL003", [32]),
        ("KEY003", [20]),
    ],
)
def test_where(audit: Audit, code: str, lines: list[int]) -> None:
    assert [finding.line for finding in found(audit, code)] == lines


def test_one_cluster_of_two_with_the_complete_record_surviving(audit: Audit) -> None:
    (cluster,) = audit.clusters
    assert [member.line for member in cluster.members] == [1, 33]
    assert "9 of 9 authors agree" in cluster.decisions[0].why
    assert audit.review == ()


def test_the_split_phrase_is_joined(audit: Audit) -> None:
    (finding,) = found(audit, "KEY003")
    assert finding.suggestion == (
        "Mesenchymal stromal cells; Type 1 diabetes; Transplantation; beta cell function"
    )
    assert finding.safe


def test_the_order_of_names_is_proved_by_the_duplicate(audit: Audit) -> None:
    (finding,) = found(audit, "AUT017")
    assert finding.record_number == 2
    assert finding.suggestion == (
        "Lu, Jing; Shen, Shan-mei; Ling, Qing; Wang, Bin; Li, Li-rong; Zhang, Wei; Qu, Duo-duo;"
        " Bi, Yan; Zhu, Da-long"
    )
    assert finding.safe


def test_errors_fail_the_run(audit: Audit) -> None:
    from validator.auditing import exit_code

    assert exit_code(audit, Settings().fail_on) == 1


def test_the_same_page_under_windows_line_ends_and_a_mark(tmp_path: Path, audit: Audit) -> None:
    text = PAGE.read_text(encoding="utf-8")
    path = tmp_path / "page.txt"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    again = validator.check(str(path))
    assert [(f.code, f.line) for f in again.findings] == [(f.code, f.line) for f in audit.findings]
