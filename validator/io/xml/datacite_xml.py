"""DataCite's XML: a ``resource`` of the kernel, alone, in a list, or in OAI-PMH responses.

Its elements are put under the keys of DataCite's JSON, and read as that is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from validator.finding import Fault
from validator.io.json import datacite
from validator.io.json.records import Work
from validator.io.parallels import parallel_of
from validator.io.source import Source
from validator.io.xml.fields import child, children, fields, lines_of, plain, text_at, texts_at
from validator.io.xml.items import Item, filled, text_of
from validator.io.xml.values import XML_LANG, provenance
from validator.record import Record

if TYPE_CHECKING:
    from lxml.etree import _Element

ELEMENTS = {
    "resource/identifier": "DOI",
    "creator/creatorName": "author",
    "creator/givenName": "author",
    "creator/familyName": "author",
    "titles/title": "title",
    "resource/publisher": "publisher",
    "resource/publicationYear": "issued",
    "resource/resourceType": "type",
    "resource/language": "language",
    "subjects/subject": "keyword",
    "dates/date": "issued",
    "descriptions/description": "abstract",
    "alternateIdentifiers/alternateIdentifier": "other-id",
    "relatedItem/volume": "volume",
    "relatedItem/issue": "issue",
    "relatedItem/number": "number",
    "relatedItem/firstPage": "page",
    "relatedItem/lastPage": "page",
    "relatedItem/edition": "edition",
}
"""Elements that fill a variable, by their names and those of the elements that they stand in."""


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of documents. One without any element is a fault."""
    for item in filled(source, ("resource",)):
        if isinstance(item, Fault):
            yield item
        else:
            yield _record(item, source)


def _record(item: Item, source: Source) -> Record:
    values, parts = datacite.values_of(document(plain(item.element)))
    values["parallel"] = parallel_of(parts, values)
    values["raw"] = tuple(fields(item, item.element, ELEMENTS))
    values["provenance"] = provenance(item, source.path, source.format)
    return Record(**values)


def document(resource: _Element) -> Work:
    """A document under the keys of DataCite's JSON."""
    kind = child(resource, "resourceType")
    name = child(resource, "identifier")
    keys = _described(resource)
    keys |= {
        "identifiers": [_labelled(name, "identifier", "identifierType")],
        "alternateIdentifiers": [
            _labelled(one, "alternateIdentifier", "alternateIdentifierType")
            for one in children(resource, "alternateIdentifiers", "alternateIdentifier")
        ],
        "language": text_at(resource, "language"),
        "types": {
            "resourceType": text_of(kind),
            "resourceTypeGeneral": "" if kind is None else kind.get("resourceTypeGeneral") or "",
        },
        "subjects": [
            _labelled(one, "subject", "subjectScheme")
            for one in children(resource, "subjects", "subject")
        ],
        "dates": [
            _labelled(one, "date", "dateType") for one in children(resource, "dates", "date")
        ],
        "descriptions": [
            _labelled(one, "description", "descriptionType") | {"description": lines_of(one)}
            for one in children(resource, "descriptions", "description")
        ],
        "relatedItems": [
            {
                "relationType": one.get("relationType") or "",
                "relatedItemIdentifier": [
                    _labelled(number, "relatedItemIdentifier", "relatedItemIdentifierType")
                    for number in children(one, "relatedItemIdentifier")
                ],
                "numberType": _type_of_number(one),
                **_described(one),
            }
            for one in children(resource, "relatedItems", "relatedItem")
        ],
    }
    return keys


def _described(element: _Element) -> dict[str, Any]:
    """What a document and a related item both have."""
    keys: dict[str, Any] = {
        key: text_at(element, key)
        for key in (
            *("publisher", "publicationYear", "volume", "issue", "number"),
            *("firstPage", "lastPage", "edition"),
        )
    }
    keys["titles"] = [
        _labelled(one, "title", "titleType") for one in children(element, "titles", "title")
    ]
    for role in ("creator", "contributor"):
        keys[f"{role}s"] = [_person(one, role) for one in children(element, f"{role}s", role)]
    return keys


def _person(element: _Element, role: str) -> dict[str, Any]:
    name = child(element, f"{role}Name")
    return {
        "name": text_of(name),
        "nameType": "" if name is None else name.get("nameType") or "",
        "givenName": text_at(element, "givenName"),
        "familyName": text_at(element, "familyName"),
        "contributorType": element.get("contributorType") or "",
        "affiliation": texts_at(element, "affiliation"),
        "nameIdentifiers": [
            _labelled(one, "nameIdentifier", "nameIdentifierScheme")
            for one in children(element, "nameIdentifier")
        ],
    }


def _type_of_number(element: _Element) -> str:
    number = child(element, "number")
    return "" if number is None else number.get("numberType") or ""


def _labelled(element: _Element | None, key: str, label: str) -> dict[str, str]:
    """The text of an element, an attribute that says what it is, and its language."""
    if element is None:
        return {}
    return {
        key: text_of(element),
        label: element.get(label) or "",
        "lang": element.get(XML_LANG) or "",
    }
