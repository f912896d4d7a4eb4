"""Screens: what tells cheaply that a rule has nothing to say of a record, and the text that they
are given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from validator.config import Settings
from validator.record import Name, Parallel, Record, name_values, text_values

Trigger = Callable[[str], object]
BeyondAscii = Callable[[str, str], object]
Screen = Callable[[Record], object] | Callable[[Record, Settings], object]


class NameScreen(NamedTuple):
    """A screen that is asked once of each name. ``traits`` gives a number of so many ``bits``;
    ``says`` gets those of all names of a record, put together by "or", and tells whether the rules
    behind it are asked."""

    traits: Callable[[Name], int]
    says: Callable[[int], object] = bool
    bits: int = 1


def free_text(record: Record) -> str:
    """All free text of a record, one value a line, for triggers."""
    parts = [*text_values(record), *record.keyword]
    for names in name_values(record):
        parts += map(name_text, names)
    if record.parallel:
        parts += parallel_texts(record.parallel)
        parts += map(name_text, record.parallel.author)
    return "\n".join(filter(None, parts))


PARTED = "\x1f"
"""Stands between the values that a trigger is given: the unit separator of ASCII."""


def text_over(attributes: Sequence[str]) -> Callable[[Record], str]:
    """A function that joins these values of a record, which are there: texts, lists, the date."""
    lists = [name for name in attributes if name in ("keyword", "issued")]
    get = getter([name for name in attributes if name not in lists])
    if not lists and len(attributes) > 1:
        values = itemgetter(*attributes)  # of the dictionary: these are there
        return lambda record: PARTED.join(values(record.__dict__))

    def joined(record: Record) -> str:
        parts = [*get(record)]
        if "keyword" in lists:
            parts += record.keyword
        if "issued" in lists:
            parts.append(record.issued.raw if record.issued else "")
        return PARTED.join(parts)

    return joined


def getter(attributes: Sequence[str]) -> Callable[[Record], tuple[Any, ...]]:
    """A function that gets these attributes of a record, however few, as a tuple."""
    if not attributes:
        return lambda _: ()
    if len(attributes) == 1:
        (one,) = attributes
        return lambda record: (getattr(record, one),)
    return attrgetter(*attributes)


def parallel_texts(other: Parallel) -> tuple[str, ...]:
    """The free text of a record in another script, but for its names."""
    return other.title, other.container_title, other.abstract, *other.keyword


def name_text(name: Name) -> str:
    """The parts of a name in all scripts, one a line."""
    if not (name.literal or name.particles or name.suffix or name.native):
        return f"{name.family}\n{name.given}"
    parts = [name.literal, name.particles, name.family, name.given, name.suffix]
    if name.native:
        parts.append(str(name.native))
    return "\n".join(filter(None, parts))


@cache
def mentions(*needles: str) -> Trigger:
    """A trigger: one of these strings occurs. The same strings give the same trigger."""
    return lambda text: any(needle in text for needle in needles)
