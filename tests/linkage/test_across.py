"""Works listed twice, in two scripts or in two ways of writing Han: what meets, and what not."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from validator.config import Settings
from validator.linkage import entry, link, title, words
from validator.linkage.cjk_pairs import candidate_pairs
from validator.linkage.columns import Columns
from validator.linkage.form import number_in
from validator.linkage.rows import Forms
from validator.record import Name, Parallel, Provenance, Record
from validator.text.dates import parse as date
from validator.text.han import folded


def numbered(*records: Record) -> list[Record]:
    return [
        replace(r, id=f"r{i}", provenance=Provenance("x.bib", "bibtex", i))
        for i, r in enumerate(records, start=1)
    ]


def verdicts(*records: Record) -> list[str]:
    """The verdicts on pairs of the records, related ones by their relation."""
    return [d.relation or d.verdict.value for d in link(numbered(*records), Settings()).decisions]


def authors(text: str) -> tuple[Name, ...]:
    """Names joined by "; ": "Family, Given", or a literal."""
    split = [part.partition(", ") for part in text.split("; ") if part]
    return tuple(Name(f, g) if comma else Name(literal=f) for f, comma, g in split)


ZH = Record(
    type="article-journal",
    title="山区公路边坡稳定性的评价方法",
    author=authors("张伟; 李娜; 王芳"),
    issued=date("2019"),
    container_title="道路工程学报",
    volume="36",
    issue="4",
    page="112-119",
)
EN = Record(
    type="article-journal",
    title="Assessing the stability of slopes along mountain roads",
    author=authors("Zhang, Wei; Li, Na; Wang, Fang"),
    issued=date("2019"),
    container_title="Journal of Road Engineering",
    volume="36",
    issue="4",
    page="112-119",
)
NO_PLACE = {"volume": "", "issue": "", "page": ""}
TWO = {"author": authors("Zhang, Wei; Li, Na")}
TWO_ZH = {"author": authors("张伟; 李娜")}

ACROSS: list[tuple[dict[str, Any], dict[str, Any], list[str]]] = [
    # changed on the Chinese record, on the English one: the verdict
    ({}, {}, ["duplicate"]),
    ({}, {"volume": "", "issue": ""}, ["duplicate"]),  # authors, year and page
    ({}, {"page": ""}, ["duplicate"]),  # authors, year, volume and issue
    ({}, {"author": authors("Chang Wei; Lee Na; Wong Fong")}, ["duplicate"]),  # other systems
    ({}, {"author": authors("Zhang, W.; Li, N.; Wang, F.")}, ["duplicate"]),  # three families
    (TWO_ZH, {"author": authors("Zhang, W.; Li, N."), "volume": ""}, ["to review"]),
    ({}, {"author": authors("Zhang, Wei; et al.")}, ["to review"]),  # the numbers agree
    ({}, {"author": authors("Li, Na; Wang, Fang; Zhang, Wei")}, ["duplicate"]),  # another order
    ({"author": ()}, {}, ["to review"]),  # the numbers alone
    ({"author": (), "volume": ""}, {}, []),  # year, issue and page
    ({"author": (), "issn": "1000-1239"}, {"issn": "1000-1239"}, ["duplicate"]),
    ({"author": ()}, {"container_title": "道路工程學報"}, ["duplicate"]),  # as good as an ISSN
    ({**TWO_ZH, **NO_PLACE}, {**TWO, **NO_PLACE}, ["to review"]),  # authors and year
    ({**TWO_ZH, **NO_PLACE, "type": "thesis"}, {**TWO, **NO_PLACE}, []),
    ({**NO_PLACE, "author": authors("王伟")}, {**NO_PLACE, "author": authors("Wang, Wei")}, []),
    ({"author": authors("王伟")}, {"author": authors("Wang, Wei")}, ["duplicate"]),
    (
        {**NO_PLACE, "author": authors("王伟"), "page": "112"},
        {**NO_PLACE, "author": authors("Wang, Wei"), "page": "112"},
        ["to review"],
    ),
    ({"doi": "10.5334/a1"}, {"doi": "10.5334/a1"}, ["duplicate"]),
    ({"doi": "10.5334/a1"}, {"doi": "10.5334/b2"}, ["translation"]),  # two DOIs are two works
    ({"doi": "10.5334/a1", "page": ""}, {"doi": "10.5334/b2", "issue": "5"}, []),
    # two papers of one team in one issue
    ({}, {"page": "120-126"}, []),
    ({}, {"issue": "5", "page": ""}, []),
    ({}, {"volume": "37"}, []),
    ({}, {"issued": date("2021")}, []),
    # other people on a page with the same number
    ({}, {"author": authors("Chen, Ming; Liu, Yang; Zhao, Lei")}, []),
    ({"page": "1"}, {"page": "1", "author": (), "volume": ""}, []),  # every issue has a page 1
    # parts and kinds of item that the titles themselves tell apart
    ({"title": "公路边坡的评价（上）", "page": ""}, {"title": "Road slopes, part 2"}, []),
    ({"title": "公路边坡的评价（下）", "page": ""}, {"title": "Road slopes (II)"}, ["duplicate"]),
    (
        {"title": "《山区公路边坡稳定性的评价方法》更正", "page": ""},
        {},
        ["to review"],
    ),
    ({"title": "GaN器件的可靠性", "page": ""}, {"title": "On soil erosion"}, ["to review"]),
    ({"title": "GaN器件的可靠性", "page": ""}, {"title": "Reliability of GaN"}, ["duplicate"]),
    ({"title": "AI与图书馆", "page": ""}, {"title": "Artificial intelligence"}, ["duplicate"]),
    ({"title": "1949—1966年的出版", "page": ""}, {"title": "Books from 1978"}, ["to review"]),
]  # fmt: skip


@pytest.mark.parametrize(("chinese", "english", "verdict"), ACROSS)
def test_across(chinese: dict[str, Any], english: dict[str, Any], verdict: list[str]) -> None:
    zh, en = replace(ZH, **chinese), replace(EN, **english)
    assert verdicts(zh, en) == verdict
    assert verdicts(en, zh) == verdict


def test_an_english_edition_is_a_translation() -> None:
    """The same English title, in a journal with volumes and pages of its own."""
    zh = replace(ZH, parallel=Parallel(title=EN.title, author=EN.author))
    edition = replace(EN, container_title="Roads (English edition)", volume="8", page="31-40")
    assert verdicts(zh, edition) == ["translation"]


def test_two_translations_of_a_title_need_not_agree() -> None:
    zh = replace(ZH, parallel=Parallel(title="Evaluation Method for Slope Stability"))
    assert verdicts(zh, EN) == ["duplicate"]


def test_works_with_both_titles_are_told_apart_by_their_own() -> None:
    """Two works of one team in one issue, each with a title in both scripts and no pages."""
    one = replace(ZH, page="", parallel=Parallel(title=EN.title, author=EN.author))
    other = replace(
        one,
        title="公路桥梁的养护",
        parallel=Parallel(title="Maintenance of bridges", author=EN.author),
    )
    turned = replace(EN, page="", title="Bridges", parallel=Parallel(title="公路桥梁的养护"))
    assert verdicts(one, other) == []
    assert verdicts(one, turned) == []


KOREAN = [
    (  # no letter in common, one journal
        Record(title="图书馆政策委员会的成立", container_title="图书馆文化"),
        Record(title="도서관정책위원회 발족", container_title="圖書館文化"),
        ["duplicate"],
    ),
    (
        Record(title="도서관정책위원회 발족", author=authors("김민수; 이영희")),
        Record(title="A committee for libraries", author=authors("Kim, Min-Soo; Lee, Young Hee")),
        ["duplicate"],
    ),
    (
        Record(title="図書館政策の歴史", author=authors("田中 太郎; 鈴木 花子")),
        Record(title="A history of library policy", author=authors("Tanaka, T.; Suzuki, Hanako")),
        ["duplicate"],
    ),
]


@pytest.mark.parametrize(("a", "b", "verdict"), KOREAN)
def test_other_languages(a: Record, b: Record, verdict: list[str]) -> None:
    place: dict[str, Any] = {"issued": date("2007"), "volume": "48", "issue": "7", "page": "11-12"}
    assert verdicts(replace(a, **place), replace(b, **place)) == verdict


ONE_TITLE = [  # two ways of writing one title
    ("現代圖書館學概論與實踐", "现代图书馆学概论与实践"),
    ("図書館の歴史と発展", "圖書館の歷史と發展"),  # new and old forms of Japan
    ("西遊記研究資料彙編", "西游记研究资料汇编"),  # a variant that is given up
    ("明代文学史 第十二卷", "明代文学史　第１２卷"),
    ("明代文学史（二）", "明代文學史(2)"),
    ("面向二〇二〇的图书馆", "面向2020的圖書館"),
    ("二〇二一年统计年鉴", "2021年統計年鑑"),
    ("明代文学史 下册", "明代文學史(下)"),
]
TWO_TITLES = [
    ("明代文学史 上册", "明代文學史 下冊"),
    ("明代文学史 第二卷", "明代文學史 第十二卷"),
    ("明代文学史（一）", "明代文學史（二）"),
    ("二〇二〇年统计年鉴", "2021年統計年鑑"),
    ("三国演义的版本", "3国演义的版本"),  # a word, no number
    ("一般系统的理论", "1般系统的理论"),
    ("五四运动的回忆", "54运动的回忆"),
]


@pytest.mark.parametrize(("a", "b"), ONE_TITLE)
def test_one_title(a: str, b: str) -> None:
    assert title.compare(title.read(a), title.read(b)).likeness is title.Likeness.EQUAL


@pytest.mark.parametrize(("a", "b"), TWO_TITLES)
def test_two_titles(a: str, b: str) -> None:
    assert title.compare(title.read(a), title.read(b)).likeness not in (
        title.Likeness.EQUAL,
        title.Likeness.CLOSE,
        title.Likeness.PARTIAL,
    )


NUMBERS = [  # volume and issue as they stand, as they are compared
    ("第十二卷", "12"),
    ("十二", "12"),
    ("第3期", "3"),
    ("３６", "36"),
    ("第36卷第4期", "36"),
    ("下册", "下"),
    ("2019年第4期", "4"),
    ("第4期（总第123期）", "4"),
    ("增刊1", "s1"),  # as "S1"
    ("增刊", "s"),
    ("Vol. II", "2"),
    ("Tomo IV", "4"),
    ("том II", "2"),
    ("Ph.D.", ""),  # a word is no number
]


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_numbers(text: str, number: str) -> None:
    assert number_in(text) == number


def test_numbers_in_han_are_numbers() -> None:
    written = replace(ZH, volume="第三十六卷", issue="第四期", title="山區公路邊坡穩定性的評價方法")
    assert verdicts(ZH, replace(written, author=authors("張偉; 李娜; 王芳"))) == ["duplicate"]


def test_words_of_titles_are_written_as_titles_are_folded() -> None:
    compact = {folded(word).replace(" ", "") for word in words.GENERIC}
    assert compact == words.GENERIC
    assert {folded(word) for word in words.MARKS} == set(words.MARKS)


def test_blocks_of_two_scripts_are_capped() -> None:
    """Works of one year that all begin on one page, each by as many authors as the others."""
    for count, most in ((20, 400), (1500, 0)):
        rows = [
            entry(replace(r, title=f"{r.title} {i:x}", volume="", issue=""))
            for i in range(count)
            for r in (ZH, EN)
        ]
        columns = Columns(rows)
        assert len(set(candidate_pairs(columns, Forms(rows, columns)))) == most


def test_latin_records_load_no_tables() -> None:
    code = (
        "import sys; from validator.linkage import link; from validator.config import Settings;"
        "from validator.record import Record, Name;"
        "link([Record(title='Namen in großen Katalogen', author=(Name('Müller', 'J'),))] * 2,"
        " Settings());"
        "print([m for m in sys.modules if 'romanise' in m or 'cjk' in m or 'han_' in m])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert shown.stdout.strip() == b"[]"
