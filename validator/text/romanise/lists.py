"""Two lists of authors of one work, in Chinese, Japanese or Korean characters and romanised."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from validator.text.romanise import agreement
from validator.text.romanise.types import UNKNOWN, Agreement, Verdict

ENOUGH = 0.75
"""The share of positions that agree in lists of the same people: of 151 works with both lists 147
have it, of 4,128 wrong lists of equal length none."""
_HALF = 0.5  # of the other positions must agree before one of them can be called wrong
_MOST_CROSSED = 1600  # comparisons of every name with every other: lists of 40

_AGREEING = (Verdict.MATCH, Verdict.SURNAME_ONLY)


class Aligned(NamedTuple):
    """A native name and the romanised one that it stands for."""

    native: int
    roman: int | None
    """The position in the romanised list, from 0; None where no name there is left for it."""
    agreement: Agreement


class Lists(NamedTuple):
    """How far two lists name the same people."""

    verdict: Verdict
    """MATCH for the same people, a few positions aside; MISMATCH never: unlike lists may be of
    other works, editors or translators; UNKNOWN otherwise."""
    score: float
    """The share of the longer list's positions that agree."""
    aligned: list[Aligned]
    mismatched: tuple[int, ...]
    """Positions of two other people among lists of equal length that agree else."""
    is_turned: bool
    """Whether the same people stand in another order."""


def align(
    native: Sequence[str], romanised: Sequence[str], *, language: str | None = None
) -> list[Aligned]:
    """Each native name with its romanised one: the one that agrees best, of equals the one at the
    same position, else the one at the same position if it is left over."""
    straight = [
        Aligned(i, i, agreement(a, b, language=language))
        for i, (a, b) in enumerate(zip(native, romanised, strict=False))
    ]
    agreeing = sum(one.agreement.verdict in _AGREEING for one in straight)
    if len(native) == len(romanised) == agreeing or len(native) * len(romanised) > _MOST_CROSSED:
        return [*straight, *(Aligned(i, None, UNKNOWN) for i in range(len(straight), len(native)))]
    crossed = [
        (found.verdict is Verdict.MATCH, i == j, found.score, -i, -j, found)
        for i, a in enumerate(native)
        for j, b in enumerate(romanised)
        if (found := agreement(a, b, language=language)).verdict in _AGREEING
        and (i == j or found.verdict is Verdict.MATCH)
    ]
    partner: dict[int, Aligned] = {}
    taken: set[int] = set()
    for *_, i, j, found in sorted(crossed, key=lambda one: one[:-1], reverse=True):
        if -i not in partner and -j not in taken:
            partner[-i] = Aligned(-i, -j, found)
            taken.add(-j)
    for one in straight:
        if one.native not in partner and one.roman not in taken:
            partner[one.native] = one
    return [partner.get(i, Aligned(i, None, UNKNOWN)) for i in range(len(native))]


def compare_lists(
    native: Sequence[str], romanised: Sequence[str], *, language: str | None = None
) -> Lists:
    """How far two lists name the same people, and which positions do not.

    A position is mismatched only in lists of equal length where half of the others agree and its
    two names stand nowhere else in the lists. One name against one is never mismatched.
    """
    aligned = align(native, romanised, language=language)
    longer = max(len(native), len(romanised), 1)
    agreeing = [one for one in aligned if one.agreement.verdict in _AGREEING]
    in_place = [one for one in agreeing if one.roman == one.native]
    matching = sum(one.agreement.verdict is Verdict.MATCH for one in agreeing)
    # one team writes many works with its members in other orders: then all must be there
    is_turned = len(agreeing) == len(native) == len(romanised) != len(in_place)
    in_order = agreeing if _is_rising(agreeing) and len(native) != len(romanised) else in_place
    is_same = (len(in_order) >= ENOUGH * longer or is_turned) and 2 * matching >= min(longer, 2)
    mismatched = tuple(
        one.native
        for one in aligned
        if one.agreement.verdict is Verdict.MISMATCH
        and len(native) == len(romanised)
        and matching
        and len(in_place) >= _HALF * (longer - 1)
    )
    verdict = Verdict.MATCH if is_same else Verdict.UNKNOWN
    return Lists(verdict, round(len(agreeing) / longer, 3), aligned, mismatched, is_turned)


def _is_rising(aligned: Sequence[Aligned]) -> bool:
    places = [one.roman for one in aligned if one.roman is not None]
    return places == sorted(places)
