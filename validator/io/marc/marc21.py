"""MARC 21: its fields as variables."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from validator.io.marc.fields import SUBFIELD, subfield, subfields
from validator.io.marc.people import AUTHOR, OTHER, Person, body, of_marc21
from validator.io.marc.punctuation import plain, unbracketed, unstopped
from validator.io.marc.whole import Held, finish, is_counted
from validator.io.values import keywords
from validator.record import Name, OtherId
from validator.text.patterns import lazy
from validator.text.script import has_cjk

Use = Callable[[str, Held], str]
"""Takes a field into ``Held``; returns the variable that it fills, "" for none."""

_DOI = lazy(r"(?i)https?://(?:dx\.)?doi\.org/(10\.\d{4,9}/\S+)")
_FULL_TEXT = lazy(r"(?i)volltext|full ?text|texte int|texto comp|全文|本文")
_ACADEMIC = ("hochschulschrift", "academic thes", "dissertation", "thès", "tesis", "学位论文")
MANY = 2**14
"""Values that return in other records: headings, series, imprints."""


def values(leader: str, tags: Sequence[str], texts: Sequence[str]) -> tuple[Held, list[str]]:
    """The attributes of a record, and the variable that each of its fields fills."""
    held: Held = {}
    find = USES.get
    filled = [
        use(text, held) if (use := find(tag)) else "" for tag, text in zip(tags, texts, strict=True)
    ]
    linked = held.pop(".linked", None)
    finish(leader, held, _other_script(linked, held) if linked else {})
    return held, filled


def _other_script(linked: Sequence[str], held: Held) -> Held:
    """What the 880 fields give: those that are linked to none are the record's own."""
    other: Held = {}
    is_cjk = has_cjk(held.get("title", ""))
    for text in linked:
        link = subfield(text, "6")
        tag, _, occurrence = link.partition("/")[0].partition("-")
        use = USES.get(tag)
        if use is None or tag == "880" or use is _id:
            continue
        is_own = occurrence == "00" or (tag == "245" and "title" not in held)
        if is_cjk and not is_own and has_cjk(text):
            continue  # how a Japanese title is read, in Kana
        use(text, held if is_own else other)
    return other


# One function a field


def _id(text: str, held: Held) -> str:
    number = subfield(text, "a") if SUBFIELD in text else text  # danMARC has subfields
    held.setdefault("id", number.strip())
    return "id"


def _agency(text: str, held: Held) -> str:
    held.setdefault(".source", text.strip())
    return ""


def _coded(text: str, held: Held) -> str:
    if SUBFIELD in text:  # danMARC has other codes
        return ""
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
    number = plain(subfield(text, "a") or subfield(text, "l"))
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
    held.setdefault(".041", (subfield(text, "a") or subfield(text, "d")).strip()[:3])
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
        person = Person(person.name, AUTHOR, person.link)
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
    place, publisher, date, is_copyright = imprint(text)
    if is_copyright:
        held.setdefault(".copyright", date)
        return ""
    if (place or publisher) and "publisher" not in held:
        held["publisher_place"] = place
        held["publisher"] = publisher
    if date:
        held.setdefault(".date", date)
    return "publisher" if publisher else "issued" if date else ""


@lru_cache(maxsize=MANY)
def imprint(text: str) -> tuple[str, str, str, bool]:
    """Places, publishers and date of a field 260 or 264; whether the date is of copyright.

    Nothing of a 264 on distribution or manufacture.
    """
    function = text[1:2]
    if function in ("2", "3") and text[:1] in (" ", "#", "2", "3"):
        return "", "", "", False
    places, publishers, date = [], [], ""
    for part in text.split(SUBFIELD)[1:]:
        code = part[:1]
        if code == "a":
            places.append(unbracketed(plain(part[1:])))
        elif code == "b":
            publishers.append(unbracketed(plain(part[1:])))
        elif code == "c" and not date:
            date = part[1:]
    place, publisher = "; ".join(filter(None, places)), "; ".join(filter(None, publishers))
    return place, unstopped(publisher), date, function == "4" and not publisher


def _extent(text: str, held: Held) -> str:
    extent = plain(subfield(text, "a"))
    if is_counted(extent):
        held.setdefault("number_of_pages", extent)
        return "number-of-pages"
    held.setdefault(".extent", extent)
    return ""


def _content(text: str, held: Held) -> str:
    held.setdefault(".336", subfield(text, "b").strip().lower())
    return ""


def _series(text: str, held: Held) -> str:
    if "collection_title" in held:
        return ""
    if series := unstopped(plain(subfield(text, "a").partition(" ; ")[0])):
        held["collection_title"] = series
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


def _local(text: str, held: Held) -> str:
    held.setdefault(".local", []).append(subfield(text, "a"))
    return ""


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
    if found := heading(text):
        held.setdefault(".subjects", {})[found] = None
        return "index-keyword"
    return ""


@lru_cache(maxsize=MANY)
def heading(text: str) -> str:
    """A subject heading and its subdivisions, joined by two hyphens as catalogues show them."""
    terms: list[str] = []
    for part in text.split(SUBFIELD)[1:]:
        code, term = part[:1], plain(part[1:])
        if not term:
            continue
        if code in ("a", "v", "x", "y", "z") or (code in _OF_NAME and not terms):
            terms.append(term)
        elif code in _OF_NAME:
            terms[-1] = f"{terms[-1]}, {term}" if code in "cdq" else f"{terms[-1]} {term}"
    return "--".join(map(unstopped, terms))


_OF_NAME = frozenset("bcdqtnp")
"""Subfields that go on with the name or title of a heading."""


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
    if "\x1ft" in text:
        return "container-title"
    return "container-title-short" if "\x1fp" in text else ""


def _link(text: str, held: Held) -> str:
    url = subfield(text, "u").strip()
    if not url:
        return ""
    is_itself = "\x1f3" not in text or _FULL_TEXT.search(subfield(text, "3")) is not None
    if text[1:2] == "2":
        return ""  # a related work: the table of contents, the cover
    rank = not is_itself
    if rank < held.get(".url", (2,))[0]:
        held[".url"] = (rank, url)
    if is_itself and "doi.org/" in url and (doi := _DOI.fullmatch(url)):
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
    "590": _local,
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
