"""DOI names: read from any form in which they are written, with what is wrong with the writing.

A suffix may hold nearly any character (ISO 26324), so that a pattern of allowed characters refuses
valid names and lets broken ones pass. What is looked for is residue, each kind for a reason.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from validator.text.identifiers.doi_residue import unwrap, without_residue

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


_REGISTRANT = r"10\.[1-9][0-9]{3,8}(?:\.[0-9]{1,9}){0,9}/"
_PLAIN = re.compile(_REGISTRANT + r"[A-Za-z0-9._:/-]*[A-Za-z0-9]")
_START = re.compile(_REGISTRANT)
_INSIDE = re.compile(r"(?<![0-9.])" + _REGISTRANT)
_UNREADABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufff9-\uffff\ud800-\udfff]"
)
_SHORT = re.compile("10/[a-z0-9]{2,9}", re.IGNORECASE)
_SHORT_IN_LINK = re.compile("[a-z][a-z0-9]{2,8}", re.IGNORECASE)  # doi.org/aabbe leads on as well
_SEPARATORS = " \t\r\n\u00a0\u3000,;|&，；、"
_JOINTS = ("https://", "http://", "dx.doi.org/", "www.doi.org/", "doi.org/", "doi:", "doi", "and")
_NOTHING = re.compile(
    "[-—?.]+|0|n[./]?a[.]?|none|null|nil|nan|undefined|unknown|tbd|无|無|未知|なし|없음",
    re.IGNORECASE,
)
# What acmart and IEEE Access print until the author replaces it, and runs of filler letters.
_SAMPLE = re.compile(
    r"10\.1145/1122445\.1122456$"
    r"|10\.1109/access\.(?:20[0-9]{2}\.doi|2023\.0322000|2024\.0429000)$"
    r"|10\.[^/]*/.*(?:x{4}|n{5}|your[-_.]?doi)",
    re.IGNORECASE,
)
_FILLED_PREFIX = re.compile("10[.](?:[xn#?]{3,9}|0{4,9})/", re.IGNORECASE)


def doi(text: str) -> str:
    """The canonical DOI name of a value in any form: bare, in lower case; "" where there is none.

    Of several names it is the first. A shortDOI, a template's sample and a name that cannot be
    told for certain give "". Only ASCII letters fold (ISO 26324). Idempotent; never raises.
    """
    reading = read(text)
    if not reading.name or reading.kind in (Kind.SHORTENED, Kind.TEMPLATE):
        return ""
    return lower(reading.name)


def lower(name: str) -> str:
    """Lower case as DOI names compare: ASCII letters only."""
    if name.isascii():
        return name.lower()
    return "".join(c.lower() if c.isascii() else c for c in name)


@lru_cache(maxsize=256)  # the rules of one record ask for the same value one after the other
def read(text: str) -> Reading:
    """What a value of a DOI field is, the name it holds, and what is wrong with it."""
    if _PLAIN.fullmatch(text) and "10." not in text[7:] and len(text) <= LONGEST:
        return _sample(text) or Reading(Kind.CLEAN, text)
    if len(text) > LONGEST and len(text.strip()) > LONGEST:
        return _broken("longer than any DOI")
    if not text.strip() or _NOTHING.fullmatch(text.strip()):
        return Reading(Kind.NOTHING)
    name, fault, form, is_uri = unwrap(text)
    if _FILLED_PREFIX.match(name):
        return Reading(Kind.TEMPLATE, "", "a sample DOI that a template left")
    if _SHORT.fullmatch(name) or (is_uri and _SHORT_IN_LINK.fullmatch(name)):
        return Reading(Kind.SHORTENED, name, "a shortened DOI")
    if _UNREADABLE.search(name):
        return _broken("unreadable characters in a DOI")
    start = _START.match(name)
    if not start:
        found = _INSIDE.search(name)
        if not found:
            return _without_start(name)
        name, fault = name[found.start() :], "other text around a DOI"
        start = _START.match(name)
        assert start
    several = _several(name, start.end())
    if several:
        return several
    suffix, residue = without_residue(name[start.end() :], is_uri=is_uri)
    if not suffix:
        return _broken(residue)
    name = start[0] + suffix
    fault = fault or residue
    if fault:
        return _broken(fault, name)
    if not form and name != text:
        form = "blanks around a DOI"
    return _sample(name) or Reading(Kind.OTHER_FORM if form else Kind.CLEAN, name, form)


def _broken(fault: str, name: str = "") -> Reading:
    return Reading(Kind.MALFORMED, name, fault)


def _sample(name: str) -> Reading | None:
    if _SAMPLE.match(name):
        return Reading(Kind.TEMPLATE, name, "a sample DOI that a template left")
    return None


def _without_start(name: str) -> Reading:
    """A value in which no registrant's prefix with a slash stands."""
    joined = "".join(name.split())
    if joined != name and _START.match(joined):
        return _broken("a blank inside a DOI", joined)
    encoded = name.replace("%2F", "/", 1).replace("%2f", "/", 1)
    if encoded != name and _START.match(encoded):
        return _broken("percent escapes of a link in a DOI", encoded)
    if re.match(r"0\.[1-9][0-9]{3,8}/", name):
        restored = read(f"1{name}")
        return _broken("a DOI without its first digit", restored.name)
    if re.match(r"(?:https?://)?(?:hdl\.handle\.net/|hdl:)", name, re.IGNORECASE):
        return _broken("a Handle in the DOI field")
    if re.match(r"10\.[0-9.]*/?$", name):
        return _broken("a DOI without a suffix")
    return _broken("not a DOI")


def _several(name: str, start: int) -> Reading | None:
    """A reading of several names in one value; the first is kept, or the one, told twice."""
    starts = [found.start() for found in _START.finditer(name, start)]
    cuts = [0, *(cut for cut in starts if _is_joint(name[:cut]))]
    if len(cuts) == 1:
        return None
    names = []
    for begin, end in zip(cuts, [*cuts[1:], len(name)], strict=True):
        piece = read(_without_joints(name[begin:end]))
        if piece.name:
            names.append(piece.name)
    if not names:
        return _broken("not a DOI")
    same = len({lower(each) for each in names}) == 1
    fault = "one DOI told several times" if same else "several DOIs in one field"
    return Reading(Kind.SEVERAL, names[0], fault)


def _is_joint(before: str) -> bool:
    """Whether a new name may start after this text: a separator, or the label of a DOI."""
    return before[-1] in _SEPARATORS + ":(" or before[-9:].lower().endswith(("doi", "doi.org/"))


def _without_joints(piece: str) -> str:
    """A name without the separators and labels that lead to the next one."""
    changed = True
    while changed:
        trimmed = piece.rstrip(_SEPARATORS)
        for joint in _JOINTS:
            if trimmed[-len(joint) :].lower() == joint:
                trimmed = trimmed[: -len(joint)]
                break
        changed, piece = trimmed != piece, trimmed
    return piece
