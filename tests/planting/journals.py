"""Faults that show beside other articles of a journal: its name, its volumes and years."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from planting.forms import Plant, Planted, form
from planting.tools import some_issn
from validator.record import Name, Record
from validator.text import dates


def _volume_of(
    record: Record, journal: str, random: Random, count: int, issn: str
) -> tuple[Record, ...]:
    """Articles of one journal, each with a title, authors and pages of its own."""
    from planting.records import TOPICS

    topics = random.sample(TOPICS, count)
    return tuple(
        replace(
            record,
            id=f"peer{i}",
            title=f"{topic} in the villages of the plain",
            author=(Name(family=f"{'ABCDEFGHI'[i]}nderson", given="Mary"),),
            container_title=journal,
            container_title_short="",
            issn=issn,
            doi="",
            url="",
            pmid="",
            page=f"{100 + 30 * i}-{110 + 30 * i}",
            language="en",
        )
        for i, topic in enumerate(topics)
    )


VARIANTS = {
    "& for and": (
        ("Library and Information Science Research", "Library & Information Science Research"),
        ("Diabetes and Metabolism", "Diabetes & Metabolism"),
        ("Teaching & Teacher Education", "Teaching and Teacher Education"),
    ),
    "an article left out": (
        ("The Lancet", "Lancet"),
        ("The Journal of African History", "Journal of African History"),
        ("The American Economic Review", "American Economic Review"),
    ),
    "capitals": (
        ("Journal of Plant Ecology", "JOURNAL OF PLANT ECOLOGY"),
        ("Physical Review Letters", "PHYSICAL REVIEW LETTERS"),
        ("Food Chemistry", "FOOD CHEMISTRY"),
    ),
    "an abbreviation": (
        ("Journal of Physical Chemistry", "J. Phys. Chem."),
        ("Physical Review Letters", "Phys. Rev. Lett."),
        ("American Journal of Epidemiology", "Am J Epidemiol"),
        ("Proceedings of the National Academy of Sciences", "Proc. Natl. Acad. Sci."),
        ("Journal of Biological Chemistry", "J Biol Chem"),
    ),
    "another abbreviation": (
        ("J. Phys. Chem.", "J Phys Chem"),
        ("Phys. Rev. Lett.", "Phys Rev Lett"),
        ("Curr. Opin. Lipidol.", "Curr Opin Lipidol"),
    ),
    "an accent left out": (
        ("Annales de géographie", "Annales de geographie"),
        ("Deutsches Ärzteblatt", "Deutsches Arzteblatt"),
        ("Revista Española de Cardiología", "Revista Espanola de Cardiologia"),
    ),
    "a misspelling": (
        ("Journal of Plant Ecology", "Jounal of Plant Ecology"),
        ("Medical Image Analysis", "Medical Image Anaylsis"),
        ("Physical Review Letters", "Physical Reveiw Letters"),
        ("Journal of Applied Physics", "Journal of Aplied Physics"),
    ),
    "a blank lost": (
        ("Journal of Applied Physics", "Journalof Applied Physics"),
        ("Medical Image Analysis", "MedicalImage Analysis"),
    ),
    "other marks": (
        (
            "JPEN: Journal of Parenteral and Enteral Nutrition",
            "JPEN. Journal of Parenteral and Enteral Nutrition",
        ),
        ("Ethics, Policy & Environment", "Ethics Policy & Environment"),
        ("Psycho-Oncology", "Psychooncology"),
        (
            "Spectrochimica Acta Part A: Molecular Spectroscopy",
            "Spectrochimica Acta, Part A, Molecular Spectroscopy",
        ),
    ),
    "Chinese brackets": (
        ("北京大学学报（自然科学版）", "北京大学学报(自然科学版)"),
        ("西北农林科技大学学报（自然科学版）", "西北农林科技大学学报.自然科学版"),
        ("浙江大学学报（医学版）", "浙江大学学报:医学版"),
    ),
}


def _variant_form(kind: str, *, with_issn: bool) -> None:
    @form("JNL002", kind + (", same ISSN" if with_issn else ", no ISSN"))
    def plant(record: Record, random: Random) -> Planted:
        if record.type != "article-journal" or not record.issn or len(record.issn) > 9:
            return None
        usual, other = random.choice(VARIANTS[kind])
        *peers, last = _volume_of(record, usual, random, 7, record.issn if with_issn else "")
        return Plant((*peers, last), (*peers, replace(last, container_title=other)))


for _variant in VARIANTS:
    _variant_form(_variant, with_issn=True)
    _variant_form(_variant, with_issn=False)


def _articles(record: Record, random: Random, count: int) -> tuple[Record, ...] | None:
    """Articles of one volume of the record's journal, each of its own authors."""
    from planting.records import TOPICS

    if record.type != "article-journal" or not re.fullmatch(r"\d{1,3}", record.volume):
        return None
    if not record.container_title or not record.year or record.year < 1960:
        return None
    return tuple(
        replace(
            record,
            id=f"peer{i}",
            title=f"{topic} and the weather of the year before",
            author=(Name(family=f"{'BCDFGHKLM'[i]}arlow", given="Edith"),),
            page=f"{40 * i + 1}-{40 * i + 20}",
            doi="",
            url="",
            pmid="",
            keyword=(),
            abstract="",
        )
        for i, topic in enumerate(random.sample(TOPICS, count))
    )


