"""Right records of East Asia stay clean, and contradictions in them are told."""

from __future__ import annotations

import pytest
from cjk_clean import CLEAN
from cjk_contradictions import KINDS

from validator.asking import run
from validator.config import Settings
from validator.finding import Severity
from validator.packs import load_rules
from validator.record import Record
from validator.registry import RULES, Scope

load_rules()
SETTINGS = Settings()
FAMILIES = ("CJK", "LAN", "AUT", "ENC", "KEY", "CLC")
"""Of these nothing is said at all; of others nothing graver than a remark."""


def said(record: Record) -> dict[str, Severity]:
    """The codes of the default rules that say something of a record."""
    rules = [rule for rule in RULES.values() if rule.scope is Scope.RECORD and rule.default]
    return {rule.code: rule.severity for rule in rules if any(run(rule, record, SETTINGS))}


@pytest.mark.parametrize(("why", "record"), CLEAN, ids=[why for why, _ in CLEAN])
def test_a_right_record_is_clean(why: str, record: Record) -> None:
    found = said(record)
    assert not {
        code for code, s in found.items() if s is not Severity.INFO or code.startswith(FAMILIES)
    }


ROWS = [
    pytest.param(code, record, id=f"{kind}-{i}")
    for kind, rows in KINDS.items()
    for i, (code, record) in enumerate(rows)
]


@pytest.mark.parametrize(("code", "record"), ROWS)
def test_a_contradiction_is_told(code: str, record: Record) -> None:
    assert code in said(record)


def test_there_are_many() -> None:
    assert len(CLEAN) >= 120
    assert len(KINDS) >= 15
