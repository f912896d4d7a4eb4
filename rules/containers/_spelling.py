"""Names that differ by one letter."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from validator.text.unicode import fold

SHORTEST = 5  # letters of a word that is misspelt; a shorter one is soon another word
MOST = 60  # names that are compared each with each


def one_letter_off(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of names of several words that differ in one letter: ``Reveiw`` for ``Review``.

    It is lost, added, changed or swapped with its neighbour, neither the first nor the last of its
    word, and one of the words stands in no other name: endings and words that occur are meant.
    """
    from rapidfuzz.distance import OSA

    alike: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    uses: Counter[str] = Counter()
    for name in names:
        words = fold(name).split()
        uses.update(set(words))
        if len(words) < 2:
            continue
        for place, word in enumerate(words):
            if len(word) >= SHORTEST and word.isalpha():
                edges = f"{place} {word[0]} {word[-1]}"
                alike[edges, *words[:place], "", *words[place + 1 :]].append((word, name))
    for group in alike.values():
        if len(group) <= MOST:
            for (a, name), (b, other) in combinations(group, 2):
                if min(uses[a], uses[b]) == 1 and OSA.distance(a, b, score_cutoff=1) == 1:
                    yield name, other
