"""MARC 21: its fields as variables."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from validator.io import types
from validator.io.marc import kinds
from validator.io.marc.fields import SUBFIELD
from validator.io.marc.hosts import in_host, parts_of
from validator.io.marc.people import AUTHOR, EDITOR, OTHER, TRANSLATOR, Person, body, of_marc21
from validator.io.marc.punctuation import plain, unbracketed, unstopped
from validator.io.values import keywords
from validator.record import Name, OtherId, Parallel
from validator.text import dates
from validator.text.dates import Date

Held = dict[str, Any]
"""What the fields of a record have given so far: attributes of Record, and notes of the reader
under names that begin with a full stop."""
Use = Callable[[str, Held], str]
"""Takes a field into ``Held``; returns the variable that it fills, "" for none."""

_COUNT = re.compile(
    r"(?i)\d+[\])+]{0,2} ?(?:unnumbered |unpaged )?(?:p\b|pp\b|pages?\b|s\b|seiten?\b|bl\b|l\b"
    r"|leaves\b|с\b|стр|pag|pág|sivua|sider|str\b|页|頁|葉|p\.|쪽|장|면|ff?\b|feuillet)"
)
_THESIS = re.compile(
    r"\(([^()]{1,60})\)\s*[-–—,:]*\s*([^,;]{3,200}?)(?:[,;.]\s*(?:\[?[c©]?\d{4}.*)?)?$"
)
_PAGES = re.compile(r"(?i)(?:p|pp|pages?|s|seiten?|с)\.? ?(\[?\d+\]?(?: ?[-–] ?\[?\d+\]?)?.{0,40})")
_DOI = re.compile(r"(?i)https?://(?:dx\.)?doi\.org/(10\.\d{4,9}/\S+)")
_EDITED = re.compile(
    r"(?i)\W*(?:(?:\w+ )?(?:edit(?:ed|ors?|or)\b|ed\. by|eds?\.)|hrsg|herausgegeben|sous la dir"
    r"|redigerad|red\.|redak|a cura di|под ред|compiled|主编|主編|编辑|編)"
)
_TRANSLATED = re.compile(r"(?i)\W*(?:trans|übers|aus dem|traduit|traduc|tradotto|пер|译|譯|訳)")
_ASIDE = re.compile(r"(?i)\W*(?:ill|illustr|drawings|photo|foreword|introd|with a|pref|vorw|mit )")
_ACADEMIC = ("hochschulschrift", "academic thes", "dissertation", "thès", "tesis", "学位论文")


def values(leader: str, tags: Sequence[str], texts: Sequence[str]) -> tuple[Held, list[str]]:
    """The attributes of a record, and the variable that each of its fields fills."""
    held: Held = {}
    filled: list[str] = []
    for tag, text in zip(tags, texts, strict=True):
        use = USES.get(tag)
        filled.append(use(text, held) if use is not None else "")
    _finish(leader, held)
    return held, filled


def subfield(text: str, *codes: str) -> str:
    """The first value of a field that has one of these codes, by the order of the codes."""
    parts = text.split(SUBFIELD)
    for code in codes:
        for part in parts[1:]:
            if part[:1] == code and len(part) > 1:
                return part[1:]
    return ""


def subfields(text: str, code: str) -> list[str]:
    """All values of a field that have this code."""
    return [part[1:] for part in text.split(SUBFIELD)[1:] if part[:1] == code]


# One function a field


def _id(text: str, held: Held) -> str:
    held.setdefault("id", text.strip())
    return "id"


def _agency(text: str, held: Held) -> str:
    held.setdefault(".source", text.strip())
    return ""


def _coded(text: str, held: Held) -> str:
    held.setdefault(".008", text)
    return "language" if text[35:38].isalpha() else ""


def _lccn(text: str, held: Held) -> str:
    if number := subfield(text, "a").strip():
        held["other_id"] = (*held.get("other_id", ()), OtherId("lccn", number))
        return "other-id"
    return ""


def _isbn(text: str, held: Held) -> str:
    parts = text.split(SUBFIELD)
    number = qualifier = ""
    for part in parts[1:]:
        if part[:1] == "a" and not number:
            number = plain(part[1:])
        elif part[:1] == "q":
            word = plain(part[1:]).strip("()")
            qualifier = f"{qualifier}; {word}" if qualifier else word
    if not number:
        return ""
    if qualifier and qualifier not in number:
        number = f"{number} ({qualifier})"
    held["isbn"] = f"{held['isbn']}; {number}" if "isbn" in held else number
    return "ISBN"


def _issn(text: str, held: Held) -> str:
    number = plain(subfield(text, "a", "l"))
    if not number:
        return ""
    held["issn"] = f"{held['issn']}; {number}" if "issn" in held else number
    return "ISSN"


def _identifier(text: str, held: Held) -> str:
    scheme = subfield(text, "2").strip().lower() if text[:1] == "7" else ""
    value = subfield(text, "a").strip()
    if not value:
        return ""
    if scheme in ("doi", "arxiv", "pmid", "pmcid"):
        held.setdefault(scheme, value)
        return scheme if scheme == "arxiv" else scheme.upper()
    if scheme in ("hdl", "wikidata", "isni", "ror"):
        held["other_id"] = (*held.get("other_id", ()), OtherId(scheme, value))
        return "other-id"
    if not scheme and value.startswith("10.") and "/" in value:
        held.setdefault("doi", value)
        return "DOI"
    return ""


def _language(text: str, held: Held) -> str:
    held.setdefault(".041", subfield(text, "a", "d").strip()[:3])
    return "language"


def _class(text: str, held: Held) -> str:
    number = subfield(text, "a").strip()
    if not number:
        return ""
    held.setdefault(".classes", {})[number] = None
    return "classification"


def _main(text: str, held: Held) -> str:
    return _person(of_marc21(text), held, is_main=True)


def _main_body(text: str, held: Held) -> str:
    return _person(body(text), held, is_main=True)


def _added(text: str, held: Held) -> str:
    if "\x1ft" in text or text[1:2] == "2":
        return ""  # a related work
    return _person(of_marc21(text), held, is_main=False)


def _added_body(text: str, held: Held) -> str:
    if "\x1ft" in text or text[1:2] == "2":
        return ""
    person = body(text)
    if not person.role:
        held.setdefault(".bodies", []).append(person)
        return ""
    return _person(person, held, is_main=False)


def _uncontrolled(text: str, held: Held) -> str:
    person = of_marc21(text)
    if text[:1] == "2":
        person = person._replace(name=Name(literal=str(person.name), raw=person.name.raw))
    return _person(person, held, is_main=False)


def _person(person: Person, held: Held, *, is_main: bool) -> str:
    role = person.role
    if not (person.name.family or person.name.literal or person.name.given):
        return ""
    if is_main and role in ("", OTHER):
        person = person._replace(role=AUTHOR)
        role = AUTHOR
    if role == OTHER:
        return ""
    held.setdefault(".people", []).append(person)
    return role or AUTHOR


def _meeting(text: str, held: Held) -> str:
    name = plain(" ".join(part[1:] for part in text.split(SUBFIELD)[1:] if part[:1] in "an"))
    held.setdefault("event_title", unstopped(re.split(r"\s*\(", name)[0]))
    return "event-title"


def _title(text: str, held: Held) -> str:
    if "title" in held:
        return ""
    title, last = "", ""
    for part in text.split(SUBFIELD)[1:]:
        code, value = part[:1], part[1:].strip()
        if not value:
            continue
        if code == "c":
            held.setdefault(".statement", value)
            continue
        if code in "anp":
            joint = "" if not title else ", " if code == "p" and last == "n" else ". "
            if joint and title[-1:] == ".":
                joint = " "
            title = f"{title}{joint}{unstopped(plain(value)) if code != 'a' else plain(value)}"
        elif code == "b" and title:
            own, equals, other = value.partition(" = ")
            if last == "=":
                _parallel(held, title=unstopped(plain(value.partition(" : ")[0])))
            else:
                title = f"{title}{'; ' if last == ';' else ': '}{plain(own)}"
                if equals:
                    _parallel(held, title=unstopped(plain(other)))
        elif code == "b":
            title = plain(value)
        elif code != "h" or value[-1] not in ":=/;":
            continue
        last = code if code == "n" else value[-1]
    if not title:
        return ""
    held["title"] = unstopped(title)
    return "title"


def _parallel(held: Held, **parts: str) -> None:
    there = held.setdefault(".parallel", {})
    for name, value in parts.items():
        if value:
            there.setdefault(name, value)


def _other_title(text: str, held: Held) -> str:
    """A varying title that is the title proper in another language."""
    if text[1:2] != "1":
        return ""
    title = plain(subfield(text, "a"))
    if rest := plain(subfield(text, "b")):
        title = f"{title}: {rest}"
    _parallel(held, title=unstopped(title))
    return "original-title"


def _edition(text: str, held: Held) -> str:
    if edition := unstopped(plain(subfield(text, "a"))):
        held.setdefault("edition", edition)
    return "edition"


def _imprint(text: str, held: Held) -> str:
    if text[1:2] in ("0", "2", "3", "4") and text[:1] in (" ", "#", "2", "3"):
        if text[1] == "4":
            held.setdefault(".copyright", subfield(text, "c"))
            return ""
        if text[1] != "0":
            return ""
    places, publishers, date = [], [], ""
    for part in text.split(SUBFIELD)[1:]:
        code = part[:1]
        if code == "a":
            places.append(unbracketed(plain(part[1:])))
        elif code == "b":
            publishers.append(unbracketed(plain(part[1:])))
        elif code == "c" and not date:
            date = part[1:]
    if "publisher" not in held and "publisher_place" not in held:
        held["publisher_place"] = "; ".join(filter(None, places))
        held["publisher"] = unstopped("; ".join(filter(None, publishers)))
    if date:
        held.setdefault(".date", date)
    return "publisher" if publishers else "issued" if date else ""


def _extent(text: str, held: Held) -> str:
    held.setdefault(".extent", plain(subfield(text, "a")))
    return "number-of-pages" if _COUNT.search(held[".extent"]) else ""


def _content(text: str, held: Held) -> str:
    held.setdefault(".336", subfield(text, "b").strip().lower())
    return ""


def _series(text: str, held: Held) -> str:
    if series := unstopped(plain(subfield(text, "a").partition(" ; ")[0])):
        held.setdefault("collection_title", series)
        return "collection-title"
    return ""


def _traced_series(text: str, held: Held) -> str:
    if ".series" in held:
        return ""
    parts = [part[1:] for part in text.split(SUBFIELD)[1:] if part[:1] in "anp"]
    held[".series"] = unstopped(". ".join(unstopped(plain(part)) for part in parts))
    return "collection-title"


def _note(text: str, held: Held) -> str:
    if note := subfield(text, "a").strip():
        held.setdefault(".notes", []).append(note)
    return "note"


def _thesis(text: str, held: Held) -> str:
    held.setdefault(".thesis", text)
    return "genre"


def _abstract(text: str, held: Held) -> str:
    if text[:1] in ("1", "4"):  # a review, advice on the content
        return ""
    found = " ".join(part[1:].strip() for part in text.split(SUBFIELD)[1:] if part[:1] in "ab")
    if not found:
        return ""
    before = held.get("abstract")
    held["abstract"] = f"{before}\n\n{found}" if before else found
    return "abstract"


def _subject(text: str, held: Held) -> str:
    terms: list[str] = []
    for part in text.split(SUBFIELD)[1:]:
        code = part[:1]
        if code in "abcdqtnp" and code and part[1:].strip():
            term = plain(part[1:])
            if code == "a" or not terms:
                terms.append(term)
            else:
                terms[-1] = f"{terms[-1]}, {term}" if code in "cdq" else f"{terms[-1]} {term}"
        elif code in "vxyz" and code:
            terms.append(plain(part[1:]))
    if not terms:
        return ""
    held.setdefault(".subjects", {})[unstopped("--".join(map(unstopped, terms)))] = None
    return "index-keyword"


def _keyword(text: str, held: Held) -> str:
    found = held.setdefault(".keywords", {})
    for value in subfields(text, "a"):
        for word in keywords(value) if ";" in value else (value.strip(),):
            if word:
                found[unstopped(plain(word))] = None
    return "keyword"


def _form(text: str, held: Held) -> str:
    term = subfield(text, "a").lower()
    if term.startswith(_ACADEMIC):
        held[".academic"] = True
    return ""


def _host(text: str, held: Held) -> str:
    held.setdefault(".hosts", []).append(text)
    return "container-title" if "\x1ft" in text else ""


def _link(text: str, held: Held) -> str:
    url = subfield(text, "u").strip()
    if not url:
        return ""
    is_itself = "\x1f3" not in text
    if text[1:2] == "2":
        return ""  # a related work: the table of contents, the cover
    rank = not is_itself
    if rank < held.get(".url", (2,))[0]:
        held[".url"] = (rank, url)
    if is_itself and (doi := _DOI.fullmatch(url)):
        held.setdefault(".doi", doi[1])
    return "URL"


def _linked(text: str, held: Held) -> str:
    held.setdefault(".linked", []).append(text)
    tag = subfield(text, "6")[:3]
    return LINKED.get(tag, "")


USES: dict[str, Use] = {
    "001": _id,
    "003": _agency,
    "008": _coded,
    "010": _lccn,
    "020": _isbn,
    "022": _issn,
    "024": _identifier,
    "041": _language,
    "050": _class,
    "080": _class,
    "082": _class,
    "084": _class,
    "100": _main,
    "110": _main_body,
    "111": _meeting,
    "245": _title,
    "246": _other_title,
    "250": _edition,
    "260": _imprint,
    "264": _imprint,
    "300": _extent,
    "336": _content,
    "440": _series,
    "490": _series,
    "500": _note,
    "501": _note,
    "502": _thesis,
    "504": _note,
    "520": _abstract,
    "538": _note,
    "546": _note,
    "600": _subject,
    "610": _subject,
    "611": _subject,
    "630": _subject,
    "648": _subject,
    "650": _subject,
    "651": _subject,
    "653": _keyword,
    "655": _form,
    "700": _added,
    "710": _added_body,
    "711": _meeting,
    "720": _uncontrolled,
    "773": _host,
    "830": _traced_series,
    "856": _link,
    "880": _linked,
}
"""Tag -> what is made of its field; others are kept as they stand."""
LINKED = {
    "100": "original-author",
    "110": "original-author",
    "245": "original-title",
    "246": "original-title",
    "260": "original-publisher",
    "264": "original-publisher",
    "520": "original-abstract",
    "653": "original-keyword",
    "700": "original-author",
    "710": "original-author",
    "773": "original-container-title",
}
"""The tag that an 880 stands for -> the value in the other script that it fills."""


# The whole record


def _finish(leader: str, held: Held) -> None:
    """Make the attributes of a record of what its fields have given."""
    linked = held.pop(".linked", None)
    other: Held = _other_script(linked, held) if linked else {}
    _people(held, other)
    coded = held.pop(".008", "")
    language = coded[35:38]
    first = held.pop(".041", "")
    if not language.isalpha() or (language in ("und", "zxx") and first):
        language = first
    if language:
        held["language"] = language
    _dates(held, coded)
    _kind(leader, held, coded)
    if series := held.pop(".series", ""):
        held.setdefault("collection_title", series)
    if classes := held.pop(".classes", None):
        held["classification"] = "; ".join(classes)
    if notes := held.pop(".notes", None):
        held["note"] = "\n".join(notes)
    if subjects := held.pop(".subjects", None):
        held["index_keyword"] = tuple(subjects)
    if words := held.pop(".keywords", None):
        held["keyword"] = tuple(words)
    if url := held.pop(".url", None):
        held["url"] = url[1]
    if (doi := held.pop(".doi", "")) and "doi" not in held:
        held["doi"] = doi
    parts = held.pop(".parallel", {})
    if other:
        parts |= _parallel_of(other, held)
    if parts:
        if held.get("title") == parts.get("title"):
            parts.pop("title", None)
        if parts:
            held["parallel"] = Parallel(**parts)


def _other_script(linked: Sequence[str], held: Held) -> Held:
    """What the 880 fields give: those that are linked to none are the record's own."""
    other: Held = {}
    for text in linked:
        link = subfield(text, "6")
        tag, _, occurrence = link.partition("/")[0].partition("-")
        use = USES.get(tag)
        if use is None or tag == "880" or use is _id:
            continue
        is_own = occurrence == "00" or (tag == "245" and "title" not in held)
        use(text, held if is_own else other)
    return other


