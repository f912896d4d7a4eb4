"""Digits that were misread as letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.text.page_mending import digits_meant

MEANT = (
    ("32l-329", "321-329"),
    ("3OO3–3Ol3", "3003–3013"),
    ("ll7-l2l", "117-121"),
    ("1О5 -- 112", "105 -- 112"),  # a Cyrillic letter
    ("12-l9", "12-19"),  # one end of a series alone
    ("123-I25", "123-125"),
    ("12-I5", "12-15"),
    ("5-I2", None),  # the fifth, of the pages I
    ("321-329", None),
    ("l45-l52", None),  # pages L45 to L52, for all we know
    ("I12-I15", None),  # of a supplement
    ("123O-125O", None),  # the talks of a meeting
    ("I-III", None),
    ("3O13", None),  # an article number
    ("44l-9", None),  # an end that is abbreviated: more than letters is to be guessed
    ("32l-319", None),  # it would run backwards
    ("", None),
)


@pytest.mark.parametrize(("text", "expected"), MEANT)
def test_digits_meant(text: str, expected: str | None) -> None:
    assert digits_meant(text) == expected


@given(st.text("0123456789lIOo-– ", max_size=14))
def test_what_is_meant_needs_no_mending(text: str) -> None:
    meant = digits_meant(text)
    assert meant is None or digits_meant(meant) is None
