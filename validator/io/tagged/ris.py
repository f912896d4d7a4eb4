"""RIS, with the spacing, repetitions and omissions of real exports."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from validator.finding import Fault
from validator.io import types
from validator.io.parallels import parallel_of
from validator.io.source import Source
from validator.io.tagged import regular
from validator.io.tagged.databases import parsed
from validator.io.tagged.exports import ONLY_TYPE
from validator.io.tagged.lines import Dialect, Group, TagValues, in_other_script
from validator.io.tagged.parting import Tag
from validator.io.tagged.regular import Regular, field_pattern
from validator.io.values import add_note_lines, keywords, name, one_line, serials
from validator.record import Name, Provenance, Record
from validator.text import dates
from validator.text.patterns import lazy
from validator.text.script import has_cjk

_TAGS = """
    A1 A2 A3 A4 A5 AB AD AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CL CN CP CR CT CY DA DB DI DO DP
    DS ED EP ER ET FD H1 H2 ID IP IS J1 J2 JA JF JO JP K1 KW L1 L2 L3 L4 LA LB LK LL M1 M2 M3 M4
    N1 N2 NO NV OA OL OP PA PB PE PM PMID PP PY RD RI RN RP SE SF SL SN SP SR ST SV T1 T2 T3 TA
    TI TS TT TY U1 U2 U3 U4 U5 UR VL VO WP WT WV Y1 Y2 YR
"""
TAGS = frozenset(_TAGS.split())
"""Tags of the specifications of 2001 and 2011 and of the programs that export RIS.

Another tag is believed where it is spaced as the specification says.
"""

_LINE = re.compile(r"([\s\ufeff]{0,16})(PMID|[A-Za-z][A-Za-z0-9])([ \t\u00a0]{0,8})[-–—](?=(\s?))")
_OPENING = re.compile(r"[\s\ufeff]{0,16}(TY|ty|Ty)\s{0,8}[-–—]\s*\w*\s*")
_END = re.compile(r"\s*ER\s*[-–—]?\s*")
_DOI = re.compile(
    r"\s*(?:doi\s*:?\s*|https?://(?:dx\.)?doi\.org/)?(10\.[0-9]{4,9}/\S+)\s*", re.IGNORECASE
)
PUBMED_TAGS = {"Embase": "C5", "Scopus": "C2"}
"""Databases, and where they put the PMID."""
_MARKED = re.compile(r"(\S+?)\s*\[(pmid|pmcid|doi)\]", re.IGNORECASE)
_NO_DOI = re.compile(r"((?!doi|10\.)[^\r\n]+)", re.IGNORECASE)
_PMCID = re.compile(r"\s*(PMC\d+)\s*")
_DIGITS = re.compile(r"\s*(\d{1,8})\s*")
_OF_PEOPLE = re.compile(
    r"\s*\([^()]+\)\s*(\S.*)", re.DOTALL
)  # Embase: "(Ito K.) Institute of Tools"
_SERIAL = lazy(r"\d{4}-\d{3}[\dXx]|97[89]")
_MEDLINE = lazy("pubmed|medline|nlm", re.IGNORECASE)
_ISSUE = re.compile(r"\s*(\d{1,4}(?:[-/–]\d{1,4})?)\s*")

BOOKS = frozenset(("book", "thesis", "classic", "map", "pamphlet", "periodical"))
"""Types that are whole volumes: SP counts their pages, T2 names their series."""
NUMBERED = frozenset(("report", "patent", "standard", "legislation", "bill", "dataset", "thesis"))
"""Types that have a number of their own, in SN or M1."""
EDITED = (BOOKS - {"thesis"}) | {
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "chapter",
    "document",
    "entry-dictionary",
    "entry-encyclopedia",
    "paper-conference",
    "post-weblog",
    "report",
    "webpage",
}
"""Types whose A2 is an editor; elsewhere it is an issuing body, a director, a recipient."""
_NO_EDITOR_IN_A2 = frozenset(("CTLG", "EDBOOK", "GOVDOC", "PAMP"))
"""Words of such types whose A2 is the institution that issues the work, or edits its series."""
TRANSLATED = BOOKS - {"thesis"} | {"chapter", "entry-dictionary", "entry-encyclopedia"}
"""Types whose A4 is a translator; elsewhere it is an agency, a department, a sponsor."""
ACCESSED = frozenset(("AGGR", "CASE", "DBASE", "EBOOK", "EJOUR", "MULTI"))
"""Words of types whose DA is the date of access."""
HEADS = frozenset(("TI", "T1", "AU", "A1", "JF", "JO", "T2", "BT", "DO"))
"""Tags that make a record of fields before any TY; others are the exporter's greeting."""
_PLAIN = {tag: Tag(tag, 0, 6) for tag in TAGS - {"TY"}}


