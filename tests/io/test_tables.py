"""Tables: headers of many makers, quoting, and rows that are broken."""

from __future__ import annotations

import csv
import gzip
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import SHARED, needs_shared

from validator.finding import Fault
from validator.io.source import Source
from validator.io.tables import delimited as tables
from validator.io.tables import headers
from validator.record import Record


def read(text: str, limit: int = 2**20) -> list[Record | Fault]:
    items = list(tables.read(Source("x.csv", "csv", text=text, limit=limit)))
    for item in items:
        if isinstance(item, Record):
            spans_hold(item, text)
    return items


def spans_hold(record: Record, text: str) -> None:
    """Every cell stands where it says, and its line and column agree with its offset."""
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]
    for field in record.raw:
        assert field.start is not None
        assert field.line is not None
        assert text[field.start : field.end] == field.value
        if "\r" not in text and not text.startswith("\ufeff"):
            assert field.start == starts[field.line - 1] + (field.column or 0) - 1


def one(text: str) -> Record:
    (record,) = read(text)
    assert isinstance(record, Record)
    return record


def titles(items: list[Record | Fault]) -> list[str]:
    """The titles of the records, and the codes of the faults."""
    return [item.title if isinstance(item, Record) else item.code for item in items]


HEADERS = [
    # header and row, delimiter "|" here; variable and value; whose
    ("ID|ENTRYTYPE|title|journal|number", "a|article|T|J|3", "issue", "3", "BibTeX"),
    ("ID|ENTRYTYPE|title|institution|number", "a|techreport|T|I|TR-3", "number", "TR-3", "BibTeX"),
    ("ID|ENTRYTYPE|title", "a|inproceedings|T", "type", "paper-conference", "BibTeX"),
    ("ID|ENTRYTYPE|title", "a|letter|T", "type", "personal_communication", "BibTeX"),
    ("EID|Document Type|Title", "a|Letter|T", "type", "article-journal", "Scopus"),
    ("题名|文献类型", "T|[J/OL]", "type", "article-journal", "GB/T 7714"),
    ("Title|Source title|Art. No.|DOI", "T|J|e12|10.1/a", "number", "e12", "Scopus"),
    ("Title|Page start|Page end", "T|5|9", "page", "5-9", "Scopus"),
    ("Title|EID|Year", "T|2-s2.0-1|2020", "id", "2-s2.0-1", "Scopus"),
    ("Title|Document Type|Year", "T|Conference paper|2020", "type", "paper-conference", "Scopus"),
    ("Article Title|Start Page|Author Keywords", "T|7|a; b", "keyword", ("a", "b"), "WoS, long"),
    ("Article Title|Keywords Plus|DOI", "T|A; B|", "index_keyword", ("A", "B"), "WoS, long"),
    ("PT|AU|TI|SO|BP|EP|ID|DE|SN|EI", "J|Li, W|T|J|1|2|A|b|1-1|2-2", "keyword", ("b",), "WoS"),
    ("PT|AU|TI|SO|BP|EP|ID|DE|SN|EI", "J|Li, W|T|J|1|2|A|b|1-1|2-2", "page", "1-2", "WoS"),
    ("PT|AU|TI|SO|BP|EP|ID|DE|SN|EI", "J|Li, W|T|J|1|2|A|b|1-1|2-2", "issn", "1-1; 2-2", "WoS"),
    ("Key|Item Type|Title|Publication Title", "K|journalArticle|T|J", "id", "K", "Zotero"),
    ("Key|Item Type|Title|Type", "K|thesis|T|PhD", "genre", "PhD", "Zotero"),
    ("Key|Item Type|Title|Extra", "K|book|T|PMID: 12", "pmid", "12", "Zotero"),
    ("TY|TI|AU|SP|EP", "JOUR|T|Li, W|1|2", "type", "article-journal", "RIS"),
    ("PMID|Title|Journal/Book|Publication Year", "12|T|J|2020", "container_title", "J", "PubMed"),
    ("题名|作者|刊名|年|卷|期|页码", "T|张三;李四|图书|2020|1|2|3-4", "page", "3-4", "Chinese"),
    ("标题|来源|年份", "T|图书|2020", "container_title", "图书", "Chinese"),
    ("篇名|期刊|出版年", "T|图书|2020", "container_title", "图书", "Chinese"),
    ("题名|单位|关键词", "T|甲;乙|子；丑", "affiliation", ("甲", "乙"), "Chinese"),
    ("题名|单位|关键词", "T|甲;乙|子；丑", "keyword", ("子", "丑"), "Chinese"),
    ("Title-题名|Source-文献来源|Period-期", "T|图书|2", "issue", "2", "CNKI"),
    ("ＴＩＴＬＥ|j_o_u_r-n al", "T|J", "container_title", "J", "width, case, punctuation"),
    ("title|journal|booktitle", "T||B", "container_title", "B", "two columns of one kind"),
    ("title|doi", "T|10.1/a", "type", "article-journal", "inferred from the DOI"),
]


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize(("header", "row", "attribute", "value", "whose"), HEADERS)
def test_headers(
    header: str, row: str, attribute: str, value: object, whose: str, delimiter: str
) -> None:
    cells = [header.split("|"), row.split("|")]
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(cells)
    record = one(text.getvalue())
    assert (record.title, getattr(record, attribute)) == ("T", value)


