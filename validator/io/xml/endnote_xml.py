"""EndNote XML, as EndNote, Zotero, Mendeley, Citavi, Bookends and databases write it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from validator.finding import Fault
from validator.io import types
from validator.io.source import Source
from validator.io.tagged import exports
from validator.io.tagged.exports import Layout
from validator.io.tagged.lines import Dialect, Fields, Group
from validator.io.values import keywords
from validator.io.xml.items import EMPTY, items, lines_of, text_of
from validator.io.xml.values import new, provenance
from validator.record import Field, Provenance, Record

if TYPE_CHECKING:
    from lxml.etree import _Element

_NUMBERS = """
    2 Artwork; 3 Audiovisual Material; 4 Bill; 5 Book Section; 6 Book; 7 Case; 8 Catalog;
    9 Computer Program; 10 Conference Proceedings; 12 Web Page; 13 Generic; 14 Hearing;
    17 Journal Article; 19 Magazine Article; 20 Map; 21 Film or Broadcast; 23 Newspaper Article;
    24 Pamphlet; 25 Patent; 26 Personal Communication; 27 Report; 28 Edited Book; 31 Statute;
    32 Thesis; 34 Unpublished Work; 36 Manuscript; 37 Figure; 38 Chart or Table; 39 Equation;
    43 Electronic Article; 44 Electronic Book; 45 Online Database; 46 Government Document;
    47 Conference Paper; 48 Online Multimedia; 49 Classical Work; 50 Legal Rule or Regulation;
    51 Ancient Text; 52 Dictionary; 53 Encyclopedia; 54 Grant; 55 Aggregated Database; 56 Blog;
    57 Serial; 58 Standard; 59 Dataset; 60 Electronic Book Section; 61 Music
"""
NUMBERS = dict(re.findall(r"(\d+) ([^;]+?)\s*(?:;|$)", _NUMBERS.strip()))
"""The numbers of EndNote's reference types -> their names."""

TAGS = exports.tags(
    type="ref-type",
    id="label rec-number",
    title="title",
    other_title="translated-title",
    author="authors",
    other_author="translated-authors",
    editor="secondary-authors",
    third="tertiary-authors",
    translator="subsidiary-authors",
    container="full-title",
    secondary="secondary-title",
    series="tertiary-title",
    short="abbr-1",
    publisher="publisher",
    place="pub-location",
    year="year",
    date="date",
    volume="volume",
    issue="number issue",
    pages="pages",
    edition="edition",
    genre="work-type",
    number="report-id custom7",
    doi="electronic-resource-num",
    perhaps_doi="custom3 custom4",
    serial="isbn",
    url="related-urls web-urls",
    call_number="call-num",
    language="language",
    keyword="keyword",
    abstract="abstract",
    affiliation="auth-address",
    note="notes research-notes",
    source="remote-database-name",
)
"""What the elements hold; lists of people and URLs are named for the list."""
_NAMES = """
    authors secondary-authors tertiary-authors subsidiary-authors translated-authors pdf-urls
    related-urls web-urls text-urls image-urls
"""
_LISTS = frozenset(_NAMES.split())
_OWN_LINES = frozenset(("isbn", "auth-address", "related-urls", "web-urls"))
"""Fields that EndNote writes several values into, a line each."""
_STYLES = frozenset(("style", "font"))
_OF_LINES = frozenset(("abstract", "notes", "research-notes"))
_MEDLINE = re.compile("pubmed|medline|nlm", re.IGNORECASE)
PMID = re.compile(r"\d{1,8}")
_PMCID = re.compile(r"PMC\d+")
FORMAT = "endnote-xml"


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of EndNote XML. One without any element is a fault."""
    path, form = source.path, source.format
    for item in items(source, ("record",)):
        if isinstance(item, Fault):
            yield item
            continue
        fields: list[Field] = []
        _add_fields(fields, item.element, "", item.line - 1)
        if not any(field.value for field in fields):
            yield item.fault(EMPTY)
            continue
        here = provenance(item, path, form)
        group = Group(Fields.of(fields), item.line, 1, 0, 0)
        yield record_of(group, here)


def record_of(group: Group, here: Provenance) -> Record:
    """The record of fields that are named as in ``TAGS``, without places."""
    record = exports.record_of(group, LAYOUT, here, here.record_number or 1)
    source = record.provenance.source
    values = {**record.__dict__, "provenance": here._replace(source=source)}
    said = {field.name: field.value for field in reversed(record.raw)}
    if not record.id and (name := said.get("label") or said.get("rec-number")):
        values["id"] = name
    filled: dict[str, str] = {}  # field -> the variable that it fills by its value
    accession = said.get("accession-num", "")
    if PMID.fullmatch(accession) and not record.pmid:
        is_medline = _MEDLINE.search(source) or f"/pubmed/{accession}" in record.url
        if is_medline:
            values["pmid"], filled["accession-num"] = accession, "PMID"
    for name in ("custom2", "user16"):
        if "pmcid" not in values and _PMCID.fullmatch(said.get(name, "")):
            values["pmcid"], filled[name] = said[name], "PMCID"
    if record.container_title_short == record.container_title:
        values.pop("container_title_short", None)
    values["raw"] = tuple(
        [
            field._replace(variable=filled[field.name]) if field.name in filled else field
            for field in record.raw
        ]
    )
    return Record(**values)


def _add_fields(found: list[Field], element: _Element, within: str, first: int) -> None:
    """Add the fields inside an element, in the order of the file; styles are no fields.

    ``first`` are the lines before the record.
    """
    for child in element:
        tag = str(child.tag)
        if tag in _STYLES:
            continue
        name = _name(tag, within)
        line = first + (child.sourceline or 1)
        if tag == "ref-type":
            found.append(new(Field, (name, _type(child), "", line, None, None, None)))
        elif len(child) and any(part.tag not in _STYLES for part in child):
            _add_fields(found, child, tag, first)
        else:
            found += [
                new(Field, (name, text, "", line, None, None, None))
                for text in _texts(name, child)
                if text  # EndNote writes the frames of what a record has not
            ]


def _name(tag: str, within: str) -> str:
    if within in _LISTS:
        return within
    if within == "alt-periodical":
        return f"alt-{tag}"
    if within == "copyright-dates":
        return "copyright-date"
    return tag


def _type(element: _Element) -> str:
    """The name of a type that is known, else that of its number, else what stands there."""
    name, text = (element.get("name") or "").strip(), text_of(element)
    if types.of_export(name):
        return name
    return NUMBERS.get(text) or name or text


def _texts(name: str, element: _Element) -> Sequence[str]:
    if name not in _OWN_LINES and name not in _OF_LINES:
        return (text_of(element),)
    lines = lines_of(element)
    if name == "auth-address":
        return _unwrapped(lines)
    return ("\n".join(lines),) if name in _OF_LINES else lines


def _unwrapped(lines: list[str]) -> list[str]:
    """Addresses from lines that PubMed has wrapped: one ends with a full stop."""
    found: list[str] = []
    for line in lines:
        if found and not found[-1].endswith((".", ";")):
            found[-1] += f" {line}"
        else:
            found.append(line)
    return found


def _keywords(texts: list[str]) -> tuple[str, ...]:
    """The keywords: one in each element, whose commas are its own, unless all stand in one."""
    if len(texts) == 1 and (";" in texts[0] or texts[0].count(",") > 1):
        return keywords(texts[0])
    parts = (part.strip() for text in texts for part in re.split("[;；]", text))
    return tuple(filter(None, parts))


LAYOUT = Layout(Dialect(lambda line: None), TAGS, "ref-type", keywords=_keywords)
