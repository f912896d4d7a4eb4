"""DataCite's JSON: what its keys hold. The real documents were retyped, and shortened."""

from __future__ import annotations

import json
from typing import Any

import pytest

from validator.io import read_text
from validator.record import Name, OtherId, Parallel, Record


def one(document: dict[str, Any]) -> Record:
    (record,) = read_text(json.dumps([document]), "datacite-json")
    assert isinstance(record, Record)
    return record


def person(family: str, given: str, **more: Any) -> dict[str, Any]:
    name = f"{family}, {given}"
    return {"name": name, "givenName": given, "familyName": family, **more}


REAL = [
    (  # an article of which DataCite gives no container
        {
            "id": "https://doi.org/10.5281/zenodo.2548653",
            "doi": "10.5281/zenodo.2548653",
            "url": "https://zenodo.org/record/2548653",
            "types": {
                "resourceTypeGeneral": "Text",
                "resourceType": "Journal article",
                "citeproc": "article-journal",
                "ris": "RPRT",
            },
            "creators": [
                person(
                    "Dube",
                    "Zenzo Lusaba",
                    nameType="Personal",
                    affiliation="National University of Science and Technology, Zimbabwe",
                )
            ],
            "titles": [{"title": "An analysis of corporate governance practices"}],
            "publisher": "Zenodo",
            "container": {
                "type": "Series",
                "identifier": "https://zenodo.org/communities/nustlibrary44",
                "identifierType": "URL",
            },
            "subjects": [{"subject": "corporate governance"}, {"subject": "private banking"}],
            "contributors": [],
            "dates": [{"date": "2015-01-01", "dateType": "Issued"}],
            "publicationYear": "2015",
            "language": "en",
            "identifiers": [
                {"identifierType": "URL", "identifier": "https://zenodo.org/record/2548653"}
            ],
            "descriptions": [
                {"description": "The significance of good", "descriptionType": "Abstract"},
                {"description": "This is an open access", "descriptionType": "Other"},
            ],
        },
        {
            "id": "10.5281/zenodo.2548653",
            "doi": "10.5281/zenodo.2548653",
            "url": "https://zenodo.org/record/2548653",
            "type": "article-journal",
            "author": (
                Name(
                    "Dube",
                    "Zenzo Lusaba",
                    raw="Dube, Zenzo Lusaba",
                    affiliation=("National University of Science and Technology, Zimbabwe",),
                ),
            ),
            "title": "An analysis of corporate governance practices",
            "publisher": "Zenodo",
            "keyword": ("corporate governance", "private banking"),
            "issued": "2015-01-01",
            "language": "en",
            "abstract": "The significance of good",
        },
    ),
    (  # a chapter: subtitle, ORCID, a related item, dates of other things
        {
            "id": "https://doi.org/10.48548/pubdata-155",
            "doi": "10.48548/PUBDATA-155",
            "types": {"resourceType": "BookChapter", "resourceTypeGeneral": "BookChapter"},
            "creators": [
                person(
                    "Barron",
                    "Anne",
                    affiliation=[
                        {
                            "name": "Leuphana Universität Lüneburg",
                            "affiliationIdentifier": "https://ror.org/02w2y2t16",
                        }
                    ],
                    nameIdentifiers=[
                        {
                            "nameIdentifier": "https://orcid.org/0000-0003-2962-7985",
                            "nameIdentifierScheme": "ORCID",
                        }
                    ],
                )
            ],
            "titles": [
                {"title": "Sorry Miss, I Completely Forgot about It"},
                {"title": "Apologies and Vocatives", "titleType": "Subtitle"},
            ],
            "publisher": {"name": "Medien- und Informationszentrum"},
            "container": {},
            "contributors": [{"name": "TIB", "contributorType": "RegistrationAgency"}],
            "dates": [
                {"date": "2024-02-27", "dateType": "Accepted"},
                {"date": "2021-11-30", "dateType": "Issued"},
            ],
            "publicationYear": 2024,
            "identifiers": [
                {
                    "identifier": "https://hdl.handle.net/20.500.14123/175",
                    "identifierType": "Handle",
                },
                {"identifier": "https://nbn-resolving.org/urn:nbn:de", "identifierType": "URN"},
            ],
            "relatedItems": [
                {
                    "titles": [{"title": "Expanding the Landscapes of Irish English Research"}],
                    "lastPage": "128",
                    "firstPage": "109",
                    "publisher": "Routledge",
                    "contributors": [],
                    "relationType": "IsPublishedIn",
                    "relatedItemType": "Book",
                }
            ],
        },
        {
            "id": "10.48548/pubdata-155",
            "doi": "10.48548/PUBDATA-155",
            "type": "chapter",
            "author": (
                Name(
                    "Barron",
                    "Anne",
                    raw="Barron, Anne",
                    orcid="https://orcid.org/0000-0003-2962-7985",
                    affiliation=("Leuphana Universität Lüneburg",),
                ),
            ),
            "title": "Sorry Miss, I Completely Forgot about It: Apologies and Vocatives",
            "container_title": "Expanding the Landscapes of Irish English Research",
            "page": "109-128",
            "publisher": "Medien- und Informationszentrum",
            "issued": "2021-11-30",
            "other_id": (OtherId("hdl", "https://hdl.handle.net/20.500.14123/175"),),
        },
    ),
    (  # subjects and abstracts in two languages, a related item whose title is no list
        {
            "id": "https://doi.org/10.25656/01:28324",
            "doi": "10.25656/01:28324",
            "types": {"resourceTypeGeneral": "BookChapter", "citeproc": "article"},
            "creators": [person("Bonnet", "Andreas")],
            "titles": [{"lang": "de", "title": "Die Professionalisierung von Lehrpersonen"}],
            "subjects": [
                {"lang": "en", "subject": "370 Education", "subjectScheme": "DDC"},
                {"lang": "de", "subject": "Lehrer"},
                {"lang": "en", "subject": "Teacher"},
                {"lang": "de", "subject": "Norm"},
            ],
            "publicationYear": 2023,
            "language": "de",
            "descriptions": [
                {"description": "Hinzke, J.-H.", "descriptionType": "SeriesInformation"},
                {"lang": "de", "description": "Insbesondere", "descriptionType": "Abstract"},
                {"lang": "en", "description": "Reconstructive", "descriptionType": "Abstract"},
            ],
            "relatedItems": [
                {
                    "issue": "",
                    "titles": {"title": "Professionalität"},
                    "volume": "Studien zur Professionsforschung",
                    "lastPage": "196",
                    "firstPage": "179",
                    "relationType": "IsPublishedIn",
                    "relatedItemIdentifier": {
                        "relatedItemIdentifier": "978-3-7815-6043-7",
                        "relatedItemIdentifierType": "ISBN",
                    },
                }
            ],
        },
        {
            "id": "10.25656/01:28324",
            "doi": "10.25656/01:28324",
            "type": "chapter",
            "author": (Name("Bonnet", "Andreas", raw="Bonnet, Andreas"),),
            "title": "Die Professionalisierung von Lehrpersonen",
            "keyword": ("Lehrer", "Norm"),
            "index_keyword": ("370 Education",),
            "issued": "2023",
            "language": "de",
            "abstract": "Insbesondere",
            "container_title": "Professionalität",
            "volume": "Studien zur Professionsforschung",
            "page": "179-196",
            "isbn": "978-3-7815-6043-7",
            "parallel": Parallel(keyword=("Teacher",), abstract="Reconstructive"),
        },
    ),
    (  # a repository of data is no container
        {
            "id": "https://doi.org/10.17171/2-3-12-1",
            "doi": "10.17171/2-3-12-1",
            "types": {"resourceTypeGeneral": "Dataset", "resourceType": "3D Data"},
            "creators": [person("Fritsch", "Bernhard")],
            "titles": [
                {"title": "3D model of object V 1.2-71"},
                {"title": "Structured-light Scan", "titleType": "Subtitle"},
            ],
            "publisher": "Edition Topoi",
            "container": {"type": "DataRepository", "title": "Architectural Fragments"},
            "dates": [
                {"date": "2016", "dateType": "Updated"},
                {"date": "2016", "dateType": "Issued"},
            ],
        },
        {
            "id": "10.17171/2-3-12-1",
            "doi": "10.17171/2-3-12-1",
            "type": "dataset",
            "author": (Name("Fritsch", "Bernhard", raw="Fritsch, Bernhard"),),
            "title": "3D model of object V 1.2-71: Structured-light Scan",
            "publisher": "Edition Topoi",
            "issued": "2016",
        },
    ),
    (  # pages that DataCite took from a sentence are none
        {
            "id": "https://doi.org/10.21248/jfml.2018.6",
            "doi": "10.21248/jfml.2018.6",
            "types": {"resourceTypeGeneral": "Text", "resourceType": "Article"},
            "creators": [person("Mostovaia", "Irina")],
            "titles": [{"title": "Nonverbale graphische Ressourcen"}],
            "publisher": "Journal für Medienlinguistik",
            "container": {
                "type": "Series",
                "title": "Journal für Medienlinguistik",
                "firstPage": "Bd. 1 Nr. 1 (2018)",
            },
            "dates": [{"date": "2018-12-04", "dateType": "Issued"}],
            "identifiers": [{"identifierType": "publisherId", "identifier": "1-3-6"}],
        },
        {
            "id": "10.21248/jfml.2018.6",
            "doi": "10.21248/jfml.2018.6",
            "type": "article-journal",
            "author": (Name("Mostovaia", "Irina", raw="Mostovaia, Irina"),),
            "title": "Nonverbale graphische Ressourcen",
            "container_title": "Journal für Medienlinguistik",
            "publisher": "Journal für Medienlinguistik",
            "issued": "2018-12-04",
        },
    ),
]


