"""PICA+: what its fields hold, plain and in XML; recognised, damaged."""

from __future__ import annotations

from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tagged_exports import spans_hold
from xml_files import PAGES, differences

from validator.finding import Fault
from validator.io import read_text
from validator.io.detect import by_content
from validator.io.pica import fields
from validator.io.pica.fields import PicaField
from validator.io.pica.plain import _parts
from validator.io.xml.kinds import by_bytes
from validator.record import Record

BOOK = """\
001A $02045:10-03-11
002@ $0Aau
003@ $0658700774
004A $03642036805$A9783642036804
010@ $ager
011@ $a2010
021A $aDie @Geschichte der Dinge$deine Einführung$hAda Writer
028A $dAda$aWriter
028B/01 $AVogt$DJan$cvon
028C $4edt$BHrsg.$dMax$aBerg
028C $BDruckerIn$dKarl$aKorb
032@ $a1. Aufl.
033A $pNeubrandenburg$nVerlag & Co.
034D $aXIX, 376 S.
036E $aDinge$l12
037A $aIn Fraktur
044A $N650$Ss$aThings
044K $9123$8Ding ; Geschichte
044K $Ss$910625295X$MTsv1$aTechnik$0gnd/4059205-4
044K $9124$ABild
044K $ABSZ
044Z $bverlag$aTechnik
045Q/01 $a54.00
101@ $a21
203@/01 $0917400194
"""
ARTICLE = """\
002@ $0Osx
003@ $01935302507
004V $010.1000/736852
010@ $aeng
011@ $a2025
021A $aThe @Things
028A $AWriter$DAda
031A $d88$e3$h240-247$j2025
039B $iIn$tJournal of things$dBoston$CISSN$60028-0836
047I $aWhat costs $$5.
"""
RECORDS: list[tuple[str, dict[str, Any], str]] = [
    (
        BOOK,
        {
            "id": "658700774",
            "type": "book",
            "title": "Die Geschichte der Dinge: eine Einführung",
            "author": "Writer, Ada; von Vogt, Jan",
            "editor": "Berg, Max",
            "isbn": "9783642036804",
            "language": "ger",
            "issued": "2010",
            "edition": "1. Aufl.",
            "publisher": "Verlag & Co.",
            "publisher_place": "Neubrandenburg",
            "number_of_pages": "XIX, 376 S.",
            "collection_title": "Dinge",
            "note": "In Fraktur",
            "index_keyword": "Things; Ding; Technik; Bild",
            "keyword": "Technik",
            "classification": "54.00",
        },
        "a book; the printer has no variable",
    ),
    (
        ARTICLE,
        {
            "type": "article-journal",
            "title": "The Things",
            "author": "Writer, Ada",
            "doi": "10.1000/736852",
            "container_title": "Journal of things",
            "issn": "0028-0836",
            "volume": "88",
            "issue": "3",
            "page": "240-247",
            "issued": "2025",
            "abstract": "What costs $5.",
        },
        "an article",
    ),
    (
        "002@ $0Afu\n003@ $01\n036C $aDie @Dinge$lTh. 1\n",
        {"title": "Die Dinge", "volume": "Th. 1", "type": "book"},
        "a volume that has only the title of the whole",
    ),
    (
        "002@ $0Afu\n003@ $01\n021A $aEines\n036C $aDie @Dinge$lTh. 1\n",
        {"title": "Eines", "volume": "Th. 1"},
        "a volume with one of its own",
    ),
    (
        "002@ $0Oau\n003@ $01\n021A $aT\n028A $aWriter$dAda\n"
        "029F $aUniversity$4dgg\n037C $dDissertation$eUniversity$f2016\n",
        {"type": "thesis", "genre": "Dissertation", "publisher": "University"},
        "a thesis; who gave the degree is no author",
    ),
    (
        "002@ $0Abv\n003@ $01\n005A $00028-0836\n021A $aDinge\n011@ $a1998$b2005\n"
        "029A $aBundesamt$bAbteilung\n",
        {
            "type": "periodical",
            "issn": "0028-0836",
            "author": "Bundesamt. Abteilung",
            "issued": "1998-2005",
        },
        "a journal of a body",
    ),
    ("002@ $0Kau\n003@ $01\n021A $aStadtplan\n", {"type": "map"}, "a map"),
    (
        "002@ $0Aau\n003@ $01\n021A $aT\n028A $PAristoteles\n028B $9118$8Cicero, Marcus *106*\n",
        {"author": "Aristoteles; Cicero, Marcus"},
        "a name alone, and the text of a link without its dates",
    ),
    (
        "002@ $0Aau\n003@ $01\n021A $aT\n009P/05 $ahttps://example.org/1\n020F $aText.\n",
        {"url": "https://example.org/1", "abstract": "Text."},
        "as older records have them",
    ),
]


def pairs(text: str) -> list[tuple[str, str]]:
    """The tags and values of lines."""
    return [(line.split(" ")[0], line.partition(" ")[2]) for line in text.splitlines() if line]


def pica_xml(*texts: str) -> str:
    lines = []
    for text in texts:
        lines.append("<record>")
        for name, value in pairs(text):
            tag, _, occurrence = name.partition("/")
            more = f' occurrence="{occurrence}"' if occurrence else ""
            inside = "".join(
                f'<subfield code="{code}">{escape(part)}</subfield>' for code, part in _parts(value)
            )
            lines.append(f'<datafield tag="{tag}"{more}>{inside}</datafield>')
        lines.append("</record>")
    whole = "\n".join(lines)
    return f'<collection xmlns="info:srw/schema/5/picaXML-v1.0">\n{whole}\n</collection>'


