"""Candidate pairs: the same by loops and by sorting, but for those that are hopeless."""

from __future__ import annotations

from pathlib import Path

import pytest
from duplicate_sets import load, small_sets
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from validator.linkage import blocking, bulk, entry, prefilter, thresholds, title
from validator.linkage.columns import Columns
from validator.linkage.comparison import is_hopeless, title_pair
from validator.linkage.rows import Forms, Rows
from validator.linkage.title_lines import WORDS as WORD_COLUMNS
from validator.linkage.title_lines import folded_title, folded_titles
from validator.record import Name, Record
from validator.text.unicode import fold

SOME = ["Soils of northern rice", "Soils of southern rice", "Rice soils of the coast", "Wheat"]


@pytest.mark.parametrize("least", [10_000, 0], ids=["by loops", "by sorting"])
@pytest.mark.parametrize(
    "copies",
    [
        pytest.param([], id="none"),
        pytest.param(SOME[:1] * 3, id="of one title: its words stay as rare"),
        pytest.param(["Soils of northern: rice!"], id="of other signs"),
        pytest.param(SOME * 2, id="of all"),
    ],
)
def test_copies_make_no_word_common(
    copies: list[str], least: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is met by the rare words of titles does not hang on how often a work is there."""
    monkeypatch.setattr(thresholds, "BULK", least)
    alone, among = (
        Columns([entry(Record(id=str(n), title=title)) for n, title in enumerate(titles)])
        for titles in (SOME, [*SOME, *copies])
    )
    for name in WORD_COLUMNS:
        assert among.titles[name][: len(SOME)] == alone.titles[name]


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


TITLES = st.text(max_size=60) | st.text(st.characters(codec="latin-1"), max_size=60)
PIECES = st.sampled_from(
    [
        *("a", "On", "data for", "Research note", "Dataset", "paper", "Reply", "vs", "Re", "http"),
        *(":", " ", ": ", " - ", "&amp;", "<i>", "(", ")", "[", "]", ".", " = ", "] LA: ", "\n"),
    ]
)


@given(st.lists(TITLES | st.lists(PIECES, max_size=9).map("".join), max_size=9))
def test_titles_are_folded_together_as_one_by_one(texts: list[str]) -> None:
    found = [one._replace(words=tuple(one.words)) for one in folded_titles(texts)]
    alone = [folded_title(text) for text in texts]
    assert found == [one._replace(words=tuple(one.words)) for one in alone]


@given(TITLES | st.lists(PIECES, max_size=9).map("".join))
def test_a_title_is_blocked_by_what_is_compared(text: str) -> None:
    read = title.read(text)
    found = folded_title(text)
    assert (found.text, tuple(found.words), found.is_cjk) == (read.text, read.words, read.is_cjk)
    assert found.is_marked or not read.marks


WORDS = st.lists(
    st.sampled_from(
        ["the", "theory", "of", "thought", "sets", "in", "a", "Müller", "язык", "研究", "x1"]
    )
)


@given(TITLES | WORDS.map(" ".join), TITLES | WORDS.map(" ".join))
def test_letters_without_partner_are_no_more_than_there_are(one: str, other: str) -> None:
    """What they tell about the likeness of two titles is never too little."""
    a, b = fold(one), fold(other)
    letters, lengths = prefilter.letters_of([a, b])
    apart = int(abs(letters[0].astype(int) - letters[1]).sum())
    assert lengths.tolist() == [len(a), len(b)]
    most = 100 - 100 * apart / max(1, len(a) + len(b))
    for ratio in (
        fuzz.ratio(a.replace(" ", ""), b.replace(" ", "")),
        fuzz.token_sort_ratio(a, b),
    ):
        assert ratio <= max(most, 100 if not a or not b else 0) + 1e-6


LONG = "Deciding equality of names in large catalogues"
KEPT = [
    ("Reply to: " + LONG, LONG, True),
    ("Erratum: " + LONG, LONG, True),
    ("Re: " + LONG, LONG, True),  # a letter on it
    ("Discussion of dialects", "Correction of dialects", True),  # each in its way
    ("How children with poor hearing play music: a poster", LONG, False),
    ("Deciding equality in large catalogues of names", LONG, False),  # of strangers
]


@pytest.mark.parametrize(("one", "other", "kept"), KEPT)
def test_a_pair_of_strangers_is_left_out_unless_one_title_is_marked(
    one: str, other: str, kept: bool
) -> None:
    records = [
        Record(title=one, author=(Name("Ivanova", "Anna"),), page="7", volume="4"),
        Record(title=other, author=(Name("Kim", "Minsu"),), page="7", volume="4"),
    ]
    columns = Columns(Rows([entry(r) for r in records], 0, ()).best)
    assert blocking.candidate_pairs(columns) == {(0, 1)}
    assert len(bulk.candidate_pairs(columns, ())) == kept
