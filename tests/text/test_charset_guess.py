"""The charset of bytes that are not UTF-8."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.text.charset_guess import SINGLE, WIDE, guess

ENTRY = "@article{key,\n  title = {%s},\n  year = 2001,\n}\n"


@pytest.mark.parametrize(
    ("text", "charset", "why"),
    [
        ("凯撒，测试期刊", "gb18030", "one short record of Chinese, no Hangul beside rare Hanja"),
        ("数字图书馆", "gb18030", "one title of five characters"),
        ("数字圖書館", "gb18030", "both forms of Han, which only GB18030 has"),
        ("基于LDA模型和word2vec的研究", "gb18030", "Latin words in a Chinese title"),
        ("數位圖書館之研究", "big5hkscs", "Taiwan"),
        ("功能", "big5hkscs", "second bytes that are ASCII, a backslash and braces among them"),
        ("図書館情報学の研究", "shift_jis", "Japan"),
        ("データベース①の構築", "cp932", "a sign that only Windows has there"),
        ("情報処理学会論文誌の分析", "euc_jp", "Unix in Japan"),
        ("한국 도서관", "euc_kr", "Korea"),
        ("뷁스러운 한국어의 분석", "cp949", "a syllable that only Windows has there"),
        ("Ökologie-Zentrum", "cp1252", "one letter with an accent is no half of a Han"),
        ("La publicação científica: edição e tradução", "cp1252", "two accents side by side"),
        ("Les «études» — l’œuvre d’été", "cp1252", "quotation marks and dashes of Windows"),
        ("Étude des réseaux à l’été", "mac_roman", "an old Mac"),
        ("Żółkiewski: źródła do dziejów Łodzi", "cp1250", "Polish"),
        ("Методы анализа данных", "cp1251", "Russian on Windows"),
        ("ТЕОРИЯ ВЕРОЯТНОСТЕЙ", "cp1251", "in capitals"),
        ("Методы анализа данных", "koi8-r", "on Unix"),
        ("Методы анализа данных", "cp866", "under DOS"),
        ("Η ιστορία της ελληνικής γλώσσας", "cp1253", "Greek"),
        ("תולדות הספר העברי", "cp1255", "Hebrew, which has no capitals"),
        ("مقدمة في علم المكتبات", "cp1256", "Arabic"),
    ],
)
def test_a_record_tells_its_charset(text: str, charset: str, why: str) -> None:
    data = (ENTRY % text).encode(charset)
    assert data.decode(guess(data)) == data.decode(charset), why


@given(st.binary())
def test_any_bytes_have_a_charset(data: bytes) -> None:
    assert guess(data) in {one.charset for one in (*WIDE, *SINGLE)}


@given(st.lists(st.sampled_from(["Müller", "研究", "étude", "図書館の"]), min_size=1, max_size=6))
def test_what_comes_again_tells_nothing_more(words: list[str]) -> None:
    data = " ".join(words).encode("gb18030")
    assert guess(data) == guess(data + b" " + data)


def test_a_long_run_of_letters_is_no_burden() -> None:
    assert guess(b"a" * 2**20 + "é".encode("cp1252")) == "cp1252"
