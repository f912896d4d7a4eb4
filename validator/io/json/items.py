"""The items of JSON text one by one, each with its place; a broken one costs no neighbour.

An array, one object, objects one after another, JSON Lines, or the envelope of an API.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from validator.finding import Fault
from validator.io.source import Source

LONGEST_BROKEN = 2**16  # characters of a record broken over lines
MOST_PLAIN = 8
BLOCK = 2**17  # characters read at a time, more while an item is longer
TOO_LONG = "an item is longer than max-record-bytes"
BROKEN = "an item is not valid JSON"
NOT_AN_OBJECT = "an item is not a JSON object"

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|["\[\]{},]', re.DOTALL)
_BLANK = re.compile(r"[ \t\r\n]*+")
_BETWEEN = re.compile(r"[ \t\r\n,\ufeff]*+")
_AFTER = re.compile(r"[ \t\r\n]*+(?:[,\]{}]|\Z)")
_NAME = r'"((?:[^"\\]|\\.){1,40})"\s*+:'
_VALUE = r'\s*+(?:"(?:[^"\\]|\\.){0,300}"|[^\s"\[\]{},]{1,40})\s*+,\s*+'
_FIRST_KEYS = re.compile(rf"\{{\s*+{_NAME}(?:{_VALUE}{_NAME})?")
_KEY = re.compile(r"[ \t\r\n]*+:[ \t\r\n]*+(.)", re.DOTALL)
_COMMON = frozenset(("id", "type", "key", "name", "value", "DOI"))
"""First keys that parts of an item have as well."""


class Shape(NamedTuple):
    """How the items of a vocabulary are framed and begin.

    ``envelopes`` are the keys, from the top down, whose array (or one object) holds the records of
    an object at the top. ``opening`` is the pattern of the beginning of an item, where its first
    key does not tell it from its parts.
    """

    envelopes: tuple[tuple[str, ...], ...] = (("items",),)
    opening: str = ""


CSL = Shape()


class Item(NamedTuple):
    """One item: its value where ``reason`` is empty, else why there is none."""

    value: Any
    line: int
    column: int
    start: int
    end: int | None
    raw: str = ""
    reason: str = ""


def _constant(word: str) -> Any:
    raise ValueError(f"{word} is no JSON")


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) < 400 else digits


_DECODER = json.JSONDecoder(strict=False, parse_constant=_constant, parse_int=_integer)
"""Takes line ends and lone surrogates inside strings, which lose nothing; NaN is an error."""


def decoded(text: str) -> Any:
    """The value of a JSON text. Raises ValueError where it is none, or nested too deep."""
    try:
        return _DECODER.decode(text)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


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
    window = _Window(source, shape)
    plain = 0  # objects at the top that were no envelopes: then none is looked for any more
    while char := window.skip():
        if char == "[":
            window.at += 1
            yield from _members(window)
        elif char in "]}":
            window.at += 1
        elif char == "{" and plain < MOST_PLAIN and (found := _envelope(window)):
            window.at, depth = found
            if window.text[window.at] == "[":
                window.at += 1
                yield from _members(window)
            else:
                yield _item(window)
            _leave(window, depth)
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


class _Window:
    """The stretch of the text that is in memory, and how far it has been read."""

    def __init__(self, source: Source, shape: Shape) -> None:
        self.shape = shape
        self.limit = source.limit
        self.blocks = source.blocks(BLOCK)
        self.text = ""
        self.is_whole = False  # nothing comes behind the stretch
        self.base = source.first_start  # characters before the stretch
        self.at = 0
        self.line = source.first_line  # of the place last asked for
        self.line_start = 0  # of that line; before the stretch it is negative
        self.counted = 0
        self.margin = ""  # the blanks between the separator and the item
        self.margins: tuple[str, ...] = ()  # those of good items
        self.begins = ""  # the pattern of how the first good item begins
        self.asked: tuple[int, object, int | None] = (0, None, None)  # see `_next_item`

    def more(self) -> bool:
        """Read on, as much again as is held, so that a long item is not tried too often."""
        pieces: list[str] = []
        wanted = max(len(self.text) - self.at, 1)
        while wanted > 0 and (block := next(self.blocks, "")):
            pieces.append(block)
            wanted -= len(block)
        self.is_whole = wanted > 0
        if not self.text and self.base == 0 and "".join(pieces[:1]).startswith("\ufeff"):
            self.line_start = 1  # the mark has no column
        self.text += "".join(pieces)
        return bool(pieces)

    def skip(self) -> str:
        """Go to the next item or bracket; its first character, "" at the end."""
        begin = self.at
        while True:
            self.at = end_of(_BETWEEN, self.text, self.at)
            if self.at < len(self.text):
                break
            if not self.more():
                return ""
        between = self.text[begin : self.at]
        self.margin = between[between.rfind(",") + 1 :]
        self.forget()
        return self.text[self.at]

    def forget(self) -> None:
        """Let go of what has been read, where it is much."""
        if self.at > BLOCK:
            self.place(self.at)
            self.text = self.text[self.at :]
            self.base += self.at
            self.line_start -= self.at
            self.at = self.counted = 0

    def learn(self, start: int) -> None:
        """Keep what the good item here begins with, to know the next one behind a broken one."""
        if len(self.margins) < 4:
            self.margins += (self.margin,)
            self.begins = self.begins or _begins(self.text, start, self.shape)

    def place(self, index: int) -> tuple[int, int]:
        """Line and column of a place at or behind the one last asked for."""
        text = self.text
        newlines = text.count("\n", self.counted, index)
        returns = text.count("\r", self.counted, index)
        if returns:
            newlines += returns - text.count("\r\n", self.counted, index)
        if newlines:
            self.line += newlines
            last = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index))
            self.line_start = last + 1
        self.counted = index
        return self.line, index - self.line_start + 1


def end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where the match of a pattern that may be empty ends."""
    found = pattern.match(text, at)
    return found.end() if found else at


