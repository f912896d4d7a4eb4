"""An element of XML taken in one pass: names without namespaces, texts, lines, children by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from validator.io.markup import flattened
from validator.io.xml.items import Item, local, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_NONE: Mapping[str, Any] = {}


class Node:
    """An element and all below it. Readers ask each often, and of lxml every question costs."""

    __slots__ = ("_text", "attributes", "below", "element", "inside", "line", "name")

    def __init__(self, element: _Element, first: int) -> None:
        self.element = element
        self.name = local(element)
        self.line = first + (element.sourceline or 1)
        self.attributes: Mapping[str, str] = dict(found) if (found := element.items()) else _NONE
        self.inside: Sequence[Node] = ()
        self.below: Mapping[str, Sequence[Node]] = _NONE
        if not len(element):
            self._text: str | None = text_of(element)
            return
        self._text = None
        self.inside = [Node(child, first) for child in element]
        below: dict[str, list[Node]] = {}
        for node in self.inside:
            if node.name in below:
                below[node.name].append(node)
            else:
                below[node.name] = [node]
        self.below = below

    @property
    def text(self) -> str:
        """The text of the element, its inline markup taken off, on one line."""
        if self._text is None:
            self._text = text_of(self.element)
        return self._text

    @property
    def is_mixed(self) -> bool:
        """Whether text stands beside the elements inside."""
        text = self.element.text
        if text and not text.isspace():
            return True
        return any((tail := node.element.tail) and not tail.isspace() for node in self.inside)

    def get(self, attribute: str) -> str:
        """The value of an attribute, "" for none; its name has its namespace."""
        return self.attributes.get(attribute, "")

    def walk(self) -> Iterator[Node]:
        """The element and those below, in the order of the file."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack += reversed(node.inside)

    def lines(self) -> str:
        """The text with its paragraphs, a line each."""
        from lxml.etree import tostring

        for one in self.element.iter("{*}*"):
            one.tag = local(one)  # paragraphs are known by their names alone
        return flattened(tostring(self.element, encoding="unicode", with_tail=False))


def tree(item: Item) -> Node:
    """The element of a record and all below it."""
    return Node(item.element, item.line - 1)


def children(node: Node | None, *path: str) -> Sequence[Node]:
    """The elements that a way of local names leads to, in the order of the file."""
    if node is None:
        return ()
    found = node.below.get(path[0], ())
    for name in path[1:]:
        if not found:
            break
        found = [child for one in found for child in one.below.get(name, ())]
    return found


def child(node: Node | None, *path: str) -> Node | None:
    """The first element that a way of local names leads to."""
    return next(iter(children(node, *path)), None)


def text_at(node: Node | None, *path: str) -> str:
    """The text of the first element that has one at the end of a way of local names."""
    if node is None or path[0] not in node.below:  # as most are asked in vain
        return ""
    for one in children(node, *path):
        if text := one.text:
            return text
    return ""


def texts_at(node: Node | None, *path: str) -> list[str]:
    """The texts of the elements at the end of a way of local names."""
    return [text for one in children(node, *path) if (text := one.text)]
