"""Which database's JSON a text is: by the keys of its records and of what frames them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

HEAD = 2**16  # characters looked at
DEEPEST = 6  # keys above each other

_MAY_BE = re.compile(
    r'"(?:message-type|authorships|abstract_inverted_index|attributes|creators|titles'
    r'|db_response_time_ms|itemType|authors_parsed|fields|paperId|resultList|hitCount|authorString|pubYear|journalInfo)"'
    r'|"(?:title|container-title)"\s*:\s*\[|openalex\.org'
)
"""What stands in every file of these kinds, and in few of others."""
_TOKEN = re.compile(r'"((?:[^"\\]++|\\.)*+)"(\s*+:)?|[\[\]{},]|[^\s"\[\]{},:]++', re.DOTALL)
_OPENALEX = re.compile(r"https?://(?:api\.)?openalex\.org/(?:works/)?W\d")
_OPENALEX_OTHER = re.compile(r"https?://(?:api\.)?openalex\.org/(?!(?:works/)?W\d)")
_TAG = re.compile(r"[0-9]{3}")
_CROSSREF_KEYS = (
    *("content-domain", "deposited", "indexed", "is-referenced-by-count", "issn-type"),
    *("member", "prefix", "reference-count", "references-count", "score"),
)
_LISTS: tuple[tuple[str, ...], ...] = (
    (),
    ("hits", "hits"),
    ("response", "docs"),
    ("items",),
    ("results",),
    ("records",),
    ("data",),
)
"""The keys of the lists of search engines and catalogues."""


class Framing(NamedTuple):
    """Which JSON a text is: its format, "" for none, and what stands around its records.

    ``listed`` are the keys that lead to the array of records where no answer of that database has
    them, ``wrapped`` that of the object in each item that is the record.
    """

    form: str
    listed: tuple[str, ...] = ()
    wrapped: str = ""


@lru_cache(maxsize=2)
def framing(head: str) -> Framing:
    """The kind of JSON that the first characters of a text show.

    A record may be wrapped: an object, an item of an array or of a list that search engines give
    has one member that is a record of a known kind.
    """
    head = head[:HEAD]
    found: dict[str, str] = {}
    for path, value in outline(head):
        if value not in ("null", "[]", ""):
            found.setdefault(path, value)
    if _MAY_BE.search(head):
        if found.get("message-type"):
            is_works = found["message-type"] in ("work", "work-list")
            return Framing("crossref-json" if is_works else "")
        if form := _native(found):
            return Framing(form)
    from validator.io.json.csl_evidence import is_csl

    if is_csl(found, "") or is_csl(found, "items."):
        return Framing("csl-json")
    return _wrapped(found)


def _native(found: dict[str, str]) -> str:
    """The kind of records that stand where their database puts them, "" for none."""
    if "meta.db_response_time_ms" in found and "results" in found:
        return "openalex"
    for form, is_one, frames in _KINDS:
        if any(is_one(found, frame) for frame in frames):
            return form
    return ""


def _wrapped(found: dict[str, str]) -> Framing:
    """The kind of records that stand in a list or an object of another program's."""
    for listed in _LISTS:
        frame = "".join(f"{key}." for key in listed)
        if listed and found.get(frame[:-1]) != "[":
            continue
        if form := _at(found, frame):
            return Framing(form, listed)
        inside = (path[len(frame) :] for path in found if path.startswith(frame))
        keys = [key for key in inside if "." not in key and found[frame + key] == "{"]
        forms = {key: form for key in keys if (form := _at(found, f"{frame}{key}."))}
        if len(forms) == 1:
            ((key, form),) = forms.items()
            return Framing(form, listed, key)
    return Framing("")


def _at(found: dict[str, str], frame: str) -> str:
    """The kind of the objects at a path, "" for none that is sure."""
    from validator.io.json.csl_evidence import is_surely_csl

    if form := next((form for form, is_one, _ in _KINDS if is_one(found, frame)), ""):
        return form
    return "csl-json" if is_surely_csl(found, frame) else ""


def outline(text: str) -> Iterator[tuple[str, str]]:
    """The keys of JSON, with those above them, and how the value begins: its text, or a bracket.

    Arrays are no level of their own: of ``{"items": [{"title": ["A"]}]}`` there is
    ``items.title``, with "[". The text may be cut off or broken.
    """
    path: list[str] = [""]
    brackets: list[str] = []
    for token in _TOKEN.finditer(text):
        mark, string, colon = token[0], token[1], token[2]
        if mark in ("{", "["):
            if path[-1] and len(path) <= DEEPEST:
                yield ".".join(filter(None, path)), mark
            brackets.append(mark)
            if mark == "{":
                path.append("")
        elif mark in ("}", "]"):
            if brackets and brackets.pop() == "{" and len(path) > 1:
                path.pop()
        elif mark == ",":
            continue
        elif colon:
            path[-1] = string
        elif path[-1] and len(path) <= DEEPEST and not (brackets and brackets[-1] == "["):
            yield ".".join(filter(None, path)), mark if string is None else string