def _members(window: _Window) -> Iterator[Item]:
    """The items of an array, from behind its bracket to behind its end."""
    while char := window.skip():
        if char == "]":
            window.at += 1
            return
        if char == "}":  # one too many behind an item
            window.at += 1
        else:
            yield _item(window)


def _item(window: _Window) -> Item:
    """The item at the place of the window, which moves behind it."""
    start = window.at
    line, column = window.place(start)
    place = Item(None, line, column, window.base + start, None)
    value, end = _decode(window, start)
    if end > start and len(window.text) < end + 64:
        window.more()
    if end == start or not _AFTER.match(window.text, end):
        if len(window.text) - start > window.limit:
            return _left_out(window, place)
        return _broken(window, place)
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


def _decode(window: _Window, start: int) -> tuple[Any, int]:
    """The value that begins here and where it ends; that is its start where there is none."""
    while True:
        text = window.text
        try:
            value, end = _DECODER.raw_decode(text, start)
        except json.JSONDecodeError as error:
            cut = error.msg.startswith("Unterminated") or error.pos + 16 >= len(text)
            value, end = None, start
        except (ValueError, RecursionError):
            return None, start
        else:
            cut = end == len(text)  # 12 may be the head of 123
        if not cut or len(text) - start > window.limit or not window.more():
            return value, end


def _broken(window: _Window, place: Item) -> Item:
    """An item that is no JSON, and the window behind it."""
    start = window.at
    while True:
        end = _end_of_broken(window, start)
        if end is not None or not window.more():
            break
        if len(window.text) - start > window.limit:
            return _left_out(window, place)
    window.at = end if end is not None else len(window.text)
    raw = window.text[start : window.at].rstrip(" \t\r\n,")
    return place._replace(end=window.base + start + len(raw), raw=raw, reason=BROKEN)


