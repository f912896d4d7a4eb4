"""The MEDLINE format of PubMed, as PubMed and ERIC write it."""

from __future__ import annotations

import pytest
from tagged_exports import one, person, read, records, said

from validator.finding import Fault
from validator.io.detect import by_content, by_suffix
from validator.record import Record

ARTICLE = """\
PMID- 36216673
OWN - NLM
STAT- Publisher
IS  - 1545-1534 (Electronic)
IS  - 1080-6032 (Linking)
DP  - 2022 Oct 7
TI  - Lichtenberg Figures: How a Cutaneous Sign Can Solve
      Suspicious Death Cases.
LID - S1080-6032(22)00139-9 [pii]
LID - 10.1016/j.wem.2022.07.008 [doi]
AB  - Lightning is a natural weather phenomenon that occurs most commonly during the
      summer months.
FAU - Manoubi, Syrine Azza
AU  - Manoubi SA
AD  - Universite de Tunis El Manar, Tunis, Tunisia.
FAU - Shimi, Maha
AU  - Shimi M
AD  - Universite de Tunis El Manar, Tunis, Tunisia.
LA  - eng
PT  - Case Reports
PL  - United States
TA  - Wilderness Environ Med
JT  - Wilderness & environmental medicine
JID - 9505185
OTO - NOTNLM
OT  - autopsy
OT  - lightning injury
PST - aheadofprint
SO  - Wilderness Environ Med. 2022 Oct 7:S1080-6032(22)00139-9. doi:
      10.1016/j.wem.2022.07.008.
"""
BEGUN = "PMID- 1\nJT  - Journal of things\n"
HABITS = [
    ("TI  - A title.", "title", "A title", "MEDLINE sets the full stop"),
    ("TI  - Life in the U.S.A.", "title", "Life in the U.S.A.", "the stop of an abbreviation"),
    ("TI  - And then...", "title", "And then...", "an ellipsis"),
    ("TI  - A title?", "title", "A title?", "a question"),
    ("TI-A title", "title", "A title", "no blanks"),
    ("TI - A title", "title", "A title", "one blank"),
    ("TI  - Über die\n      Größe", "title", "Über die Größe", "a line more"),
    ("TI  - [On size.].\nTT  - Über Größe.", "title", "On size", "translated: in brackets"),
    ("TI  - [On size.].\nTT  - Über Größe.", "parallel.title", "Über Größe", "as it is called"),
    ("TI  - [On size].\nTT  - 关于大小", "parallel.title", "关于大小", "in another script"),
    ("TI  - [Not Available].\nTT  - Über Größe.", "title", "Über Größe", "no translation"),
    ("TI  - [Not Available].\nTT  - Über Größe.", "parallel.title", "", "then it is not the other"),
    ("TI  - [3H]thymidine uptake.", "title", "[3H]thymidine uptake", "not all in brackets"),
    ("FAU - Ito, Ken\nAU  - Ito K", "author", "Ito, Ken", "the full name counts"),
    ("AU  - Ito K\nAU  - de Wit AB", "author", "Ito, K; de Wit, AB", "older: initials alone"),
    ("AU  - van Groen, Maaike M.", "author", "van Groen, Maaike M.", "ERIC: full names"),
    ("FAU - Ito, Ken\nAU  - Ito K\nAU  - Wit A", "author", "Ito, Ken; Wit, A", "one has no FAU"),
    ("FAU - King, Martin Luther 3rd\nAU  - King ML 3rd", "author", "King, Martin Luther, 3rd", ""),
    ("FAU - Doe, John Jr\nAU  - Doe J Jr", "author", "Doe, John, Jr", "a suffix"),
    ("FAU - 王, 明\nAU  - 王 明", "author", "王, 明", "a Chinese name"),
    ("FAU - Иванов, Пётр", "author", "Иванов, Пётр", "a Russian one"),
    ("CN  - MIRAS Study Group", "author", "MIRAS Study Group", "a body"),
    ("FAU - Ito, Ken\nCN  - A, B and C", "author", "Ito, Ken; A, B and C", "a body with commas"),
    ("FED - Ito, Ken\nED  - Ito K", "editor", "Ito, Ken", "an editor"),
    ("FIR - Ito, Ken\nIR  - Ito K", "author", "", "an investigator is no author"),
    ("AD  - One\nAD  - Two", "affiliation", "One; Two", "institutions"),
    ("AID - 10.1000/a [doi]", "doi", "10.1000/a", "an identifier that says what it is"),
    ("LID - 10.1000/a [doi]\nAID - S1 [pii]", "doi", "10.1000/a", "or the location"),
    ("AID - http://dx.doi.org/10.1000/a", "doi", "10.1000/a", "ERIC: an address"),
    ("SO  - A. 2022;3:4. doi: 10.1000/a.", "doi", "10.1000/a", "only in the citation"),
    ("SO  - A. 2022;3:4. doi: 10.1000/a. Epub 2022.", "doi", "10.1000/a", "and more behind it"),
    ("AID - S1 [pii]", "doi", "", "no DOI"),
    ("LID - http://eric.ed.gov/?id=ED1", "url", "http://eric.ed.gov/?id=ED1", "an address"),
    ("IS  - 0028-0836 (Print)\nIS  - 0028-0836 (Linking)", "issn", "0028-0836", "once"),
    ("ISSN - EISSN-2375-5636", "issn", "2375-5636", "ERIC: the label glued on"),
    ("ISSN - EISSN-", "issn", "", "and nothing behind it"),
    ("ISBN - ISBN-978-1-5985-7192-9", "isbn", "978-1-5985-7192-9", "the same"),
    ("PMC - PMC1", "pmcid", "PMC1", "PMCID"),
    ("DP  - 2015 Spring", "issued", "2015", "a season"),
    ("DP  - 2001 Jan-Feb", "issued", "2001-01", "two months"),
    ("DEP - 20221007", "issued", "2022-10-07", "only the electronic one"),
    ("PG  - 123-9", "page", "123-9", "pages as read"),
    ("PG  - 1-9; discussion 10", "page", "1-9; discussion 10", "and more of them"),
    ("MH  - *Autopsy/*methods\nMH  - Humans", "index_keyword", "Autopsy/methods; Humans", "MeSH"),
    ("OT  - *HLA-B*27", "keyword", "HLA-B*27", "an asterisk of the keyword's own stays"),
    ("OAB - 摘要", "parallel.abstract", "摘要", "another abstract"),
    ("OAB - Publisher: Abstract available from the publisher.", "parallel.abstract", "", "none"),
    ("PST - ppublish", "status", "", "printed"),
    ("PT  - Journal Article\nPT  - Review", "type", "article-journal", "words"),
    ("PT  - Preprint", "type", "article", "a preprint"),
    ("PT  - Lecture", "type", "article-journal", "in a journal"),
    ("BTI - StatPearls\nTI  - Gout.", "container_title", "StatPearls", "a chapter's book"),
    ("BTI - StatPearls\nTI  - Gout.\nPT  - Review", "type", "chapter", "a chapter by its book"),
    ("BTI - StatPearls\nTI  - Gout.\nPT  - Study Guide", "type", "chapter", "or by its word"),
    ("", "container_title", "Journal of things", "the journal"),
]


