"""Records as RIS."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from validator.io import types
from validator.io.tagged.lines import in_other_script
from validator.io.tagged.ris import ACCESSED, BOOKS, NUMBERED, editor_tag
from validator.io.values import keywords, serials
from validator.io.write import dates as date_forms
from validator.io.write import lists, notes, ris_values
from validator.io.write.keys import key
from validator.io.write.places import SERIES, places
from validator.io.write.plain import encodable, one_line
from validator.record import Record
from validator.text.dates import Date

_OWN_WORDS = {
    "review": "JOUR",
    "review-book": "JOUR",
    "regulation": "STAT",
    "legislation": "STAT",
    "treaty": "STAT",
    "entry": "ENCYC",
    "post": "BLOG",
    "article-journal": "JOUR",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "paper-conference": "CONF",
    "report": "RPRT",
    "bill": "BILL",
    "document": "GEN",
    "software": "COMP",
    "webpage": "ELEC",
    "manuscript": "UNPB",
    "motion_picture": "VIDEO",
    "classic": "CLSWK",
    "figure": "FIGURE",
    "graphic": "ART",
    "standard": "STAND",
    "personal_communication": "PCOMM",
}
"""The code for a type: where several are read as it, and the nearest where none is."""
_LISTS = frozenset(("author", "editor", "translator", "keyword", "affiliation"))
_MEDLINE = re.compile("pubmed|medline|nlm", re.IGNORECASE)
_PMID = re.compile(r"\d{1,8}")
_PMCID = re.compile(r"PMC\d+")
_DOI_IN_NOTE = re.compile(
    r"\s*(?:doi\s*:?\s*|https?://(?:dx\.)?doi\.org/)?10\.[0-9]{4,9}/\S+\s*", re.IGNORECASE
)

Line = tuple[str, str]
"""A tag and its value."""


class Writer:
    """Records with a blank line between them, one tag a line, no value over several lines."""

    def head(self) -> str:
        return ""

    def tail(self) -> str:
        return ""

    def record(self, record: Record, *, first: bool) -> str:
        first_line, *others = ((tag, value.strip()) for tag, value in _lines(record)[0])
        filled = [line for line in others if line[1]] or [("ID", key(record))]
        lines = "".join(f"{tag}  - {value}\n" for tag, value in (first_line, *filled))
        return encodable(f"{'' if first else chr(10)}{lines}ER  - \n")

    def unheld(self, record: Record) -> tuple[str, ...]:
        return notes.named(_lines(record)[1])


def _lines(record: Record) -> tuple[list[Line], list[str]]:
    """The lines of a record but its last, and those of them that its note has for want of a tag."""
    record = notes.completed(record)
    word = _word(record)
    kind = types.of_ris(word)
    is_own = record.provenance.format == "ris"
    there = {**places("ris", kind), "editor": editor_tag(word, kind, has_third=True) or "ED"}
    if word == "SER":
        there.pop("translator")
    if is_own:
        there |= _own_tags(record, word)
        if there.pop("event-title", "") and record.container_title:
            there |= {"event-title": "T2", "container-title": "C3"}
    found: list[Line] = [("TY", word)]
    left = [*notes.of_type(record, reads_as=kind)]
    if record.id.strip():
        found.append(("ID", one_line(record.id)))
    for variable, value in notes.values(record):
        if notes.is_own_short(record, variable, value):
            continue
        tag = there.get(variable, "")
        lines = _tagged(record, word, kind, tag, variable, value)
        if lines:
            found += lines
        else:
            left += notes.lines(variable, value)
    left += notes.lines("other-id", notes.other_ids(record))
    left += notes.of_parallel(record)
    if record.suppression:
        left.append(f"bibvalidator: {one_line(record.suppression)}")
    left += notes.of_people(record)
    if record.provenance.source:
        found.append(("DB", one_line(record.provenance.source)))
    unknown = list(notes.unknown(record))
    if not is_own:
        left += notes.lines_of_unknown(unknown)
    found += _notes(notes.with_lines(record.note, left), has_doi=bool(record.doi))
    if is_own:
        found += [(field.name, one_line(text)) for field, text in unknown]
    return found, left


def _word(record: Record) -> str:
    """The code for the type: that of the source where RIS has it, else the best."""
    word = record.type_as_read.strip().upper()
    if word in types.RIS and types.RIS[word] == record.type:
        return "BOOK" if word == "EDBOOK" and record.author else word
    return _OWN_WORDS.get(record.type) or _words().get(record.type, "GEN")


@cache
def _words() -> dict[str, str]:
    return {type_: word for word, type_ in reversed(types.RIS.items())}


_SYNONYMS = frozenset(
    [
        "TI",
        "T1",
        "AU",
        "A1",
        "ED",
        "A2",
        "A3",
        "JF",
        "T2",
        "JO",
        "J1",
        "J2",
        "JA",
        "T3",
        "PB",
        "CY",
        "PP",
        "VL",
        "VO",
        "UR",
        "LK",
        "AB",
        "N2",
    ]
)


def _own_tags(record: Record, word: str) -> dict[str, str]:
    """The tags that held variables, where several may: what is left in others stays behind."""
    return {
        field.variable: field.name
        for field in reversed(record.raw)
        if field.variable
        and field.name in _SYNONYMS
        and (field.variable != "editor" or word == "EDBOOK" or field.name not in ("AU", "A1"))
    }


def _tagged(
    record: Record, word: str, kind: str, tag: str, variable: str, value: Any
) -> list[Line]:
    """The lines that hold a variable, none where RIS cannot hold this value of it."""
    if variable == "PMID":
        source = record.provenance.source
        return [("AN", value)] if _MEDLINE.search(source) and _PMID.fullmatch(value) else []
    if not tag or (variable == "editor" and _would_be_authors(record, kind)):
        return []
    if variable in _LISTS or variable == "original-author":
        members = (ris_values.value(variable, member) for member in _members(variable, value))
        return [(tag, text) for text in members if text]
    if variable == "issued":
        return _issued(value, "Y1" if word in ACCESSED else "DA")
    text = one_line(value)
    if variable == "page":
        return _pages(record, kind, text)
    if variable in ("ISBN", "ISSN"):
        return _serials(kind, variable, text)
    held = {
        "container-title-short": kind in SERIES or bool(record.container_title),
        "genre": not text.lower().startswith(("doi", "10.")),
        "PMCID": _PMCID.fullmatch(text) is not None,
        "number": kind in ("", "report") or not _DOI_IN_NOTE.fullmatch(text),
        "number-of-pages": not record.page and "-" not in text,
    }
    return [(tag, text)] if text and held.get(variable, True) else []


def _would_be_authors(record: Record, kind: str) -> bool:
    """Whether the editors of an article would be read as its authors in the other script."""
    editors, authors = record.editor, record.author
    return (
        kind.startswith("article")
        and len(editors) == len(authors)
        and in_other_script(str(editors[0]), str(authors[0]))
    )


def _members(variable: str, value: Any) -> Any:
    """The members of a list; a keyword that would be split at a comma has a semicolon behind it,
    one with a semicolon is split."""
    if variable != "keyword":
        return value
    closed = (lists.with_semicolons([one_line(member)], keywords) for member in value)
    pieces = (piece for text in closed for piece in keywords(text))
    return [lists.with_semicolons([piece], keywords) for piece in pieces]


def _issued(date: Date, tag: str) -> list[Line]:
    text = ris_values.date(date)
    if date_forms.is_plain(date) and date.month:
        return [("PY", text[:4]), (tag, text)]
    return [("PY", one_line(text))]


def _pages(record: Record, kind: str, text: str) -> list[Line]:
    start, end = ris_values.pages(text)
    if end:
        return [("SP", start), ("EP", end)]
    counts = places("ris", kind).get("number-of-pages") and "-" not in text
    return [] if counts else [("SP", text)]


def _serials(kind: str, variable: str, text: str) -> list[Line]:
    """A line for each number, none where one would be taken for a number of another kind."""
    of_book = kind in BOOKS or kind == "chapter"
    numbers = text.split("; ")
    if any(not _is_serial(number, variable, kind) for number in numbers):
        return []
    if any(next(iter(serials((n,), of_book=of_book))) != variable.lower() for n in numbers):
        return []
    return [("SN", number) for number in dict.fromkeys(numbers)]


def _is_serial(number: str, variable: str, kind: str) -> bool:
    own = kind in NUMBERED and kind != "thesis"
    return not own or re.search(r"\d{4}-\d{3}[\dXx]|97[89]", number) is not None


def _notes(note: str, *, has_doi: bool) -> list[Line]:
    """A line for each line of the note; one that would be taken for the DOI of a record that has
    none stays behind the line before."""
    found: list[str] = []
    for line in re.split(r"\r\n|\r|\n", note):
        text = one_line(line)
        if not has_doi and _DOI_IN_NOTE.fullmatch(text) and found:
            found[-1] += f" {text}"
        elif text:
            found.append(text)
    return [("N1", text) for text in found]
