"""Word's bibliography: what its elements hold, whoever made a work, damage."""

from __future__ import annotations

import re
from typing import Any

import pytest
from xml_files import differences, named_on_page, one, read

from validator.finding import Fault
from validator.io.xml import word
from validator.io.xml.kinds import by_bytes
from validator.record import Record

FORM = "word-sources"
NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
HEAD = f'<?xml version="1.0"?>\n<b:Sources SelectedStyle="\\APA.XSL" xmlns:b="{NAMESPACE}">\n'


def sources(*texts: str) -> str:
    """A file of sources, whose elements are written without their prefix."""
    whole = "".join(f"<Source>{text}</Source>\n" for text in texts)
    return HEAD + re.sub("<(/?)", r"<\1b:", whole) + "</b:Sources>"


def people(role: str, *names: tuple[str, str]) -> str:
    persons = "".join(
        f"<Person><Last>{last}</Last><First>{first}</First></Person>" for last, first in names
    )
    return f"<Author><{role}><NameList>{persons}</NameList></{role}></Author>"


RECORDS: list[tuple[str, dict[str, Any], str]] = [
    (
        "<Tag>Wri19</Tag><SourceType>JournalArticle</SourceType><LCID>1033</LCID>"
        f"{people('Author', ('Writer', 'Ada'), ('王', '明'))}"
        "<Title>Of things</Title><JournalName>Journal of Things</JournalName><Year>2019</Year>"
        "<Month>March</Month><Day>3</Day><Volume>4</Volume><Issue>2</Issue><Pages>11-19</Pages>"
        "<StandardNumber>0028-0836</StandardNumber><DOI>10.1000/a</DOI>",
        {
            "type": "article-journal",
            "id": "Wri19",
            "title": "Of things",
            "author": "Writer, Ada; 王, 明",
            "container_title": "Journal of Things",
            "issued": "2019-March-3",
            "volume": "4",
            "issue": "2",
            "page": "11-19",
            "issn": "0028-0836",
            "doi": "10.1000/a",
            "language": "",
        },
        "an article; its locale says how Word shows it",
    ),
    (
        "<Tag>b</Tag><SourceType>Book</SourceType><Author><Author><Corporate>Press Bureau"
        "</Corporate></Author></Author><Title>Things</Title><Year>2006</Year><City>Chicago</City>"
        "<StateProvince>IL</StateProvince><CountryRegion>USA</CountryRegion>"
        "<Publisher>Press</Publisher><Edition>2</Edition><Volume>1</Volume>"
        "<StandardNumber>978-3-16-148410-0</StandardNumber><Comments>Good.</Comments>",
        {
            "type": "book",
            "author": "Press Bureau",
            "publisher_place": "Chicago, IL, USA",
            "publisher": "Press",
            "edition": "2",
            "isbn": "978-3-16-148410-0",
            "note": "Good.",
        },
        "a book of a body",
    ),
    (
        "<SourceType>BookSection</SourceType><Author><Author><NameList><Person><Last>Writer</Last>"
        "<Middle>B.</Middle><First>Ada</First></Person></NameList></Author><Editor><NameList>"
        "<Person><Last>Berg</Last><First>Jan</First></Person></NameList></Editor><BookAuthor>"
        "<NameList><Person><Last>Other</Last></Person></NameList></BookAuthor></Author>"
        "<Title>Of one</Title><BookTitle>Of all</BookTitle><Pages>1-9</Pages>",
        {
            "type": "chapter",
            "author": "Writer, Ada B.",
            "editor": "Berg, Jan",
            "container_title": "Of all",
            "page": "1-9",
        },
        "a chapter; a middle name; the author of the book is none of the chapter",
    ),
    (
        f"<SourceType>Patent</SourceType>{people('Inventor', ('Writer', 'Ada'))}"
        "<Title>A thing</Title><PatentNumber>US1234567</PatentNumber><Year>1978</Year>",
        {"type": "patent", "author": "Writer, Ada", "number": "US1234567", "issued": "1978"},
        "a patent",
    ),
    (
        f"<SourceType>Report</SourceType>{people('Author', ('Writer', 'Ada'))}<Title>T</Title>"
        "<Institution>University</Institution><ThesisType>Ph.D. thesis</ThesisType>",
        {"type": "thesis", "publisher": "University", "genre": "Ph.D. thesis"},
        "a thesis, for which Word has no type",
    ),
    (
        "<SourceType>Report</SourceType><Title>T</Title><Publisher>P</Publisher>"
        "<Institution>I</Institution><ThesisType>White paper</ThesisType>",
        {"type": "report", "publisher": "P", "genre": "White paper"},
        "a report of two bodies",
    ),
    (
        "<SourceType>InternetSite</SourceType><InternetSiteTitle>Things of all</InternetSiteTitle>"
        "<Year>2020</Year><YearAccessed>2021</YearAccessed><URL>https://example.org</URL>",
        {
            "type": "webpage",
            "title": "Things of all",
            "container_title": "",
            "issued": "2020",
            "url": "https://example.org",
        },
        "a site that has only its own title",
    ),
    (
        "<SourceType>ConferenceProceedings</SourceType><Title>T</Title>"
        "<ConferenceName>Proceedings of Things</ConferenceName>",
        {"type": "paper-conference", "container_title": "Proceedings of Things"},
        "a paper",
    ),
    (
        f"<SourceType>Film</SourceType>{people('Director', ('Writer', ''))}<Title>T</Title>"
        "<ProductionCompany>C</ProductionCompany>",
        {"type": "motion_picture", "author": "Writer", "publisher": "C"},
        "a film, of one name",
    ),
    (
        "<SourceType>ElectronicSource</SourceType><Title>T</Title>"
        "<StandardNumber>:ISSN:0937-6429</StandardNumber>"
        "<BIBTEX_KeyWords>one; two</BIBTEX_KeyWords><BIBTEX_Series>S</BIBTEX_Series>",
        {"type": "document", "issn": "0937-6429", "keyword": "one; two", "collection_title": "S"},
        "as JabRef writes it",
    ),
    (
        "<SourceType>Misc</SourceType><Title>T</Title><StandardNumber>:LCCN:2001000002"
        "</StandardNumber>",
        {"type": "document", "issn": "", "isbn": "", "other_id": "lccn:2001000002"},
        "a number of another kind",
    ),
    (
        "<SourceType>Misc</SourceType><Title>T</Title><StandardNumber>:MRN:0937-6429"
        "</StandardNumber>",
        {"issn": "", "isbn": "", "other_id": ""},
        "a number of a kind that we do not know is no ISSN, whatever its shape",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), RECORDS, ids=[why for *_, why in RECORDS])