@form("REC004", "another ISSN in one volume")
def _(record: Record, random: Random) -> Planted:
    peers = _articles(record, random, 6) if len(record.issn) == 9 else None
    if not peers:
        return None
    return Plant(peers, (*peers[:-1], replace(peers[-1], issn=some_issn(random))))


@form("REC004", "another publisher in one volume")
def _(record: Record, random: Random) -> Planted:
    peers = _articles(record, random, 6) if record.issn else None
    if not peers:
        return None
    one = tuple(replace(p, publisher="Elsevier") for p in peers)
    other = random.choice(("Springer", "Taylor & Francis", "Cambridge University Press"))
    return Plant(one, (*one[:-1], replace(one[-1], publisher=other)))


def _proceedings(record: Record, random: Random) -> tuple[Record, ...] | None:
    from planting.records import TOPICS

    if record.type != "paper-conference" or not record.container_title or not record.year:
        return None
    return tuple(
        replace(
            record,
            id=f"peer{i}",
            title=f"{topic} seen by machines",
            author=(Name(family=f"{'BCDFGHKLM'[i]}arlow", given="Edith"),),
            page=f"{20 * i + 1}-{20 * i + 12}",
            publisher_place="Vienna",
            doi="",
            url="",
        )
        for i, topic in enumerate(random.sample(TOPICS, 6))
    )


@form("REC004", "another year in one volume of proceedings")
def _(record: Record, random: Random) -> Planted:
    peers = _proceedings(record, random)
    if not peers or not record.year or not re.search(r"\d|[届屆]", record.container_title):
        return None  # a name without a number recurs, and the year may be that of another volume
    year = record.year + random.choice((-3, -2, 2, 3, 10))
    return Plant(peers, (*peers[:-1], replace(peers[-1], issued=dates.parse(str(year)))))


@form("REC004", "another place in one volume of proceedings")
def _(record: Record, random: Random) -> Planted:
    peers = _proceedings(record, random)
    if not peers:
        return None
    return Plant(
        peers,
        (
            *peers[:-1],
            replace(peers[-1], publisher_place=random.choice(("Lisbon", "Kyoto", "Boston"))),
        ),
    )


def _line(record: Record, random: Random) -> tuple[Record, ...] | None:
    """Nine volumes of a journal, a volume a year."""
    peers = _articles(record, random, 9)
    if not peers or not record.year:
        return None
    first = max(int(record.volume), 3)
    return tuple(
        replace(p, volume=str(first + i), issued=dates.parse(str(record.year - 8 + i)))
        for i, p in enumerate(peers)
    )


@form("REC005", "a year that does not fit its volume")
def _(record: Record, random: Random) -> Planted:
    line = _line(record, random)
    if not line:
        return None
    at = random.randrange(2, 7)
    year = (line[at].year or 0) + random.choice((-15, -10, -7, 12))
    wrong = replace(line[at], issued=dates.parse(str(year)))
    return Plant(line, (*line[:at], wrong, *line[at + 1 :]))


@form("REC005", "a volume that does not fit its year")
def _(record: Record, random: Random) -> Planted:
    line = _line(record, random)
    if not line:
        return None
    at = random.randrange(2, 7)
    wrong = replace(line[at], volume=str(int(line[at].volume) + random.choice((20, 35, 50, 100))))
    return Plant(line, (*line[:at], wrong, *line[at + 1 :]))


@form("VOL003", "volume and issue in each other's place")
def _(record: Record, random: Random) -> Planted:
    line = _line(record, random)
    at = random.randrange(2, 9)
    if not line or int(line[at].volume) < 14:
        return None
    line = tuple(replace(r, issue=str(random.randrange(1, 12))) for r in line)
    turned = replace(line[at], volume=line[at].issue, issue=line[at].volume)
    return Plant(line, (*line[:at], turned, *line[at + 1 :]))
