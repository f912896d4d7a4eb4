"""Organisations told from persons in Han, Kana and Hangul, by the endings of their names."""

from __future__ import annotations

import re

from validator.text.names.particles import word_set
from validator.text.names.surnames import COMPOUND, KOREAN_COMPOUND, SINGLE

_LONG = tuple(
    sorted(
        word_set(
            "大学 大學 学院 學院 研究所 研究院 科学院 科學院 研究会 研究會 研究室 委员会 "
            "委員会 委員會 公司 编辑部 編輯部 編集部 编委会 編委會 学会 學會 协会 協會 協会 "
            "出版社 图书馆 圖書館 図書館 博物馆 博物館 医院 醫院 病院 集团 集團 课题组 "
            "課題組 编写组 編寫組 项目组 工作组 实验室 實驗室 研究中心 信息中心 数据中心 "
            "印书馆 印書館 书店 書店 组织 組織 "
            "基金会 基金會 联盟 聯盟 联合会 聯合會 政府 法院 检察院 银行 銀行 日报 日報 "
            "杂志社 雜誌社 报社 新闻社 新聞社 通讯社 办公室 辦公室 办公厅 工作室 总局 總局 "
            "总社 株式会社 有限会社 財団 財團 機構 大会 大會 本部 总部 学校 學校 中学 小学 "
            "支部 评论员 編纂室 编辑室 社団 連盟 連合 組合 センター ラボ グループ 電視台 电视台 "
            "학회 대학교 대학 대학원 연구소 연구원 연구실 위원회 협회 재단 공사 주식회사 센터 "
            "출판부 정부 편집부 출판사 학교 병원 은행 신문사 도서관 박물관 미술관 "
            "연합회 연맹 조합 공단"
        )
    )
)
_SHORT = tuple("局部厅廳署社组組会會院所室系馆館省委庁청부과")
_OFFICES = tuple("局部厅廳署庁社馆館店報报網网厂廠")
"""Endings of offices, presses and firms that no given name has: in a name, four characters are
enough, and three where the first is no Chinese family name (教育部). 長谷部 and 日下部 are Japanese
family names."""
_UNITS = (*_OFFICES, *_SHORT, *"党黨市县縣处處庭처원국회", "中心", "中央")
"""Endings that given names have as well (陈省身, 王桂会): in a name, five characters are needed."""
_AUTHORITIES = tuple("局省庁厅廳署館馆委")
_JAPANESE_FAMILY = ("谷部", "下部")
_LONGEST = tuple(ending for ending in _LONG if len(ending) > 2)
_ANYWHERE = re.compile(
    "大学|大學|研究所|研究院|科学院|委员会|委員会|委員會|有限公司|股份|编辑部|編輯部|編集部|人民法院|人民政府|图书馆"
    "|圖書館|図書館|博物馆|博物館|出版社|中华人民共和国|中国共产党|联合国|株式会社|財団法人|社団法人|대학교|연구소|주식회사"
)
NATIONAL = tuple(
    word_set(
        "中国 中國 中华 中華 全国 全國 国家 國家 国务院 國務院 中央 中共 最高 日本 대한 한국 국립"
    )
)
"""What stands in front of the names of a country's own bodies."""
_LEGAL_FORM = re.compile(r"^[(（](?:株|財|财|社|有|独|公|一)[)）]")


def is_cjk_body(text: str) -> bool:
    """Whether a text with Han, Kana or Hangul letters names an organisation."""
    text = _plain(text)
    return has_listed_word(text) or (len(text) >= 6 and text.endswith(_SHORT))


def is_cjk_name_of_body(text: str) -> bool:
    """Whether a name with Han, Kana or Hangul letters is that of an organisation."""
    text = _plain(text)
    size = len(text)
    if has_listed_word(text):
        return True
    if size > 4:
        return text.endswith(_UNITS) or (size > 5 and text.startswith(NATIONAL))
    if size < 3 or not text.endswith(_OFFICES) or text[:2] in COMPOUND | KOREAN_COMPOUND:
        return False
    return size == 4 or (text[0] not in SINGLE and not text.endswith(_JAPANESE_FAMILY))


def has_listed_word(text: str) -> bool:
    """Whether a legal form, or a word said of organisations only, stands in a name of four or more
    characters, at its end or, for some, anywhere."""
    text = _plain(text)
    if _LEGAL_FORM.match(text) or _ANYWHERE.search(text):
        return True
    return len(text) > 3 and text.endswith(_LONG)


def is_split_cjk_body(whole: str) -> bool:
    """Whether a name that was split is that of an organisation: six letters, or five with an ending
    of three or of an authority (厚生労働省), so that Japanese names of four stay persons; of three
    only a word for an office (编辑部)."""
    if len(whole) >= 6:
        return is_cjk_body(whole)
    if len(whole) == 5:
        return whole.endswith((*_LONGEST, *_AUTHORITIES))
    return whole in _LONGEST and whole[0] not in SINGLE and whole[0] < "가"


def _plain(text: str) -> str:
    return "".join(text.split()).rstrip("）)]】")
