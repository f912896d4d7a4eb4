"""Whole records: written in every format, read again, and written again with the same bytes."""

from __future__ import annotations

import string
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from shared import SHARED, needs_shared

from validator.finding import Fault
from validator.io import detect, read, read_text
from validator.io.write import writer
from validator.io.write.holding import differing, lost
from validator.io.write.places import FORMATS
from validator.record import Name, OtherId, Parallel, Record
from validator.text import dates
from validator.vocabulary import CSL_TYPES


def written(records: list[Record], form: str) -> str:
    writing = writer(form)
    pieces = [writing.record(record, first=not place) for place, record in enumerate(records)]
    return writing.head() + "".join(pieces) + writing.tail()


def read_again(text: str, form: str) -> list[Record]:
    found = list(read_text(text, "csv" if form == "tsv" else form))
    assert not [item for item in found if isinstance(item, Fault)]
    return [item for item in found if isinstance(item, Record)]


def through(record: Record, form: str) -> Record:
    (again,) = read_again(written([record], form), form)
    return again


# One record of everything that is seldom

CHINESE = Record(
    id="李2019",
    type="article-journal",
    type_as_read="期刊论文",
    title="肺癌的深度学习研究:100%准确",
    author=(Name(literal="李明", orcid="0000-0002-1825-0097"), Name("王", "小红")),
    container_title="中国肺癌杂志",
    issued=dates.parse("2019年5月"),
    keyword=("肺癌", "深度学习"),
    suppression="ignore DOI003",
    parallel=Parallel(
        title="Deep learning & lung cancer", author=(Name("Li", "Ming"),), language="en"
    ),
)


def test_bibtex() -> None:
    assert written([CHINESE, replace(CHINESE, id="a")], "bibtex").partition("\n\n")[0] == (
        "@article{李2019,\n"
        "  title = {肺癌的深度学习研究:100\\%准确},\n"
        "  author = {李明 and 王, 小红},\n"
        '  author+an:orcid = {1="0000-0002-1825-0097"},\n'
        "  journal = {中国肺癌杂志},\n"
        "  year = {2019},\n"
        "  month = may,\n"
        "  keywords = {肺癌, 深度学习},\n"
        "  title_en = {Deep learning \\& lung cancer},\n"
        "  author_en = {Li, Ming},\n"
        "  bibvalidator = {ignore DOI003},\n"
        "}"
    )


def test_ris() -> None:
    assert written([CHINESE], "ris") == (
        "TY  - JOUR\nID  - 李2019\nTI  - 肺癌的深度学习研究:100%准确\nAU  - 李明\nAU  - 王, 小红\n"
        "T2  - 中国肺癌杂志\nPY  - 2019\nDA  - 2019/05\nKW  - 肺癌\nKW  - 深度学习\n"
        "TT  - Deep learning & lung cancer\nTA  - Li, Ming\n"
        "N1  - parallel-language: en\nN1  - bibvalidator: ignore DOI003\n"
        "N1  - author ORCID: 李明 = 0000-0002-1825-0097\nER  - \n"
    )


def test_csl_json() -> None:
    assert written([CHINESE], "csl-jsonl") == (
        '{"id":"李2019","type":"article-journal","title":"肺癌的深度学习研究:100%准确",'
        '"author":[{"literal":"李明","ORCID":"0000-0002-1825-0097"},{"family":"王","given":"小红"}],'
        '"container-title":"中国肺癌杂志","issued":{"date-parts":[[2019,5]]},'
        '"keyword":"肺癌; 深度学习","title_en":"Deep learning & lung cancer",'
        '"author_en":[{"family":"Li","given":"Ming"}],"note":"bibvalidator: ignore DOI003"}\n'
    )
    two = written([CHINESE, CHINESE], "csl-json")
    assert two.startswith('[\n  {\n    "id": "李2019",\n')
    assert two.endswith("\n  }\n]\n")


def test_csv() -> None:
    writing = writer("csv", ["title", "author", "original-title", "ORCID"])
    assert writing.head() == "id,type,title,author,note,original-title,ORCID\n"
    assert writing.record(CHINESE, first=True) == (
        '李2019,期刊论文,肺癌的深度学习研究:100%准确,"李明; 王, 小红",'
        '"container-title: 中国肺癌杂志\nissued: 2019年5月\nkeyword: 肺癌; 深度学习\n'
        'original-author: Li || Ming\nparallel-language: en\nbibvalidator: ignore DOI003",'
        'Deep learning & lung cancer,"0000-0002-1825-0097 | "\n'
    )


IN_NOTES = ("ris", "endnote-xml")  # have no place for the ORCID iD of a person


