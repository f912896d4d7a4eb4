"""Titles in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Examples, rule

from ._examples import titled  # noqa: TID251 - of this family

CAPITALS = "the title is in capitals"


def _all_caps() -> Examples:
    return (
        # clean
        titled("On the Origin of Species"),
        titled("DNA, RNA, PCR and HIV"),
        titled("HIV, HCV, HBV, HDV, HEV"),  # acronyms
        titled("PLOS ONE"),
        titled("MENTOR"),
        titled("BERT, GPT-2, XLNET AND FRIENDS in practice today"),
        titled("SARS-CoV-2 in ICU patients"),
        titled("C57BL/6J MICE"),  # too short to tell
        titled("中国 GDP CPI PPI PMI 研究"),
        titled("糖尿病と肥満"),
        titled("الذكاء الاصطناعي في التعليم"),  # a script without case
        titled("AÇÃO E REAÇÃO"),
        titled("한국어 연구 KCI SCI SSCI"),
        # in capitals
        titled("BANKING ON HUMAN CORD CELLS", CAPITALS),
        titled("THE EFFECT OF mRNA ON DEVELOPMENT", CAPITALS),
        titled("ÜBER DIE GRUNDLAGEN DER GEOMETRIE", CAPITALS),
        titled("СРАВНИТЕЛЬНЫЙ АНАЛИЗ МЕТОДОВ ЛЕЧЕНИЯ", CAPITALS),
        titled("A&amp; BRIEF STUDY OF THE WATER", CAPITALS),
        titled("ΠΕΡΙ ΤΗΣ ΦΥΣΕΩΣ ΤΩΝ ΠΡΑΓΜΑΤΩΝ", CAPITALS),
        titled("ＢＡＮＫＩＮＧ ＯＮ ＨＵＭＡＮ ＣＥＬＬＳ", CAPITALS),
    )


_LOWER = re.compile("[a-z]{5}")
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
LETTERS = 12
"""Capitals in words of five letters and more: most acronyms are shorter."""


def without_small_letters(record: Record) -> bool:
    """A screen: a title that does not begin with a word in small letters, as nearly all do, or may
    hold entities."""
    title = record.title
    return "&" in title or not (title[1:4].islower() or _LOWER.search(title, 0, 40))


@rule(
    "TIT002",
    "title-all-caps",
    severity=Severity.WARNING,
    examples=_all_caps,
    reads=("title",),
    screen=without_small_letters,
)
def title_all_caps(record: Record) -> Iterator[Finding]:
    """A title in capital letters.

    Why: no style can take it back: capitals hide which words are names and acronyms. For the same
    reason nothing is suggested.

    Not found: titles of fewer than four words; acronyms side by side; scripts without case.

    Source: measured: four fifths of the letters part titles in capitals from those with acronyms.
    """
    title = record.title
    if "&" in title:  # an entity is ENC001's, and has no letters
        from html import unescape

        title = unescape(title)
    words = title.split()
    capital = sum(map(str.isupper, words))
    if capital < 3 or capital < 0.7 * len(words) or len(words) < 4:
        return
    upper = sum(map(str.isupper, title))
    cased = upper + sum(map(str.islower, title))
    letters = sum(map(str.isalpha, title))
    if upper < 0.8 * cased or cased < 0.8 * letters:
        return
    long = (word for word in _LONG_WORD.findall(title) if word.isupper())
    if sum(map(len, long)) >= LETTERS:
        yield Finding("title", CAPITALS, record.title)
