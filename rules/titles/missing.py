"""Titles that are missing, or stand for a missing one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.config import Settings
from validator.finding import Finding, Severity
from validator.profiles import requires
from validator.record import Field, Provenance, Record
from validator.registry import Example, Examples, rule
from validator.vocabulary import CSL_TYPES

from ._examples import titled  # noqa: TID251 - of this family

UNTITLED_TYPES = {
    "personal_communication",
    "graphic",
    "figure",
    "map",
    "manuscript",
    "review",
    "review-book",
    "entry",
    "periodical",
    "legal_case",
}
"""Types that may have no title of their own: letters, pictures, reviews of a named book, decisions
of a court."""


def entry(word: str, type: str = "", *says: str, **fields: str) -> Example:
    """A row: an entry of BibTeX without a title."""
    raw = tuple(Field(name, f"{{{value}}}") for name, value in fields.items())
    record = Record(
        type=type,
        type_as_read=word,
        volume=fields.get("volume", ""),
        raw=raw,
        provenance=Provenance("x.bib", "bibtex", 1),
    )
    return Example(record, says)


def _no_title() -> Examples:
    return (
        # clean
        titled("On the Origin of Species", type="book"),
        titled("Я", type="book"),
        titled("", type="personal_communication"),
        titled("", type="graphic"),
        titled("[Letter to a friend]", type="personal_communication"),
        titled("", parallel="Sushi science"),
        titled("", type="review-book"),
        titled("", type="legal_case"),
        entry("exhibcatalog", eventtitle="Bildersturm"),  # of a style, which TYP001 speaks of
        entry("book", "book", volume="4", crossref="kant:s6t"),  # a volume of a named whole
        entry("book", "book", shorthand="Demokr.", shortauthor="Demokritos"),  # of an ancient work
        entry(
            "suppbook", "chapter", bookauthor="Dreiser", booktitle="Sister Carrie"
        ),  # its preface
        # faulty
        titled("", "no title"),
        titled("  ", "no title"),
        titled("", "no title", type="book"),
        titled("", "no title", type=""),
        entry("book", "book", "no title", author="Gough", date="1972"),
        entry("incollection", "chapter", "no title", crossref="morrison2004"),
    )


def is_blank(record: Record) -> bool:
    """A screen: no title, or one of blanks."""
    return not record.title.strip()


@rule("TIT001", "title-missing", severity=Severity.ERROR, examples=_no_title, screen=is_blank)
def title_missing(record: Record, settings: Settings) -> Iterator[Finding]:
    """A record without a title.

    Why: nobody can tell what it describes, and no duplicate of it is found.

    Not found: what may have none by the profile: letters, pictures, maps, manuscripts, reviews,
    decisions of courts; records with a title in another language; in BibTeX volumes of a named
    whole, prefaces (@suppbook), entries that spell out a shorthand, types that a style brings.

    Source: the required fields of every format and style.
    """
    may_lack_it = record.type in CSL_TYPES and not requires(settings.profile, record, "title")
    if not is_blank(record) or may_lack_it or record.parallel.title:
        return
    if not is_named_by_another(record):
        yield Finding("title", "no title", value=record.title)


def is_named_by_another(record: Record) -> bool:
    """Whether an entry of BibTeX without a title is named otherwise: a volume by the title of the
    whole, a preface by its book, and one of a type that only a style knows nobody knows how.
    """
    if record.provenance.format != "bibtex":
        return False
    word = record.type_as_read.lower()
    if (word and not record.type) or word.startswith("supp"):
        return True
    return bool(record.type == "book" and record.volume) and any(
        field.name.lower() in _OF_WHOLES and field.value for field in record.raw
    )


_OF_WHOLES = frozenset(("maintitle", "crossref"))
"""Fields of BibLaTeX that name the work of several volumes."""


PLACEHOLDER = "a placeholder stands for the title"
PART = "a part of an issue or book, such as its front matter, stands for a work"

PLACEHOLDERS = frozenset(
    (
        *("404", "404 not found", "error 404", "404 error", "page not found", "not found"),
        *("access denied", "403 forbidden", "just a moment", "attention required", "redirecting"),
        *("sign in", "log in", "login", "502 bad gateway", "service unavailable"),
        *("untitled", "untitled document", "no title", "no title available", "title not available"),
        *("missing title", "oup accepted manuscript", "accepted manuscript", "title unknown"),
        *("author's personal copy", "author’s personal copy", "uncorrected proof"),
        *("corrected proof", "uncorrected proofs", "article in press"),
        *("are you a robot?", "internal server error", "500 internal server error"),
        *(
            "cookies disabled",
            "cookies required",
            "session expired",
            "session timeout",
            "session timed out",
        ),
        *("just a moment, please", "security check", "bad gateway", "request rejected"),
        *("attention required!", "checking your browser", "robot check"),
        *("jstor: access check",),
        # the label of the field, and what a template has in its place
        *("title", "paper title", "article title", "insert title here", "title here"),
        *("title of the article", "title of the paper", "title of paper", "your title here"),
        *("type the title of your paper here", "new article", "new paper", "new document"),
        *("abstract", "titel", "titel der arbeit", "titel des beitrags", "titre"),
        *("titre de l'article", "titre de l’article", "título del artículo", "título do artigo"),
        *("titolo dell'articolo", "titolo dell’articolo", "заголовок", "название статьи"),
        *("标题", "標題", "题目", "題目", "题名", "題名", "论文题目", "論文題目", "论文标题"),
        *("文章标题", "请输入标题", "题名なし", "題名なし", "タイトル", "제목", "논문 제목"),
        *("عنوان المقال", "العنوان"),
        *(
            "无标题",
            "無標題",
            "无标题文档",
            "无题名",
            "未命名",
            "未命名文档",
            "タイトルなし",
            "제목 없음",
        ),
        *("ohne titel", "sans titre", "sin título", "sem título", "senza titolo", "zonder titel"),
        *("bez názvu", "bez tytułu", "utan titel", "uden titel", "uten tittel", "başlıksız"),
        *("без названия", "без заглавия", "без назви", "بدون عنوان", "ללא כותרת"),
    )
)
SITES = frozenset(
    (
        *(
            "sciencedirect",
            "springerlink",
            "science direct",
            "web of science",
            "wiley online library",
            "jstor",
            "ieee xplore",
        ),
        *("taylor & francis online", "cambridge core", "researchgate", "pubmed", "cnki", "home"),
        *("中国知网", "万方数据", "首页", "google scholar"),
    )
)
"""Names of sites: titles too, of works that somebody wrote about them."""
PARTS = frozenset(
    (
        *("front matter", "frontmatter", "back matter", "backmatter", "front cover", "back cover"),
        *("table of contents", "inside front cover", "inside back cover", "editorial board"),
        *("front matter and contents", "title page", "masthead", "instructions for authors"),
        *("instructions to authors", "guidelines for authors", "information for authors"),
        *("inhaltsverzeichnis", "inhalt", "titelei", "impressum", "table des matières"),
        *("sommaire", "sumario", "sumário", "índice", "portada", "indice"),
        *("оглавление", "содержание", "титульный лист", "обложка", "spis treści"),
        *("封面", "封底", "目录", "目錄", "版权页", "版權頁", "目次", "封二", "封三", "封四"),
        *("扉页", "扉頁", "表紙", "裏表紙", "奥付", "목차", "표지"),
    )
)
LONGEST_PLACEHOLDER = 40
LONGEST_FILE_NAME = 100
NAMED_SO = UNTITLED_TYPES | {"song", "musical_score", "motion_picture", "performance"}
"""Types of works that are called "Untitled" or "404" by those who made them."""


def _placeholder_titles() -> Examples:
    return (
        # clean
        titled("404 Not Found: the vanishing web"),
        titled("404: Page Not Found in the archive"),
        titled("Untitled", type="graphic"),
        titled("Untitled", type="song"),
        titled("Editorial"),
        titled("Introduction"),
        titled("Front matter of the human genome"),
        titled("Front matter", author="Genette, Gérard"),  # somebody wrote it
        titled("Nineteen Eighty-Four", type="book"),
        titled("1984", type="book"),
        titled("Untitled, or: the art of naming"),
        titled("Home", author="Morrison, Toni"),
        titled("ScienceDirect", author="Jones, Ann"),  # a review of it
        titled("Title | deed | estate"),
        titled("Node.js in action", type="book"),
        titled("How to read a .pdf"),
        titled("无题二首"),  # a poem
        titled("無題"),  # many poems
        titled("Без названия и без автора"),
        # placeholders
        titled("404", PLACEHOLDER),
        titled("404 - Page not found", PLACEHOLDER),
        titled("404 Page Not Found", PLACEHOLDER),
        titled("Error 503: Service Unavailable", PLACEHOLDER),
        titled("Attention Required! | Cloudflare", PLACEHOLDER),
        titled("Page not found - Some Journal", PLACEHOLDER),
        titled("Insert title here", PLACEHOLDER),
        titled("标题", PLACEHOLDER),
        titled("題目", PLACEHOLDER),
        titled("Название статьи", PLACEHOLDER),
        titled("ScienceDirect", PLACEHOLDER),
        titled("Masthead", PART),
        titled("Microsoft PowerPoint - slides.ppt", PLACEHOLDER),
        titled("Page not found", PLACEHOLDER),
        titled("[Untitled]", PLACEHOLDER),
        titled("Untitled.", PLACEHOLDER),
        titled("无标题", PLACEHOLDER),
        titled("제목 없음", PLACEHOLDER),
        titled("بدون عنوان", PLACEHOLDER),
        titled("OUP accepted manuscript", PLACEHOLDER),
        titled("Front Matter", PART),
        titled("目录", PART),
        titled("Без названия", PLACEHOLDER, type="book"),
        titled("Just a moment...", PLACEHOLDER, type="webpage"),
        titled("paper_final_v2.pdf", PLACEHOLDER),
        titled("Microsoft Word - Kapitel 3.docx", PLACEHOLDER),
        titled("毕业论文.doc", PLACEHOLDER),
        titled("main.tex", PLACEHOLDER),
        titled("comp.text.tex", type="webpage"),  # a group of the news
    )


_FILE_NAME = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel) - .*|(?!(?:comp|de|fr|sci)\.[a-z]+\.)[^\s/]{1,80})"
    r"\.(?:pdf|docx?|indd|qxd|rtf|odt|tex|pptx?|xlsx?|djvu)",
    re.IGNORECASE,
)


ERRORS = frozenset(
    (
        *("404 not found", "error 404", "404 error", "page not found", "access denied"),
        *("403 forbidden", "attention required!", "just a moment", "are you a robot?"),
        *("502 bad gateway", "internal server error", "500 internal server error"),
    )
)
"""What a site may put its name behind: "Page not found | Nature"."""
_ERROR = re.compile(
    r"(?:http |error )?[45]\d\d(?: error)?\s?[-–—:|]?\s?(?:(?:page |file )?not found|forbidden"
    r"|access denied|unauthorized|bad (?:gateway|request)|gateway time-?out"
    r"|(?:internal )?server error|service (?:temporarily )?unavailable|too many requests)"
)
_SITE = re.compile(r" [|\-] .*")


def _of_site(title: str) -> str:
    """A title without the name of the site behind it, "" where there is none."""
    if " | " not in title and " - " not in title:
        return ""
    return _SITE.sub("", title).rstrip(" .…")


def may_stand_for_another(record: Record) -> bool:
    """A screen: a title as short as a placeholder, or with a dot near its end as a file name."""
    title = record.title
    length = len(title)
    return length <= LONGEST_PLACEHOLDER or (length <= LONGEST_FILE_NAME and "." in title[-6:])


@rule(
    "TIT005",
    "title-placeholder",
    severity=Severity.WARNING,
    examples=_placeholder_titles,
    reads=("title",),
    screen=may_stand_for_another,
)
def title_placeholder(record: Record) -> Iterator[Finding]:
    """The title is an error page, a file name, "untitled" or a part of the issue.

    Why: a program took the title from a web page or a file that had none, or made a record of the
    pages before and behind the works.

    Not found: titles that only contain such words; pictures, songs and films that are called so;
    "Front matter" and "ScienceDirect" by an author; "Editorial" and its like, which are titles of
    their kind; 無題, as many poems are called.

    Source: the generic titles of Help:CS1 errors.
    """
    title = record.title
    plain = title.casefold().strip(" .…[]()")
    if (
        plain in PLACEHOLDERS
        or _of_site(plain) in ERRORS
        or (plain[:1] in "45eh" and _ERROR.fullmatch(plain))
    ):
        found = "" if record.type in NAMED_SO else PLACEHOLDER
    elif plain in SITES:
        found = "" if record.author or record.type in NAMED_SO else PLACEHOLDER
    elif plain in PARTS:
        found = "" if record.author else PART
    else:
        is_file = "." in title[-6:] and _FILE_NAME.fullmatch(title.strip())
        found = PLACEHOLDER if is_file else ""
    if found:
        yield Finding("title", found, value=title)
