"""Whether two names of a publisher, two places, two lists of editors may be the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from validator.text.script import has_cjk
from validator.text.unicode import fold

_SMALL_WORDS = "the of and for on in at to de la le du des der die das und y e et"
# What a publisher is, not which: the same word proves nothing, another word disproves nothing.
_KIND_WORDS = """
    ag association associates bv co committee company conference corporation edition editions
    editorial editors foundation gmbh group inc institute international kg limited llc ltd media
    organizing press proceedings publication publications publisher publishers publishing pub
    sa science series services society son sons srl team university verlag verl
    """
_SMALL, _KINDS = frozenset(_SMALL_WORDS.split()), frozenset(_KIND_WORDS.split())
BEGINNING = 4  # letters
_EDITING = frozenset(("ed", "eds", "editor", "editors", "hrsg", "in", "主编", "编"))
_RUN_IN = re.compile("\\bIn(?=[A-Z][a-z]{2})")
_CJK_KINDS = ("有限责任公司", "有限公司", "出版社", "書局", "书局", "학회")


@lru_cache(maxsize=4096)
def same_publisher(a: str, b: str) -> bool:
    """Whether two names may be one publisher's: a telling word in common, or an acronym."""
    words, others = fold(a).split(), fold(b).split()
    if not words or not others or has_cjk(a) != has_cjk(b):
        return True
    if has_cjk(a):
        first, second = (_without_kind("".join(w)) for w in (words, others))
        return first in second or second in first
    telling, also = _telling(words), _telling(others)
    return (
        words == others
        or not telling.isdisjoint(also)
        or any(x.startswith(y) or y.startswith(x) for x in telling for y in also)
        or not _acronyms(words).isdisjoint(others)
        or not _acronyms(others).isdisjoint(words)
    )


@lru_cache(maxsize=4096)
def same_place(a: str, b: str) -> bool:
    """Whether two places may be one: the town of either is named in the other."""
    if has_cjk(a) != has_cjk(b):
        return True
    town, other = _town(a), _town(b)
    return not town or not other or town in _spaced(b) or other in _spaced(a)


def same_editors(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two lists of editors, as "Family, Given", may be of one book: they share one."""
    names, others = " ".join(a), " ".join(b)
    if has_cjk(names) != has_cjk(others):
        return True
    families, also = _families(a), _families(b)
    return (
        not families
        or not also
        or not families.isdisjoint(_beginnings(others))
        or not also.isdisjoint(_beginnings(names))
    )


def _words(text: str) -> list[str]:
    """The folded words, without an "In" that runs into the name behind it: InTouretzky."""
    return fold(_RUN_IN.sub("", text)).split()


def _beginnings(text: str) -> frozenset[str]:
    """How the words of a text begin: a name that is spelt in two ways begins alike in both."""
    return frozenset(word[:BEGINNING] for word in _words(text))


def _telling(words: Sequence[str]) -> frozenset[str]:
    """The words that tell one publisher from another; all, where none does."""
    telling = frozenset(w for w in words if len(w) > 2) - _SMALL - _KINDS
    return telling or frozenset(words)


def _acronyms(words: Sequence[str]) -> frozenset[str]:
    """The initials of a name, with and without its small words."""
    return frozenset(
        (
            "".join(word[0] for word in words),
            "".join(word[0] for word in words if word not in _SMALL),
        )
    )


def _without_kind(name: str) -> str:
    for kind in _CJK_KINDS:
        name = name.removesuffix(kind) or name
    return name


def _town(place: str) -> str:
    town = place.replace(";", ",").replace("，", ",").split(",")[0]
    return _spaced(town) if fold(town) else ""


def _spaced(text: str) -> str:
    """A folded text between blanks, so that only whole words are found in it."""
    return f" {fold(text)} "


def _families(names: Sequence[str]) -> frozenset[str]:
    """How the last word of each family name begins: "van der Berg" is sorted in several ways."""
    return frozenset(
        words[-1][:BEGINNING]
        for name in names
        if (words := [word for word in _words(name.split(",")[0]) if word not in _EDITING])
    )
