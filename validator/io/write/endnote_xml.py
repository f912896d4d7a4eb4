"""Records as EndNote XML, as EndNote, Zotero and Citavi read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape

from validator.io import types
from validator.io.tagged.exports import names_of
from validator.io.tagged.lines import Fields, Group
from validator.io.values import keywords
from validator.io.write import dates as date_forms
from validator.io.write import lists, notes
from validator.io.write import names as name_forms
from validator.io.write.places import places
from validator.io.xml import endnote_xml
from validator.io.xml.items import flat, in_lines
from validator.record import Field, Name, Provenance, Record
from validator.text.dates import Date

PATHS = {
    "database": "database",
    "source-app": "source-app",
    "rec-number": "rec-number",
    "key": "foreign-keys/key",
    "ref-type": "ref-type",
    "authors": "contributors/authors/author",
    "secondary-authors": "contributors/secondary-authors/author",
    "tertiary-authors": "contributors/tertiary-authors/author",
    "subsidiary-authors": "contributors/subsidiary-authors/author",
    "translated-authors": "contributors/translated-authors/author",
    "auth-address": "auth-address",
    "title": "titles/title",
    "secondary-title": "titles/secondary-title",
    "tertiary-title": "titles/tertiary-title",
    "alt-title": "titles/alt-title",
    "short-title": "titles/short-title",
    "translated-title": "titles/translated-title",
    "full-title": "periodical/full-title",
    "abbr-1": "periodical/abbr-1",
    "pages": "pages",
    "volume": "volume",
    "number": "number",
    "edition": "edition",
    "keyword": "keywords/keyword",
    "year": "dates/year",
    "date": "dates/pub-dates/date",
    "pub-location": "pub-location",
    "publisher": "publisher",
    "isbn": "isbn",
    "accession-num": "accession-num",
    "call-num": "call-num",
    "report-id": "report-id",
    "electronic-resource-num": "electronic-resource-num",
    "abstract": "abstract",
    "label": "label",
    "notes": "notes",
    "work-type": "work-type",
    "custom2": "custom2",
    "language": "language",
    "related-urls": "urls/related-urls/url",
    "pdf-urls": "urls/pdf-urls/url",
    "remote-database-name": "remote-database-name",
}
"""Fields -> the elements that they stand in, in EndNote's order."""
_WORDS = {
    "article": "Generic",
    "article-journal": "Journal Article",
    "article-magazine": "Magazine Article",
    "article-newspaper": "Newspaper Article",
    "book": "Book",
    "chapter": "Book Section",
    "paper-conference": "Conference Paper",
    "report": "Report",
    "thesis": "Thesis",
    "webpage": "Web Page",
    "document": "Generic",
    "dataset": "Dataset",
    "review": "Journal Article",
    "review-book": "Journal Article",
    "entry": "Encyclopedia",
    "manuscript": "Manuscript",
}
_NUMBER_OF = {name: number for number, name in endnote_xml.NUMBERS.items()}
_LISTS = frozenset(("author", "editor", "translator", "original-author"))
_MEDLINE = re.compile("pubmed|medline|nlm", re.IGNORECASE)
_PMCID = re.compile(r"PMC\d+")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TAG = re.compile(r"[a-z][a-z0-9-]{0,40}")

Line = tuple[str, str]
"""The name of a field, as the reader has it, and its value."""


class Writer:
    """One file of records, an element a line."""

    def head(self) -> str:
        return '<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n'

    def tail(self) -> str:
        return "</records></xml>\n"

    def record(self, record: Record, *, first: bool) -> str:
        fields, _ = _held(record)
        order = {name: place for place, name in enumerate(PATHS)}
        fields.sort(key=lambda field: order.get(field[0], len(order)))
        paths = [(PATHS.get(name, name).split("/"), text) for name, text in fields]
        return f"<record>\n{''.join(_elements(paths, 1))}</record>\n"

    def unheld(self, record: Record) -> tuple[str, ...]:
        return notes.named(_held(record)[1])


def _elements(paths: list[tuple[list[str], str]], depth: int) -> Iterator[str]:
    """The elements of paths; neighbours in one element share it."""
    indent = "  " * depth
    for name, members in groupby(paths, key=lambda path: path[0][0]):
        inside = []
        for path, text in members:
            if len(path) > 1:
                inside.append((path[1:], text))
            elif name == "ref-type":
                number = _NUMBER_OF.get(text, "13")
                yield f'{indent}<ref-type name="{_quoted(text)}">{number}</ref-type>\n'
            else:
                yield f"{indent}<{name}>{_text(text)}</{name}>\n"
        if inside:
            yield f"{indent}<{name}>\n{''.join(_elements(inside, depth + 1))}{indent}</{name}>\n"


def _text(text: str) -> str:
    """Text as XML has it, with the line ends of EndNote, and U+FFFD for what XML forbids."""
    return escape(_FORBIDDEN.sub("\ufffd", text.replace("\0", "")), {"\n": "&#xD;", "\r": "&#xD;"})


def _quoted(text: str) -> str:
    return escape(
        _FORBIDDEN.sub("\ufffd", text.replace("\0", "")), {'"': "&quot;", "\n": " ", "\r": " "}
    )


