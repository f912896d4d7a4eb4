"""The tagged export of Web of Science (savedrecs.txt, .ciw, .isi), of all its databases.

A tag of two characters and a blank; a line indented by three goes on with the value above, and
holds a name more among people. A record runs from PT to ER.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from validator.finding import Fault
from validator.io import types
from validator.io.source import Source
from validator.io.tagged import databases
from validator.io.tagged.databases import Export, Values, issued, pages
from validator.io.tagged.lines import Dialect, TagValues, texts
from validator.io.tagged.parting import Tag
from validator.io.tagged.regular import Regular, field_pattern
from validator.io.values import keywords, lines, one_line, people, with_institutions, with_orcids
from validator.record import Name, Record
from validator.text.patterns import lazy

MAPPED = {
    "PT": "type",
    "DT": "type",
    "UT": "id",
    "AF": "author",
    "AU": "author",
    "CA": "author",
    "BF": "author",
    "BA": "author",
    "OI": "author",
    "BE": "editor",
    "ED": "editor",
    "TI": "title",
    "FT": "original-title",
    "X1": "original-title",
    "Y1": "original-title",
    "Z1": "original-title",
    "Z2": "original-author",
    "Z3": "original-container-title",
    "X4": "original-abstract",
    "Y4": "original-abstract",
    "Z4": "original-abstract",
    "X5": "original-keyword",
    "Y5": "original-keyword",
    "SO": "container-title, title",
    "JI": "container-title-short",
    "J9": "container-title-short",
    "SE": "collection-title",
    "CT": "event-title",
    "PU": "publisher",
    "PI": "publisher-place",
    "PY": "issued",
    "PD": "issued",
    "VL": "volume",
    "IS": "issue",
    "BP": "page",
    "EP": "page",
    "PS": "page",
    "PG": "number-of-pages",
    "AR": "number",
    "PN": "number",
    "DI": "DOI",
    "D2": "DOI",
    "SN": "ISSN",
    "EI": "ISSN",
    "BN": "ISBN",
    "PM": "PMID",
    "LA": "language",
    "DE": "keyword",
    "ID": "index-keyword",
    "C1": "affiliation",
    "AB": "abstract",
}
"""Tags that fill a variable, or help to."""
_KEPT = """
    AA AE AN AW BD BR BS C2 C3 CB CC CI CL CN CP CR CY DA DC DG DL DN DP DS EA EF EM ER EY FD
    FN FP FU FX GA GE GI GN GP HC HO HP IN IP IV LT MA MC MI MQ NM NR NT OA OR P2 PA PC PE PI
    PP PR PV RC RI RO RP SC SD SI SP SS SU TA TC TM TN TR TY U1 U2 UR VR WC WE X8 X9 Y8 Y9 Z5
    Z6 Z7 Z8 Z9 ZA ZB ZR ZS
    """
TAGS = frozenset(_KEPT.split()) | MAPPED.keys()
"""The tags of the Core Collection and of the other databases of the platform."""

_FRAME = frozenset(("EF", "FN"))  # the first and last lines of a file
_PLAIN = {tag + " ": Tag(tag, 0, 3, tag in _FRAME) for tag in TAGS}
_LISTED = frozenset(("AF", "AU", "BA", "BE", "BF", "CA", "Z2"))  # a name a line
_ITEMS = {tag: Tag(tag, 3, 3) for tag in _LISTED}
_TEXTS = frozenset(("AB", "CR", "FX", "TI", "C1"))  # over lines, which may begin like a tag
_TAG = re.compile(r"\ufeff?([A-Z][A-Z0-9])(?: |[\t]|[\r\n]|\Z)")

WITHOUT_START = "a record that does not begin with PT"
WITHOUT_END = "a record that does not end with ER"
_OF_AUTHORS = lazy(r"\[[^\[\]]*\]")
_INVENTOR = lazy(r"([^\W\d_][^,.]*) ([A-Z]{1,3})")

_ALONE = texts(
    id="UT",
    title="TI",
    container_title="SO",
    container_title_short="JI J9",
    doi="DI",
    pmid="PM",
    collection_title="SE",
    event_title="CT",
    publisher="PU",
    publisher_place="PI",
    volume="VL",
    issue="IS",
    number_of_pages="PG",
    language="LA",
    abstract="AB",
)

BOOKS = frozenset(("B", "S", "C"))
"""Publication types whose source is a book: a chapter, or proceedings."""


class _Lines:
    """Tells the tag of a line; each line of a list of people has the tag of the first."""

    def __init__(self) -> None:
        self.last = ""

    def split(self, line: str) -> Tag | None:
        tag = _PLAIN.get(line[:3])
        if tag is not None:
            self.last = tag.name
            return tag
        if line[:3] == "   ":
            if self.last in _LISTED and not line[3:4].isspace():
                return _ITEMS[self.last]
            return None
        found = _TAG.match(line)
        if not found or (found[1] not in TAGS and self.last in _TEXTS):
            return None
        self.last = name = found[1]
        begin = found.start(1) + 2 + (line[found.end(1) :][:1] in (" ", "\t"))
        return Tag(name, found.start(1), begin, name in _FRAME)


HEADS = frozenset(("AF", "AU", "BA", "BF", "CA", "DI", "FT", "SO", "TI", "UT"))
OPENERS = frozenset(("PT",))
_FIRST_PAGE = re.compile(r"\s*(\d{1,6})\s*")  # of Inspec; elsewhere SP are sponsors


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of a tagged file of Web of Science."""
    return databases.read(source, EXPORT)


