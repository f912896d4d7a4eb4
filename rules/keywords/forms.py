"""Keywords that are no clean list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from unicodedata import normalize

from validator.finding import Finding, Severity
from validator.record import Field, Provenance, Record
from validator.registry import Example, Examples, rule
from validator.text.patterns import lazy
from validator.text.placeholders import is_placeholder
from validator.text.unicode import collapse

from ._lists import whole  # noqa: TID251 - of this family

_SEMICOLON = lazy("[;；]")
_ENTITY = lazy(r"&#?\w{1,31};")
LONGEST_PART_OF_LIST = 40  # characters; what is longer is a sentence
# "，" and "、" join the parts of one concept too (车、船): three parts and more are a list.
_HAN_COMMA = lazy("[，、]")
_COMMA = lazy(r",\s+")
_WIDE_COMMA = lazy(r"(?<=[a-z])，\s*(?=[a-z])")
_SIGN = lazy(r"\s/\s|·")
_BLANK = lazy(r"[ \u3000]+")
_HAN = lazy("[\u4e00-\u9fff]{2,8}")
_DOT = lazy(r"(?<=[a-z]{5})\.$|(?<=[^\x00-\x7f])[.。]$")

_LABEL_WORDS = (
    r"(?:(?:author'?s?'? )?key[ -]?words?(?: and phrases)?|index terms|subject (?:terms|headings)"
    r"|schlagw[oö]rte?r?|schlüsselw[oö]rte?r?|stichw[oö]rte?r?|mots[ -]cl[eé]s?|palabras[ -]clave"
    r"|palavras[ -]chaves?|parole[ -]chiave|paraules clau|trefwoorden|nyckelord|nøkkelord|emneord"
    r"|avainsanat|asiasanat|klíčová slova|kľúčové slová|słowa kluczowe|kulcsszavak|ključne riječi"
    r"|ključne (?:reči|besede)|cuvinte[ -]cheie|anahtar (?:kelimeler|sözcükler)|kata kunci"
    r"|từ khóa|λέξεις[ -]κλειδιά|ключевые слова|ключові слова|ключови думи|кључне речи"
    r"|关键[词字]|關鍵[詞字]|主[题題][词詞]|キーワード|주제어|핵심어|키워드|검색어|คำสำคัญ"
    r"|الكلمات المفتاحية|کلیدواژه(?:\u200c?ها)?|מילות מפתח)"
)
_LABEL = lazy(
    rf"\s*(?:[\[【〔(（]\s?{_LABEL_WORDS}\s?[\])】〕）]\s?[:：]?"
    rf"|{_LABEL_WORDS}\s?(?:[:：.—–|]|-(?=\s)))\s*",
    re.IGNORECASE,
)
LONGEST_LABEL = 30  # characters
_SIGN_OF_LABEL = lazy(r"[:：.—–|\])】〕）-]")
_TAGGED = lazy(r"<(b|i|kwd|keyword)>([^<>]{1,200})</\1>", re.IGNORECASE)
_JOINED = lazy(r"(?:and|or|und|oder|et|ou|y|e|o|и|или|&)\s", re.IGNORECASE)

JOINING = frozenset(("bibtex", "csl-json", "csl-jsonl", "ris"))
"""Formats of which all programs know how keywords are set apart."""
_IN_HAN = lazy("\\s*[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+\\s*")

SEMICOLONS = "several keywords in one, joined by semicolons"
COMMAS = "several keywords in one, joined by commas"
SIGNS = "several keywords in one, joined by slashes, bars or dots"
BLANKS = "several keywords in one, joined by blanks"
EMPTY = "a keyword without a letter or digit"
LABEL = "the label of the list stands before the first keyword"
TAGGED = "a keyword between tags"
TWICE = "the same keyword twice"
FULL_STOP = "a full stop at the end of the keywords"


def listed(*keywords: str, says: tuple[str, ...] = (), suggests: str | None = None) -> Example:
    return Example(Record(keyword=keywords), says, suggests)


def as_read(*fields: str, says: tuple[str, ...] = ()) -> Example:
    """The keywords of fields of BibTeX, each with its braces."""
    keywords = [part for field in fields for part in re.split("[;、，] ?", field.strip("{}"))]
    raw = tuple(Field("keywords", field, "keyword") for field in fields)
    record = Record(keyword=tuple(keywords), raw=raw, provenance=Provenance(format="bibtex"))
    return Example(record, says)


def _keywords_form() -> Examples:
    return (
        listed("2,4-D", "1,2-dichloroethane", "N,N-dimethylformamide"),  # commas of chemistry
        listed("Diabetes Mellitus, Type 2", "Receptors, Cell Surface"),  # inverted headings
        listed("车、船", "机械工程"),  # one concept
        listed("C", "C#", "C++"),
        listed("Receptors, Adrenergic, beta", "heart"),
        listed("乙型肝炎，慢性", "肝硬化"),  # an inverted heading too
        listed("Homo sapiens", "E. coli spp.", "U.S."),
        listed("データ", "데이터", "данные", "بيانات"),
        listed("R&amp;D"),  # ENC001
        listed("农业、林业、水利", "文化、科学、教育、体育"),  # headings of a classification
        listed(*(f"subject {i}" for i in range(40))),  # databases and readers add to a list
        listed("Leukemia, Myeloid, Acute"),
        listed("science, technology, and society"),
        listed("soil", "-", "N/A", "N/A"),  # VAL001
        listed("TiO<sub>2</sub>", "<i>Oryza</i> species"),  # a part of the keyword is set apart
        listed("keyword search", "Keywords", "key words: their use"),
        listed("input / output", "client / server / peer"),
        listed("Neoplasms / therapy / genetics"),  # a heading of MeSH and its qualifiers
        listed("让·雅克·卢梭"),
        listed("경제·사회·문화"),
        listed("MgSO4·7H2O"),
        listed("鸟类 迁徙"),  # two may be one concept
        listed("大数据 时代 社会", "图书馆"),
        listed("인공 지능 윤리"),  # words of a phrase
        listed("soil; water；air", says=(SEMICOLONS,), suggests="soil; water; air"),
        listed("土壤，水，空气", says=(COMMAS,), suggests="土壤; 水; 空气"),
        listed("農業、土壌、気候", says=(COMMAS,), suggests="農業; 土壌; 気候"),
        listed("soil, water, air, 2,4-D", says=(COMMAS,), suggests="soil; water; air; 2,4-D"),
        listed(
            "soil moisture, phenology, air",
            says=(COMMAS,),
            suggests="soil moisture; phenology; air",
        ),
        listed(
            "soil", "water, air", says=(COMMAS,), suggests="soil; water; air"
        ),  # soil; water, air
        listed("soil", "water, air, fire", says=(COMMAS,), suggests="soil; water; air; fire"),
        listed("sleep", "children, hospitalized", "receptors, adrenergic"),
        listed("лесные птицы, численность, Урал", says=(COMMAS,)),
        listed("미세먼지, 도시 지역, 농도 변화", says=(COMMAS,)),
        listed("soil", "birds，trees", says=(COMMAS,), suggests="soil; birds; trees"),
        listed("鸟类", "迁徙，北方、候鸟", says=(COMMAS,), suggests="鸟类; 迁徙; 北方; 候鸟"),
        listed("soil / water / air", says=(SIGNS,), suggests="soil; water; air"),
        listed("soil·water·air", says=(SIGNS,), suggests="soil; water; air"),
        listed("soil | water", "air", says=(SIGNS,), suggests="soil; water; air"),
        listed("土壤 | 重金属", "污染", says=(SIGNS,), suggests="土壤; 重金属; 污染"),
        listed("鸟类 迁徙 北方 候鸟", says=(BLANKS,), suggests="鸟类; 迁徙; 北方; 候鸟"),
        listed("土壤　重金属　污染", says=(BLANKS,), suggests="土壤; 重金属; 污染"),
        listed("soil", "·", "water", says=(EMPTY,), suggests="soil; water"),
        listed("soil", "", "water", says=(EMPTY,), suggests="soil; water"),
        listed("Keywords: soil", "water", says=(LABEL,), suggests="soil; water"),
        listed("Key words—soil", "water", says=(LABEL,), suggests="soil; water"),
        listed("Schlagwörter: Boden", "Wasser", says=(LABEL,), suggests="Boden; Wasser"),
        listed("【关键词】土壤", "水", says=(LABEL,), suggests="土壤; 水"),
        listed("关键词：土壤", "水", says=(LABEL,), suggests="土壤; 水"),
        listed("キーワード：土壌", "水", says=(LABEL,), suggests="土壌; 水"),
        listed("주제어: 토양", "물", says=(LABEL,), suggests="토양; 물"),
        listed("Ключевые слова: почва", "вода", says=(LABEL,), suggests="почва; вода"),
        listed("الكلمات المفتاحية: التربة", "الماء", says=(LABEL,), suggests="التربة; الماء"),
        listed("<kwd>soil</kwd>", "water", says=(TAGGED,), suggests="soil; water"),
        listed("<i>Oryza sativa</i>", "水稻", says=(TAGGED,), suggests="Oryza sativa; 水稻"),
        listed("Soil", "water", "soil", says=(TWICE,), suggests="Soil; water"),
        listed("ＤＮＡ", "DNA", says=(TWICE,), suggests="ＤＮＡ"),
        listed("soil", "heavy metals.", says=(FULL_STOP,), suggests="soil; heavy metals"),
        listed("土壤", "重金属。", says=(FULL_STOP,), suggests="土壤; 重金属"),
        as_read("土壤; 水分; 植被"),
        as_read("土壤、水分", "GIS、遥感"),  # a concept of two
        as_read("土壤、水分、植被", says=(COMMAS,)),  # read as three here, as one by others
        as_read("{土壤，水分，植被，黄土高原}", says=(COMMAS,)),
    )


@rule(
    "KEY001",
    "keywords-form",
    severity=Severity.WARNING,
    examples=_keywords_form,
    reads=("keyword",),
)
def keywords_form(record: Record) -> Iterator[Finding]:
    """The keywords are no clean list: several in one, one twice, an empty one, a label, tags.

    Why: "soil, water" as one keyword is found under neither, and each form of a keyword is
    counted as a subject of its own.

    Not found: long lists, to which databases and readers add; commas of chemistry and of inverted
    headings (Diabetes Mellitus, Type 2; Leukemia, Myeloid, Acute); placeholders, which are
    VAL001; tags around a part of a keyword; 、 between the parts of one concept and in headings of
    a classification; slashes and dots between two words, in headings that begin with a capital
    and in Han and Hangul; separators that a reader knows (the bar in tables), but for the commas of
    Chinese in BibTeX, RIS and CSL-JSON, which no other program splits at; those at the
    end of a field, which are read off; the keywords of a database, which are kept apart.

    Source: the lists of keywords of journals; MeSH headings for the commas.
    """
    for message, meant in _faults(record.keyword, bibtex=record.provenance.format == "bibtex"):
        found = whole(record.keyword, meant, message)
        is_guess = message == BLANKS or (message == COMMAS and len(record.keyword) > 1)
        yield replace(found, safe=False) if is_guess else found
    if len(record.keyword) > 2 and not record.keyword[0].isascii() and (text := _joined(record)):
        yield Finding("keyword", COMMAS, value=text)


def _joined(record: Record) -> str:
    """The field of the keywords where it is one string with the commas of Chinese between them, ""
    elsewhere: programs that split at semicolons or ASCII commas have one keyword then.
    """
    field = record.field("keyword")
    if field is None or record.provenance.format not in JOINING:
        return ""
    text = field.value.strip('{}" ')
    joined = _HAN_COMMA.split(text)
    are_all = len(joined) == len(record.keyword) and all(map(_IN_HAN.fullmatch, joined))
    return text if are_all else ""


def _faults(keywords: Sequence[str], *, bibtex: bool) -> Iterator[tuple[str, list[str]]]:
    """What is wrong with a list, each with the list as it was meant."""
    alone = len(keywords) == 1
    text = "\n".join(keywords)  # one look at all of them is quick
    if (
        alone
        or ";" in text
        or ", " in text
        or " | " in text
        or (not text.isascii() and ("；" in text or "，" in text))
    ):
        split = [part for keyword in keywords for part in _parts(keyword, alone=alone)]
        if len(split) > len(keywords):
            yield _joined_by(text, alone=alone), split
    if label := _label(keywords[0]):
        yield LABEL, [keyword for keyword in (keywords[0][label:], *keywords[1:]) if keyword]
    if "<" in text:
        bare = [_without_tags(keyword, bibtex=bibtex) for keyword in keywords]
        if bare != list(keywords):
            yield TAGGED, bare
    filled = [keyword for keyword in keywords if _says_something(keyword)]
    if len(filled) < len(keywords):
        yield EMPTY, filled
    if len(set(map(_same, filled))) < len(filled):
        named = [keyword for keyword in filled if not is_placeholder(keyword)]
        if len(set(map(_same, named))) < len(named):
            yield TWICE, _once(filled)
    if _DOT.search(keywords[-1]) and not any("." in k for k in keywords[:-1]):
        yield FULL_STOP, [*keywords[:-1], keywords[-1][:-1]]


def _says_something(keyword: str) -> bool:
    """Whether a keyword has a letter or digit, or is a placeholder, of which VAL001 speaks."""
    return (
        keyword[:1].isalnum()
        or any(map(str.isalnum, keyword))
        or bool(keyword.strip() and is_placeholder(keyword))
    )


def _label(keyword: str) -> int:
    """Where a keyword begins behind the label of the list; 0 without one."""
    if not _SIGN_OF_LABEL.search(keyword, 0, LONGEST_LABEL):
        return 0
    found = _LABEL.match(keyword)
    return found.end() if found else 0


def _without_tags(keyword: str, *, bibtex: bool) -> str:
    """A keyword without the tags around it, but for those that ENC002 takes away."""
    found = _TAGGED.fullmatch(keyword) if keyword[:1] == "<" else None
    return found[2] if found and not (bibtex and len(found[1]) == 1) else keyword


def _has_semicolon(keyword: str) -> bool:
    return _SEMICOLON.search(keyword) is not None and not _ENTITY.search(keyword)


def _joined_by(text: str, *, alone: bool) -> str:
    """What is said of a list of which a keyword holds several."""
    if any(map(_has_semicolon, text.split("\n"))):
        return SEMICOLONS
    if " | " in text or (alone and len(_by_sign(text)) > 1):
        return SIGNS
    return BLANKS if alone and len(_by_blank(text)) > 1 else COMMAS


def _parts(keyword: str, *, alone: bool) -> list[str]:
    """The keywords in one; a list joined by commas is split where it is the only one, or where its
    words begin small.
    """
    parts = [keyword]
    if _has_semicolon(keyword):
        parts = _SEMICOLON.split(keyword)
    elif " | " in keyword:
        parts = keyword.split(" | ")
    elif "，" in keyword and not alone:
        latin = _WIDE_COMMA.split(keyword)
        if "、" in keyword:
            parts = _HAN_COMMA.split(keyword)
        elif _is_list(latin) or _are_two(latin):
            parts = latin
    elif alone:
        han, latin = _HAN_COMMA.split(keyword), _COMMA.split(keyword)
        parts = han if len(han) > 2 else latin if _is_list(latin) else parts
        if len(parts) == 1:
            parts = _by_sign(keyword)
        if len(parts) == 1:
            parts = _by_blank(keyword)
    elif ", " in keyword and keyword[:1].islower():
        latin = _COMMA.split(keyword)
        parts = latin if _is_list(latin) or _are_two(latin) else parts
    if max(map(len, parts)) > LONGEST_PART_OF_LIST and not _has_semicolon(keyword):
        parts = [keyword]
    return [collapse(part) for part in parts if part.strip()]


def _by_sign(keyword: str) -> list[str]:
    """Three words or more between slashes or dots: two are one concept (input / output), a
    capital begins a heading with its qualifiers, and Han and Hangul join names and concepts so.
    """
    if "·" not in keyword and " / " not in keyword:
        return [keyword]
    parts = _SIGN.split(keyword)
    are_words = all(part.replace(" ", "").isalpha() and part.islower() for part in parts)
    return parts if len(parts) > 2 and are_words else [keyword]


def _by_blank(keyword: str) -> list[str]:
    """Three words of Han or more with blanks between them, as no phrase has."""
    parts = _BLANK.split(keyword.strip())
    return parts if len(parts) > 2 and all(map(_HAN.fullmatch, parts)) else [keyword]


def _is_list(parts: Sequence[str]) -> bool:
    """Whether what stands between commas are keywords: four, or three of which the first has no
    capital, since headings that are inverted begin with one (Leukemia, Myeloid, Acute).
    """
    if len(parts) < 3 or _JOINED.match(parts[-1]):
        return False
    return len(parts) > 3 or (parts[0][:1].isalpha() and not parts[0][:1].isupper())


def _are_two(parts: Sequence[str]) -> bool:
    """Whether two words beside a comma are two keywords: in a heading that is inverted the second
    is an adjective (children, hospitalized).
    """
    return (
        len(parts) == 2
        and all(part.isascii() and part.isalpha() and part.islower() for part in parts)
        and not _ADJECTIVE.search(parts[1])
    )


_ADJECTIVE = lazy(
    "(?:ed|al|ic|ive|ous|ar|ary|ory|an|ant|ent|able|ible|less|ful|ing|ine|ile|ose|y)$"
)


def _same(keyword: str) -> str:
    if keyword.isascii():
        return " ".join(keyword.lower().split())
    return collapse(normalize("NFKC", keyword).casefold())


def _once(keywords: Sequence[str]) -> list[str]:
    kept: dict[str, str] = {}
    for keyword in keywords:
        kept.setdefault(_same(keyword), keyword)
    return list(kept.values())
