"""Values in the record's other language: the labels that announce them, and which of them count.

Labels decide which side is parallel, never the script of a value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from validator.record import NO_PARALLEL, Parallel, csl_name
from validator.text.patterns import lazy

_WORDS = {
    "title": "title",
    "author": "author authors",
    "container_title": "journal journaltitle booktitle containertitle container-title",
    "publisher": "publisher",
    "publisher_place": "publisherplace publisher-place",
    "keyword": "keyword keywords",
    "affiliation": "affiliation affiliations",
    "abstract": "abstract",
}
ATTRIBUTES = {word: attribute for attribute, words in _WORDS.items() for word in words.split()}
"""The words of labels for what has a parallel value, and the part of Parallel that it is."""

_NAMES = {
    "en": "en eng english",
    "zh": "zh cn chi chinese",
    "ja": "ja jp jpn japanese",
    "ko": "ko kr kor korean",
    "": "translation translated",
}
LANGUAGES = {name: tag for tag, names in _NAMES.items() for name in names.split()}
"""Languages as labels write them -> BCP 47, "" where the label says only that it is another."""
_OTHERS = "fr de es pt it ru uk ar fa tr vi th mn"  # believed behind a separator alone
_FAR = {tag: tag for tag in _OTHERS.split()} | {
    "french": "fr",
    "german": "de",
    "spanish": "es",
    "portuguese": "pt",
    "italian": "it",
    "russian": "ru",
    "arabic": "ar",
}


class ParallelRole(NamedTuple):
    """What a field fills: a part of Parallel, and the language that its label names ("" none)."""

    attribute: str
    language: str


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_OF = _alternatives(ATTRIBUTES)
_NEAR = _alternatives(LANGUAGES)
_ANY = _alternatives({**LANGUAGES, **_FAR})
_LONG = _alternatives(name for name in LANGUAGES if len(name) > 3)
_LABEL = lazy(
    rf"(?:(?P<a>{_OF})(?:[-_]?(?P<b>{_NEAR})|(?:[-_]|\+an:)(?P<c>{_ANY}))"
    rf"|(?:(?P<d>{_LONG})[-_]?|(?P<e>{_ANY})[-_])(?P<f>{_OF})"
    rf"|orig(?:inal)?[-_]?(?P<g>{_OF}))"
)


@lru_cache(maxsize=4096)
def parallel_role(name: str) -> ParallelRole | None:
    """The role of a label (lower case) such as title_en, english-author, origtitle, title+an:en."""
    found = _LABEL.fullmatch(name) if len(name) < 40 else None
    if not found:
        return None
    a, b, c, d, e, f, g = found.groups()
    language = b or c or d or e or ""
    return ParallelRole(ATTRIBUTES[a or f or g], LANGUAGES.get(language) or _FAR.get(language, ""))


def variable(attribute: str) -> str:
    """The name by which a parallel value is known beside the CSL variables: ``original-title``."""
    return f"original-{csl_name(attribute)}"


def chosen(found: Iterable[tuple[ParallelRole, Any]], values: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of a Parallel: those of the first language named, none that the record has itself.

    A file that says everything in each of its languages gives the record's own once more.
    """
    parts: dict[str, Any] = {}
    language = ""
    for role, value in found:
        if not value or value == values.get(role.attribute):
            continue
        if role.language and role.language != (language or role.language):
            continue
        language = language or role.language
        parts.setdefault(role.attribute, value)
    if language:
        parts["language"] = language
    return parts


def parallel_of(parts: Mapping[str, Any], values: Mapping[str, Any]) -> Parallel:
    """The parallel values of a record, none where they belong to the work it translates.

    What the record has itself is not parallel. A record with a translator, an original date or an
    original language is a translation. The publisher of an original without a title or author of
    its own is that of an older edition.
    """
    if values.get("translator") or values.get("original_date") or parts.get("original_language"):
        return NO_PARALLEL
    held = {part: value for part, value in parts.items() if value and value != values.get(part)}
    if held.keys() <= _OF_AN_EDITION:
        return NO_PARALLEL
    return Parallel(**held)


_OF_AN_EDITION = frozenset(("publisher", "publisher_place", "language", "original_language"))