@pytest.mark.parametrize("form", FORMATS)
def test_everything_of_it_comes_back(form: str) -> None:
    again = through(CHINESE, form)
    assert differing(CHINESE, again) == []
    assert again.id == CHINESE.id
    assert again.author[0].orcid == ("" if form in IN_NOTES else CHINESE.author[0].orcid)
    assert again.suppression == (CHINESE.suppression if form in ("bibtex", "csv", "tsv") else "")


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(ValueError, match="'docx'"):
        writer("docx")


KEYS = [  # id, key in BibTeX
    ("smith_2020:a+b/c", "smith_2020:a+b/c"),
    ("WOS:000 123", "WOS:000_123-4a5d266a"),
    ("WOS:000_123", "WOS:000_123"),  # stays another
    ("http://x.org/{1},2", "http://x.org/_1_2-0a4506bb"),
    ("李明2020", "李明2020"),
    ("%", "-bbf3f11c"),
    ("", "Smith2020-63be27e8"),
]


@pytest.mark.parametrize(("given_id", "key"), KEYS)
def test_keys(given_id: str, key: str) -> None:
    record = Record(id=given_id, author=(Name("Smith", "J"),), issued=dates.parse("2020"))
    again = through(record, "bibtex")
    assert again.id == key
    assert through(again, "bibtex").id == key


# What stood in the same format stays

STOOD = r"""@string{nat = {Nature}}
@Article{k, title = "The {DNA} of \'etudes: $E=mc^2$", author={M{\"u}ller, J. and Roe, Jane},
  journal = nat # { Physics}, date = {2019-05}, journaltitle = nat, annote = {x {Y}},
  title_en = {Of {DNA}}, file = {:a_b.pdf:PDF}, year = 2018}
"""


def test_latex_of_bibtex_stays_as_it_was_written() -> None:
    (record,) = read_again(STOOD, "bibtex")
    text = written([replace(record, volume="3")], "bibtex")
    for kept in (
        '  title = "The {DNA} of \\\'etudes: $E=mc^2$",\n',
        '  author = {M{\\"u}ller, J. and Roe, Jane},\n',
        "  date = {2019-05},\n",
        "  volume = {3},\n",
        "  title_en = {Of {DNA}},\n",
        "  file = {:a_b.pdf:PDF},\n",
    ):
        assert kept in text
    changed = written([replace(record, title="Other")], "bibtex")
    assert "  title = {Other},\n" in changed
    assert "DNA} of" not in changed


def test_keys_of_csl_stay_as_they_were_written() -> None:
    item = (
        '{"id":"a","type":"book","author":[{"family":"A","given":"B","parse-names":true}],'
        '"issued":{"date-parts":[["2019",5]],"circa":true},"citation-key":"a1","custom":{"x":1}}'
    )
    (record,) = read_again(item, "csl-json")
    text = written([record], "csl-jsonl")
    for kept in ('"parse-names":true', '"circa":true', '"citation-key":"a1"', '"x":1'):
        assert kept in text


@pytest.mark.parametrize(
    ("form", "text", "line"),
    [
        ("bibtex", "@book{k, title={T}, urldate={2020-01-01}}", "urldate: 2020-01-01"),
        ("bibtex", "@book{k, title={T}, origlanguage={de}}", "original-language: de"),
        ("bibtex", "@book{k, title={T}, file={a \\& b}}", "file: a & b"),
        ("ris", "TY  - BOOK\nTI  - T\nCN  - QA 76\nER  - \n", "CN (field): QA 76"),  # no CN number
        ("ris", "TY  - BOOK\nTI  - T\nY2  - 2020\nER  - \n", "Y2: 2020"),
        ("csl-json", '{"title":"T","accessed":{"raw":"2020"}}', 'accessed: {"raw": "2020"}'),
        ("csv", 'title,所在图书馆\nT,"北京, ""国图"""\n', '所在图书馆: 北京, "国图"'),
    ],
)
def test_a_field_of_another_format_goes_into_the_note(form: str, text: str, line: str) -> None:
    (record,) = read_again(text, form)
    for target in FORMATS:
        if not target.startswith(form[:4]):
            again = through(record, target)
            assert line in again.note  # or annote, where there is no note
            assert again.other_id == ()


# Hostile values

