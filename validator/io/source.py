"""One input: opened, decompressed, decoded, cut into lines with their places."""

from __future__ import annotations

import codecs
import hashlib
import importlib
import io
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import IO, Any, NamedTuple, cast

from validator.errors import UnreadableError, UsageError
from validator.finding import Fault
from validator.text.patterns import lazy

SAMPLE = 2**20  # bytes looked at to tell the charset and the format
BLOCK = 2**18  # characters read at a time by readers that cut records themselves
BYTES = "latin-1"
"""Under it the text of a binary format is its bytes, a character each."""
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = (
    (b"\x1f\x8b", "gz"),
    (b"BZh", "bz2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zst"),
)
UNDECODED = "bibvalidator.undecoded"
"""A handler of errors: what ``surrogateescape`` does, for ASCII bytes, too: in UTF-16 and UTF-32
these may belong to what is no character."""


def _undecoded(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(chr(0xDC00 + byte) for byte in error.object[error.start : error.end]), error.end


codecs.register_error(UNDECODED, _undecoded)


class Line(NamedTuple):
    """A line with its ending. ``text`` is None where the line is longer than the limit."""

    number: int  # from 1
    start: int  # characters before it, a byte order mark included
    text: str | None


@dataclass(slots=True)
class Source:
    """An input file, or a piece of one, as a reader gets it.

    ``path`` is the name shown: relative, with "/". ``encoding`` is known once opened, "" for a
    binary format, whose reader may fill it in. Bytes that
    the encoding cannot read become lone surrogates (UNDECODED), which a rule reports.
    ``faults`` is what opening already found. ``first_number`` is the number of the first record.
    """

    path: str
    format: str
    encoding: str = "utf-8"
    limit: int = 64 * 2**20  # bytes of one record, here counted as characters
    may_be_empty: bool = True  # no record is no wonder: blank, or recognised by its content
    first_line: int = 1
    first_number: int = 1
    first_start: int = 0
    faults: list[Fault] = field(default_factory=list)
    columns: Mapping[str, str] = field(default_factory=dict)  # of a table: see Settings
    any_columns: bool = False  # read a table even if none of its columns is known
    unpacked_limit: int = 2 * 2**30  # bytes of a workbook when it is unpacked
    location: str = ""  # the URL of a database, which may hold a password
    query: str = ""  # what is asked of a database, "" for a table
    in_lines: bool = False  # a piece of JSON Lines: nothing in it may show that
    text: str | None = None  # the piece, when it is in memory
    stream: IO[bytes] | None = None
    listed: tuple[str, ...] = ()  # of JSON: see `json.kinds.Framing`
    wrapped: str = ""
    dialect: str = ""  # which of its kinds a file is of a format that has some; known at its end

    def lines(self) -> Iterator[Line]:
        """The lines, once, each with its ending (CRLF and a lone CR stay), without the mark."""
        number, start = self.first_line, self.first_start
        with self._characters() as characters:
            while line := characters.readline(self.limit + 1):
                length = len(line)
                if start == 0 and line[0] == "\ufeff":
                    start, line = 1, line[1:]
                    length -= 1
                if length > self.limit and line[-1] not in "\r\n":
                    while rest := characters.readline(self.limit):
                        length += len(rest)
                        if rest[-1] in "\r\n":
                            break
                    yield Line(number, start, None)
                else:
                    yield Line(number, start, line)
                start += length
                number += 1

    def blocks(self, size: int = BLOCK) -> Iterator[str]:
        """The text, once, in pieces of about ``size`` characters, the mark included."""
        with self._characters() as characters:
            while block := characters.read(size):
                yield block

    def whole(self) -> str:
        """The whole text without the mark, for formats that are small by nature.

        Raises UnreadableError where it is longer than the limit.
        """
        with self._characters() as characters:
            text = characters.read(self.limit + 1)
        if len(text) > self.limit:
            raise UnreadableError("longer than max-record-bytes, and read as one record")
        return text.removeprefix("\ufeff")

    def head(self) -> str:
        """The first characters, some 1 MiB, which stay where they are."""
        if self.stream is None:
            return (self.text or "")[:SAMPLE]
        held = cast("io.BufferedReader", self.stream).peek(SAMPLE)
        return held.decode(self.encoding, "replace")

    def binary(self) -> IO[bytes]:
        """The bytes, once, unpacked, for formats that are not text."""
        if self.text is not None:
            try:
                return io.BytesIO(self.text.encode("utf-8", "surrogateescape"))
            except UnicodeEncodeError:  # a surrogate that stands for no byte
                return io.BytesIO(self.text.encode("utf-8", "surrogatepass"))
        if self.stream is None:
            raise ValueError(f"{self.path}: not opened")
        return self.stream

    @contextmanager
    def seekable(self) -> Iterator[IO[bytes]]:
        """The bytes in a file that can be read at any place, for formats whose directory is at
        their end; a temporary one, since the bytes may come from a pipe or be packed."""
        with tempfile.TemporaryFile() as file:
            stream = self.binary()
            while block := read_bytes(stream, SAMPLE):
                file.write(block)
            file.seek(0)
            yield file

    def _characters(self) -> IO[str]:
        if self.text is not None:
            return io.StringIO(self.text, newline="")
        if self.stream is None:
            raise ValueError(f"{self.path}: not opened")
        return io.TextIOWrapper(self.stream, self.encoding or BYTES, UNDECODED, newline="")


class Replayed(io.RawIOBase):
    """A byte stream whose head has been read already: the head, then the rest."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self.head = head
        self.rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        block = self.head[: len(buffer)] or read_bytes(self.rest, len(buffer))
        self.head = self.head[len(buffer) :]
        buffer[: len(block)] = block
        return len(block)


class Hashing(io.RawIOBase):
    """A byte stream that keeps the checksum and the count of what passed through it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream
        self.digest = hashlib.sha256()
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        block = self.stream.read(len(buffer)) or b""
        buffer[: len(block)] = block
        self.digest.update(block)
        self.count += len(block)
        return len(block)

    def close(self) -> None:
        self.stream.close()
        super().close()


def open_bytes(path: str) -> IO[bytes]:
    """A file, or standard input for "-".

    Raises UsageError where it is not there, UnreadableError where it cannot be opened.
    """
    if path == "-":
        return sys.stdin.buffer
    try:
        return open(path, "rb", buffering=0)
    except FileNotFoundError as error:
        raise UsageError(f"no file or folder {path}") from error
    except OSError as error:
        raise UnreadableError(error.strerror or str(error)) from error


def decompressed(raw: io.RawIOBase) -> IO[bytes]:
    """The bytes of a gzip, bzip2, xz or zstandard file as they are read; others as they are."""
    buffered = io.BufferedReader(raw, 2**16)
    head = buffered.peek(8)[:8]
    kind = next((kind for magic, kind in MAGIC if head.startswith(magic)), "")
    if not kind:
        return buffered
    if kind == "zst":
        try:
            zstandard = importlib.import_module("zstandard")
        except ImportError as error:
            raise UnreadableError("zst needs an extra: pip install 'bibvalidator[zst]'") from error
        opened = zstandard.ZstdDecompressor().stream_reader(buffered, read_across_frames=True)
    else:
        opener = {"gz": "gzip", "bz2": "bz2", "xz": "lzma"}[kind]
        opened = importlib.import_module(opener).open(buffered)
    return cast("IO[bytes]", opened)


def read_bytes(stream: IO[bytes], size: int) -> bytes:
    """Up to ``size`` bytes. Raises UnreadableError for a damaged disk or compressed file."""
    try:
        return stream.read(size) or b""
    except Exception as error:  # each decompressor raises kinds of its own
        raise UnreadableError(f"cannot be read: {error}") from error


def sniff_encoding(head: bytes, *, complete: bool) -> tuple[str, bool]:
    """The encoding of a text by its first bytes, and whether it was guessed.

    A byte order mark, else ISO-2022-JP by its escapes, else UTF-8, else UTF-16 by its zero bytes,
    else the charset in which it is likeliest text (`validator.text.charset_guess`).
    ``complete`` says that ``head`` is the whole. Raises UnreadableError for a binary file.
    """
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return encoding, False
    zeros = head.count(0)
    if zeros * 4 > len(head) > 1:
        even, odd = head[::2].count(0), head[1::2].count(0)
        if min(even, odd) * 20 < max(even, odd):
            return ("utf-16-be" if even > odd else "utf-16-le"), True
    if zeros and (encoding := _wide(head[: 2**14])):
        return encoding, True
    if zeros * 100 > len(head) + 400 or _control_bytes(head) * 33 > len(head):
        raise UnreadableError("a binary file, not text")
    if _JIS.search(head) and head.isascii() and (encoding := _of_jis(head)):
        return encoding, True
    bad = _utf8_errors(head, complete=complete)
    if not bad:
        return "utf-8", False
    good = sum(byte >= 0xC0 for byte in head) - bad
    if good > 20 * bad:  # UTF-8 with a few broken characters, not another charset
        return "utf-8", False
    from validator.text import charset_guess

    return charset_guess.guess(head), True


ESCAPED = ("iso2022_jp", "iso2022_jp_ext")
"""Charsets in which what a byte says depends on the escapes before it."""
_JIS = re.compile(rb"\x1b\$(?:[@B]|\(D)")
_ESCAPED = re.compile("[\udc80-\udcff]")
_WRITTEN = lazy(
    "[\t\n\r -~\xa0-\u024f\u2010-\u2027\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffe6]"
)


def _wide(head: bytes) -> str:
    """The UTF-16 under which nearly all characters are those of Chinese, Japanese, Korean or
    Latin text, "" for neither: few of its bytes are zero, so they do not tell.

    ASCII read so looks like Chinese as well, but it is UTF-8 without an error.
    """
    if 20 * _utf8_errors(head, complete=False) < len(head):
        return ""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = head[: len(head) & ~1].decode(encoding, "replace")
        if 50 * len(_WRITTEN.sub("", text)) < len(text):
            return encoding
    return ""


def _of_jis(head: bytes) -> str:
    """The ISO-2022-JP, plain or with further sets, that bytes with its escapes are, "" for none."""
    for encoding in ESCAPED:
        with suppress(UnicodeDecodeError):
            codecs.getincrementaldecoder(encoding)().decode(head)
            return encoding
    return ""


def _control_bytes(head: bytes) -> int:
    return sum(head.count(byte) for byte in range(1, 32) if byte not in b"\t\n\r\f\x1a\x1b")


def _utf8_errors(head: bytes, *, complete: bool) -> int:
    decoder = codecs.getincrementaldecoder("utf-8")
    try:
        decoder().decode(head, final=complete)
    except UnicodeDecodeError:
        return len(_ESCAPED.findall(decoder("surrogateescape").decode(head, final=complete)))
    return 0
