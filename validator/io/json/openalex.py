"""OpenAlex: works as its API and its snapshot give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from validator.finding import Fault
from validator.io import values
from validator.io.json import crossref
from validator.io.json import records as json_records
from validator.io.json.records import Values, Vocabulary, Work
from validator.io.json.values import as_date, as_text, as_texts, flat, members
from validator.io.json.window import Shape
from validator.io.source import Source
from validator.record import Name, OtherId, Record

TYPES = {
    "article": "article-journal",
    "book": "book",
    "book-chapter": "chapter",
    "component": "document",
    "data-paper": "article-journal",
    "database": "dataset",
    "dataset": "dataset",
    "dissertation": "thesis",
    "editorial": "article-journal",
    "erratum": "article-journal",
    "grant": "document",
    "letter": "article-journal",
    "libguides": "webpage",
    "other": "document",
    "paratext": "document",
    "peer-review": "review",
    "preprint": "article",
    "reference-entry": "entry-encyclopedia",
    "report": "report",
    "report-component": "report",
    "retraction": "article-journal",
    "review": "article-journal",
    "software": "software",
    "standard": "standard",
    "supplementary-materials": "document",
}
"""The types of OpenAlex as CSL types; those of older files are Crossref's."""
CONTAINERS = frozenset(("journal", "conference", "book series", ""))
"""Kinds of sources that works are published in: a repository or a shop only holds them."""
MOST_WORDS = 10**6  # of an abstract

FIELDS = {
    "id": "id",
    "title": "title",
    "display_name": "title",
    "type": "type",
    "authorships": "author",
    "primary_location": "container-title",
    "host_venue": "container-title",
    "biblio": "page",
    "publication_date": "issued",
    "publication_year": "issued",
    "doi": "DOI",
    "ids": "other-id",
    "language": "language",
    "keywords": "index-keyword",
    "concepts": "index-keyword",
    "mesh": "index-keyword",
    "abstract_inverted_index": "abstract",
    "abstract": "abstract",
}
"""The keys of a work that fill a variable."""

SHAPE = Shape(
    envelopes=(("results",),),
    opening=r'\{\s*"id"\s*:\s*"https?://(?:api\.)?openalex\.org/(?:works/)?W',
    marks="title authorships publication_year publication_date primary_location biblio "
    "abstract_inverted_index concepts host_venue cited_by_api_url",
)
_ARXIV = re.compile(r"https?://(?:www\.)?arxiv\.org/(?:abs|pdf)/(\S+?)(?:\.pdf)?/?", re.IGNORECASE)


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of works, lists and answers of OpenAlex, one a line or all in one."""
    return json_records.read(source, VOCABULARY)


def values_of(work: Work) -> tuple[Values, Values]:
    """The attributes of a Record that a work fills; OpenAlex has no parallel values."""
    ids = _object(work.get("ids"))
    location = _object(work.get("primary_location")) or _object(work.get("host_venue"))
    venue = _object(location.get("source")) or _object(work.get("host_venue"))
    biblio = _object(work.get("biblio"))
    url = as_text(location.get("landing_page_url")) or as_text(location.get("url"))
    kind = as_text(venue.get("type"))
    word, type_ = _type(work, kind)
    found: Values = {
        "id": _last(work.get("id")),
        "type": type_,
        "type_as_read": word,
        "title": as_text(work.get("title")) or as_text(work.get("display_name")),
        "author": tuple([n for m in members(work.get("authorships")) if (n := _author(m))]),
        "publisher": as_text(venue.get("host_organization_name"))
        or as_text(venue.get("publisher")),
        "issued": as_date(work.get("publication_date")) or as_date(work.get("publication_year")),
        "volume": as_text(biblio.get("volume")),
        "issue": as_text(biblio.get("issue")),
        "page": _pages(biblio),
        "doi": _doi(work.get("doi")) or _doi(ids.get("doi")),
        "pmid": _last(ids.get("pmid")),
        "pmcid": _pmcid(ids.get("pmcid")),
        "other_id": _other_ids(work, ids),
        "url": url,
        "language": as_text(work.get("language")),
        "index_keyword": _keywords(work),
        "abstract": _abstract(work),
    }
    if kind in CONTAINERS:
        found["container_title"] = as_text(venue.get("display_name")) or as_text(
            location.get("raw_source_name")
        )
        numbers = as_texts(venue.get("issn")) or as_texts(venue.get("issn_l"))
        found["issn"] = "; ".join(dict.fromkeys(numbers))
    if url and (of_arxiv := _ARXIV.fullmatch(url[:200])):
        found["arxiv"] = of_arxiv[1]
    return found, {}


def _type(work: Work, venue: str) -> tuple[str, str]:
    """The word and the CSL type; an article in proceedings is known by Crossref's word or venue."""
    word = as_text(work.get("type"))
    older = as_text(work.get("type_crossref"))
    kind = TYPES.get(word) or crossref.TYPES.get(word, "")
    if kind == "article-journal" and (older == "proceedings-article" or venue == "conference"):
        kind = "paper-conference"
    return word or older, kind or crossref.TYPES.get(older, "")


