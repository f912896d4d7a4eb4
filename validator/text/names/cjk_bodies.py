"""Organisations told from persons in Han, Kana and Hangul, by the endings of their names."""

from __future__ import annotations

import re

from validator.text.names.particles import word_set

_LONG = tuple(
    sorted(
        word_set(
            "大学 大學 学院 學院 研究所 研究院 科学院 科學院 研究会 研究會 研究室 委员会 "
            "委員会 委員會 公司 编辑部 編輯部 編集部 编委会 編委會 学会 學會 协会 協會 協会 "
            "出版社 图书馆 圖書館 図書館 博物馆 博物館 医院 醫院 病院 集团 集團 课题组 "
            "課題組 编写组 編寫組 项目组 工作组 实验室 實驗室 研究中心 信息中心 数据中心 "
            "基金会 基金會 联盟 聯盟 联合会 聯合會 政府 法院 检察院 银行 銀行 日报 日報 "
            "杂志社 雜誌社 报社 新闻社 新聞社 通讯社 办公室 辦公室 办公厅 工作室 总局 總局 "
            "总社 株式会社 有限会社 財団 財團 機構 大会 大會 本部 总部 学校 學校 中学 小学 "
            "支部 评论员 編纂室 编辑室 社団 連盟 連合 組合 センター ラボ グループ 학회 "
            "대학교 대학 대학원 연구소 연구원 연구실 위원회 협회 재단 공사 주식회사 센터 "
            "정부 편집부 출판사"
        )
    )
)
_SHORT = tuple("局部厅廳署社组組会會院所室系馆館省委庁청부과")
_LONGEST = tuple(ending for ending in _LONG if len(ending) > 2)
_ANYWHERE = re.compile(
    "大学|大學|研究所|研究院|科学院|委员会|委員会|委員會|有限公司|股份|编辑部|編輯部|編集部|人民法院|人民政府|图书馆"
    "|圖書館|図書館|博物馆|博物館|出版社|中华人民共和国|中国共产党|联合国|株式会社|財団法人|社団法人|대학교|연구소|주식회사"
)
_LEGAL_FORM = re.compile(r"^[(（](?:株|財|财|社|有|独|公|一)[)）]")


def is_cjk_body(text: str) -> bool:
    """Whether a name with Han, Kana or Hangul letters is that of an organisation."""
    text = "".join(text.split()).rstrip("）)]】")
    if _LEGAL_FORM.match(text) or _ANYWHERE.search(text):
        return True
    size = len(text)
    return (size >= 4 and text.endswith(_LONG)) or (size >= 6 and text.endswith(_SHORT))


def is_split_cjk_body(whole: str) -> bool:
    """Whether a name that was split is that of an organisation: six letters, or an ending of three,
    so that Japanese names of four characters stay persons."""
    return (len(whole) >= 6 and is_cjk_body(whole)) or (
        len(whole) == 5 and whole.endswith(_LONGEST)
    )
