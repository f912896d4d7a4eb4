"""In which of its two languages a record holds a value: judged by script, of one script by tags."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from validator.merging.preference import told
from validator.merging.writing import says_nothing
from validator.record import Parallel, Record
from validator.text.languages import language_of
from validator.text.script import Script, script
from validator.text.unicode import fold

PARALLEL = tuple(Parallel.__dataclass_fields__)
"""The attributes that a record holds in a second language, "language" among them."""

_LONGEST = 2000  # characters that tell the script
_ALIKE = 0.5  # share of the words of two titles: no translation has half of its original's
_OTHER_SCRIPTS = frozenset(
    (
        *("zh", "ja", "ko", "th", "lo", "my", "km", "bo", "mn", "ug", "hi", "bn", "ta", "te"),
        *("ru", "uk", "bg", "mk", "be", "kk", "ky", "ka", "hy", "el", "am", "ar", "fa", "ur", "he"),
    )
)
"""Languages that are not written in Latin letters: beside a Latin title their tag is the work's."""


class Tongue(NamedTuple):
    """The script of a value ("" where it has no letters), and its language where a tag says it."""

    script: str = ""
    language: str = ""

    def differs(self, other: Tongue) -> bool:
        """Whether the two are surely two languages, or one in two scripts."""
        if self.script != other.script:
            return bool(self.script and other.script)
        return bool(self.language and other.language) and self.language != other.language


def tongue(attribute: str, value: object, tag: str) -> Tongue:
    """What a value of an attribute is written in; ``tag`` is the language of its record.

    In one script the tag tells two languages of titles apart; people, containers and keywords are
    written alike in both.
    """
    text = told(value)[:_LONGEST]
    of = Script.NONE if says_nothing(text) else script(text)
    if of is Script.NONE:
        return Tongue()
    name = of.value
    if of is Script.OTHER:
        letter = next(c for c in text if c.isalpha() and not c.isascii())
        name = unicodedata.name(letter, "").partition(" ")[0]
    elif of is Script.KANA:
        name = Script.HAN.value
    if attribute != "title" or of not in (Script.LATIN, Script.HAN, Script.KANA):
        return Tongue(name)
    language = language_of(tag) if tag else ""
    return Tongue(name, "" if of is Script.LATIN and language in _OTHER_SCRIPTS else language)


def first(sides: Sequence[Record | Parallel], *, beside: Tongue | None = None) -> Tongue:
    """The language of records, or of parallel values ``beside`` another: that of the first title
    among them, else of the first abstract, container or list of authors."""
    for attribute in ("title", "abstract", "container_title", "author"):
        for side in sides:
            found = tongue(attribute, getattr(side, attribute), side.language)
            if found.script and (beside is None or beside.differs(found)):
                return found
    return Tongue()


def are_alike(one: str, other: str) -> bool:
    """Whether two titles share so many words that neither translates the other: a tag is wrong."""
    mine, its = (set(fold(text[:_LONGEST]).split()) for text in (one, other))
    return len(mine & its) >= _ALIKE * max(1, min(len(mine), len(its)))
