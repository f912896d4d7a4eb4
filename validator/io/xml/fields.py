"""The elements below one of a record as raw fields, and as the texts and parts that readers ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from validator.io.markup import flattened
from validator.io.xml.items import Item, text_of
from validator.record import Field

if TYPE_CHECKING:
    from lxml.etree import _Element

new = tuple.__new__  # Field(...) by its parts takes half the time


def plain(element: _Element) -> _Element:
    """The element, it and all below without namespaces in their names, as all here wants them."""
    for one in element.iter("{*}*"):
        tag = one.tag
        if tag[0] == "{":
            one.tag = tag[tag.index("}") + 1 :]
    return element


def fields(item: Item, root: _Element, variables: Mapping[str, str]) -> Iterator[Field]:
    """The texts and attributes below an element, named by their way to it: ``titles/title``.

    ``variables`` tells what they fill, by the last name of the way or the last two. Inline markup
    is a part of its text.
    """
    first = item.line - 1
    stack: list[tuple[_Element, str, str]] = [(root, root.tag, "")]
    while stack:
        element, name, above = stack.pop()
        line = first + (element.sourceline or 1)
        if element.attrib:
            for key, value in element.items():
                way = f"{name}@{key.rpartition('}')[2]}"
                yield new(Field, (way, value, "", line, None, None, None))
        tag = element.tag
        variable = variables.get(f"{above}/{tag}") or variables.get(tag)
        if variable is None and len(element) and not _is_mixed(element):
            below = [e for e in element if isinstance(e.tag, str)]
            stack += [(child, f"{name}/{child.tag}", tag) for child in reversed(below)]
        elif text := text_of(element):
            yield new(Field, (name, text, variable or "", line, None, None, None))


def _is_mixed(element: _Element) -> bool:
    """Whether text stands beside the elements inside."""
    if element.text and not element.text.isspace():
        return True
    return any(child.tail and not child.tail.isspace() for child in element)


def children(element: _Element | None, *path: str) -> list[_Element]:
    """The elements that a way of local names leads to, in the order of the file."""
    found = [] if element is None else [element]
    for name in path:
        found = [child for one in found for child in one.iterchildren(name)]
    return found


def child(element: _Element | None, *path: str) -> _Element | None:
    """The first element that a way of local names leads to."""
    return next(iter(children(element, *path)), None)


def text_at(element: _Element | None, *path: str) -> str:
    """The text of the first element that has one at the end of a way of local names."""
    return next((text for one in children(element, *path) if (text := text_of(one))), "")


def texts_at(element: _Element | None, *path: str) -> list[str]:
    """The texts of the elements at the end of a way of local names."""
    return [text for one in children(element, *path) if (text := text_of(one))]


def lines_of(element: _Element) -> str:
    """The text of an element with its paragraphs, a line each."""
    from lxml.etree import tostring

    return flattened(tostring(element, encoding="unicode", with_tail=False))
