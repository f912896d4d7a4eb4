"""Crossref's JSON: what its keys hold. The real works were retyped from answers of the API."""

from __future__ import annotations

import json
from typing import Any

import pytest

from validator.io import read_text
from validator.record import Name, Parallel, Record


def one(work: dict[str, Any]) -> Record:
    (record,) = read_text(json.dumps([work]), "crossref-json")
    assert isinstance(record, Record)
    return record


def expect(record: Record, values: dict[str, Any]) -> None:
    for attribute, value in values.items():
        found = getattr(record, attribute)
        found = found.raw if attribute == "issued" and found else found
        assert found == value, attribute
    named = {"raw", "provenance", "type_as_read", *values}
    assert record.present <= named, record.present - named


REAL = [
    (  # bodies among the authors
        {
            "indexed": {"date-parts": [[2023, 4, 21]], "timestamp": 1682097498127},
            "reference-count": 0,
            "publisher": "Association for Information Systems",
            "issue": "1",
            "content-domain": {"domain": [], "crossmark-restriction": False},
            "short-container-title": ["CAIS"],
            "DOI": "10.17705/1cais.04607",
            "type": "journal-article",
            "created": {"date-parts": [[2020, 2, 11]]},
            "page": "134-186",
            "source": "Crossref",
            "title": ["A Knowledge Development Perspective on Literature Reviews"],
            "volume": "49",
            "author": [
                {"given": "Guido", "family": "Schryen", "sequence": "first", "affiliation": []},
                {"name": "Paderborn University", "sequence": "first", "affiliation": []},
                {"given": "Guy", "family": "Paré", "sequence": "additional", "affiliation": []},
            ],
            "issued": {"date-parts": [[2021]]},
        },
        {
            "id": "10.17705/1cais.04607",
            "doi": "10.17705/1cais.04607",
            "type": "article-journal",
            "title": "A Knowledge Development Perspective on Literature Reviews",
            "author": (
                Name("Schryen", "Guido"),
                Name(literal="Paderborn University"),
                Name("Paré", "Guy"),
            ),
            "container_title_short": "CAIS",
            "publisher": "Association for Information Systems",
            "volume": "49",
            "issue": "1",
            "page": "134-186",
            "issued": "2021",
        },
    ),
    (  # two surnames, and the title in English as the original one
        {
            "indexed": {"date-parts": [[2026, 6, 15]]},
            "publisher": "Tribunal Supremo de Elecciones",
            "short-container-title": ["RDE"],
            "published-print": {"date-parts": [[2006]]},
            "DOI": "10.35242/rde_2019_28_11",
            "type": "journal-article",
            "page": "195-216",
            "source": "Crossref",
            "title": ["El sistema de partidos en los cantones"],
            "author": [
                {"given": "María José", "family": "Cascante Matamoros", "affiliation": []},
                {"given": "Sharon", "family": "Camacho Sánchez", "affiliation": []},
            ],
            "container-title": ["Revista de Derecho Electoral"],
            "original-title": ["The party system in cantons"],
        },
        {
            "id": "10.35242/rde_2019_28_11",
            "doi": "10.35242/rde_2019_28_11",
            "type": "article-journal",
            "title": "El sistema de partidos en los cantones",
            "author": (
                Name("Cascante Matamoros", "María José"),
                Name("Camacho Sánchez", "Sharon"),
            ),
            "container_title": "Revista de Derecho Electoral",
            "container_title_short": "RDE",
            "publisher": "Tribunal Supremo de Elecciones",
            "page": "195-216",
            "issued": "2006",
            "parallel": Parallel(title="The party system in cantons"),
        },
    ),
    (  # an ORCID of older answers, a funder with a DOI
        {
            "indexed": {"date-parts": [[2018, 9, 1]]},
            "publisher": "Elsevier BV",
            "funder": [{"DOI": "10.13039/501100001711", "name": "Nationalfonds", "award": ["1"]}],
            "short-container-title": ["Advances in Mathematics"],
            "published-print": {"date-parts": [[2017, 6]]},
            "DOI": "10.1016/j.aim.2017.04.017",
            "type": "journal-article",
            "page": "746-802",
            "title": ["The integer cohomology algebra of toric arrangements"],
            "volume": "313",
            "author": [
                {
                    "ORCID": "http://orcid.org/0000-0002-2658-3721",
                    "authenticated-orcid": False,
                    "given": "Filippo",
                    "family": "Callegaro",
                    "affiliation": [],
                },
                {"given": "Emanuele", "family": "Delucchi", "affiliation": []},
            ],
            "member": "78",
            "container-title": ["Advances in Mathematics"],
            "original-title": [],
            "language": "en",
            "subtitle": [],
            "issued": {"date-parts": [[2017, 6]]},
            "URL": "http://dx.doi.org/10.1016/j.aim.2017.04.017",
            "ISSN": ["0001-8708"],
            "issn-type": [{"value": "0001-8708", "type": "print"}],
            "subject": ["General Mathematics"],
        },
        {
            "id": "10.1016/j.aim.2017.04.017",
            "doi": "10.1016/j.aim.2017.04.017",
            "type": "article-journal",
            "title": "The integer cohomology algebra of toric arrangements",
            "author": (
                Name("Callegaro", "Filippo", orcid="http://orcid.org/0000-0002-2658-3721"),
                Name("Delucchi", "Emanuele"),
            ),
            "container_title": "Advances in Mathematics",
            "container_title_short": "Advances in Mathematics",
            "publisher": "Elsevier BV",
            "volume": "313",
            "page": "746-802",
            "issued": "2017-06",
            "issn": "0001-8708",
            "url": "http://dx.doi.org/10.1016/j.aim.2017.04.017",
            "language": "en",
            "index_keyword": ("General Mathematics",),
        },
    ),
    (  # a chapter: the series stands before the book
        {
            "DOI": "10.1007/978-3-319-24574-4_28",
            "type": "book-chapter",
            "title": ["U-Net"],
            "container-title": ["Lecture Notes in Computer Science", "MICCAI 2015"],
            "publisher-location": "Cham",
            "ISBN": ["9783319245737", "9783319245744"],
        },
        {
            "id": "10.1007/978-3-319-24574-4_28",
            "doi": "10.1007/978-3-319-24574-4_28",
            "type": "chapter",
            "title": "U-Net",
            "collection_title": "Lecture Notes in Computer Science",
            "container_title": "MICCAI 2015",
            "publisher_place": "Cham",
            "isbn": "9783319245737; 9783319245744",
        },
    ),
    (  # an article number beside the page
        {
            "DOI": "10.7717/PEERJ.4375",
            "type": "journal-article",
            "URL": "https://doi.org/10.7717/peerj.4375",
            "title": ["The state of OA"],
            "subtitle": ["a large-scale analysis"],
            "container-title": ["PeerJ"],
            "volume": "6",
            "page": "e4375",
            "article-number": "e4375",
            "issued": {"date-parts": [[2018, 2, 13]]},
            "author": [
                {
                    "given": "Heather",
                    "family": "Piwowar",
                    "ORCID": "https://orcid.org/0000-0003-2117-3717",
                    "affiliation": [{"name": "Impactstory"}],
                }
            ],
        },
        {
            "id": "10.7717/PEERJ.4375",
            "doi": "10.7717/PEERJ.4375",
            "type": "article-journal",
            "url": "https://doi.org/10.7717/peerj.4375",
            "title": "The state of OA: a large-scale analysis",
            "container_title": "PeerJ",
            "volume": "6",
            "page": "e4375",
            "number": "e4375",
            "issued": "2018-02-13",
            "author": (
                Name(
                    "Piwowar",
                    "Heather",
                    orcid="https://orcid.org/0000-0003-2117-3717",
                    affiliation=("Impactstory",),
                ),
            ),
        },
    ),
]


