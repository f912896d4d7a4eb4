"""Values as exports give them, made into those of a Record: lists, serial numbers, note lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from validator.io.parallels import parallel_role
from validator.record import Name, OtherId
from validator.text import dates, names
from validator.text.identifiers.schemes import scheme_of
from validator.vocabulary import CSL_TYPES

_LINES = re.compile(r"\r\n|\r|\n")
# "2,4-D" is one keyword: a comma between digits or before a digit without a blank joins.
_COMMA = re.compile(r",\s+|,(?!\d)|(?<!\d),")
_SERIAL = re.compile(r"[0-9]{4}[-‐–— ]?[0-9]{3}[0-9Xx]")
_OF_PEOPLE = re.compile(r"\[([^\[\]]*)\]([^\[]*)")
_NAMED_ORCID = re.compile(r"(?!https?:)[^\W\d][^/]*/", re.IGNORECASE)
_NOTE_LINE = re.compile(r"\s*(?:\{:)?([A-Za-z][A-Za-z. _-]{1,40}?)\s*[:：]\s*(\S.*?)\}?\s*")

LONGEST_NAME = 1000  # characters of a name that may stand in other records, too
FEW = 80  # characters of a list of names that is remembered: most such hold one or two
NOTE_VARIABLES = {
    "doi": "doi",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "isbn": "isbn",
    "issn": "issn",
    "arxiv": "arxiv",
    "cstr": "cstr",
    "clc": "classification",
    "issued": "issued",
    "original-date": "original_date",
    "container-title": "container_title",
    "container-title-short": "container_title_short",
    "collection-title": "collection_title",
    "event-title": "event_title",
    "publisher": "publisher",
    "publisher-place": "publisher_place",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "number": "number",
    "number-of-pages": "number_of_pages",
    "edition": "edition",
    "genre": "genre",
    "status": "status",
    "language": "language",
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "index-keyword": "index_keyword",
}
"""Keys of note lines, and the attributes of Record that they fill."""
NOTE_PARALLELS = {
    "original-title": "title",
    "original-author": "author",
    "original-container-title": "container_title",
    "original-publisher": "publisher",
    "original-publisher-place": "publisher_place",
    "original-keyword": "keyword",
    "original-affiliation": "affiliation",
    "original-abstract": "abstract",
    "original-language": "original_language",
}
"""Keys of note lines, and the parts of Parallel that they fill; the last says that the record is
a translation, and its originals are no parallels."""


def lines(text: str) -> list[str]:
    """The lines of a value without their outer blanks; only CR, LF and CRLF end a line."""
    return [line.strip() for line in _LINES.split(text)]


def one_line(text: str) -> str:
    """A value that was broken over several lines, as one."""
    if "\n" not in text and "\r" not in text:
        return text
    return " ".join(line for line in lines(text) if line)


def keywords(text: str) -> tuple[str, ...]:
    """The keywords of one string: split at line ends and semicolons, else at bars, else commas."""
    if ";" in text and text.isascii() and "\n" not in text and "\r" not in text:
        parts = text.split(";")
    elif "\n" in text or "\r" in text or ";" in text or "；" in text:
        parts = [part for line in _LINES.split(text) for part in re.split("[;；]", line)]
    elif "|" in text:
        parts = text.split("|")
    elif "," in text:
        parts = _COMMA.split(text)
    else:
        parts = re.split("[，、]", text)
    return tuple(stripped for part in parts if (stripped := part.strip()))


@lru_cache(maxsize=2**15)
def name(text: str) -> Name:
    """One name as written. People write many papers: a Name is immutable and stands in all."""
    return Name.parse(one_line(text))


def person(named: Name, raw: str, *, orcid: str = "", affiliation: tuple[str, ...] = ()) -> Name:
    """The person of a name, with what a record says of one: as `replace` gives it, in less time."""
    family, given, particles = named.family, named.given, named.particles
    return Name(family, given, particles, named.suffix, named.literal, raw, orcid, affiliation)


def people(text: str) -> tuple[Name, ...]:
    """The names of a list in one string, however it is joined."""
    return _few(text) if len(text) < FEW else _people(text)


def _people(text: str) -> tuple[Name, ...]:
    return tuple([name(part) for part in names.split_any(one_line(text))])


_few = lru_cache(maxsize=2**13)(_people)


def with_orcids(named: tuple[Name, ...], text: str) -> tuple[Name, ...]:
    """People with the ORCID iDs of a list that has one for each, or names whose each is.

    As they are where it has neither. "Ito, Ken/0000-0002-1825-0097" is Web of Science's.
    """
    found = [part.strip() for part in re.split(r"[;；|\n]", text.strip().strip(";"))]
    told = [part for part in found if part]
    if told and all(_NAMED_ORCID.match(part) for part in told):
        return _with_orcids_of_names(named, told)
    if len(found) != len(named):
        return named
    return tuple(
        replace(name, orcid=orcid) if orcid else name
        for name, orcid in zip(named, found, strict=True)
    )


def with_institutions(named: tuple[Name, ...], text: str) -> tuple[Name, ...]:
    """People with the institutions of a list that names them: "[Ito, Ken; Wit, Ada] Tools"."""
    told = [
        (author, found[2].strip(" ;\r\n"))
        for found in _OF_PEOPLE.finditer(text)
        for author in found[1].split(";")
    ]
    if not told:
        return named
    held = _by_name(named, told)
    return tuple(
        replace(person, affiliation=tuple(map(one_line, dict.fromkeys(found)))) if found else person
        for person, found in zip(named, held, strict=True)
    )


def _with_orcids_of_names(named: tuple[Name, ...], found: list[str]) -> tuple[Name, ...]:
    """People with the ORCID iDs that are told of their names; none where two are told."""
    told = [(author, orcid) for author, _, orcid in (part.rpartition("/") for part in found)]
    return tuple(
        replace(person, orcid=orcids[0]) if len(set(orcids)) == 1 else person
        for person, orcids in zip(named, _by_name(named, told), strict=True)
    )


def _by_name(named: tuple[Name, ...], told: list[tuple[str, str]]) -> list[list[str]]:
    """For each person what is told of the whole name, else of the family name and initial where
    no other person has these."""
    whole: dict[str, list[str]] = {}
    short: dict[str, list[str]] = {}
    for author, value in told:
        whole.setdefault(_folded(author), []).append(value)
        short.setdefault(_initialled(name(author)), []).append(value)
    initials = [_initialled(person) for person in named]
    times = Counter(initials)
    return [
        whole.get(_folded(person.raw)) or (short.get(key, []) if times[key] == 1 else [])
        for person, key in zip(named, initials, strict=True)
    ]


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _initialled(person: Name) -> str:
    return _folded(f"{person.particles} {person.family or person.literal}, {person.given[:1]}")


def affiliations(text: str) -> tuple[str, ...]:
    """The institutions of a list in one string."""
    return tuple([part for piece in re.split("[;；]", text) if (part := one_line(piece).strip())])


def serials(values: Iterable[str], *, of_book: bool) -> dict[str, str]:
    """The ISBNs and ISSNs among numbers of one field, by their shape, else by the type."""
    found: dict[str, list[str]] = {}
    for value in values:
        if _SERIAL.search(value) and not re.search("[0-9X]{9}", value.replace("-", "")):
            kind = "issn"
        elif sum(c.isdigit() for c in value) >= 9:
            kind = "isbn"
        else:
            kind = "isbn" if of_book else "issn"
        kept = found.setdefault(kind, [])
        if value not in kept:
            kept.append(value)
    return {kind: "; ".join(kept) for kind, kept in found.items()}


def note_lines(note: str) -> Iterator[tuple[str, str]]:
    """The variables written as lines of a note, "key: value", as CSL and Zotero read them.

    Keys come folded as CSL variables: ``Original Title`` is ``original-title``, and
    ``tex.doi`` is ``doi``.
    """
    if ":" not in note and "：" not in note:
        return
    for line in _LINES.split(note):
        found = _NOTE_LINE.fullmatch(line) if len(line) < 2000 else None
        if found:
            key = re.sub(r"[ _]+", "-", found[1].lower()).removeprefix("tex.")
            yield key, found[2]


def add_note_lines(note: str, values: dict[str, Any], parallel: dict[str, Any]) -> None:
    """Fill what is absent from the lines of a note; a type there is the one that counts."""
    read: dict[str, list[str]] = {}
    for key, value in note_lines(note):
        read.setdefault(key, []).append(value)
    for key, texts in read.items():
        if key in NOTE_PARALLELS:
            part = NOTE_PARALLELS[key]
            if not parallel.get(part):
                parallel[part] = _note_value(part, texts)
        elif role := parallel_role(key):  # "English title", "titleTranslation"
            if not parallel.get(role.attribute):
                parallel[role.attribute] = _note_value(role.attribute, texts)
        elif key == "type" and texts[0] in CSL_TYPES:
            values |= {"type": texts[0], "type_as_read": texts[0], "type_is_inferred": False}
        elif attribute := NOTE_VARIABLES.get(key):
            if not values.get(attribute):
                values[attribute] = _note_value(attribute, texts)
        elif scheme := scheme_of(key):
            found = tuple(OtherId(scheme, text) for text in texts)
            values["other_id"] = (*values.get("other_id", ()), *found)


def _note_value(attribute: str, texts: list[str]) -> Any:
    if attribute in ("author", "editor", "translator"):
        return tuple(one for one in map(note_name, texts) if str(one))
    if attribute in ("keyword", "index_keyword"):
        return tuple(keyword for text in texts for keyword in keywords(text))
    if attribute == "affiliation":
        return affiliations(";".join(texts))
    if attribute == "issued":
        return dates.parse(texts[0])
    return texts[0]


def note_name(text: str) -> Name:
    """A name of a note line: ``family || given``, else as names are written."""
    family, bars, given = (part.strip() for part in text.partition("||"))
    if not bars:
        return Name.parse(text)
    return Name(family=family, given=given, raw=text) if given else Name(literal=family, raw=text)
