"""RIS as programs really write it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import SHARED, needs_shared

from validator.finding import Fault
from validator.io.source import Source
from validator.io.tagged import ris
from validator.record import Record


def read(text: str, limit: int = 2**20) -> list[Record | Fault]:
    items = list(ris.read(Source("x.ris", "ris", text=text, limit=limit)))
    for item in items:
        if isinstance(item, Record):
            spans_hold(item, text)
    return [item for item in items if isinstance(item, Record) or item.code != "COL006"]


def spans_hold(record: Record, text: str) -> None:
    """Every field stands where it says, and its line and column agree with its offset."""
    for field in record.raw:
        assert field.start is not None
        assert text[field.start : field.end] == field.value
    where = record.provenance
    assert where.start is not None
    assert where.end is not None
    assert all(where.start <= (f.start or 0) <= (f.end or 0) <= where.end for f in record.raw)


def one(text: str) -> Record:
    (record,) = read(text)
    assert isinstance(record, Record)
    return record


def entry(*lines: str) -> str:
    return "\n".join(["TY  - JOUR", *lines, "ER  - ", ""])


ARTICLE = entry(
    "ID  - shannon48",
    "AU  - Shannon, Claude E.",
    "TI  - A Mathematical Theory of Communication",
    "JF  - Bell System Technical Journal",
    "JA  - Bell Syst. Tech. J.",
    "PY  - 1948/07//",
    "VL  - 27",
    "IS  - 3",
    "SP  - 379",
    "EP  - 423",
    "SN  - 0005-8580",
    "DO  - 10.1002/j.1538-7305.1948.tb01338.x",
)


def test_every_variable_of_an_article() -> None:
    record = one(ARTICLE)
    assert record.id == "shannon48"
    assert (record.type, record.type_as_read) == ("article-journal", "JOUR")
    assert [(n.family, n.given) for n in record.author] == [("Shannon", "Claude E.")]
    assert record.container_title == "Bell System Technical Journal"
    assert record.container_title_short == "Bell Syst. Tech. J."
    assert record.issued is not None
    assert record.issued[:3] == ("1948/07//", 1948, 7)
    assert (record.volume, record.issue, record.page) == ("27", "3", "379-423")
    assert (record.issn, record.isbn) == ("0005-8580", "")
    assert [f.variable for f in record.raw if f.name in ("SP", "EP")] == ["page", "page"]
    title = record.place("title")
    assert (title.line, title.column, title.cut(ARTICLE)) == (4, 7, record.title)


SPACING = [
    ("TY  - JOUR\nTI  - On RIS\nER  - \n", "the specification"),
    ("TY - JOUR\nTI - On RIS\nER -\n", "one blank"),
    ("TY  -JOUR\nTI  -On RIS\nER  -\n", "no blank behind"),
    ("TY-JOUR\nTI-On RIS\nER-\n", "no blank at all"),
    ("ty  - jour\nti  - On RIS\ner  - \n", "lower case"),
    ("TY  – JOUR\nTI  – On RIS\nER  – \n", "dashes of a word processor"),
    ("\ufeffTY  - JOUR\r\nTI  - On RIS\r\nER  - \r\n", "byte order mark, CRLF"),
    ("\r\rTY  - JOUR\rTI  - On RIS\rER  - \r", "CR alone, blank lines before"),
    ("  TY  - JOUR\n  TI  - On RIS\n  ER  - \n", "indented as in a letter"),
    ("1.\nTY  - JOUR\nTI  - On RIS\nER  - \n", "a counter before the record"),
    ("Provider: X\nDB  - X\nTY  - JOUR\nTI  - On RIS\nER  - \n", "the greeting of an exporter"),
    ("TY  - JOUR\nTI  - On\n      RIS\nER  - \n", "a value over two lines"),
    ("TY  - JOUR\nTI  - On RIS\nER\n", "a bare ER"),
    ("TY  - JOUR\nTI  - On RIS", "no ER, no last line end"),
    ("TI  - On RIS\nJF  - JASIST\nER  - \n", "no TY: the type is inferred"),
]


@pytest.mark.parametrize(("text", "why"), SPACING, ids=[why for _, why in SPACING])
def test_spacing(text: str, why: str) -> None:
    record = one(text)
    assert (record.title, record.type) == ("On RIS", "article-journal")


NOT_TAGS = [
    "T2-weighted images",  # T2 is a tag, but the record spaces its tags
    "ER then a second line",
    "IL-6 and TNF",
    "DNA - a molecule",
    "At - the beginning",  # tags are in capitals here
]


@pytest.mark.parametrize("line", NOT_TAGS)
def test_prose_goes_on_with_the_value(line: str) -> None:
    record = one(entry("AB  - We describe", line, "TI  - T"))
    assert record.abstract == f"We describe {line}"
    assert record.title == "T"


VALUES = [
    # lines, variable, value, why
    (["SP  - 1-22", "EP  - 22"], "page", "1-22", "the whole range in SP"),
    (["SP  - 193"], "page", "193", "no end"),
    (["SP  - 280", "EP  - 280"], "page", "280", "a single page"),
    (["EP  - 423"], "page", "", "an end without a start is no page"),
    (["SP  - e0815"], "page", "e0815", "an article number as page"),
    (["SN  - 0915-5287", "SN  - 2187-5626"], "issn", "0915-5287; 2187-5626", "print, electronic"),
    (["SN  - 978-1-4822-5326-9"], "isbn", "978-1-4822-5326-9", "an ISBN by its shape"),
    (["SN  - 9781482253269", "SN  - 0915-5287"], "issn", "0915-5287", "one of each"),
    (["M3  - doi: 10.1063/1.1954747"], "doi", "10.1063/1.1954747", "M3 as DOI (Atypon)"),
    (["M3  - Review"], "genre", "Review", "M3 as the type of work"),
    (["DO  - 10.1/a", "M3  - doi: 10.1/a"], "genre", "", "a DOI is no genre"),
    (["N1  - doi: 10.1063/1.1954747"], "doi", "10.1063/1.1954747", "N1 as DOI"),
    (["N1  - doi: 10.1063/1.1954747"], "note", "", "and no note"),
    (["JO  - Food Technology"], "container_title", "Food Technology", "JO alone is the journal"),
    (["JF  - Full", "JO  - F."], "container_title_short", "F.", "JO beside JF is its short form"),
    (["T2  - J", "JF  - J"], "container_title", "J", "JF and T2 the same"),
    (["DB  - PubMed", "AN  - 26957754"], "pmid", "26957754", "AN of PubMed"),
    (["DB  - Scopus", "AN  - 26957754"], "pmid", "", "AN of another database"),
    (["PMID  - 26957754"], "pmid", "26957754", "a tag of its own (PsycNET)"),
    (["PMID  - 26957754"], "type_as_read", "JOUR", "which is no part of the tag before"),
    (["DB  - Embase", "DB  - Medline", "C5  - 26957754"], "pmid", "26957754", "C5 of Embase"),
    (["DB  - Scopus", "C2  - 31627144"], "pmid", "31627144", "C2 of Scopus"),
    (["DB  - Things", "C2  - 31627144"], "pmid", "", "C2 of others"),
    (["DB  - Scopus", "C5  - 26957754"], "pmid", "", "C5 of others"),
    (["U1  - 26957754[pmid]"], "pmid", "26957754", "marked by NCBI"),
    (["C2  - PMC4756000"], "pmcid", "PMC4756000", "EndNote"),
    (["KW  - a, b; c", "KW  - d"], "keyword", ("a, b", "c", "d"), "semicolons split"),
    (["KW  - a", "b", "c"], "keyword", ("a", "b", "c"), "a keyword a line"),
    (["N2  - short", "AB  - long"], "abstract", "long", "AB before N2"),
    (["AD  - X", "AD  - Y"], "affiliation", ("X", "Y"), "repeated"),
    (
        ["M1  - (Ito K.; Wit A.) X", "M1  - (Wit A., a@y.org) Y", "AD  - K. Ito, X, Tokyo"],
        "affiliation",
        ("X", "Y"),
        "Embase: whose each is, and the address for letters",
    ),
    (["M1  - (2)", "AD  - X"], "affiliation", ("X",), "M1 as what it is elsewhere"),
    (["TI  -", "T1  - T"], "title", "T", "an empty field gives way"),
]


@pytest.mark.parametrize(("lines", "attribute", "value", "why"), VALUES)
def test_values(lines: list[str], attribute: str, value: object, why: str) -> None:
    assert getattr(one(entry("ZZ  - x", *lines)), attribute) == value


def test_a_note_that_is_the_doi_fills_the_doi() -> None:
    raw = one(entry("N1  - doi: 10.1063/1.1954747", "N1  - Good.")).raw
    assert [(f.value, f.variable) for f in raw if f.name == "N1"] == [
        ("doi: 10.1063/1.1954747", "DOI"),
        ("Good.", "note"),
    ]


DATES = [
    (["PY  - 2003/03/01/Spring"], (2003, 3, 1), "the specification of 2001"),
    (["PY  - 2015", "Y1  - 2015/09/10"], (2015, 9, 10), "the fuller one"),
    (["Y1  - 1900/01/01", "DA  - 1950/01/01"], (1950, 1, 1), "Y1 is out of use"),
    (["PY  - 2004", "DA  - 2019/01/02"], (2004, None, None), "DA may be the date of access"),
    (["PY  - 2015", "DA  - Aug 12"], (2015, 8, 12), "EndNote: month and day apart"),
    (["PY  - 2016/12//"], (2016, 12, None), "no day"),
]


@pytest.mark.parametrize(("lines", "expected", "why"), DATES)
def test_dates(lines: list[str], expected: tuple[int | None, ...], why: str) -> None:
    issued = one(entry(*lines)).issued
    assert issued is not None
    assert issued[1:4] == expected


def test_authors_keep_the_order_of_the_file() -> None:
    """Web of Science and Zotero mix A1 and AU."""
    record = one(entry("A1  - Georgiev, Danko", "AU  - Bello, Leon", "A1  - 王, 小明"))
    assert [name.family for name in record.author] == ["Georgiev", "Bello", "王"]
    assert record.place("author", 1).line == 3


def test_parts_of_books() -> None:
    text = "TY  - CHAP\nTI  - C\nT2  - B\nA2  - Ed, E.\nT3  - S\nER  - \n"
    chapter = one(text)
    assert (chapter.container_title, chapter.collection_title) == ("B", "S")
    assert [name.family for name in chapter.editor] == ["Ed"]
    book = one("TY  - BOOK\nTI  - B\nT2  - S\nSP  - 153\nET  - 2\nER  - \n")
    assert (book.collection_title, book.container_title) == ("S", "")
    assert (book.number_of_pages, book.page, book.edition) == ("153", "", "2")
    report = one("TY  - RPRT\nTI  - R\nSN  - NASA-TM-1\nER  - \n")
    assert (report.number, report.issn, report.isbn) == ("NASA-TM-1", "", "")


def test_tags_that_mean_something_else_for_another_type() -> None:
    """As EndNote and Zotero write them."""
    patent = one("TY  - PAT\nTI  - P\nSN  - US 1\nM1  - 2/3\nA2  - Office\nET  - A61K\nER  - \n")
    assert (patent.number, patent.editor, patent.edition) == ("US 1", (), "")
    thesis = one("TY  - THES\nTI  - T\nT2  - Physics\nVL  - PhD\nSP  - 90\nER  - \n")
    assert (thesis.container_title, thesis.volume, thesis.number_of_pages) == ("", "", "90")
    book = one("TY  - BOOK\nTI  - B\nJ2  - B.\nA4  - Ü, T.\nOP  - 1937\nTT  - X\nER  - \n")
    assert (book.container_title, book.original_date, len(book.translator)) == ("", "1937", 1)
    assert not book.parallel.title  # that of the work it translates


def test_a_translated_title_is_parallel() -> None:
    record = one(entry("TI  - 数字人文", "TT  - Digital humanities", "TA  - Wang, Wei"))
    assert record.parallel.title == "Digital humanities"
    assert [name.family for name in record.parallel.author] == ["Wang"]


BILINGUAL = [
    ("TI  - 数字人文|TI  - Digital humanities", "title", "Digital humanities", "twice one tag"),
    ("TI  - 数字人文|T1  - Digital humanities", "title", "Digital humanities", "both tags"),
    ("TI  - Digital humanities|T1  - 数字人文", "title", "数字人文", "the label decides"),
    ("TI  - A title|T1  - A second", "title", "", "of one script: a repetition"),
    (
        "TI  - 数字|JF  - 测绘科学|T2  - Science of Surveying",
        "container_title",
        None,
        "the journal",
    ),
    ("TI  - 数字|AB  - 摘要|N2  - Abstract", "abstract", "Abstract", "the abstract"),
    ("TI  - 数字|KW  - 甲|KW  - first", "keyword", (), "one list of keywords"),
]


@pytest.mark.parametrize(("lines", "part", "value", "why"), BILINGUAL)
def test_a_second_value_in_the_other_script(lines: str, part: str, value: object, why: str) -> None:
    found = getattr(one(entry(*lines.split("|"))).parallel, part)
    assert found == ("Science of Surveying" if value is None else value), why


EDITORS = [
    ("JOUR", ["张三", "李四"], ["Zhang, San", "Li, Si"], True, "the authors again"),
    ("JOUR", ["张三", "李四"], ["Smith, J."], False, "not one for each"),
    ("JOUR", ["张三"], ["李四"], False, "of one script"),
    ("CHAP", ["张三"], ["Smith, J."], False, "a chapter has editors"),
]


@pytest.mark.parametrize(("kind", "authors", "others", "again", "why"), EDITORS)
def test_second_authors_of_an_article(
    kind: str, authors: list[str], others: list[str], again: bool, why: str
) -> None:
    lines = [f"AU  - {name}" for name in authors] + [f"A2  - {name}" for name in others]
    record = one("\n".join([f"TY  - {kind}", "TI  - 数字", *lines, "ER  - ", ""]))
    assert bool(record.parallel.author) == again, why
    assert bool(record.editor) != again
    variables = {field.variable for field in record.raw if field.name == "A2"}
    assert variables == {"original-author" if again else "editor"}


def test_unknown_tags_and_types_are_kept() -> None:
    record = one("TY  - WEBLOG2\nTI  - T\nJP  - CRISPR\nJP  - x\nER  - end\n")
    assert (record.type, record.type_as_read) == ("", "WEBLOG2")
    assert [(f.name, f.value) for f in record.raw if not f.variable] == [
        ("JP", "CRISPR"),
        ("JP", "x"),
        ("ER", "end"),
    ]


def test_a_missing_end_costs_no_record() -> None:
    text = "TY  - JOUR\nTI  - A\nTY  - BOOK\nTI  - B\nER  - \n"
    first, second = read(text)
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert (first.title, second.title, second.type) == ("A", "B", "book")


def test_a_record_without_fields_is_a_fault() -> None:
    _, fault, _ = read(ARTICLE + "TY  - JOUR\nER  - \n" + ARTICLE)
    assert isinstance(fault, Fault)
    assert (fault.code, fault.line, fault.record_number) == ("COL002", 15, 2)
    assert fault.raw == "TY  - JOUR"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (ARTICLE + ARTICLE, []),
        ("TY  - JOUR\nTI  - A\nTY  - BOOK\nTI  - B\nER  - \n", [(1, 1, ris.WITHOUT_END)]),
        ("TY  - JOUR\nTI  - A\n", [(1, 1, ris.WITHOUT_END)]),
        ("Provider: X\n\nTI  - A\nER  - \n", [(3, 1, ris.WITHOUT_START)]),
        ("TI  - A\n\nTY  - BOOK\nTI  - B\nER  - \n", [(1, 1, ris.WITHOUT_START)]),
    ],
)
def test_what_is_missing_is_told(text: str, says: list[tuple[int, int, str]]) -> None:
    found = [
        item for item in ris.read(Source("x.ris", "ris", text=text)) if isinstance(item, Fault)
    ]
    assert [(f.line, f.record_number, f.template) for f in found] == says


DAMAGE = [
    ("TY  - JOUR", "TY - JOUR"),
    ("TY  - JOUR", "TX  - JOUR"),  # no TY: a record without type
    ("TY  - JOUR\n", ""),
    ("ER  - \n", ""),
    ("ER  - \n", "ER  - \nER  - \n"),
    ("TI  - ", "TI"),  # no tag: text of the line above
    ("AU  - ", "\x00\x00"),
    ("DO  - ", "D\ufffd  - "),
    ("SP  - 379\nEP  - 423\n", ""),
    ("JF  - Bell System Technical Journal", "JF  - " + "x" * 5000),  # longer than the limit
]


@pytest.mark.parametrize(("old", "new"), DAMAGE)
def test_damage_in_the_middle_costs_no_neighbour(old: str, new: str) -> None:
    assert old in ARTICLE
    first, last = ARTICLE.replace("48", "01"), ARTICLE.replace("48", "03")
    items = read(first + ARTICLE.replace(old, new) + last, limit=3000)
    assert len(items) == 3
    assert isinstance(items[0], Record)
    assert isinstance(items[2], Record)
    assert (items[0].id, items[2].id) == ("shannon01", "shannon03")
    assert items[0].provenance.record_number == 1
    assert items[2].provenance.record_number == 3


def test_a_record_longer_than_the_limit_is_left_out() -> None:
    long = entry(*(f"KW  - keyword {i}" for i in range(100)))
    text = ARTICLE + long + ARTICLE
    _, fault, _ = read(text, limit=1000)
    assert isinstance(fault, Fault)
    assert fault.template == "a record is longer than max-record-bytes or 100,000 lines"
    assert text[fault.start : fault.end] == long.rstrip("\n")


TEXT = st.text(st.sampled_from("TYERAUKW  --\n\r;,ab'\u00a0\ufeff\x00\udc80王"), max_size=300)


@given(TEXT)
def test_any_text_is_read(text: str) -> None:
    read(text)


@given(st.lists(st.sampled_from(["TY  - JOUR", "TI  - A", "ER  - ", "", "AU  - B", "x"])))
def test_every_opening_is_a_record_or_a_fault(lines: list[str]) -> None:
    items = read("\n".join(lines))
    assert len(items) >= lines.count("TY  - JOUR")


LOSSES = {"jabref_RisImporterTest1.ris": 8, "rispy_example_wos.ris": 0}
"""Eight lines of TY one upon the other; a file of another format."""


@pytest.mark.parametrize(
    "path", sorted((SHARED / "data/formats/ris").glob("*.ris")), ids=lambda path: path.name
)
class TestRealFiles:
    pytestmark = needs_shared

    def test_every_record_is_read(self, path: Path) -> None:
        text = path.read_bytes().decode("utf-8", "surrogateescape")
        items = read(text)
        faults = [item for item in items if isinstance(item, Fault)]
        assert len(faults) == LOSSES.get(path.name, 0)
        openings = sum(line.startswith("TY  -") for line in text.lstrip("\ufeff").splitlines())
        assert len(items) == (openings or 1 - (path.name == "rispy_example_wos.ris"))


def test_a_record_of_too_many_lines_is_left_out() -> None:
    """Each line costs more memory than its text: 64 MB of short ones would take gigabytes."""
    items = read("TY  - JOUR\n" + "x\n" * 100_001 + "TY  - JOUR\nTI  - B\n", 2**26)
    assert isinstance(items[0], Fault)
    assert isinstance(items[1], Record)
    assert (items[0].code, items[1].title) == ("COL002", "B")
