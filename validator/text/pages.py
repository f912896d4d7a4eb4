"""Pages as the formats give them: ranges, lists, article numbers, in any script."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

LONGEST = 200  # characters; no list of pages is longer, and nothing longer is taken apart

DASHES = "-‐‑‒–—―−─﹣－~∼〜～〰"
"""Characters that stand between the ends of a range somewhere."""

_DASH = re.compile(rf"[{DASHES}]+|(?<=\d)[一ー](?=\d)")  # Han 一 and kana ー: read from print
_STRONG = re.compile(r"=")  # what `_normal` makes of a dash that cannot be part of a page number
_WORD_DASH = re.compile(r"(?<=[\da-z]) ?(?:\bto\b|\bbis\b|\bà\b|至|到|から) ?(?=[\da-z第])", re.I)

_LABEL = re.compile(
    r"(?:pp?\.|pp(?=[\d ])|p (?=\d)|pgs?\.|pages?\b|p[aá]gs?\.|p[aá]ginas?\b|seiten?\b|S\. |"
    r"ss?\. ?(?=\d)|str\.|hlm\.|стр\.|[СсCc]\. ?(?=\d)|頁 ?(?=\d)|页 ?(?=\d)|第(?=[^版]*[页頁]))[ :]*",
    re.I,
)
_LABEL_AFTER = re.compile(
    r" ?(?:(?<![a-z])pp?\.?|pgs?\.?|pages?|p[aá]gs?\.?|p[aá]ginas?|seiten?|(?<= )S\.|стр\.?|"
    r"(?<=[\d ])[Сс]\.|[页頁]|쪽|면)$",
    re.I,
)
_ARTICLE = re.compile(
    r"(?:art(?:icle|ikel|\.)?(?:[ -]?(?:id|no\.?|number|nr\.?|num\.?))?|artn|unsp|pii|id|"
    r"paper(?: (?:id|no\.?|number))?|poster|e-?location(?:[ -]?id)?|no\.|статья|文章编号|文章編號|"
    r"#)[ :.]*(?=[\da-z])",
    re.I,
)
_COUNT = re.compile(r"[ ,;:]*\(?\b\d+ ?(?:pages?|pp?\.?|页|頁)\)?$", re.I)
_OPEN = re.compile(
    r" ?(?:\+|(?<=\d)f{1,2}\.?|(?<=\d) ?(?:sqq?|ss)\.|\bet seq\.?|(?:\bet )?\bpassim|"
    r"и след\.?|以下|起)$",
    re.I,
)
_NO_PAGES = frozenset(
    "n. pag.|n.pag.|n pag|n.p.|np|unpaginated|unpag.|unpaged|no pagination|s.p.|s. p.|o. s.|"
    "ohne seitenzählung|sin paginación|sin paginar|non paginé|б. с.|online|online only|"
    "online first|epub|e-pub|epub ahead of print|ahead of print|advance online publication|"
    "in press|in print|im druck|sous presse|en prensa|forthcoming|to appear|accepted|"
    "early access|в печати|印刷中|待刊|网络首发|網路首發|优先出版|出版中".split("|")
)
_LIST = re.compile(r" ?(?:[,;+&/、]|\band\b|\bund\b|\bet\b|\bи\b|和) ?")
_THOUSANDS = re.compile(r"\d{1,3},\d{3}[-=]\d{1,3},\d{3}")
_ROMAN = re.compile(r"m{0,4}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})", re.I)
_ATOM = re.compile(
    r"[^\W\d_]{0,8}\d{1,12}[^\W\d_]{0,4}\d{0,8}(?:[.:_][^\W\d_]{0,4}\d{1,8}[a-z]{0,3}){0,3}\*?|"
    r"[a-z]|[〇零一二三四五六七八九十百千]{1,8}|第?[a-z]?\d{1,3}版|"
    r"(?:前插|后插|後插|插|封|彩插?|扉|附|图版|圖版|目录|面)[页頁]?[面里底一二三四\d]{0,3}",
    re.I,
)
_PII = re.compile(r"S?\d{4}-?\d{3}[\dx]\(\d\d\)\d{5}-?[\dx]", re.I)
_PARTS = re.compile(r"(.*?)(\d+)([^\W\d_]{0,3}\*?)")


class Span(NamedTuple):
    """A page or a range, its end written out: ``1099-108`` is 1099 to 1108."""

    first: str
    last: str

    @property
    def descends(self) -> bool:
        """Whether the last page comes before the first; False where they do not compare."""
        a, b = _ordinal(self.first), _ordinal(self.last)
        return a is not None and b is not None and a[0] == b[0] and a[1:] > b[1:]


class Pages(NamedTuple):
    """What a page field says. ``spans`` is empty where it declares that there are no pages."""

    raw: str
    spans: tuple[Span, ...] = ()
    label: bool = False  # "pp.", "页" and their like
    is_count: bool = False  # "10 pages": how many, not which
    is_article_number: bool = False  # it says "Article 5"
    open_ended: bool = False  # 12ff., 12+

    @property
    def plain(self) -> str:
        """The pages without labels, ends written out: a normal form, which reads as itself."""
        return ", ".join(
            first if first == last else f"{first}{'--' if '-' in first + last else '-'}{last}"
            for first, last in self.spans
        )


def first_page(text: str) -> str:
    """The first page, for comparison: "S12" of "pp. S12–18"; "" where none can be read."""
    pages = parse(text)
    return _bare(pages.spans[0].first) if pages and pages.spans else ""


def last_page(text: str) -> str:
    """The last page of the first range, written out: "1108" of "1099-108"; of "12" it is "12"."""
    pages = parse(text)
    return _bare(pages.spans[0].last) if pages and pages.spans else ""


def page_range(text: str) -> tuple[int, int] | None:
    """The first range as numbers, a single page as a range of one.

    None where the two ends do not count in one series: ``xii-15``, ``A1-B2``.
    """
    pages = parse(text)
    if not pages or not pages.spans or pages.is_count:
        return None
    first, last = map(_ordinal, pages.spans[0])
    if first is None or last is None or first[0] != last[0]:
        return None
    return first[1], last[1]


def parse(text: str) -> Pages | None:
    """Read a page field; None where it is neither pages nor an article number. Never raises.

    The forms are those of GB/T 7714 (``35-38+80``), LIPIcs (``1:1-1:23``), Cochrane
    (``CD001234``), Elsevier (``1043.e1-1043.e9``), AIP (``024102-1-7``), PubMed (``1099-108``)
    and of print: roman numbers, supplements, lists, ``12ff.``
    """
    if text.isdecimal() and len(text) < 13 and text.isascii():
        return Pages(text, (Span(text, text),))
    return _parse(text) if len(text) <= LONGEST else None


@lru_cache(maxsize=8192)
def _parse(raw: str) -> Pages | None:
    text = _normal(raw)
    if text.casefold().strip("[]() ") in _NO_PAGES:
        return Pages(raw)
    text, label, is_count = _without_label(text)
    article = _ARTICLE.match(text)
    if article:
        text = _COUNT.sub("", text[article.end() :])
    text = _strip_brackets(text)
    text, opened = _OPEN.subn("", text)
    if _THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    if _PII.fullmatch(text.replace("=", "-")):
        return Pages(raw, (Span(text, text),), label, is_article_number=True)
    spans = []
    for part in _LIST.split(text):
        span = _span(part)
        if span is None:
            return None
        spans.append(span)
    is_count = is_count and len(spans) == 1 and spans[0].first == spans[0].last
    return Pages(raw, tuple(spans), label, is_count, bool(article), bool(opened))


def _normal(text: str) -> str:
    """Width and digits folded; a hyphen stays "-", every other dash becomes "="."""
    if not text.isascii():
        text = text.replace("…", " ")
        text = _DASH.sub(lambda m: "-" if m[0] in "-‐‑－﹣" else "=", text)
        text = unicodedata.normalize("NFKC", text)
        text = "".join(str(unicodedata.decimal(c, c)) for c in text)
    text = re.sub(r"-{2,}|~+", "=", text.replace("{", "").replace("}", ""))
    text = _WORD_DASH.sub("=", text)
    text = re.sub(r"\s*([-=])\s*", r"\1", " ".join(text.split()))
    return re.sub(r"=+", "=", re.sub(r"-?=-?", "=", text))


def _without_label(text: str) -> tuple[str, bool, bool]:
    """The text without "pp." before or "页" after it; whether there was one; whether a count."""
    bare, before = _LABEL.subn("", text)
    bare, after = _LABEL_AFTER.subn("", bare)
    if not any(map(str.isdigit, bare)) and not before and not _ATOM.fullmatch(bare):
        return text, False, False
    return bare.strip(), bool(before or after), bool(after and not before)


def _strip_brackets(text: str) -> str:
    while len(text) > 2 and text[0] + text[-1] in ("()", "[]", "（）"):
        text = text[1:-1].strip()
    return text


def _span(text: str) -> Span | None:
    """A page or a range. The normal form has "=" for a strong dash, "-" for a hyphen."""
    if "=" in text:
        ends = text.split("=")
        if len(ends) != 2 or not all(_is_page(end) for end in ends):
            return None
        return _range(*ends)
    parts = text.split("-")
    if not all(_is_page(part) or (i % 2 == 0 and part.isalpha()) for i, part in enumerate(parts)):
        return None
    match parts:
        case [page]:
            return Span(page, page) if _is_page(page) else None
        case [first, last] if not _is_page(first) or (first in "CDLM" and last.isdecimal()):
            return Span(text, text)  # S-12
        case [first, last]:
            return _range(first, last)
        case [head, first, last] if head.isalpha() or len(head) > 4:  # S-12-18, 024102-1-7
            return _range(f"{head}-{first}", f"{head}-{last}")
        case [a, first, b, last] if a.casefold() == b.casefold() or (a + b).isalpha():
            return _range(f"{a}-{first}", f"{b}-{last}")  # 10-1-10-5
    return None


def _is_page(text: str) -> bool:
    if "-" in text:  # a page with a chapter: 10-5, A-12
        chapter, _, page = text.partition("-")
        return (_is_page(chapter) or chapter.isalpha()) and len(chapter) < 9 and _is_page(page)
    if not text or len(text) > 40:
        return False
    return _ATOM.fullmatch(text) is not None or _ROMAN.fullmatch(text) is not None


def _range(first: str, last: str) -> Span:
    """A range with its end written out, where that is abbreviated."""
    a, b = _PARTS.fullmatch(first), _PARTS.fullmatch(last)
    if not a or not b or a[1].casefold() == b[1].casefold() != "":
        return Span(first, last) if not a or not b else Span(first, a[1] + _longer(a[2], b))
    if not a[1].casefold().endswith(b[1].casefold()):
        return Span(first, last)
    if len(a[2]) > 4 and not a[1] and len(b[2]) < 4 and _filled(a[2], b[2]) < a[2]:
        return Span(f"{first}-{last}", f"{first}-{last}")  # 051102-1: an article and its page
    return Span(first, a[1] + _longer(a[2], b))


def _longer(digits: str, last: re.Match[str]) -> str:
    return _filled(digits, last[2]) + last[3]


def _filled(first: str, last: str) -> str:
    return first[: max(0, len(first) - len(last))] + last


def _bare(page: str) -> str:
    """A number without leading zeros; anything else as it is."""
    return (page.lstrip("0") or "0") if page.isdecimal() else page


def _ordinal(page: str) -> tuple[str, int, str] | None:
    """The series a page counts in, its number and its letter; None where it has no number."""
    found = _PARTS.fullmatch(page)
    if found:
        return found[1].casefold(), int(found[2]), found[3].casefold()
    if page and _ROMAN.fullmatch(page):
        return "roman", roman_value(page), ""
    return None


def roman_value(text: str) -> int:
    """The value of a roman number: 14 of "xiv"."""
    values = [dict(i=1, v=5, x=10, l=50, c=100, d=500, m=1000)[c] for c in text.casefold()]
    later = (*values[1:], 0)
    return sum(-v if v < after else v for v, after in zip(values, later, strict=True))
