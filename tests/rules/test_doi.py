"""DOI rules: one fault is one finding, and what a profile expects."""

from __future__ import annotations

import gzip
import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import SHARED, needs_shared

from validator.asking import run
from validator.config import Settings
from validator.finding import Finding
from validator.packs import load_rules
from validator.profiles import expects_doi
from validator.record import Provenance, Record
from validator.registry import RULES

load_rules()
DOI_RULES = [rule for code, rule in sorted(RULES.items()) if code.startswith("DOI")]


def findings(record: Record) -> dict[str, Finding]:
    """The findings on the DOI of a record, by code."""
    return {rule.code: f for rule in DOI_RULES for f in run(rule, record, Settings())}


ACM = "https://dl.acm.org/doi/10.5555/3295222.3295349"


@pytest.mark.parametrize(
    ("value", "url", "code"),
    [
        ("https://doi.org/10.1000/182", "", "DOI002"),
        ("https://doi.org/10.1000/182.", "", "DOI001"),  # broken is graver than its form
        ("https://doi.org/10.1000/182, 10.1000/183", "", "DOI008"),
        ("10.1000/182., 10.1000/183", "", "DOI008"),  # which of the two comes first
        ("https://doi.org/10.5555/12345678", "", "DOI005"),  # nothing of it is to be kept
        ("10.5555/12345678.", "", "DOI001"),
        ("https://doi.org/10.5555/3295222.3295349", ACM, "DOI002"),  # a warning before an info
        ("10.5555/3295222.3295349", ACM, "DOI009"),
        ("10.5555/1, 10.5555/2", "", "DOI008"),
        ("https://doi.org/10/aabbe", "", "DOI004"),
        ("doi:10.1145/nnnnnnn.nnnnnnn", "", "DOI005"),
        ("\u200bdoi:10.1000/182", "", "DOI002"),
        ("１０.1000/182, 10.1000/183", "", "DOI008"),
    ],
)
def test_the_gravest_rule_speaks_alone(value: str, url: str, code: str) -> None:
    assert list(findings(Record(doi=value, url=url))) == [code]


@given(st.text(max_size=30) | st.from_regex(r"(https://doi.org/|doi: ?)?10\.1[0-9]{3}/\S{1,20}"))
def test_one_value_has_one_finding_at_most(value: str) -> None:
    found = findings(Record(doi=value))
    assert len(found) <= 1
    for finding in found.values():
        if finding.suggestion:
            assert not findings(Record(doi=finding.suggestion)).keys() - {"DOI005"}


def test_only_another_form_is_mended_unread() -> None:
    assert findings(Record(doi="doi:10.1000/182"))["DOI002"].safe
    assert not findings(Record(doi="10.1000/182."))["DOI001"].safe
    assert not findings(Record(doi="10.1000/1, 10.1000/1"))["DOI008"].safe


def test_a_form_that_the_format_uses_is_read() -> None:
    link = "https://doi.org/10.1000/182"
    assert not findings(Record(doi=link, provenance=Provenance("a.json", "openalex")))
    assert findings(Record(doi=link, provenance=Provenance("a.ris", "ris")))
    old = "http://dx.doi.org/10.1000/182"  # not a form that OpenAlex gives
    assert findings(Record(doi=old, provenance=Provenance("a.json", "openalex")))


@pytest.mark.parametrize(
    ("record_type", "language", "year", "profile", "expected"),
    [
        ("article-journal", "", 2010, "default", True),
        ("article-journal", "en", None, "default", True),
        ("article-journal", "en", 1999, "default", False),
        ("article-journal", "", 2010, "a house profile", True),
        ("article-journal", "zh", 2010, "default", False),
        ("article-journal", "zh-CN", 2010, "gbt7714", False),
        ("article-journal", "zho", 2010, "default", False),
        ("article-journal", "ja-JP", 2010, "crossref", False),
        ("article-journal", "Korean", 2010, "default", False),
        ("article-journal", "中文", 2010, "default", False),
        ("article-journal", "kok", 2010, "default", True),  # Konkani
        ("article-journal", "jav", 2010, "default", True),  # Javanese
        ("article-journal", "ru", 2010, "default", False),
        ("article-journal", "fa-IR", 2020, "default", False),
        ("article-journal", "rup", 2010, "default", True),  # Aromanian
        ("article-journal", "pt-BR", 2010, "default", True),
        ("paper-conference", "en", 2010, "default", False),
        ("paper-conference", "en", 2010, "crossref", True),
        ("chapter", "en", 2010, "crossref", True),
        ("thesis", "en", 2010, "crossref", True),
        ("thesis", "en", 1990, "crossref", False),
        ("book", "en", 2010, "crossref", False),
        ("", "", 2010, "crossref", False),
    ],
)
def test_expected_doi(
    record_type: str, language: str, year: int | None, profile: str, expected: bool
) -> None:
    assert expects_doi(record_type, language, year=year, profile=profile, since=2000) is expected


@pytest.mark.shared
@needs_shared[1]
def test_acl_anthology() -> None:
    """Of 46,437 DOIs of the ACL Anthology 535 are no bare DOI; all were read, and all are none."""
    kinds: Counter[str] = Counter()
    count = 0
    with gzip.open(SHARED / "data/corpora/acl_anthology.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            value = json.loads(line).get("DOI", "")
            count += bool(value)
            found = findings(Record(doi=value)) if value else {}
            kinds.update(finding.message for finding in found.values())
    assert count == 46437
    assert kinds == {
        "a Handle in the DOI field": 524,
        "a DOI without its first digit": 7,
        "a DOI without a suffix": 1,
        "a DOI with a label or a resolver before it": 3,
    }
