"""Edits of a file: two rounds of them as one, and the bytes that come of them."""

from __future__ import annotations

import codecs
from array import array
from collections.abc import Callable, Iterable, Iterator
from typing import IO

from validator.io.rewrite import Edit
from validator.io.source import UNDECODED

BLOCK = 2**18  # bytes read at a time
FAR = 2**62  # behind the end of any file

Heard = Callable[[int, bytes, bytes], None]
"""Called for each edit with its place in the bytes written, what stood there and what stands."""


class Edits:
    """Edits that were made, packed: a list of as many takes five times the memory."""

    def __init__(self, edits: Iterable[Edit] = ()) -> None:
        self.starts = array("q")
        self.ends = array("q")
        self.stops = array("q")  # where the text of each ends
        self.texts = bytearray()
        for start, end, text in edits:
            self.starts.append(start)
            self.ends.append(end)
            self.texts += text.encode("utf-8", "surrogatepass")
            self.stops.append(len(self.texts))

    def __len__(self) -> int:
        return len(self.starts)

    def __iter__(self) -> Iterator[Edit]:
        begin = 0
        for start, end, stop in zip(self.starts, self.ends, self.stops, strict=True):
            yield Edit(start, end, self.texts[begin:stop].decode("utf-8", "surrogatepass"))
            begin = stop


def composed(first: Iterable[Edit], second: Iterable[Edit]) -> Edits:
    """The edits of a text that do what both do, ``second`` being edits of what ``first`` makes.

    Both are sorted by place and touch no character twice; so is the result.
    """
    return Edits(_composed(first, second))


def _composed(first: Iterable[Edit], second: Iterable[Edit]) -> Iterator[Edit]:
    made = _Made(first)
    new: list[str] = []
    behind = 0  # up to here the old text is kept or replaced

    def kept(pieces: Iterable[_Piece]) -> Iterator[Edit]:
        nonlocal behind
        for start, end, text in pieces:
            if text:
                new.append(text)
            elif start < end:
                if new or start > behind:
                    yield Edit(behind, start, "".join(new))
                    new.clear()
                behind = end

    for start, end, text in second:
        yield from kept(made.until(start))
        for _ in made.until(end):
            pass
        if text:
            new.append(text)
    yield from kept(made.until(FAR))


_Piece = tuple[int, int, str]
"""A stretch of the old text that is kept, or, with a text, that text in place of it."""


class _Made:
    """The text that edits make, as pieces, taken from its beginning on."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self.left = self._pieces(edits)
        self.held: _Piece | None = None
        self.at = 0

    @staticmethod
    def _pieces(edits: Iterable[Edit]) -> Iterator[_Piece]:
        behind = 0
        for start, end, text in edits:
            yield behind, start, ""
            if text:
                yield start, start, text
            behind = end
        yield behind, FAR, ""

    def until(self, place: int) -> Iterator[_Piece]:
        """The pieces up to a place of the text that is made."""
        while self.at < place:
            piece = self.held or next(self.left, None)
            if piece is None:
                return
            self.held = None
            start, end, text = piece
            length = len(text) if text else end - start
            room = place - self.at
            if length > room:
                if text:
                    self.held = start, end, text[room:]
                    piece = start, end, text[:room]
                else:
                    self.held = start + room, end, ""
                    piece = start, start + room, ""
                length = room
            self.at += length
            yield piece


def spliced(
    stream: IO[bytes], encoding: str, edits: Iterable[Edit], heard: Heard = lambda *_: None
) -> Iterator[bytes]:
    """The bytes of a file with edits made; all others are as they were.

    The edits are sorted, and count characters of the text under the encoding, a byte order mark
    of UTF-8 included. Raises UnicodeEncodeError for a text that the encoding cannot say.
    """
    mark, encoding = _mark(stream, encoding)
    if mark:
        yield mark
    reel = _Reel(stream, encoding)
    written = len(mark)
    for start, end, text in edits:
        for piece in reel.until(start):
            written += len(piece)
            yield piece
        was = b"".join(reel.until(end))
        now = text.encode(encoding, "surrogateescape")
        heard(written, was, now)
        written += len(now)
        yield now
    yield from reel.until(FAR)


def _mark(stream: IO[bytes], encoding: str) -> tuple[bytes, str]:
    """The mark that the codecs of UTF-16 and UTF-32 take off, and the encoding that it names."""
    if encoding not in ("utf-16", "utf-32"):
        return b"", encoding
    mark = stream.read(2 if encoding == "utf-16" else 4)
    return mark, f"{encoding}-{'le' if mark[:1] == codecs.BOM_UTF16_LE[:1] else 'be'}"


class _Reel:
    """The bytes of a text, taken by characters."""

    def __init__(self, stream: IO[bytes], encoding: str) -> None:
        self.stream = stream
        self.encoding = encoding
        self.decoder = codecs.getincrementaldecoder(encoding)(UNDECODED)
        self.at = 0  # characters taken
        self.block = _Block(b"", "", encoding)

    def until(self, place: int) -> Iterator[bytes]:
        """The bytes up to a character."""
        while self.at < place:
            if not self.block.left and not self._read_on():
                return
            count = min(place - self.at, self.block.left)
            self.at += count
            yield self.block.take(count)

    def _read_on(self) -> bool:
        while True:
            pending = self.decoder.getstate()[0]
            data = self.stream.read(BLOCK)
            text = self.decoder.decode(data, final=not data)
            whole = pending + data
            if data:
                whole = whole[: len(whole) - len(self.decoder.getstate()[0])]
            if text:
                self.block = _Block(whole, text, self.encoding)
                return True
            if not data:
                return False


class _Block:
    """Some bytes and the characters that they are."""

    def __init__(self, data: bytes, text: str, encoding: str) -> None:
        self.data = data
        self.text = text
        self.encoding = encoding
        self.taken = 0  # characters
        self.place = 0  # bytes
        self.one_each = len(data) == len(text)
        self.decoder: codecs.IncrementalDecoder | None = None
        self.decoded = 0  # characters that the decoder has given for the bytes up to `fed`
        self.fed = 0

    @property
    def left(self) -> int:
        return len(self.text) - self.taken

    def take(self, count: int) -> bytes:
        """The bytes of the next characters."""
        begin = self.place
        end = len(self.data) if count == self.left else begin + self._bytes(count)
        self.taken += count
        self.place = end
        return self.data[begin:end]

    def _bytes(self, count: int) -> int:
        if self.one_each:
            return count
        if self.encoding == "utf-8":
            piece = self.text[self.taken : self.taken + count]
            return len(piece.encode("utf-8", "surrogateescape"))
        return self._searched(self.taken + count) - self.place

    def _searched(self, characters: int) -> int:
        """Where the byte behind so many characters is, in a charset of one or more bytes each.

        Encoding the text again would not tell: some charsets have two forms for a character.
        """
        if self.decoder is None:
            self.decoder = codecs.getincrementaldecoder(self.encoding)(UNDECODED)
        while self.decoded < characters:
            self.decoded += len(self.decoder.decode(self.data[self.fed : self.fed + 1]))
            self.fed += 1
        # A byte that belongs to no character makes one of the byte before it, too.
        return self.fed - (self.decoded - characters)
