"""How an item of JSON is laid out: where its keys and values stand, and how others are written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from copy import copy
from itertools import pairwise
from typing import Any, NamedTuple

from validator.io.rewrite.patching import Edit
from validator.io.rewrite.splicing import Pieces
from validator.io.write.csl_json_values import dumped

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{}:,]', re.DOTALL)
_BLANK = re.compile(r"[ \t\r\n]*")
_PAIR = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_ESCAPE = re.compile(rf"{_PAIR}|\\u[0-9a-fA-F]{{4}}|\\.", re.DOTALL)
_BEYOND_ASCII = re.compile(r"\\u(?!00[0-7])[0-9a-fA-F]{4}")


class Node(NamedTuple):
    """A value of an array, or a member of an object: where it stands with its key, if any, and
    where its value does."""

    key: str
    at: int
    start: int
    end: int


def nodes(text: str, at: int) -> list[Node]:
    """The members of the object, or the elements of the array, that begins at a place."""
    found: list[Node] = []
    depth = 0
    key, key_at, start = "", -1, -1
    in_object = text[at] == "{"
    if not in_object:
        start = _skip(text, at + 1)
    for token in _TOKEN.finditer(text, at + 1):
        sign = token[0]
        if depth:
            depth += (sign in "[{") - (sign in "]}")
        elif sign in (",", "}", "]"):
            end = at + 1 + len(text[at + 1 : token.start()].rstrip(" \t\r\n"))
            if 0 <= start < end:
                found.append(Node(key, key_at if in_object else start, start, end))
            key, key_at, start = "", -1, -1 if in_object else _skip(text, token.end())
            if sign != ",":
                break
        elif sign == ":":
            start = _skip(text, token.end())
        elif sign in ("[", "{"):
            depth = 1
        elif in_object and key_at < 0:
            key, key_at = string(sign), token.start()
    return found


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def string(literal: str) -> str:
    """The text of a string literal."""
    return "".join(said for _, said in pieces(literal[1:-1]))


def pieces(inside: str) -> Pieces:
    """The pieces of a string literal without its quotes, each with what it says."""
    found: Pieces = []
    at = 0
    for escape in _ESCAPE.finditer(inside):
        if escape.start() > at:
            found.append((inside[at : escape.start()],) * 2)
        found.append((escape[0], json.loads(f'"{escape[0]}"')))
        at = escape.end()
    if at < len(inside):
        found.append((inside[at:],) * 2)
    return found


def without(text: str, siblings: Sequence[Node], gone: Iterable[int]) -> list[Edit]:
    """The edits that take members out, each with one comma."""
    edits: list[Edit] = []
    indexes = sorted(set(gone))
    while indexes:
        first = last = indexes.pop(0)
        while indexes and indexes[0] == last + 1:
            last = indexes.pop(0)
        if first:
            edits.append(Edit(siblings[first - 1].end, siblings[last].end, ""))
        elif last + 1 < len(siblings):
            edits.append(Edit(siblings[0].at, siblings[last + 1].at, ""))
        else:
            edits.append(Edit(siblings[0].at, siblings[last].end, ""))
    return edits


class Style:
    """How an item is written: on lines of its own or on one, with which blanks, in ASCII or not."""

    def __init__(self, text: str, head: str = "") -> None:
        self.text = text
        self.members = nodes(text, 0)
        if text.isascii():
            sample = text if _BEYOND_ASCII.search(text) else head
            self.ascii_only = sample.isascii() and _BEYOND_ASCII.search(sample) is not None
        else:
            self.ascii_only = False
        self.colon = ": "
        if self.members:
            last = self.members[-1]
            self.colon = text[last.at : last.start].rpartition('"')[2]
        nested = [m for m in self.members if text[m.start] in "[{" and m.end - m.start > 2]
        self.on_lines = any("\n" in text[m.start : m.end] for m in nested)
        wide = any(re.search(r",[ \t]", text[m.start : m.end]) for m in nested)
        self.comma = ", " if wide or (not nested and self.colon[-1:] == " ") else ","
        self.indent = "  "
        if self.on_lines and self.members:
            inner = next(m for m in nested if "\n" in text[m.start : m.end])
            outer = self._margin(self.members[-1].at)
            first = nodes(text, inner.start)[:1]
            margin = self._margin(first[0].at) if first else ""
            if margin.startswith(outer) and len(margin) > len(outer):
                self.indent = margin[len(outer) :]

    def like(self, sibling: str) -> Style:
        """The style of an object beside this one."""
        own = Style(sibling)
        if own.members:
            self = copy(self)
            self.on_lines = "\n" in sibling
            self.colon = own.colon
            gaps = [sibling[a.end : b.at] for a, b in pairwise(own.members)]
            self.comma = gaps[0] if gaps and not self.on_lines else self.comma
        return self

    def _margin(self, at: int) -> str:
        """The blanks that the line of a place begins with."""
        start = max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1
        return self.text[start : _skip(self.text, start)]

    def string(self, value: str) -> str:
        """The inside of a string literal."""
        return dumped(value, ascii_only=self.ascii_only)[1:-1]

    def written(self, value: Any, at: int) -> str:
        """A value as it would stand on the line of a place."""
        if isinstance(value, str) or not isinstance(value, (list, dict)) or not self.on_lines:
            return self._inline(value)
        text = json.dumps(value, ensure_ascii=self.ascii_only, indent=self.indent)
        line_end = "\r\n" if "\r\n" in self.text else "\n"
        return text.replace("\n", line_end + self._margin(at))

    def _inline(self, value: Any) -> str:
        if isinstance(value, str):
            return f'"{self.string(value)}"'
        if isinstance(value, dict):
            inner = self.comma.join(
                f'"{self.string(key)}"{self.colon}{self._inline(one)}' for key, one in value.items()
            )
            return f"{{{inner}}}"
        if isinstance(value, list):
            return f"[{self.comma.join(map(self._inline, value))}]"
        return json.dumps(value)

    def with_member(self, key: str, value: Any = "", raw: str = "") -> Edit:
        """The edit that adds a member behind the last one."""
        name = f'"{self.string(key)}"{self.colon}'
        if not self.members:
            return Edit(1, 1, name + (raw or self._inline(value)))
        last = self.members[-1]
        if len(self.members) > 1:
            gap = self.text[self.members[-2].end : last.at]
        else:
            gap = "," + (self.text[1 : last.at] or self.comma[1:])
        return Edit(last.end, last.end, gap + name + (raw or self.written(value, last.at)))
