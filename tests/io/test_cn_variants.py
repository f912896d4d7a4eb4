"""Pages of the platform layout that differ from the one we have: each read as a reader would."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from patience import soon

from validator.finding import Fault
from validator.io import read as read_file
from validator.io import read_text
from validator.io.detect import by_content
from validator.record import Record


def parse(text: str) -> tuple[list[Record], list[Fault]]:
    items = list(read_text(text, "cn-page"))
    records = [item for item in items if isinstance(item, Record)]
    for record in records:
        for field in record.raw:
            assert text[field.start : field.end] == field.value
    return records, [item for item in items if isinstance(item, Fault)]


def line(record: Record) -> str:
    """A record in one line: title / authors / journal, year, volume, issue, page."""
    authors = "; ".join(map(str, record.author))
    issued = str(record.issued or "")
    source = (record.container_title, issued, record.volume, record.issue, record.page)
    return f"{record.title} / {authors} / {', '.join(source)}"


CHINESE = """\
基于本体的数字图书馆元数据质量评价研究

被引：12
|
年份：2018
|
作者
张三 [1 ]
欧阳修 [1,2 ]
李四
戴维·A. 帕特森 [2 ]
机构
[1] 武汉大学信息管理学院,武汉430072
[2] 国家图书馆, 北京 100081
来源
图书情报工作, 2018, 62 (05) : 10 - 19
关键词
数字图书馆；元数据；质量评价；
D O I
10.13266/j.issn.0252-3116.2018.05.002
中图分类号
G250.76 [图书馆工作自动化和网络化]; TP391.1 [文字信息处理];
学科分类号
1205 ; 120501 ;
摘要
[目的/意义] 元数据质量影响检索。
作者引用了大量文献，引用
次数不断上升，被引:3 次也不少见。
[结果/结论] 见正文。
引用
收藏
页数：10
相关论文
共50条
[1] 数字图书馆元数据互操作研究
王五
赵六
情报学报, 2016, 35 (S1) : 1 - 8
[2] 元数据质量评价（英文）
王五
中国图书馆学报，2016，42（z1）：10-15
[3] 论元数据
钱七
情报理论与实践, 2019, (增刊) : 7 - 9
[4] 只有题名的论文
[5] 没有作者的论文
现代图书情报技术, 2010 (05) : 22 - 27
[6] 没有来源的论文
孙八
周九"""


class TestChinesePage:
    records, faults = parse(CHINESE)
    main = records[0]

    def test_main_record(self) -> None:
        main = self.main
        assert line(main) == (
            "基于本体的数字图书馆元数据质量评价研究 / 张三; 欧阳修; 李四; 戴维·A. 帕特森"
            " / 图书情报工作, 2018, 62, 5, 10-19"
        )
        assert main.doi == "10.13266/j.issn.0252-3116.2018.05.002"
        assert main.keyword == ("数字图书馆", "元数据", "质量评价")
        assert main.classification == "G250.76; TP391.1"
        assert main.number_of_pages == "10"
        assert [f.value for f in main.raw if f.name == "被引"] == ["12"]
        assert [f.value for f in main.raw if f.name == "学科分类号"] == ["1205 ; 120501 ;"]

    def test_institutions_by_author(self) -> None:
        wuhan, library = "武汉大学信息管理学院,武汉430072", "国家图书馆, 北京 100081"
        found = [author.affiliation for author in self.main.author]
        assert found == [(wuhan,), (wuhan, library), (), (library,)]

    def test_a_button_inside_a_sentence_is_text(self) -> None:
        lines = self.main.abstract.split("\n")
        assert len(lines) == 4
        assert lines[1] == "作者引用了大量文献，引用"

    def test_related_papers(self) -> None:
        assert [line(record) for record in self.records[1:]] == [
            "数字图书馆元数据互操作研究 / 王五; 赵六 / 情报学报, 2016, 35, S1, 1-8",
            "元数据质量评价（英文） / 王五 / 中国图书馆学报, 2016, 42, z1, 10-15",
            "论元数据 / 钱七 / 情报理论与实践, 2019, , 增刊, 7-9",
            "只有题名的论文 /  / , , , , ",
            "没有作者的论文 /  / 现代图书情报技术, 2010, , 5, 22-27",
            "没有来源的论文 / 孙八; 周九 / , , , , ",
        ]
        assert [fault.args for fault in self.faults] == [{"declared": 50, "present": 6}]

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
    @pytest.mark.parametrize("pack", [bytes, gzip.compress])
    def test_in_any_charset(self, tmp_path: Path, encoding: str, pack: type[bytes]) -> None:
        path = tmp_path / "page.txt"
        path.write_bytes(pack(CHINESE.replace("\n", "\r\n").encode(encoding)))
        assert [line(record) for record in read_file(path)] == list(map(line, self.records))


SPARE = "T\n作者\nLu, Jing\n"


@pytest.mark.parametrize(
    ("page", "expected", "why"),
    [
        (
            "A short note\n作者\nSmith, J\n来源\nNATURE | 2019年 / 770卷 / 05期\nD O I\n10.1/x\n",
            ["A short note / Smith, J / NATURE, 2019, 770, 5, "],
            "the source with its units, no abstract, no list",
        ),
        (
            "被引:0\n|\n页数:10\n作者\nSmith, J\n",
            [" / Smith, J / , , , , "],
            "no title",
        ),
        (
            "A title that runs over\nto the next line\n被引:1\n作者\nSmith, J\n",
            ["A title that runs over to the next line / Smith, J / , , , , "],
            "a wrapped title",
        ),
        (
            "数字图书馆元数据质量\n评价研究\n作者\n张三\n",
            ["数字图书馆元数据质量评价研究 / 张三 / , , , , "],
            "a wrapped title without blanks",
        ),
        (
            "T\n作者\nLu, Jing\n[1 ]\nWang, Bin\n[1,2 ]\n机构\n[1] A\n[2] B,\nChina\n",
            ["T / Lu, Jing; Wang, Bin / , , , , "],
            "references on lines of their own, an institution on two lines",
        ),
        (
            "\ufeff T\t\r\n\r\n\t被引:\xa03\r\n|\r\n\u3000作\u3000者\u3000\r\nLi,\xa0Si ［１］\r\n"
            "机 构\r\n［１］ 清华大学\r\nＤ Ｏ Ｉ\r\n10.1/x\r\n相 关 论 文\r\n共５条\r\n"
            "•\t[1]\tOne title\r\n\tNg, A\r\n\tNature, 2001, 409: 860-921",
            ["T / Li, Si / , , , , ", "One title / Ng, A / Nature, 2001, 409, , 860-921"],
            "a mark, CRLF, tabs, no-break and full-width blanks, full-width digits",
        ),
        (
            SPARE
            + "相关论文\n[1] A\nNg, A\nProc. Natl. Acad. Sci. (USA), 2011, 108 (40) : E83 - E9",
            [
                "T / Lu, Jing / , , , , ",
                "A / Ng, A / Proc. Natl. Acad. Sci. (USA), 2011, 108, 40, E83-E9",
            ],
            "brackets and stops in the journal",
        ),
        (
            SPARE
            + "相关论文\n共 1 条\n• A & B, C: D\nNg, A\nSOIL & TILLAGE, 2020, 7 : 104510\n页数:4",
            ["T / Lu, Jing / , , , , ", "A & B, C: D / Ng, A / SOIL & TILLAGE, 2020, 7, , 104510"],
            "bullets without numbers; the count of pages below the list",
        ),
        (
            SPARE + "相关论文\n[1] The effects of soil and\nwater on crops\nNg, A\nSOIL, 2020, 7\n"
            "[2] Notes on the new\nmethods of wrapped lines\nvan der Berg, Jan\nde Lima, Ana\nX, 2",
            [
                "T / Lu, Jing / , , , , ",
                "The effects of soil and water on crops / Ng, A / SOIL, 2020, 7, , ",
                "Notes on the new methods of wrapped lines / van der Berg, Jan; de Lima, Ana"
                " / X, , 2, , ",
            ],
            "titles of the list that run over; names that begin small",
        ),
        (
            SPARE + "相关论文\n[1] A\nNg, A\n被引:5\nX, 2020, 7\n← 1 2 3 →\n引用\n收藏",
            ["T / Lu, Jing / , , , , ", "A / Ng, A / X, 2020, 7, , "],
            "counters, buttons and page numbers in the list are no authors",
        ),
        (
            SPARE
            + "相关论文\n共 2 条\n[1] A\nNg, A\nX, 2020, 7\n\nNext page\n\n被引:4\n|\n作者\nHo, B\n"
            "D O I\n10.1/y\n页数:3\nThird page\n作者\nHu, C\n",
            [
                "T / Lu, Jing / , , , , ",
                "A / Ng, A / X, 2020, 7, , ",
                "Next page / Ho, B / , , , , ",
                "Third page / Hu, C / , , , , ",
            ],
            "pages that follow one another",
        ),
        (
            "[18F]FDG imaging {of} @article\n作者\nSmith, J\nD O I\n10.1/x\n",
            ["[18F]FDG imaging {of} @article / Smith, J / , , , , "],
            "a title that begins as another format does",
        ),
    ],
)
def test_page(page: str, expected: list[str], why: str) -> None:
    assert [line(record) for record in parse(page)[0]] == expected


def test_institutions_on_two_lines_and_references_apart() -> None:
    page = "T\n作者\nLu, Jing\n[1 ]\nWang, Bin\n[1,2 ]\n机构\n[1] A\n[2] B,\nChina\n摘要\nx\n"
    (record,), _ = parse(page)
    assert record.affiliation == ("A", "B, China")
    assert [author.affiliation for author in record.author] == [("A",), ("A", "B, China")]


def test_lines_behind_a_button_are_kept() -> None:
    """A sentence broken before and behind 引用 is cut there, but its end is not lost."""
    (record,), _ = parse("T\n作者\nLu, Jing\n摘要\nShe is\n引用\noften.\n")
    assert record.abstract == "She is"
    assert ("", "often.") in [(field.name, field.value) for field in record.raw]


def test_a_list_without_numbers_is_reported() -> None:
    records, faults = parse(SPARE + "相关论文\nA title\nNg, A\nNature, 2001\n")
    assert len(records) == 1
    assert [(fault.code, fault.template, fault.line) for fault in faults] == [
        ("COL002", "the list of related papers has neither numbers nor bullets", 5)
    ]


@pytest.mark.parametrize(
    ("lines", "keywords"),
    [
        ("alpha;\nbeta ; gamma;;", ("alpha", "beta", "gamma")),
        ("alpha\nbeta gamma\n", ("alpha", "beta gamma")),  # one a line
        ("数字；图书\n馆；", ("数字", "图书馆")),
        ("alpha; type 2\ndiabetes", ("alpha", "type 2 diabetes")),
    ],
)
def test_keywords_on_several_lines(lines: str, keywords: tuple[str, ...]) -> None:
    assert parse(f"T\n关键词\n{lines}\n作者\nA\n")[0][0].keyword == keywords


@pytest.mark.parametrize(
    ("text", "form", "why"),
    [
        ("TY  - JOUR\nAB  - x\n作者\n机构\n摘要\nER  - \n", "ris", "labels in an abstract"),
        ("@article{a,\n abstract = {x\n作者\n机构\n摘要\n}}", "bibtex", "the same"),
        ('Title,Author,Year\n"x\n作者\n机构\n摘要\n",b,2000\n', "csv", "the same in a cell"),
        ("title,author,year\n@SUM(1),-2,2001\n", "csv", "a formula is no entry"),
        ("报告\n\n摘要\n\n本文。\n\n关键词\n\n甲；乙\n\n作者\n\n张三\n", "", "any paper has these"),
        ("x\n" * 40 + "作者\n机构\nDOI\n", "", "labels far below in prose"),
        (SPARE + "摘要\n@article{a, x}\nTY  - JOUR\nD O I\n10.1/x\n", "cn-page", "quoted entries"),
        ("[18F]FDG\n作者\nA\nD O I\n10.1/x\n", "cn-page", "a bracket is no JSON"),
        ("T\n被引:3\n作者\nA\n摘要\nx\n", "cn-page", "two labels and a counter"),
    ],
)
def test_detection(text: str, form: str, why: str) -> None:
    assert by_content(text) == form


@pytest.mark.parametrize(
    "line",
    [
        *("[" + "1" * 50_000 + "x", "[" * 50_000, " [1" * 20_000, " " * 50_000 + "x"),
        *("1," * 400, "1-" * 400 + " x:", "a, 2001, 1 (2) :" + " " * 900 + "!", "a(" * 400),
        *("共" * 50_000, "• [" * 20_000, "被引" * 30_000, "; [" * 20_000),
    ],
)
def test_no_line_takes_long(line: str) -> None:
    page = "\n".join(
        f"{label}\n{line}" for label in ("T", "作者", "机构", "来源", "中图分类号", "相关论文")
    )
    with soon():
        parse(f"{page}\n[1] A\n{line}\nB")


def test_a_page_of_too_many_lines_is_left_out() -> None:
    records, faults = parse(SPARE + "x\n" * 250_000 + "收藏\n" + SPARE)
    assert [line(record) for record in records] == ["T / Lu, Jing / , , , , "]
    assert [(fault.code, fault.line) for fault in faults] == [("COL002", 1)]
