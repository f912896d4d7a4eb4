"""The people of PubMed XML: names, institutions, ORCID iDs."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

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
    "Affiliation": "affiliation",
    "AffiliationInfo": "affiliation",
}


def name_of(person: _Element) -> Name | None:
    """The name of an author, an editor or a body; None for one that says nothing."""
    parts: dict[str, str] = {}
    affiliation: list[str] = []
    for part in person:
        name = _PARTS.get(part.tag)
        if name == "affiliation":
            found = part if part.tag == "Affiliation" else part.find("Affiliation")
            if text := text_of(found):
                affiliation.append(text)
        elif name == "orcid" and part.get("Source", "ORCID") != "ORCID":
            continue
        elif name and (text := text_of(part)):
            parts.setdefault(name, text)
    family, given = parts.get("family", ""), parts.get("given") or parts.get("initials", "")
    literal = parts.get("literal", "")
    if not (family or given or literal):
        return None
    if not affiliation and len(parts) < 5 and "orcid" not in parts:
        return _shared(family, given, parts.get("suffix", ""), literal)
    return _made(
        family, given, parts.get("suffix", ""), literal, parts.get("orcid", ""), affiliation
    )


def _made(
    family: str, given: str, suffix: str, literal: str, orcid: str, affiliation: list[str]
) -> Name:
    raw = literal if literal and not family else ", ".join(filter(None, (family, suffix, given)))
    return Name(
        family,
        given,
        suffix=suffix,
        literal="" if family else literal,
        raw=raw,
        orcid=orcid,
        affiliation=tuple(affiliation),
    )


@lru_cache(maxsize=2**15)
def _shared(family: str, given: str, suffix: str, literal: str) -> Name:
    """People write many papers: a Name is immutable and stands in all."""
    return _made(family, given, suffix, literal, "", [])
