"""PubMed XML: articles and books, every element that fills a variable."""

from __future__ import annotations

from typing import Any

import pytest
from shared import SHARED, needs_shared
from xml_files import differences, named_on_page, one, opened, read, shared_files

from validator.finding import Fault
from validator.io.xml.pubmed_xml import MAPPED
from validator.record import Record


def article(inside: str = "", citation: str = "", data: str = "") -> str:
    return (
        "<PubmedArticleSet>\n<PubmedArticle><MedlineCitation>"
        f'<PMID Version="1">1</PMID><Article>{inside}</Article>{citation}</MedlineCitation>'
        f"<PubmedData>{data}</PubmedData></PubmedArticle>\n</PubmedArticleSet>\n"
    )


def author(inside: str) -> str:
    return f"<AuthorList><Author>{inside}</Author></AuthorList>"


def dated(inside: str) -> str:
    return f"<Journal><JournalIssue><PubDate>{inside}</PubDate></JournalIssue></Journal>"


def types(*words: str) -> str:
    inside = "".join(f"<PublicationType>{word}</PublicationType>" for word in words)
    return f"<PublicationTypeList>{inside}</PublicationTypeList>"


ELEMENTS = [
    ("<ArticleTitle>A title.</ArticleTitle>", {"title": "A title", "id": "1", "pmid": "1"}),
    ("<ArticleTitle>Why?</ArticleTitle>", {"title": "Why?"}),
    ("<ArticleTitle>Care in the U.S.</ArticleTitle>", {"title": "Care in the U.S."}),
    ("<ArticleTitle>And so on...</ArticleTitle>", {"title": "And so on..."}),
    (
        "<ArticleTitle>H<sub>2</sub>O and\n <i>E. coli</i>.</ArticleTitle>",
        {"title": "H2O and E. coli"},  # markup goes, text stays, a line end is a blank
    ),
    ("<ArticleTitle>[Health in China].</ArticleTitle>", {"title": "Health in China"}),
    ("<ArticleTitle>[Sic] and [sic].</ArticleTitle>", {"title": "[Sic] and [sic]"}),
    (
        "<ArticleTitle>[Health in China].</ArticleTitle>"
        "<VernacularTitle>中国的健康.</VernacularTitle>",
        {"title": "Health in China", "parallel.title": "中国的健康"},
    ),
    (
        "<ArticleTitle>[Not Available].</ArticleTitle><VernacularTitle>Étude.</VernacularTitle>",
        {"title": "Étude", "parallel.title": ""},  # nobody translated it
    ),
    (
        author("<LastName>Ó Sé</LastName><ForeName>Dara B</ForeName><Initials>DB</Initials>"),
        {"author": "Ó Sé, Dara B"},
    ),
    (author("<LastName>毛</LastName><Initials>T</Initials>"), {"author": "毛, T"}),
    (
        author("<LastName>King</LastName><ForeName>M L</ForeName><Suffix>Jr</Suffix>"),
        {"author": "King, Jr, M L"},
    ),
    (author("<CollectiveName>WHO Group</CollectiveName>"), {"author": "WHO Group"}),
    (author("<LastName>Sukarno</LastName>"), {"author": "Sukarno"}),
    (
        '<AuthorList Type="editors"><Author><LastName>Ek</LastName></Author></AuthorList>',
        {"author": "", "editor": "Ek"},
    ),
    (author("<Initials/>"), {"author": ""}),
    (dated("<Year>2016</Year><Month>May</Month><Day>07</Day>"), {"issued": "2016 May 07"}),
    (dated("<Year>2016</Year><Month>05</Month>"), {"issued": "2016-05"}),
    (dated("<Year>2016</Year><Season>Spring</Season>"), {"issued": "2016 Spring"}),
    (dated("<MedlineDate>1998 Dec-1999 Jan</MedlineDate>"), {"issued": "1998 Dec-1999 Jan"}),
    (
        "<ArticleDate><Year>2019</Year><Month>03</Month><Day>05</Day></ArticleDate>",
        {"issued": "2019-03-05"},
    ),
    (
        dated("<Year>2020</Year>") + "<ArticleDate><Year>2019</Year></ArticleDate>",
        {"issued": "2020"},  # the issue counts
    ),
    (
        '<Journal><ISSN IssnType="Print">0028-0836</ISSN><JournalIssue><Volume>13</Volume>'
        "<Issue>2</Issue>"
        "</JournalIssue><Title>Наука</Title><ISOAbbreviation>Nauka</ISOAbbreviation></Journal>",
        {
            "issn": "0028-0836",
            "volume": "13",
            "issue": "2",
            "container_title": "Наука",
            "container_title_short": "Nauka",
            "type": "article-journal",
        },
    ),
    ("<Pagination><MedlinePgn>123-8</MedlinePgn></Pagination>", {"page": "123-8"}),
    (
        "<Pagination><StartPage>1</StartPage><EndPage>9</EndPage><MedlinePgn>1-9</MedlinePgn>"
        "</Pagination>",
        {"page": "1-9"},
    ),
    (
        "<Pagination><StartPage>25</StartPage><EndPage>138</EndPage></Pagination>",
        {"page": "25-138"},
    ),
    ("<Pagination><StartPage>25</StartPage></Pagination>", {"page": "25"}),
    (
        '<ELocationID EIdType="pii">e1234</ELocationID><ELocationID '
        'EIdType="doi">10.1/a</ELocationID>',
        {"doi": "10.1/a", "number": "e1234"},
    ),
    ('<ELocationID EIdType="pii">S0140-6736(20)30183-5</ELocationID>', {"number": ""}),
    ('<ELocationID EIdType="doi" ValidYN="N">10.1/x</ELocationID>', {"doi": ""}),
    (
        '<Abstract><AbstractText Label="AIM">To see.</AbstractText><AbstractText>We '
        "saw.</AbstractText>"
        "<CopyrightInformation>© X</CopyrightInformation></Abstract>",
        {"abstract": "AIM: To see. We saw."},
    ),
    ("<Language>eng</Language><Language>fre</Language>", {"language": "eng; fre"}),
    (
        types("Journal Article", "Review"),
        {"type": "article-journal", "type_as_read": "Journal Article", "type_is_inferred": False},
    ),
    (
        types("Review"),
        {"type": "article-journal", "type_as_read": "Review", "type_is_inferred": True},
    ),
    (types("Journal Article", "Preprint"), {"type": "article", "type_as_read": "Preprint"}),
    (types("Congress"), {"type": "paper-conference"}),
    (types("Congress", "Journal Article"), {"type": "article-journal"}),
]


