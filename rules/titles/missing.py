"""Titles that are missing, or stand for a missing one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.config import Settings
from validator.finding import Finding, Severity
from validator.profiles import requires
from validator.record import Record
from validator.registry import rule
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
}
"""Types that may have no title of their own: letters, pictures, reviews of a named book."""


NO_TITLE = (
    # clean
    titled("On the Origin of Species", type="book"),
    titled("Я", type="book"),
    titled("", type="personal_communication"),
    titled("", type="graphic"),
    titled("[Letter to a friend]", type="personal_communication"),
    titled("", parallel="Sushi science"),
    titled("", type="review-book"),
    # faulty
    titled("", "no title"),
    titled("  ", "no title"),
    titled("", "no title", type="book"),
    titled("", "no title", type=""),
)


def is_blank(record: Record) -> bool:
    """A screen: no title, or one of blanks."""
    return not record.title.strip()


@rule("TIT001", "title-missing", severity=Severity.ERROR, examples=NO_TITLE, screen=is_blank)
def title_missing(record: Record, settings: Settings) -> Iterator[Finding]:
    """A record without a title.

    Why: nobody can tell what it describes, and no duplicate of it is found.

    Not found: what may have none by the profile: letters, pictures, maps, manuscripts, reviews;
    records with a title in another language.

    Source: the required fields of every format and style.
    """
    may_lack_it = record.type in CSL_TYPES and not requires(settings.profile, record.type, "title")
    if not may_lack_it and not record.parallel.title:
        yield Finding("title", "no title", value=record.title)


PLACEHOLDER = "a placeholder stands for the title"
PART = "a part of an issue or book without an author stands for a work"

PLACEHOLDERS = frozenset(
    (
        *("404", "404 not found", "error 404", "404 error", "page not found", "not found"),
        *("access denied", "403 forbidden", "just a moment", "attention required", "redirecting"),
        *("sign in", "log in", "login", "502 bad gateway", "service unavailable"),
        *("untitled", "untitled document", "no title", "no title available", "title not available"),
        *("missing title", "oup accepted manuscript", "accepted manuscript"),
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
PARTS = frozenset(
    (
        *("front matter", "frontmatter", "back matter", "backmatter", "front cover", "back cover"),
        *("table of contents", "inside front cover", "inside back cover", "editorial board"),
        *("封面", "封底", "目录", "目錄", "版权页", "目次"),
    )
)
LONGEST_PLACEHOLDER = 40
LONGEST_FILE_NAME = 100
NAMED_SO = UNTITLED_TYPES | {"song", "musical_score", "motion_picture", "performance"}
"""Types of works that are called "Untitled" or "404" by those who made them."""

PLACEHOLDER_TITLES = (
    # clean
    titled("404 Not Found: the vanishing web"),
    titled("Untitled", type="graphic"),
    titled("Untitled", type="song"),
    titled("Editorial"),
    titled("Introduction"),
    titled("Front matter of the human genome"),
    titled("Front matter", author="Genette, Gérard"),  # somebody wrote it
    titled("Nineteen Eighty-Four", type="book"),
    titled("1984", type="book"),
    titled("Untitled, or: the art of naming"),
    titled("Node.js in action", type="book"),
    titled("How to read a .pdf"),
    titled("无题二首"),  # a poem
    titled("無題"),  # many poems
    titled("Без названия и без автора"),
    # placeholders
    titled("404", PLACEHOLDER),
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
)

_FILE_NAME = re.compile(
    r"(?:microsoft word - .*|[^\s/]{1,80})\.(?:pdf|docx?|indd|qxd|rtf|odt|tex|pptx?|xlsx?|djvu)",
    re.IGNORECASE,
)


def may_stand_for_another(record: Record) -> bool:
    """A screen: a title as short as a placeholder, or with a dot near its end as a file name."""
    title = record.title
    length = len(title)
    return length <= LONGEST_PLACEHOLDER or (length <= LONGEST_FILE_NAME and "." in title[-6:])


@rule(
    "TIT005",
    "title-placeholder",
    severity=Severity.WARNING,
    examples=PLACEHOLDER_TITLES,
    reads=("title",),
    screen=may_stand_for_another,
)
def title_placeholder(record: Record) -> Iterator[Finding]:
    """The title is an error page, a file name, "untitled" or a part of the issue.

    Why: a program took the title from a web page or a file that had none, or made a record of the
    pages before and behind the works.

    Not found: titles that only contain such words; pictures, songs and films that are called so;
    "Front matter" by an author; "Editorial" and its like, which are titles of their kind; 無題,
    as many poems are called.

    Source: the generic titles of Help:CS1 errors.
    """
    title = record.title
    plain = title.casefold().strip(" .…[]()")
    if plain in PLACEHOLDERS:
        found = "" if record.type in NAMED_SO else PLACEHOLDER
    elif plain in PARTS:
        found = "" if record.author else PART
    else:
        is_file = "." in title[-6:] and _FILE_NAME.fullmatch(title.strip())
        found = PLACEHOLDER if is_file else ""
    if found:
        yield Finding("title", found, value=title)
