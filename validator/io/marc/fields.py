"""The leader and the fields of one record of ISO 2709."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from validator.io.marc.framing import FIELD_END, LEADER, number

SUBFIELD = "\x1f"
ENTRY = 12  # characters of the directory for a field: tag, length, start
MOST = 1000  # fields of a record that is cut in one pass

_LINE_ENDS = re.compile(rb"\x1e[\r\n]+")
_TAGS = re.compile(rb"[0-9A-Za-z ]{3}[^\x1e]{9}")

MISFIT = "a field is not as long as the directory says: {tag}"
NO_FIT = "the directory has {entries} fields, the record {fields}"
NO_DIRECTORY = "a record without a directory that can be read"


class Cut(NamedTuple):
    """The tags and the values of a record; a value has its indicators and subfields as they stood.

    ``fault`` says why there are none, its ``args`` beside it. ``misfit`` is the tag of a field that
    was damaged so that there are not as many as the directory lists.
    """

    leader: bytes
    tags: list[str]
    values: list[bytes]
    fault: str = ""
    args: tuple[int, int] = (0, 0)
    misfit: str = ""


def quick(data: bytes, text: str) -> tuple[str, list[str], list[str]] | None:
    """The leader, the tags and the values of a record that is as nearly all are: the fields that
    its directory lists follow one another. None for any other. ``text`` is ``data`` decoded."""
    values = text.split("\x1e")
    head = values[0]
    count = len(values) - 2
    if len(head) != LEADER + ENTRY * count or values.pop() or count < 1 or count > MOST:
        return None
    del values[0]
    entries = _entries(count)(data, LEADER)
    starts = list(entries[1::2])
    if starts != sorted(starts) or not head.isascii():
        return None
    return head[:LEADER], [*map(_TAG.__getitem__, entries[::2])], values


class _Names(dict[bytes, str]):
    """Tags as text: there are few, and each is made once."""

    def __missing__(self, tag: bytes) -> str:
        text = tag.decode("latin-1")
        if len(self) < 10_000:
            self[tag] = text
        return text


_TAG = _Names()


@cache
def _entries(count: int) -> Callable[[bytes, int], tuple[bytes, ...]]:
    """What takes a tag and a start out of each entry of a directory."""
    return struct.Struct("3s4x5s" * count).unpack_from


def cut(data: bytes) -> Cut:
    """The fields of a record. ``data`` begins with its leader and lacks its end mark.

    The directory gives the order and the tags. Where there are as many fields as it says, they
    are taken as they follow one another, whatever lengths it gives; else its places count.
    """
    head, mark, body = data.partition(FIELD_END)
    leader = head[:LEADER]
    directory = head[LEADER:]
    if not mark or len(directory) < ENTRY:
        return Cut(leader, [], [], NO_DIRECTORY)
    count = len(directory) // ENTRY
    if 2 * len(_TAGS.findall(directory)) < count:
        return Cut(leader, [], [], NO_DIRECTORY)
    if b"\x1e\n" in body or b"\x1e\r" in body:  # somebody wanted a line for each field
        body = _LINE_ENDS.sub(FIELD_END, body)
    values = body.removesuffix(FIELD_END).split(FIELD_END)
    text = directory.decode("latin-1")
    tags = [text[at : at + 3] for at in range(0, count * ENTRY, ENTRY)]
    starts = [text[at + 7 : at + ENTRY] for at in range(0, count * ENTRY, ENTRY)]
    if len(values) != count:
        lengths = [number(directory[at + 3 : at + 7]) for at in range(0, count * ENTRY, ENTRY)]
        is_regular = starts == sorted(starts) and len(directory) % ENTRY == 0
        if is_regular and (aligned := _aligned(values, lengths)):
            values, misfit = aligned
            return Cut(leader, tags, values, misfit="" if misfit is None else tags[misfit])
        placed = _placed(body, directory, count)
        if placed is None:
            return Cut(leader, [], [], NO_FIT, (count, len(values)))
        return Cut(leader, tags, placed)
    ordered = sorted(starts)
    if ordered != starts and "".join(starts).isdecimal() and len(set(starts)) == count:
        place = {start: index for index, start in enumerate(ordered)}
        values = [values[place[start]] for start in starts]
    return Cut(leader, tags, values)


def _placed(body: bytes, directory: bytes, count: int) -> list[bytes] | None:
    """The fields at the places that the directory gives, None where they do not fill the record."""
    found: list[bytes] = []
    covered = 0
    for at in range(0, count * ENTRY, ENTRY):
        length = number(directory[at + 3 : at + 7])
        start = number(directory[at + 7 : at + ENTRY])
        if length < 1 or start < 0 or start + length > len(body) + 1:
            return None
        covered += length
        found.append(body[start : start + length].removesuffix(FIELD_END))
    return found if covered >= len(body.rstrip(FIELD_END)) else None


def _aligned(values: list[bytes], lengths: list[int]) -> tuple[list[bytes], int | None] | None:
    """The fields where those before and behind one place are as long as the directory says, and
    which there is not; None where more is wrong.

    There one field is gone, or broken by marks of its own, or two have lost the mark between.
    """
    found = [len(value) + 1 for value in values]
    front = _alike(found, lengths)
    back = _alike(found[front:][::-1], lengths[front:][::-1])
    wanted = lengths[front : len(lengths) - back]
    there = values[front : len(values) - back]
    if not front + back:
        return None
    misfit: int | None = front
    if len(wanted) == 1:
        middle = [FIELD_END.join(there)]
        if len(middle[0]) + 1 == wanted[0]:  # the marks are data
            misfit = None
        elif len(middle[0]) > 2 * wanted[0]:  # the rest of another record, not one field
            return None
    elif len(wanted) == 2 and len(there) == 1 and len(there[0]) + 2 == sum(wanted):
        cut_at = wanted[0] - 1
        middle = [there[0][:cut_at], there[0][cut_at:]]
    else:
        return None
    return [*values[:front], *middle, *values[len(values) - back :]], misfit


def _alike(some: list[int], others: list[int]) -> int:
    """How many numbers two lists begin with alike."""
    pairs = zip(some, others, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(some), len(others)))


def subfield(text: str, code: str) -> str:
    """The first value of a field that has a code."""
    at = text.find(SUBFIELD + code) + 2
    if at < 2:
        return ""
    end = text.find(SUBFIELD, at)
    return text[at:end] if end >= 0 else text[at:]


def subfields(text: str, code: str) -> list[str]:
    """All values of a field that have a code."""
    return [part[1:] for part in text.split(SUBFIELD)[1:] if part[:1] == code]
