"""XML cut into its records by their tags, so that a broken one costs no neighbour.

Nothing is parsed here but what stands between the records: the elements around them, whose
namespaces they need, and the frame of OAI-PMH and SRU responses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

BLANK = b" \t\r\n"
NOT_CLOSED = "a record that is not closed"
NOT_OPENED = "the end of a record without its beginning"
TOO_LONG = "a record is longer than max-record-bytes"
DEEPEST = 100  # elements around a record; more are none of a list of records
NEAR = 2**16  # bytes of most records
AHEAD = 2**12  # bytes: a tag is rarely longer, and more are read where it is
FRAME = b"record"
FRAMES = re.compile(rb"openarchives\.org/OAI/[\d.]+/?.$|zing/srw|ns/search-ws|standards/sru")
"""The namespaces, with their quotation marks, whose ``record`` is a frame around one."""

_NAME = re.compile(rb"<(/?)([A-Za-z_\x80-\xff][^\s<>/\"'=&]*+)(?:(?=[\s/>])|\Z)")
_REST = re.compile(rb"""(?:[^<>"']|"[^"<]*"|'[^'<]*')*+>""")
_XMLNS = re.compile(rb"""\sxmlns(?::([^\s=<>"':]+))?\s*=\s*("[^"<]*"|'[^'<]*')""")
_ENTITY = re.compile(
    rb"""<!ENTITY\s+([A-Za-z_][\w.-]{0,60})\s+("[^"&%<]{0,200}"|'[^'&%<]{0,200}')"""
)
_ENTITIES = 1000  # that are read of one DOCTYPE
_DOCTYPES = 100  # that are read: files that were joined have several
_SUBSET = 2**20  # bytes between the brackets of a DOCTYPE that are read
_SUBSET_END = re.compile(rb"\]\s*>")


class Cut(NamedTuple):
    """The bytes of one record; ``reason`` says why it is none. Places are those of the stream."""

    raw: bytes
    start: int
    end: int
    line: int
    namespaces: bytes  # declarations of the elements around it
    reason: str = ""


class _Open(NamedTuple):
    """An element around the records."""

    name: bytes
    namespaces: tuple[tuple[bytes, bytes], ...]


class _Usual(NamedTuple):
    """What the records of a file begin and end with, and the end of what they stand in."""

    again: re.Pattern[bytes]
    start: bytes
    end: bytes
    parent: bytes


@lru_cache(maxsize=64)
def _usual(name: bytes, parent: bytes) -> _Usual:
    tag = rb"<" + re.escape(name) + rb"(?:\s[^<>]*[^<>/])?>"
    again = re.compile(rb"[ \t\r\n]*(" + tag + rb")")
    return _Usual(again, b"<" + name, b"</" + name + b">", parent and b"</" + parent + b">")


class Cutter:
    """Cuts the elements of some local names out of blocks of UTF-8. Iterate once."""

    def __init__(self, blocks: Iterator[bytes], names: frozenset[bytes], limit: int) -> None:
        self.blocks = blocks
        self.names = names
        self.limit = limit
        self.data = b""
        self.base = 0  # bytes before the data
        self.at = 0
        self.line = 1
        self.counted = 0
        self.stack: list[_Open] = []
        self.around = b""  # what stood before the last record, from the one before on
        self.text_line = 0  # of text there that is in no element of its own, 0 for none
        self.last = 0  # where the last record ended, in the data
        self.text_at = -1  # the first text since, between the elements
        self.parent: _Open | None = None  # what the last record stood in
        self.entities: dict[bytes, bytes] = {}  # of the DOCTYPE, those without markup
        self.doctypes = 0
        self.usual: _Usual | None = None  # once a record was met
        self.tag = b""  # the start tag of that
        self.declarations: bytes | None = b""  # of the stack, None while it is to be told
        self.known: dict[bytes, tuple[int, int, int]] = {}  # see `_next`

    def __iter__(self) -> Iterator[Cut]:
        while True:
            while self.usual and (plain := self._plain(self.usual)):
                yield plain
            found = self._next_record()
            if found is None:
                return
            if isinstance(found, Cut):
                yield found
                continue
            start, name, tag_end, closed = found
            self.parent = self.stack[-1] if self.stack else None
            self.usual = _usual(name, self.parent.name if self.parent else b"")
            self.tag = self.data[start:tag_end]
            if closed:
                yield self._cut(start, tag_end)
            else:
                yield self._record(start, name, tag_end)

    def rest(self) -> bytes:
        """What stands behind the last record, to be asked for at the end."""
        return self.data[self.last :]

    # The window

    def _more(self) -> bool:
        """Read on, as much again as is held."""
        wanted = max(len(self.data) - self.at, 1)
        pieces = []
        for block in self.blocks:
            pieces.append(block)
            wanted -= len(block)
            if wanted <= 0:
                break
        if pieces:
            self.data += b"".join(pieces)
        return bool(pieces)

    def _forget(self) -> None:
        """Let go of what is behind, where it is much."""
        keep = min(self.at, self.last) if self.at - self.last < self.limit else self.at
        if keep > max(2**17, len(self.data) // 2):
            self._line_at(keep)
            self.data = self.data[keep:]
            self.base += keep
            self.at -= keep
            self.counted = 0
            self.last = max(self.last - keep, 0)
            self.text_at = max(self.text_at - keep, -1)

    def _line_at(self, index: int) -> int:
        """The line of a place at or behind the one last asked for."""
        if index > self.counted:
            self.line += self.data.count(b"\n", self.counted, index)
            self.counted = index
        return self.line

    # Between the records

    def _next_record(self) -> Cut | tuple[int, bytes, int, bool] | None:
        """Go to the next record: its place, name, the end of its tag, and whether that is all.

        None at the end; a Cut for the rest of a record that has lost its beginning.
        """
        while True:
            self._forget()
            place = self.data.find(b"<", self.at)
            if self.text_at < 0 and self.stack and self.stack[-1] is self.parent:
                end = place if place >= 0 else len(self.data)
                if (text := self.data[self.at : end]).strip(BLANK):
                    self.text_at = self.at + len(text) - len(text.lstrip(BLANK))
            if place < 0:
                self.at = len(self.data)
                if not self._more():
                    return None
                continue
            self.at = place
            while place + AHEAD > len(self.data) and self._more():
                pass
            found = _NAME.match(self.data, place)
            if not found:
                self._skip()
                continue
            end = self._tag_end(found.end())
            name = found[2]
            local = name.rpartition(b":")[2]
            tag = self.data[place:end]
            if found[1]:
                self.at = end
                if not self._leave(name) and local in self.names:
                    return self._tail(end)
                continue
            closed = tag.endswith(b"/>")
            declared = _declared(tag) if b"xmlns" in tag else ()
            if local in self.names and not self._is_frame(name, declared):
                return place, name, end, closed
            if not closed and len(self.stack) < DEEPEST:
                self.stack.append(_Open(name, declared))
                self.declarations = None
            self.at = end

    def _tag_end(self, place: int) -> int:
        """Where a tag ends whose name ends here; there itself for one that is broken."""
        while True:
            found = _REST.match(self.data, place)
            if found:
                return found.end()
            if self._next(b"<", place) >= 0 or len(self.data) - place > self.limit:
                return place
            if not self._more():
                return place

    def _skip(self) -> None:
        """Go behind a comment, a CDATA section, an instruction, a DOCTYPE or a lone "<"."""
        for begin, finish in _SECTIONS:
            if self.data.startswith(begin, self.at):
                end = self._find(finish, self.at + len(begin))
                self.at = end + len(finish) if end >= 0 else self.at + len(begin)
                return
        if self.data.startswith(b"<!DOCTYPE", self.at):
            self._doctype()
        else:
            self.at += 1

    def _find(self, mark: bytes, place: int) -> int:
        """Where a mark stands at or behind a place, -1 for nowhere within the limit."""
        while True:
            found = self._next(mark, place)
            if found >= 0 or len(self.data) - place > self.limit:
                return found
            if not self._more():
                return -1

    def _next(self, mark: bytes, place: int) -> int:
        """Where a mark stands next in what is held, -1 for nowhere.

        The answer is kept: many broken records before one far mark must not cost a search each.
        """
        asked, answer, held = self.known.get(mark, _UNKNOWN)
        wanted = self.base + place
        first = place
        if asked <= wanted:
            if answer >= wanted:
                return answer - self.base
            if answer < 0:
                first = max(place, held - self.base - len(mark) + 1)
        found = self.data.find(mark, first)
        answer = self.base + found if found >= 0 else -1
        self.known[mark] = wanted, answer, self.base + len(self.data)
        return found

    def _doctype(self) -> None:
        """Go behind a DOCTYPE, and keep the entities that stand for plain text."""
        start, self.at = self.at, self.at + len(b"<!DOCTYPE")
        self.doctypes += 1
        if self.doctypes > _DOCTYPES:
            return
        end = self._find(b">", start)
        bracket = self.data.find(b"[", start, end) if end >= 0 else -1
        if bracket >= 0:
            while len(self.data) - bracket < _SUBSET and self._more():
                pass
            found = _SUBSET_END.search(self.data, bracket, bracket + _SUBSET)
            if not found:
                return
            end = found.end() - 1
            for name, value in _ENTITY.findall(self.data, bracket, end):
                if len(self.entities) < _ENTITIES:
                    self.entities.setdefault(name, value[1:-1])
        if end >= 0:
            self.at = end + 1

    def _is_frame(self, name: bytes, declared: tuple[tuple[bytes, bytes], ...]) -> bool:
        """Whether an element is the frame of a record in a response, not the record itself."""
        prefix, _, local = name.rpartition(b":")
        if local != FRAME:
            return False
        for namespaces in (declared, *(element.namespaces for element in reversed(self.stack))):
            for known, uri in namespaces:
                if known == prefix:
                    return FRAMES.search(uri) is not None
        return False

    def _leave(self, name: bytes) -> bool:
        """Go out of an element around the records; whether there is one of this name."""
        for place in range(len(self.stack) - 1, -1, -1):
            if self.stack[place].name == name:
                del self.stack[place:]
                self.declarations = None
                return True
        return False

    def _namespaces(self) -> bytes:
        """The declarations of the elements around, the inner ones first to count."""
        if self.declarations is not None:
            return self.declarations
        found: dict[bytes, bytes] = {}
        for element in self.stack:
            found.update(element.namespaces)
        self.declarations = b"".join(
            b" xmlns" + (b":" + prefix if prefix else b"") + b"=" + uri
            for prefix, uri in found.items()
        )
        return self.declarations

    def _tail(self, end: int) -> Cut:
        """What stands between the last record and the end tag of one that has no beginning."""
        start = self.text_at if self.text_at >= self.last else self.last
        start += len(self.data[start:end]) - len(self.data[start:end].lstrip(BLANK))
        return self._cut(start, end, NOT_OPENED)

    # A record

    def _plain(self, usual: _Usual) -> Cut | None:
        """The record that begins here, if nothing is odd: it has the name of the last one and ends
        with its own tag, not far away. Most have, and are told so in half of the time."""
        self._forget()
        data = self.data
        found = usual.again.match(data, self.at)
        if not found or ((tag := found[1]) != self.tag and b"xmlns" in tag):
            return None
        place = found.end()
        size = len(usual.start)
        another = data.find(usual.start, place, place + NEAR)
        while another >= 0 and data[another + size : another + size + 1] not in _NAME_ENDS:
            another = data.find(usual.start, another + size, place + NEAR)  # <resourceType
        end = data.find(usual.end, place, another if another >= 0 else place + NEAR)
        if (
            end < 0
            or (data.find(b"!", place, end) >= 0 and data.find(b"<!", place, end) >= 0)
            or (usual.parent and data.find(usual.parent, place, end) >= 0)
        ):
            return None
        return self._cut(found.start(1), end + len(usual.end))

    def _record(self, start: int, name: bytes, tag_end: int) -> Cut:
        """The record that begins here, to its end tag; a broken one to what is surely not its."""
        close = b"</" + name
        parent = b"</" + self.parent.name + b">" if self.parent else b""
        while True:
            end = self._next(close, tag_end)
            if end >= 0 and self._next(b">", end) >= 0:
                break
            if len(self.data) - start > self.limit or not self._more():
                break
        data = self.data
        if (
            end >= 0
            and data[end + len(close) : end + len(close) + 1] in _ENDS
            and data.find(b"<" + name, tag_end, end) < 0
            and data.find(b"<!", tag_end, end) < 0
            and not (parent and data.find(parent, tag_end, end) >= 0)
            and (last := data.find(b">", end)) >= 0
            and not data[end + len(close) : last].strip(BLANK)
        ):
            return self._cut(start, last + 1)
        return self._with_care(start, name, tag_end, parent)

    def _with_care(self, start: int, name: bytes, tag_end: int, parent: bytes) -> Cut:
        """The record that begins here, its comments and CDATA sections apart."""
        pattern = _bounds(name, parent)
        place = tag_end
        while True:
            found = pattern.search(self.data, place)
            if found and found[0].startswith(b"<!"):
                finish = b"-->" if found[0] == b"<!--" else b"]]>"
                end = self._next(finish, found.end())
                own = self._next(b"</" + name, found.end())
                another = self._next(b"<" + name, found.end())
                again = self._next(found[0], found.end())
                # one that is not closed must not swallow the records behind it
                swallows = end < 0 or 0 <= own < another < end or 0 <= another < again < end
                place = found.end() if swallows else end + len(finish)
            elif found:
                closed = found[0].startswith(b"</" + name) and found[0] != parent
                if closed:
                    return self._cut(start, found.end())
                return self._cut(start, found.start(), NOT_CLOSED)
            elif len(self.data) - start > self.limit:
                return self._left_out(start, name, parent)
            else:
                place = max(place, len(self.data) - AHEAD)
                if not self._more():
                    return self._cut(start, len(self.data), NOT_CLOSED)

    def _left_out(self, start: int, name: bytes, parent: bytes) -> Cut:
        """A record longer than the limit, which is not held."""
        line = self._line_at(start)
        first = self.base + start
        pattern = _bounds(name, parent)
        self.at = start + 1
        while True:
            found = pattern.search(self.data, self.at)
            if found and found[0].startswith(b"<!"):
                self.at = found.end()
                continue
            if found:
                is_end = found[0].startswith(b"</" + name) and found[0] != parent
                self.at = found.end() if is_end else found.start()
                break
            self.at = self.last = max(self.at, len(self.data) - 256)
            self._forget()
            if not self._more():
                self.at = len(self.data)
                break
        self.last, self.text_at = self.at, -1
        return Cut(b"", first, self.base + self.at, line, b"", TOO_LONG)

    def _cut(self, start: int, end: int, reason: str = "") -> Cut:
        raw = self.data[start:end]
        if reason:
            raw = raw.rstrip(BLANK)
            end = start + len(raw)
        self.around = self.data[self.last : start]
        self.text_line = 0
        if self.text_at >= self.last and not reason:
            self.text_line = self._line_at(self.text_at)
        line = self._line_at(start)
        self.at = self.last = end
        self.text_at = -1
        if len(raw) > self.limit:
            raw, reason = b"", TOO_LONG
        first = self.base + start
        return Cut(raw, first, self.base + end, line, self._namespaces(), reason)


_ENDS = (b">", b" ", b"\t", b"\r", b"\n")
_NAME_ENDS = (*_ENDS, b"/")
_SECTIONS = ((b"<!--", b"-->"), (b"<![CDATA[", b"]]>"), (b"<?", b"?>"))
_UNKNOWN = (1 << 62, -1, 0)


@lru_cache(maxsize=64)
def _bounds(name: bytes, parent: bytes) -> re.Pattern[bytes]:
    """What a record may end at: its end tag, the next one, the end of what it stands in."""
    own = re.escape(name)
    parts = [rb"<!--", rb"<!\[CDATA\[", rb"</" + own + rb"\s*>", rb"<" + own + rb"(?=[\s/>])"]
    return re.compile(b"|".join((*parts, re.escape(parent)) if parent else parts))


def _declared(tag: bytes) -> tuple[tuple[bytes, bytes], ...]:
    """The namespaces that a start tag declares: prefix and URI with its quotation marks."""
    return tuple((prefix, uri) for prefix, uri in _XMLNS.findall(tag))
