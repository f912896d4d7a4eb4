"""Lists in one text: which stretch is which item, and the text with other items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any, NamedTuple

from validator.io.rewrite.comparing import content

MOST_COMPARED = 2_000  # items between the first and the last that differ; the time is their square


class Step(NamedTuple):
    """An item of the new list: the old one that it is or comes from, -1 for none."""

    old: int
    same: bool


class Stretch(NamedTuple):
    """Where an item stands in a text."""

    start: int
    end: int


def steps(old: Sequence[Any], new: Sequence[Any]) -> list[Step]:
    """How a list becomes another: for each item of the new one where it comes from."""
    a, b = list(map(content, old)), list(map(content, new))
    if a == b:  # what is to change is the way in which names are written
        a, b = list(map(_as_written, old)), list(map(_as_written, new))
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    found = [Step(i, same=True) for i in range(head)]
    found += _middle(a[head : len(a) - tail], b[head : len(b) - tail], head)
    return found + [Step(len(a) - i, same=True) for i in range(tail, 0, -1)]


def _as_written(item: Any) -> Any:
    return getattr(item, "raw", item)


def _middle(a: list[Any], b: list[Any], shift: int) -> Iterator[Step]:
    if len(a) == len(b) or max(len(a), len(b)) > MOST_COMPARED:
        for i in range(len(b)):
            yield Step(i + shift, a[i] == b[i]) if i < len(a) else Step(-1, same=False)
        return
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (Step(n + shift, same=True) for n in range(i, j))
        else:
            for n in range(m - k):
                yield Step(i + n + shift if i + n < j else -1, same=False)


def relisted(
    text: str,
    stretches: Sequence[Stretch],
    plan: Sequence[Step],
    written: Callable[[int, Step], str],
    separator: str,
) -> str:
    """The text with the items of a plan. ``written(place, step)`` is an item that is not the same;
    separators stay where the items beside them do, and new ones are as most are, else as given."""
    between = [text[a.end : b.start] for a, b in pairwise(stretches)]
    usual = Counter(between).most_common(1)[0][0] if between else separator
    out = [text[: stretches[0].start]]
    before = -1
    for place, step in enumerate(plan):
        if place:
            follows = 0 <= before == step.old - 1
            out.append(between[before] if follows else usual)
        here = stretches[step.old] if step.old >= 0 else None
        out.append(text[here.start : here.end] if here and step.same else written(place, step))
        before = step.old
    return "".join((*out, text[stretches[-1].end :]))


def stretches_of(text: str, parts: Sequence[str]) -> list[Stretch]:
    """Where the parts of a text stand, in order; empty where one is not there as it is."""
    found, at = [], 0
    for part in parts:
        start = text.find(part, at)
        if start < 0:
            return []
        at = start + len(part)
        found.append(Stretch(start, at))
    return found
