"""Whether keys of JSON are those of CSL-JSON, as far as their names and values show.

Many objects have a title: manifests of packages, answers of APIs, messages of programs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from validator.io.json import csl_json
from validator.vocabulary import CSL_TYPES

_WORKS = frozenset(
    ("article", "book", "chapter", "manuscript", "pamphlet", "patent", "report", "thesis")
)
"""Types in one word that objects of other programs rarely have beside a title and an author."""
_UNREAD = """
    accessed annote archive authority categories citation-key custom dimensions division
    jurisdiction medium references scale section shortTitle title-short
    """
_CSL_KEYS = frozenset((*csl_json.VARIABLES, *csl_json.PARALLELS, *_UNREAD.split()))
_IDENTIFIERS = frozenset(("DOI", "ISBN", "ISSN", "PMID", "PMCID"))
_NUMBERS = frozenset(("issued", "volume", "page"))
_NO_TEXT = re.compile(r"\{|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false")
_DIGIT = re.compile(r"\d|[\[{]")
_DOI = re.compile(r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?10\.\d", re.IGNORECASE)
_OF_PEOPLE = ("family", "given", "literal")


def is_csl(found: Mapping[str, str], frame: str) -> bool:
    """Whether the objects at a path are items of CSL-JSON, as programs or people write it.

    ``found`` is what `kinds.outline` gives of the file, ``frame`` the path with a full stop behind
    it, "" for the top. An item that has little else has only keys of CSL.
    """
    keys = _keys(found, frame)
    variables = _variables(keys)
    kind = keys.get("type", "")
    if _is_sure(found, frame, variables) or ("-" in kind and kind in CSL_TYPES):
        return True
    if "title" not in variables:  # a fault to be told, where there is nothing but CSL
        return kind in CSL_TYPES and keys.keys() <= _CSL_KEYS
    numbers = _numbers(variables)
    if numbers > 1 or ("author" in variables and (kind in _WORKS or numbers)):
        return True
    if not _NUMBERS.isdisjoint(variables) and not numbers:
        return False
    return keys.keys() <= _CSL_KEYS and kind in ("", *CSL_TYPES)


def is_surely_csl(found: Mapping[str, str], frame: str) -> bool:
    """Whether they have a title, and what objects of other vocabularies have not."""
    variables = _variables(_keys(found, frame))
    return "title" in variables and _is_sure(found, frame, variables)


def _is_sure(found: Mapping[str, str], frame: str, variables: Mapping[str, str]) -> bool:
    if f"{frame}issued.date-parts" in found or _DOI.match(variables.get("DOI", "")):
        return True
    if any(f"{frame}author.{part}" in found for part in _OF_PEOPLE):
        return True
    return _numbers(variables) > 0 and (
        "container-title" in variables or not _IDENTIFIERS.isdisjoint(variables)
    )


def _keys(found: Mapping[str, str], frame: str) -> dict[str, str]:
    """The keys of the objects at a path, with what they begin with."""
    size = len(frame)
    return {
        path[size:]: value
        for path, value in found.items()
        if path.startswith(frame) and "." not in path[size:]
    }


def _variables(keys: Mapping[str, str]) -> dict[str, str]:
    """The variables of CSL that keys fill, whatever their spelling. No object is a value but a
    date, and no number a text: statistics have the names of fields, too."""
    filled = {csl_json.variable_of(key).name: value for key, value in keys.items()}
    return {name: value for name, value in filled.items() if _may_be(name, value)}


def _may_be(name: str, value: str) -> bool:
    if name in _NUMBERS or (name in _IDENTIFIERS and value.isdecimal()):
        return True
    return not _NO_TEXT.fullmatch(value)


def _numbers(variables: Mapping[str, str]) -> int:
    """How many of date, volume and pages have a digit: the words of a menu have none."""
    return sum(_DIGIT.search(variables.get(name, "")) is not None for name in _NUMBERS)
