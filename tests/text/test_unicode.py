"""Folding, collapsing and escaping of text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.text.unicode import (
    collapse,
    fold,
    json_printable,
    one_line,
    padded,
    printable,
    romanised,
    unusual,
)

ANY = st.text(st.characters())  # lone surrogates too: undecodable bytes arrive as such


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("  Type-1  Diabetes? ", "type 1 diabetes"),
        ("snake_case", "snake case"),
        ("Über-Größe", "uber grosse"),
        ("U\u0308ber", "uber"),  # not composed
        ("Łódź, Ærø, Đurić, İzmir", "lodz aero duric izmir"),  # strokes are no marks of Unicode
        ("coöperation", "cooperation"),
        ("co\u00adoperation\u200b", "cooperation"),  # a soft hyphen is no gap
        ("ﬁeld Ａ１ ①", "field a1 1"),
        ("β-cells", "β cells"),
        ("Ἀθῆναι", "αθηναι"),
        ("ПРИМЕР. Ёлка", "пример елка"),
        ("中国，行政法（II）", "中国 行政法 ii"),
        ("ﾊﾞｰ が か\u3099", "バー が が"),  # dakuten make another letter
        ("한국어 연구", "한국어 연구"),
        ("हिन्दी, भाषा।", "हिन्दी भाषा"),  # vowel signs stay, the danda goes
        ("ภาษาไทย ที่", "ภาษาไทย ที่"),
        ("كِتَابٌ", "كتاب"),
        ("می\u200cخواهم کتاب", "ميخواهم كتاب"),  # one letter on two keyboards
        ("בית־סֵפֶר", "בית ספר"),  # the maqaf is a hyphen, the points are marks
        ("葛\U000e0100飾", "葛飾"),
        ("a\udc80b", "a b"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(ANY)
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_fold_is_idempotent_on_every_letter_that_has_variants() -> None:
    """Han and Hangul apart, which are many and alike."""
    characters = [*map(chr, range(0x3400)), *map(chr, range(0xD800, 0x20000))]
    assert [c for c in characters if fold(fold(f"a{c}b")) != fold(f"a{c}b")] == []


def test_fold_of_a_long_text() -> None:
    """What is too long to be remembered is folded by the same rule."""
    assert fold("Über, Größe; " * 100) == ("uber grosse " * 100).strip()


@given(ANY)
def test_collapse_is_idempotent(text: str) -> None:
    assert collapse(collapse(text)) == collapse(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("中国 β é", "中国 β é"),
        ("a\nb\tc", "a\nb\tc"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\rover", "\\rover"),
        ("a\u202etxt.exe", "a\\u202etxt.exe"),  # turns the direction
        ("a\u2066b", "a\\u2066b"),
        ("\udc80", "\\udc80"),  # an undecodable byte
        ("co\u00adop\u200b", "co\\xadop\\u200b"),
        ("pay\u200cpal", "pay\\u200cpal"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # a joiner is spelling
        ("क्\u200dष", "क्\u200dष"),
        ("👩\u200d🔬", "👩\u200d🔬"),
        ("x\U000e0041", "x\\U000e0041"),  # a tag character
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(ANY)
def test_printable_can_be_written_and_is_idempotent(text: str) -> None:
    printable(text).encode("utf-8")
    assert printable(printable(text)) == printable(text)


@given(ANY)
def test_one_line_is_one(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@given(ANY)
def test_escaped_json_says_the_same(text: str) -> None:
    escaped = json_printable(json.dumps(text, ensure_ascii=False))
    assert json.loads(escaped) == text
    assert printable(escaped) == escaped


@pytest.mark.parametrize(
    ("folded", "latin"),
    [
        ("иванов", "ivanov"),
        ("παπαδοπουλοσ", "papadopoulos"),
        ("smith", "smith"),
        ("王小明", "王小明"),  # Han has no one reading
        ("たなか", "たなか"),
        ("김민수", "김민수"),
    ],
)
def test_romanised(folded: str, latin: str) -> None:
    assert romanised(folded) == latin


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Plain text, 1984\n", ""),
        ("José and 中国", "é中国"),
        ("a\tb\x00", "\t\x00"),
        ("a\udce9", "\udce9"),
    ],
)
def test_unusual(text: str, left: str) -> None:
    assert unusual(text) == left


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        ("", 8),
        ("pass", 4),
        ("无法判定", 0),  # two columns each
        ("통과", 4),
        ("ＡＢ", 4),
        ("ﾊﾝ", 6),  # half-width Kana
        ("e\u0301t", 6),  # a mark stands above its letter
        ("Не дано", 1),
        ("could not tell", 0),  # longer
    ],
)
def test_padded(text: str, blanks: int) -> None:
    assert padded(text, 8) == text + " " * blanks
