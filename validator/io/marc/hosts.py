"""The host of an article or chapter: MARC 21 773, UNIMARC 461 to 464."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from validator.io.marc.fields import SUBFIELD
from validator.io.marc.punctuation import plain, unbracketed, unstopped
from validator.text import dates
from validator.text.patterns import lazy

_PAGES = lazy(
    r"(?i)(?<![\w])(?:pages?|pp?|s|seiten?|ss|с|стр|페이지|页|頁|第)\s*[.:]?\s*"
    r"(\[?[a-z]?\d+\]?(?:\s*[-–—/+,]\s*\[?[a-z]?\d+\]?)*)(?!\d)"
)
_VOLUME = lazy(
    r"(?i)(?<!\w)(?:volume|vol|bd|band|tome|tom|t|tomo|v|т|том|jg|jahrg|jahrgang|årg|kötet)\s*[.:]?\s*"
    r"([\w/–-]*\d[\w/–-]*|[ivxlc]+\b)|第?\s*(\d+)\s*(?:卷|권|巻)"
)
_ISSUE = lazy(
    r"(?i)(?<!\w)(?:number|no|nos|nr|n°|n|issue|iss|heft|h|hft|num|núm|№|вып|häft)\s*[.:]?\s*"
    r"(\d[\w/–-]*)|第?\s*(\d+)\s*(?:期|号|號|호)"
)
_COMPACT = lazy(r"^\s*(\d+)\s*\(\s*(?:[^()]{0,20}?)(\d{4})[^()]{0,20}\)\s*[,:]?\s*(\d[\w/-]*)?")
_Q = lazy(r"^\s*([^:<]+)(?::([^:<]+))?(?::[^<]+)?(?:<(.+))?$")
_YEAR = lazy(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_DATE = lazy(
    r"\(([^()]*(?:1[5-9]|20)\d\d[^()]*)\)|((?:1[5-9]|20)\d\d(?:[-./]\d{1,2}){0,2})(?![\d-])"
)


class Host(NamedTuple):
    """What a link field says of the work that a part stands in."""

    title: str = ""
    short: str = ""
    issn: str = ""
    isbn: str = ""
    imprint: str = ""
    related: str = ""  # 773$g: volume, issue, date and pages in words
    enumeration: str = ""  # 773$q: 5:2<12
    is_serial: bool = False
    volume: str = ""  # and those below: by Invenio, each in a subfield
    issue: str = ""
    page: str = ""
    date: str = ""

    @property
    def numbers(self) -> dict[str, str]:
        """What the subfields of Invenio give, by the names of `numbering`."""
        return {name: value for name in NUMBERS if (value := getattr(self, name))}


NUMBERS = {"volume": "v", "issue": "n", "page": "c", "date": "y"}
"""Subfields of 773 in Invenio, as INSPIRE and CERN have them beside the short title $p. MARC 21 has
no $v and $c, and numbers in $g."""


def parts_of(text: str) -> Host:
    """The parts of a 773 field."""
    found: dict[str, str] = {}
    related: list[str] = []
    for part in text.split(SUBFIELD)[1:]:
        code, value = part[:1], part[1:].strip()
        if code == "g" and value:
            related.append(value)
        elif value:
            found.setdefault(code, value)
    is_invenio = "p" in found and ("v" in found or "c" in found) and not (related or "t" in found)
    numbers = {name: found.get(code, "") for name, code in NUMBERS.items()} if is_invenio else {}
    return Host(
        title=unstopped(plain(found.get("t", found.get("s", "")))),
        short=_short(plain(found.get("p", ""))),
        issn=plain(found.get("x", "")),
        isbn=plain(found.get("z", "")),
        imprint=found.get("d", ""),
        related="; ".join(related),
        enumeration=found.get("q", ""),
        is_serial=found.get("7", "")[3:4] == "s",
        **numbers,
    )


def _short(title: str) -> str:
    """A short title; where other words are abbreviated, the full stop at its end is its own."""
    return title if "." in title[:-1] else unstopped(title)


PARTS = ("chapter", "article-journal", "")
"""Types of records that stand in a host; a book that has one is a volume of a set."""


def in_host(held: dict[str, Any], texts: Sequence[str], kind: str) -> str:
    """Fill what the 773 fields of a record give, and return its type.

    The leaders of Invenio tell none.
    """
    hosts = [parts_of(text) for text in texts]
    if kind == "document" and hosts[0].numbers:
        kind = ""
    return part(held, hosts, kind) if kind in PARTS else kind


def part(held: dict[str, Any], hosts: Sequence[Host], kind: str) -> str:
    """Fill what the hosts of a part give, and return its type: that of a serial is an article."""
    main = max(hosts, key=lambda host: bool(host.title))
    related = "; ".join(host.related for host in hosts if host.related)
    found = numbering(related) or main.numbers
    if main.enumeration and (q := _Q.match(main.enumeration)):
        for name, value in zip(("volume", "issue", "page"), q.groups(), strict=True):
            if value and name not in found:
                found[name] = value.strip()
    issn = next((host.issn for host in hosts if host.issn), "")
    isbn = next((host.isbn for host in hosts if host.isbn), "")
    is_serial = any(host.is_serial for host in hosts) or bool(issn and not isbn)
    if not kind or (kind == "chapter" and (is_serial or ("volume" in found and not isbn))):
        kind = "article-journal" if is_serial or "volume" in found or kind else "chapter"
    values = {
        "container_title": main.title,
        "container_title_short": main.short,
        "issn": issn,
        "isbn": isbn,
        "volume": found.get("volume", ""),
        "issue": found.get("issue", ""),
        "page": found.get("page", ""),
    }
    for name, value in values.items():
        if value:
            held.setdefault(name, value)
    if "issued" not in held and (date := found.get("date") or main.imprint):
        year = _YEAR.search(date)
        held["issued"] = dates.parse(date if "date" in found else year[0] if year else date)
    if main.imprint and not held.get("publisher"):
        _add_imprint(held, main.imprint)
    return kind


def numbering(text: str) -> dict[str, str]:
    """Volume, issue, date and pages in words: ``Vol. 12, no. 3 (May 2001), p. 5-9``,
    ``12(2001)3, S. 5-9``, ``volume:12; number:3; pages:5-9``, ``第3卷第2期``."""
    found: dict[str, str] = {}
    if not text:
        return found
    if compact := _COMPACT.match(text):
        found["volume"], found["date"] = compact[1], compact[2]
        if compact[3] and not re.match(r"\d+\s*[-–]", text[compact.start(3) :]):
            found["issue"] = compact[3]
    for name, pattern in (("volume", _VOLUME), ("issue", _ISSUE)):
        if name not in found and (match := pattern.search(text)):
            found[name] = match[1] or match[2]
    pages = list(_PAGES.finditer(text))
    if pages:
        found["page"] = pages[-1][1].strip()
    if "date" not in found and (date := _DATE.search(text)):
        found["date"] = (date[1] or date[2]).strip()
    return found


def _add_imprint(held: dict[str, Any], text: str) -> None:
    """``Berlin : Springer, 2001`` of the host."""
    place, colon, rest = text.partition(" : ")
    if colon:
        publisher = re.sub(r",?\s*[\[©c(]*\d{4}.*$", "", rest)
        held.setdefault("publisher_place", unbracketed(plain(place)))
        held["publisher"] = unbracketed(plain(publisher))
