"""Tables as databases export them: which columns they have, and what a row says."""

from __future__ import annotations

import csv
import io

import pytest
from tagged_exports import one, said

from validator.io.tables.columns import Columns

SCOPUS_NEW = {
    "Authors": "Smith J.; van der Berg A.",
    "Author full names": "Smith, John (57190001234); van der Berg, Ada (7004567890)",
    "Author(s) ID": "57190001234; 7004567890",
    "Title": "Things, and their parts",
    "Year": "2021",
    "Source title": "Journal of Things",
    "Volume": "12",
    "Issue": "3",
    "Art. No.": "e12",
    "Page start": "",
    "Page end": "",
    "Page count": "9",
    "Cited by": "7",
    "DOI": "10.1000/a",
    "Link": "https://www.scopus.com/inward/record.uri?eid=2-s2.0-85000000001",
    "Affiliations": "Institute of Things, Rome, Italy; University of Parts, Oslo, Norway",
    "Abstract": "About things.",
    "Author Keywords": "one; two",
    "Index Keywords": "Things; Parts",
    "Publisher": "Press",
    "ISSN": "00280836",
    "PubMed ID": "123",
    "Language of Original Document": "English",
    "Abbreviated Source Title": "J. Things",
    "Document Type": "Article",
    "Source": "Scopus",
    "EID": "2-s2.0-85000000001",
}
SCOPUS_SAYS = {
    "id": "2-s2.0-85000000001",
    "type": "article-journal",
    "title": "Things, and their parts",
    "author": "Smith, John; van der Berg, Ada",
    "container_title": "Journal of Things",
    "container_title_short": "J. Things",
    "issued": "2021",
    "volume": "12",
    "issue": "3",
    "number": "e12",
    "number_of_pages": "9",
    "doi": "10.1000/a",
    "pmid": "123",
    "issn": "00280836",
    "keyword": "one; two",
    "index_keyword": "Things; Parts",
    "affiliation": "Institute of Things, Rome, Italy; University of Parts, Oslo, Norway",
    "language": "English",
}
TABLES = [
    ("Scopus, since 2023", SCOPUS_NEW, SCOPUS_SAYS),
    (
        "Scopus, before",
        {k: v for k, v in SCOPUS_NEW.items() if k != "Author full names"}
        | {
            "Authors": "Smith J., Wit A.B.",
            "Document Type": "cp",
            "Page start": "5",
            "Page end": "9",
        },
        {"author": "Smith, J.; Wit, A.B.", "type": "paper-conference", "page": "5-9"},
    ),
    (
        "PubMed",
        {
            "PMID": "36216673",
            "Title": "Lichtenberg Figures",
            "Authors": "Manoubi SA, Shimi M.",
            "Citation": "Wilderness Environ Med. 2022 Oct 7.",
            "First Author": "Manoubi SA",
            "Journal/Book": "Wilderness Environ Med",
            "Publication Year": "2022",
            "Create Date": "2022/10/10",
            "PMCID": "PMC1",
            "NIHMS ID": "",
            "DOI": "10.1016/j.wem.2022.07.008",
        },
        {
            "pmid": "36216673",
            "pmcid": "PMC1",
            "container_title": "Wilderness Environ Med",
            "issued": "2022",
            "doi": "10.1016/j.wem.2022.07.008",
        },
    ),
    (
        "Web of Science, a workbook's columns",
        {
            "Publication Type": "S",
            "Authors": "Ito, K; Wit, A",
            "Author Full Names": "Ito, Ken; Wit, Ada",
            "Group Authors": "Tools Grp",
            "Article Title": "Things",
            "Source Title": "PROCEEDINGS OF THINGS",
            "Document Type": "Proceedings Paper",
            "ORCIDs": "Wit, Ada/0000-0002-1825-0097",
            "Publisher City": "PARIS",
            "Journal Abbreviation": "P THINGS",
            "Journal ISO Abbreviation": "P. Things",
            "Publication Date": "JUN 14",
            "Publication Year": "2006",
            "Start Page": "1",
            "End Page": "9",
            "UT (Unique WOS ID)": "WOS:1",
        },
        {
            "type": "paper-conference",
            "author": "Ito, Ken; Wit, Ada; Tools Grp",
            "publisher_place": "PARIS",
            "container_title_short": "P. Things",
            "issued": "2006-06-14",
            "page": "1-9",
            "id": "WOS:1",
        },
    ),
    (
        "IEEE Xplore",
        {
            "Document Title": "Things",
            "Authors": "J. Smith; A. Wit",
            "Author Affiliations": "Institute of Things, Rome, Italy",
            "Publication Title": "2019 Conference on Things (CT)",
            "Publication Year": "2019",
            "Start Page": "1",
            "End Page": "5",
            "ISBNs": "978-1-7281-0001-2",
            "DOI": "10.1109/CT.2019.1",
            "PDF Link": "https://ieeexplore.ieee.org/stamp/stamp.jsp?arnumber=1",
            "IEEE Terms": "Tools;Tables",
            "Document Identifier": "IEEE Conferences",
        },
        {
            "type": "paper-conference",
            "author": "Smith, J.; Wit, A.",
            "index_keyword": "Tools; Tables",
            "url": "https://ieeexplore.ieee.org/stamp/stamp.jsp?arnumber=1",
        },
    ),
    (
        "Dimensions",
        {
            "Rank": "1",
            "Publication ID": "pub.1000000001",
            "DOI": "10.1000/a",
            "Title": "Things",
            "Source title": "Journal of Things",
            "Anthology title": "",
            "MeSH terms": "One; Two",
            "Publication Date": "2020-03-01",
            "PubYear": "2020",
            "Pagination": "1-9",
            "Publication Type": "Article",
            "Authors": "Smith, John; Wit, Ada",
            "Authors Affiliations": "Smith, John (Rome); Wit, Ada (Oslo)",
            "Dimensions URL": "https://app.dimensions.ai/details/publication/pub.1000000001",
        },
        {
            "id": "pub.1000000001",
            "page": "1-9",
            "issued": "2020-03-01",
            "type": "article-journal",
            "affiliation": "Rome; Oslo",
        },
    ),
    (
        "Lens",
        {
            "Lens ID": "000-000-000-000-001",
            "Title": "Things",
            "Date Published": "2020-03-01",
            "Publication Year": "2020",
            "Publication Type": "journal article",
            "Source Title": "Journal of Things",
            "ISSNs": "00280836; 14764687",
            "Author/s": "John Smith; Ada Wit",
            "Issue Number": "3",
            "External URL": "https://example.org/1",
        },
        {"id": "000-000-000-000-001", "author": "Smith, John; Wit, Ada", "issue": "3"},
    ),
    (
        "ProQuest",
        {
            "Title": "Things",
            "Authors": "Smith, John; Wit, Ada",
            "documentType": "Journal Article",
            "pubtitle": "Journal of Things",
            "year": "2020",
            "vol": "12",
            "digitalObjectIdentifier": "10.1000/a",
            "identifierKeywords": "one; two",
            "publisherLocation": "Oslo",
            "Database": "ERIC",
        },
        {"container_title": "Journal of Things", "keyword": "one; two", "publisher_place": "Oslo"},
    ),
    (
        "EBSCO",
        {
            "Article Title": "Things",
            "Author": "Smith, John; Wit, Ada",
            "Journal Title": "Journal of Things",
            "Publication Date": "20200301",
            "First Page": "11",
            "Accession Number": "141",
            "Doctype": "Article",
            "Subjects": "ONE; TWO",
            "PLink": "https://search.ebscohost.com/login.aspx?direct=true&AN=141",
        },
        {"id": "141", "type": "article-journal", "index_keyword": "ONE; TWO", "page": "11"},
    ),
    (
        "Cochrane",
        {
            "Cochrane Library Record ID": "CN-1",
            "Title": "Things",
            "Author(s)": "Smith, J; Wit, A",
            "Source": "Journal of things",
            "Year": "2020",
            "Cochrane Review Group Code": "HS-HANDSRCH",
        },
        {"id": "CN-1", "container_title": "Journal of things"},
    ),
    (
        "Embase",
        {
            "Title": "Things",
            "Author names": "Smith J.; Wit A.",
            "Source title": "Journal of Things",
            "Publication year": "2020",
            "Publication type": "Article",
            "First page": "1",
            "Last page": "9",
            "Emtree medical index terms (Major Focus)": "thing; part",
            "Article language": "English",
            "Medline PMID": "12",
            "Full text link": "http://dx.doi.org/10.1000/a",
        },
        {"pmid": "12", "language": "English", "index_keyword": "thing; part", "page": "1-9"},
    ),
    (
        "KCI",
        {
            "논문ID": "ART001",
            "논문명": "메타데이터의 품질",
            "논문명(영문)": "The Quality of Metadata",
            "저자": "김민준; 이서연",
            "저자(영문)": "Kim, Minjun; Lee, Seoyeon",
            "학술지명": "한국도서관정보학회지",
            "발행기관": "한국도서관정보학회",
            "발행연도": "2020",
            "권": "51",
            "호": "3",
            "시작페이지": "1",
            "끝페이지": "20",
            "키워드": "메타데이터; 품질",
            "키워드(영문)": "metadata; quality",
        },
        {
            "id": "ART001",
            "author": "김민준; 이서연",
            "parallel.title": "The Quality of Metadata",
            "parallel.author": "Kim, Minjun; Lee, Seoyeon",
            "parallel.keyword": "metadata; quality",
            "publisher": "한국도서관정보학회",
            "page": "1-20",
        },
    ),
    (
        "RISS",
        {
            "제목": "메타데이터의 품질",
            "저자": "김민준",
            "학술지명": "한국도서관정보학회지",
            "발행연도": "2020",
            "자료형태": "학술논문",
            "수록면": "1-20",
            "작성언어": "Korean",
        },
        {"page": "1-20", "language": "Korean", "type": "article-journal"},
    ),
    (
        "DBpia",
        {
            "제목": "품질",
            "저자": "김민준",
            "발행처": "학회",
            "간행물명": "학회지",
            "발행년월": "2020.09",
        },
        {"publisher": "학회", "container_title": "학회지", "issued": "2020-09"},
    ),
    (
        "CiNii",
        {
            "論文名": "メタデータの品質",
            "著者名": "田中, 博; 鈴木, 花子",
            "雑誌名": "図書館学会年報",
            "出版者名": "日本図書館学会",
            "出版日付": "2020-03",
            "巻": "66",
            "号": "1",
            "ページ": "1-20",
            "NAID": "130001",
        },
        {"id": "130001", "publisher": "日本図書館学会", "issued": "2020-03", "page": "1-20"},
    ),
    (
        "J-STAGE",
        {
            "記事タイトル": "メタデータの品質",
            "著者": "田中 博, 鈴木 花子",
            "資料名": "情報の科学と技術",
            "巻": "66",
            "号": "1",
            "開始ページ": "1",
            "終了ページ": "20",
            "発行年": "2016",
            "オンラインISSN": "2189-8278",
        },
        {
            "title": "メタデータの品質",
            "container_title": "情報の科学と技術",
            "page": "1-20",
            "issn": "2189-8278",
        },
    ),
    (
        "National Diet Library",
        {
            "タイトル": "図書館の歴史",
            "著者": "田中, 博",
            "出版地": "東京",
            "出版社": "東京堂",
            "出版年月日": "2016.3",
            "件名": "図書館--歴史",
            "資料種別": "図書",
        },
        {"publisher_place": "東京", "issued": "2016-03", "index_keyword": "図書館--歴史"},
    ),
]


