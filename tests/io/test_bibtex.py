"""BibTeX and BibLaTeX are read: values, places, inheritance; a broken entry costs no other."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from patience import soon
from shared import SHARED, needs_shared

from validator.finding import Fault
from validator.io.bibtex import parents, read
from validator.io.bibtex.parents import with_parents
from validator.io.bibtex.scanner import Scanner
from validator.io.source import Source
from validator.record import Name, Record, attribute_of


def items(text: str, **source: Any) -> list[Record | Fault]:
    return list(read(Source("refs.bib", "bibtex", text=text, **source)))


def records(text: str) -> list[Record]:
    return [item for item in items(text) if isinstance(item, Record)]


def one(text: str) -> Record:
    (record,) = records(text)
    return record


def fields(text: str) -> dict[str, str]:
    return {field.name: field.value for field in one(text).raw}


ARTICLE = """\
% Encoding: UTF-8
@Article{onnudottir2011,
  author    = {{\\"O}nnud{\\'o}ttir, Eva H. and {World Health Organization} and van der Berg, Jan},
  title     = "The {TEL} of ``Things''",
  journal   = jams # { of } # "Nothing",
  Year      = 2011,
  month     = mar,
  number    = {4},
  pages     = {426--446},
  doi       = {10.1000/a\\_b},
  keywords  = {one thing, another},
  note      = {},
  groups    = {mine},
}
"""


def test_an_entry() -> None:
    record = one("@string{jams = {Journal}}\n" + ARTICLE)
    assert (record.id, record.type, record.type_as_read) == (
        "onnudottir2011",
        "article-journal",
        "Article",
    )
    assert record.author == (
        Name("Önnudóttir", "Eva H.", raw="Önnudóttir, Eva H."),
        Name(literal="World Health Organization", raw="{World Health Organization}"),
        Name("Berg", "Jan", "van der", raw="van der Berg, Jan"),
    )
    assert record.title == "The TEL of “Things”"
    assert record.container_title == "Journal of Nothing"
    assert record.issued is not None
    assert (record.issued.year, record.issued.month) == (2011, 3)
    assert (record.issue, record.number, record.page) == ("4", "", "426--446")
    assert record.doi == "10.1000/a_b"
    assert record.keyword == ("one thing", "another")


def test_every_field_is_kept_with_its_place() -> None:
    record = one(ARTICLE)
    assert [(f.name, f.variable, f.line, f.column) for f in record.raw] == [
        ("author", "author", 3, 15),
        ("title", "title", 4, 15),
        ("journal", "container-title", 5, 15),
        ("Year", "issued", 6, 15),
        ("month", "", 7, 15),
        ("number", "issue", 8, 15),
        ("pages", "page", 9, 15),
        ("doi", "DOI", 10, 15),
        ("keywords", "keyword", 11, 15),
        ("note", "note", 12, 15),  # empty, and still where a note would stand
        ("groups", "", 13, 15),
    ]
    assert record.raw[2].value == 'jams # { of } # "Nothing"'
    where = record.provenance
    assert (where.line, where.column, where.record_number) == (2, 1, 1)
    assert where.cut(ARTICLE) == ARTICLE[18:-1]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_count_characters(ending: str, mark: str) -> None:
    text = mark + (ARTICLE + ARTICLE).replace("\n", ending)
    found = records(text)
    assert [record.provenance.line for record in found] == [2, 16]
    for record in found:
        for field in record.raw:
            assert text[field.start : field.end] == field.value
        assert [f.line for f in record.raw] == [
            *range(record.provenance.line + 1, record.provenance.line + 12)  # type: ignore[operator]
        ]
        assert record.provenance.cut(text).startswith("@Article{")
        assert record.provenance.cut(text).endswith("}")


def test_places_start_where_a_piece_starts() -> None:
    (record,) = records_of_piece = items(ARTICLE, first_line=101, first_number=8, first_start=5000)
    assert isinstance(record, Record)
    assert record.provenance.record_number == 8
    assert record.provenance.line == 102
    assert record.raw[0].start == 5000 + ARTICLE.index("{{\\")
    assert len(records_of_piece) == 1


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("@misc{a, x = {b}}", {"x": "{b}"}),
        ("@misc(a, x = {b})", {"x": "{b}"}),
        ('@misc(a, x = {b)}, y = "c)")', {"x": "{b)}", "y": '"c)"'}),
        ("@ misc {a, x = 1}", {"x": "1"}),
        ("@misc\n{a, x = 1}", {"x": "1"}),
        ("@misc{a, x={b{c{d{e}}}},}", {"x": "{b{c{d{e}}}}"}),  # deeper than the quick pattern
        ('@misc{a, x="b{"}c"}', {"x": '"b{"}c"'}),  # a quote in braces
        ("@misc{a, x={b}, x={c}}", {"x": "{c}"}),  # both in raw; see test_duplicate_fields
        ('@misc{a, x=b # {c} #\n "d"}', {"x": 'b # {c} #\n "d"'}),
        ("@misc{a, x={b} y={c}}", {"x": "{b}", "y": "{c}"}),  # a comma forgotten
        ("@misc{a, x=2000\n y={c}}", {"x": "2000", "y": "{c}"}),
        ("@misc{a, x={b},, y={c},,}", {"x": "{b}", "y": "{c}"}),
        ("@misc{a x={b}}", {"x": "{b}"}),
        ("@misc{a\n x={b}}", {"x": "{b}"}),
        ("@misc{a, % text, with } \n x={b}}", {"x": "{b}"}),  # a comment between fields
        ("@misc{a, x=, y={c}}", {"x": "", "y": "{c}"}),
        ("@misc{a, x={\\{}}}", {"x": "{\\{}}"}),  # BibTeX counts a brace behind a backslash
        ("@misc{a, bdsk-url-1={b}, author+an:x={c}}", {"bdsk-url-1": "{b}", "author+an:x": "{c}"}),
        ("@misc{a, Early Access Date={b}}", {"Early Access Date": "{b}"}),
        ("@misc{a, x={b\0c}}", {"x": "{b\0c}"}),
        ("@misc{a, x={me@x.org\n@home}}", {"x": "{me@x.org\n@home}"}),
        ("@misc{a, x={\n@book{b, y={c}}\n}}", {"x": "{\n@book{b, y={c}}\n}"}),  # code in a value
        ("@misc{a, 题名={中}}", {"题名": "{中}"}),
    ],
)
def test_values_as_they_stand(text: str, wanted: dict[str, str]) -> None:
    assert fields(text) == wanted


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("@misc{a:b/c+d.e_f'g, x=1}", "a:b/c+d.e_f'g"),
        ("@misc{, x=1}", ""),
        ("@misc{x=1}", ""),
        ("@misc{a}", "a"),
        ("@misc{ a }", "a"),
        ("@misc{smith 2020, x=1}", "smith 2020"),
        ("@misc{smith(2020), x=1}", "smith(2020)"),
        ("@misc(smith(2020), x=1)", "smith(2020)"),
        ("@misc(smith)", "smith"),
        ("@misc{史密斯2020, x=1}", "史密斯2020"),
        ('@misc{\n  a"b,\n x=1}', ""),
    ],
)
def test_keys(text: str, key: str) -> None:
    found = items(text)
    assert len(found) == 1
    if '"' in text:
        assert isinstance(found[0], Fault)  # a quote in a key is where BibTeX gives up
    else:
        assert isinstance(found[0], Record)
        assert found[0].id == key


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "% nothing but a comment\n",
        "@comment{jabref-meta: databaseType:bibtex;}",
        "@Comment{@article{a, title={b}}\n@article{c, title={d}}}",  # commented out
        "@Comment unbracketed text\n",
        '@preamble{"\\newcommand{\\x}{y}" # z}',
        '@string{a = {b}}\n@String(c = "d")\n',
        "%@article{a,\n% title = {b}\n%}\n",
        "mail to me@x.org, or @home (see there",
        "article{a, title={b}}",  # without @ it is text, and people use that
        "@xdata{a, publisher={b}}",
        "@set{a, entryset={b,c}}",
    ],
)
def test_no_record(text: str) -> None:
    assert items(text) == []


def test_text_between_entries() -> None:
    text = """Some text, me@x.org.
@comment{jabref-meta: grouping:
0 AllEntriesGroup:;}
  @misc{a, title={A}} @misc{b, title={B}}@misc{c, title={C}},
@string(x = {X}))
@misc{d, title=x}
% @misc{e, title={E}}
}
@misc{f, title={F}} trailing text
\f@misc{g, title={G}}
@
misc
{h, title={H}}"""
    assert [(r.id, r.title, r.provenance.line) for r in records(text)] == [
        ("a", "A", 4),
        ("b", "B", 4),
        ("c", "C", 4),
        ("d", "X", 6),
        ("f", "F", 9),
        ("g", "G", 10),  # behind a form feed, which begins a page
        ("h", "H", 11),  # BibTeX skips white space there, too
    ]


def test_an_open_comment_hides_no_entry() -> None:
    text = "@comment{ { }\n@misc{a, title={A}}\n@misc{b, title={B}}\n"
    assert [record.id for record in records(text)] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("@string{a = {B}} @misc{k, title = a}", "B"),
        ("@string{a = {B}} @misc{k, title = A # { c}}", "B c"),  # macros know no case
        ("@string{a = {B}} @string{c = a # a} @misc{k, title = c}", "BB"),
        ("@misc{k, title = a}\n@string{a = {B}}", "a"),  # defined too late: the name stays
        ("@misc{k, title = jan # {~1}}", "January 1"),
        ('@string{and = " and "} @misc{k, title = {x} # and # {y}}', "x and y"),
        ("@string{a = {B}\n@string{c = {D}}\n@misc{k, title = c}", "D"),  # a was never closed
    ],
)
def test_macros(text: str, title: str) -> None:
    assert one(text).title == title


def test_macros_that_double_stay_small() -> None:
    text = "@string{a0 = {0123456789}}\n" + "".join(
        f"@string{{a{i} = a{i - 1} # a{i - 1}}}\n" for i in range(1, 60)
    )
    assert len(one(text + "@misc{k, title = a59}").title) < 3 * 2**20


def test_duplicate_fields() -> None:
    record = one("@misc{a, title={First}, Title={Second}}")
    assert record.title == "First"
    assert [(f.name, f.variable) for f in record.raw] == [("title", "title"), ("Title", "")]


@pytest.mark.parametrize(
    ("entry", "variable", "value"),
    [
        ("@article{k, journal={A}, journaltitle={B}}", "container-title", "B"),
        ("@article{k, journaltitle={A}, journalsubtitle={B}}", "container-title", "A: B"),
        ("@article{k, shortjournal={A}}", "container-title-short", "A"),
        ("@inproceedings{k, booktitle={A}}", "container-title", "A"),
        ("@incollection{k, booktitle={A}, booksubtitle={B}}", "container-title", "A: B"),
        ("@inbook{k, maintitle={A}}", "container-title", "A"),
        ("@proceedings{k, booktitle={A}}", "title", "A"),
        ("@proceedings{k, title={A}, booktitle={A}}", "container-title", ""),  # for its children
        ("@book{k, title={A}, subtitle={B}}", "title", "A: B"),
        ("@book{k, title={A?}, subtitle={B}}", "title", "A? B"),
        ("@book{k, series={A}, number={3}}", "collection-title", "A"),
        ("@book{k, number={3}}", "number", "3"),
        ("@article{k, number={3}}", "issue", "3"),
        ("@article{k, number={3}, eid={107}}", "number", "107"),
        ("@techreport{k, number={TR-3}}", "number", "TR-3"),
        ("@techreport{k, institution={A}, publisher={B}}", "publisher", "A"),
        ("@phdthesis{k, school={A}}", "publisher", "A"),
        ("@thesis{k, type={mathesis}}", "genre", "mathesis"),
        ("@article{k, institution={A}}", "publisher", ""),  # where its authors work
        ("@book{k, publisher={A}, address={B}}", "publisher-place", "B"),
        ("@book{k, location={B}}", "publisher-place", "B"),
        ("@inproceedings{k, eventtitle={A}}", "event-title", "A"),
        ("@book{k, pagetotal={300}}", "number-of-pages", "300"),
        ("@book{k, origdate={1950}}", "original-date", "1950"),
        ("@misc{k, pubstate={inpress}}", "status", "inpress"),
        ("@article{k, eprint={2001.01234}, archivePrefix={arXiv}}", "arxiv", "2001.01234"),
        ("@article{k, eprint={hep-th/9711200}}", "arxiv", "hep-th/9711200"),
        ("@article{k, eprint={https://x.org/a.pdf}}", "arxiv", ""),  # Google Scholar
        ("@article{k, eprint={123}, eprinttype={jstor}}", "arxiv", ""),
        ("@article{k, eprint={123}, eprinttype={pubmed}}", "PMID", "123"),
        ("@misc{k, howpublished={\\url{https://x.org/~me}}}", "URL", "https://x.org/~me"),
        ("@misc{k, howpublished={Handed out}}", "URL", ""),
        ("@misc{k, url={https://x.org/a\\_b~c}}", "URL", "https://x.org/a_b~c"),
        ("@misc{k, annotation={A}}", "note", "A"),
        ("@article{k, note={PMID: 33355555}}", "PMID", "33355555"),  # Taylor & Francis
        ("@article{k, note={See PMID: 33355555}}", "PMID", ""),
        ("@misc{k, language={ngerman}}", "language", "de"),
        ("@misc{k, langid={english}}", "language", "en"),
        ("@misc{k, language={English}}", "language", "en"),  # a literal name is right, too
        ("@misc{k, language={zh-CN}}", "language", "zh-CN"),
        ("@misc{k, language={中文}}", "language", "中文"),
        ("@misc{k, keywords={a, b; c}}", "keyword", ("a, b", "c")),
        ("@misc{k, keywords={a, {b, c}, d}}", "keyword", ("a", "b, c", "d")),
        ("@misc{k, keywords={元数据；质量}}", "keyword", ("元数据", "质量")),
        ("@misc{k, keywords={2,4-D, x}}", "keyword", ("2,4-D", "x")),
        ("@misc{k, mrnumber={1}}", "number", ""),
        ("@periodical{k, title={A}, number={3}}", "issue", "3"),
    ],
)
def test_variables(entry: str, variable: str, value: Any) -> None:
    assert getattr(one(entry), attribute_of(variable)) == value


@pytest.mark.parametrize(
    ("dates", "year", "month", "day"),
    [
        ("date={2011-03-04}, year={1999}", 2011, 3, 4),
        ("year={2011}, month=mar", 2011, 3, None),
        ("year={2011}, month={March}", 2011, 3, None),
        ("year={2011}, month={MAR}", 2011, 3, None),
        ("year={2011}, month={3}, day={4}", 2011, 3, 4),
        ('year=2011, month=mar # "~4"', 2011, 3, 4),
        ("year={2011}, month={Spring}", 2011, None, None),
        ("year={2011}, month={Mar-Apr}", 2011, None, None),
        ("month=mar, year={2011}", 2011, 3, None),
        ("year={in press}, month=mar", None, None, None),
    ],
)
def test_dates(dates: str, year: int | None, month: int | None, day: int | None) -> None:
    issued = one(f"@misc{{k, {dates}}}").issued
    assert issued is not None
    assert (issued.year, issued.month, issued.day) == (year, month, day)


@pytest.mark.parametrize(
    ("entry", "type_"),
    [
        ("@ARTICLE{k}", "article-journal"),
        ("@article{k, entrysubtype={newspaper}}", "article-newspaper"),
        ("@conference{k}", "paper-conference"),
        ("@incollection{k}", "chapter"),
        ("@inbook{k, booktitle={A}, title={B}}", "chapter"),
        ("@inbook{k, title={Book}, chapter={3}}", "book"),  # BibTeX: pages of the book named
        ("@mvbook{k}", "book"),
        ("@proceedings{k}", "book"),
        ("@mastersthesis{k}", "thesis"),
        ("@online{k}", "webpage"),
        ("@misc{k}", "document"),
        ("@misc{k, eprint={2001.01234}, archiveprefix={arXiv}}", "article"),
        ("@unpublished{k}", "manuscript"),
        ("@software{k}", "software"),
        ("@artcile{k}", ""),
    ],
)
def test_types(entry: str, type_: str) -> None:
    assert one(entry).type == type_


PARALLELS = [
    ("title_en={The title}", "title", "The title"),
    ("title-en={The title}", "title", "The title"),
    ("titletranslation={The title}", "title", "The title"),
    ("journal_en={The Journal}", "container_title", "The Journal"),
    ("keywords_en={one, two}", "keyword", ("one", "two")),
    ("abstract_en={Text}", "abstract", "Text"),
    ("author_en={Wang, Ming}", "author", (Name("Wang", "Ming", raw="Wang, Ming"),)),
    ("en_title={The title}", "title", "The title"),
    ("english-title={The title}", "title", "The title"),
    ('title+an:en={="The title"}', "title", "The title"),  # a data annotation of BibLaTeX
    ('TITLE+an:french={="Le titre"}', "title", "Le titre"),
    ("title+an:default={=checked}", "title", ""),  # an annotation that is no language
    ("title_fr={Le titre}", "title", "Le titre"),
    ("titlefr={Le titre}", "title", ""),
    (
        'author+an:en={1="Wang, Ming"; 2:family="Li"; 2:given="Na"}',
        "author",
        (Name("Wang", "Ming", raw="Wang, Ming"), Name("Li", "Na")),
    ),
    ("title_zh={题名}, title_en={The title}", "title", "The title"),  # the record's own again
    ("title_en={The title}, title_fr={Le titre}", "title", "The title"),  # one language
    ("title_en={The title}, author_fr={Curie, M.}", "author", ()),
    ("affiliation_en={Peking University; Fudan}", "affiliation", ("Peking University", "Fudan")),
    ("title_en={T}, publisher_en={Science Press}", "publisher", "Science Press"),
    ("origpublisher={Dover}", "publisher", ""),  # of an older edition
    ("title_en={T}", "language", "en"),
    (
        "note={original-author: Wang || Ming\noriginal-author: Li || Na}",
        "author",
        (Name("Wang", "Ming", raw="Wang || Ming"), Name("Li", "Na", raw="Li || Na")),
    ),
    ("title_en={The title}, translator={Li, Na}", "title", ""),  # another work
    ("origtitle={The title}", "title", "The title"),
    ("note={original-title: The title}", "title", "The title"),
    ("origtitle={The title}, translator={Li, Na}", "title", ""),  # another work
    ("origtitle={The title}, origdate={1950}", "title", ""),
    ("origtitle={The title}, origlanguage={english}", "title", ""),
    ("note={original work}", "title", ""),
    ("shorttitle={Title}", "title", ""),
]


@pytest.mark.parametrize(("field", "part", "value"), PARALLELS)
def test_parallel_values(field: str, part: str, value: Any) -> None:
    record = one(f"@article{{k, title={{题名}}, {field}}}")
    assert getattr(record.parallel, part) == value


def test_fields_of_parallel_values_say_what_they_fill() -> None:
    record = one("@article{k, title={题名}, title_en={T}, Title_FR={T2}, journal-en={J}}")
    assert [field.variable for field in record.raw] == [
        "title",
        "original-title",
        "",
        "original-container-title",
    ]
    assert record.place("original-title").column == 34


def test_orcids_of_annotations() -> None:
    record = one(
        "@misc{k, author={Smith, J. and Li, Na},"
        ' author+an:orcid={2="https://orcid.org/0000-0002-1825-0097"}}'
    )
    assert [name.orcid for name in record.author] == ["", "0000-0002-1825-0097"]


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ('author+an:orcid={1="0000-0002-1825"; 2="carberry"}', ["0000-0002-1825", "carberry"]),
        ("author+an:orcid={2=0000-0002-1825-0097}", ["", "0000-0002-1825-0097"]),
        ('author+an={1=corresponding; 2="equal"}', ["", ""]),  # of another kind
        ("orcid={0000-0002-1825-0097; 0000-0002-1825}", ["0000-0002-1825-0097", "0000-0002-1825"]),
        ("orcid={; 0000-0002-1825-0097}", ["", ""]),  # whose it is
        (  # Web of Science
            "ORCID-Numbers={Li, Na/0000-0002-1825-0097\n   Smith, J./0000-0002-1825-0098\n   }",
            ["0000-0002-1825-0098", "0000-0002-1825-0097"],
        ),
        ("orcid={0000-0002-1825-0097}", ["", ""]),
    ],
)
def test_orcids_are_read_as_they_stand(field: str, expected: list[str]) -> None:
    record = one(f"@misc{{k, author={{Smith, J. and Li, Na}}, {field}}}")
    assert [name.orcid for name in record.author] == expected


# Inheritance

CHILD = "@inproceedings{child, title={Paper}, crossref={whole}}\n"
WHOLE = (
    "@proceedings{whole, title={Proceedings}, editor={Smith, J.}, year=2006, month=oct,"
    " publisher={ACM}, isbn={0385527403}, doi={10.1000/1}, pages={1--900}}\n"
)


@pytest.mark.parametrize("text", [CHILD + WHOLE, WHOLE + CHILD])
def test_crossref(text: str) -> None:
    found = records(text)
    assert [record.id for record in found] == re.findall("{(child|whole),", text)  # in order
    child = next(record for record in found if record.id == "child")
    assert (child.title, child.container_title) == ("Paper", "Proceedings")
    assert (child.publisher, child.isbn) == ("ACM", "0385527403")
    assert child.editor[0].family == "Smith"
    assert child.issued is not None
    assert (child.issued.year, child.issued.month) == (2006, 10)
    assert (child.doi, child.page) == ("", "")  # these are the whole's own
    assert [field.name for field in child.raw] == ["title", "crossref"]


@pytest.mark.parametrize(
    ("text", "variable", "value"),
    [
        ("@inbook{c, crossref=P}\n@book{p, title={A}, author={X, Y}}", "container-title", "A"),
        (
            "@inbook{c, crossref=p}\n@book{p, author={X, Y}}",
            "author",
            (Name("X", "Y", raw="X, Y"),),
        ),
        ("@incollection{c, crossref=p}\n@book{p, author={X, Y}}", "author", ()),
        ("@article{c, crossref=p}\n@periodical{p, title={A}}", "container-title", "A"),
        ("@inproceedings{c, crossref=p}\n@proceedings{p, booktitle={A}}", "container-title", "A"),
        ("@software{c, crossref=p}\n@software{p, title={A}}", "title", "A"),
        ("@article{c, date={2001}, crossref=p}\n@misc{p, year=1999, month=1}", "issued", "2001"),
        ("@misc{c, xdata={x,y}}\n@xdata{x, publisher={A}}\n@xdata{y, title={B}}", "publisher", "A"),
        ("@misc{c, xdata={x}}\n@xdata{x, xdata=y}\n@xdata{y, title={B}}", "title", "B"),
        ("@misc{c, crossref=alias}\n@misc{p, ids={other, alias}, title={B}}", "title", "B"),
        ("@misc{c, crossref=nobody, title={A}}", "title", "A"),
        ("@misc{c, crossref=c, title={A}}", "title", "A"),
        ("@misc{c, crossref=d}\n@misc{d, crossref=c, title={B}}", "title", "B"),
    ],
)
def test_inherited_values(text: str, variable: str, value: Any) -> None:
    record = records(text)[0]
    assert record.id == "c"
    found = getattr(record, attribute_of(variable))
    assert (str(found) if variable == "issued" else found) == value


STORES = "@xdata{y, title={B}}\n@xdata{店, publisher={北京大学出版社}}\n"


@pytest.mark.parametrize(
    ("entry", "missing"),
    [
        ("@misc{c, xdata={Y, 店}}", []),
        ("@misc{c, xdata={y, gone}}", ["gone"]),
        ("@misc{c, title={A}, xdata={Gone,\n нет}}", ["Gone", "нет"]),
        ("@misc{c, xdata={}}", []),
        ("@misc{c, crossref=gone}", []),  # it may stand in another file: REC002 knows them all
    ],
)
def test_a_store_that_is_not_in_the_file(entry: str, missing: list[str]) -> None:
    faults = [item for item in items(entry + "\n" + STORES) if isinstance(item, Fault)]
    assert [fault.raw for fault in faults] == missing
    assert all((fault.code, fault.record, fault.line) == ("REC002", "c", 1) for fault in faults)
    assert [record.id for record in records(entry + "\n" + STORES)] == ["c"]


def test_a_fault_in_an_entry_names_it() -> None:
    (fault,) = [i for i in items("@misc{论文, title={A} year=1}") if isinstance(i, Fault)]
    assert (fault.code, fault.record) == ("COL006", "论文")


def test_many_that_wait_give_up_their_order_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parents, "WAITING", 5)
    lost = CHILD.replace("child", "lost").replace("whole", "nobody")
    text = lost + CHILD + "@misc{m}\n" * 10 + WHOLE + "@misc{n}\n"
    found = records(text)
    assert sorted(r.id for r in found) == sorted(["lost", "child", *["m"] * 10, "whole", "n"])
    assert next(r for r in found if r.id == "child").container_title == "Proceedings"
    assert found[-1].id == "lost"


# Broken entries

GOOD = (
    "@article{{good{0},\n  author = {{Smith, J.}},\n  title = {{Title {0}}},\n  year = 2000\n}}\n\n"
)
DAMAGE = [
    ("not closed at its end", "@article{bad,\n  title = {A},\n  year = 2000\n\n"),
    ("a brace never closed", "@article{bad,\n  title = {A,\n  year = {2000},\n}\n\n"),
    ("two braces never closed", "@article{bad,\n  title = {A {B,\n  year = {2000},\n}\n\n"),
    ("a brace too many", "@article{bad,\n  title = {A}},\n  year = {2000},\n}\n\n"),
    ("a quote never closed", '@article{bad,\n  title = "A,\n  year = "2000",\n}\n\n'),
    ("cut off", "@article{bad,\n  title = {A and t\n"),
    ("cut off in its head", "@article{bad\n"),
    ("no =", "@article{bad,\n  title {A},\n  year = {2000},\n}\n\n"),
    ("no name", "@article{bad,\n  = {A},\n  year = {2000},\n}\n\n"),
    ("text after a value", "@article{bad,\n  title = {A} B,\n  year = {2000},\n}\n\n"),
    ("no brace before a value", "@article{bad,\n  title = A B},\n  year = {2000},\n}\n\n"),
    ("no brace after its type", "@article bad,\n  title = {A},\n  year = {2000},\n}\n\n"),
    ("a brace inside a quote", '@article{bad,\n  title = "A } B",\n  year = {2000},\n}\n\n'),
    ("nothing but a head", "@article{\n\n"),
    ("binary", "@article{bad,\n  \0\1\2{\0}}\n"),
]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("@misc{a,\n x={b},\n y={c},\n}", None),
        ("@misc{a,\n x={b}\n}", None),
        ("@misc{a,\n x={b}\n y={c}}", 2),
        ("@misc{a,\n x={b\n} % no comma\n y={c}}", 3),
        ("% one\n@misc{a\n x={b}, y={c}}", 3),
        ("@misc(a,\n x=1 y=2)", 2),
    ],
)
def test_a_missing_comma_is_told_before_its_record(text: str, line: int | None) -> None:
    *faults, record = items(text)
    assert isinstance(record, Record)
    told = [(f.code, f.line, f.record_number) for f in faults if isinstance(f, Fault)]
    assert told == ([("COL006", line, 1)] if line else [])


@pytest.mark.parametrize(("what", "broken"), DAMAGE, ids=[what for what, _ in DAMAGE])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_broken_entry_costs_no_other(what: str, broken: str, ending: str) -> None:
    before = "".join(GOOD.format(i) for i in range(3))
    after = "".join(GOOD.format(i) for i in range(3, 6))
    text = (before + broken + after).replace("\n", ending)
    found = items(text)
    faults = [item for item in found if isinstance(item, Fault)]
    assert [item.id for item in found if isinstance(item, Record)] == [f"good{i}" for i in range(6)]
    assert len(faults) == 1
    (fault,) = faults
    assert found.index(fault) == 3
    assert (fault.code, fault.record_number, fault.line, fault.column) == ("COL002", 4, 19, 1)
    assert text[fault.start : fault.end] == fault.raw
    assert fault.raw == broken.replace("\n", ending).rstrip()
    assert [item.provenance.record_number for item in found if isinstance(item, Record)] == [
        *(1, 2, 3, 5, 6, 7)
    ]


@pytest.mark.parametrize(
    ("text", "template"),
    [
        ("@misc{a, x={b}", "entry is not closed: its last brace or bracket is missing"),
        ("@misc{a, x={b", "entry is not closed: a brace opened in a value is never closed"),
        ('@misc{a, x="b}', "entry cannot be read: a quote opened in a value is never closed"),
        ("@misc{a, x {b}}", "entry cannot be read: = is missing after the name of a field"),
        ("@misc{a, ={b}}", "entry cannot be read: the name of a field is missing"),
        (
            "@misc{a, x={b}c}",
            "entry cannot be read: text follows a value where a comma should stand",
        ),
        (
            "@misc{a, x={b}}, y={c}}",
            "entry is closed too early: one brace too many before its last field",
        ),
        ("@misc a,\n x={b}}", "entry cannot be read: no brace after its type"),
    ],
)
def test_faults_say_what_is_wrong(text: str, template: str) -> None:
    (fault,) = items(text)
    assert isinstance(fault, Fault)
    assert fault.template == template
    assert fault.raw == text


def test_two_open_entries_are_two_faults() -> None:
    text = "@misc{a, x={b\n@misc{c, x={d\n@misc{e, x={f}}\n"
    assert [type(item).__name__ for item in items(text)] == ["Fault", "Fault", "Record"]


def test_an_open_entry_ends_at_the_next_on_its_line() -> None:
    found = items("@misc{a, x={b {c} @misc{d, x={e}} @misc{f, x={g}}")
    assert [type(item).__name__ for item in found] == ["Fault", "Record", "Record"]


def test_an_entry_longer_than_the_limit() -> None:
    long = "@misc{long,\n  x = {" + "a " * 3000 + "}\n}\n"
    found = items(GOOD.format(1) + long + GOOD.format(2), limit=1000)
    assert [type(item).__name__ for item in found] == ["Record", "Fault", "Record"]
    fault = found[1]
    assert isinstance(fault, Fault)
    assert fault.template == "entry is longer than max-record-bytes"
    assert (fault.line, fault.record_number, fault.raw) == (7, 2, "")
    endless = items(GOOD.format(1) + long[:-3] + GOOD.format(2), limit=1000)
    assert [type(item).__name__ for item in endless] == ["Record", "Fault", "Record"]


BAD = "@misc{a,\n x = {b\n"
HOSTILE = {
    "braces": "@misc{a, x=" + "{" * 10**5 + "}" * 10**5 + "}",
    "open braces": "@misc{a, x=" + "{" * 3 * 10**5,
    "open entries": BAD * 20_000,
    "open entries on a line": "@misc{a, x={b}, " * 30_000,
    "open comments": "@comment{\n" * 30_000,
    "open strings": "@string{a = {\n" * 30_000,
    "at signs": "@" * 10**6,
    "at signs at lines": "\n@" * 10**5,
    "one long line": "@misc{a, x={" + "b" * 5 * 10**6 + "}}",
    "text only": "text and more text\n" * 10**5,
    "blanks": "@misc{a," + " " * 10**6 + "x" + " " * 10**6 + "}",
    "names": "@misc{a, " + "x " * 2 * 10**5 + "}",
    "quotes": "@misc{a, x=" + '"' * 10**5 + "}",
    "concatenation": "@misc{a, x=" + "{b}#" * 10**5 + "{c}}",
    "entries on a line": "@misc{a, x={b}}" * 20_000,
    "fields": "@misc{a, " + "x={b}, " * 10**5 + "}",
    "parents": "@misc{a, crossref=b}\n" * 20_000,
    "a chain of parents": "".join(f"@misc{{a{i}, crossref=a{i + 1}}}\n" for i in range(5000)),
    "a net of parents": "".join(
        f"@xdata{{a{i}, xdata={{{','.join(f'a{j}' for j in range(200))}}}}}\n" for i in range(200)
    )
    + "@misc{b, xdata=a1}\n" * 200,
    "key and blanks": "@misc{a" + " " * 10**5 + "b c={d}}",
    "early closed": "@misc{a, x={b}}, y={c}\n" * 10_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_quick(text: str) -> None:
    with soon():
        for _ in read(Source("refs.bib", "bibtex", text=text)):
            pass


# Any text

_PIECES = st.sampled_from(
    ["@", "article", "misc", "{", "}", "(", ")", '"', ",", "=", "#", "\n", " ", "a", "title", "1",
     "%", "\\", "@misc{a,", "@misc{b, title={c}}\n", "@string{", "@comment{", "x={y},\n", "\r\n",
     "\r", "\0", "\ufeff", "中", "\udc80", "crossref=b", "@xdata{b,", "'", "~", "$"]
)  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=40).map("".join)


@given(st.text() | _TEXTS)
def test_any_text_is_read(text: str) -> None:
    for item in items(text):
        if isinstance(item, Record):
            for field in item.raw:
                assert text[field.start : field.end] == field.value
                assert field.line is not None
                assert field.column is not None
                assert text.splitlines() or not field.line
            assert item.provenance.cut(text)[0] == "@"
            assert item.provenance.cut(text)[-1] in "})"
        else:
            assert text[item.start : item.end] == item.raw
            assert item.code == "COL002"


@given(_TEXTS, st.sampled_from([1, 2, 7, 64]))
def test_blocks_make_no_difference(text: str, block: int) -> None:
    source = Source("refs.bib", "bibtex", text=text)
    assert list(with_parents(Scanner(source, block).entries(), "refs.bib")) == items(text)


@given(_TEXTS, st.integers(0, 4))
def test_good_entries_before_any_text_are_read(text: str, count: int) -> None:
    good = "".join(GOOD.format(i) for i in range(count))
    ids = [item.id for item in items(good + "%\n" + text) if isinstance(item, Record)]
    assert ids[:count] == [f"good{i}" for i in range(count)]


def test_a_stream_is_read_as_its_text() -> None:
    text = "\ufeff" + "".join(GOOD.format(i) for i in range(2000))
    stream = io.BytesIO(text.encode())
    assert list(read(Source("refs.bib", "bibtex", stream=stream))) == items(text)


def _shared() -> Iterator[Any]:
    for path in sorted((SHARED / "data/formats/bibtex").glob("*.bib")):
        yield pytest.param(path, id=path.name)


@pytest.mark.parametrize("path", [*_shared()] or [pytest.param(None, marks=needs_shared)])
@pytest.mark.shared
def test_real_files(path: Any) -> None:
    text = path.read_bytes().decode("utf-8", "surrogateescape")
    found = [i for i in items(text) if isinstance(i, Record) or i.code != "COL006"]
    words = re.findall(r"^\s*@(\w+)\s*[{(]", text, re.MULTILINE)
    entries = [w for w in words if w.lower() not in ("string", "comment", "preamble")]
    assert len(found) == len(entries)
    for item in found:
        assert isinstance(item, Record)
        assert item.provenance.cut(text).startswith("@")
        for field in item.raw:
            assert text[field.start : field.end] == field.value
