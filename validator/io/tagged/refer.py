"""Refer, the %-tags of EndNote, as ENW files, CNKI and Wanfang write them.

A record begins with its type (%0) or, where the file has none, behind a blank line.
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
    r"[ \t\ufeff]{0,16}(%[A-Za-z0-9!@#$&()*+=<>?\[\]^~])(?:[ \t]|(?=\s|\Z|[^\x00-\x7f]))"
)
_COUNT = re.compile(r"[ \t]{0,16}(PageCount(?:-页码|-頁碼)?)[ \t]?[:：]?[ \t]?")
_GLUED = re.compile(r";[ \t]*(%0)[ \t](?=[A-Z])")  # behind a script of the page

TAGS = exports.tags(
    type="%0",
    id="%F",
    title="%T",
    other_title="%Q",
    author="%A",
    other_author="%H",
    editor="%E",
    translator="%? %Y",
    container="%J",
    secondary="%B",
    series="%S",
    publisher="%I",
    place="%C",
    year="%D",
    date="%8",
    volume="%V",
    issue="%N",
    pages="%P",
    page_count="PageCount-页码 PageCount-頁碼 PageCount",
    edition="%7",
    genre="%9",
    number="%]",
    perhaps_doi="%R %O",
    serial="%@",
    pmcid="%2",
    url="%U",
    call_number="%L",
    language="%G",
    keyword="%K",
    abstract="%X",
    affiliation="%+",
    note="%Z",
    source="%W",
    database="%~",
)


class _Lines:
    """Tells the tag of a line, and whether a record begins with it."""

    def __init__(self) -> None:
        self.typed = False  # the record began with %0
        self.seen: set[str] = set()
        self.after_blank = True
        self.lost = LostOpener("%T", "%A")

    def split(self, line: str) -> Tag | None:
        found = _LINE.match(line) or _COUNT.match(line)
        if not found and not self.seen:
            found = _GLUED.search(line)
        blank, self.after_blank = self.after_blank, not line.strip()
        if not found:
            return None
        name = found[1]
        is_first = self._opens(name, after_blank=blank)
        opens = self.lost.opens(name, is_first=is_first, after_blank=blank)
        if opens:
            self.seen, self.typed = set(), name == "%0"
        self.seen.add(name)
        return Tag(name, found.start(1), found.end(), opens)

    def _opens(self, name: str, *, after_blank: bool) -> bool:
        if name == "%0":  # a record may have two, and that of Digital Commons begins with %T
            return after_blank or self.seen not in ({"%0"}, {"%T"})
        if not after_blank or name[0] != "%":
            return not self.seen
        return not self.typed or (name == "%T" and "%T" in self.seen)


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of a file of %-tags."""
    return exports.read(source, Layout(Dialect(_Lines().split), TAGS, "%0"))
