"""Han characters: simplified and traditional, numerals, neighbours."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.text import han, han_forms, han_variants
from validator.text.han import bigrams, folded, number, numerals


@pytest.mark.parametrize(
    ("text", "simplified"),
    [
        ("", ""),
        ("abc", "abc"),
        ("電腦科學與圖書館", "电脑科学与图书馆"),
        ("計算機應用研究", "计算机应用研究"),
        ("鍾書閣後記", "钟书阁后记"),
        ("计算机应用研究", "计算机应用研究"),
        ("台湾里程", "台湾里程"),
        ("日本の歴史", "日本の历史"),
    ],
)
def test_traditional_forms_are_folded(text: str, simplified: str) -> None:
    assert folded(text) == simplified


@pytest.mark.parametrize(
    ("text", "simplified", "traditional", "japanese"),
    [
        ("梅雨鋒面天气特徵", "", "鋒", ""),  # 气 and 徵 are of both
        ("计算机应用", "计", "", ""),  # 机 and 应 are old characters too
        ("學術圖書館", "", "學術圖書館", ""),
        ("図書館の歴史", "", "書館", "図歴"),
        ("中国社会大学", "", "", ""),  # as in Japan
        ("台里后于云秘占於乾著", "", "", ""),
        ("abc é 한국어", "", "", ""),
    ],
)
def test_of_one_language(text: str, simplified: str, traditional: str, japanese: str) -> None:
    assert han.simplified_only(text) == simplified
    assert han.traditional_only(text) == traditional
    assert han.japanese_only(text) == japanese


def test_the_sets_are_apart() -> None:
    assert set(han_variants.SIMPLIFIED_ONLY).isdisjoint(han_variants.TRADITIONAL_ONLY)
    assert set(han_variants.SIMPLIFIED_ONLY).isdisjoint(han_variants.JAPANESE_ONLY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("廿三", 23),
        ("卅", 30),
        ("一百零三", 103),
        ("一百二十三", 123),
        ("二千零二十一", 2021),
        ("二〇二一", 2021),
        ("二零二一", 2021),
        ("一九四九", 1949),
        ("一万二千", 12000),
        ("两百", 200),
        ("壹拾贰", 12),
        ("〇", 0),
        ("", None),
        ("三国", None),
        ("十百", None),
        ("12", None),
        ("一" * 13, None),
    ],
)
def test_number(text: str, value: int | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("第九卷", "第9卷"),
        ("第十二卷第三期", "第12卷第3期"),
        ("二〇二一年", "2021年"),
        ("二〇二一年十二月三十一日", "2021年12月31日"),
        ("史记（二）", "史记（2）"),
        ("中国通史 卷三", "中国通史 卷3"),
        ("第三十四回", "第34回"),
        ("第三世界", "第三世界"),  # words
        ("三国演义", "三国演义"),
        ("一种新的方法", "一种新的方法"),
        ("十三经注疏", "十三经注疏"),
        ("第二次世界大战", "第2次世界大战"),
        ("abc", "abc"),
    ],
)
def test_numerals(text: str, digits: str) -> None:
    assert numerals(text) == digits


@given(st.text(st.characters()) | st.text(st.sampled_from("第一二十百千万〇年月卷期（）")))
def test_numerals_are_idempotent(text: str) -> None:
    assert numerals(numerals(text)) == numerals(text)


@given(st.integers(0, 99_999))
def test_every_number_is_read_in_digits(value: int) -> None:
    assert number("".join("〇一二三四五六七八九"[int(d)] for d in str(value))) == value


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("", []),
        ("abc", []),
        ("中", ["中"]),
        ("计算机", ["计算", "算机"]),
        ("GaN基LED研究", ["基", "研究"]),
        ("日本の歴史", ["日本", "本の", "の歴", "歴史"]),
        ("한국어 연구", ["한국", "국어", "연구"]),
    ],
)
def test_bigrams(text: str, pairs: list[str]) -> None:
    assert list(bigrams(text)) == pairs


UNIHAN = Path("/usr/share/unicode")


@pytest.mark.skipif(
    not (UNIHAN / "Unihan_Variants.txt.bz2").is_file(), reason="no package unicode-data"
)
def test_the_table_is_that_of_unihan() -> None:
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from make_han_variants import properties, tables

    for name, text in tables(properties(UNIHAN)).items():
        assert getattr(han_variants, name) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("圖書館（上海）", "图书馆 上海"),
        ("図書館の歴史", "图书馆の历史"),
        ("渡邊・渡辺・渡邉", "渡边 渡边 渡边"),
        ("西遊記", "西游记"),
        ("ＡＢＣ Müller", "abc muller"),
        ("芸術と弁当", "芸术と弁当"),  # 芸 and 弁 are other words on the Mainland
        ("", ""),
    ],
)
def test_folded(text: str, words: str) -> None:
    assert han.folded(text) == words


@given(st.text(st.sampled_from(han_variants.TRADITIONAL + han_forms.OTHER_FORMS + "ab 1（")))
def test_folded_words_are_folded(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_other_forms_are_no_traditional_ones() -> None:
    assert len(han_forms.OTHER_FORMS) == len(han_forms.FOLDED)
    assert not set(han_forms.OTHER_FORMS) & set(han_forms.FOLDED)
    assert not set(han_variants.TRADITIONAL) & set(han_forms.FOLDED)