def test_every_alias_belongs_to_one_kind() -> None:
    for roles in (headers._GENERAL, headers._WEB_OF_SCIENCE, headers._RIS):
        names = [name for names in roles.values() for name in names.split()]
        assert len(names) == len(set(names))
        assert [headers.folded(name) for name in names] == names


AUTHORS = [
    ("Smith, John and Doe, Jane", ["Smith", "Doe"]),  # BibTeX
    ("Smith, J.; Doe, J.", ["Smith", "Doe"]),  # Web of Science
    ("Smith, John (57200000000); Doe, Jane (57200000001)", ["Smith", "Doe"]),  # Scopus
    ("Smith, John", ["Smith"]),
]


@pytest.mark.parametrize(("cell", "families"), AUTHORS)
def test_lists_of_names(cell: str, families: list[str]) -> None:
    record = one(f'title,Author full names,Authors\nT,"{cell}",S. J.\n')
    assert [name.family for name in record.author] == families
    assert [f.variable for f in record.raw] == ["title", "author", ""]


DATES = [
    ("date,year", "2020-03-01,2020", (2020, 3, 1), "the fuller"),
    ("date,year", "2019-12-30,2020", (2020, None, None), "the year of publication counts"),
    ("year,month,day", "2020,3,1", (2020, 3, 1), "in three columns"),
    ("year,month", "2020,March", (2020, 3, None), "a word"),
    ("year,month", "2020,", (2020, None, None), "empty"),
]


@pytest.mark.parametrize(("header", "row", "expected", "why"), DATES)
def test_dates(header: str, row: str, expected: tuple[int | None, ...], why: str) -> None:
    issued = one(f"title,{header}\nT,{row}\n").issued
    assert issued is not None
    assert issued[1:4] == expected


def test_a_parallel_title_is_no_title_of_another_work() -> None:
    header = "题名,英文题名,英文作者,译者"
    assert one(f"{header}\n雪国,Snow Country,Li Wei,\n").parallel.title == "Snow Country"
    assert not one(f"{header}\n雪国,Snow Country,Li Wei,王五\n").parallel.title


PARALLELS = [
    ("题名,英文题名", "title", "数字", "title", "Digital"),
    ("题名,题名(英文)", "title", "数字", "title", "Digital"),
    ("中文题名,外文题名", "title", "数字", "title", "Digital"),
    ("題名,英文題名", "title", "数字", "title", "Digital"),
    ("タイトル,タイトル(英語)", "title", "数字", "title", "Digital"),
    ("著者名,英文著者名", "author", "数字", "author", "Digital"),
    ("제목,영문제목", "title", "数字", "title", "Digital"),
    ("논문명,논문명(영어)", "title", "数字", "title", "Digital"),
    ("저자,저자(영문)", "author", "数字", "author", "Digital"),
    ("Title,Title_EN", "title", "数字", "title", "Digital"),
    ("Title (Chinese),Title (English)", "title", "数字", "title", "Digital"),
    ("Title,Title in Japanese", "title", "数字", "title", "Digital"),  # not the plain one
    ("Journal,Journal (English)", "container_title", "数字", "container_title", "Digital"),
    ("机构,英文机构", "affiliation", "数字", "affiliation", "Digital"),
    ("摘要,英文摘要", "abstract", "数字", "abstract", "Digital"),
    ("抄録,英文抄録", "abstract", "数字", "abstract", "Digital"),
    ("关键词,英文关键词", "keyword", "数字", "keyword", "Digital"),
    ("키워드,영문키워드", "keyword", "数字", "keyword", "Digital"),
    ("出版社,英文出版社", "publisher", "数字", "publisher", ""),  # by itself of another edition
]