def _is_openalex(found: dict[str, str], frame: str) -> bool:
    name = found.get(f"{frame}id", "")
    if _OPENALEX.match(name):
        return True
    if _OPENALEX_OTHER.match(name):  # an author or a source
        return False
    if _OPENALEX.match(found.get(f"{frame}ids.openalex", "")):
        return True
    return found.get(f"{frame}authorships") == "[" or f"{frame}abstract_inverted_index" in found


def _is_zotero(found: dict[str, str], frame: str) -> bool:
    if (kind := found.get(f"{frame}itemType")) is None:
        return False
    from validator.io.json import zotero

    return kind in zotero.TYPES or kind in zotero.PARTS


def _is_europe_pmc(found: dict[str, str], frame: str) -> bool:
    """A source and an id, and a key that only Europe PMC has; or an answer without results."""
    if frame == "resultList.result." and "hitCount" in found and "version" in found:
        return True
    beside = ("authorString", "pubYear", "journalInfo.yearOfPublication", "hasTextMinedTerms")
    named = f"{frame}source" in found and f"{frame}id" in found
    return named and any(f"{frame}{key}" in found for key in beside)


def _is_semantic_scholar(found: dict[str, str], frame: str) -> bool:
    beside = ("title", "authors", "externalIds.CorpusId", "externalIds.DOI", "corpusId")
    return f"{frame}paperId" in found and any(f"{frame}{key}" in found for key in beside)


def _is_arxiv(found: dict[str, str], frame: str) -> bool:
    return found.get(f"{frame}authors_parsed") == "["


def _is_marc(found: dict[str, str], frame: str) -> bool:
    """A list of fields, and a tag in it, as a key or as a value."""
    fields = f"{frame}fields"
    if found.get(fields) != "[":
        return False
    if _TAG.fullmatch(found.get(f"{fields}.tag", "")):
        return any(f"{fields}.{key}" in found for key in ("value", "subfields"))
    return any(f"{fields}.{path[-3:]}" == path and _TAG.fullmatch(path[-3:]) for path in found)


def _is_datacite(found: dict[str, str], frame: str) -> bool:
    """Creators and titles are lists, and a year, a type of resource or an agency stands beside."""
    if found.get(frame.replace("attributes.", "type")) == "dois" and "attributes" in frame:
        return True
    titled = found.get(f"{frame}titles") in ("[", "{") or found.get(f"{frame}creators") == "["
    beside = ("types.resourceTypeGeneral", "publicationYear", "schemaVersion", "resourceType")
    return titled and any(f"{frame}{key}" in found for key in beside)


def _is_crossref(found: dict[str, str], frame: str) -> bool:
    """Titles are lists, and a key of Crossref's own stands beside them.

    CSL-JSON that Crossref gives has such keys, too, but its titles are texts.
    """
    titles = (found.get(f"{frame}{key}") for key in ("title", "container-title"))
    if found.get(f"{frame}title", "[") != "[" or "[" not in titles:
        return False
    if f"{frame}DOI" in found and f"{frame}id" not in found:
        return True
    return any(f"{frame}{key}" in found for key in _CROSSREF_KEYS)


_KINDS: tuple[tuple[str, Callable[[dict[str, str], str], bool], tuple[str, ...]], ...] = (
    ("openalex", _is_openalex, ("", "results.")),
    ("zotero-json", _is_zotero, ("", "items.", "data.", "items.data.")),
    ("europepmc-json", _is_europe_pmc, ("resultList.result.", "result.", "")),
    (
        "semantic-scholar",
        _is_semantic_scholar,
        ("", "data.", "recommendedPapers.", "data.citingPaper.", "data.citedPaper."),
    ),
    ("arxiv-json", _is_arxiv, ("", "items.")),
    ("marc-json", _is_marc, ("", "records.")),
    (
        "datacite-json",
        _is_datacite,
        ("", "data.attributes.", "attributes.", "data.", "data.works.nodes."),
    ),
    ("crossref-json", _is_crossref, ("", "message.items.", "message.", "items.")),
)
"""Formats, what tells the objects at a path, and the paths at which their databases have them."""
