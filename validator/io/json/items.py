"""The items of JSON text one by one, each with its place; a broken one costs no neighbour.

An array, one object, objects one after another, JSON Lines, or the envelope of an API.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import Any

from validator.finding import Fault
from validator.io.json import envelopes, recovery
from validator.io.json.decoding import DECODER, decoded
from validator.io.json.recovery import AFTER, BROKEN, TOO_LONG
from validator.io.json.window import CSL, Item, Shape, Window
from validator.io.source import Source

LONGEST_BROKEN = 2**16  # characters of a record broken over lines
MOST_PLAIN = 8
MOST_JOINED = 8  # places of a line that are tried
_FIRST_KEY = re.compile(r'\s*(\{\s*"[^"\\]{1,40}"\s*:)')
_ANOTHER = re.compile(r"[ \t\r\n\]}]*+,[ \t\r\n]*+\{")
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
        elif (
            char == "{"
            and shape.envelopes
            and plain < MOST_PLAIN
            and (found := envelopes.opened(window))
        ):
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


def lines(source: Source, shape: Shape = CSL) -> Iterator[Item]:
    """The objects of JSON Lines. A record broken over lines is one item."""
    from orjson import JSONDecodeError, loads

    held: Item | None = None
    is_plain = not shape.wrapped
    for number, start, text in source.lines():
        if text is None:
            found = [Item(None, number, 1, start, None, "", TOO_LONG)]
        else:
            try:
                value = loads(text)
            except JSONDecodeError:
                value = None
            if is_plain and held is None and value.__class__ is dict and text[0] == "{":
                yield Item(value, number, 1, start, start + len(text.rstrip("\r\n")))
                continue
            found = _in_line(text, number, start)
        for item in found:
            if held and item.reason == BROKEN and _goes_on(held.raw, item.raw):
                held = held._replace(end=item.end, raw=f"{held.raw}\n{item.raw}")
                continue
            if held:
                yield held
                held = None
            if item.reason == BROKEN:
                held = item
            elif text and shape.wrapped and not item.reason:
                yield envelopes.unwrapped(item, text[item.start - start :], shape.wrapped)
            else:
                yield item
    if held:
        yield held


def _in_line(text: str, number: int, start: int) -> list[Item]:
    """The item of a line; two where a program that was stopped in one began the next behind it."""
    stripped = text.strip().strip("\ufeff")
    if stripped in ("", "[", "]", ","):  # blank, or the frame of an array
        return []
    try:
        value = decoded(stripped.removesuffix(","))
    except ValueError:
        if at := _joined(text):
            first, second = text[:at], text[at:]
            behind = [one._replace(column=at + 1) for one in _in_line(second, number, start + at)]
            return [*_in_line(first, number, start), *behind]
        return [_without_value(text, number, start, BROKEN)]
    if not isinstance(value, dict):
        return [_without_value(text, number, start, NOT_AN_OBJECT)]
    indent = len(text) - len(text.lstrip()) if text[0] != "{" else 0
    end = start + len(text.rstrip("\r\n"))
    return [Item(value, number, indent + 1, start + indent, end)]


def _joined(text: str) -> int:
    """Where the object begins that ends a line, with the key that the line begins with and not as a
    value of another; 0 for nowhere."""
    if not (first := _FIRST_KEY.match(text)):
        return 0
    apart = re.compile(rf"(?<![:\[,\s])\s{{0,99}}({re.escape(first[1])})")
    for found in islice(apart.finditer(text, first.end()), MOST_JOINED):
        with suppress(ValueError):
            if isinstance(decoded(text[found.start(1) :]), dict):
                return found.start(1)
    return 0


def _goes_on(raw: str, following: str) -> bool:
    """Whether a broken line is the rest of the broken one before it, cut by a line end inside."""
    return raw[-1:] != "}" and following[:1] != "{" and len(raw) < LONGEST_BROKEN


def _without_value(text: str, number: int, start: int, reason: str) -> Item:
    indent = len(text) - len(text.lstrip())
    raw = text.strip()
    at = start + indent
    return Item(None, number, indent + 1, at, at + len(raw), raw, reason)


def _members(window: Window) -> Iterator[Item]:
    """The items of an array, from behind its bracket to behind its end."""
    while char := window.skip():
        if char in "]}":
            window.at += 1
            if char == "]" and not _has_more(window):
                return
        else:
            yield _item(window)


def _has_more(window: Window) -> bool:
    """Whether an item follows behind a bracket that would end their array: it closes nothing."""
    while len(window.text) < window.at + 64 and window.more():
        pass
    return _ANOTHER.match(window.text, window.at) is not None


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
    if window.margin not in window.margins and window.shape.may_be_item(value):
        window.learn(start)
    place = place._replace(value=value)
    if key := window.shape.wrapped:
        return envelopes.unwrapped(place, window.text[start:end], key)
    return place


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
