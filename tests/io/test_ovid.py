"""The exports of Ovid, in both layouts, and its source lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from patience import soon
from tagged_exports import one, read, records, said

from validator.finding import Fault
from validator.io.detect import by_content, by_suffix
from validator.io.tagged.citations import citation

AHEAD = """\
<8>
Score
  *****
Accession Number
  00042637-900000000-99667.
Author
  Holstiege, Jakob 1;  Mathes, Tim 2;  Pieper, Dawid 2
Institution
  (1)Institute of Research in Rehabilitational Medicine at Ulm University, Bad Buchau, Germany
  (2)Institute for Research in Operative Medicine, University Witten/Herdecke, Cologne, Germany
Title
  Effects of computer-aided clinical decision support systems: a systematic review.[Review]
Source
  Journal of the American Medical Informatics Association.
Status
  Publish Ahead of Print, POST AUTHOR CORRECTIONS, 18 August 2014
Author Keywords
  computer-aided clinical decision support;  CDSS;  primary care.
Language
  English.
Document Type
  Review:  PDF Only.
ISSN
  1067-5027
NLM Journal Code
  b92, 9430800
DOI Number
  10.1136/amiajnl-2014-002886
Link to the Ovid Full Text or citation
 http://ovidsp.ovid.com/ovidweb.cgi?T=JS&AN=00042637-900000000-99667
"""
MEDLINE = """\
<1>
Unique Identifier
  30000001
Title
  Things and their parts.
Source
  Journal of Things. 12(3):45-67, 2018 Mar.
Authors
  Ito K; de Wit AB
Authors Full Name
  Ito, Ken; de Wit, Ada B.
MeSH Subject Headings
  *Autopsy/mt [Methods]
  Humans
