"""J-STAGE: the answers of its search for articles, whose values stand in English and Japanese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from validator.finding import Fault
from validator.io.markup import flattened
from validator.io.parallels import parallel_of
from validator.io.source import Source
from validator.io.values import name as parsed
from validator.io.xml.fields import fields
from validator.io.xml.items import Item, filled
from validator.io.xml.tree import Node, child, text_at, texts_at, tree
from validator.io.xml.values import provenance
from validator.record import Name, Record, attribute_of
from validator.text import dates
from validator.text.script import has_cjk

SOURCE = "J-STAGE"
ONE = {
    "volume": "volume",
    "number": "issue",
    "startingPage": "page",
    "endingPage": "page",
    "doi": "DOI",
    "issn": "ISSN",
    "eIssn": "ISSN",
    "pubyear": "issued",
    "id": "id",
}
"""Elements, and the variables that they fill."""
BOTH = {
    "article_title": "title",
    "author": "author",
    "material_title": "container-title",
    "article_link": "URL",
}
"""Elements that have a value in each language."""
_SHORT_FAMILY = re.compile(r"([A-Z][a-z]+(?:[ -][A-Z][a-z]+)*) ([A-Z]{2,4})")
NO_ISSUE = "0"
"""The number of an issue in volumes that have none."""


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of an answer. One without any element is a fault."""
    for item in filled(source, ("entry",)):
        yield item if isinstance(item, Fault) else _record(item, source)


def _record(item: Item, source: Source) -> Record:
    entry = tree(item)
    main, other = _languages(entry)
    own, beside = _said(entry, main), _said(entry, other)
    values: dict[str, Any] = {"type": "article-journal", "type_is_inferred": True}
    values |= beside | own  # what one language alone says is the record's
    parts = {
        variable: value
        for variable, value in beside.items()
        if variable in own and value != own[variable] and variable != "url"
    }
    first, last = text_at(entry, "startingPage"), text_at(entry, "endingPage")
    issue, year = text_at(entry, "number"), text_at(entry, "pubyear")
    values |= {
        "id": text_at(entry, "id"),
        "issn": "; ".join(dict.fromkeys(texts_at(entry, "issn") + texts_at(entry, "eIssn"))),
        "volume": text_at(entry, "volume"),
        "issue": "" if issue == NO_ISSUE else issue,
        "page": f"{first}-{last}" if first and last and first != last else first,
        "issued": dates.parse(year) if year else None,
        "doi": text_at(entry, "doi"),
        "parallel": parallel_of(parts, values),
        "provenance": provenance(item, source.path, source.format, SOURCE),
    }
    filled = dict(ONE)
    if not values["issue"]:
        filled["number"] = ""
    for name, variable in BOTH.items():
        attribute = attribute_of(variable)
        ways = [f"{name}/{language}" for language in (main, other)]
        if name == "author":
            ways = [f"{language}/name" for language in (main, other)]
        is_parallel = attribute in parts
        beside_it = f"original-{variable}" if is_parallel else "" if attribute in own else variable
        filled |= zip(ways, (variable, beside_it), strict=True)
    values["raw"] = tuple(fields(entry, filled))
    return Record(**values)


def _languages(entry: Node) -> tuple[str, str]:
    """The language of the record and the other one: Japanese, where its title is."""
    title = child(entry, "article_title")
    is_japanese = has_cjk(text_at(title, "ja")) or not text_at(title, "en")
    return ("ja", "en") if is_japanese else ("en", "ja")


def _said(entry: Node, language: str) -> dict[str, Any]:
    """The values in a language."""
    found: dict[str, Any] = {
        attribute_of(variable): _shown(text_at(entry, name, language))
        for name, variable in BOTH.items()
    }
    names = texts_at(entry, "author", language, "name")
    found["author"] = tuple([_person(_shown(name)) for name in names])
    return {attribute: value for attribute, value in found.items() if value}


def _person(text: str) -> Name:
    """A name; the family name is in capitals, a short one, too, which are no initials: Ken ITO."""
    if short := _SHORT_FAMILY.fullmatch(text):
        return replace(parsed(f"{short[2]}, {short[1]}"), raw=text)
    return parsed(text)


def _shown(text: str) -> str:
    """A text without the markup and the entities that J-STAGE has in its CDATA."""
    return " ".join(flattened(text).split("\n")) if "<" in text or "&" in text else text
