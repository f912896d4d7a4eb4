"""What stands in a title and has a field of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from validator.finding import Finding, Severity
from validator.record import Name, Record
from validator.registry import Example, Examples, rule
from validator.text.patterns import lazy
from validator.text.script import has_cjk

from ._examples import LONGEST, titled  # noqa: TID251 - of this family
from ._translations import translation_behind  # noqa: TID251 - of this family

URL = "an address stands in the title"
DOI = "a DOI stands in the title"
PAGES = "pages stand in the title"
MARK = "a type mark of GB/T 7714 stands in the title"
AUTHOR = "the author stands in the title"
SOURCE = "a journal with its volume and pages stands in the title"
SITE = "the name of a site stands in the title"
NUMBERED = "the number of a preprint stands in the title"
MEDIUM = "the kind of medium stands in the title"
ISBN = "an ISBN stands in the title"
THESIS = "the kind of thesis stands in the title"
EDITION = "the edition stands in the title"
LINKED = "the label of a link stands in the title"
TWO = "two languages stand in the title"
RETRACTED = "a notice of retraction stands in the title"


def _embedding() -> Examples:
    return (
        # clean
        titled("On the Origin of Species"),
        titled("Amazon.com and the book trade"),
        titled("The DOI system"),
        titled("论[J]类文献的著录"),  # a part of the title
        titled("Synthesis of [C]-labelled compounds [C]"),
        titled("La mer [The sea]"),  # a translated title
        titled("Retraction of a paper on mice"),  # the notice itself
        titled("Retracted papers and their citations"),
        titled("基因共表达网络分析(WGCNA)在医学中的应用"),
        titled("抗战时期的文学(1933-1945)"),
        titled("统计学(英文)"),
        titled("深度学习(Deep Learning)综述"),
        titled("基于语料库的研究(A Corpus Study of Style)", parallel="A Corpus Study of Style"),
        titled("Life and letters / edited by his son", author="Darwin, Charles", type="book"),
        titled("Albert Einstein: a life", author="Isaacson, Walter", type="book"),
        titled("Benjamin Franklin: an autobiography", author="Franklin, Benjamin"),  # about himself
        titled("Poems by Emily Dickinson", author="Dickinson, Emily", type="book"),
        titled("Mapping of 2013;499 in the index"),
        titled("Benzo[C] and the ring of pyridine[N]-oxide"),
        titled("Pages 12-15 of the codex"),
        titled("A reading of www.whitehouse.gov"),  # the work is about it
        titled("https://example.org and its readers"),
        titled("A free corpus: http://example.org/corpus"),  # the title names it
        titled("Corrigendum to “A study” (10.1000/182)"),  # of the work corrected
        titled("Withdrawn: a memoir of old age"),  # no notice: a title begins with a capital
        titled("(PDF) as a measure of order"),  # a term of the work
        titled("[Book] reviews"),
        titled("The social network ResearchGate"),  # the work is about it
        titled("Title | deed | estate"),
        titled("The letter [J]. A history"),
        # embedding
        titled("https://example.org/a.html", URL),
        titled("A study, https://example.org/a", URL, suggests="A study"),
        Example(
            Record(title="一项研究 http://example.cn/a", language="zh"), (URL,), suggests="一项研究"
        ),
        titled("A study. doi:10.1000/182", DOI, suggests="A study"),
        titled("A study 10.1000/182", DOI, suggests="A study"),
        titled("一项研究 DOI：10.1000/182", DOI, suggests="一项研究"),
        titled("A study, pp. 12-15", PAGES, suggests="A study"),
        titled("Исследование, с. 12–15", PAGES, suggests="Исследование"),
        titled("中国心理学的过去与未来[J]", MARK, suggests="中国心理学的过去与未来"),
        titled("中国心理学［M］.", MARK, suggests="中国心理学"),
        titled("A study of things[J]", MARK, suggests="A study of things"),
        titled("A study of things [EB/OL]", MARK, suggests="A study of things"),
        titled("RETRACTED: A study of things", RETRACTED, suggests="A study of things"),
        titled("[Retracted] A study of things", RETRACTED, suggests="A study of things"),
        titled("WITHDRAWN: A study", RETRACTED, suggests="A study"),
        titled("【撤稿】一项研究", RETRACTED, suggests="一项研究"),
        titled("A study (Retracted article)", RETRACTED, suggests="A study"),
        titled(
            "On species / Charles Darwin", AUTHOR, suggests="On species", author="Darwin, Charles"
        ),
        titled("红楼梦 / 曹雪芹", AUTHOR, suggests="红楼梦", author="曹雪芹"),
        titled("On species by C. Darwin", AUTHOR, suggests="On species", author="Darwin, Charles"),
        titled("曹雪芹. 红楼梦", AUTHOR, suggests="红楼梦", author="曹雪芹"),
        titled("Лев Толстой. Война и мир", AUTHOR, suggests="Война и мир", author="Толстой, Лев"),
        Example(
            Record(
                title="Ann Lee, Bo Yu: On things", author=(Name("Lee", "Ann"), Name("Yu", "Bo"))
            ),
            (AUTHOR,),
            suggests="On things",
        ),
        titled("A study. p. 12-15", PAGES, suggests="A study"),
        titled("A study. Nature 2013;499:54-58", SOURCE),
        titled("一项研究. 生态学报,2012,32(5):1432-1440", SOURCE),
        titled("A study. J. Biol. Chem. 1994, 269, 1234-1240", SOURCE),
        titled("A study of things | ResearchGate", SITE, suggests="A study of things"),
        titled("A study of things - ScienceDirect", SITE, suggests="A study of things"),
        titled("北方鸟类研究 | 中国知网", SITE, suggests="北方鸟类研究"),
        titled("A study of things - PubMed", SITE, suggests="A study of things"),
        titled("A study of things on JSTOR", SITE, suggests="A study of things"),
        titled("Исследование вещей — Википедия"),  # the dash of a sentence
        titled("The librarian's use of PubMed"),
        Example(Record(title="A study | Nature", container_title="Nature"), (SITE,), "A study"),
        Example(Record(title="Art | Nature", container_title="Cell")),
        titled("[1706.03762] A study of things", NUMBERED, suggests="A study of things"),
        titled("[2018] A study of things"),
        titled("A study of things. arXiv:1706.03762", NUMBERED, suggests="A study of things"),
        titled("Comment on arXiv:0712.1234"),
        titled("A study of things, ISBN 978-3-16-148410-0", ISBN, suggests="A study of things"),
        titled("A study of things (PhD thesis)", THESIS, suggests="A study of things"),
        titled("Studie der Dinge (Diplomarbeit)", THESIS, suggests="Studie der Dinge"),
        titled("All things (3rd ed.)", EDITION, suggests="All things", type="book"),
        titled("万物（第3版）", type="article-journal"),  # a review of the book
        titled("A study of things. J. Hydrol. 412 (2012) 118-131", SOURCE),
        titled("Comment on a study. J. Hydrol. 412 (2012) 118-131"),
        titled("On things: The Journal of Things: Vol 12, No 3", SOURCE),
        titled("A study of things [electronic resource]", MEDIUM, suggests="A study of things"),
        titled("История вещей [Электронный ресурс]", MEDIUM, suggests="История вещей"),
        titled("Things [the online edition]"),
        titled("[PDF] A study of things", LINKED, suggests="A study of things"),
        titled("(PDF) Исследование вещей", LINKED, suggests="Исследование вещей"),
        titled("Download PDF: A study of things", LINKED, suggests="A study of things"),
        titled("A study of birds [J]. Ibis, 2015", SOURCE, suggests="A study of birds"),
        titled("一项研究[J]. 生态学报,2012,32(5)", SOURCE, suggests="一项研究"),
        titled("A study of things[N]", MARK, suggests="A study of things"),
        titled("基于语料库的研究(A Corpus Study of Style)", TWO),
        titled("武侠小说研究（A Study of Wuxia Novels）", TWO),
        titled("한국어 연구 (A Study of the Korean Language)", TWO),
        titled("图书馆史 [A history of libraries]"),  # so cite APA and Vancouver translations
        titled("大豆种质资源的评价(Glycine max L. and Glycine soja)"),
        titled("论支持向量机(Support Vector Machine)"),  # a term
        titled("国富论(A Chinese and English Edition)"),
    )


_URL = lazy(r"[(\[<]?\b(?:https?://|www\.)[^\s<>]+\s*$", re.IGNORECASE)
_ADDRESS = lazy(r"\s*https?://\S+\s*$", re.IGNORECASE)
# Words that lead to the address: it is a part of the sentence.
_LEADS = lazy(
    r"\b(?:a|about|and|at|by|for|from|in|is|of|on|or|the|through|to|using|via|with|auf|bei|im|in"
    r"|und"
    r"|von|zu|de|du|en|et|la|le|sur|el|di|da|y)\s*$",
    re.IGNORECASE,
)
_DOI = lazy(
    r"[\s.,;(\[]*(?:https?://(?:dx\.)?doi\.org/|doi[:：]? ?)?\b10\.\d{4,9}/\S+\s*$", re.IGNORECASE
)
_CORRECTS = lazy(
    r"(?:corrigend|errat|correction|addend|retract|expression of concern|reply|comment|更正|勘误)",
    re.IGNORECASE,
)
"""Notices name the work that they are about, with its DOI."""
_PAGES = lazy(
    r"\s*[.,;(]\s*(?:[Pp]p?|S|[Сс]|[Pp]ágs?|[Ss]tr)\. ?"
    r"(?P<pages>\d{1,6} ?[-–]{1,2} ?\d{1,6})[).]{0,2}$"
)
_MARK = lazy(
    r"\s*[\[［](?:(?P<sure>[JMDR]|(?:[JMDCPSNRZGA]|DB|CP|EB|DS)/(?:OL|CD|MT|DK))|[CPSNZGA]|DB|CP|CM"
    r"|DS)"
    r"[\]］][\s./]*$"
)
# "[N]" behind a word, without a blank: chemistry has "[C]-labelled", and blanks before others.
_GLUED = lazy(r"[^\W\d_]{4}$")
_SOURCE = lazy(
    r"(?:19|20)\d\d\s?[;,，]\s?(?:vol\. ?)?\d{1,4}\s?(?:[(（]\d{1,3}[)）])?\s?[:,：，]"
    r"\s?(?:pp?\. ?)?[A-Za-z]?\d{1,7}[-–][A-Za-z]?\d{1,7}\.?$"
    r"|\.\s+\D{2,60}\b\d{1,4} ?\((?:19|20)\d\d\)[,:]? (?:pp?\. ?)?\d{1,6}[-–]\d{1,6}\.?$"
    r"|[:|] [^:|]{3,80}: Vol\.? \d{1,4}, No\.? \d{1,4}$",
    re.IGNORECASE,
)
_CITED = lazy(
    r"\s*[\[［](?:[JMD]|[JMDCNPSR]/OL)[\]］]\s?[.．,，]\s?\S.{1,120}(?:19|20)\d\d(?!\d).{0,40}$"
)
_SITE = lazy(
    r"(?: [|–-] (?:ResearchGate|Request PDF|SpringerLink|IEEE Xplore|Semantic Scholar"
    r"|Cambridge Core"
    r"|中国知网|万方数据|ScienceDirect|PubMed|Google Scholar|Wiley Online Library|JSTOR|Wikipedia"
    r"|Academia\.edu|Oxford Academic|SAGE Journals|Taylor & Francis Online|ACM Digital Library"
    r"|Wikipédia|Википедия)|(?<=\w) on JSTOR)$"
)
"""How sites end the titles of their pages."""
_SITES = (
    *("ResearchGate", "PDF", "SpringerLink", "Xplore", "Scholar", "Cambridge Core", "中国知网"),
    *("万方数据", "ScienceDirect", "PubMed", "Library", "JSTOR", "Wikipedia", "Academia.edu"),
    *("Oxford Academic", "SAGE Journals", "Online", "Wikipédia", "Википедия"),
)
"""The last words of these."""
_NUMBERED = lazy(r"\[(?:\d{4}\.\d{4,5}|[a-z-]{2,8}(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?\]\s+(?=\S)")
"""The number of a preprint before its title, as arXiv heads its pages."""
_NUMBER_BEHIND = lazy(
    r"\s*[.,;(\[]\s*arXiv: ?(?:\d{4}\.\d{4,5}|[a-z.-]{2,12}/\d{7})(?:v\d+)?[)\].]*$"
    r"|[\s.,;(\[]+(?P<isbn>ISBN)(?:-1[03])?[\s:]*\d[\d -]{8,15}[\dX][)\].]*$",
    re.IGNORECASE,
)
_OF_KIND = lazy(
    r"\s*[(\[](?:(?P<thesis>(?:ph\.? ?d\.?|doctoral|master'?s?|m\.? ?sc\.?|diploma) (?:thesis"
    r"|dissertation)"
    r"|dissertation|doktorarbeit|masterarbeit|diplomarbeit|thèse(?: de doctorat)?|tesis doctoral"
    r"|автореф[^()]{0,30}|дис\.[^()]{0,30})"
    r"|(?:\d{1,2}(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|revised) (?:revised "
    r"|rev\. )?ed(?:ition|n?\.)"
    r"|\d{1,2}\. (?:aufl(?:age|\.)|изд\.|ed\.|wyd\.)|第[\d二三四五六七八九十]{1,2}版)"
    r"[^()\[\]]{0,30}[)\]]\.?$",
    re.IGNORECASE,
)
"""The kind of thesis, or the edition, in brackets behind the title."""
_MEDIUM = lazy(
    r"\s*\[(?:electronic resource|online|on-?line|computer file|e-?book|ebook|microform|pdf"
    r"|elektronische ressource|ressource électronique|recurso electrónico|recurso eletrônico"
    r"|risorsa elettronica|dokument elektroniczny|elektronický zdroj|elektronische bron"
    r"|электронный ресурс|текст|електронний ресурс|elektronik kaynak|电子资源|電子資源)\]\s*[./]?$",
    re.IGNORECASE,
)
"""The general material designation of AACR2, ISBD and GOST 7.1."""
_LINKED = lazy(r"(?:\[(?:PDF|HTML|BOOK|CITATION)\]|\(PDF\)|Download PDF:)\s*(?=[^\sa-z])")
_NOTICE = "(?:retracted|withdrawn|temporary removal)"
_KIND = "(?: article| paper| chapter)"
_RETRACTED = lazy(
    rf"(?i:{_NOTICE}{_KIND})\s*[:：]\s*"
    r"|(?:RETRACTED|WITHDRAWN|TEMPORARY REMOVAL)\s*[:：]\s*"
    r"|(?:Retracted|Withdrawn)\s*[:：](?!\s*[a-z])\s*"
    rf"|[\[(](?i:{_NOTICE}{_KIND}?)[\])]:?\s*|[【\[](?:已?撤稿|撤回|撤销)[】\]]\s*|(?:已?撤稿|撤回)[:：]\s*"
)
_RETRACTED_BEHIND = lazy(
    rf"\s*[(\[【](?i:{_NOTICE}{_KIND}?|撤稿|撤回)\b[^()\[\]]{{0,200}}[)\]】]\.?$"
)
_FIRST = frozenset(
    (
        *(
            "RET",
            "Ret",
            "ret",
            "WIT",
            "Wit",
            "wit",
            "TEM",
            "Tem",
            "[PD",
            "(PD",
            "[HT",
            "[BO",
            "[CI",
            "Dow",
            "[RE",
            "[Re",
            "[re",
            "(RE",
            "(Re",
        ),
        *(
            "(re",
            "[WI",
            "[Wi",
            "[wi",
            "(WI",
            "(Wi",
            "(wi",
            "[TE",
            "[Te",
            "【撤稿",
            "【已撤",
            "【撤回",
        ),
        *(
            "【撤销",
            "[撤稿",
            "[已撤",
            "[撤回",
            "[撤销",
            "撤稿：",
            "撤稿:",
            "已撤稿",
            "撤回：",
            "撤回:",
        ),
    )
)
_LAST = frozenset(")）]］】./ ")


def may_embed(record: Record) -> bool:
    """A screen: a title that begins, ends or holds what such an addition does."""
    title = record.title
    return (
        title[-1:] in _LAST
        or "ISBN" in title
        or "rXiv:" in title
        or ": Vol" in title
        or title[:1] == "["
        or title[:3] in _FIRST
        or "/" in title  # every DOI and address has one
        or "www." in title
        or title.endswith(_SITES)
        or " | " in title
        or " - " in title
        or (title[-1:].isdigit() and ("." in title or "," in title))
        or may_name_author(record)
    )


@rule(
    "TIT009",
    "title-embeds-other-field",
    severity=Severity.WARNING,
    examples=_embedding,
    reads=("title",),
    screen=may_embed,
)
def title_embeds_other_field(record: Record) -> Iterator[Finding]:
    """The title holds what has a field of its own.

    Why: it is cited twice or in the wrong place, and the title equals no other record's.

    Not found: names of sites that are a part of the sentence; addresses that the work is about,
    within the sentence or behind a colon; DOIs in notices of correction, and pages in those that
    have others of their own; marks of GB/T 7714 inside a title, and single letters that may be
    chemistry; a life that begins with the name of its author and a colon; a term, species or
    edition in brackets, translations in square brackets, and any where the record has a title in
    another language already; notices of retraction themselves; editions in the titles of reviews;
    numbers of the works that a comment or correction is about.

    Source: JabRef's check of titles; GB/T 7714-2015 Annex B; NISO RP-45-2024 on retractions.
    """
    title = record.title
    if len(title) > LONGEST:
        return
    if "10." in title and (found := _DOI.search(title)) and not _CORRECTS.match(title):
        yield _with(DOI, title, title[: found.start()])
    elif ("www." in title or "://" in title) and (found := _URL.search(title)):
        before = title[: found.start()]
        if not before.strip():
            if _ADDRESS.match(title):
                yield Finding("title", URL, title)
        elif not _LEADS.search(before) and not before.rstrip().endswith((":", "：")):
            yield _with(URL, title, before)
    last = title[-1:]
    if (
        (last.isdigit() or last in ").")
        and "." in title
        and (found := _PAGES.search(title))
        and (not _CORRECTS.match(title) or record.page in ("", found["pages"]))
    ):
        yield _with(PAGES, title, title[: found.start()])
    if (last.isdigit() or last == ".") and len(title) > 20 and _SOURCE.search(title):
        if not _CORRECTS.match(title):
            yield Finding("title", SOURCE, title)
    elif (found := _NUMBER_BEHIND.search(title)) and not _CORRECTS.match(title):
        yield _with(ISBN if found["isbn"] else NUMBERED, title, title[: found.start()])
    if last in ")]." and (found := _OF_KIND.search(title, max(len(title) - 60, 0))):
        kind = THESIS if found["thesis"] else EDITION
        if kind is THESIS or record.type == "book":
            yield _with(kind, title, title[: found.start()])
    if last in "]］./ " and (found := _MARK.search(title)):
        before = title[: found.start()]
        if found["sure"] or has_cjk(before) or ("[" not in before and _GLUED.search(before)):
            yield _with(MARK, title, before)
    if ("]" in title or "］" in title) and (found := _CITED.search(title)):
        yield _with(SOURCE, title, title[: found.start()])
    if title.endswith(_SITES) and (found := _SITE.search(title)):
        yield _with(SITE, title, title[: found.start()])
    elif (name := record.container_title) and title.endswith((f" | {name}", f" - {name}")):
        yield _with(SITE, title, title[: -len(name) - 3])
    if title.startswith("[") and (found := _NUMBERED.match(title)):
        yield Finding("title", NUMBERED, title, suggestion=title[found.end() :])
    if "[" in title and last in "]./" and (found := _MEDIUM.search(title, max(len(title) - 50, 0))):
        yield _with(MEDIUM, title, title[: found.start()])
    if title[:3] in _FIRST and (found := _LINKED.match(title)):
        yield Finding("title", LINKED, title, suggestion=title[found.end() :])
    if title[:3] in _FIRST and (found := _RETRACTED.match(title)):
        yield Finding("title", RETRACTED, title, suggestion=title[found.end() :])
    elif last in ")]】." and (found := _RETRACTED_BEHIND.search(title, max(len(title) - 250, 0))):
        yield Finding("title", RETRACTED, title, suggestion=title[: found.start()])
    if last in ")）" and not record.parallel.title and translation_behind(title) > 0:
        yield Finding("title", TWO, title)
    if may_name_author(record):
        plain = without_authors(record)
        if plain:
            yield Finding("title", AUTHOR, title, suggestion=plain)


def _with(template: str, title: str, before: str) -> Finding:
    """A finding that suggests what stands before, where that is a whole title."""
    before = before.rstrip(" \u3000.,;:：，；(（[-–—")
    whole = before.count("(") == before.count(")") and before.count("[") == before.count("]")
    return Finding("title", template, title, suggestion=before if before and whole else None)


def may_name_author(record: Record) -> bool:
    """Whether the first author stands in the title, and what stands between him and a title."""
    title, authors = record.title, record.author
    if not authors or (authors[0].family or authors[0].literal) not in title:
        return False
    return " / " in title or ". " in title or ": " in title or "：" in title or " by " in title


def without_authors(record: Record) -> str:
    """The title without the authors before or behind it; "" where they are not there.

    A life of somebody, by himself or others, begins with his name and a colon.
    """
    title, authors = record.title, record.author
    before, slash, after = title.rpartition(" / ")
    if slash and are_authors(after, authors):
        return before
    before, by, after = title.rpartition(" by ")
    if by and (record.type != "book" or before.endswith(",")) and are_authors(after, authors):
        return before.rstrip(" ,")
    for mark in (": ", "：", ". "):
        start = -1
        while (start := title.find(mark, start + 1)) > 0 and start < LONGEST_LIST:
            named = title[:start]
            if (mark == ". " or len(_BETWEEN.split(named)) > 1) and are_authors(named, authors):
                return title[start + len(mark) :]
    return ""


LONGEST_LIST = 300  # characters of the authors before a title
_BETWEEN = lazy(r"\s*[,;，；、&]\s*|\s+(?:and|und|et|y|e|и)\s+")
_PARTS = lazy(r"[^\W\d_]+")


def are_authors(text: str, authors: Sequence[Name]) -> bool:
    """Whether a text names the first authors and nobody else, given names in full or as
    initials, in either order.
    """
    if len(text) > LONGEST_LIST:
        return False
    named = sorted(_PARTS.findall(_BETWEEN.sub(" ", text).casefold()))
    if not named:
        return False
    letters = sorted("".join(named))
    full: list[str] = []
    short: list[str] = []
    for author in authors:
        family = _PARTS.findall(f"{author.particles} {author.family} {author.literal}".casefold())
        given = _PARTS.findall(author.given.casefold())
        full += family + given
        short += family + [part[0] for part in given]
        if named == sorted(short) or named == sorted(full):
            return True
        if has_cjk(text) and letters == sorted("".join(full)):
            return True  # Han: the parts of a name without a blank
        if len(short) > len(letters):
            break
    return False
