"""The exports of Ovid: names of fields on lines of their own, or tags ("TI  - ").

A record begins with its number among the results, ``<1>``; a tagged one at least with VN.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from validator.finding import Fault
from validator.io import types
from validator.io.source import Source
from validator.io.tagged import databases
from validator.io.tagged.citations import Citation, citation
from validator.io.tagged.databases import Export, Values, issued, unstopped
from validator.io.tagged.exports import tags
from validator.io.tagged.lines import Dialect, TagValues, texts
from validator.io.tagged.ovid_lists import affiliations, items, people_in
from validator.io.tagged.parting import Tag
from validator.io.tagged.regular import Regular, field_pattern
from validator.io.values import one_line
from validator.record import Name, Record
from validator.text import dates
from validator.text.patterns import lazy

TAGS = tags(
    database="db database",
    title="ti title",
    chapter="[chapter title]",
    book="bt [book title]",
    other_title="ot [original title] [vernacular title]",
    full_author="fa [authors full name] [author full name]",
    author="au author authors",
    editor="ed editor editors [book editors]",
    type="dt pt [document type] [publication type]",
    source="so source",
    container="jn nj jt [journal name] [journal title]",
    short="ja ta [journal abbreviation]",
    series="sr [series title]",
    publisher="pu pb publisher [publisher information]",
    place="pl cp [place of publication] [country of publication]",
    year="yr [year of publication] [publication year]",
    date="dp [publication date] [date of publication]",
    month="mo",
    volume="vo vi volume",
    issue="ip issue [issue/part]",
    pages="pg page pages",
    edition="en edition",
    status="status st",
    patent="pn [patent number]",
    accession="ui an [unique identifier] [accession number]",
    pmid="pm [pubmed id] pmid",
    doi="do di doi [doi number] [digital object identifier]",
    issn="is io es il issn [issn print] [issn electronic] [issn linking]",
    isbn="ib isbn",
    url="[link to the ovid full text or citation] [link to the external link resolver] xl ul",
    language="lg la language",
    abstract="ab abstract",
    keyword="kw id [author keywords] keywords [keyword heading] [key concepts]",
    index="mh sh [mesh subject headings] [subject headings] [emtree heading]",
    affiliation="in institution institutions [author affiliation]",
)
"""Tags and names of fields by what they hold, the best first; compared in small letters."""
_FILLS = {
    "database": "",
    "title": "title, container-title",
    "chapter": "title",
    "book": "container-title",
    "other-title": "original-title",
    "full-author": "author",
    "author": "author, editor",
    "source": "title, container-title",
    "container": "container-title",
    "short": "container-title-short, container-title",
    "series": "collection-title",
    "place": "publisher-place",
    "year": "issued",
    "date": "issued",
    "month": "issued",
    "pages": "page",
    "patent": "number",
    "accession": "id, PMID",
    "pmid": "PMID",
    "doi": "DOI",
    "issn": "ISSN",
    "isbn": "ISBN",
    "url": "URL",
    "index": "index-keyword",
}
_ALONE = texts(
    volume=TAGS["volume"],
    issue=TAGS["issue"],
    page=TAGS["pages"],
    number=TAGS["patent"],
    edition=TAGS["edition"],
    collection_title=TAGS["series"],
    publisher=TAGS["publisher"],
    publisher_place=TAGS["place"],
    language=TAGS["language"],
    abstract=TAGS["abstract"],
    url=TAGS["url"],
)
MAPPED = {tag: _FILLS.get(role, role) for role, names in TAGS.items() for tag in names}
"""Tags and names that fill a variable, or help to."""

_NUMBER = re.compile(r"[\s\ufeff]{0,4}<\s?\d{1,9}\.?\s?>\s*")
_COUNTER = r"<[ \t]?[0-9]{1,9}\.?[ \t]?>[ \t]*"
_TAGGED = re.compile(r"[ \ufeff]{0,2}([A-Z][A-Z0-9])( {1,2})-(?: |(?=[\r\n]|\Z))")
_NAMED = re.compile(r"[A-Z][A-Za-z][A-Za-z0-9 ()/&,.'\-]{0,60}")
_KNOWN = frozenset(tag for names in TAGS.values() for tag in names)
_TWO = frozenset(tag.upper() for tag in _KNOWN if len(tag) == 2)

_FIRST = frozenset(("accession number", "title", "unique identifier"))  # once in a record
_TEXT = Tag("text", 0, 0)  # between records: it goes on with nothing

_LABEL = lazy(
    r"\.?\s?\[(?:Article|Review|Report|References|Miscellaneous|Erratum)[^\[\]]{0,40}\]\.?\Z"
)
_TRANSLATED = lazy(r"\[(.*?)\]\.?(?:\s?\[[^\[\]]{0,40}\])?\.?", re.DOTALL)
_DIGITS = lazy(r"\s*(\d{1,8})\b")
_QUALIFIER = lazy(r" ?[\[(][^\[\]()]{0,60}[\])]")
_KINDS = {
    "chapter": "chapter",
    "book chapter": "chapter",
    "dissertation": "thesis",
    "dissertation abstract": "thesis",
    "journal": "article-journal",
    "peer reviewed journal": "article-journal",
    "journal article": "article-journal",
    "conference abstract": "paper-conference",
    "patent": "patent",
}


class _Lines:
    """Tells the tag of a line: two letters and a hyphen, or the name of a field above its value."""

    def __init__(self) -> None:
        self.named = ""  # the name of a field whose value is yet to come
        self.layout = ""
        self.seen: set[str] = set()  # in the record being read
        self.after_blank = False

    def split(self, line: str) -> Tag | None:
        if line[:1] in "< \ufeff" and _NUMBER.fullmatch(line):
            self.layout, self.named, self.after_blank = "new", "", False
            self.seen = {"<>"}
            return Tag("<>", line.index("<"), len(line.rstrip("\r\n")), opens=True)
        if self.layout != "names" and (tag := self._tagged(line)):
            return tag
        if self.layout == "new" and line.strip():
            self.layout = "names"
        if self.layout != "names":
            return None
        found = self._name(line)
        self.after_blank = not line.strip()
        return found

    def _tagged(self, line: str) -> Tag | None:
        found = _TAGGED.match(line)
        if not found or (len(found[2]) == 1 and found[1] not in _TWO | {"VN"}):
            return None
        opens = found[1] == "VN" and ("<>" not in self.seen or "VN" in self.seen)
        if not self.layout and not opens:
            return None
        if opens:
            self.seen = set()
        self.layout = "tags"
        self.seen.add(found[1])
        return Tag(found[1], found.start(1), found.end(), opens)

    def _name(self, line: str) -> Tag | None:
        text = line.strip()
        if not text:
            return None
        if line[0].isspace():
            if not self.named:
                return None
            begin = len(line) - len(line.lstrip())
            tag, self.named = Tag(self.named, begin, begin), ""
            return tag
        key = text.lower()
        if key not in _KNOWN and (text[-1] in ".,;:" or not _NAMED.fullmatch(text)):
            return _TEXT if self.after_blank and not self.named else None
        opens = self.after_blank and key in _FIRST & self.seen  # its number is lost
        if opens:
            self.seen = set()
        self.named = text
        self.seen.add(key)
        return Tag(text, 0, len(line.rstrip("\r\n")), opens)


HEADS = frozenset(
    tag
    for role in ("title", "chapter", "author", "full-author", "source", "accession", "container")
    for tag in TAGS[role]
)


def _dialect() -> Dialect:
    return Dialect(_Lines().split, is_prose=lambda name: name.lower() in TAGS["abstract"])


_LETTERS = string.ascii_uppercase
_REGULAR = Regular(
    begins=re.compile(rf"{_COUNTER}\r?\n[A-Z][A-Z0-9]  - "),
    parted=re.compile(rf"\n(?={_COUNTER}(?:\r?\n|\Z))"),
    field=field_pattern(rf"[A-Z][A-Z0-9]  - |{_COUNTER}(?=\r?\n|\Z)", " "),
    tags={f"{a}{b}  - ": f"{a}{b}" for a in _LETTERS for b in _LETTERS + string.digits},
    indent=" ",
    opening="<>",
    once=frozenset(("VN",)),
    odd=re.compile(r"\n[\s\ufeff]{1,4}(?:<|[A-Z][A-Z0-9] {1,2}-)"),
)
"""How regular records with tags look."""


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of an export of Ovid."""
    return databases.read(source, EXPORT)


