"""Whether a Chinese name agrees with a romanised one, in any system and region."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from validator.text.names.surnames import COMPOUND, SINGLE
from validator.text.patterns import lazy
from validator.text.romanise import peoples, syllables
from validator.text.romanise.customary import FAMILY_SPELLINGS, RARE, VIETNAMESE, WESTERN
from validator.text.romanise.mandarin import SYLLABLES, SYSTEM
from validator.text.romanise.syllables import Spelt, Walk, is_pinyin, walk
from validator.text.romanise.types import UNKNOWN, Agreement, Part, Roman, Verdict, rank
from validator.text.script import HAN

LONGEST = 8  # characters of a name that is looked at

# What a score loses, from 1: chosen so that every match is above every other verdict.
_PER_DISTANCE = 0.01  # for each step away from Pinyin
_TURNED = 0.01  # for a family name on the other side of the comma
_EXTRA = 0.01  # for each part beside the name: "Franklin" in "Chen-Ning Franklin Yang"
_BY_INITIALS = 0.2
_NEAR = 0.15  # for one letter that is forgiven
_SURNAME_ONLY = 0.5
_UNLIKE = 0.4  # two given names of no more similarity are different ones
_MOST_SPELT = 12  # spellings of a character of a family name that are looked at for a slip
_SLIP = 1  # letters: "zheng" can stand for "zeng", "zhou" cannot

_USUAL = SYLLABLES - RARE  # syllables of given names
_NATIVE = lazy(f"[{HAN}]+")
_NOT_A_NAME = lazy(f"[^{HAN}\\s,，·•‧・.\\-－—*＊\\d()（）\\[\\]]")
_DOTS = lazy("[·•‧・]")


class _Split(NamedTuple):
    """A native name as family and given name."""

    family: str
    given: str


class _Family(NamedTuple):
    """A family name that was found among the parts, from ``at`` on."""

    split: _Split
    at: int
    walk: Walk


def compare(native: str, roman: Roman) -> Agreement | None:
    """How far a name in Chinese characters agrees with a romanised one.

    None where the native name is not written in Chinese characters alone.
    """
    if _NOT_A_NAME.search(native):
        return None
    pieces = _NATIVE.findall(native)
    name = "".join(pieces)
    if not 1 < len(name) <= LONGEST:
        return _of_peoples(name, roman) or UNKNOWN
    splits = list(_splits(pieces, name))
    is_foreign = _DOTS.search(native) is not None
    families = [
        _Family(split, at, found)
        for split in splits
        for at in range(len(roman.parts))
        for found in walk(syllables.family(split.family), roman.parts, at)
        if not found.initials and not _is_within(roman, at, found.end)
    ]
    matches = [*_matches(families, roman)] or [*_turned(name, splits[0], roman, is_foreign)]
    if matches:
        return max(matches, key=rank)
    if own := _of_peoples(name, roman):
        return own
    if is_foreign:
        return UNKNOWN
    found = [_with_family(family, roman) for family in families]
    best = max(found, key=rank) if found else _other_family(splits[0], roman)
    return _checked(best, name, roman) if best.verdict is Verdict.MISMATCH else best


def _of_peoples(name: str, roman: Roman) -> Agreement | None:
    """The match of a Tibetan or Uyghur name, spelt as its bearers do."""
    found = peoples.spelt(name, [part.text for part in roman.parts])
    return Agreement(Verdict.MATCH, 1 - _TURNED, found) if found else None


def _is_within(roman: Roman, at: int, end: int) -> bool:
    """Whether parts are a piece of a given name: the "Lee" of "Wang, Lee-Hom"."""
    parts = roman.parts
    return 0 < roman.comma <= at and any(
        parts[i].word == parts[at].word for i in (at - 1, end) if roman.comma <= i < len(parts)
    )


def _splits(pieces: list[str], name: str) -> Iterator[_Split]:
    """The ways in which a name is family and given name, the likeliest first."""
    if len(pieces) > 1:
        yield _Split(pieces[0], "".join(pieces[1:]))
        if _is_turnable(pieces):
            yield _Split(pieces[1], pieces[0])
        if len(pieces) == 2:
            return
    if name[:2] in COMPOUND and len(name) > 2:
        yield _Split(name[:2], name[2:])
    yield _Split(name[0], name[1:])
    if len(name) == 4 and name[:2] not in COMPOUND and _is_family(name[1]):
        yield _Split(name[0], name[2:])  # 林鄭月娥: with her husband's name alone,
        yield _Split(name[1], name[2:])  # with her own alone,
        yield _Split(name[:2], name[2:])  # with both as one
    elif len(name) == 4:
        yield _Split(name[:2], name[2:])


def _is_turnable(pieces: list[str]) -> bool:
    """Whether the second of two pieces may be the family name."""
    if len(pieces) != 2 or len(pieces[1]) > 2:
        return False
    first, second = (one in COMPOUND or _is_family(one) for one in pieces)
    return second or not first


def _is_family(character: str) -> bool:
    return character in SINGLE or character in FAMILY_SPELLINGS


def _given(text: str) -> list[Spelt]:
    return [syllables.every(character) for character in text]


def _matches(families: list[_Family], roman: Roman) -> Iterator[Agreement]:
    """Family and given name as parts of their own, in any order, with other parts beside."""
    parts = roman.parts
    for split, at, one in families:
        given = _given(split.given)
        for start in (*range(one.end, len(parts)), *range(at)):
            for other in walk(given, parts[: at if start < at else None], start):
                if _is_whole(parts, at, one, start, other):
                    yield from _match(roman, at, one, start, other)


def _is_whole(parts: Sequence[Part], at: int, one: Walk, start: int, other: Walk) -> bool:
    """Whether the given name found is all of the given name that is written there."""
    for i in (start - 1, other.end):
        if 0 <= i < len(parts) and not at <= i < one.end:
            beside = parts[i]
            if beside.word == parts[min(max(i + 1, start), other.end - 1)].word:
                return False
            if beside.is_initial and other.initials:
                return False
            if not beside.is_initial and _is_syllables(beside.text):
                return False
    return True


def _is_syllables(text: str) -> bool:
    return text not in WESTERN and any(is_pinyin(text, count) for count in (1, 2))


def _is_given(text: str) -> bool:
    """Whether a text is one or two syllables that Chinese given names are made of."""
    return text not in WESTERN and any(
        text[:end] in _USUAL and (end == len(text) or text[end:] in _USUAL)
        for end in range(1, len(text) + 1)
    )


def _match(roman: Roman, at: int, one: Walk, start: int, other: Walk) -> Iterator[Agreement]:
    count = len(other.syllables)
    if _is_pinyin_of_another(roman.parts[at : one.end], one, roman.parts[start : other.end], other):
        return
    score = 1 - _PER_DISTANCE * (one.distance + other.distance)
    extras = len(roman.parts) - (one.end - at) - (other.end - start)
    score -= _EXTRA * extras
    if roman.comma and not at < roman.comma <= start:
        score -= _TURNED
    if other.initials == count == 1:
        return  # the family name and one letter prove nothing
    if other.initials:
        score -= _BY_INITIALS * other.initials / count
    yield Agreement(Verdict.MATCH, round(score, 3), _reading(one, other))


def _is_pinyin_of_another(
    family: Sequence[Part], one: Walk, given: Sequence[Part], other: Walk
) -> bool:
    """Whether a name that fits in a language of the south only reads as Pinyin, with the given
    name in one word. Then another is meant: "Tan Weiming" is 谭, "Tan Wei Ming" may be 陈."""
    return (
        max(one.distance, other.distance) >= syllables.AMBIGUOUS
        and len(given) == 1
        and is_pinyin(_text(family), len(one.syllables))
        and is_pinyin(given[0].text, len(other.syllables))
    )


def _reading(one: Walk, other: Walk) -> str:
    return f"{''.join(one.syllables)} {''.join(other.syllables)}"


def _turned(name: str, split: _Split, roman: Roman, is_foreign: bool) -> Iterator[Agreement]:
    """The characters one after the other through all parts: names in one word, and those of
    Mongols, Tibetans and others, whose parts go in any order."""
    parts = roman.parts
    if any(part.is_initial for part in parts):
        return
    family, given = syllables.family(split.family), _given(split.given)
    orders: list[Sequence[Spelt]] = [(*family, *given), (*given, *family)]
    if len(name) >= 4 or is_foreign or not _is_family(name[0]):
        plain = _given(name)
        orders += [plain[i:] + plain[:i] for i in range(len(name))]
    for order in orders:
        for one in walk(order, parts, 0):
            if one.end < len(parts) or one.initials:
                continue
            if one.distance < syllables.AMBIGUOUS:
                score = 1 - _PER_DISTANCE * one.distance - _TURNED
                yield Agreement(Verdict.MATCH, round(score, 3), " ".join(one.syllables))


def _other_family(split: _Split, roman: Roman) -> Agreement:
    """The verdict where no family name agrees, as far as the letters say: beside a given name that
    is alike, a family name that is one letter off may be a slip."""
    likeness = 0.0
    is_other = True
    of_family = _readings(syllables.family(split.family, only_pinyin=True))
    for family, given in roman.splits():
        text = _text(family)
        of_given = _likeness(split, given)
        if text in VIETNAMESE.get(split.family, ()):
            is_other = False
        is_other &= of_given <= _UNLIKE or not _is_slip(split.family, text)
        likeness = max(likeness, (_alike(of_family, text) + of_given) / 2)
    score = round(likeness * _SURNAME_ONLY, 3)
    return Agreement(Verdict.MISMATCH if is_other else Verdict.UNKNOWN, score)


def _is_slip(family: str, text: str) -> bool:
    """Whether a text is one letter off a spelling of a family name in a system of Mandarin, and
    not that of another family by more than the ear."""
    if text in _family_names():
        own = {_by_ear(one) for one in _readings(syllables.family(family, only_pinyin=True))}
        return _by_ear(text) in own
    spelt = [
        {one: of for one, of in every.items() if of[0] <= SYSTEM}
        for every in syllables.family(family)
    ]
    return any(
        Levenshtein.distance(one, text, score_cutoff=_SLIP) <= _SLIP
        for one in _readings(spelt, most=_MOST_SPELT)
    )


def _by_ear(syllable: str) -> str:
    """A syllable without what speakers of the south do not tell apart: zh and z, -ng and -n."""
    for heard, plain in _HEARD:
        if syllable.startswith(heard):
            syllable = plain + syllable[len(heard) :]
            break
    return syllable.removesuffix("g") if syllable.endswith("ng") else syllable


_HEARD = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("hu", "f"), ("n", "l"), ("r", "l"))


def _with_family(family: _Family, roman: Roman) -> Agreement:
    """The verdict where the family name agrees and the given name does not as it stands."""
    split, at, one = family
    rest = (*roman.parts[:at], *roman.parts[one.end :])
    reading = "".join(one.syllables)
    score = _SURNAME_ONLY - _PER_DISTANCE * one.distance
    only = Agreement(Verdict.SURNAME_ONLY, score, reading)
    full = [part for part in rest if not part.is_initial]
    if not full:
        return only if _has_initial(split.given, rest) else UNKNOWN
    near = _near(split.given, full)
    if near:
        score = 1 - _NEAR - _PER_DISTANCE * one.distance
        return Agreement(Verdict.MATCH, round(score, 3), f"{reading} {near}")
    text = _text(full)
    if not _is_given(text):
        return only
    spelt = [syllables.every(c) for c in split.given]
    if len(full) == 1 and is_pinyin(text, 1) and len(split.given) > 1:
        return only if any(text in one for one in spelt) else UNKNOWN._replace(score=0.3)
    likeness = _likeness(split, full)
    if likeness > _UNLIKE:
        return UNKNOWN._replace(score=round(likeness * _SURNAME_ONLY, 3))
    return Agreement(Verdict.MISMATCH, round(likeness * _SURNAME_ONLY, 3))


def _has_initial(given: str, rest: Sequence[Part]) -> bool:
    if not rest:
        return True
    spelt = [syllables.every(character) for character in given]
    return all(any(key.startswith(part.text) for one in spelt for key in one) for part in rest)


def _near(given: str, full: Sequence[Part]) -> str:
    """The reading of a given name of two characters that is spelt in a way of its own: one
    syllable is right, the other is no syllable of Pinyin and one letter off; else ""."""
    if len(given) != 2:
        return ""
    texts = [part.text for part in full]
    for first, second in _cuts(texts):
        for right, other, at in ((first, second, 0), (second, first, 1)):
            exact = syllables.every(given[at]).get(right)
            if exact is None or len(other) < 3:
                continue
            # a syllable of Pinyin is meant as it stands, but among others -n is often -ng
            is_plain = other in SYLLABLES
            if is_plain and (right in SYLLABLES or not other.endswith(("n", "ng"))):
                continue
            for spelt, (_, syllable) in syllables.every(given[1 - at]).items():
                if is_plain and spelt.removesuffix("g") != other.removesuffix("g"):
                    continue
                if (
                    spelt[0] == other[0]
                    and len(spelt) > 2
                    and Levenshtein.distance(spelt, other, score_cutoff=1) <= 1
                ):
                    both = (exact[1], syllable)
                    return "".join(both if at == 0 else both[::-1])
    return ""


def _cuts(texts: list[str]) -> Iterator[tuple[str, str]]:
    yield from pairwise(texts)
    if len(texts) == 1:
        for end in range(2, len(texts[0]) - 1):
            yield texts[0][:end], texts[0][end:]


def _likeness(split: _Split, parts: Sequence[Part]) -> float:
    """From 0 to 1, how much of the given name's letters agree with those of some parts."""
    full = [part for part in parts if not part.is_initial]
    return _alike(_readings([syllables.pinyin(c) for c in split.given]), _text(full))


