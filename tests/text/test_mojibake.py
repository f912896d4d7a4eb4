"""Misread text is repaired, and clean text never."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from patience import soon

from validator.text.mojibake import is_misread, is_proved, may_be_misread, repair
from validator.text.unicode import unusual

CP1252 = {0x81: "\x81", 0x8D: "\x8d", 0x8F: "\x8f", 0x90: "\x90", 0x9D: "\x9d"}


def as_cp1252(text: str) -> str:
    """UTF-8 as a program shows it that takes it for Windows-1252."""
    return "".join(
        CP1252.get(b) or bytes([b]).decode("cp1252") for b in text.encode("utf-8", "surrogatepass")
    )


def as_latin1(text: str) -> str:
    return text.encode("utf-8", "surrogatepass").decode("latin-1")


def misread_as(text: str, charset: str) -> str:
    return text.encode().decode(charset)


WRITTEN = [
    "José",
    "FRANÇAIS, CAFÉ, L’HÔPITAL",
    "à la recherche",
    "naïve Bayes – a “survey”",
    "Łódź, Dvořák, Kłębek",
    "műszaki",  # Å± inside a word is no ångström
    "Yılmaz",
    "Nguyễn Thị Ánh",
    "Δ9-THC and β-cells, 5 µm",
    "30 °C ± 2",
    "foo\u00a0bar",
    "Пример",
    "Ελληνικά",
    "اللغة العربية",
    "עברית",
    "中国数字人文研究的现状与展望",
    "（二）①",
    "日本の歴史",
    "データベース",
    "한국어 연구",
    "हिन्दी",
    "ภาษาไทย",
    "😀 in tweets",
    "\U00020bb7野家",
]

CLEAN = [
    "",
    "plain",
    "José",
    "NÃO, IRMÃ, SÃO PAULO",
    "IRMÃ”",  # a closing quote behind a capital
    "« liberté\u00a0»",  # é, no-break blank, » would be a Han character
    "voilà\u00a0« ici",
    "arrêt…»",
    "LIBERTÉ\u00a0»",
    "CAFÉ™ ®",
    "„Spaß“",
    "HYVÄ”, SYÖ”",
    "SPÄ\u00adTER",  # a soft hyphen
    "»SPÄ«",
    "“Ã” em português",
    "Die Buchstaben “Å, Ä” und ›Ä‹ und ›Ë‹",
    "‘Ä’, »Ä«, „Ä“, ”Ä”, « Ä »",
    "Úžasný, KŘÍŽ, Úšklebek",  # ž and š stand among the signs of Windows-1252
    "Ježíš“, kříž…",
    "100 Å² at 1.54 Å±0.01, 2Å±1",
    "3×½, Ø½ mm, 10 × 10",
    "JOSÉ†, MÜLLER‡",
    "Ó\u00a0bože",
    "Ð, Þ, ð",
    "§ 5 – ©2010 ®",
    "中国（二）“引文”……",
    "日本の歴史・ー「」",
    "한국어 — 연구",
    "Привет “мир”",
    "Nguyễn Thị Ánh",
    "a\udce9b",  # an undecodable byte
    "锟斤拷",  # lost for good: another rule speaks of it
    "鸬鹚 䴘䴙鹛鹈鹕",  # rare Han are no other charset
    "爨宝子碑考释",
    "饕餮纹与夔龙纹",
    "苯并噻唑酰胺衍生物的合成",
    "揭帝揭帝波罗揭帝",
    "島津鰊 嘉納昌吉 樽見茂 李玉順",
    "佐々木剛，杉浦幸，張寶",
    "쇼펜하우어 읽기, 뷔히너의 보이체크",
    "日立ｺﾝﾋﾟｭｰﾀ株式会社ﾆｭｰｽ",
    "までに発表されている代表",
    "ЁЖЗ и ъ",
    "JEŽÍŠOVA, KOŽÍŠEK, ŠKODA",  # letters of Windows-1252 beside others, as bytes of Shift_JIS
    "Vote’n’Rank",
    "vzdialená², Šišky",
    "sååååå, ååååh",
    "свiтi",  # a Latin letter in a Cyrillic word: another rule
    "切りそろえる 菅原孝標女",  # most bytes of cp949 are letters of UTF-8
    "尹永碩 퍼펙트",
    "━┳━ ♪└|∵|┐♪",
    "5-氟尿嘧啶 旮旮旯旯",
    "matlab和mathematica的设计方法",
    "隨主視窗關閉",  # half of its bytes in a charset of two are UTF-8 by chance
    "НИИТэхим, РосНИИ, МГУ–РАН, ГОСТ№5",  # capitals within words
    "« Ŕ propos » ŽĽŤ ┌──┐ │ ┤ ║",
    "−√2 ∑ƒ(x) ∂Ω ≈ π±∞",
    "พจนานุกรม ฉบับราชบัณฑิตยสถาน",
    "德川氏",  # its bytes in GBK are two Hangul of UTF-8, of the rarest
    "霍先生",
    "尤甲仁",  # and as Big5 letters of Kana in no order
    "吡啶酮",
    "Ainsi « l’Été »…",
]


@pytest.mark.parametrize("text", WRITTEN)
@pytest.mark.parametrize("misread", [as_cp1252, as_latin1])
def test_repairs_utf8(text: str, misread) -> None:  # type: ignore[no-untyped-def]
    assert repair(misread(text)) == text


@pytest.mark.parametrize("text", [*CLEAN, *WRITTEN])
def test_leaves_clean_text(text: str) -> None:
    assert repair(text) is None
    assert not is_misread(text)


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        (as_cp1252(as_cp1252("José")), "José"),  # misread twice
        (as_cp1252(as_cp1252(as_cp1252("Müller"))), "Müller"),
        ("中文 JosÃ©, Łódź", "中文 José, Łódź"),  # one part misread, another not
        ("Î²-cells", "β-cells"),
        ("donâ€™t", "don’t"),
        ("JosÃ", None),  # its second byte was lost
        ("ï¿½", None),  # the character was lost before
        ("åŠ\u00a0", None),  # might be a word, and a blank
    ],
)
def test_repair(text: str, repaired: str | None) -> None:
    assert repair(text) == repaired


def test_puts_a_part_right_by_itself() -> None:
    part = misread_as("数字人文", "gbk")
    assert repair(f"数字人文 = {part}") == "数字人文 = 数字人文"


def test_does_not_put_half_a_word_right() -> None:
    assert repair("ÐžÐºÑÐ°Ð½Ð°") is None  # a byte of it was lost
    assert is_misread("ÐžÐºÑÐ°Ð½Ð°")


@pytest.mark.parametrize("text", ["数字人文学", "社会科学研究的方法论", "日本の歴史と文化"])
@pytest.mark.parametrize("read_as", ["gbk", "cp932", "cp1251"])
def test_sees_that_bytes_were_lost(text: str, read_as: str) -> None:
    found = text.encode().decode(read_as, "replace")
    garbled = found.replace("\ufffd", "?")
    assert "?" not in garbled or (is_misread(garbled) and repair(garbled) is None)


@pytest.mark.parametrize(
    ("text", "repaired", "proved"),
    [
        ("JosÃ©", "José", True),
        (as_cp1252(as_cp1252("中国")), "中国", True),
        ("中文 JosÃ©", "中文 José", False),  # not all of it
        ("鏁板瓧浜烘枃", "数字人文", False),  # Han are changed by nobody unasked
        ("ÖÐ¹úÎÄ»¯", "中国文化", False),  # likely, and no more
        ("José", "José", False),
    ],
)
def test_is_proved(text: str, repaired: str, proved: bool) -> None:
    assert is_proved(text, repaired) is proved


READ_AS = {
    "utf-8": (
        *("cp1250", "iso8859-2", "mac_roman", "cp437", "cp850", "cp1251", "cp1253", "cp1256"),
        *("koi8-r", "cp866", "gbk", "shift_jis", "cp949", "cp950"),
    ),
    "cp1251": ("latin-1", "koi8-r"),
    "koi8-r": ("latin-1", "cp1251"),
    "cp866": ("latin-1",),
    "cp1253": ("latin-1",),
    "cp1256": ("latin-1",),
    "gbk": ("latin-1", "big5", "cp932", "cp949", "euc-jp"),
    "big5": ("latin-1", "gbk", "cp932", "cp949"),
    "euc-kr": ("latin-1", "gbk", "big5", "cp932"),
    "euc-jp": ("latin-1", "gbk", "big5", "cp932"),
    "shift_jis": ("latin-1", "gbk", "big5", "cp949"),
    "latin-1": ("cp1251",),
    "mac_roman": ("latin-1",),
}
BETWEEN = [  # a title of a Chinese, Japanese or Korean record in the charset of a neighbour
    ("多功能一次性压舌板", "gbk", "big5"),
    ("中国心理学的过去与未来", "gbk", "cp949"),
    (
        "全国法院民商事审判工作会议纪要",
        "gbk",
        "cp932",
    ),  # 国 and 法 meet a character that this charset has twice
    ("中国佛教疑伪经综录", "gbk", "latin-1"),
    ("都市老人居家照護需求之調查", "big5", "latin-1"),
    ("日本の川と暮らし", "cp932", "gbk"),
    ("都市河川における水質の季節変化について", "cp932", "latin-1"),
    ("한국어 조사의 습득에 관한 연구", "euc-kr", "gbk"),
    ("한국 도서관의 역사", "euc-kr", "big5"),
    ("投资台湾:大陆企业赴台投资指南", "utf-8", "gbk"),
    ("تاريخ المدن الإسلامية", "cp1256", "latin-1"),
    ("宪法", "gbk", "latin-1"),
    ("行政法概要", "big5", "latin-1"),
    ("文学と思想の研究", "cp932", "cp1252"),
    ("한국 도서관의 역사와 발전", "cp949", "big5"),
    ("经济数学与金融数学", "utf-8", "cp932"),  # a character that this charset has twice
    ("Советская археология", "koi8-r", "cp1251"),
    ("法学教育研究", "cp932", "cp1252"),  # letters of Windows-1252 are first bytes: "–@Šw‹³ˆçŒ¤‹†"
    ("北京大学史料", "cp932", "cp1252"),
    ("中国的文化研究", "gbk", "cp1251"),
    ("中国的文化研究", "gbk", "koi8-r"),
    ("公司法", "gbk", "cp866"),  # KOI8-R has the same letters and frames: 腓葫床
    ("人民长江", "gbk", "cp850"),
    ("中国的文化研究", "gbk", "mac-roman"),
    ("中国文化史", "gbk", "cp1250"),
    ("都市河川における水質", "cp932", "koi8-r"),
    ("한국 도서관의 역사", "cp949", "cp437"),
    ("都市老人居家照護需求之調查", "big5", "gb18030"),  # GBK has not all of these characters
    ("中国文学史研究", "gbk", "big5hkscs"),
    ("投资台湾:大陆企业赴台", "utf-8", "gb18030"),
    ("物候学", "cp932", "gbk"),  # three letters, which as they stand are far from any text
    ("民法総則物権法", "cp932", "gbk"),  # somewhat rare characters, and much likelier
    ("科学网博客", "cp932", "cp1252"),  # some bytes are UTF-8 by chance: "‰ÈŠwã¤”Ž‹q"
    ("論校詩之難", "gbk", "cp1252"),  # marks of Windows-1252 part the letters: "Õ“Ð£ÔŠÖ®ëy"
    ("宋史", "utf-8", "gbk"),  # two letters read as three
]


@pytest.mark.parametrize(("text", "written", "read_as"), BETWEEN)
def test_repairs_charsets_of_one_country_read_in_another(
    text: str, written: str, read_as: str
) -> None:
    misread = text.encode(written).decode(read_as)
    assert may_be_misread(misread, unusual(misread))
    assert repair(misread) == text


SENTENCES = (
    *("José a Müller", "São Paulo e Łódź", "naïve, don’t – “now”", "Příliš žluťoučký kůň"),
    *("Пример библиографической записи", "Ελληνική γλώσσα", "اللغة العربية", "中国的文化研究"),
    *("日本の歴史と文化", "한국의 문화와 사회"),
)


def misreadings() -> Iterator[tuple[str, str]]:
    for text in SENTENCES:
        for written, names in READ_AS.items():
            for read_as in names:
                with suppress(UnicodeError):  # not every charset has every letter
                    yield text, text.encode(written).decode(read_as)


@pytest.mark.parametrize(("text", "misread"), [*misreadings()])
def test_repairs_rightly_or_not_at_all(text: str, misread: str) -> None:
    """Half a repair, or one by another charset, would hide what was there."""
    assert repair(misread) in (text, None)


@given(st.text(st.sampled_from("äéñčżαБяцл中文国データ한국()“”… 1aB"), min_size=1))
def test_repairs_to_what_was_written_or_not_at_all(text: str) -> None:
    assert repair(as_latin1(text)) in (text, None)


@given(st.text(st.characters()))
def test_a_repaired_text_is_left(text: str) -> None:
    repaired = repair(text)
    assert repaired is None or repair(repaired) is None or len(repaired) < len(text)


def test_is_quick_on_long_text() -> None:
    with soon():
        for worst in ("Ã", "Ã©", "ð\x9f", "é\u00a0»"):
            repair(worst * 100_000)
