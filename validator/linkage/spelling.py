"""Words of two titles: which of them are one word, spelled otherwise or with a slip of the hand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from validator.linkage import thresholds, words
from validator.text.unicode import romanised


class Unpaired(NamedTuple):
    """The words of each title that the other lacks; ``slips`` are pairs that a slip parts."""

    a: list[str]
    b: list[str]
    slips: list[tuple[str, str]]


def unpaired(a: Sequence[str], b: Sequence[str]) -> Unpaired:
    """The words of each side that the other has in no spelling, as one word or as two."""
    only_a, only_b = _minus(a, b), _minus(b, a)
    slips: list[tuple[str, str]] = []
    if "".join(only_a) == "".join(only_b):
        return Unpaired([], [], slips)
    if len(only_a) * len(only_b) > thresholds.UNPAIRED:
        return Unpaired(only_a, only_b, slips)
    for same in (is_variant, is_slip):
        for word in list(only_a):
            match = next((other for other in only_b if same(word, other)), None)
            if match is not None:
                only_a.remove(word)
                only_b.remove(match)
                if same is is_slip:
                    slips.append((word, match))
    if only_a and only_b and same_word("".join(only_a), "".join(only_b)):
        return Unpaired([], [], slips)
    return Unpaired(only_a, only_b, slips)


def _minus(a: Sequence[str], b: Sequence[str]) -> list[str]:
    """The words of ``a`` that are not in ``b``, each as often as it is missing there."""
    rest: list[str] = []
    counts: dict[str, int] = {}
    for word in b:
        counts[word] = counts.get(word, 0) + 1
    for word in a:
        if counts.get(word, 0):
            counts[word] -= 1
        else:
            rest.append(word)
    return rest


def same_word(a: str, b: str) -> bool:
    """Whether two words are one: colour and color, system and systems, servers and serevrs."""
    return a == b or is_variant(a, b) or is_slip(a, b)


def is_variant(a: str, b: str) -> bool:
    """Whether two words are British and American spelling, or singular and plural, of one."""
    return min(len(a), len(b)) >= thresholds.SLIP_LETTERS and _plain(a) == _plain(b)


@lru_cache(maxsize=4096)  # a word is held against all that the other title has beside
def _plain(word: str) -> str:
    """A word without what varies between countries, and without the ending of a plural."""
    for british, american in words.VARIANTS:
        if british in word:
            word = word.replace(british, american)
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("es") and len(word) > thresholds.SLIP_LETTERS:
        return word[:-2]
    return word.removesuffix("s")


def is_slip(a: str, b: str) -> bool:
    """Whether two words are one letter apart, in a way that does not make another word of sense.

    Hands drop, double and swap letters, and seldom begin a word wrongly: mental and dental are
    two words. So are those with endings or beginnings that turn the sense (nitrate, nitrite).
    """
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if not short or len(long) - len(short) > 1 or not (a.isalpha() and b.isalpha()):
        return False
    start = _common(short, long)
    if not start and (len(short) < len(long) or sorted(short) != sorted(long)):
        return False
    if len(short) < len(long):
        found = len(long) >= thresholds.DROPPED_LETTERS and short[start:] == long[start + 1 :]
    elif short[start + 1 :] == long[start + 1 :]:
        found = len(short) >= thresholds.REPLACED_LETTERS
    else:
        swapped = long[start : start + 2][::-1] + long[start + 2 :]
        found = len(short) >= thresholds.SLIP_LETTERS and short[start:] == swapped
    return found and not turned(a, b) and frozenset((a, b)) not in words.CONFUSABLE


def _common(a: str, b: str) -> int:
    """The length of the beginning that two words have in common."""
    for i, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return i
    return min(len(a), len(b))


def turned(a: str, b: str) -> bool:
    """Whether two words differ in a beginning or ending that turns the sense."""
    return any(
        (x.startswith(one) and y.startswith(other) and x[len(one) :] == y[len(other) :])
        for one, other in words.OPPOSITES
        for x, y in ((a, b), (b, a))
    ) or any(
        (x.endswith(one) and y.endswith(other) and x[: -len(one)] == y[: -len(other)])
        for one, other in words.ENDINGS
        for x, y in ((a, b), (b, a))
    )


def is_kin(a: str, b: str) -> bool:
    """Whether two words have one stem (developing, development), or are one letter apart."""
    if turned(a, b) or frozenset((a, b)) in words.CONFUSABLE or not (a + b).isalpha():
        return False
    stem = _common(a, b)
    near = min(len(a), len(b)) >= thresholds.SLIP_LETTERS and stem > 0 and _one_apart(a, b)
    return near or stem >= thresholds.STEM_LETTERS


def _one_apart(a: str, b: str) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.distance(a, b, score_cutoff=1) <= 1


def is_slipped_small(word: str, small: str) -> bool:
    """Whether a word is a small one with a slip: hte for the, wit for with."""
    if len(word) < 2 or len(small) < 2 or word in words.TURNING or word in words.ROMAN:
        return False
    return word.isalpha() and _one_apart(word, small)


def sounds(folded: str) -> str:
    """A folded text in Latin letters, without what ways of transliterating do differently: щ is
    shch, šč and sc, й is i, j and y."""
    text = folded
    if "\u0370" < max(text, default="") < "\u0400":
        for written, meant in _GREEK_SOUNDS:
            text = text.replace(written, meant)
    text = romanised(text)
    for written, meant in _SOUNDS:
        text = text.replace(written, meant)
    text = text.replace(" ", "")
    return "".join(c for c, before in zip(text, " " + text, strict=False) if c != before)


_SOUNDS_ALIKE = "shch/s sch/s zh/z kh/h ch/c sh/s ts/c tz/c dj/d dz/d lj/l nj/n y/i j/i w/v x/ks"
_SOUNDS = tuple(pair.split("/") for pair in _SOUNDS_ALIKE.split())
_GREEK = "ου/u ει/i οι/i η/i υ/i β/v χ/h φ/f"  # as they are spoken
_GREEK_SOUNDS = tuple(pair.split("/") for pair in _GREEK.split())
