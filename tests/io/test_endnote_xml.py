"""EndNote XML: its reader, and its writer by what is read again."""

from __future__ import annotations

from typing import Any

import pytest
from shared import SHARED, needs_shared
from xml_files import differences, named_on_page, one, opened, read, shared_files

from validator.finding import Fault
from validator.io import read_text
from validator.io.write import unheld, writer
from validator.io.write.endnote_xml import PATHS
from validator.io.xml.endnote_xml import TAGS
from validator.record import Field, Name, Provenance, Record


def record(inside: str, kind: str = '<ref-type name="Journal Article">17</ref-type>') -> str:
    return f"<xml>\n<records><record>{kind}{inside}</record>\n</records></xml>"


def people(role: str, *names: str) -> str:
    inside = "".join(f"<author>{name}</author>" for name in names)
    return f"<contributors><{role}>{inside}</{role}></contributors>"


BOOK = '<ref-type name="Book">6</ref-type>'
SECTION = '<ref-type name="Book Section">5</ref-type>'
ELEMENTS = [
    (
        ("<titles><title>A title</title></titles>"),
        "",
        {"title": "A title", "type": "article-journal"},
    ),
    (
        "<titles><title><style>On </style><style face='italic'>E. coli</style></title></titles>",
        "",
        {"title": "On E. coli"},
    ),
    (
        "<titles><title>題名</title><translated-title>A title</translated-title></titles>",
        "",
        {"title": "題名", "parallel.title": "A title"},
    ),
    (
        people("authors", "Smith, John", "王小明", "WHO,"),
        "",
        {"author": "Smith, John; 王小明; WHO"},
    ),
    (people("authors", "<style>Müller, J.</style>"), "", {"author": "Müller, J."}),
    (
        people("secondary-authors", "Ek, A.") + people("subsidiary-authors", "Vu, B."),
        SECTION,
        {"editor": "Ek, A.", "translator": "Vu, B.", "type": "chapter"},
    ),
    (
        "<titles><secondary-title>Br J Cancer</secondary-title></titles>"
        "<periodical><full-title>British Journal of Cancer</full-title><abbr-1>Br J "
        "Cancer</abbr-1></periodical>",
        "",
        {"container_title": "British Journal of Cancer", "container_title_short": "Br J Cancer"},
    ),
    ("<titles><secondary-title>Наука</secondary-title></titles>", "", {"container_title": "Наука"}),
    (
        ("<titles><secondary-title>A series</secondary-title></titles>"),
        BOOK,
        {"collection_title": "A series"},
    ),
    (
        (
            "<titles><secondary-title>Whole</secondary-title>"
            "<tertiary-title>Row</tertiary-title></titles>"
        ),
        SECTION,
        {"container_title": "Whole", "collection_title": "Row"},
    ),
    (
        ("<dates><year>2015</year><pub-dates><date>Mar 3</date></pub-dates></dates>"),
        "",
        {"issued": "2015 Mar 3"},
    ),
    ("<dates><year>2015</year></dates>", "", {"issued": "2015"}),
    (
        ("<volume>1</volume><number>2</number><pages>3-9</pages>"),
        "",
        {"volume": "1", "issue": "2", "page": "3-9"},
    ),
    (
        "<isbn>1532-1827 (Electronic)&#xD;0007-0920 (Linking)</isbn>",
        "",
        {"issn": "1532-1827 (Electronic); 0007-0920 (Linking)"},
    ),
    (
        ("<isbn>978-0-88192-911-9</isbn><edition>2</edition>"),
        BOOK,
        {"isbn": "978-0-88192-911-9", "edition": "2"},
    ),
    ("<electronic-resource-num>10.1/a</electronic-resource-num>", "", {"doi": "10.1/a"}),
    (
        "<keywords><keyword>Aged, 80 and over</keyword><keyword>鳥</keyword></keywords>",
        "",
        {"keyword": "Aged, 80 and over; 鳥"},
    ),
    ("<keywords><keyword>a, b, c</keyword></keywords>", "", {"keyword": "a; b; c"}),  # all in one
    ("<keywords><keyword>甲；乙</keyword></keywords>", "", {"keyword": "甲; 乙"}),
    (
        ("<abstract>One.&#xD;&#xD;Two.</abstract><notes>n</notes>"),
        "",
        {"abstract": "One.\nTwo.", "note": "n"},
    ),
    (
        "<auth-address>Univ. of X,&#xD;Town.&#xD;Y Institute.</auth-address>",
        "",
        {"affiliation": "Univ. of X, Town.; Y Institute."},
    ),  # lines that PubMed has broken
    ("<rec-number>7</rec-number>", "", {"id": "7"}),
    ("<rec-number>7</rec-number><label>smith</label>", "", {"id": "smith"}),
    ("<label>B1</label>", '<ref-type name="Report">27</ref-type>', {"id": "B1", "type": "report"}),
    (
        "<accession-num>123</accession-num><remote-database-name>PubMed</remote-database-name>",
        "",
        {"pmid": "123"},
    ),
    (
        "<accession-num>123</accession-num><remote-database-name>X</remote-database-name>",
        "",
        {"pmid": ""},
    ),
    ("<custom2>PMC12</custom2>", "", {"pmcid": "PMC12"}),
    (
        "<urls><related-urls><url>http://a.b</url></related-urls><pdf-urls><url>x.pdf</url>"
        "</pdf-urls></urls>",
        "",
        {"url": "http://a.b"},
    ),
    (
        "<language>chi</language><work-type>Review</work-type>",
        "",
        {"language": "chi", "genre": "Review"},
    ),
    (
        "<publisher>P</publisher><pub-location>L</pub-location>",
        BOOK,
        {"publisher": "P", "publisher_place": "L"},
    ),
    (
        "<isbn>WO2011US30214</isbn>",
        '<ref-type name="Patent">25</ref-type>',
        {"number": "WO2011US30214", "type": "patent"},
    ),
    ("<notes>original-title: 題名</notes>", "", {"parallel.title": "題名"}),  # a line of our own
    (
        "<volume/>",
        "<ref-type>47</ref-type><label>a</label>",
        {"type": "paper-conference"},
    ),  # the number alone
    ("<label>a</label>", '<ref-type name="期刊文章">17</ref-type>', {"type": "article-journal"}),
    ("<label>a</label>", '<ref-type name="Thesis">99</ref-type>', {"type": "thesis"}),
    ("<label>a</label>", "<ref-type>Web Page</ref-type>", {"type": "webpage"}),
]


