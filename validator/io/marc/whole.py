"""What only the whole of a MARC 21 record tells: roles, dates, the type, the other script."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from validator.io import types
from validator.io.marc import kinds
from validator.io.marc.fields import subfield
from validator.io.marc.hosts import in_host, parts_of
from validator.io.marc.people import AUTHOR, EDITOR, OTHER, TRANSLATOR, Person
from validator.io.marc.punctuation import plain, unstopped, without_lone_bracket
from validator.record import Name, Parallel
from validator.text import dates
from validator.text.dates import Date
from validator.text.patterns import lazy
from validator.text.script import has_cjk

Held = dict[str, Any]
"""What the fields of a record have given so far: attributes of Record, and notes of the reader
under names that begin with a full stop."""

_COUNT = lazy(
    r"(?i)\d+[\])+]{0,2} ?(?:unnumbered |unpaged )?(?:p\b|pp\b|pages?\b|s\b|seiten?\b|bl\b|l\b"
    r"|leaves\b|с\b|стр|pag|pág|sivua|sider|str\b|页|頁|葉|p\.|쪽|장|면|ff?\b|feuillet)"
)
_THESIS = lazy(r"\(([^()]{1,60})\)\s*[-–—,:]*\s*([^,;]{3,200}?)(?:[,;.]\s*(?:\[?[c©]?\d{4}.*)?)?$")
_PAGES = lazy(r"(?i)(?:p|pp|pages?|s|seiten?|с)\.? ?(\[?\d+\]?(?: ?[-–] ?\[?\d+\]?)?.{0,40})")
_ENDED = lazy(r"\A-\s?(\d{4})\Z")  # begun nobody knows when
_EDITED = lazy(
    r"(?i)\W*(?:(?:\w+ )?(?:edit(?:ed|ors?|or)\b|ed\. by|eds?\.)|hrsg|herausgegeben|sous la dir"
    r"|redigerad|red\.|redak|a cura di|под ред|compiled|主编|主編|编辑|編)"
)
_TRANSLATED = lazy(r"(?i)\W*(?:trans|übers|aus dem|traduit|traduc|tradotto|пер|译|譯|訳)")
_ASIDE = lazy(r"(?i)\W*(?:ill|illustr|drawings|photo|foreword|introd|with a|pref|vorw|mit )")


def is_counted(extent: str) -> bool:
    """Whether an extent counts pages or leaves, not discs or minutes."""
    if extent.endswith(" p.") and extent[-4:-3].isdigit():  # most are so
        return True
    return _COUNT.search(extent) is not None


def finish(leader: str, held: Held, other: Held) -> None:
    """Make the attributes of a record of what its fields have given.

    ``other`` is what the fields in the other script have given.
    """
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
    if lines := held.pop(".local", None):
        from validator.io.marc import local

        local.add(lines, held, parts)
    if parts:
        parts.pop("original_language", None)
        if held.get("title") == parts.get("title"):
            parts.pop("title", None)
        if parts:
            held["parallel"] = Parallel(**parts)


def _people(held: Held, other: Held) -> None:
    people: list[Person] = held.pop(".people", None) or held.get(".bodies", [])
    held.pop(".bodies", None)
    statement = held.pop(".statement", "")
    linked: dict[str, Name] = {}
    if other:
        for person in (*other.get(".people", ()), *other.get(".bodies", ())):
            if person.link not in ("", "00"):
                linked[person.link] = person.name
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
    found.pop(OTHER, None)
    for role, names in found.items():
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
    text = held.pop(".date", "")
    if ".copyright" in held:
        text = text or held[".copyright"]
        del held[".copyright"]
    issued, original = _dated(text, coded[6:15])
    if issued is not None:
        held["issued"] = issued
    if original:
        held["original_date"] = original


@lru_cache(maxsize=2**13)
def _dated(text: str, coded: str) -> tuple[Date | None, str]:
    """The date of an imprint or of 008/06-14, and the original date of a reprint, "" for none."""
    found: Date | None = None
    if text := unstopped(plain(text)):
        found = dates.parse(_ENDED.sub(r"../\1", without_lone_bracket(text)))
    year, original = coded[1:5], coded[5:9]
    if (found is None or (found.year is None and not found.approximate)) and year.isdigit():
        found = dates.parse(year) if year not in ("9999", "0000") else found
    is_reprint = coded[:1] == "r" and original.isdigit() and original not in (year, "9999")
    return found, original if is_reprint else ""


def _kind(leader: str, held: Held, coded: str) -> None:
    """The type, and what depends on it: pages, the host, the thesis."""
    extent = held.pop(".extent", "")
    content = held.pop(".336", "")
    thesis = held.pop(".thesis", "")
    is_academic = held.pop(".academic", False)
    kind = _kind_of(leader[6:8], content, coded[24:28], "isbn" in held)
    if thesis or (is_academic and kind in ("book", "manuscript", "software")):
        kind = "thesis"
    if hosts := held.pop(".hosts", None):
        kind = in_host(held, hosts, kind)
    set_type(leader, kind, held)
    if thesis:
        _add_thesis(held, thesis)
    if extent and leader[7:8] in ("a", "b") and (pages := _PAGES.match(extent)):
        held.setdefault("page", pages[1].strip())


def set_type(leader: str, kind: str, held: Held) -> None:
    """Fill the type, which is inferred where the record does not tell it."""
    if not kind:
        kind = types.inferred(
            container=held.get("container_title", ""),
            doi=held.get("doi", ""),
            isbn=held.get("isbn", ""),
        )
        held["type_is_inferred"] = bool(kind)
    held["type"] = kind
    held["type_as_read"] = leader[6:8].strip()


@lru_cache(maxsize=2**12)
def _kind_of(codes: str, content: str, natures: str, has_isbn: bool) -> str:
    """The type by leader/06-07, 336$b and 008/24-27; an electronic book is a computer file."""
    code, level = codes[:1], codes[1:2]
    kind = kinds.MARC21.get(code, "")
    if code == "a" or (code == "m" and (content == "txt" or level != "m" or has_isbn)):
        kind = kinds.LEVELS.get(level, "")
        if level == "m" and code == "a":
            kind = next((kinds.NATURES[c] for c in natures if c in kinds.NATURES), kind)
    return kinds.CONTENT.get(content) or kind


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
    found = {name: value for name, value in parts.items() if value and value != held.get(name)}
    if has_cjk(found.get("title", "")) and "language" in held:
        found["language"] = held["language"]  # the title itself is a transcription
    return found
