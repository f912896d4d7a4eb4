"""Forms of faults: each takes a clean record and returns what it has become, or None."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from random import Random
from typing import Any, NamedTuple

from validator.record import Record


class Text(NamedTuple):
    """A file, as text or bytes, in a format of the readers ("" for: found by content)."""

    content: str | bytes
    format: str


Given = tuple[Record, ...] | Text


class Plant(NamedTuple):
    """What stood there before, and after the fault was planted."""

    before: Given
    after: Given


Planted = Record | Plant | None


def put(record: Record, attribute: str, value: Any) -> Record:
    """The record with another value of one attribute."""
    return replace(record, **{attribute: value})


Form = Callable[[Record, Random], Planted]
Change = Callable[[str, Random], str | None]

FORMS: dict[str, dict[str, Form]] = {}
"""By code, the forms of its fault by their name."""


def words(text: str) -> tuple[str, ...]:
    """The members of a list written in one string, with " | " between them."""
    return tuple(text.split(" | "))


def form(code: str, name: str) -> Callable[[Form], Form]:
    """Register a form of the fault that the rule of this code is about."""

    def register(plant: Form) -> Form:
        known = FORMS.setdefault(code, {})
        assert name not in known, f"{code} {name} is planted twice"
        known[name] = plant
        return plant

    return register


def value_forms(code: str, attribute: str, changes: Mapping[str, Change]) -> None:
    """Register forms that change one value of a record, where it has one."""
    for name, change in changes.items():
        form(code, name)(_of_value(attribute, change))


def _of_value(attribute: str, change: Change) -> Form:
    def plant(record: Record, random: Random) -> Planted:
        value = getattr(record, attribute)
        changed = change(value, random) if value else None
        if changed is None or changed == value:
            return None
        return put(record, attribute, changed)

    return plant


def literal_forms(
    code: str, attribute: str, values: Mapping[str, Iterable[str]], when: Callable[[Record], bool]
) -> None:
    """Register forms that put one of several values into an attribute of fitting records."""
    for name, choices in values.items():
        form(code, name)(_of_literal(attribute, tuple(choices), when))


def _of_literal(attribute: str, choices: tuple[str, ...], when: Callable[[Record], bool]) -> Form:
    def plant(record: Record, random: Random) -> Planted:
        return put(record, attribute, random.choice(choices)) if when(record) else None

    return plant


TEXTS = ("title", "title", "title", "container_title", "publisher", "abstract", "keyword", "author")


def text_forms(code: str, changes: Mapping[str, Change], *, of: tuple[str, ...] = TEXTS) -> None:
    """Register forms that change any one text of a record: a title, a name, a keyword."""
    for name, change in changes.items():
        form(code, name)(_of_texts(change, of))


def _of_texts(change: Change, attributes: tuple[str, ...]) -> Form:
    def plant(record: Record, random: Random) -> Planted:
        for attribute in random.sample(attributes, len(attributes)):
            changed = changed_text(record, attribute, change, random)
            if changed is not None:
                return changed
        return None

    return plant


def changed_text(record: Record, attribute: str, change: Change, random: Random) -> Record | None:
    """The record with one text of this attribute changed; of names one part, of lists one item."""
    value: Any = getattr(record, attribute)
    if not value:
        return None
    if isinstance(value, str):
        changed = change(value, random)
        same = changed is None or changed == value
        return None if same else put(record, attribute, changed)
    index = random.randrange(len(value))
    item = value[index]
    if isinstance(item, str):
        new: Any = change(item, random)
    else:
        part = random.choice([p for p in ("family", "given", "literal") if getattr(item, p)])
        text = change(getattr(item, part), random)
        same = text is None or text == getattr(item, part)
        new = item if same else replace(item, **{part: text, "raw": ""})
    if new is None or new == item:
        return None
    return put(record, attribute, (*value[:index], new, *value[index + 1 :]))
