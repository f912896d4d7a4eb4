"""Records as entries of BibTeX, with the fields of BibLaTeX where BibTeX has none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from validator.io.bibtex import records
from validator.io.bibtex.entries import Slot
from validator.io.bibtex.fields import OTHER_IDS, TYPES, roles
from validator.io.bibtex.scanner import Entry
from validator.io.parallels import LANGUAGES
from validator.io.write import bibtex_values, latex, notes
from validator.io.write import dates as date_forms
from validator.io.write.keys import key
from validator.io.write.places import PARALLEL_WORDS, PARALLELS, places
from validator.io.write.plain import encodable, one_line
from validator.record import VARIABLES, Name, Record
from validator.text.latex import decode

_VALUE = re.compile(r'\{.*\}|".*"|[0-9]+', re.DOTALL)
_FIELD_NAME = re.compile(r"""[^\s,={}()"#%@\\]+""")
_MASTER = re.compile(r"master|magist|diplom|硕士|碩士|修士|석사", re.IGNORECASE)
_DOCTOR = re.compile(r"ph\.?\s?d|doct|dr\.|博士|박사", re.IGNORECASE)

_PARTS = {
    "subtitle": "title",
    "booksubtitle": "container-title",
    "journalsubtitle": "container-title",
    "mainsubtitle": "container-title",
    "month": "issued",
    "day": "issued",
    "orcid": "author",
    "orcids": "author",
    "archiveprefix": "arxiv",
    "eprinttype": "arxiv",
}
"""Fields that say a part of a variable that another field holds."""
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_LANGUAGE_TAGS = frozenset({*LANGUAGES.values(), "fr", "de", "es", "pt", "it", "ru", "ar"})

Fields = dict[str, str]
"""Name of a field -> its value as it stands in the entry, with delimiters."""


class Writer:
    """Entries with a blank line between them, each field on a line of its own."""

    def head(self) -> str:
        return ""

    def tail(self) -> str:
        return ""

    def record(self, record: Record, *, first: bool) -> str:
        word, fields, _ = _entry(record)
        there = (f"  {name} = {value},\n" for name, value in fields.items() if value != "{}")
        lines = "".join(there)
        return encodable(f"{'' if first else chr(10)}@{word}{{{key(record)},\n{lines}}}\n")

    def unheld(self, record: Record) -> tuple[str, ...]:
        return notes.named(_entry(record)[2])


def _entry(record: Record) -> tuple[str, Fields, list[str]]:
    """The type of an entry, its fields in order, and the lines of its annotation."""
    there = places("bibtex", record.type)
    stood = _as_it_stood(record)
    fields: Fields = {}
    left = [f"id: {one_line(record.id)}"] if record.id and key(record) != record.id else []
    for variable, value in notes.values(record):
        if variable in PARALLELS:
            break
        if variable in stood:
            fields |= stood[variable]
        elif variable not in there:
            left.extend(notes.lines(variable, value))
        else:
            fields |= _fields(variable, there[variable], value)
            if variable == "author" and any(name.orcid for name in value):
                fields["author+an:orcid"] = _orcids(value)
    left.extend(notes.of_people(record, ("author",)))
    for other in dict.fromkeys(record.other_id):
        if other.scheme in OTHER_IDS and other.scheme not in fields:
            fields[other.scheme] = _braced(latex.address(other.value))
        else:
            left.extend(notes.lines("other-id", (other,)))
    if record.parallel:
        fields |= _parallels(record, stood)
        left.extend(notes.of_parallel(record, _LANGUAGE_TAGS))
    if record.suppression:
        fields["bibvalidator"] = _braced(_balanced(one_line(record.suppression)))
    if record.note:
        fields |= stood.get("note") or {there["note"]: _braced(latex.lines(record.note))}
    _add_unknown(record, fields, left)
    word = _word(record, fields, left)
    if record.provenance.source:
        left.append(f"source: {one_line(record.provenance.source)}")
    _add_lines(fields, left)
    return word, fields, left


def _add_lines(fields: Fields, lines: list[str]) -> None:
    """Add lines to the annotation, which no common style prints, and put it last."""
    annotation = fields.pop("annote", "")
    if lines:
        there = notes.undelimited(annotation)
        added = "\n".join(notes.without_said(lines, decode(there)))
        annotation = _braced("\n".join(filter(None, (there, latex.lines(added)))))
    if annotation:
        fields["annote"] = annotation


def _fields(variable: str, name: str, value: Any) -> Fields:
    """The fields that hold a variable; a date has up to three."""
    if variable == "issued":
        if date_forms.is_plain(value) and value.year >= 1000:
            found = {"year": _braced(f"{value.year}")}
            if value.month:
                found["month"] = _MONTHS[value.month - 1]
            if value.day:
                found["day"] = _braced(f"{value.day}")
            return found
        text = bibtex_values.date(value)
        return {"date" if _EDTF.fullmatch(text) else "year": _braced(latex.number(text))}
    written = _braced(bibtex_values.value(variable, value))
    if variable == "arxiv":
        return {name: written, "archiveprefix": "{arXiv}"}
    return {name: written}


_EDTF = re.compile(r"-?[0-9X]{4}(?:-[0-9X]{2}){0,2}[?~%]?(?:/(?:\.\.|[0-9-]{4,10}[?~%]?))?")


