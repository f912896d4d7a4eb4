"""arXiv: its own elements in OAI-PMH (``arXiv``, ``arXivRaw``), and the Atom feed of its search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from validator.finding import Fault
from validator.io import arxiv
from validator.io.source import Source
from validator.io.values import name as parsed
from validator.io.values import person
from validator.io.xml.fields import fields
from validator.io.xml.items import Item, filled
from validator.io.xml.tree import Node, children, text_at, texts_at, tree
from validator.io.xml.values import provenance
from validator.record import Name, Record
from validator.text import dates

OAI = {
    "id": "arxiv",
    "created": "issued",
    "keyname": "author",
    "forenames": "author",
    "suffix": "author",
    "affiliation": "author",
    "title": "title",
    "comments": "note",
    "doi": "DOI",
    "abstract": "abstract",
}
"""Elements of the format ``arXiv``, and the variables that they fill."""
RAW = {
    "id": "arxiv",
    "version/date": "issued",
    "title": "title",
    "authors": "author",
    "comments": "note",
    "doi": "DOI",
    "abstract": "abstract",
}
"""Elements of the format ``arXivRaw``, and the variables that they fill."""
ATOM = {
    "id": "arxiv",
    "published": "issued",
    "author/name": "author",
    "affiliation": "author",
    "title": "title",
    "comment": "note",
    "doi": "DOI",
    "summary": "abstract",
}
"""Elements of an entry of the feed, and the variables that they fill."""
MESSAGE = "the message of an error, and no paper"

_ABSTRACT_PAGE = re.compile(r"https?://arxiv\.org/abs/(.+)")
_ERROR = "arxiv.org/api/errors"


def read(source: Source) -> Iterator[Record | Fault]:
    """The papers of an answer. One without any element, and the entry of an error, is a fault."""
    for item in filled(source, ("arXiv", "arXivRaw", "entry")):
        if isinstance(item, Fault):
            yield item
            continue
        element = tree(item)
        if element.name == "arXiv":
            yield _record(item, element, _of_oai(element), OAI, source)
        elif element.name == "arXivRaw":
            yield _record(item, element, _of_raw(element), RAW, source)
        elif _ERROR in text_at(element, "id"):
            yield item.fault(MESSAGE)
        else:
            yield _record(item, element, _of_atom(element), ATOM, source)


def _record(
    item: Item, element: Node, found: dict[str, Any], variables: dict[str, str], source: Source
) -> Record:
    return Record(
        **found,
        type="article",
        title=text_at(element, "title"),
        doi=text_at(element, "doi"),
        raw=tuple(fields(element, variables)),
        provenance=provenance(item, source.path, source.format, arxiv.SOURCE),
    )


def _of_oai(element: Node) -> dict[str, Any]:
    number, created = text_at(element, "id"), text_at(element, "created")
    return {
        "id": number,
        "arxiv": number,
        "author": tuple(map(_named, children(element, "authors", "author"))),
        "issued": dates.parse(created) if created else None,
        "note": text_at(element, "comments"),
        "abstract": text_at(element, "abstract"),
    }


def _of_raw(element: Node) -> dict[str, Any]:
    number = text_at(element, "id")
    return {
        "id": number,
        "arxiv": number,
        "author": arxiv.authors(text_at(element, "authors")),
        "issued": arxiv.first_day(texts_at(element, "version", "date")),
        "note": text_at(element, "comments"),
        "abstract": text_at(element, "abstract"),
    }


def _of_atom(element: Node) -> dict[str, Any]:
    page, published = text_at(element, "id"), text_at(element, "published")
    is_page = _ABSTRACT_PAGE.fullmatch(page)
    return {
        "id": page,
        "arxiv": is_page[1] if is_page else "",
        "url": page if is_page else "",
        "author": tuple(map(_named_whole, children(element, "author"))),
        "issued": dates.parse(published.partition("T")[0]) if published else None,
        "note": text_at(element, "comment"),
        "abstract": text_at(element, "summary"),
    }


def _named(author: Node) -> Name:
    family, given = text_at(author, "keyname"), text_at(author, "forenames")
    return arxiv.author(family, given, text_at(author, "suffix"), texts_at(author, "affiliation"))


def _named_whole(author: Node) -> Name:
    whole = parsed(text_at(author, "name"))
    return person(whole, whole.raw, affiliation=tuple(texts_at(author, "affiliation")))
