"""Phrases that were split into keywords."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from validator.finding import Finding, Severity
from validator.record import Parallel, Record
from validator.registry import Example, Examples, rule
from validator.text.patterns import lazy
from validator.text.script import HAN, KANA

from ._lists import whole  # noqa: TID251 - of this family

_BARE = lazy(r"\d{1,4}|[A-Za-z]")
_EAST_ASIAN = lazy(f"[{HAN}{KANA}]")
LONGEST_TOKEN = 80  # characters of a keyword that may be part of a phrase
SPLIT = "a phrase split into several keywords"


def about(title: str, *keywords: str) -> Record:
    return Record(title=title, keyword=keywords)


def _keyword_split() -> Examples:
    return (
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
        Example(
            about("Vitamin C in fruits", "Vitamin", "C", "fruit"), (SPLIT,), "Vitamin C; fruit"
        ),
        Example(about("2型糖尿病的治疗", "2", "型糖尿病", "治疗"), (SPLIT,), "2型糖尿病; 治疗"),
        Example(about("维生素C的研究", "维生素", "C", "护理"), (SPLIT,), "维生素C; 护理"),
        Example(about("Диабет 2 типа", "Диабет", "2", "типа"), (SPLIT,), "Диабет 2 типа"),
        Example(
            Record(keyword=("interleukin", "6", "mice"), abstract="Interleukin 6 of mice."),
            (SPLIT,),
            "interleukin 6; mice",
        ),
        Example(  # the keywords beside the Chinese ones, by the title beside the Chinese one
            Record(
                title="2型糖尿病的治疗",
                keyword=("2型糖尿病", "治疗"),
                parallel=Parallel(title="Type 2 diabetes", keyword=("type", "2", "diabetes")),
            ),
            (SPLIT,),
        ),
    )


@rule(
    "KEY003",
    "keyword-split",
    severity=Severity.WARNING,
    examples=_keyword_split,
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
    for side in (record, record.parallel):
        keywords = side.keyword
        if len(keywords) < 2 or not any(map(_BARE.fullmatch, keywords)):
            continue
        joined = list(_joined(keywords, f"{side.title}\n{side.abstract}"))
        if len(joined) < len(keywords):
            found = whole(keywords, joined, SPLIT)
            yield found if side is record else replace(found, suggestion=None, safe=False)


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
    edge = "" if _EAST_ASIAN.match(stretch[-1][-1]) else rf"(?![^\W{HAN}{KANA}])"
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
