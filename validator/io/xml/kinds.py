"""The format of an XML file, by its first element that is one of a format."""

from __future__ import annotations

import re

from validator.io.xml.encodings import LONGEST, as_utf8

KINDS = {
    "PubmedArticleSet PubmedBookArticleSet PubmedArticle PubmedBookArticle": "pubmed-xml",
    "MedlineCitationSet MedlineCitation": "pubmed-xml",
    "source-app rec-number ref-type": "endnote-xml",
    "modsCollection mods": "mods",
    "doi_records doi_record doi_batch crossref_result crossref": "crossref-xml",
    "controlfield datafield": "marcxml",
    "journal-meta article-meta": "jats",
    "dc qualifieddc dublin_core dim": "dublin-core",
    "article_title material_title": "jstage-xml",
    "arXiv arXivRaw": "arxiv-xml",
}
"""Local names of elements -> the format that they show. The first in the file counts."""
NAMESPACES = {
    b"datacite.org/schema/kernel": "datacite-xml",
    b"loc.gov/MARC21/slim": "marcxml",
    b"indexdata.com/turbomarc": "turbomarc",
    b"officeDocument/2006/bibliography": "word-sources",
    b"office/word/2004/10/bibliography": "word-sources",
    b"ooxml/officeDocument/bibliography": "word-sources",
    b"picaXML-v1": "pica-xml",
    b"oclcpica.org/xmlns/ppxml": "pica-xml",
    b"purl.org/dc/elements/": "dublin-core",
    b"purl.org/dc/terms/": "dublin-core",
}
"""Parts of the namespaces of elements -> the format that they show."""
OTHERS = b"html svg feed package xmpmeta office document worksheet Workbook plist kml gpx".split()
"""Roots of other files, which may have metadata of these kinds inside."""
FEEDS = {
    b"<article_title": "jstage-xml",
    b"arxiv.org/schemas/atom": "arxiv-xml",
    b"arxiv.org/api/": "arxiv-xml",
}
"""What shows the format of a feed of Atom, wherever it stands."""

OF_ANOTHER_KIND = "metadata"
"""The element of OAI-PMH that a record of any kind stands in."""
_OAI = b"openarchives.org/OAI/2.0"
_METADATA = re.compile(rb"<(?:[\w.-]+:)?metadata[\s>]")

_START = re.compile(rb"\s*<[?!A-Za-z_\x80-\xff]")
_TAG = re.compile(
    rb"""<!--.*?-->|<(?P<close>/?)(?P<name>[A-Za-z_\x80-\xff][^\s<>/"'=&]*+)(?P<rest>(?:[^<>"']|"[^"<]*"|'[^'<]*')*+)>""",
    re.DOTALL,
)
_EMPTY_ENDNOTE = re.compile(rb"(?:\s|<\?[^<>]*>)*<xml>\s*<records(?:/>|>\s*</records>)")
_PICA = re.compile(rb"""\stag\s*=\s*["'][012][0-9]{2}[A-Z@]["']""")
_XMLNS = re.compile(rb"""\sxmlns(?::([^\s=<>"':]+))?\s*=\s*["']([^"'<]*)["']""")
_OF_NAME = {name.encode(): form for names, form in KINDS.items() for name in names.split()}


def by_bytes(head: bytes) -> str:
    """The format of XML by its first bytes, "" for another file, and for XML of another kind."""
    if not (_START.match(head) or head[:1] in b"\xef\xff\xfe\x00<"):
        return ""
    text = as_utf8(head[:LONGEST])
    if not _START.match(text):
        return ""
    namespaces: dict[bytes, bytes] = {}
    is_first = True
    for found in _TAG.finditer(text):
        name = found["name"]
        if name is None or found["close"]:
            continue
        prefix, _, local = name.rpartition(b":")
        if is_first and local in OTHERS:
            marks = FEEDS.items() if local == b"feed" else ()
            return next((form for mark, form in marks if mark in text), "")
        is_first = False
        if b"xmlns" in found["rest"]:
            namespaces.update(_XMLNS.findall(found["rest"]))
        if form := _OF_NAME.get(local):
            return "pica-xml" if _PICA.search(found["rest"]) else form
        uri = namespaces.get(prefix, b"")
        for part, form in NAMESPACES.items():
            if part in uri:
                return form
    if _EMPTY_ENDNOTE.match(text):
        return "endnote-xml"
    if _OAI in text:
        return "dublin-core"  # without records, with other ones, or the message of an error
    return ""


def parent_of(head: bytes, names: tuple[str, ...]) -> tuple[str, ...]:
    """The local name of what the first element of Dublin Core stands in, else these names.

    ``head`` is UTF-8. A channel of RSS has such elements, too, and is no record. In a response of
    OAI-PMH that has none of Dublin Core, it is what the records of any kind stand in.
    """
    known = frozenset(name.encode() for name in names)
    around: list[tuple[bytes, dict[bytes, bytes]]] = []
    for found in _TAG.finditer(head):
        name, rest = found["name"], found["rest"]
        if name is None:
            continue
        if found["close"]:
            if around and around[-1][0] == name:
                around.pop()
            continue
        namespaces = around[-1][1] if around else {}
        if b"xmlns" in rest:
            namespaces = {**namespaces, **dict(_XMLNS.findall(rest))}
        prefix, _, local = name.rpartition(b":")
        if local in known:
            return names
        if around and any(part in namespaces.get(prefix, b"") for part in NAMESPACES):
            parent = around[-1][0].rpartition(b":")[2]
            if parent != b"channel":
                return (parent.decode("utf-8", "replace"),)
        if not rest.endswith(b"/"):
            around.append((name, namespaces))
    if _OAI in head and _METADATA.search(head):
        return (OF_ANOTHER_KIND,)
    return names
