"""Faults of scripts, languages and width in Chinese, Japanese and Korean records."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from planting.forms import Change, Planted, form, literal_forms, value_forms, words
from planting.tools import body, han_people, is_han, pick, script, with_author
from validator.record import Parallel, Record
from validator.text import dates


def _is_cjk(text: str) -> bool:
    return script(text) in ("cjk", "hangul")


def _language(record: Record) -> str:
    return record.language[:2].lower()


BY_SOUND = words(
    "阿尔伯特·爱因斯坦 | 戴维·帕特森 | 史蒂芬·霍金 | 马克·吐温 | 約翰·史密斯 | 买买提·吐尔逊"
    " | 列夫·托尔斯泰 | 加西亚·马尔克斯 | 戴维·A. 帕特森 | 让-保罗·萨特 | 卡尔·马克思 | 艾伦·图灵"
)
for _name, _dots in {
    "a bullet": "•",
    "the dot of hyphenation": "‧",
    "the dot of Katakana": "・",
    "the dot of Katakana, of half the width": "･",
    "a full stop": ".",
    "an operator": "∙⋅",
}.items():

    def _dotted(record: Record, random: Random, dots: str = _dots) -> Planted:
        if _language(record) != "zh" or not record.author:
            return None
        name = random.choice([n for n in BY_SOUND if dots != "." or " " not in n])
        return with_author(record, 0, body(name.replace("·", random.choice(dots))))

    form("CJK002", _name)(_dotted)


TAGS = {
    "zh": ("en", "en-US", "English", "eng", "fr", "de-DE"),
    "ja": ("en", "en-US", "ko", "English"),
    "ko": ("en", "ja", "ja-JP", "en-US"),
}


@form("CJK007", "a record of East Asia with another language")
def _(record: Record, random: Random) -> Planted:
    choices = TAGS.get(_language(record))
    if not choices or not _is_cjk(record.title):
        return None
    return replace(record, language=random.choice(choices))


@form("CJK007", "an English record said to be Chinese, Japanese or Korean")
def _(record: Record, random: Random) -> Planted:
    if _language(record) != "en" or script(record.title) != "latin" or len(record.title) < 20:
        return None
    return replace(record, language=random.choice(words("zh-CN | zh | zh-TW | ja | ja-JP | ko")))


ENGLISH = words(
    "A study of soil moisture in the hills | The reading habits of pupils and their teachers"
    " | Classification of remote sensing images | Effects of policy on the care of the elderly"
)


@form("CJK007", "a Chinese record with its English title alone")
def _(record: Record, random: Random) -> Planted:
    if _language(record) != "zh" or len(record.language) == 3 or not _is_cjk(record.title):
        return None
    return replace(record, title=random.choice(ENGLISH))


@form("CJK008", "both titles swapped, by the language")
def _(record: Record, random: Random) -> Planted:
    if _language(record) not in ("zh", "ja", "ko") or not _is_cjk(record.title):
        return None
    return replace(
        record, title=random.choice(ENGLISH), parallel=Parallel(title=record.title, language="")
    )


@form("CJK008", "both titles swapped, by the label of the field")
def _(record: Record, random: Random) -> Planted:
    if not _is_cjk(record.title):
        return None
    return replace(
        record, title=random.choice(ENGLISH), parallel=Parallel(title=record.title, language="en")
    )


@form("CJK008", "both titles swapped beside names that are not")
def _(record: Record, random: Random) -> Planted:
    if not _is_cjk(record.title) or not _is_cjk(record.container_title):
        return None
    parallel = Parallel(title=record.title, container_title="Journal of Regional Studies")
    return replace(record, language="", title=random.choice(ENGLISH), parallel=parallel)


@form("CJK008", "the names of the journal swapped beside titles that are not")
def _(record: Record, random: Random) -> Planted:
    if not _is_cjk(record.title) or not _is_cjk(record.container_title):
        return None
    parallel = Parallel(title=random.choice(ENGLISH), container_title=record.container_title)
    return replace(record, container_title="Journal of Regional Studies", parallel=parallel)


def _with_titles(record: Record, added: str, parallel: str) -> Planted:
    if (
        not _is_cjk(record.title)
        or record.title[-1:] in ")）"
        or any("0" <= c <= "9" for c in record.title)
    ):
        return None
    return replace(record, title=record.title + added, parallel=Parallel(title=parallel))


@form("CJK010", "other years")
def _(record: Record, random: Random) -> Planted:
    year = random.randint(1900, 1990)
    return _with_titles(
        record, f"：{year}—{year + 20}", f"{random.choice(ENGLISH)}, {year}-{year + 25}"
    )


@form("CJK010", "another part")
def _(record: Record, random: Random) -> Planted:
    mark = random.choice(("（二）", "(2)", "（II）"))
    return _with_titles(record, mark, f"{random.choice(ENGLISH)} {random.choice(('(III)', '(1)'))}")


@form("CJK010", "words left in the translation")
def _(record: Record, random: Random) -> Planted:
    left = record.title[:5]
    if not all(is_han(c) for c in left):
        return None
    return _with_titles(record, "", f"A study of {left} and their development")


def _wide(text: str, random: Random) -> str | None:
    changed = "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text)
    return changed if changed != text else None


def _all_wide(text: str, random: Random) -> str | None:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


for _attribute in ("volume", "issue", "page"):
    value_forms("CJK011", _attribute, {f"{_attribute}: digits": _wide})
value_forms("CJK011", "page", {"page: digits and the dash": _all_wide})


@form("CJK011", "year")
def _(record: Record, random: Random) -> Planted:
    if not record.issued or not str(record.issued).isdigit():
        return None
    return replace(record, issued=dates.parse(_all_wide(str(record.issued), random) or ""))


def _wide_words(title: str, random: Random) -> str | None:
    if script(title) not in ("cjk", "hangul"):
        return None
    return random.choice(("ＤＮＡ与", "２型", "ＧＩＳ", "Ｗｅｂ", "３Ｄ")) + title


@form("CJK011", "title: a word in wide letters")
def _(record: Record, random: Random) -> Planted:
    if _language(record) == "ja":
        return None
    changed = _wide_words(record.title, random)
    return replace(record, title=changed) if changed else None


@form("CJK011", "title: Latin letters made wide")
def _(record: Record, random: Random) -> Planted:
    changed = _wide(record.title, random)
    return replace(record, title=changed) if changed and _language(record) != "ja" else None


def _spaced(blank: str) -> Change:
    def change(title: str, random: Random) -> str | None:
        return blank.join(title) if is_han(title) and len(title) > 3 else None

    return change


value_forms(
    "CJK012", "title", {"a blank behind each": _spaced(" "), "a wide blank": _spaced("\u3000")}
)
value_forms("CJK012", "container_title", {"the journal spaced out": _spaced(" ")})


@form("CJK012", "the first characters of a title spaced out")
def _(record: Record, random: Random) -> Planted:
    title = record.title
    if not is_han(title) or len(title) < 8:
        return None
    return replace(record, title=f"{' '.join(title[:4])} {title[4:]}")


for _name, _blank in {"a blank": " ", "a wide blank": "\u3000", "two blanks": "  "}.items():

    def _named(record: Record, random: Random, blank: str = _blank) -> Planted:
        found = pick(record, random, han_people(record))
        if not found or _language(record) != "zh":
            return None
        name = random.choice(words("张伟 | 李娜 | 王芳 | 刘洋 | 陈静 | 赵敏 | 周杰 | 吴刚"))
        return with_author(record, found[0], body(blank.join(name)))

    form("CJK012", f"a name of two characters with {_name}")(_named)


TRADITIONAL = dict(
    zip(
        "习关动术气电网经统计语论车门问间响题义书",
        "習關動術氣電網經統計語論車門問間響題義書",
        strict=True,
    )
)


@form("CJK013", "one character in the traditional form")
def _(record: Record, random: Random) -> Planted:
    title = record.title
    places = [i for i, c in enumerate(title) if c in TRADITIONAL]
    if record.language not in ("zh", "zh-CN") or len(places) < 2:
        return None
    at = random.choice(places)
    return replace(record, title=title[:at] + TRADITIONAL[title[at]] + title[at + 1 :])


@form("CJK013", "a title half converted, in forms that Japan has")
def _(record: Record, random: Random) -> Planted:
    if _language(record) != "zh":
        return None
    mixed = words(
        "圖書館数字資源建設 | 北方鳥類迁徙研究 | 經濟学的發展 | 論国家與社會 | 語言变化与機会"
    )
    return replace(record, title=random.choice(mixed))


@form("CJK013", "a journal half converted")
def _(record: Record, random: Random) -> Planted:
    if _language(record) != "zh" or not record.container_title:
        return None
    mixed = words(
        "計算機应用与软件 | 電腦与网络 | 经济發展研究 | 图书館杂志 | 語言与认知 | 環境与资源"
    )
    return replace(record, container_title=random.choice(mixed))


@form("CJK013", "one character in the simplified form")
def _(record: Record, random: Random) -> Planted:
    if record.language != "zh-TW" or not is_han(record.title):
        return None
    return replace(
        record, title=record.title + random.choice(words("与发展 | 经验谈 | 问题 | 计划"))
    )


LATIN_MARKS = {
    "a comma": ("，", ", "),
    "a colon": ("：", ": "),
    "a semicolon": ("；", "; "),
}
for _name, (_mark, _plain) in LATIN_MARKS.items():

    def _marked(title: str, random: Random, mark: str = _mark) -> str | None:
        parts = title.split(" ")
        if script(title) != "latin" or len(parts) < 3 or not parts[0].isalpha():
            return None
        return f"{parts[0]}{mark}{random.choice(('', ' '))}{' '.join(parts[1:])}"

    value_forms("CJK015", "title", {_name: _marked})


def _bracketed(text: str, random: Random) -> str | None:
    return f"{text}（second edition）" if script(text) == "latin" else None


def _asked(text: str, random: Random) -> str | None:
    return f"{text}？" if script(text) == "latin" and text[-1:].isalpha() else None


value_forms("CJK015", "title", {"brackets": _bracketed, "a question mark": _asked})
value_forms("CJK015", "container_title", {"brackets in a journal": _bracketed})


@form("CJK017", "a Japanese or Korean record said to be Chinese")
def _(record: Record, random: Random) -> Planted:
    if _language(record) not in ("ja", "ko") or is_han(record.title):
        return None
    return replace(record, language=random.choice(words("zh | zh-CN | zh-TW | chi | 中文")))


JAPANESE = words(
    "日本語の語彙と文法の研究 | データベース入門 | 都市における水質の変化 | 源氏物語を読む"
    " | 한국어 교육의 현황과 과제 | 고려 시대의 불교 문화 | 인공지능과 법"
)


@form("CJK017", "a Chinese record with a Japanese or Korean title")
def _(record: Record, random: Random) -> Planted:
    if _language(record) != "zh":
        return None
    return replace(record, title=random.choice(JAPANESE))


@form("LAN001", "taken away")
def _(record: Record, random: Random) -> Planted:
    if _language(record) not in ("zh", "ja", "ko") or not _is_cjk(record.title):
        return None
    return replace(record, language="")


literal_forms(
    "LAN002",
    "language",
    {
        "Chinese by name": words("Chinese | chinese | 中文 | 中文; | 汉语 | 中文； | 漢語"),
        "Chinese, a wrong tag": words("zh_CN | cn | zh_TW | chs | ZH_cn | zh-CN; | zh_Hans"),
    },
    lambda record: _language(record) == "zh",
)
literal_forms(
    "LAN002",
    "language",
    {"Japanese": words("jp | jp-JP | Japanese | 日本語 | ja_JP | JP | 日语")},
    lambda record: _language(record) == "ja",
)
literal_forms(
    "LAN002",
    "language",
    {"Korean": words("Korean | 한국어 | ko_KR | kor; eng | 韩语 | kr")},
    lambda record: _language(record) == "ko" and script(record.title) == "hangul",
)
literal_forms(
    "LAN002",
    "language",
    {"English": words("English | en_US | en; | 英文 | EN_us | Englisch | ENGLISH")},
    lambda record: _language(record) == "en",
)


TRANSLATED = words(
    "soil moisture | plant growth | climate change | remote sensing | reading motivation"
    " | self-management | urban rivers | machine translation"
)


@form("KEY002", "fewer keywords in English")
def _(record: Record, random: Random) -> Planted:
    if len(record.keyword) < 3 or not all(map(_is_cjk, record.keyword)):
        return None
    few = tuple(random.sample(TRANSLATED, max(1, len(record.keyword) - 2)))
    return replace(record, parallel=Parallel(keyword=few))


@form("KEY002", "more keywords in English")
def _(record: Record, random: Random) -> Planted:
    if not record.keyword or len(record.keyword) > 5 or not all(map(_is_cjk, record.keyword)):
        return None
    many = tuple(random.sample(TRANSLATED, len(record.keyword) + 2))
    return replace(record, parallel=Parallel(keyword=many))


@form("KEY002", "the English keywords of a record of East Asia alone")
def _(record: Record, random: Random) -> Planted:
    if not _is_cjk(record.title) or not _is_cjk(record.container_title or "中"):
        return None
    return replace(record, keyword=tuple(random.sample(TRANSLATED, random.randrange(3, 6))))


@form("KEY002", "the Chinese keywords of an English record")
def _(record: Record, random: Random) -> Planted:
    if script(record.title) != "latin":
        return None
    return replace(record, keyword=random.choice((("土壤", "水分", "植被"), ("遥感", "图像分类"))))


RADICALS = dict(
    zip(
        "人大小山工水火白立女心手日月木目竹米羊行言走金高",
        "⼈⼤⼩⼭⼯⽔⽕⽩⽴⼥⼼⼿⽇⽉⽊⽬⽵⽶⽺⾏⾔⾛⾦⾼",
        strict=True,
    )
)
TWINS = {
    "樂": "\uf914",
    "李": "\uf9e1",
    "女": "\uf981",
    "金": "\uf90a",
    "理": "\uf9e4",
    "年": "\uf98e",
    "行": "\uf9fa",
    "立": "\uf9f7",
    "老": "\uf934",
    "力": "\uf98a",
}


def _twin(table: dict[str, str]) -> Change:
    def change(text: str, random: Random) -> str | None:
        places = [i for i, c in enumerate(text) if c in table]
        if not places:
            return None
        at = random.choice(places)
        return text[:at] + table[text[at]] + text[at + 1 :]

    return change


value_forms("ENC009", "title", {"a radical of a PDF": _twin(RADICALS)})
value_forms("ENC009", "abstract", {"a radical in an abstract": _twin(RADICALS)})


@form("ENC009", "a twin of the charset of Korea")
def _(record: Record, random: Random) -> Planted:
    changed = _twin(TWINS)(record.title, random)
    return replace(record, title=changed) if changed and _language(record) != "ja" else None
