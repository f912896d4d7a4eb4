"""The people of PubMed XML: names, institutions, ORCID iDs."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from validator.io.values import LONGEST_NAME
from validator.io.xml.items import text_of
from validator.record import Name

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARTS = {
    "LastName": "family",
    "ForeName": "given",
    "FirstName": "given",
    "Initials": "initials",
    "Suffix": "suffix",
    "CollectiveName": "literal",
    "Identifier": "orcid",
}


def name_of(person: _Element) -> Name | None:
    """The name of an author, an editor or a body; None for one that says nothing."""
    parts: dict[str, str] = {}
    affiliation: list[str] = []
    for part in person:
        tag = part.tag
        if name := _PARTS.get(tag):
            if name == "orcid" and part.get("Source", "ORCID") != "ORCID":
                continue
            if name not in parts and (text := text_of(part)):
                parts[name] = text
        elif text := _affiliation(part, tag):
            affiliation.append(text)
    get = parts.get
    family, given, literal = get("family", ""), get("given") or get("initials", ""), ""
    if not family:
        literal = get("literal", "")
        if not (given or literal):
            return None
    suffix, orcid = get("suffix", ""), get("orcid", "")
    if affiliation or orcid or sum(map(len, (family, given, suffix, literal))) > LONGEST_NAME:
        return _made(family, given, suffix, literal, orcid, tuple(affiliation))
    return _shared(family, given, suffix, literal)


def _affiliation(part: _Element, tag: str) -> str:
    """The text of an affiliation, which newer files have in an element with its identifiers."""
    if tag == "Affiliation":
        return text_of(part)
    if tag == "AffiliationInfo":
        for inner in part:
            if inner.tag == "Affiliation":
                return text_of(inner)
    return ""


def _made(
    family: str, given: str, suffix: str, literal: str, orcid: str, affiliation: tuple[str, ...]
) -> Name:
    raw = literal or ", ".join(filter(None, (family, suffix, given)))
    return Name(family, given, "", suffix, literal, raw, orcid, affiliation)


@lru_cache(maxsize=2**15)
def _shared(family: str, given: str, suffix: str, literal: str) -> Name:
    """People write many papers: a Name is immutable and stands in all."""
    return _made(family, given, suffix, literal, "", ())
