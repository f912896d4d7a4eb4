"""What each format has a place for: the field, tag, key or column of every variable."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from validator.io.bibtex.fields import OTHER_IDS, roles
from validator.io.tagged import exports
from validator.io.tagged.ris import BOOKS, EDITED, NUMBERED, TRANSLATED
from validator.io.values import NOTE_PARALLELS, NOTE_VARIABLES
from validator.record import VARIABLES, csl_name
from validator.vocabulary import CSL_TYPES

FORMATS = (
    "bibtex", "ris", "csl-json", "csl-jsonl", "csv", "tsv", "endnote-xml", "marc", "marcxml",
)  # fmt: skip
PARALLELS = {
    f"original-{csl_name(attribute)}": attribute
    for key, attribute in NOTE_PARALLELS.items()
    if key != "original-language"
}
"""The values in the other language, as the readers name them -> the attribute of Parallel."""
SCHEMES = tuple(sorted(set(OTHER_IDS.values())))
"""The schemes of identifiers that have no variable of their own."""
READ_FROM_NOTES = frozenset(map(csl_name, NOTE_VARIABLES.values())) | {*PARALLELS}
READ_FROM_NOTES |= {"type", "other-id"}
"""Variables that a line of a note fills, in all these formats but BibTeX."""

Places = Mapping[str, str]
"""Variable -> the name of the field that holds it. Others go into a line of the note."""


@cache
def places(form: str, type_: str) -> Places:
    """Where records of a CSL type have their variables in a format; see ``FORMATS``.

    ``type_`` is the type that the word written for it stands for in that format.
    """
    if form == "bibtex":
        return _bibtex(type_)
    if form == "ris":
        return _ris(type_)
    if form == "endnote-xml":
        return _endnote_xml(type_)
    if form in ("marc", "marcxml"):
        return _marc(type_)
    return _COLUMNS if form in ("csv", "tsv") else _KEYS


_PREFERRED = {"container-title": "journal", "publisher": "publisher", "number": "number"}
_PREFERRED |= {"arxiv": "eprint"}
_PREFERRED_BY_TYPE = {
    "thesis": {"publisher": "school"},
    "report": {"publisher": "institution"},
} | {
    type_: {"container-title": "booktitle"}
    for type_ in ("chapter", "paper-conference", "entry", "entry-encyclopedia")
}
"""Where another field than the first that BibLaTeX has is better known, or BibTeX's own."""
PARALLEL_WORDS = {
    "title": "title",
    "author": "author",
    "container_title": "journal",
    "publisher": "publisher",
    "publisher_place": "publisherplace",
    "keyword": "keywords",
    "affiliation": "affiliation",
    "abstract": "abstract",
}
"""Attribute of Parallel -> the word of its field in BibTeX, before the language."""


def _bibtex(type_: str) -> Places:
    fields: dict[str, list[str]] = {}
    for name, role in sorted(roles(type_).items(), key=lambda item: item[1].rank):
        fields.setdefault(role.variable, []).append(name)
    preferred = _PREFERRED | _PREFERRED_BY_TYPE.get(type_, {})
    found = {"type": "entry type", "other-id": "lccn"}
    for variable, names in fields.items():
        better = preferred.get(variable, "")
        found[variable] = better if better in names else names[0]
    return found | {name: f"{PARALLEL_WORDS[part]}_en" for name, part in PARALLELS.items()}


_TAGS = {
    "type": "TY",
    "title": "TI",
    "author": "AU",
    "editor": "ED",
    "container-title": "T2",
    "container-title-short": "J2",
    "collection-title": "T3",
    "publisher": "PB",
    "publisher-place": "CY",
    "issued": "PY",
    "volume": "VL",
    "issue": "IS",
    "page": "SP",
    "edition": "ET",
    "genre": "M3",
    "DOI": "DO",
    "ISBN": "SN",
    "ISSN": "SN",
    "PMCID": "C2",
    "URL": "UR",
    "language": "LA",
    "keyword": "KW",
    "affiliation": "AD",
    "abstract": "AB",
    "note": "N1",
    "original-title": "TT",
    "original-author": "TA",
}
SERIES = BOOKS - {"thesis"} | {"report", "software", "document"}
"""Types whose T2 names a series."""


