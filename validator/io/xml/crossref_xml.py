"""Crossref's XML: UNIXREF and UNIXSD, a work in each ``doi_record``, and deposits of works.

The elements of a work are put under the keys of Crossref's JSON, and read as that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from validator.finding import Fault
from validator.io import types
from validator.io.json import crossref
from validator.io.json.records import Work
from validator.io.parallels import parallel_of
from validator.io.source import Source
from validator.io.xml.fields import fields
from validator.io.xml.items import Item, items, local
from validator.io.xml.tree import Node, child, children, text_at, texts_at, tree
from validator.io.xml.values import XML_LANG, provenance
from validator.record import Field, Record

WORKS = {
    "journal_article": "journal-article",
    "pending_publication": "journal-article",
    "conference_paper": "proceedings-article",
    "content_item": "book-chapter",
    "dissertation": "dissertation",
    "dataset": "dataset",
    "posted_content": "posted-content",
    "peer_review": "peer-review",
    "sa_component": "component",
}
"""Elements that are works, and Crossref's types of them."""
CONTAINERS = {
    "journal_metadata": "journal",
    "journal_issue": "journal-issue",
    "event_metadata": "event",
    "proceedings_metadata": "proceedings",
    "proceedings_series_metadata": "proceedings",
    "book_metadata": "book",
    "book_series_metadata": "book",
    "book_set_metadata": "book",
    "report-paper_metadata": "report",
    "report-paper_series_metadata": "report",
    "standard_metadata": "standard",
    "database_metadata": "database",
}
"""Elements that say what works stand in, or are works without any, and Crossref's types of them."""
ALONE = ("book", "report", "standard", "proceedings", "database", "journal-issue", "journal")
"""Those that are the work where no other is, the innermost first."""
ITEMS = {
    "chapter": "book-chapter",
    "section": "book-section",
    "part": "book-part",
    "track": "book-track",
    "reference_entry": "reference-entry",
}
BOOKS = {"monograph": "monograph", "edited_book": "edited-book", "reference": "reference-book"}

ELEMENTS = {
    "titles/title": "title",
    "titles/subtitle": "title",
    "titles/original_language_title": "original-title",
    "person_name/surname": "author",
    "person_name/given_name": "author",
    "contributors/organization": "author",
    "doi_data/doi": "DOI",
    "doi_data/resource": "URL",
    "full_title": "container-title",
    "abbrev_title": "container-title-short",
    "issn": "ISSN",
    "isbn": "ISBN",
    "proceedings_title": "container-title",
    "conference_name": "event-title",
    "journal_volume/volume": "volume",
    "volume": "volume",
    "issue": "issue",
    "first_page": "page",
    "last_page": "page",
    "item_number": "number",
    "edition_number": "edition",
    "publisher_name": "publisher",
    "publisher_place": "publisher-place",
    "institution_name": "publisher",
    "institution_place": "publisher-place",
    "degree": "genre",
    "abstract": "abstract",
    "publication_date/year": "issued",
    "posted_date/year": "issued",
    "approval_date/year": "issued",
    "review_date/year": "issued",
}
"""Elements that fill a variable, by their names and those of the elements that they need above."""
OF_CONTAINER = {**ELEMENTS, "titles/title": "container-title", "titles/subtitle": ""}

