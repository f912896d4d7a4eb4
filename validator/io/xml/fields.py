"""The elements below one of a record as raw fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from validator.io.xml.tree import Node
from validator.record import Field

new = tuple.__new__  # Field(...) by its parts takes half the time


def fields(root: Node, variables: Mapping[str, str]) -> Iterator[Field]:
    """The texts and attributes below an element, named by their way to it: ``titles/title``.

    ``variables`` tells what they fill, by the last name of the way or the last two. Inline markup
    is a part of its text.
    """
    stack: list[tuple[Node, str, str]] = [(root, root.name, "")]
    while stack:
        node, way, above = stack.pop()
        for key, value in node.attributes.items():
            name = f"{way}@{key.rpartition('}')[2]}"
            yield new(Field, (name, value, "", node.line, None, None, None))
        tag = node.name
        variable = variables.get(f"{above}/{tag}") or variables.get(tag)
        if variable is None and node.inside and not node.is_mixed:
            stack += [(child, f"{way}/{child.name}", tag) for child in reversed(node.inside)]
        elif text := node.text:
            yield new(Field, (way, text, variable or "", node.line, None, None, None))
