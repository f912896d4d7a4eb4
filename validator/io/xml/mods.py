"""MODS: single records, collections, and those in responses of OAI-PMH and SRU."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from validator.finding import Fault
from validator.io.parallels import parallel_of
from validator.io.source import Source
from validator.io.values import add_note_lines
from validator.io.xml import mods_types
from validator.io.xml.items import Item, filled, local, text_of
from validator.io.xml.mods_parts import date_of, numbering, person, title_of, variant_of
from validator.io.xml.values import new, provenance
from validator.record import Field, Name, OtherId, Record
from validator.text import dates
from validator.text.identifiers.schemes import scheme_of

if TYPE_CHECKING:
    from lxml.etree import _Element

RECORDS = ("mods",)
AUTHORS = frozenset(
    (
        "aut", "author", "cre", "creator", "dis", "dissertant", "verfasser", "autor", "auteur",
        "inv", "inventor", "cmp", "composer", "art", "artist", "pht", "photographer", "prg",
        "programmer", "ctg", "cartographer", "作者", "著者", "저자",
    )
)  # fmt: skip
"""Roles, by MARC code or word, that make an author; so does no role."""
ROLES = {
    "edt": "editor",
    "editor": "editor",
    "herausgeber": "editor",
    "编者": "editor",
    "trl": "translator",
    "translator": "translator",
    "übersetzer": "translator",
    "译者": "translator",
}
IDENTIFIERS = {
    "doi": ("doi", "DOI"),
    "isbn": ("isbn", "ISBN"),
    "issn": ("issn", "ISSN"),
    "issn-l": ("issn", "ISSN"),
    "e-issn": ("issn", "ISSN"),
    "eissn": ("issn", "ISSN"),
    "pmid": ("pmid", "PMID"),
    "pubmed": ("pmid", "PMID"),
    "pmcid": ("pmcid", "PMCID"),
    "pmc": ("pmcid", "PMCID"),
    "arxiv": ("arxiv", "arxiv"),
    "report number": ("number", "number"),
    "citekey": ("id", "id"),
}
"""Types of identifiers -> the variables that they fill; others are known by their scheme."""
CHINESE_CLASSES = frozenset(("clc", "ztf", "ztflh", "cnlc"))
_EXTENT = re.compile(
    r"(?:^|[\s,(])(\d{1,5})\s*(?:p|pp|pages?|s|S|Seiten|с|页|頁|ページ|쪽|面)\b\.?(?!\w)"
)
_DOI = re.compile(r"\s*(?:https?://(?:dx\.)?doi\.org/|doi:\s*)(10\.\S+)\s*", re.IGNORECASE)


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of MODS. One without any element is a fault."""
    path, form = source.path, source.format
    for item in filled(source, RECORDS):
        yield item if isinstance(item, Fault) else _Reading(item).record(path, form)