@pytest.mark.parametrize(("inside", "kind", "expected"), ELEMENTS)
def test_elements(inside: str, kind: str, expected: dict[str, Any]) -> None:
    text = record(inside, kind) if kind else record(inside)
    assert differences(one(text, "endnote-xml"), expected) == {}


def test_every_field_is_kept_with_its_line() -> None:
    found = one(record("<label>a</label>\n<database name='x'>My.enl</database>"), "endnote-xml")
    assert [(f.name, f.value, f.variable, f.line, f.start) for f in found.raw] == [
        ("ref-type", "Journal Article", "type", 2, None),
        ("label", "a", "id", 2, None),
        ("database", "My.enl", "", 3, None),
    ]


DAMAGE = [
    ("</title>", "", True),
    ("</title>", "</titel>", True),
    ("<title>", "<title a=b>", True),
    ("</record>", "", True),
    ("<record>", "", True),
    ("</style>", "", True),
    ("Wort", "&Uuml; & <5", False),
    ("Wort", "\x02", False),
    ("<record>", "junk<record>", False),
    ("Wort", "<![CDATA[", True),
]


@pytest.mark.parametrize(("old", "new", "is_lost"), DAMAGE)
def test_damage_costs_no_neighbour(old: str, new: str, is_lost: bool) -> None:
    whole = (
        '<record><ref-type name="Book">6</ref-type><titles><title><style>Wort</style></title>'
        "</titles><label>{}</label></record>\n"
    )
    hurt = whole.format("b").replace(old, new)
    text = f"<xml><records>\n{whole.format('a')}{hurt}{whole.format('c')}</records></xml>"
    found = read(text, "endnote-xml")
    records = [item.id for item in found if isinstance(item, Record)]
    broken = [item.line for item in found if isinstance(item, Fault) and item.code == "COL002"]
    assert (records, broken) == ((["a", "c"], [3]) if is_lost else (["a", "b", "c"], []))


FULL = Record(
    id="k1",
    type="article-journal",
    title="A & B < C",
    author=(Name("Smith", "John"), Name(literal="World Health Organization")),
    container_title="Журнал",
    volume="1",
    keyword=("one, two", "三"),
    abstract="First.\nSecond.",
    note="A note",
    arxiv="2101.00001",
    raw=(Field("database", "My.enl", "", 1), Field("tertiary-authors", "Ek, A.", "", 1)),
    provenance=Provenance(format="endnote-xml"),
)


