"""The envelope of an API: an object whose array holds the records."""

from __future__ import annotations

import re

from validator.io.json.window import TOKEN, Window

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
