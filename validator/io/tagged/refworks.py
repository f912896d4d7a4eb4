"""RefWorks tagged format, as RefWorks and CNKI write it, and as VIP does with {A1}: for A1.

CNKI forgets the blank behind a tag, writes tags in lower case, breaks abstracts over lines and
closes no record; all of that is read.
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

_NAMES = """
    A1 A2 A3 A4 A5 A6 AB AD AN AV C1 C2 C3 C4 C5 CL CN CR DB DO DS ED ER FD ID IP IS JF JO K1 LA LK
    LL NO OL OP OT PB PMCID PMID PP RD RT SF SL SN SP SR ST T1 T2 T3 U1 U2 U3 U4 U5 U6 U7 U8 U9 U10
    U11 U12 U13 U14 U15 UL URL VO WP WT WV YR
    """
NAMES = frozenset(_NAMES.split())
"""Tags of the format's description, and C1 to C5 and URL of CNKI."""
_WORDS = frozenset(("an", "cl", "do", "ed", "id", "is", "la", "no", "sl", "st"))
"""Tags in lower case that a line of an abstract may begin with."""
_TEXTS = frozenset(("AB", "NO"))  # over lines, which may begin with a tag by chance

_LINE = re.compile(
    r"[\s\ufeff]{0,16}(?:\{(?P<braced>[A-Z][A-Z0-9]{1,4})\}[ \t]?[:：]"
    r"|(?P<plain>[A-Za-z][A-Za-z0-9]{1,4})(?:(?P<colon>:)|(?=\s|\Z)|(?P<tight>(?=[^\x00-\x7f]))))"
    r"(?P<blank>[ \t]?)"
)

TAGS = exports.tags(
    type="RT",
    id="ID",
    title="T1",
    other_title="OT",
    author="A1",
    editor="A2 A6",
    translator="A4",
    container="JF",
    short="JO",
    secondary="T2",
    series="T3",
    publisher="PB",
    place="PP",
    year="YR",
    date="FD",
    volume="VO",
    issue="IS",
    pages="OP",
    first_page="SP",
    edition="ED",
    degree="CL",
    number="C1 ID",
    doi="DO",
    serial="SN",
    pmid="PMID",
    pmcid="PMCID",
    url="UL URL LK",
    call_number="CN",
    language="LA",
    keyword="K1",
    abstract="AB",
    affiliation="AD",
    note="NO",
    source="DS",
    database="DB SF",
)


class _Lines:
    """Tells the tag of a line, by what was seen in the record that it stands in."""

    def __init__(self) -> None:
        self.last = ""
        self.seen: set[str] = set()
        self.colons = False  # "RT: Journal Article"
        self.after_blank = True
        self.lost = LostOpener("T1", "A1")

    def split(self, line: str) -> Tag | None:
        found = _LINE.match(line)
        tag = self._tag(line, found) if found else None
        blank, self.after_blank = self.after_blank, not line.strip()
        if tag:
            name = tag.name
            is_another = blank and name == "AB" and name in self.seen
            is_first = name == "RT" or is_another
            opens = self.lost.opens(name, is_first=is_first, after_blank=blank)
            if opens:
                self.seen = set()
                tag = tag._replace(opens=True)
            self.last = name
            self.seen.add(name)
        return tag

    def _tag(self, line: str, found: re.Match[str]) -> Tag | None:
        braced, plain, colon, tight, _ = found.groups()
        word = braced or plain
        name = word.upper()
        if name not in NAMES:
            return None
        if plain and not self._is_believed(word, name, colon=bool(colon), tight=tight is not None):
            return None
        return Tag(name, found.start("plain" if plain else "braced"), found.end())

    def _is_believed(self, word: str, name: str, *, colon: bool, tight: bool) -> bool:
        """Whether a word at the start of a line is a tag, and no word of the text above."""
        if name == "RT":
            if self.last in _TEXTS and not self.after_blank and self.seen:
                return False  # RT is room temperature, too
            self.colons = colon
            return word == name and not tight
        if colon != self.colons or (word != name and word in _WORDS):
            return False
        if self.last not in _TEXTS:
            return True
        return not tight and name not in self.seen


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of a file in the tagged format of RefWorks."""
    dialect = Dialect(_Lines().split, frozenset(("RT",)), frozenset(("ER",)))
    return exports.read(source, Layout(dialect, TAGS, "RT"))