def test_a_record(text: str, expected: dict[str, Any], why: str) -> None:
    assert differences(one(sources(text), FORM), expected) == {}


def test_every_field_is_kept_and_told() -> None:
    record = one(sources(f"{RECORDS[0][0]}<Guid>{{1}}</Guid>"), FORM)
    found = {(field.name, field.value, field.variable) for field in record.raw}
    assert {
        ("Source/Author/Author/NameList/Person/Last", "Writer", "author"),
        ("Source/JournalName", "Journal of Things", "container-title"),
        ("Source/Month", "March", "issued"),
        ("Source/StandardNumber", "0028-0836", "ISSN"),
        ("Source/LCID", "1033", ""),
        ("Source/Guid", "{1}", ""),
    } <= found
    assert {field.line for field in record.raw} == {3}


def test_recognised_in_any_namespace_that_word_has_used() -> None:
    for namespace in (
        NAMESPACE,
        "http://schemas.microsoft.com/office/word/2004/10/bibliography",
        "http://purl.oclc.org/ooxml/officeDocument/bibliography",
    ):
        text = f'<Sources xmlns="{namespace}"><Source><Title>T</Title></Source></Sources>'
        assert by_bytes(text.encode()) == FORM
        assert one(text, FORM).title == "T"
    assert by_bytes(b"<Sources><Source>main.c</Source></Sources>") == ""


DAMAGE = [
    ("</b:Title>", "", "an element that is not closed"),
    ("</b:Source>", "", "a record that is not closed"),
    ("of 2</b:Title>", "of 2", "the end of a tag lost"),
    ("<b:Title>Things of 2", "<b:Title <<", "a broken tag"),
]


@pytest.mark.parametrize(("old", "new", "why"), DAMAGE, ids=[why for *_, why in DAMAGE])
def test_damage_costs_no_neighbour(old: str, new: str, why: str) -> None:
    whole = [f"<Tag>t{n}</Tag><Title>Things of {n}</Title>" for n in (1, 2, 3)]
    head, one, two, three = sources(*whole).split("<b:Source>")
    found = read("<b:Source>".join((head, one, two.replace(old, new), three)), FORM)
    titles = [item.title for item in found if isinstance(item, Record)]
    assert (titles[0], titles[-1]) == ("Things of 1", "Things of 3"), why
    assert [item.code for item in found if isinstance(item, Fault)] == ["COL002"], why


def test_the_page_names_all_that_is_read() -> None:
    names = (*word.ONE, *(name for names in word.FIRST.values() for name in names), *word.TYPES)
    assert named_on_page(FORM, names) == []
