"""ISO 2709: framing, character sets, dialects, and the fields of MARC 21, UNIMARC and CNMARC."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marc_iso import CHINESE, LEADER, LINKED, ONE, UNIMARC, fields, iso, of_bytes
from shared import SHARED, needs_shared

from validator.cli import main
from validator.errors import UnreadableError, UsageError
from validator.finding import Fault
from validator.io import Input, Opened, items
from validator.io.detect import by_bytes
from validator.io.marc import marc21, unimarc
from validator.io.marc.characters import guessed, is_marc8, marc8
from validator.io.marc.people import role_of
from validator.io.marc.punctuation import name_of, unbracketed, unstopped
from validator.io.source import Source
from validator.record import Record


def read(data: bytes, limit: int = 2**26) -> list[Record | Fault]:
    return list(items(source(data, limit)))


def source(data: bytes, limit: int = 2**26) -> Source:
    return Source("a.mrc", "marc", "", limit, stream=io.BufferedReader(io.BytesIO(data)))  # type: ignore[arg-type]


def records(data: bytes) -> list[Record]:
    return [item for item in read(data) if isinstance(item, Record)]


def said(data: bytes) -> list[str]:
    return [f"{item.code} {item.message}" for item in read(data) if isinstance(item, Fault)]


def titles(data: bytes) -> list[str]:
    return [record.title for record in records(data)]


def text_of(value: Any) -> str:
    if hasattr(value, "raw") and hasattr(value, "year"):
        return value.raw
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)


# Framing

A, B, C = (iso(ONE.replace("Things", word)) for word in ("One", "Two", "Three"))
EACH = ["One of the past: a history", "Two of the past: a history", "Three of the past: a history"]
LENGTH = "COL006 the leader gives {} bytes, the record has {}"


def test_danmarc() -> None:
    """Danish records: control fields have subfields, and a heading its given names apart."""
    (record,) = records(
        iso(
            """
            001 00$a5 005 005 5$b710100$fa
            008 00$tm$a1998$bdk$ldan
            100 00$aHansen$hAda$4aut
            245 00$aOm ting
            260 00$aKbh.$bForlaget$c1998
            """
        )
    )
    assert (record.id, record.title, str(record.year)) == ("5 005 005 5", "Om ting", "1998")
    assert [str(name) for name in record.author] == ["Hansen, Ada"]
    assert "language" not in record.present


LETTERS = [
    ("Mu\u0308ller\u02bcs", "Müllerʼs", "as MARC 21 has them, letters and marks apart"),
    ("Проведе\u0301нный и\u0306", "Проведе\u0301нный й", "Cyrillic: no composed form of the first"),
    ("か\u3099く", "がく", "Kana"),
    ("\u1112\u1161\u11ab", "한", "Hangul"),
    ("\uf900 и\u0306", "\uf900 й", "a compatibility ideograph stays"),
    ("\x98The\x9c Zu\u0308ge", "The Züge", "with marks of sorting"),
]


@pytest.mark.parametrize(("written", "title", "why"), LETTERS, ids=[why for *_, why in LETTERS])
def test_letters_are_composed(written: str, title: str, why: str) -> None:
    data = iso(f"245 10$a{written} /$cAda.")
    (record,) = records(data)
    assert record.title == title, why
    assert record.raw[1].value == f"10\x1fa{written} /\x1fcAda.", "the field stays as it stood"


def broken(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


WELL = [
    (A + B + C, [], "as it should be"),
    (A + b"\n" + B + b"\r\n" + C + b"\n", [], "line ends between records"),
    (b"\xef\xbb\xbf" + A + B + C, [], "a byte order mark"),
    (A + B + C + b"\0" * 600 + b"\x1a", [], "padding"),
    (A + broken(B, 0, b"00100") + C, [LENGTH.format("00100", len(B))], "a length too small"),
    (A + broken(B, 0, b"99999") + C, [LENGTH.format("99999", len(B))], "a length too large"),
    (A + broken(B, 0, b"     ") + C, [LENGTH.format("     ", len(B))], "no length"),
    (A + broken(B, 0, b"00x97") + C, [LENGTH.format("00x97", len(B))], "a letter in it"),
    (
        A + broken(B, 12, b"00000") + C,
        [f"COL006 the leader puts the fields at byte 00000, they begin at {24 + 60 + 1}"],
        "no base address",
    ),
    (
        A + B[:-1] + C,
        ["COL006 a record without the mark that ends it"],
        "no end mark: run together",
    ),
    (A + B + C[:-1], ["COL006 a record without the mark that ends it"], "no end mark at the end"),
    (
        A + b"junk junk\n" + B + C,
        ["COL002 10 bytes between records that are no MARC record"],
        "junk",
    ),
    (
        A + b"junk junk\x1d" + B + C,
        ["COL002 9 bytes between records that are no MARC record"],
        "junk",
    ),
    (
        A + B.replace(b"\x1e", b"\x1e\n") + C,
        [LENGTH.format("00240", 246)],
        "a line for each field",
    ),
    (A + broken(B, 27, b"9999") + C, [], "a length in the directory is wrong"),
    (A + broken(B, 27, b"XXXX") + C, [], "letters in the directory"),
    (A + broken(B, 31, b"XXXXX") + C, [], "letters in a place of the directory"),
]


@pytest.mark.parametrize(("data", "faults", "why"), WELL)
def test_framing(data: bytes, faults: list[str], why: str) -> None:
    assert titles(data) == EACH, why
    assert said(data) == faults, why


def test_places() -> None:
    data = b"\n".join((A, broken(B, 0, b"00100"), C))
    for record, whole in zip(records(data), (A, broken(B, 0, b"00100"), C), strict=True):
        assert record.provenance.cut(data.decode("latin-1")).encode("latin-1") == whole
    assert [record.provenance.record_number for record in records(data)] == [1, 2, 3]


MIDDLE = [
    (b"", "nothing", 0),
    (B[:40] + b"\x1d", "cut in the directory", 1),
    (B[: len(B) // 2] + b"\x1d", "cut in the fields", 1),
    (B[:150], "cut in a field, without an end mark", 1),
    (B[:50], "cut in the directory, without an end mark", 1),
    (B[:10], "cut in the leader", 1),
    (B.replace(b"\x1e", b""), "no field marks", 1),
    (B.replace(b"\x1e", b"", 1), "no mark behind the directory", 1),
    (b"\x1d", "an empty record", 0),
    (B[:24] + b"\x1e\x1d", "a leader alone", 1),
    (broken(B, 24, b"\xff" * 60), "no directory", 1),
    (of_bytes([("245", b"no subfield")]), "no subfields", 1),
    (iso("001 x\n005 2000"), "control fields alone", 1),
    (iso("100 1 $aSmith, Adam", leader="00000nz  a2200000n  4500"), "an authority record", 1),
    (iso("852   $bmain", leader="00000nx  a2200000n  4500"), "a holdings record", 1),
]


@pytest.mark.parametrize(("data", "why", "lost"), MIDDLE)
def test_a_broken_record_costs_no_neighbour(data: bytes, why: str, lost: int) -> None:
    found = read(A + data + C)
    assert [r.title for r in found if isinstance(r, Record)] == [EACH[0], EACH[2]], why
    assert sum(f.code == "COL002" for f in found if isinstance(f, Fault)) == lost, why


def test_an_end_mark_in_a_field_is_data() -> None:
    data = iso(ONE.replace("Things", "One\x1dTwo"))
    assert titles(A + data + C) == [EACH[0], "One\x1dTwo of the past: a history", EACH[2]]


def test_a_field_mark_in_a_field_is_data() -> None:
    data = iso(ONE.replace("Things", "One\x1eTwo"))
    assert titles(A + data + C) == [EACH[0], "One\x1eTwo of the past: a history", EACH[2]]


def test_two_fields_run_together_are_told_by_the_directory() -> None:
    data = iso(ONE)
    place = data.index(b"10\x1fa")
    assert titles(data[: place - 1] + b" " + data[place:]) == ["Things of the past: a history"]


WHOLE = [(tag, value.encode()) for tag, value in fields(ONE)]
MISFIT = "COL006 a field is not as long as the directory says: {}"
DAMAGED = [
    (lambda d: d.replace(b"\x1e10", b"10"), "100", "two fields have lost the mark between them"),
    (lambda d: d.replace(b"history", b"hi\x1estory"), "245", "a field has a mark of its own"),
    (lambda d: d.replace(b"history", b"\x1e\x1e"), "245", "two, and other bytes are gone"),
    (lambda d: d.replace(WHOLE[2][1] + b"\x1e", b""), "100", "a field is gone"),
    (lambda d: d.replace(WHOLE[4][1] + b"\x1e", b""), "260", "the last field is gone"),
    (lambda d: d.replace(WHOLE[0][1] + b"\x1e", b""), "001", "the first field is gone"),
]


@pytest.mark.parametrize(("damage", "tag", "why"), DAMAGED, ids=[why for *_, why in DAMAGED])
def test_a_damaged_field_costs_no_other(
    damage: Callable[[bytes], bytes], tag: str, why: str
) -> None:
    data = damage(iso(ONE))
    (record,) = records(data)
    assert MISFIT.format(tag) in said(data), why
    assert [field.name for field in record.raw[1:]] == [tag for tag, _ in WHOLE], why
    for field, (name, value) in zip(record.raw[1:], WHOLE, strict=True):
        if name != tag:
            assert field.value == value.decode(), why


def test_the_directory_gives_the_tags_in_any_order() -> None:
    data = bytearray(iso(ONE))
    data[24:36], data[60:72] = data[60:72], data[24:36]
    (record,) = records(bytes(data))
    assert (record.id, record.title) == ("ocm1", "Things of the past: a history")
    assert [field.name for field in record.raw] == ["LDR", "245", "008", "100", "001", "260"]


def test_a_long_record_and_a_limit() -> None:
    long = of_bytes([*[("500", b"  \x1fa" + b"n" * 9000)] * 15, ("245", b"10\x1faLong")])
    assert len(long) > 99_999
    assert titles(A + long + C) == [EACH[0], "Long", EACH[2]]
    found = list(items(source(A + long + C, limit=50_000)))
    assert [r.title for r in found if isinstance(r, Record)] == [EACH[0], EACH[2]]
    assert [f.message for f in found if isinstance(f, Fault)] == [
        "a record is longer than max-record-bytes"
    ]


def test_the_limit_holds_across_blocks() -> None:
    long = of_bytes([("500", b"  \x1fa" + b"n" * 2_000_000), ("245", b"10\x1faLong")])
    found = list(items(source(A + long + B + long[:-1], limit=100_000)))
    assert [r.title for r in found if isinstance(r, Record)] == EACH[:2]
    assert [f.code for f in found if isinstance(f, Fault)] == ["COL002", "COL002"]


# Detection

SEEN = [
    (A, "marc", "a record"),
    (b"\xef\xbb\xbf" + A, "marc", "a mark before it"),
    (b"\n\n" + A, "marc", "blank lines before it"),
    (iso(CHINESE, leader=UNIMARC), "marc", "UNIMARC"),
    (broken(A, 0, b"     "), "marc", "a blank length"),
    (broken(A, 27, b"XXXXX"), "marc", "letters in its directory"),
    (A.replace(b"\x1e", b"\x1f", 1), "marc", "a directory that is not closed"),
    (b"exported by x\n" + A, "marc", "a greeting before it"),
    (b"00755cam  22002414a 4500", "", "a leader in a text"),
    (b"@book{a, title = {00755cam  22002414a 4500}}", "", "BibTeX"),
    (b"<?xml version='1.0'?><record/>", "", "XML"),
]


@pytest.mark.parametrize(("data", "form", "why"), SEEN)
def test_detection(data: bytes, form: str, why: str) -> None:
    assert by_bytes(data) == form, why


# Character sets

MARC8 = [
    (b"Soci\xe2et\xe2e", "Société", "accents before their letters"),
    (b"fu\xe8r", "fur\u0308", "an accent before the letter that it stands on"),
    (b"Beikoku no t\xe5ochi", "Beikoku no tōchi", "a macron"),
    (b"a\xe2", "á", "an accent at the end"),
    (b"\xf2\xe3a", "ậ", "two accents"),
    (b"\x1b$1!PV!K7!oi\x1b(B", None, "Chinese"),
    (b"CO\x1bb2\x1bs", "CO₂", "a subscript"),
    (b"\x1b(NmOSKWA\x1b(B", "Москва", "Cyrillic"),
    (b"&#x200F;&#x4E2D;", "\u200f中", "characters that it lacks, by their numbers"),
    (b"linn\x1benne", "linn\x1benne", "an escape that is none"),
    (b"\xbe\xbf", None, "no character"),
]


@pytest.mark.parametrize(("data", "text", "why"), MARC8)
def test_marc8(data: bytes, text: str | None, why: str) -> None:
    if text is not None:
        assert marc8(data).text == text, why


@given(st.binary(max_size=200))
def test_any_bytes_as_marc8(data: bytes) -> None:
    text, bad = marc8(data)
    assert isinstance(text, str)
    assert bad >= 0


RUSSIAN = ONE.replace("Things of the past", "Основы гидравлического расчета").replace(
    "Writer, Ada", "Ильина, Татьяна"
)
HAN = CHINESE.replace("教程", "普通高等学校图书馆学专业教程与参考资料")
TAIWAN = """
    001 1
    100   $a20050315d2005    em y0chiy0120    ea
    200 1 $a目錄學概論與圖書館學專業課程$f王大文著
    210   $a臺北$c甲出版社$d2005
    330   $a本書介紹圖書館的目錄、分類與參考資料，供大學生使用。
    801  0$aTW$bNCL
