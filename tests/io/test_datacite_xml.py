"""DataCite's XML: what its elements hold, framings, damage."""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.errors import UnreadableError
from validator.finding import Fault
from validator.io import detect
from validator.io.source import Source
from validator.io.xml import datacite_xml
from validator.record import Name, OtherId, Record

KERNEL = "http://datacite.org/schema/kernel-4"


def read(data: str | bytes) -> list[Record | Fault]:
    data = data.encode() if isinstance(data, str) else data
    stream = io.BufferedReader(io.BytesIO(data))
    return list(datacite_xml.read(Source("x.xml", "datacite-xml", "", stream=stream)))


def resource(inside: str, kernel: str = KERNEL) -> str:
    return f'<resource xmlns="{kernel}">{inside}</resource>'


def one(inside: str) -> Record:
    (record,) = read(resource(inside))
    assert isinstance(record, Record)
    return record


FULL = """
  <identifier identifierType="DOI">10.5072/example-full</identifier>
  <creators><creator><creatorName nameType="Personal">Miller, Élisabeth</creatorName>
    <givenName>Élisabeth</givenName><familyName>Miller</familyName>
    <nameIdentifier schemeURI="https://orcid.org/" nameIdentifierScheme="ORCID"
      >0000-0001-5000-0007</nameIdentifier><affiliation>DataCite</affiliation></creator>
    <creator><creatorName nameType="Organizational">世界卫生组织</creatorName></creator></creators>
  <titles><title xml:lang="en">Full <i>DataCite</i> example</title>
    <title xml:lang="en" titleType="Subtitle">Demonstration</title>
    <title xml:lang="zh" titleType="TranslatedTitle">完整的例子</title></titles>
  <publisher>DataCite</publisher><publicationYear>2014</publicationYear>
  <subjects><subject subjectScheme="dewey">000 computer science</subject>
    <subject>metadata</subject></subjects>
  <contributors><contributor contributorType="Editor"><contributorName>Starr, Joan</contributorName>
    </contributor></contributors>
  <dates><date dateType="Updated">2014-10-17</date><date dateType="Issued">2014-03</date></dates>
  <language>en</language>
  <resourceType resourceTypeGeneral="JournalArticle">Article</resourceType>
  <alternateIdentifiers><alternateIdentifier alternateIdentifierType="Handle">1/2
    </alternateIdentifier></alternateIdentifiers>
  <sizes><size>15 pages</size></sizes><version>3.1</version>
  <descriptions><description descriptionType="Abstract">An<br/>abstract</description>
    <description descriptionType="Methods">Some</description></descriptions>
  <relatedItems><relatedItem relatedItemType="Journal" relationType="IsPublishedIn">
    <relatedItemIdentifier relatedItemIdentifierType="ISSN">1234-5678</relatedItemIdentifier>
    <titles><title>Journal of Examples</title></titles><volume>776</volume><issue>1</issue>
    <number numberType="Article">e7</number><firstPage>249</firstPage><lastPage>264</lastPage>
    </relatedItem></relatedItems>
"""


def test_every_variable() -> None:
    record = one(FULL)
    expected: dict[str, Any] = {
        "id": "10.5072/example-full",
        "doi": "10.5072/example-full",
        "type": "article-journal",
        "author": (
            Name(
                "Miller",
                "Élisabeth",
                raw="Miller, Élisabeth",
                orcid="0000-0001-5000-0007",
                affiliation=("DataCite",),
            ),
            Name(literal="世界卫生组织", raw="世界卫生组织"),
        ),
        "editor": (Name("Starr", "Joan", raw="Starr, Joan"),),
        "title": "Full DataCite example: Demonstration",
        "publisher": "DataCite",
        "keyword": ("metadata",),
        "index_keyword": ("000 computer science",),
        "language": "en",
        "abstract": "An\nabstract",
        "container_title": "Journal of Examples",
        "issn": "1234-5678",
        "volume": "776",
        "issue": "1",
        "number": "e7",
        "page": "249-264",
        "other_id": (OtherId("hdl", "1/2"),),
    }
    assert {key: getattr(record, key) for key in expected} == expected
    assert record.issued is not None
    assert record.issued.raw == "2014-03"
    assert record.parallel.title == "完整的例子"
    raw = {field.name: field.value for field in record.raw}
    assert raw["resource/version"] == "3.1"
    assert raw["resource/sizes/size"] == "15 pages"
    assert raw["resource/resourceType@resourceTypeGeneral"] == "JournalArticle"


