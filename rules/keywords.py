"""Faults in keywords and classification numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from unicodedata import normalize

from validator.finding import Finding, Severity
from validator.record import Field, Record
from validator.registry import Example, rule
from validator.text.script import HAN, KANA
from validator.text.unicode import collapse

_SEMICOLON = re.compile("[;；]")
_ENTITY = re.compile(r"&#?\w{1,31};")
LONGEST_PART_OF_LIST = 40  # characters; what is longer is a sentence
# "，" and "、" join the parts of one concept too (车、船): three parts and more are a list.
_HAN_COMMA = re.compile("[，、]")
_COMMA = re.compile(r",\s+")
_DOT = re.compile(r"(?<=[a-z]{5})\.$|(?<=[^\x00-\x7f])[.。]$")

SEMICOLONS = "several keywords in one, joined by semicolons"
COMMAS = "several keywords in one, joined by commas"
EMPTY = "a keyword without a letter or digit"
TWICE = "the same keyword twice"
FULL_STOP = "a full stop at the end of the keywords"


def listed(*keywords: str, says: tuple[str, ...] = (), suggests: str | None = None) -> Example:
    return Example(Record(keyword=keywords), says, suggests)


KEYWORDS_FORM = (
    listed("2,4-D", "1,2-dichloroethane", "N,N-dimethylformamide"),  # commas of chemistry
    listed("Diabetes Mellitus, Type 2", "Receptors, Cell Surface"),  # inverted headings
    listed("车、船", "机械工程"),  # one concept
    listed("C", "C#", "C++"),
    listed("Homo sapiens", "E. coli spp.", "U.S."),
    listed("データ", "데이터", "данные", "بيانات"),
    listed("R&amp;D"),  # ENC001
    listed("农业、林业、水利", "文化、科学、教育、体育"),  # headings of a classification
    listed(*(f"subject {i}" for i in range(40))),  # databases and readers add to a list
    listed("soil; water；air", says=(SEMICOLONS,), suggests="soil; water; air"),
    listed("土壤，水，空气", says=(COMMAS,), suggests="土壤; 水; 空气"),
    listed("農業、土壌、気候", says=(COMMAS,), suggests="農業; 土壌; 気候"),
    listed("soil, water, air, 2,4-D", says=(COMMAS,), suggests="soil; water; air; 2,4-D"),
    listed("soil", "-", "water", says=(EMPTY,), suggests="soil; water"),
    listed("Soil", "water", "soil", says=(TWICE,), suggests="Soil; water"),
    listed("ＤＮＡ", "DNA", says=(TWICE,), suggests="ＤＮＡ"),
    listed("soil", "heavy metals.", says=(FULL_STOP,), suggests="soil; heavy metals"),
    listed("土壤", "重金属。", says=(FULL_STOP,), suggests="土壤; 重金属"),
)


@rule(
    "KEY001",
    "keywords-form",
    severity=Severity.WARNING,
    examples=KEYWORDS_FORM,
    reads=("keyword",),
)
def keywords_form(record: Record) -> Iterator[Finding]:
    """The keywords are no clean list: several in one, one twice, an empty one, a final stop.

    Why: "soil, water" as one keyword is found under neither, and each form of a keyword is
    counted as a subject of its own.

    Not found: long lists, to which databases and readers add; commas of chemistry and of inverted
    headings (Diabetes Mellitus, Type 2); 、 between the parts of one concept and in headings of a
    classification; separators at the end of a field, which are read off; the keywords of a
    database, which are kept apart.

    Source: the lists of keywords of journals; MeSH headings for the commas.
    """
    keywords = record.keyword
    split = [part for keyword in keywords for part in _parts(keyword, alone=len(keywords) == 1)]
    if len(split) > len(keywords):
        message = SEMICOLONS if any(map(_has_semicolon, keywords)) else COMMAS
        yield whole(keywords, split, message)
    filled = [keyword for keyword in keywords if any(map(str.isalnum, keyword))]
    if len(filled) < len(keywords):
        yield whole(keywords, filled, EMPTY)
    unique = list({_same(keyword): keyword for keyword in reversed(filled)}.values())[::-1]
    if len(unique) < len(filled):
        yield whole(keywords, _once(filled), TWICE)
    if keywords and _DOT.search(keywords[-1]) and not any("." in k for k in keywords[:-1]):
        yield whole(keywords, [*keywords[:-1], keywords[-1][:-1]], FULL_STOP)


def whole(keywords: Sequence[str], meant: Sequence[str], message: str) -> Finding:
    return Finding(
        "keyword", message, value="; ".join(keywords), suggestion="; ".join(meant), safe=True
    )


def _has_semicolon(keyword: str) -> bool:
    return _SEMICOLON.search(keyword) is not None and not _ENTITY.search(keyword)


def _parts(keyword: str, *, alone: bool) -> list[str]:
    """The keywords in one; a list joined by commas is split where it is the only one."""
    parts = [keyword]
    if _has_semicolon(keyword):
        parts = _SEMICOLON.split(keyword)
    elif alone:
        han, latin = _HAN_COMMA.split(keyword), _COMMA.split(keyword)
        parts = han if len(han) > 2 else latin if len(latin) > 3 else parts
        if max(map(len, parts)) > LONGEST_PART_OF_LIST:
            parts = [keyword]
    return [collapse(part) for part in parts if part.strip()]


def _same(keyword: str) -> str:
    return collapse(normalize("NFKC", keyword).casefold())


def _once(keywords: Sequence[str]) -> list[str]:
    kept: dict[str, str] = {}
    for keyword in keywords:
        kept.setdefault(_same(keyword), keyword)
    return list(kept.values())


_BARE = re.compile(r"\d{1,4}|[A-Za-z]")
_EAST_ASIAN = re.compile(f"[{HAN}{KANA}]")
LONGEST_TOKEN = 80  # characters of a keyword that may be part of a phrase
SPLIT = "a phrase split into several keywords"


def about(title: str, *keywords: str) -> Record:
    return Record(title=title, keyword=keywords)


KEYWORD_SPLIT = (
    Example(about("Type 1 diabetes", "Type 1 diabetes", "insulin")),
    Example(about("2,4-D in soil", "2,4-D", "soil")),
    Example(about("Ratios of C, N and P in soil", "soil", "C", "N", "P")),  # elements
    Example(about("Soil N and P", "soil", "N", "P")),
    Example(about("PM 2.5 in cities", "PM", "2.5", "cities")),
    Example(about("Statistics with R and R packages", "R", "statistics")),
    Example(about("Phosphorus (P) in lakes", "phosphorus", "P")),  # not the words side by side
    Example(about("Sequences", "Type", "1", "diabetes")),  # no such phrase: it cannot be proved
    Example(about("Soil N and soil pH", "soil", "N")),  # "soil" is a keyword by itself
    Example(about("GaN基LED的研究", "GaN", "LED", "한국어", "Пример")),
    Example(
        about("Cells in type 1 diabetes", "Cells", "Type", "1", "diabetes", "Transplantation"),
        (SPLIT,),
        "Cells; Type 1 diabetes; Transplantation",
    ),
    Example(about("COVID-19 in China", "COVID", "19", "China"), (SPLIT,), "COVID-19; China"),
    Example(about("Vitamin C in fruits", "Vitamin", "C", "fruit"), (SPLIT,), "Vitamin C; fruit"),
    Example(about("2型糖尿病的治疗", "2", "型糖尿病", "治疗"), (SPLIT,), "2型糖尿病; 治疗"),
    Example(about("Диабет 2 типа", "Диабет", "2", "типа"), (SPLIT,), "Диабет 2 типа"),
    Example(
        Record(keyword=("interleukin", "6", "mice"), abstract="Interleukin 6 of mice."),
        (SPLIT,),
        "interleukin 6; mice",
    ),
)


@rule(
    "KEY003",
    "keyword-split",
    severity=Severity.WARNING,
    examples=KEYWORD_SPLIT,
    reads=("keyword",),
)
def keyword_split(record: Record) -> Iterator[Finding]:
    """A phrase with a number or letter was split into keywords: Type; 1; diabetes.

    Why: the subject is found under none of its parts, and "1" is a subject that many unrelated
    records share.

    Not found: elements and other letters in a list (C; N; P), numbers with a point (PM; 2.5); a
    number or letter whose neighbours do not stand beside it in the title or the abstract; a letter
    behind a word that stands alone there too.

    Source: the title and abstract of the record itself: they hold the phrase that is suggested.
    """
    keywords = record.keyword
    if len(keywords) < 2 or not any(map(_BARE.fullmatch, keywords)):
        return
    text = f"{record.title}\n{record.abstract}"
    joined = list(_joined(keywords, text))
    if len(joined) < len(keywords):
        yield whole(keywords, joined, SPLIT)


def _joined(keywords: Sequence[str], text: str) -> Iterator[str]:
    """The keywords, with those joined that stand side by side in the text."""
    letters = {k for k in keywords if len(k) == 1 and k.isalpha()}
    i = 0
    while i < len(keywords):
        for stretch in _stretches(keywords, i, elements=len(letters) > 1):
            phrase = _phrase(stretch, text)
            if phrase:
                yield phrase
                i += len(stretch)
                break
        else:
            yield keywords[i]
            i += 1


def _stretches(keywords: Sequence[str], i: int, *, elements: bool) -> Iterator[Sequence[str]]:
    """What may be one phrase, beginning at i, the longer first: a word, a bare number or letter,
    a word; or two of these. A letter goes with the word before it.
    """
    for size in (3, 2):
        stretch = keywords[i : i + size]
        if len(stretch) < size or not all(0 < len(k) < LONGEST_TOKEN for k in stretch):
            continue
        bare = [_BARE.fullmatch(keyword) is not None for keyword in stretch]
        middle = bare.index(True) if bare.count(True) == 1 else -1
        if middle < 0 or (size == 3 and middle != 1):
            continue
        if stretch[middle].isalpha() and (elements or middle == 0):
            continue
        yield stretch


def _phrase(stretch: Sequence[str], text: str) -> str:
    """The phrase of a stretch as the text joins it, "" where it does not."""
    pattern = re.escape(stretch[0])
    for before, after in pairwise(stretch):
        tight = _EAST_ASIAN.match(before[-1]) or _EAST_ASIAN.match(after[0])
        pattern += (r"(\s*)" if tight else r"(\s+|-)") + re.escape(after)
    edge = "" if _EAST_ASIAN.match(stretch[-1][-1]) else r"(?!\w)"
    found = re.search(rf"(?<![^\W{HAN}{KANA}]){pattern}{edge}", text, re.IGNORECASE)
    if not found:
        return ""
    if len(stretch) == 2 and stretch[1].isalpha() and len(stretch[1]) == 1:
        word, letter = map(re.escape, stretch)
        if re.search(rf"(?<!\w){word}(?!\w)(?![\s-]+{letter}(?!\w))", text, re.IGNORECASE):
            return ""
    gaps = (" " if gap.isspace() else gap for gap in found.groups())
    return stretch[0] + "".join(
        gap + keyword for gap, keyword in zip(gaps, stretch[1:], strict=True)
    )


LONGEST_PART = 200  # characters of a number with its caption
_CAPTION = re.compile(
    r"\s*(?:\[[^\[\]]*\]|【[^【】]*】|[(（](?=[^()（）]*[\u3400-\u9fff])[^()（）]*[)）])\s*"
)
_CODE = re.compile(
    r"(?:DF?|T[A-Z]?|[A-CE-KN-SUVXZ])(?:\d{0,3}|\d{3}(?:\.\d+)+)"
    r"(?:[-+=:/][A-Z]{0,2}\d*(?:\.\d+)*|\([\d-]+\)|\"\d+\"|<\d+>|\{\d+\}|\.\d+)*"
)
_UNDOTTED = re.compile(r"((?:DF|T[A-Z]|[A-KN-SUVXZ])\d{3})(\d{1,3})")
_SEPARATOR = re.compile("[;；,，、\n]+")
CLC_LABELS = frozenset(("中图分类号", "中圖分類號", "分类号", "clc", "cl", "clc中图分类号"))
NO_CLC = "no number of the Chinese Library Classification"


def classed(classification: str, *says: str, suggests: str | None = None) -> Example:
    return Example(Record(classification=classification), says, suggests)


CLC = (
    classed("Q813"),
    classed("Q813 [细胞工程];"),  # a caption in brackets is read off
    classed("TP391.1; DF414；R587.1, D923.99"),
    classed("F279.23+2"),
    classed("K203(2); I207.42/.43; TU-092; H319.4:I; R-332; G633.3=41"),
    classed("[D9] -"),  # an alternative class
    classed("D0; T; Z89; X; O6-33"),
    classed("TP391 TP18"),
    classed("A"),
    Example(Record(classification="QA76.73.P98", raw=(Field("lcc", "", "classification"),))),
    classed("tp391.1", NO_CLC, suggests="TP391.1"),
    classed("ＴＰ391.1", NO_CLC, suggests="TP391.1"),
    classed("TP 391.1", NO_CLC, suggests="TP391.1"),
    classed("TP3911; Q813", NO_CLC, suggests="TP391.1; Q813"),
    classed("L123", NO_CLC),  # L, M, W and Y are no classes
    classed("TP3O1", NO_CLC),  # a letter in the place of a digit: which one is not certain
    classed("细胞工程", NO_CLC),
)


@rule(
    "CLC001",
    "clc-malformed",
    severity=Severity.INFO,
    examples=CLC,
    reads=("classification",),
)
def clc_malformed(record: Record) -> Iterator[Finding]:
    """A classification is no number of the Chinese Library Classification (中图法).

    Why: libraries and databases shelve and search by it: TP3911 is a class that does not exist.

    Not found: several numbers in one field; captions in brackets; alternative classes ([D9]) and
    the auxiliary signs - + = : / ( ) " < >; fields that name another scheme.

    Source: 中国图书馆分类法, 5th edition: a letter (two in T, and DF), digits with a point after
    the third.
    """
    labels = {field.name.lower() for field in record.raw if field.variable == "classification"}
    if labels and not labels & CLC_LABELS:
        return
    value = record.classification
    parts = [part for part in _SEPARATOR.split(value) if part.strip()]
    mended = [_mended_code(part) for part in parts]
    if all(code == part for part, code in zip(parts, mended, strict=True)):
        return
    known = None not in mended
    yield Finding(
        "classification",
        NO_CLC,
        value=value,
        suggestion="; ".join(code.strip() for code in mended if code) if known else None,
        safe=known,
    )


def _mended_code(part: str) -> str | None:
    """A part of the field with its number put right; None where that is not certain."""
    if len(part) > LONGEST_PART:
        return None
    code = _CAPTION.sub(" ", part).strip(" -–") or part.strip(" -–[]")
    if not code or all(map(_CODE.fullmatch, code.split())):
        return part
    tight = normalize("NFKC", code).upper().replace(" ", "")
    undotted = _UNDOTTED.fullmatch(tight)
    if undotted:
        tight = f"{undotted[1]}.{undotted[2]}"
    return part.replace(code, tight) if _CODE.fullmatch(tight) else None
