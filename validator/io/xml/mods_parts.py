"""Parts of MODS made into values: titles, names, dates, and volume, issue and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from validator.io.values import name as parsed
from validator.io.xml.items import local, text_of
from validator.io.xml.values import XML_LANG
from validator.record import Name

if TYPE_CHECKING:
    from lxml.etree import _Element

_SUFFIX = re.compile(r"(?:jr|sr|junior|senior|[IVX]{1,4})\.?", re.IGNORECASE)
_ENCODED = ("w3cdtf", "edtf", "iso8601", "temper", "marc")
"""Encodings of dates, the best first; one without is words."""
_DATES = ("dateIssued", "copyrightDate", "dateCreated", "dateOther")
"""Elements that date a publication, the best first."""
_OPEN_END = ("9999", "uuuu")  # of MARC: what goes on
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)?")


def variant_of(element: _Element | None) -> str:
    """The language or the script of an element, "" where neither is said."""
    if element is None:
        return ""
    return element.get("lang") or element.get(XML_LANG) or element.get("script") or ""


def title_of(element: _Element) -> str:
    """A title with its article and subtitle: ``The title: subtitle. Part 1, Name``."""
    parts: dict[str, list[str]] = {}
    for part in element:
        if text := text_of(part):
            parts.setdefault(local(part), []).append(text)
    found = "".join(parts.get("title", [])[:1])
    if article := "".join(parts.get("nonSort", [])[:1]):
        found = f"{article}{'' if article[-1:] in ('’', chr(39), '-') else ' '}{found}"
    for subtitle in parts.get("subTitle", []):
        found = f"{found.rstrip(' :')}: {subtitle}" if found else subtitle
    if numbered := ", ".join(parts.get("partNumber", []) + parts.get("partName", [])):
        found = f"{found.rstrip(' .')}. {numbered}" if found else numbered
    return found


def person(element: _Element) -> Name | None:
    """The name in a ``name``; that of a body is literal, its parts with full stops between."""
    typed: dict[str, list[str]] = {}
    for part in element:
        if local(part) == "namePart" and (text := text_of(part)):
            typed.setdefault(part.get("type") or "", []).append(text)
    shown = next((text_of(e) for e in element if local(e) == "displayForm"), "")
    orcid = next((text_of(e) for e in element if _is_orcid(e)), "")
    affiliation = tuple(text_of(e) for e in element if local(e) == "affiliation" and text_of(e))
    family, given = (" ".join(typed.get(kind, ())) for kind in ("family", "given"))
    plain = typed.get("", [])
    is_body = element.get("type") in ("corporate", "conference")
    if family or (given and not plain):
        suffix = next((t for t in typed.get("termsOfAddress", ()) if _SUFFIX.fullmatch(t)), "")
        raw = ", ".join(filter(None, (family, suffix, given)))
        return Name(family, given, suffix=suffix, raw=raw, orcid=orcid, affiliation=affiliation)
    if is_body and plain:
        text = ". ".join(part.rstrip(" .,") for part in plain[:-1]) + ". " * (len(plain) > 1)
        text += plain[-1].rstrip(" ,")
        return Name(literal=text, raw=text, affiliation=affiliation)
    text = " ".join(plain).rstrip(" ,") or shown
    if not text:
        return None
    found = parsed(text)
    return Name(
        found.family,
        found.given,
        found.particles,
        found.suffix,
        found.literal,
        text,
        orcid,
        affiliation,
    )


def _is_orcid(element: _Element) -> bool:
    kind = (element.get("type") or element.get("typeURI") or "").lower()
    return local(element) == "nameIdentifier" and "orcid" in kind


def date_of(element: _Element, around: _Element) -> tuple[int, str] | None:
    """The rank, the best lowest, and the text of a date of publication; None for another element.

    Its end, where one follows, is joined: ``1999/2001``.
    """
    tag = local(element)
    if tag not in _DATES or element.get("point") == "end":
        return None
    encoding = element.get("encoding") or ""
    text = _written(text_of(element), encoding)
    if not text or text.lower() in _OPEN_END:
        return None
    if element.get("point") == "start":
        ends = (e for e in around if local(e) == tag and e.get("point") == "end")
        end = next((_written(text_of(e), e.get("encoding") or "") for e in ends), "")
        if end and end.lower() not in _OPEN_END and end != text:
            text = f"{text}/{end}"
    rank = _ENCODED.index(encoding) if encoding in _ENCODED else len(_ENCODED)
    return 100 * (element.get("keyDate") != "yes") + 10 * _DATES.index(tag) + rank, text


def _written(text: str, encoding: str) -> str:
    """A date with hyphens between its parts, which ISO 8601 may leave out."""
    found = _COMPACT.fullmatch(text) if encoding == "iso8601" else None
    return "-".join(filter(None, found.groups())) if found else text


_DETAILS = {
    "volume": "volume",
    "vol": "volume",
    "issue": "issue",
    "number": "issue",
    "no": "issue",
    "article": "number",
    "article-number": "number",
    "articlenumber": "number",
}


def numbering(part: _Element) -> Iterator[tuple[str, _Element, str]]:
    """What a ``part`` holds: the attribute of Record ("date", "" for none), element and text."""
    for element in part:
        tag = local(element)
        if tag == "detail":
            attribute = _DETAILS.get((element.get("type") or "").lower(), "")
            texts = {local(e): text_of(e) for e in element}
            text = texts.get("number") or texts.get("caption") or texts.get("title") or ""
            if text:
                yield attribute, element, text
        elif tag == "extent":
            unit = (element.get("unit") or "page").lower()
            text = _pages({local(e): text_of(e) for e in element})
            if text:
                yield "page" if unit.startswith(("page", "p", "s")) else "", element, text
        elif text := text_of(element):
            yield "date" if tag == "date" else "", element, text


def _pages(parts: dict[str, str]) -> str:
    start, end = parts.get("start", ""), parts.get("end", "")
    if start and end and start != end:
        return f"{start}-{end}"
    return start or parts.get("list") or end or parts.get("total", "")
