"""The forms of pages: labels, article numbers, lists, pages with chapters, in any script."""

from __future__ import annotations

import re
import unicodedata

from validator.text.page_mending import digits_meant
from validator.text.page_types import DASHES, Pages, Span, is_roman, make_range

_DASH = re.compile(rf"[{DASHES}]+|(?<=\d)[一ー](?=\d)")  # Han 一 and kana ー: read from print
_WORD_DASH = re.compile(r"(?<=[\da-z]) ?(?:\bto\b|\bbis\b|\bà\b|至|到|から) ?(?=[\da-z第])", re.I)

_LABEL = re.compile(
    r"(?:^|(?<=[-–—=,;+&~])) ?(?:pp?\.|pp(?=[\d ])|p (?=\d)|pgs?\.|pgs? (?=\d)|page\(s\)|pages?\b|"
    r"p[aá]g[gs]?\.|p[aá]ginas?\b|seiten?\b|s\. (?=\d)|s\.(?=\d[^s]*$)|ss\. ?(?=\d)|sidan?\b|"
    r"sidor\b|sid\.|sivut?\b|str\.|"
    r"blz\.|hal\.|hlm\.|halaman\b|tr\. ?(?=\d)|trang\b|lk\.? ?(?=\d)|psl\.|"
    r"стр\.|[сc]\. ?(?=\d)|σ{1,2}\. ?(?=\d)|σελ\.|"
    r"ص{1,2}\.? ?(?=\d)|ص\.ص\.|صفح(?:ه|ة|ات)|עמ[׳'’`´]*|"
    r"עמודים|หน้า|էջ|გვ\.|पृ\.|[頁页][码碼]|[頁页쪽] ?(?=\d)|페이지|ページ|"
    r"第(?=[^版]*[页頁]))[ :.]*",
    re.I,
)
"""Page, in the languages of the world: before the number."""

_LABEL_AFTER = re.compile(
    r" ?(?:(?<![a-z])(?:(?-i:p)p?|(?<!\d)pp?|pp)\.?|"  # 275P is the number of a poster
    r"pgs?\.?|pages?|p[aá]gs?\.?|p[aá]ginas?|seiten?|(?<= )s\.|стр\.?|lpp\.|"
    r"(?<=[\d ])с\.)$| ?(?:[页頁쪽]|페이지|ページ)(?=[-–—=,~+;&]|$)",
    re.I,
)
_ARTICLE = re.compile(
    r"(?:art(?:icle|ikel|[ií]culo|\.)?(?:[ .-]{0,2}(?:id|no\.?|number|nr\.?|num\.?))?|artn|unsp|"
    r"pii|id|paper(?: (?:id|no\.?|number))?|poster|abstract|abstr?\.|e-?location(?:[ -]?id)?|no\.|"
    r"статья|文章编号|文章編號|#)(?![a-z])[ :.#]*(?=[\da-z])",
    re.I,
)
_OTHER_LOCATOR = re.compile(
    r"(?:units?|fols?\.?|ff?\.|bl\.|cols?\.?|sp\.|стб\.|л\.|§§?|¶¶?|"
    r"suppl(?:ement)?\.?(?: ?\d{0,3}:|(?= \d{1,5}[-=]))|"
    r"\d{1,3} ?(?:pp?\.?|pages?) (?:following|preceding) (?:pp?\.? ?)?)"
    r" ?(?=[\da-z])",
    re.I,
)
"""Leaves, columns, sections, supplements and "1 p. following" before the numbers."""

