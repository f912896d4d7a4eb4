"""The word that a mistyped one was meant for."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST = 40  # characters; no type and no field is called longer


def nearest(word: str, known: Iterable[str], *, most: int) -> str | None:
    """The only word that is nearest, by at most so many letters lost, added, changed or swapped."""
    if len(word) > LONGEST:
        return None
    from rapidfuzz.distance import OSA

    found: list[str] = []
    best = most
    for other in sorted(known):
        if abs(len(other) - len(word)) > best:
            continue
        distance = OSA.distance(word, other, score_cutoff=best)
        if distance < best:
            best, found = distance, [other]
        elif distance == best:
            found.append(other)
    return found[0] if len(found) == 1 and 3 * best <= len(found[0]) else None
