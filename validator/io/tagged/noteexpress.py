"""NoteExpress's own format, ``{Title}: value``, as CNKI, Wanfang and the journals write it.

The colon may be full-width, and the brackets square where the text was copied from the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Fault
from validator.io.source import Source
from validator.io.tagged import exports
from validator.io.tagged.exports import Layout
from validator.io.tagged.lines import Dialect, LostOpener
from validator.io.tagged.parting import Tag
from validator.record import Record

_LINE = re.compile(
    r"[ \t\ufeff]{0,16}(?:\{([^{}\[\]\r\n:]{1,40})\}|\[([A-Z][A-Za-z/ ]{1,38})\])[ \t]?[:：][ \t]?"
)
_GLUED = re.compile(
    r";[ \t]*\{(Reference Type)\}[ \t]?[:：][ \t]?()"
)  # behind a script of the page

TAGS = exports.tags(
    type="[reference type]",
    title="title",
    other_title="[translated title]",
    author="author",
    other_author="[translated author]",
    editor="[secondary author]",
    translator="[subsidiary author]",
    container="journal periodical",
    other_container="[translated journal] [translated secondary title]",
    short="[alternate title]",
    secondary="[secondary title]",
    tertiary="[tertiary title]",
    series="[series title]",
    publisher="publisher",
    place="[place published]",
    year="year",
    date="date",
    volume="volume",
    issue="issue number",
    pages="pages",
    page_count="[total pages] [number of pages]",
    edition="edition",
    genre="[type of work]",
    doi="doi",
    serial="isbn/issn issn",
    isbn="isbn 图书印刷版isbn 图书电子版isbn",
    url="url link",
    call_number="notes [call number]",
    language="language",
    keyword="keywords",
    other_keyword="[translated keywords]",
    abstract="abstract",
    other_abstract="[translated abstract]",
    affiliation="[author address]",
    other_affiliation="[translated author address]",
    note="notes",
    source="[database provider]",
    database="srcdatabase",
)
LABELS = frozenset(label for labels in TAGS.values() for label in labels)


def key(label: str) -> str:
    """A label as it is compared; CNKI writes ``Subsidiary Author,`` as well."""
    return label.strip(" ,").lower()


def _split() -> Dialect:
    started = False
    after_blank = True
    lost = LostOpener("title", "author")

    def split(line: str) -> Tag | None:
        nonlocal started, after_blank
        blank, after_blank = after_blank, not line.strip()
        found = _LINE.match(line)
        if found and found[2] and key(found[2]) not in LABELS:
            found = None  # "[Methods]: ..." stands in an abstract
        if not found and not started:
            found = _GLUED.search(line)
        if not found:
            return None
        started = True
        group = 1 if found[1] else 2
        label = key(found[group])
        opens = lost.opens(label, is_first=label == "reference type", after_blank=blank)
        return Tag(found[group], found.start(group) - 1, found.end(), opens)

    return Dialect(split, heads=frozenset(("Title", "Author")))


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of a file in NoteExpress's format."""
    return exports.read(source, Layout(_split(), TAGS, "reference type", key))
