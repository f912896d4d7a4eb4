"""Whether a Chinese name and a romanised one, which do not agree, are two people's."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from validator.text.names.surnames import (
    COMPOUND,
    EAST_ASIAN,
    SINGLE,
    is_chinese_person,
    is_japanese_person,
    split_chinese,
)
from validator.text.patterns import lazy
from validator.text.script import Script, script

from ._names import unsplit, written  # noqa: TID251 - of this family

if TYPE_CHECKING:
    from validator.record import Name
    from validator.text.romanise import Agreement, Roman


def differ(
    found: Agreement, native: Name, roman: Name, *, alone: bool = False, whole: bool = True
) -> bool:
    """Whether two names are those of two people; of names ``alone`` nothing else tells it, and of
    a list without a ``whole`` name that agrees given names and initials tell nothing."""
    one, other = unsplit(native), written(roman)
    if found.verdict == "mismatch":
        in_hangul = script(one) is Script.HANGUL
        return not alone or (not found.score if in_hangul else is_other_person(one, other))
    if found.verdict == "surname-only":
        return whole and not alone and is_other_given(one, other)
    if found.verdict != "unknown":
        return False
    by_initials = whole and not alone and is_other_by_initials(one, other)
    return by_initials or is_other_person(one, other, wholly=alone)


def is_other_person(native: str, roman: str, *, wholly: bool = False) -> bool:
    """Whether both are whole names, with family names that are spelt apart, and given names that
    have no syllable, or one of two, in common in any usual spelling; ``wholly`` asks for none, and
    for nothing but Chinese syllables.

    Of 2,900 right pairs of names in Han characters two are so, ``wholly`` none.
    """
    from validator.text.romanise import parse_roman, syllables
    from validator.text.romanise.customary import VIETNAMESE
    from validator.text.romanise.syllables import is_pinyin

    read = parse_roman(roman)
    families, given = _divided(native)
    if read is None or not families:
        return False
    texts = {
        "".join(part.text for part in family)
        for family, _ in read.splits()
        if not any(part.is_initial for part in family)
    }
    parts = [part.text for part in read.parts if not part.is_initial]
    if len(parts) < 2 or _family_spellings().isdisjoint(texts):
        return False
    own = [one for family in families for one in syllables.family(family)]
    spelt = [syllables.every(character) for character in given]
    if not all(own) or not all(spelt) or any(_is_in(one, _may_be_family(read)) for one in own):
        return False
    if any(not texts.isdisjoint(VIETNAMESE.get(family, ())) for family in families):
        return False
    shared = sum(_is_in(one, parts) for one in spelt)
    if not shared and all(_is_syllable(part) or is_pinyin(part, 2) for part in parts):
        return True
    if wholly or shared == len(given):
        return False
    return not any(_is_slip(text, key) for text in texts for one in own for key in one)


def is_other_given(native: str, roman: str) -> bool:
    """Whether a given name of two syllables, hyphenated as in Taiwan and Hong Kong, has none in
    common with the native one of the same family, not even one that begins and ends alike.

    A Western given name says nothing, and the languages of the south spell in too many ways.
    """
    from validator.text.romanise import parse_roman, syllables

    read = parse_roman(roman)
    families, given = _divided(native)
    if read is None or len(families) != 1 or len(given) != 2:
        return False
    hyphenated = [
        part.text
        for one, other in pairwise(read.parts)
        if one.word == other.word and not one.is_initial and not other.is_initial
        for part in (one, other)
    ]
    spelt = [syllables.every(character) for character in given]
    return (
        len(hyphenated) == 2
        and all(map(_is_syllable, hyphenated))
        and all(spelt)
        and all(
            _sound(part) != _sound(key)
            for part, one in zip(hyphenated, spelt, strict=True)
            for key in one
        )
    )


def is_other_by_initials(native: str, roman: str) -> bool:
    """Whether a family name with initials is another person's: a family name of East Asia that is
    spelt apart in any usual spelling, and no initial that begins the given name.
    """
    from validator.text.romanise import parse_roman, syllables
    from validator.text.romanise.customary import VIETNAMESE

    read = parse_roman(roman)
    families, given = _divided(native)
    if read is None or len(families) != 1 or not given:
        return False
    texts = [part.text for part in read.parts if not part.is_initial]
    initials = [part.text for part in read.parts if part.is_initial]
    if len(texts) != 1 or not initials or _family_spellings().isdisjoint(texts):
        return False
    own = syllables.family(families[0])
    spelt = [syllables.every(character) for character in given]
    if not all(own) or not all(spelt) or texts[0] in VIETNAMESE.get(families[0], ()):
        return False
    if any(_is_in(one, texts) or any(_is_slip(texts[0], key) for key in one) for one in own):
        return False
    begins = {key[:1] for one in spelt for key in one}
    return begins.isdisjoint(letter for text in initials for letter in text)


def _may_be_family(roman: Roman) -> list[str]:
    """The parts of a romanised name that may be a family name: not the pieces of a hyphenated word
    behind the comma, or beside a plain word, as "Tien-chen" in "Chou, Tien-chen"."""
    words: dict[int, list[int]] = {}
    for i, part in enumerate(roman.parts):
        words.setdefault(part.word, []).append(i)
    given = [places for places in words.values() if len(places) > 1 and places[0] >= roman.comma]
    if not roman.comma and len(given) == len(words):
        given = []
    pieces = {i for places in given for i in places}
    return [
        part.text for i, part in enumerate(roman.parts) if i not in pieces and not part.is_initial
    ]


def _divided(native: str) -> tuple[tuple[str, ...], str]:
    """The family names and the given name of a Chinese name, two families for 陳方安生, who has her
    husband's before her own; no family where it is no Chinese name or may be a Japanese one."""
    split = split_chinese(native)
    if split is not None:
        return ((split[0],), split[1]) if is_chinese_person(native) else ((), "")
    is_married = (
        len(native) == 4
        and native[0] in SINGLE
        and native[1] in SINGLE
        and not is_japanese_person(native)
    )
    return (tuple(native[:2]), native[2:]) if is_married else ((), "")