class _Lines:
    """Tells the tag of a line, by the habits of the record that it stands in."""

    def __init__(self) -> None:
        self.tight = False  # "TY-JOUR": then "T2-weighted" begins with a tag
        self.lower = False

    def split(self, line: str) -> Tag | None:
        if line[2:6] == "  - " and (plain := _PLAIN.get(line[:2])):
            return plain
        found = _LINE.match(line)
        if not found:
            return Tag("ER", 0, len(line)) if line.strip() == "ER" else None
        indent, name, gap, after = found.groups()
        tag = Tag(name.upper(), len(indent), found.end() + len(after.strip("\r\n")))
        if tag.name == "TY" and _OPENING.fullmatch(line):
            self.tight, self.lower = not gap, name.islower()
            return tag
        if not name.isupper() and not (self.lower and name.islower()):
            return None
        if _END.fullmatch(line):
            return tag
        if len(gap) == 2 and not indent and (after or not line[found.end() :].strip()):
            return tag
        return tag if tag.name in TAGS and (gap or self.tight) else None


def _dialect() -> Dialect:
    return Dialect(_Lines().split, _OPENS, _CLOSES)


_OPENS, _CLOSES = frozenset(("TY",)), frozenset(("ER",))
_BLANK = r"[^\S\r\n]"
_FIRST_LINE = (  # as _OPENING, of a whole line
    rf"(?:{_BLANK}|\ufeff){{0,16}}(?:TY|ty|Ty){_BLANK}{{0,8}}[-–—]{_BLANK}*+\w*+{_BLANK}*+\r?\n"
)
_PERHAPS_TAG = (  # as _LINE, or an end
    r"(?:[^\S\n]|\ufeff){0,16}(?:PMID|[A-Za-z][A-Za-z0-9])[ \t\u00a0]{0,8}[-–—]"
    r"|[^\S\n]*+ER[^\S\n]*+(?:\n|\Z)"
)
_REGULAR = Regular(
    begins=re.compile(_FIRST_LINE),
    parted=re.compile(rf"\n(?={_FIRST_LINE})"),
    field=field_pattern(r"[A-Z][A-Z0-9]  -(?: |(?=\r?\n|\Z))", rf"(?!{_PERHAPS_TAG})"),
    tags={
        f"{a}{b}  -{blank}": f"{a}{b}"
        for a in string.ascii_uppercase
        for b in string.ascii_uppercase + string.digits
        for blank in (" ", "")
    },
    indent="",
    opens=_OPENS,
    closes=_CLOSES,
    once=_CLOSES,
)
"""How regular records look: a line goes on with the value above if it cannot be taken for a tag."""

