"""DataCite's metadata as JSON: answers of its API, its public data files, kernel documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from validator.finding import Fault
from validator.io import types
from validator.io.json import records as json_records
from validator.io.json.crossref import with_subtitle
from validator.io.json.records import Values, Vocabulary, Work
from validator.io.json.values import as_date, as_text, as_texts, members
from validator.io.json.window import Shape
from validator.io.source import Source
from validator.io.values import person
from validator.record import Name, OtherId, Record
from validator.text import dates
from validator.text.identifiers.schemes import scheme_of
from validator.text.script import has_cjk
from validator.vocabulary import CSL_TYPES

TYPES = {
    "audiovisual": "motion_picture",
    "book": "book",
    "bookchapter": "chapter",
    "collection": "collection",
    "computationalnotebook": "software",
    "conferencepaper": "paper-conference",
    "conferenceproceeding": "book",
    "datapaper": "article-journal",
    "dataset": "dataset",
    "dissertation": "thesis",
    "event": "event",
    "image": "graphic",
    "interactiveresource": "webpage",
    "journal": "periodical",
    "journalarticle": "article-journal",
    "peerreview": "review",
    "preprint": "article",
    "presentation": "speech",
    "report": "report",
    "software": "software",
    "sound": "song",
    "standard": "standard",
}
"""The general types of resources that tell a CSL type; of others (Text, Other) the word beside."""
WHOLE = frozenset(("book", "report", "thesis", "collection", "dataset", "software"))
"""Types whose container, if it is a series, is none that they are published in."""
ISBNS = frozenset(("isbn", "isbn13", "isbn-13"))

FIELDS = {
    "id": "id",
    "doi": "DOI",
    "url": "URL",
    "types": "type",
    "resourceType": "type",
    "creators": "author",
    "contributors": "editor",
    "titles": "title",
    "publisher": "publisher",
    "publicationYear": "issued",
    "dates": "issued",
    "container": "container-title",
    "subjects": "keyword",
    "language": "language",
    "descriptions": "abstract",
    "identifiers": "other-id",
    "identifier": "DOI",
    "alternateIdentifiers": "other-id",
}
"""The keys of a document that fill a variable."""

SHAPE = Shape(
    envelopes=(("data", "works", "nodes"), ("data",)),
    opening=r'\{\s*"(?:id"\s*:\s*"[^"]{1,300}"\s*,\s*"(?:type"\s*:\s*"dois"\s*,\s*"attributes|doi|url'
    r'|types|identifiers|creators)|doi"\s*:)',
    marks="attributes relationships types schemaVersion descriptions rightsList subjects dates ",
)
_PAGE = re.compile(r"[A-Za-z]{0,3}-?[0-9][\w.-]{0,15}|[ivxlcIVXLC]{1,8}")


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of documents, lists and answers of DataCite, one a line or all in one."""
    return json_records.read(source, VOCABULARY)


def document(item: Work) -> Work:
    """The keys of an item, those of its ``attributes`` among them."""
    attributes = item.get("attributes")
    if not isinstance(attributes, dict):
        return item
    return {key: value for key, value in item.items() if key != "attributes"} | attributes


def values_of(work: Work) -> tuple[Values, Values]:
    """The attributes of a Record that a document fills, and those of its Parallel."""
    word, kind, is_inferred = _type(work)
    doi = _doi(work)
    values: Values = {
        "id": as_text(work.get("id")).removeprefix("https://doi.org/") or doi,
        "doi": doi,
        "type": kind,
        "type_as_read": word,
        "type_is_inferred": is_inferred,
        "author": people(members(work.get("creators"))),
        "editor": _contributors(work, "Editor"),
        "translator": _contributors(work, "Translator"),
        "publisher": as_text(work.get("publisher")),
        "issued": _issued(work),
        "url": as_text(work.get("url")),
        "language": as_text(work.get("language")),
    }
    parts: Values = {}
    values["title"], parts["title"] = _titles(work)
    values["abstract"], parts["abstract"] = _abstracts(work)
    _add_subjects(work, values, parts)
    _add_container(work, values)
    _add_identifiers(work, values)
    return values, parts