def _braced(text: str) -> str:
    return f"{{{text}}}"


def _balanced(text: str) -> str:
    return text if latex.is_balanced(text) else re.sub("[{}]", "", text)


def _orcids(authors: tuple[Name, ...]) -> str:
    """The ORCID iDs of the authors as a data annotation of BibLaTeX."""
    named = (f'{place}="{name.orcid}"' for place, name in enumerate(authors, 1) if name.orcid)
    return _braced(_balanced(one_line("; ".join(named))))


def _parallels(record: Record, stood: Mapping[str, Fields]) -> Fields:
    """The fields of the values in the other language: ``title_en``, ``title_translated``."""
    language = record.parallel.language
    label = language if language in _LANGUAGE_TAGS and language else "translated"
    found: Fields = {}
    for variable, part in PARALLELS.items():
        if variable in stood:
            found |= stood[variable]
        elif value := getattr(record.parallel, part):
            text = bibtex_values.value(variable, value)
            text = re.sub(r'=(?=\s*")', "={}", text)  # lest it be read as a data annotation
            found[f"{PARALLEL_WORDS[part]}_{label}"] = _braced(text)
    return found


def _add_unknown(record: Record, fields: Fields, left: list[str]) -> None:
    """Add the fields that fill no variable: as they stood, or as lines of the note where the
    record comes from another format or the name is taken."""
    is_own = record.provenance.format == "bibtex"
    for field, text in notes.unknown(record):
        name = field.name.lower()
        if is_own and fields.get(name) == field.value:
            continue  # it stood beside what it is a part of
        if is_own and name not in fields and _FIELD_NAME.fullmatch(name) and name != "entrysubtype":
            value = field.value
            fields[name] = value if _VALUE.fullmatch(value) else _braced(latex.text(text))
        elif name != "entrysubtype" or not is_own:
            left.extend(notes.lines_of_unknown([(field, text)]))


# The type of an entry


def _word(record: Record, fields: Fields, left: list[str]) -> str:
    """The type of an entry: that of the source where it is BibTeX's, else the best; where none is
    read as the type of the record, @misc with the type as its ``entrysubtype``."""
    texts = {name: notes.undelimited(value) for name, value in fields.items()}
    word = record.type_as_read
    is_own = record.provenance.format == "bibtex"
    if is_own and _reads_as(word, texts, record.type):
        return word
    for best in (word.lower(), _best(record)):
        if best in TYPES and _reads_as(best, texts, record.type):
            return best
    if record.type:
        fields["entrysubtype"] = _braced(record.type)
        best = _best(record)
        if best in TYPES and _reads_as(best, texts | {"entrysubtype": record.type}, record.type):
            return best
    else:
        left += notes.of_type(record, reads_as="document")
    return "misc"


def _reads_as(word: str, texts: Mapping[str, str], type_: str) -> bool:
    return bool(word) and records.csl_type(word, texts) == type_


def _best(record: Record) -> str:
    """The best known entry type for the type of a record."""
    if record.type == "thesis":
        if _MASTER.search(record.genre):
            return "mastersthesis"
        return "phdthesis" if _DOCTOR.search(record.genre) else "thesis"
    return _WORDS.get(record.type, "misc")


_WORDS = {
    "article-journal": "article",
    "article-magazine": "article",  # with its entrysubtype
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "dataset": "dataset",
    "entry": "inreference",
    "graphic": "image",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "manuscript": "unpublished",
    "motion_picture": "movie",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "personal_communication": "letter",
    "report": "techreport",
    "review": "review",
    "software": "software",
    "song": "music",
    "standard": "standard",
    "webpage": "online",
}
"""The types that BibTeX and BibLaTeX have; for others there is @misc."""


# What stood in an entry of BibTeX


def _as_it_stood(record: Record) -> dict[str, Fields]:
    """Variable -> the fields that held it, where they are read as the value that it has now.

    So braces that protect capitals, formulas and commands stay as somebody wrote them.
    """
    if record.provenance.format != "bibtex":
        return {}
    slots: list[Slot] = [
        (field.name, field.value, notes.undelimited(field.value), 0, 0, 0)
        for field in record.raw
        if isinstance(field.value, str)
    ]
    entry = Entry(record.type_as_read, "", slots, 0, 0, 0, 0, 0)
    again = records.record(entry, records.texts_of(entry), "")
    if again.type != record.type:
        return {}
    same = {
        variable
        for variable in (*VARIABLES, *PARALLELS)
        if notes.value_of(record, variable) == notes.value_of(again, variable)
    }
    found: dict[str, Fields] = {}
    for field in again.raw:
        name = field.name.lower()
        variable = field.variable or _part_of(name, roles(record.type))
        if variable in same and _VALUE.fullmatch(field.value):
            found.setdefault(variable, {}).setdefault(name, field.value)
        elif variable in same and name == "month":
            found.setdefault(variable, {})[name] = field.value
    return {variable: fields for variable, fields in found.items() if _is_whole(fields, variable)}


def _part_of(name: str, table: Mapping[str, Any]) -> str:
    if name.startswith("author+an"):
        return "author"
    return "" if name in table else _PARTS.get(name, "")


def _is_whole(fields: Fields, variable: str) -> bool:
    """Whether more is there than parts of the variable."""
    return any(_PARTS.get(name) != variable for name in fields)