"""
TAGGED = """\
<53. >
VN  - Ovid Technologies
DB  - PsycINFO
AN  - Dissertation Abstract: 2015-99001-012.
TI  - Late letters as explained by slow clocks. [References].
DP  - 2014
YR  - 2014
LG  - English
AU  - Writer, Ada L
IN  - Writer, Ada L.: St. Anne's U. (New York), US
SO  - Dissertation Abstracts Section A. Vol.75(2-A(E)),2014, pp. No Pagination Specified.
IS  - 0419-4209
IB  - 978-1-111-11111-4
PU  - ProQuest Information & Learning; US
PT  - Dissertation Abstract
DT  - Dissertation
ID  - late letters, slow clocks, patience
MH  - *Cognitive Ability
MH  - Frustration
JN  - Dissertation Abstracts Section A
VO  - 75
IP  - 2-A(E)
PG  - No Pagination Specified
XL  - http://ovidsp.ovid.com/ovidweb.cgi?T=JS&AN=2015-99001-012
"""


def test_a_record_of_names() -> None:
    record = one(AHEAD, "ovid")
    assert {a: said(record, a) for a in record.present - {"raw", "provenance", "affiliation"}} == {
        "id": "00042637-900000000-99667",
        "type": "article-journal",
        "type_as_read": "Review:  PDF Only.",
        "title": "Effects of computer-aided clinical decision support systems: a systematic review",
        "author": "Holstiege, Jakob; Mathes, Tim; Pieper, Dawid",
        "container_title": "Journal of the American Medical Informatics Association",
        "issued": "2014-08-18",
        "status": "in press",
        "keyword": "computer-aided clinical decision support; CDSS; primary care",
        "language": "English",
        "issn": "1067-5027",
        "doi": "10.1136/amiajnl-2014-002886",
        "url": "http://ovidsp.ovid.com/ovidweb.cgi?T=JS&AN=00042637-900000000-99667",
    }
    assert record.affiliation[0].startswith("Institute of Research in Rehabilitational")
    assert (record.place("title").line, record.place("title").column) == (12, 3)
    assert record.place("DOI").line == 28


def test_a_record_of_medline() -> None:
    record = one(MEDLINE, "ovid")
    assert {a: said(record, a) for a in record.present - {"raw", "provenance"}} == {
        "id": "30000001",
        "pmid": "30000001",
        "type": "article-journal",
        "type_is_inferred": True,
        "title": "Things and their parts",
        "author": "Ito, Ken; de Wit, Ada B.",
        "container_title": "Journal of Things",
        "volume": "12",
        "issue": "3",
        "page": "45-67",
        "issued": "2018-03",
        "index_keyword": "Autopsy/mt [Methods]; Humans",
    }


@pytest.mark.parametrize(("old", "new"), [("", ""), ("  - ", " - "), ("\n", "\n "), ("\n", "\r\n")])
def test_a_tagged_record(old: str, new: str) -> None:
    record = one(TAGGED.replace(old, new) if old else TAGGED, "ovid")
    assert {a: said(record, a) for a in record.present - {"raw", "provenance"}} == {
        "id": "2015-99001-012",
        "type": "thesis",
        "type_as_read": "Dissertation; Dissertation Abstract",
        "title": "Late letters as explained by slow clocks",
        "author": "Writer, Ada L",
        "affiliation": "St. Anne's U. (New York), US",
        "container_title": "Dissertation Abstracts Section A",
        "volume": "75",
        "issue": "2-A(E)",
        "issued": "2014",
        "issn": "0419-4209",
        "isbn": "978-1-111-11111-4",
        "publisher": "ProQuest Information & Learning; US",
        "language": "English",
        "keyword": "late letters; slow clocks; patience",
        "index_keyword": "Cognitive Ability; Frustration",
        "url": "http://ovidsp.ovid.com/ovidweb.cgi?T=JS&AN=2015-99001-012",
    }
    assert record.provenance.source == "PsycINFO"


BEGUN = "<1. >\nVN  - Ovid Technologies\nDB  - BIOSIS Previews\nTI  - A title\n"
HABITS = [
    ("AU  - Roe, Neill B. [Inventor, Reprint Author]", "author", "Roe, Neill B.", "a role"),
    ("AU  - Roe, A. [Author; E-mail: a@b.org]", "author", "Roe, A.", "an address"),
    ("AU  - Roe A\nAU  - de Wit AB", "author", "Roe, A; de Wit, AB", "initials"),
    ("AU  - 王明\nAU  - Иванов П", "author", "王明; Иванов, П", "other scripts"),
    ("AU  - Max [Ed]", "editor", "Max", "an editor among the authors"),
    ("AU  - Roe A\nFA  - Roe, Ada", "author", "Roe, Ada", "the full name counts"),
    ("IS  - 0098-1133 (ISSN print)", "issn", "0098-1133", "a qualifier"),
    ("IS  - 0098-1133\nIL  - 0098-1133\nIO  - 1234-5679", "issn", "0098-1133; 1234-5679", "three"),
    ("IB  - 3-540-20222-6 (cloth)", "isbn", "3-540-20222-6", "a book's"),
    ("PN  - US 6818228\nPT  - Patent", "number", "US 6818228", "a patent"),
    ("PT  - Journal: Article", "type", "article-journal", "Embase"),
    ("PT  - Journal; Peer Reviewed Journal", "type", "article-journal", "PsycINFO"),
    ("PT  - Book; Edited Book\nDT  - Chapter", "type", "chapter", "DT before PT"),
    ("PT  - -", "type", "", "none"),
    ("PM  - 123 [http://www.ncbi.nlm.nih.gov/pubmed/?term=123]", "pmid", "123", "Embase"),
    ("DO  - https://dx.doi.org/10.1000/a", "doi", "https://dx.doi.org/10.1000/a", "as read"),
    ("IS  - 0098-1133\nES  - 1234-5679", "issn", "0098-1133; 1234-5679", "Medline: electronic"),
    ("NJ  - Journal of Things", "container_title", "Journal of Things", "Medline: its journal"),
    ("OT  - Über Dinge.", "parallel.title", "Über Dinge", "the title in its language"),
    ("YR  - 2015\nDP  - 2015 Sep", "issued", "2015-09", "Medline: the date of publication"),
    ("YR  - 2015\nMO  - Sep", "issued", "2015-09", "year and month"),
    ("YR  - 2015\nSO  - J. 43(5):562-577, Sep 2015.", "issued", "2015-09", "from the source"),
    ("YR  - 2014\nSO  - J. 43(5):562-577, Sep 2015.", "issued", "2014", "unless it says another"),
    ("SO  - J. 43(5):562-577, 2015.\nPG  - 1", "page", "1", "the tag counts"),
    (
        "SO  - Kamp, Roza Maria [Editor, Reprint Author], Calvete, Juan J. [Editor]. Methods in"
        " analysis.:371-397, 2004.\nSeries Information:  Principles and Practice.",
        "editor",
        "Kamp, Roza Maria; Calvete, Juan J.",
        "editors in the source",
    ),
    (
        "SO  - A. [Ed]. B.:1-2, 2004.\nSeries Information:  C.",
        "collection_title",
        "C",
        "its series",
    ),
    (
        "RF  - Ito, K. (2011). One\n \n       Wit, A. (2010). Two\nUP  - 2",
        "author",
        "",
        "references",
    ),
]


@pytest.mark.parametrize(("lines", "attribute", "expected", "why"), HABITS)
def test_habits(lines: str, attribute: str, expected: str, why: str) -> None:
    assert said(one(f"{BEGUN}{lines}\n", "ovid"), attribute) == expected, why


def test_a_translated_title() -> None:
    text = BEGUN.replace("A title", "[On things]. [German]") + "OT  - Über Dinge.\n"
    assert one(text, "ovid").title == "On things"


def test_a_chapter_by_names() -> None:
    text = (
        "<1>\nAuthor\n  Mustermann  Musterfrau\nTitle\n  Musterbuch\nChapter Title\n  Einleitung\n"
    )
    record = one(text, "ovid")
    assert (record.type, record.title, record.container_title) == (
        "chapter",
        "Einleitung",
        "Musterbuch",
    )
    assert [str(name) for name in record.author] == ["Mustermann", "Musterfrau"]


CITED = [
    (
        "Journal of Things. 12(3):45-67, 2018 Mar.",
        "Journal of Things|12|3|45-67||2018 Mar",
        "Medline",
    ),
    ("Things. 28:103-106, April 2015.", "Things|28||103-106||April 2015", "no issue"),
    (
        "Forest Ecology & Management. 201(2-3):327-334, November 15, 2004.",
        "Forest Ecology & Management|201|2-3|327-334||November 15, 2004",
        "BIOSIS",
    ),
    (
        "Gazette of Patents. 1288(3), Nov. 16, 2004.",
        "Gazette of Patents|1288|3|||Nov. 16, 2004",
        "",
    ),
    (
        "Lancet. 370 (9596) (pp 1453-1457), 2007. Date of Publication: 27 Oct 2007.",
        "Lancet|370|9596|1453-1457||27 Oct 2007",
        "Embase",
    ),
    (
        "BMJ Open. 9 (3) (no pagination), 2019. Article Number: e02. Date of Publication: 2019.",
        "BMJ Open|9|3||e02|2019",
        "Embase: a number",
    ),
    (
        "Behavioural Psychotherapy. Vol.43(5),2015, pp. 562-577.",
        "Behavioural Psychotherapy|43|5|562-577||2015",
        "PsycINFO",
    ),
    (
        "Long Title. Vol 28(2) April 2015, 103-106.",
        "Long Title|28|2|103-106||April 2015",
        "the same",
    ),
    (
        "Abstracts. Vol.75(2-A(E)),2014, pp. No Pagination Specified.",
        "Abstracts|75|2-A(E)|||2014",
        "no pages",
    ),
    ("School Psychology Quarterly.", "School Psychology Quarterly|||||", "a journal alone"),
    ("J. Biol. Chem. 12(3):45, 2018.", "J. Biol. Chem|12|3|45||2018", "a name with stops"),
    ("中华医学杂志. 12(3):45-67, 2018.", "中华医学杂志|12|3|45-67||2018", "a Chinese journal"),
    ("In 2018 something else 45", None, "no citation"),
    ("", None, "nothing"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CITED)
def test_source_lines(text: str, expected: str | None, why: str) -> None:
    found = citation(text)
    said = "|".join(found[:6]) if found else None
    assert said == expected, why


def test_the_source_line_of_a_chapter() -> None:
    found = citation(
        "Neenan, Michael [Ed]; Palmer, Stephen [Ed]. (2012). Cognitive behavioural coaching in"
        " practice: An evidence based approach. (pp. 11-31). xxi, 246 pp. New York, NY, US:"
        " Routledge/Taylor & Francis Group; US."
    )
    assert found
    assert found._asdict() == {
        "editors": "Neenan, Michael [Ed]; Palmer, Stephen [Ed]",
        "date": "2012",
        "container": "Cognitive behavioural coaching in practice: An evidence based approach",
        "page": "11-31",
        "number_of_pages": "xxi, 246",
        "place": "New York, NY, US",
        "publisher": "Routledge/Taylor & Francis Group; US",
        **dict.fromkeys(("volume", "issue", "number", "series"), ""),
    }


@given(st.text(alphabet="AaVol.:;,()[]<> 0129ppE-", max_size=400))
def test_any_source_line_is_survived(text: str) -> None:
    citation(text)


@pytest.mark.parametrize("text", ["(" * 1999, "A. " * 660, "A [Ed], " * 249])
def test_a_hostile_source_line_is_read_soon(text: str) -> None:
    with soon():
        citation(text)


CUTS = [
    ("<1>\nTitle\n  A\n\n<2>\nTitle\n  B\n", ["A", "B"], "numbers"),
    ("<1. >\nTI  - A\n<2. >\nTI  - B\n", ["A", "B"], "with a stop"),
    (
        "VN  - Ovid Technologies\nTI  - A\n\nVN  - Ovid Technologies\nTI  - B\n",
        ["A", "B"],
        "VN alone",
    ),
    ("Database: Ovid\nSearch Strategy:\n----\n1  x\n<1>\nTitle\n  A\n", ["A"], "a greeting"),
    ("<1>\r\nTitle\r\n  A\r\n\r\n", ["A"], "CRLF"),
    ("\ufeff<1>\rTitle\r  A\r", ["A"], "CR"),
    ("<1>\nTitle\n  A\n  <2>\n", ["A <2>"], "indented: no number"),
]


@pytest.mark.parametrize(("text", "titles", "why"), CUTS[:-1])
def test_where_records_begin(text: str, titles: list[str], why: str) -> None:
    assert [record.title for record in records(text, "ovid")] == titles, why


def test_a_number_alone_is_a_broken_record() -> None:
    first, broken, last = read("<1>\nTitle\n  A\n<2>\n\n<3>\nTitle\n  B\n", "ovid")
    assert isinstance(broken, Fault)
    assert (broken.code, broken.line, broken.record_number) == ("COL002", 4, 2)
    assert not isinstance(first, Fault)
    assert not isinstance(last, Fault)


SEEN = [
    (AHEAD, "ovid", "names"),
    (TAGGED, "ovid", "tags"),
    ("VN  - Ovid Technologies\nDB  - A\n", "ovid", "no number"),
    ("<1>\nAuthor\n  A\n", "ovid", "a number"),
    ("<1>\nis a footnote\n", "", "a text"),
    ("<1>\n<2>\n", "", "another"),
    ("<html>\n<body>\n", "", "a page"),
]


@pytest.mark.parametrize(("text", "form", "why"), SEEN)
def test_recognised_by_content(text: str, form: str, why: str) -> None:
    assert by_content(text) == form, why


def test_suffix() -> None:
    assert by_suffix("a.ovd") == "ovid"
