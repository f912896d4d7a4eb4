"""The script of a value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.text.script import Script, has_cjk, has_han, has_latin, is_cjk_only, script


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Script.NONE),
        ("12 (3): 4-5", Script.NONE),
        ("２０２１，①", Script.NONE),
        ("ISO 9001", Script.LATIN),
        ("Éléments de géométrie", Script.LATIN),
        ("Nguyễn Thị Ánh", Script.LATIN),
        ("β-cells", Script.LATIN),  # a letter of mathematics in a Latin title
        ("Ｄｅｅｐ", Script.LATIN),  # full-width
        ("The concept of 道 in the Laozi", Script.LATIN),  # one word quoted
        ("GaN基LED的研究", Script.HAN),
        ("行政法II", Script.HAN),
        ("ISO 9001认证", Script.HAN),
        ("2,4-D对黄瓜的影响", Script.HAN),
        ("阿尔伯特・爱因斯坦传", Script.HAN),  # the dot of Katakana is no Kana
        ("佐々木", Script.HAN),
        ("\U00020000\U00020001", Script.HAN),
        ("日本の歴史", Script.KANA),
        ("データベース入門", Script.KANA),
        ("ﾃﾞｰﾀ", Script.KANA),
        ("한국어 연구", Script.HANGUL),
        ("韓國語의 歷史", Script.HANGUL),
        ("한국어", Script.HANGUL),  # not composed
        ("Пример", Script.CYRILLIC),
        ("Влияние ZnO на свойства GaN", Script.CYRILLIC),
        ("اللغة العربية", Script.OTHER),
        ("Ελληνικά", Script.OTHER),
        ("हिन्दी", Script.OTHER),
        ("\udc80", Script.NONE),
    ],
)
def test_script(text: str, expected: Script) -> None:
    assert script(text) is expected


@pytest.mark.parametrize(
    ("text", "cjk", "han", "latin", "only"),
    [
        ("", False, False, False, False),
        ("abc", False, False, True, False),
        ("中国", True, True, False, True),
        ("中国，2020", True, True, False, True),
        ("中国 A", True, True, True, False),
        ("カナ", True, False, False, True),
        ("한글", True, False, False, True),
        ("Привет", False, False, False, False),
        ("中国 Привет", True, True, False, False),
        ("é", False, False, True, False),
    ],
)
def test_has(text: str, cjk: bool, han: bool, latin: bool, only: bool) -> None:
    found = has_cjk(text), has_han(text), has_latin(text), is_cjk_only(text)
    assert found == (cjk, han, latin, only)


@given(st.text(st.characters()))
def test_any_text_has_a_script(text: str) -> None:
    assert isinstance(script(text), Script)
