"""Word's bibliography: its ``Sources.xml``, and the part of a document that holds its sources.

Source: ECMA-376, part 1, 22.6 (Bibliography), and what Word's dialog and JabRef put where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from validator.finding import Fault
from validator.io.source import Source
from validator.io.values import add_note_lines, keywords, serials
from validator.io.values import name as parsed
from validator.io.xml.fields import fields
from validator.io.xml.items import Item, filled
from validator.io.xml.tree import Node, child, children, text_at, tree
from validator.io.xml.values import provenance
from validator.record import Field, Name, OtherId, Record, attribute_of
from validator.text import dates
from validator.text.identifiers.schemes import scheme_of

TYPES = {
    "Art": "graphic",
    "ArticleInAPeriodical": "article-magazine",
    "Book": "book",
    "BookSection": "chapter",
    "Case": "legal_case",
    "ConferenceProceedings": "paper-conference",
    "DocumentFromInternetSite": "webpage",
    "ElectronicSource": "document",
    "Film": "motion_picture",
    "InternetSite": "webpage",
    "Interview": "interview",
    "JournalArticle": "article-journal",
    "Misc": "document",
    "Patent": "patent",
    "Performance": "performance",
    "Report": "report",
    "SoundRecording": "song",
}
"""The values of ``SourceType``."""
ONE = {
    "Tag": "id",
    "Title": "title",
    "Volume": "volume",
    "Issue": "issue",
    "Pages": "page",
    "Edition": "edition",
    "ThesisType": "genre",
    "PatentNumber": "number",
    "DOI": "DOI",
    "URL": "URL",
    "Comments": "note",
    "BIBTEX_Series": "collection-title",
    "BIBTEX_Abstract": "abstract",
}
"""Elements, and the variables that they fill; the last are JabRef's."""
FIRST = {
    "container-title": (
        *("JournalName", "PeriodicalTitle", "BookTitle", "ConferenceName"),
        *("InternetSiteTitle", "AlbumTitle", "PublicationTitle"),
    ),
    "publisher": ("Publisher", "Institution", "ProductionCompany"),
    "author": (
        *("Author", "Inventor", "Artist", "Composer", "Performer", "Director", "Interviewee"),
        *("Writer", "Compiler"),
    ),
    "editor": ("Editor",),
    "translator": ("Translator",),
}
"""Variables, and the elements that may fill them: the first that is there does."""
_PEOPLE = ("author", "editor", "translator")
_PLACE = ("City", "StateProvince", "CountryRegion")
_DATE = ("Year", "Month", "Day")
_THESIS = re.compile("thes[ie]s|dissertation|学位", re.IGNORECASE)
_LABELLED = re.compile(r":?\s*([A-Z]{2,8})\s*:\s*(\S.*)")
_BOOKS = ("book", "chapter")


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of a list of sources. One without any element is a fault."""
    for item in filled(source, ("Source",)):
        yield item if isinstance(item, Fault) else _record(item, source)


def _record(item: Item, source: Source) -> Record:
    entry = tree(item)
    word, genre = text_at(entry, "SourceType"), text_at(entry, "ThesisType")
    kind = "thesis" if word == "Report" and _THESIS.search(genre) else TYPES.get(word, "")
    variables = {name: variable for name, variable in ONE.items() if text_at(entry, name)}
    values: dict[str, Any] = {"type": kind, "type_as_read": word}
    values |= {attribute_of(variable): text_at(entry, name) for name, variable in variables.items()}
    for variable in ("container-title", "publisher"):
        name = next((name for name in FIRST[variable] if text_at(entry, name)), "")
        values[attribute_of(variable)] = text_at(entry, name)
        variables[name] = variable
    if not values.get("title"):  # a site has only its own
        values["title"] = values.pop("container_title")
        variables = {
            name: "title" if variable == "container-title" else variable
            for name, variable in variables.items()
        }
    year, month, day = (text_at(entry, name) for name in _DATE)
    if year or month:
        values["issued"] = dates.of_fields(year, month, day)
    values["publisher_place"] = ", ".join(filter(None, (text_at(entry, name) for name in _PLACE)))
    values["keyword"] = keywords(text_at(entry, "BIBTEX_KeyWords"))
    if number := text_at(entry, "StandardNumber"):
        scheme, value = _number(number, kind)
        values |= value
        variables["StandardNumber"] = scheme
    roles = {role: variable for variable in _PEOPLE if (role := _role(entry, variable))}
    for role, variable in roles.items():
        values[variable] = tuple(_names(child(entry, "Author", role)))
    add_note_lines(values.get("note", ""), values, {})
    variables |= {"SourceType": "type", "BIBTEX_KeyWords": "keyword"}
    variables |= dict.fromkeys(_DATE, "issued") | dict.fromkeys(_PLACE, "publisher-place")
    values["raw"] = tuple([_with_role(field, roles) for field in fields(entry, variables)])
    values["provenance"] = provenance(item, source.path, source.format)
    return Record(**values)


def _number(text: str, kind: str) -> tuple[str, dict[str, Any]]:
    """The variable that a standard number fills, and its value: ``:ISSN:0937-6429`` of JabRef says
    what it is, others are told by their shape."""
    if found := _LABELLED.fullmatch(text):
        label, value = found.groups()
        if label in ("ISSN", "ISBN", "DOI"):
            return label, {label.lower(): value}
        if scheme := scheme_of(label):
            return "other-id", {"other_id": (OtherId(scheme, value),)}
        return "", {}
    ((scheme, value),) = serials((text,), of_book=kind in _BOOKS).items()
    return scheme.upper(), {scheme: value}


def _role(entry: Node, variable: str) -> str:
    """The name of the list of people that fills a variable, "" for none."""
    return next((role for role in FIRST[variable] if children(entry, "Author", role)), "")


def _names(people: Node | None) -> Iterator[Name]:
    """The names of a list of people, or of a body."""
    if body := text_at(people, "Corporate"):
        yield Name(literal=body, raw=body)
    for person in children(people, "NameList", "Person"):
        family = text_at(person, "Last")
        given = " ".join(filter(None, (text_at(person, "First"), text_at(person, "Middle"))))
        if family and given:
            yield Name(family, given)
        elif family or given:  # all of a name in one
            yield parsed(family or given)


def _with_role(field: Field, roles: dict[str, str]) -> Field:
    """A field, with the variable that its list of people fills."""
    _, *way = field.name.split("/")
    if len(way) < 2 or way[0] != "Author":
        return field
    return field._replace(variable=roles.get(way[1], ""))