def _held(record: Record) -> tuple[list[Line], list[str]]:
    """The fields of a record, and the lines that its note has for want of a field.

    What is not read back as it is from its field stands in a line of the note instead.
    """
    record = notes.completed(record)
    record = replace(record, keyword=tuple(_keywords(record.keyword)))
    apart: set[str] = set()
    for _ in range(3):
        fields, left, placed = _lines(record, apart)
        missed = _missed(record, fields) & placed
        if not missed:
            break
        apart |= missed
    return fields, left


def _missed(record: Record, fields: list[Line]) -> set[str]:
    """The variables that are read otherwise than they are, the note apart."""
    from validator.io.write.holding import differing

    tagged = [Field(name, text) for name, text in fields if text and name != "notes"]
    again = endnote_xml.record_of(
        Group(Fields.of(tagged), 1, 1, 0, 0), Provenance("", endnote_xml.FORMAT, 1)
    )
    return set(differing(record, again))


def _lines(record: Record, apart: set[str]) -> tuple[list[Line], list[str], set[str]]:
    """The fields, the lines of the note, and the variables that stand in fields."""
    placed = set()
    word = _word(record)
    kind = types.of_export(word)
    there = places(endnote_xml.FORMAT, kind)
    found: list[Line] = [("ref-type", word)]
    left = [*notes.of_type(record, reads_as=kind)]
    is_own = record.provenance.format == endnote_xml.FORMAT
    if record.id.strip():
        found.append(("label", flat(record.id)))
    for variable, value in notes.values(record):
        if notes.is_own_short(record, variable, value):
            continue
        tag = "" if variable in apart else there.get(variable, "")
        lines = list(_tagged(record, kind, tag, variable, value))
        if lines:
            found += lines
            placed.add(variable)
        else:
            left += notes.lines(variable, value)
    left += notes.lines("other-id", notes.other_ids(record))
    left += notes.of_parallel(record)
    if record.suppression:
        left.append(f"bibvalidator: {flat(record.suppression)}")
    left += notes.of_people(record)
    if record.provenance.source:
        found.append(("remote-database-name", flat(record.provenance.source)))
    unknown = list(notes.unknown(record))
    own = [pair for pair in unknown if is_own and _TAG.fullmatch(pair[0].name)]
    left += notes.lines_of_unknown(pair for pair in unknown if pair not in own)
    found += [(field.name, flat(text)) for field, text in own]
    if note := in_lines(notes.with_lines(record.note, left)):
        found.append(("notes", note))
    return found, left, placed


def _word(record: Record) -> str:
    """The name of the reference type: that of the source where EndNote has it, else the best."""
    word = record.type_as_read.strip()
    if word in _NUMBER_OF and types.of_export(word) == record.type:
        return "Book" if word == "Edited Book" and record.author else word
    return _WORDS.get(record.type) or _words().get(record.type, "Generic")


@cache
def _words() -> dict[str, str]:
    return {types.of_export(name): name for name in reversed(list(_NUMBER_OF))}


def _tagged(record: Record, kind: str, tag: str, variable: str, value: Any) -> Iterator[Line]:
    """The fields that hold a variable, none where there is none for it."""
    if variable == "PMID" and _MEDLINE.search(record.provenance.source):
        if endnote_xml.PMID.fullmatch(value):
            yield "accession-num", value
    elif not tag:
        return
    elif variable in _LISTS:
        yield from ((tag, _name(name)) for name in value)
    elif variable == "keyword":
        yield from ((tag, text) for text in _closed(value))
    elif variable in ("affiliation", "original-affiliation"):
        yield tag, "; ".join(map(flat, value))
    elif isinstance(value, Date):
        yield from _issued(value)
    elif variable in ("ISBN", "ISSN"):
        yield from ((tag, flat(number)) for number in value.split("; "))
    elif variable == "abstract":
        yield tag, in_lines(value)
    elif variable == "container-title" and tag == "full-title":
        yield tag, flat(value)
        if kind.startswith("article"):
            yield "secondary-title", flat(value)
    elif variable != "PMCID" or _PMCID.fullmatch(value):
        yield tag, flat(value)


def _name(name: Name) -> str:
    return flat(name_forms.written(name, name_forms.forms, _read_name))


def _read_name(text: str) -> Name:
    found = names_of(flat(text))
    return found[0] if len(found) == 1 else Name()


def _keywords(value: Iterable[str]) -> Iterator[str]:
    """The keywords, one with semicolons split: it would be read as several."""
    return (part for text in value for piece in re.split("[;；]", text) if (part := flat(piece)))


def _closed(value: Sequence[str]) -> Sequence[str]:
    """The keywords, a lone one with commas with a semicolon behind it."""
    return [lists.with_semicolons(value, keywords)] if len(value) == 1 else value


def _issued(date: Date) -> Iterator[Line]:
    """The year, and month and day beside it where there are; what is no plain date stays one."""
    if date_forms.is_plain(date):
        text = date_forms.iso(date)
        yield "year", text[:4]
        if date.month:
            yield "date", text
    else:
        yield "year", flat(date_forms.written(date))