Roles = Mapping[str, tuple[str, ...]]
"""Tags by what they hold, the best first."""


@lru_cache(maxsize=2**10)
def _tags_of(there: frozenset[str]) -> Roles:
    """Those of ``TAGS`` that are there: most records of a file have the same."""
    return {role: tuple([tag for tag in tags if tag in there]) for role, tags in TAGS.items()}


def _values(read: TagValues) -> Values:
    tags = _tags_of(_KNOWN.intersection(read.by_tag))

    def first(variable: str, role: str) -> str:
        return read.first(variable, *tags[role])

    database = first("", "database")
    given = read.texts(_ALONE) | _identifiers(read, tags, database)
    words = [one_line(text) for tag in tags["type"] for text in read.all("type", tag)]
    words = [word for word in words if word.strip("- ")]
    given["type_as_read"] = "; ".join(words)
    cited = citation(first("", "source")) or Citation()
    parallel = _titles(read, tags, given, cited, words)
    given |= _people(read, tags, cited)
    for attribute, text in {
        "volume": cited.volume,
        "issue": cited.issue,
        "number": cited.number,
        "number_of_pages": cited.number_of_pages,
        "publisher": cited.publisher,
        "publisher_place": cited.place,
        "collection_title": cited.series,
    }.items():
        given[attribute] = given.get(attribute) or text
    page = given.get("page", "")
    given["page"] = "" if page.lower().startswith("no pagination") else page or cited.page
    status = first("", "status")
    given["issued"] = _issued(read, tags, cited) or _last_date(status)
    if "ahead of print" in status.lower() or status.lower().startswith("in-press"):
        given["status"] = "in press"
        first("status", "status")
    given["language"] = given.get("language", "").rstrip(".")
    given["keyword"] = items(read.all("keyword", *tags["keyword"]))
    given["index_keyword"] = items(read.all("index-keyword", *tags["index"]))
    given["affiliation"] = affiliations(read.all("affiliation", *tags["affiliation"]))
    return Values(given, parallel, database)


