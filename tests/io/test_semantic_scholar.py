"""Semantic Scholar's JSON: what its keys hold."""

from __future__ import annotations

import json
from typing import Any

import pytest

from validator.io import detect, read_text
from validator.record import Name, OtherId, Record


def one(paper: dict[str, Any]) -> Record:
    (record,) = read_text(json.dumps([paper]), "semantic-scholar")
    assert isinstance(record, Record)
    return record


PAPER: dict[str, Any] = {
    "paperId": "649def34f8be52c8b66281af98ae884c09aef38b",
    "externalIds": {
        "MAG": "3015453090",
        "DOI": "10.18653/V1/2020.ACL-MAIN.447",
        "ArXiv": "1911.02782",
        "PubMed": "32390000",
        "PubMedCentral": "7190000",
        "CorpusId": 215416146,
    },
    "url": "https://www.semanticscholar.org/paper/649def34",
    "title": "S2ORC: The Semantic Scholar Open Research Corpus",
    "abstract": "We introduce S2ORC.",
    "venue": "ACL",
    "publicationVenue": {"name": "Annual Meeting of the ACL", "issn": "1234-5679"},
    "year": 2020,
    "publicationDate": "2020-07-01",
    "journal": {"name": "ACL Proceedings", "volume": " 1 ", "pages": "\n  4969-4983\n "},
    "publicationTypes": ["JournalArticle", "Conference"],
    "authors": [{"authorId": "1", "name": "Kyle Lo"}, {"authorId": None, "name": "王立"}],
    "fieldsOfStudy": ["Computer Science"],
    "s2FieldsOfStudy": [{"category": "Computer Science", "source": "s2-fos-model"}],
}


def test_every_variable() -> None:
    record = one(PAPER)
    expected = {
        "id": "649def34f8be52c8b66281af98ae884c09aef38b",
        "type": "paper-conference",
        "title": "S2ORC: The Semantic Scholar Open Research Corpus",
        "author": (Name("Lo", "Kyle", raw="Kyle Lo"), Name(literal="王立", raw="王立")),
        "container_title": "ACL Proceedings",
        "issn": "1234-5679",
        "volume": "1",
        "page": "4969-4983",
        "doi": "10.18653/V1/2020.ACL-MAIN.447",
        "pmid": "32390000",
        "pmcid": "PMC7190000",
        "arxiv": "1911.02782",
        "other_id": (OtherId("mag", "3015453090"),),
        "abstract": "We introduce S2ORC.",
        "index_keyword": ("Computer Science",),
    }
    assert {key: getattr(record, key) for key in expected} == expected
    assert record.issued is not None
    assert record.issued.raw == "2020-07-01"


VALUES = [
    # paper, attribute, what is read, why
    ({"venue": "ACL"}, "container_title", "ACL", "the venue alone"),
    ({"year": 2020, "publicationDate": None}, "year", 2020, "the year alone"),
    ({"publicationTypes": None, "externalIds": {"ArXiv": "1"}}, "type", "article", "arXiv alone"),
    ({"publicationTypes": ["Review"]}, "type", "article-journal", "a survey"),
    ({"authors": [{"name": None}, {"name": " "}]}, "author", (), "nobody"),
    ({"contexts": [], "citingPaper": {"title": "T"}}, "title", "T", "a citation"),
]


@pytest.mark.parametrize(("paper", "attribute", "expected", "why"), VALUES)
def test_values(paper: dict[str, Any], attribute: str, expected: Any, why: str) -> None:
    assert getattr(one(paper), attribute) == expected


FRAMES = [
    '{"recommendedPapers": [%s]}',
    '{"offset": 0, "data": [{"contexts": ["a"], "citingPaper": %s}]}',
    '{"data": [{"citedPaper": %s}]}',
]


@pytest.mark.parametrize("frame", FRAMES)
def test_answers(frame: str) -> None:
    text = frame % json.dumps(PAPER)
    assert detect.by_content(text) == "semantic-scholar"
    (record,) = read_text(text, "semantic-scholar")
    assert isinstance(record, Record)
    assert record.title == PAPER["title"]
