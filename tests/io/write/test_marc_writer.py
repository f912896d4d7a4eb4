"""MARC 21 written: lengths, fields, what stays of a MARC source, and records edited in place."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marc_iso import CHINESE, LEADER, LINKED, ONE, UNIMARC, iso, xml
from shared import SHARED, needs_shared

from validator.cli import main
from validator.errors import UsageError
from validator.io import items, read
from validator.io.marc.fields import cut
from validator.io.rewrite import Added, rewriter
from validator.io.source import Source
from validator.io.write import writer
from validator.io.write.holding import differing
from validator.record import Name, Parallel, Record
from validator.text import dates


def read_one(data: bytes, form: str = "marc") -> Record:
    stream = io.BufferedReader(io.BytesIO(data))  # type: ignore[arg-type]
    found = items(Source("a", form, "", 2**26, stream=stream))
    (record,) = (item for item in found if isinstance(item, Record))
    return record


def shown(data: str | bytes) -> list[str]:
    """The fields of a record as ``TAG ii$a...``."""
    data = data.encode("utf-8", "surrogateescape") if isinstance(data, str) else data
    found = cut(data[:-1])
    values = [value.decode().replace("\x1f", "$") for value in found.values]
    return [f"{tag} {value}" for tag, value in zip(found.tags, values, strict=True)]


BOOK = Record(
    id="k1",
    type="book",
    title="目录学概论: Introduction",
    author=(Name("Berg", "Jan", "van"), Name(literal="World Health Organization")),
    editor=(Name("Roe", "Jane", orcid="0000-0002-1825-0097"),),
    publisher="Springer",
    publisher_place="Berlin",
    issued=dates.parse("2019"),
    isbn="978-3-16-148410-0; 3-16-148410-X",
    doi="10.1000/a",
    language="en",
    keyword=("2,4-D", "metadata"),
    index_keyword=("Books--China",),
    genre="Survey",
    note="One.\nTwo.",
    parallel=Parallel(title="目录学"),
)


def test_a_book() -> None:
    assert shown(writer("marc").record(BOOK, first=True)) == [
        "001 k1",
        "008 000000s2019    xx                  eng d",
        "020   $a978-3-16-148410-0",
        "020   $a3-16-148410-X",
        "024 7 $a10.1000/a$2doi",
        "100 1 $avan Berg, Jan$4aut",
        "245 10$a目录学概论: Introduction",
        "246 31$a目录学",
        "264  1$aBerlin$bSpringer$c2019",
        "500   $aOne.",
        "500   $aTwo.",
        "590   $agenre: Survey",
        "590   $alanguage: en",
        "650  4$aBooks$xChina",
        "653   $a2,4-D",
        "653   $ametadata",
        "700 1 $aRoe, Jane$4edt$1https://orcid.org/0000-0002-1825-0097",
        "710 2 $aWorld Health Organization$4aut",
    ]


def test_a_name_that_a_heading_would_not_give_back_has_a_line_as_well() -> None:
    record = Record(title="T", author=(Name("van Berg", "Jan", orcid="0000-0002-1825-0097"),))
    text = writer("marc").record(record, first=True)
    assert "100 1 $avan Berg, Jan$4aut$1https://orcid.org/0000-0002-1825-0097" in shown(text)
    (name,) = read_one(text.encode()).author
    assert (name.family, name.orcid) == ("van Berg", "0000-0002-1825-0097")


def test_an_article_has_a_host() -> None:
    record = Record(
        type="article-journal",
        title="T",
        container_title="Journal",
        volume="12",
        issue="3",
        page="100-110",
        issn="0028-0836",
    )
    text = writer("marc").record(record, first=True)
    assert text[6:8] == "ab"
    assert "773 0 $tJournal$gvolume:12$gnumber:3$gpages:100-110$x0028-0836" in shown(text)


@pytest.mark.parametrize("text", [ONE, LINKED])
@pytest.mark.parametrize("extra", ["", "Ж" * 500])
def test_lengths(text: str, extra: str) -> None:
    record = replace(read_one(iso(text)), abstract=extra, publisher="Другой")
    data = writer("marc").record(record, first=True).encode()
    assert int(data[:5]) == len(data)
    base = int(data[12:17])
    assert data[base - 1 : base] == b"\x1e"
    for at in range(24, base - 1, 12):
        length, start = int(data[at + 3 : at + 7]), int(data[at + 7 : at + 12])
        assert data[base + start + length - 1 : base + start + length] == b"\x1e"


LONG = [
    (Record(id="k1", title="x" * 10_000), "k1: field 245 has 10005 bytes"),
    (Record(id="k2", title="x", note="\n".join(["y" * 9_000] * 12)), "k2: a record of 108"),
]


@pytest.mark.parametrize(("record", "message"), LONG)
def test_what_is_too_long_is_named(record: Record, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        writer("marc").record(record, first=True)
    assert record.title in writer("marcxml").record(record, first=True)


def test_a_long_abstract_is_cut_at_blanks() -> None:
    record = Record(id="k1", title="x", abstract="摘要 " * 4_000)
    text = writer("marc").record(record, first=True)
    again = read_one(text.encode())
    assert again.abstract.split() == record.abstract.split()


# What stood in MARC stays

FULL = f"""{ONE.rstrip()}
    035   $a(OCoLC)1
    300   $axxi, 289 p. :$bill. ;$c23 cm.
    490 1 $aStudies ;$v3
    650  0$aBooks$zChina.
    650  0$aThings.
    700 1 $aCase, Bernard,$d1900-,$eill.
    700 1 $aRoe, Jane.
    999   $ax$b$$1"""
CHANGES = [
    ({}, [], [], "nothing"),
    (
        {"title": "Other things"},
        ["245 10$aThings of the past :$ba history /$cAda Writer."],
        ["245 10$aOther things /$cAda Writer."],
        "the statement stays",
    ),
    (
        {"publisher": "Press"},
        ["260   $aNew York :$bPress & Co.,$c2000."],
        ["260   $aNew York :$bPress,$c2000."],
        "the imprint",
    ),
    (
        {"author": (Name("Writer", "Ada B."), Name("Roe", "Jane"))},
        ["100 1 $aWriter, Ada,$d1950-"],
        ["100 1 $aWriter, Ada B.,$d1950-"],
        "the other authors stay",
    ),
    (
        {"index_keyword": ("Books--China",)},
        ["650  0$aThings."],
        [],
        "the other heading stays",
    ),
    (
        {"editor": (Name("Roe", "Jane"),), "author": (Name("Writer", "Ada"),)},
        ["700 1 $aRoe, Jane."],
        ["700 1 $aRoe, Jane.$4edt"],
        "another role",
    ),
    (
        {"number_of_pages": "xxi, 290 p."},
        ["300   $axxi, 289 p. :$bill. ;$c23 cm."],
        ["300   $axxi, 290 p. :$bill. ;$c23 cm."],
        "the other subfields stay",
    ),
    (
        {"collection_title": "Studies in things"},
        ["490 1 $aStudies ;$v3"],
        ["490 1 $aStudies in things ;$v3"],
        "and the volume",
    ),
    ({"doi": "10.1000/a"}, [], ["024 7 $a10.1000/a$2doi"], "added"),
    (
        {"issued": dates.parse("2001")},
        [
            "008 000107s2000    nyua          001 0 eng d",
            "260   $aNew York :$bPress & Co.,$c2000.",
        ],
        [
            "008 000107s2001    nyua          001 0 eng d",
            "260   $aNew York :$bPress & Co.,$c2001.",
        ],
        "the year in both places",
    ),
    ({"volume": "3"}, [], ["590   $avolume: 3"], "no field for it"),
    ({"id": "k2"}, ["001 ocm1"], ["001 k2"], "the id"),
]


@pytest.mark.parametrize(("values", "gone", "come", "why"), CHANGES)
def test_only_what_changes_is_another_field(
    values: dict[str, object], gone: list[str], come: list[str], why: str
) -> None:
    before = read_one(iso(FULL))
    after = replace(before, **values)  # type: ignore[arg-type]
    old, new = shown(iso(FULL)), shown(writer("marc").record(after, first=True))
    assert [field for field in old if field not in new] == gone, why
    assert [field for field in new if field not in old] == come, why


def test_a_record_of_unimarc_becomes_marc21() -> None:
    record = read_one(iso(CHINESE, leader=UNIMARC))
    again = read_one(writer("marc").record(record, first=True).encode())
    assert differing(record, again) == []
    assert "245 10$a目录学概论: 教程" in shown(writer("marc").record(record, first=True))


def test_marcxml() -> None:
    writing = writer("marcxml")
    record = read_one(xml(ONE.replace("Things", "A < B & C")).encode(), "marcxml")
    text = writing.head() + writing.record(record, first=True) + writing.tail()
    assert '    <subfield code="a">A &lt; B &amp; C of the past :</subfield>\n' in text
    again = read_one(text.encode(), "marcxml")
    assert [field[:3] for field in again.raw] == [field[:3] for field in record.raw]


# In place

EDITS = [
    (iso(FULL), {"title": "Other things"}, True, "UTF-8"),
    (iso(FULL.replace("Things", "Théorèmes")), {"title": "Études"}, True, "with accents"),
    (
        iso(FULL.replace("Things", "The\x02or"), leader=LEADER.replace(" a2", "  2")).replace(
            b"\x02", b"\xe2"
        ),
        {"volume": "3"},
        True,
        "MARC-8 becomes UTF-8",
    ),
    (iso(FULL.replace("Things", "Zu\u0308ge")), {"volume": "3"}, True, "marks apart"),
    (iso(FULL.replace("Things", "Основы"), encoding="cp1251"), {"title": "X"}, False, "a guess"),
    (iso(CHINESE, leader=UNIMARC), {"title": "X"}, False, "UNIMARC"),
    (iso(FULL), {"title": "x" * 10_000}, False, "too long"),
]


@pytest.mark.parametrize(("data", "values", "done", "why"), EDITS)
def test_in_place(data: bytes, values: dict[str, object], done: bool, why: str) -> None:
    stream = io.BufferedReader(io.BytesIO(data))  # type: ignore[arg-type]
    found = items(Source("a", "marc", "", 2**26, stream=stream))
    record = next(item for item in found if isinstance(item, Record))
    editor = rewriter("marc", "", encoding="latin-1")
    assert editor is not None
    wanted = replace(record, **values)  # type: ignore[arg-type]
    edits, left = editor.edits(record, wanted, data.decode("latin-1"))
    assert bool(edits) is done, why
    assert bool(left) is not done, why
    if done:
        (edit,) = edits
        again = read_one(edit.text.encode("latin-1"))
        assert differing(wanted, again) == []


def test_letters_and_marks_stay_apart_where_they_stood() -> None:
    """They are read composed, which is no change of the field."""
    data = iso(FULL.replace("Things", "Zu\u0308ge"))
    record = read_one(data)
    assert "Züge" in record.title
    editor = rewriter("marc", "", encoding="latin-1")
    assert editor is not None
    assert editor.edits(record, record, data.decode("latin-1")) == ((), ())
    (edit,), _ = editor.edits(record, replace(record, volume="3"), data.decode("latin-1"))
    assert "Zu\u0308ge" in edit.text.encode("latin-1").decode()


def test_added_fields_and_records_taken_out() -> None:
    record = read_one(iso(FULL))
    editor = rewriter("marc", "", encoding="latin-1")
    assert editor is not None
    added = [Added("035", "", "  \x1fa(X)2"), Added("merged ids", "b; c")]
    (edit,) = editor.edits(record, record, iso(FULL).decode("latin-1"), added=added).edits
    fields = shown(edit.text.encode("latin-1"))
    assert "035   $a(X)2" in fields
    assert "590   $amerged ids: b; c" in fields


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_value_in_place(title: str, note: str) -> None:
    record = read_one(iso(FULL))
    editor = rewriter("marc", "", encoding="latin-1")
    assert editor is not None
    text = iso(FULL).decode("latin-1")
    wanted = replace(record, title=title, note=note)
    edits, left = editor.edits(record, wanted, text)
    if not left:
        again = read_one(edits[0].text.encode("latin-1")) if edits else record
        assert differing(wanted, again) == []


def test_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From end to end: one record changes, its neighbours stay byte for byte."""
    one, two, three = (iso(ONE.replace("ocm1", key)) for key in ("a", "b", "c"))
    two = iso(ONE.replace("ocm1", "b").replace("Things of", "Other  tales of"))
    three = iso(FULL.replace("ocm1", "c").replace("Things of", "Third tales of"))
    given, out = tmp_path / "in.mrc", tmp_path / "out.mrc"
    given.write_bytes(one + b"\n" + two + three)
    assert main(["clean", str(given), "-o", str(out), "--isolated"]) == 0
    written = out.read_bytes()
    assert written.startswith(one + b"\n")
    assert written.endswith(three)
    assert [record.title[:12] for record in read(out)] == [
        "Things of th",
        "Other tales ",
        "Third tales ",
    ]
    xml_out = tmp_path / "out.xml"
    assert main(["clean", str(given), "-o", str(xml_out), "--to", "marcxml", "--isolated"]) == 0
    assert [record.id for record in read(xml_out)] == ["a", "b", "c"]
    capsys.readouterr()


FILES = [p for g in ("marc/*", "marcxml/*") for p in sorted((SHARED / "data/formats").glob(g))]


@pytest.mark.parametrize("form", ["marc", "marcxml"])
@pytest.mark.parametrize("path", FILES[::2], ids=lambda path: path.name)
class TestReal:
    pytestmark = needs_shared

    def test_it_comes_back(self, path: Path, form: str) -> None:
        records = [replace(r, volume="", issue="") if r.type == "book" else r for r in read(path)]
        writing = writer(form)
        for record in records:
            text = writing.head() + writing.record(record, first=True) + writing.tail()
            again = read_one(text.encode("utf-8", "surrogateescape"), form)
            if form == "marcxml" and set(record.title) & set("\x1b\udcc3"):
                continue  # XML has no such character
            assert differing(record, again) == []