def _dialect() -> Dialect:
    return Dialect(_Lines().split, OPENERS, _CLOSES)


_CLOSES = frozenset(("ER",))
_REGULAR = Regular(
    begins=re.compile(r"PT [A-Z]\s|FN "),
    parted=re.compile(r"\n(?=PT [A-Z]\s|FN |EF(?:\s|\Z))"),
    field=field_pattern(r"[A-Z][A-Z0-9] |E[FR](?=\r?\n|\Z)", " " * 3),
    tags={head: tag.name for head, tag in _PLAIN.items()} | {"ER": "ER", "EF": "EF"},
    indent=" " * 3,
    listed=_LISTED,
    opens=_FRAME | OPENERS,
    closes=_CLOSES,
    once=_CLOSES,
)


@lru_cache(maxsize=1024)
def kind(publication: str, document: str) -> str:
    """The CSL type of a publication type (J, B, S, P, C) and of the document types.

    A chapter that is a paper in proceedings, or a review, says both.
    """
    found = [type_ for part in document.split(";") if (type_ := types.of_word(part.strip(" -")))]
    if publication in BOOKS:
        for type_ in ("paper-conference", "chapter", "book", "review-book"):
            if type_ in found:
                return type_
        return {"B": "", "S": "chapter", "C": "paper-conference"}[publication]
    if found:
        return found[0]
    return {"J": "article-journal", "P": "patent", "D": "dataset"}.get(publication, "")


def _values(read: TagValues) -> Values:
    by_tag = read.by_tag
    publication = read.first("type", "PT")
    document = read.first("type", "DT")
    type_ = kind(publication, document)
    given = read.texts(_ALONE)
    given["type"] = type_
    given["type_as_read"] = document.strip(" -") or publication
    if "BN" in by_tag:
        given["isbn"] = "; ".join(map(one_line, read.all("ISBN", "BN")))
    _container(read, given, publication)
    given["number"] = read.first("number", "PN" if given["type"] == "patent" else "AR")
    if given["type"] == "book" and "doi" not in given:
        given["doi"] = read.first("DOI", "D2")
    given["issn"] = "; ".join(dict.fromkeys(map(one_line, read.all("ISSN", "SN", "EI"))))
    first = read.first("page", "BP") or read.where("page", _FIRST_PAGE, "SP")
    given["page"] = pages(first, read.first("page", "EP")) if first else read.first("page", "PS")
    given["issued"] = issued(read.first("issued", "PY"), read.first("issued", "PD"))
    given["author"] = _authors(read)
    given["editor"] = _people(read, "editor", "BE") or _people(read, "editor", "ED")
    if "DE" in by_tag:
        given["keyword"] = keywords(one_line(read.first("keyword", "DE")))
    if "ID" in by_tag:
        given["index_keyword"] = keywords(one_line(read.first("index-keyword", "ID")))
    if "C1" in by_tag:
        addresses = "\n".join(read.all("affiliation", "C1"))
        given["affiliation"] = affiliations(addresses)
        given["author"] = with_institutions(given["author"], addresses)
    parallel = _parallel(read) if not by_tag.keys().isdisjoint(_SECOND) else {}
    source, _, number = given.get("id", "").rpartition(":")
    if source == "MEDLINE":
        given.setdefault("pmid", number)
    if given["type"] == "patent":
        given["author"] = tuple(map(_inventor, given["author"]))
    return Values(given, parallel, source)