"""
FRENCH = ONE.replace("eng", "fre").replace("Things of the past", "Société générale d'été à côté")
POLISH = ONE.replace("eng", "pol").replace("Things of the past", "Zażółć gęślą jaźń")
GERMAN = ONE.replace("eng", "ger").replace("Things of the past", "Übungen für Bücher, größer")
SETS = [
    (RUSSIAN, LEADER, "utf-8", "utf-8", [], "as flagged"),
    (RUSSIAN, "00000nam  2200000 a 4500", "utf-8", "utf-8", ["MARC-8, read as utf-8"], "not so"),
    (RUSSIAN, LEADER, "cp1251", "cp1251", ["read as cp1251, which"], "flagged as UTF-8"),
    (RUSSIAN, LEADER, "cp866", "cp866", ["read as cp866, which"], "of DOS"),
    (RUSSIAN, LEADER, "koi8-r", "koi8-r", ["read as koi8-r, which"], "of Unix"),
    (FRENCH, "00000nam  2200000 a 4500", "cp1252", "cp1252", ["read as cp1252, which"], "Latin-1"),
    (FRENCH, LEADER, "cp1252", "cp1252", ["read as cp1252, which"], "flagged as UTF-8"),
    (POLISH, "00000nam  2200000 a 4500", "cp1250", "cp1250", ["read as cp1250, which"], "Polish"),
    (GERMAN, "00000nam  2200000 a 4500", "cp1252", "cp1252", ["read as cp1252, which"], "German"),
    (HAN, UNIMARC, "utf-8", "utf-8", [], "UNIMARC"),
    (HAN, UNIMARC, "gb18030", "gb18030", ["read as gb18030, which"], "GBK"),
    (TAIWAN, UNIMARC, "big5", "big5hkscs", ["read as big5hkscs, which"], "Big5"),
]


@pytest.mark.parametrize(("text", "leader", "encoding", "told", "faults", "why"), SETS)
def test_charsets(
    text: str, leader: str, encoding: str, told: str, faults: list[str], why: str
) -> None:
    opened = source(iso(text, leader=leader, encoding=encoding) * 2)
    found = list(items(opened))
    title = next(value for tag, value in fields(text) if tag in ("245", "200"))
    assert [r.title[:4] for r in found if isinstance(r, Record)] == [title[4:8]] * 2, why
    assert opened.encoding == told, why
    messages = [f.message for f in found if isinstance(f, Fault)]
    assert len(messages) == len(faults), messages
    assert all(part in message for part, message in zip(faults, messages, strict=True))


UNIMARC_SETS = [
    (b"Soci\xc2et\xc2e g\xc2en\xc2erale \xc1a c\xc3ot\xc2e", "Société générale à côté", "ISO 5426"),
    (b"Fran\xd0cois et sa s\xfaur", "François et sa sœur", "ISO 5426"),
    ("Société générale à côté".encode("cp1252"), "Société générale à côté", "cp1252"),
    ("École générale à côté d'été".encode("cp1252"), "École générale à côté d'été", "cp1252"),
]


@pytest.mark.parametrize(("data", "title", "told"), UNIMARC_SETS)
def test_charsets_of_unimarc(data: bytes, title: str, told: str) -> None:
    fields = [("101", b"0 \x1fafre"), ("200", b"1 \x1fa" + data), ("801", b" 0\x1faFR")]
    opened = source(of_bytes(fields, leader=UNIMARC))
    assert [r.title for r in items(opened) if isinstance(r, Record)] == [title]
    assert opened.encoding == told


def test_bad_bytes_are_reported_with_their_record() -> None:
    bad = iso(ONE.replace("Things", "Thé\x02rèmes égaux")).replace(b"\x02", b"\xff")
    found = read(A + bad + C)
    assert [f.message for f in found if isinstance(f, Fault)] == [
        "bytes that stand for no character of utf-8: 1"
    ]
    assert [r.title[:4] for r in found if isinstance(r, Record)] == ["One ", "Thé\udcff", "Thre"]


# Dialects

DIALECTS = [
    (A, "MARC 21 (1)"),
    (iso(CHINESE, leader=UNIMARC), "CNMARC (1)"),
    (iso(CHINESE.replace("$aCN", "$aFR").replace("690", "676"), leader=UNIMARC), "UNIMARC (1)"),
    (A + iso(CHINESE, leader=UNIMARC) * 2, "CNMARC (2), MARC 21 (1)"),
    (A + iso("001 x\n650  0$aA subject"), "MARC 21 (2)"),
]


@pytest.mark.parametrize(("data", "told"), DIALECTS)
def test_dialects(data: bytes, told: str) -> None:
    opened = source(data)
    list(items(opened))
    assert opened.dialect == told


# Fields of MARC 21

FIELDS = [
    ("010   $a   00020737 ", "other_id", "lccn:00020737", "blanks are the format's"),
    ("020   $a0471383147 (pbk.) :$c$10.00", "isbn", "0471383147 (pbk.)", "the price is kept raw"),
    ("020   $a9781566700702$q(alk. paper)", "isbn", "9781566700702 (alk. paper)", "a qualifier"),
    ("020   $z9781566700702", "isbn", "", "a number that is wrong is kept raw"),
    ("020   $a1566700701\n020   $a9781566700702", "isbn", "1566700701; 9781566700702", "two"),
    ("022   $a0028-0836$z0028-0837", "issn", "0028-0836", "ISSN"),
    ("024 7 $a10.1000/a$2doi", "doi", "10.1000/a", "a DOI"),
    ("024 7 $a2101.00001$2arXiv", "arxiv", "2101.00001", "arXiv"),
    ("024 3 $a9783540774310", "doi", "", "an EAN"),
    (
        "050 00$aQA76.73.P22$bM33 2000\n082 00$a005.13/3$221",
        "classification",
        "QA76.73.P22; 005.13/3",
        "both",
    ),
    (
        "110 2 $aInstitute of Things.$bDept. of Names.",
        "author",
        "Writer, Ada; Institute of Things. Dept. of Names",
        "a body",
    ),
    ("700 1 $aCase, Bernard,$eill.", "author", "Writer, Ada", "no author"),
    ("700 1 $aCase, Bernard,$d1900-", "author", "Writer, Ada; Case, Bernard", "nothing said"),
    ("700 1 $aCase, Bernard,$eeditor.", "editor", "Case, Bernard", "a word"),
    ("700 1 $aCase, Bernard$4edt", "editor", "Case, Bernard", "a code"),
    (
        "700 1 $aCase, Bernard$4http://id.loc.gov/vocabulary/relators/trl",
        "translator",
        "Case, Bernard",
        "a URI",
    ),
    ("700 1 $aCase, Bernard$eHerausgeber", "editor", "Case, Bernard", "German"),
    ("700 1 $a李明,$e译", "translator", "李明", "Chinese"),
    ("700 12$aCase, Bernard.$tPoems.", "author", "Writer, Ada", "a work in it"),
    (
        "700 1 $aKing, Martin Luther,$cJr.,$d1929-1968.",
        "author",
        "Writer, Ada; King, Jr., Martin Luther",
        "a suffix",
    ),
    (
        "700 1 $aBeethoven, Ludwig van,$d1770-1827.",
        "author",
        "Writer, Ada; van Beethoven, Ludwig",
        "a particle",
    ),
    ("700 0 $aPlato.", "author", "Writer, Ada; Plato", "a forename"),
    (
        "700 1 $aBrown, Martin C.",
        "author",
        "Writer, Ada; Brown, Martin C.",
        "an initial keeps its stop",
    ),
    ("710 2 $aPress & Co.", "author", "Writer, Ada", "a body that nobody calls an author"),
    ("250   $a2nd ed.", "edition", "2nd ed.", "an abbreviation keeps its stop"),
    ("250   $aSecond edition.", "edition", "Second edition", "a word does not"),
    ("300   $axxi, 289 p. :$bill. ;$c23 cm.", "number_of_pages", "xxi, 289 p.", "pages"),
    ("300   $a1 sound disc (67 min.) :$bdigital", "number_of_pages", "", "no pages"),
    ("300   $ap. cm.", "number_of_pages", "", "not counted yet"),
    ("490 1 $aCollection Idées ;$v104", "collection_title", "Collection Idées", "a series"),
    (
        "830  0$aLecture notes.$pPart two ;$v3.",
        "collection_title",
        "Lecture notes. Part two",
        "traced",
    ),
    (
        "500   $aIncludes index.\n504   $aBibliography: p. 3.",
        "note",
        "Includes index.\nBibliography: p. 3.",
        "notes",
    ),
    ("502   $aThesis (Ph. D.)--University of X, 1988.", "genre", "Ph. D.", "a degree in words"),
    ("502   $aThesis (Ph. D.)--University of X, 1988.", "type", "thesis", "a thesis"),
    ("502   $bDissertation$cUniversity of X$d1988", "genre", "Dissertation", "in subfields"),
    ("520   $aOn things.", "abstract", "On things.", "a summary"),
    ("520 1 $aA good book.", "abstract", "", "a review"),
    (
        "650  0$aBooks$zChina$vBibliography.",
        "index_keyword",
        "Books--China--Bibliography",
        "a heading",
    ),
    ("600 10$aDylan, Bob,$d1941-", "index_keyword", "Dylan, Bob, 1941-", "a person"),
    ("650  0$aLaw\n650  2$aLaw.", "index_keyword", "Law", "twice"),
    ("653   $ametadata$adata quality", "keyword", "metadata; data quality", "an author's words"),
    ("856 40$uhttps://example.org/1", "url", "https://example.org/1", "the work itself"),
    ("856 42$3Table of contents$uhttps://example.org/toc", "url", "", "something else"),
    ("856 40$uhttp://dx.doi.org/10.1000/a", "doi", "10.1000/a", "a DOI as a link"),
    (
        "711 2 $aPerl Conference 4.0$d(2000 :$cMonterey, Calif.)",
        "event_title",
        "Perl Conference 4.0",
        "a meeting",
    ),
    ("246 31$aChoses du passé", "parallel.title", "Choses du passé", "a parallel title"),
    ("246 3 $aThings past", "parallel.title", "", "another title"),
    ("264  1$aBoston :$bOther,$c1999", "publisher", "Press & Co.", "the first imprint counts"),
]


@pytest.mark.parametrize(("lines", "attribute", "expected", "why"), FIELDS)
def test_marc21(lines: str, attribute: str, expected: str, why: str) -> None:
    (record,) = records(iso(f"{ONE.strip()}\n{lines}"))
    part, _, name = attribute.rpartition(".")
    assert text_of(getattr(record.parallel if part else record, name)) == expected, why


TITLES = [
    ("10$aThings :$ba history /$cAda.", "Things: a history", ""),
    ("10$aThings =$bChoses /$cAda.", "Things", "Choses"),
    (
        "10$aThings :$ba history = Choses : une histoire /$cAda.",
        "Things: a history",
        "Choses : une histoire",
    ),
    ("10$aThings$h[electronic resource] :$ba history /$cAda.", "Things: a history", ""),
    ("10$aThings$h[electronic resource] =$bChoses", "Things", "Choses"),
    ("10$aThings.$nPart 2,$pLater things /$cAda.", "Things. Part 2, Later things", ""),
    ("10$aThings.$pLater things.", "Things. Later things", ""),
    ("10$aThings etc.", "Things etc.", ""),
    ("10$aThings ...", "Things ...", ""),
    ("10$aWhat is it? /$cAda.", "What is it?", ""),
    ("10$aThings$bhistory", "Things: history", ""),
    ("10$a目录学概论 /$c王大文著.", "目录学概论", ""),
    ("1$aThings", "Things", ""),  # one indicator
    ("$aThings", "Things", ""),  # none
    ("10$bThings", "Things", ""),  # no proper title
    ("00\x98Die\x9c Sachen".replace("00", "10$a"), "Die Sachen", ""),  # marks for sorting
]


@pytest.mark.parametrize(("value", "title", "other"), TITLES)
def test_titles(value: str, title: str, other: str) -> None:
    (record,) = records(iso(f"245 {value}\n500   $ax"))
    assert (record.title, record.parallel.title) == (title, other)


STATEMENTS = [
    ("edited by Alex Martelli and David Ascher.", "", "Martelli, Alex; Ascher, David"),
    ("Alex Martelli ; edited by David Ascher.", "Martelli, Alex", "Ascher, David"),
    ("by Alex Martelli ; ill. by David Ascher.", "Martelli, Alex", ""),
    ("herausgegeben von A. Martelli und D. Ascher", "", "Martelli, Alex; Ascher, David"),
    ("", "Martelli, Alex; Ascher, David", ""),
]


@pytest.mark.parametrize(("statement", "authors", "editors"), STATEMENTS)
def test_roles_by_the_statement(statement: str, authors: str, editors: str) -> None:
    people = "700 1 $aMartelli, Alex.\n700 1 $aAscher, David."
    (record,) = records(iso(f"245 00$aThings /$c{statement}\n{people}"))
    assert (text_of(record.author), text_of(record.editor)) == (authors, editors)


KINDS = [
    ("am", "", "", "book", ""),
    ("as", "", "", "periodical", ""),
    ("ai", "", "", "webpage", ""),
    ("em", "", "", "map", ""),
    ("jm", "", "", "song", ""),
    ("gm", "", "", "motion_picture", ""),
    ("cm", "", "", "musical_score", ""),
    ("km", "", "", "graphic", ""),
    ("tm", "", "", "manuscript", ""),
    ("mm", "", "", "software", ""),
    ("mm", "", "336   $atext$btxt$2rdacontent", "book", "an electronic book"),
    ("am", "", "336   $bspw$2rdacontent", "song", "an audio book"),
    ("am", "m", "", "thesis", "by 008"),
    ("am", "t", "", "report", "by 008"),
    ("am", "", "655  7$aHochschulschrift$2gnd", "thesis", "by its form"),
    ("ab", "", "773 0 $tJournal$x0028-0836", "article-journal", "in a serial"),
    ("aa", "", "773 0 $tEssays$z9781566700702$gp. 3-9", "chapter", "in a book"),
    ("aa", "", "773 0 $7nnas$tJournal$gp. 3-9", "article-journal", "by 773$7"),
    ("aa", "", "773 0 $tJournal$gVol. 3, no. 2 (2001), p. 3-9", "article-journal", "by its volume"),
    ("  ", "", "024 7 $a10.1000/a$2doi", "article-journal", "guessed"),
]


@pytest.mark.parametrize(("code", "nature", "line", "kind", "why"), KINDS)
def test_types(code: str, nature: str, line: str, kind: str, why: str) -> None:
    coded = f"008 000107s2000    nyua     {nature:4}      001 0 eng d"
    leader = f"00000n{code} a2200000 a 4500"
    (record,) = records(iso(f"{coded}\n245 10$aThings\n{line}", leader=leader))
    assert record.type == kind, why
    assert record.type_as_read == code.strip()


HOSTS = [
    ("$gVol. 12, no. 3 (May 2001), p. 447-473", "12", "3", "447-473"),
    ("$gpages:447-473", "", "", "447-473"),
    ("$gvolume:12$gnumber:3$gyear:2010$gpages:1-10", "12", "3", "1-10"),
    ("$gBd. 3 (2001), S. 1-20", "3", "", "1-20"),
    ("$g12(2005), 3, Seite 12-34", "12", "3", "12-34"),
    ("$gSeite 447-473", "", "", "447-473"),
    ("$q5:2<12", "5", "2", "12"),
    ("$g第12卷第3期，页45-50", "12", "3", "45-50"),
    ("$gТ. 5, № 2 (2003), с. 7-19", "5", "2", "7-19"),
]


@pytest.mark.parametrize(("parts", "volume", "issue", "page"), HOSTS)
def test_hosts(parts: str, volume: str, issue: str, page: str) -> None:
    leader = "00000nab a2200000 a 4500"
    (record,) = records(
        iso(f"245 10$aThings\n773 0 $tThe Journal.$x0028-0836{parts}", leader=leader)
    )
    assert record.container_title == "The Journal"
    assert record.issn == "0028-0836"
    assert (record.volume, record.issue, record.page) == (volume, issue, page)


DATES = [
    ("2000.", "2000", "2000", 2000),
    ("c2000.", "2000", "c2000", 2000),
    ("[1957?]", "1957", "[1957?]", 1957),
    ("1990]", "1990", "1990", 1990),
    ("[197-?]", "197u", "[197-?]", None),
    ("[n.d.]", "2001", "2001", 2001),
    ("", "2001", "2001", 2001),
    ("昭和55年", "1980", "昭和55年", 1980),
]


@pytest.mark.parametrize(("text", "coded", "raw", "year"), DATES)
def test_dates(text: str, coded: str, raw: str, year: int | None) -> None:
    imprint = f"260   $aParis,$c{text}" if text else ""
    (record,) = records(
        iso(f"008 000107s{coded}    nyua          001 0 eng d\n245 10$aT\n{imprint}")
    )
    assert record.issued is not None
    assert (record.issued.raw, record.issued.year) == (raw, year)


def test_linked_fields_are_the_other_script() -> None:
    (record,) = records(iso(LINKED))
    assert record.title == "Mokuroku no rekishi"
    assert record.parallel.title == "目録の歴史"
    assert record.parallel.publisher == "図書館"
    assert record.parallel.publisher_place == "東京"
    assert text_of(record.parallel.author) == "山田太郎"
    assert str(record.author[0].native) == "山田太郎"
    assert record.parallel.language == "jpn"  # the title is a transcription, and no other language


def test_linked_fields_the_other_way_round() -> None:
    text = """
        100 1 $6880-01$a山田太郎
        245 10$6880-02$a目録の歴史
        700 1 $aSmith, Adam
        880 1 $6100-01/(B$aYamada, Tarō
        880 10$6245-02/(B$aMokuroku no rekishi
    """
    (record,) = records(iso(text))
    assert (record.title, record.parallel.title) == ("目録の歴史", "Mokuroku no rekishi")
    assert [str(name.native) for name in record.author] == ["Yamada, Tarō", "None"]
    assert record.parallel.author == ()  # the second has no other form


def test_a_title_has_its_reading_in_kana_beside_it() -> None:
    text = """
        245 00$6880-01$a目録の歴史
        880 00$6245-01/$1$aモクロク ノ レキシ
        880 00$6245-01/(B$aMokuroku no rekishi
    """
    (record,) = records(iso(text.replace("/$1", "/(N")))
    assert record.parallel.title == "Mokuroku no rekishi"


def test_an_880_that_is_linked_to_nothing_is_the_records_own() -> None:
    (record,) = records(iso("500   $ax\n880 10$6245-00/(B$a目録の歴史"))
    assert record.title == "目録の歴史"


# UNIMARC and CNMARC

UNIMARC_FIELDS = [
    ("", "title", "目录学概论: 教程", "the title"),
    ("", "author", "王大文", "著 is an author"),
    ("", "parallel.author", "wang, da wen", "pinyin"),
    ("", "publisher", "甲出版社", "the publisher"),
    ("", "publisher_place", "北京", "its place"),
    ("", "issued", "2005.1", "the date"),
    ("", "classification", "G257", "CLC"),
    ("", "language", "chi", "the language"),
    ("", "type", "book", "the leader"),
    (
        "010   $a7-302-09876-5$b平装$dCNY39.00",
        "isbn",
        "7-302-09876-5 (平装)",
        "the price is kept raw",
    ),
    ("011   $a1001-8867", "issn", "1001-8867", "ISSN"),
    ("092   $aCN 11-2746/G2", "other_id", "cn:11-2746/G2", "the CN"),
    ("205   $a第2版", "edition", "第2版", "an edition"),
    ("215   $a385页$d26cm", "number_of_pages", "385页", "pages"),
    ("225 2 $a21世纪教材$Ashi ji", "collection_title", "21世纪教材", "a series"),
    ("300   $a附索引", "note", "附索引", "a note"),
    ("330   $a本书介绍。", "abstract", "本书介绍。", "an abstract"),
    ("606 0 $a目录学$x历史$j教材", "index_keyword", "目录学--历史--教材", "a heading"),
    ("610 0 $a目录$a图书馆", "keyword", "目录; 图书馆", "free words"),
    (
        "510 1 $aIntroduction to bibliography$zeng",
        "parallel.title",
        "Introduction to bibliography",
        "parallel",
    ),
    ("702  0$a(美)史密斯$c(Smith)$4著", "author", "王大文; 史密斯", "a country in brackets"),
    ("702  0$a李四$4译", "translator", "李四", "a translator"),
    ("702  0$a李四$4主编", "editor", "李四", "an editor"),
    ("702  1$aDupont$bJean$4340", "editor", "Dupont, Jean", "a code"),
    ("702  1$aDupont$bJean$4440", "editor", "", "an illustrator"),
    ("711 02$a某学会$4主编", "editor", "某学会", "a body"),
    ("712 02$a某出版公司", "author", "王大文", "a body that does nothing"),
    ("328  $b硕士论文$e某大学", "type", "thesis", "a thesis"),
    ("856 4 $uhttps://example.org/1", "url", "https://example.org/1", "a link"),
]


@pytest.mark.parametrize(("lines", "attribute", "expected", "why"), UNIMARC_FIELDS)
def test_unimarc(lines: str, attribute: str, expected: str, why: str) -> None:
    (record,) = records(iso(f"{CHINESE.strip()}\n{lines}", leader=UNIMARC))
    part, _, name = attribute.rpartition(".")
    assert text_of(getattr(record.parallel if part else record, name)) == expected, why


UNIMARC_HOSTS = [
    ("463  0$tRevue économique$x0035-2764$vVol. 50, no 2$d1999", "an article by its subfields"),
    ("461  0$12001 $aRevue économique$vVol. 50, no 2$1011  $a0035-2764", "by whole fields"),
]


@pytest.mark.parametrize(("line", "why"), UNIMARC_HOSTS)
def test_unimarc_hosts(line: str, why: str) -> None:
    coded = "100   $a19990101d1999    m  y0frey50      ba"
    text = f"{coded}\n200 1 $aL'économie\n215   $ap. 12-34\n{line}"
    (record,) = records(iso(text, leader="00000naa  2200000   450 "))
    assert record.type == "article-journal", why
    assert record.container_title == "Revue économique", why
    assert (record.issn, record.volume, record.issue) == ("0035-2764", "50", "2"), why
    assert record.page == "12-34"


# Small parts

STOPS = [
    ("Things.", "Things"),
    ("Press, Inc.", "Press, Inc."),
    ("in the U.S.", "in the U.S."),
    ("and so on...", "and so on..."),
    ("by the sea.", "by the sea"),
    (".", "."),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), STOPS)
def test_stops(text: str, expected: str) -> None:
    assert unstopped(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("[Paris]", "Paris"), ("[S.l.]", "[S.l.]"), ("[Washington", "Washington"), ("A [B]", "A [B]")],
)
def test_brackets(text: str, expected: str) -> None:
    assert unbracketed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Smith, J.,", "Smith, J."),
        ("Smith, John.", "Smith, John"),
        ("King, M. L., Jr.", "King, M. L., Jr."),
    ],
)
def test_names(text: str, expected: str) -> None:
    assert name_of(text) == expected


@given(st.text(max_size=40))
def test_any_text(text: str) -> None:
    assert unstopped(unstopped(text)) in (unstopped(text), unstopped(unstopped(text)))
    unbracketed(text)
    name_of(text)
    role_of(text)


def test_charset_guesses() -> None:
    assert guessed("Основы гидравлического расчета".encode("cp866")) == "cp866"
    assert is_marc8(b"Soci\xe2et\xe2e")
    assert not is_marc8("Основы".encode("cp1251"))


# Anything

SEEDS = [A + B + C, iso(CHINESE, leader=UNIMARC) * 2, iso(LINKED)]


@given(st.data())
def test_damage(data: st.DataObject) -> None:
    seed = bytearray(data.draw(st.sampled_from(SEEDS)))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, max(0, len(seed) - 1)))
        match data.draw(st.sampled_from(("flip", "cut", "drop", "insert", "end"))):
            case "flip" if seed:
                seed[at] = data.draw(st.integers(0, 255))
            case "cut":
                del seed[at : at + data.draw(st.integers(0, 50))]
            case "drop":
                del seed[at:]
            case "insert":
                seed[at:at] = data.draw(
                    st.sampled_from((b"\x1d", b"\x1e", b"\x1f", b"\xff", b"\x1b$1"))
                )
            case _:
                seed += data.draw(st.binary(max_size=40))
    try:
        found = read(bytes(seed))
    except (UnreadableError, UsageError):
        return
    ends = [0]
    for item in found:
        if isinstance(item, Record):
            start, end = item.provenance.start, item.provenance.end
            assert start is not None
            assert end is not None
            assert ends[-1] <= start < end <= len(seed)
            ends.append(end)


@given(st.integers(0, 2**32))
def test_damage_in_the_middle(seed: int) -> None:
    """Whatever happens to the fields of a record, its neighbours are read as before."""
    import random

    chance = random.Random(seed)
    middle = bytearray(B)
    for _ in range(chance.randint(1, 20)):
        at = chance.randrange(len(middle) - 1)
        middle[at] = chance.choice([b for b in range(256) if b != 0x1D])
    found = titles(A + bytes(middle) + C)
    assert found[0] == EACH[0]
    assert found[-1] == EACH[2]


# Real files

FILES = sorted((SHARED / "data/formats/marc").glob("*.[md]*")) if SHARED.is_dir() else []
COUNTS = {
    "pymarc_1251.dat": 6,
    "pymarc_marc.dat": 20,
    "pymarc_regression45.dat": 12,
    "pymarc_test.dat": 10,
    "rubymarc_batch.dat": 10,
    "rubymarc_cp866_multirecord.marc": 2,
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
class TestReal:
    pytestmark = needs_shared

    def test_it_is_read(self, path: Path) -> None:
        with Opened(Input(str(path), path.name, named=True)) as opened:
            assert opened.format == "marc"
            found = list(items(opened))
        marks = path.read_bytes().count(b"\x1d")
        whole = [item for item in found if isinstance(item, Record)]
        lost = [item for item in found if isinstance(item, Fault) and item.code == "COL002"]
        assert len(whole) + len(lost) == marks == COUNTS.get(path.name, marks)
        assert all(record.title and record.type for record in whole)


def test_tags_that_are_read_are_three_digits() -> None:
    for uses in (marc21.USES, unimarc.USES):
        assert all(tag.isdecimal() and len(tag) == 3 for tag in uses)
    assert set(marc21.LINKED) <= set(marc21.USES)


PAGE = (Path(__file__).resolve().parents[2] / "docs/formats/marc.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("heading", "uses"), [("## MARC 21", marc21.USES), ("## UNIMARC and CNMARC", unimarc.USES)]
)
def test_the_page_names_every_field_that_is_read(heading: str, uses: dict[str, Any]) -> None:
    section = PAGE.split(f"\n{heading}\n")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    there = {word for row in rows for word in row.replace("`", " ").replace(",", " ").split()}
    assert there | {"003"} == set(uses) | {"003"}


def test_check_from_end_to_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.mrc"
    path.write_bytes(A + B[:90] + b"\x1d" + iso(ONE.replace("$c2000", "$c2000-13-45")) + C)
    assert main(["check", str(path), "--isolated"]) == 1
    out = capsys.readouterr().out
    assert "record 2" in out
    assert "the directory has 5 fields" in out
    assert "3 records in 1 file" in out