TITLE = "<titles><title>T</title></titles>"
OAI = (
    '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>%s</ListRecords></OAI-PMH>'
)
FRAMES = [
    (resource(TITLE), 1, "a document"),
    (resource(TITLE, "http://datacite.org/schema/kernel-3"), 1, "kernel 3"),
    (f"<resources>{resource(TITLE)}\n{resource(TITLE)}</resources>", 2, "a list"),
    (
        OAI
        % (
            "<record><header><identifier>a</identifier></header><metadata>"
            '<oai_datacite xmlns="http://schema.datacite.org/oai/oai-1.1/"><payload>'
            f"{resource(TITLE)}</payload></oai_datacite></metadata></record>"
        ),
        1,
        "OAI-PMH",
    ),
    (
        resource(TITLE).replace("<", "<d:").replace("<d:/", "</d:").replace("xmlns", "xmlns:d"),
        1,
        "a prefix",
    ),
]


@pytest.mark.parametrize(("text", "count", "why"), FRAMES)
def test_framings(text: str, count: int, why: str) -> None:
    assert detect.by_bytes(text.encode()) == "datacite-xml"
    records = read(text)
    assert [record.title for record in records if isinstance(record, Record)] == ["T"] * count


DAMAGE = [
    (b"</title>", b"", "no end tag"),
    (b"</title>", b"</titel>", "a wrong end tag"),
    (b"<title>", b'<title a="<>', "a broken attribute"),
    (b"<title>", b"<title a=b>", "an attribute without quotes"),
    (b"T2", b"T2 &", "a bare &"),
    (b"T2", b"T2 < ", "a bare <"),
    (b"T2", b"T2 &nix;", "an unknown entity"),
    (b"T2", b"T2 \x01", "a control character"),
    (b"T2", b"T2 \xe9\xff", "bytes of another charset"),
    (b"T2</title></titles></resource>", b"", "cut off"),
    (b"</resource>", b"", "the end is missing"),
]


@pytest.mark.parametrize(("old", "new", "why"), DAMAGE, ids=[why for *_, why in DAMAGE])
def test_a_broken_document_costs_no_neighbour(old: bytes, new: bytes, why: str) -> None:
    first, second, third = (resource(TITLE.replace("T<", f"T{i}<")).encode() for i in (1, 2, 3))
    broken = second.replace(old, new)
    items = read(b"<resources>\n" + b"\n".join([first, broken, third]) + b"\n</resources>")
    titles = [item.title for item in items if isinstance(item, Record)]
    lost = [item for item in items if isinstance(item, Fault) and item.code == "COL002"]
    assert (titles[0], titles[-1]) == ("T1", "T3")
    assert len(titles) + len(lost) == 3


@given(st.binary(max_size=80), st.integers(0, 3000), st.integers(0, 80))
def test_any_damage_is_survived(junk: bytes, at: int, gone: int) -> None:
    data = resource(FULL).encode()
    with suppress(UnreadableError):
        read(data[:at] + junk + data[at + gone :])


def test_every_element_stands_on_its_page() -> None:
    page = (Path(__file__).parents[2] / "docs/formats/datacite.md").read_text("utf-8")
    assert {word for word in datacite_xml.ELEMENTS if f"`{word}`" not in page} == set()
