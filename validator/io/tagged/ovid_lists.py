"""The fields of Ovid that hold several values: people, keywords and headings, institutions."""

from __future__ import annotations

import re
from functools import lru_cache

from validator.io.values import lines, name, person
from validator.record import Name
from validator.text.patterns import lazy

_PARTED = re.compile(r" ?;(?![^\[\]]{0,200}\]) ?|\.? {2}")
_WIDE = re.compile(r" {3,}|\t+")
_ROLE = lazy(r" ?\[([^\[\]]{0,200}).*")
_FOOT = lazy(r"(?: [\d,*+]{1,12}){1,9}\.?\Z")
_MARK = lazy(r"\(\d{1,3}\)\s*|[^:,()]{2,60},[^:]{1,60}: +")


@lru_cache(maxsize=2**13)
def people_in(text: str) -> tuple[tuple[str, Name], ...]:
    """The people of a field with their roles, without the numbers of their institutions."""
    found = []
    if ";" not in text and "]," in text:
        text = text.replace("],", "];")
    for part in _parts(text):
        role = _ROLE.search(part)
        plain = _FOOT.sub("", _ROLE.sub("", part)).strip(" ,")
        if plain[-1:] == "." and plain[-2:-1].isalnum() and plain[-3:-2] not in (" ", ".", ","):
            plain = plain[:-1]
        if plain and plain != "et al":
            is_editor = role is not None and role[1].lower().startswith("ed")
            found.append(("editor" if is_editor else "author", person(name(plain), part)))
    return tuple(found)


@lru_cache(maxsize=2**13)
def _parts(text: str) -> tuple[str, ...]:
    """The items of a field: one a line, parted by semicolons or by two blanks."""
    return tuple(
        [
            stripped
            for line in lines(text)
            for part in _PARTED.split(_WIDE.sub("  ", line))
            if (stripped := part.strip())
        ]
    )


def items(texts: list[str]) -> tuple[str, ...]:
    """Keywords or headings: a field each, or parted by semicolons, lines or two blanks."""
    parts = [part.removesuffix(".") for text in texts for part in _parts(text)]
    if len(parts) == 1 and parts[0].count(", ") > 1:
        parts = parts[0].split(", ")
    return tuple([part.removeprefix("*").replace("/*", "/") for part in parts if part])


def affiliations(texts: list[str]) -> tuple[str, ...]:
    """The institutions, without their numbers and the authors before them."""
    found = [
        line[marked.end() :] if (marked := _MARK.match(line)) else line
        for text in texts
        for line in lines(text)
    ]
    return tuple(dict.fromkeys(line for line in found if line))