_COUNT = re.compile(r"[ ,;:]*\(?\b\d+ ?(?:pages?|pp?\.?|页|頁)\)?$", re.I)
_OPEN = re.compile(
    r" ?(?:\+|(?<=[\d ])(?:(?-i:f{1,2})\.?|n{1,2}\.)|(?<=\d) ?(?:sqq?|ss)\.|\bet (?:seq|suiv)\.?|"
    r"(?:\bet |, ?)?\bpassim|\bи (?:след|сл|далее)\.?|\bi n\.|以下|起)$",
    re.I,
)
_NO_PAGES = re.compile(
    r"n\. ?pag\.?|n pag|n\. ?p\.|np|unpag(?:inated|ed|\.)|not paginated|unnumbered(?: pages)?"
    r"|no pagination(?: specified)?|no pages?(?: numbers?)?|s\. ?p\.|o\. ?s\.|б\. ?с\."
    r"|ohne seitenzählung|sin pagina(?:ción|r)|non paginé|online(?: only| first)?|e-?pub"
    r"|(?:epub )?ahead of print|advance (?:online publication|article|access)|early (?:access|view)"
    r"|e-?only|electronic|in press|in print"
    r"|im druck|sous presse|en prensa|forthcoming|to appear|accepted|в печати|印刷中|待刊"
    r"|网络首发|網路首發|优先出版|出版中",
    re.I,
)
_LIST = re.compile(
    r" ?(?:[,;+&、]|(?<=\d)/(?=[\da-z])|\b(?:and|und|et|и)\b|(?<=\d)[·・](?=\d)|和|与|及び?"
    r"|(?<=\d )(?:u\.|y|e|en|i|och|og|ja)(?= \d)) ?",
    re.I,
)
_SECTION = re.compile(r"([;:,]) ?(?:[a-z]{3,12} ){1,3}(?=[a-z]?\d|[ivxl]+\b)", re.I)
"""MEDLINE: 395-9; discussion 399-400; author reply 12. Others have a colon."""

_ABSTRACT = re.compile(r"(?<=\w) \[[^\[\]]{0,20}\d{1,5}\]$")  # 272s [P1574]
_NO_NUMBER = re.compile(
    r"(?:x{2,4}|\d{1,5})[-=]x{2,4}|\d{1,2}/\d{1,2}/\d{2,4}|(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}"
    r"|\d{1,6}\.0|\d(?:\.\d{1,6})?e\+\d\d|\d{2,5}_\d{2,5}",
    re.I,
)
"""xx-xx of a template, 123-xxx; 9/11/2010, 2010/9/11, 123.0 and 1.21E+03 of a spreadsheet; 12_21 of
a name of a file. J-STAGE has 4_1-4_16."""

_THOUSANDS = re.compile(r"\d{1,3},\d{3}[-=]\d{1,3},\d{3}")
_ATOM = re.compile(
    r"\*{0,2}[^\W\d_]{0,8}\d{1,12}[^\W\d_]{0,4}\d{0,8}"
    r"(?:[.:_][^\W\d_]{0,4}\d{1,8}[a-z]{0,3}){0,3}(?:\*|\([a-z]\)| ?об\.?)?|"
    r"(?:[a-or-z]|[ivxl]{1,6})[.:/]\d{1,5}|[^\W\d_]{4,20}\.\d{4,12}|"  # II.12, scitranslmed.3001
    r"(?:(?:inside )?(?:front |back )?|outside back |[23][nr]d )cover|frontispiece|"
    r"[a-z]|[〇零一二三四五六七八九十百千]{1,8}|第?[a-z]?\d{1,3}[版面면]|"
    r"(?:[前中后後]?插|封|彩插?|扉|附|图版|圖版|目录|面)[页頁]?[面里底一二三四\d]{0,3}",
    re.I,
)
_NAMED = re.compile("(?:[前中后後]?插|封|彩插?|扉|附|图版|圖版|目录|版权|版權)[页頁]")
_BESIDE = re.compile(
    r"(?<=[\dfrv.]) ?[,;+(]{0,2} ?(?:(?<=\()\d{1,3} ?pp"
    r"|\d{1,3} (?:plates?|pls?\.|tafeln?|taf\.|figs?\.|maps?)"
    r"|(?:plates?|pls?\.|tafeln?|taf\.|tav\.|abb\.|figs?\.|cols?\.|nrs?\.|kat\.|табл\.|рис\.)"
    r" ?[\divxl]{1,7}(?:[-=,][\divxl]{1,7})?)\)?\.?$",
    re.I,
)
"""Plates, figures, columns and numbers of a catalogue behind the pages: 349-462 (3 plates), or
20 Nr. 9 of a find."""
_MACROS = re.compile(
    r"\\(?:(psqq?)|(recto|verso)|(addcomma|addsemicolon)|(bibrangedash)|pp?no|space|addspace)"
    r"(?![a-z])\s*"
)
"""What the manual of BibLaTeX gives for pages that are typed: 9\\psq is 9 f., 11\\recto 11r."""
_PII = re.compile(r"S?\d{4}-?\d{3}[\dx]\(\d\d\)\d{5}-?[\dx]", re.I)
_DOI = re.compile(r"10\.\d{4,9}/")
_IN_BRACKETS = re.compile(r"(?<!\w)\[([\w.]{1,9})\](?!\w)")  # [1]-12: the page bears no number
_NUMBERED_LETTER = re.compile(r"\d{1,5}(?:[-=][a-z]{1,2}|p)", re.I)
"""123-P and 12-OR, the numbers of abstracts, 5-es of the ACM; 3p, which may be any of a page,
its label and a count."""
_MANUSCRIPT = re.compile(
    r"[a-z]{2,6}\.(?:\d\d\.)?\d{5,6}(?:\.\d{4}|[-=]\d\d)?|bmj\.[a-z]\d{1,4}|[eo]\d{5}[-=]\d\d"
    r"|pdb\.[a-z]{3,5}\d{1,6}|rombunno\.[\w.-]{1,20}|[ivxlc]{1,5}_\d{1,5}(?:[-=][ivxlc]{1,5}_\d{1,5})?"
    r"|_?\w{1,5}-[a-z]\d{2}_\d{1,3}(?:[-=]_?\w{1,5}-[a-z]\d{2}_\d{1,3})?"
    r"|[a-z]\d{1,3}[a-z][-=]\d{2,4}|(?![ivxlcdm]+[-=])(?:[a-z]{3,4}[-=]\d{3,5}|[a-z]{1,2}=\d{1,5})",
    re.I,
)
"""JVI.01234-19 and e01234-19 of the ASM, whose last number is a year, JCO.19.01234, bmj.n71;
I_25-I_30 of J-STAGE; G13A-06 and SUN--123, the numbers of abstracts."""
_LETTERED = re.compile(r"(\d{1,5}[a-z])[-=](\d{1,5}[a-z])", re.I)  # 12a-12f, not 12f.
_WITH_ADDED = re.compile(r"(s?\d{1,6})[-=](s?\d{1,6})\.e\d{1,3}[-=](?:\d{1,6}\.)?e?\d{1,3}", re.I)
"""385-397.e1-e5: pages in print, and what is online only."""
_LONE_LETTER = re.compile(r"(?<=^[a-z]) (?=\d)", re.I)  # S 12


