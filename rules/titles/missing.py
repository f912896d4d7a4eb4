"""Titles that are missing, or stand for a missing one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import rule

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


@rule("TIT001", "title-missing", severity=Severity.ERROR, examples=NO_TITLE)
def title_missing(record: Record) -> Iterator[Finding]:
    """A record without a title.

    Why: nobody can tell what it describes, and no duplicate of it is found.

    Not found: letters, pictures, maps, manuscripts and reviews, which may have none; records with
    a title in another language.

    Source: the required fields of every format and style.
    """
    if record.title and not record.title.isspace():
        return
    if record.type not in UNTITLED_TYPES and not record.parallel.title:
        yield Finding("title", "no title", value=record.title)


PLACEHOLDER = "a placeholder stands for the title"

PLACEHOLDERS = {
    "404",
    "404 not found",
    "page not found",
    "not found",
    "access denied",
    "403 forbidden",
    "just a moment",
    "sign in",
    "log in",
    "login",
    "redirecting",
    "untitled",
    "untitled document",
    "no title",
    "no title available",
    "title not available",
    "missing title",
    "oup accepted manuscript",
    "accepted manuscript",
    "front matter",
    "frontmatter",
    "back matter",
    "front cover",
    "back cover",
    "table of contents",
    "inside front cover",
    "无标题",
    "無標題",
    "无标题文档",
    "无题名",
    "未命名",
    "ohne titel",
    "sans titre",
    "sin título",
    "без названия",
    "без заглавия",
    "無題",
    "제목 없음",
}

PLACEHOLDER_TITLES = (
    # clean
    titled("404 Not Found: the vanishing web"),
    titled("Untitled", type="graphic"),
    titled("Editorial"),
    titled("Introduction"),
    titled("Front matter of the human genome"),
    titled("Nineteen Eighty-Four", type="book"),
    titled("1984", type="book"),
    titled("Untitled, or: the art of naming"),
    titled("Node.js in action", type="book"),
    titled("How to read a .pdf"),
    titled("无题二首"),  # a poem
    # placeholders
    titled("404", PLACEHOLDER),
    titled("Page not found", PLACEHOLDER),
    titled("[Untitled]", PLACEHOLDER),
    titled("Untitled.", PLACEHOLDER),
    titled("无标题", PLACEHOLDER),
    titled("OUP accepted manuscript", PLACEHOLDER),
    titled("Front Matter", PLACEHOLDER),
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


@rule(
    "TIT005",
    "title-placeholder",
    severity=Severity.WARNING,
    examples=PLACEHOLDER_TITLES,
    reads=("title",),
)
def title_placeholder(record: Record) -> Iterator[Finding]:
    """The title is an error page, a file name, "untitled" or a part of the issue.

    Why: a program took the title from a web page or a file that had none.

    Not found: titles that only contain such words; untitled pictures; "Editorial" and its like,
    which are titles of their kind.

    Source: the generic titles of Help:CS1 errors.
    """
    title = record.title
    if len(title) > 100:
        return
    plain = title.casefold().strip(" .…[]()")
    if plain in PLACEHOLDERS:
        if record.type not in UNTITLED_TYPES:
            yield Finding("title", PLACEHOLDER, value=title)
    elif "." in plain[-6:] and _FILE_NAME.fullmatch(title.strip()):
        yield Finding("title", PLACEHOLDER, value=title)