@pytest.mark.parametrize(("lines", "attribute", "expected", "why"), HABITS)
def test_habits(lines: str, attribute: str, expected: str, why: str) -> None:
    assert said(one(f"{BEGUN}{lines}\n", "nbib"), attribute) == expected, why


def test_an_article() -> None:
    record = one(ARTICLE, "nbib")
    assert {a: said(record, a) for a in record.present - {"raw", "provenance", "affiliation"}} == {
        "id": "36216673",
        "pmid": "36216673",
        "type": "article-journal",
        "type_as_read": "Case Reports",
        "title": "Lichtenberg Figures: How a Cutaneous Sign Can Solve Suspicious Death Cases",
        "author": "Manoubi, Syrine Azza; Shimi, Maha",
        "container_title": "Wilderness & environmental medicine",
        "container_title_short": "Wilderness Environ Med",
        "issued": "2022-10-07",
        "issn": "1545-1534; 1080-6032",
        "doi": "10.1016/j.wem.2022.07.008",
        "publisher_place": "United States",
        "language": "eng",
        "status": "in press",
        "keyword": "autopsy; lightning injury",
        "abstract": "Lightning is a natural weather phenomenon that occurs most commonly during the"
        " summer months.",
    }
    assert record.affiliation == ("Universite de Tunis El Manar, Tunis, Tunisia.",)
    assert [name.affiliation for name in record.author] == [record.affiliation] * 2
    assert record.place("author", 1).line == 16
    assert record.place("DOI").line == 10
    assert record.provenance.source == "NLM"


ERIC_REPORT = """\
OWN - ERIC
TI  - College Entrance Exams
AU  - Moore, Raeal
JT  - ACT, Inc.
OID - ED602023
DP  - 2019
LID - http://eric.ed.gov/?id=ED602023
PT  - Reports - Research
"""
ERIC = [
    ("Reports - Research", "report", "publisher", "a report: its journal is its publisher"),
    (
        "Journal Articles\nPT  - Reports - Research",
        "article-journal",
        "container_title",
        "no report",
    ),
    ("Dissertations/Theses - Doctoral Dissertations", "thesis", "publisher", "a thesis"),
    ("Books\nPT  - Collected Works - General", "book", "publisher", "a book"),
    ("Speeches/Meeting Papers\nPT  - Reports - Research", "report", "publisher", "one of two"),
    ("Guides - Non-Classroom", "document", "publisher", "a type that CSL has not"),
]


