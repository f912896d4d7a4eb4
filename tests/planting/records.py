"""Clean records in many languages, scripts and types, made up for planting faults in them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

from planting.forms import words
from validator import read
from validator.record import Name, Record
from validator.text import dates


@cache
def clean_records() -> tuple[Record, ...]:
    """The records of clean.jsonl, in its order."""
    return tuple(read(Path(__file__).with_name("clean.jsonl")))


def people_of_file(random: Random) -> list[tuple[Record, list[str]]]:
    """Nine articles with the names of their authors, family names first."""
    families = random.sample(FAMILIES, len(FAMILIES))
    rows = []
    for i, topic in enumerate(TOPICS):
        names = [Name(families[2 * i + k], GIVENS[2 * i + k]) for k in (0, 1)]
        record = Record(
            id=f"peer{i}",
            type="article-journal",
            title=f"{topic} in the valleys of the southern Alps",
            author=tuple(names),
            issued=dates.parse(str(2001 + i)),
            container_title="Mountain Research and Development",
            volume=str(21 + i),
            issue="1",
            page=f"{10 + i}-{20 + i}",
            doi=f"10.1659/mrd.{i}0{i}",
            issn="0276-4741",
        )
        rows.append((record, [f"{name.family}, {name.given}" for name in names]))
    return rows


FAMILIES = words(
    "Abbott | Becker | Costa | Dubois | Evans | Fontaine | Gruber | Horvath | Iversen | Keller"
    " | Larsen | Moretti | Norris | Oliveira | Petersen | Romano | Santos | Turner | Urban"
    " | Vasquez | Weber | Zeller"
)
GIVENS = words(
    "Anna | Bruno | Carla | David | Elena | Felix | Greta | Henrik | Irene | Jonas | Karin"
    " | Louis | Marta | Nils | Olga | Peter | Rosa | Simon | Teresa | Ulrich | Vera | Walter"
)
TOPICS = words(
    "Bird song | Cattle breeds | Snow cover | Church bells | Larch forests | Bridge building"
    " | Goat cheese | Glacier retreat | Footpaths"
)
