"""Korean names and their spellings in Latin letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.text.romanise.hangul import fits, is_shaped, revised
from validator.text.romanise.korean import compare
from validator.text.romanise.types import Agreement, Verdict, parse_roman

SPELLINGS = [
    ("철수", "cheolsu", True),  # Revised Romanization
    ("철수", "chŏlsu".replace("ŏ", "o"), True),  # McCune-Reischauer
    ("철수", "chulsoo", True),  # by English
    ("영희", "younghee", True),
    ("영희", "yonghui", True),
    ("신라", "silla", True),  # as it is said
    ("신라", "sinra", True),  # as it is written
    ("백련", "baengnyeon", True),
    ("종로", "jongno", True),
    ("명환", "myungwhan", True),
    ("준", "june", True),
    ("석규", "seokyu", True),  # one consonant for two
    ("혁", "huk", True),
    ("길부", "ghilboo", True),
    ("철수", "younghee", False),
    ("지현", "jihun", False),  # 지훈 is another person
    ("은혜", "eunhye", True),
    ("", "", True),
    ("철수", "", False),
    ("", "a", False),
    ("김a", "kim", False),  # no Hangul
]


@pytest.mark.parametrize(("hangul", "text", "expected"), SPELLINGS)
def test_customary_spellings(hangul: str, text: str, expected: bool) -> None:
    assert fits(hangul, text) is expected


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=4))
def test_the_official_spelling_always_fits(hangul: str) -> None:
    assert fits(hangul, revised(hangul))


@pytest.mark.parametrize(
    ("words", "count", "expected"),
    [
        (["young", "hee"], 2, True),
        (["younghee"], 2, True),
        (["susan"], 2, False),  # as well English
        (["su", "san"], 2, True),
        (["smith"], 1, False),
        (["david"], 2, False),
        (["a" * 100_000], 2, False),
    ],
)
def test_what_is_spelt_as_korean_only(words: list[str], count: int, expected: bool) -> None:
    assert is_shaped(words, count) is expected


def agreement(native: str, romanised: str) -> Agreement | None:
    roman = parse_roman(romanised)
    assert roman is not None
    return compare(native, roman)


MATCH, SURNAME, MISMATCH, UNKNOWN = Verdict
PAIRS = [
    ("김철수", "Kim Cheolsu", MATCH),
    ("김철수", "Chul-Soo Kim", MATCH),
    ("김철수", "KIM, Chul Soo", MATCH),
    ("김, 철수", "Kim Ch'ŏl-su", MATCH),
    ("김 철수", "Kim, C.-S.", MATCH),  # both initials, and the family name
    ("철수 김", "Chulsoo Kim", MATCH),  # the order of the West in Hangul too
    ("김철수", "HJ Kim", SURNAME),  # other initials prove nothing: they may be of a Western name
    ("김철수", "C. Kim", SURNAME),  # one initial is too little
    ("김위찬", "W. Chan Kim", MATCH),
    ("남궁민", "Namkoong Min", MATCH),
    ("남궁민", "Min Namgung", MATCH),
    ("이영희", "Rhee Younghee", MATCH),
    ("이영희", "Yi Yŏnghŭi", MATCH),
    ("리설주", "Ri Sol-ju", MATCH),  # spelling of the North
    ("정영렬", "Jung Yung Yul", MATCH),
    ("박찬호", "Chan Ho Park", MATCH),
    ("김대건", "Andrew Kim Tae-gŏn", MATCH),  # a Western name before the Korean one
    ("이윤정", "Lily Yoonjung Lee", MATCH),
    ("임현정", "Lim Hyun-jung", MATCH),
    ("임현정", "Im Hyeonjeong", MATCH),
    ("류현진", "Ryu Hyun-jin", MATCH),
    ("김활란", "Helen Kim", SURNAME),
    ("김진아", "Susan Kim", SURNAME),  # Susan is spelt like 수산, and is none
    ("손형민", "Joe Son", SURNAME),
    ("이휘소", "Benjamin W. Lee", SURNAME),
    ("김철수", "Kim Young-hee", MISMATCH),
    ("김철수", "Park Young-hee", MISMATCH),
    ("김철수", "Younghee Park", MISMATCH),
    ("김철수", "Kim Cheol-sun", SURNAME),  # a letter more may be a slip
    ("김철수", "Park Chul-soo", MISMATCH),  # another family
    ("김수", "Park Soo", UNKNOWN),  # one syllable is too little
    ("김철수", "John Smith", UNKNOWN),
    ("김철수", "Chulsoo", UNKNOWN),  # no family name
    ("존 스미스", "John Smith", UNKNOWN),  # a foreign name in Hangul
    ("왕금평", "Wang Jinping", MATCH),  # 王金平 as it is read in Korea
    ("왕금평", "Wang Yuanji", SURNAME),
    ("왕훙원", "Wang Hongwen", MATCH),  # 王洪文 as it sounds in Chinese
    ("장쩌민", "Jiang Zemin", MATCH),
    ("시진핑", "Jinping Xi", MATCH),
    ("후진타오", "Hu Jintao", MATCH),
    ("박준형", "Joon Park", SURNAME),  # half of the given name
    ("마이클 조던", "Michael Jordan", UNKNOWN),
    ("김", "Kim", UNKNOWN),
    ("대한민국 정부 간행물", "Kim Chul-soo", UNKNOWN),  # no name
    ("金哲洙", "Kim Chul-Soo", MATCH),  # in Han
    ("李英姬", "Lee Young-hee", MATCH),  # 이 is also 리
    ("南宮玟", "Namgoong Min", MATCH),
    ("林利子", "LIM LEEJA", MATCH),
    ("盧雄來", "Noh Woongrae", MATCH),
    ("金哲洙", "Park Young-hee", MISMATCH),
    ("金哲洙", "Jin Zhezhu", None),  # not of Korean: who speaks Chinese may say
    ("王伟", "Wang Fang", None),
    ("田中角栄", "Tanaka Kakuei", None),
    ("たなか", "Tanaka", None),
    ("", "Kim", None),
]


@pytest.mark.parametrize(("native", "romanised", "expected"), PAIRS)
def test_names(native: str, romanised: str, expected: Verdict | None) -> None:
    found = agreement(native, romanised)
    assert (found and found.verdict) is expected


def test_the_reading_is_the_usual_one() -> None:
    found = agreement("김철수", "Kim Young-hee")
    assert found is not None
    assert found.reading == "kim cheolsu"


@given(st.text(max_size=12), st.text(max_size=20))
def test_any_text(native: str, romanised: str) -> None:
    roman = parse_roman(romanised)
    if roman is not None:
        compare(native, roman)
        compare("김" + native, roman)
