"""What each character of a Chinese name can be spelt like, and how parts of a romanised name are
read with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from validator.text.romanise import cantonese, mandarin
from validator.text.romanise.customary import (
    FAMILY_SPELLINGS,
    GIVEN_SPELLINGS,
    family_readings,
)
from validator.text.romanise.mandarin import SYLLABLES
from validator.text.romanise.tables import readings
from validator.text.romanise.types import Part

USUAL = 2  # so many of the customary spellings of a character stand first: those most use
LONGEST_SYLLABLE = 8  # letters: "zhuaungg" of Gwoyeu Romatzyh is the longest there is
AMBIGUOUS = 4  # the distance of a spelling of the south that in Pinyin is another syllable
_UNUSUAL_READING = 1  # added where the reading is not that of the family name

Spelt = dict[str, tuple[int, str]]
"""Spellings of a character: how far each is from Pinyin, and the syllable that it stands for."""


class Walk(NamedTuple):
    """Characters that were found in parts: parts up to ``end`` are used."""

    end: int
    distance: int
    syllables: tuple[str, ...]
    initials: int
    """How many of the characters are only an initial."""


@lru_cache(maxsize=8192)
def pinyin(character: str) -> Spelt:
    """The spellings of a character in Pinyin, as a given name; empty where it has no reading."""
    found: Spelt = {}
    for reading in readings("mandarin").get(character, ()):
        _put(found, reading, only_pinyin=True)
    return found


@lru_cache(maxsize=4096)
def every(character: str) -> Spelt:
    """The spellings of a character in every system, and in Cantonese and southern ones."""
    found: Spelt = {}
    for reading in readings("mandarin").get(character, ()):
        _put(found, reading)
    _put_others(found, character, GIVEN_SPELLINGS.get(character, ()))
    return found


@lru_cache(maxsize=4096)
def family(name: str, *, only_pinyin: bool = False) -> tuple[Spelt, ...]:
    """The spellings of each character of a family name."""
    special = family_readings(name)
    found = []
    for i, character in enumerate(name):
        usual = readings("mandarin").get(character, ())
        spelt: Spelt = {}
        for reading in special[i] if special else usual:
            _put(spelt, reading, only_pinyin=only_pinyin)
        for reading in usual if special else ():
            _put(spelt, reading, only_pinyin=only_pinyin, added=_UNUSUAL_READING)
        if not only_pinyin:
            _put_others(spelt, character, FAMILY_SPELLINGS.get(character, ()))
        found.append(spelt)
    return tuple(found)


def _put(found: Spelt, reading: str, *, only_pinyin: bool = False, added: int = 0) -> None:
    syllable = reading.rstrip("1234")
    for spelt, distance in mandarin.spellings(reading).items():
        if only_pinyin and distance:
            break
        distance += added
        if spelt not in found or found[spelt][0] > distance:
            found[spelt] = (distance, syllable)


def _put_others(found: Spelt, character: str, customary: Sequence[str]) -> None:
    for i, spelt in enumerate(customary):
        _put_other(found, spelt, is_usual=i < USUAL)
    for reading in readings("cantonese").get(character, ()):
        for spelt, distance in cantonese.spellings(reading).items():
            _put_other(found, spelt, is_usual=distance == cantonese.MAIN)


def _put_other(found: Spelt, spelt: str, *, is_usual: bool) -> None:
    distance = AMBIGUOUS if spelt in SYLLABLES else mandarin.WADE
    found.setdefault(spelt, (distance if is_usual else distance + 1, spelt))


@lru_cache(maxsize=4096)
def is_pinyin(text: str, count: int) -> bool:
    """Whether a text is so many syllables of Pinyin.

    >>> is_pinyin("weiming", 2), is_pinyin("weiming", 1), is_pinyin("thomas", 2)
    (True, False, False)
    """
    if not count:
        return not text
    return any(
        text[:end] in SYLLABLES and is_pinyin(text[end:], count - 1)
        for end in range(1, min(len(text), 6) + 1)
    )


def walk(characters: Sequence[Spelt], parts: Sequence[Part], start: int) -> list[Walk]:
    """The ways in which characters are spelt by whole parts from ``start`` on, without gaps; of
    two that end at the same part the nearer one."""
    states: dict[tuple[int, int], Walk] = {(start, 0): Walk(start, 0, (), 0)}
    for spelt in characters:
        following: dict[tuple[int, int], Walk] = {}
        for (at, offset), so_far in states.items():
            if at >= len(parts):
                continue
            text = parts[at].text
            if parts[at].is_initial:
                initial = _initial(spelt, text)
                if initial:
                    _step(following, so_far, at, len(text), initial, len(text), is_initial=True)
                    continue
            for end in range(offset + 1, min(len(text), offset + LONGEST_SYLLABLE) + 1):
                one = spelt.get(text[offset:end])
                if one:
                    _step(following, so_far, at, end, one, len(text), is_initial=False)
            if parts[at].is_capital and len(text) <= 3:
                initial = _initial(spelt, text[offset])
                if initial:
                    _step(following, so_far, at, offset + 1, initial, len(text), is_initial=True)
        if not following:
            return []
        states = following
    return [found for (_, offset), found in states.items() if not offset]


def _initial(spelt: Spelt, text: str) -> tuple[int, str] | None:
    return min((one for key, one in spelt.items() if key.startswith(text)), default=None)


def _step(
    following: dict[tuple[int, int], Walk],
    so_far: Walk,
    at: int,
    end: int,
    one: tuple[int, str],
    length: int,
    *,
    is_initial: bool,
) -> None:
    where = (at + 1, 0) if end == length else (at, end)
    found = Walk(
        where[0],
        so_far.distance + one[0],
        (*so_far.syllables, one[1]),
        so_far.initials + is_initial,
    )
    known = following.get(where)
    if known is None or (found.initials, found.distance) < (known.initials, known.distance):
        following[where] = found
