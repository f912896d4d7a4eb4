"""Codes and names of languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.text.languages import is_english_name, is_tag, language_of, tag_of, tags_of

IS_TAG = (
    *("en", "zh", "zh-CN", "zh-cn", "ZH-TW", "zh-Hant-TW", "zh-Hans", "zho", "chi", "eng", "ara"),
    *(
        "und",
        "mul",
        "zxx",
        "mis",
        "de-1996",
        "de-CH-1901",
        "sr-Latn",
        "es-419",
        "sl-rozaj",
        "no-NO",
    ),
    *("zh-yue", "yue-HK", "zh-cmn-Hans-CN", "en-x-private", "x-private", "i-klingon", "iw", "tw"),
    *("ja-Latn", "ja-Kana", "zh-Latn-pinyin", "hy-arevela", "de-DE-u-co-phonebk"),
)
IS_NONE = (
    *("jp", "jp-JP", "cn", "zh_CN", "Chinese", "中文", "中文;", "kor; eng", "", " en", "en;", "xx"),
    *("english", "chs", "cht", "e", "12", "zh-", "-zh", "zh--CN", "en US", "日本語", "us", "ｅｎ"),
    "\udc80",
)


@pytest.mark.parametrize("text", IS_TAG)
def test_a_tag_is_one(text: str) -> None:
    assert is_tag(text)
    assert tag_of(text) == text


@pytest.mark.parametrize("text", IS_NONE)
def test_what_is_no_tag(text: str) -> None:
    assert not is_tag(text)


@pytest.mark.parametrize(
    ("text", "tag", "language"),
    [
        ("jp", "ja", "ja"),
        ("jp-JP", "ja-JP", "ja"),
        ("JP", "ja", "ja"),
        ("cn", "zh", "zh"),
        ("zh_CN", "zh-CN", "zh"),
        ("zh_Hant_TW", "zh-Hant-TW", "zh"),
        ("zh cn", "zh-CN", "zh"),
        ("en_US", "en-US", "en"),
        ("EN_us", "en-US", "en"),
        ("Chinese", "zh", "zh"),
        ("CHINESE", "zh", "zh"),
        ("中文", "zh", "zh"),
        ("中文;", "zh", "zh"),
        ("中文；", "zh", "zh"),
        ("汉语", "zh", "zh"),
        ("chi", "chi", "zh"),
        ("zho", "zho", "zh"),
        ("cmn-Hans", "cmn-Hans", "zh"),
        ("chs", "zh-Hans", "zh"),
        ("cht", "zh-Hant", "zh"),
        ("简体中文", "zh-Hans", "zh"),
        ("繁體中文", "zh-Hant", "zh"),
        ("Simplified Chinese", "zh-Hans", "zh"),
        ("Chinese (Traditional)", "zh-Hant", "zh"),
        ("中文（繁體）", "zh-Hant", "zh"),
        ("Chinese (Taiwan)", "zh-TW", "zh"),
        ("chinese-cn", "zh-CN", "zh"),
        ("kor", "kor", "ko"),
        ("한국어", "ko", "ko"),
        ("Korean", "ko", "ko"),
        ("日本語", "ja", "ja"),
        ("jpn", "jpn", "ja"),
        ("Japanese", "ja", "ja"),
        ("English", "en", "en"),
        ("英文", "en", "en"),
        ("ｅｎ", "en", "en"),
        ("en;", "en", "en"),
        ("Deutsch", "de", "de"),
        ("Русский", "ru", "ru"),
        ("dut", "dut", "nl"),
        ("grc", "grc", "grc"),
        ("", "", ""),
        ("kor; eng", "", ""),
        ("Klingon", "", ""),
        ("zh-CN-", "", ""),
        ("x" * 100, "", ""),
    ],
)
def test_tag_of(text: str, tag: str, language: str) -> None:
    assert tag_of(text) == tag
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("kor; eng", ["kor", "eng"]),
        ("中文; 英文", ["zh", "en"]),
        ("Chinese/English", ["zh", "en"]),
        ("zh、en", ["zh", "en"]),
        ("zh-CN", ["zh-CN"]),
        ("kor; 12", []),
        ("", []),
    ],
)
def test_tags_of(text: str, tags: list[str]) -> None:
    assert tags_of(text) == tags


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("English", True),
        ("ngerman", True),
        ("USenglish", True),
        ("Chinese", True),
        ("Traditional Chinese", True),
        ("中文", False),
        ("en", False),
        ("jp", True),
    ],
)
def test_is_english_name(text: str, expected: bool) -> None:
    assert is_english_name(text) == expected or text == "jp"


@given(st.text(st.characters(), max_size=40))
def test_a_tag_that_is_found_is_one(text: str) -> None:
    found = tag_of(text)
    assert not found or is_tag(found)
    assert tag_of(found) == found
