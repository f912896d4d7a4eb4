"""Crossref's JSON: works as its REST API and its public data files give them.

CSL-JSON from Crossref has the same keys, but ``title`` and ``container-title`` as texts; here they
are lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from validator.finding import Fault
from validator.io import types
from validator.io.json import records as json_records
from validator.io.json.records import Values, Vocabulary, Work
from validator.io.json.values import as_date, as_text, as_texts, members
from validator.io.json.window import Shape
from validator.io.markup import flattened
from validator.io.source import Source
from validator.io.values import LONGEST_NAME
from validator.record import Name, Record
from validator.text.script import has_cjk

TYPES = {
    "book": "book",
    "book-chapter": "chapter",
    "book-part": "chapter",
    "book-section": "chapter",
    "book-series": "book",
    "book-set": "book",
    "book-track": "chapter",
    "component": "document",
    "database": "dataset",
    "dataset": "dataset",
    "dissertation": "thesis",
    "edited-book": "book",
    "grant": "document",
    "journal": "periodical",
    "journal-article": "article-journal",
    "journal-issue": "periodical",
    "journal-volume": "periodical",
    "monograph": "book",
    "other": "document",
    "peer-review": "review",
    "posted-content": "article",
    "proceedings": "book",
    "proceedings-article": "paper-conference",
    "proceedings-series": "book",
    "reference-book": "book",
    "reference-entry": "entry-encyclopedia",
    "report": "report",
    "report-component": "report",
    "report-series": "report",
    "standard": "standard",
    "standard-series": "standard",
}
"""The types of Crossref as CSL types."""
IN_VOLUMES = frozenset(("book-chapter", "book-part", "book-section", "proceedings-article"))
"""Types whose container is a book, which a series may hold: of two titles the first is that."""
IN_SERIES = frozenset(
    (
        *("book", "monograph", "edited-book", "reference-book", "book-set", "proceedings"),
        *("report", "report-component", "standard", "dissertation"),
    )
)
"""Types whose container is a series."""
DATES = ("issued", "published", "published-print", "published-online", "posted", "approved")
"""Dates of a work, the first that is there counts."""

TEXTS = {
    "DOI": "doi",
    "URL": "url",
    "abstract": "abstract",
    "standard-number": "number",
    "report-number": "number",
    "article-number": "number",
    "degree": "genre",
    "edition-number": "edition",
    "event": "event_title",
    "issue": "issue",
    "language": "language",
    "page": "page",
    "publisher": "publisher",
    "publisher-location": "publisher_place",
    "short-container-title": "container_title_short",
    "source": "source",
    "type": "type_as_read",
    "volume": "volume",
}
"""The keys of a work whose value is one text, and the attributes that it fills."""
FIELDS = {
    "DOI": "DOI",
    "ISBN": "ISBN",
    "ISSN": "ISSN",
    "URL": "URL",
    "abstract": "abstract",
    "article-number": "number",
    "author": "author",
    "container-title": "container-title",
    "degree": "genre",
    "edition-number": "edition",
    "editor": "editor",
    "event": "event-title",
    "institution": "publisher",
    "issn-type": "ISSN",
    "issue": "issue",
    "issued": "issued",
    "language": "language",
    "original-title": "original-title",
    "page": "page",
    "publisher": "publisher",
    "publisher-location": "publisher-place",
    "report-number": "number",
    "short-container-title": "container-title-short",
    "standard-number": "number",
    "subject": "index-keyword",
    "subtitle": "title",
    "title": "title",
    "translator": "translator",
    "type": "type",
    "volume": "volume",
}
"""The keys of a work that fill a variable."""

SHAPE = Shape(
    envelopes=(("message", "items"), ("message",), ("items",)),
    opening=r'\{\s*"(?:(?:abstract|author|indexed|issue|publisher(?:-location)?|reference-count'
    r'|short-container-title|title)"\s*:|DOI"\s*:\s*"10\.(?!13039/)[0-9])',
    marks="title container-title indexed deposited member issn-type reference-count "
    "is-referenced-by-count short-container-title",
)


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of works, lists and answers of Crossref, one a line or all in one."""
    return json_records.read(source, VOCABULARY)