def _readings(spelt: Sequence[Spelt], *, most: int = 4) -> list[str]:
    """What a name reads like, with so many spellings of each character at most."""
    found = [""]
    for one in spelt:
        found = [so_far + text for so_far in found for text in list(one)[:most]][: most**2]
    return found


def _text(parts: Sequence[Part]) -> str:
    return "".join(part.text for part in parts)


def _alike(readings: list[str], text: str) -> float:
    return max((Levenshtein.normalized_similarity(one, text) for one in readings), default=0.0)


def _checked(mismatch: Agreement, name: str, roman: Roman) -> Agreement:
    """A mismatch where both sides are Chinese names without a doubt, else unknown."""
    is_certain = (
        1 < len(name) <= 4
        and (name[:2] in COMPOUND or (name[0] in SINGLE and len(name) < 4))
        and all(syllables.pinyin(character) for character in name)
        and _is_chinese(roman, name)
    )
    return mismatch if is_certain else UNKNOWN._replace(score=mismatch.score)


def _is_chinese(roman: Roman, name: str) -> bool:
    """Whether a romanised name is a Chinese one in Pinyin: a family name and one or two syllables,
    nothing else. Those that a Western name reads as, the native name has."""
    own = name[2:] if name[:2] in COMPOUND else name[1:]
    return any(
        _text(family) in _family_names()
        and not any(part.is_initial for part in given)
        and len(given) <= 2
        and (_is_given(_text(given)) or _is_read(own, _text(given)))
        for family, given in roman.splits()
    )


def _is_read(given: str, text: str) -> bool:
    return text in _readings([syllables.pinyin(character) for character in given])


@cache
def _family_names() -> frozenset[str]:
    """The Chinese family names in Pinyin."""
    return frozenset(
        spelt
        for name in (*SINGLE, *COMPOUND)
        for spelt in _readings(syllables.family(name, only_pinyin=True))
    )
