"""Records of the tagged exports of Chinese platforms and reference managers, whatever the syntax.

A dialect says which of its tags hold what; the habits are those of the platforms (CNKI, Wanfang,
VIP), which write the same values in each: several authors in one field, the number of a standard
in the volume, the number of the journal (CN) in the notes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any, NamedTuple

from validator.finding import Fault
from validator.io import types
from validator.io.parallels import parallel_of
from validator.io.source import Source
from validator.io.tagged.lines import Dialect, Group, TagValues, groups, in_other_script
from validator.io.values import add_note_lines, keywords, name, one_line, people, serials
from validator.record import Name, OtherId, Provenance, Record
from validator.text import dates
from validator.text.identifiers.standard_numbers import is_isbn
from validator.text.patterns import lazy
from validator.text.script import has_cjk


class Layout(NamedTuple):
    """A tagged format: how it is cut, and its tags by what they hold, the best first.

    ``opener`` is the tag of the type; ``key`` makes a tag comparable. What tags hold: type, id,
    title, author, editor, third (the editors of EndNote's books), translator; container, short,
    secondary, tertiary (titles), series, event, publisher, place; year, date, volume, issue,
    pages, first-page, page-count, edition, number, genre, degree (of theses alone); doi,
    perhaps-doi, serial, isbn, pmid, pmcid, url, call-number; language, classification, keyword,
    abstract, affiliation, note; source, database; and other-title, other-author and so on for
    values in the other language.
    """

    dialect: Dialect
    tags: Mapping[str, tuple[str, ...]]
    opener: str
    key: Callable[[str], str] = str
    keywords: Callable[[list[str]], tuple[str, ...]] | None = None  # of the fields that hold them


WHOLE = frozenset(("book", "thesis", "periodical", "map", "pamphlet", "report", "standard"))
"""Types that are whole volumes: a lone number among their pages counts them."""
SHELVED = frozenset(("book", "report", "software", "document", "standard", "map"))
"""Types whose secondary title is a series."""
NUMBERED = frozenset(("patent", "standard", "report"))
"""Types whose serial number is a number of their own."""
TRANSLATED = frozenset(("book", "chapter", "entry-encyclopedia", "entry-dictionary"))

_CN = lazy(r"\s*(?:CN\s*)?(\d{2}-\d{4}(?:/[A-Z]{1,3}\d{0,3})?)\s*")
_DOI = lazy(r"\s*((?:doi\b|10\.|https?://(?:dx\.)?doi\.org/)\S.*)", re.IGNORECASE)
_STANDARD = lazy(r"\s*([A-Z]{1,6}(?:/[A-Z]{1,4})?\s?\d[\d.]{0,12}\s?[-—–]{1,2}\s?\d{2,4})\s*")
_PATENT = lazy(r"\s*([A-Z]{2}\s?\d{5,14}(?:\.[\dX])?\s?[A-Z]?\d?)\s*")
_ISBN = re.compile(r"(?:97[89])?[0-9]{9}[0-9Xx]")
_RANGE = re.compile(r"[-–—~～+,，;]")
_DASH = re.compile(r"[-–—~～+]")
_PAGES = (("page", "page"), ("number-of-pages", "number_of_pages"))
_ONE_TAG = lazy(r"\s?%[AEYK]\s")  # older files of CNKI: "%A 甲 %A 乙" in a line


def tags(**roles: str) -> dict[str, tuple[str, ...]]:
    """A table of tags as `Layout` wants it, from words; a tag with a blank in it is in brackets."""
    return {
        role.replace("_", "-"): tuple(a or b for a, b in re.findall(r"\[(.+?)\]|(\S+)", words))
        for role, words in roles.items()
    }


def read(source: Source, layout: Layout) -> Iterator[Record | Fault]:
    """The records of an export. One that holds nothing but its type is a fault."""
    here = Provenance(source.path, source.format)
    number = source.first_number
    prose = layout.tags["abstract"] + layout.tags.get("note", ())
    heads = frozenset(layout.tags[role][0] for role in ("title", "author"))
    dialect = layout.dialect._replace(
        is_prose=lambda name: layout.key(name) in prose, heads=layout.dialect.heads or heads
    )
    for item in groups(source, dialect):
        if isinstance(item, Fault):
            yield replace(item, record_number=number)
        elif not any(item.fields.values) or _is_greeting(item, layout):
            continue
        elif all(layout.key(name) == layout.opener for name in item.fields.names):
            yield item.fault(ONLY_TYPE, number)
        else:
            yield record_of(item, layout, here, number)
        number += 1


ONLY_TYPE = "a record without any field but its type"


def _is_greeting(group: Group, layout: Layout) -> bool:
    """Whether these lines are no record: neither a type nor a title nor an author is in them."""
    found = set(map(layout.key, group.fields.with_values().names))
    return found.isdisjoint((layout.opener, *layout.tags["title"], *layout.tags["author"]))


def record_of(group: Group, layout: Layout, here: Provenance, number: int) -> Record:
    """The record that the fields of a group make."""
    held = _Roles(TagValues(group.fields, layout.key), layout.tags)
    word = held.first("type", "type")
    kind = types.of_export(word)
    values: dict[str, Any] = {"type": kind, "type_as_read": word}
    source = held.first("", "source") or held.first("", "database")
    if "年鉴" in held.text("database") or "年鑒" in held.text("database"):
        values |= {"type": "chapter", "type_is_inferred": True}  # CNKI calls them standards
    elif kind == "document" and "成果" in held.text("database"):
        values |= {"type": "report", "type_is_inferred": True}
    kind = values["type"]
    values |= _identifiers(held, kind)
    values |= _titles(held, kind)
    values["author"] = _people(held.all("author", "author"))
    values["editor"] = _people(held.all("editor", "editor"))
    if (
        not values["editor"] and word.lower() == "book"
    ):  # EndNote: the second people edit the series
        values["editor"] = _people(held.all("editor", "third"))
    if not values["editor"] and word.lower() == "edited book":  # EndNote: its authors are these
        values["author"], values["editor"] = (), values["author"]
        held.read.rename("author", "editor")
    if kind in TRANSLATED:
        values["translator"] = _people(held.all("translator", "translator"))
    values |= _numbering(held, kind, values)
    values["issued"] = _issued(held.first("issued", "year"), held.first("issued", "date"))
    values["publisher_place"] = held.first("publisher-place", "place")
    values["language"] = held.first("language", "language")
    values["classification"] = held.first("classification", "classification")
    values["abstract"] = held.first("abstract", "abstract", lines=True)
    values["keyword"] = (layout.keywords or _keywords)(held.all("keyword", "keyword"))
    values["affiliation"] = _affiliations(held.all("affiliation", "affiliation"))
    if genre := held.first("genre", "genre") or (
        held.first("genre", "degree") if kind == "thesis" else ""
    ):
        values["genre"] = genre
    values["note"] = "\n".join(held.all("note", "note"))
    parallel = _parallel(held, values)
    add_note_lines(values["note"], values, parallel)
    if not values["type"] and not word:
        types.infer(values)
    values["parallel"] = parallel_of(parallel, values)
    values["raw"] = held.read.raw()
    values["provenance"] = group.provenance(here, number, source)
    return Record(**values)


class _Roles:
    """The values of a record by role."""

    def __init__(self, read: TagValues, tags: Mapping[str, tuple[str, ...]]) -> None:
        self.read = read
        self.tags = tags

    def first(self, variable: str, role: str, *, lines: bool = False) -> str:
        """The first value of a role that no variable has taken; ``lines`` keeps its lines."""
        for tag in self.tags.get(role, ()):
            for index in self.read.by_tag.get(tag, ()):
                if not self.read.variables[index]:
                    self.read.variables[index] = variable
                    value = self.read.values[index]
                    return value if lines else one_line(value)
        return ""

    def all(self, variable: str, role: str) -> list[str]:
        """The values of a role that no variable has taken, in the order of the file."""
        found = self.left(role)
        for index in found:
            self.read.variables[index] = variable
        return [self.read.values[index] for index in found]

    def where(self, variable: str, pattern: re.Pattern[str], *roles: str) -> str:
        """The first group of a pattern in the first value of these roles that is all of it."""
        for role in roles:
            for index in self.left(role):
                if found := pattern.fullmatch(one_line(self.read.values[index])):
                    self.read.variables[index] = variable
                    return found[1]
        return ""

    def left(self, role: str) -> list[int]:
        """The places of the values of a role that no variable has taken."""
        by_tag, variables = self.read.by_tag, self.read.variables
        found = [
            i for tag in self.tags.get(role, ()) for i in by_tag.get(tag, ()) if not variables[i]
        ]
        return sorted(set(found)) if len(found) > 1 else found

    def text(self, role: str) -> str:
        """All values of a role, taken or not, for a look."""
        by_tag, values = self.read.by_tag, self.read.values
        return " ".join(values[i] for t in self.tags.get(role, ()) for i in by_tag.get(t, ()))


def _identifiers(held: _Roles, kind: str) -> dict[str, Any]:
    """DOI, serial numbers, the CN of a journal, the numbers of standards and patents."""
    found: dict[str, Any] = {
        "doi": held.first("DOI", "doi") or held.where("DOI", _DOI, "perhaps-doi"),
        "pmid": held.first("PMID", "pmid"),
        "pmcid": held.first("PMCID", "pmcid"),
        "url": held.first("URL", "url"),
    }
    if cn := held.where("other-id", _CN, "call-number", "note"):
        found["other_id"] = (OtherId("cn", cn),)
    if kind == "standard" or kind == "legislation":
        found["number"] = held.where("number", _STANDARD, "number", "serial", "isbn", "volume")
    elif kind == "patent":
        found["number"] = held.where("number", _PATENT, "number", "serial", "note", "genre")
        held.where("number", _PATENT, "genre")  # CNKI says it twice
    if kind in NUMBERED and not found.get("number"):
        found["number"] = held.first("number", "number")
    if kind not in NUMBERED:
        found["id"] = held.first("id", "id")
    numbers: dict[str, dict[str, None]] = {}
    for index in held.left("serial") + held.left("isbn"):
        value = one_line(held.read.values[index])
        scheme = "number"
        if kind not in NUMBERED or re.search(r"\d{4}-\d{3}[\dXx]|97[89]", value):
            (scheme,) = serials((value,), of_book=kind in TRANSLATED or kind in WHOLE)
        held.read.variables[index] = scheme if scheme == "number" else scheme.upper()
        numbers.setdefault(scheme, {})[value] = None
    for scheme, texts in numbers.items():
        found[scheme] = found.get(scheme) or "; ".join(texts)
    for index in held.left("volume"):
        digits = re.sub(r"[\s-]", "", held.read.values[index])
        if _ISBN.fullmatch(digits) and is_isbn(digits) and not found.get("isbn"):  # yearbooks
            found["isbn"] = one_line(held.read.values[index])
            held.read.variables[index] = "ISBN"
    return found


def _titles(held: _Roles, kind: str) -> dict[str, str]:
    """The title, what it stands in, the publisher and the series."""
    found = {"title": held.first("title", "title")}
    if kind == "thesis":
        found["publisher"] = held.first("publisher", "publisher") or held.first(
            "publisher", "container"
        )
        return found
    found["container_title"] = held.first("container-title", "container")
    if kind == "paper-conference" and (proceedings := held.first("container-title", "tertiary")):
        found["container_title"] = proceedings  # the secondary title is that of the conference
        found["event_title"] = held.first("event-title", "secondary")
    elif kind == "paper-conference" and _is_event(held, found["container_title"]):
        found["event_title"] = held.first("event-title", "secondary")
    if kind in SHELVED:
        found["collection_title"] = held.first("collection-title", "secondary")
    elif not found["container_title"] and kind != "patent":
        found["container_title"] = held.first("container-title", "secondary")
    found["collection_title"] = found.get("collection_title") or held.first(
        "collection-title", "series"
    )
    if event := held.first("event-title", "event"):
        found["event_title"] = event
    found["publisher"] = held.first("publisher", "publisher")
    found["container_title_short"] = held.first("container-title-short", "short")
    return found


def _is_event(held: _Roles, container: str) -> bool:
    """Whether the secondary title of a paper is the name of its conference: neither what the
    paper stands in nor that in the other script."""
    others = [one_line(held.read.values[index]) for index in held.left("secondary")[:1]]
    return bool(container) and any(
        other != container and not in_other_script(other, container) for other in others
    )


def _people(texts: list[str]) -> tuple[Name, ...]:
    """The names of fields that hold one each or, as the platforms write them, several."""
    return tuple([found for text in texts for found in names_of(text)])


def names_of(text: str) -> tuple[Name, ...]:
    """The names of one field."""
    text = one_line(text)
    if "%" in text:
        text = _ONE_TAG.sub(";", text)
    if ";" in text or "；" in text or has_cjk(text):
        return people(text)
    if text.endswith(",") and text.count(",") == 1:  # EndNote: the name of a body
        return (Name(literal=text[:-1].strip(), raw=text),)
    return (name(text),)


def _keywords(texts: list[str]) -> tuple[str, ...]:
    return tuple([word for text in texts for word in _words(text)])


def _words(text: str) -> tuple[str, ...]:
    """The keywords of a field; Wanfang parts Chinese ones by blanks."""
    found = keywords(text)
    if len(found) != 1 or " " not in text:
        return found
    words = found[0].split()
    han = [has_cjk(word) for word in words]
    alone = not any(not a and not b for a, b in pairwise(han))
    return tuple(words) if alone and 2 * sum(han) >= len(han) and sum(han) > 1 else found


def _affiliations(texts: list[str]) -> tuple[str, ...]:
    """The institutions; older records of CNKI join them by commas, a ! before their town."""
    found: list[str] = []
    for text in texts:
        text = one_line(text)
        parts = re.split("[;；]", text)
        if len(parts) == 1 and "!" in text:
            parts = text.split(",")
        found += [part for piece in parts if (part := piece.strip())]
    return tuple(found)


def _numbering(held: _Roles, kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Volume, issue, pages and edition; numbers without the zeros that platforms put before."""
    found: dict[str, Any] = {}
    if kind != "thesis":  # CNKI: the month of the defence
        found["volume"] = _unpadded(held.first("volume", "volume"))
        found["issue"] = _unpadded(held.first("issue", "issue"))
    if kind == "thesis" and has_cjk(held.text("edition")):
        found["genre"] = held.first("genre", "edition")  # VIP: 博士
    elif edition := held.first("edition", "edition"):
        found["edition"] = edition
    if not values.get("number") and not kind.startswith("article") and kind not in NUMBERED:
        found["number"] = held.first("number", "number")
    pages = {i: one_line(held.read.values[i]) for i in held.left("pages")}
    has_range = any(_RANGE.search(text) for text in pages.values())
    for index, text in pages.items():
        is_count = not _DASH.search(text) if kind in WHOLE else has_range and text.isdecimal()
        variable, attribute = _PAGES[is_count]
        if attribute not in found:
            found[attribute] = text
            held.read.variables[index] = variable
    if first := held.first("page", "first-page"):
        found["page"] = _joined(first, found.get("page", ""))
    is_range = "page" not in found and _DASH.search(held.text("page-count")) is not None
    variable, attribute = _PAGES[not is_range]
    if (count := held.first(variable, "page-count")) and count.strip("0"):
        found.setdefault(attribute, count)
    return found


def _unpadded(text: str) -> str:
    return (text.lstrip("0") or text) if text.isdecimal() else text


def _joined(first: str, others: str) -> str:
    """The range of the first page and the other pages; these may be the whole range already."""
    if not others or others == first:
        return first
    if _RANGE.search(others) or _RANGE.search(first):
        return others if _RANGE.search(others) else first
    return f"{first}-{others}"


def _issued(year: str, fuller: str) -> dates.Date | None:
    """The fuller date, unless the year says otherwise; else the year, with month and day."""
    if fuller:
        read = dates.parse(fuller)
        if read.year is not None and (not year or str(read.year) in year):
            return read
        if year and read.year is None:
            joined = dates.parse(f"{year} {fuller}")
            if joined.month and str(joined.year) in year:
                return joined
    return dates.parse(year or fuller) if year or fuller else None


def _parallel(held: _Roles, values: dict[str, Any]) -> dict[str, Any]:
    """The values in the other language: of tags of their own, else a second in another script."""
    read, tagged = held.read, held.tags
    title = held.first("original-title", "other-title")
    journal = held.first("original-container-title", "other-container")
    return {
        "title": title or read.other("original-title", values["title"], *tagged["title"]),
        "author": _people(held.all("original-author", "other-author")),
        "container_title": journal
        or read.other(
            "original-container-title",
            values.get("container_title", ""),
            *tagged["container"],
            *tagged.get("secondary", ()),
        ),
        "keyword": _keywords(held.all("original-keyword", "other-keyword")),
        "affiliation": _affiliations(held.all("original-affiliation", "other-affiliation")),
        "abstract": held.first("original-abstract", "other-abstract")
        or read.other("original-abstract", values["abstract"], *tagged["abstract"]),
    }