@pytest.mark.parametrize(("document", "values"), REAL, ids=[one["doi"] for one, _ in REAL])
def test_real_documents(document: dict[str, Any], values: dict[str, Any]) -> None:
    record = one(document)
    for attribute, value in values.items():
        found = getattr(record, attribute)
        found = found.raw if attribute == "issued" and found else found
        assert found == value, attribute
    assert record.present <= {"raw", "provenance", "type_as_read", *values}
    assert [(field.name, field.value) for field in record.raw] == list(document.items())


TYPES = [
    # resourceTypeGeneral, resourceType, citeproc, type, inferred, why
    ("Dissertation", "Doctoral", "thesis", "thesis", False, "the general type tells"),
    ("JournalArticle", "", "article", "article-journal", False, "citeproc knows it not"),
    ("Journal Article", "", "", "article-journal", False, "with a blank"),
    ("Text", "Master's thesis", "article", "thesis", False, "the word beside tells"),
    ("Text", "Working Paper", "article-journal", "article", False, "the word beside tells"),
    ("Text", "Poem", "article-journal", "article-journal", True, "citeproc, if it is precise"),
    ("Text", "Poem", "article", "document", True, "citeproc calls all else an article"),
    ("Other", "", "", "document", False, "a document"),
    ("", "", "", "", False, "nothing"),
]


