"""DataCite's XML: a ``resource`` of the kernel, alone, in a list, or in OAI-PMH responses.

Its elements are put under the keys of DataCite's JSON, and read as that is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from validator.finding import Fault
from validator.io.json import datacite
from validator.io.json.records import Work
from validator.io.parallels import parallel_of
from validator.io.source import Source
from validator.io.xml.fields import fields
from validator.io.xml.items import Item, filled
from validator.io.xml.tree import Node, child, children, text_at, texts_at, tree
from validator.io.xml.values import XML_LANG, provenance
from validator.record import Record

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
        yield item if isinstance(item, Fault) else _record(item, source)


def _record(item: Item, source: Source) -> Record:
    resource = tree(item)
    values, parts = datacite.values_of(document(resource))
    values["parallel"] = parallel_of(parts, values)
    values["raw"] = tuple(fields(resource, ELEMENTS))
    values["provenance"] = provenance(item, source.path, source.format)
    return Record(**values)


def document(resource: Node) -> Work:
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
            "resourceType": "" if kind is None else kind.text,
            "resourceTypeGeneral": "" if kind is None else kind.get("resourceTypeGeneral"),
        },
        "subjects": [
            _labelled(one, "subject", "subjectScheme")
            for one in children(resource, "subjects", "subject")
        ],
        "dates": [
            _labelled(one, "date", "dateType") for one in children(resource, "dates", "date")
        ],
        "descriptions": [
            _labelled(one, "description", "descriptionType") | {"description": one.lines()}
            for one in children(resource, "descriptions", "description")
        ],
        "relatedItems": [
            {
                "relationType": one.get("relationType"),
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


def _described(element: Node) -> dict[str, Any]:
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


def _person(element: Node, role: str) -> dict[str, Any]:
    name = child(element, f"{role}Name")
    return {
        "name": "" if name is None else name.text,
        "nameType": "" if name is None else name.get("nameType"),
        "givenName": text_at(element, "givenName"),
        "familyName": text_at(element, "familyName"),
        "contributorType": element.get("contributorType"),
        "affiliation": texts_at(element, "affiliation"),
        "nameIdentifiers": [
            _labelled(one, "nameIdentifier", "nameIdentifierScheme")
            for one in children(element, "nameIdentifier")
        ],
    }


def _type_of_number(element: Node) -> str:
    number = child(element, "number")
    return "" if number is None else number.get("numberType")


def _labelled(element: Node | None, key: str, label: str) -> dict[str, str]:
    """The text of an element, an attribute that says what it is, and its language."""
    if element is None:
        return {}
    return {
        key: element.text,
        label: element.get(label),
        "lang": element.get(XML_LANG),
    }
