"""JATS, the articles of PubMed Central, SciELO and J-STAGE: what stands before the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from validator.finding import Fault
from validator.io import types
from validator.io.parallels import parallel_of
from validator.io.source import Source
from validator.io.values import name as parsed
from validator.io.xml.items import EMPTY, Item, items, local, text_of, texts_in
from validator.io.xml.values import XML_LANG, new, provenance
from validator.record import Field, Name, Record
from validator.text import dates

if TYPE_CHECKING:
    from lxml.etree import _Element

TYPES = {
    "": "article-journal",
    "abstract": "article-journal",
    "book-review": "review-book",
    "product-review": "review",
    "preprint": "article",
    "dissertation": "thesis",
    "news": "article-journal",
}
"""Values of article-type that are no article of a journal; the rest is."""
DATES = ("ppub", "epub-ppub", "pub", "issue-pub", "epub", "collection", "")
"""Types of ``pub-date``, the best first."""
IDENTIFIERS = {
    "doi": ("doi", "DOI"),
    "pmid": ("pmid", "PMID"),
    "pmc": ("pmcid", "PMCID"),
    "pmcid": ("pmcid", "PMCID"),
    "arxiv": ("arxiv", "arxiv"),
}


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of JATS. One without front matter is a fault."""
    path, form = source.path, source.format
    for item in items(source, ("article",)):
        if isinstance(item, Fault):
            yield item
            continue
        front = item.element.find("{*}front")
        if front is None:
            yield item.fault(EMPTY)
        else:
            yield _Reading(item).record(front, path, form)


