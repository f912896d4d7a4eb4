"""What stands in the name of a journal, proceedings or book and belongs to other fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Example, rule
from validator.text import dates

from ._types import JOURNALS  # noqa: TID251 - of this family


def named(
    name: str,
    *says: str,
    suggests: str | None = None,
    type: str = "article-journal",
    year: str = "",
) -> Example:
    issued = dates.parse(year) if year else None
    return Example(Record(type=type, container_title=name, issued=issued), says, suggests)


IN = '"In" stands before the name'
TWICE = '"Proceedings of" stands twice'
NUMBERS = "numbers of the volume, issue or pages stand in the name"
YEAR = "the year stands in the name"
PLACE = "a place stands in the name"
MEETING = "a conference stands behind the name of the journal"

POLLUTED = (
    # clean
    named("Nature"),
    named("In Vivo"),
    named("In Practice"),
    named("Inorganic Chemistry"),
    named("Journal of Physics A: Mathematical and Theoretical"),
    named("Physics of Fluids (1994)", year="2001"),  # so it is called
    named("Astronomy & Astrophysics (Paris)"),
    named("西北农林科技大学学报(自然科学版)"),
    named("Chemistry (Weinheim an der Bergstrasse)"),
    named("ACM Transactions on Graphics (TOG)"),
    named("Zeitschrift für Physik", year="1925"),
    named("Revue 2000", year="1999"),
    named("Notes (Journal of the Music Library Association)"),
    named("Proceedings of the 5th Workshop, Volume 1: Long Papers", type="paper-conference"),
    named("Proceedings of ACL 2020", type="paper-conference", year="2020"),
    named("Proceedings of the IEEE"),
    named("Proceedings of the Conference (Paris, France)", type="paper-conference"),
    named("地理学报 = Acta Geographica Sinica"),  # a parallel title
    # polluted
    named("In: Handbook of Things", IN, suggests="Handbook of Things", type="chapter"),
    named("In Proceedings of ACL", IN, suggests="Proceedings of ACL", type="paper-conference"),
    named("In：语言学论丛", IN, suggests="语言学论丛", type="chapter"),
    named(
        "Proceedings of the Proceedings of ACL",
        TWICE,
        suggests="Proceedings of ACL",
        type="paper-conference",
    ),
    named("Nature, vol. 521", NUMBERS, suggests="Nature"),
    named("Cell 12(3)", NUMBERS, suggests="Cell"),
    named("Cell, 12(3), pp. 1-5", NUMBERS, suggests="Cell"),
    named("Nature Vol 521 No 3", NUMBERS, suggests="Nature"),
    named("J. Chem. Phys. 129, 154104 (2008)", NUMBERS, suggests="J. Chem. Phys.", year="2008"),
    named("J. Chem. Phys. 126 (2007) 057101", NUMBERS, suggests="J. Chem. Phys.", year="2007"),
    named("地理学报 第12卷第3期", NUMBERS, suggests="地理学报"),
    named("Handbook of Things, pp. 12-15", NUMBERS, suggests="Handbook of Things", type="chapter"),
    named("Nature (2015)", YEAR, suggests="Nature", year="2015"),
    named("Nature, 2015", YEAR, suggests="Nature", year="2015"),
    named("地理学报，2015", YEAR, suggests="地理学报", year="2015"),
    named("Rheumatology (Oxford, England)", PLACE, suggests="Rheumatology"),
    named("Science (New York, N.Y.)", PLACE, suggests="Science"),
    named(
        "Diabetes. Conference: 70th Scientific Sessions of the ADA. Orlando FL United States.",
        MEETING,
        suggests="Diabetes",
    ),
    named("Vox Sanguinis.Conference: 21st Regional Congress", MEETING, suggests="Vox Sanguinis"),
)

LONGEST = 500  # characters; no name is longer, and nothing longer is taken apart

_IN = re.compile(r"in ?[:：]\s*(?=\S)|in (?=(?:the )?proc(?:eedings|\.))", re.IGNORECASE)
_TWICE = re.compile(r"proceedings of (?:the )?proceedings of", re.IGNORECASE)
_NUMBERS = re.compile(
    r"[\s,;(（]+(?:vol(?:ume|\.)? ?\d+|no\.? ?\d+|issue \d+|\d{1,4} ?\(\d{1,4}(?:[-–]\d+)?\)"
    r"|\d{1,4}, ?\d{2,7}\b"
    r"|第 ?\d+ ?[卷期])(?:[\s\d,;:().–-]|vol|no|pp|issue|[第卷期])*$",
    re.IGNORECASE,
)
_PAGES = re.compile(r"[\s,;:(]+pp\.? ?\d+ ?[-–]+ ?\d+[).]*$", re.IGNORECASE)
_CONFERENCE = re.compile(r"(?<=\w)\. ?Conference: ")  # so Embase joins them
_PLACE = re.compile(r" \([A-Z][\w.' -]{1,40}, [A-Z][\w.' -]{1,40}\)$")
NLM_FORMATS = {"nbib", "medline", "pubmed", "pubmedxml"}
"""Formats of the National Library of Medicine, whose titles carry the place to tell them apart."""


@rule(
    "JNL004",
    "container-polluted",
    severity=Severity.WARNING,
    examples=POLLUTED,
    reads=("container-title",),
)
def container_polluted(record: Record) -> Iterator[Finding]:
    """The name of a journal, book or proceedings carries what belongs to other fields.

    Why: the same journal falls into many, one a volume or year.

    Not found: parallel titles, editions in brackets (自然科学版), volumes and years in the names of
    proceedings, a year that is not the record's own, places in records of PubMed.

    Source: JabRef's checks of booktitle; the NLM Catalog on titles with places.
    """
    name = record.container_title
    if name[:2].lower() == "in" and (found := _IN.match(name)):
        yield Finding("container-title", IN, name, suggestion=name[found.end() :])
    if name.count("roceedings of") > 1 and _TWICE.search(name):
        yield Finding("container-title", TWICE, name, suggestion=once(name))
    is_journal = record.type in JOURNALS
    if len(name) > LONGEST or not (is_journal or "pp" in name):
        return
    if is_journal and (found := _CONFERENCE.search(name)):
        yield Finding("container-title", MEETING, name, suggestion=name[: found.start()])
        return
    found = _NUMBERS.search(name) if is_journal else None
    if found or (found := _PAGES.search(name)):
        yield Finding("container-title", NUMBERS, name, suggestion=name[: found.start()])
    elif is_journal:
        year = str(record.year or "")
        bare = name.rstrip(")） ")
        if year and bare.endswith(year):
            before = bare[: -len(year)].rstrip()
            if before[-1:] in (",", "(", "，", "（"):
                plain = before.rstrip("(,，（ ")
                yield Finding("container-title", YEAR, name, suggestion=plain)
        elif (found := _PLACE.search(name)) and record.provenance.format not in NLM_FORMATS:
            yield Finding("container-title", PLACE, name, suggestion=name[: found.start()])


def once(name: str) -> str:
    """The name without the first of two times that it says "Proceedings of"."""
    found = _TWICE.search(name)
    if found is None:
        return name
    second = found.start() + found[0].lower().rindex("proceedings")
    return name[: found.start()] + name[second:]
