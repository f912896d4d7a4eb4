"""The MEDLINE format of PubMed (.nbib), and of ERIC and others who write it.

A tag is filled to four characters and ends in "- "; a line indented by six goes on with the value
above. A record begins with its PMID, or behind a blank line.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import Any

from validator.finding import Fault
from validator.io import types
from validator.io.source import Source
from validator.io.tagged import databases
from validator.io.tagged.databases import Export, Values, unstopped
from validator.io.tagged.lines import Dialect, TagValues, texts
from validator.io.tagged.parting import Tag
from validator.io.tagged.regular import Regular, field_pattern
from validator.io.values import name, one_line, person
from validator.record import Name, Record
from validator.text.patterns import lazy

MAPPED = {
    "PMID": "PMID",
    "PMC": "PMCID",
    "OID": "id",
    "OWN": "",
    "TI": "title",
    "TT": "original-title",
    "BTI": "title, container-title",
    "CTI": "collection-title",
    "JT": "container-title, publisher",
    "TA": "container-title-short",
    "FAU": "author",
    "AU": "author",
    "CN": "author",
    "AUID": "author",
    "AD": "affiliation",
    "FED": "editor",
    "ED": "editor",
    "PT": "type",
    "DP": "issued",
    "DEP": "issued",
    "VI": "volume",
    "IP": "issue",
    "PG": "page",
    "EN": "edition",
    "PB": "publisher",
    "PL": "publisher-place",
    "LID": "DOI, URL",
    "AID": "DOI, URL",
    "SO": "DOI",
    "IS": "ISSN",
    "ISSN": "ISSN",
    "ISBN": "ISBN",
    "LA": "language",
    "AB": "abstract",
    "OAB": "original-abstract",
    "MH": "index-keyword",
    "OT": "keyword",
    "PST": "status",
}
"""Tags that fill a variable, or help to."""
_KEPT = """
    CDAT CI CIN COI CON CP CRDT CRF CRI CTDT DA DCOM DDIN DRDT DRIN ECF ECI EDAT EFR EIN FIR FPS GN
    GR GS IR IRAD JID LR MHDA MID NM OABL ORI OTO OCI PHST PMCR PRIN PROF PS PUBM RF RIN RN ROF RPF
    RPI RRF RRI SB SFM SI SPIN STAT UIN UOF VTI
    """
TAGS = frozenset(_KEPT.split()) | MAPPED.keys()
"""The tags of the National Library of Medicine's list, older ones and those of ERIC."""

_PLAIN = {tag.ljust(4) + "- ": Tag(tag, 0, 6) for tag in TAGS}
_TEXT = Tag("text", 0, 0)  # between records: it goes on with nothing
_LINE = re.compile(r"\ufeff?([A-Z][A-Z0-9]{1,3}) {0,2}-( ?)")
_NUMBERED_DATE = re.compile(r"Article (\S{1,20}) (\d{4})")
_SINGLE = frozenset(("TI", "JT", "OWN", "STAT", "PMC", "DP"))  # once in a record