class _Reading:
    """The article being read."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.values: dict[str, Any] = {}
        self.fields: list[Field] = []
        self.lists: dict[str, list[Any]] = {}
        self.parallel: dict[str, Any] = {}
        self.dated: list[tuple[int, str]] = []
        self.institutions: dict[str, str] = {}
        self.language = item.element.get(XML_LANG) or ""

    def record(self, front: _Element, path: str, form: str) -> Record:
        for aff in front.iter("{*}aff"):
            if key := aff.get("id"):
                self.institutions[key] = _institution(aff)
        self.walk(front)
        values = self.values
        for attribute, found in self.lists.items():
            if attribute in ("issn", "isbn"):
                values[attribute] = "; ".join(dict.fromkeys(found))
            elif attribute[0] != "_":
                values[attribute] = tuple(found)
        if parallel := self.lists.get("_keyword"):
            self.parallel["keyword"] = tuple(parallel)
        if values.get("container_title_short") == values.get("container_title"):
            values.pop("container_title_short", None)
        first, last = values.pop("_first", ""), values.pop("_last", "")
        if first and "page" not in values:
            values["page"] = f"{first}-{last}" if last and last != first else first
        if self.dated:
            values["issued"] = dates.parse(min(self.dated)[1])
        word = self.item.element.get("article-type") or ""
        kind = TYPES.get(word) or types.of_word(word)
        is_sure = bool(word and kind)
        values |= {"type": kind or "article-journal", "type_as_read": word}
        values |= {"type_is_inferred": not is_sure, "language": self.language}
        if self.parallel:
            values["parallel"] = parallel_of(self.parallel, values)
        values["raw"] = tuple(self.fields)
        values["provenance"] = provenance(self.item, path, form)
        return Record(**values)

    def walk(self, element: _Element) -> None:
        for child in element:
            name = local(child)
            handler = HANDLERS.get(name)
            if handler is None:
                if len(child) and name in _FRAMES:
                    self.walk(child)
                else:
                    self.add(name, text_of(child), child)
            elif isinstance(handler, tuple):
                self.put(*handler, name, child, text_of(child))
            else:
                handler(self, child)

    def add(self, name: str, text: str, element: _Element, variable: str = "") -> None:
        """Keep a raw field."""
        if text:
            line = self.item.line_of(element)
            self.fields.append(new(Field, (name, text, variable, line, None, None, None)))

    def put(self, attribute: str, variable: str, name: str, element: _Element, text: str) -> None:
        """A value of a variable, where it has none yet."""
        there = attribute in self.values
        self.add(name, text, element, "" if there else variable)
        if text and not there:
            self.values[attribute] = text

    def is_other(self, element: _Element) -> bool:
        """Whether an element says another language than the article."""
        language = element.get(XML_LANG) or ""
        return bool(language and self.language and language != self.language)

    def note_language(self, element: _Element) -> None:
        if language := element.get(XML_LANG):
            self.parallel.setdefault("language", language)


_Handler = Callable[[_Reading, "_Element"], None]


def _institution(aff: _Element) -> str:
    """An affiliation without its label."""
    labels = [part for part in aff if local(part) in ("label", "sup")]
    text = text_of(aff)
    for label in labels[:1]:
        text = text.removeprefix(text_of(label)).lstrip()
    return text


def _kept(reading: _Reading, element: _Element) -> None:
    texts = filter(None, map(str.strip, texts_in(element)))
    reading.add(local(element), " ".join(texts), element)


def _journal_id(reading: _Reading, element: _Element) -> None:
    kind = element.get("journal-id-type") or ""
    is_short = kind in ("iso-abbrev", "nlm-ta")
    name, text = f"journal-id {kind}".strip(), text_of(element)
    if is_short:
        reading.put("container_title_short", "container-title-short", name, element, text)
    else:
        reading.add(name, text, element)


def _serial(reading: _Reading, element: _Element) -> None:
    name, text = local(element), text_of(element)
    attribute = "isbn" if name == "isbn" else "issn"
    reading.add(name, text, element, attribute.upper())
    if text:
        reading.lists.setdefault(attribute, []).append(text)


def _article_id(reading: _Reading, element: _Element) -> None:
    kind = (element.get("pub-id-type") or "").lower()
    name, text = f"article-id {kind}".strip(), text_of(element)
    if kind not in IDENTIFIERS:
        reading.add(name, text, element)
        return
    there = "pmcid" in reading.values
    reading.put(*IDENTIFIERS[kind], name, element, text)
    if kind.startswith("pmc") and text.isdecimal() and not there:
        reading.values["pmcid"] = f"PMC{text}"


def _titles(reading: _Reading, element: _Element) -> None:
    """The title with its subtitle, and the translated one."""
    subtitle = next((text_of(e) for e in element if local(e) == "subtitle"), "")
    for part in element:
        name, text = local(part), text_of(part)
        if name == "article-title":
            text = f"{text.rstrip(' :')}: {subtitle}" if subtitle else text
            reading.put("title", "title", name, part, text)
        elif name == "trans-title-group":
            for title in part:
                _translated(reading, title, part)
        elif name == "trans-title":
            _translated(reading, part, part)
        elif name != "subtitle":
            reading.add(name, text, part)


def _translated(reading: _Reading, title: _Element, around: _Element) -> None:
    text, name = text_of(title), local(title)
    if name == "trans-subtitle" and reading.parallel.get("title"):
        reading.parallel["title"] += f": {text}"
        reading.add(name, text, title, "original-title")
    elif name == "trans-title" and "title" not in reading.parallel:
        reading.parallel["title"] = text
        reading.note_language(title)
        reading.note_language(around)
        reading.add(name, text, title, "original-title")
    else:
        reading.add(name, text, title)


def _contributor(reading: _Reading, element: _Element) -> None:
    """An author or translator; others, such as the editor who handled the paper, stay raw."""
    kind = (element.get("contrib-type") or "author").lower()
    role = kind if kind in ("author", "translator") else ""
    names = [e for e in element.iter() if local(e) in _NAMES and not _is_nested(e, element)]
    found = [name for e in names if (name := _name(e, element, reading))]
    if not found:
        _kept(reading, element)
        return
    reading.add("contrib", found[0].raw, element, role)
    if role:
        reading.lists.setdefault(role, []).append(found[0])
    if role == "author" and len(found) > 1:
        reading.parallel["author"] = (*reading.parallel.get("author", ()), found[1])
        reading.note_language(names[1])
        reading.add("contrib", found[1].raw, element, "original-author")


_NAMES = ("name", "string-name", "collab")


def _is_nested(element: _Element, contributor: _Element) -> bool:
    """Whether a name is that of a member of a body, who has an element of contribution."""
    return next(element.iterancestors("{*}contrib"), None) is not contributor


def _name(element: _Element, contributor: _Element, reading: _Reading) -> Name | None:
    parts = {local(e): text_of(e) for e in element}
    orcid = next(
        (
            text_of(e)
            for e in contributor.iter("{*}contrib-id")
            if e.get("contrib-id-type") == "orcid"
        ),
        "",
    )
    linked = [
        reading.institutions.get(key, "")
        for e in contributor.iter("{*}xref")
        if e.get("ref-type") == "aff"
        for key in (e.get("rid") or "").split()
    ]
    own = [_institution(e) for e in contributor if local(e) == "aff"]
    affiliation = tuple(filter(None, linked + own))
    if local(element) == "collab":
        text = (element.text or "").strip() or text_of(element)
        return Name(literal=text, raw=text, affiliation=affiliation) if text else None
    family, given = parts.get("surname", ""), parts.get("given-names", "")
    if not (family or given):
        text = text_of(element)
        base = parsed(text) if text else None
        return base and Name(
            base.family, base.given, base.particles, base.suffix, base.literal, text, orcid,
            affiliation,
        )  # fmt: skip
    suffix = parts.get("suffix", "")
    raw = ", ".join(filter(None, (family, suffix, given)))
    return Name(family, given, suffix=suffix, raw=raw, orcid=orcid, affiliation=affiliation)


def _published(reading: _Reading, element: _Element) -> None:
    kind = element.get("pub-type") or element.get("date-type") or ""
    parts = {local(e): text_of(e) for e in element}
    if season := parts.get("season"):
        text = f"{parts.get('year', '')} {season}".strip()
    else:
        found = [parts.get(unit, "") for unit in ("year", "month", "day")]
        text = dates.of_fields(*_padded(found)).raw if any(found) else ""
    text = text or parts.get("string-date", "")
    is_date = bool(text) and kind in DATES
    reading.add(f"pub-date {kind}".strip(), text, element, "issued" if is_date else "")
    if is_date:
        reading.dated.append((DATES.index(kind), text))


def _padded(parts: list[str]) -> list[str]:
    return [part.zfill(2) if part.isdecimal() else part for part in parts]


def _abstract(reading: _Reading, element: _Element) -> None:
    """The abstract; graphical ones and highlights stay as they stand."""
    name = local(element)
    text = _sections(element)
    if name == "trans-abstract" or reading.is_other(element):
        taken = "abstract" in reading.parallel
        reading.add(name, text, element, "" if taken else "original-abstract")
        if not taken and text:
            reading.parallel["abstract"] = text
            reading.note_language(element)
    elif element.get("abstract-type"):
        reading.add(f"abstract {element.get('abstract-type')}", text, element)
    else:
        reading.put("abstract", "abstract", name, element, text)


def _sections(element: _Element) -> str:
    """The paragraphs, each section behind its heading: ``Methods: We did.``"""
    found: list[str] = []
    heading = ""
    for part in element.iter():
        name = local(part)
        if name == "title" and part.getparent() is not element:
            heading = text_of(part).rstrip(" .:")
        elif name == "p" and (text := text_of(part)):
            found.append(f"{heading}: {text}" if heading else text)
            heading = ""
    return " ".join(found)


def _keywords(reading: _Reading, element: _Element) -> None:
    kind = element.get("kwd-group-type") or ""
    attribute, variable = "keyword", "keyword"
    if reading.is_other(element):
        attribute, variable = "_keyword", "original-keyword"
    if kind.startswith("abbr"):
        attribute = variable = ""
    for part in element.iter("{*}kwd", "{*}compound-kwd"):
        text = text_of(part)
        reading.add("kwd", text, part, variable)
        if text and attribute:
            reading.lists.setdefault(attribute, []).append(text)


_FRAMES = frozenset(
    (
        "journal-meta",
        "article-meta",
        "journal-title-group",
        "publisher",
        "contrib-group",
        "abstract",
    )
)
HANDLERS: dict[str, tuple[str, str] | _Handler] = {
    "journal-title": ("container_title", "container-title"),
    "abbrev-journal-title": ("container_title_short", "container-title-short"),
    "publisher-name": ("publisher", "publisher"),
    "publisher-loc": ("publisher_place", "publisher-place"),
    "volume": ("volume", "volume"),
    "issue": ("issue", "issue"),
    "fpage": ("_first", "page"),
    "lpage": ("_last", "page"),
    "elocation-id": ("number", "number"),
    "edition": ("edition", "edition"),
    "journal-id": _journal_id,
    "issn": _serial,
    "isbn": _serial,
    "article-id": _article_id,
    "title-group": _titles,
    "contrib": _contributor,
    "pub-date": _published,
    "abstract": _abstract,
    "trans-abstract": _abstract,
    "kwd-group": _keywords,
    "article-categories": _kept,
    "permissions": _kept,
    "history": _kept,
    "funding-group": _kept,
    "counts": _kept,
    "author-notes": _kept,
    "related-article": _kept,
    "product": _kept,
}
MAPPED = tuple(name for name, handler in HANDLERS.items() if handler is not _kept)
"""The elements that fill variables."""
