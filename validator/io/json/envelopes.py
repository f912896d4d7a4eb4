"""What stands around records: an object whose array holds them, or an object around each."""

from __future__ import annotations

import re

from validator.io.json.decoding import DECODER, decoded
from validator.io.json.window import TOKEN, Item, Window

NOT_WRAPPED = "an item without the object that holds its record"
_LINE_END = re.compile(r"\r\n?|\n")
_KEY = re.compile(r"[ \t\r\n]*+:[ \t\r\n]*+(.)", re.DOTALL)


def opened(window: Window) -> tuple[int, int] | None:
    """Where the array of records begins in the object here, or its one record, and how deep it is.

    None where the object is no envelope. An array counts before an object that holds it.
    """
    wanted = window.shape.envelopes
    deepest = max(map(len, wanted))
    while True:
        path: list[str] = []  # the keys of the open objects, "" for what is no way to records
        depth = 0
        one: tuple[int, int] | None = None
        key = ""
        for token in TOKEN.finditer(window.text, window.at):
            mark = token[0]
            if mark in ("{", "["):
                if 0 < depth < deepest:
                    path = [*path[: depth - 1], key]
                depth += 1
                key = ""
            elif mark in ("}", "]"):
                depth -= 1
                key = ""
                if depth == 0 or (one and depth < one[1]):
                    return one
            elif mark == '"':
                break
            elif 0 < depth <= deepest and (found := _KEY.match(window.text, token.end())):
                key = mark[1:-1]
                here = (*path[: depth - 1], key)
                if here in wanted and found[1] == "[":
                    return found.start(1), depth
                if here in wanted and found[1] == "{":
                    one = one or (found.start(1), depth)
            else:
                key = ""
        if len(window.text) - window.at > window.limit or not window.more():
            return one


def unwrapped(item: Item, text: str, key: str) -> Item:
    """The record that an item of this text holds under a key, with its own place."""
    value = item.value.get(key)
    if not isinstance(value, dict):
        return item._replace(value=None, raw=text, reason=NOT_WRAPPED)
    at = _member(text, key)
    _, end = DECODER.raw_decode(text, at)
    before = text[:at]
    line = item.line + len(_LINE_END.findall(before))
    last = max(before.rfind("\n"), before.rfind("\r")) + 1
    column = at - last + 1 if last else item.column + at
    return Item(value, line, column, item.start + at, item.start + end)


def _member(text: str, key: str) -> int:
    """Where the value of a key of the object begins that a text is; of the last, as it counts."""
    depth = at = 0
    for token in TOKEN.finditer(text):
        mark = token[0]
        if mark in ("{", "["):
            depth += 1
        elif mark in ("}", "]"):
            depth -= 1
        elif depth == 1 and len(mark) > 1 and decoded(mark) == key:
            found = _KEY.match(text, token.end())  # none where it is a value
            at = found.start(1) if found else at
    return at


def leave(window: Window, depth: int) -> None:
    """Go behind the brackets of as many objects as the window stands in."""
    while True:
        for token in TOKEN.finditer(window.text, window.at):
            mark = token[0]
            if mark == '"':
                break
            window.at = token.end()
            depth += (mark in ("{", "[")) - (mark in ("}", "]"))
            if depth == 0:
                return
        window.forget()
        if len(window.text) - window.at > window.limit or not window.more():
            window.at = len(window.text)
            return