HOSTILE = [
    ("an entry inside", "x\n@article{y,\n title = {z}}\n@book{q, title={r}}"),
    ("a record inside", "x\nER  - \n\nTY  - JOUR\nTI  - y"),
    ("braces open", "a {{{ b"),
    ("braces shut", "}}} a {"),
    ("a backslash at the end", "a \\"),
    ("quotation marks", 'say "a, b" and "" \'c\''),
    ("a quotation mark at the end of a line", 'one "two"\nthree, "four\nfive"'),
    ("a formula of a spreadsheet", "=cmd()|'/C calc'!A1"),
    ("delimiters", "a;b,c\td|e"),
    ("line separators", "a\u2028b\u2029c\x85d\x0be\x0cf"),
    ("lone returns", "a\rb\r\nc\n\nd"),
    ("a byte order mark", "\ufeffa"),
    ("lone surrogates", "a\ud800b\udc80c\udfff"),
    ("comments", "100% a % b\n% c"),
    ("markup", "<i>a</i> &amp; $x_1^2$ \\textbf{b}"),
    ("JSON", '{"a": [1, "\\u0000"]}, \\"'),
    ("a header", "id,type,title"),
    ("controls", "a\x01\x1b[31mb\x7f"),
    ("right to left", "\u202eabc\u202c مرحبا"),
    ("a long text", 'word {x} & " \n' * 20_000),
    ("braces without end", "{" * 10**5),
]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("value", [pytest.param(v, id=k) for k, v in HOSTILE])
def test_a_hostile_value_stays_in_its_record(form: str, value: str) -> None:
    """Between two others: none is lost, none is added, and all is encoded."""
    held = Record(id="a", type="article-journal", title="T", volume="1")
    hostile = replace(held, id="b", title=value, abstract=value, container_title=value, note=value)
    text = written([held, hostile, replace(held, id="c")], form)
    before, between, after = read_again(text, form)
    text.encode("utf-8", "surrogateescape")
    assert (before.title, after.title) == ("T", "T")
    assert (before.volume, between.volume, after.volume) == ("1", "1", "1")
    if (
        "\ud800" not in value
        and "\x0b" not in value
        and not (form == "endnote-xml" and "\x1b" in value)
    ):
        assert "title" not in differing(hostile, between)
    assert written(read_again(text, form), form) == text


def test_a_cell_that_looks_like_a_formula_stays() -> None:
    assert "\nk,book,=1+1," in written([Record(id="k", type="book", title="=1+1")], "csv")


NUL = Record(id="a\0b", type="book", title="x\0y", author=(Name("A\0", "B"),), note="\0")


@pytest.mark.parametrize("form", FORMATS)
def test_nul_breaks_nothing(form: str) -> None:
    assert through(NUL, form).title.replace("\0", "") == "xy"


# Any record

PLAIN = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)
TEXT = st.one_of(
    st.sampled_from(["{", "}", "a--b", "~", "$1 $2", "ER  - x", "题名", "Éa ﬁ", "a: b", "\\", '"']),
    PLAIN,
)
PART = st.text(string.ascii_letters + "éüñžж李明김あ' .-", min_size=1, max_size=12)
NAME = st.one_of(st.builds(Name, PART, PART), st.builds(lambda text: Name.parse(text), PART))
DATE = st.one_of(
    st.dates().map(lambda date: dates.parse(date.isoformat())),
    st.sampled_from(
        ["2019", "2018/2019", "circa 1900", "n.d.", "Spring 2019", "199X", "2019-13", "-0500"]
    ).map(dates.parse),
)
TEXTS = """
    container_title publisher volume issue page number edition genre status doi isbn issn pmid
    arxiv url language abstract note classification suppression
"""
VALUES: dict[str, Any] = {
    "id": st.one_of(st.just(""), PLAIN),
    "type": st.sampled_from(["", *sorted(CSL_TYPES)]),
    "author": st.lists(NAME, max_size=4).map(tuple),
    "editor": st.lists(NAME, max_size=2).map(tuple),
    "issued": st.one_of(st.none(), DATE),
    "keyword": st.lists(TEXT, max_size=3).map(tuple),
    "other_id": st.lists(
        st.builds(OtherId, st.sampled_from(["lccn", "cn", "hdl"]), st.from_regex(r"\A\d{4,8}\Z")),
        max_size=2,
    ).map(tuple),
    **{name: st.one_of(st.just(""), TEXT) for name in TEXTS.split()},
}
RECORD = st.fixed_dictionaries({"title": TEXT}, optional=VALUES).map(
    lambda values: Record(**values)
)


@given(RECORD, st.sampled_from(FORMATS))
@example(Record(title="t", type="review", note="type: book"), "csv")
@example(Record(title="t", note="DOI: 10.1/x\n10.1/y"), "ris")
@example(Record(title="t", keyword=("a, b",)), "ris")
def test_any_record_is_written_read_and_written_the_same(record: Record, form: str) -> None:
    text = written([record], form)
    text.encode("utf-8", "surrogateescape")
    (again,) = read_again(text, form)
    assert written([again], form) == text
    assert set(differing(record, again)) == set(lost(record, form))


@given(RECORD, st.sampled_from(FORMATS))
def test_what_is_not_held_is_not_lost(record: Record, form: str) -> None:
    """The plain words of every text are somewhere in what is written."""
    text = written([record], form)
    for _, value in record.texts():
        for word in value.split():
            if word.isascii() and word.isalnum():
                assert word in text