@pytest.mark.parametrize(("inside", "expected"), ELEMENTS)
def test_elements_of_an_article(inside: str, expected: dict[str, Any]) -> None:
    assert differences(one(article(inside), "pubmed-xml"), expected) == {}


BESIDE = [
    (
        "<KeywordList><Keyword>birds</Keyword><Keyword>鳥</Keyword></KeywordList>",
        "",
        {"keyword": "birds; 鳥"},
    ),
    (
        "<MeshHeadingList><MeshHeading><DescriptorName>Asthma</DescriptorName>"
        "<QualifierName>diagnosis"
        "</QualifierName><QualifierName>therapy</QualifierName></MeshHeading></MeshHeadingList>",
        "",
        {"index_keyword": "Asthma/diagnosis/therapy", "keyword": ""},
    ),
    (
        '<OtherAbstract Type="Publisher" Language="spa"><AbstractText>Resumen.</AbstractText>'
        "</OtherAbstract>",
        "",
        {"abstract": "", "parallel.abstract": "Resumen.", "parallel.language": "spa"},
    ),
    (
        '<OtherAbstract Type="plain-language-summary" Language="eng">'
        "<AbstractText>Simply.</AbstractText></OtherAbstract>",
        "",
        {"parallel.abstract": ""},
    ),
    (
        "<MedlineJournalInfo><MedlineTA>Nauka</MedlineTA><ISSNLinking>0006-2944</ISSNLinking>"
        "</MedlineJournalInfo>",
        "",
        {"issn": "0006-2944"},
    ),
    (
        "",
        '<ArticleIdList><ArticleId IdType="doi">10.1/b</ArticleId><ArticleId '
        'IdType="pmc">PMC7</ArticleId>'
        "</ArticleIdList><ReferenceList><Reference><ArticleIdList><ArticleId "
        'IdType="doi">10.9/other</ArticleId>'
        "</ArticleIdList></Reference></ReferenceList>",
        {"doi": "10.1/b", "pmcid": "PMC7"},  # those of the references are others'
    ),
    (
        "<CommentsCorrectionsList><CommentsCorrections><PMID>99</PMID></CommentsCorrections>"
        "</CommentsCorrectionsList>",
        "",
        {"pmid": "1"},
    ),
]