@pytest.mark.parametrize(("general", "word", "citeproc", "kind", "inferred", "why"), TYPES)
def test_types(general: str, word: str, citeproc: str, kind: str, inferred: bool, why: str) -> None:
    types = {"resourceTypeGeneral": general, "resourceType": word, "citeproc": citeproc}
    record = one({"types": types})
    assert (record.type, record.type_is_inferred) == (kind, inferred)


NAMES = [
    ({"name": "Doe, Ann"}, Name("Doe", "Ann", raw="Doe, Ann"), "split by its comma"),
    (
        {"name": "Ōe, Kenzaburō", "nameType": "Personal"},
        Name("Ōe", "Kenzaburō", raw="Ōe, Kenzaburō"),
        "",
    ),
    (
        {"name": "NASA, USA", "nameType": "Organizational"},
        Name(literal="NASA, USA", raw="NASA, USA"),
        "a body is not split",
    ),
    ({"name": "张三"}, Name(literal="张三", raw="张三"), "unsplit"),
    ({"familyName": "Doe"}, Name("Doe"), "one part"),
    (
        {
            "name": "Doe, A.",
            "nameIdentifiers": {"schemeUri": "x", "nameIdentifier": "https://orcid.org/1"},
        },
        Name("Doe", "A.", raw="Doe, A.", orcid="https://orcid.org/1"),
        "a lone object, known by its address",
    ),
    (
        {"name": "Doe, A.", "affiliation": ["A", {"name": "B"}, None]},
        Name("Doe", "A.", raw="Doe, A.", affiliation=("A", "B")),
        "texts and objects",
    ),
    ({"creatorName": "Doe, A."}, Name("Doe", "A.", raw="Doe, A."), "as kernel 3 had it"),
]


@pytest.mark.parametrize(("creator", "name", "why"), NAMES)
def test_names(creator: dict[str, Any], name: Name, why: str) -> None:
    assert one({"creators": [creator]}).author == (name,)


