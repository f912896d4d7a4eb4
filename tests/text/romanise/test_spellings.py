"""The spellings of one syllable in the systems, and a romanised name in its parts."""

from __future__ import annotations

import pytest

from validator.text.romanise import cantonese, mandarin
from validator.text.romanise.mandarin import LOOSE, PINYIN, SYLLABLES, SYSTEM, WADE
from validator.text.romanise.tables import readings
from validator.text.romanise.types import parse_roman

MANDARIN = [
    ("zhang1", {"zhang": PINYIN, "chang": WADE, "jhang": SYSTEM, "jang": SYSTEM}),
    ("xu2", {"xu": PINYIN, "hsu": WADE, "syu": SYSTEM, "shyu": SYSTEM}),
    ("qian2", {"qian": PINYIN, "chien": WADE, "cian": SYSTEM, "chyan": SYSTEM}),
    ("cai4", {"cai": PINYIN, "tsai": WADE, "tsay": SYSTEM}),
    ("zhi4", {"zhi": PINYIN, "chih": WADE, "jhih": SYSTEM, "jyh": SYSTEM, "chi": SYSTEM}),
    ("si1", {"si": PINYIN, "szu": WADE, "sih": SYSTEM}),
    ("guo2", {"guo": PINYIN, "kuo": WADE, "gwo": SYSTEM}),
    ("jiu3", {"jiu": PINYIN, "chiu": WADE, "jiou": SYSTEM, "jeou": SYSTEM}),
    ("gui4", {"gui": PINYIN, "kuei": WADE, "guei": SYSTEM, "guey": SYSTEM}),
    ("lü3", {"lu": PINYIN, "lv": PINYIN, "lyu": PINYIN}),
    ("yue4", {"yue": PINYIN, "yueh": WADE}),
    ("xiong2", {"xiong": PINYIN, "hsiung": WADE, "shyong": SYSTEM}),
    ("wen2", {"wen": PINYIN, "wun": SYSTEM}),
    ("er2", {"er": PINYIN, "erh": WADE}),
    ("ying1", {"ying": PINYIN, "ing": LOOSE}),
]


@pytest.mark.parametrize(("reading", "expected"), MANDARIN)
def test_mandarin(reading: str, expected: dict[str, int]) -> None:
    found = mandarin.spellings(reading)
    assert {spelt: found.get(spelt) for spelt in expected} == expected


def test_every_reading_has_a_spelling() -> None:
    for table in ("mandarin", "cantonese"):
        module = mandarin if table == "mandarin" else cantonese
        for reading in {r for found in readings(table).values() for r in found}:  # type: ignore[arg-type]
            for spelt in module.spellings(reading):  # type: ignore[attr-defined]
                assert spelt.replace("ê", "e").isascii() or table == "mandarin"


def test_custom_makes_no_other_syllable_of_pinyin() -> None:
    for syllable in SYLLABLES - {"lv", "nv", "lve", "nve", "lyu", "nyu"}:
        for spelt, distance in mandarin.spellings(syllable).items():
            if distance == LOOSE:
                assert spelt not in SYLLABLES, (syllable, spelt)


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        ("zoeng1", "cheung"), ("wong4", "wong"), ("can4", "chan"), ("gwok3", "kwok"),
        ("jip6", "yip"), ("ng4", "ng"), ("heoi2", "hui"), ("jyun4", "yuen"), ("zi3", "chi"),
        ("sam2", "sum"), ("siu1", "siu"), ("jik6", "yick"), ("ngo4", "ngor"),
    ],
)  # fmt: skip
def test_cantonese(reading: str, expected: str) -> None:
    assert expected in cantonese.spellings(reading)


PARTS = [
    ("Zhang, Wei", "zhang | wei", 1),
    ("W. Zhang", "w. | zhang", 0),
    ("CHANG, Wei-Ming", "chang | wei-ming", 1),
    ("Li || Tsung-Yu", "li | tsung-yu", 1),
    ("Shy--Yuan Hwang*", "shy-yuan | hwang", 0),
    ("Hung Hsiu-ch'üan", "hung | hsiu-chuan", 0),
    ("Hibbs A.R.", "hibbs | a.-r.", 0),
    ("Su , Shu", "su | shu", 1),
    ("ZhangWei", "zhang-wei", 0),
    ("Ōno Yasumaro", "ono | yasumaro", 0),
    ("Zhang,", "zhang", 0),
    (", Zhang", "zhang", 0),
]


@pytest.mark.parametrize(("text", "expected", "comma"), PARTS)
def test_parts(text: str, expected: str, comma: int) -> None:
    roman = parse_roman(text)
    assert roman is not None
    words: dict[int, list[str]] = {}
    for part in roman.parts:
        words.setdefault(part.word, []).append(part.text + "." * part.is_initial)
    assert " | ".join("-".join(word) for word in words.values()) == expected
    assert roman.comma == comma


@pytest.mark.parametrize(
    "text", ["", "123", "Чжан Вэй", "张伟", "a b c d e f g h i j k", "x" * 201]
)
def test_no_romanised_name(text: str) -> None:
    assert parse_roman(text) is None


def test_splits() -> None:
    roman = parse_roman("Wei-Ming Zhang")
    assert roman is not None
    texts = [tuple("".join(p.text for p in side) for side in split) for split in roman.splits()]
    assert texts == [("weiming", "zhang"), ("zhang", "weiming")]
