"""OpenAlex: what its keys hold. The real works were retyped, without what fills no variable."""

from __future__ import annotations

import json
from typing import Any

import pytest

from validator.io import read_text
from validator.record import Name, OtherId, Record

ARXIV = "arXiv (Cornell University)"


def one(work: dict[str, Any]) -> Record:
    (record,) = read_text(json.dumps([work]), "openalex")
    assert isinstance(record, Record)
    return record


def author(raw: str, profile: str = "", orcid: str | None = None, *places: str) -> dict[str, Any]:
    return {
        "author_position": "first",
        "author": {"id": "https://openalex.org/A1", "display_name": profile, "orcid": orcid},
        "institutions": [],
        "raw_author_name": raw,
        "raw_affiliation_strings": list(places),
    }


def source(name: str, kind: str, publisher: str | None, issn: list[str] | None) -> dict[str, Any]:
    return {
        "id": "https://openalex.org/S1",
        "display_name": name,
        "issn": issn,
        "host_organization_name": publisher,
        "type": kind,
    }


NO_BIBLIO = dict.fromkeys(("volume", "issue", "first_page", "last_page"))
REAL = [
    (
        {
            "id": "https://openalex.org/W2099326003",
            "doi": "https://doi.org/10.2307/1885099",
            "title": "Labor Contracts as Partial Gift Exchange",
            "publication_year": 1982,
            "publication_date": "1982-11-01",
            "ids": {"openalex": "https://openalex.org/W2099326003", "mag": "2099326003"},
            "language": "en",
            "primary_location": {
                "landing_page_url": "https://doi.org/10.2307/1885099",
                "source": source(
                    "The Quarterly Journal of Economics",
                    "journal",
                    "Oxford University Press",
                    ["0033-5533", "1531-4650"],
                ),
            },
            "type": "article",
            "type_crossref": "journal-article",
            "authorships": [
                author(
                    "George A. Akerlof",
                    "George A. Akerlof",
                    None,
                    "University of California, Berkeley",
                )
            ],
            "biblio": {"volume": "97", "issue": "4", "first_page": "543", "last_page": "543"},
            "keywords": [{"keyword": "labor", "score": 0.4433}],
            "concepts": [{"id": "https://openalex.org/C1", "display_name": "Clearing"}],
            "abstract_inverted_index": {"paper": [1], "This": [0], "explains": [2]},
        },
        {
            "id": "W2099326003",
            "type": "article-journal",
            "title": "Labor Contracts as Partial Gift Exchange",
            "author": (
                Name(
                    "Akerlof",
                    "George A.",
                    raw="George A. Akerlof",
                    affiliation=("University of California, Berkeley",),
                ),
            ),
            "container_title": "The Quarterly Journal of Economics",
            "publisher": "Oxford University Press",
            "issn": "0033-5533; 1531-4650",
            "issued": "1982-11-01",
            "volume": "97",
            "issue": "4",
            "page": "543",
            "doi": "10.2307/1885099",
            "other_id": (OtherId("openalex", "W2099326003"), OtherId("mag", "2099326003")),
            "url": "https://doi.org/10.2307/1885099",
            "language": "en",
            "index_keyword": ("labor", "Clearing"),
            "abstract": "This paper explains",
        },
    ),
    (  # a platform of e-books is no container
        {
            "id": "https://openalex.org/W4234549826",
            "doi": "https://doi.org/10.1215/9780822377009",
            "title": "Clinical Labor",
            "publication_date": "2014-01-01",
            "language": None,
            "primary_location": {
                "landing_page_url": "https://doi.org/10.1215/9780822377009",
                "source": source(
                    "Duke University Press eBooks",
                    "ebook platform",
                    "Duke University Press",
                    None,
                ),
            },
            "type": "book",
            "authorships": [
                author(
                    "Melinda Cooper",
                    "Melinda Cooper",
                    "https://orcid.org/0000-0001-8341-8282",
                )
            ],
            "biblio": NO_BIBLIO,
            "abstract_inverted_index": None,
        },
        {
            "id": "W4234549826",
            "type": "book",
            "title": "Clinical Labor",
            "author": (
                Name(
                    "Cooper",
                    "Melinda",
                    raw="Melinda Cooper",
                    orcid="https://orcid.org/0000-0001-8341-8282",
                ),
            ),
            "publisher": "Duke University Press",
            "issued": "2014-01-01",
            "doi": "10.1215/9780822377009",
            "other_id": (OtherId("openalex", "W4234549826"),),
            "url": "https://doi.org/10.1215/9780822377009",
        },
    ),
    (  # a name whose profile has another script
        {
            "id": "https://openalex.org/W78857221",
            "doi": None,
            "title": "RELATIVE BIOLOGICAL EFFECTIVENESS",
            "publication_date": "1966-08-01",
            "ids": {"openalex": "https://openalex.org/W78857221", "mag": "78857221"},
            "language": "de",
            "primary_location": {
                "landing_page_url": "http://www.osti.gov/scitech/biblio/4528110",
                "source": source("Genetika", "journal", None, ["1820-6069", "0534-0012"]),
            },
            "type": "article",
            "authorships": [
                author("V.G. Kuznetsov", "В. Г. Кузнецов"),
                author("Sychkov", "Sychkov"),
            ],
            "biblio": NO_BIBLIO,
        },
        {
            "id": "W78857221",
            "type": "article-journal",
            "title": "RELATIVE BIOLOGICAL EFFECTIVENESS",
            "author": (
                Name("Kuznetsov", "V.G.", raw="V.G. Kuznetsov"),
                Name(literal="Sychkov", raw="Sychkov"),
            ),
            "container_title": "Genetika",
            "issn": "1820-6069; 0534-0012",
            "issued": "1966-08-01",
            "other_id": (OtherId("openalex", "W78857221"), OtherId("mag", "78857221")),
            "url": "http://www.osti.gov/scitech/biblio/4528110",
            "language": "de",
        },
    ),
    (  # proceedings; the raw name has the family first, and the profile tells
        {
            "id": "https://openalex.org/W2962935454",
            "title": "Generalizing to Unseen Domains",
            "publication_date": "2018-05-01",
            "primary_location": {
                "landing_page_url": "https://papers.nips.cc/paper/7779.pdf",
                "source": source("Neural Information Processing Systems", "conference", None, None),
            },
            "type": "article",
            "type_crossref": "proceedings-article",
            "authorships": [author("Pang Ying", "Ying Pang")],
            "biblio": {
                "volume": "31",
                "issue": None,
                "first_page": "5334",
                "last_page": "5344",
            },
            "keywords": [{"id": "https://openalex.org/keywords/d", "display_name": "Domain"}],
        },
        {
            "id": "W2962935454",
            "type": "paper-conference",
            "title": "Generalizing to Unseen Domains",
            "author": (Name("Pang", "Ying", raw="Pang Ying"),),
            "container_title": "Neural Information Processing Systems",
            "issued": "2018-05-01",
            "volume": "31",
            "page": "5334-5344",
            "other_id": (OtherId("openalex", "W2962935454"),),
            "url": "https://papers.nips.cc/paper/7779.pdf",
            "index_keyword": ("Domain",),
        },
    ),
    (  # a repository is no container
        {
            "id": "https://openalex.org/W2101234009",
            "doi": "https://doi.org/10.48550/arxiv.1201.0490",
            "title": "Scikit-learn: Machine Learning in Python",
            "publication_date": "2012-01-01",
            "primary_location": {
                "landing_page_url": "https://arxiv.org/abs/1201.0490",
                "source": source(ARXIV, "repository", "Cornell University", None),
            },
            "type": "preprint",
            "type_crossref": "journal-article",
            "authorships": [author("Gaël Varoquaux", "Gaël Varoquaux")],
        },
        {
            "id": "W2101234009",
            "type": "article",
            "title": "Scikit-learn: Machine Learning in Python",
            "author": (Name("Varoquaux", "Gaël", raw="Gaël Varoquaux"),),
            "publisher": "Cornell University",
            "issued": "2012-01-01",
            "doi": "10.48550/arxiv.1201.0490",
            "arxiv": "1201.0490",
            "other_id": (OtherId("openalex", "W2101234009"),),
            "url": "https://arxiv.org/abs/1201.0490",
        },
    ),
]


