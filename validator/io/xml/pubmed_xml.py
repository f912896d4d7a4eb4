"""PubMed XML: articles and books, as PubMed, eFetch and the yearly files of the NLM have them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from validator.finding import Fault
from validator.io.parallels import parallel_of
from validator.io.source import Source
from validator.io.xml.items import Item, filled, text_of, texts_in
from validator.io.xml.pubmed_people import name_of
from validator.io.xml.pubmed_whole import date_of, set_pages, set_title, set_type
from validator.io.xml.values import new, provenance
from validator.record import Field, Record

if TYPE_CHECKING:
    from lxml.etree import _Element

RECORDS = ("PubmedArticle", "PubmedBookArticle")
SOURCE = "PubMed"


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of PubMed XML. One without any element is a fault."""
    path, form = source.path, source.format
    for item in filled(source, _names):
        yield item if isinstance(item, Fault) else _Reading(item).record(path, form)


def _names(head: bytes) -> tuple[str, ...]:
    """The names of the records; files of MEDLINE until 2003 have citations alone."""
    return RECORDS if b"<Pubmed" in head else ("MedlineCitation",)


class _Reading:
    """The record being read: its values, its raw fields, and what they are made of later."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.line = item.line - 1
        self.values: dict[str, Any] = {}
        self.fields: list[Field] = []
        self.lists: dict[str, list[Any]] = {}
        self.parallel: dict[str, Any] = {}

    def record(self, path: str, form: str) -> Record:
        self.walk(self.item.element)
        values, lists = self.values, self.lists
        for attribute, found in lists.items():
            if attribute in _TUPLES:
                values[attribute] = tuple(found)
            elif attribute in _JOINED:
                values[attribute] = "; ".join(dict.fromkeys(found)) if len(found) > 1 else found[0]
        if "abstract" in lists:
            values["abstract"] = " ".join(lists["abstract"])
        set_title(values, self.parallel)
        set_pages(values, lists)
        set_type(values, lists)
        if pmid := values.get("pmid"):
            values["id"] = pmid
        if parallel := self.parallel:
            if "abstract" in parallel:
                parallel["abstract"] = " ".join(parallel["abstract"])
            values["parallel"] = parallel_of(parallel, values)
        values["raw"] = tuple(self.fields)
        values["provenance"] = provenance(self.item, path, form, SOURCE)
        if not values.keys().isdisjoint(_TEMPORARY):
            for temporary in _TEMPORARY & values.keys():
                del values[temporary]
        return Record(**values)

    def walk(self, element: _Element) -> None:
        """Read the elements inside, in the order of the file."""
        handlers, values, first = _HANDLERS, self.values, self.line
        for child in element:
            tag = child.tag
            handler = handlers.get(tag)
            if handler is _WALKED:
                self.walk(child)
            elif handler.__class__ is tuple:
                if not (text := text_of(child)):
                    continue
                attribute, variable, is_list = handler
                if is_list:
                    self.lists.setdefault(attribute, []).append(text)
                elif attribute in values:
                    variable = ""
                else:
                    values[attribute] = text
                line = first + (child.sourceline or 1)
                self.fields.append(new(Field, (tag, text, variable, line, None, None, None)))
            elif handler is not None:
                handler(self, child)
            elif len(child):
                self.walk(child)
            elif text := child.text:
                self.add(tag, text.strip(), child)

    def add(self, name: str, text: str, element: _Element, variable: str = "") -> None:
        """Keep a raw field."""
        line = self.line + (element.sourceline or 1)
        self.fields.append(new(Field, (name, text, variable, line, None, None, None)))

    def put(self, name: str, element: _Element, attribute: str, variable: str) -> None:
        """Keep a field whose text is the value of a variable, where it has none yet."""
        if text := text_of(element):
            there = attribute in self.values
            self.add(name, text, element, "" if there else variable)
            if not there:
                self.values[attribute] = text

    def listed(self, name: str, element: _Element, attribute: str, variable: str) -> None:
        """Keep a field whose text is one value of several."""
        if text := text_of(element):
            self.add(name, text, element, variable)
            self.lists.setdefault(attribute, []).append(text)


_TEMPORARY = frozenset(("_book_title", "_vernacular", "_first", "_last", "_online"))
_JOINED = frozenset(("issn", "isbn", "language"))
_TUPLES = frozenset(("author", "editor", "keyword", "index_keyword", "affiliation", "other_id"))
_Handler = Callable[[_Reading, "_Element"], None]


def _one(attribute: str, variable: str) -> tuple[str, str, bool]:
    """An element that holds the value of a variable."""
    return attribute, variable, False


def _several(attribute: str, variable: str) -> tuple[str, str, bool]:
    """An element that holds one value of several."""
    return attribute, variable, True


def _kept(reading: _Reading, element: _Element) -> None:
    """An element that fills no variable, as one raw field: the texts in it, blanks between."""
    text = " ".join(filter(None, map(str.strip, texts_in(element))))
    kind = element.get("RefType") or element.get("PubStatus") or ""
    if text:
        reading.add(f"{element.tag} {kind}".strip(), text, element)


def _identifier(reading: _Reading, element: _Element) -> None:
    """ELocationID and ArticleId: the type says what it is."""
    kind = (element.get("EIdType") or element.get("IdType") or "").lower()
    name = f"{element.tag} {kind}"
    if element.get("ValidYN") == "N" or kind not in _IDENTIFIERS:
        if kind == "pii":
            reading.lists.setdefault("_pii", []).append(text_of(element))
        reading.add(name, text_of(element), element)
        return
    attribute, variable = _IDENTIFIERS[kind]
    reading.put(name, element, attribute, variable)


_IDENTIFIERS = {
    "doi": ("doi", "DOI"),
    "pmc": ("pmcid", "PMCID"),
    "pmcid": ("pmcid", "PMCID"),
    "pubmed": ("pmid", "PMID"),
}


def _issn(reading: _Reading, element: _Element) -> None:
    kind = element.get("IssnType") or ""
    reading.listed(f"{element.tag} {kind}".strip(), element, "issn", "ISSN")


def _date(reading: _Reading, element: _Element) -> None:
    """PubDate: year, month and day, a season, or words."""
    parts = [text for part in element if (text := (part.text or "").strip())]
    text = ("-" if all(map(str.isdecimal, parts)) else " ").join(parts)
    there = "issued" in reading.values
    reading.add(element.tag, text, element, "" if there or not text else "issued")
    if text and not there:
        reading.values["issued"] = date_of(text)


def _article_date(reading: _Reading, element: _Element) -> None:
    """The day on which an article went online, which counts where no other date is given."""
    text = "-".join(text for part in element if (text := (part.text or "").strip()))
    reading.add(element.tag, text, element)
    reading.values.setdefault("_online", text)


def _abstract(reading: _Reading, element: _Element) -> None:
    """The parts of the abstract, each behind its label."""
    for part in element:
        if part.tag != "AbstractText":
            _kept(reading, part)
        elif text := _labelled(part):
            reading.add("AbstractText", text, part, "abstract")
            reading.lists.setdefault("abstract", []).append(text)


def _labelled(part: _Element) -> str:
    text = text_of(part)
    label = part.get("Label")
    return f"{label}: {text}" if label and text and label != "UNLABELLED" else text


def _other_abstract(reading: _Reading, element: _Element) -> None:
    """An abstract in another language; one for laymen is kept as it stands."""
    language = element.get("Language") or ""
    texts = [text for part in element if part.tag == "AbstractText" and (text := _labelled(part))]
    is_other = bool(language) and element.get("Type") != "plain-language-summary"
    taken = is_other and "abstract" not in reading.parallel
    for part in element:
        if text := _labelled(part):
            is_text = part.tag == "AbstractText"
            variable = "original-abstract" if taken and is_text else ""
            reading.add(f"OtherAbstract {language}".strip(), text, part, variable)
    if taken and texts:
        reading.parallel |= {"abstract": texts, "language": language}


def _authors(reading: _Reading, element: _Element) -> None:
    """The people of an AuthorList, which are editors where it says so."""
    role = "editor" if (element.get("Type") or "").startswith("editor") else "author"
    if (parent := element.getparent()) is not None and parent.tag == "Book" and role == "author":
        role = "_book_author"
    for person in element:
        if person.tag not in ("Author", "Editor"):
            continue
        found = name_of(person)
        if found:
            reading.lists.setdefault(role, []).append(found)
            reading.add(person.tag, found.raw, person, role.removeprefix("_book_"))


def _heading(reading: _Reading, element: _Element) -> None:
    """A heading of MeSH: its descriptor and qualifiers with slashes between, as in MEDLINE."""
    text = "/".join(text for part in element if (text := text_of(part)))
    if text:
        reading.add("MeshHeading", text, element, "index-keyword")
        reading.lists.setdefault("index_keyword", []).append(text)


def _references(reading: _Reading, element: _Element) -> None:
    """The works that a paper cites, one raw field each."""
    for reference in element.iter("Reference"):
        _kept(reading, reference)


_WALKED = object()
"""Stands for an element that only holds others."""
_FRAMES = """
    MedlineCitation PubmedData Article Journal JournalIssue Pagination PublicationTypeList
    MedlineJournalInfo MeshHeadingList KeywordList ArticleIdList History GrantList ChemicalList
    CommentsCorrectionsList BookDocument Book Publisher PubmedBookData