_BOOK_TYPE = re.compile(rb"""<(?:[\w.-]+:)?book\b[^<>]*\bbook_type\s*=\s*["'](\w+)["']""")
_DATES = ("publication_date", "posted_date", "approval_date", "review_date", "database_date")
NO_WORK = "a record without a work"


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of works. A ``doi_record`` without any is a fault."""
    works = _Works(source)
    for item in items(source, _names):
        if isinstance(item, Fault):
            yield from works.fault(item)
        elif local(item.element) == "doi_record":
            yield from works.doi_record(item)
        else:
            yield from works.part(item, tree(item))
    yield from works.end()


def _names(head: bytes) -> tuple[str, ...]:
    """The elements to cut: whole answers, else works and what they stand in, each alone."""
    if re.search(rb"<(?:[\w.-]+:)?doi_record\b", head):
        return ("doi_record",)
    return (*WORKS, *CONTAINERS)


class _Works:
    """The works of a file, and what those that come stand in."""

    def __init__(self, source: Source) -> None:
        self.path, self.form = source.path, source.format
        self.number = source.first_number
        self.around: dict[str, Node] = {}  # by Crossref's type
        self.book_type = ""
        self.waiting: tuple[Item, Node] | None = None  # a container that no work has followed

    def fault(self, fault: Fault) -> Iterator[Record | Fault]:
        """A fault under the number of its record; a broken container is no record."""
        name = re.match(r"<(?:[\w.-]+:)?([\w.-]+)", fault.raw)
        if fault.code == "COL002" and name and name[1] in CONTAINERS:
            self.around.pop(CONTAINERS[name[1]], None)
            yield replace(fault, code="COL006", record_number=None, raw="")
        elif fault.code == "COL002":
            yield replace(fault, record_number=self.number)
            self.number += 1
        else:
            yield fault

    def doi_record(self, item: Item) -> Iterator[Record | Fault]:
        """The work of one answer."""
        around: dict[str, Node] = {}
        work, self.book_type = None, ""
        for element in tree(item).walk():
            name = element.name
            if name == "book":
                self.book_type = element.get("book_type")
            elif name in CONTAINERS:
                around.setdefault(CONTAINERS[name], element)
            elif name in WORKS:
                work = element
                break
        alone = next((kind for kind in ALONE if kind in around), "")
        if work is None and not alone:
            yield replace(item.fault(NO_WORK), record_number=self.number)
            self.number += 1
        else:
            yield self._record(item, around[alone] if work is None else work, around)

    def part(self, item: Item, element: Node) -> Iterator[Record | Fault]:
        """The works of a part of a deposit: a work, or what the works behind it stand in."""
        kind = CONTAINERS.get(element.name)
        if kind is None:
            self.waiting = None
            yield self._record(item, element, self.around)
            return
        if kind not in ("journal-issue", "proceedings") or kind in self.around:
            yield from self.end()
            if kind != "journal-issue":
                self.around = {}
        if found := _BOOK_TYPE.findall(item.around):
            self.book_type = found[-1].decode()
        self.around[kind] = element
        if kind in ("book", "report", "standard", "database") and _doi(element):
            yield self._record(item, element, self.around)
        elif kind != "event":
            self.waiting = item, element

    def end(self) -> Iterator[Record]:
        """The container that waits, which is a work of its own: none has followed."""
        if self.waiting is not None:
            yield self._record(*self.waiting, self.around)
            self.waiting = None

    def _record(self, item: Item, work: Node, around: dict[str, Node]) -> Record:
        keys = work_of(work, around, self.book_type)
        values, parts = crossref.values_of(keys)
        abstracts = [(e.get(XML_LANG), e.lines()) for e in children(work, "abstract")]
        if abstracts:
            language, values["abstract"] = abstracts[0]
            others = (text for tag, text in abstracts if tag and language and tag != language)
            parts["abstract"] = next(others, "")
        if not values.get("type"):
            values["type"] = types.of_csl(values.get("type_as_read", ""))
        raw: list[Field] = []
        for element in around.values():
            if element is not work:
                raw += fields(element, OF_CONTAINER)
        raw += fields(work, ELEMENTS)
        values["parallel"] = parallel_of(parts, values)
        values["raw"] = tuple(raw)
        values.pop("source", None)
        place = provenance(item, self.path, self.form, "Crossref")
        values["provenance"] = place._replace(record_number=self.number)
        self.number += 1
        return Record(**values)


def work_of(work: Node, around: dict[str, Node], book_type: str) -> Work:
    """A work under the keys of Crossref's JSON."""
    kind = _kind(work, book_type)
    journal, issue = around.get("journal"), around.get("journal-issue")
    proceedings, book = around.get("proceedings"), around.get("book")
    inside = [e for e in _there(proceedings, book, around.get("database")) if e is not work]
    publisher = [work, *inside, *_there(around.get("report"))]
    people = _contributors(work)
    keys: dict[str, Any] = {
        "type": kind,
        "DOI": _doi(work),
        "URL": text_at(work, "doi_data", "resource"),
        "title": texts_at(work, "titles", "title")
        or texts_at(work, "full_title")
        or texts_at(work, "proceedings_title"),
        "subtitle": [
            text for one in children(work, "titles")[:1] for text in texts_at(one, "subtitle")
        ],
        "original-title": texts_at(work, "titles", "original_language_title"),
        "container-title": _container_titles(work, journal, inside),
        "short-container-title": texts_at(journal, "abbrev_title"),
        "issued": _date([work, *_there(issue), *inside]),
        "volume": text_at(issue, "journal_volume", "volume")
        or next((text for e in (work, *inside) if (text := _volume(e))), ""),
        "issue": text_at(issue, "issue"),
        "page": _pages(work),
        "article-number": _number(work),
        "edition-number": _first([work, *inside], "edition_number"),
        "ISSN": _all([journal, work, *inside], ("issn",), ("series_metadata", "issn")),
        "ISBN": _all([work, *inside], ("isbn",)),
        "publisher": _first(publisher, "publisher", "publisher_name"),
        "publisher-location": _first(publisher, "publisher", "publisher_place")
        or text_at(work, "institution", "institution_place"),
        "institution": texts_at(work, "institution", "institution_name"),
        "degree": texts_at(work, "degree"),
        "event": text_at(around.get("event"), "conference_name"),
        "language": work.get("language")
        or next((tag for e in _there(journal, *inside) if (tag := e.get("language"))), ""),
    }
    for role in ("author", "editor", "translator"):
        keys[role] = people.get(role, [])
    if kind == "peer-review":
        keys["author"] = [*keys["author"], *people.get("reviewer", ())]
    for element in inside:
        keys["editor"] = keys["editor"] or _contributors(element).get("editor", [])
    return keys