def _container(read: TagValues, given: dict[str, Any], publication: str) -> None:
    """Fill in what the work stands in. A book stands in itself: its source is its title."""
    container, title = given.pop("container_title", ""), given.get("title", "")
    is_whole = container.rstrip(". ").casefold() == title.rstrip(". ").casefold()
    if publication == "B" and not given["type"]:
        given["type"] = "book" if is_whole or not title else "chapter"
        given["type_is_inferred"] = True
    if given["type"] in ("book", "patent") and container and (is_whole or not title):
        given["title"] = title or container
        read.rename("container-title", "" if title else "title")
        container = ""
    given["container_title"] = container


def _authors(read: TagValues) -> tuple[Name, ...]:
    """Authors with their full names where there are such, with ORCID iDs, and then the bodies."""
    found = next(
        (names for tag in ("AF", "AU", "BF", "BA") if (names := _people(read, "author", tag))), ()
    )
    if "OI" in read.by_tag:
        found = with_orcids(found, one_line(" ".join(read.all("author", "OI"))))
    bodies = [part for text in read.all("author", "CA") for part in one_line(text).split("; ")]
    return (*found, *[Name(literal=body, raw=body) for body in bodies])


_SECOND = frozenset(("FT", "X1", "X4", "X5", "Y1", "Y4", "Y5", "Z1", "Z2", "Z3", "Z4"))
"""Tags of the second language: Chinese and Korean (Z), Spanish (X), Portuguese (Y)."""


def _parallel(read: TagValues) -> dict[str, Any]:
    return {
        "title": read.first("original-title", "FT", "Z1", "X1", "Y1"),
        "author": _people(read, "original-author", "Z2"),
        "container_title": read.first("original-container-title", "Z3"),
        "abstract": read.first("original-abstract", "Z4", "X4", "Y4"),
        "keyword": keywords(read.first("original-keyword", "X5", "Y5")),
    }


def _inventor(found: Name) -> Name:
    """An inventor as Derwent writes one, "YANG Y"."""
    parts = _INVENTOR.fullmatch(found.raw)
    return replace(found, family=parts[1], given=parts[2], literal="") if parts else found


def _people(read: TagValues, variable: str, tag: str) -> tuple[Name, ...]:
    if tag not in read.by_tag:
        return ()
    return tuple([name for text in read.all(variable, tag) for name in people(text)])


def affiliations(text: str) -> tuple[str, ...]:
    """The institutions of C1: a line each, which old exports break; authors come before in [].

    In tables they are joined by semicolons.
    """
    found: list[list[str]] = []
    for line in filter(None, lines(text)):
        if not found or line.startswith("[") or found[-1][-1].endswith("."):
            found.append([])
        found[-1].append(line)
    texts = [_OF_AUTHORS.sub("", " ".join(parts)) for parts in found]
    parts = [part.strip() for text in texts for part in text.split(";")]
    return tuple(dict.fromkeys(part for part in parts if part))


EXPORT = Export(_dialect, HEADS, OPENERS, _values, WITHOUT_END, WITHOUT_START, regular=_REGULAR)
