"""Where a broken item of JSON ends, and the next one begins.

A bracket or a quotation mark may be missing, and then the brackets tell nothing: the next item is
known by what it looks like.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any

from validator.io.json.decoding import DECODER
from validator.io.json.window import BETWEEN, TOKEN, Item, Window, begins, end_of

TOO_LONG = "an item is longer than max-record-bytes"
BROKEN = "an item is not valid JSON"

AFTER = re.compile(r"[ \t\r\n]*+(?:[,\]{}]|\Z)")
_BEHIND = re.compile(r"(?<=[,\]}])\s{0,40}(\{)")  # what an object begins with that is no value
PIECE = 2**14
"""Characters of an object that are tried first: what a try costs grows with them."""
LEAST = 2**10  # characters that a try counts for


def broken(window: Window, place: Item) -> Item:
    """An item that is no JSON, and the window behind it."""
    start = window.at
    while True:
        end = _end_of_broken(window, start)
        if end is not None or not window.more():
            break
        if len(window.text) - start > window.limit:
            return left_out(window, place)
    window.at = end if end is not None else len(window.text)
    raw = window.text[start : window.at].rstrip(" \t\r\n,")
    return place._replace(end=window.base + start + len(raw), raw=raw, reason=BROKEN)


def _end_of_broken(window: Window, start: int) -> int | None:
    """Where a broken item ends: with its own bracket, or where the next item begins.

    The next item is known by the blanks and the first key that the items of this file have: a
    bracket or a quotation mark may be missing, and then the brackets tell nothing.
    """
    text = window.text
    following = _next_item(window, start)
    is_known = bool(window.begins or following is not None)
    stop = len(text) if following is None else following
    if text[start] not in "{[" and following is not None:
        return stop
    depth = 0
    for token in TOKEN.finditer(text, start, stop):
        mark = token[0]
        if mark == '"':
            break
        if mark in ("{", "["):
            depth += 1
        elif mark in ("}", "]"):
            depth -= 1
            if depth < 0 and mark == "]":
                if following is None:
                    return token.start()
                depth = 0
            if depth <= 0 and AFTER.match(text, token.end()):
                if not is_known or _is_left(window, token.end(), following):
                    return token.end()
                depth = 0
    return following


def _is_left(window: Window, end: int, following: int | None) -> bool:
    """Whether a bracket that closes a broken item may be its last: the next item comes behind it,
    or the end of the items. Else it closes one of the parts that the damage has set free."""
    behind = end_of(BETWEEN, window.text, end)
    if following is not None:
        return behind == following
    if behind == len(window.text):
        return window.is_whole
    return window.text[behind] in "]}"


def left_out(window: Window, place: Item) -> Item:
    """An item longer than the limit, and the window at the next one; it is not held."""
    while (following := _next_item(window, window.at)) is None:
        window.at = max(window.at, len(window.text) - 256)
        window.forget()
        if not window.more():
            window.at = len(window.text)
            return place._replace(end=window.base + window.at, reason=TOO_LONG)
    window.at = following
    return place._replace(end=window.base + window.at, reason=TOO_LONG)


def _next_item(window: Window, start: int) -> int | None:
    """Where the next item seems to begin, the blanks before it as before the others if it can.

    The answer is kept: many broken items before one far away must not cost a search each.
    """
    text, known = window.text, window.begins
    looks = known or begins(text, start, window.shape)
    margins = tuple(margin[-40:] for margin in dict.fromkeys((*window.margins, window.margin)))
    asked = margins, known, window.base + len(text)
    first, question, answer = window.asked
    if question == asked and first <= window.base + start + 1:
        if answer is None:
            return None
        if answer > window.base + start:
            return answer - window.base
    usual, any_blanks = _beginning(margins, looks), _beginning((), looks)
    seen = usual.search(text, start + 1) or any_blanks.search(text, start + 1)
    at = seen.start(1) if seen else None
    whole = _whole_item(window, start + 1, at if known else None, margins)
    at = at if whole is None else whole
    window.asked = window.base + start + 1, asked, None if at is None else window.base + at
    return at


def _whole_item(
    window: Window, start: int, stop: int | None, margins: tuple[str, ...]
) -> int | None:
    """Where the next object begins that is a good item, whatever its first key: see `Shape.marks`.

    Where each item begins a line, no other place is looked at. Trying costs no more characters in
    all than `Window.patience`; a look at all of the text is remembered.
    """
    base, end = window.base, window.base + len(window.text)
    first, last, answer = window.looked
    if last == end and first <= base + start and (answer is None or answer >= base + start):
        return None if answer is None else answer - base
    marks = frozenset(window.shape.marks.split())
    in_lines = bool(window.margins) and all("\n" in margin for margin in margins)
    places = _beginning(margins, r"\{") if in_lines else _BEHIND
    answer = None
    for found in places.finditer(window.text, start, len(window.text) if stop is None else stop):
        if window.patience <= 0:
            break
        value, length = _object_at(window.text, found.start(1))
        window.patience -= max(length, LEAST)
        if not marks.isdisjoint(value):
            answer = base + found.start(1)
            break
    if stop is None:
        window.looked = base + start, end, answer
    return None if answer is None else answer - base


def _object_at(text: str, at: int) -> tuple[dict[str, Any], int]:
    """The object that begins here, empty where none does, and the characters that were read."""
    size = PIECE
    while True:
        piece = text[at : at + size]
        try:
            value, end = DECODER.raw_decode(piece)
        except json.JSONDecodeError as error:
            is_cut = error.msg.startswith("Unterminated") or error.pos + 16 >= len(piece)
            if not is_cut or len(piece) < size:
                return {}, len(piece) if is_cut else error.pos
            size *= 8
        except (ValueError, RecursionError):
            return {}, len(piece)
        else:
            return value, end


@lru_cache(maxsize=64)
def _beginning(margins: tuple[str, ...], looks: str) -> re.Pattern[str]:
    """An object that looks as items do. A colon or bracket before it makes it a value."""
    blanks = "|".join(map(re.escape, dict.fromkeys(margins))) if margins else r"\s{0,40}"
    return re.compile(rf"(?<![:\[\s])(?:{blanks})({looks})")
