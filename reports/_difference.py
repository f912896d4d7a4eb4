"""What differs between two values, character by character, and how a long value is cut."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

# A letter with its marks, variation selectors and joined letters is one character to the reader.
_CHARACTER = re.compile(
    "(?:\r\n|.)[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u3099\u309a\ufe00-\ufe0f]*", re.S
)

COMPARED = 4000  # characters of a value that are looked at, from shortly before the difference
CHANGED = 400  # a longer stretch is one change: a finer comparison would take too long to read
CONTEXT = 40  # characters kept on both sides of a change
KEPT = 160  # characters of one stretch that are shown
ELLIPSIS = "…"


class Part(NamedTuple):
    """A stretch of a value: ``changed`` where the other value has something else."""

    changed: bool
    text: str


def difference(before: str, after: str) -> tuple[list[Part], list[Part]]:
    """Both values in parts: joined, the parts of each side give its value again.

    The parts of the two sides belong together one by one; where one side has nothing, its part
    is empty.

    Of longer values only COMPARED characters are looked at, the rest is left out. A stretch of
    one or two equal characters between larger changes counts as changed: so much is equal in any
    two words.
    """
    skipped = max(0, _first_difference(before, after) - COMPARED // 2)
    old = _CHARACTER.findall(before[skipped : skipped + COMPARED])
    new = _CHARACTER.findall(after[skipped : skipped + COMPARED])
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    middle = _changes(old[start : len(old) - end], new[start : len(new) - end])
    head, tail = "".join(old[:start]), "".join(old[len(old) - end :])
    pairs = [(head, head), *middle, (tail, tail)]
    left = [Part(a != b, a) for a, b in pairs if a or b]
    right = [Part(a != b, b) for a, b in pairs if a or b]
    return left, right


def windowed(parts: Sequence[Part]) -> list[Part]:
    """The parts with the middle of long equal stretches, and the end of long changes, cut."""
    shown = []
    for i, (changed, text) in enumerate(parts):
        if changed:
            text = text if len(text) <= KEPT else text[: KEPT - 1] + ELLIPSIS
        elif i == 0 and len(parts) == 1:
            text = cut(text)
        else:
            before = text[:CONTEXT] if i else ""
            after = text[-CONTEXT:] if i < len(parts) - 1 else ""
            if len(before) + len(after) + 1 < len(text):
                text = before + ELLIPSIS + after
        shown.append(Part(changed, text))
    return shown


def cut(text: str, limit: int = KEPT) -> str:
    """The text, or its beginning with an ellipsis; never more than ``limit`` characters."""
    return text if len(text) <= limit else text[: limit - 1] + ELLIPSIS


def cut_start(text: str, limit: int) -> str:
    """The text, or its end after an ellipsis: for paths, whose end tells them apart."""
    return text if len(text) <= limit else ELLIPSIS + text[len(text) - limit + 1 :]


def _first_difference(a: str, b: str) -> int:
    """Where two strings part, by halving: the values may be megabytes."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    """The length of the common beginning."""
    for i, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return i
    return min(len(a), len(b))


def _changes(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    """Pairs of stretches in order, equal and changed in turn."""
    if not old or not new or max(len(old), len(new)) > CHANGED:
        return [("".join(old), "".join(new))]
    from rapidfuzz.distance import Indel

    pairs: list[tuple[str, str]] = []
    for code in Indel.opcodes(old, new):
        a = "".join(old[code.src_start : code.src_end])
        b = "".join(new[code.dest_start : code.dest_end])
        if pairs and a != b and pairs[-1][0] != pairs[-1][1]:
            a, b = pairs[-1][0] + a, pairs[-1][1] + b
            pairs.pop()
        pairs.append((a, b))
    return _without_crumbs(pairs)


def _without_crumbs(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """One or two equal characters between larger changes join them."""
    joined: list[tuple[str, str]] = []
    for i, (a, b) in enumerate(pairs):
        crumb = (
            a == b
            and 0 < i < len(pairs) - 1
            and len(a) <= 2
            and len(a) < min(_size(pairs[i - 1]), _size(pairs[i + 1]))
        )
        if joined and (crumb or (a != b and joined[-1][0] != joined[-1][1])):
            joined[-1] = (joined[-1][0] + a, joined[-1][1] + b)
        else:
            joined.append((a, b))
    return joined


def _size(pair: tuple[str, str]) -> int:
    return max(len(pair[0]), len(pair[1]))
