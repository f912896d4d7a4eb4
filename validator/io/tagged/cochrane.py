"""The text export of the Cochrane Library: ``TI: value``, a record below ``Record #1 of 25``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from validator.finding import Fault
from validator.io import types
from validator.io.source import Source
from validator.io.tagged import databases
from validator.io.tagged.databases import Export, Values, parsed, unstopped
from validator.io.tagged.lines import Dialect, TagValues
from validator.io.tagged.parting import Tag
from validator.io.values import keywords, one_line, people
from validator.record import Record
from validator.text.patterns import lazy

MAPPED = {
    "ID": "id",
    "AU": "author",
    "TI": "title",
    "SO": "container-title",
    "YR": "issued",
    "VL": "volume",
    "NO": "issue",
    "PG": "page",
    "PB": "publisher",
    "PT": "type",
    "PM": "PMID",
    "DOI": "DOI",
    "US": "URL",
    "AB": "abstract",
    "KY": "keyword",
}
"""Tags that fill a variable."""
TAGS = frozenset(("AC", "CC", "CN", "DE", "IS", "LA", "ST", "XR")) | MAPPED.keys()

_NUMBER = re.compile(r"[\s\ufeff]{0,4}Record #\d{1,9} of \d{1,9}\s*")
_LINE = re.compile(r"\ufeff?([A-Z]{2,3}):[ \t]?")
_PMID = lazy(r"(?:PUBMED\s*)?(\d{1,8})\b.*", re.IGNORECASE | re.DOTALL)
_ADDRESS = re.compile(r"\s*(https?://\S+)\s*")
_REVIEWS = "cochrane database"
HEADS = frozenset(("ID", "AU", "TI", "SO", "DOI", "PM"))


def _dialect() -> Dialect:
    seen: set[str] = set()
    after_blank = False

    def split(line: str) -> Tag | None:
        nonlocal after_blank
        if _NUMBER.fullmatch(line):
            seen.clear()
            return Tag("Record", 0, len(line.rstrip("\r\n")), opens=True)
        blank, after_blank = after_blank, not line.strip()
        found = _LINE.match(line)
        if not found or found[1] not in TAGS:
            return Tag("text", 0, 0) if blank and seen and not after_blank else None
        opens = blank and found[1] == "ID" and "ID" in seen  # its number is lost
        if opens:
            seen.clear()
        seen.add(found[1])
        return Tag(found[1], found.start(1), found.end(), opens)

    return Dialect(split)


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of a text export of the Cochrane Library."""
    return databases.read(source, Export(_dialect, HEADS, frozenset(("Record", "ID")), _values))


def _values(read: TagValues) -> Values:
    word = read.first("type", "PT")
    year = read.first("issued", "YR")
    address = read.where("URL", _ADDRESS, "SO")  # of a trial in a register
    given: dict[str, Any] = {
        "id": read.first("id", "ID"),
        "type_as_read": word,
        "title": unstopped(read.first("title", "TI")),
        "author": tuple(
            [name for text in read.all("author", "AU") for name in people(one_line(text))]
        ),
        "container_title": "" if address else read.first("container-title", "SO"),
        "issued": parsed(year) if year else None,
        "volume": read.first("volume", "VL"),
        "issue": read.first("issue", "NO"),
        "page": read.first("page", "PG"),
        "publisher": read.first("publisher", "PB"),
        "pmid": read.where("PMID", _PMID, "PM"),
        "doi": read.first("DOI", "DOI"),
        "url": read.first("URL", "US") or address,
        "abstract": read.first("abstract", "AB"),
        "keyword": tuple(
            [word.removeprefix("*") for word in keywords(";".join(read.all("keyword", "KY")))]
        ),
    }
    kind = types.of_word(word.partition(";")[0])
    if address and word == "Trial registry record":
        kind = "webpage"
    elif not kind and _REVIEWS in given["container_title"].lower():
        kind = "article-journal"
    given["type"] = kind
    return Values(given, {}, "Cochrane Library")