def _type(work: Work) -> tuple[str, str, bool]:
    """The word, its CSL type, and whether that is guessed from what stands beside it."""
    given = work.get("types") or work.get("resourceType")
    kinds = given if isinstance(given, dict) else {"resourceType": given}
    general = as_text(kinds.get("resourceTypeGeneral"))
    word = as_text(kinds.get("resourceType")) or as_text(kinds.get("value"))
    kind = TYPES.get(general.replace(" ", "").lower(), "")
    if kind:
        return general, kind, False
    if kind := types.of_word(word[:100]):
        return word, kind, False
    citeproc = as_text(kinds.get("citeproc"))
    if citeproc in CSL_TYPES and citeproc != "article":  # that is what it calls all else
        return word or general, citeproc, True
    if not (word or general):
        return "", "", False
    return word or general, "document", general != "Other"


def people(found: Iterable[dict[str, Any]]) -> tuple[Name, ...]:
    """The names of creators or contributors."""
    return tuple([name for member in found if (name := _name(member))])


def _contributors(item: dict[str, Any], kind: str) -> tuple[Name, ...]:
    """The names of the contributors of a kind."""
    found = members(item.get("contributors"))
    return people(c for c in found if as_text(c.get("contributorType")) == kind) if found else ()


def _name(member: dict[str, Any]) -> Name | None:
    written = as_text(member.get("name")) or as_text(member.get("creatorName"))
    written = written or as_text(member.get("contributorName"))
    family, given = as_text(member.get("familyName")), as_text(member.get("givenName"))
    is_body = as_text(member.get("nameType")) == "Organizational"
    orcid, affiliation = _orcid(member), _affiliations(member)
    if is_body and (written or family):
        return Name("", "", "", "", written or family, written, orcid, affiliation)
    if family or given:
        return Name(family, given, "", "", "", written, orcid, affiliation)
    if written.strip():
        return person(Name.parse(written), written, orcid=orcid, affiliation=affiliation)
    return None


def _orcid(member: dict[str, Any]) -> str:
    for identifier in members(member.get("nameIdentifiers")):
        scheme = as_text(identifier.get("nameIdentifierScheme"))
        value = as_text(identifier.get("nameIdentifier"))
        if "ORCID" in scheme.upper() or "orcid.org/" in value:
            return value
    return ""


def _affiliations(member: dict[str, Any]) -> tuple[str, ...]:
    found = member.get("affiliation") or member.get("affiliations")
    return tuple(dict.fromkeys(as_texts(found)))


def _doi(work: Work) -> str:
    """The DOI as ``doi``, among the identifiers, or as the id."""
    if doi := as_text(work.get("doi")):
        return doi
    for member in members(work.get("identifiers")) + members(work.get("identifier")):
        if as_text(member.get("identifierType")).upper() == "DOI":
            return as_text(member.get("identifier")) or as_text(member)
    name = as_text(work.get("id")).removeprefix("https://doi.org/")
    return name if name.startswith("10.") else ""


def _issued(work: Work) -> dates.Date | None:
    """The date of issue, else the year of publication, else when it became available."""
    named = {
        as_text(m.get("dateType")): m.get("date") for m in reversed(members(work.get("dates")))
    }
    for value in (named.get("Issued"), work.get("publicationYear"), named.get("Available")):
        if value and (date := as_date(value)):
            return date
    return None


def _titles(work: Work) -> tuple[str, str]:
    """The title with its subtitle, and that in the other language."""
    given = work.get("titles")
    if isinstance(given, list):
        given = [{"title": title} if isinstance(title, str) else title for title in given]
    found = [(*_typed(title, "titleType"), as_text(title.get("title"))) for title in members(given)]
    found = [title for title in found if title[2]]
    if not found:
        return as_text(work.get("title")), ""
    main = next((title for title in found if title[0] in ("", "Other")), found[0])
    _, language, text = main
    others = [title for title in found if title is not main]
    subtitle = next(
        (t for kind, tag, t in others if kind == "Subtitle" and tag in ("", language)), ""
    )
    for kind, tag, other in others:
        is_other = (tag and language and tag != language) or has_cjk(other) != has_cjk(text)
        if kind == "TranslatedTitle" or (kind != "Subtitle" and is_other):
            return with_subtitle(text, subtitle), other
    return with_subtitle(text, subtitle), ""


def _abstracts(work: Work) -> tuple[str, str]:
    """The abstract, and that in the other language."""
    found = [
        (tag, text)
        for member in members(work.get("descriptions"))
        for kind, tag in [_typed(member, "descriptionType")]
        if kind == "Abstract" and (text := as_text(member.get("description")))
    ]
    if not found:
        return "", ""
    language, text = next((one for one in found if one[0] == work.get("language")), found[0])
    for tag, other in found:
        if (tag and language and tag != language) or has_cjk(other) != has_cjk(text):
            return text, other
    return text, ""


