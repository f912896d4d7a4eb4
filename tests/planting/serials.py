"""Faults of ISSNs and ISBNs."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from planting.forms import Change, Plant, Planted, form, value_forms, words
from planting.tools import (
    fullwidth,
    isbn10_check,
    isbn13_check,
    serial_is_valid,
    some_isbn13,
    some_issn,
    transposed,
    wrong_check,
    wrong_digit,
)
from validator.record import Record


def _misread(text: str, random: Random) -> str | None:
    """A digit read as one that looks alike."""
    alike = {"1": "7", "7": "1", "3": "8", "8": "3", "5": "6", "6": "5", "0": "8", "9": "4"}
    places = [i for i, c in enumerate(text[:-1]) if c in alike]
    if not places:
        return None
    at = random.choice(places)
    changed = text[:at] + alike[text[at]] + text[at + 1 :]
    return None if serial_is_valid(changed) or not changed.startswith(text[:2]) else changed


def _one_issn(change: Change) -> Change:
    """Of records with one ISSN, or two read as a list: one of them is changed."""

    def changed(value: str, random: Random) -> str | None:
        numbers = value.split("; ")
        if not all(re.fullmatch(r"\d{4}-\d{3}[\dX]", n) for n in numbers):
            return None
        at = random.randrange(len(numbers))
        new = change(numbers[at], random)
        return new and "; ".join([*numbers[:at], new, *numbers[at + 1 :]])

    return changed


value_forms(
    "ISN001",
    "issn",
    {
        "another check digit": _one_issn(wrong_check),
        "another digit": _one_issn(wrong_digit),
        "two digits swapped": _one_issn(transposed),
        "a digit misread": _one_issn(_misread),
    },
)


value_forms(
    "ISN002",
    "issn",
    {
        "no hyphen": _one_issn(lambda n, r: n.replace("-", "")),
        "a blank for the hyphen": _one_issn(lambda n, r: n.replace("-", r.choice((" ", " - ")))),
        "a lower-case x": _one_issn(lambda n, r: n.replace("X", "x") if "X" in n else None),
        "another dash": _one_issn(lambda n, r: n.replace("-", r.choice("–‐−—‑"))),
        "a label": _one_issn(
            lambda n, r: r.choice(("ISSN ", "ISSN: ", "ISSN", "issn ", "eISSN ", "p-ISSN: ")) + n
        ),
        "a medium in brackets": _one_issn(
            lambda n, r: (
                n + r.choice((" (print)", " (Print)", " (electronic)", " (Online)", " (Linking)"))
            )
        ),
        "two with their media": _one_issn(lambda n, r: f"{n} (Print) {some_issn(r)} (Electronic)"),
        "full-width characters": _one_issn(lambda n, r: fullwidth(n)),
        "zeros lost in a table": _one_issn(
            lambda n, r: n.replace("-", "").lstrip("0") if n.startswith("0") else None
        ),
        "a digit lost": _one_issn(lambda n, r: n[:-1] if r.random() < 0.5 else n[:2] + n[3:]),
        "a word": _one_issn(lambda n, r: r.choice(("see journal", "none given", "print only"))),
    },
)


@form("ISN003", "an ISSN in the ISBN field")
def _(record: Record, random: Random) -> Planted:
    return (
        replace(record, isbn=record.issn.split("; ")[0], issn="")
        if record.issn and not record.isbn
        else None
    )


@form("ISN003", "an ISBN in the ISSN field")
def _(record: Record, random: Random) -> Planted:
    return replace(record, issn=record.isbn.split("; ")[0], isbn="") if record.isbn else None


@form("ISN003", "an ISBN in the ISSN field of a chapter or paper")
def _(record: Record, random: Random) -> Planted:
    fits = record.type in ("chapter", "paper-conference", "book") and not record.isbn
    return replace(record, issn=some_isbn13(random)) if fits else None


@form("ISN003", "the DOI in the ISBN field")
def _(record: Record, random: Random) -> Planted:
    return replace(record, isbn=record.doi) if record.doi and not record.isbn else None


@form("ISN003", "the DOI in the ISSN field")
def _(record: Record, random: Random) -> Planted:
    return replace(record, issn=record.doi) if record.doi else None


@form("ISN003", "the ISSN in both fields")
def _(record: Record, random: Random) -> Planted:
    return (
        replace(record, isbn=record.issn.split("; ")[0])
        if record.issn and not record.isbn
        else None
    )


def _one_isbn(change: Change) -> Change:
    def changed(value: str, random: Random) -> str | None:
        if len(re.sub("[^0-9X]", "", value)) not in (10, 13) or not re.fullmatch(
            "[-0-9X ]+", value
        ):
            return None
        return change(value, random)

    return changed


def _ten(value: str) -> str | None:
    digits = re.sub("[^0-9X]", "", value)
    if len(digits) == 13 and digits.startswith("978"):
        return digits[3:12] + isbn10_check(digits[3:12])
    return digits if len(digits) == 10 else None


def _hyphened(value: str) -> str:
    digits = re.sub("[^0-9X]", "", value)
    return f"{digits[:3]}-{digits[3]}-{digits[4:8]}-{digits[8:-1]}-{digits[-1]}"


value_forms(
    "ISN004",
    "isbn",
    {
        "another check digit": _one_isbn(wrong_check),
        "another digit": _one_isbn(wrong_digit),
        "two digits swapped": _one_isbn(transposed),
        "a digit misread": _one_isbn(_misread),
        "ten digits, another check digit": _one_isbn(
            lambda n, r: (ten := _ten(n)) and wrong_check(ten, r)
        ),
        "with hyphens": _one_isbn(
            lambda n, r: wrong_check(_hyphened(n), r) if "-" not in n and len(n) == 13 else None
        ),
        "978 before ten digits, their check digit kept": _one_isbn(
            lambda n, r: (
                "978" + ten
                if (ten := _ten(n)) and isbn13_check("978" + ten[:9]) != ten[9] and ten[9] != "X"
                else None
            )
        ),
    },
)


value_forms(
    "ISN005",
    "isbn",
    {
        "a digit lost": _one_isbn(lambda n, r: n[:4] + n[5:] if n[4] != "-" else n[:5] + n[6:]),
        "a digit doubled": _one_isbn(
            lambda n, r: n[:5] + n[4] * (2 if n[4] == "-" else 1) + n[5:] if n[4] != "-" else None
        ),
        "the end lost": _one_isbn(lambda n, r: n[:-2] if r.random() < 0.5 else n[:-4]),
        "a number of a table": _one_isbn(
            lambda n, r: f"{float(re.sub('[^0-9]', '', n)):.5E}" if len(n) >= 13 else None
        ),
        "two numbers": _one_isbn(
            lambda n, r: n + r.choice((" ", "; ", ", ", " / ", "，")) + some_isbn13(r)
        ),
        "a binding": _one_isbn(
            lambda n, r: (
                n
                + r.choice(
                    (
                        " (pbk.)",
                        " (hbk)",
                        " (paperback)",
                        " (gebunden)",
                        "(精装)",
                        "：平装",
                        " (br.)",
                    )
                )
            )
        ),
        "a medium": _one_isbn(lambda n, r: n + r.choice((" (ebook)", " (electronic)", " (PDF)"))),
        "a volume": _one_isbn(
            lambda n, r: n + r.choice((" (v. 1)", " (set)", " (Bd. 2)", "（上册）"))
        ),
        "a price": _one_isbn(
            lambda n, r: n + r.choice((" : CNY58.00", "：58.00元", " : EUR 24.90", " $35.00"))
        ),
        "a label": _one_isbn(lambda n, r: r.choice(("ISBN ", "ISBN: ", "ISBN-13: ", "ISBN")) + n),
    },
)


CN_NUMBERS = words(
    "CN 11-0315/G4 | CN 11-1234/TP | 11-2223/N | CN11-1911/B | CN 31-1111/R | 11-0315"
)


@form("ISN008", "a CN number in the place of the ISSN")
def _(record: Record, random: Random) -> Planted:
    return replace(record, issn=random.choice(CN_NUMBERS)) if record.issn else None


@form("ISN008", "a CN number beside the ISSN")
def _(record: Record, random: Random) -> Planted:
    if len(record.issn) != 9:
        return None
    number = random.choice([n for n in CN_NUMBERS if "CN" in n])
    return replace(record, issn=f"{record.issn}{random.choice(('; ', ', ', ' ', '；'))}{number}")


@form("ISN008", "three ISSNs")
def _(record: Record, random: Random) -> Planted:
    if len(record.issn) != 9:
        return None
    joint = random.choice(("; ", ", ", " "))
    return replace(record, issn=joint.join((record.issn, some_issn(random), some_issn(random))))


def _clashing(record: Record, random: Random, issn: str, title: str, count: int) -> Plant:
    peers = tuple(
        replace(
            record,
            id=f"peer{i}",
            title=f"{record.title} {'αβγδεζ'[i]}",
            doi="",
            url="",
            page=str(100 + 20 * i),
            issn=issn,
        )
        for i in range(count)
    )
    odd = replace(peers[0], id="odd", title=record.title, page="990", container_title=title)
    return Plant((*peers, replace(odd, container_title=record.container_title)), (*peers, odd))


JOURNALS = words(
    "Annals of Botany | Cell | European Journal of Political Research | Zeitschrift für Physik"
    " | 地理学报 | Вестник древней истории | Revista Española de Cardiología"
)


@form("ISN007", "another journal under the ISSN of its peers")
def _(record: Record, random: Random) -> Planted:
    if record.type != "article-journal" or not record.issn or not record.container_title:
        return None
    title = random.choice([j for j in JOURNALS if j != record.container_title])
    return _clashing(record, random, record.issn[:9], title, 5)