@pytest.mark.parametrize(("citation", "data", "expected"), BESIDE)
def test_elements_beside_the_article(citation: str, data: str, expected: dict[str, Any]) -> None:
    assert differences(one(article("", citation, data), "pubmed-xml"), expected) == {}


BOOK = (
    "<PubmedBookArticle><BookDocument><PMID>2</PMID><Book><Publisher>"
    "<PublisherName>NICE</PublisherName>"
    "<PublisherLocation>London</PublisherLocation></Publisher><BookTitle>Arthritis</BookTitle>"
    "<PubDate><Year>2009</Year><Month>02</Month></PubDate>"
    "<AuthorList Type='authors'><Author><CollectiveName>Centre</CollectiveName></Author>"
    "</AuthorList>"
    "<AuthorList Type='editors'><Author><LastName>Ek</LastName></Author></AuthorList>"
    "<CollectionTitle>Guidance</CollectionTitle><Isbn>9781860163593</Isbn>"
    "</Book>{}</BookDocument></PubmedBookArticle>"
)


def test_a_book_and_its_chapter() -> None:
    whole = {
        "type": "book",
        "title": "Arthritis",
        "publisher": "NICE",
        "publisher_place": "London",
        "author": "Centre",
        "editor": "Ek",
        "collection_title": "Guidance",
        "isbn": "9781860163593",
        "issued": "2009-02",
    }
    assert differences(one(BOOK.format(""), "pubmed-xml"), whole) == {}
    chapter = (
        "<ArticleTitle>Pain</ArticleTitle><AuthorList><Author><LastName>Li</LastName>"
        "</Author></AuthorList>"
    )
    part = {"type": "chapter", "title": "Pain", "container_title": "Arthritis", "author": "Li"}
    assert differences(one(BOOK.format(chapter), "pubmed-xml"), part) == {}


def test_names_have_orcid_and_institutions() -> None:
    inside = (
        "<LastName>Wu</LastName><ForeName>Bin</ForeName><Identifier "
        "Source='ORCID'>0000-0002-1825-0097"
        "</Identifier><AffiliationInfo><Affiliation>复旦大学</Affiliation></AffiliationInfo>"
        "<AffiliationInfo><Affiliation>NTU.</Affiliation></AffiliationInfo>"
    )
    (name,) = one(article(author(inside)), "pubmed-xml").author
    assert (name.orcid, name.affiliation) == ("0000-0002-1825-0097", ("复旦大学", "NTU."))


def test_every_field_is_kept_with_its_line() -> None:
    text = article(
        "<Language>eng</Language>\n<GrantList><Grant><GrantID>R01</GrantID><Agency>NIH</Agency>"
        "</Grant></GrantList>"
    )
    record = one(text, "pubmed-xml")
    assert [(f.name, f.value, f.variable, f.line) for f in record.raw] == [
        ("PMID", "1", "PMID", 2),
        ("Language", "eng", "language", 2),
        ("Grant", "R01 NIH", "", 3),
    ]
    assert record.provenance.source == "PubMed"


def test_a_record_without_elements_is_a_fault() -> None:
    text = "<PubmedArticleSet>\n<PubmedArticle>wrong</PubmedArticle>\n</PubmedArticleSet>"
    (fault,) = read(text, "pubmed-xml")
    assert isinstance(fault, Fault)
    assert (fault.code, fault.line) == ("COL002", 2)
    assert "wrong" in fault.raw


def test_citations_alone() -> None:
    text = "<MedlineCitationSet><MedlineCitation><PMID>1</PMID></MedlineCitation><MedlineCitation>"
    text += "<PMID>2</PMID></MedlineCitation></MedlineCitationSet>"
    assert [item.id for item in read(text, "pubmed-xml") if isinstance(item, Record)] == ["1", "2"]


DAMAGE = [
    ("</Title>", "", True),  # an element is not closed
    ("</Title>", "</Titel>", True),
    ("<Title>", "<Title a=b>", True),
    ("<Title>", '<Title a="b>', True),
    ("</PubmedArticle>", "", True),
    ("<PubmedArticle>", "", True),
    ("Nature", "A & B <5 &auml;", False),
    ("Nature", "\x0b\x01", False),
    ("Nature", "&#2;", False),
    ("Nature", "]]>", True),
    ("<PubmedArticle>", "junk <PubmedArticle>", False),
    ("<Title>", "<!-- <Title>", True),
]


