"""ISO 2709: the character sets of MARC 21, UNIMARC and CNMARC."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marc_iso import CHINESE, LEADER, ONE, UNIMARC, fields, iso, of_bytes
from marc_records import A, C, read, records, source

from validator.finding import Fault
from validator.io import items
from validator.io.marc.characters import guessed, is_marc8, marc8
from validator.record import Record

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


GUESSES = [
    ("Основы гидравлического расчета", "cp866", "", "Russian"),
    ("Основы гидравлического расчета", "iso8859-5", "", "in another charset"),
    ("Филозофија и литература", "cp1251", "cze", "whatever language the record says"),
    ("Řeka Dvořák, česká hudba", "cp1250", "cze", "Czech, which its record says"),
    ("Τα έργα του Πλάτωνος", "cp1253", "", "Greek is no Cyrillic"),
    ("Société égale", "cp1252", "", "French"),
]


@pytest.mark.parametrize(("text", "charset", "language", "why"), GUESSES)
def test_charset_guesses(text: str, charset: str, language: str, why: str) -> None:
    assert text.encode(charset).decode(guessed(text.encode(charset), language)) == text, why


def test_accents_before_their_letters() -> None:
    assert is_marc8(b"Soci\xe2et\xe2e")
    assert not is_marc8("Основы".encode("cp1251"))