def _typed(member: dict[str, Any], key: str) -> tuple[str, str]:
    """The type and the language of a title or description."""
    return as_text(member.get(key)), as_text(member.get("lang") or member.get("xml:lang"))


def _add_subjects(work: Work, values: Values, parts: Values) -> None:
    """Free subjects are keywords, in two languages those of each; of a scheme, index terms."""
    free: dict[str, list[str]] = {}
    of_schemes: list[str] = []
    given = work.get("subjects")
    if not given:
        return
    for subject in given if isinstance(given, list) else [given]:
        text = as_text(subject.get("subject") if isinstance(subject, dict) else subject).strip()
        if not text:
            continue
        if isinstance(subject, dict) and (subject.get("subjectScheme") or text.startswith("FOS: ")):
            of_schemes.append(text)
        else:
            tag = as_text(subject.get("lang")) if isinstance(subject, dict) else ""
            free.setdefault(tag, []).append(text)
    language = as_text(work.get("language"))
    if "" in free or language not in free:
        language = next(iter(free), "")
    values["keyword"] = tuple(dict.fromkeys(free.pop(language, []) + free.pop("", [])))
    values["index_keyword"] = tuple(dict.fromkeys(of_schemes))
    parts["keyword"] = tuple(dict.fromkeys(next(iter(free.values()), [])))


def _add_container(work: Work, values: Values) -> None:
    """What the work is published in, by the related item that says so, else by ``container``."""
    related = members(work.get("relatedItems"))
    for item in related:
        if as_text(item.get("relationType")) == "IsPublishedIn":
            _add_related(item, values)
            return
    container = work.get("container")
    if not isinstance(container, dict):
        return
    kind, title = as_text(container.get("type")), as_text(container.get("title"))
    if kind != "DataRepository":
        is_series = "Series" in kind and values["type"] in WHOLE
        values["collection_title" if is_series else "container_title"] = title
    values["volume"] = as_text(container.get("volume"))
    values["issue"] = as_text(container.get("issue"))
    values["edition"] = as_text(container.get("edition"))
    # DataCite guesses the pages from a sentence: what is none is not taken for one
    values["page"] = _pages(container, _PAGE)
    number = as_text(container.get("identifier"))
    if (scheme := as_text(container.get("identifierType")).lower()) in ("issn", "isbn"):
        values[scheme] = number


def _add_related(item: dict[str, Any], values: Values) -> None:
    title, _ = _titles(item)
    values["container_title"] = title
    for key in ("volume", "issue", "edition"):
        values[key] = as_text(item.get(key))
    values["page"] = _pages(item)
    number = as_text(item.get("number"))
    if as_text(item.get("numberType")) in ("Article", "Report", "Other"):
        values["number"] = number
    values["editor"] = values["editor"] or _contributors(item, "Editor")
    for member in members(item.get("relatedItemIdentifier")):
        scheme = as_text(member.get("relatedItemIdentifierType")).lower()
        if scheme in ("issn", "eissn", "lissn"):
            values["issn"] = as_text(member.get("relatedItemIdentifier"))
        elif scheme == "isbn":
            values["isbn"] = as_text(member.get("relatedItemIdentifier"))


def _pages(place: dict[str, Any], shape: re.Pattern[str] | None = None) -> str:
    found = [as_text(place.get(key)) for key in ("firstPage", "lastPage")]
    if shape:
        found = [page if shape.fullmatch(page) else "" for page in found]
    first, last = found
    return f"{first}-{last}" if first and last and first != last else first or last


def _add_identifiers(work: Work, values: Values) -> None:
    """Identifiers of other kinds than DOI and address."""
    others: list[OtherId] = []
    for key in ("identifier", "alternateIdentifier"):
        for member in members(work.get(f"{key}s")):
            scheme, text = as_text(member.get(f"{key}Type")).lower(), as_text(member.get(key))
            if text:
                _add_identifier(scheme, text, values, others)
    if others:
        values["other_id"] = tuple(dict.fromkeys(others))


def _add_identifier(scheme: str, text: str, values: Values, others: list[OtherId]) -> None:
    if scheme in ISBNS:
        values.setdefault("isbn", text)
    elif scheme in ("issn", "pmid", "pmcid", "arxiv"):
        values.setdefault(scheme, text.removeprefix("arXiv:"))
    elif name := scheme_of(scheme):
        others.append(OtherId(name, text))


VOCABULARY = Vocabulary(SHAPE, FIELDS, values_of, document)
