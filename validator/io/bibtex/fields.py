"""What the entry types and fields of BibTeX and BibLaTeX are called in CSL."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from validator.record import csl_name
from validator.text.identifiers.schemes import FIELDS

TYPES = {
    word: type_
    for type_, words in {
        "article-journal": "article suppperiodical",
        "article-magazine": "magazine",
        "article-newspaper": "newspaper newsarticle",
        "article": "preprint eprint",
        "paper-conference": "inproceedings conference conferencepaper",
        "chapter": "incollection inbook bookinbook suppbook suppcollection",
        "entry": "inreference",
        "entry-encyclopedia": "encyclopediaarticle",
        "book": "book mvbook collection mvcollection proceedings mvproceedings reference"
        " mvreference manual monograph",
        "periodical": "periodical journal",
        "pamphlet": "booklet",
        "thesis": "thesis phdthesis mastersthesis masterthesis bachelorsthesis bachelorthesis"
        " bathesis dissertation",
        "report": "techreport report",
        "webpage": "online electronic www webpage website",
        "post-weblog": "blog",
        "document": "misc other",
        "patent": "patent",
        "standard": "standard",
        "dataset": "dataset data database",
        "software": "software softwareversion softwaremodule codefragment",
        "manuscript": "unpublished archive",
        "review": "review",
        "speech": "talk presentation lecture",
        "legislation": "legislation legal",
        "legal_case": "jurisdiction",
        "motion_picture": "movie video film",
        "song": "audio music",
        "graphic": "image artwork",
        "performance": "performance",
        "personal_communication": "letter",
        "interview": "interview",
        "map": "map",
        "figure": "figure",
    }.items()
    for word in words.split()
}
"""Entry type (lower case) -> CSL type."""

NOT_RECORDS = frozenset({"xdata", "set"})
"""Entries that are never cited: stores of fields for others, and lists of keys."""

_FIELDS = {
    "title": "title",
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "container_title": "journaltitle journal maintitle",
    "container_title_short": "shortjournal journal-iso abbrev_source_title",
    "collection_title": "series",
    "event_title": "eventtitle",
    "publisher": "publisher institution school organization",
    "publisher_place": "address location",
    "issued": "date year",
    "original_date": "origdate origyear",
    "volume": "volume",
    "issue": "issue",
    "number": "eid number article-number art_number articleno",
    "page": "pages page",
    "number_of_pages": "pagetotal numpages",
    "edition": "edition",
    "genre": "type",
    "status": "pubstate",
    "doi": "doi",
    "isbn": "isbn",
    "issn": "issn eissn",
    "pmid": "pmid",
    "pmcid": "pmcid pmc",
    "arxiv": "arxiv arxivid eprint",
    "cstr": "cstr",
    "url": "url howpublished",
    "language": "language langid hyphenation",
    "keyword": "keywords keyword author_keywords",
    "index_keyword": "keywords-plus",
    "classification": "clc clcnumber",
    "affiliation": "affiliation affiliations",
    "abstract": "abstract",
    "note": "note annotation annote addendum",
}
"""Attribute of Record -> the fields that may fill it, the best first."""

OTHER_IDS = FIELDS
"""Field -> the scheme of the identifier in it, of those that have no variable of their own."""

_PART = {"container_title": "booktitle maintitle journaltitle journal"}
_ARTICLE = {
    "container_title": "journaltitle journal booktitle",
    "issue": "number issue",
    "publisher": "publisher",  # the institution of an article is that of its authors
    "number": "eid article-number art_number articleno",
}
_BY_TYPE: Mapping[str, Mapping[str, str]] = {
    "article-journal": _ARTICLE,
    "article-magazine": _ARTICLE,
    "article-newspaper": _ARTICLE,
    "periodical": _ARTICLE | {"container_title": "", "title": "title journaltitle journal"},
    "book": {"container_title": "", "title": "title booktitle"},
    "thesis": {"publisher": "institution school publisher organization"},
    "report": {"publisher": "institution publisher organization school"},
    "chapter": _PART,
    "paper-conference": _PART,
    "entry": _PART,
    "entry-encyclopedia": _PART,
}
"""Where a type reads a field in another way."""


class Role(NamedTuple):
    """What a field fills: an attribute of Record, and how good it is for that (0 the best).

    ``at_times``: it may hold something else, and its value tells.
    """

    attribute: str
    variable: str
    rank: int
    at_times: bool


@cache
def roles(type_: str, *, has_full_journal: bool = False) -> Mapping[str, Role]:
    """Field (lower case) -> its role in records of a CSL type.

    ``has_full_journal``: beside ``fjournal`` the ``journal`` is abbreviated (MathSciNet).
    """
    table = dict(_FIELDS)
    if type_ not in _BY_TYPE:
        table["container_title"] += " booktitle"
    table.update(_BY_TYPE.get(type_, {}))
    if has_full_journal and table["container_title"]:
        table["container_title"] = "fjournal booktitle"
        table["container_title_short"] = "journal shortjournal"
    return {
        name: Role(attribute, csl_name(attribute), rank, name in ("eprint", "howpublished"))
        for attribute, names in table.items()
        for rank, name in enumerate(names.split())
    }


LANGUAGES = {
    name: tag
    for tag, names in {
        "en": "english",
        "en-US": "american usenglish",
        "en-GB": "british ukenglish",
        "en-CA": "canadian",
        "en-AU": "australian",
        "de": "german ngerman",
        "de-AT": "austrian naustrian",
        "de-CH": "swissgerman nswissgerman",
        "fr": "french francais",
        "fr-CA": "acadian canadien",
        "es": "spanish",
        "pt": "portuguese",
        "pt-BR": "brazilian brazil",
        "it": "italian",
        "nl": "dutch",
        "sv": "swedish",
        "da": "danish",
        "nb": "norsk",
        "nn": "nynorsk",
        "no": "norwegian",
        "fi": "finnish",
        "is": "icelandic",
        "pl": "polish",
        "cs": "czech",
        "sk": "slovak",
        "sl": "slovene slovenian",
        "hr": "croatian",
        "sr": "serbian",
        "sr-Cyrl": "serbianc",
        "hu": "hungarian magyar",
        "ro": "romanian",
        "bg": "bulgarian",
        "mk": "macedonian",
        "ru": "russian",
        "uk": "ukrainian",
        "be": "belarusian",
        "lt": "lithuanian",
        "lv": "latvian",
        "et": "estonian",
        "el": "greek",
        "el-polyton": "polutonikogreek",
        "tr": "turkish",
        "ar": "arabic",
        "he": "hebrew",
        "fa": "persian farsi",
        "hi": "hindi",
        "la": "latin",
        "zh": "chinese pinyin",
        "zh-Hans": "chinese-simplified chinese-hans",
        "zh-Hant": "chinese-traditional chinese-hant",
        "ja": "japanese",
        "ko": "korean",
        "vi": "vietnamese",
        "th": "thai",
        "id": "indonesian",
        "ms": "malay",
        "ca": "catalan",
        "gl": "galician",
        "eu": "basque",
        "cy": "welsh",
        "ga": "irish",
        "eo": "esperanto",
        "af": "afrikaans",
    }.items()
    for name in names.split()
}
"""The names of languages that babel and BibLaTeX use -> BCP 47."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        1,
    )
    for name in names.split()
}

MONTH_MACROS = {name[:3]: name.title() for name in MONTHS if len(name) != 3 or name == "may"}
"""The macros that every BibTeX style defines."""
