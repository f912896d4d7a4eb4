"""Real records compared with their files by eye, field by field; the values are retyped."""

from __future__ import annotations

from typing import Any

import pytest
from shared import SHARED, needs_shared

from validator.io import read
from validator.record import Record

pytestmark = needs_shared

FORMATS = SHARED / "data" / "formats"
EXPECTED: list[tuple[str, int, dict[str, str]]] = [
    (
        "marc/pymarc_one.dat",
        1,
        {
            "id": "fol05731351",
            "other_id": "lccn:00020737",
            "isbn": "0471383147 (paper/cd-rom : alk. paper)",
            "classification": "QA76.73.P22; 005.13/3",
            "author": "Martinsson, Tobias",
            "title": "ActivePerl with ASP and ADO",
            "publisher_place": "New York",
            "publisher": "John Wiley & Sons",
            "issued": "2000",
            "number_of_pages": "xxi, 289 p.",
            "note": '"Wiley Computer Publishing."',
            "index_keyword": "Perl (Computer program language); Active server pages; ActiveX",
            "language": "eng",
            "type": "book",
        },
    ),
    (
        "marc/pymarc_marc.dat",
        4,
        {
            "id": "13069942",
            "other_id": "lccn:2003268354",
            "isbn": "0596001673",
            "classification": "QA76.73.P98; 005.13/3",
            "title": "Python cookbook",
            "editor": "Martelli, Alex; Ascher, David",
            "publisher_place": "Sebastopol, CA",
            "publisher": "O'Reilly",
            "issued": "2002",
            "number_of_pages": "xxix, 574 p.",
            "note": '"Recipes from the Python community"--Cover.\nIncludes index.',
            "index_keyword": "Python (Computer program language)",
            "language": "eng",
            "type": "book",
        },
    ),
    (
        "marc/pymarc_1251.dat",
        2,
        {
            "id": "ru03-000002RKP",
            "isbn": "5947234920",
            "language": "rus",
            "classification": "159.922.7; 88.4",
            "author": "Анн, Людмила Федоровна",
            "title": "Психологический тренинг с подростками",
            "publisher_place": "СПб. [и др.]",
            "publisher": "Питер; Питер Принт",
            "issued": "2005",
            "number_of_pages": "270 с.",
            "collection_title": "Серия <Эффективный тренинг>",
            "note": "Библиогр.: с. 269-270",
            "index_keyword": "Подростки--Психология; Психологический тренинг",
            "type": "book",
        },
    ),
    (
        "marc/rubymarc_marc8_accented_chars.marc",
        1,
        {
            "id": "000004951",
            "other_id": "lccn:67006971",
            "author": "Serreau, Geneviève",
            "title": 'Histoire du "nouveau théâtre."',
            "publisher_place": "Paris",
            "publisher": "Gallimard",
            "issued": "c1966",
            "number_of_pages": "190 p.",
            "collection_title": "Collection Idées, 104",
            "note": "Bibliographical footnotes.",
            "index_keyword": "French drama--20th century--History and criticism",
            "language": "fre",
            "type": "book",
        },
    ),
    (
        "marc/zotero_MARC_2.mrc",
        1,
        {
            "id": "987805282",
            "isbn": "9783540774310",
            "classification": "510",
            "author": "Teschl, Gerald",
            "title": "Mathematik für Informatiker. Bd. 1, Diskrete Mathematik und lineare Algebra",
            "edition": "3., Aufl.",
            "publisher_place": "Berlin; Heidelberg",
            "publisher": "Springer Vieweg",
            "issued": "2008",
            "number_of_pages": "XIII, 514 S.",
            "keyword": "(VLB-FS)Mathematik für Informatiker; (VLB-FS)Diskrete Mathematik;"
            " (VLB-FS)Lineare Algebra; (VLB-PF)BC: Paperback;"
            " (VLB-WN)1632: HC/Informatik, EDV/Informatik",
            "language": "ger",
            "type": "book",
        },
    ),
    (
        "marc/rubymarc_random_tag_order2.dat",
        1,
        {
            "id": "13378768",
            "other_id": "lccn:2003577486",
            "classification": "SDA 80718",
            "author": "Dylan, Bob",
            "title": "Blues on Blonde on blonde",
            "publisher_place": "Cleveland, OH",
            "publisher": "Telarc",
            "issued": "p2003",
            "collection_title": "Telarc blues",
            "index_keyword": "Blues (Music)",
            "language": "eng",
            "type": "song",
        },
    ),
    (
        "marcxml/jabref_MarcXmlParserTestArticle.xml",
        1,
        {
            "id": "BV048976418",
            "author": "Bello, Emmanuel G.",
            "title": "Article 22 of the African Charter on Human and Peoples' Rights",
            "container_title": "Essays in honour of Judge Taslim Olawale Elias; 1. Contemporary"
            " international law and human rights / edited by Emmanuel G. Bello ...",
            "issued": "1992",
            "page": "447-473",
            "language": "eng",
            "type": "chapter",
        },
    ),
    (
        "marcxml/jabref_MarcXmlParserTestBookSeries.xml",
        1,
        {
            "id": "BV049032768",
            "isbn": "9783031234767",
            "doi": "10.1007/978-3-031-23476-7",
            "classification": "006.3; DAT 000",
            "title": "Recent Developments and the New Directions of Research, Foundations, and"
            " Applications: Selected Papers of the 8th World Conference on Soft Computing,"
            " February 03–05, 2022, Baku, Azerbaijan, Vol. II",
            "editor": "Shahbazova, Shahnaz N.; Abbasov, Ali M.; Kreinovich, Vladik;"
            " Kacprzyk, Janusz; Batyrshin, Ildar Z.",
            "edition": "1st ed. 2023",
            "publisher_place": "Cham",
            "publisher": "Springer Nature Switzerland",
            "issued": "2023",
            "number_of_pages": "1 Online-Ressource (XII, 330 p. 64 illus., 42 illus. in color)",
            "collection_title": "Studies in Fuzziness and Soft Computing",
            "index_keyword": "Computational Intelligence; Artificial Intelligence;"
            " Computational intelligence; Artificial intelligence",
            "url": "https://doi.org/10.1007/978-3-031-23476-7",
            "language": "eng",
            "type": "book",
        },
    ),
    (
        "marcxml/jabref_MarcXmlParserTestNotes.xml",
        1,
        {
            "id": "BV049029767",
            "doi": "10.4000/insitu.38769",
            "author": "Sarda, Marie-Anne; Eude-Devaux, Caroline",
            "title": "Livres de secrets, traités de teinture, journaux de laboratoire ou carnets"
            " de notes: quelles sources pour l'étude de la couleur dans le textile?",
            "container_title": "In situ",
            "issn": "1630-7305",
            "volume": "50",
            "issued": "26 juin 2023",
            "number_of_pages": "Online-Ressource (26 Seiten)",
            "note": "Text französisch. - Zusammenfassung in englischer Sprache",
            "url": "https://journals.openedition.org/insitu/pdf/38769",
            "language": "fre",
            "type": "article-journal",
        },
    ),
    (
        "marcxml/jabref_MarcXmlParserTestThesis.xml",
        1,
        {
            "id": "BV048992225",
            "author": "Blake, Carl LeRoy",
            "title": "Tempo rubato in the eigteenth century: a thesis",
            "edition": "Faksimile",
            "publisher_place": "Ann Arbor, Mich.",
            "publisher": "UMI Dissertation Services",
            "issued": "[1991]",
            "number_of_pages": "xii, 127 Seiten",
            "genre": "Dissertation",
            "keyword": "Geschichte 1700-1800",
            "language": "eng",
            "type": "thesis",
        },
    ),
    (
        "marcxml/zotero_MARCXML_0.xml",
        1,
        {
            "id": "5637241",
            "other_id": "lccn:91758335",
            "classification": "Atlantic 1259",
            "title": "The Great Ray Charles",
            "publisher_place": "New York, N.Y.",
            "publisher": "Atlantic",
            "issued": "[1957?]",
            "note": "Brief record.",
            "index_keyword": "Jazz--1951-1960; Piano with jazz ensemble",
            "language": "eng",
            "type": "song",
        },
    ),
]
APART = {"raw", "provenance", "type_as_read", "type_is_inferred", "parallel"}


@pytest.mark.parametrize(
    ("name", "number", "expected"), EXPECTED, ids=lambda value: str(value)[:40]
)
def test_by_eye(name: str, number: int, expected: dict[str, str]) -> None:
    record: Record = list(read(FORMATS / name))[number - 1]
    there = {key: said(value) for key, value in record.__dict__.items() if key not in APART}
    if "random" in name:  # long notes
        there.pop("note")
    assert there == expected


def said(value: Any) -> str:
    if isinstance(value, tuple) and not hasattr(value, "raw"):
        return "; ".join(map(str, value))
    return str(value)