def _people(held: Held, other: Held) -> None:
    people: list[Person] = held.pop(".people", [])
    bodies: list[Person] = held.pop(".bodies", [])
    statement = held.pop(".statement", "")
    linked = {
        person.link: person.name
        for person in (*other.get(".people", ()), *other.get(".bodies", ()))
        if person.link not in ("", "00")
    }
    if bodies and not people:
        people = bodies
    found: dict[str, list[Name]] = {}
    originals: list[Name] = []
    for person in people:
        role = person.role or _role_said(person.name, statement)
        name = person.name
        if linked and (native := linked.get(person.link)):
            name = replace(name, native=native)
            if role == AUTHOR:
                originals.append(native)
        found.setdefault(role, []).append(name)
    for role in (AUTHOR, EDITOR, TRANSLATOR):
        if names := found.get(role):
            held[role] = tuple(names)
    if originals and len(originals) == len(found[AUTHOR]):
        held.setdefault(".parallel", {})["author"] = tuple(originals)


def _role_said(name: Name, statement: str) -> str:
    """The role of somebody that no relator tells, by the statement of responsibility."""
    if not statement:
        return AUTHOR
    wanted = (name.family or name.literal).lower()
    for part in statement.split(";"):
        if wanted in part.lower():
            if _EDITED.match(part):
                return EDITOR
            if _TRANSLATED.match(part):
                return TRANSLATOR
            return OTHER if _ASIDE.match(part) else AUTHOR
    return AUTHOR


