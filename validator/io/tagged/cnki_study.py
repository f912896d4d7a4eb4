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
from validator.io.tagged.lines import Dialect
from validator.io.tagged.parting import Tag
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


class _Lines:
    """Tells the label of a line; a record has none twice."""

    def __init__(self) -> None:
        self.seen: set[str] = set()  # in the record being read
        self.typed = False  # records begin with their type, and may name their database later

    def split(self, line: str) -> Tag | None:
        found = _LINE.match(line)
        if not found:
            return None
        name = key(found[1])
        self.typed = self.typed or name == "datatype"
        is_first = name == ("datatype" if self.typed else "srcdatabase")
        opens = is_first or not self.seen or name in self.seen
        if opens:
            self.seen = set()
        self.seen.add(name)
        return Tag(found[1], found.start(1), found.end(), opens)


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of a file in the format of E-Study, or of CNKI's custom export."""
    return exports.read(source, Layout(Dialect(_Lines().split), TAGS, "datatype", key))