# Real files

FILES = [
    path
    for folder in ("formats/bibtex", "formats/ris", "formats/csljson")
    for path in sorted((SHARED / "data" / folder).glob("*"))
    if path.name != "rispy_example_wos.ris"  # no RIS
]
SETS = sorted((SHARED / "data" / "dedup").glob("*/records.csv"))


@cache
def records_of(path: Path, count: int) -> list[Record]:
    return list(islice(read(path), count))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.name, marks=needs_shared) for path in FILES[::4]]
)
def test_records_of_real_files(path: Path, form: str) -> None:
    assert_comes_back(records_of(path, 40), form)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.parent.name, marks=needs_shared) for path in SETS]
)
def test_records_of_real_sets(path: Path, form: str) -> None:
    assert_comes_back(records_of(path, 1000)[::25], form)


def assert_comes_back(records: list[Record], form: str) -> None:
    text = written(records, form)
    found = read_text(text, "csv" if form == "tsv" else form)
    again = [item for item in found if isinstance(item, Record)]
    assert len(again) == len(records)
    for record, other in zip(records, again, strict=True):
        assert set(differing(record, other)) <= {"container-title", "affiliation"}
    assert written(again, form) == text


def test_what_is_written_is_recognised() -> None:
    for form in FORMATS:
        text = written([CHINESE, replace(CHINESE, id="b")], form)
        told = detect.by_bytes(text.encode()) or detect.by_content(text)
        assert told == ("csv" if form == "tsv" else form)


WORDS = [  # type, word as read, genre; then the words in BibTeX, RIS, CSV
    ("article-journal", "JOUR", "", "article", "JOUR", "JOUR"),
    ("article-journal", "EJOUR", "", "article", "EJOUR", "EJOUR"),
    ("article-journal", "期刊论文", "", "article", "JOUR", "期刊论文"),
    ("thesis", "THES", "PhD thesis", "phdthesis", "THES", "THES"),
    ("thesis", "", "硕士", "mastersthesis", "THES", "thesis"),
    ("thesis", "", "", "thesis", "THES", "thesis"),  # neither is said
    ("paper-conference", "inproceedings", "", "inproceedings", "CONF", "inproceedings"),
    ("book", "mvbook", "", "mvbook", "BOOK", "book"),  # known to BibLaTeX alone
    ("article", "preprint", "", "preprint", "GEN", "preprint"),
    ("review-book", "", "", "misc", "JOUR", "review-book"),
    ("", "XYZ", "", "misc", "GEN", "XYZ"),
]


@pytest.mark.parametrize(("type_", "as_read", "genre", "bibtex", "ris", "csv"), WORDS)
def test_the_words_of_types(
    type_: str, as_read: str, genre: str, bibtex: str, ris: str, csv: str
) -> None:
    record = Record(id="k", type=type_, type_as_read=as_read, genre=genre, title="T")
    words = {form: through(record, form).type_as_read for form in ("bibtex", "ris", "csv")}
    assert words["bibtex"] == bibtex
    assert f"TY  - {ris}\n" in written([record], "ris")
    assert f"\nk,{csv},T," in written([record], "csv")
    assert {through(record, form).type for form in FORMATS if type_} <= {type_}


INHERITING = """
@xdata{store, publisher={Press}}
@inproceedings{a, title={T}, crossref={b}, xdata={store}}
@proceedings{b, title={Whole}, year={2020}}
"""


def test_what_an_entry_inherits_is_written_with_it() -> None:
    part, whole = read_again(INHERITING, "bibtex")
    text = written([part, whole], "bibtex")
    assert "  booktitle = {Whole},\n" in text
    assert "  publisher = {Press},\n" in text
    assert "  crossref = {b},\n" in text
    assert "xdata" not in text
    again = read_again(text, "bibtex")
    assert [differing(part, again[0]), differing(whole, again[1])] == [[], []]
    assert written(again, "bibtex") == text


@pytest.mark.parametrize("form", ["ris", "csl-json", "csl-jsonl", "csv", "tsv"])
def test_ways_of_bibtex_stay_in_bibtex(form: str) -> None:
    """TeX doubles the hyphen between pages, and "others" is no person elsewhere."""
    text = "@article{a, author={Smith, Ada and others}, title={T}, pages={261--301}, year=1974}"
    (record,) = read_again(text, "bibtex")
    again = through(record, form)
    assert again.page == "261-301"
    assert [str(name) for name in again.author] == ["Smith, Ada"]
    assert again.note == "et al."
    assert through(record, "bibtex").page == "261--301"
    assert str(through(record, "bibtex").author[-1]) == "others"