def _is_in(spelt: Collection[str], parts: Sequence[str]) -> bool:
    """Whether a character may be one of the syllables of a romanised name: a part of its own, or
    beside another in a part that is not one syllable itself ("liang" holds no "li")."""
    from validator.text.romanise.syllables import is_pinyin

    return any(
        part == key
        or (
            not _is_syllable(part)
            and (
                (part.startswith(key) and is_pinyin(part[len(key) :], 1))
                or (part.endswith(key) and is_pinyin(part[: -len(key)], 1))
            )
        )
        for key in spelt
        if len(key) > 1
        for part in parts
    )


def _is_syllable(part: str) -> bool:
    from validator.text.romanise.syllables import is_pinyin

    return part in _syllables() or is_pinyin(part, 1)


_ONSET = lazy("[^aeiou]*")
_ALIKE = {
    "ch": "j", "zh": "j", "q": "j", "ts": "j", "tz": "j", "c": "j", "z": "j", "tj": "j",
    "dz": "j", "k": "g", "kw": "g", "gw": "g", "p": "b", "t": "d", "n": "l", "r": "l", "sh": "s",
    "sz": "s", "x": "s", "hs": "s", "v": "w", "y": "", "j": "j",
}  # fmt: skip


def _is_slip(text: str, key: str) -> bool:
    """Whether a family name may be another spelling of its own: one letter off, with the same
    sound at its beginning, and no frequent family name itself. "Yow" may be "Yew", "Lo"
    is not "Ko", and "Lam" is not "Lay"."""
    from rapidfuzz.distance import OSA

    if text in EAST_ASIAN:
        return False
    return OSA.distance(text, key, score_cutoff=1) <= 1 and _onset(text) == _onset(key)


def _sound(syllable: str) -> tuple[str, bool]:
    """How a syllable begins, and whether it ends through the nose: most languages keep both."""
    return _onset(syllable), syllable.endswith(("n", "m", "ng"))


def _onset(text: str) -> str:
    found = _ONSET.match(text)
    start = found[0] if found else ""
    return _ALIKE.get(start, start)


PARTICLES = frozenset(("van", "von"))
"""Particles of European names that are spellings of Chinese family names, too."""


@lru_cache(maxsize=1)
def _family_spellings() -> frozenset[str]:
    """Chinese family names as they are spelt anywhere."""
    from validator.text.romanise import syllables

    single = {key for name in SINGLE for key in syllables.family(name)[0]}
    double = {
        first + second
        for name in COMPOUND
        for firsts, seconds in [syllables.family(name)]
        for first in firsts
        for second in seconds
    }
    return frozenset(key for key in single | double if len(key) > 1) - PARTICLES


@lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    """Syllables of Chinese given names as they are spelt in Hong Kong and Taiwan."""
    from validator.text.romanise import cantonese, mandarin
    from validator.text.romanise.customary import WESTERN
    from validator.text.romanise.tables import readings

    jyutping = {one for row in readings("cantonese").values() for one in row}
    pinyin = {one for row in readings("mandarin").values() for one in row}
    found = {
        key
        for one in jyutping
        for key, distance in cantonese.spellings(one).items()
        if distance == cantonese.MAIN
    }
    found.update(
        key
        for one in pinyin
        for key, distance in mandarin.spellings(one).items()
        if distance <= mandarin.SYSTEM
    )
    return frozenset(found) - WESTERN
