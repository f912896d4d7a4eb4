"""Candidate pairs: the same by loops and by sorting, but for those that are hopeless."""

from __future__ import annotations

from pathlib import Path

import pytest
from duplicate_sets import load, small_sets
from hypothesis import given
from hypothesis import strategies as st

from validator.linkage import blocking, bulk, entry, title
from validator.linkage.columns import Columns
from validator.linkage.comparison import is_hopeless, title_pair
from validator.linkage.rows import Forms, Rows
from validator.linkage.title_lines import folded_title, folded_titles


@pytest.mark.parametrize("folder", list(small_sets()))
def test_both_ways_give_the_same_pairs(folder: Path) -> None:
    """By sorting some pairs are left out already: those that nothing could make one work."""
    rows = Rows([entry(r) for r in load(folder).records], 0, ())
    columns = Columns(rows.best)
    recurring = columns.recurring()
    plain = blocking.candidate_pairs(columns)
    sorted_out = {(a, b) for a, b in bulk.candidate_pairs(columns, recurring).tolist()}
    assert sorted_out <= plain
    forms = Forms(rows.best, columns)
    for a, b in plain - sorted_out:
        pair = title_pair(forms[a], forms[b])
        assert is_hopeless(forms[a], forms[b], pair, recurring), (forms[a].row, forms[b].row)


@given(st.text(max_size=60) | st.text(st.characters(codec="latin-1"), max_size=60))
def test_a_title_is_blocked_by_what_is_compared(text: str) -> None:
    read = title.read(text)
    found = folded_title(text)
    assert (found.text, tuple(found.words), found.is_cjk) == (read.text, read.words, read.is_cjk)
    assert found.is_marked or not read.marks
