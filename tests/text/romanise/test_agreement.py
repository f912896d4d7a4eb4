"""Names in two scripts: whether they are one person's."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.text.romanise import Verdict, agreement

MATCH = [
    ("张伟", "Zhang, Wei", "zhang wei"),
    ("张, 伟", "Wei Zhang", "zhang wei"),
    ("张伟", "ZHANG Wei", "zhang wei"),
    ("张伟", "Wei ZHANG", "zhang wei"),
    ("张伟", "ZhangWei", "zhang wei"),
    ("张伟", "zhangwei", "zhang wei"),
    ("张伟*", "Zhang Wei*", "zhang wei"),
    ("张伟", "Ｚｈａｎｇ Ｗｅｉ", "zhang wei"),  # full width
    ("张伟", "Zhāng Wěi", "zhang wei"),
    ("欧阳 修", "Ouyang Xiu", "ouyang xiu"),
    ("歐陽修", "Ou-yang Hsiu", "ouyang xiu"),
    ("诸葛亮", "Zhuge, Liang", "zhuge liang"),
    ("万俟卨", "Moqi Xie", "moqi xie"),
    ("单雄信", "Shan Xiongxin", "shan xiongxin"),  # a family name with a reading of its own
    ("翟天临", "Zhai Tianlin", "zhai tianlin"),
    ("翟天临", "Di Tianlin", "di tianlin"),  # and with two
    ("乐嘉", "Yue Jia", "yue jia"),
    ("仇保兴", "Qiu Baoxing", "qiu baoxing"),
    ("吕布", "Lü Bu", "lü bu"),
    ("吕布", "Lu Bu", "lü bu"),
    ("吕布", "Lv, Bu", "lü bu"),
    ("呂布", "LYU Bu", "lü bu"),  # passports since 2012
    ("上官婉儿", "Shangguan Wan'er", "shangguan waner"),
    ("王小明", "Wang Xiao-ming, Ph.D.", "wang xiaoming"),
    ("刘宇瀚", "Liuyu Han", "liu yu han"),  # cut at the wrong place
    ("張偉明", "Chang, Wei-Ming", "zhang weiming"),  # Wade-Giles
    ("徐志摩", "Hsü Chih-mo", "xu zhimo"),
    ("蔡英文", "Tsai Ing-wen", "cai yingwen"),
    ("蔡英文", "Ts'ai Ing-wen", "cai yingwen"),
    ("馬英九", "Ma Ying-jeou", "ma yingjiu"),  # Gwoyeu Romatzyh
    ("李遠哲", "Yuan-Tseh Lee", ""),
    ("吳敦義", "Wu Den-yih", "wu dunyi"),  # one syllable in a way of its own
    ("李宗祐", "Li || Tsung-Yu", "li zongyou"),
    ("楊振寧", "Chen-Ning Franklin Yang", "yang zhenning"),
    ("梁振英", "Leung Chun-ying", "leung chunying"),  # Hong Kong
    ("梁朝偉", "Tony Leung Chiu-wai", "leung chiuwai"),
    ("林鄭月娥", "Carrie Lam Cheng Yuet-ngor", ""),  # both family names
    ("林鄭月娥", "Cheng Yuet-ngor", ""),  # her own alone
    ("葉問", "Yip Man", "yip man"),
    ("陈伟明", "Tan Wei Ming", "tan weiming"),  # Hokkien family, Mandarin given name
    ("吳慶瑞", "Goh Keng Swee", "goh kengswee"),
    ("娜仁图雅", "Tuya Naren", ""),  # Mongolian, in the other order
    ("次仁卓玛", "Tsering Dolma", "tsering dolma"),  # Tibetan, as its bearers spell it
    ("洛桑江村", "Losang Jamcan", "losang jamcan"),
    ("扎西多吉", "Tashi Dorje", "tashi dorje"),
    ("买买提·吐尔逊", "Mamat Tursun", "mamat tursun"),
    ("阿依古丽·买买提", "Memet, Aygul", ""),  # Uyghur, in the other order
    ("迪丽热巴·迪力木拉提", "Dilraba Dilmurat", "dilraba dilmurat"),
    ("阿不都热西提·买买提", "Abdureshit Memet", "abdureshit memet"),
    ("张伟明", "Zhang WM", "zhang weiming"),
    ("张伟明", "Zhang, W.-M.", "zhang weiming"),
    ("王小明", "X. M. Wang", "wang xiaoming"),
    ("高橋和子", "Takahashi, Kazuko", ""),  # Japanese, which nobody said
    ("김종규", "Kim Jong-kyu", ""),
    ("金哲洙", "Kim Chul-Soo", ""),  # Korean in Han characters
    ("たなか ひろし", "Hiroshi Tanaka", ""),
]
OTHER = [
    ("黃碧雲", "Helena WONG", Verdict.SURNAME_ONLY),  # a Western given name
    ("林鄭月娥", "Carrie Lam", Verdict.SURNAME_ONLY),
    ("朱孝天", "Ken Zhu", Verdict.SURNAME_ONLY),  # "ken" is Pinyin too
    ("王菲", "Faye Wong", Verdict.SURNAME_ONLY),
    ("张莉", "Lisa Zhang", Verdict.SURNAME_ONLY),
    ("张一鸣", "Ming Zhang", Verdict.SURNAME_ONLY),  # half of the given name
    ("张伟", "W. Zhang", Verdict.SURNAME_ONLY),  # one letter proves nothing
    ("王小明", "Wang, X", Verdict.SURNAME_ONLY),
    ("董建華", "Tung Chee-hwa", Verdict.SURNAME_ONLY),  # Shanghainese
    ("张伟", "Zhang Ming", Verdict.MISMATCH),
    ("王伟", "Li Wei", Verdict.MISMATCH),
    ("王小明", "Zhang, Xiaoming", Verdict.MISMATCH),
    ("张伟", "Li Na", Verdict.MISMATCH),
    ("欧阳修", "Sima Guang", Verdict.MISMATCH),
    ("张伟", "Zhang M", Verdict.UNKNOWN),
    ("曾朴", "Zheng Pu", Verdict.UNKNOWN),  # a slip is not another person
    ("陈伟明", "Tan Weiming", Verdict.UNKNOWN),  # reads as 谭, and may be he
    ("李约瑟", "Joseph Needham", Verdict.UNKNOWN),  # a chosen Chinese name
    ("戴维·A. 帕特森", "David A. Patterson", Verdict.UNKNOWN),  # transliterated
    ("田中博", "Li Wei", Verdict.UNKNOWN),  # may be Japanese
    ("张伟", "", Verdict.UNKNOWN),
    ("", "Zhang Wei", Verdict.UNKNOWN),
    ("Zhang Wei", "Zhang Wei", Verdict.UNKNOWN),
    ("张伟", "Чжан Вэй", Verdict.UNKNOWN),
    ("中国科学院计算技术研究所", "Institute of Computing Technology", Verdict.UNKNOWN),
]
# Han alone, and nobody says of which language: what is right in one language is never doubted by
# another.
AMBIGUOUS = [
    ("高橋", "Takahashi"),
    ("金田一", "Kindaichi"),
    ("安部公房", "Abe Kobo"),
    ("和田誠", "Makoto Wada"),
    ("林健二", "Kenji Hayashi"),
    ("林健", "Hayashi Ken"),
    ("関孝和", "Seki Takakazu"),
    ("李舜臣", "Yi Sun-sin"),
    ("安重根", "Ahn Jung-geun"),
    ("金正恩", "Kim Jong Un"),
    ("朴正熙", "Park Chung-hee"),
    ("馬場忠", "Tadashi Baba"),
    ("江本", "Emoto"),
    ("何野", "Kano"),
]


@pytest.mark.parametrize(("native", "roman", "reading"), MATCH)
def test_match(native: str, roman: str, reading: str) -> None:
    found = agreement(native, roman)
    assert found.verdict == "match"
    assert found.score > 0.5
    assert found.reading
    if reading:
        assert found.reading == reading


@pytest.mark.parametrize(("native", "roman", "verdict"), OTHER)
def test_no_match(native: str, roman: str, verdict: Verdict) -> None:
    found = agreement(native, roman)
    assert found.verdict is verdict
    assert found.score <= 0.5


@pytest.mark.parametrize(("native", "roman"), AMBIGUOUS)
@pytest.mark.parametrize("language", [None, "zh"])
def test_no_mismatch_of_a_name_of_another_language(
    native: str, roman: str, language: str | None
) -> None:
    assert agreement(native, roman, language=language).verdict is not Verdict.MISMATCH


@pytest.mark.parametrize("language", [None, "zh", "zh-TW", "zh-Hans-CN", "cmn", "und", "xx", ""])
def test_any_tag_is_taken(language: str | None) -> None:
    assert agreement("张伟", "Zhang Wei", language=language).verdict is Verdict.MATCH


def test_both_kinds_of_characters_agree_alike() -> None:
    assert agreement("刘晓东", "Liu Hsiao-tung") == agreement("劉曉東", "Liu Hsiao-tung")


def test_a_nearer_name_scores_higher() -> None:
    names = ["Zhang Weiming", "Chang Wei-ming", "Zhang W. M.", "William Zhang", "Li Na"]
    scores = [agreement("张伟明", name).score for name in names]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_latin_names_load_no_language() -> None:
    code = (
        "import sys; from validator.text.romanise import agreement; agreement('Li Na', 'Na Li'); "
        "print(sorted(m for m in sys.modules if m.startswith('validator.text.romanise.')))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "['validator.text.romanise.types']"


HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=12)
ANY = st.text(max_size=250)


@given(native=st.one_of(HAN, ANY), roman=ANY)
def test_any_text_is_taken(native: str, roman: str) -> None:
    found = agreement(native, roman)
    assert 0 <= found.score <= 1


@pytest.mark.parametrize(
    "roman",
    [
        "a" * 200,
        "a " * 100,
        "wei" * 66,
        "xi'" * 60,
        "-" * 200,
        "Ng " * 66,
        ", " * 100,
        "\udc80",
        "\0",
    ],
)
@pytest.mark.parametrize(
    "native", ["张伟", "娜仁图雅娜仁图雅", "一" * 200, "张" + "·" * 100, "张\udc80"]
)
def test_hostile_text(native: str, roman: str) -> None:
    assert agreement(native, roman).verdict is not Verdict.MATCH


@pytest.mark.parametrize(
    ("native", "romanised", "expected"),
    [
        # Chinese characters alone, no language said: any of three may be meant
        ("山田太郎", "Yamada Taro", Verdict.MATCH),
        ("高橋卓", "Suguru Takahashi", Verdict.MATCH),
        ("林健", "Ken Hayashi", Verdict.MATCH),  # 林 is a family name of all three
        ("林健", "Lin Jian", Verdict.MATCH),
        ("林健", "Im Geon", Verdict.MATCH),
        ("金哲洙", "Kim Chul-Soo", Verdict.MATCH),
        ("李英姬", "Rhee Young-hee", Verdict.MATCH),
        ("王偉", "Wang Wei", Verdict.MATCH),
        # a Japanese name has readings that no table has: nothing is said against it
        ("林健", "Tsuyoshi Kobayashi", Verdict.UNKNOWN),
        ("高橋卓", "Hanako Suzuki", Verdict.UNKNOWN),
        ("小鳥遊六花", "Takanashi Rikka", Verdict.MATCH),
        ("東海林太郎", "Taro Shoji", Verdict.MATCH),
        # and letters that are no Japanese leave the others
        ("王偉", "Zhang Xiang", Verdict.MISMATCH),
        ("王偉", "Li Qiang", Verdict.MISMATCH),
        ("伊藤博文", "Zhang Xueliang", Verdict.UNKNOWN),
        # scripts of one language
        ("たかはし すぐる", "Takahashi, Suguru", Verdict.MATCH),
        ("タカハシ スグル", "Suzuki, Ichiro", Verdict.MISMATCH),
        ("ﾀｶﾊｼ ｽｸﾞﾙ", "Takahashi, Suguru", Verdict.MATCH),  # half width
        ("佐藤 さやか", "Sato, Sayaka", Verdict.MATCH),
        ("김철수", "Kim, Chul-Soo", Verdict.MATCH),
        ("김철수", "Park, Young-Hee", Verdict.MISMATCH),
        ("김활란", "Helen Kim", Verdict.SURNAME_ONLY),
        ("마이클 조던", "Michael Jordan", Verdict.UNKNOWN),
    ],
)
def test_the_language_is_read_off_the_characters(
    native: str, romanised: str, expected: Verdict
) -> None:
    assert agreement(native, romanised).verdict is expected