def _dates(held: Held, coded: str) -> None:
    """The date of publication as the imprint gives it, else as 008 codes it."""
    text = held.pop(".date", "") or held.get(".copyright", "")
    held.pop(".copyright", None)
    found: Date | None = None
    if text := unstopped(plain(text)):
        if text[:1] != "[" and text[-1:] == "]":
            text = text[:-1]
        elif text[:1] == "[" and "]" not in text:
            text = text[1:]
        found = dates.parse(text)
    year = coded[7:11]
    if (found is None or (found.year is None and not found.approximate)) and year.isdigit():
        found = dates.parse(year) if year not in ("9999", "0000") else found
    if found is not None:
        held["issued"] = found
    original = coded[11:15]
    if coded[6:7] == "r" and original.isdigit() and original != year and original != "9999":
        held["original_date"] = original


def _kind(leader: str, held: Held, coded: str) -> None:
    """The type, and what depends on it: pages, the host, the thesis."""
    code, level = leader[6:7], leader[7:8]
    extent = held.pop(".extent", "")
    content = held.pop(".336", "")
    thesis = held.pop(".thesis", "")
    is_academic = held.pop(".academic", False)
    kind = kinds.MARC21.get(code, "")
    if code == "a" or (code == "m" and (content == "txt" or level != "m" or "isbn" in held)):
        kind = kinds.LEVELS.get(level, "")
        if level in ("m", " ") and not thesis:
            nature = next((kinds.NATURES[c] for c in coded[24:28] if c in kinds.NATURES), "")
            kind = nature if nature and code == "a" else kind
    kind = kinds.CONTENT.get(content) or kind
    if thesis or (is_academic and kind in ("book", "manuscript", "software")):
        kind = "thesis"
    hosts = held.pop(".hosts", None)
    if hosts:
        kind = in_host(held, hosts, kind)
    if not kind:
        kind = types.inferred(
            container=held.get("container_title", ""),
            doi=held.get("doi", ""),
            isbn=held.get("isbn", ""),
        )
        held["type_is_inferred"] = bool(kind)
    held["type"] = kind
    held["type_as_read"] = leader[6:8].strip()
    if thesis:
        _add_thesis(held, thesis)
    if not extent:
        return
    if _COUNT.search(extent):
        held["number_of_pages"] = extent
    elif level in "ab" and "page" not in held and (pages := _PAGES.match(extent)):
        held["page"] = pages[1].strip()


def _add_thesis(held: Held, text: str) -> None:
    degree, school = subfield(text, "b"), subfield(text, "c")
    if not degree and (found := _THESIS.search(unstopped(subfield(text, "a").strip()))):
        degree, school = found[1], found[2]
    if not degree:
        degree = subfield(text, "a")
    if degree := plain(degree).strip("()"):
        held["genre"] = degree
    if school and not held.get("publisher"):
        held["publisher"] = unstopped(plain(school))


def _parallel_of(other: Held, held: Held) -> dict[str, Any]:
    """The values in the other script, as parts of a Parallel."""
    parts: dict[str, Any] = {
        "title": other.get("title", ""),
        "publisher": other.get("publisher", ""),
        "publisher_place": other.get("publisher_place", ""),
        "abstract": other.get("abstract", ""),
        "keyword": tuple(other.get(".keywords", ())),
    }
    for text in other.get(".hosts", ()):
        parts["container_title"] = parts_of(text).title
    return {name: value for name, value in parts.items() if value and value != held.get(name)}
