"""Web of Science, tagged and as a table of the same tags."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Any

import pytest
from tagged_exports import one, person, read, records, said

from validator.finding import Fault
from validator.io import read as read_file
from validator.io.detect import by_content, by_suffix
from validator.io.tagged import wos
from validator.record import Record

BEFORE = "FN Clarivate Analytics Web of Science\nVR 1.0\n"
SERIES = (
    BEFORE
    + """\
PT S
AU McCormick, MC
   Litt, JS
AF McCormick, Marie C.
   Litt, Jonathan S.
BE Fielding, JE
   Brownson, RC
TI Prematurity: An Overview and Public Health
   Implications
SO ANNUAL REVIEW OF PUBLIC HEALTH, VOL 32
SE Annual Review of Public Health
LA English
DT Review
DE infant mortality; childhood morbidity
ID LOW-BIRTH-WEIGHT; NEONATAL INTENSIVE-CARE; EXTREMELY
   PRETERM BIRTH
AB The high rate of premature births in the United States remains a public
   health concern.
C1 [McCormick, MC] Harvard Univ, Boston, MA 02115 USA
   [McCormick, MC; Litt, JS] Beth Israel Deaconess Med Ctr, Boston, MA 02215 USA
RP McCormick, MC (reprint author), Harvard Univ, Boston, MA 02115 USA
EM mmccormi@hsph.harvard.edu
NR 91
TC 1
PU ANNUAL REVIEWS
PI PALO ALTO
PA 4139 EL CAMINO WAY, PO BOX 10139, PALO ALTO, CA 94303-0897 USA
SN 0163-7525
BN 978-0-8243-2732-3
J9 ANNU REV PUBL HEALTH
JI Annu. Rev. Public Health
PY 2011
VL 32
BP 367
EP 379
DI 10.1146/annurev-publhealth-090810-182459
PG 13
GA BUZ33
UT WOS:000290776200020
ER