@pytest.mark.parametrize(("old", "new", "is_lost"), DAMAGE)
def test_damage_costs_no_neighbour(old: str, new: str, is_lost: bool) -> None:
    whole = (
        "<PubmedArticle><MedlineCitation><PMID>{}</PMID><Article><Journal>"
        "<Title>Nature</Title></Journal></Article></MedlineCitation></PubmedArticle>\n"
    )
    hurt = whole.format(2).replace(old, new)
    text = f"<PubmedArticleSet>\n{whole.format(1)}{hurt}{whole.format(3)}</PubmedArticleSet>"
    found = read(text, "pubmed-xml")
    records = [item.id for item in found if isinstance(item, Record)]
    broken = [item.line for item in found if isinstance(item, Fault) and item.code == "COL002"]
    assert (records, broken) == (["1", "3"], [3]) if is_lost else (["1", "2", "3"], [])


def test_the_manual_names_what_is_read() -> None:
    assert named_on_page("pubmed-xml", MAPPED) == []


class TestShared:
    pytestmark = needs_shared

    @pytest.mark.parametrize("path", shared_files("pubmedxml"), ids=lambda path: path.name)
    def test_every_record_is_read_or_reported(self, path: Any) -> None:
        found = list(opened(path))
        declared = path.read_text(encoding="utf-8").count("<PubmedArticle>")
        declared += path.read_text(encoding="utf-8").count("<PubmedBookArticle>")
        lost = [i for i in found if isinstance(i, Fault) and i.code == "COL002"]
        records = [i for i in found if isinstance(i, Record)]
        assert len(records) + len(lost) == declared
        assert len(lost) == path.name.count("Malformed")

    READ = {
        ("zotero_PubMed_XML_3.xml", 0): {
            "title": "Zotero: harnessing the power of a personal bibliographic manager",
            "author": "Coar, Jaekea T; Sewell, Jeanne P",
            "container_title": "Nurse educator",
            "volume": "35",
            "issue": "5",
            "page": "205-7",
            "issued": "2010 Sep-Oct",
            "pmid": "20729678",
            "doi": "10.1097/NNE.0b013e3181ed81e4",
            "issn": "1538-9855; 0363-3624",
            "language": "eng",
            "index_keyword": "Bibliographies as Topic; Database Management Systems; Humans",
            "type": "article-journal",
            "pmcid": "",
            "keyword": "",
        },
        ("zotero_PubMed_XML_10.xml", 0): {
            "title": "Neuronal Connectivity as a Determinant of Cell Types and Subtypes",
            "type": "article",
            "pmid": "37398060",
            "pmcid": "PMC10312949",
            "doi": "10.21203/rs.3.rs-2960606/v1",
            "container_title": "Research square",
            "container_title_short": "Res Sq",
            "issued": "2023 Jun 14",
            "issn": "2693-5015",
            "volume": "",
            "issue": "",
            "page": "",
            "number": "",
        },
        ("zotero_PubMed_XML_0.xml", 1): {
            "title": "Site selectivity of platinum anticancer therapeutics",
            "page": "110-2",
            "volume": "4",
            "issue": "2",
            "issued": "2008 Feb",
            "author": "Wu, Bin; Dröge, Peter; Davey, Curt A",
            "issn": "1552-4469; 1552-4450",
            "doi": "10.1038/nchembio.2007.58",
            "pmid": "18157123",
        },
        ("jabref_MedlineImporterTestKeywordSingleEntry.xml", 0): {
            "title": "Formate assay in body fluids: application in methanol poisoning",
            "pmid": "1",
            "container_title": "Biochemical medicine",
            "issn": "0006-2944",
            "volume": "13",
            "issue": "2",
            "page": "25-138",
            "issued": "1999 Spring",
            "keyword": "apnea syndrome; cardiovascular disease; self management",
        },
        ("jabref_MedlineImporterTestBookArticleSet.xml", 0): {
            "type": "chapter",
            "title": "Title for some article",
            "publisher_place": "London",
            "container_title": (
                "Rheumatoid Arthritis: National Clinical Guideline for Management and "
                "Treatment in Adults"
            ),
            "author": "National Collaborating Centre for Chronic Conditions (UK)",
            "issued": "2009-02",
            "isbn": "9781860163593",
            "doi": "10.3275/8949",
            "language": "eng",
            "number": "",
        },
    }

    @pytest.mark.parametrize(("place", "expected"), READ.items())
    def test_five_read_by_eye(self, place: tuple[str, int], expected: dict[str, Any]) -> None:
        name, number = place
        found = [
            i for i in opened(SHARED / "data/formats/pubmedxml" / name) if isinstance(i, Record)
        ]
        assert differences(found[number], expected) == {}
