"""Which database's JSON a text is: by the keys of its records and of what frames them."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
_CROSSREF_FRAMES = ("", "message.items.", "message.", "items.")
_CROSSREF_KEYS = (
    *("content-domain", "deposited", "indexed", "is-referenced-by-count", "issn-type"),
    *("member", "prefix", "reference-count", "references-count", "score"),
)
_SCHOLAR_FRAMES = ("", "data.", "recommendedPapers.", "data.citingPaper.", "data.citedPaper.")
_DATACITE_FRAMES = ("", "data.attributes.", "attributes.", "data.", "data.works.nodes.")


def kind(head: str) -> str:
    """The format of JSON that a database gives, "" where it is CSL-JSON or none of ours."""
    head = head[:HEAD]
    if not _MAY_BE.search(head):
        return ""
    found: dict[str, str] = {}
    for path, value in outline(head):
        if value not in ("null", "[]", ""):
            found.setdefault(path, value)
    if found.get("message-type"):
        return "crossref-json" if found["message-type"] in ("work", "work-list") else ""
    if _is_openalex(found):
        return "openalex"
    if any(_is_zotero(found, frame) for frame in ("", "items.", "data.", "items.data.")):
        return "zotero-json"
    if any(_is_europe_pmc(found, frame) for frame in ("resultList.result.", "result.", "")):
        return "europepmc-json"
    if any(_is_semantic_scholar(found, frame) for frame in _SCHOLAR_FRAMES):
        return "semantic-scholar"
    if any(found.get(f"{frame}authors_parsed") == "[" for frame in ("", "items.")):
        return "arxiv-json"
    if any(_is_marc(found, frame) for frame in ("", "records.")):
        return "marc-json"
    if any(_is_datacite(found, frame) for frame in _DATACITE_FRAMES):
        return "datacite-json"
    if any(_is_crossref(found, frame) for frame in _CROSSREF_FRAMES):
        return "crossref-json"
    return ""


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


def _is_openalex(found: dict[str, str]) -> bool:
    for frame in ("", "results."):
        name = found.get(f"{frame}id", "")
        if _OPENALEX.match(name):
            return True
        if _OPENALEX_OTHER.match(name):  # an author or a source
            return False
        if _OPENALEX.match(found.get(f"{frame}ids.openalex", "")):
            return True
        if found.get(f"{frame}authorships") == "[" or f"{frame}abstract_inverted_index" in found:
            return True
    return "meta.db_response_time_ms" in found and "results" in found


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
