"""What is packed comes out as it went in."""

from __future__ import annotations

import pickle
from typing import Any, NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from validator import packing
from validator.packing import Packed


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
    packed: Packed[tuple[str, int]] = Packed()
    for i in range(packing.MANY):
        packed.append(("".join(["a journal of ", "some length"]), i % 100))
    assert sum(map(len, packed.blocks)) < 6 * packing.MANY


@given(st.data(), st.integers(1, 4))
def test_in_order_whatever_is_packed(data: st.DataObject, many: int) -> None:
    before, packing.MANY = packing.MANY, many
    try:
        parts = data.draw(st.lists(st.one_of(LISTS), max_size=4))
        total: Packed[Any] = Packed()
        for part in parts:
            packed: Packed[Any] = Packed()
            for item in part:
                packed.append(item)
            total.add(pickle.loads(pickle.dumps(packed)))
    finally:
        packing.MANY = before
    expected = [item for part in parts for item in part]
    assert total.items() == expected
    assert repr(total.items()) == repr(expected)  # classes and types, too
