"""Rules of ISSN, ISBN, PMID and the like: which speaks, what is safe, what a clock decides."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from validator.asking import run
from validator.config import Settings
from validator.finding import Finding
from validator.packs import load_rules
from validator.record import Provenance, Record
from validator.registry import RULES

load_rules()
FAMILIES = ("ISN", "PID", "URL")
RULES_HERE = [rule for code, rule in sorted(RULES.items()) if code.startswith(FAMILIES)]


def findings(*, today: str = "2026-11-22", **values: Any) -> list[tuple[str, Finding]]:
    settings = Settings(today=datetime.date.fromisoformat(today))
    record = Record(**values)
    return [(rule.code, f) for rule in RULES_HERE for f in run(rule, record, settings)]


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ({"issn": "0378-5955", "isbn": "978-0-306-40615-7"}, []),
        ({"issn": "03785954"}, ["ISN001"]),
        ({"issn": "ISSN 0378-5955 (print), 0022-3728"}, ["ISN001"]),
        ({"issn": "03785955"}, ["ISN002"]),
        ({"issn": "CN 11-2223/N, ISSN 10000054"}, ["ISN008"]),
        ({"issn": "0378-5955, 00223727, 1361-6463"}, ["ISN008"]),
        ({"isbn": "0306406153 (pbk.)"}, ["ISN004"]),
        ({"isbn": "0306406152 (pbk.)"}, ["ISN005"]),
        ({"isbn": "0957-9672 (Print) 0957-9672"}, ["ISN003"]),
        ({"isbn": "0957-9672", "issn": "978-0-306-40615-7"}, ["ISN003", "ISN003"]),
        ({"pmid": "PMC13900", "pmcid": "12345678"}, ["PID003", "PID003"]),
        ({"url": "www.example.org/a b。"}, ["URL001"]),
    ],
)
def test_the_gravest_rule_speaks_alone(values: dict[str, str], codes: list[str]) -> None:
    assert [code for code, _ in findings(**values)] == codes


@pytest.mark.parametrize(
    ("values", "safe"),
    [
        ({"issn": "03785955"}, True),
        ({"issn": "2434-561x"}, True),
        ({"issn": "0378-5955 (print)"}, False),  # which edition it was would be lost
        ({"isbn": "0957-9672"}, True),  # it moves to a field that is empty
        ({"isbn": "0957-9672", "issn": "0378-5955"}, False),
        ({"isbn": "0957-9672 (Print) 0957-9672"}, False),
        ({"isbn": "10.1000/182"}, True),
        ({"isbn": "10.1000/182."}, False),
        ({"url": "10.1000/182"}, True),
        ({"isbn": "0957-9672", "issn": "0957-9672"}, True),
        ({"isbn": "10.1000/182", "doi": "https://doi.org/10.1000/182"}, True),
        ({"isbn": "10.1000/182", "doi": "10.1000/183"}, False),
        ({"isbn": "0306406152 (pbk.)"}, False),
        ({"pmid": "PMID: 123"}, True),
        ({"pmcid": "13900"}, True),
        ({"pmid": "PMC13900"}, True),
        ({"pmcid": "PMID: 13900"}, True),
        ({"arxiv": "10.48550/arXiv.2101.00001"}, True),
        ({"issn": "CN 11-0315/G4"}, False),
        ({"arxiv": "https://arxiv.org/abs/2101.00001v2"}, True),
        ({"url": "www.example.org"}, False),
    ],
)
def test_what_may_be_mended_unread(values: dict[str, str], safe: bool) -> None:
    ((_, finding),) = findings(**values)
    assert finding.safe is safe


def test_the_highest_pmid_grows_with_the_date() -> None:
    assert findings(pmid="46000000", today="2026-01-01")
    assert not findings(pmid="46000000", today="2028-01-01")
    assert not findings(pmid="42000000", today="1970-01-01")  # a run that is told an old date


@pytest.mark.parametrize("form", ["marc", "marcxml", "nbib", "endnote-xml", "enw"])
def test_a_qualifier_that_the_format_sets_is_read(form: str) -> None:
    where = Provenance("a", form)
    assert not findings(issn="0378-5955 (print)", provenance=where)
    assert not findings(isbn="0306406152 (pbk.)", provenance=where)
    assert findings(isbn="0306406153 (pbk.)", provenance=where)
    assert findings(isbn="0306406152 (pbk.)", provenance=Provenance("a", "csv"))
