"""Words that are one, spelled otherwise or with a slip of the hand, and words that are two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.linkage import words
from validator.linkage.spelling import is_kin, same_word, unpaired

ONE = [
    ("colour", "color"),
    ("randomised", "randomized"),
    ("anaesthesia", "anesthesia"),
    ("oesophagus", "esophagus"),
    ("programme", "program"),
    ("catalogue", "catalog"),
    ("centre", "center"),
    ("sulphur", "sulfur"),
    ("study", "studies"),
    ("lesion", "lesions"),
    ("servers", "serevrs"),  # swapped
    ("following", "ofllowing"),  # swapped at the beginning
    ("hierarchical", "hierarchial"),  # dropped
    ("evaluation", "evaluatoin"),
    ("hospital", "hospitel"),  # replaced
    ("библиотека", "библотека"),
]
TWO = [
    ("nitrate", "nitrite"),
    ("ethanol", "methanol"),
    ("maternal", "paternal"),
    ("mental", "dental"),
    ("iran", "iraq"),
    ("austria", "australia"),
    ("slovakia", "slovenia"),
    ("zambia", "gambia"),
    ("inulin", "insulin"),
    ("morality", "mortality"),
    ("hypertension", "hypotension"),
    ("intracellular", "intercellular"),
    ("abduction", "adduction"),
    ("afferent", "efferent"),
    ("symmetric", "asymmetric"),
    ("employer", "employee"),
    ("prednisone", "prednisolone"),
    ("left", "lift"),
    ("rats", "cats"),
    ("il6", "il8"),
    ("北方", "南方"),
]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_one_word(a: str, b: str) -> None:
    assert same_word(a, b)
    assert same_word(b, a)


@pytest.mark.parametrize(("a", "b"), TWO)
def test_two_words(a: str, b: str) -> None:
    assert not same_word(a, b)
    assert not same_word(b, a)


KIN = [
    ("developing", "development", True),
    ("organized", "organizational", True),
    ("women", "men", False),
    ("pravastatin", "pitavastatin", False),
    ("infection", "injection", False),
    ("prenatal", "postnatal", False),
]


@pytest.mark.parametrize(("a", "b", "kin"), KIN)
def test_kin(a: str, b: str, kin: bool) -> None:
    assert is_kin(a, b) is is_kin(b, a) is kin


def test_words_are_paired_as_one_or_as_two() -> None:
    assert unpaired(("data", "base", "tumour"), ("database", "tumor"))[:2] == ([], [])
    assert unpaired(("salt", "men"), ("salt", "women"))[:2] == (["men"], ["women"])
    assert unpaired(("servers",), ("serevrs",)).slips == [("servers", "serevrs")]


def test_spellings_are_replaced_in_one_order() -> None:
    """In another one "aoe" would be "e", and the words one in spelling, not by a slip."""
    words = ("electraoencephalography", "electroencephalography")
    assert unpaired(words[:1], words[1:]).slips == [words]


def test_confusable_words_are_one_slip_apart() -> None:
    """A pair that no slip could join would stand there for nothing."""
    for pair in words.CONFUSABLE:
        a, b = sorted(pair, key=len)
        assert len(b) - len(a) <= 1, pair


@given(st.text(max_size=12), st.text(max_size=12))
def test_a_spelling_is_symmetric(a: str, b: str) -> None:
    assert same_word(a, b) == same_word(b, a)
    assert same_word(a, a)