"""
_HANDLERS: dict[str, Any] = {
    **dict.fromkeys(_FRAMES.split(), _WALKED),
    "PMID": _one("pmid", "PMID"),
    "ArticleTitle": _one("title", "title"),
    "BookTitle": _one("_book_title", "title"),
    "VernacularTitle": _one("_vernacular", "original-title"),
    "AuthorList": _authors,
    "Title": _one("container_title", "container-title"),
    "ISOAbbreviation": _one("container_title_short", "container-title-short"),
    "CollectionTitle": _one("collection_title", "collection-title"),
    "PublisherName": _one("publisher", "publisher"),
    "PublisherLocation": _one("publisher_place", "publisher-place"),
    "Volume": _one("volume", "volume"),
    "Issue": _one("issue", "issue"),
    "Edition": _one("edition", "edition"),
    "MedlinePgn": _one("page", "page"),
    "StartPage": _one("_first", "page"),
    "EndPage": _one("_last", "page"),
    "ReportNumber": _one("number", "number"),
    "PubDate": _date,
    "ArticleDate": _article_date,
    "ELocationID": _identifier,
    "ArticleId": _identifier,
    "ISSN": _issn,
    "ISSNLinking": _issn,
    "Isbn": _several("isbn", "ISBN"),
    "Language": _several("language", "language"),
    "PublicationType": _several("_types", "type"),
    "Abstract": _abstract,
    "OtherAbstract": _other_abstract,
    "Keyword": _several("keyword", "keyword"),
    "MeshHeading": _heading,
    "Affiliation": _several("affiliation", "affiliation"),
    "ReferenceList": _references,
    **dict.fromkeys(
        (
            "Chemical",
            "CommentsCorrections",
            "ContributionDate",
            "DataBank",
            "DateCompleted",
            "DateCreated",
            "DateRevised",
            "GeneSymbolList",
            "Grant",
            "Investigator",
            "ItemList",
            "Object",
            "PersonalNameSubject",
            "PubMedPubDate",
            "Section",
            "SupplMeshList",
        ),
        _kept,
    ),
}
"""What an element fills, or what reads it."""
_NO_VALUE = (_kept, _references, _WALKED)
MAPPED = tuple(tag for tag, handler in _HANDLERS.items() if handler not in _NO_VALUE)
"""The elements that fill variables."""