def _end_of_broken(window: _Window, start: int) -> int | None:
    """Where a broken item ends: with its own bracket, or where the next item begins.

    The next item is known by the blanks and the first key that the items of this file have: a
    bracket or a quotation mark may be missing, and then the brackets tell nothing.
    """
    text = window.text
    following = _next_item(window, start)
    is_known = bool(window.shape.opening and (window.begins or following is not None))
    stop = len(text) if following is None else following
    if text[start] not in "{[" and following is not None:
        return stop
    depth = 0
    for token in _TOKEN.finditer(text, start, stop):
        mark = token[0]
        if mark == '"':
            break
        if mark in ("{", "["):
            depth += 1
        elif mark in ("}", "]"):
            depth -= 1
            if depth < 0 and mark == "]":
                if following is None or not window.shape.opening:
                    return token.start()
                depth = 0
            if depth <= 0 and _AFTER.match(text, token.end()):
                if not is_known or _is_left(window, token.end(), following):
                    return token.end()
                depth = 0
    return following


def _is_left(window: _Window, end: int, following: int | None) -> bool:
    """Whether a bracket that closes a broken item may be its last: the next item comes behind it,
    or the end of the items. Else it closes one of the parts that the damage has set free."""
    behind = end_of(_BETWEEN, window.text, end)
    if following is not None:
        return behind == following
    if behind == len(window.text):
        return window.is_whole
    return window.text[behind] in "]}"


def _left_out(window: _Window, place: Item) -> Item:
    """An item longer than the limit, and the window at the next one; it is not held."""
    while (following := _next_item(window, window.at)) is None:
        window.at = max(window.at, len(window.text) - 256)
        window.forget()
        if not window.more():
            window.at = len(window.text)
            return place._replace(end=window.base + window.at, reason=TOO_LONG)
    window.at = following
    return place._replace(end=window.base + window.at, reason=TOO_LONG)


def _next_item(window: _Window, start: int) -> int | None:
    """Where the next item seems to begin, the blanks before it as before the others if it can.

    The answer is kept: many broken items before one far away must not cost a search each.
    """
    begins = window.begins or _begins(window.text, start, window.shape)
    margins = tuple(margin[-40:] for margin in dict.fromkeys((*window.margins, window.margin)))
    asked = margins, begins, window.base + len(window.text)
    first, question, answer = window.asked
    if question == asked and first <= window.base + start + 1:
        if answer is None:
            return None
        if answer > window.base + start:
            return answer - window.base
    usual, any_blanks = _beginning(margins, begins), _beginning((), begins)
    found = usual.search(window.text, start + 1) or any_blanks.search(window.text, start + 1)
    answer = window.base + found.start(1) if found else None
    window.asked = window.base + start + 1, asked, answer
    return found.start(1) if found else None


@lru_cache(maxsize=64)
def _beginning(margins: tuple[str, ...], begins: str) -> re.Pattern[str]:
    """An object that begins as items do. A colon or bracket before it makes it a value."""
    blanks = "|".join(map(re.escape, dict.fromkeys(margins))) if margins else r"\s{0,40}"
    return re.compile(rf"(?<![:\[\s])(?:{blanks})({begins})")


def _begins(text: str, start: int, shape: Shape) -> str:
    """The pattern of the beginning of items, from the one here: by its first key, or by two where
    the parts of items have that one, too."""
    found = _FIRST_KEYS.match(text, start)
    first, second = (found[1], found[2]) if found else ("id", None)
    if not shape.opening:
        keys = "|".join(map(re.escape, dict.fromkeys(("id", "type", first))))
        return rf'\{{\s*"(?:{keys})"\s*:'
    if re.compile(shape.opening).match(text, start) or (first in _COMMON and not second):
        return shape.opening
    own = rf'\{{\s*"{re.escape(first)}"\s*:'
    if first in _COMMON and second:
        own += rf'{_VALUE}"{re.escape(second)}"\s*:'
    return f"{own}|{shape.opening}"


def _envelope(window: _Window) -> tuple[int, int] | None:
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
        for token in _TOKEN.finditer(window.text, window.at):
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


def _leave(window: _Window, depth: int) -> None:
    """Go behind the brackets of as many objects as the window stands in."""
    while True:
        for token in _TOKEN.finditer(window.text, window.at):
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
