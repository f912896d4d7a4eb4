"""What only the whole of a record of PubMed XML tells: its title, pages, date and type."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from validator.text import dates

TYPES = {
    "Preprint": "article",
    "Newspaper Article": "article-newspaper",
    "Academic Dissertation": "thesis",
    "Dataset": "dataset",
    "Webcast": "broadcast",
    "Congress": "paper-conference",
    "Overall": "paper-conference",
}
"""Publication types that are not articles of a journal -> CSL types, the strongest first.

The last two count only where the record is not said to be a journal article as well.
"""
ARTICLE = "Journal Article"
_WEAK = frozenset(("Congress", "Overall"))
_NUMBER = re.compile(r"[eE]?[0-9]{1,9}")
_TRANSLATED = re.compile(r"\[([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]\.?")
_NO_TITLE = "Not Available"


@lru_cache(maxsize=2**14)
def date_of(text: str) -> dates.Date:
    """A date, which stands in many records."""
    return dates.parse(text)


def set_title(values: dict[str, Any], parallel: dict[str, Any]) -> None:
    """The title without the marks of PubMed: the full stop, brackets around a translation.

    The title in the language of the text is the parallel one, and the only one where there is no
    translation. A chapter has the title of its book as container.
    """
    title = values.get("title", "")
    if found := _TRANSLATED.fullmatch(title):
        title = found[1]
    vernacular = values.get("_vernacular", "")
    if title.strip(" .") == _NO_TITLE and vernacular:
        title, vernacular = vernacular, ""
    if book := values.get("_book_title"):
        if title:
            values["container_title"] = book
        else:
            title = book
    values["title"] = _unstopped(title)
    if vernacular:
        parallel["title"] = _unstopped(vernacular)


def _unstopped(title: str) -> str:
    """A title without the full stop at its end, unless it belongs to an abbreviation."""
    is_stop = title[-1:] == "." and "." not in title[-3:-1]
    return title[:-1] if is_stop else title


def set_pages(values: dict[str, Any], lists: dict[str, list[Any]]) -> None:
    """The pages, else the number of the article, which publishers give as their own identifier."""
    first, last = values.get("_first", ""), values.get("_last", "")
    if "page" not in values and first:
        values["page"] = f"{first}-{last}" if last and last != first else first
    if "page" not in values and "number" not in values and "_book_title" not in values:
        numbers = [pii for pii in lists.get("_pii", ()) if _NUMBER.fullmatch(pii)]
        if numbers:
            values["number"] = numbers[0]
    if "issued" not in values and (online := values.get("_online")):
        values["issued"] = date_of(online)


def set_type(values: dict[str, Any], lists: dict[str, list[Any]]) -> None:
    """The type by the publication types; a book by its elements, a chapter has a title more."""
    found = lists.get("_types", [])
    if "_book_title" in values or "isbn" in values:
        is_chapter = bool(values.get("container_title"))
        kind = "chapter" if is_chapter else "book"
        values |= {"type": kind, "type_as_read": found[0] if found else ""}
        values["type_is_inferred"] = True
        if people := lists.get("_book_author"):
            values.setdefault("author", tuple(people))
        return
    is_article = ARTICLE in found
    word = next(
        (word for word in TYPES if word in found and not (is_article and word in _WEAK)), ""
    )
    if word:
        values |= {"type": TYPES[word], "type_as_read": word}
    elif found or "container_title" in values:
        word = ARTICLE if is_article or not found else found[0]
        values |= {"type": "article-journal", "type_as_read": word if found else ""}
        values["type_is_inferred"] = not is_article
