"""Dublin Core: oai_dc and qualified, in OAI-PMH or SRU responses, RDF, RSS or any other list.

The record is what the elements of Dublin Core stand in. They say little of what they hold, so the
habits of repositories count: OJS writes its journal, volume and pages into one ``source``, DSpace
three dates, all of them identifiers of every kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from validator.finding import Fault
from validator.io import types
from validator.io.parallels import parallel_of
from validator.io.source import Source
from validator.io.tagged.lines import in_other_script
from validator.io.values import keywords, name, people
from validator.io.xml.items import EMPTY, Item, items, local, text_of
from validator.io.xml.kinds import OF_ANOTHER_KIND, parent_of
from validator.io.xml.values import XML_LANG, Value, Values, provenance
from validator.record import Name, OtherId, Record
from validator.text import dates
from validator.text.identifiers.schemes import scheme_of
from validator.text.patterns import lazy

RECORDS = ("dc", "qualifieddc", "dublin_core", "dim")
"""Names of records where no element of Dublin Core shows another."""
OTHER_METADATA = "a record whose metadata are of a kind that is not read"
ELEMENTS = {
    "title": "title",
    "alternative": "original-title",
    "creator": "author",
    "author": "author",
    "contributor.author": "author",
    "editor": "editor",
    "contributor.editor": "editor",
    "translator": "translator",
    "contributor.translator": "translator",
    "subject": "keyword",
    "keyword": "keyword",
    "keywords": "keyword",
    "description": "abstract",
    "abstract": "abstract",
    "publisher": "publisher",
    "publisher.place": "publisher-place",
    "date": "issued",
    "issued": "issued",
    "created": "issued",
    "publicationDate": "issued",
    "type": "type",
    "identifier": "DOI",
    "doi": "DOI",
    "issn": "ISSN",
    "eIssn": "ISSN",
    "isbn": "ISBN",
    "uri": "URL",
    "url": "URL",
    "link": "URL",
    "source": "container-title",
    "isPartOf": "container-title",
    "ispartof": "container-title",
    "publicationName": "container-title",
    "relation": "DOI",
    "language": "language",
    "volume": "volume",
    "number": "issue",
    "issue": "issue",
    "startingPage": "page",
    "endingPage": "page",
    "pageRange": "page",
}
"""Elements, by local name, and the variable that they fill first; ``dim`` and ``dcvalue`` as
"element.qualifier" or, where that is no name here, the qualifier or the element alone."""

_INSIDE = frozenset(
    ("li", "name", "value", "label", "prefLabel", "literalForm", "Description", "Person", "Agent")
)
"""Elements inside one of Dublin Core that hold its value."""
_DATES = ("issued", "date.issued", "publicationDate", "date", "created", "date.created")
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_DOI = lazy(
    r"\s*(?:info:eu-repo/semantics/altIdentifier/doi/|(?:info:)?doi[:/ ]\s*"
    r"|https?://(?:dx\.)?doi\.org/)?(10\.[0-9]{4,9}/\S+)\s*",
    re.IGNORECASE,
)
_LABELLED = lazy(
    r"\s*(?:info:eu-repo/semantics/altIdentifier/|urn:)?(issn|e-?issn|isbn|pmid|pmcid|arxiv|hdl)"
    r"\s*[:/ ]\s*(\S.*?)\s*",
    re.IGNORECASE,
)
_SERIAL = lazy(r"\s*(\d{4}-\d{3}[\dXx])(?:\s*\(?(?:print|online|electronic)\)?)?\s*", re.IGNORECASE)
_ISBN = lazy(r"\s*(97[89][\d -]{10,14}|\d[\d -]{8,12}[\dXx])\s*")
_URL = lazy(r"\s*(?:https?|ftp)://\S+\s*")
_HANDLE = lazy(r"\s*https?://hdl\.handle\.net/(\S+)\s*")
_ARXIV = lazy(r"\s*https?://arxiv\.org/abs/(\S+)\s*")
_VOLUME = lazy(
    r"\b(?:vol(?:ume|umen|\.)?|v\.|bd\.|band|tome?|t\.|jg\.|том|т\.|cilt)[ .:]*(\d+)\b"
    r"|第?(\d+)\s?卷",
    re.IGNORECASE,
)
_ISSUE = lazy(
    r"(?:\b(?:no|nr|núm|num|n|iss|issue|heft|h|sayı)\b[ .:º°]*|[№#]\s*|n[º°]\.?\s*)(\d[\w/-]*)"
    r"|第?(\d+)[期号]",
    re.IGNORECASE,
)
_PAGES = lazy(r"\s*(?:pp?\.?\s*)?([A-Za-z]?\d+(?:\s*[-–—]\s*[A-Za-z]?\d+)?)\s*\.?\s*")
_SEMANTICS = "info:eu-repo/semantics/"
_STATES = """
    publishedversion acceptedversion draft submittedversion updatedversion text peerreviewed
    peer-reviewed nonpeerreviewed openaccess closedaccess