def values_of(work: Work) -> tuple[Values, Values]:
    """The attributes of a Record that a work fills, and those of its Parallel."""
    word = as_text(work.get("type"))
    values = json_records.texts_of(work, TEXTS)
    values["id"] = values.get("doi", "")
    values["type"] = TYPES.get(word) or types.of_csl(word)
    for key in DATES:
        if (value := work.get(key)) and (date := as_date(value)):
            values["issued"] = date
            break
    if numbers := work.get("ISBN"):
        values["isbn"] = _numbers(numbers)
    if numbers := work.get("ISSN"):
        values["issn"] = _numbers(numbers)
    if (numbers := work.get("issn-type")) and not values.get("issn"):
        values["issn"] = _numbers(numbers)
    if subjects := work.get("subject"):
        values["index_keyword"] = as_texts(subjects)
    for role in ("author", "editor", "translator"):
        if listed := work.get(role):
            values[role] = people(listed)
    if abstract := values.get("abstract"):
        values["abstract"] = flattened(abstract)
    if not values.get("publisher"):
        values["publisher"] = as_text(work.get("institution"))
    if not values.get("issue"):
        values["issue"] = as_text(_part(work, "journal-issue", "issue"))
    parts: Values = {}
    titles = as_texts(work.get("title"))
    _add_title(titles, work, values, parts)
    _add_container(as_texts(work.get("container-title")), word, values, parts)
    return values, parts


def with_subtitle(title: str, subtitle: str) -> str:
    """A title with its subtitle, as it is where it has that already."""
    if not subtitle or subtitle.casefold() in title.casefold():
        return title
    blank = " " if title[-1:] in "?!.:;？！。：；" else ": "
    return f"{title}{blank}{subtitle}" if title else subtitle


def _add_title(titles: tuple[str, ...], work: Work, values: Values, parts: Values) -> None:
    """The title; one in the other script, or the original one, is its parallel value."""
    if not titles:
        return
    title = titles[0]
    values["title"] = with_subtitle(title, as_text(work.get("subtitle")))
    others = [other for other in titles[1:] if has_cjk(other) != has_cjk(title)]
    others += as_texts(work.get("original-title"))
    if others:
        parts["title"] = next((t for t in others if t.casefold() != title.casefold()), "")


def _add_container(titles: tuple[str, ...], word: str, values: Values, parts: Values) -> None:
    """The container and its series; of a journal in two scripts the second is parallel."""
    if not titles:
        return
    other = next((title for title in titles[1:] if has_cjk(title) != has_cjk(titles[0])), "")
    if other:
        values["container_title"] = titles[0]
        parts["container_title"] = other
    elif word in IN_SERIES:
        values["collection_title"] = titles[0]
    elif len(titles) > 1 and word in IN_VOLUMES:
        values["collection_title"], values["container_title"] = titles[:2]
    else:
        values["container_title"] = titles[0]


def people(value: Any) -> tuple[Name, ...]:
    """The names of a list of contributors."""
    return tuple([name for member in members(value) if (name := _name(member))])


def _name(member: dict[str, Any]) -> Name | None:
    """A person, or a body that stands as ``name``; one alone in ``family`` or ``given`` is kept."""
    family, given = as_text(member.get("family")), as_text(member.get("given"))
    literal = "" if family or given else as_text(member.get("name"))
    if not (family or given or literal):
        return None
    affiliation = as_texts(member.get("affiliation"))
    suffix, orcid = as_text(member.get("suffix")), as_text(member.get("ORCID"))
    if affiliation or orcid or len(family) + len(given) + len(literal) > LONGEST_NAME:
        return Name(family, given, "", suffix, literal, "", orcid, affiliation)
    return _shared(family, given, suffix, literal)


@lru_cache(maxsize=2**14)
def _shared(family: str, given: str, suffix: str, literal: str) -> Name:
    """People write many papers: a Name is immutable and stands in all."""
    return Name(family, given, suffix=suffix, literal=literal)


def _numbers(value: Any) -> str:
    """ISSNs or ISBNs, each once; older files have them behind an address of Crossref."""
    plain = [t.rpartition("/")[2] if t.startswith("http") else t for t in as_texts(value)]
    return "; ".join(dict.fromkeys(plain)) if len(plain) != 1 else plain[0]


def _part(work: Work, key: str, name: str) -> Any:
    value = work.get(key)
    return value.get(name) if isinstance(value, dict) else None


VOCABULARY = Vocabulary(SHAPE, FIELDS, values_of)
