"""MARC 21, UNIMARC and CNMARC told apart by what stands in a record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

MARC21 = "MARC 21"
UNIMARC = "UNIMARC"
CNMARC = "CNMARC"
_MARC21_TAGS = """
    008 022 041 043 050 082 084 110 111 130 240 246 250 260 264 336 337 338 490 500 504 505 520
    650 651 655 773 830 880
"""
_UNIMARC_TAGS = """
    011 091 092 101 102 105 106 135 200 205 210 214 215 225 320 330 461 462 463 464 517 606 607
    610 676 680 690 692 701 702 712 801 905
"""
_OF_MARC21 = frozenset(_MARC21_TAGS.split())
_OF_UNIMARC = frozenset(_UNIMARC_TAGS.split())
"""Tags that the other has not, or seldom."""


class Evidence(NamedTuple):
    """What the fields of a record say, each side in points."""

    marc21: int
    unimarc: int
    chinese: int


def evidence(leader: str, tags: Sequence[str], values: Sequence[str]) -> Evidence:
    """What a record says of its dialect. A title field decides where it is the only one."""
    there = dict(zip(tags, values, strict=True))
    marc21 = 10 * ("245" in there) + 2 * (leader[20:24] == "4500" and leader[9:10] == "a")
    unimarc = 10 * ("200" in there and "245" not in there) + 2 * (leader[20:24] == "450 ")
    marc21 += 4 * (len(there.get("008", "")) in (39, 40, 41))
    coded = there.get("100", "")
    if coded[2:4] == "\x1fa" and coded[4:12].isdigit() and len(coded) >= 30:
        unimarc += 8
    elif coded:
        marc21 += 2
    marc21 += len(_OF_MARC21.intersection(there))
    unimarc += len(_OF_UNIMARC.intersection(there))
    chinese = 0
    if "\x1faCN" in there.get("801", "") or "\x1faCN" in there.get("102", ""):
        chinese = 2
    chinese += sum(tag in there for tag in ("690", "905", "091", "092"))
    return Evidence(marc21, unimarc, chinese)


class Dialects:
    """The dialect of each record of a file: its own where it is clear, else that of those before.

    ``counts`` has how many records were of each.
    """

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.points = [0, 0]  # of MARC 21, of UNIMARC

    def of(self, leader: str, tags: Sequence[str], values: Sequence[str]) -> str:
        """The dialect of a record, "" where neither it nor any before tells."""
        if "245" in tags and "200" not in tags:  # nearly all
            self.points[0] += 10
            return MARC21
        marc21, unimarc, chinese = evidence(leader, tags, values)
        if abs(marc21 - unimarc) < 3:
            marc21, unimarc = marc21 + self.points[0], unimarc + self.points[1]
        self.points[0] += marc21
        self.points[1] += unimarc
        if marc21 == unimarc:
            return ""
        if marc21 > unimarc:
            return MARC21
        most = self.counts.get(CNMARC, 0) > self.counts.get(UNIMARC, 0)
        return CNMARC if chinese > 1 or (chinese and most) else UNIMARC

    def count(self, dialect: str) -> None:
        """Note that a record of a dialect was read."""
        if dialect:
            self.counts[dialect] = self.counts.get(dialect, 0) + 1

    def told(self) -> str:
        """The dialects of the file in words, with the records of each."""
        found = sorted(self.counts.items(), key=lambda item: (-item[1], item[0]))
        return ", ".join(f"{name} ({count})" for name, count in found)