"""
_NO_TYPE = frozenset(_STATES.split())
_TYPES = {
    "article": "article-journal",
    "preprint": "article",
    "bookpart": "chapter",
    "bachelorthesis": "thesis",
    "conferenceobject": "paper-conference",
    "conferencecontribution": "paper-conference",
    "lecture": "speech",
    "contributiontoperiodical": "article-magazine",
    "peerreviewedarticle": "article-journal",
    "image": "graphic",
    "stillimage": "graphic",
    "movingimage": "motion_picture",
    "sound": "song",
    "interactiveresource": "webpage",
    "thesisordissertation": "thesis",
    "electronicthesisordissertation": "thesis",
    "etd": "thesis",
}
_INSTITUTION = lazy(
    r"univer|instit|depart|facult|school|colleg|hospital|cent(?:er|re)|academ|laborat|escola|escuela"
    r"|大学|大學|学院|學院|研究|대학",
    re.IGNORECASE,
)
_ORCID = lazy(
    r"\s*(?:https?://)?(?:orcid\.org/|orcid[: ])?\s*(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])\s*",
    re.IGNORECASE,
)


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of Dublin Core. One without any element is a fault."""
    path, form = source.path, source.format
    for item in items(source, lambda head: parent_of(head, RECORDS)):
        if isinstance(item, Fault):
            yield item
            continue
        if local(item.element) == OF_ANOTHER_KIND and not _has_elements(item):
            yield item.fault(OTHER_METADATA)
            continue
        values = Values(list(_values(item)))
        if not values.by_name:
            yield item.fault(EMPTY)
            continue
        yield _record(item, values, path, form)


def _has_elements(item: Item) -> bool:
    """Whether elements of Dublin Core stand in a record without one around them."""
    return any("purl.org/dc/" in part.tag for part in item.element.iterchildren("{*}*"))


def _values(item: Item) -> Iterator[Value]:
    """The elements with a text; of lists and nodes inside one, such as RDF has, by its name."""
    stack = [(element, "") for element in reversed(item.element)]
    while stack:
        element, around = stack.pop()
        own = element.get("element") or local(element)
        name = around if around and own in _INSIDE else own
        qualifier = element.get("qualifier") or ""
        if qualifier and qualifier != "none":
            name = f"{name}.{qualifier}"
        if len(element):
            inside = name if name in ELEMENTS else around
            stack += [(part, inside) for part in reversed(element)]
        else:
            language = element.get(XML_LANG) or element.get("language") or element.get("lang") or ""
            yield Value(name, text_of(element), item.line_of(element), language, element)


def _record(item: Item, values: Values, path: str, form: str) -> Record:
    found: dict[str, Any] = {"id": item.header_id or item.element.get(_ABOUT) or ""}
    _type(values, found)
    _identifiers(values, found)
    parallel = _texts(values, found)
    _people(values, found)
    _container(values, found)
    found["issued"] = _issued(values)
    found["language"] = values.first("language", "language", "language.iso")
    found["keyword"] = _keywords(values, found.get("language", ""), parallel)
    if not found.get("type") and not found.get("type_as_read"):
        kind = types.inferred(
            container=found.get("container_title", ""),
            doi=found.get("doi", ""),
            isbn=found.get("isbn", ""),
        )
        found |= {"type": kind, "type_is_inferred": bool(kind)}
    return Record(
        **found,
        parallel=parallel_of(parallel, found),
        raw=values.raw(),
        provenance=provenance(item, path, form),
    )


