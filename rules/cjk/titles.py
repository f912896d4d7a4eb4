"""Titles that contradict their language."""

from __future__ import annotations

from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Parallel, Record
from validator.registry import Example, Examples, rule
from validator.text.han import japanese_only, simplified_only
from validator.text.languages import is_english_name, language_of
from validator.text.patterns import lazy
from validator.text.script import (
    CJK_SCRIPTS,
    HANGUL,
    KANA,
    Script,
    has_cjk,
    script,
    script_of_title,
    unquoted,
)

from ._scripts import (  # noqa: TID251 - of this family
    EAST_ASIAN,
    EUROPEAN,
    LONGEST,
    holds_cjk,
    is_european,
    of_mainland,
    title_is_cjk,
)

LATIN_TITLE = "the title is in Latin letters, and the language is {language}"
CJK_TITLE = "the title is in Chinese, Japanese or Korean, and the language is {language}"
CHINESE_TITLE = "the title has characters that only Chinese has, and the language is {language}"
KOREAN_TITLE = "the title is in Hangul, and the language is {language}"
KANA_TITLE = "the title is in Kana, and the language is {language}"
PARALLEL_TITLE = "the title said to be in {language} is in Chinese, Japanese or Korean"


def titled(
    title: str,
    language: str,
    *says: str,
    suggests: str | None = None,
    parallel: str = "",
    said: str = "",
    journal: str = "",
) -> Example:
    other = Parallel(title=parallel, language=said)
    record = Record(title=title, language=language, container_title=journal, parallel=other)
    told = tuple(template.format(language=said or language) for template in says)
    return Example(record, told, suggests)


def _contradicted() -> Examples:
    return (
        # clean
        titled("论语言的发展", "zh-CN"),
        titled("データベース入門", "ja"),
        titled("한국어 연구", "ko-KR"),
        titled("韓國語文硏究", "ko"),  # Korean in Han alone
        titled("最新図書館用語大辞典", "ja"),  # Japanese without Kana
        titled("最新圖書館用語大辭典", "ja"),  # in old characters
        titled("中国社会科学", "ja"),  # both languages write it so
        titled("The concept of 道 in the Laozi", "en"),
        titled("The syntax of Chinese ba constructions", "en-US"),
        titled("论语言", "en"),  # too short to tell
        titled("Zhongguo wenxue shi", "zh"),  # romanised
        titled("Nihon bungaku no rekishi to sono shūhen", "ja"),
        titled("Hanguk munhak yeongu", "ko"),
        titled("Genji monogatari with notes and glosses", "ja-Latn"),
        titled("BERT", "zh-CN"),  # a name
        titled("Hans: Dongfang Bubai", "zh-CN"),  # labels
        titled("iPhone 15 Pro Max", "zh-CN"),
        titled("[The treatment of asthma in children]", "chi"),  # translated, as PubMed has it
        titled(
            "The treatment of asthma in children", "Chinese"
        ),  # Scopus: the language of the text
        titled("The treatment of asthma in children", "chi"),
        titled("Deep learning methods for medical images", "zho"),  # the ACL Anthology: of the text
        titled("统计学 Statistics(英文)", "en"),
        titled("统计学（英文版）", "en"),
        titled("新编词典(英汉对照)", "en"),
        titled("中国通史", "mn"),  # catalogues of minority languages give the Chinese title
        titled("Война и мир", "zh"),  # neither
        titled("数字人文研究", "mul"),
        titled("Pride and prejudice", "zh-CN", parallel="傲慢与偏见"),  # CJK008
        titled("GaN基LED的制备", "zh"),
        titled("语料库研究 (A corpus study of style in the novels of the martial arts)", "zho"),
        titled(
            "社会科学研究", "ja", journal="计算机学报"
        ),  # perhaps Japanese in a journal of China
        titled("数字人文研究", "zh", parallel="Digital humanities", said="en"),
        titled("数字人文研究", "zh", parallel="On 论语 and 孟子 in English", said="en"),
        titled("数字人文研究", "zh", parallel="數位人文研究"),  # nothing says what it is
        titled("Digital humanities", "zh", parallel="数字人文研究", said="en"),  # CJK008
        titled("大学英语教程", "en"),
        # contradicted
        Example(
            Record(type="article-journal", title="学生英语写作中的衔接手段", language="en"),
            (CJK_TITLE.format(language="en"),),
            "zh",
        ),
        titled("数字人文研究的进展", "en", CJK_TITLE, suggests="zh"),
        titled("數位人文研究", "eng", CJK_TITLE, suggests="zh"),
        titled("Web前端开发技术", "en-US", CJK_TITLE, suggests="zh"),
        titled("データベース入門", "en", CJK_TITLE, suggests="ja"),
        titled("한국어 교육 연구", "English", CJK_TITLE, suggests="ko"),
        titled("数字人文研究的进展", "fr", CJK_TITLE, suggests="zh"),
        titled("《中国哲学史 上册》", "English", CJK_TITLE, suggests="zh"),  # marked as a whole
        titled("数字人文研究的进展", "ru", CJK_TITLE, suggests="zh"),
        titled("The past and future of Chinese psychology", "zh-CN", LATIN_TITLE, suggests="en"),
        titled("Deep learning methods for medical images", "zh", LATIN_TITLE, suggests="en"),
        titled("A survey of neural networks", "ja", LATIN_TITLE, suggests="en"),
        titled("Studies in the history of Korea", "ko", LATIN_TITLE, suggests="en"),
        titled("Études sur la littérature chinoise", "zh", LATIN_TITLE),
        titled("计算机应用与软件发展", "ja", CHINESE_TITLE, suggests="zh"),
        titled("计算机应用与软件发展", "ko", CHINESE_TITLE, suggests="zh"),
        titled("植被对水分的影响", "ja", CHINESE_TITLE, suggests="zh", journal="生态学报"),
        titled("数字人文研究的进展", "zh", PARALLEL_TITLE, parallel="数字人文研究", said="en"),
        titled("데이터 연구", "ko", PARALLEL_TITLE, parallel="자료 연구의 방법", said="en"),
        titled("한국어 교육 연구", "ja", KOREAN_TITLE, suggests="ko"),
        titled("データベース入門", "ko", KANA_TITLE, suggests="ja"),
    )