def _there(*nodes: Node | None) -> list[Node]:
    return [node for node in nodes if node is not None]


def _kind(work: Node, book_type: str) -> str:
    """Crossref's type of a work."""
    name = work.name
    if name == "content_item":
        kind = work.get("component_type")
        other = "reference-entry" if book_type == "reference" else "book-chapter"
        return ITEMS.get(kind, other)
    kind = WORKS.get(name) or CONTAINERS[name]
    return BOOKS.get(book_type, kind) if kind == "book" else kind


def _container_titles(work: Node, journal: Node | None, inside: list[Node]) -> list[str]:
    """The series, then the journal, the book or the proceedings that a work is in."""
    series = ("series_metadata", "titles", "title")
    found = [text for e in (*inside, work) if (text := text_at(e, *series))][:1]
    found += texts_at(journal, "full_title") if journal is not work else []
    for element in inside:
        title = text_at(element, "proceedings_title") or crossref.with_subtitle(
            text_at(element, "titles", "title"), text_at(element, "titles", "subtitle")
        )
        found += [title] if title else []
    return found


def _doi(work: Node) -> str:
    return text_at(work, "doi_data", "doi")


def _volume(element: Node) -> str:
    return text_at(element, "volume")


def _first(elements: list[Node], *path: str) -> str:
    return next((text for element in elements if (text := text_at(element, *path))), "")


def _all(elements: list[Node | None], *paths: tuple[str, ...]) -> list[str]:
    found = [text for e in elements for path in paths for text in texts_at(e, *path)]
    return list(dict.fromkeys(found))


def _date(elements: list[Node]) -> str:
    """The earliest date of the first element that has one, as Crossref itself tells it."""
    for element in elements:
        found = [iso for name in _DATES for one in children(element, name) if (iso := _iso(one))]
        if found:
            return min(found, key=lambda iso: iso + "-99" * (2 - iso.count("-")))
    return ""


def _iso(date: Node) -> str:
    year, month, day = (text_at(date, name) for name in ("year", "month", "day"))
    parts = [year, *([month.zfill(2)] if month else []), *([day.zfill(2)] if month and day else [])]
    return "-".join(parts) if year else ""


def _pages(work: Node) -> str:
    pages = child(work, "pages")
    first, last = text_at(pages, "first_page"), text_at(pages, "last_page")
    found = f"{first}-{last}" if first and last and first != last else first or last
    return ", ".join(filter(None, (found, *texts_at(pages, "other_pages"))))


def _number(work: Node) -> str:
    """The article number; of a report, a standard and their like any number."""
    for number in children(work, "publisher_item", "item_number"):
        kind = number.get("item_number_type")
        if kind.replace("-", "_") in ("article_number", "report_number"):
            return number.text
    if CONTAINERS.get(work.name) == "report":
        return text_at(work, "publisher_item", "item_number")
    if CONTAINERS.get(work.name) == "standard":
        return text_at(work, "designators", "standard_designator") or text_at(
            work, "standard_designator"
        )
    return ""


def _contributors(work: Node) -> dict[str, list[Work]]:
    """The people and bodies by role; those of a dissertation stand in it itself."""
    found: dict[str, list[Work]] = {}
    for element in (*children(work, "contributors"), work):
        for one in element.inside:
            if one.name == "organization":
                keys: Work = {"name": one.text}
            elif one.name == "person_name":
                places = texts_at(one, "affiliation")
                places += texts_at(one, "affiliations", "institution", "institution_name")
                keys = {key: text_at(one, name) for key, name in PERSON.items()}
                keys["affiliation"] = places
            else:
                continue
            role = (one.get("contributor_role") or "author").partition("-")[0]
            found.setdefault(role, []).append(keys)
    return found


PERSON = {"family": "surname", "given": "given_name", "suffix": "suffix", "ORCID": "ORCID"}
"""The keys of a person, and the elements that fill them."""
