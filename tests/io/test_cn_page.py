"""The record page of a Chinese platform: its grammar, its variants, and the places of values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import SHARED, needs_shared

from validator.finding import Fault
from validator.io import read_text
from validator.io.cn_page.page import keyword_lists
from validator.io.cn_page.source import is_source_line
from validator.io.detect import by_content
from validator.record import Record

PAGE = """\
Deep learning for catalogues: a survey

被引:38
|
年份:2021
|
作者
Lu, Jing [1 ]
Wang, Bin [1,2 ]
Zhang, Wei
机构
[1] Nanjing Univ, Dept Informat, Nanjing, Peoples R China
[2] Suzhou Lib, Suzhou, Peoples R China
关键词
cataloguing; Type; 1; records; DEEP-LEARNING; MARC;
D O I
10.1234/abc.2021.5
中图分类号
Q813 [细胞工程]; TP391.1 [文字信息处理];
学科分类号
摘要
Background: one.
Results: two.
引用
收藏
页数:10
相关论文
共 50 条
  • [1] Another title
    Jing Lu
    Journal of Things, 12
  • [2] 数字图书馆研究
    张三
    李四
    测绘科学, 2016, 41 (05) : 10 - 15"""


def parse(text: str) -> tuple[list[Record], list[Fault]]:
    items = list(read_text(text, "cn-page"))
    records = [item for item in items if isinstance(item, Record)]
    return records, [item for item in items if isinstance(item, Fault)]


def test_the_page_and_its_list() -> None:
    records, faults = parse(PAGE)
    main, first, second = records
    assert main.title == "Deep learning for catalogues: a survey"
    assert main.year == 2021
    assert [str(name) for name in main.author] == ["Lu, Jing", "Wang, Bin", "Zhang, Wei"]
    assert [len(name.affiliation) for name in main.author] == [1, 2, 0]
    assert main.author[1].affiliation[1] == "Suzhou Lib, Suzhou, Peoples R China"
    assert main.keyword == ("cataloguing", "Type", "1", "records")
    assert main.index_keyword == ("DEEP-LEARNING", "MARC")
    assert main.doi == "10.1234/abc.2021.5"
    assert main.classification == "Q813; TP391.1"
    assert main.abstract == "Background: one.\nResults: two."
    assert main.number_of_pages == "10"
    assert main.page == ""  # a count of pages is no range
    assert main.language == ""  # labels say nothing about the language
    assert (main.type, main.type_is_inferred) == ("article-journal", True)
    assert (first.container_title, first.volume, first.year) == ("Journal of Things", "12", None)
    assert second.container_title == "测绘科学"
    assert (second.volume, second.issue, second.page) == ("41", "5", "10-15")
    assert [(fault.code, fault.line, fault.args) for fault in faults] == [
        ("COL003", 28, {"declared": 50, "present": 2})
    ]


def test_every_value_stands_where_it_says() -> None:
    for record in parse(PAGE)[0]:
        for field in record.raw:
            assert PAGE[field.start : field.end] == field.value
            assert PAGE.splitlines()[(field.line or 0) - 1][(field.column or 0) - 1 :].startswith(
                field.value
            )


def test_a_label_without_a_value_is_an_empty_field() -> None:
    main = parse(PAGE)[0][0]
    assert [field.name for field in main.raw if not field.value] == ["学科分类号"]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("被引:38", "被引：38", "full-width colon"),
        ("[1 ]", "", "an author without a reference"),
        ("\n", "\r\n", "CRLF"),
        ("Deep", "\ufeffDeep", "a byte order mark"),
        ("D O I", "ＤＯＩ", "a full-width label"),
        ("引用\n收藏\n", "", "no buttons"),
        ("|\n", "", "no bars"),
        ("; ", "；", "full-width semicolons"),
        ("共 50 条", "共50条", "no blanks in the count"),
        ("  • [", "  [", "no bullets"),
        ("2016, 41 (05) : 10 - 15", "2016，41（05）：10-15", "full-width punctuation"),
    ],
)
def test_variants_read_the_same(old: str, new: str, why: str) -> None:
    changed = PAGE.replace(old, new)
    assert by_content(changed) == "cn-page"
    expected, found = parse(PAGE)[0], parse(changed)[0]
    assert [r.title for r in found] == [r.title for r in expected]
    assert [r.author[0].family for r in found] == [r.author[0].family for r in expected]
    for name in ("keyword", "doi", "classification", "abstract", "container_title", "page"):
        assert [getattr(r, name) for r in found] == [getattr(r, name) for r in expected], name


@pytest.mark.parametrize("section", ["作者", "机构", "关键词", "摘要", "中图分类号"])
def test_a_missing_section_costs_no_other(section: str) -> None:
    lines = PAGE.split("\n")
    start = lines.index(section)
    end = next(i for i in range(start + 1, len(lines)) if len(lines[i]) < 8 and "[" not in lines[i])
    records, _ = parse("\n".join(lines[:start] + lines[end:]))
    assert len(records) == 3
    assert records[0].doi == "10.1234/abc.2021.5"


@pytest.mark.parametrize(
    ("line", "expected", "why"),
    [
        ("STEM CELLS, 2016, 9 (02) : 239 - 249", ("STEM CELLS", 2016, "9", "2", "239-249"), "all"),
        ("Stem Cell Research, 12", ("Stem Cell Research", None, "12", "", ""), "volume only"),
        ("FUTURE SCIENCE OA, 2022, 8 (04):", ("FUTURE SCIENCE OA", 2022, "8", "4", ""), "no pages"),
        ("PLOS ONE, 2014, 9 (02): e0123456", ("PLOS ONE", 2014, "9", "2", "e0123456"), "article"),
        ("Blood, 2014, 9 (S1) : S12 - S19", ("Blood", 2014, "9", "S1", "S12-S19"), "supplement"),
        ("Health, Risk, and Age, 2014, 9", ("Health, Risk, and Age", 2014, "9", "", ""), "commas"),
        ("Acta D: Biology, 2014, 9 : 1 - 5", ("Acta D: Biology", 2014, "9", "", "1-5"), "a colon"),
        ("计算机学报, 2020 (05) : 1 - 8", ("计算机学报", 2020, "", "5", "1-8"), "no volume"),
        ("中国科学，2020，50（增刊）：7", ("中国科学", 2020, "50", "增刊", "7"), "a supplement"),
        ("Nature, 2016", ("Nature", 2016, "", "", ""), "a year only"),
        ("History, 1066, 3", ("History, 1066", None, "3", "", ""), "no year of a journal"),
        ("Science, 2014, 9 (11) : xii - xv", ("Science", 2014, "9", "11", "xii-xv"), "roman"),
    ],
)
def test_source_lines(line: str, expected: tuple[object, ...], why: str) -> None:
    page = f"{PAGE}\n• [3] A title\nLu, Jing\n{line}"
    record = parse(page)[0][-1]
    found = (record.container_title, record.year, record.volume, record.issue, record.page)
    assert found == expected


@pytest.mark.parametrize(
    "line", ["Lu, Jing", "Smith, C. I. Edvard", "张三", "de Lima, Renata", "Al"]
)
def test_an_author_is_no_source(line: str) -> None:
    assert not is_source_line(line)


@pytest.mark.parametrize(
    ("text", "own", "index", "why"),
    [
        ("a; b; MICE; CELLS", ("a", "b"), ("MICE", "CELLS"), "capitals run on behind"),
        ("MRI; brain", ("MRI", "brain"), (), "an acronym in front is the author's own"),
        ("brain; MRI", ("brain", "MRI"), (), "an acronym at the end may be the author's own"),
        ("MICE; CELLS", ("MICE", "CELLS"), (), "all in capitals: one list"),
        ("数据；质量；", ("数据", "质量"), (), "Han, and a trailing separator"),
        ("", (), (), "nothing"),
    ],
)
def test_keyword_lists(text: str, own: tuple[str, ...], index: tuple[str, ...], why: str) -> None:
    assert keyword_lists(text) == (own, index)


def test_an_item_without_a_title_is_lost_alone() -> None:
    page = PAGE.replace("• [1] Another title", "• [1]")
    records, faults = parse(page)
    assert len(records) == 2
    assert [(f.code, f.line, f.record_number) for f in faults if f.code == "COL002"] == [
        ("COL002", 29, 2)
    ]


@given(st.text(alphabet="作者机构DOI 摘要相关论文共条[]1,;:：•\n\r年份a(", max_size=200))
def test_any_text_is_read(text: str) -> None:
    for item in list(read_text(text + PAGE, "cn-page")):
        if isinstance(item, Record):
            for field in item.raw:
                assert (text + PAGE)[field.start : field.end] == field.value


class TestSeed:
    pytestmark = needs_shared

    def test_numbers_of_the_answer_key(self) -> None:
        text = (SHARED / "data/seed/000_ec2c621eff4a0888.txt").read_text(encoding="utf-8")
        records, faults = parse(text)
        assert len(records) == 11
        assert [len(r.author) for r in records] == [9, 9, 7, 6, 13, 12, 5, 10, 3, 7, 11]
        assert sum(bool(r.doi) for r in records) == 1
        assert sum(bool(r.year) for r in records) == 9
        assert sum(bool(r.volume) for r in records) == 10
        assert sum(bool(r.issue) for r in records) == 9
        assert sum(bool(r.page) for r in records) == 8
        assert (len(records[0].keyword), len(records[0].index_keyword)) == (6, 6)
        assert [f.value for f in records[0].raw if f.name == "被引"] == ["38"]
        assert records[0].abstract.endswith("compared to standard treatment alone.")
        assert [f.args for f in faults] == [{"declared": 50, "present": 10}]


def test_sections_in_the_other_language() -> None:
    page = PAGE.replace(
        "引用\n收藏",
        "英文题名\nDeep learning\n英文作者\nLu Jing [1]\nWang Bin\n英文机构\n[1] Nanjing Univ\n"
        "英文刊名\nJ. Docs, 2021\n英文关键词\nrecords; MARCXML\n英文摘要\nBackground\n引用\n收藏",
    )
    record = parse(page)[0][0]
    other = record.parallel
    assert (other.title, other.container_title) == ("Deep learning", "J. Docs")
    assert [str(name) for name in other.author] == ["Jing, Lu", "Bin, Wang"]
    assert (other.affiliation, other.abstract) == (("Nanjing Univ",), "Background")
    assert other.keyword == ("records", "MARCXML")
    assert record.issued is not None
    assert record.issued.year == 2021
    assert {f.variable for f in record.raw if f.name.startswith("英文")} >= {
        "original-title",
        "original-author",
    }
