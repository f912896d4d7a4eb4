"""The language of a record: missing, or no tag of a language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Provenance, Record
from validator.registry import Example, Examples, rule
from validator.text.han import japanese_only, simplified_only
from validator.text.languages import (
    COUNTRIES,
    is_english_name,
    is_tag,
    language_of,
    tag_of,
    tags_of,
)
from validator.text.patterns import lazy
from validator.text.script import KANA, Script, script, unquoted

from ._scripts import LONGEST, holds_cjk, of_mainland, title_is_cjk  # noqa: TID251 - of this family

MISSING = "no language, though the title shows it"


def titled(title: str, *says: str, suggests: str | None = None, **values: object) -> Example:
    return Example(Record(title=title, **values), says, suggests)  # type: ignore[arg-type]


def _language_missing() -> Examples:
    return (
        # clean
        titled("数字人文研究的进展", language="zh-CN"),
        titled("A study of soils"),  # Latin letters tell no language
        titled("Война и мир"),
        titled("社会科学研究"),  # Chinese or Japanese
        titled("最新図書館用語大辞典", language="ja"),
        titled("中国"),
        titled("The concept of 道 in the Laozi"),
        titled("数字人文研究的进展", type="software"),
        titled("数字人文研究的进展", provenance=Provenance(format="cn-page")),  # has no such field
        # missing
        titled("计算机应用研究", MISSING, suggests="zh"),
        titled("電腦網路的發展與應用", MISSING, suggests="zh"),
        titled("论语言学的发展", MISSING, suggests="zh"),
        titled("《西游记》", MISSING, suggests="zh"),
        titled("三国演义", MISSING, suggests="zh", publisher="人民文学出版社"),
        titled("社会科学研究", MISSING, suggests="zh", container_title="计算机学报"),
        titled("社会科学研究", MISSING, suggests="ja", publisher="ミネルヴァ書房"),
        titled("论语言&amp;文学", MISSING, suggests="zh"),
        titled("データベース入門", MISSING, suggests="ja"),
        titled("日本語の語彙と文法", MISSING, suggests="ja"),
        titled("한국어 교육 연구", MISSING, suggests="ko"),
        titled("韓國語 敎育의 歷史", MISSING, suggests="ko"),
    )


NO_FIELD = frozenset(("cn-page",))
"""Formats without a field for the language."""
_CHINESE = frozenset("的与與之论論及其和从從对對")
"""Characters of syntax: Japanese has few of them in titles, and none without Kana beside."""
_KANA = lazy(f"[{KANA}]")


@rule(
    "LAN001",
    "language-missing",
    severity=Severity.INFO,
    examples=_language_missing,
    reads=("title",),
    lacks=("language",),
    beyond_ascii=holds_cjk,
)
def language_missing(record: Record) -> Iterator[Finding]:
    """A Chinese, Japanese or Korean record does not say its language.

    Why: styles choose "et al." or 等, and the order of names, by the language, and print Chinese
    references in the English way without it.

    Not found: titles in other scripts, whose language does not show; titles in Han that may be
    Chinese or Japanese; software; formats without such a field.

    Source: CSL 1.0.2 and BibLaTeX, `language` and `langid`; GB/T 7714-2015 8.1.
    """
    title = record.title
    if record.type == "software" or record.provenance.format in NO_FIELD or len(title) > LONGEST:
        return
    if language := shown(record):
        yield Finding("language", MISSING, suggestion=language)


def shown(record: Record) -> str:
    """The language that a title shows: ja, ko or zh; "" where it may be another.

    Beside a title in Han the names of journal, publisher and authors may tell it.
    """
    title = record.title
    if "&" in title:  # an entity is ENC001's, and no word in Latin letters
        from html import unescape

        title = unescape(title)
    plain = unquoted(title)
    if not any(map(str.isalpha, plain)):
        plain = title
    written = script(plain)
    if written is Script.HANGUL:
        return "ko"
    if written is Script.KANA:
        return "ja" if not simplified_only(plain) else ""
    if written is not Script.HAN:
        return ""
    names = [name.literal + name.family + name.given for name in record.author[:9]]
    beside = " ".join((plain, record.container_title[:99], record.publisher[:99], *names))
    if _KANA.search(beside) or japanese_only(beside):
        return "ja" if not of_mainland(beside) else ""
    return "zh" if of_mainland(beside) or not _CHINESE.isdisjoint(plain) else ""


NO_TAG = "not a code of a language"
SEVERAL = "several languages in one value"


def told(
    language: str, *says: str, suggests: str | None = None, title: str = "", form: str = "csl-json"
) -> Example:
    record = Record(title=title, language=language, provenance=Provenance(format=form))
    return Example(record, says, suggests)


def _codes() -> Examples:
    return (
        # clean
        *map(
            told,
            ("en", "zh-CN", "zh-cn", "zh-Hant-TW", "zho", "chi", "und", "mul", "zxx", "sr-Latn"),
        ),
        told("de-CH-1901"),
        told("tw", title="Twi kasa"),
        told("ngerman", form="bibtex"),  # as babel names them
        told("English", form="bibtex"),
        told("russian and german", form="bibtex"),  # a list of biblatex
        told("latin AND german", form="bibtex"),
        told("Chinese", form="ris"),  # RIS has no norm, and databases write names
        told("English", form="csv"),
        told("Klingon"),  # unknown here: it may be right elsewhere
        # no tags
        told("jp", NO_TAG, suggests="ja"),
        told("jp-JP", NO_TAG, suggests="ja-JP"),
        told("zh_CN", NO_TAG, suggests="zh-CN"),
        told("zh_CN", NO_TAG, suggests="zh-CN", form="bibtex"),
        told("cn", NO_TAG, suggests="zh"),
        told("Chinese", NO_TAG, suggests="zh"),
        told("Japanese", NO_TAG, suggests="ja"),
        told("中文", NO_TAG, suggests="zh"),
        told("中文;", NO_TAG, suggests="zh", form="ris"),
        told("汉语", NO_TAG, suggests="zh"),
        told("한국어", NO_TAG, suggests="ko"),
        told("日本語", NO_TAG, suggests="ja"),
        told("繁體中文", NO_TAG, suggests="zh-Hant"),
        told("Русский", NO_TAG, suggests="ru"),
        told("en;", NO_TAG, suggests="en"),
        told("English (United States)", NO_TAG, suggests="en-US"),
        told("kr", NO_TAG, suggests="ko", title="한국어 교육 연구"),
        told("tw", NO_TAG, suggests="zh", title="臺灣文學研究"),
        told("kor; eng", SEVERAL, title="한국어 교육 연구", suggests="kor"),
        told("中文; 英文", SEVERAL, title="中国语言研究", suggests="zh"),
        told("Chinese/English", SEVERAL),
    )


NAMED = frozenset(
    ("bibtex", "csv", "ris", "refworks", "refer", "noteexpress", "cnki-study", "wos", "ovid")
)
"""Formats whose language is a name as often as a code, by their own norm or by custom."""
PLAIN = frozenset(
    (
        *(
            "en",
            "en-US",
            "en-GB",
            "eng",
            "english",
            "zh",
            "zh-CN",
            "zh-TW",
            "chi",
            "zho",
            "ja",
            "jpn",
        ),
        *("ja-JP", "ko", "ko-KR", "kor", "de", "de-DE", "ger", "deu", "fr", "fr-FR", "fre", "fra"),
        *("es", "es-ES", "spa", "it", "it-IT", "ita", "pt", "pt-BR", "por", "ru", "rus"),
    )
)


def may_be_no_tag(record: Record) -> bool:
    """A screen: a language that is none of the usual tags."""
    return record.language not in PLAIN


@rule(
    "LAN002",
    "language-code",
    severity=Severity.INFO,
    examples=_codes,
    reads=("language",),
    screen=may_be_no_tag,
)
def language_code(record: Record) -> Iterator[Finding]:
    """The language is no tag of BCP 47 and no code of ISO 639: jp, zh_CN, 中文;.

    Why: programs that sort, hyphenate and cite by the language ignore what they do not know.

    Not found: codes of ISO 639 of three letters, those of MARC and mul, und, zxx among them; names
    of languages in English in BibTeX, Web of Science and Ovid, which use them, and in RIS, its kin
    and tables, which have no norm; names that are unknown here.

    Source: RFC 5646 (BCP 47); ISO 639-1, 639-2; CSL 1.0.2, `language`; the manual of babel.
    """
    language = record.language
    if is_tag(language):
        meant = COUNTRIES.get(language.lower(), "")
        if meant and title_is_cjk(record) and _fits(record.title, meant):
            yield Finding("language", NO_TAG, language, suggestion=meant)
        return
    if record.provenance.format in NAMED and _is_custom(language):
        return
    if tag := tag_of(language):
        yield Finding("language", NO_TAG, language, suggestion=tag, safe=True)
    elif len(tags := tags_of(language)) > 1:
        fitting = [tag for tag in tags if title_is_cjk(record) and _fits(record.title, tag)]
        better = fitting[0] if len(fitting) == 1 else None
        yield Finding("language", SEVERAL, language, suggestion=better)


def _is_custom(language: str) -> bool:
    listed = re.split(" and ", language, flags=re.IGNORECASE)
    if len(listed) > 1:
        return all(map(_is_custom, listed))
    return is_english_name(language) and language.replace(" ", "").isalpha() and len(language) > 3


def _fits(title: str, tag: str) -> bool:
    written = {"zh": Script.HAN, "ja": Script.KANA, "ko": Script.HANGUL}
    return script(title) is written.get(language_of(tag))