WITHOUT_START = "a record that does not begin with TY"
WITHOUT_END = "a record that does not end with ER"


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of a RIS file. One that holds nothing but its type is a fault."""
    here = Provenance(source.path, source.format)
    number = source.first_number
    for item in regular.read(source, _dialect, _REGULAR):
        if isinstance(item, Fault):
            yield replace(item, record_number=number)
            number += 1
            continue
        has_start = "TY" in item.fields.names[:1]
        filled = set(item.fields.with_values().names)
        if not has_start and HEADS.isdisjoint(filled):
            continue  # between records: a tag without a value, the greeting of an exporter
        if filled - {"TY"}:
            record = _record(item, here, number)
            if not (has_start and item.closed):
                yield Fault(
                    "COL006",
                    WITHOUT_END if has_start else WITHOUT_START,
                    line=item.line,
                    record_number=number,
                    raw=record.title,
                )
            yield record
        else:
            yield item.fault(ONLY_TYPE, number, between="  - ")
        number += 1


def _record(group: Group, here: Provenance, number: int) -> Record:
    read = TagValues(group.fields)
    word = read.first("type", "TY")
    kind = types.of_ris(word)
    given: dict[str, Any] = {"type": kind, "type_as_read": word, "id": read.first("id", "ID")}
    given |= _identifiers(read, kind)
    given |= _titles(read, kind)
    given |= _people(read, word, kind)
    given = _numbering(read, word, kind) | given  # a number in SN counts more than one in M1
    given["issued"] = _issued(read, word)
    given["publisher"] = read.first("publisher", "PB")
    given["publisher_place"] = read.first("publisher-place", "CY", "PP")
    given["language"] = read.first("language", "LA")
    given["abstract"] = read.first("abstract", "AB", "N2")
    given["keyword"] = tuple(k for text in read.all("keyword", "KW") for k in keywords(text))
    given["affiliation"] = _affiliations(read)
    given["genre"] = read.where("genre", _NO_DOI, "M3")
    given["status"] = "in press" if word.upper() == "INPR" else ""
    given["note"] = _note(read)
    parallel = _parallel(read, given, kind)
    if kind in BOOKS or kind == "chapter":
        given["original_date"] = read.first("original-date", "OP")
    add_note_lines(given["note"], given, parallel)
    if not given["type"] and not word:
        types.infer(given)
    given["parallel"] = parallel_of(parallel, given)
    given["raw"] = read.raw()
    given["provenance"] = group.provenance(here, number, read.first("", "DB", "DP"))
    return Record(**given)


def _identifiers(read: TagValues, kind: str) -> dict[str, str]:
    """DOI, serial numbers, PMID, PMCID and URL, some of them found in tags for other things."""
    doi = read.first("DOI", "DO", "DI") or read.where("DOI", _DOI, "M3", "L3", "N1", "L1", "C7")
    found = {"doi": doi, "url": read.first("URL", "UR", "LK")}
    numbers = read.by_tag.get("SN", [])
    own = kind in NUMBERED and kind != "thesis"  # SN is the number of a report or patent
    for index in numbers:
        value = one_line(read.values[index])
        serial = serials((value,), of_book=kind in BOOKS or kind == "chapter")
        is_serial = bool(_SERIAL.search(value))
        read.variables[index] = "number" if own and not is_serial else next(iter(serial)).upper()
    for variable in ("ISBN", "ISSN", "number"):
        texts = [one_line(read.values[i]) for i in numbers if read.variables[i] == variable]
        if texts:
            found[variable.lower()] = "; ".join(dict.fromkeys(texts))
    for tag in ("U1", "U2", "U3", "U4", "C2"):
        for index in read.by_tag.get(tag, ()):
            marked = _MARKED.fullmatch(read.values[index])
            if marked and not found.get(marked[2].lower()):
                found[marked[2].lower()] = marked[1]
                read.variables[index] = marked[2].upper()
    if not found.get("pmcid"):
        found["pmcid"] = read.where("PMCID", _PMCID, "C2", "C7", "AN")
    accession = read.where("", _DIGITS, "AN")
    database = " ".join(read.values[i] for t in ("DB", "DP") for i in read.by_tag.get(t, ()))
    medline = accession and _MEDLINE.search(database)
    if accession and (medline or f"pubmed.ncbi.nlm.nih.gov/{accession}" in found["url"]):
        found["pmid"] = read.where("PMID", _DIGITS, "AN")
    if not found.get("pmid"):
        tags = [tag for name, tag in PUBMED_TAGS.items() if name in database]
        found["pmid"] = read.where("PMID", _DIGITS, "PMID", *tags)
    return found


def _note(read: TagValues) -> str:
    """The notes, but one that the DOI was taken from."""
    places = [i for i in read.by_tag.get("N1", ()) if read.variables[i] == "DOI"]
    taken = [read.values[i] for i in places]
    notes = read.all("note", "N1", "NO")
    for place in places:
        read.variables[place] = "DOI"
    return "\n".join(text for text in notes if text not in taken)


def _affiliations(read: TagValues) -> tuple[str, ...]:
    """The institutions; those that Embase keeps in M1 are all, and AD is an address for letters."""
    listed = [_OF_PEOPLE.fullmatch(read.values[i]) for i in read.by_tag.get("M1", ())]
    if not listed or not all(listed):
        return tuple(map(one_line, read.all("affiliation", "AD")))
    read.all("affiliation", "M1")
    return tuple(one_line(found[1]) for found in listed if found)


def _titles(read: TagValues, kind: str) -> dict[str, str]:
    """The title, what it stands in, and the series."""
    found = {"title": read.first("title", "TI", "T1", "CT")}
    if kind in BOOKS and not found["title"]:
        found["title"] = read.first("title", "BT")
    series = kind in BOOKS or kind in ("report", "software", "document")
    if series and kind != "thesis":
        found["collection_title"] = read.first("collection-title", "T3", "T2")
    elif kind not in ("thesis", "patent"):  # T2 of a thesis is its department
        if kind == "paper-conference" and {"T2", "C3"} <= read.by_tag.keys():
            found["container_title"] = read.first("container-title", "JF", "C3")
            found["event_title"] = read.first("event-title", "T2")
        else:
            found["container_title"] = read.first("container-title", "JF", "T2", "BT", "C3")
        found["collection_title"] = read.first("collection-title", "T3")
    container = found.get("container_title") or read.first("container-title", "JF", "JO", "J1")
    if not container and not series:
        container = read.first("container-title", "JA", "J2")
    found["container_title"] = container
    short = read.first("container-title-short", "JA", "J2", "J1", "JO")
    found["container_title_short"] = short if short != found["container_title"] else ""
    return found


def _people(read: TagValues, word: str, kind: str) -> dict[str, tuple[Name, ...]]:
    """Authors in the order of the file, whichever tag they have; editors and translators.

    An edited book has its editors as authors.
    """
    editors = ("ED", editor_tag(word, kind, has_third="A3" in read.by_tag))
    translator = "A4" if kind in TRANSLATED and word.upper() != "SER" else ""  # of a volume
    found = {
        "editor": read.all("editor", *editors),
        "translator": read.all("translator", translator),
        "author": read.all("author", "AU", "A1"),
    }
    if word.upper() == "EDBOOK" and "ED" not in read.by_tag:
        found["editor"], found["author"] = found["author"], []
        read.rename("author", "editor")
    return {role: tuple([name(text) for text in texts]) for role, texts in found.items()}


def editor_tag(word: str, kind: str, *, has_third: bool) -> str:
    """The tag beside ED that holds the editors of a type, "" for none.

    A book has its editor in A3 and that of its series in A2 (EndNote, Zotero), unless all that it
    has is A2 (Reference Manager, publishers).
    """
    if word.upper() == "BOOK" and has_third:
        return "A3"
    return "A2" if (kind in EDITED or not kind) and word.upper() not in _NO_EDITOR_IN_A2 else ""


def _parallel(read: TagValues, given: dict[str, Any], kind: str) -> dict[str, Any]:
    """The values in the other language: the tags for them, else a second value of a tag that is
    in the other script, as bilingual journals write one.

    An article has no editors: an A2 for each author, in the other script, is the authors again.
    """
    found: dict[str, Any] = {
        "title": read.first("original-title", "TT")
        or read.other("original-title", given["title"], "TI", "T1"),
        "author": tuple([name(text) for text in read.all("original-author", "TA")]),
        "container_title": read.other(
            "original-container-title", given["container_title"], "JF", "JO", "T2"
        ),
        "abstract": read.other("original-abstract", given["abstract"], "AB", "N2"),
    }
    editors = given["editor"]
    if (
        editors
        and kind.startswith("article")
        and not found["author"]
        and len(editors) == len(given["author"])
        and in_other_script(str(editors[0]), str(given["author"][0]))
        and len({has_cjk(str(editor)) for editor in editors}) == 1
    ):
        found["author"] = editors
        given["editor"] = ()
        read.rename("editor", "original-author")
    return found


def _numbering(read: TagValues, word: str, kind: str) -> dict[str, str]:
    """Volume, issue, pages, edition and the number of an article or report."""
    found: dict[str, str] = {}
    if kind not in ("thesis", "webpage", "post-weblog"):  # VL: a degree, a year of access
        found["volume"] = read.first("volume", "VL", "VO")
    if kind in NUMBERED:
        if number := read.first("number", "IS", "M1"):
            found["number"] = number
    else:
        found["issue"] = read.first("issue", "IS", "IP", "CP")
        in_m1 = kind in ("article-magazine", "paper-conference") or word.upper() == "EJOUR"
        if not found["issue"] and in_m1:
            found["issue"] = read.where("issue", _ISSUE, "M1")
    if kind.startswith("article") and (number := read.first("number", "C7")):
        found["number"] = number
    if not kind.startswith("article") and kind not in NUMBERED:
        found["edition"] = read.first("edition", "ET")
    start, end = read.first("page", "SP"), read.first("page", "EP")
    if kind in BOOKS and start and not end and "-" not in start:
        found["number_of_pages"] = start
        read.variables[read.by_tag["SP"][0]] = "number-of-pages"
    elif start:
        found["page"] = _pages(start, end)
    return found


def _pages(start: str, end: str) -> str:
    """The range of SP and EP; a whole range in SP counts alone, and so does a single page."""
    if not end or end == start or re.search(r"\w\s*[-–—]+\s*\w", start):
        return start
    return f"{start}-{end.lstrip('-–')}"


def _issued(read: TagValues, word: str) -> dates.Date | None:
    """The date of publication: DA before Y1 before PY, but in the year that PY says.

    DA may hold the date of access (EndNote), or month and day alone.
    """
    tags = ["PY", "YR", "Y1"]
    if word.upper() not in ACCESSED or read.by_tag.keys().isdisjoint(tags):
        tags.insert(2, "DA")
    texts = {tag: read.first("issued", tag) for tag in tags}
    read_dates = {tag: parsed(text) for tag, text in texts.items() if text}
    year = next((d.year for t in ("PY", "YR") if (d := read_dates.get(t)) and d.year), None)
    full = [read_dates[tag] for tag in ("DA", "Y1", "PY", "YR") if tag in read_dates]
    fit = [date for date in full if date.year and (year is None or date.year == year)]
    best = max(fit, key=lambda date: bool(date.month) + bool(date.day), default=None)
    if best and not best.month and year and texts.get("DA") and not read_dates["DA"].year:
        joined = dates.parse(f"{year} {texts['DA']}")
        if joined.year == year and joined.month:
            return joined
    return best or (full[0] if full else None)