_FIRST_LINE = re.compile(r"([^\r\n]*)[\s\S]*")  # what follows lost its own tag
_TRANSLATED = lazy(r"\[(.*)\][.!?]?", re.DOTALL)
_ABSENT = ("not available", "in process citation")
_NO_ABSTRACT = lazy(r"[\w .]{0,30}: ?abstract available from the publisher\.?", re.IGNORECASE)
_SUFFIX = lazy(r"(.+?),? (Jr|Sr|I{2,3}|IV|2nd|3rd|4th|5th)\.?")
_LABEL = lazy(r"\s{0,3}\([^()]{0,60}\)|^E?ISSN-|^ISBN-")
_SAID = lazy(r"(.*\S)\s*\[doi\]", re.IGNORECASE | re.DOTALL)
_DOI = lazy(r"(?:doi: ?|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_CITED = lazy(r"(?=.{1,2000}\Z).*\bdoi:\s*(10\.\d{4,9}/\S*[^\s.])\.?(?:\s.*)?", re.DOTALL)
_URL = lazy(r"(https?://\S+)")
_ORCID = lazy(r"\s*ORCID\s*:\s*(\S+)", re.IGNORECASE)
_ALONE = texts(
    pmcid="PMC",
    collection_title="CTI",
    container_title_short="TA",
    volume="VI",
    issue="IP",
    page="PG",
    edition="EN",
    publisher="PB",
    publisher_place="PL",
    language="LA",
    abstract="AB",
)
_ERIC = {
    "books": "book",
    "collected": "book",
    "dissertations": "thesis",
    "reports": "report",
    "speeches": "paper-conference",
}
_WORDS = {
    "preprint": "article",
    "journal article": "article-journal",
    "journal articles": "article-journal",
    "book": "book",
    "monograph": "book",
    "book chapter": "chapter",
    "study guide": "chapter",
    "academic dissertation": "thesis",
    "dissertation": "thesis",
    "technical report": "report",
    "newspaper article": "article-newspaper",
    "dataset": "dataset",
    "video-audio media": "motion_picture",
}
_ORDER = tuple(dict.fromkeys(_WORDS.values()))  # the first that a record names counts


class _Lines:
    """Tells the tag of a line, and whether a record begins with it."""

    def __init__(self) -> None:
        self.first = ""  # the tag that the records of this file begin with
        self.seen: set[str] = set()
        self.after_blank = True

    def split(self, line: str) -> Tag | None:
        tag = _PLAIN.get(line[:6]) or _spaced_otherwise(line)
        if tag is None:
            return self._without(line)
        name = tag.name
        if (self.after_blank or name == "PMID") and self._opens(name):
            self.first = self.first or name
            self.seen = set()
            tag = tag._replace(opens=True)
        self.seen.add(name)
        self.after_blank = False
        return tag

    def _opens(self, name: str) -> bool:
        """Whether a tag behind a blank line, or PMID anywhere, is the first of a record."""
        if name == "PMID":
            return self.after_blank or name in self.seen
        return not self.seen or name in (self.first, "OWN") or (name in _SINGLE & self.seen)

    def _without(self, line: str) -> Tag | None:
        if not line.strip():
            self.after_blank = True
        elif self.after_blank and self.seen and line[0] not in " \t":
            return _TEXT
        return None


def _spaced_otherwise(line: str) -> Tag | None:
    if line[:1] == " ":
        return None
    found = _LINE.match(line)
    if not found or (found[1] not in TAGS and (not found[2] or found.end(2) - found.start(1) != 6)):
        return None
    return Tag(found[1], found.start(1), found.end())


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of a file in the MEDLINE format."""
    return databases.read(source, EXPORT)


def _dialect() -> Dialect:
    return Dialect(_Lines().split, is_prose=lambda name: name in ("AB", "OAB"))


_REGULAR = Regular(
    begins=re.compile(r"PMID- \d|OWN - "),
    parted=re.compile(r"\n\r?\n(?=PMID- \d|OWN - )"),
    field=field_pattern(r"[A-Z][A-Z0-9 ]{3} ?- ", " " * 6),
    tags={head: tag.name for head, tag in _PLAIN.items()}
    | {f"{tag} - ": tag for tag in TAGS if len(tag) == 4},  # as ERIC has them
    indent=" " * 6,
    once=frozenset(("OWN", "PMID")),
)
HEADS = frozenset(("PMID", "PMC", "OID", "TI", "TT", "BTI", "FAU", "AU", "CN", "JT", "AB", "SO"))
OPENERS = frozenset(("PMID", "OWN", "PMC", "STAT"))


def _values(read: TagValues) -> Values:
    by_tag = read.by_tag
    owner = read.first("", "OWN")
    given = read.texts(_ALONE)
    given["pmid"] = read.where("PMID", _FIRST_LINE, "PMID")
    given["id"] = given["pmid"] or read.first("id", "OID")
    words = [one_line(word) for word in read.all("type", "PT")]
    given["type_as_read"] = "; ".join(words)
    parallel = _titles(read, given)
    given["type"] = _type(words, given, by_tag, is_eric=owner == "ERIC")
    given["type_is_inferred"] = bool(given["type"] and not words)
    if owner == "ERIC" and given["type"] != "article-journal" and "PB" not in by_tag:
        given["publisher"] = given.pop("container_title")
        read.rename("container-title", "publisher")
    given |= _people(read)
    given |= _identifiers(read)
    given |= _issued(read)
    if "OT" in by_tag:
        given["keyword"] = tuple([_heading(text) for text in read.all("keyword", "OT")])
    if "MH" in by_tag:
        headings = [_heading(text) for text in read.all("index-keyword", "MH")]
        given["index_keyword"] = tuple([text.replace("/*", "/") for text in headings])
    if "PST" in by_tag and read.values[by_tag["PST"][0]] == "aheadofprint":
        given["status"] = "in press"
        read.first("status", "PST")
    if "OAB" in by_tag:
        other = read.first("original-abstract", "OAB")
        parallel["abstract"] = "" if _NO_ABSTRACT.fullmatch(other) else other
    return Values(given, parallel, owner)


def _heading(text: str) -> str:
    """A subject heading or keyword; an asterisk before it marks what the work is mainly about."""
    return one_line(text).removeprefix("*")


def _titles(read: TagValues, given: dict[str, Any]) -> dict[str, Any]:
    """Fill in the titles; returns those in the other language.

    A title in brackets is translated, and the one in the language of the work is TT.
    """
    title = read.first("title", "TI")
    other = read.first("original-title", "TT")
    if title[:1] == "[" and (found := _TRANSLATED.fullmatch(title)):
        title = found[1]
        if other and title.rstrip(".").lower() in _ABSENT:
            title, other = other, ""
            read.variables[read.by_tag["TI"][0]] = ""
            read.rename("original-title", "title")
    book = read.first("container-title" if title else "title", "BTI")
    given["title"] = unstopped(title or book)
    given["collection_title"] = unstopped(given.get("collection_title", ""))
    given["container_title"] = (book if title else "") or read.first("container-title", "JT")
    short = given.get("container_title_short", "")
    if not given["container_title"] and short:
        given["container_title"], short = short, ""
        read.rename("container-title-short", "container-title")
    given["container_title_short"] = short if short != given["container_title"] else ""
    return {"title": unstopped(other)}


def _type(words: list[str], given: dict[str, Any], by_tag: Container[str], *, is_eric: bool) -> str:
    """The CSL type: that of a word which tells one, else a chapter or article by its source."""
    lower = [word.lower() for word in words]
    found = {kind for word in lower if (kind := _WORDS.get(word))}
    if is_eric and not found:
        found = {kind for word in lower if (kind := _ERIC.get(word.split()[0].rstrip("/")))}
        found |= {"thesis" for word in lower if word.startswith("dissertations")}
        return next((kind for kind in _ERIC.values() if kind in found), "document" if words else "")
    for kind in _ORDER:
        if kind in found:
            return kind
    if "BTI" in by_tag:
        return "chapter" if given["container_title"] else "book"
    if given["container_title"]:
        return "article-journal"
    return next((kind for word in words if (kind := types.of_word(word))), "")


def _people(read: TagValues) -> dict[str, Any]:
    """Authors, bodies among them, in the order of the file, with their ORCID iDs and institutions.

    FAU is the full form of the AU below it; AUID and AD belong to the author above them.
    """
    names, by_tag, variables = read.fields.names, read.by_tag, read.variables
    lists = [by_tag[tag] for tag in ("FAU", "AU", "CN", "AUID", "AD") if tag in by_tag]
    all_full = len(by_tag.get("FAU", ())) == len(by_tag.get("AU", ()))
    places: list[str] = []
    authors: list[int] = []
    above: list[int] = []  # the places above each author
    orcids: dict[int, str] = {}
    before = ""
    for index in sorted(chain.from_iterable(lists)):
        tag = names[index]
        if tag == "AD":
            variables[index] = "affiliation"
            places.append(one_line(read.values[index]))
        elif tag == "AUID":
            if authors and (orcid := _ORCID.match(one_line(read.values[index]))):
                orcids[authors[-1]] = orcid[1]
        elif tag != "AU" or not (all_full or before == "FAU"):
            variables[index] = "author"
            authors.append(index)
            above.append(len(places))
        before = tag
    above.append(len(places))
    found: dict[str, Any] = {
        "author": tuple(
            [
                _author(
                    read.values[index],
                    tuple(places[above[at] : above[at + 1]]),
                    orcids.get(index, ""),
                    is_body=names[index] == "CN",
                )
                for at, index in enumerate(authors)
            ]
        )
    }
    if places:
        found["affiliation"] = tuple(dict.fromkeys(places))
    if editors := read.all("editor", "FED") or read.all("editor", "ED"):
        found["editor"] = tuple([_name(one_line(text)) for text in editors])
    return found


@lru_cache(maxsize=2**12)
def _author(text: str, affiliation: tuple[str, ...], orcid: str, *, is_body: bool) -> Name:
    """An author, or a body, with what a record says of one."""
    if is_body:
        return Name(literal=one_line(text), raw=text, orcid=orcid, affiliation=affiliation)
    named = _name(one_line(text))
    if not (affiliation or orcid):
        return named
    return person(named, named.raw, orcid=orcid, affiliation=affiliation)


@lru_cache(maxsize=2**15)
def _name(text: str) -> Name:
    """A name; its suffix stands behind the given name."""
    found = name(text)
    if found.given and (parts := _SUFFIX.fullmatch(found.given)):
        return replace(found, given=parts[1], suffix=parts[2])
    return found


def _identifiers(read: TagValues) -> dict[str, str]:
    """The DOI and the address among the article's identifiers, and the serial numbers."""
    found = {
        "doi": read.where("DOI", _SAID, "AID", "LID")
        or read.where("DOI", _DOI, "AID", "LID")
        or read.where("DOI", _CITED, "SO"),
        "url": read.where("URL", _URL, "LID", "AID"),
    }
    for attribute, tags in (("issn", ("IS", "ISSN")), ("isbn", ("ISBN",))):
        if tags[0] in read.by_tag or tags[-1] in read.by_tag:
            found[attribute] = _serials(tuple(read.all(attribute.upper(), *tags)))
    return found


@lru_cache(maxsize=2**12)
def _serials(texts: tuple[str, ...]) -> str:
    """Serial numbers without what is said of them; papers of a journal have the same."""
    numbers = [_LABEL.sub("", one_line(text)).strip() for text in texts]
    return "; ".join(dict.fromkeys(number for number in numbers if number))


def _issued(read: TagValues) -> dict[str, Any]:
    """The date; ERIC has the number of an article before its year: "Article 10 2019"."""
    text = read.first("issued", "DP") or read.first("issued", "DEP")
    if numbered := _NUMBERED_DATE.fullmatch(text):
        return {"number": numbered[1], "issued": databases.parsed(numbered[2])}
    return {"issued": databases.parsed(text)} if text else {}


EXPORT = Export(_dialect, HEADS, OPENERS, _values, regular=_REGULAR)
