"""UNIMARC and CNMARC: their fields as variables."""

from __future__ import annotations

from collections.abc import Sequence

from validator.io.marc.fields import SUBFIELD, subfield, subfields
from validator.io.marc.marc21 import Use
from validator.io.marc.people import AUTHOR, OTHER, role_of
from validator.io.marc.punctuation import plain, unbracketed
from validator.io.marc.unimarc_people import heading, roles
from validator.io.marc.unimarc_whole import finish, is_counted
from validator.io.marc.whole import Held
from validator.io.values import keywords
from validator.record import Name, OtherId
from validator.text.patterns import lazy
from validator.text.script import has_cjk

_CN = lazy(r"(?:CN\s*)?(\d{2}-\d{4}(?:/[A-Z]{1,3}\d{0,3})?)")


def values(
    leader: str, tags: Sequence[str], texts: Sequence[str], *, chinese: bool
) -> tuple[Held, list[str]]:
    """The attributes of a record, and the variable that each of its fields fills.

    ``chinese``: it is CNMARC, whose $9 (or $A) holds the pinyin of a title or name.
    """
    held: Held = {".chinese": chinese}
    filled: list[str] = []
    for tag, text in zip(tags, texts, strict=True):
        use = USES.get(tag)
        filled.append(use(text, held) if use is not None else "")
    finish(leader, held)
    return held, filled


def _id(text: str, held: Held) -> str:
    held.setdefault("id", text.strip())
    return "id"


def _isbn(text: str, held: Held) -> str:
    number = plain(subfield(text, "a"))
    if not number:
        return ""
    if qualifier := plain(subfield(text, "b")).strip("()（）"):
        number = f"{number} ({qualifier})"
    held["isbn"] = f"{held['isbn']}; {number}" if "isbn" in held else number
    return "ISBN"


def _issn(text: str, held: Held) -> str:
    number = plain(subfield(text, "a"))
    if not number:
        return ""
    held["issn"] = f"{held['issn']}; {number}" if "issn" in held else number
    return "ISSN"


def _identifier(text: str, held: Held) -> str:
    scheme = subfield(text, "2").strip().lower()
    value = subfield(text, "a").strip()
    if value and (scheme == "doi" or (not scheme and value.startswith("10."))):
        held.setdefault("doi", value)
        return "DOI"
    return ""


def _cn(text: str, held: Held) -> str:
    for value in (*subfields(text, "a"), *subfields(text, "b")):
        if found := _CN.fullmatch(value.strip()):
            held["other_id"] = (*held.get("other_id", ()), OtherId("cn", found[1]))
            return "other-id"
    return ""


def _coded(text: str, held: Held) -> str:
    held.setdefault(".100", subfield(text, "a"))
    return ""


def _language(text: str, held: Held) -> str:
    found = subfields(text, "a")
    if found and found[0].strip():
        held.setdefault("language", found[0].strip()[:3])
        return "language"
    return ""


def _book(text: str, held: Held) -> str:
    held.setdefault(".105", subfield(text, "a"))
    return ""


def _title(text: str, held: Held) -> str:
    if "title" in held:
        return ""
    title, last = "", ""
    for part in text.split(SUBFIELD)[1:]:
        code, value = part[:1], plain(part[1:])
        if not value:
            continue
        if code == "a" and not title:
            title = value
        elif code == "a":
            title = f"{title}; {value}"
        elif code == "e":
            title = f"{title}: {value}" if title else value
        elif code in ("h", "i"):
            title = f"{title}{', ' if code == 'i' and last == 'h' else '. '}{value}"
        elif code == "v":
            held.setdefault("volume", value)
        elif code == "d":
            held.setdefault(".parallel", {}).setdefault("title", value.lstrip("= "))
        elif code == "z":
            held.setdefault(".parallel", {}).setdefault("language", value)
        elif code in ("f", "g"):
            held.setdefault(".statement", []).append(value)
        last = code
    if not title:
        return ""
    held["title"] = title
    return "title"


def _parallel_title(text: str, held: Held) -> str:
    title = plain(subfield(text, "a"))
    if rest := plain(subfield(text, "e")):
        title = f"{title}: {rest}"
    if not title:
        return ""
    parallel = held.setdefault(".parallel", {})
    if "title" not in parallel:
        parallel["title"] = title
        if language := subfield(text, "z").strip():
            parallel["language"] = language
    return "original-title"


def _edition(text: str, held: Held) -> str:
    if edition := plain(subfield(text, "a")):
        held.setdefault("edition", edition)
        return "edition"
    return ""


def _imprint(text: str, held: Held) -> str:
    if "publisher" in held or "publisher_place" in held:
        return ""
    places, publishers = [], []
    for part in text.split(SUBFIELD)[1:]:
        code = part[:1]
        if code == "a":
            places.append(unbracketed(plain(part[1:])))
        elif code == "c":
            publishers.append(unbracketed(plain(part[1:])))
        elif code == "d":
            held.setdefault(".date", plain(part[1:]))
    held["publisher_place"] = "; ".join(filter(None, places))
    held["publisher"] = "; ".join(filter(None, publishers))
    return "publisher" if publishers else "issued" if ".date" in held else ""


def _extent(text: str, held: Held) -> str:
    held.setdefault(".extent", plain(subfield(text, "a")))
    return "number-of-pages" if is_counted(held[".extent"]) else ""


