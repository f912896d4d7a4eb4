"""arXiv's JSON: the papers of its public snapshot, an object a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from validator.finding import Fault
from validator.io import arxiv
from validator.io.json import records as json_records
from validator.io.json.records import Values, Vocabulary, Work
from validator.io.json.values import as_text, members
from validator.io.json.window import Shape
from validator.io.source import Source
from validator.record import Name, Record
from validator.text.latex import collapse

FIELDS = {
    "id": "arxiv",
    "authors": "author",
    "authors_parsed": "author",
    "title": "title",
    "comments": "note",
    "doi": "DOI",
    "abstract": "abstract",
    "versions": "issued",
}
"""The keys of a paper that fill a variable."""

SHAPE = Shape(opening=r'\{\s*"id"\s*:\s*"', marks="submitter authors_parsed versions categories")


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of papers, one a line or all in one."""
    return json_records.read(source, VOCABULARY)


def values_of(work: Work) -> tuple[Values, Values]:
    """The attributes of a Record that a paper fills; it has no parallel values."""
    number = as_text(work.get("id"))
    found: Values = {
        "id": number,
        "arxiv": number,
        "type": "article",
        "title": collapse(as_text(work.get("title"))),
        "author": _by_parts(work.get("authors_parsed"))
        or arxiv.authors(as_text(work.get("authors"))),
        "issued": arxiv.first_day(as_text(one.get("created")) for one in _versions(work)),
        "doi": as_text(work.get("doi")),
        "note": collapse(as_text(work.get("comments"))),
        "abstract": collapse(as_text(work.get("abstract"))),
        "source": arxiv.SOURCE,
    }
    return found, {}


def _versions(work: Work) -> list[dict[str, Any]]:
    return members(work.get("versions"))


def _by_parts(value: Any) -> tuple[Name, ...]:
    """The people of lists of family name, given name, suffix and institutions."""
    if not isinstance(value, list):
        return ()
    found = [[as_text(part) for part in one] for one in value if isinstance(one, list) and one]
    people = [[*one, "", ""] for one in found if one[0].strip()]
    return tuple([arxiv.author(one[0], one[1], one[2], filter(None, one[3:])) for one in people])


VOCABULARY = Vocabulary(SHAPE, FIELDS, values_of)