@pytest.mark.parametrize(("work", "values"), REAL, ids=[work["DOI"] for work, _ in REAL])
def test_real_works(work: dict[str, Any], values: dict[str, Any]) -> None:
    record = one(work)
    expect(record, values)
    assert [(field.name, field.value) for field in record.raw] == list(work.items())
    assert record.type_as_read == work["type"]
    assert record.provenance.source == work.get("source", "")


VALUES = [
    # key, value, attribute, what is read, why
    ("title", [], "title", "", "an empty list"),
    ("title", ["A", "B"], "title", "A", "the second in the same script is left in raw"),
    ("title", "A", "title", "A", "a text, as CSL has it"),
    ("type", "peer-review", "type", "review", "a type of Crossref's"),
    ("type", "dissertation", "type", "thesis", "a type of Crossref's"),
    ("type", "posted-content", "type", "article", "a preprint"),
    ("type", "nonsense", "type", "", "unknown"),
    ("degree", ["PhD"], "genre", "PhD", "of a dissertation"),
    ("institution", [{"name": "bioRxiv"}], "publisher", "bioRxiv", "where no publisher is"),
    ("event", {"name": "ICSE '20"}, "event_title", "ICSE '20", "of proceedings"),
    ("edition-number", "2", "edition", "2", ""),
    ("journal-issue", {"issue": "3"}, "issue", "3", "the issue stands there alone"),
    ("ISSN", ["http://id.crossref.org/issn/1234-5678"], "issn", "1234-5678", "older answers"),
    ("issn-type", [{"type": "print", "value": "1"}], "issn", "1", "ISSN is not selected"),
    ("ISBN", ["http://id.crossref.org/isbn/9783319245737"], "isbn", "9783319245737", "older"),
    ("report-number", "TR-7", "number", "TR-7", "of a report"),
    ("editor", [{"family": "Ōe", "given": "K."}], "editor", (Name("Ōe", "K."),), ""),
    ("translator", [{"name": "X"}], "translator", (Name(literal="X"),), ""),
    ("author", [{"family": "李"}, {}, 3], "author", (Name("李"),), "others are no names"),
    ("author", {"given": "Wei"}, "author", (Name(given="Wei"),), "a lone object"),
    ("author", [{"family": "King", "suffix": "Jr."}], "author", (Name("King", suffix="Jr."),), ""),
    ("abstract", "<jats:p>A &lt; B</jats:p>", "abstract", "A < B", "JATS and entities"),
    ("abstract", "p<0.05 and x<y", "abstract", "p<0.05 and x<y", "no tags"),
    (
        "abstract",
        "<jats:title>Abstract</jats:title><jats:sec><jats:title>Aim</jats:title>"
        "<jats:p>To <jats:italic>see</jats:italic>.</jats:p></jats:sec>",
        "abstract",
        "Aim\nTo see.",
        "sections are lines, and the heading of all goes",
    ),
    ("abstract", "<title>摘要</title><p>数字</p>", "abstract", "数字", "a heading in Chinese"),
]


