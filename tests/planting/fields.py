"""Faults of types, of the names of fields, of what a type needs."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from planting.forms import Plant, Planted, Text, form, put, words
from planting.write import bibtex, bibtex_fields, csl, csl_file, ris
from validator.record import Record

WRONG_TYPES: Mapping[str, tuple[str, ...]] = {
    "BibTeX": words(
        "artcile | artical | jounal | inproceeding | incolection | boook | phdthesys | aricle"
        " | techrep0rt | mastersthesi"
    ),
    "RIS": ("JOURNAL", "ARTICLE", "JUOR", "JRNL", "TESIS", "BOKK", "JOR", "Journal Article"),
    "CSL-JSON": words(
        "journal-artcle | articl-journal | aritcle-journal | paper-conferense | bok | chaptre"
        " | thesys"
    ),
}


@form("TYP001", "BibTeX")
def _(record: Record, random: Random) -> Planted:
    kind = random.choice(WRONG_TYPES["BibTeX"])
    return Plant(Text(bibtex(record), "bibtex"), Text(bibtex(record, kind=kind), "bibtex"))


@form("TYP001", "RIS")
def _(record: Record, random: Random) -> Planted:
    _, rest = ris(record).split("\r\n", 1)
    return Plant(
        Text(ris(record), "ris"),
        Text(f"TY  - {random.choice(WRONG_TYPES['RIS'])}\r\n{rest}", "ris"),
    )


@form("TYP001", "CSL-JSON")
def _(record: Record, random: Random) -> Planted:
    item = csl(record)
    faulty = item | {"type": random.choice(WRONG_TYPES["CSL-JSON"])}
    return Plant(Text(csl_file([item]), "csl-json"), Text(csl_file([faulty]), "csl-json"))


REQUIRED = {
    "a thesis without its school": ("thesis", ("publisher",)),
    "a report without its institution": ("report", ("publisher",)),
    "a book without its publisher": ("book", ("publisher",)),
    "a patent without its number": ("patent", ("number",)),
    "a standard without its number": ("standard", ("number",)),
    "a web page without its address": ("webpage", ("url", "doi")),
}


for _name, (_type, _attributes) in REQUIRED.items():

    def _lacking(
        record: Record, random: Random, kind: str = _type, attributes: tuple[str, ...] = _attributes
    ) -> Planted:
        if record.type != kind or not any(getattr(record, a) for a in attributes):
            return None
        if kind in ("book", "report") and not any(name.given for name in record.author):
            return None  # a body that publishes its own works, or we cannot tell
        for attribute in attributes:
            record = put(record, attribute, "")
        return record

    form("TYP002", _name)(_lacking)


def _typo(word: str, random: Random) -> str:
    """The word with one letter lost, doubled, replaced or two letters swapped."""
    at = random.randrange(1, len(word) - 1)
    way = random.randrange(4)
    if way == 0:
        return word[:at] + word[at + 1 :]
    if way == 1:
        return word[:at] + word[at] + word[at:]
    if way == 2:
        return word[:at] + random.choice([c for c in "aeiorstn" if c != word[at]]) + word[at + 1 :]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


@form("TYP003", "BibTeX")
def _(record: Record, random: Random) -> Planted:
    names = [n for n in bibtex_fields(record) if len(n) > 3]
    name = random.choice(names)
    wrong = _typo(name, random)
    if wrong == name or wrong in ("note", "keyword"):
        return None
    text = bibtex(record)
    return Plant(
        Text(text, "bibtex"), Text(text.replace(f"  {name} = ", f"  {wrong} = ", 1), "bibtex")
    )


@form("TYP003", "CSL-JSON")
def _(record: Record, random: Random) -> Planted:
    item = csl(record)
    name = random.choice([n for n in item if len(n) > 3 and n not in ("type", "note")])
    wrong = _typo(name, random)
    if wrong == name or wrong in item:
        return None
    faulty = {wrong if key == name else key: value for key, value in item.items()}
    return Plant(Text(csl_file([item]), "csl-json"), Text(csl_file([faulty]), "csl-json"))