TITLES = [
    ([{"title": "A"}, {"title": "B", "titleType": "TranslatedTitle"}], "A", "B", "translated"),
    ([{"title": "B", "titleType": "TranslatedTitle"}], "B", "", "alone it is the title"),
    ([{"title": "A", "lang": "de"}, {"title": "B", "lang": "en"}], "A", "B", "two languages"),
    ([{"title": "A"}, {"title": "B"}], "A", "", "another title of the same language"),
    ([{"title": "数字"}, {"title": "B", "titleType": "AlternativeTitle"}], "数字", "B", "script"),
    ([{"title": "A"}, {"title": "B", "titleType": "AlternativeTitle"}], "A", "", "one script"),
    (
        [
            {"title": "A", "lang": "de"},
            {"title": "b", "titleType": "Subtitle", "lang": "de"},
            {"title": "C", "titleType": "TranslatedTitle", "lang": "en"},
            {"title": "d", "titleType": "Subtitle", "lang": "en"},
        ],
        "A: b",
        "C",
        "each language has its subtitle",
    ),
    (["A", "B"], "A", "", "texts"),
    ({"title": "A"}, "A", "", "a lone object"),
    (None, "", "", "null"),
]


@pytest.mark.parametrize(("titles", "title", "parallel", "why"), TITLES)
def test_titles(titles: Any, title: str, parallel: str, why: str) -> None:
    record = one({"titles": titles})
    assert (record.title, record.parallel.title) == (title, parallel)


CONTAINER = {"type": "Journal", "title": "Acta", "volume": "3", "issue": "2", "firstPage": "7"}
ISSN = {"identifier": "1234-5678", "identifierType": "ISSN"}
VALUES = [
    # document, attribute, what is read, why
    ({"container": CONTAINER | {"lastPage": "9"}}, "page", "7-9", ""),
    ({"container": CONTAINER}, "container_title", "Acta", ""),
    ({"container": CONTAINER | ISSN}, "issn", "1234-5678", ""),
    ({"container": CONTAINER | {"firstPage": "xi", "lastPage": "e12"}}, "page", "xi-e12", ""),
    ({"container": CONTAINER | {"firstPage": "No 1"}}, "page", "", "no page"),
    (
        {"types": {"resourceTypeGeneral": "Report"}, "container": CONTAINER | {"type": "Series"}},
        "collection_title",
        "Acta",
        "a report in a series",
    ),
    ({"attributes": {"doi": "10.1/a"}, "id": "10.1/a"}, "doi", "10.1/a", "an item of the API"),
    ({"id": "https://doi.org/10.1/a"}, "doi", "10.1/a", "the id alone"),
    (
        {"identifiers": [{"identifier": "10.1/a", "identifierType": "DOI"}]},
        "doi",
        "10.1/a",
        "among the identifiers",
    ),
    (
        {"identifier": {"identifier": "10.1/a", "identifierType": "DOI"}},
        "doi",
        "10.1/a",
        "kernel 4.0",
    ),
    (
        {"identifiers": [{"identifier": "arXiv:2101.00001", "identifierType": "arXiv"}]},
        "arxiv",
        "2101.00001",
        "",
    ),
    (
        {"alternateIdentifiers": [{"alternateIdentifier": "1", "alternateIdentifierType": "PMID"}]},
        "pmid",
        "1",
        "",
    ),
    ({"dates": [{"date": "2020", "dateType": "Created"}]}, "issued", None, "of something else"),
    ({"publicationYear": 2020}, "year", 2020, "a number"),
    ({"publicationYear": None, "dates": None}, "issued", None, "null"),
    (
        {"contributors": [person("Doe", "A.") | {"contributorType": "Editor"}]},
        "editor",
        (Name("Doe", "A.", raw="Doe, A."),),
        "",
    ),
    ({"subjects": ["a", {"subject": "FOS: Law"}]}, "keyword", ("a",), "texts"),
    ({"subjects": ["a", {"subject": "FOS: Law"}]}, "index_keyword", ("FOS: Law",), "DataCite's"),
]


@pytest.mark.parametrize(("document", "attribute", "expected", "why"), VALUES)
def test_values(document: dict[str, Any], attribute: str, expected: Any, why: str) -> None:
    assert getattr(one(document), attribute) == expected
