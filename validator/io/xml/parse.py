"""One element of XML parsed alone, without a DTD; small offences that lose nothing are forgiven."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from validator.errors import UnreadableError
from validator.text.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element

BYTES = "bytes that are not of the encoding of the file, read as U+FFFD"
CONTROLS = "characters that XML forbids, left out"
MARKUP = "a bare & or < in a text, read as it stands"
ENTITIES = "entities that XML does not know, read as what they name"
PREFIXES = "a prefix without a namespace"
MOST_GROWN = 2**22
"""Bytes that entities may add to a record: they name characters and publishers, not texts."""

_CONTROLS = lazy(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CODE = lazy(r"&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,9}));")
_AMPERSAND = lazy(r"&(?!#(?:x[0-9A-Fa-f]{1,8}|[0-9]{1,9});)(?:([A-Za-z_][\w.-]{0,60});)?")
_LESS = lazy(r"<(?![A-Za-z_:/!?\x80-\U0010ffff])")
_SECTION = lazy(r"(<!\[CDATA\[.*?\]\]>|<!--.*?-->)", re.DOTALL)
_PREFIX = lazy(r"(?:</?|[ \t\r\n])([A-Za-z_][\w.-]*):[\w.-]+(?=[\s=/>])")
_OWN = frozenset(("amp", "lt", "gt", "quot", "apos"))
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}
_KNOWN_PREFIXES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "marc": "http://www.loc.gov/MARC21/slim",
    "mods": "http://www.loc.gov/mods/v3",
    "oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xlink": "http://www.w3.org/1999/xlink",
}


class Parsed(NamedTuple):
    """An element, with what was forgiven (templates of faults); or None, and why and where."""

    element: _Element | None
    forgiven: tuple[str, ...] = ()
    reason: str = ""
    line: int = 1  # of the fault in the element


def parse(raw: bytes, namespaces: bytes, *, entities: Mapping[bytes, bytes], limit: int) -> Parsed:
    """The element that UTF-8 bytes hold, the declarations of the elements around it given.

    ``entities`` are those of the DOCTYPE that stand for plain text.
    """
    etree, parser = _lxml()
    wrapped = b"<_" + namespaces + b">" + raw + b"</_>" if namespaces else raw
    try:
        found = etree.fromstring(wrapped, parser)
    except etree.XMLSyntaxError:
        grown = sum(raw.count(b"&%s;" % name) * len(value) for name, value in entities.items())
        if grown > min(MOST_GROWN, limit):
            return Parsed(None, (), "entities make it too long")
        text, forgiven = _forgiven(raw, namespaces, entities)
        try:
            found = etree.fromstring(b"<_" + namespaces + b">" + text + b"</_>", parser)
        except etree.XMLSyntaxError as error:
            reason = (error.msg or "").partition(", line ")[0]
            return Parsed(None, (), reason, error.lineno or 1)
        return _inside(found, tuple(dict.fromkeys(forgiven)))
    return _inside(found, ()) if namespaces else Parsed(found)


def whole_text(element: _Element) -> str:
    """The texts in an element as they stand, as of ``itertext`` in a quarter of the time."""
    etree, _ = _lxml()
    text: str = etree.tostring(element, encoding="unicode", method="text", with_tail=False)
    return text


def _inside(around: _Element, forgiven: tuple[str, ...]) -> Parsed:
    return Parsed(around[0], forgiven) if len(around) else Parsed(None, (), "no element")


@cache
def _lxml() -> tuple[Any, Any]:
    """lxml's etree, and a parser that opens nothing and resolves nothing.

    Its own limits stay: a depth of 256 or 2048 elements, and texts of 10 MB.
    """
    try:
        from lxml import etree
    except ImportError as error:
        raise UnreadableError("XML needs an extra: pip install 'bibvalidator[xml]'") from error
    return etree, etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def _forgiven(
    raw: bytes, namespaces: bytes, entities: Mapping[bytes, bytes]
) -> tuple[bytes, list[str]]:
    """A record with small offences mended, and which they were."""
    found = []
    text = raw.decode("utf-8", "replace")
    if len(text.encode()) != len(raw) or text.encode() != raw:
        found.append(BYTES)
    if _CONTROLS.search(text):
        text = _CONTROLS.sub("", text)
        found.append(CONTROLS)
    parts = _SECTION.split(text)
    seen: dict[str, None] = {}
    parts[::2] = [_references(part, entities, seen) for part in parts[::2]]
    found += seen
    text = "".join(parts)
    unknown = _undeclared(text, namespaces)
    if unknown:
        found.append(PREFIXES)
        name = re.search(r"<[^\s/>]+", text)
        at = name.end() if name else 0
        text = text[:at] + unknown + text[at:]
    return text.encode("utf-8", "replace"), found


def _references(text: str, entities: Mapping[bytes, bytes], seen: dict[str, None]) -> str:
    """Text and tags with every "&" and "<" that begins nothing escaped, and entities read."""

    def code(found: re.Match[str]) -> str:
        number = int(found[1], 16) if found[1] else int(found[2])
        if number in (9, 10, 13) or 32 <= number < 0xD800 or 0xE000 <= number < 0xFFFE:
            return found[0]
        if 0x10000 <= number < 0x110000:
            return found[0]
        seen[CONTROLS] = None
        return ""

    def ampersand(found: re.Match[str]) -> str:
        name = found[1]
        if name in _OWN:
            return found[0]
        value = _named(name, entities) if name else ""
        if not value:
            seen[MARKUP] = None
            return f"&amp;{found[0][1:]}"
        seen[ENTITIES] = None
        return "".join(_ESCAPES.get(c, c) for c in value)

    def less(found: re.Match[str]) -> str:
        seen[MARKUP] = None
        return "&lt;"

    text = _CODE.sub(code, text)
    return _LESS.sub(less, _AMPERSAND.sub(ampersand, text))


def _named(name: str, entities: Mapping[bytes, bytes]) -> str:
    """What an entity stands for: by the DOCTYPE, else in HTML, "" for an unknown one."""
    if own := entities.get(name.encode()):
        from html import unescape

        return unescape(own.decode("utf-8", "replace")) if own.startswith(b"&#") else own.decode()
    from html.entities import html5

    return html5.get(f"{name};", "")


def _undeclared(text: str, namespaces: bytes) -> str:
    """Declarations of the prefixes that have none."""
    around = namespaces.decode("utf-8", "replace")
    found = dict.fromkeys(_PREFIX.findall(text))
    return "".join(
        f' xmlns:{prefix}="{_KNOWN_PREFIXES.get(prefix, "undeclared:" + prefix)}"'
        for prefix in list(found)[:50]
        if prefix not in ("xml", "xmlns")
        and f"xmlns:{prefix}=" not in text
        and f"xmlns:{prefix}=" not in around
    )