EF
"""
)
BEGUN = "PT J\nTI A title\nSO Journal of Things\nPY 2006\n"
HABITS = [
    ("AU Ito, K\n   Wit, A", "author", "Ito, K; Wit, A", "a name a line"),
    (
        "AU Ito, K\n   Wit, A\nAF Ito, Ken\n   Wit, Ada",
        "author",
        "Ito, Ken; Wit, Ada",
        "full names",
    ),
    ("AU Ito, Ken; Wit, Ada", "author", "Ito, Ken; Wit, Ada", "Medline: names in a line"),
    ("AU 王, 明\n   김, 민준", "author", "王, 明; 김, 민준", "Chinese and Korean"),
    ("AU Иванов, П", "author", "Иванов, П", "Russian"),
    ("AU Ito, K\nCA IEEE\n   Tools Grp", "author", "Ito, K; IEEE; Tools Grp", "bodies"),
    ("BA Ito, K\nBF Ito, Ken", "author", "Ito, Ken", "the authors of a book"),
    ("BE Ito, K\n   Wit, A", "editor", "Ito, K; Wit, A", "editors"),
    ("DE one; two\n   parts; 2,4-D", "keyword", "one; two parts; 2,4-D", "keywords"),
    ("ID ONE; TWO", "index_keyword", "ONE; TWO", "Keywords Plus"),
    ("PD JUN 14", "issued", "2006-06-14", "month and day"),
    ("PD MAY-JUN", "issued", "2006-05", "two months"),
    ("PD SPR", "issued", "2006", "a season"),
    ("PD 2006 May-Jun", "issued", "2006-05", "Medline: with its year"),
    ("PD 1998, thesis publ. 1997", "issued", "2006", "another year"),
    ("EA JUL 2020", "issued", "2006", "early access is not the issue"),
    ("BP 5323\nEP 5331", "page", "5323-5331", "first and last"),
    ("BP 170\nEP 170", "page", "170", "one"),
    ("PS 411-22", "page", "411-22", "Medline: in one"),
    ("PS 170", "page", "170", "CABI: one"),
    ("AR e123", "number", "e123", "an article number"),
    ("PG 9", "number_of_pages", "9", "how many"),
    ("SN 0953-8984\nEI 1361-648X", "issn", "0953-8984; 1361-648X", "print and electronic"),
    ("SN 0953-8984\nEI 0953-8984", "issn", "0953-8984", "twice the same"),
    ("BN 978-0-8243-2732-3", "isbn", "978-0-8243-2732-3", "a book's"),
    ("UT WOS:000238592600006", "id", "WOS:000238592600006", "the accession number"),
    ("UT MEDLINE:16842170", "pmid", "16842170", "in Medline that is the PMID"),
    ("PM 15170338", "pmid", "15170338", "or its own tag"),
    ("DI 10.1000/a", "doi", "10.1000/a", "the DOI"),
    ("J9 J THINGS\nJI J. Things", "container_title_short", "J. Things", "ISO before capitals"),
    ("J9 J THINGS", "container_title_short", "J THINGS", "capitals alone"),
    ("FT Über Dinge", "parallel.title", "Über Dinge", "the title in its language"),
    ("FT 关于事物", "parallel.title", "关于事物", "in Chinese"),
    ("Z1 关于事物", "parallel.title", "关于事物", "the Chinese Science Citation Database"),
    ("AU Wang, M\nZ2 王明\n   李四", "parallel.author", "王明; 李四", "its names"),
    ("Z3 图书馆学报", "parallel.container_title", "图书馆学报", "its journals"),
    ("Z4 摘要。\n   二。", "parallel.abstract", "摘要。 二。", "its abstracts"),
    ("X1 Sobre cosas\nY1 Sobre coisas", "parallel.title", "Sobre cosas", "SciELO: Spanish first"),
    ("Y5 uma; duas", "parallel.keyword", "uma; duas", "SciELO: Portuguese keywords"),
    (
        "AB \n   NOVELTY - It is new.\n   USE - Many.",
        "abstract",
        "NOVELTY - It is new. USE - Many.",
        "",
    ),
    ("AB one\nMR scans were taken", "abstract", "one MR scans were taken", "an indent lost"),
    ("TI Another", "title", "A title", "a second title"),
    ("CT Conf 2005\nCL Paris", "event_title", "Conf 2005", "a meeting"),
    ("DT Article; Early Access", "type", "article-journal", "two document types"),
    ("DT Book Review", "type", "review-book", "a review of a book"),
    ("DT Editorial Material", "type", "article-journal", "an editorial"),
    ("DT Article; Proceedings Paper", "type", "article-journal", "in a journal"),
    ("DT -", "type", "article-journal", "none"),
    (
        "C1 NAS Ukraine, Inst Phys, UA-03028 Kiev,\n   Ukraine.\n   Lviv Natl Univ, Ukraine.",
        "affiliation",
        "NAS Ukraine, Inst Phys, UA-03028 Kiev, Ukraine.; Lviv Natl Univ, Ukraine.",
        "old: broken lines",
    ),
    (
        "C1 [Ito, K; Wit, A] One\n   [Wit, A] Two",
        "affiliation",
        "One; Two",
        "authors before each",
    ),
]


@pytest.mark.parametrize(("lines", "attribute", "expected", "why"), HABITS)
def test_habits(lines: str, attribute: str, expected: str, why: str) -> None:
    assert said(one(f"{BEFORE}{BEGUN}{lines}\nER\n\nEF", "wos"), attribute) == expected, why


def test_a_paper_of_a_series() -> None:
    record = one(SERIES, "wos")
    assert {a: said(record, a) for a in record.present - {"raw", "provenance"}} == {
        "id": "WOS:000290776200020",
        "type": "chapter",
        "type_as_read": "Review",
        "title": "Prematurity: An Overview and Public Health Implications",
        "author": "McCormick, Marie C.; Litt, Jonathan S.",
        "editor": "Fielding, JE; Brownson, RC",
        "container_title": "ANNUAL REVIEW OF PUBLIC HEALTH, VOL 32",
        "container_title_short": "Annu. Rev. Public Health",
        "collection_title": "Annual Review of Public Health",
        "publisher": "ANNUAL REVIEWS",
        "publisher_place": "PALO ALTO",
        "issued": "2011",
        "volume": "32",
        "page": "367-379",
        "number_of_pages": "13",
        "issn": "0163-7525",
        "isbn": "978-0-8243-2732-3",
        "doi": "10.1146/annurev-publhealth-090810-182459",
        "language": "English",
        "keyword": "infant mortality; childhood morbidity",
        "index_keyword": "LOW-BIRTH-WEIGHT; NEONATAL INTENSIVE-CARE; EXTREMELY PRETERM BIRTH",
        "affiliation": "Harvard Univ, Boston, MA 02115 USA; "
        "Beth Israel Deaconess Med Ctr, Boston, MA 02215 USA",
        "abstract": "The high rate of premature births in the United States remains a public health"
        " concern.",
    }
    assert (record.place("author", 1).line, record.place("author", 1).column) == (7, 4)
    assert record.provenance.source == "WOS"


KINDS = [
    ("J", "Article", "article-journal"),
    ("J", "", "article-journal"),
    ("J", "Abstract only", "article-journal"),
    ("S", "Article; Proceedings Paper", "paper-conference"),
    ("S", "Article", "chapter"),
    ("B", "Article; Book Chapter", "chapter"),
    ("B", "Book", "book"),
    ("B", "Proceedings Paper", "paper-conference"),
    ("B", "", ""),
    ("C", "", "paper-conference"),
    ("P", "", "patent"),
    ("D", "Dissertation/Thesis", "thesis"),
    ("D", "", "dataset"),
    ("K", "", ""),
]


@pytest.mark.parametrize(("publication", "document", "expected"), KINDS)
def test_kinds(publication: str, document: str, expected: str) -> None:
    assert wos.kind(publication, document) == expected


def test_a_book_stands_in_itself() -> None:
    text = "PT B\nAU Smith, W. G.\nTI Households in Madura.\nSO Households in Madura\nPY 2011\nER\n"
    record = one(text, "wos")
    assert (record.type, record.type_is_inferred) == ("book", True)
    assert (record.title, record.container_title) == ("Households in Madura.", "")


def test_a_patent() -> None:
    text = "PT P\nAU YANG Y\n   LI W\nTI A kit\nPN CN110836969-A\nAE UNIV SICHUAN\nUT DIIDW:1\nER\n"
    record = one(text, "wos")
    assert (record.type, record.number) == ("patent", "CN110836969-A")
    assert [person(name) for name in record.author] == ["YANG, Y", "LI, W"]


ORCIDS = [
    ("Ito, Ken/0000-0001; Wit, Ada/0000-0002", ["0000-0001", "0000-0002"], "by the whole name"),
    ("Wit, Ada/0000-0002", ["", "0000-0002"], "one of them"),
    ("Ito, Ken/0000-0001;\n   Wit, Ada/0000-0002", ["0000-0001", "0000-0002"], "on two lines"),
    ("Ito, Ken/0000-0001; Wit,\n   Ada/0000-0002", ["0000-0001", "0000-0002"], "a broken name"),
    ("Wit, A./0000-0002", ["", "0000-0002"], "by family and initial"),
    ("WIT, ADA B./0000-0002", ["", "0000-0002"], "in capitals"),
    ("Wit, Ada B./0000-0002; Wit, A. C./0000-0003", ["", ""], "two of one initial: neither"),
    ("Doe, Jane/0000-0004", ["", ""], "an editor, perhaps"),
    ("0000-0001", ["", ""], "one number for two"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ORCIDS)
def test_orcids(text: str, expected: list[str], why: str) -> None:
    record = one(f"{BEGUN}AF Ito, Ken\n   Wit, Ada\nOI {text}\nER\n", "wos")
    assert [name.orcid for name in record.author] == expected, why


INSTITUTIONS = [
    ("[Ito, Ken; Wit, Ada] One\n   [Wit, Ada] Two", [("One",), ("One", "Two")], "by whole names"),
    ("[Ito, K; Wit, A] One,\n   Rome", [("One, Rome",), ("One, Rome",)], "by initials, broken"),
    ("[Doe, J] One", [(), ()], "nobody here"),
    ("One, Rome.\n   Two, Oslo.", [(), ()], "nobody named"),
    ("[Ito, Ken] One\n   [Ito, Ken] One", [("One",), ()], "twice"),
]


@pytest.mark.parametrize(("text", "expected", "why"), INSTITUTIONS)
def test_institutions(text: str, expected: list[tuple[str, ...]], why: str) -> None:
    record = one(f"{BEGUN}AF Ito, Ken\n   Wit, Ada\nC1 {text}\nER\n", "wos")
    assert [name.affiliation for name in record.author] == expected, why


CUTS: list[tuple[str, list[str], str]] = [
    ("PT J\nTI A\nER\n\nPT J\nTI B\nER\n\nEF\n", ["A", "B"], "as it should be"),
    ("PT J\nTI A\nPT J\nTI B\nER\n", ["A", "B"], "an end lost"),
    ("PT J\nTI A\nER\nTI B\nER\nPT J\nTI C\nER\nEF", ["A", "B", "C"], "a beginning lost"),
    ("PT J\r\nTI A\r\n   b\r\nER\r\n\r\nEF", ["A b"], "CRLF"),
    ("PT J\rTI A\r   b\rER\rEF", ["A b"], "CR"),
    (BEFORE + "PT J\nTI A\nER\nEF\n" + BEFORE + "PT J\nTI B\nER\nEF\n", ["A", "B"], "two files"),
    ("\ufeffPT J\nTI A\nER", ["A"], "a byte order mark"),
    (BEFORE + "EF\n", [], "no record"),
]


@pytest.mark.parametrize(("text", "titles", "why"), CUTS)
def test_where_records_begin(text: str, titles: list[str], why: str) -> None:
    assert [record.title for record in records(text, "wos")] == titles, why


FAULTS = [
    ("PT J\nTI A\nPT J\nTI B\nER\n", [("COL006", wos.WITHOUT_END, 1, 1)]),
    ("PT J\nTI A\nER\n\nTI B\nER\n", [("COL006", wos.WITHOUT_START, 5, 2)]),
    (
        "PT J\nTI A\nER\n\nPT J\nVL 3\nER\nPT J\nTI B\nER\n",
        [("COL002", wos.databases.NOTHING, 5, 2)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_faults(text: str, expected: list[tuple[Any, ...]]) -> None:
    found = [item for item in read(text, "wos") if isinstance(item, Fault)]
    assert [(f.code, f.message, f.line, f.record_number) for f in found] == expected


SEEN = [
    (SERIES, "wos", "a file"),
    ("\ufeff" + SERIES, "wos", "with a mark"),
    ("PT J\nAU A\n", "wos", "no greeting"),
    ("FN ISI Export Format\nVR 1.0\n \nPT K\n", "wos", "an old one"),
    ("FN 1234\nThis is a text\n", "", "a text"),
    ("PT J is a type\nof publication\n", "", "a manual"),
    ("PT\tAU\tTI\nJ\tIto\tA\n", "csv", "a table of tags"),
]


@pytest.mark.parametrize(("text", "form", "why"), SEEN)
def test_recognised_by_content(text: str, form: str, why: str) -> None:
    assert by_content(text) == form, why


def test_suffixes() -> None:
    assert [by_suffix(name) for name in ("a.ciw", "b.isi")] == ["wos", "wos"]


PAPER = {
    "PT": "J",
    "AU": ["Ito, K", "Wit, A"],
    "AF": ["Ito, Ken", "Wit, Ada"],
    "CA": ["Tools Grp"],
    "TI": 'A "new" title, and more',
    "SO": "JOURNAL OF THINGS",
    "SE": "Series of Things",
    "LA": "English",
    "DT": "Article; Early Access",
    "CT": "Conf 2006",
    "DE": "one; two parts",
    "ID": "ONE; TWO",
    "AB": "An abstract; of parts.",
    "C1": "[Ito, K; Wit, A] One, Paris; [Wit, A] Two, Rome",
    "OI": "Wit, Ada/0000-0002-1825-0097",
    "PU": "PRESS",
    "PI": "PARIS",
    "SN": "0953-8984",
    "EI": "1361-648X",
    "J9": "J THINGS",
    "JI": "J. Things",
    "PD": "JUN 14",
    "PY": "2006",
    "VL": "18",
    "IS": "23",
    "BP": "5323",
    "EP": "5331",
    "AR": "e12",
    "DI": "10.1000/a",
    "PG": "9",
    "PM": "15170338",
    "UT": "WOS:000238592600006",
}


def as_tagged(paper: dict[str, Any]) -> str:
    lines = [
        f"{tag} {value if isinstance(value, str) else f'{chr(10)}   '.join(value)}"
        for tag, value in paper.items()
    ]
    return "\n".join([*lines, "ER\n"])


def as_table(papers: list[dict[str, Any]]) -> str:
    rows = [
        [value if isinstance(value, str) else "; ".join(value) for value in paper.values()]
        for paper in papers
    ]
    return "".join("\t".join(row) + "\t\n" for row in [list(papers[0]), *rows])


OTHERS: list[tuple[dict[str, Any], str]] = [
    ({}, "an article"),
    ({"PT": "B", "DT": "Proceedings Paper"}, "a paper of proceedings"),
    ({"PT": "S", "DT": "Article; Book Chapter"}, "a chapter"),
    ({"PD": "MAY-JUN", "AF": "", "OI": ""}, "two months, no full names"),
    ({"PD": "", "EP": "", "CA": ""}, "a year and a page"),
    ({"UT": "MEDLINE:16842170", "PM": ""}, "Medline"),
    ({"Z1": "关于事物", "Z2": ["王明", "李四"], "Z3": "学报", "Z4": "摘要"}, "two languages"),
    ({"C1": "NAS Ukraine, Kiev, Ukraine", "JI": ""}, "an old address"),
]


@pytest.mark.parametrize(("changed", "why"), OTHERS)
def test_a_table_says_what_the_tagged_file_says(changed: dict[str, Any], why: str) -> None:
    paper = PAPER | changed
    tagged, row = one(as_tagged(paper), "wos"), one(as_table([paper]), "csv")
    there = (tagged.present | row.present) - {"raw", "provenance"}
    assert {a: said(row, a) for a in there} == {a: said(tagged, a) for a in there}, why
    assert [name.orcid for name in row.author] == [name.orcid for name in tagged.author]
    assert [n.affiliation for n in row.author] == [n.affiliation for n in tagged.author]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_table_in_its_charsets(tmp_path: Path, encoding: str) -> None:
    mark = codecs.BOM_UTF16_LE if encoding == "utf-16-le" else b""
    path = tmp_path / "savedrecs.txt"
    path.write_bytes(mark + as_table([PAPER, PAPER]).encode(encoding))
    found = list(read_file(path))
    assert [record.title for record in found] == [PAPER["TI"]] * 2
    assert all(isinstance(record, Record) for record in found)