@pytest.mark.parametrize(("header", "of", "value", "part", "other"), PARALLELS)
def test_columns_in_another_language(
    header: str, of: str, value: str, part: str, other: str
) -> None:
    record = one(f"{header},年\n数字,Digital,2020\n")
    assert text_of(getattr(record, of)) == value
    assert text_of(getattr(record.parallel, part)) == other
    assert record.raw[1].variable.startswith("original-")


def text_of(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)


SAME = 'id,title,x\n1,"A, ""b""\nc",z\n'
LAYOUTS = [
    (SAME, "as RFC 4180 says"),
    ("\ufeff" + SAME, "byte order mark"),
    ("sep=,\n" + SAME, "Excel names the delimiter"),
    ("\n\n" + SAME, "blank lines before"),
    ("Scopus\nEXPORT DATE: 2020\n" + SAME, "a greeting before"),
    (SAME + ",,\n\n", "an empty row behind"),
    (SAME.replace("z\n", "z,,\n"), "empty cells behind"),
    (SAME.replace("\n1", ",,\n1"), "nameless columns behind"),
    (SAME.replace("z\n", "z"), "no line end"),
    (SAME + "id,title,x\n", "the header again: two exports in one"),
    ('id,title,x\n1,"A, ""b""\nc" ,z\n', "a blank behind the quotation mark"),
    ('id, title, x\n1, "A, ""b""\nc", z\n', "blanks as layout"),
]


@pytest.mark.parametrize(("text", "why"), LAYOUTS, ids=[why for _, why in LAYOUTS])
def test_layouts(text: str, why: str) -> None:
    record = one(text)
    assert (record.id, record.title, record.raw[-1].value) == ("1", 'A, "b"\nc', "z")


def test_a_mark_that_is_not_doubled() -> None:
    assert one('title,x\n"A, "b" c",z\n').title == 'A, "b" c'


def test_cells_have_lines_and_columns() -> None:
    record = one('id,title,abstract,year\n"1","A","b\nc",2020\n')
    assert [(f.name, f.line, f.column) for f in record.raw] == [
        ("id", 2, 1),
        ("title", 2, 5),
        ("abstract", 2, 9),
        ("year", 3, 4),
    ]
    assert record.raw[2].value == '"b\nc"'


def test_empty_cells_are_no_fields_and_unknown_columns_are_kept() -> None:
    record = one('id,title,journal,volume,shelf\n1,A,,"",X9\n')
    assert [(f.name, f.value, f.variable) for f in record.raw] == [
        ("id", "1", "id"),
        ("title", "A", "title"),
        ("shelf", "X9", ""),
    ]


def test_a_header_alone_holds_no_record() -> None:
    assert read(",\n , \n") == []  # without a name
    assert read("id,title,year\n") == []
    assert read("") == []
    assert read("\n\n") == []


FIRST, LAST = '"1","A","J","2001"\n', '"9","Z","J","2009"\n'
DAMAGE = [
    ('"5","M","2005"\n', "too few cells"),
    ('"5","M","J","2005","x"\n', "too many cells"),
    ('"5","M, "n", o","J","2005"\n', "marks and commas that part a cell"),
    ('"5","M,"J","2005"\n', "an unclosed mark"),
    ('"5","M","J","2005\n', "an unclosed mark at the end"),
    ('"5,"M","J","2005"\n', "an unclosed mark at the start"),
    ('"5","M\n', "cut off"),
    ('"5\n', "cut off in the first cell"),
    ('5,M "n,J,"2005\n', "a mark in the middle and one unclosed"),
    ('"5","M\nn","2005"\n', "too few cells, over two lines"),
    ('"5","M\n\nn","J","2005","x"\n', "too many cells, over three lines"),
    ("\x00\x00\x00\n", "no text"),
]