@pytest.mark.parametrize(("work", "values"), REAL, ids=[work["id"][21:] for work, _ in REAL])
def test_real_works(work: dict[str, Any], values: dict[str, Any]) -> None:
    record = one(work)
    for attribute, value in values.items():
        found = getattr(record, attribute)
        found = found.raw if attribute == "issued" and found else found
        assert found == value, attribute
    assert record.present <= {"raw", "provenance", "type_as_read", *values}
    assert [(field.name, field.value) for field in record.raw] == list(work.items())


VENUE = {"display_name": "Acta", "issn": ["1234-5678"], "publisher": "P", "type": "journal"}
VALUES = [
    # work, attribute, what is read, why
    ({"display_name": "T"}, "title", "T", "no title was selected"),
    ({"host_venue": VENUE}, "container_title", "Acta", "older files"),
    ({"host_venue": VENUE}, "publisher", "P", "older files"),
    ({"host_venue": VENUE}, "issn", "1234-5678", "older files"),
    ({"primary_location": {"source": None, "raw_source_name": "J"}}, "container_title", "J", ""),
    ({"primary_location": None}, "container_title", "", "null"),
    ({"publication_date": None, "publication_year": 2001}, "year", 2001, "the year alone"),
    ({"ids": {"pmid": "https://pubmed.ncbi.nlm.nih.gov/123"}}, "pmid", "123", "its address"),
    (
        {"ids": {"pmcid": "https://www.ncbi.nlm.nih.gov/pmc/articles/77"}},
        "pmcid",
        "PMC77",
        "the address has the digits alone",
    ),
    ({"ids": {"doi": "https://doi.org/10.1/a"}}, "doi", "10.1/a", "the DOI stands there alone"),
    ({"type": "journal-article"}, "type", "article-journal", "types were Crossref's once"),
    ({"type": None, "type_crossref": "monograph"}, "type", "book", "the other word"),
    ({"type": "review"}, "type", "article-journal", "a survey, not a book review"),
    ({"type": "new"}, "type", "", "unknown"),
    ({"biblio": {"first_page": "e1", "last_page": None}}, "page", "e1", "one page"),
    (
        {"mesh": [{"descriptor_name": "Humans", "qualifier_name": "genetics"}]},
        "index_keyword",
        ("Humans/genetics",),
        "MeSH",
    ),
    ({"keywords": ["a", "b"]}, "index_keyword", ("a", "b"), "texts"),
    (
        {"authorships": [author("王伟", "Wei Wang")]},
        "author",
        (Name(literal="王伟", raw="王伟"),),
        "",
    ),
    ({"authorships": [author("", "")]}, "author", (), "no name"),
    ({"authorships": None}, "author", (), "null"),
    ({"abstract_inverted_index": {"b": [1, 3], "a": [0, 2]}}, "abstract", "a b a b", "twice"),
    ({"abstract_inverted_index": {"a": [10**30, "x", None]}}, "abstract", "a", "odd places"),
    (
        {"abstract_inverted_index": {"IndexLength": 1, "InvertedIndex": {"a": [0]}}},
        "abstract",
        "a",
        "as older files had it",
    ),
]


@pytest.mark.parametrize(("work", "attribute", "expected", "why"), VALUES)
def test_values(work: dict[str, Any], attribute: str, expected: Any, why: str) -> None:
    assert getattr(one(work), attribute) == expected


def test_institutions_where_the_work_names_none() -> None:
    authorship = author("Ann Doe", "Ann Doe") | {"institutions": [{"display_name": "A Univ"}]}
    (name,) = one({"authorships": [authorship]}).author
    assert name.affiliation == ("A Univ",)