@pytest.mark.parametrize(("key", "value", "attribute", "expected", "why"), VALUES)
def test_values(key: str, value: Any, attribute: str, expected: Any, why: str) -> None:
    assert getattr(one({key: value}), attribute) == expected


DATES = [
    (
        {"issued": {"date-parts": [[2020, 3]]}, "published-print": {"date-parts": [[2021]]}},
        "2020-03",
    ),
    (
        {"issued": {"date-parts": [[None]]}, "published-online": {"date-parts": [[2018, 1]]}},
        "2018-01",
    ),
    ({"published": {"date-parts": [[2019, 5, 7]]}}, "2019-05-07"),
    ({"posted": {"date-parts": [[2022, 1, 1]]}}, "2022-01-01"),
    ({"created": {"date-parts": [[2022, 1, 1]]}}, None),  # of the DOI, not of the work
]


@pytest.mark.parametrize(("work", "expected"), DATES)
def test_dates(work: dict[str, Any], expected: str | None) -> None:
    issued = one(work).issued
    assert (issued.raw if issued else None) == expected


PARALLELS = [
    ({"title": ["数字人文", "Digital humanities"]}, "title", "Digital humanities"),
    ({"title": ["Über A", "On A"]}, "title", ""),  # one script: it may be any other title
    ({"title": ["A"], "original-title": ["Б"]}, "title", "Б"),
    ({"title": ["A"], "original-title": ["A"]}, "title", ""),  # the same once more
    ({"title": ["A"], "original-title": ["Б"], "translator": [{"name": "X"}]}, "title", ""),
    (
        {"title": ["A"], "container-title": ["情報管理", "Joho Kanri"]},
        "container_title",
        "Joho Kanri",
    ),
]


@pytest.mark.parametrize(("work", "part", "expected"), PARALLELS)
def test_parallel_values(work: dict[str, Any], part: str, expected: str) -> None:
    assert getattr(one(work).parallel, part) == expected


SUBTITLES = [
    ("Why?", "An answer", "Why? An answer"),
    ("A: B", "b", "A: B"),  # there already
    ("A", "", "A"),
]


@pytest.mark.parametrize(("title", "subtitle", "expected"), SUBTITLES)
def test_subtitles(title: str, subtitle: str, expected: str) -> None:
    assert one({"title": [title], "subtitle": [subtitle]}).title == expected
