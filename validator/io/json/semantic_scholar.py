"""Semantic Scholar's JSON: papers as its Academic Graph API gives them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from validator.finding import Fault
from validator.io import values
from validator.io.json import records as json_records
from validator.io.json.records import Values, Vocabulary, Work
from validator.io.json.values import as_date, as_text, as_texts, members
from validator.io.json.window import Shape
from validator.io.source import Source
from validator.record import OtherId, Record

TYPES = {
    "Conference": "paper-conference",
    "BookSection": "chapter",
    "Book": "book",
    "Dataset": "dataset",
    "JournalArticle": "article-journal",
    "CaseReport": "article-journal",
    "ClinicalTrial": "article-journal",
    "Editorial": "article-journal",
    "LettersAndComments": "article-journal",
    "MetaAnalysis": "article-journal",
    "News": "article-journal",
    "Review": "article-journal",
    "Study": "article-journal",
}
"""The types of Semantic Scholar as CSL types; of several the first here counts."""
PARTS = ("citingPaper", "citedPaper")
"""Keys of the paper in a citation or reference."""

FIELDS = {
    "paperId": "id",
    "externalIds": "DOI",
    "url": "URL",
    "title": "title",
    "abstract": "abstract",
    "venue": "container-title",
    "publicationVenue": "container-title",
    "journal": "container-title",
    "year": "issued",
    "publicationDate": "issued",
    "publicationTypes": "type",
    "authors": "author",
    "fieldsOfStudy": "index-keyword",
    "s2FieldsOfStudy": "index-keyword",
}
"""The keys of a paper that fill a variable."""

SHAPE = Shape(
    envelopes=(("data",), ("recommendedPapers",)),
    opening=r'\{\s*"(?:paperId|citingPaper|citedPaper|contexts)"\s*:',
    marks="externalIds abstract tldr citationCount referenceCount publicationVenue "
    "fieldsOfStudy citingPaper citedPaper",
)


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of papers and of answers, one a line or all in one."""
    return json_records.read(source, VOCABULARY)


def paper(item: Work) -> Work:
    """The keys of a paper, those of the one that a citation names among them."""
    for part in PARTS:
        if isinstance(inside := item.get(part), dict):
            return {key: value for key, value in item.items() if key != part} | inside
    return item


def values_of(work: Work) -> tuple[Values, Values]:
    """The attributes of a Record that a paper fills; it has no parallel values."""
    ids = _object(work.get("externalIds"))
    journal, venue = _object(work.get("journal")), _object(work.get("publicationVenue"))
    words = as_texts(work.get("publicationTypes"))
    word = next((word for word in TYPES if word in words), next(iter(words), ""))
    pmcid = as_text(ids.get("PubMedCentral"))
    fields = as_texts(work.get("fieldsOfStudy"))
    others = (as_text(one.get("category")) for one in members(work.get("s2FieldsOfStudy")))
    found: Values = {
        "id": as_text(work.get("paperId")),
        "type": TYPES.get(word, ""),
        "type_as_read": word,
        "title": as_text(work.get("title")),
        "author": tuple(
            [
                values.name(text)
                for one in members(work.get("authors"))
                if (text := as_text(one.get("name"))).strip()
            ]
        ),
        "container_title": as_text(journal.get("name"))
        or as_text(venue.get("name"))
        or as_text(work.get("venue")),
        "volume": as_text(journal.get("volume")).strip(),
        "page": " ".join(as_text(journal.get("pages")).split()),
        "issn": as_text(venue.get("issn")),
        "issued": as_date(work.get("publicationDate")) or as_date(work.get("year")),
        "doi": as_text(ids.get("DOI")),
        "pmid": as_text(ids.get("PubMed")),
        "pmcid": f"PMC{pmcid}" if pmcid.isascii() and pmcid.isdigit() else pmcid,
        "arxiv": as_text(ids.get("ArXiv")),
        "other_id": (OtherId("mag", mag),) if (mag := as_text(ids.get("MAG"))) else (),
        "url": as_text(work.get("url")),
        "abstract": as_text(work.get("abstract")),
        "index_keyword": tuple(dict.fromkeys((*fields, *filter(None, others)))),
    }
    if not found["type"] and found["arxiv"] and found["container_title"] in ("", "arXiv.org"):
        found |= {"type": "article", "type_is_inferred": True}
    return found, {}


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


VOCABULARY = Vocabulary(SHAPE, FIELDS, values_of, paper)