_ABOUT_ENGLISH = lazy("英[文語语]|English")
_ARTICLES = frozenset(("article-journal", "article-newspaper", "paper-conference", "thesis"))
"""Types whose title says what they are about: a book on English may be in it (大学英语教程)."""
_ENGLISH_EDITION = lazy(
    "[（(\\[][^（(\\[]{0,4}英[文語语汉漢][^)）\\]]{0,6}[)）\\]]|英[文語语][版本]|in English"
)
_LEAST = 4  # letters of a title that can contradict its language


def _in_english(title: str, type: str) -> bool:
    """Whether a title beyond Latin letters may well be of a work in English."""
    if _ENGLISH_EDITION.search(title):
        return True
    return type not in _ARTICLES and _ABOUT_ENGLISH.search(title) is not None


def may_contradict(record: Record) -> bool:
    """A screen: a title beyond ASCII, or a language of East Asia."""
    return not record.title.isascii() or record.language[:1] in _FIRST


_FIRST = frozenset("zjkchCJKZ中日韩韓汉漢한국조")


@rule(
    "CJK007",
    "title-script-vs-language",
    severity=Severity.WARNING,
    examples=_contradicted,
    reads=("language",),
    screen=may_contradict,
)
def title_script_vs_language(record: Record) -> Iterator[Finding]:
    """The title is written in a script that its language does not have, or the parallel title in
    one that the language of its field (title_en) does not have.

    Why: the language chooses the form of a citation, "et al." or 等, and the index that a record
    comes to; one of the two is wrong.

    Not found: Japanese and Korean titles in Han alone; romanised titles; a Latin title where the
    language is a name or a code of three letters, as databases and catalogues tell the language of
    the text; translated titles in brackets; names and titles of less than four letters; English
    editions (英文版); Kana and Hangul under Chinese (CJK017); titles that a parallel title explains
    (CJK008).

    Source: BCP 47; CSL 1.0.2, `language`; Unihan for the characters of Chinese alone.
    """
    title, language = record.title, record.language
    if not title or len(title) > LONGEST:
        return
    if _contradicts_label(record):
        args = {"language": record.parallel.language}
        yield Finding("language", PARALLEL_TITLE, record.parallel.title, args=args)
    meant = language_of(language)
    if meant in EAST_ASIAN:
        template, better = _against_east_asia(record, language, meant)
        if template == LATIN_TITLE and has_cjk(record.parallel.title):
            return
    elif meant in EUROPEAN and title_is_cjk(record):
        template, better = _against_europe(title, record.type)
    else:
        return
    if template:
        args = {"language": language}
        yield Finding("language", template, language, suggestion=better, args=args)


def _contradicts_label(record: Record) -> bool:
    """Whether both titles are in scripts of East Asia, and a field says that one is not."""
    title, label = record.parallel.title, language_of(record.parallel.language)
    if label not in EUROPEAN or len(title) > LONGEST or title == record.title:
        return False
    return script_of_title(record.title) in CJK_SCRIPTS and bool(
        _against_europe(title, record.type)[0]
    )


def _against_east_asia(record: Record, language: str, meant: str) -> tuple[str, str | None]:
    """What contradicts a language of East Asia, and the language of the title; "" for nothing."""
    title = record.title
    written = script(title)
    if written is Script.LATIN:
        if has_cjk(title) or "latn" in language.lower():
            return "", None  # a translation beside it; a tag that says Latin letters
        if len(language) == 3 or is_english_name(language) or title[0] in "[［【":
            return "", None
        if not is_european(title) or sum(map(str.isalpha, title)) < 3 * _LEAST:
            return "", None
        return LATIN_TITLE, "en" if _is_english(title) else None
    if meant == "zh":
        return "", None
    plain = unquoted(title)
    if meant == "ja" and script(plain) is Script.HANGUL:
        return KOREAN_TITLE, "ko"
    if meant == "ko" and _is_japanese(plain):
        return KANA_TITLE, "ja"
    if script(plain) is Script.HAN and (here := of_mainland(plain)):
        beside = of_mainland(record.container_title[:LONGEST])
        return (CHINESE_TITLE, "zh") if len(here + beside) > 1 else ("", None)
    return "", None


