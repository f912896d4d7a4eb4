"""Abstracts that are none, are cut, or carry what is not theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Parallel, Record
from validator.registry import Example, Examples, rule
from validator.text.patterns import lazy
from validator.text.placeholders import is_placeholder
from validator.text.script import Script, has_cjk, script
from validator.text.unicode import fold

from ._languages import is_said_to_be_european  # noqa: TID251 - of this family

IS_TITLE = "the abstract repeats the title"
NONE = "the abstract says that there is none"
SHORT = "the abstract is shorter than a sentence"
CUT = "the abstract is cut off"
LABEL = "the abstract begins with its label"
COPYRIGHT = "the abstract ends in a notice of copyright"
BOILERPLATE = "a sentence of the platform stands for the abstract"
LANGUAGE = "the abstract is in another script than the title and the language"
LABELLED = "the abstract said to be in {language} is in Chinese, Japanese or Korean"


def told(
    abstract: str,
    *says: str,
    suggests: str | None = None,
    title: str = "",
    language: str = "",
    parallel: str = "",
) -> Example:
    other = Parallel(abstract=parallel, language="en" if parallel else "")
    record = Record(title=title, abstract=abstract, language=language, parallel=other)
    return Example(record, says, suggests)


TEXT = "We measured the water of forty soils in two seasons and found less than was thought."
HAN = "本文测定了四十种土壤在两个季节的含水量，结果低于以往的估计，并讨论了原因与今后的研究方向。"


def _abstracts() -> Examples:
    return (
        # clean
        told(TEXT, title="Water in soils"),
        told(HAN),
        told(HAN, title="土壤水分", language="zh"),
        told(TEXT, title="土壤水分", language="zh"),  # an English abstract of a Chinese article
        told(HAN, title="土壤水分", parallel=TEXT),
        told(HAN, title="土壤水分", parallel=f"{TEXT} (土壤水分)"),
        told("土壌の水分を測定した。"),  # short, and a sentence
        told("A note on soils."),
        told("Abstract interpretation proves that programs of this kind come to an end."),
        told("Summary statistics of forty soils are given for two seasons and compared."),
        told(
            "摘要是论文的重要组成部分，本文分析了两百篇论文的摘要，指出了常见的问题与改进的方法。"
        ),
        told("Objective: to measure the water of forty soils. Methods: we dried them."),
        told("Copyright law protects photographs. We ask whose rights all those were."),
        told("We ask what photographers gained and lost by the reform of the Copyright Act 1998."),
        told("We compare (a) soils, (b) water and (c) plants of the dry and the wet year 2010."),
        told("Соли и вода сорока почв были измерены в двух сезонах, и их нашли меньше."),
        # faulty
        told("Water in soils", IS_TITLE, title="Water in soils.", suggests=""),
        told("土壤水分", IS_TITLE, title="土壤水分", suggests=""),
        told("No abstract available.", NONE, suggests=""),
        told("无摘要", NONE, suggests=""),
        told("N/A"),  # VAL001
        told("see full text", SHORT),
        told("土壤", SHORT),
        told("We measured the water of forty soils in two seasons and...", CUT),
        told("We measured the water of forty soils in two seasons, but we […]", CUT),
        told("本文测定了四十种土壤在两个季节的含水量，结果低于以往的估计……", CUT),
        told("We measured soils. (ABSTRACT TRUNCATED AT 250 WORDS)", CUT),
        told("We measured the water of forty soils in two seasons and found that the", CUT),
        told(f"Abstract: {TEXT}", LABEL, suggests=TEXT),
        told(f"ABSTRACT\n{TEXT}", LABEL, suggests=TEXT),
        told(f"Abstract {TEXT}", LABEL, suggests=TEXT),
        told(f"Summary. {TEXT}", LABEL, suggests=TEXT),
        told(f"Résumé : {TEXT}", LABEL, suggests=TEXT),
        told(f"Аннотация. {TEXT}", LABEL, suggests=TEXT),
        told(f"【摘要】{HAN}", LABEL, suggests=HAN),
        told(f"〔摘 要〕{HAN}", LABEL, suggests=HAN),
        told(f"摘 要：{HAN}", LABEL, suggests=HAN),
        told(f"要旨　{HAN}", LABEL, suggests=HAN),
        told(f"초록: {TEXT}", LABEL, suggests=TEXT),
        told(f"الملخص: {TEXT}", LABEL, suggests=TEXT),
        told(f"{TEXT} © 2019 Elsevier Ltd. All rights reserved.", COPYRIGHT, suggests=TEXT),
        told(f"{TEXT} Copyright (C) 2010 John Wiley & Sons, Ltd.", COPYRIGHT, suggests=TEXT),
        told(f"{TEXT} \ufffd 2011 Elsevier B.V. All rights reserved.", COPYRIGHT, suggests=TEXT),
        told(f"{TEXT} (c) 2004 Elsevier B.V.", COPYRIGHT, suggests=TEXT),
        told("Click on the article title to read more.", BOILERPLATE, suggests=""),
        told("© 2012 Elsevier B.V. All rights reserved.", COPYRIGHT, suggests=""),
        told(
            "Copyright law of 1976 is read in forty courts, and none of them agrees with another."
        ),
        told("[ABSTRACT FROM AUTHOR]", BOILERPLATE, suggests=""),
        told("International audience", BOILERPLATE, suggests=""),
        told(HAN, LANGUAGE, title="Water in soils", language="en"),
        told(TEXT, LABELLED.format(language="en"), title="土壤水分", parallel=HAN),  # swapped
        told(HAN, LABELLED.format(language="en"), title="土壤水分", parallel=f"{HAN}{HAN}"),
    )


_LATIN_LABEL = (
    r"abstract|summary|zusammenfassung|kurzfassung|r[ée]sum[ée]|resumen|resumo|riassunto|sommario|"
    r"samenvatting|sammanfattning|sammendrag|resumé|tiivistelmä|streszczenie|abstrakt|souhrn|"
    r"összefoglalás|özet|rezumat|sažetak|аннотация|реферат|резюме|анотація|περίληψη|"
    r"(?:ال)?ملخص|چکیده|תקציר|tóm tắt|abstrak"
)
_EASTERN_LABEL = (
    r"(?:内\s?容\s?|中\s?文\s?|英\s?文\s?)?(?:摘\s?要|提\s?要)|要\s?旨|抄\s?録|概\s?要"
    r"|초\s?록|요\s?약|국문\s?초록"
)
_FIRST_LETTERS = frozenset(
    (
        *("abs", "sum", "zus", "kur", "rés", "res", "som", "rie", "sam", "tii", "str", "sou"),
        *("öss", "öze", "rez", "saž", "tóm"),
    )
)
"""With what a label in Latin letters begins: a quick look before all of them are tried."""

_LABELLED = lazy(
    rf"\s*(?:[【\[［〔<〈《(（]\s*(?:{_LATIN_LABEL}|{_EASTERN_LABEL})\s*[】\]］〕>〉》)）]\s*[:：]?"
    rf"|(?:{_LATIN_LABEL})\s*(?:[:：.．|]|[—–-](?=\s)|[—–]|\n)"
    rf"|(?:{_EASTERN_LABEL})\s*(?:[:：|]|[—–]{{1,2}}|\n|　|\s(?=\S))"
    r"|(?-i:Abstract|ABSTRACT|Summary|SUMMARY)\s+(?-i:(?=(?:We|This|These|The|In|Our|Background"
    r"|Objectives?|"
    r"Purpose|Aims?|Introduction|Context|Although|Recent|BACKGROUND|OBJECTIVES?|PURPOSE"
    r"|INTRODUCTION)\b)))"
    r"\s*",
    re.IGNORECASE,
)

_NONE = frozenset(
    (
        *("no abstract", "no abstract available", "abstract not available"),
        *("no abstract is available for this article", "abstract unavailable"),
        *(
            "an abstract is not available for this content",
            "an abstract is not available",
            "there is no abstract available",
        ),
        *("no abstract is available", "no abstract provided", "no abstract supplied"),
        *("an abstract is not available for this content so a preview has been provided",),
        *("kein abstract verfügbar", "kein abstract", "pas de résumé", "sin resumen", "sem resumo"),
        *(
            "无摘要",
            "暂无摘要",
            "無摘要",
            "暂缺",
            "抄録なし",
            "要旨なし",
            "초록 없음",
            "нет аннотации",
        ),
    )
)
_PLATFORM = frozenset(
    (
        *(
            "international audience",
            "national audience",
            "peer reviewed",
            "audience internationale",
        ),
        *("click on the article title to read more", "click here to read the full text"),
        *("click to increase image size", "click to copy article link", "first page preview"),
        *(
            "click to read the full article",
            "please refer to the full text",
            "see full text for details",
        ),
        *("for abstract see full text", "please see the full text", "read more", "view full text"),
        *("abstract from author", "abstract from publisher"),  # so EBSCO marks whose text it is
        *("see full text", "see text", "full text available", "read the full text"),
        *("this article does not have an abstract", "this article has no abstract"),
        *("info eu repo semantics published", "the online version of this article"),
        *("this article was published in an elsevier journal",),
        *("this article is protected by copyright all rights reserved",),
    )
)
_YEAR = r"(?:1[89]|20)\d\d\b.{0,200}$"
_NOTICE = lazy(
    rf"(?:copyright[\s,:]{{1,3}})?[©℗].{{0,80}}?{_YEAR}"
    rf"|(?:copyright[\s,:]{{1,3}})?(?:\(c\)"
    rf"|\ufffd)[\s\ufffd]{{0,3}}(?:copyright\s)?(?:by\s)?{_YEAR}"
    rf"|copyright[\s,:]{{1,3}}(?:(?:by\s|\(c\)|\ufffd).{{0,60}}?)?{_YEAR}"
    r"|\(psycinfo database record.{0,80}$"
    r"|\ball rights reserved\.?\s*$"
    r"|\bpublished by (?:elsevier|john wiley|springer|mosby)\b.{0,60}$",
    re.IGNORECASE | re.DOTALL,
)
_SIGNS = ("copyright", "©", "reserved", "published by", "psycinfo", "(c)", "\ufffd", "℗")
_WHOLE_NOTICE = lazy(
    r"(?:(?:copyright[\s:]*)?(?:©|\(c\)|℗)|copyright[\s:,]+(?=\d{4}\b|by\b))"
    r"[^.]{0,60}(?:19|20)\d\d.{0,120}$",
    re.IGNORECASE,
)
"""A text that is a notice of copyright and nothing else."""
_TAIL = 320  # characters in which a notice stands
_ELLIPSIS = ("...", "…", "[...]", "[…]", "(...)", "(…)", "。。。")
_TRUNCATED = lazy(r"\(?abstract truncated(?: at \d+ words)?\)?\.?$", re.IGNORECASE)
_OPEN_WORDS = frozenset(
    (
        *("the", "and", "of", "with", "from", "for", "an", "which", "their", "into", "than", "or"),
        *("der", "die", "das", "des", "dem", "den", "und", "oder", "mit", "von", "zur", "im"),
        *("le", "la", "les", "et", "du", "aux", "une", "el", "los", "las", "del", "gli", "che"),
        *("и", "в", "на", "с", "из", "для", "των", "και"),
    )
)
"""Words after which no sentence ends."""

_SENTENCE_END = '.。!！?？．｡؟।)）]】"”’»'
SHORTEST = 30  # characters; one of East Asia stands for two


@rule(
    "ABS001",
    "abstract-suspect",
    severity=Severity.INFO,
    examples=_abstracts,
    reads=("abstract",),
)
def abstract_suspect(record: Record) -> Iterator[Finding]:
    """The abstract is none, is cut off, carries its label or a notice of the publisher, or is not
    in the language that its field says (abstract_en).

    Why: it is searched, compared and shown as the text of the author.

    Not found: short notes that are a sentence; words that only begin like a label (Abstract
    interpretation); headings of a structured abstract; an English abstract of an article in
    another language.

    Source: the abstracts of PubMed, Scopus and CNKI; ANSI/NISO Z39.14.
    """
    text = record.abstract.strip()
    if not text:
        return
    if len(text) < 200:
        yield from _in_place_of_one(record, text)
    if _notice(text) == 0 and _WHOLE_NOTICE.match(text):
        yield Finding("abstract", COPYRIGHT, record.abstract, suggestion="")
    elif label := _label(text):
        yield Finding("abstract", LABEL, record.abstract, suggestion=text[label:], safe=True)
    if _is_cut(text):
        yield Finding("abstract", CUT, record.abstract)
    elif cut := _notice(text):
        yield Finding("abstract", COPYRIGHT, record.abstract, suggestion=text[:cut].rstrip())
    other = record.parallel.abstract
    if other and not other.isascii() and _is_cjk(other) and is_said_to_be_european(record):
        args = {"language": record.parallel.language}
        yield Finding("abstract", LABELLED, other, args=args)
    if (
        record.language[:2].casefold() == "en"
        and not text.isascii()
        and record.title.isascii()
        and len(text) > SHORTEST
        and _is_cjk(text)
    ):
        yield Finding("abstract", LANGUAGE, record.abstract)


def _is_cjk(text: str) -> bool:
    return has_cjk(text) and script(text) in (Script.HAN, Script.KANA, Script.HANGUL)


def _in_place_of_one(record: Record, text: str) -> Iterator[Finding]:
    """What is said of a short text that is no abstract."""
    folded = fold(text)
    if folded and folded == fold(record.title):
        yield Finding("abstract", IS_TITLE, record.abstract, suggestion="", safe=True)
    elif folded in _NONE:
        yield Finding("abstract", NONE, record.abstract, suggestion="", safe=True)
    elif folded in _PLATFORM and folded not in {"see full text", "see text"}:
        yield Finding("abstract", BOILERPLATE, record.abstract, suggestion="")
    elif len(text) < SHORTEST and text[-1] not in _SENTENCE_END and not is_placeholder(text):
        wide = sum(2 if has_cjk(c) else 1 for c in text)
        if wide < SHORTEST:
            yield Finding("abstract", SHORT, record.abstract)


def _label(text: str) -> int:
    """Where the text begins behind its label; 0 without one."""
    if text[:3].casefold() not in _FIRST_LETTERS and text[0].isalpha() and text[0].isascii():
        return 0
    found = _LABELLED.match(text)
    return found.end() if found and found.end() < len(text) - SHORTEST // 2 else 0


def _is_cut(text: str) -> bool:
    tail = text[-60:]
    if text.endswith(_ELLIPSIS) or ("runcated" in tail.casefold() and _TRUNCATED.search(tail)):
        return True
    last = text[-20:].split()[-1:]
    return len(text) > SHORTEST and bool(last) and last[0] in _OPEN_WORDS


def _notice(text: str) -> int:
    """Where a notice of copyright begins at the end of a text; 0 without one."""
    start = max(0, len(text) - _TAIL)
    tail = text[start:]
    folded = tail.casefold()
    if not any(sign in folded for sign in _SIGNS):
        return 0
    found = _NOTICE.search(tail)
    return start + found.start() if found else 0