def _author(authorship: dict[str, Any]) -> Name | None:
    """The name as the work has it, in the order of the author's profile where that has its words.

    Institutions, too, are those that the work names, else those that OpenAlex found.
    """
    author = _object(authorship.get("author"))
    profile = as_text(author.get("display_name"))
    text = as_text(authorship.get("raw_author_name")) or profile
    if not text.strip():
        return None
    is_turned = text != profile and _words(text) == _words(profile)
    places = as_texts(authorship.get("raw_affiliation_strings"))
    if not places:
        names = (as_text(m.get("display_name")) for m in members(authorship.get("institutions")))
        places = tuple([name for name in names if name])
    named = values.name(profile if is_turned else text)
    return values.person(named, text, orcid=as_text(author.get("orcid")), affiliation=places)


def _words(name: str) -> list[str]:
    return sorted(name.casefold().split())


def _pages(biblio: dict[str, Any]) -> str:
    first, last = as_text(biblio.get("first_page")), as_text(biblio.get("last_page"))
    return f"{first}-{last}" if first and last and first != last else first or last


def _other_ids(work: Work, ids: dict[str, Any]) -> tuple[OtherId, ...]:
    found = ("openalex", _last(work.get("id") or ids.get("openalex"))), ("mag", ids.get("mag"))
    return tuple([OtherId(scheme, text) for scheme, value in found if (text := as_text(value))])


def _doi(value: Any) -> str:
    """A DOI: OpenAlex gives each behind the address of its resolver."""
    return as_text(value).removeprefix("https://doi.org/")


def _pmcid(value: Any) -> str:
    """A PMCID: the address that OpenAlex gives has its digits alone."""
    number = _last(value)
    return f"PMC{number}" if number.isascii() and number.isdigit() else number


def _last(value: Any) -> str:
    """What an address of OpenAlex or PubMed names: its last part."""
    text = as_text(value)
    return text.rstrip("/").rpartition("/")[2] if text.startswith("http") else text


def _keywords(work: Work) -> tuple[str, ...]:
    """What OpenAlex itself finds a work to be about, and its MeSH headings, each once."""
    found: list[str] = []
    for key in ("keywords", "concepts"):
        listed = work.get(key)
        for member in listed if isinstance(listed, list) else ():
            term = member if isinstance(member, dict) else {"keyword": member}
            found += [as_text(term.get("display_name")) or as_text(term.get("keyword"))]
    for member in members(work.get("mesh")):
        heading, qualifier = (flat(member.get(k)) for k in ("descriptor_name", "qualifier_name"))
        found.append(f"{heading}/{qualifier}" if heading and qualifier else heading)
    return tuple(dict.fromkeys(text for text in found if text))


def _abstract(work: Work) -> str:
    """The abstract, put together from the places of its words."""
    index = work.get("abstract_inverted_index")
    if isinstance(index, dict) and isinstance(inner := index.get("InvertedIndex"), dict):
        index = inner  # as the Microsoft Academic Graph had it
    if not isinstance(index, dict):
        return as_text(work.get("abstract"))
    places = [
        (place, word)
        for word, where in index.items()
        if isinstance(where, list)
        for place in where
        if isinstance(place, int)
    ]
    places.sort()
    return " ".join([word for _, word in places[:MOST_WORDS]])


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


VOCABULARY = Vocabulary(SHAPE, FIELDS, values_of)
