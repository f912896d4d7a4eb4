"""The bytes of an XML file as UTF-8, whatever its encoding, and the format that they hold."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from validator.errors import UnreadableError
from validator.finding import Fault
from validator.io.source import MARKS, SAMPLE, Source, read_bytes, sniff_encoding
from validator.text.patterns import lazy

BLOCK = 2**18  # bytes read at a time
LONGEST = 2**16  # bytes looked at to tell what a file holds
GUESSED = "not UTF-8: read as {encoding}, which is a guess"
MISDECLARED = "declared as {declared}, but read as {encoding}, which is a guess"

_DECLARED = re.compile(
    rb"""\s*<\?xml[^>]{1,200}?\sencoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']"""
)
_UNDECODED = lazy("[\udc80-\udcff]")
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "big5": "big5hkscs",
    "ascii": "utf-8",
}
"""Encodings that files name where they mean a larger one."""
_UTF8 = ("utf-8", "utf-8-sig")


class Utf8:
    """The bytes of a source as UTF-8, without a mark. ``offset`` is the place in the file of the
    first byte, None where the file is in another encoding, and places cannot be told."""

    def __init__(self, source: Source) -> None:
        self.stream = source.binary()
        self.head = read_bytes(self.stream, SAMPLE)
        complete = len(self.head) < SAMPLE
        encoding, fault = told(self.head, complete=complete)
        self.fault = fault
        self.encoding = source.encoding = encoding
        self.offset: int | None = source.first_start if encoding == "utf-8" else None
        if encoding == "utf-8" and self.head.startswith(codecs.BOM_UTF8):
            self.head = self.head[3:]
            self.offset = source.first_start + 3

    def blocks(self) -> Iterator[bytes]:
        """The bytes, once."""
        if self.encoding == "utf-8":
            yield self.head
            while block := read_bytes(self.stream, BLOCK):
                yield block
            return
        decoder = codecs.getincrementaldecoder(self.encoding)("replace")
        block = self.head
        while block:
            yield decoder.decode(block).encode("utf-8", "replace")
            block = read_bytes(self.stream, BLOCK)
        yield decoder.decode(b"", final=True).encode("utf-8", "replace")


def told(head: bytes, *, complete: bool) -> tuple[str, Fault | None]:
    """The encoding of an XML file by its mark, its declaration and its bytes.

    Where the bytes contradict the declaration they win, and a fault says so. Raises
    UnreadableError for bytes that are no text.
    """
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return encoding, None
    if head[:2] == b"<\0":
        return "utf-16-le", None
    if head[:2] == b"\0<":
        return "utf-16-be", None
    found = _DECLARED.match(head)
    declared = found[1].decode("ascii") if found else ""
    if head.isascii():
        return "utf-8", None
    encoding = known(declared) if declared else "utf-8"
    if is_utf8(head):
        same = encoding == "utf-8"
        return "utf-8", None if same else _misdeclared(declared, "utf-8")
    if encoding not in ("", "utf-8") and _decodes(head, encoding, complete=complete):
        return encoding, None
    guess, _ = sniff_encoding(head, complete=complete)
    if guess == (encoding or "utf-8"):
        return guess, None
    if declared:
        return guess, _misdeclared(declared, guess)
    return guess, Fault("COL004", GUESSED, line=1, args={"encoding": guess})


def known(name: str) -> str:
    """The name of Python for a declared encoding that is text, "" for an unknown one."""
    try:
        found = codecs.lookup(name).name if name else ""
        if found:
            "".encode(found)
    except (LookupError, ValueError, TypeError):
        return ""
    if found in _UTF8 or found.startswith(("utf-16", "utf-32")):  # it says so in ASCII
        return "utf-8"
    return _WIDER.get(found, found)


def is_utf8(head: bytes) -> bool:
    """Whether bytes are UTF-8, but for a few that are broken, as no text of another charset is."""
    if _decodes(head, "utf-8", complete=True):  # nearly all, in a tenth of the time
        return True
    text = head.decode("utf-8", "surrogateescape")
    bad = len(_UNDECODED.findall(text))
    return len(text) - len(text.encode("ascii", "ignore")) >= 2 * bad


def as_utf8(head: bytes) -> bytes:
    """The first bytes of a file as UTF-8, to tell its format; b"" for what is no text."""
    try:
        encoding, _ = told(head, complete=False)
    except UnreadableError:
        return b""
    if encoding == "utf-8":
        return head.removeprefix(codecs.BOM_UTF8)
    text = codecs.getincrementaldecoder(encoding)("replace").decode(head)
    return text.removeprefix("\ufeff").encode("utf-8", "replace")


def _decodes(head: bytes, encoding: str, *, complete: bool) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)("strict").decode(head, final=complete)
    except (UnicodeError, LookupError):
        return False
    return True


def _misdeclared(declared: str, encoding: str) -> Fault:
    return Fault("COL004", MISDECLARED, line=1, args={"declared": declared, "encoding": encoding})
