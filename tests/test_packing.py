"""What is packed comes out as it went in."""

from __future__ import annotations

import pickle
from typing import Any, NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from validator import facts
from validator.facts import Fact, Facts, Ref
from validator.packing import packed, unpacked


class Inner(NamedTuple):
    name: str
    numbers: tuple[int, ...]


class Outer(NamedTuple):
    inner: Inner | None
    other: Any


TEXTS = st.text(st.characters(codec=None), max_size=5)  # lone surrogates among them
INNER = st.builds(Inner, TEXTS, st.lists(st.integers(), max_size=2).map(tuple))
ITEMS = [
    # what a list holds, and why
    st.builds(Outer, INNER, INNER),  # like tuples within like tuples
    st.builds(Outer, st.none() | INNER, TEXTS | st.none()),  # some are absent
    st.one_of(INNER, st.builds(Outer, INNER, TEXTS)),  # unlike tuples
    st.one_of(INNER, INNER.map(tuple)),  # one of them without its name
    st.tuples(TEXTS, st.tuples(TEXTS, st.booleans())),  # plain tuples of one length
    st.lists(TEXTS, max_size=2).map(tuple),  # of several lengths, none among them
    st.one_of(TEXTS, st.integers(), st.booleans(), st.none()),  # no tuples; 1 is not True
    st.lists(st.integers(), max_size=2),  # what has no hash
]
LISTS = [st.lists(items, max_size=9) for items in ITEMS]


def test_equal_strings_are_held_once() -> None:
    many = [("".join(["a journal of ", "some length"]), i % 100) for i in range(5000)]
    assert len(packed(many)) < 6 * len(many)


@given(st.one_of(LISTS))
def test_in_order_whatever_is_packed(items: list[Any]) -> None:
    if items:
        found = list(unpacked(packed(items)))
        assert found == items
        assert repr(found) == repr(items)  # classes and types, too


KEPT = st.lists(st.tuples(st.sampled_from("ABC"), st.integers(1, 4), TEXTS), max_size=9)
"""What is kept in one process: for which rule, of which record, what."""


@given(st.lists(KEPT, max_size=4), st.integers(1, 4))
def test_facts_of_many_processes(parts: list[list[tuple[str, int, str]]], many: int) -> None:
    before, facts.MANY = facts.MANY, many
    try:
        total = Facts()
        for part in parts:
            own = Facts()
            for code, number, value in part:
                own.keep(code, Ref("x", number, None, None, "", ""), value)
            total.add(pickle.loads(pickle.dumps(own)))
    finally:
        facts.MANY = before
    kept = [row for part in parts for row in part]
    assert total.codes() == {code for code, _, _ in kept}
    for code in "ABC":
        expected = [
            Fact(Ref("x", number, None, None, "", ""), value)
            for rule, number, value in kept
            if rule == code
        ]
        assert list(total.take(code)) == expected
        assert list(total.take(code)) == []


def test_a_reference_is_held_once() -> None:
    """For a record that several rules keep something of, packed or not."""
    ref, other = (Ref("x", number, None, None, f"handle {number}", "") for number in (1, 2))
    before, facts.MANY = facts.MANY, 1
    try:
        kept = Facts()
        for code in ("A", "B", "C"):
            kept.keep(code, ref, 1)
        kept.keep("A", other, 1)
    finally:
        facts.MANY = before
    assert sum(refs.count(b"handle") for refs, _ in kept._blocks) == 1
    assert [fact.ref for code in "ABC" for fact in kept.take(code)] == [ref, other, ref, ref]