def _type(values: Values, found: dict[str, Any]) -> None:
    """The first word that is a type; OpenAIRE and OJS say state and review in words beside it."""
    words = []
    for index, value in values.left("type", "type.none", "type.dcmi"):
        word = value.text.removeprefix(_SEMANTICS).rpartition("/")[2]
        folded = re.sub("[^a-z-]", "", word.lower())
        if folded in _NO_TYPE or not word:
            continue
        words.append(word)
        kind = _TYPES.get(folded.replace("-", "")) or types.of_word(word)
        if kind:
            values.take(index, "type")
            found |= {"type": kind, "type_as_read": value.text}
            return
    if words:
        found["type_as_read"] = words[0]


def _identifiers(values: Values, found: dict[str, Any]) -> None:
    """Identifiers by their shape, wherever they stand: DOI, ISSN, ISBN, handle, URL and others."""
    lists: dict[str, dict[str, None]] = {}
    others: list[OtherId] = []
    named = [name for name in values.by_name if name.partition(".")[0] in _IDENTIFIERS]
    for index, value in list(values.left(*named)):
        text, qualifier = value.text, value.name.partition(".")[2]
        element = value.name.partition(".")[0]
        if doi := _DOI.fullmatch(text):
            if element != "relation" or "altIdentifier" in text:
                lists.setdefault("doi", {}).setdefault(doi[1])
                values.take(index, "DOI")
        elif labelled := _LABELLED.fullmatch(text):
            label, number = labelled[1].lower().replace("-", ""), labelled[2]
            attribute = "issn" if label == "eissn" else label
            if attribute == "hdl":
                others.append(OtherId("hdl", number))
            else:
                lists.setdefault(attribute, {}).setdefault(number)
            values.take(index, _NAMES.get(attribute, attribute))
        elif element in ("relation", "isPartOf", "ispartof"):
            continue
        elif serial := _SERIAL.fullmatch(text):
            lists.setdefault("issn", {}).setdefault(serial[1])
            values.take(index, "ISSN")
        elif qualifier in ("issn", "isbn") or element in ("issn", "eIssn", "isbn"):
            kind = "isbn" if "isbn" in (qualifier, element) else "issn"
            lists.setdefault(kind, {}).setdefault(text)
            values.take(index, kind.upper())
        elif element != "source" and _ISBN.fullmatch(text):
            lists.setdefault("isbn", {}).setdefault(text)
            values.take(index, "ISBN")
        elif arxiv := _ARXIV.fullmatch(text):
            lists.setdefault("arxiv", {}).setdefault(arxiv[1])
            lists.setdefault("url", {}).setdefault(text)
            values.take(index, "arxiv")
        elif handle := _HANDLE.fullmatch(text):
            others.append(OtherId("hdl", handle[1]))
            lists.setdefault("url", {}).setdefault(text)
            values.take(index, "URL")
        elif element != "source" and _URL.fullmatch(text):
            lists.setdefault("url", {}).setdefault(text)
            values.take(index, "URL")
        elif scheme := scheme_of(qualifier):
            others.append(OtherId(scheme, text))
            values.take(index, "other-id")
    for attribute, numbers in lists.items():
        joined = attribute in ("issn", "isbn")
        found[attribute] = "; ".join(numbers) if joined else next(iter(numbers))
    if others:
        found["other_id"] = tuple(dict.fromkeys(others))


_HOLD_NUMBERS = "identifier doi issn eIssn isbn uri url link source relation isPartOf ispartof"
_IDENTIFIERS = frozenset(_HOLD_NUMBERS.split())
_NAMES = {"issn": "ISSN", "isbn": "ISBN", "pmid": "PMID", "pmcid": "PMCID", "hdl": "other-id"}


