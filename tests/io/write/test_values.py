"""Single values: written in a format, and read back as the same value."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.io import values
from validator.io.bibtex import records
from validator.io.json import csl_json
from validator.io.write import (
    bibtex_values,
    csl_json_values,
    latex,
    ris_values,
    table_values,
)
from validator.io.write import dates as date_forms
from validator.io.write.names import parts
from validator.record import Name
from validator.text import dates
from validator.text.latex import decode, decode_number

NAMES = [  # name, BibTeX, RIS
    (Name("Smith", "John"), "Smith, John", "Smith, John"),
    (Name("Berg", "Jan", "van der"), "van der Berg, Jan", "van der Berg, Jan"),
    (Name("von Neumann", "John"), "{von Neumann}, John", "{von Neumann}, John"),  # no particle
    (Name("King", "Martin", suffix="Jr."), "King, Jr., Martin", "King, Martin, Jr."),
    (Name(literal="World Health Organization"), "{World Health Organization}", None),
    (Name(literal="Smith & Co, Ltd"), r"{Smith \& Co, Ltd}", "Smith & Co, Ltd"),
    (Name("Li", "Research and Ltd"), "{Li}, {Research and Ltd}", None),  # "and" parts names
    (Name("Apple", "Inc"), "family={Apple}, given={Inc}", None),  # would be a company
    (Name(literal="Plato"), "Plato", "Plato"),
    (Name(literal="李明"), "李明", "李明"),  # unsplit
    (Name("李", "明"), "李, 明", "李, 明"),
    (Name("欧阳", "明日香"), "欧阳, 明日香", "欧阳, 明日香"),
    (Name(literal="김철수"), "김철수", "김철수"),
    (Name(literal="マイケル・ジャクソン"), "マイケル・ジャクソン", "マイケル・ジャクソン"),
    (Name("Иванов", "Иван Иванович"), "Иванов, Иван Иванович", "Иванов, Иван Иванович"),
    (Name("محفوظ", "نجيب"), "محفوظ, نجيب", "محفوظ, نجيب"),
    (Name("García Márquez", "Gabriel"), "García Márquez, Gabriel", None),
    (Name("Ｓｍｉｔｈ", "Ｊ"), "Ｓｍｉｔｈ, Ｊ", "Ｓｍｉｔｈ, Ｊ"),  # full width
    (Name(family="Plato"), "Plato", "Plato"),  # a lone part is literal in a string
]


@pytest.mark.parametrize(("name", "in_bibtex", "in_ris"), NAMES)
def test_names(name: Name, in_bibtex: str, in_ris: str | None) -> None:
    assert bibtex_values.name(name) == in_bibtex
    assert ris_values.name(name) == in_ris or in_ris is None
    assert_names_come_back((name,))


def assert_names_come_back(people: tuple[Name, ...]) -> None:
    wanted = list(map(parts, people))
    in_bibtex = bibtex_values.value("author", people)
    assert list(map(parts, records.READERS["author"](in_bibtex))) == wanted
    assert [parts(values.name(ris_values.name(name))) for name in people] == wanted
    assert list(map(parts, values.people(table_values.value("author", people)))) == wanted
    in_json = json.loads(csl_json_values.value("author", people))
    assert list(map(parts, csl_json.READERS["author"](in_json))) == wanted


LETTERS = st.characters(
    categories=("L", "M", "N", "P", "S", "Zs"), exclude_characters="{}\\~$^`_#%\"'=|"
)
PART = st.text(LETTERS, min_size=1, max_size=12)


@given(st.lists(PART, min_size=1, max_size=4))
def test_any_name_that_is_read_is_written_so_that_it_is_read_again(words: list[str]) -> None:
    name = Name.parse(" ".join(words))
    if any(parts(name)):
        written = bibtex_values.name(name)
        assert latex.is_balanced(written)
        assert parts(records.READERS["author"](written)[0]) == parts(name)
        assert parts(values.name(ris_values.name(name))) == parts(name)


TEXTS = [  # text, LaTeX
    ("100% of A & B_c #1 $5", r"100\% of A \& B\_c \#1 \$5"),
    ("a {b} c", r"a \textbraceleft{}b\textbraceright{} c"),
    ("a } b", r"a \textbraceright{} b"),  # the entry stays closed
    (r"C:\temp~x^2", r"C:\textbackslash{}temp\textasciitilde{}x\textasciicircum{}2"),
    ("a--b---c", r"a-\--b-\--\--c"),  # no dashes
    ("``quoted''", r"\textasciigrave{}\textasciigrave{}quoted''"),
    ("Études für 漢字 и кириллица", "Études für 漢字 и кириллица"),
    ("a\nb\r\n\r\nc", "a b c"),
    ("\0a\udcff", "a\udcff"),  # a byte that was no character stays; NUL no file holds
    ('say "x" @article{y,', 'say "x" @article\\textbraceleft{}y,'),
]


@pytest.mark.parametrize(("text", "written"), TEXTS)
def test_latex(text: str, written: str) -> None:
    assert latex.text(text) == written
    assert decode(written) == " ".join(text.replace("\0", "").split())


def words(text: str) -> list[str]:
    return [word for word in re.split("[ \t\r\n\f\v]+", text) if word]


ANY = st.text(st.characters(codec=None, exclude_characters="\0"), max_size=40)


@given(ANY)
def test_any_text_comes_back_from_latex(text: str) -> None:
    assert words(decode(latex.text(text))) == words(text)
    assert words(decode_number(latex.number(text))) == words(text)
    assert words(decode(latex.lines(text))) == words(text)
    for written in (latex.text(text), latex.number(text), latex.lines(text), latex.address(text)):
        assert latex.is_balanced(written)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("é ï ñ ç ő š ł ß Ø", r"{\'e} {\"{\i}} {\~n} {\c{c}} {\H{o}} {\v{s}} {\l} {\ss} {\O}"),
        ("漢", "漢"),  # has no command
        ("– — “x”", r"{\textendash} {\textemdash} {\textquotedblleft}x{\textquotedblright}"),
    ],
)
def test_latex_in_ascii(text: str, written: str) -> None:
    assert latex.text(text, ascii_only=True) == written
    assert decode(written) == text


def test_json_in_ascii() -> None:
    assert csl_json_values.value("title", "é漢", ascii_only=True) == '"\\u00e9\\u6f22"'
    assert csl_json_values.value("title", "é\ud800") == '"é\\ud800"'


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("10.1000/a_b#c%d&e~f", "10.1000/a_b#c%d&e~f"),  # verbatim, as BibLaTeX takes it
        ("https://x.org/{id}", r"https://x.org/\{id\}"),
        ("https://x.org/{id", r"https://x.org/\textbraceleft{}id"),  # breaks nothing
    ],
)
def test_addresses(address: str, written: str) -> None:
    assert latex.address(address) == written


DATES = [  # as read, BibTeX, RIS, CSL-JSON
    ("2019", "2019", "2019", {"date-parts": [[2019]]}),
    ("2019-05-03", "2019-05-03", "2019/05/03", {"date-parts": [[2019, 5, 3]]}),
    ("3 May 2019", "3 May 2019", "2019/05/03", {"date-parts": [[2019, 5, 3]]}),
    ("2018/2019", "2018/2019", "2018/2019", {"date-parts": [[2018], [2019]]}),
    ("Spring 2019", "Spring 2019", "Spring 2019", {"raw": "Spring 2019"}),
    ("circa 1950", "circa 1950", "circa 1950", {"raw": "circa 1950"}),
    ("199X", "199X", "199X", {"raw": "199X"}),
    ("n.d.", "n.d.", "n.d.", {"raw": "n.d."}),
    ("民国36年", "民国36年", "1947", {"date-parts": [[1947]]}),
    ("令和元年5月", "令和元年5月", "2019/05", {"date-parts": [[2019, 5]]}),
    ("-0500", "-0500", "-0500", {"raw": "-0500"}),
    ("2019-13", "2019-13", "2019-13", {"date-parts": [[2019, 13]]}),  # a fault stays one
]


@pytest.mark.parametrize(("text", "in_bibtex", "in_ris", "in_json"), DATES)
def test_dates(text: str, in_bibtex: str, in_ris: str, in_json: Any) -> None:
    date = dates.parse(text)
    assert bibtex_values.date(date) == in_bibtex
    assert ris_values.date(date) == in_ris
    written = csl_json_values.date(date)
    assert date_forms.same(csl_json.READERS["issued"](written), date)
    assert written == in_json or text == "2019-13"


@pytest.mark.parametrize(
    ("keywords", "in_bibtex", "in_table", "in_json"),
    [
        (("a", "b c"), "a, b c", "a; b c", '"a; b c"'),
        (("2,4-D", "b"), "2,4-D, b", "2,4-D; b", '"2,4-D; b"'),  # no comma between keywords
        (("Smith, J.", "b"), "Smith, J.; b", "Smith, J.; b", '"Smith, J.; b"'),
        (("a, b",), "{a, b}", "a, b; ", '["a, b"]'),
        (("a; b", "c"), "{a; b}, c", "a; b | c", '["a; b", "c"]'),
        (("肺癌", "深度学习"), "肺癌, 深度学习", "肺癌; 深度学习", '"肺癌; 深度学习"'),
    ],
)
def test_keywords(keywords: Any, in_bibtex: str, in_table: str, in_json: str) -> None:
    assert bibtex_values.keywords(keywords) == in_bibtex
    assert records.READERS["keyword"](in_bibtex) == keywords
    assert csl_json_values.value("keyword", keywords) == in_json


@pytest.mark.parametrize(
    ("page", "tags"),
    [
        ("1-10", ("1", "10")),
        ("S12-S15", ("S12", "S15")),
        ("1–10", ("1–10", "")),  # the dash stays as it is
        ("1--10", ("1--10", "")),
        ("e12345", ("e12345", "")),
        ("5-5", ("5-5", "")),
        ("1-3, 7", ("1-3, 7", "")),
    ],
)
def test_pages_in_ris(page: str, tags: tuple[str, str]) -> None:
    assert ris_values.pages(page) == tags


@given(st.lists(ANY, min_size=2, max_size=4), st.sampled_from(",\t;"))
def test_any_cells_are_read_by_the_standard_library(texts: list[str], delimiter: str) -> None:
    row = delimiter.join(table_values.cell(text, delimiter) for text in texts)
    read = list(csv.reader(io.StringIO(row + "\n", newline=""), delimiter=delimiter))
    assert read[:1] == [texts] or not any(texts)
