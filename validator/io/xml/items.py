"""The records of an XML file one by one, each parsed alone; a broken one costs no neighbour.

No DTD is loaded, no entity resolved and no address opened: the parser never sees a DOCTYPE.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from validator.errors import UnreadableError
from validator.finding import Args, Fault
from validator.io.source import Source
from validator.io.xml.cut import Cut, Cutter
from validator.io.xml.encodings import LONGEST, Utf8, as_utf8
from validator.io.xml.kinds import by_bytes
from validator.io.xml.parse import parse, whole_text
from validator.text.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element

BROKEN = "not well-formed XML, line {at}: {reason}"
EMPTY = "a record without any element"
BETWEEN = "text between the records"
DELETED = "{count} records are marked as deleted, and hold nothing"
CONTINUED = "a part of a list, which a resumption token continues"

_LINE_END = re.compile(r"\r\n|\r|\n")
_BROKEN_LINE = re.compile(r" *[\t\r\n][ \t\r\n]*")
_DELETED = re.compile(rb"""<(?:[\w.-]+:)?header\b[^<>]*\bstatus\s*=\s*["']deleted["']""")
_HEADER = b"<header"
_TOKEN = re.compile(rb"<(?:[\w.-]+:)?resumptionToken\b[^<>]*>\s*[^\s<]")
_REFUSAL = re.compile(
    rb"""<(?:[\w.-]+:)?(?:error|ERROR|diagnostic)\b(?:[^<>]*\bcode\s*=\s*["']([^"'<>]{1,80}))?[^<>]*>"""
    rb"(.{0,2000}?)</(?:[\w.-]+:)?(?:error|ERROR|diagnostic)\s*>",
    re.DOTALL,
)
_IDENTIFIER = re.compile(rb"<(?:[\w.-]+:)?identifier\b[^<>]*>\s*([^<>]{1,2000}?)\s*</")
_MARKUP = re.compile(rb"<[^<>]*>")
_TAGS = lazy(r"<[^<>]*>")
_LINE = lazy(r" line (\d{1,9})\b")
NOTHING_FOUND = "noRecordsMatch"
"""The code of OAI-PMH for a list without records, which is no error."""


class Item(NamedTuple):
    """One record: its element, its number and line from 1, its bytes from ``start`` to ``end``.

    The places are None in a file that is not UTF-8. ``around`` is what stood between this record
    and the one before, such as the header of OAI-PMH.
    """

    element: _Element
    number: int
    line: int
    start: int | None
    end: int | None
    around: bytes

    def line_of(self, element: _Element) -> int:
        """The line of an element of this record."""
        return self.line + (element.sourceline or 1) - 1

    def fault(self, template: str) -> Fault:
        """The fault that stands for this record where its element holds nothing."""
        from lxml.etree import tostring

        raw = tostring(self.element, encoding="unicode", with_tail=False)
        place = self.line, None, self.number, self.start, self.end
        return Fault("COL002", template, *place, raw)

    @property
    def header_id(self) -> str:
        """The identifier in the header of OAI-PMH before the record, "" for none."""
        found = _IDENTIFIER.findall(self.around)
        return unescape(found[-1].decode("utf-8", "replace")) if found else ""


class Found(NamedTuple):
    """A record cut out of a file, not yet parsed; the rest as in Item."""

    cut: Cut
    number: int
    start: int | None
    end: int | None
    around: bytes
    entities: Mapping[bytes, bytes]  # of the DOCTYPE, those without markup

    def fault(self, template: str, args: Args | None = None) -> Fault:
        """The fault that stands for this record."""
        place = self.cut.line, None, self.number, self.start, self.end
        raw = self.cut.raw.decode("utf-8", "replace")
        return Fault("COL002", template, *place, raw, args=args)


def items(
    source: Source, names: Iterable[str] | Callable[[bytes], Iterable[str]]
) -> Iterator[Item | Fault]:
    """The elements of these local names, each as the root of a tree; a fault for a broken one.

    Arguments and errors as of `cuts`, and UnreadableError where lxml is not installed.
    """
    limit = source.limit
    for found in cuts(source, names):
        if isinstance(found, Fault):
            yield found
            continue
        faults, item = parsed(found, limit)
        yield from faults
        if item:
            yield item


def filled(
    source: Source, names: Iterable[str] | Callable[[bytes], Iterable[str]]
) -> Iterator[Item | Fault]:
    """The same; one without any element inside is a fault."""
    for item in items(source, names):
        if isinstance(item, Item) and not len(item.element):
            yield item.fault(EMPTY)
        else:
            yield item


def cuts(
    source: Source, names: Iterable[str] | Callable[[bytes], Iterable[str]]
) -> Iterator[Found | Fault]:
    """The bytes of the elements of these local names; a fault for one that does not end.

    ``names`` may be a function that tells them by the first bytes, as UTF-8. One inside another is
    a part of it. What OAI-PMH says of its list is told at the end. Raises UnreadableError where a
    server says why it sent no records.
    """
    text = Utf8(source)
    if text.fault:
        yield text.fault
    head = as_utf8(text.head[:LONGEST])
    has_text = bool(_MARKUP.sub(b"", head).strip())
    source.may_be_empty = not has_text or by_bytes(head) == source.format
    told = names(head) if callable(names) else names
    wanted = frozenset(name.encode() for name in told)
    cutter = Cutter(text.blocks(), wanted, source.limit)
    offset = text.offset
    first = source.first_number
    deleted, number = 0, first - 1
    inside = b""  # the last header of OAI-PMH in a record that is not closed: it is of the next one
    for number, cut in enumerate(cutter, first):
        around = inside + cutter.around
        has_next = cut.reason and _HEADER in cut.raw
        inside = cut.raw[cut.raw.rfind(_HEADER) :] if has_next else b""
        if b"deleted" in around:
            deleted += len(_DELETED.findall(around))
        if cutter.text_line:
            yield Fault("COL006", BETWEEN, line=cutter.text_line)
        start, end = (None, None) if offset is None else (offset + cut.start, offset + cut.end)
        found = Found(cut, number, start, end, around, cutter.entities)
        yield found.fault(cut.reason) if cut.reason else found
    rest = cutter.rest()
    deleted += len(_DELETED.findall(rest))
    if number < first and not deleted:
        _raise_refusal(rest)
    if deleted:
        yield Fault("COL007", DELETED, args={"count": deleted})
    if _TOKEN.search(rest):
        yield Fault("COL007", CONTINUED)


def parsed(found: Found, limit: int) -> tuple[list[Fault], Item | None]:
    """The element of a record, and what was forgiven; or None, and the fault that it is."""
    cut, number, start, end, around, entities = found
    element, forgiven, reason, line = parse(cut.raw, cut.namespaces, entities=entities, limit=limit)
    if element is None:
        args: Args = {"at": cut.line + line - 1, "reason": _absolute(reason, cut.line)}
        return [found.fault(BROKEN, args)], None
    faults = [
        Fault("COL006", template, line=cut.line, record_number=number) for template in forgiven
    ]
    return faults, Item(element, number, cut.line, start, end, around)


def _absolute(reason: str, line: int) -> str:
    """What the parser says, its lines those of the file."""
    return _LINE.sub(lambda found: f" line {int(found[1]) + line - 1}", reason[:200])


def _raise_refusal(rest: bytes) -> None:
    """Raise UnreadableError with the words of a server that sent a message and no records."""
    found = _REFUSAL.search(rest)
    if not found or (found[1] or b"").decode("utf-8", "replace") == NOTHING_FOUND:
        return
    words = " ".join(unescape(_TAGS.sub(" ", found[2].decode("utf-8", "replace"))).split())
    code = (found[1] or b"").decode("utf-8", "replace")
    message = ": ".join(filter(None, (code, words[:200])))
    raise UnreadableError(f"no records, but a message: {message}")


def text_of(element: _Element | None) -> str:
    """The text of an element, its inline markup taken off, on one line; "" for none."""
    if element is None:
        return ""
    text: str = whole_text(element) if len(element) else element.text or ""
    return text.strip(" ") if text.isprintable() else flat(text)


def texts_in(element: _Element) -> list[str]:
    """The texts in an element one by one, as of ``itertext`` in a third of the time."""
    found = [text] if (text := element.text) else []
    for child in element:
        if len(child):
            found += texts_in(child)
        elif text := child.text:
            found.append(text)
        if tail := child.tail:
            found.append(tail)
    return found


def lines_of(element: _Element) -> list[str]:
    """The lines of the text of an element that are not blank, without their outer blanks."""
    text = in_lines(whole_text(element))
    return text.split("\n") if text else []


def flat(text: str) -> str:
    """Text on one line: line ends and tabs are layout, and so are blanks around it."""
    if "\n" in text or "\t" in text or "\r" in text:
        text = _BROKEN_LINE.sub(" ", text)
    return text.strip(" ")


def in_lines(text: str) -> str:
    """Text with line feeds alone between lines, without blank lines and blanks around lines."""
    return "\n".join(line for part in _LINE_END.split(text) if (line := flat(part)))


def local(element: _Element) -> str:
    """The name of an element without its namespace."""
    tag: str = element.tag
    name = _LOCAL.get(tag)
    if name is None:
        name = tag.rpartition("}")[2]
        if len(_LOCAL) < 2**12:
            _LOCAL[tag] = name
    return name


_LOCAL: dict[str, str] = {}
"""Names without their namespaces, of elements that were met."""
