"""The items of JSON text one by one, each with its place; a broken one costs no neighbour.

An array, one object, objects one after another, JSON Lines, or the envelope of an API.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from validator.finding import Fault
from validator.io.json import envelopes, recovery
from validator.io.json.decoding import DECODER, decoded
from validator.io.json.recovery import AFTER, BROKEN, TOO_LONG
from validator.io.json.window import CSL, Item, Shape, Window
from validator.io.source import Source

LONGEST_BROKEN = 2**16  # characters of a record broken over lines
MOST_PLAIN = 8
NOT_AN_OBJECT = "an item is not a JSON object"


def fault(item: Item, number: int) -> Fault:
    """What is said of an item without a value."""
    return Fault(
        "COL002",
        item.reason,
        line=item.line,
        column=item.column,
        record_number=number,
        start=item.start,
        end=item.end,
        raw=item.raw,
    )


def items(source: Source, shape: Shape = CSL) -> Iterator[Item]:
    """The members of arrays at the top, of the array of an envelope, and objects at the top."""
    window = Window(source, shape)
    plain = 0  # objects at the top that were no envelopes: then none is looked for any more
    while char := window.skip():
        if char == "[":
            window.at += 1
            yield from _members(window)
        elif char in "]}":
            window.at += 1
        elif char == "{" and plain < MOST_PLAIN and (found := envelopes.opened(window)):
            window.at, depth = found
            if window.text[window.at] == "[":
                window.at += 1
                yield from _members(window)
            else:
                yield _item(window)
            envelopes.leave(window, depth)
        else:
            plain += 1
            yield _item(window)


def lines(source: Source) -> Iterator[Item]:
    """The objects of JSON Lines. A record broken over lines is one item."""
    from orjson import JSONDecodeError, loads

    held: Item | None = None
    for number, start, text in source.lines():
        if text is None:
            if held:
                yield held
                held = None
            yield Item(None, number, 1, start, None, "", TOO_LONG)
            continue
        try:
            value = loads(text)
        except JSONDecodeError:
            stripped = text.strip().strip("\ufeff")
            if stripped in ("", "[", "]", ","):  # blank, or the frame of an array
                continue
            try:
                value = decoded(stripped.removesuffix(","))
            except ValueError:
                broken = _broken_line(text, number, start)
                if held and _goes_on(held.raw, broken.raw):
                    raw = f"{held.raw}\n{broken.raw}"
                    held = held._replace(end=broken.end, raw=raw)
                    continue
                if held:
                    yield held
                held = broken
                continue
        if held:
            yield held
            held = None
        if isinstance(value, dict):
            indent = len(text) - len(text.lstrip()) if text[0] != "{" else 0
            end = start + len(text.rstrip("\r\n"))
            yield Item(value, number, indent + 1, start + indent, end)
        else:
            yield _broken_line(text, number, start)._replace(reason=NOT_AN_OBJECT)
    if held:
        yield held


def _goes_on(raw: str, following: str) -> bool:
    """Whether a broken line is the rest of the broken one before it, cut by a line end inside."""
    return raw[-1:] != "}" and following[:1] != "{" and len(raw) < LONGEST_BROKEN


def _broken_line(text: str, number: int, start: int) -> Item:
    indent = len(text) - len(text.lstrip())
    raw = text.strip()
    at = start + indent
    return Item(None, number, indent + 1, at, at + len(raw), raw, BROKEN)


def _members(window: Window) -> Iterator[Item]:
    """The items of an array, from behind its bracket to behind its end."""
    while char := window.skip():
        if char == "]":
            window.at += 1
            return
        if char == "}":  # one too many behind an item
            window.at += 1
        else:
            yield _item(window)


def _item(window: Window) -> Item:
    """The item at the place of the window, which moves behind it."""
    start = window.at
    line, column = window.place(start)
    place = Item(None, line, column, window.base + start, None)
    value, end = _decode(window, start)
    if end > start and len(window.text) < end + 64:
        window.more()
    if end == start or not AFTER.match(window.text, end):
        if len(window.text) - start > window.limit:
            return recovery.left_out(window, place)
        return recovery.broken(window, place)
    if end - start > window.limit:
        window.at = end
        return place._replace(end=window.base + end, reason=TOO_LONG)
    window.at = end
    place = place._replace(end=window.base + end)
    if not isinstance(value, dict):
        return place._replace(raw=window.text[start:end], reason=NOT_AN_OBJECT)
    if window.margin not in window.margins:
        window.learn(start)
    return place._replace(value=value)


def _decode(window: Window, start: int) -> tuple[Any, int]:
    """The value that begins here and where it ends; that is its start where there is none."""
    while True:
        text = window.text
        try:
            value, end = DECODER.raw_decode(text, start)
        except json.JSONDecodeError as error:
            cut = error.msg.startswith("Unterminated") or error.pos + 16 >= len(text)
            value, end = None, start
        except (ValueError, RecursionError):
            return None, start
        else:
            cut = end == len(text)  # 12 may be the head of 123
        if not cut or len(text) - start > window.limit or not window.more():
            return value, end