def table(row: dict[str, str], delimiter: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([row.keys(), row.values()])
    return "\ufeff" + out.getvalue()


@pytest.mark.parametrize("delimiter", [",", "\t"])
@pytest.mark.parametrize(("name", "row", "expected"), TABLES, ids=[name for name, _, _ in TABLES])
def test_tables(name: str, row: dict[str, str], expected: dict[str, str], delimiter: str) -> None:
    record = one(table(row, delimiter), "csv")
    assert {attribute: said(record, attribute) for attribute in expected} == expected


SCOPUS_TYPES = [
    ("ar", "article-journal", "a code"),
    ("Cp", "paper-conference", "in GB/T 7714 CP is a program"),
    ("Conference paper", "paper-conference", "a word, as it is written since 2023"),
    ("Book chapter", "chapter", "another"),
    ("", "", "none"),
]


BEHIND = [
    ("Ito, Ken (Tools; Works (Rome)); Wit, Ada (Tools)", ["Tools; Works (Rome)", "Tools"], "each"),
    ("Wit, Ada (Tools); Ito, Ken ()", ["", "Tools"], "in another order, and none"),
    ("Ito, Ken (Tools); Foe, Ann (Works)", ["", ""], "one who is no author"),
    ("Ito, Ken (Tools", ["", ""], "cut off"),
    ("Tools (Rome); Works (Oslo)", ["", ""], "places, not people"),
    ("x" * 100_000, ["", ""], "long"),
]


@pytest.mark.parametrize(("text", "expected", "why"), BEHIND, ids=[row[2] for row in BEHIND])
def test_institutions_behind_names(text: str, expected: list[str], why: str) -> None:
    row = {"Publication ID": "1", "Title": "T", "Authors": "Ito, Ken; Wit, Ada"}
    columns = Columns([*row, "Pagination", "Authors Affiliations"])
    values, _ = columns.values([*row.values(), "1-2", text])
    assert ["; ".join(author.affiliation) for author in values["author"]] == expected, why
    if any(expected):
        assert set(values["affiliation"]) == set("; ".join(filter(None, expected)).split("; "))
    else:
        assert values["affiliation"] == tuple(text.split("; "))


@pytest.mark.parametrize(("word", "kind", "why"), SCOPUS_TYPES)
def test_types_of_scopus(word: str, kind: str, why: str) -> None:
    record = one(
        table(SCOPUS_NEW | {"Document Type": word, "Source title": "", "DOI": ""}, ","), "csv"
    )
    assert record.type == kind, why
