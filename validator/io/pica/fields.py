"""The fields of PICA+ as variables: those of level 0, which describe the work.

Source: the description of the K10plus format (PICA3 and PICA+), Verbundzentrale des GBV.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from validator.io.marc.people import AUTHOR, OTHER, role_of
from validator.io.types import infer
from validator.io.values import name as parsed
from validator.record import Name
from validator.text import dates
from validator.text.patterns import lazy

NOT_BIBLIOGRAPHIC = "authority data: a record that describes no document"
NO_TITLE = "fields of PICA without a title"

_COUNTED = lazy(r"(?i).*\d\]? ?(?:S\.|Seiten|Bl\.|Blätter|pages?\b|pp?\b).*")
_SORTING = re.compile(r"(?:(?<=\s)|^)@")
_LINKED = re.compile(r"\s*[;*$].*", re.DOTALL)
_KINDS = {"K": "map", "M": "musical_score", "S": "software", "G": "song", "H": "manuscript"}
"""The first letter of the code of a record (002@), where it tells the type."""
_PARTS, _SERIALS = "os", "bd"
"""Its second letter: articles and other parts, and what appears in them."""


class PicaField(NamedTuple):
    """A field: its tag, its occurrence ("" for none), its subfields in their order."""

    tag: str
    occurrence: str
    parts: tuple[tuple[str, str], ...]

    def first(self, codes: str) -> str:
        """The first value of the first of these codes that has one."""
        for code in codes:
            for found, value in self.parts:
                if found == code and (value := value.strip()):
                    return value
        return ""

    def all(self, code: str) -> list[str]:
        """All values of a code."""
        return [text for found, value in self.parts if found == code and (text := value.strip())]

    @property
    def name(self) -> str:
        """What the field is called: ``045Q/01``."""
        return f"{self.tag}/{self.occurrence}" if self.occurrence else self.tag


Held = dict[str, Any]
Use = Callable[[PicaField, Held], str]


def values(fields: Sequence[PicaField]) -> tuple[Held, list[str]]:
    """The attributes of a record, and the variable that each of its fields fills."""
    held: Held = {}
    filled = []
    for field in fields:
        use = USES.get(field.tag)
        filled.append(use(field, held) if use else "")
    _finish(held)
    return held, filled


def refusal(held: Held) -> str:
    """Why attributes make no record, "" where they do."""
    if held.get("type_as_read", "").startswith("T"):
        return NOT_BIBLIOGRAPHIC
    return "" if held.get("title") else NO_TITLE


def _finish(held: Held) -> None:
    """What only the whole of a record tells: its people, its type, what it stands in."""
    people = held.pop(".people", [])
    bodies = held.pop(".bodies", [])
    if not any(role == AUTHOR for role, _ in people):
        people = [*bodies, *people]
    for role, name in people:
        held[role] = (*held.get(role, ()), name)
    for part, attribute in ((".keywords", "keyword"), (".subjects", "index_keyword")):
        if words := held.pop(part, None):
            held[attribute] = tuple(words)
    if numbers := held.pop(".classes", None):
        held["classification"] = "; ".join(numbers)
    if title := held.pop(".whole", ""):  # of a work in volumes: of its parts, where they have none
        held.setdefault("title", title)
    extent = held.pop(".extent", "")
    if _COUNTED.fullmatch(extent):
        held["number_of_pages"] = extent
    _set_type(held)


def _set_type(held: Held) -> None:
    code = held.get("type_as_read", "")
    school = held.pop(".school", None)
    if school is not None:
        held["type"] = "thesis"
        if school:
            held.setdefault("publisher", school)
    elif kind := _KINDS.get(code[:1], ""):
        held["type"] = kind
    elif code[1:2] in _PARTS or held.get("container_title"):
        held["type"] = "article-journal" if "issn" in held or "volume" in held else "chapter"
        held["type_is_inferred"] = True
    elif code:
        held["type"] = "periodical" if code[1:2] in _SERIALS else "book"
        held["type_is_inferred"] = True
    else:
        infer(held)


def _text(attribute: str, variable: str, codes: str) -> Use:
    """What keeps the first value of these codes."""

    def use(field: PicaField, held: Held) -> str:
        if attribute in held or not (text := field.first(codes)):
            return ""
        held[attribute] = text
        return variable

    return use


def _numbers(attribute: str, variable: str, codes: str) -> Use:
    """What adds the first value of these codes to those of other fields."""

    def use(field: PicaField, held: Held) -> str:
        if not (number := field.first(codes)):
            return ""
        held[attribute] = f"{held[attribute]}; {number}" if attribute in held else number
        return variable

    return use


def _listed(part: str, variable: str, codes: str) -> Use:
    """What adds the first value of these codes to a list, each once. The name of what a link leads
    to may stand in ``A``, which is the source of other values."""

    def use(field: PicaField, held: Held) -> str:
        name = field.first(codes) or (field.first("A") if field.first("9") else "")
        if not (text := _LINKED.sub("", name)):
            return ""
        held.setdefault(part, {})[text] = None
        return variable

    return use


def _unsorted(text: str) -> str:
    """A title without the sign before the word that it is sorted by."""
    return _SORTING.sub("", text, count=1)


def _titled(field: PicaField) -> str:
    title, rest = _unsorted(field.first("a")), "; ".join(field.all("d"))
    return f"{title}: {rest}" if title and rest else title or rest


def _title(field: PicaField, held: Held) -> str:
    if "title" in held or not (title := _titled(field)):
        return ""
    held["title"] = title
    return "title"


def _whole(field: PicaField, held: Held) -> str:
    """The title of a work in volumes, and the number of this one."""
    if volume := field.first("l"):
        held.setdefault("volume", volume)
    if "title" in held or ".whole" in held or not (title := _titled(field)):
        return "volume" if volume else ""
    held[".whole"] = title
    return "title"


def _year(field: PicaField, held: Held) -> str:
    first, last = field.first("an"), field.first("b")
    if "issued" in held or not first:
        return ""
    held["issued"] = dates.parse(f"{first}-{last}" if last and last != first else first)
    return "issued"


def _imprint(field: PicaField, held: Held) -> str:
    if "publisher" in held or "publisher_place" in held:
        return ""
    held["publisher_place"] = "; ".join(field.all("p"))
    held["publisher"] = "; ".join(field.all("n"))
    return "publisher" if held["publisher"] else "publisher-place"


def _series(field: PicaField, held: Held) -> str:
    if "collection_title" in held or not (title := _titled(field)):
        return ""
    held["collection_title"] = title
    return "collection-title"


def _host(field: PicaField, held: Held) -> str:
    """What an article stands in: its title, and its numbers behind the name of their scheme."""
    if "container_title" in held or not (title := _unsorted(field.first("t"))):
        return ""
    held["container_title"] = title
    scheme = ""
    for code, value in field.parts:
        if code == "C":
            scheme = value.strip().upper()
        elif code == "6" and scheme in ("ISSN", "ISBN"):
            held.setdefault(scheme.lower(), value.strip())
            scheme = ""
    return "container-title"


def _part(field: PicaField, held: Held) -> str:
    found = ""
    for code, attribute, variable in _NUMBERING:
        if value := field.first(code):
            held.setdefault(attribute, value)
            found = found or variable
    if "issued" not in held and (year := field.first("j")):
        held["issued"] = dates.parse(year)
    return found


_NUMBERING = (("d", "volume", "volume"), ("e", "issue", "issue"), ("h", "page", "page"))


def _thesis(field: PicaField, held: Held) -> str:
    held[".school"] = field.first("e")
    if genre := field.first("da"):
        held.setdefault("genre", genre)
    return "genre"


def _note(field: PicaField, held: Held) -> str:
    if not (note := field.first("a")):
        return ""
    held["note"] = f"{held['note']}\n{note}" if "note" in held else note
    return "note"


def _roles(field: PicaField) -> Iterator[str]:
    """What somebody did: by its codes, else by the words beside them."""
    for word in field.all("4") or field.all("B"):
        yield role_of(word)


def _named(field: PicaField) -> Name | None:
    """A person: family and given name, one name alone, or the text of a link."""
    family, given = field.first("aA"), field.first("dD")
    if family and given:
        return Name(family, given, field.first("cC"))
    if alone := family or field.first("P"):
        return parsed(alone)
    if text := _LINKED.sub("", field.first("8")):
        return parsed(text)
    return None


def _author(field: PicaField, held: Held) -> str:
    return _person(field, held, AUTHOR)


def _other(field: PicaField, held: Held) -> str:
    return _person(field, held, OTHER)


def _person(field: PicaField, held: Held, otherwise: str) -> str:
    """A person, by the role that is said, ``otherwise`` where none is."""
    role = next((role for role in _roles(field) if role != OTHER), otherwise)
    name = _named(field)
    if role == OTHER or name is None:
        return ""
    held.setdefault(".people", []).append((role, name))
    return role


def _body(field: PicaField, held: Held) -> str:
    """A body: the author where no person is."""
    units = [field.first("aA"), *field.all("b"), *field.all("B" if field.first("A") else "")]
    name = ". ".join(filter(None, units)) or _LINKED.sub("", field.first("8"))
    role = next(_roles(field), AUTHOR) if field.all("4") else AUTHOR
    if not name or role == OTHER:
        return ""
    held.setdefault(".bodies", []).append((role, Name(literal=name, raw=name)))
    return role


USES: dict[str, Use] = {
    "002@": _text("type_as_read", "type", "0"),
    "003@": _text("id", "id", "0"),
    "004A": _numbers("isbn", "ISBN", "A0"),
    "004V": _text("doi", "DOI", "0"),
    "005A": _numbers("issn", "ISSN", "0A"),
    "009P": _text("url", "URL", "ua"),
    "010@": _text("language", "language", "a"),
    "011@": _year,
    "017C": _text("url", "URL", "ua"),
    "020F": _text("abstract", "abstract", "a"),
    "021A": _title,
    "028A": _author,
    "028B": _author,
    "028C": _other,
    "029A": _body,
    "031A": _part,
    "032@": _text("edition", "edition", "a"),
    "033A": _imprint,
    "034D": _text(".extent", "number-of-pages", "a"),
    "036C": _whole,
    "036E": _series,
    "037A": _note,
    "037C": _thesis,
    "039B": _host,
    "044A": _listed(".subjects", "index-keyword", "a"),
    "044K": _listed(".subjects", "index-keyword", "a8"),
    "044N": _listed(".keywords", "keyword", "a"),
    "044Z": _listed(".keywords", "keyword", "a"),
    "045F": _listed(".classes", "classification", "a"),
    "045Q": _listed(".classes", "classification", "a8"),
    "045R": _listed(".classes", "classification", "a8"),
    "047I": _text("abstract", "abstract", "a"),
}
"""Tag -> what is made of its field; others, and those of libraries (levels 1 and 2), are kept."""
