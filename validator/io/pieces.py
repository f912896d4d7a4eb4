"""A large source cut where records end, so that several processes can read it."""

from __future__ import annotations

import importlib
import io
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from validator.io.formats import FORMATS
from validator.io.json import records
from validator.io.source import Source

SIZE = 2**21
"""Characters of a piece: some 5,000 records, half a second of work."""
DATABASES = frozenset(
    (
        "crossref-json",
        "openalex",
        "datacite-json",
        "arxiv-json",
        "europepmc-json",
        "semantic-scholar",
    )
)
"""Formats that can be cut where they are JSON Lines: then the end of a record shows without reading
from the beginning, and each is one."""

_ITEM = re.compile(r"^[ \t\ufeff]*+(?![\[\],]?[ \t]*\r?$)", re.MULTILINE)


class Piece(NamedTuple):
    """A stretch of a source that holds whole records, as a source of its own.

    ``records`` is how many it seems to hold, broken ones included: where a record is broken over
    lines it holds fewer, which only reading tells.
    """

    source: Source
    records: int


def can_be_cut(source: Source) -> bool:
    """Whether pieces of a source read apart make the same records as the whole."""
    if source.encoding != "utf-8":
        return False
    return source.format == "csl-jsonl" or (source.format in DATABASES and _is_in_lines(source))


def _is_in_lines(source: Source) -> bool:
    reader = importlib.import_module(f"validator.io.{FORMATS[source.format].module}")
    return records.is_in_lines(source, reader.VOCABULARY.shape.framed(source))


def pieces(source: Source, size: int = SIZE) -> Iterator[Piece]:
    """The source in pieces of about ``size`` characters, in order, each with its first line and
    character and, as it seems, record.

    All are in memory but the last where, for the length of a record, there is no place to cut: it
    is the rest of the stream.
    """
    held, wanted = "", size
    line, start, number = source.first_line, source.first_start, source.first_number
    blocks = source.blocks(size)
    for block in blocks:
        held += block
        if len(held) < wanted:
            continue
        end = _last_end(held)
        if not end and len(held) > source.limit:
            yield _rest(source, itertools.chain([held], blocks), line, start, number)
            return
        if not end:
            wanted = 2 * len(held)
            continue
        text, held, wanted = held[:end], held[end:], size
        piece = _piece(source, text, line, start, number)
        yield piece
        line += line_ends(text)
        start += len(text)
        number += piece.records
    if held or not start:
        yield _piece(source, held, line, start, number)


def _piece(source: Source, text: str, line: int, start: int, number: int) -> Piece:
    own = _part(source, line, start, number)
    own.text = text
    return Piece(own, len(_ITEM.findall(text)))


def _rest(source: Source, blocks: Iterator[str], line: int, start: int, number: int) -> Piece:
    own = _part(source, line, start, number)
    own.stream = io.BufferedReader(_Encoded(blocks, source.encoding))
    return Piece(own, 0)


def _part(source: Source, line: int, start: int, number: int) -> Source:
    return replace(
        source,
        stream=None,
        in_lines=True,
        faults=[] if start else source.faults,
        first_line=line,
        first_start=start,
        first_number=number,
    )


class _Encoded(io.RawIOBase):
    """A byte stream made of blocks of text."""

    def __init__(self, blocks: Iterator[str], encoding: str) -> None:
        self.blocks = blocks
        self.encoding = encoding
        self.left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self.left:
            self.left = next(self.blocks, "").encode(self.encoding, "surrogateescape")
        block, self.left = self.left[: len(buffer)], self.left[len(buffer) :]
        buffer[: len(block)] = block
        return len(block)


def _last_end(text: str) -> int:
    """Behind the last line end of a text between two records, 0 for none."""
    at = len(text)
    while (at := text.rfind("\n{", 0, at)) >= 0:
        if text[max(0, at - 8) : at].rstrip(" \t\r")[-1:] == "}":
            return at + 1
    return 0


def line_ends(text: str) -> int:
    """How many lines a text has, a lone CR ends one too; the last is ended."""
    ends = text.count("\n")
    if "\r" in text:
        ends += text.count("\r") - text.count("\r\n")
    return ends
