"""Japanese names in Kana and Kanji and their spellings in Latin letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.text.romanise.japanese import compare
from validator.text.romanise.kana import fold_romaji, hepburn, is_japanese, morae, romaji
from validator.text.romanise.kanji import ends_of, is_of_japan
from validator.text.romanise.types import Verdict, parse_roman

KANA = [
    ("たかはしすぐる", "takahasisuguru"),
    ("チュウオウ", "tyuuou"),
    ("ﾔﾏﾀﾞ", "yamada"),  # half width
    ("コーヘイ", "koohei"),
    ("ハットリ", "hattori"),
    ("ヴァン", "ban"),
    ("ジェームズ", "zyeemuzu"),
    ("さゝき", "sasaki"),
    ("っ", ""),
    ("ー", ""),
    ("ゃ", "ya"),
    ("山", ""),
]


@pytest.mark.parametrize(("kana", "expected"), KANA)
def test_kana_as_letters(kana: str, expected: str) -> None:
    assert romaji(kana) == expected


@pytest.mark.parametrize(
    ("kana", "expected"),
    [
        ("ちゅうおう", "chuuou"),
        ("たかはし", "takahashi"),
        ("はっちょう", "hatchou"),
        ("ほっち", "hotchi"),
        ("つづき", "tsuzuki"),
        ("いっしき", "isshiki"),
        ("きっしゅう", "kisshuu"),
        ("じゅんじ", "junji"),
        ("ふじ", "fuji"),
        ("しゅう", "shuu"),
        ("ひゅうが", "hyuuga"),
    ],
)
def test_the_usual_romanisation(kana: str, expected: str) -> None:
    assert hepburn(kana) == expected


SAME = [  # each row is one name
    ("ono", "ohno", "oono", "onoh"),
    ("shinji", "sinzi", "shinzi", "sinji"),
    ("tsuzuki", "tuzuki", "tsudzuki", "tuduki"),
    ("fujita", "hujita", "huzita"),
    ("chuo", "tyuo", "chuuou", "cyuo"),
    ("junpei", "jumpei", "zyunpei", "jyunpei"),
    ("hatchi", "hacchi", "hatti"),
    ("ito", "itoh", "itou", "itoo"),
    ("yuki", "yuuki", "yuhki"),
    ("inoue", "inouye"),
    ("kenichi", "kenniichi".replace("nni", "ni")),
]


@pytest.mark.parametrize("spellings", SAME)
def test_ways_of_writing_are_one(spellings: tuple[str, ...]) -> None:
    assert len({fold_romaji(spelling) for spelling in spellings}) == 1


@given(st.text("aiueokgsztdnhbpmyrwfjcv", max_size=12))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold_romaji(text)
    assert len(fold_romaji(once)) <= len(once) <= 2 * len(text)


@given(st.text(st.characters(min_codepoint=0x3041, max_codepoint=0x30FF), max_size=12))
def test_both_romanisations_are_one_name(kana: str) -> None:
    assert romaji(kana).isascii()
    assert fold_romaji(hepburn(kana)) == fold_romaji(romaji(kana))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("takahashi", True), ("hattori", True), ("shinichi", True), ("wang", False), ("smith", False),
     ("li", True), ("", False)],
)  # fmt: skip
def test_syllables_of_japanese(text: str, expected: bool) -> None:
    assert is_japanese(fold_romaji(text)) is expected


def test_syllables_are_counted() -> None:
    assert morae("sintaro") == ["si", "n", "ta", "ro"]


READINGS = [
    ("山田", "yamada", True),  # ta is voiced
    ("石川", "ishikawa", True),
    ("小川", "ogawa", True),
    ("佐々木", "sasaki", True),
    ("一平", "ippei", True),  # iti is shortened, hei sharpened
    ("鉄平", "teppei", True),
    ("金森", "kanamori", True),  # kane before another character
    ("勝正", "katsumasa", True),
    ("井上", "inoue", True),  # "no" is said, and not written
    ("青ヶ島", "aogashima", True),
    ("長谷川", "hasegawa", True),  # no reading of its characters
    ("服部", "hattori", True),
    ("渡邊", "watanabe", True),
    ("さやか", "sayaka", True),
    ("山田", "tanaka", False),
    ("佐藤", "suzuki", False),
    ("田", "", False),
]


@pytest.mark.parametrize(("kanji", "text", "expected"), READINGS)
def test_readings_of_kanji(kanji: str, text: str, expected: bool) -> None:
    assert (len(kanji) in ends_of(kanji, fold_romaji(text))) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("髙橋", True), ("﨑山", True), ("𠮷田", True), ("伟", False), ("김", False)],
)
def test_characters_of_japan(text: str, expected: bool) -> None:
    assert is_of_japan(text) is expected


MATCH, SURNAME, MISMATCH, UNKNOWN = Verdict
PAIRS = [
    ("たかはしすぐる", "Takahashi Suguru", MATCH),
    ("タカハシ, スグル", "Suguru Takahashi", MATCH),
    ("タカハシ スグル", "TAKAHASHI Suguru", MATCH),
    ("おおのゆうこ", "Ohno Yuko", MATCH),
    ("おおのゆうこ", "Yūko Ōno", MATCH),
    ("おおいし こうへい", "Ohishi Kohei", MATCH),
    ("やまざきけん", "Yamasaki Ken", MATCH),  # one family name, voiced or not
    ("やまだ はな", "Yamata Bana", UNKNOWN),
    ("じゅんぺい ふじた", "Fujita Jumpei", MATCH),
    ("ジョン・スミス", "Jon Sumisu", MATCH),
    ("しょうわてんのう", "Emperor Shōwa", MATCH),  # the title is translated
    ("昭和天皇", "Emperor Shōwa", MATCH),
    ("たかはしすぐる", "S. Takahashi", SURNAME),
    ("たかはしすぐる", "John Takahashi", SURNAME),
    ("たかはしすぐる", "Suzuki Hanako", MISMATCH),
    ("たかはしすぐる", "Takahashi Hanako", MISMATCH),
    ("たかはしすぐる", "Takahashi Suguri", SURNAME),  # a letter may be a slip
    ("たかはしすぐる", "John Smith", UNKNOWN),
    ("ジョン・スミス", "John Smith", UNKNOWN),  # a foreign name in Katakana
    ("マリア", "Anna Moreno", UNKNOWN),  # spelt like Japanese, and none
    ("イソンゲ", "Taejo of Joseon", UNKNOWN),
    ("コ, キントウ", "Hu Jintao", UNKNOWN),  # a Chinese name as it is read in Japan
    ("ア" * 100, "Takahashi Suguru", UNKNOWN),
    ("山田太郎", "Yamada Taro", MATCH),
    ("山田太郎", "Tarō Yamada", MATCH),
    ("山田, 太郎", "YAMADA, Taroh", MATCH),
    ("佐藤 さやか", "Sayaka Sato", MATCH),
    ("高橋一郎", "Takahashi Ichiro", MATCH),
    ("井上 和子", "Inoue Kazuko", MATCH),
    ("山田太郎", "T. Yamada", SURNAME),
    ("山田太郎", "Yamada Hanako", SURNAME),  # the family name is proved, the given name not
    ("山田太郎", "Suzuki Hanako", UNKNOWN),  # Kanji have more readings than any table
    ("山田太郎", "Zhang Wei", None),  # not of Japanese
    ("山田太郎", "John Smith", None),
    ("马涛", "Ma Tao", None),  # simplified characters
    ("馬濤", "Ma Tao", None),  # as many syllables as characters
    ("김철수", "Kim Chul-soo", None),
    ("", "Yamada Taro", None),
]


@pytest.mark.parametrize(("native", "romanised", "expected"), PAIRS)
def test_names(native: str, romanised: str, expected: Verdict | None) -> None:
    roman = parse_roman(romanised)
    assert roman is not None
    found = compare(native, roman)
    assert (found and found.verdict) is expected


@given(st.text(max_size=12), st.text(max_size=20))
def test_any_text(native: str, romanised: str) -> None:
    roman = parse_roman(romanised)
    if roman is not None:
        for text in (native, "山" + native, "や" + native):
            compare(text, roman)