class _Reading:
    """The record being read: its values, its raw fields, what is parallel or of its host."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.values: dict[str, Any] = {}
        self.fields: list[Field] = []
        self.lists: dict[str, list[Any]] = {}
        self.parallel: dict[str, Any] = {}
        self.titles: list[_Element] = []
        self.names: list[tuple[_Element, str, Name]] = []
        self.issued: list[tuple[int, str]] = []
        self.host_issued: list[tuple[int, str]] = []
        self.words = mods_types.Words()

    def record(self, path: str, form: str) -> Record:
        for child in self.item.element:
            if handler := HANDLERS.get(local(child)):
                handler(self, child)
            else:
                self.keep(child, local(child))
        self._people()
        values = self.values
        for attribute, found in self.lists.items():
            joined = attribute in ("isbn", "issn", "language")
            values[attribute] = (
                "; ".join(dict.fromkeys(found)) if joined else tuple(dict.fromkeys(found))
            )
        dated = sorted(self.issued) or sorted(self.host_issued)
        if dated:
            values["issued"] = dates.parse(dated[0][1])
        values["note"] = "\n".join(self.lists.get("note", ()))
        add_note_lines(values["note"], values, self.parallel)
        if not values.get("id"):
            values["id"] = self.item.element.get("ID") or self.item.header_id
        values |= self.words.type(values)
        if self.parallel:
            values["parallel"] = parallel_of(self.parallel, values)
        values["raw"] = tuple(self.fields)
        values["provenance"] = provenance(self.item, path, form)
        return Record(**values)

    def add(self, name: str, text: str, element: _Element, variable: str = "") -> None:
        """Keep a raw field."""
        if text:
            line = self.item.line_of(element)
            self.fields.append(new(Field, (name, text, variable, line, None, None, None)))

    def keep(self, element: _Element, name: str) -> None:
        """Keep what fills no variable: every element with a text, named by its way."""
        if not len(element):
            self.add(name, text_of(element), element)
        for part in element:
            self.keep(part, f"{name.rpartition('/')[2]}/{local(part)}")

    def put(self, attribute: str, variable: str, name: str, element: _Element, text: str) -> None:
        """A value of a variable, where it has none yet."""
        there = attribute in self.values
        self.add(name, text, element, "" if there else variable)
        if text and not there:
            self.values[attribute] = text

    def listed(
        self, attribute: str, variable: str, name: str, element: _Element, text: str
    ) -> None:
        """One value of several."""
        self.add(name, text, element, variable)
        if text:
            self.lists.setdefault(attribute, []).append(text)

    def _people(self) -> None:
        """Authors, editors and translators; a name linked to one before is it in another script."""
        seen: dict[str, str] = {}
        for element, role, name in self.names:
            link = element.get("altRepGroup") or ""
            if link and link in seen:
                if seen[link] == "author":
                    self.parallel["author"] = (*self.parallel.get("author", ()), name)
                    _note_language(self, element)
                self.add("name", name.raw, element, f"original-{role}" if role == "author" else "")
                continue
            if link:
                seen[link] = role
            if role:
                self.lists.setdefault(role, []).append(name)
            self.add("name", name.raw, element, role)


_Handler = Callable[[_Reading, "_Element"], None]


def _note_language(reading: _Reading, element: _Element) -> None:
    """The language or script of a parallel value, as far as it is said."""
    if (language := variant_of(element)) and "language" not in reading.parallel:
        reading.parallel["language"] = language


def _title(reading: _Reading, element: _Element) -> None:
    """The first title without a type; one of another language or script beside it is parallel."""
    kind = element.get("type") or ""
    name, text = f"titleInfo {kind}".strip(), title_of(element)
    main = next((e for e in reading.titles if not e.get("type")), None)
    reading.titles.append(element)
    if kind == "" and main is None:
        reading.put("title", "title", name, element, text)
        return
    other = (
        variant_of(element) != variant_of(main) if main is not None else bool(variant_of(element))
    )
    is_parallel = kind == "translated" or (kind in ("", "alternative") and other)
    if is_parallel and text and "title" not in reading.parallel:
        reading.parallel["title"] = text
        _note_language(reading, element)
        reading.add(name, text, element, "original-title")
    else:
        reading.add(name, text, element)


def _name(reading: _Reading, element: _Element) -> None:
    """A person or body; whose role is no variable stays as it stands, a conference is the event."""
    found = person(element)
    if found is None:
        reading.keep(element, "name")
        return
    words = {text_of(e).strip(" .").lower() for e in element.iter("{*}roleTerm")}
    if element.get("type") == "conference":
        reading.put("event_title", "event-title", "name conference", element, str(found))
        return
    role = next((ROLES[word] for word in sorted(words) if word in ROLES), "")
    if not words or words & AUTHORS:
        role = "author"
    reading.names.append((element, role, found))


def _origin(reading: _Reading, element: _Element) -> None:
    """Publisher, place, edition and dates."""
    for part in element:
        name, text = f"originInfo/{local(part)}", text_of(part)
        if local(part) == "publisher":
            if variant_of(part) and "publisher" in reading.values:
                reading.parallel.setdefault("publisher", text)
                reading.add(name, text, part, "original-publisher")
            else:
                reading.put("publisher", "publisher", name, part, text)
        elif local(part) == "place":
            for term in part:
                is_code = term.get("type") == "code"
                if is_code:
                    reading.add("place/placeTerm code", text_of(term), term)
                else:
                    reading.put(
                        "publisher_place", "publisher-place", "place/placeTerm", term, text_of(term)
                    )
        elif local(part) == "edition":
            reading.put("edition", "edition", name, part, text)
        elif local(part) == "issuance":
            reading.words.issuance = text
            reading.add(name, text, part)
        elif found := date_of(part, element):
            reading.issued.append(found)
            reading.add(name, text, part, "issued")
        else:
            reading.keep(part, name)


def _language(reading: _Reading, element: _Element) -> None:
    """The code of a language, else its name."""
    terms = list(element) or [element]
    coded = [term for term in terms if term.get("type") != "text"] or terms
    for term in terms:
        name = "language/languageTerm" if len(element) else "language"
        if term is coded[0]:
            reading.listed("language", "language", name, term, text_of(term))
        else:
            reading.add(name, text_of(term), term)


def _identifier(reading: _Reading, element: _Element) -> None:
    kind = (element.get("type") or "").lower()
    name, text = f"identifier {kind}".strip(), text_of(element)
    if element.get("invalid") == "yes":
        reading.add(name, text, element)
    elif kind in ("isbn", "issn", "issn-l", "eissn", "e-issn"):
        reading.listed(*IDENTIFIERS[kind], name, element, text)
    elif kind in IDENTIFIERS:
        reading.put(*IDENTIFIERS[kind], name, element, text)
    elif doi := _DOI.fullmatch(text):
        reading.put("doi", "DOI", name, element, doi[1])
    elif scheme := scheme_of(kind):
        reading.add(name, text, element, "other-id")
        reading.lists.setdefault("other_id", []).append(OtherId(scheme, text))
    elif kind in ("uri", "url") and text.startswith(("http:", "https:")):
        reading.put("url", "URL", name, element, text)
    else:
        reading.add(name, text, element)


def _location(reading: _Reading, element: _Element) -> None:
    """The address of the record, previews apart; shelf marks stay as they stand."""
    for part in element:
        if local(part) == "url" and part.get("access") != "preview":
            reading.put("url", "URL", "location/url", part, text_of(part))
        else:
            reading.keep(part, f"location/{local(part)}")


def _text(reading: _Reading, element: _Element) -> None:
    """The abstract; a second one in another language is parallel."""
    text = text_of(element)
    if "abstract" in reading.values and variant_of(element):
        taken = "abstract" in reading.parallel
        reading.add("abstract", text, element, "" if taken else "original-abstract")
        if not taken:
            reading.parallel["abstract"] = text
            _note_language(reading, element)
    else:
        reading.put("abstract", "abstract", "abstract", element, text)


def _note(reading: _Reading, element: _Element) -> None:
    kind = element.get("type") or ""
    if kind == "statement of responsibility":
        reading.add("note statement of responsibility", text_of(element), element)
    else:
        reading.listed("note", "note", f"note {kind}".strip(), element, text_of(element))


def _subject(reading: _Reading, element: _Element) -> None:
    """A heading, its parts with dashes between as catalogues write them."""
    parts = [_heading(part) for part in element] or [text_of(element)]
    codes = ("geographicCode", "cartographics")
    if any(local(part) in codes for part in element):
        reading.keep(element, "subject")
    else:
        text = "--".join(filter(None, map(str.strip, parts)))
        reading.listed("keyword", "keyword", "subject", element, text)


def _heading(part: _Element) -> str:
    joint = "--" if local(part) == "hierarchicalGeographic" else " "
    return joint.join(text for e in _leaves(part) if (text := text_of(e)))


def _leaves(element: _Element) -> Iterator[_Element]:
    for part in element.iter():
        if not len(part):
            yield part


def _classification(reading: _Reading, element: _Element) -> None:
    authority = (element.get("authority") or "").lower()
    name = f"classification {authority}".strip()
    if authority in CHINESE_CLASSES:
        reading.put("classification", "classification", name, element, text_of(element))
    else:
        reading.add(name, text_of(element), element)


def _kind(reading: _Reading, element: _Element) -> None:
    """genre and typeOfResource, which tell the type together with what else is there."""
    name, text = local(element), text_of(element)
    if name == "genre":
        reading.words.genres.append(text)
    else:
        reading.words.resources.append(text)
    reading.add(name, text, element, "type")


def _physical(reading: _Reading, element: _Element) -> None:
    for part in element:
        text = text_of(part)
        found = _EXTENT.search(text) if local(part) == "extent" else None
        if found:
            reading.values.setdefault("number_of_pages", found[1])
        variable = "number-of-pages" if found else ""
        reading.add(f"physicalDescription/{local(part)}", text, part, variable)


def _part(reading: _Reading, element: _Element, name: str = "part") -> None:
    """Volume, issue, pages and date of the part of a host that the record is."""
    found = numbering(element)
    for attribute, part, text in found:
        if attribute == "date":
            reading.host_issued.append((0, text))
            reading.add(f"{name}/date", text, part, "issued")
        elif attribute:
            reading.put(attribute, attribute, f"{name}/{local(part)}", part, text)
        else:
            reading.add(f"{name}/{local(part)}", text, part)


def _related(reading: _Reading, element: _Element) -> None:
    """The host and the series; other related items stay as they stand."""
    kind = element.get("type") or ""
    name = f"relatedItem {kind}".strip()
    if kind == "series":
        for part in element:
            if local(part) == "titleInfo":
                text = title_of(part)
                reading.put("collection_title", "collection-title", f"{name}/titleInfo", part, text)
            else:
                reading.keep(part, f"{name}/{local(part)}")
    elif kind == "host":
        for part in element:
            _of_host(reading, part, name)
    else:
        for part in element:
            reading.keep(part, f"{name}/{local(part)}")


def _of_host(reading: _Reading, part: _Element, name: str) -> None:
    """One element of the host: its title, numbers, publisher and editors are the record's."""
    tag = local(part)
    if tag == "titleInfo":
        short = part.get("type") == "abbreviated"
        attribute = "container_title_short" if short else "container_title"
        is_title = (
            part.get("type") in (None, "", "abbreviated") or "container_title" not in reading.values
        )
        text = title_of(part)
        if not is_title:
            reading.add(f"{name}/titleInfo", text, part)
        else:
            reading.put(attribute, attribute.replace("_", "-"), f"{name}/titleInfo", part, text)
    elif tag == "part":
        _part(reading, part, f"{name}/part")
    elif tag == "identifier":
        kind = (part.get("type") or "").lower()
        if kind in ("isbn", "issn", "issn-l", "eissn", "e-issn") and part.get("invalid") != "yes":
            reading.words.host_issn = reading.words.host_issn or kind != "isbn"
            reading.listed(*IDENTIFIERS[kind], f"{name}/identifier {kind}", part, text_of(part))
        else:
            reading.add(f"{name}/identifier {kind}".strip(), text_of(part), part)
    elif tag == "originInfo":
        before = reading.issued, reading.words.issuance
        reading.issued = []
        _origin(reading, part)
        reading.host_issued += [(rank + 1000, text) for rank, text in reading.issued]
        reading.words.host_issuance = reading.words.issuance
        reading.issued, reading.words.issuance = before
    elif tag == "genre":
        reading.words.host_genres.append(text_of(part))
        reading.add(f"{name}/genre", text_of(part), part)
    elif tag == "name" and _is_editor(part) and (found := person(part)):
        reading.names.append((part, "editor", found))
    else:
        reading.keep(part, f"{name}/{tag}")


def _is_editor(element: _Element) -> bool:
    return any(
        ROLES.get(text_of(term).strip(" .").lower()) == "editor"
        for term in element.iter("{*}roleTerm")
    )


def _record_info(reading: _Reading, element: _Element) -> None:
    for part in element:
        if local(part) == "recordIdentifier":
            reading.put("id", "id", "recordInfo/recordIdentifier", part, text_of(part))
        else:
            reading.keep(part, f"recordInfo/{local(part)}")


HANDLERS: dict[str, _Handler] = {
    "titleInfo": _title,
    "name": _name,
    "originInfo": _origin,
    "language": _language,
    "identifier": _identifier,
    "location": _location,
    "abstract": _text,
    "note": _note,
    "subject": _subject,
    "classification": _classification,
    "genre": _kind,
    "typeOfResource": _kind,
    "physicalDescription": _physical,
    "part": _part,
    "relatedItem": _related,
    "recordInfo": _record_info,
}
"""The elements that fill variables, with what reads them."""