@pytest.mark.parametrize(("words", "kind", "attribute", "why"), ERIC)
def test_eric(words: str, kind: str, attribute: str, why: str) -> None:
    record = one(ERIC_REPORT.replace("Reports - Research", words), "nbib")
    assert (record.type, getattr(record, attribute), record.id) == (kind, "ACT, Inc.", "ED602023")
    assert record.provenance.source == "ERIC"


def test_orcids_and_institutions_belong_to_the_author_above() -> None:
    text = BEGUN + (
        "FAU - Ito, Ken\nAU  - Ito K\nAUID- ORCID: 0000-0002-1825-0097\nAD  - One.\nAD  - Two.\n"
        "FAU - Wit, Ada\nAU  - Wit A\nAUID- ISNI: 1\nAD  - One.\n"
    )
    record = one(text, "nbib")
    found = [(person(name), name.orcid, name.affiliation) for name in record.author]
    assert found == [
        ("Ito, Ken", "0000-0002-1825-0097", ("One.", "Two.")),
        ("Wit, Ada", "", ("One.",)),
    ]
    assert record.affiliation == ("One.", "Two.")


CUTS = [
    ("PMID- 1\nTI  - A\n\nPMID- 2\nTI  - B\n", ["1", "2"], "a blank line between"),
    ("PMID- 1\nTI  - A\nPMID- 2\nTI  - B\n", ["1", "2"], "none"),
    ("PMID- 1\nTI  - A\n\n\n\nPMID- 2\nTI  - B", ["1", "2"], "several, and no end of the last"),
    ("\n\nPMID- 1\nTI  - A\n\nAU  - Ito K\n", ["1"], "one within a record"),
    ("OWN - NLM\nPMID- 1\nTI  - A\n\nOWN - NLM\nPMID- 2\nTI  - B", ["1", "2"], "OWN before it"),
    ("OWN - ERIC\nTI  - A\nOID - 1\n\nOWN - ERIC\nTI  - B\nOID - 2\n", ["1", "2"], "no PMID"),
    ("TI  - A\nOID - 1\n\nTI  - B\nOID - 2\n", ["1", "2"], "by the first tag of the file"),
    ("PMID- 1\r\nTI  - A\r\n\r\nPMID- 2\r\nTI  - B\r\n", ["1", "2"], "CRLF"),
    ("PMID- 1\rTI  - A\r\rPMID- 2\rTI  - B\r", ["1", "2"], "CR"),
    ("\ufeffPMID- 1\nTI  - A\n", ["1"], "a byte order mark"),
    ("PMID- 1\nSO  a line without its hyphen\nTI  - A\n", ["1"], "no tag"),
    ("PMID- 1\nAB  - one\n      TI  - two\n", ["1"], "indented: no tag"),
]


@pytest.mark.parametrize(("text", "ids", "why"), CUTS)
def test_where_records_begin(text: str, ids: list[str], why: str) -> None:
    assert [record.id for record in records(text, "nbib")] == ids, why


def test_a_record_of_nothing_is_broken() -> None:
    first, broken, last = read("PMID- 1\n\nPMID-\nSTAT- MEDLINE\nDA  - 2\n\nPMID- 3\n", "nbib")
    assert isinstance(broken, Fault)
    assert (broken.code, broken.line, broken.record_number) == ("COL002", 3, 2)
    assert isinstance(first, Record)
    assert isinstance(last, Record)
    assert (first.id, last.id) == ("1", "3")


SEEN = [
    (ARTICLE, "nbib", "PubMed"),
    (ERIC_REPORT, "nbib", "ERIC"),
    ("\n\nPMID- 123\nTI  - A\n", "nbib", "blank lines before it"),
    ("PMID-22664238\nPT  - Editorial\n", "nbib", "no blank"),
    ("PMID- 123\r\nTI  - A\r\n", "nbib", "CRLF"),
    ("PMC -22664230\nTI-\nFAU -\n", "nbib", "PMC first"),
    ("TY  - JOUR\nTI  - A\nER  - \n", "ris", "RIS"),
    ("PMID, Title\n1,A\n", "csv", "a table"),
    ("PMID- is the tag of the identifier\n", "", "a manual"),
    ("FAU - a university\nof Erlangen\n", "", "a text"),
]


@pytest.mark.parametrize(("text", "form", "why"), SEEN)
def test_recognised_by_content(text: str, form: str, why: str) -> None:
    assert by_content(text) == form, why


def test_suffix() -> None:
    assert by_suffix("search.NBIB.gz") == "nbib"