def ppxml(text: str) -> str:
    parts = []
    for name, value in pairs(text):
        tag, _, occurrence = name.partition("/")
        inside = "".join(f'<subf id="{code}">{escape(part)}</subf>' for code, part in _parts(value))
        parts.append(f'<tag id="{tag}" occ="{occurrence}">{inside}</tag>')
    space = 'xmlns="http://www.oclcpica.org/xmlns/ppxml-1.0"'
    return f"<record {space}><global>{''.join(parts)}</global></record>"


def one(text: str, form: str) -> Record:
    (record,) = read_text(text, form)
    assert isinstance(record, Record), record
    return record


@pytest.mark.parametrize(("text", "expected", "why"), RECORDS, ids=[why for *_, why in RECORDS])
def test_a_record(text: str, expected: dict[str, Any], why: str) -> None:
    record = one(text, "pica")
    assert differences(record, expected) == {}
    spans_hold(record, text)


@pytest.mark.parametrize(("text", "expected", "why"), RECORDS, ids=[why for *_, why in RECORDS])
def test_the_same_in_xml(text: str, expected: dict[str, Any], why: str) -> None:
    plain = one(text, "pica")
    for whole in (pica_xml(text), ppxml(text)):
        record = one(whole, "pica-xml")
        assert differences(record, expected) == {}
        assert [field[:3] for field in record.raw] == [field[:3] for field in plain.raw]


def test_every_field_is_kept_and_told() -> None:
    found = {field.name: field.variable for field in one(BOOK, "pica").raw}
    assert found["021A"] == "title"
    assert found["028B/01"] == "author"
    assert found["203@/01"] == found["001A"] == ""
    assert len(one(BOOK, "pica").raw) == len(BOOK.splitlines())


KINDS = [
    (BOOK, "pica", "plain"),
    (f"{ARTICLE}\n{BOOK}", "pica", "two records"),
    (BOOK.replace("$", "ƒ"), "pica", "as WinIBW shows it"),
    ("a note\n003@ is no field\n021A nor this\n", "", "a text"),
    ("003@ $01\n", "", "one field alone"),
]


@pytest.mark.parametrize(("text", "form", "why"), KINDS, ids=[why for *_, why in KINDS])
def test_recognised(text: str, form: str, why: str) -> None:
    assert by_content(text) == form


def test_xml_recognised() -> None:
    assert by_bytes(pica_xml(BOOK).encode()) == "pica-xml"
    assert by_bytes(ppxml(BOOK).encode()) == "pica-xml"
    bare = pica_xml(BOOK).replace(' xmlns="info:srw/schema/5/picaXML-v1.0"', "")
    assert by_bytes(bare.encode()) == "pica-xml"
    assert by_bytes(b'<record><datafield tag="245"/></record>') == "marcxml"


def test_the_sign_of_winibw() -> None:
    record = one(ARTICLE.replace("$$", "\0").replace("$", "ƒ").replace("\0", "$"), "pica")
    assert (record.title, record.abstract) == ("The Things", "What costs $5.")


REFUSED = [
    ("002@ $0Tp1\n003@ $01\n028A $aWriter$dAda\n", fields.NOT_BIBLIOGRAPHIC),
    ("002@ $0Aau\n003@ $01\n", fields.NO_TITLE),
]


@pytest.mark.parametrize(("text", "why"), REFUSED, ids=["a person", "nothing but its number"])
def test_no_document(text: str, why: str) -> None:
    for whole, form in ((text, "pica"), (pica_xml(text), "pica-xml")):
        (fault,) = read_text(whole, form)
        assert isinstance(fault, Fault)
        assert (fault.code, fault.template) == ("COL002", why)


DAMAGES = [
    ("\n".join(BOOK.splitlines()[3:]) + "\n", "its first lines lost"),
    (BOOK[len(BOOK) // 2 :], "its first half lost"),
    (BOOK[: len(BOOK) // 2] + "\n", "cut off"),
    ("garbage\nof two lines\n", "nothing of it is left"),
    (BOOK.replace("$", ""), "its signs lost"),
    (f"<html>\n{BOOK}", "a line of a page before it"),
    (BOOK.replace("021A", "\0\x01\udcff"), "bytes of nothing"),
]


@pytest.mark.parametrize(("broken", "why"), DAMAGES, ids=[why for _, why in DAMAGES])
def test_damage_costs_no_neighbour(broken: str, why: str) -> None:
    texts = [ARTICLE, BOOK.replace("Geschichte", "Mitte"), ARTICLE.replace("Things", "Last")]
    first, _, last = (one(text, "pica") for text in texts)
    found = [
        [field[:3] for field in item.raw if field.name != "text"]
        for item in read_text("\n".join((texts[0], broken, texts[2])), "pica")
        if isinstance(item, Record)
    ]
    assert found[0] == [field[:3] for field in first.raw], why
    assert found[-1] == [field[:3] for field in last.raw], why


def test_records_without_a_line_between() -> None:
    """A number begins another one, though fields stand before it in some."""
    items = list(read_text("003@ $01\n021A $aA\n003@ $02\n021A $aB\n", "pica"))
    assert [item.title for item in items if isinstance(item, Record)] == ["A", "B"]


@given(st.text(alphabet="0213@AC$ƒa/ \n\r\x00王", max_size=200))
def test_any_text_is_survived(text: str) -> None:
    for item in read_text(text, "pica"):
        if isinstance(item, Record):
            spans_hold(item, text)


def test_the_page_names_all_that_is_read() -> None:
    page = (PAGES / "pica.md").read_text("utf-8")
    assert [tag for tag in fields.USES if f"`{tag}`" not in page] == []


def test_a_first_value() -> None:
    field = PicaField("021A", "", (("a", " "), ("a", "T"), ("A", "U")))
    assert (field.first("a"), field.first("Aa"), field.first("x")) == ("T", "U", "")
