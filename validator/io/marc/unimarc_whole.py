"""What only the whole of a UNIMARC record tells: people, dates, the type, the host."""

from __future__ import annotations

from validator.io.marc import hosts, kinds
from validator.io.marc.fields import subfield
from validator.io.marc.hosts import Host
from validator.io.marc.people import AUTHOR, EDITOR, TRANSLATOR
from validator.io.marc.punctuation import plain, without_lone_bracket
from validator.io.marc.whole import Held, set_type
from validator.record import Parallel
from validator.text import dates
from validator.text.patterns import lazy

_EMBEDDED = lazy("\x1f1")
_COUNT = lazy(
    r"(?i)\d+[\])+]{0,2} ?(?:p\b|pp\b|pages?\b|s\b|с\b|стр|str\b|f\b|ff\b|页|頁|葉|叶|p\.)"
)
_PAGES = lazy(r"(?i)(?:p|pp|pages?|页|頁|第|с|стр)\.? ?(\[?\d+\]?(?: ?[-–] ?\[?\d+\]?)?)")
_DATED = lazy(r"(?i)^(?:impr\.?|cop\.?|dl|d\.l\.|print)\s*")


def is_counted(extent: str) -> bool:
    """Whether an extent counts pages or leaves."""
    return _COUNT.search(extent) is not None


def finish(leader: str, held: Held) -> None:
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
        held["issued"] = dates.parse(_DATED.sub("", without_lone_bracket(text)))
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
    set_type(leader, kind, held)
    if is_counted(extent):
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
