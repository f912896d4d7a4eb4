"""Records of ISO 2709 cut out of bytes, whatever the lengths in their leaders say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from validator.finding import Fault
from validator.io.source import Source, read_bytes

RECORD_END = b"\x1d"
FIELD_END = b"\x1e"
LEADER = 24  # bytes
BLOCK = 2**18  # bytes read at a time
_BETWEEN = b" \t\r\n\0\x1a\xef\xbb\xbf"
"""What may stand between records: line ends, padding, a byte order mark, the end mark of DOS."""
OPENING = rb"[0-9 ]{5}[a-z ][a-zA-Z][a-zA-Z ].[a-zA-Z ]22[0-9]{5}.{3}4[0-9 ]"
"""A leader as nearly all are."""
_FIRST = re.compile(OPENING, re.DOTALL)
_INNER = re.compile(
    rb"\x1e\s*(?=" + OPENING + rb")|(?=" + OPENING + rb"[0-9 ]{2}(?:[ -~]{3}[0-9]{9})+\x1e)",
    re.DOTALL,
)
"""Where another record begins inside one: behind a field, or with a whole directory."""

TOO_LONG = "a record is longer than max-record-bytes"
NO_RECORD = "{count} bytes between records that are no MARC record"


class Frame(NamedTuple):
    """The bytes of a record from its leader on, its end mark apart, and where they stand."""

    data: bytes
    start: int  # bytes of the file before it
    end: int  # behind its end mark
    closed: bool = True  # by an end mark


def frames(source: Source) -> Iterator[Frame | Fault]:
    """The records of a file, and a fault for each stretch that holds none.

    A record ends at its end mark. Where its leader gives a length that ends at a further mark, the
    first is data; and where a leader stands behind a field, the record ends before it.
    """
    stream = source.binary()
    limit = source.limit
    held, base = b"", 0  # what is not cut yet, and the bytes before it
    pieces: list[bytes] = []
    waiting = 0  # bytes in pieces, or let go
    while block := read_bytes(stream, BLOCK):
        if RECORD_END not in block:
            waiting += len(block)
            if waiting <= limit:
                pieces.append(block)
            continue
        at = 0
        if waiting > limit:
            at = block.index(RECORD_END) + 1
            end = base + len(held) + waiting + at
            yield Fault("COL002", TOO_LONG, start=base, end=end)
            held, base = block, end - at
        else:
            held = b"".join((held, *pieces, block))
        pieces, waiting = [], 0
        while (end := held.find(RECORD_END, at)) >= 0:
            length = number(held[at : at + 5])
            if length == end + 1 - at <= limit:
                yield Frame(held[at:end], base + at, base + end + 1)
            else:
                end = _further(held, at, end, length)
                yield from _odd(held[at:end], base + at, limit, closed=True)
            at = end + 1
        base += at
        held = held[at:]
    if waiting > limit:
        yield Fault("COL002", TOO_LONG, start=base, end=base + len(held) + waiting)
    else:
        yield from _odd(b"".join((held, *pieces)), base, limit, closed=False)


def number(digits: bytes) -> int:
    """A number in ASCII digits, -1 for anything else."""
    return int(digits) if digits.isdigit() else -1


def _further(held: bytes, at: int, end: int, length: int) -> int:
    """Where the end mark of a record stands, which may be behind the one at ``end``."""
    last = at + length - 1
    if last <= end or held[last : last + 1] != RECORD_END or _FIRST.match(held, end + 1):
        return end
    return last


def _odd(whole: bytes, start: int, limit: int, *, closed: bool) -> Iterator[Frame | Fault]:
    """The records of a stretch whose length is not what its leader says: one, unless end marks are
    missing or other bytes stand before it."""
    end = start + len(whole) + closed
    data = whole.lstrip(_BETWEEN)
    if not data:
        return
    first = _FIRST.search(whole)
    if first and not whole[: first.start()].strip(_BETWEEN):  # its length may be blank
        data = whole[first.start() :]
    start += len(whole) - len(data)
    if len(data) > limit:
        yield Fault("COL002", TOO_LONG, start=start, end=end)
        return
    junk = first.start() - (len(whole) - len(data)) if first else 0
    if junk > 0 and FIELD_END not in data[:junk]:
        yield _none(data[:junk], start)
        start += junk
        data = data[junk:]
    if number(data[:5]) == len(data) + 1:
        yield Frame(data, start, end, closed)
        return
    begins = sorted({0, *(found.end() for found in _INNER.finditer(data))})
    for begin, behind in zip(begins, [*begins[1:], len(data)], strict=True):
        is_last = behind == len(data)
        piece = data[begin:behind]
        if FIELD_END in piece:
            stop = end if is_last else start + behind
            yield Frame(piece, start + begin, stop, closed and is_last)
        else:
            yield _none(piece, start + begin)


def _none(data: bytes, start: int) -> Fault:
    return Fault(
        "COL002",
        NO_RECORD,
        start=start,
        end=start + len(data),
        raw=data[:1000].decode("latin-1"),
        args={"count": len(data)},
    )
