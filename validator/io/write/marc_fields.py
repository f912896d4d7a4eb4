"""Records as the leader and the fields of MARC 21."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from validator.io.marc import kinds, marc21
from validator.io.marc.people import of_marc21
from validator.io.write import dates as date_forms
from validator.io.write import names as name_forms
from validator.io.write import notes
from validator.io.write.holding import differing
from validator.io.write.places import MARC_PARTS
from validator.io.write.plain import one_line
from validator.record import NAME_VARIABLES, Name, Record
from validator.text import languages
from validator.text.identifiers.schemes import scheme_of
from validator.text.names import Kind

FieldText = tuple[str, str]
"""A tag, and the indicators and subfields, or the data of a control field."""

LEADER = "00000n{}{} a2200000   4500"
_CODES = {
    "book": "am",
    "chapter": "aa",
    "article-journal": "ab",
    "periodical": "as",
    "webpage": "ai",
    "collection": "ac",
    "software": "mm",
    "dataset": "mm",
    "document": "om",
}
_CODES |= {kind: f"{code}m" for code, kind in reversed(kinds.MARC21.items()) if code not in "mop"}
_NATURES = {kind: code for code, kind in kinds.NATURES.items()}
_CONTENT = {"dataset": "cod"}
_ROLES = {"author": "aut", "editor": "edt", "translator": "trl"}
_SCHEMES = {"doi": "doi", "arxiv": "arxiv", "pmid": "pmid", "pmcid": "pmcid"}
_OTHER_SCHEMES = frozenset(("hdl", "wikidata", "isni", "ror"))
_CONTROLS = dict.fromkeys((0, 0x1B, 0x1D, 0x1E, 0x1F, 0x98, 0x9C, 0x88, 0x89))
_SURROGATES = re.compile("[\ud800-\udfff]")
_MARC_CODES = {
    line[: line.index(":")]: line.split()[1] for line in languages.LANGUAGES.split("\n") if line
}
"""BCP 47 -> the code of ISO 639-2/B, which is MARC's."""
LONGEST = 9_900  # bytes of a field, its indicators and marks apart
LOCAL = "590"
"""The tag of the lines ``variable: value`` for what MARC 21 has no field for."""


def fields_of(record: Record) -> tuple[str, list[FieldText], list[str]]:
    """The leader and the fields of a record, and the lines that stand for want of a field.

    What would be read as another value is such a line as well.
    """
    record = notes.completed(record)
    apart: set[str] = set()
    while True:
        leader, fields, left = _built(record, apart)
        again = read_back(leader, fields)
        wrong = [name for name in differing(record, again) if name not in apart]
        if not wrong:
            return leader, fields, left
        apart.update(wrong)


def read_back(leader: str, fields: list[FieldText]) -> Record:
    """The record that fields are read as."""
    held, _ = marc21.values(leader, [tag for tag, _ in fields], [value for _, value in fields])
    held.pop(".source", None)
    return Record(**held)


def _built(record: Record, apart: Collection[str]) -> tuple[str, list[FieldText], list[str]]:
    """The fields of a record; the variables of ``apart`` are lines."""
    there = {name: value for name, value in notes.values(record) if name not in apart}
    kind = record.type
    code = "am" if kind in _NATURES else _CODES.get(kind, "am" if kind else "  ")
    is_part = kind in MARC_PARTS
    fields: list[FieldText] = []

    def add(tag: str, indicators: str, *subfields: tuple[str, str]) -> None:
        text = "".join(f"\x1f{code}{clean(value)}" for code, value in subfields if value)
        if text and (subfields[0][1] or tag not in ("024", "336")):
            fields.append((tag, indicators + text))

    if record.id:
        fields.append(("001", clean(record.id)))
    fields.append(("008", _coded(record, there)))
    for other in dict.fromkeys(record.other_id):
        if other.scheme == "lccn":
            add("010", "  ", ("a", other.value))
        elif other.scheme in _OTHER_SCHEMES:
            add("024", "7 ", ("a", other.value), ("2", other.scheme))
    if "ISBN" in there and kind != "chapter":
        for number in there.pop("ISBN").split("; "):
            add("020", "  ", ("a", number))
    if "ISSN" in there and not is_part:
        for number in there.pop("ISSN").split("; "):
            add("022", "  ", ("a", number))
    for variable in ("DOI", "arxiv", "PMID", "PMCID"):
        add("024", "7 ", ("a", there.pop(variable, "")), ("2", variable.lower()))
    for number in there.pop("classification", "").split("; "):
        add("084", "  ", ("a", number))
    fields += _people(record, there)
    add("245", "10", ("a", there.pop("title", "")))
    add("246", "31", ("a", there.pop("original-title", "")))
    add("250", "  ", ("a", there.pop("edition", "")))
    issued = there.pop("issued", None)
    place, publisher = there.pop("publisher-place", ""), there.pop("publisher", "")
    date = date_forms.written(issued) if issued else ""
    add("264", " 1", ("a", place), ("b", publisher), ("c", date))
    add("300", "  ", ("a", there.pop("number-of-pages", "")))
    if content := _CONTENT.get(kind):
        add("336", "  ", ("b", content), ("2", "rdacontent"))
    add("490", "0 ", ("a", there.pop("collection-title", "")))
    for line in record.note.splitlines() if "note" not in apart else ():
        for piece in _pieces(line):
            add("500", "  ", ("a", piece))
    if kind == "thesis":
        add("502", "  ", ("b", there.pop("genre", "")))
    for piece in _pieces(there.pop("abstract", "")):
        add("520", "  ", ("a", piece))
    for heading in there.pop("index-keyword", ()):
        first, *rest = heading.split("--")
        add("650", " 4", ("a", first), *(("x", part) for part in rest))
    for word in there.pop("keyword", ()):
        add("653", "  ", ("a", word))
    add("711", "2 ", ("a", there.pop("event-title", "")))
    if is_part:
        add("773", "0 ", *_host(there))
    add("856", "40", ("u", there.pop("URL", "")))
    if _code_of(there.get("language", "")) == there.get("language"):
        there.pop("language", None)
    leader = LEADER.format(*code)
    left = _lines(record, there, apart, kind=read_back(leader, fields).type)
    for line in left:
        add(LOCAL, "  ", ("a", line))
    return leader, sorted(fields, key=lambda field: field[0]), left


