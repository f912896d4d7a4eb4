"""The default profile, as default.toml has it: to read TOML costs every small check 4 ms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

TABLE: Mapping[str, Any] = {
    "name": "default",
    "source": (
        "BibTeXing (Patashnik, 1988) 3.1, required fields; biblatex 3.21, 2.1.1; ISO 690:2021,"
        " numeration and pages of contributions to serials; Crossref participation reports, for"
        " the DOI"
    ),
    "doi": {
        "since": 2000,
        "types": ["article-journal"],
        "not-in": ["zh", "ja", "ko", "ru", "uk", "be", "bg", "kk", "ar", "fa"],
    },
    "required": {
        "*": ["title"],
        "article": ["title", "issued"],
        "article-journal": [
            "author or editor",
            "title",
            "container-title",
            "issued",
            "volume or issue",
            "page or number",
        ],
        "article-magazine": ["title", "container-title", "issued"],
        "article-newspaper": ["title", "container-title", "issued"],
        "book": ["author or editor", "title", {"needs": "publisher", "since": 1900}, "issued"],
        "chapter": ["author or editor", "title", "container-title", "issued"],
        "dataset": ["title", "publisher or DOI or URL or cstr or number"],
        "entry": [],
        "figure": [],
        "graphic": [],
        "legal_case": [],
        "manuscript": ["author or editor"],
        "map": [],
        "paper-conference": ["author or editor", "title", "container-title", "issued"],
        "patent": ["title", "number", "issued"],
        "periodical": [],
        "personal_communication": [],
        "report": ["author or editor or publisher", "title", "publisher", "issued"],
        "review": ["issued"],
        "review-book": ["issued"],
        "standard": ["title", "number", "issued"],
        "thesis": ["author", "title", "publisher", "issued"],
        "webpage": ["title", "URL or DOI"],
    },
}
