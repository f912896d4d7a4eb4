"""DOI names: read from any form in which they are written, with what is wrong with the writing.

A suffix may hold nearly any character (ISO 26324), so that a pattern of allowed characters refuses
valid names and lets broken ones pass. What is looked for is residue, each kind for a reason. The
patterns for it cost milliseconds to compile: ``doi_reading`` is imported when a value needs it.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

LONGEST = 2048  # characters; Crossref takes no longer name


class Kind(Enum):
    """What a value of the DOI field is; one kind each, the gravest that holds."""

    CLEAN = "a bare DOI name"
    OTHER_FORM = "one DOI name for certain, in another form"
    SHORTENED = "a shortDOI"
    TEMPLATE = "a sample that a template left"
    SEVERAL = "several DOI names"
    MALFORMED = "no DOI name, or one with something wrong in it"
    NOTHING = "empty, or a word for nothing"


class Reading(NamedTuple):
    """A value as read: ``name`` is the bare DOI, its case kept, "" where none can be told.

    ``fault`` says what is wrong with the writing, "" where it is clean.
    """

    kind: Kind
    name: str = ""
    fault: str = ""


TEST_PREFIXES = ("10.5555/", "10.5072/")
REGISTRANT = r"10\.[1-9][0-9]{3,8}(?:\.[0-9]{1,9}){0,9}/"
_PLAIN = re.compile(REGISTRANT + "[A-Za-z0-9._:/-]*[A-Za-z0-9]")
# What plain names may hold that is no part of them: see doi_reading and doi_residue.
_ODD_INSIDE = re.compile(
    r"10\.|xxx|nnnnn|000000|your|\.doi|1122445|access\.20|arxiv\.|pmid:|pmcid:|epub|https?:"
    r"|/figures/|/tables/"
)
_ODD_TAIL = re.compile(r"[a-z][0-9]{3,4}/[0-9]{6,9}\Z")
# fmt: off
_ODD_ENDS = (
    "/asset", "/cover", "/epub", "/full", "/fulltext.html", "/issuetoc", "/meta",
    "/metrics", "/na", "/nan", "/nlm", "/none", "/nil", "null", "/references", "/standard",
    "/suppinfo", "/summary", "/tba", "/tbd", "undefined", "/unknown", "/xml", "/n/a", "pdf",
    "epub", "000", "0-0", "/example", "xyz123", "v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8",
    "v9", ".full", "-text", "abstract", ".extract", ".long", "accepted", "article", "available",
    "copyright", "downloaded", "introduction", "keywords", "published", "received", "/fulltext",
    "http", "https", "view", "pubmed", "crossref", "scholar", "medline",
)
# fmt: on
_ODD_BEFORE = {  # the odd ends by the last character, as most names have none of these
    last: tuple(end for end in _ODD_ENDS if end[-1] == last) for last in {e[-1] for e in _ODD_ENDS}
}


def doi(text: str) -> str:
    """The canonical DOI name of a value in any form: bare, in lower case; "" where there is none.

    Of several names it is the first. A shortDOI, a template's sample and a name that cannot be
    told for certain give "". Only ASCII letters fold (ISO 26324). Idempotent; never raises.
    """
    reading = read(text)
    if not reading.name or reading.kind in (Kind.SHORTENED, Kind.TEMPLATE):
        return ""
    return lower(reading.name)


def of_tests(name: str) -> bool:
    """Whether a DOI has a prefix that was set aside for tests."""
    return name.startswith(TEST_PREFIXES)


def lower(name: str) -> str:
    """Lower case as DOI names compare: ASCII letters only."""
    if name.isascii():
        return name.lower()
    return "".join(c.lower() if c.isascii() else c for c in name)


@lru_cache(maxsize=256)  # the rules of one record ask for the same value one after the other
def read(text: str) -> Reading:
    """What a value of a DOI field is, the name it holds, and what is wrong with it."""
    if _PLAIN.fullmatch(text) and len(text) <= LONGEST:
        small = text.lower()
        if (
            not small.endswith(_ODD_BEFORE.get(small[-1], ()))
            and not _ODD_INSIDE.search(small, 6)
            and (small.count("/") == 1 or not _ODD_TAIL.search(small, 6))
        ):
            return Reading(Kind.CLEAN, text)
    from validator.text.identifiers.doi_reading import read_closely

    return read_closely(text)
