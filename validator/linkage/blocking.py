"""Candidate pairs: rows that share a key, with a limit on how many a key may bring."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from validator.linkage import keys, thresholds
from validator.linkage.keys import Form


def word_frequency(forms: Iterable[Form]) -> Counter[str]:
    """In how many titles a word stands."""
    frequency: Counter[str] = Counter()
    for form in forms:
        frequency.update(set(form.title.words))
        if form.other_title:
            frequency.update(set(form.other_title.words))
    return frequency


def candidate_pairs(forms: Sequence[Form]) -> set[tuple[int, int]]:
    """Places (lower, higher) of the rows to compare; ``forms`` are sorted by content."""
    frequency = word_frequency(forms)
    blocks: dict[int, list[int]] = {}
    for place, form in enumerate(forms):
        for key in set(keys.keys(form, frequency)):
            blocks.setdefault(key, []).append(place)
    pairs: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) > 1:
            pairs.update(_pairs(block, forms))
    if any(form.title.is_cjk for form in forms):
        from validator.linkage import cjk_pairs

        pairs.update(cjk_pairs.candidate_pairs(forms))
    return pairs


def _pairs(block: Sequence[int], forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """All pairs of a small block; a large one is refined, then paired in order of content."""
    pending: list[tuple[Sequence[int], int]] = [(block, 0)]
    while pending:
        places, depth = pending.pop()
        if len(places) <= thresholds.BLOCK:
            for i, a in enumerate(places):
                for b in places[i + 1 :]:
                    yield a, b
            continue
        for i, a in enumerate(places):  # places rise with content
            for b in places[i + 1 : i + 1 + thresholds.WINDOW]:
                yield a, b
        if depth < _DEPTH:
            finer: dict[object, list[int]] = {}
            for place in places:
                finer.setdefault(_refinement(forms[place], depth), []).append(place)
            pending.extend((part, depth + 1) for part in finer.values() if len(part) > 1)


_DEPTH = 4


def _refinement(form: Form, depth: int) -> object:
    """The value that splits a large block further."""
    if depth == 0:
        return form.title.compact
    if depth == 1:
        return form.year
    if depth == 2:
        return (form.volume, form.page)
    return form.people.persons[0].whole if form.people.persons else ""
