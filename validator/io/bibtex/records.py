"""An entry of a BibTeX file made into a Record."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from validator.io.bibtex.entries import Slot
from validator.io.bibtex.fields import (
    LANGUAGES,
    MONTHS,
    OTHER_IDS,
    TYPES,
    Role,
    roles,
)
from validator.io.bibtex.scanner import Entry
from validator.io.parallels import ParallelRole, chosen, parallel_of, parallel_role, variable
from validator.io.values import NOTE_PARALLELS, affiliations, note_lines, note_name, with_orcids
from validator.io.values import keywords as split_keywords
from validator.record import Field, Name, OtherId, Provenance, Record
from validator.text import dates, names
from validator.text.dates import Date
from validator.text.latex import collapse, decode, decode_address, decode_name, decode_number
from validator.text.patterns import lazy
from validator.vocabulary import CSL_TYPES

Texts = dict[str, str]
"""The fields of an entry: name (lower case) -> LaTeX. Of equal names the first, as in BibTeX."""
_ARXIV = re.compile(r"(?:arxiv:)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?", re.I)
_ADDRESS = re.compile(r"(?:https?|ftp)://\S+", re.IGNORECASE)
_YEAR = re.compile(r"[0-9]{4}")
_NUMBER = re.compile(r"[0-9]{1,2}")
_MONTH = re.compile(r"([^\W\d_]+)\.?(?:[\s~,]+([0-9]{1,2}))?")
_BRACED = re.compile(r"\{(?:[^{}]|\{[^{}]*\})*\}")  # a name that is declared to be one
_ORCID = re.compile(
    r"(?:^|;)\s*([0-9]{1,4})\s*=\s*\"?(?:https?://orcid\.org/)?([^\";]{1,100})\"?\s*(?=;|$)"
)
_PMID = re.compile(r"PMID:? ?([0-9]{1,8})\.?")  # the note that Taylor & Francis writes
_BRACE_OR_SEPARATOR = re.compile(r"[{},;；]")


def texts_of(entry: Entry) -> Texts:
    """The fields of an entry as ``record`` wants them."""
    texts = {slot[0].lower(): slot[2] for slot in entry.fields}
    if len(texts) < len(entry.fields):
        texts = {slot[0].lower(): slot[2] for slot in reversed(entry.fields)}
    return texts


def record(entry: Entry, texts: Texts, path: str) -> Record:
    """The record of an entry. ``texts`` holds its fields, and those that it inherits."""
    word, key, slots, number, line, column, start, end, mark = entry
    type_ = csl_type(word, texts)
    table = roles(type_, has_full_journal="fjournal" in texts)
    simple = None
    if len(texts) == len(slots) and "crossref" not in texts and "xdata" not in texts:
        simple = _simple(slots, texts, table)
    values, raw = simple or _chosen(slots, texts, table)
    parallels = _complete(values, texts, table)
    if parallels or "original-" in texts.get("note", "").lower():
        raw = _with_parallels(values, texts, parallels, raw)
    if not texts.keys().isdisjoint(_OTHER_FIELDS):
        raw = _with_other_ids(values, texts, raw)
    if "note" in values and (pmid := _PMID.fullmatch(values["note"])):
        values.setdefault("pmid", pmid[1])
    values |= {
        "id": key,
        "type": type_,
        "type_as_read": word,
        "type_is_inferred": type_ == "article" and word.lower() not in TYPES_OF_ARTICLES,
        "raw": tuple(raw),
        "provenance": Provenance(path, "bibtex", number, line, column, start, end),
    }
    if suppression := mark or texts.get("bibvalidator"):
        values["suppression"] = suppression
    return Record(**values)


Table = Mapping[str, Role]
Values = dict[str, Any]


def _simple(slots: list[Slot], texts: Texts, table: Table) -> tuple[Values, list[Field]] | None:
    """What ``_chosen`` gives, in one pass, for an entry whose fields do not compete for a
    variable, as nearly all entries are; None for others."""
    values: Values = {}
    raw: list[Field] = []
    add, new, readers = raw.append, tuple.__new__, READERS
    for name, (spelled, value, latex, line, column, start) in zip(texts, slots, strict=True):
        role = table.get(name)
        if role:
            attribute, variable, _, at_times = role
            if attribute in values or at_times or not latex:
                return None
            values[attribute] = readers[attribute](latex)
        else:
            variable = ""
        add(new(Field, (spelled, value, variable, line, column, start, start + len(value))))
    return values, raw


def _chosen(slots: list[Slot], texts: Texts, table: Table) -> tuple[Values, list[Field]]:
    """The values of the attributes that fields fill, each the best that is there; and every field
    as it stood, of which an empty one names the variable that it would fill."""
    chosen: dict[str, tuple[int, str]] = {}
    for name, latex in texts.items():
        role = table.get(name)
        if role and latex and (not role.at_times or _may_fill(name, latex, texts)):
            rank = role.rank, name
            chosen[role.attribute] = min(rank, chosen.get(role.attribute, rank))
    filled = {name: table[name].variable for _, name in chosen.values()}
    raw = []
    for spelled, value, latex, line, column, start in slots:
        variable = filled.pop(spelled.lower(), "")
        role = table.get(spelled.lower())
        if role and not latex and role.attribute not in chosen:
            variable = role.variable
        raw.append(Field(spelled, value, variable, line, column, start, start + len(value)))
    values = {attribute: READERS[attribute](texts[name]) for attribute, (_, name) in chosen.items()}
    return values, raw


TYPES_OF_ARTICLES = frozenset(word for word, type_ in TYPES.items() if type_ == "article")


def csl_type(word: str, texts: Mapping[str, str]) -> str:
    """The CSL type of an entry, "" for a type that neither BibTeX nor BibLaTeX nor a style has."""
    type_ = TYPES.get(word.lower(), "")
    if "entrysubtype" in texts and type_ in ("article-journal", "document"):
        kind = texts["entrysubtype"].lower()
        if type_ == "document" and kind in CSL_TYPES:
            return kind
        return f"article-{kind}" if kind in ("magazine", "newspaper") else type_
    if type_ == "chapter" and word.lower() == "inbook" and not texts.keys() & BOOK_TITLES:
        # The @inbook of BibTeX is pages or a chapter of the book that its title names
        return "book" if "chapter" in texts or "pages" in texts else type_
    if type_ in ("document", "webpage") and is_arxiv(texts):
        return "article"
    return type_


BOOK_TITLES = frozenset({"booktitle", "maintitle", "journal", "journaltitle", "crossref"})


def is_arxiv(texts: Mapping[str, str]) -> bool:
    """Whether ``eprint`` is a number of arXiv: because the entry says so, else by its form."""
    scheme = texts.get("eprinttype") or texts.get("archiveprefix")
    if scheme:
        return bool(texts.get("eprint")) and scheme.strip("{} ").lower() == "arxiv"
    return _ARXIV.fullmatch(texts.get("eprint", "")) is not None


def _may_fill(name: str, latex: str, texts: Texts) -> bool:
    """Whether a field that may hold several things holds what its role says."""
    if name == "eprint":
        return is_arxiv(texts)
    if name == "howpublished":
        return _ADDRESS.fullmatch(decode_address(latex)) is not None
    return True


# The values of variables


@lru_cache(maxsize=2**14)
def _name(latex: str) -> Name:
    if "{" not in latex and "\\" not in latex and "~" not in latex:
        return Name.parse(collapse(latex))
    raw = decode(latex)
    if latex[:1] == "{" and _BRACED.fullmatch(latex):
        raw = f"{{{raw}}}"
    return Name(*names.parse(decode_name(latex)), raw=raw)


def _people(latex: str) -> tuple[Name, ...]:
    return tuple(map(_name, names.split_list(latex)))


def _keywords(latex: str) -> tuple[str, ...]:
    if "{" not in latex and "\\" not in latex:
        return split_keywords(collapse(latex))
    return tuple(filter(None, map(decode, split_outside_braces(latex))))


def split_outside_braces(text: str) -> list[str]:
    """The pieces between the semicolons outside braces, else between the commas."""
    places: dict[str, list[int]] = {",": [], ";": []}
    depth = 0
    for found in _BRACE_OR_SEPARATOR.finditer(text):
        sign = found[0]
        if sign in "{}":
            depth += 1 if sign == "{" else -1
        elif depth <= 0:
            places["," if sign == "," else ";"].append(found.start())
    cuts = places[";"] or places[","]
    return [text[a + 1 : b] for a, b in zip([-1, *cuts], [*cuts, len(text)], strict=True)]


@lru_cache(maxsize=2**12)
def _date(latex: str) -> Date:
    return dates.parse(decode_number(latex))


def _language(latex: str) -> str:
    text = decode(latex)
    return LANGUAGES.get(text.lower().removeprefix("lang"), text)


def _one(latex: str) -> tuple[str, ...]:
    text = decode(latex)
    return (text,) if text else ()


_ATTRIBUTES: Mapping[Callable[[str], Any], str] = {
    decode: "title container_title container_title_short collection_title event_title publisher"
    " publisher_place genre status cstr classification abstract note original_date",
    decode_number: "volume issue number page number_of_pages edition isbn issn",
    decode_address: "doi pmid pmcid arxiv url",
    _people: "author editor translator",
    _keywords: "keyword index_keyword",
    _one: "affiliation",
    _date: "issued",
    _language: "language",
}
READERS = {name: reader for reader, names in _ATTRIBUTES.items() for name in names.split()}
"""How the LaTeX of the field that fills an attribute is read."""


def _complete(values: Values, texts: Texts, table: Table) -> dict[str, ParallelRole]:
    """Add what stands in further fields: subtitles, months, ORCIDs.

    Returns the fields in the other language, with their roles.
    """
    parallels = {}
    for name in texts:
        if name in table:
            continue
        if name in SUBTITLES:
            _add_subtitle(values, texts, table, name)
        elif name == "month":
            if "issued" in values and not texts.get("date"):
                values["issued"] = _with_month(values["issued"], texts[name], texts.get("day", ""))
        elif name == "day":
            if "issued" in values and not texts.get("date") and not texts.get("month"):
                values["issued"] = dates.of_fields(values["issued"].raw, "", collapse(texts[name]))
        elif role := parallel_role(name):
            parallels[name] = role
        elif name.startswith("author+an:orcid") and "author" in values:
            values["author"] = _with_orcids(values["author"], texts[name])
        elif name in ("orcid", "orcids", "orcid-numbers") and "author" in values:
            lines = map(decode_address, texts[name].splitlines())  # Web of Science: a name a line
            values["author"] = with_orcids(values["author"], "\n".join(filter(None, lines)))
        elif name == "eprinttype" and texts[name].lower() == "pubmed":
            values.setdefault("pmid", decode_address(texts.get("eprint", "")))
    return parallels


_OTHER_FIELDS = frozenset({*OTHER_IDS, "eprinttype"})


def _with_other_ids(values: Values, texts: Texts, raw: list[Field]) -> list[Field]:
    """Add the identifiers of schemes without a variable; returns the fields that name it."""
    schemes = {name: OTHER_IDS[name] for name in texts if name in OTHER_IDS}
    if texts.get("eprinttype", "").lower() in ("hdl", "handle") and "eprint" in texts:
        schemes["eprint"] = "hdl"
    found = []
    for i, field in enumerate(raw):
        name = field.name.lower()
        if scheme := schemes.pop(name, ""):
            raw[i] = field._replace(variable="other-id")
            found.append(OtherId(scheme, decode_address(texts[name])))
    if found:
        values["other_id"] = tuple(found)
    return raw


def _add_subtitle(values: Values, texts: Texts, table: Table, name: str) -> None:
    """Join a subtitle to its title, where that is the title of the record or its container."""
    title = SUBTITLES[name]
    role = table.get(title)
    subtitle = decode(texts[name])
    if role and subtitle and texts.get(title) and values[role.attribute] == decode(texts[title]):
        values[role.attribute] = _joined(values[role.attribute], subtitle)


SUBTITLES = {
    "subtitle": "title",
    "booksubtitle": "booktitle",
    "journalsubtitle": "journaltitle",
    "mainsubtitle": "maintitle",
}


def _joined(title: str, subtitle: str) -> str:
    """A title and its subtitle, with the colon that the title does not end in a sign of its own."""
    return f"{title} {subtitle}" if title[-1:] in ":?!：？！" else f"{title}: {subtitle}"


@lru_cache(maxsize=2**12)
def _with_month(year: Date, month: str, day: str) -> Date:
    """The date of the three fields; what is no month of a year is left out."""
    month, day = collapse(month).strip("{}"), collapse(day)
    if not _YEAR.fullmatch(year.raw):
        return year
    if _NUMBER.fullmatch(month):
        number = int(month)
    else:
        found = _MONTH.fullmatch(month)
        if not found or found[1].lower() not in MONTHS:
            return year
        number = MONTHS[found[1].lower()]
        day = found[2] or day
    day = f"{int(day):02d}" if _NUMBER.fullmatch(day) else ""
    return dates.of_fields(year.raw, f"{number:02d}", day)


def _with_orcids(people: tuple[Name, ...], latex: str) -> tuple[Name, ...]:
    """The names with the ORCIDs that a BibLaTeX data annotation gives: ``author+an:orcid``."""
    orcids = {int(place): orcid.strip() for place, orcid in _ORCID.findall(latex)}
    return tuple(
        replace(name, orcid=orcids[i]) if i in orcids else name for i, name in enumerate(people, 1)
    )


def _with_parallels(
    values: Values, texts: Texts, fields: Mapping[str, ParallelRole], raw: list[Field]
) -> list[Field]:
    """Add the values in the record's other language, from fields and from lines of a note.

    Returns the fields, of which those name what they fill.
    """
    found = [(role, _parallel_value(role.attribute, texts[name])) for name, role in fields.items()]
    parts = chosen(found, values)
    if "origlanguage" in texts:
        parts["original_language"] = texts["origlanguage"]
    lines: dict[str, list[str]] = {}
    for key, text in note_lines(texts.get("note", "")):
        if key in NOTE_PARALLELS:
            lines.setdefault(NOTE_PARALLELS[key], []).append(text)
    for attribute, said in lines.items():
        if not parts.get(attribute):
            parts[attribute] = _of_lines(attribute, said)
    values["parallel"] = parallel_of(parts, values)
    filled = {
        name: variable(role.attribute)
        for (name, role), (_, value) in zip(fields.items(), found, strict=True)
        if value and getattr(values["parallel"], role.attribute) == value
    }
    return [
        field._replace(variable=filled[name]) if (name := field.name.lower()) in filled else field
        for field in raw
    ]


_LITERAL = lazy(r'(?:([0-9]{1,4})(?::(family|given))?)?\s*=\s*"([^"]*)"')


def _parallel_value(attribute: str, latex: str) -> Any:
    """The value of a field in another language, or of a data annotation of BibLaTeX."""
    if "=" in latex and (literals := _LITERAL.findall(latex)):
        names_or_parts: dict[str, dict[str, str]] = {}
        for place, part, text in literals:
            names_or_parts.setdefault(place, {})[part or ""] = decode(text)
        given = names_or_parts.values()
        if attribute == "author":
            return tuple(
                Name.parse(parts[""])
                if parts.get("")
                else Name(parts.get("family", ""), parts.get("given", ""))
                for parts in given
            )
        latex = "; ".join(text for parts in given for text in parts.values())
    return _PARALLEL_READERS.get(attribute, decode)(latex)


def _parallel_people(latex: str) -> tuple[Name, ...]:
    if "||" in latex:
        return tuple(note_name(decode(text)) for text in names.split_list(latex))
    return _people(latex)


def _affiliations(latex: str) -> tuple[str, ...]:
    return affiliations(decode(latex))


_PARALLEL_READERS: Mapping[str, Callable[[str], Any]] = {
    "author": _parallel_people,
    "keyword": _keywords,
    "affiliation": _affiliations,
}


def _of_lines(attribute: str, texts: list[str]) -> Any:
    """The value of the lines of a note: a name or a keyword may have a line each."""
    if attribute in _PARALLEL_READERS:
        return tuple(value for text in texts for value in _PARALLEL_READERS[attribute](text))
    return decode(texts[0])
