"""Organisations told from persons: by the words of many languages and by structure."""

from __future__ import annotations

import re

from validator.text.names.particles import word_set
from validator.text.script import has_cjk

WORDS = word_set(
    # Latin script; none of these is known as a family name
    "university universities universität universitaet université universidad universidade "
    "università universiteit universitet universitetet universitat univerzita univerzitet "
    "uniwersytet universitas üniversitesi universitesi egyetem ülikool yliopisto univ "
    "institute institutes institut instituto istituto instituut institutet instytut enstitüsü "
    "institution institutions committee subcommittee comité comitato comissão comisión comité "
    "commission kommission commissione komisyonu collaboration collaborators consortium consortia "
    "konsortium organization organisation organización organização organizzazione organizations "
    "organisations association associations asociación associação associazione society societies "
    "société sociedad sociedade società societas gesellschaft academy académie academia akademie "
    "accademia akademia akademisi department departments département departamento dipartimento "
    "dept ministry ministries ministère ministerio ministério ministero ministerium foundation "
    "fondation fundación fundação fondazione stiftung federation fédération federación "
    "laboratory laboratories laboratoire laboratorio agency agencies agence agencia agência "
    "authority authorities corporation corporate administration secretariat government parliament "
    "network initiative investigators faculty faculté facultad faculdade fakultät library "
    "libraries bibliothèque biblioteca bibliothek museo musée journal editorial publishers "
    "publishing verlag partnership alliance workgroup taskforce bundesamt bundesanstalt "
    "bundesministerium conference congress congreso research gmbh team teams group groups groupe "
    "grupo arbeitsgruppe zentrum centro instituttet forschungszentrum hochschule école "
    "ecole escuela escola scuola incorporated cooperative technologies technology sciences "
    "standardization standardisation statistics nations bureaux headquarters "
    # Cyrillic, Greek, Arabic, Persian, Hebrew, Devanagari
    "университет институт академия комитет министерство общество организация ассоциация федерация "
    "центр библиотека комиссия университета університет інститут академія "
    "πανεπιστήμιο ινστιτούτο υπουργείο جامعة معهد وزارة منظمة مركز هيئة دانشگاه سازمان مؤسسه "
    "אוניברסיטת מכון विश्वविद्यालय संस्थान"
)

WEAK_WORDS = word_set(
    # family names as well (William Press, Alonzo Church, Robert Service, Lluís Company): they make
    # an organisation only together with another sign
    "gruppo gruppe "
    "church bank school college center centre board bureau office press union court house trust "
    "service services hospital clinic museum council company co project program programme state "
    "city party force studies lab labs club league forum fund senate staff division section unit "
    "survey bund amt verein verband klinik working task study health national "
    "international "
    "american european federal royal world united public human medical science food systems "
    "security environment energy education economic social affairs natural resources labour labor "
    "development industry agriculture welfare climate change water children members "
    "inc ltd llc plc corp pty gmbh ag sa nv bv ab oy kg"
)

CONNECTING = word_set("of for the on & de du für pour pro des und et")
HINTS = WORDS | WEAK_WORDS | {"the", "of", "for"}
"""Without one of these words, capitalised words that a blank parts are no organisation."""
_EDGES = ".,:;()[]{}\"'“”‘’"
_ACRONYM = re.compile(r"(?=.{2,12}\Z)[A-Z][A-Z&/+-]*\d*(?:/[A-Z]+\d*)*\Z")
_NUMBERED = re.compile(r"\d+[A-Za-z]|[A-Z]+-?\d+\Z|[A-Z]+/[A-Z]+")  # 3M, IT-019, ISO/TC 46

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


def has_word(text: str) -> bool:
    """Whether a whole word of the text is said of organisations only, in any case."""
    return not WORDS.isdisjoint(words(text))


def words(text: str) -> list[str]:
    """The words of a text in lower case, without the punctuation at their edges."""
    return [word.strip(_EDGES) for word in text.lower().split()]


def is_body(text: str) -> bool:
    """Whether an unsplit name is that of an organisation.

    By its words (Institute, 委员会, Gesellschaft) or by structure: "the" in front, "&", a word
    such as Bank beside "of" or a number, an acronym, 3M. Han, Kana and Hangul by their endings.
    """
    if has_cjk(text):
        return is_cjk_body(text)
    low = words(text)
    if not WORDS.isdisjoint(low):
        return True
    if len(low) == 1:
        return bool(_ACRONYM.match(text) or _NUMBERED.match(text))
    if low[0] == "the" or "&" in low or _NUMBERED.match(text) or low[-1] in ("inc", "ltd", "llc"):
        return True
    weak = sum(word in WEAK_WORDS for word in low)
    linked = any(word in CONNECTING or word.isdecimal() for word in low)
    return weak > 1 or (weak == 1 and linked)


def is_cjk_body(text: str) -> bool:
    """Whether a name with Han, Kana or Hangul letters is that of an organisation."""
    text = "".join(text.split()).rstrip("）)]】")
    if _LEGAL_FORM.match(text) or _ANYWHERE.search(text):
        return True
    size = len(text)
    return (size >= 4 and text.endswith(_LONG)) or (size >= 6 and text.endswith(_SHORT))


def is_split_body(family: str, given: str) -> bool:
    """Whether family and given are the pieces of an organisation's name.

    Needs a word that no person is called; Han needs six letters, or an ending of three, so that
    Japanese names of four characters stay persons.
    """
    if has_cjk(family):
        whole = "".join(f"{family}{given}".split())
        size = len(whole)
        return (size >= 6 and is_cjk_body(whole)) or (size == 5 and whole.endswith(_LONGEST))
    low = family.lower()
    if low in WORDS or (" " in low and has_word(low)):
        return True
    if "," in given:  # "John, Department of Physics": an address left in a person's name
        return False
    parts = words(given)
    return bool(parts) and (
        parts[-1] in WORDS or (parts[0] in WORDS and (len(parts) == 1 or parts[-1] in CONNECTING))
    )
