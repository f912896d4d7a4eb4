"""Europe PMC's JSON: what its keys hold."""

from __future__ import annotations

import json
from typing import Any

import pytest

from validator.io import read_text
from validator.record import Name, Record


def one(result: dict[str, Any]) -> Record:
    (record,) = read_text(json.dumps([result]), "europepmc-json")
    assert isinstance(record, Record)
    return record


def authors(*found: dict[str, Any]) -> dict[str, Any]:
    return {"authorList": {"author": list(found)}}


CORE = {
    "id": "26957754",
    "source": "MED",
    "pmcid": "PMC4776222",
    "doi": "10.1000/a",
    "title": "Zażółć <i>in vivo</i>.",
    "pubYear": "2021",
    "pageInfo": "101-115",
    "language": "eng",
    "firstPublicationDate": "2020-12-25",
    "abstractText": "<h4>Background</h4>A question with <i>p</i>&lt;0.05."
    "<h4>Results</h4>An answer.",
    "pubTypeList": {"pubType": ["Research Support", "Journal Article"]},
    "keywordList": {"keyword": ["one", "two, three"]},
    "meshHeadingList": {"meshHeading": [{"descriptorName": "Humans", "majorTopic_YN": "N"}]},
    "journalInfo": {
        "issue": "3",
        "volume": "12",
        "yearOfPublication": 2021,
        "monthOfPublication": 6,
        "journal": {
            "title": "Journal of things",
            "isoabbreviation": "J. Things",
            "issn": "1234-5679",
            "essn": "2345-678X",
        },
    },
    **authors(
        {
            "fullName": "Nowak A",
            "firstName": "Ada",
            "lastName": "Nowak",
            "initials": "A",
            "authorId": {"type": "ORCID", "value": "0000-0002-1825-0097"},
            "authorAffiliationDetailsList": {"authorAffiliation": [{"affiliation": "A Univ."}]},
        },
        {"fullName": "Berg BC", "lastName": "Berg", "initials": "BC"},
        {"collectiveName": "The Consortium"},
    ),
}


def test_every_variable() -> None:
    record = one(CORE)
    expected = {
        "id": "26957754",
        "pmid": "26957754",
        "pmcid": "PMC4776222",
        "doi": "10.1000/a",
        "type": "article-journal",
        "type_as_read": "Journal Article",
        "title": "Zażółć <i>in vivo</i>.",
        "author": (
            Name(
                "Nowak",
                "Ada",
                raw="Nowak A",
                orcid="0000-0002-1825-0097",
                affiliation=("A Univ.",),
            ),
            Name("Berg", "BC", raw="Berg BC"),
            Name(literal="The Consortium"),
        ),
        "container_title": "Journal of things",
        "container_title_short": "J. Things",
        "issn": "1234-5679; 2345-678X",
        "volume": "12",
        "issue": "3",
        "page": "101-115",
        "language": "eng",
        "keyword": ("one", "two, three"),
        "index_keyword": ("Humans",),
        "abstract": "Background\nA question with p<0.05.\nResults\nAn answer.",
    }
    assert {key: getattr(record, key) for key in expected} == expected
    assert record.issued is not None
    assert record.issued.raw == "2021-06"
    assert record.provenance.source == "Europe PMC"


VALUES = [
    # result, attribute, what is read, why
    ({"source": "PPR", "id": "PPR1", "pubType": "preprint"}, "type", "article", "a preprint"),
    ({"source": "PPR", "id": "PPR1"}, "pmid", "", "no number of PubMed"),
    ({"pubType": "review; journal article"}, "type", "article-journal", "lite results"),
    ({"pubType": "retracted publication"}, "type", "", "no type"),
    ({"journalTitle": "J", "journalVolume": "1"}, "container_title", "J", "lite results"),
    ({"journalIssn": "1234-5679; 2345-678X"}, "issn", "1234-5679; 2345-678X", "lite results"),
    ({"authorString": "Nowak A, van den Berg BC."}, "author",
     (Name("Nowak", "A", raw="Nowak A"), Name("van den Berg", "BC", raw="van den Berg BC")),
     "initials behind the name"),
    ({"authorString": "The Consortium."}, "author", 1, "a group"),
    (authors({"fullName": "Nowak A"}), "author", (Name(literal="Nowak A", raw="Nowak A"),), ""),
    ({"journalInfo": {"yearOfPublication": 2020, "monthOfPublication": 0}}, "year", 2020, ""),
    ({"firstPublicationDate": "2020-12-25"}, "year", 2020, "nothing else"),
    ({"bookOrReportDetails": {"publisher": "P"}}, "publisher", "P", "a book"),
]  # fmt: skip


@pytest.mark.parametrize(("result", "attribute", "expected", "why"), VALUES)
def test_values(result: dict[str, Any], attribute: str, expected: Any, why: str) -> None:
    found = getattr(one(result), attribute)
    if attribute == "author" and isinstance(expected, int):
        found = len(found)
    assert found == expected