def _pieces(text: str) -> Iterator[str]:
    """A long text in pieces that a field of ISO 2709 can hold, cut at blanks."""
    while len(text) * 4 > LONGEST and len(text.encode("utf-8", "replace")) > LONGEST:
        cut = text.rfind(" ", 1, LONGEST // 4)
        if cut < 0:
            break
        yield text[:cut]
        text = text[cut + 1 :]
    yield text


def _coded(record: Record, there: dict[str, Any]) -> str:
    """Field 008: the year and the language in codes."""
    year = record.year if "issued" in there else None
    text = f"s{year:04}" if year is not None and 0 <= year <= 9999 else "n    "
    language = _code_of(record.language)
    nature = _NATURES.get(record.type, "")
    return f"000000{text}    xx       {nature:<11}{language:3} d"


@cache
def _code_of(language: str) -> str:
    """The code of MARC for a language, "" where the language as it is read would be another."""
    if len(language) == 3 and language.isascii() and language.isalpha():
        return language
    return _MARC_CODES.get(languages.language_of(language), "")


def _people(record: Record, there: dict[str, Any]) -> Iterator[FieldText]:
    """A field for each person and body, with what they did; the first author's is 100 or 110."""
    is_first = True
    for variable in NAME_VARIABLES:
        there.pop(variable, None)
        for name in getattr(record, variable):
            is_main = is_first and variable == "author"
            yield _heading(name, _ROLES[variable], is_main=is_main)
            is_first = False


def _heading(name: Name, role: str, *, is_main: bool) -> FieldText:
    wanted = name_forms.parts(name)
    tail = f"\x1f4{role}"
    if name.orcid:
        tail += f"\x1f1https://orcid.org/{clean(name.orcid)}"
    for text in name.affiliation:
        tail += f"\x1fu{clean(text)}"
    family = f"{name.particles} {name.family}".strip()
    person, body = ("100", "110") if is_main else ("700", "710")
    forms = [
        (person, f"1 \x1fa{clean(family)}, {clean(name.given)}"),
        (person, f"1 \x1fa{clean(str(name))}"),
        (person, f"0 \x1fa{clean(str(name))}"),
        (body, f"2 \x1fa{clean(str(name))}"),
    ]
    if name.suffix:
        forms.insert(0, (person, f"{forms[0][1]}\x1fc{clean(name.suffix)}"))
    if name.kind is Kind.BODY:
        forms.insert(0, forms[-1])
    for tag, value in forms:
        if name_forms.parts(of_marc21(value).name) == wanted:
            return tag, value + tail
    return forms[0][0], forms[0][1] + tail


def _host(there: dict[str, Any]) -> list[tuple[str, str]]:
    numbering = [
        f"{word}:{there.pop(variable)}"
        for variable, word in (("volume", "volume"), ("issue", "number"), ("page", "pages"))
        if variable in there
    ]
    return [
        ("t", there.pop("container-title", "")),
        ("p", there.pop("container-title-short", "")),
        *(("g", part) for part in numbering),
        ("x", there.pop("ISSN", "")),
        ("z", there.pop("ISBN", "")),
    ]


def _lines(
    record: Record, there: dict[str, Any], apart: Collection[str], *, kind: str
) -> list[str]:
    """The lines for what has no field."""
    found = list(notes.of_type(replace(record, note=""), reads_as=kind))
    wanted = [(name, value) for name, value in notes.values(record) if name in apart]
    for variable, value in (*there.items(), *wanted):
        if variable in ("keyword", "index-keyword", "original-keyword"):
            found += [f"{variable}: {one_line(word)}" for word in value]
        else:
            found += notes.lines(variable, value)
    if "note" in apart:
        found += [f"note: {line}" for line in record.note.splitlines()]
    others = [
        other
        for other in record.other_id
        if other.scheme != "lccn" and other.scheme not in _OTHER_SCHEMES and scheme_of(other.scheme)
    ]
    found += notes.lines("other-id", others)
    found += notes.of_parallel(record)
    if record.suppression:
        found.append(f"bibvalidator: {one_line(record.suppression)}")
    if record.provenance.format not in ("marc", "marcxml"):
        for line in notes.lines_of_unknown(notes.unknown(record)):
            name, _, text = line.partition(": ")
            found += [f"{name}: {piece}" for piece in _pieces(text)]
    return list(dict.fromkeys(found))


def clean(text: str) -> str:
    """A value without the marks of the format, on one line; its characters are UTF-8."""
    return _SURROGATES.sub("\ufffd", one_line(text.translate(_CONTROLS)))
