"""Right names in two scripts that naive rules call wrong, and what is told of wrong lists."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.asking import run
from validator.config import Settings
from validator.finding import Finding
from validator.packs import load_rules
from validator.record import Name, Parallel, Record
from validator.registry import RULES

load_rules()

CODES = ("CJK001", "CJK003", "CJK005", "CJK006", "CJK016")


def people(names: str) -> tuple[Name, ...]:
    return tuple(Name.parse(name) for name in names.split("; "))


def said(record: Record) -> list[Finding]:
    return [finding for code in CODES for finding in run(RULES[code], record, Settings())]


LOOK_ALIKES = [
    # Western given names, and names of husbands
    ("黃碧雲; 陳志明", "Helena Wong; Chan Chi-ming"),
    ("林鄭月娥; 曾蔭權", "Carrie Lam; Donald Tsang"),
    ("林鄭月娥; 曾蔭權", "Lam, Carrie; Tsang, Donald"),
    ("葉劉淑儀; 陳方安生", "Ip, Regina; Chan, Anson"),
    ("范徐麗泰; 曾蔭權", "Fan, Rita; Tsang, Yam-kuen"),
    ("陳水扁; 呂秀蓮; 連戰", "Chen, Shui-bian; Lu, Annette; Lien, Chan"),
    ("林書豪; 王建民", "Lin, Jeremy; Wang, Chien-ming"),
    ("邵逸夫; 李嘉誠", "Shaw, Run Run; Li, Ka-shing"),
    # initials, capitals, orders, hyphens
    ("张伟; 李娜; 王芳", "Zhang W.; Li N.; Wang F."),
    ("张伟; 李娜; 王芳", "Zhang, W; Li, N; Wang, F"),
    ("张伟; 李娜; 王芳", "W. Zhang; N. Li; F. Wang"),
    ("张伟; 李娜; 王芳", "ZHANG Wei; LI Na; WANG Fang"),
    ("张伟; 李娜; 王芳", "Zhang Wei; Li Na; Wang Fang"),
    ("王小明; 李红梅", "Xiao-Ming Wang; Hong-Mei Li"),
    ("王小明; 李红梅", "Wang, X.-M.; Li, H.-M."),
    ("王小明; 李红梅", "Wang XM; Li HM"),
    # Mongols, Tibetans, Uyghurs, and names written by sound
    ("巴特尔; 其其格; 李明", "Baatar; Tsetseg; Li, Ming"),
    ("娜仁图雅; 李明", "Narantuya; Li, Ming"),
    ("阿依古丽·买买提; 李明", "Mamat, Aygul; Li, Ming"),
    ("扎西次仁; 李明", "Tashi Tsering; Li, Ming"),
    ("吐尔逊·艾力; 李明", "Tursun Eli; Li Ming"),
    ("李明; 约翰·史密斯", "Li, Ming; Smith, John"),
    ("费孝通; 李约瑟", "Fei, Xiaotong; Needham, Joseph"),
    ("昂山素季; 李明", "Aung San Suu Kyi; Li, Ming"),
    ("阮文安; 黎筍", "Nguyen, Van An; Le, Duan"),
    # Japan and Korea
    ("田中太郎; 佐藤花子; 鈴木一郎", "Tanaka, Taro; Sato, Hanako; Suzuki, Ichiro"),
    ("高橋直樹; 長谷川誠", "TAKAHASHI Naoki; HASEGAWA Makoto"),
    ("佐々木希; 渡邉美樹", "Sasaki, Nozomi; Watanabe, Miki"),
    ("たなか たろう; 鈴木 花子", "Tanaka, Taro; Suzuki, Hanako"),
    ("金正恩; 文在寅", "Kim, Jong-un; Moon, Jae-in"),
    ("박근혜; 이명박; 최순실", "Park, Geun-hye; Lee, Myung-bak; Choi, Soon-sil"),
    ("朴槿惠; 李明博", "Park, Geun-hye; Lee, Myung-bak"),
    ("최영희; 정태수", "Choe, Yong-hui; Chong, Tae-su"),
    ("선우휘; 황보관", "Sunwoo, Hwi; Hwangbo, Kwan"),
    # Taiwan, Hong Kong, Singapore, old spellings
    ("李光耀; 王鼎昌", "Lee, Kuan Yew; Ong, Teng Cheong"),
    ("陈嘉庚; 林文庆", "Tan, Kah Kee; Lim, Boon Keng"),
    ("歐陽修; 司馬光", "Ou-yang, Hsiu; Ssu-ma, Kuang"),
    ("歐陽娜娜; 司徒美堂", "Au-Yeung, Na-na; Szeto, Mei-tong"),
    ("杨振宁; 李政道", "Yang, Chen-Ning; Lee, Tsung-Dao"),
    ("杨振宁; 李政道", "Yang, Chen Ning Franklin; Lee, T. D."),
    ("孙中山; 蒋介石", "Sun, Yat-sen; Chiang, Kai-shek"),
    # rare readings
    ("单霁翔; 曾国藩; 解缙; 查良镛", "Shan, Jixiang; Zeng, Guofan; Xie, Jin; Zha, Liangyong"),
    ("尉迟恭; 万俟卨; 李明", "Yuchi, Gong; Moqi, Xie; Li, Ming"),
    ("吕布; 绿珠; 李明", "Lv, Bu; Lv, Zhu; Li, Ming"),
    ("吕布; 李明", "LYU, Bu; LI, Ming"),
    ("欧阳修; 司马光", "Ouyang, Xiu; Sima, Guang"),
    # lists
    ("张伟; 李娜; 王芳; 赵六", "Zhang Wei; et al."),
    ("张伟; 李娜; 等", "Zhang, Wei; Li, Na; Wang, Fang; Zhao, Liu"),
    ("张伟; 李娜; 王芳 等", "Zhang, Wei; Li, Na; Wang, Fang; Zhao, Liu"),
    ("张伟; 李娜; 陈明; 白雪", "Bai, Xue; Chen, Ming; Li, Na; Zhang, Wei"),
    ("李明; John Smith; 王芳", "Li, Ming; Smith, John; Wang, Fang"),
    ("李明; 李敏; 李鸣", "Li, Ming; Li, Min; Li, Ming"),
    ("郑晓; 郑小", "Zheng, Xiao; Zheng, Xiao"),
    ("中国科学院; 李明", "Chinese Academy of Sciences; Li, Ming"),
    ("国家统计局", "National Bureau of Statistics"),
    ("李明*; 王芳", "Li, Ming; Wang, Fang"),
    ("李 明; 王 芳", "Li, Ming; Wang, Fang"),
    ("费曼; 希布斯; 张邦固; 韦秀清", "Feynman, R. P.; Hibbs, A. R."),
    ("孔子; 孟子", "Confucius; Mencius"),
]


@pytest.mark.parametrize(("native", "roman"), LOOK_ALIKES)
def test_nothing_is_said_of_right_names(native: str, roman: str) -> None:
    for names, others in ((native, roman), (roman, native)):
        record = Record(author=people(names), parallel=Parallel(author=people(others)))
        assert not said(record)


@pytest.mark.parametrize(
    "name",
    [
        *("欧阳娜娜 Nana", "王力宏 (歌手)", "约翰·F. 肯尼迪", "J·K·罗琳", "乔治 R. R. 马丁"),
        *("D. 卡内基", "[美] 爱德华·W. 萨义德", "ISO/TC 46 中文", "腾讯AI实验室", "3M中国"),
        *("阿里巴巴 DAMO", "中共中央宣传部 CPC", "NHK取材班", "李明A", "张三 [译]", "陈明 MD"),
    ],
)
def test_two_scripts_are_not_always_two_forms(name: str) -> None:
    for one in (Name.parse(name), Name(literal=name)):
        assert not said(Record(author=(one,)))


PAIRS = [
    ("张", "伟", "Zhang", "Wei"),
    ("李", "晓红", "Li", "Xiaohong"),
    ("王", "建国", "Wang", "Jianguo"),
    ("欧阳", "明远", "Ouyang", "Mingyuan"),
    ("陈", "思远", "Chen", "Siyuan"),
    ("赵", "敏", "Zhao", "Min"),
]


@given(st.permutations(PAIRS), st.integers(2, 6), st.data())
def test_a_list_is_told_by_what_was_done_to_it(
    rows: list[tuple[str, str, str, str]], count: int, data: st.DataObject
) -> None:
    """Of right lists nothing is said; a name less, another name, swapped parts have their rules."""
    native = tuple(Name(a, b) for a, b, _, _ in rows[:count])
    roman = [Name(a, b) for _, _, a, b in rows[:count]]
    at = data.draw(st.integers(0, count - 1))

    def codes(names: list[Name]) -> set[str]:
        record = Record(author=native, parallel=Parallel(author=tuple(names)))
        return {code for code in CODES if any(run(RULES[code], record, Settings()))}

    assert codes(roman) == set()
    assert codes([*roman[:at], *roman[at + 1 :]]) == {"CJK005"}
    other = Name("Huang", "Zhuoran")
    assert codes([*roman[:at], other, *roman[at + 1 :]]) == {"CJK006"}
    swapped = Name(roman[at].given, roman[at].family)
    assert codes([*roman[:at], swapped, *roman[at + 1 :]]) == {"CJK001"}


@given(st.lists(st.text(max_size=12), max_size=5), st.lists(st.text(max_size=12), max_size=5))
def test_any_lists_are_compared(names: list[str], others: list[str]) -> None:
    for finding in said(
        Record(
            author=tuple(map(Name.parse, names)),
            parallel=Parallel(author=tuple(map(Name.parse, others))),
        )
    ):
        assert finding.message


def test_names_in_latin_letters_load_no_table(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(
        "@article{a, author = {Müller, Jörg and Zhang, Wei}, title = {Böden}, year = 1999}\n",
        encoding="utf-8",
    )
    code = (
        "import sys\n"
        "from validator.cli import main\n"
        f"main(['check', {str(path)!r}, '--isolated'])\n"
        "print([m for m in sys.modules if 'romanise' in m], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
