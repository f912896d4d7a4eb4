"""What is said of a value that stands alone is what the rules say of a record with it alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.asking import run
from validator.config import Settings
from validator.packs import load_rules
from validator.record import Name, Record
from validator.registry import RULES
from validator.text.judging import (
    SCRIPTS,
    NotText,
    doi_rule,
    in_script,
    isbn_rule,
    issn_rule,
    judged,
    orcid_rule,
    text_of,
)

load_rules()
SETTINGS = Settings()

RECORDS: dict[Callable[[str], str], tuple[Callable[[str], Record], tuple[str, ...]]] = {
    doi_rule: (lambda v: Record(doi=v), ("DOI001", "DOI002", "DOI004", "DOI005", "DOI008")),
    issn_rule: (lambda v: Record(issn=v), ("ISN001", "ISN002", "ISN003", "ISN008")),
    isbn_rule: (lambda v: Record(isbn=v), ("ISN003", "ISN004", "ISN005")),
    orcid_rule: (lambda v: Record(author=(Name("Li", orcid=v),)), ("PID001",)),
}
PIECES = st.lists(
    st.sampled_from(
        (
            *("10.1000/182", "10.5555/1", "10/aabbe", "https://doi.org/", "doi:", ".", "。", "…"),
            *("0378-5955", "0378-5954", "1361-6463", "CN 11-2223/N", "０３７８", "(print)", "ISSN"),
            *("978-0-306-40615-7", "0306406153", "(incorrect)", "9790260000438", "000", "[sic]"),
            *("0000-0002-1825-0097", "0000-0002-1694-2330", "orcid.org/", "X", "x", "-", "–"),
            *(
                " ",
                ", ",
                "\n",
                "\0",
                "\udc80",
                "\u200b",
                "汉",
                "한",
                "かな",
                "Ж",
                "ع",
                "n/a",
                "未知",
            ),
        )
    ),
    max_size=5,
).map("".join)


@pytest.mark.parametrize("rule_of", RECORDS)
@given(value=st.one_of(st.text(), PIECES))
def test_a_value_has_the_fault_that_rules_find(rule_of: Callable[[str], str], value: str) -> None:
    if rule_of is orcid_rule and any(mark in value for mark in ";；|\n"):
        return  # a list, of which readers give each author one
    record, codes = RECORDS[rule_of]
    found = [code for code in codes if any(run(RULES[code], record(value), SETTINGS))]
    assert found == ([rule_of(value)] if rule_of(value) else [])


@pytest.mark.parametrize("name", SCRIPTS)
@given(value=st.text(st.characters(exclude_categories=())))
def test_any_value_is_judged(name: str, value: str) -> None:
    assert in_script(name)(value) in (True, False)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0378-5955", "0378-5955"),
        (None, ""),
        (float("nan"), ""),
        (9780306406157, "9780306406157"),  # a column of numbers
        (9780306406157.0, "9780306406157"),  # with a null among them
        (1.5, "1.5"),
        (float("inf"), "inf"),
    ],
)
def test_a_cell_is_read_as_text(value: object, text: str) -> None:
    assert text_of(value) == text


def test_a_distinct_value_is_judged_once() -> None:
    seen: list[str] = []
    assert judged(["a", "b", "a", None, "a"], lambda value: not seen.append(value)) == [True] * 5
    assert seen == ["a", "b", ""]


def test_a_list_in_a_cell_is_refused() -> None:
    with pytest.raises(NotText, match="join its values into text first"):
        judged([["0378-5955"]], bool)  # type: ignore[list-item]