def _texts(values: Values, found: dict[str, Any]) -> dict[str, Any]:
    """Title, abstract and publisher, and the parallel ones: a second in another language."""
    parallel: dict[str, Any] = {}
    for attribute, variable, names in (
        ("title", "title", ("title", "title.none")),
        ("abstract", "abstract", ("description.abstract", "abstract", "description")),
        ("publisher", "publisher", ("publisher",)),
    ):
        there = list(values.left(*names))
        if not there:
            continue
        index, first = there[0]
        found[attribute] = values.take(index, variable).text
        for index, value in there[1:]:
            if value.language and first.language and value.language != first.language:
                values.take(index, f"original-{variable}")
                parallel[attribute] = value.text
                parallel.setdefault("language", value.language)
                break
    if "title" not in parallel:
        for index, value in values.left("alternative", "title.alternative"):
            first = found.get("title", "")
            if first and (value.language or in_other_script(value.text, first)):
                parallel["title"] = values.take(index, "original-title").text
                break
    found["publisher_place"] = values.first("publisher-place", "publisher.place")
    return parallel


def _people(values: Values, found: dict[str, Any]) -> None:
    for attribute in ("author", "editor", "translator"):
        names = [name for name, variable in ELEMENTS.items() if variable == attribute]
        texts = values.all(attribute, *names)
        found[attribute] = tuple([one for text in texts for one in _named(text)])


def _named(text: str) -> tuple[Name, ...]:
    """The people of one ``creator``: several, or one with institution or ORCID iD behind it."""
    first, semicolon, rest = text.partition(";")
    if not semicolon:
        return (name(text),)
    if orcid := _ORCID.fullmatch(rest):
        return (replace(name(first.strip()), orcid=orcid[1], raw=text),)
    if _INSTITUTION.search(rest) and not _INSTITUTION.search(first):
        return (replace(name(first.strip()), affiliation=(rest.strip(),), raw=text),)
    return people(text)


def _container(values: Values, found: dict[str, Any]) -> None:
    """What the record stands in: a name alone, or all that OJS writes into one source."""
    for index, value in values.left("publicationName", "source", "isPartOf", "ispartof"):
        text = value.text
        if _URL.fullmatch(text) or not any(map(str.isalpha, text)):
            continue
        values.take(index, "container-title")
        title, *parts = (part.strip() for part in text.split(";"))
        if parts and (_VOLUME.search(parts[0]) or _ISSUE.search(parts[0])):
            found["container_title"] = title
            volume, issue = _VOLUME.search(parts[0]), _ISSUE.search(parts[0])
            found["volume"] = (volume[1] or volume[2]) if volume else ""
            found["issue"] = (issue[1] or issue[2]) if issue else ""
            if pages := _PAGES.fullmatch(parts[-1]):
                found["page"] = pages[1]
        else:
            found["container_title"] = text
        break
    for attribute, names in (("volume", ("volume",)), ("issue", ("issue", "number"))):
        if text := values.first(attribute, *names):
            found[attribute] = text
    start, end = values.first("page", "startingPage"), values.first("page", "endingPage")
    if start:
        found["page"] = f"{start}-{end}" if end and end != start else start
    elif text := values.first("page", "pageRange"):
        found["page"] = text


def _issued(values: Values) -> dates.Date | None:
    """The date of publication: one that says so, else one without a time of day."""
    left = [(i, v) for i, v in values.left(*_DATES) if not v.text.startswith("info:eu-repo")]
    if not left:
        return None
    plain = [(i, v) for i, v in left if "T" not in v.text]
    index, value = (plain or left)[0]
    values.take(index, "issued")
    return dates.parse(value.text.partition("T")[0] if "T" in value.text else value.text)


def _keywords(values: Values, language: str, parallel: dict[str, Any]) -> tuple[str, ...]:
    """The subjects; where they are in two languages, those of the second are parallel."""
    names = [name for name in values.by_name if name.partition(".")[0] in _SUBJECTS]
    there = sorted(values.left(*names))
    first = there[0][1].language if there else ""
    found: dict[str, list[str]] = {"keyword": [], "original-keyword": []}
    for index, value in there:
        if value.text.startswith("info:eu-repo/") or _URL.fullmatch(value.text):
            continue
        is_other = bool(first and value.language and value.language != first)
        variable = "original-keyword" if is_other else "keyword"
        values.take(index, variable)
        found[variable] += keywords(value.text) if ";" in value.text else [value.text]
    if found["original-keyword"]:
        parallel["keyword"] = tuple(found["original-keyword"])
    return tuple(found["keyword"])


_SUBJECTS = frozenset(name for name, variable in ELEMENTS.items() if variable == "keyword")
