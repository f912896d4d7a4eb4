"""What the rules on names in two scripts share: the two lists of authors, and one pair of names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from validator.record import NAME_VARIABLES, Name, Record, name_values
from validator.text.names.surnames import split_chinese
from validator.text.patterns import lazy
from validator.text.script import has_cjk, has_latin

LONGEST = 100  # characters of a name: nothing longer is looked at
MOST = 40  # names of a list that are compared

_OTHERS = lazy(
    r"(?i)\bet\.? ?al\b|\bothers\.?$|(?:^|[\s,，、])(?:他|ほか|외|外)\W*$|等\W*$|\.\.\.|…"
)
_SEVERAL = lazy(r"[;；、&]|(?<!\|)\|(?!\|)|\sand\s|/")


class Lists(NamedTuple):
    """The authors of a record in two scripts."""

    native: tuple[Name, ...]
    roman: tuple[Name, ...]
    main_is_native: bool
    """Whether the record's own authors are those in Han, Kana or Hangul."""
    language: str
    """The language of the native side, "" where the record does not say it."""

    @property
    def main(self) -> tuple[Name, ...]:
        """The record's own authors."""
        return self.native if self.main_is_native else self.roman

    @property
    def other(self) -> tuple[Name, ...]:
        """The authors in the other script."""
        return self.roman if self.main_is_native else self.native


def lists_of(record: Record) -> Lists | None:
    """The authors in two scripts, None where they are not in two or too many."""
    main, other = record.author, record.parallel.author
    if not other and all(name.native for name in main):
        other = tuple(name.native for name in main if name.native)
    if not (main and other) or max(len(main), len(other)) > MOST:
        return None
    if _is_native(main) and _is_roman(other):
        return Lists(main, other, main_is_native=True, language=record.language)
    if _is_roman(main) and _is_native(other):
        return Lists(other, main, main_is_native=False, language=record.parallel.language)
    return None


def _is_native(names: Sequence[Name]) -> bool:
    """Whether half of the names or more are in Han, Kana or Hangul."""
    return 2 * sum(has_cjk(str(name)) for name in names) >= len(names)


def _is_roman(names: Sequence[Name]) -> bool:
    texts = list(map(str, names))
    return all(len(text) <= LONGEST and not has_cjk(text) for text in texts) and any(
        map(has_latin, texts)
    )


def is_cut_short(names: Sequence[Name]) -> bool:
    """Whether a list ends in "et al.", 等 and the like."""
    return _OTHERS.search(str(names[-1])[-40:]) is not None


def is_several(name: Name) -> bool:
    """Whether a name may be those of several people."""
    return _SEVERAL.search(str(name)) is not None


def unsplit(name: Name) -> str:
    """A name in Han, Kana or Hangul in one piece."""
    return name.literal or name.family + name.given


def names_of(record: Record) -> list[tuple[str, int, Name]]:
    """All names of a record with their variables and places, but for overlong ones."""
    return [
        (variable, place, name)
        for variable, names in zip(NAME_VARIABLES, name_values(record), strict=True)
        for place, name in enumerate(names)
        if len(str(name)) <= LONGEST
    ]


def reading(native: str) -> str:
    """How a Chinese name is read in Pinyin, family name first; "" where that is not known.

    >>> reading("欧阳修")
    'ouyang xiu'
    """
    from validator.text.romanise import syllables

    split = split_chinese(native)
    if split is None:
        return ""
    family, given = split
    spelt = syllables.family(family, only_pinyin=True)
    rest = [syllables.pinyin(character) for character in given]
    if not all(spelt) or not all(rest):
        return ""
    first = "".join(min(one, key=lambda key: one[key]) for one in spelt)
    return f"{first} {''.join(next(iter(one)) for one in rest)}"


def pairs(lists: Lists) -> list[tuple[int, int, bool]]:
    """The places of names that agree, in the native and in the romanised list, and whether they
    agree as a whole."""
    from validator.text.romanise import Verdict
    from validator.text.romanise.lists import align

    native, roman = texts_of(lists)
    agreeing = (Verdict.MATCH, Verdict.SURNAME_ONLY)
    return [
        (one.native, one.roman, one.agreement.verdict is Verdict.MATCH)
        for one in align(native, roman, language=lists.language)
        if one.roman is not None and one.agreement.verdict in agreeing
    ]


def texts_of(lists: Lists) -> tuple[list[str], list[str]]:
    """The names of both lists as texts, the native ones first."""
    return list(map(str, lists.native)), list(map(written, lists.roman))


def written(name: Name) -> str:
    """A romanised name in the order in which it stood: where no comma or field says which part is
    the family name, "Lee Sang Yup" was cut at its last blank by custom alone."""
    if name.raw and "," not in name.raw and name.family and name.given and not name.suffix:
        return " ".join(part for part in (name.given, name.particles, name.family) if part)
    return str(name)