def _against_europe(title: str, type: str) -> tuple[str, str | None]:
    """The same for a language of Europe and a title with characters of East Asia."""
    written = script_of_title(title)
    if written not in CJK_SCRIPTS or _in_english(title, type):
        return "", None
    return CJK_TITLE, _OF_SCRIPT[written]


_OF_SCRIPT = {Script.HAN: "zh", Script.KANA: "ja", Script.HANGUL: "ko"}
_ENGLISH = lazy(
    r"(?i)\b(?:the|of|and|in|on|to|for|with|from|by|using|based|between|is|are|its|how)\b"
)


def _is_english(title: str) -> bool:
    return title.isascii() and _ENGLISH.search(title) is not None


JAPANESE = "the title is in Japanese, and the language is {language}"
KOREAN = "the title is in Korean, and the language is {language}"


def _misread() -> Examples:
    return (
        # clean
        titled("论语言的发展", "zh"),
        titled("日语「ている」与汉语「着」的比较", "zh"),  # quoted
        titled("《源氏物語のあらすじ》汉译研究", "zh-CN"),
        titled("日语ている的体貌意义研究", "zh"),  # one word
        titled("一个の品牌的诞生与发展", "zh-CN"),
        titled("韩国语助词는的用法研究", "zh"),
        titled("语言学概论（한국어 교재）", "zh"),
        titled("阿尔伯特・爱因斯坦传", "zh"),  # the dot is no Kana
        titled("日本の歴史", "ja"),
        titled("한국어 연구", "ko"),
        titled("データ入門と한국어", "en"),  # CJK007
        # misread
        titled("日本語の語彙と文法の研究", "zh-CN", JAPANESE, suggests="ja"),
        titled("データベース入門", "zh", JAPANESE, suggests="ja"),
        titled("図書館の歴史", "zho", JAPANESE, suggests="ja"),
        titled("ポスト・コロナの社会", "中文", JAPANESE, suggests="ja"),
        titled("한국어 교육 연구", "zh", KOREAN, suggests="ko"),
        titled("韓國語 敎育의 歷史와 課題", "zh-TW", KOREAN, suggests="ko"),
        titled("토지1", "zh", KOREAN, suggests="ko"),  # nothing else
        titled("図書館経営学研究", "zh", JAPANESE, suggests="ja"),  # characters of Japan alone
    )


_KANA_RUN = lazy(f"[{KANA}]+")
_HANGUL_RUN = lazy(f"[{HANGUL}]+")


@rule(
    "CJK017",
    "cjk-script-vs-language",
    severity=Severity.WARNING,
    examples=_misread,
    reads=("language",),
    beyond_ascii=holds_cjk,
)
def cjk_script_vs_language(record: Record) -> Iterator[Finding]:
    """A Japanese or Korean title is said to be Chinese.

    Why: names are sorted and cited in the wrong way, and the work comes to the wrong index.

    Not found: a word of Japanese or Korean in a Chinese title, in quotation marks or not.

    Source: Kana and Hangul are written in no Chinese text; Unihan for characters of Japan alone.
    """
    language = record.language
    if len(record.title) > LONGEST or language_of(language) != "zh":
        return
    if record.title.isascii():
        return
    plain = unquoted(record.title)
    args = {"language": language}
    if _is_korean(plain):
        yield Finding("language", KOREAN, language, suggestion="ko", args=args)
    elif _is_japanese(plain) or _has_new_japanese(plain):
        yield Finding("language", JAPANESE, language, suggestion="ja", args=args)


def _is_japanese(text: str) -> bool:
    """Whether Kana run through a text: several words of it, or one in a text of no Chinese."""
    runs = _KANA_RUN.findall(text)
    if not runs:
        return False
    if simplified_only(text):
        return len(runs) > 2 and 2 * sum(map(len, runs)) > len(text)
    if len(runs) > 1 or script(text) is Script.KANA:
        return True
    return bool(japanese_only(text))


def _is_korean(text: str) -> bool:
    runs = _HANGUL_RUN.findall(text)
    if simplified_only(text):
        return len(runs) > 2 and 2 * sum(map(len, runs)) > len(text)
    if len(runs) != 1:
        return len(runs) > 1
    letters = sum(map(str.isalpha, text))
    return script(text) is Script.HANGUL and (len(runs[0]) > 2 or len(runs[0]) == letters > 1)


def _has_new_japanese(text: str) -> bool:
    """Whether a text without Kana has characters that Japan alone writes, and none of China."""
    return len(japanese_only(text)) > 1 and not simplified_only(text)
