"""Crossref's XML: answers and deposits, what its elements hold, damage."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import SHARED, needs_shared

import validator
from validator.errors import UnreadableError
from validator.finding import Fault
from validator.io import detect
from validator.io.source import Source
from validator.io.xml import crossref_xml
from validator.record import Name, Record


def read(data: str | bytes, limit: int = 2**24) -> list[Record | Fault]:
    data = data.encode() if isinstance(data, str) else data
    stream = io.BufferedReader(io.BytesIO(data))
    return list(crossref_xml.read(Source("x.xml", "crossref-xml", "", limit, stream=stream)))


def answer(*works: str) -> str:
    records = "\n".join(f"<doi_record><crossref>{work}</crossref></doi_record>" for work in works)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<doi_records>\n{records}\n</doi_records>\n'


def one(work: str) -> Record:
    (record,) = read(answer(work))
    assert isinstance(record, Record)
    return record


def person(family: str, given: str, role: str = "author", more: str = "") -> str:
    return (
        f'<person_name sequence="first" contributor_role="{role}"><given_name>{given}</given_name>'
        f"<surname>{family}</surname>{more}</person_name>"
    )


def date(year: str, month: str = "", day: str = "", name: str = "publication_date") -> str:
    parts = {"month": month, "day": day, "year": year}
    inside = "".join(f"<{key}>{value}</{key}>" for key, value in parts.items() if value)
    return f"<{name}>{inside}</{name}>"


def doi(name: str) -> str:
    return f"<doi_data><doi>{name}</doi><resource>https://a.org/{name}</resource></doi_data>"


# retyped from real answers, without what fills no variable
REAL = [
    (
        f"""<conference><event_metadata>
        <conference_name>2017 IEEE International Solid- State Circuits Conference - (ISSCC)
        </conference_name></event_metadata><proceedings_metadata>
        <proceedings_title>2017 IEEE ISSCC</proceedings_title>
        <publisher><publisher_name>IEEE</publisher_name></publisher>{date("2017", "2")}
        <isbn media_type="electronic">978-1-5090-3758-2</isbn></proceedings_metadata>
        <conference_paper><contributors>{person("Peng", "Pen-Jui")}{person("Lee", "Jri")}
        </contributors><titles><title>6.1 A 56Gb/s PAM-4/NRZ transceiver</title></titles>
        {date("2017", "2")}<pages><first_page>110</first_page><last_page>111</last_page></pages>
        <publisher_item><item_number item_number_type="arNumber">7870285</item_number>
        </publisher_item>{doi("10.1109/ISSCC.2017.7870285")}</conference_paper></conference>""",
        {
            "type": "paper-conference",
            "title": "6.1 A 56Gb/s PAM-4/NRZ transceiver",
            "author": (Name("Peng", "Pen-Jui"), Name("Lee", "Jri")),
            "container_title": "2017 IEEE ISSCC",
            "event_title": "2017 IEEE International Solid- State Circuits Conference - (ISSCC)",
            "publisher": "IEEE",
            "isbn": "978-1-5090-3758-2",
            "issued": "2017-02",
            "page": "110-111",
            "doi": "10.1109/ISSCC.2017.7870285",
        },
    ),
    (
        f"""<journal><journal_metadata language="en">
        <full_title>Eurasian Geography and Economics</full_title>
        <abbrev_title>Eurasian Geogr. Econ.</abbrev_title>
        <issn media_type="print">1538-7216</issn><issn media_type="electronic">1938-2863</issn>
        </journal_metadata><journal_issue>{date("2013", "05", "15")}{date("2009", "03")}
        <journal_volume><volume>50</volume></journal_volume><issue>2</issue></journal_issue>
        <journal_article publication_type="full_text"><titles><title>
          The Chinese
          <i>Hukou</i>
          System at 50
        </title></titles><contributors>
        {person("Chan", "Kam Wing", more="<affiliation>a  University</affiliation>")}
        </contributors>{date("2013", "05", "15")}{date("2009", "03")}
        <pages><first_page>197</first_page><last_page>221</last_page></pages>
        <publisher_item><item_number item_number_type="sequence-number">5</item_number>
        </publisher_item>{doi("10.2747/1539-7216.50.2.197")}</journal_article></journal>""",
        {
            "type": "article-journal",
            "title": "The Chinese Hukou System at 50",
            "author": (Name("Chan", "Kam Wing", affiliation=("a  University",)),),
            "container_title": "Eurasian Geography and Economics",
            "container_title_short": "Eurasian Geogr. Econ.",
            "issn": "1538-7216; 1938-2863",
            "issued": "2009-03",
            "volume": "50",
            "issue": "2",
            "page": "197-221",
            "language": "en",
            "doi": "10.2747/1539-7216.50.2.197",
        },
    ),
    (
        f"""<dissertation publication_type="full_text" language="en">
        {person("Kasper", "Joseph Emil")}<titles><title>Contributions to geomagnetic theory</title>
        </titles>{date("1958", "01", name="approval_date")}<institution>
        <institution_name>State University of Iowa</institution_name>
        <institution_acronym>UIowa</institution_acronym>
        <institution_place>Iowa City, Iowa, USA</institution_place></institution>
        <degree>PhD (Doctor of Philosophy)</degree>{doi("10.17077/etd.xnw0xnau")}</dissertation>""",
        {
            "type": "thesis",
            "title": "Contributions to geomagnetic theory",
            "author": (Name("Kasper", "Joseph Emil"),),
            "publisher": "State University of Iowa",
            "publisher_place": "Iowa City, Iowa, USA",
            "issued": "1958-01",
            "genre": "PhD (Doctor of Philosophy)",
            "language": "en",
            "doi": "10.17077/etd.xnw0xnau",
        },
    ),
    (
        f"""<posted_content type="preprint"><group_title>Open Science Framework</group_title>
        <contributors>{person("Haroz", "Steve")}</contributors>
        <titles><title>Open Practices in Visualization Research</title></titles>
        {date("2018", "07", "03", name="posted_date")}<item_number>osf.io/8ag3w</item_number>
        <abstract><p>Two fundamental tenants</p></abstract>{doi("10.31219/osf.io/8ag3w")}
        </posted_content>""",
        {
            "type": "article",
            "title": "Open Practices in Visualization Research",
            "author": (Name("Haroz", "Steve"),),
            "issued": "2018-07-03",
            "abstract": "Two fundamental tenants",
            "doi": "10.31219/osf.io/8ag3w",
        },
    ),
    (
        f"""<book book_type="reference"><book_metadata language="en">
        <contributors>{person("Bulck", "Jan", "editor")}</contributors>
        <titles><title>The International Encyclopedia of Media Psychology</title></titles>
        <edition_number>1</edition_number>{date("2020", "09", "08")}
        <isbn media_type="electronic">9781119011071</isbn>
        <publisher><publisher_name>Wiley</publisher_name></publisher>
        {doi("10.1002/9781119011071")}</book_metadata>
        <content_item component_type="other" level_sequence_number="1">
        <contributors>{person("Eden", "Allison")}</contributors>
        <titles><title>Appreciation and Eudaimonic Reactions to Media</title></titles>
        {date("2020", "09", "09")}<pages><first_page>1</first_page><last_page>9</last_page></pages>
        {doi("10.1002/9781119011071.iemp0172")}
        <citation_list><citation key="e_1"><doi>10.1080/1</doi></citation></citation_list>
        </content_item></book>""",
        {
            "type": "entry-encyclopedia",
            "title": "Appreciation and Eudaimonic Reactions to Media",
            "author": (Name("Eden", "Allison"),),
            "editor": (Name("Bulck", "Jan"),),
            "container_title": "The International Encyclopedia of Media Psychology",
            "publisher": "Wiley",
            "isbn": "9781119011071",
            "edition": "1",
            "issued": "2020-09-09",
            "page": "1-9",
            "language": "en",
            "doi": "10.1002/9781119011071.iemp0172",
        },
    ),
]


@pytest.mark.parametrize(("work", "values"), REAL, ids=[v["doi"] for _, v in REAL])
def test_real_works(work: str, values: dict[str, Any]) -> None:
    record = one(work)
    values = values | {"id": values["doi"], "url": f"https://a.org/{values['doi']}"}
    for attribute, value in values.items():
        found = getattr(record, attribute)
        found = found.raw if attribute == "issued" and found else found
        assert found == value, attribute
    assert record.present <= {"raw", "provenance", "type_as_read", *values}
    texts = [" ".join(text.split()) for text in re.findall(r">([^<>]*\S[^<>]*)<", work)]
    held = " ".join(" ".join(str(field.value).split()) for field in record.raw)
    assert all(text in held for text in texts)


BODY = "<titles><title>T</title></titles>"
VALUES = [
    # a work, attribute, what is read, why
    (f"<journal><journal_article>{BODY}<pages><first_page>1</first_page></pages></journal_article>"
     "</journal>", "page", "1", "one page"),
    ("<journal><journal_article><titles><title>論文</title><title>A paper</title></titles>"
     "</journal_article></journal>", "parallel.title", "A paper", "two titles in two scripts"),
    ("<journal><journal_article><titles><title>A</title><original_language_title language='ru'>Б"
     "</original_language_title></titles></journal_article></journal>",
     "parallel.title", "Б", "the original title"),
    ("<journal><journal_metadata><full_title>情報管理</full_title>"
     f"<full_title>Joho Kanri</full_title></journal_metadata><journal_article>{BODY}"
     "</journal_article></journal>",
     "parallel.container_title", "Joho Kanri", "a journal in two scripts"),
    ("<journal><journal_article><titles><title><i>E. coli</i></title></titles></journal_article>"
     "</journal>", "title", "E. coli", "all of it in markup"),
    (f"<journal><journal_article>{BODY}<publisher_item><item_number item_number_type="
     "'article_number'>e7</item_number></publisher_item></journal_article></journal>",
     "number", "e7", "an article number"),
    (f"<peer_review><contributors>{person('Doe', 'A.', 'reviewer')}</contributors></peer_review>",
     "author", (Name("Doe", "A."),), "a reviewer writes the review"),
    ("<peer_review><contributors><anonymous contributor_role='reviewer'/></contributors>"
     f"{BODY}</peer_review>", "author", (), "nobody"),
    ("<report-paper><report-paper_metadata><contributors><organization contributor_role='author'>"
     "WHO</organization></contributors></report-paper_metadata></report-paper>",
     "author", (Name(literal="WHO"),), "a body"),
    ("<report-paper><report-paper_metadata><publisher_item><item_number>TR-1</item_number>"
     "</publisher_item></report-paper_metadata></report-paper>", "number", "TR-1", "of a report"),
    (f"<book book_type='monograph'><book_series_metadata><series_metadata><titles><title>LNCS"
     f"</title></titles></series_metadata>{BODY}</book_series_metadata></book>",
     "collection_title", "LNCS", "a book in a series"),
    (f"<book><book_series_metadata><series_metadata><titles><title>LNCS</title></titles>"
     f"</series_metadata>{BODY}</book_series_metadata><content_item component_type='chapter'>"
     "<titles><title>C</title></titles></content_item></book>",
     "collection_title", "LNCS", "a chapter of a book in a series"),
    (f"<book><book_metadata>{BODY}</book_metadata></book>", "type", "book", "a book alone"),
    ("<journal><journal_metadata><full_title>J</full_title></journal_metadata></journal>",
     "title", "J", "a journal alone"),
    (f"<standard><standard_metadata>{BODY}</standard_metadata></standard>", "type", "standard", ""),
    (f"<database><dataset>{BODY}</dataset></database>", "type", "dataset", ""),
    (f"<journal><journal_issue>{date('2001')}</journal_issue><journal_article>{BODY}"
     "</journal_article></journal>", "year", 2001, "the date of the issue"),
    ("<journal><journal_article><jats:abstract xmlns:jats='j' xml:lang='ja'><jats:p>要旨</jats:p>"
     "</jats:abstract><jats:abstract xmlns:jats='j' xml:lang='en'><jats:title>Abstract</jats:title>"
     "<jats:p>A</jats:p><jats:p>B</jats:p></jats:abstract></journal_article></journal>",
     "parallel.abstract", "A\nB", "an abstract in each of two languages"),
]  # fmt: skip


@pytest.mark.parametrize(("work", "attribute", "expected", "why"), VALUES)
def test_values(work: str, attribute: str, expected: Any, why: str) -> None:
    found: Any = one(work)
    for part in attribute.split("."):
        found = getattr(found, part)
    assert found == expected


def article(number: int) -> str:
    return (
        f"<journal_article><titles><title>T {number}</title></titles>"
        f"{doi(f'10.1/{number}')}</journal_article>"
    )


def deposit(*articles: str) -> str:
    return (
        '<?xml version="1.0"?>\n<doi_batch xmlns="http://www.crossref.org/schema/4.4.2">'
        "<head><doi_batch_id>b</doi_batch_id></head><body><journal>\n<journal_metadata>"
        "<full_title>J</full_title></journal_metadata>\n<journal_issue>"
        f"{date('2001')}</journal_issue>\n"
        + "\n".join(articles)
        + "\n</journal></body></doi_batch>"
    )


def test_a_deposit_holds_many_works() -> None:
    first, second = read(deposit(article(1), article(2)))
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    for number, record in enumerate((first, second), 1):
        assert (record.title, record.container_title) == (f"T {number}", "J")
        assert (record.year, record.provenance.record_number) == (2001, number)
        assert record.provenance.line == 4 + number
        assert record.field("container-title").line == 3  # type: ignore[union-attr]


def test_containers_without_works_are_works() -> None:
    metadata = f"<book_metadata><titles><title>B</title></titles>{doi('10.1/b')}</book_metadata>"
    chapter = "<content_item><titles><title>C</title></titles></content_item>"
    journal = "<journal><journal_metadata><full_title>J</full_title></journal_metadata></journal>"
    text = f"<doi_batch><body><book>{metadata}{chapter}</book>{journal}</body></doi_batch>"
    records = [record for record in read(text) if isinstance(record, Record)]
    assert [(r.title, r.type, r.container_title) for r in records] == [
        ("B", "book", ""),
        ("C", "chapter", "B"),
        ("J", "periodical", ""),
    ]


def test_a_broken_container_is_not_that_of_the_next() -> None:
    text = deposit(article(1)).replace("</journal></body>", "</journal>X</body>")
    second = f"<journal><journal_metadata><full_title>K</title></journal_metadata>{article(2)}"
    items = read(text.replace("X</body>", f"{second}</journal></body>"))
    assert [item.code for item in items if isinstance(item, Fault)] == ["COL006"]
    titles = [item.container_title for item in items if isinstance(item, Record)]
    assert titles == ["J", ""]


def damaged(text: str) -> Iterator[tuple[str, bytes]]:
    """The text of an element, broken."""
    raw = text.encode()
    half = len(raw) // 2
    yield "no end tag of a part", raw.replace(b"</title>", b"")
    yield "a wrong end tag", raw.replace(b"</title>", b"</titel>")
    yield "a broken attribute", raw.replace(b"<titles", b'<titles a="<', 1)
    yield "an attribute without quotes", raw.replace(b"<titles", b"<titles a=b", 1)
    yield "a bare &", raw.replace(b"T 2", b"T & 2")
    yield "a bare <", raw.replace(b"T 2", b"T < 2")
    yield "an unknown entity", raw.replace(b"T 2", b"T &nix; 2")
    yield "a control character", raw.replace(b"T 2", b"T \x01 2")
    yield "bytes of another charset", raw.replace(b"T 2", b"T \xe9\xff 2")
    yield "cut off in the middle", raw[:half]
    yield "no start tag", raw.partition(b">")[2]
    yield "no end tag", raw.rpartition(b"<")[0]
    yield "two tags in one", raw.replace(b"><", b"", 1)


@pytest.mark.parametrize("is_deposit", [True, False])
def test_a_broken_work_costs_no_neighbour(is_deposit: bool) -> None:
    whole = [article(i) if is_deposit else answer(article(i)).split("\n")[2] for i in (1, 2, 3)]
    for why, broken in damaged(whole[1]):
        marked = deposit(whole[0], "@", whole[2]) if is_deposit else "@"
        if not is_deposit:
            marked = "<doi_records>\n" + "\n".join([whole[0], "@", whole[2]]) + "\n</doi_records>"
        items = read(marked.encode().replace(b"@", broken))
        titles = [item.title for item in items if isinstance(item, Record)]
        lost = [item for item in items if isinstance(item, Fault) and item.code == "COL002"]
        assert (titles[0], titles[-1]) == ("T 1", "T 3"), why
        assert len(titles) + len(lost) == 3, why
        numbers = [i.provenance.record_number for i in items if isinstance(i, Record)]
        assert numbers[-1] == 3, why


HOSTILE = [
    '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE a [<!ENTITY a "b"><!ENTITY e "&a;&a;&a;&a;">]>',
    '<!DOCTYPE a SYSTEM "http://localhost:1/a.dtd">',
]


@pytest.mark.parametrize("doctype", HOSTILE)
def test_no_entity_is_resolved(doctype: str) -> None:
    text = doctype + answer(article(1).replace("T 1", "&e;")).partition("\n")[2]
    for item in read(text):
        assert "root:" not in str(item)


@given(st.binary(max_size=80), st.integers(0, 900), st.integers(0, 80))
def test_any_damage_is_survived(junk: bytes, at: int, gone: int) -> None:
    data = deposit(article(1), article(2)).encode()
    with suppress(UnreadableError):
        read(data[:at] + junk + data[at + gone :])


def test_an_answer_without_a_work() -> None:
    (fault,) = read("<doi_records><doi_record><crossref><error>x</error></crossref></doi_record>")
    assert isinstance(fault, Fault)
    assert (fault.code, fault.template) == ("COL002", "a record without a work")


KINDS = [
    (answer(article(1)), "crossref-xml", "an answer"),
    (deposit(article(1)), "crossref-xml", "a deposit"),
    (
        '<crossref_result xmlns="http://www.crossref.org/qrschema/3.0"><query_result><body><query>'
        "<doi_record/></query></body></query_result></crossref_result>",
        "crossref-xml",
        "UNIXSD",
    ),
    ("<journal><title>A</title></journal>", "", "some journal"),
]


@pytest.mark.parametrize(("text", "form", "why"), KINDS)
def test_it_is_recognised(text: str, form: str, why: str) -> None:
    assert detect.by_bytes(text.encode()) == form


def test_every_element_stands_on_its_page() -> None:
    page = (Path(__file__).parents[2] / "docs/formats/crossref.md").read_text("utf-8")
    words = {*crossref_xml.WORKS, *crossref_xml.CONTAINERS, *crossref_xml.ELEMENTS}
    assert {word for word in words if f"`{word}`" not in page} == set()


@pytest.mark.parametrize(
    "path", sorted((SHARED / "data/formats/crossrefxml").glob("*.xml")), ids=lambda path: path.name
)
class TestRealFiles:
    pytestmark = needs_shared

    def test_every_work_is_read(self, path: Path) -> None:
        faults: list[Fault] = []
        records = list(validator.read(path, on_fault=faults.append))
        assert not faults
        assert len(records) == path.read_bytes().count(b"<doi_record ")
        assert all(record.doi and record.type and record.issued for record in records)
