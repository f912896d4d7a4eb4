"""UNIMARC and CNMARC: their fields as variables."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from validator.io import types
from validator.io.marc import hosts, kinds
from validator.io.marc.fields import SUBFIELD, subfield, subfields
from validator.io.marc.hosts import Host
from validator.io.marc.marc21 import Use
from validator.io.marc.people import AUTHOR, EDITOR, OTHER, TRANSLATOR, role_of
from validator.io.marc.punctuation import name_of, plain, unbracketed
from validator.io.marc.whole import Held
from validator.io.values import keywords
from validator.record import Name, OtherId, Parallel
from validator.text import dates
from validator.text.patterns import lazy
from validator.text.script import has_cjk, has_latin

_CN = lazy(r"(?:CN\s*)?(\d{2}-\d{4}(?:/[A-Z]{1,3}\d{0,3})?)")
_EMBEDDED = lazy("\x1f1")
_COUNT = lazy(
    r"(?i)\d+[\])+]{0,2} ?(?:p\b|pp\b|pages?\b|s\b|с\b|стр|str\b|f\b|ff\b|页|頁|葉|叶|p\.)"
)
_PAGES = lazy(r"(?i)(?:p|pp|pages?|页|頁|第|с|стр)\.? ?(\[?\d+\]?(?: ?[-–] ?\[?\d+\]?)?)")
_NATION = lazy(r"[(（\[〔【][^()（）\[\]〔〕【】]{1,8}[)）\]〕】]\s*")
_DATED = lazy(r"(?i)^(?:impr\.?|cop\.?|dl|d\.l\.|print)\s*")


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
    _finish(leader, held)
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
    return "number-of-pages" if _COUNT.search(held[".extent"]) else ""


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
    role = next((role_of(word) for word in _roles(text)), "")
    if not name or role == OTHER:
        return ""
    body = Name(literal=name, raw=subfield(text, "a").strip())
    if role:
        held.setdefault(".people", []).append((role, body))
        return role
    held.setdefault(".bodies", []).append((AUTHOR, body))
    return ""


def _roles(text: str) -> list[str]:
    return [word.strip() for word in subfields(text, "4") if word.strip()]


@lru_cache(maxsize=2**15)
def heading(text: str, *, chinese: bool) -> tuple[Name, str]:
    """The name of a field 700 to 702 and its role, "" where none is said.

    The surname is $a and the rest $b; CNMARC has both in $a, and the pinyin in $9 or $A.
    """
    family = given = suffix = pinyin = ""
    affiliation: tuple[str, ...] = ()
    for part in text.split(SUBFIELD)[1:]:
        code, value = part[:1], part[1:].strip()
        if code == "a" and not family:
            family = _NATION.sub("", value)
        elif code == "b" and not given:
            given = name_of(value)
        elif code == "A" or (code == "9" and chinese):
            pinyin = pinyin or value
        elif code == "c" and not has_cjk(value) and plain(value).lower().strip(".") in ("jr", "sr"):
            suffix = plain(value)
        elif code == "p" and value:
            affiliation = (*affiliation, plain(value))
    raw = family = name_of(family)
    if given:
        name = Name(family, given, "", suffix, "", f"{raw}, {given}", affiliation=affiliation)
    else:
        found = Name.parse(family)
        name = Name(
            found.family,
            found.given,
            found.particles,
            found.suffix or suffix,
            found.literal,
            raw,
            "",
            affiliation,
            _romanised(pinyin) if pinyin and has_latin(pinyin) else None,
        )
    roles = [role_of(word) for word in _roles(text)]
    known = next((role for role in roles if role != OTHER), "")
    return name, known or (OTHER if roles else "")


def _romanised(text: str) -> Name:
    """A name in pinyin: the surname is the first word where no comma says it."""
    text = plain(text)
    if "," in text:
        return Name.parse(text)
    family, _, given = text.partition(" ")
    return Name(family, given, raw=text) if given else Name(literal=text, raw=text)


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


def _finish(leader: str, held: Held) -> None:
    """Make the attributes of a record of what its fields have given."""
    held.pop(".chinese")
    held.pop(".statement", None)
    people = held.pop(".people", None) or held.get(".bodies", ())
    held.pop(".bodies", None)
    for role in (AUTHOR, EDITOR, TRANSLATOR):
        if names := tuple(name for found, name in people if found == role):
            held[role] = names
    parallel = held.pop(".parallel", {})
    natives = tuple(name.native for name in held.get("author", ()) if name.native)
    if natives and len(natives) == len(held["author"]):
        parallel["author"] = natives
    if words := held.pop(".keywords", None):
        held["keyword"] = tuple(words)
    if subjects := held.pop(".subjects", None):
        held["index_keyword"] = tuple(subjects)
    classes = held.pop(".classes", {})
    if numbers := held.pop(".clc", None) or classes:
        held["classification"] = "; ".join(numbers)
    if notes := held.pop(".notes", None):
        held["note"] = "\n".join(notes)
    _dates(held)
    _kind(leader, held)
    if parallel.get("title") == held.get("title"):
        parallel.pop("title", None)
    if parallel.keys() - {"language"}:
        held["parallel"] = Parallel(**parallel)


def _dates(held: Held) -> None:
    coded = held.pop(".100", "")
    text = held.pop(".date", "")
    year = coded[9:13]
    if text:
        if text[:1] != "[" and text[-1:] == "]":
            text = text[:-1]
        elif text[:1] == "[" and "]" not in text:
            text = text[1:]
        held["issued"] = dates.parse(_DATED.sub("", text))
    if year.isdigit() and year not in ("9999", "0000"):
        found = held.get("issued")
        if found is None or (found.year is None and not found.approximate):
            held["issued"] = dates.parse(year)


def _kind(leader: str, held: Held) -> None:
    code, level = leader[6:7], leader[7:8]
    extent = held.pop(".extent", "")
    coded = held.pop(".105", "")
    thesis, school = held.pop(".thesis", False), held.pop(".school", "")
    kind = kinds.UNIMARC.get(code, "")
    if code == "a" or (code in "lm" and (level != "m" or "isbn" in held)):
        kind = kinds.LEVELS.get(level, "")
        if level == "m" and code == "a":
            natures = (kinds.UNIMARC_NATURES.get(c) for c in coded[4:8])
            kind = next(filter(None, natures), kind)
    if thesis:
        kind = "thesis"
        if school and not held.get("publisher"):
            held["publisher"] = school
    links = held.pop(".hosts", []) + held.pop(".sets", [])
    if links and kind in ("chapter", "article-journal", ""):
        kind = hosts.part(held, list(map(_linked, links)), kind)
    if not kind:
        kind = types.inferred(
            container=held.get("container_title", ""),
            doi=held.get("doi", ""),
            isbn=held.get("isbn", ""),
        )
        held["type_is_inferred"] = bool(kind)
    held["type"] = kind
    held["type_as_read"] = leader[6:8].strip()
    if _COUNT.search(extent):
        held["number_of_pages"] = extent
    elif level in "ab" and "page" not in held and (pages := _PAGES.match(extent)):
        held["page"] = pages[1].strip()


def _linked(text: str) -> Host:
    """The work that a field 461 to 464 links: its subfields, or whole fields behind $1."""
    if not _EMBEDDED.search(text):
        volume, issue = plain(subfield(text, "v")), plain(subfield(text, "h"))
        pages = plain(subfield(text, "p"))
        related = "; ".join(filter(None, (volume, issue, pages and f"p. {pages}")))
        return Host(
            title=plain(subfield(text, "t")),
            issn=plain(subfield(text, "x")),
            isbn=plain(subfield(text, "y")),
            related="; ".join(filter(None, (related, plain(subfield(text, "d"))))),
        )
    title = issn = isbn = related = date = ""
    for piece in _EMBEDDED.split(text)[1:]:
        tag, field = piece[:3], piece[3:]
        if tag == "200":
            title = title or plain(subfield(field, "a"))
            related = related or plain(subfield(field, "v"))
        elif tag == "011":
            issn = plain(subfield(field, "a"))
        elif tag == "010":
            isbn = plain(subfield(field, "a"))
        elif tag == "210":
            date = plain(subfield(field, "d"))
    return Host(title=title, issn=issn, isbn=isbn, related="; ".join(filter(None, (related, date))))