def _series(text: str, held: Held) -> str:
    series = plain(subfield(text, "a"))
    if part := plain(subfield(text, "i")):
        series = f"{series}. {part}"
    if not series:
        return ""
    held.setdefault("collection_title", series)
    return "collection-title"


def _note(text: str, held: Held) -> str:
    if note := subfield(text, "a").strip():
        held.setdefault(".notes", []).append(note)
    return "note"


def _thesis(text: str, held: Held) -> str:
    held[".thesis"] = True
    if degree := plain(subfield(text, "b") or subfield(text, "a")):
        held.setdefault("genre", degree)
    if school := plain(subfield(text, "e")):
        held.setdefault(".school", school)
    return "genre"


def _abstract(text: str, held: Held) -> str:
    found = subfield(text, "a").strip()
    if not found:
        return ""
    before = held.get("abstract")
    if before and has_cjk(before) != has_cjk(found):
        held.setdefault(".parallel", {}).setdefault("abstract", found)
        return "original-abstract"
    held["abstract"] = f"{before}\n\n{found}" if before else found
    return "abstract"


def _subject(text: str, held: Held) -> str:
    terms: list[str] = []
    for part in text.split(SUBFIELD)[1:]:
        code, value = part[:1], plain(part[1:])
        if not value:
            continue
        if code == "b" and terms and "\x1fb" in text:  # the other part of a name
            joint = "" if has_cjk(value) else ", "
            terms[-1] = f"{terms[-1]}{joint}{value}"
        elif code in ("a", "x", "y", "z", "j"):
            terms.append(value)
    if not terms:
        return ""
    held.setdefault(".subjects", {})["--".join(terms)] = None
    return "index-keyword"


def _keyword(text: str, held: Held) -> str:
    found = held.setdefault(".keywords", {})
    for value in subfields(text, "a"):
        for word in keywords(value) if ";" in value or "；" in value else (value.strip(),):
            if word:
                found[plain(word)] = None
    return "keyword"


def _clc(text: str, held: Held) -> str:
    return _classed(text, held, ".clc")


def _class(text: str, held: Held) -> str:
    return _classed(text, held, ".classes")


def _classed(text: str, held: Held, scheme: str) -> str:
    for number in subfields(text, "a"):
        if number.strip():
            held.setdefault(scheme, {})[number.strip()] = None
    return "classification" if scheme in held else ""


def _main(text: str, held: Held) -> str:
    return _person(text, held, is_main=True)


def _added(text: str, held: Held) -> str:
    return _person(text, held, is_main=False)


def _person(text: str, held: Held, *, is_main: bool) -> str:
    name, role = heading(text, chinese=held[".chinese"])
    if not (name.family or name.literal or name.given):
        return ""
    if role == OTHER and not is_main:
        return ""
    role = AUTHOR if role in ("", OTHER) else role
    held.setdefault(".people", []).append((role, name))
    return role


def _body(text: str, held: Held) -> str:
    if text[:1] == "1":  # a meeting
        held.setdefault("event_title", plain(subfield(text, "a")))
        return "event-title"
    name = plain(subfield(text, "a"))
    for unit in subfields(text, "b"):
        name = f"{name}{'' if has_cjk(unit) else '. '}{plain(unit)}"
    role = next((role_of(word) for word in roles(text)), "")
    if not name or role == OTHER:
        return ""
    body = Name(literal=name, raw=subfield(text, "a").strip())
    if role:
        held.setdefault(".people", []).append((role, body))
        return role
    held.setdefault(".bodies", []).append((AUTHOR, body))
    return ""


def _host(text: str, held: Held) -> str:
    held.setdefault(".hosts", []).append(text)
    return "container-title"


def _set(text: str, held: Held) -> str:
    """A set, or a serial, that a whole volume or a part belongs to."""
    held.setdefault(".sets", []).append(text)
    return ""


def _link(text: str, held: Held) -> str:
    if url := subfield(text, "u").strip():
        held.setdefault("url", url)
        return "URL"
    return ""


def _source(text: str, held: Held) -> str:
    held.setdefault(".source", " ".join(filter(None, (subfield(text, "a"), subfield(text, "b")))))
    return ""


USES: dict[str, Use] = {
    "001": _id,
    "010": _isbn,
    "011": _issn,
    "017": _identifier,
    "092": _cn,
    "100": _coded,
    "101": _language,
    "105": _book,
    "200": _title,
    "205": _edition,
    "210": _imprint,
    "214": _imprint,
    "215": _extent,
    "225": _series,
    "300": _note,
    "304": _note,
    "305": _note,
    "320": _note,
    "328": _thesis,
    "330": _abstract,
    "461": _set,
    "462": _set,
    "463": _host,
    "464": _set,
    "510": _parallel_title,
    "600": _subject,
    "601": _subject,
    "602": _subject,
    "605": _subject,
    "606": _subject,
    "607": _subject,
    "610": _keyword,
    "675": _class,
    "676": _class,
    "680": _class,
    "686": _class,
    "690": _clc,
    "700": _main,
    "701": _added,
    "702": _added,
    "710": _body,
    "711": _body,
    "712": _body,
    "801": _source,
    "856": _link,
}
"""Tag -> what is made of its field; others are kept as they stand."""