def _identifiers(read: TagValues, tags: Roles, database: str) -> dict[str, str]:
    """Accession number, PMID, DOI and serial numbers; Medline's accession number is the PMID."""
    found = {"doi": read.first("DOI", *tags["doi"]), "pmid": ""}
    accession = read.first("id", *tags["accession"]).rstrip(".").rpartition(": ")[2]
    found["id"] = accession
    if pmid := _DIGITS.match(read.first("PMID", *tags["pmid"])):
        found["pmid"] = pmid[1]
    elif _DIGITS.fullmatch(accession) and (
        "medline" in database.lower() or "unique identifier" in read.by_tag
    ):
        found["pmid"] = accession
        read.rename("id", "PMID")
    for scheme in ("issn", "isbn"):
        texts = [one_line(text) for text in read.all(scheme.upper(), *tags[scheme])]
        numbers = [
            _QUALIFIER.sub("", part).strip(" .")
            for text in texts
            for part in re.split("[;,]", text)
        ]
        found[scheme] = "; ".join(dict.fromkeys(number for number in numbers if number))
    return found


def _titles(
    read: TagValues, tags: Roles, given: dict[str, Any], cited: Citation, words: list[str]
) -> dict[str, Any]:
    """Fill in the type and the titles; returns those in the other language."""
    chapter = read.first("title", *tags["chapter"])
    title = read.first("container-title" if chapter else "title", *tags["title"])
    other = read.first("original-title", *tags["other-title"])
    title = _LABEL.sub("", title)
    if title[:1] == "[" and (translated := _TRANSLATED.fullmatch(title)):
        title = translated[1]
    is_chapter = chapter and (title or cited.container)
    given["type"] = "chapter" if is_chapter else _kind(words)
    container = read.first("container-title", *tags["container"])
    container = container or read.first("container-title", *tags["book"])
    if chapter:
        container, title = title or container or cited.container, chapter
    elif not title and cited.editors + cited.number_of_pages:
        title, cited = cited.container, cited._replace(container="")
        _fills(read, tags["source"], "title")
    given["title"] = unstopped(title)
    if not container and cited.container:
        _fills(read, tags["source"], "container-title")
    given["container_title"] = (container or cited.container).rstrip(".")
    if given["type"] in ("book", "thesis") and cited.number_of_pages:
        given["container_title"] = container
    short = read.first("container-title-short", *tags["short"])
    if short and not given["container_title"]:
        given["container_title"] = short
        read.rename("container-title-short", "container-title")
    elif short != given["container_title"]:
        given["container_title_short"] = short
    return {"title": unstopped(other)}


def _fills(read: TagValues, sources: tuple[str, ...], variable: str) -> None:
    """Let the source line fill a variable; volume, issue and pages may come from it as well."""
    for tag in sources:
        for index in read.by_tag[tag][:1]:
            read.variables[index] = variable


def _kind(words: list[str]) -> str:
    """The CSL type: what DT says before PT, each part of it ("Journal: Article")."""
    parts = [part.strip(" .").lower() for word in words for part in re.split("[;:]", word)]
    for part in parts:
        if found := _KINDS.get(part) or types.of_export(part):
            return found
    return ""


def _people(read: TagValues, tags: Roles, cited: Citation) -> dict[str, tuple[Name, ...]]:
    """Authors and editors: full names before initials; an author may be said to be an editor."""
    full = read.all("author", *tags["full-author"])
    texts = full or read.all("author", *tags["author"])
    found: dict[str, list[Name]] = {"author": [], "editor": []}
    for text in texts:
        for role, named in people_in(text):
            found[role].append(named)
    listed = read.all("editor", *tags["editor"]) or ([cited.editors] if cited.editors else [])
    found["editor"] += [named for text in listed for _, named in people_in(text)]
    return {role: tuple(persons) for role, persons in found.items()}


def _issued(read: TagValues, tags: Roles, cited: Citation) -> dates.Date | None:
    """The date of the fields or of the source line, whichever says more of the same year."""
    year = read.first("issued", *tags["year"]).rstrip(".")
    fuller = read.first("issued", *tags["date"]).rstrip(".")
    if not fuller and (month := read.first("issued", *tags["month"])):
        fuller = f"{year} {month}"
    for text in (fuller, cited.date):
        if text and (date := issued(year, text)) and (date.month or not year):
            return date
    return issued(year, "")


def _last_date(status: str) -> dates.Date | None:
    """The date behind "Publish Ahead of Print, ..., ", None where there is none."""
    date = dates.parse(status.rpartition(", ")[2]) if ", " in status else None
    return date if date and date.month else None


EXPORT = Export(_dialect, HEADS, frozenset(("<>", "vn")), _values, key=str.lower, regular=_REGULAR)
