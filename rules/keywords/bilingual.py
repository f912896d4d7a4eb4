"""Keywords that hold their translation."""

from __future__ import annotations

from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Example, Examples, rule
from validator.text.patterns import lazy
from validator.text.script import Script, has_cjk, has_latin, script

TWO_LANGUAGES = "a keyword and its translation in one"


def keyed(*keywords: str, says: tuple[str, ...] = (), suggests: str | None = None) -> Example:
    return Example(Record(keyword=keywords), says, suggests)


def _bilingual() -> Examples:
    return (
        # clean
        keyed("加权基因共表达网络分析(WGCNA)", "地理信息系统（GIS）", "개념설계"),  # abbreviations
        keyed("深度学习", "deep learning"),  # each by itself
        keyed("rhGH(重组)", "Java(编程语言)", "词向量(word2vec)"),  # a qualifier, a name
        keyed("铁(III)", "β-环糊精(β-CD)", "二氧化钛(TiO2)", "维生素(K)"),
        keyed("Receptors (Cell Surface)", "gene (human)"),  # in one language
        keyed("сосна (Pinus sylvestris)", "Фейсбук (Facebook)"),  # a scientific name, a name
        keyed("опыты (in vitro)", "клетки (HeLa)", "язык (C)", "Java (язык)", "α-синуклеин (SNCA)"),
        keyed("図書館（日本）", "데이터(資料)"),  # East Asian on both sides
        # in two languages
        keyed(
            "개념설계(Preliminary Design)",
            says=(TWO_LANGUAGES,),
            suggests="개념설계; Preliminary Design",
        ),
        keyed("GIS(地理信息系统)", says=(TWO_LANGUAGES,), suggests="GIS; 地理信息系统"),
        keyed(
            "深度学习（deep learning）", says=(TWO_LANGUAGES,), suggests="深度学习; deep learning"
        ),
        keyed("данные (data)", says=(TWO_LANGUAGES,), suggests="данные; data"),
        keyed("έδαφος (soil)", says=(TWO_LANGUAGES,), suggests="έδαφος; soil"),
        keyed(
            "machine learning (машинное обучение)",
            says=(TWO_LANGUAGES,),
            suggests="machine learning; машинное обучение",
        ),
        keyed("مكتبة (library)", says=(TWO_LANGUAGES,), suggests="مكتبة; library"),
        keyed("図書館 (library)", says=(TWO_LANGUAGES,), suggests="図書館; library"),
        keyed("soil moisture(土壤水分)", says=(TWO_LANGUAGES,), suggests="soil moisture; 土壤水分"),
        keyed(
            "機械学習 [Machine Learning]",
            says=(TWO_LANGUAGES,),
            suggests="機械学習; Machine Learning",
        ),
    )


_GLOSSED = lazy(r"([^()（）\[\]]{2,80}?)\s*[(（\[]([^()（）\[\]]{2,80})[)）\]]")
SHORTEST_TRANSLATION = 4
"""Characters of a CJK translation of a Latin keyword; fewer are a qualifier: Python(软件)."""

_LATIN_TERMS = ("in vitro", "in vivo", "in silico", "in situ", "ex vivo", "post mortem", "de novo")
"""Terms of every language, which qualify what stands before them."""


@rule(
    "KEY004",
    "keyword-bilingual",
    severity=Severity.INFO,
    examples=_bilingual,
    reads=("keyword",),
)
def keyword_bilingual(record: Record) -> Iterator[Finding]:
    """A keyword holds its translation in brackets: 개념설계(Preliminary Design).

    Why: it is found under neither, and counted apart from the keyword in one language.

    Not found: abbreviations in brackets (WGCNA), formulas, qualifiers (Java(编程语言)); brackets
    in the same script; beside other scripts than Chinese, Japanese and Korean, all that is not in
    small letters: names of species, people and programs.

    Source: the keyword lists of Korean, Chinese and Russian journals, which give each language
    by itself.
    """
    for index, keyword in enumerate(record.keyword):
        if keyword.isascii() or keyword[-1:] not in (")", "）", "]"):
            continue
        found = _GLOSSED.fullmatch(keyword) if len(keyword) < 160 else None
        if found and _are_translations(*found.groups()):
            meant = "; ".join(part.strip() for part in found.groups())
            yield Finding("keyword", TWO_LANGUAGES, keyword, suggestion=meant, index=index)


def _are_translations(outside: str, inside: str) -> bool:
    """Whether one side is Latin, the other not, and the Latin one no abbreviation in brackets."""
    if not has_cjk(outside) and not has_cjk(inside):
        return _are_words(outside, inside) or _are_words(inside, outside)
    if has_cjk(outside) and not has_cjk(inside):
        return has_latin(inside) and not _is_abbreviation(inside)
    if has_cjk(outside) or not has_cjk(inside) or len(inside) < SHORTEST_TRANSLATION:
        return False
    return outside.islower() or " " in outside or (outside.isupper() and outside.isalpha())


def _are_words(latin: str, other: str) -> bool:
    """Whether a text is Latin words in small letters, and the other is in another alphabet."""
    return (
        latin.islower()
        and min(len(latin), len(other)) >= SHORTEST_TRANSLATION
        and not _is_abbreviation(latin)
        and not latin.startswith(_LATIN_TERMS)
        and script(latin) is Script.LATIN
        and script(other) in (Script.CYRILLIC, Script.OTHER)
    )


def _is_abbreviation(text: str) -> bool:
    """Capitals, digits and signs rather than words: WGCNA, TiO2, mRNA, β-CD."""
    if any(len(word) > 3 and word.isalpha() and word[1:].islower() for word in text.split()):
        return any(map(str.isdigit, text))
    return True