def read(raw: str) -> Pages | None:
    """Pages in any form; see ``validator.text.pages.parse``."""
    text = _normal(raw)
    if _NO_PAGES.fullmatch(text.strip("[]() ")):
        return Pages(raw)
    if _DOI.match(text) or _NO_NUMBER.fullmatch(text) or digits_meant(raw.strip()):
        return None
    text = _OTHER_LOCATOR.sub("", text)
    article = _ARTICLE.match(text)
    if article:
        text = _COUNT.sub("", text[article.end() :])
    text = _BESIDE.sub("", text)
    if _NAMED.fullmatch(text):
        return Pages(raw, (Span(text, text),))
    text = _IN_BRACKETS.sub(r"\1", _ABSTRACT.sub("", _strip_brackets(text)))
    if found := _WITH_ADDED.fullmatch(text):
        return Pages(raw, (make_range(found[1], found[2]),))
    if found := _LETTERED.fullmatch(text):
        return Pages(raw, (make_range(found[1], found[2]),))
    if _NUMBERED_LETTER.fullmatch(text) or _MANUSCRIPT.fullmatch(text):
        return Pages(raw, (Span(text, text),), is_article_number=bool(article))
    text, opened = _OPEN.subn("", text)  # before a label too: "12 p.+"
    text, label, is_count = _without_label(text)
    text = _LONE_LETTER.sub("", text)
    text, also_opened = _OPEN.subn("", text)
    if _THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    if _PII.fullmatch(text.replace("=", "-")):
        return Pages(raw, (Span(text, text),), label, is_article_number=True)
    spans = []
    for part in _LIST.split(_SECTION.sub("; ", text)):
        span = _span(part)
        if span is None:
            return None
        spans.append(span)
    is_count = is_count and all(first == last for first, last in spans)
    return Pages(raw, tuple(spans), label, is_count, bool(article), bool(opened or also_opened))


