"""CNKI's own formats, E-Study and the custom export: ``Title-题名: value``.

A record begins with ``DataType`` or, in the custom export, with its database.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Fault
from validator.io.source import Source
from validator.io.tagged import exports
from validator.io.tagged.exports import Layout
from validator.io.tagged.lines import Dialect, Tag
from validator.record import Record

_LINE = re.compile(
    r"[ \t\ufeff]{0,16}([A-Z][A-Za-z]{1,19}-(?:[\u4e00-\u9fff]{1,8}|DOI)|DataType)[ \t]?[:：][ \t]?"
)

TAGS = exports.tags(
    type="srcdatabase datatype",
    title="title",
    author="author",
    container="source",
    event="meeting",
    place="city",
    year="year",
    date="pubtime",
    volume="roll volume",
    issue="period",
    pages="page",
    page_count="pagecount",
    doi="doi",
    serial="issn isbn",
    url="link url",
    keyword="keyword",
    abstract="summary",
    affiliation="organ",
    classification="clc",
    database="srcdatabase",
)


def key(label: str) -> str:
    """A label as it is compared: what stands before its Chinese name."""
    return label.partition("-")[0].lower()


def _split() -> Dialect:
    seen: set[str] = set()

    def split(line: str) -> Tag | None:
        found = _LINE.match(line)
        if not found:
            return None
        name = key(found[1])
        opens = name == "datatype" or not seen or (name == "srcdatabase" and name in seen)
        if opens or (name == "title" and name in seen):
            opens = True
            seen.clear()
        seen.add(name)
        return Tag(found[1], found.start(1), found.end(), opens)

    return Dialect(split, frozenset(), frozenset())


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of a file in the format of E-Study, or of CNKI's custom export."""
    return exports.read(source, Layout(_split(), TAGS, "datatype", key))