def test_what_is_written() -> None:
    writing = writer("endnote-xml")
    text = writing.head() + writing.record(FULL, first=True) + writing.tail()
    assert "<title>A &amp; B &lt; C</title>" in text
    assert '<ref-type name="Journal Article">17</ref-type>' in text
    assert "<abstract>First.&#xD;Second.</abstract>" in text
    assert "<notes>A note&#xD;arXiv: 2101.00001</notes>" in text
    assert "<database>My.enl</database>" in text  # fields of the same format stay fields
    assert "<tertiary-authors>\n      <author>Ek, A.</author>" in text
    assert unheld(FULL, "endnote-xml") == ("arxiv",)
    (again,) = read_text(text, "endnote-xml")
    assert isinstance(again, Record)
    assert again.arxiv == "2101.00001"


def test_the_manual_names_what_is_read() -> None:
    assert (
        named_on_page("endnote-xml", tuple({tag for tags in TAGS.values() for tag in tags})) == []
    )
    assert {tag for tags in TAGS.values() for tag in tags} - set(PATHS) <= ONLY_READ


ONLY_READ = {"issue", "research-notes", "web-urls", "custom3", "custom4", "custom7"}


class TestShared:
    pytestmark = needs_shared

    @pytest.mark.parametrize("path", shared_files("endnotexml"), ids=lambda path: path.name)
    def test_every_record_is_read(self, path: Any) -> None:
        found = list(opened(path))
        assert len(found) == path.read_text(encoding="utf-8").count("</record>")
        assert all(isinstance(item, Record) for item in found)

    READ = {
        ("jabref_EndnoteXmlImporterTestArticle.xml", 0): {
            "title": (
                "Trends in the lifetime risk of developing cancer in Great Britain: "
                "comparison of risk for those born from 1930 to 1960"
            ),
            "author": "Ahmad, AS; Ormiston-Smith, N; Sasieni, PD",
            "container_title": "Br J Cancer",
            "volume": "112",
            "issue": "5",
            "page": "943-7",
            "issued": "2015 Mar 3",
            "pmid": "25647015",
            "doi": "10.1038/bjc.2014.606",
            "issn": "1532-1827 (Electronic); 0007-0920 (Linking)",
            "url": "http://www.ncbi.nlm.nih.gov/pubmed/25647015",
            "abstract": "test abstract",
            "note": "some notes",
            "id": "2954",
            "type": "article-journal",
        },
        ("jabref_EndnoteXmlImporterTestReport.xml", 0): {
            "title": "Purple Martin (Progne subis): a technical conservation assessment",
            "id": "B1040",
            "author": "Wiggins, D. A.",
            "type": "report",
            "issued": "2005",
            "publisher": "USDA Forest Service, Rocky Mountain Region",
        },
        ("jabref_EndnoteXmlImporterTest_EmptyKeywordStyle.xml", 0): {
            "title": "Painless Laser Acupuncture for Smoking Cessation.",
            "author": "Lim, RCH",
            "container_title": "Med Acupunct",
            "volume": "30",
            "issue": "3",
            "page": "159-162",
            "issued": "2018 Jun 01",
            "doi": "10.1089/acu.2018.1295",
            "pmcid": "PMC6011367",
            "keyword": "anxiety; craving; dependency; destress; health restoration",
            "pmid": "29937971",
        },
        ("zotero_Endnote_XML_0.xml", 5): {
            "title": (
                "Firms and the welfare state: When, why, and how does social policy "
                "matter to employers?"
            ),
            "author": "Mares, Isabela",
            "editor": "Hall, Peter A; Soskice, David",
            "type": "chapter",
            "container_title": (
                "Varieties of capitalism. The institutional foundations of comparative advantage"
            ),
            "publisher": "Oxford University Press",
            "publisher_place": "New York",
            "page": "184-213",
            "issued": "2001",
        },
        ("zotero_Endnote_XML_0.xml", 1): {
            "title": "Planting green roofs and living walls",
            "author": "Dunnett, Nigel; Kingsbury, Noël",
            "publisher": "Timber Press",
            "publisher_place": "Portland, OR",
            "issued": "2008",
            "edition": "2",
            "isbn": "0881929115",
            "type": "book",
            "container_title": "",
        },
    }

    @pytest.mark.parametrize(("place", "expected"), READ.items())
    def test_five_read_by_eye(self, place: tuple[str, int], expected: dict[str, Any]) -> None:
        name, number = place
        found = [
            i for i in opened(SHARED / "data/formats/endnotexml" / name) if isinstance(i, Record)
        ]
        assert differences(found[number], expected) == {}
