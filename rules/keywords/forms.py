"""Keywords that are no clean list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import normalize

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Example, rule
from validator.text.unicode import collapse

from ._lists import whole  # noqa: TID251 - of this family

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
    listed("Receptors, Adrenergic, beta", "heart"),
    listed("乙型肝炎，慢性", "肝硬化"),  # an inverted heading too
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