def _ris(type_: str) -> Places:
    found = dict(_TAGS)
    is_article = type_.startswith("article")
    if type_ in EDITED:
        found["editor"] = {"book": "A3", "pamphlet": "ED"}.get(type_, "A2")
    if type_ in TRANSLATED:
        found["translator"] = "A4"
    if type_ in SERIES or type_ in ("thesis", "patent"):
        found["container-title"] = "JF"
    if type_ in BOOKS:
        found["number-of-pages"] = "SP"
    if type_ in BOOKS or type_ == "chapter":
        found["original-date"] = "OP"
    if is_article:
        found["number"] = "C7"
    if type_ in NUMBERED:
        found["number"] = "M1"
    absent = {
        "collection-title": type_ in ("thesis", "patent"),
        "volume": type_ in ("thesis", "webpage", "post-weblog"),
        "issue": type_ in NUMBERED,
        "edition": is_article or type_ in NUMBERED,
    }
    return {variable: tag for variable, tag in found.items() if not absent.get(variable)}


_ELEMENTS = {
    "type": "ref-type",
    "title": "title",
    "author": "authors",
    "editor": "secondary-authors",
    "container-title": "secondary-title",
    "container-title-short": "abbr-1",
    "collection-title": "tertiary-title",
    "publisher": "publisher",
    "publisher-place": "pub-location",
    "issued": "year",
    "volume": "volume",
    "issue": "number",
    "page": "pages",
    "number": "report-id",
    "edition": "edition",
    "genre": "work-type",
    "DOI": "electronic-resource-num",
    "ISBN": "isbn",
    "ISSN": "isbn",
    "PMCID": "custom2",
    "URL": "related-urls",
    "language": "language",
    "keyword": "keyword",
    "affiliation": "auth-address",
    "abstract": "abstract",
    "note": "notes",
    "original-title": "translated-title",
    "original-author": "translated-authors",
}


def _endnote_xml(type_: str) -> Places:
    found = dict(_ELEMENTS)
    if type_ in exports.TRANSLATED:
        found["translator"] = "subsidiary-authors"
    if type_ in exports.SHELVED:
        found |= {"container-title": "full-title", "collection-title": "secondary-title"}
    if type_.startswith("article"):
        found["container-title"] = "full-title"
    if type_ in exports.WHOLE:
        found["number-of-pages"] = "pages"
    absent = {
        "container-title": type_ in ("thesis", "patent"),
        "container-title-short": type_ == "thesis",
        "collection-title": type_ == "thesis",
        "volume": type_ == "thesis",
        "issue": type_ == "thesis",
        "number": type_.startswith("article"),
    }
    return {variable: name for variable, name in found.items() if not absent.get(variable)}


_MARC_FIELDS = {
    "type": "leader",
    "title": "245",
    "author": "100, 700",
    "editor": "700",
    "translator": "700",
    "collection-title": "490",
    "event-title": "711",
    "publisher": "264",
    "publisher-place": "264",
    "issued": "264",
    "number-of-pages": "300",
    "edition": "250",
    "DOI": "024",
    "ISBN": "020",
    "ISSN": "022",
    "PMID": "024",
    "PMCID": "024",
    "arxiv": "024",
    "other-id": "010, 024",
    "URL": "856",
    "language": "008",
    "keyword": "653",
    "index-keyword": "650",
    "classification": "084",
    "abstract": "520",
    "note": "500",
    "original-title": "246",
}
MARC_PARTS = frozenset(("chapter", "article-journal"))
"""Types that stand in a host, which 773 describes with volume, issue and pages."""


def _marc(type_: str) -> Places:
    found = dict(_MARC_FIELDS)
    if type_ in MARC_PARTS:
        for variable in ("container-title", "container-title-short", "volume", "issue", "page"):
            found[variable] = "773"
        found["ISSN"] = "773"
    if type_ == "chapter":
        found["ISBN"] = "773"
    if type_ == "thesis":
        found["genre"] = "502"
    return found


_KEYS = {variable: variable for variable in VARIABLES} | {name: name for name in PARALLELS}
_KEYS |= {"other-id": "custom"}
_NAMES = {"number": "article-number", "index-keyword": "index-keywords", "classification": "CLC"}
_COLUMNS = {variable: _NAMES.get(variable, variable) for variable in VARIABLES}
_COLUMNS |= {"other-id": "lccn"} | {name: name for name in PARALLELS}


def table(form: str) -> dict[str, dict[str, frozenset[str]]]:
    """Variable -> field -> the CSL types whose records have it there; "" for those that have it in
    a line of the note."""
    found: dict[str, dict[str, set[str]]] = {}
    for type_ in CSL_TYPES:
        there = places(form, type_)
        for variable in (*VARIABLES, *PARALLELS):
            found.setdefault(variable, {}).setdefault(there.get(variable, ""), set()).add(type_)
    return {
        variable: {field: frozenset(types) for field, types in fields.items()}
        for variable, fields in found.items()
    }