@pytest.mark.parametrize(("row", "why"), DAMAGE, ids=[why for _, why in DAMAGE])
@pytest.mark.parametrize("last", [LAST, LAST.replace('"', ""), LAST + LAST], ids=str)
def test_a_broken_row_costs_no_neighbour(row: str, why: str, last: str) -> None:
    text = "id,title,journal,year\n" + FIRST + row + last
    items = read(text)
    assert titles(items) == ["A", "COL002", *["Z"] * last.count("Z")]
    fault = items[1]
    assert isinstance(fault, Fault)
    assert (fault.line, fault.record_number) == (3, 2)
    assert text[fault.start : fault.end] == fault.raw == row.rstrip("\n")


def test_marks_where_they_are_needed_only() -> None:
    """An unclosed mark would run to the next quoted cell of the same column."""
    rows = ['5,"M,J,2005', "6,N,J,2006", '7,"O, P",J,2007', "8,Q,J,2008"]
    items = read("\n".join(["id,title,journal,year", *rows]))
    assert titles(items) == ["COL002", "N", "O, P", "Q"]


def test_tabs_without_quoting() -> None:
    """Web of Science quotes nothing: a mark at the start of a cell is part of it."""
    rows = ['J\t"Big data" in use\tX\t2001', 'J\t"A" and "B"\tX\t2002', "J\tC\tX\t2003"]
    items = read("\n".join(["PT\tTI\tSO\tPY", *rows]))
    assert titles(items) == ['"Big data" in use', '"A" and "B"', "C"]


def test_a_row_longer_than_the_limit() -> None:
    items = read("id,title\n1,A\n2," + "x" * 2000 + "\n3,C\n", limit=1000)
    assert titles(items) == ["A", "COL002", "C"]


def test_many_rows_opened_and_never_closed() -> None:
    """Each is looked at over a bounded stretch, not to the end of the file."""
    items = read("id,title\n" + '1,"A\n' * 2000)
    assert titles(items) == ["COL002"] * 2000


def test_what_names_a_header() -> None:
    assert headers.known_columns("ID,ENTRYTYPE,title,author\r\n") == 4
    assert headers.known_columns('"题名";"作者"') == 2
    assert headers.known_columns("PT\tAU\tTI\tSO\tID") == 5
    assert headers.known_columns("Dear Sir, dear Madam") == 0


CSV_TEXT = st.text(st.sampled_from('title,author;\t"\n\r \x00\ufeff\udc80王'), max_size=200)
CELLS = st.text(st.sampled_from('ab,;"\n \t王'), max_size=8)


@given(CSV_TEXT)
def test_any_text_is_read(text: str) -> None:
    read(text)
    read("title,author\n" + text)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=6))
def test_what_the_csv_module_writes_is_read(rows: list[tuple[str, str]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([("id", "title", "x"), *((f"{i}", *row) for i, row in enumerate(rows))])
    items = read(text.getvalue())
    assert [item.title for item in items if isinstance(item, Record)] == [row[0] for row in rows]


def unpacked(path: Path) -> str:
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode()


@pytest.mark.parametrize(
    "path",
    sorted((SHARED / "data/dedup").glob("*/records.csv*")),
    ids=lambda path: path.parent.name,
)
class TestRealFiles:
    pytestmark = needs_shared

    def test_every_row_is_a_record(self, path: Path) -> None:
        truth = unpacked(path.with_name(path.name.replace("records", "truth")))
        ids = [row["id"] for row in csv.DictReader(io.StringIO(truth))]
        items = list(tables.read(Source("x.csv", "csv", text=unpacked(path))))
        assert sorted(r.id for r in items if isinstance(r, Record)) == sorted(ids)
        assert len(items) == len(ids)


@pytest.mark.parametrize(
    ("orcids", "expected"),
    [
        ("0000-0002-1825-0097; 0000-0002-1825", ["0000-0002-1825-0097", "0000-0002-1825"]),
        ("0000-0002-1825-0097;", ["", ""]),  # whose it is
        ("0000-0002-1825-0097", ["", ""]),
    ],
)
def test_a_column_of_orcids_has_one_for_each_author(orcids: str, expected: list[str]) -> None:
    record = one(f'title,author,year,ORCID\nT,"Smith, J.; Li, Na",2015,{orcids}\n')
    assert [name.orcid for name in record.author] == expected


def test_a_column_cn_is_the_number_of_a_serial() -> None:
    record = one("title,author,year,CN\nT,A,2015,CN 11-1826/P\n")
    assert record.other_id == (("cn", "CN 11-1826/P"),)
