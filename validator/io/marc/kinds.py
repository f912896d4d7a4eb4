"""The CSL type of a MARC record: its leader first, coded fields and notes where they say more."""

from __future__ import annotations

MARC21 = {
    "c": "musical_score",
    "d": "musical_score",
    "e": "map",
    "f": "map",
    "g": "motion_picture",
    "i": "song",
    "j": "song",
    "k": "graphic",
    "m": "software",
    "o": "document",
    "p": "collection",
    "r": "graphic",
    "t": "manuscript",
}
"""Leader/06 of MARC 21 -> the type; language material (a) is told by leader/07."""
UNIMARC = MARC21 | {"b": "manuscript", "l": "software", "m": "document"}
"""Leader/06 of UNIMARC."""
UNIMARC.pop("t")
LEVELS = {
    "a": "chapter",
    "b": "article-journal",
    "c": "collection",
    "d": "collection",
    "i": "webpage",
    "m": "book",
    "s": "periodical",
}
"""Leader/07 -> the type of language material."""
NATURES = {"m": "thesis", "t": "report", "j": "patent", "u": "standard"}
"""MARC 21 008/24-27, the nature of the contents of a book."""
UNIMARC_NATURES = {"m": "thesis", "p": "report", "k": "patent", "l": "standard", "v": "thesis"}
"""UNIMARC 105$a/4-7."""
CONTENT = {
    "cod": "dataset",
    "cop": "software",
    "cri": "map",
    "crd": "dataset",
    "ntm": "musical_score",
    "prm": "song",
    "snd": "song",
    "spw": "song",
    "sti": "graphic",
    "tdi": "motion_picture",
    "txt": "",
}
"""MARC 21 336$b, of RDA; text says nothing of the type."""
NOT_BIBLIOGRAPHIC = {
    "q": "community information",
    "u": "holdings",
    "v": "holdings",
    "w": "classification data",
    "x": "holdings",
    "y": "holdings",
    "z": "authority data",
}
"""Leader/06 of MARC 21 records that describe no document."""
