"""The tagged exports of Chinese platforms and of EndNote: RefWorks, Refer, NoteExpress."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from patience import soon
from shared import SHARED, needs_shared

from validator.finding import Fault
from validator.io import read_text
from validator.io.detect import by_content, by_suffix
from validator.io.formats import FORMATS
from validator.record import Record

TAGGED = ("refworks", "refer", "noteexpress")


def read(text: str, form: str) -> list[Record | Fault]:
    items = list(read_text(text, form))
    for item in items:
        if isinstance(item, Record):
            spans_hold(item, text)
    return items


def spans_hold(record: Record, text: str) -> None:
    """Every field stands where it says, and its line and column agree with its offset."""
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    for field in record.raw:
        assert field.start is not None
        assert text[field.start : field.end] == field.value
        if field.value and field.line and "\r" not in text and not set(text) & ODD_ENDS:
            assert lines[field.line - 1][field.column - 1 :].startswith(field.value[:1])  # type: ignore[operator]


ODD_ENDS = set("\v\f\x1c\x1d\x1e\x85\u2028\u2029")


def one(text: str, form: str) -> Record:
    assert by_content(text) in (form, "")
    (record,) = read(text, form)
    assert isinstance(record, Record), record
    return record


def said(record: Record, attribute: str) -> Any:
    """A value as a table can hold it: names, dates and lists as text."""
    part, _, name = attribute.rpartition(".")
    value = getattr(record.parallel if part else record, name)
    if isinstance(value, tuple) and hasattr(value, "raw"):
        return value.raw
    return "; ".join(map(str, value)) if isinstance(value, tuple) else value


REFWORKS = "RT Journal Article\nSR 1\nA1 张三\nT1 目录学的历史\nJF 图书馆学报\n"
REFWORKS_HABITS = [
    ("A1 李四;王五;", "author", "张三; 李四; 王五", "several authors in a field"),
    ("A1 李四,王五", "author", "张三; 李四; 王五", "older records: commas"),
    ("A1李四", "author", "张三; 李四", "no blank behind the tag"),
    ("A1 Smith, John;Doe, Jane", "author", "张三; Smith, John; Doe, Jane", "Latin names"),
    ("A1 Ministry of Health,", "author", "张三; Ministry of Health", "a comma ends a body"),
    ("vo 12", "volume", "12", "a tag in lower case"),
    ("VO 012", "volume", "12", "padded"),
    ("IS 06", "issue", "6", "padded"),
    ("IS z1", "issue", "z1", "a supplement"),
    ("OP 1106-1111+1117", "page", "1106-1111+1117", "pages in OP"),
    ("SP 8\nOP 9", "page", "8-9", "first and other pages"),
    ("SP 8\nOP 8-9+7", "page", "8-9+7", "the first page said twice"),
    ("YR 2012", "issued", "2012", "the year"),
    ("YR 2023\nFD 2023-09-21", "issued", "2023-09-21", "the fuller date"),
    ("YR 2022\nFD 2023-09-21", "issued", "2022", "a date of another year"),
    ("AD 甲大学;乙大学;", "affiliation", "甲大学; 乙大学", "one blob"),
    (
        "AD 甲大学!长春130024,乙大学!宁波315101",
        "affiliation",
        "甲大学!长春130024; 乙大学!宁波315101",
        "older: commas",
    ),
    ("K1 目录;2,4-D;;历史", "keyword", "目录; 2,4-D; 历史", "semicolons"),
    ("LA 中文;", "language", "中文;", "as read"),
    ("CN 11-0315", "other_id", "cn:11-0315", "the CN of the journal"),
    ("CN 13-1234/G4", "other_id", "cn:13-1234/G4", "with its class"),
    ("CN QA76.9", "other_id", "", "a call number"),
    ("SN 1001-9332", "issn", "1001-9332", "a serial number"),
    ("SN 978-7-111-12345-6", "isbn", "978-7-111-12345-6", "a book's"),
    ("DO 10.1000/a", "doi", "10.1000/a", "the DOI"),
    ("URL https://a.cn/1", "url", "https://a.cn/1", "three letters"),
    ("LK https://a.cn/1", "url", "https://a.cn/1", "a link"),
    ("AB 一。\n二。\n\n三。\nSN 1001-9332", "abstract", "一。\n二。\n\n三。", "raw line ends"),
    ("AB 一。\nT1加权成像", "abstract", "一。\nT1加权成像", "no tag: a word of the abstract"),
    ("AB one\nis two", "abstract", "one\nis two", "nor this"),
    ("AB 一。\nJF 二。", "abstract", "一。\nJF 二。", "nor a tag that was there"),
    ("AB 一。\nRT 下反应", "abstract", "一。\nRT 下反应", "room temperature"),
    ("T1 History of catalogues", "parallel.title", "History of catalogues", "a second title"),
    ("OT History of catalogues", "parallel.title", "History of catalogues", "its own tag"),
    ("T2 Journal of Libraries", "parallel.container_title", "Journal of Libraries", "the journal"),
    ("DS CNKI", "type", "article-journal", "the type"),
]


@pytest.mark.parametrize(("lines", "attribute", "expected", "why"), REFWORKS_HABITS)
def test_refworks(lines: str, attribute: str, expected: str, why: str) -> None:
    record = one(f"{REFWORKS}{lines}\n", "refworks")
    assert said(record, attribute) == expected, why


VIP_HABITS = [
    ("{A1}: 李四;王五", "author", "张三; 李四; 王五"),
    ("{IS}: 05", "issue", "5"),
    ("{VO}: 033", "volume", "33"),
    ("{SP}: 8\n{OP}: 8-9+7", "page", "8-9+7"),
    ("{K1}: 甲;乙", "keyword", "甲; 乙"),
    ("{AB}: 一\n二", "abstract", "一\n二"),
]


@pytest.mark.parametrize(("lines", "attribute", "expected"), VIP_HABITS)
@pytest.mark.parametrize("plain", [False, True])
def test_vip(lines: str, attribute: str, expected: str, plain: bool) -> None:
    text = f"{{RT}}: Journal Article\n{{T1}}: 题名\n{{A1}}: 张三\n{lines}\n"
    if plain:  # RT: Journal Article
        text = text.replace("{", "").replace("}", "")
    assert said(one(text, "refworks"), attribute) == expected


REFER = "%0 Journal Article\n%A 张三\n%T 目录学的历史\n%J 图书馆学报\n"
REFER_HABITS = [
    ("%A 李四\n%A 王五", "author", "张三; 李四; 王五", "an author a field"),
    ("%A 李四;王五", "author", "张三; 李四; 王五", "patents: several in one"),
    ("%A 李四 %A 王五", "author", "张三; 李四; 王五", "older: a line"),
    ("%A 李四%A 王五", "author", "张三; 李四; 王五", "without a blank"),
    ("%A李四", "author", "张三; 李四", "no blank behind the tag"),
    ("%+ 甲大学;乙大学", "affiliation", "甲大学; 乙大学", "affiliations"),
    ("%+ 甲所,四川,610041;乙院\n%+ 丙", "affiliation", "甲所,四川,610041; 乙院; 丙", "addresses"),
    ("%D 1995/01/01", "issued", "1995/01/01", "a whole date"),
    ("%D 2023\n%8 2023-09-21", "issued", "2023-09-21", "two dates"),
    ("%P 5\n%P 269-273", "page", "269-273", "a count and a range"),
    ("%P 5\n%P 269-273", "number_of_pages", "5", "the count"),
    ("%P 94-98,93", "page", "94-98,93", "pages apart"),
    ("%P 004", "page", "004", "the page of a newspaper"),
    ("%V 7-203-03520-4", "isbn", "7-203-03520-4", "an ISBN in the volume"),
    ("%V 7-203-03520-4", "volume", "", "which is none then"),
    ("%V 12", "volume", "12", "a volume"),
    ("%L 11-0315", "other_id", "cn:11-0315", "the CN of the journal"),
    ("%~ 海外专利\nPageCount-页码 0", "number_of_pages", "", "a line without a tag"),
    ("%~ 库\nPageCount-页码: 7", "number_of_pages", "7", "and one that says something"),
    ("%R 10.1000/a", "doi", "10.1000/a", "the DOI"),
    ("%R oai:nb.bibsys.no:9", "doi", "", "another number"),
    ("%G chi", "language", "chi", "as read"),
    ("%@ 1008-0821", "issn", "1008-0821", "a serial number"),
    ("%K 文献管理 管理软件 Zotero", "keyword", "文献管理; 管理软件; Zotero", "blanks (Wanfang)"),
    ("%K 支持向量机 support vector machine", "keyword", None, "a phrase has blanks"),
    ("%K deep learning", "keyword", "deep learning", "so has this"),
    ("%H Zhang San\n%H Li Si", "parallel.author", "San, Zhang; Si, Li", "both scripts (Wanfang)"),
    ("%J JOURNAL OF LIBRARIES", "parallel.container_title", "JOURNAL OF LIBRARIES", "two journals"),
    ("%Q History", "parallel.title", "History", "EndNote's translated title"),
    ("%X 一。\n\n\n    二。", "abstract", "一。\n\n\n    二。", "blank lines inside"),
    ("%X 95 % of all\n%W CNKI", "abstract", "95 % of all", "a per cent sign"),
    ("%W CNKI", "type", "article-journal", "the type"),
]


@pytest.mark.parametrize(("lines", "attribute", "expected", "why"), REFER_HABITS)
def test_refer(lines: str, attribute: str, expected: str | None, why: str) -> None:
    record = one(f"{REFER}{lines}\n", "refer")
    if expected is None:
        expected = lines.partition(" ")[2]
    assert said(record, attribute) == expected, why


NOTEEXPRESS = "{Reference Type}: Journal Article\n{Title}: 目录学的历史\n{Author}: 张三\n"
NOTEEXPRESS_HABITS = [
    ("{Author}: 李四;王五;", "author", "张三; 李四; 王五", "CNKI: several in one"),
    ("{Author}: 李四\n{Author}: 王五", "author", "张三; 李四; 王五", "Wanfang: one each"),
    ("{Translated Author}: ZHANG San", "parallel.author", "San, ZHANG", "the other script"),
    ("{Translated Title}: History", "parallel.title", "History", "the other title"),
    (
        "{Journal}: 图书馆学报\n{Translated Journal}: Journal of Libraries",
        "parallel.container_title",
        "Journal of Libraries",
        "the other journal",
    ),
    ("{Author Address}: 甲大学\n,湖北武汉", "affiliation", "甲大学 ,湖北武汉", "a line end"),
    ("{Author Address}: 甲大学;", "affiliation", "甲大学", "affiliations"),
    ("{Keywords}: 甲;;乙", "keyword", "甲; 乙", "doubled separators"),
    ("{Keywords}: 甲\n{Keywords}:  乙", "keyword", "甲; 乙", "one each"),
    ("{Abstract}：一。\n二。", "abstract", "一。\n二。", "a full-width colon"),
    ("{Abstract}: 一。\n[Methods]: 二。", "abstract", "一。\n[Methods]: 二。", "no label"),
    ("[Volume]: 5", "volume", "5", "square brackets, as on the page"),
    ("{Notes}: 11-1949/U", "other_id", "cn:11-1949/U", "the CN of the journal"),
    ("{Notes}: 会后修改", "note", "会后修改", "a note"),
    ("{ISBN/ISSN}:0253-3766", "issn", "0253-3766", "no blank"),
    ("{Year}: 2016\n{Issue}: 04\n{Pages}: 210+209", "issue", "4", "padded"),
    ("{Year}: 2016\n{Issue}: 04\n{Pages}: 210+209", "page", "210+209", "pages apart"),
    ("{URL}：https://a.cn/1", "url", "https://a.cn/1", "the address"),
    ("{DOI}: 10.1000/a", "doi", "10.1000/a", "the DOI"),
    ("{Date}: 2019-01-09", "issued", "2019-01-09", "a date"),
    ("{图书印刷版ISBN}: 9780429834646", "isbn", "9780429834646", "a Chinese label"),
    ("{Language}: chi", "language", "chi", "as read"),
]


@pytest.mark.parametrize(("lines", "attribute", "expected", "why"), NOTEEXPRESS_HABITS)
def test_noteexpress(lines: str, attribute: str, expected: str, why: str) -> None:
    record = one(f"{NOTEEXPRESS}{lines}\n", "noteexpress")
    assert said(record, attribute) == expected, why


OF_TYPES: list[tuple[str, str, dict[str, str]]] = [
    (
        "refworks",
        "RT Dissertation/Thesis\nA1 张三\nA3 李四\nT1 题\nPB 北京大学\nCL 博士\nIS 10\n",
        {"type": "thesis", "genre": "博士", "publisher": "北京大学", "issue": "", "editor": ""},
    ),
    (
        "refworks",
        "RT Standard\nC1 GB/T 7714-2015\nT1 参考文献著录规则\nID GB/T 7714-2015\nFD 2015-05-15\n",
        {"type": "standard", "number": "GB/T 7714-2015", "id": "", "issued": "2015-05-15"},
    ),
    (
        "refworks",
        "RT Standard\nT1 1-5 主要指标\nDB 统计年鉴\n",
        {"type": "chapter", "number": ""},
    ),
    ("refworks", "RT Other Article\nT1 示范\nDB 科技成果\n", {"type": "report"}),
    ("refworks", "RT Conference Proceeding\nT1 题\n", {"type": "paper-conference"}),
    (
        "refworks",
        "RT Book, Whole\nA1 Smith, John\nA2 Doe, J.\nT1 T\nT2 Series\nPB P\nSN 0385527403\n",
        {"type": "book", "editor": "Doe, J.", "collection_title": "Series", "isbn": "0385527403"},
    ),
    (
        "refer",
        "%0 Thesis\n%A 潘福妮\n%T 題名\n%Y 董鋒\n%I 大連理工大學\n%9 碩士\n%P 90\n",
        {"type": "thesis", "genre": "碩士", "translator": "", "number_of_pages": "90"},
    ),
    (
        "refer",
        "%0 Thesis\n%A 张三\n%T 题名\n%J 南昌大学\n%9 博士\n",
        {"publisher": "南昌大学", "container_title": ""},
    ),
    (
        "refer",
        "%0 Standard\n%T 标准\n%V GB/T 43109-2023\n%P 12\n",
        {"type": "standard", "number": "GB/T 43109-2023", "volume": "", "number_of_pages": "12"},
    ),
    (
        "refer",
        "%0 Patent\n%T Font\n%A Jaeyoung Choi;Geunho Jeong\n%@ US11651140\n%8 2023-05-16\n",
        {"type": "patent", "number": "US11651140", "author": "Choi, Jaeyoung; Jeong, Geunho"},
    ),
    (
        "refer",
        "%0 Book\n%A Calvino, Italo\n%Y Aardal, Jorunn\n%T Byer\n%P XX, 173\n%@ 8203107354\n",
        {"type": "book", "translator": "Aardal, Jorunn", "number_of_pages": "XX, 173"},
    ),
    (
        "refer",
        "%0 Book Section\n%A Li, Na\n%E Smith, J.\n%T Chapter\n%B Whole\n%S Series\n%P 1-9\n",
        {"type": "chapter", "container_title": "Whole", "collection_title": "Series"},
    ),
    ("refer", "%T Untyped\n%A Li, Na\n%J Nature\n", {"type": "article-journal"}),
    ("refer", "%0 Serial\n%0 Audio\n%T Diesseits\n", {"type": "periodical", "title": "Diesseits"}),
    (
        "noteexpress",
        "{Reference Type}: Conference Proceedings\n{Title}: 题\n{Tertiary Title}: 年会论文集\n"
        "{Secondary Title}: 2018年会\n{Subsidiary Author,}: 学会\n{Place Published}: 杭州\n",
        {
            "type": "paper-conference",
            "container_title": "年会论文集",
            "event_title": "2018年会",
            "translator": "",
        },
    ),
    (
        "noteexpress",
        "{Reference Type}: Newspaper Article\n{Title}: 题\n{Secondary Title}: 人民铁道\n"
        "{Pages}: A01\n{Publisher}: 人民铁道\n{Notes}: 11-0096\n",
        {"container_title": "人民铁道", "page": "A01", "other_id": "cn:11-0096"},
    ),
    (
        "noteexpress",
        "{Reference Type}: Patent\n{Title}: 题\n{Notes}: CN108722921A\n"
        "{Type of Work}: CN108722921A\n{Subsidiary Author}: 公司\n",
        {"type": "patent", "number": "CN108722921A", "genre": "", "note": ""},
    ),
    (
        "noteexpress",
        "{Reference Type}: Standard\n{Title}: 题\n{ISBN}: GB/T 7178.1-1996\n{TryDate}: 1996\n",
        {"type": "standard", "number": "GB/T 7178.1-1996", "isbn": ""},
    ),
    (
        "noteexpress",
        "{Reference Type}: Thesis\n{Title}: 题\n{Author}: 张三\n{Tertiary Author}: 李四\n"
        "{Publisher}: 北京交通大学\n{Type of Work}: 硕士\n",
        {"type": "thesis", "publisher": "北京交通大学", "genre": "硕士"},
    ),
]


@pytest.mark.parametrize(("form", "text", "expected"), OF_TYPES)
def test_types_that_say_it_elsewhere(form: str, text: str, expected: dict[str, str]) -> None:
    record = one(text, form)
    assert {name: said(record, name) for name in expected} == expected


def test_every_field_is_kept() -> None:
    text = "RT Dissertation/Thesis\nSR 1\nA3 江平开\nT1 题\nU7 甲\nER \n"
    record = one(text, "refworks")
    assert [(f.name, f.value) for f in record.raw if not f.variable] == [
        ("SR", "1"),
        ("A3", "江平开"),
        ("U7", "甲"),
    ]
    assert one(NOTEEXPRESS + "{TryDate}: 1996\n", "noteexpress").raw[-1].name == "TryDate"
    assert record.provenance.line == 1


MANY = {
    "refworks": (REFWORKS, "RT Journal Article\n"),
    "refer": (REFER, "%0 Journal Article\n"),
    "noteexpress": (NOTEEXPRESS, "{Reference Type}: Journal Article\n"),
}


@pytest.mark.parametrize("form", TAGGED)
@pytest.mark.parametrize("between", ["", "\n", "\n\n\n", "\r\n"])
def test_records_follow_one_another(form: str, between: str) -> None:
    text, _ = MANY[form]
    found = read((text + between) * 3, form)
    assert [getattr(item, "title", "") for item in found] == ["目录学的历史"] * 3


@pytest.mark.parametrize("form", TAGGED)
def test_a_broken_record_costs_no_neighbour(form: str) -> None:
    text, empty = MANY[form]
    first, broken, last = read(f"{text}\n{empty}\n{text}", form)
    assert isinstance(first, Record)
    assert isinstance(broken, Fault)
    assert (broken.code, broken.line, broken.record_number) == ("COL002", text.count("\n") + 2, 2)
    assert isinstance(last, Record)
    assert last.provenance.record_number == 3


@pytest.mark.parametrize("form", TAGGED)
@pytest.mark.parametrize(
    "dress",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: "\n\n" + text,
        lambda text: text.rstrip("\n"),
        lambda text: "".join(f"  {line}" for line in text.splitlines(keepends=True)),
        lambda text: "Exported from CNKI\n\n" + text,
    ],
)
def test_dress(form: str, dress: Any) -> None:
    record = one(dress(MANY[form][0]), form)
    assert (record.title, said(record, "author")) == ("目录学的历史", "张三")


def test_classic_refer_parts_records_by_blank_lines() -> None:
    text = "%A Li, Na\n%T One\n\n%A Xu, Li\n%T Two\n%X a\nb\n\n\n%T Three\n"
    assert [getattr(item, "title", "") for item in read(text, "refer")] == ["One", "Two", "Three"]


LOST = [
    ("refer", "%0 Book\n%A Li, Na\n%T One\n%X a\n\n%A Xu, Li\n%T Two\n", ["One", "Two"]),
    ("refer", "%0 Book\n%T One\n%A Li, Na\n\n%T Two\n%A Xu, Li\n", ["One", "Two"]),
    ("refer", "%0 Book\n\n%T One\n\n%A Li, Na\n\n%A Xu, Li\n", ["One"]),  # fields apart
    ("refer", "%0 Book\n%T One\n%A Li, Na\n%X a\n\n%K b\n", ["One"]),
    ("refworks", "RT Book\nA1 Li, Na\nT1 One\n\nA1 Xu, Li\nT1 Two\n", ["One", "Two"]),
    ("refworks", "RT Book\n\nA1 Li, Na\n\nT1 One\n\nA1 Xu, Li\n", ["One"]),
    (
        "noteexpress",
        "{Reference Type}: Book\n{Title}: One\n{Author}: 李娜\n\n{Title}: Two\n",
        ["One", "Two"],
    ),
]


@pytest.mark.parametrize(("form", "text", "titles"), LOST)
def test_a_record_whose_first_line_is_lost(form: str, text: str, titles: list[str]) -> None:
    assert [getattr(item, "title", "") for item in read(text, form)] == titles


def test_the_title_of_digital_commons_stands_before_the_type() -> None:
    first = "%T One\n%0 Journal Article\n%A Li, Na\n%X a\n\nb\n"
    text = f"{first}\n\n%T Two\n%D 2021\n\n\n%T Three\n%0 Conference Paper\n%A Xu, Li\n"
    items = [item for item in read(text, "refer") if isinstance(item, Record)]
    assert [(record.title, record.type_as_read) for record in items] == [
        ("One", "Journal Article"),
        ("Two", ""),
        ("Three", "Conference Paper"),
    ]
    untyped = "%A Li, Na\n%T One\n%0 Book\n%T Two\n"  # its type is lost, and no other's
    assert [getattr(item, "title", "") for item in read(untyped, "refer")] == ["One", "Two"]


@pytest.mark.parametrize("form", ["refer", "noteexpress"])
def test_the_first_record_behind_a_script_of_the_page(form: str) -> None:
    """Exports of CNKI were seen with the end of a script before them."""
    text = "(function(){ a(); }());        ;" + MANY[form][0]
    assert by_content(text) == form
    record = one(text, form)
    assert (record.type, record.title) == ("article-journal", "目录学的历史")


DETECTED = [
    (REFWORKS, "refworks"),
    (REFWORKS.replace("SR 1\n", ""), "refworks"),
    ("{RT}: Journal Article\n{T1}: 题名\n", "refworks"),
    (REFER, "refer"),
    ("%A Li, Na\n%T One\n", "refer"),
    (NOTEEXPRESS, "noteexpress"),
    (NOTEEXPRESS.replace(": ", "："), "noteexpress"),
    ("TY  - JOUR\nAB  - %0 Journal Article\n", "ris"),  # the first that begins
    ("@article{a, title={T}, abstract={\nRT Journal Article\nA1 X\n}}\n", "bibtex"),
    ("RT was kept at 25.\nAs before.\n", ""),
    ("% a comment\n% another\n", ""),
    ("%PDF-1.4\n%abc\n", ""),
    ("100 %\n%d items\n", ""),
]


@pytest.mark.parametrize(("text", "form"), DETECTED)
def test_detection(text: str, form: str) -> None:
    assert by_content(text) == form


def test_suffixes() -> None:
    assert by_suffix("export.enw.gz") == "refer"
    assert set(TAGGED) <= FORMATS.keys()


PIECES = """
RT
RT Journal Article
A1 张三
A1张
T1 t
AB a
vo 1
SN 1
ER
{RT}: Book
%0 Book
;%0 Book
%A x;y
%T t
%X a
%V 9787111123450
%K 甲 乙
PageCount-页码 0
{Reference Type}: Book
;{Reference Type}: B
{Author}: x
{Title}: t
{ISBN}: 1
[Title]: x
"""
LINES = st.lists(st.one_of(st.text(), st.sampled_from(PIECES.split("\n")))).map("\n".join)


@pytest.mark.parametrize("form", TAGGED)
@given(LINES)
def test_any_text_is_read(form: str, text: str) -> None:
    read(text, form)


LONG = [
    ("one line", "{first}" + "; %A 张 " * 40_000 + "\n"),
    ("blanks", "{first}" + " ;\t" * 100_000 + "\n"),
    ("many lines", "{first}" + "x\n" * 90_000),
    ("many records", "{all}" * 4_000),
    ("braces", "{first}" + "{[" * 100_000 + "\n"),
]


@pytest.mark.parametrize("form", TAGGED)
@pytest.mark.parametrize(("what", "text"), LONG)
def test_long_texts(form: str, what: str, text: str) -> None:
    whole, _ = MANY[form]
    filled = text.replace("{first}", whole.rstrip("\n")).replace("{all}", whole)
    with soon():
        by_content(filled[: 2**16])
        assert all(isinstance(item, Record) for item in read_text(filled, form)), what


class TestCollected:
    pytestmark = needs_shared

    def test_exports_of_cnki(self) -> None:
        for line in (SHARED / "data/cjk/raw_import.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            form = by_content(row["input"])
            assert form == ("refworks" if "RefWorks" in row["source"] else "refer")
            (record,) = read(row["input"], form)
            assert isinstance(record, Record)
            assert record.title
            assert record.type
            assert record.author

    def test_files_of_endnote(self) -> None:
        for path in sorted((SHARED / "data/formats/enw").iterdir()):
            (record,) = read(path.read_text("utf-8"), "refer")
            assert isinstance(record, Record)
            assert record.author or record.title


STUDY = """\
DataType: 1
Title-题名: 医学综述撰写中的注意事项
Author-作者: 施洋;王五;
Source-刊名: 中国科技信息
Year-年: 2013
PubTime-出版时间: 2013-04-01
Keyword-关键词: 医学综述;写作
Summary-摘要: 一。
二。
Period-期: 07
PageCount-页数: 1
Page-页码: 161
SrcDatabase-来源库: 期刊
Organ-机构: 新疆医科大学学报编辑部;
"""
CUSTOM = """\
SrcDatabase-来源库: 中国会议
Title-题名: 多方共治
Author-作者: 陈霈琛;董欣;
Source-文献来源: 年会论文集
Meeting-会议名称: 2018年会
City-会议地点: 杭州
Volume-卷: 03
PageCount-页码: 21-30
CLC-中图分类号: TU984
DOI-DOI: 10.1000/a
"""


def test_the_formats_of_cnki_itself() -> None:
    """As they are described, with their samples, by programs that read them."""
    assert by_content(STUDY) == by_content(CUSTOM) == "cnki-study"
    first, second, third = read(STUDY + "\n" + STUDY + CUSTOM.replace("Src", "\nSrc", 1), FORM)[:3]
    for record in (first, second):
        assert isinstance(record, Record)
        assert (record.type, record.issue, record.page) == ("article-journal", "7", "161")
        assert said(record, "author") == "施洋; 王五"
        assert (said(record, "issued"), record.number_of_pages) == ("2013-04-01", "1")
        assert record.abstract == "一。\n二。"
    assert isinstance(third, Record)
    assert said(third, "title") == "多方共治"


FORM = "cnki-study"


def test_the_custom_export_of_cnki() -> None:
    first, second = read(CUSTOM + "\n" + CUSTOM, FORM)
    for record in (first, second):
        assert isinstance(record, Record)
        assert (record.type, record.event_title) == ("paper-conference", "2018年会")
        assert (record.container_title, record.page) == ("年会论文集", "21-30")
        assert (record.volume, record.classification, record.doi) == ("3", "TU984", "10.1000/a")


@given(st.lists(st.one_of(st.text(), st.sampled_from((STUDY + CUSTOM).split("\n")))))
def test_any_text_is_read_by_it(lines: list[str]) -> None:
    read("\n".join(lines), FORM)