def _normal(text: str) -> str:
    """Width and digits folded; a hyphen stays "-", every other dash becomes "="."""
    text = text.replace("{", "").replace("}", "").replace("=", "?")
    if "\\" in text:
        text = _MACROS.sub(_printed, text)
    if not text.isascii():
        text = _DASH.sub(lambda m: "-" if m[0] in "-‐‑－﹣" else "=", text)
        text = unicodedata.normalize("NFKC", text)
        text = "".join(str(unicodedata.decimal(c, c)) for c in text)
    text = re.sub(r"\bsuppl\.(?=\d+(?:[-=]|$))", "S", text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=\d) (?=(?:bis|ter)$)", "", re.sub(r"-{2,}|~+", "=", text))
    text = _WORD_DASH.sub("=", text)
    text = re.sub(r"\s*([-=])\s*", r"\1", " ".join(text.split()))
    return re.sub(r"=+", "=", re.sub(r"-?=-?", "=", text))


def _printed(macro: re.Match[str]) -> str:
    following, leaf, mark, dash = macro.groups()
    if following:
        return " ff." if following == "psqq" else " f."
    return leaf[0] if leaf else ", " if mark else "-" if dash else " "


def _without(label: re.Pattern[str], text: str) -> tuple[str, bool]:
    """The text without the label, however often it stands there; whether it did."""
    bare, count = label.subn("", text)
    while count and bare and (shorter := label.sub("", bare)) != bare:  # "12 p. 页"
        bare = shorter
    return bare, bool(count)


def _without_label(text: str) -> tuple[str, bool, bool]:
    """The text without "pp." before or "页" after it; whether there was one; whether a count."""
    bare, before = _without(_LABEL, text)
    bare, after = _without(_LABEL_AFTER, bare)
    if not bare or (not before and not any(map(str.isdigit, bare)) and not _ATOM.fullmatch(bare)):
        return text, False, False
    return bare.strip(), before or after, after and not before


def without_labels(text: str) -> str:
    """A page field without its labels, its dashes and width as they are."""
    return _LABEL_AFTER.sub("", _LABEL.sub("", text.strip())).strip()


def _strip_brackets(text: str) -> str:
    while len(text) > 2 and text[0] + text[-1] in ("()", "[]", "（）"):
        text = text[1:-1].strip()
    return text


def _span(text: str) -> Span | None:
    """A page or a range. The normal form has "=" for a strong dash, "-" for a hyphen."""
    if text.count("=") == 3 and "-" not in text:  # II–12–II–15
        text = text.replace("=", "-")
    if "=" in text:
        ends = text.split("=")
        if len(ends) != 2 or not all(_is_page(end) for end in ends) or _is_third(*ends):
            return None
        return make_range(*ends)
    parts = text.split("-")
    if len(parts) > 4 or not _is_page(parts[-1]) or not all(map(_is_page_or_series, parts)):
        return None
    match parts:
        case [page]:
            return Span(page, page)
        case [first, last] if not _is_page(first) or (first in "CDLM" and last.isdecimal()):
            return Span(text, text)  # S-12
        case [first, last]:
            return make_range(first, last)
        case [head, first, _] if len(head) > 4 and first.isdecimal() and len(first) > 3:
            return None  # 15713-15729-99: no article has so many pages
        case [head, first, last] if head.isalpha() or len(head) > 4:  # S-12-18, 024102-1-7
            return make_range(f"{head}-{first}", f"{head}-{last}")
        case [a, first, b, last] if a.casefold() == b.casefold() or (a + b).isalpha():
            return make_range(f"{a}-{first}", f"{b}-{last}")  # 10-1-10-5
    return None


def _is_third(start: str, end: str) -> bool:
    """Whether an end follows what is a range by itself, and no page with its chapter: 263-301–77.

    Chapters have fewer digits, and an article that is numbered 101 has no page 302.
    """
    chapter, dash, page = start.partition("-")
    if not dash or "-" in end or not (chapter + page).isdecimal():
        return False
    return 2 < len(chapter) < 5 and int(page) > int(chapter)


def _is_page_or_series(text: str) -> bool:
    return _is_page(text) or (text.isalpha() and len(text) < 3)


def _is_page(text: str) -> bool:
    if "-" in text:  # a page with a chapter: 10-5, A-12
        chapter, _, page = text.partition("-")
        return (_is_page(chapter) or chapter.isalpha()) and len(chapter) < 9 and _is_page(page)
    if not text or len(text) > 40:
        return False
    return _ATOM.fullmatch(text) is not None or is_roman(text)
