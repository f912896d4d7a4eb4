"""DOI values that are not plain: what they are, and the name in them."""

from __future__ import annotations

import re

from validator.text.identifiers.doi_names import LONGEST, REGISTRANT, Kind, Reading, lower, read
from validator.text.identifiers.doi_residue import unwrap, without_residue
from validator.text.identifiers.repositories import arxiv
from validator.text.mojibake import repair
from validator.text.placeholders import is_placeholder

_START = re.compile(REGISTRANT)
_INSIDE = re.compile(r"(?<![0-9.])" + REGISTRANT)
_UNREADABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufff9-\uffff\ud800-\udfff]"
)
_SHORT = re.compile("10/[a-z0-9]{2,9}", re.IGNORECASE)
_SHORT_IN_LINK = re.compile(
    "(?=[0-9]*[a-z])[a-z0-9]{3,9}", re.IGNORECASE
)  # doi.org/aabbe leads on as well
_SEPARATORS = " \t\r\n\u00a0\u3000,;|&，；、"
_JOINTS = (
    "https://",
    "http://",
    "dx.doi.org/",
    "www.doi.org/",
    "doi.org/",
    "doi:",
    "doi",
    "and",
    "or",
    " /",
)
# What acmart, IEEE Access and the DOI Handbook print until the author replaces it, and runs of
# filler letters and zeros.
_SAMPLE = re.compile(
    r"10\.1145/1122445\.1122456$|10\.1000/xyz123$"
    r"|10\.1109/access\.(?:20[0-9]{2}\.doi|2023\.0322000|2024\.0429000)$"
    r"|10\.[^/]*/.*(?:x{4}|n{5}|your[-_.]?doi)"
    r"|10\.[^/]*/(?:x{3}|0{4,}|(?=(?:[^0-9]*0){6})[^1-9]*|example|\$\w+"
    r"|[$#]?[{<\[(]{1,2}[a-z_ ]{0,9}(?:doi|suffix|id)[a-z_ ]{0,9}[}>\])]{1,2})$",
    re.IGNORECASE,
)
# A one, a zero, the point, the registrant and the slash, each as itself or as what is taken for it.
_ZERO, _ONE = "0OoОоΟο", "1lIІ|"
_LOOKALIKE = (
    rf"(?i:doi:?)?[{_ONE}][{_ZERO}][.,:_·․。-]?([{_ZERO}{_ONE}2-9]{{4,9}})[/∕⁄\\|](?=[^\s/])"
)
_DIGITS = dict.fromkeys(map(ord, _ZERO), "0") | dict.fromkeys(map(ord, _ONE), "1")
_FILLED_PREFIX = re.compile("10[.](?:[xn#?]{3,9}|0{4,9})/", re.IGNORECASE)


def read_closely(text: str) -> Reading:
    """The reading of any value; see ``doi_names.read``."""
    if len(text) > LONGEST and len(text.strip()) > LONGEST:
        return _broken("longer than any DOI")
    if not text.strip() or is_placeholder(text):
        return Reading(Kind.NOTHING)
    name, fault, form, is_uri = unwrap(text)
    if _FILLED_PREFIX.match(name):
        return Reading(Kind.TEMPLATE, "", "a sample DOI that a template left")
    if _SHORT.fullmatch(name) or (is_uri and _SHORT_IN_LINK.fullmatch(name)):
        return Reading(Kind.SHORTENED, name, "a shortened DOI")
    if _UNREADABLE.search(name):
        return _broken("unreadable characters in a DOI")
    if not name.isascii() and (mended := repair(name)):
        return _broken("text of one charset read in another in a DOI", read(mended).name)
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
    if is_placeholder(name[start.end() :]) and any(map(str.isalpha, name)):
        return Reading(Kind.TEMPLATE, "", "a word for nothing as the suffix of a DOI")
    if _SAMPLE.match(name):
        return Reading(Kind.TEMPLATE, name, "a sample DOI that a template left")
    suffix, residue = without_residue(start[0], name[start.end() :], is_uri=is_uri)
    if not suffix:
        return _broken(residue)
    name = start[0] + suffix
    fault = fault or residue
    if fault:
        return _broken(fault, name)
    if lower(name).startswith("10.48550/arxiv.") and not arxiv(name):
        return _broken("a DOI of an arXiv number that never was")
    if not form and name != text:
        form = "blanks around a DOI"
    return Reading(Kind.OTHER_FORM if form else Kind.CLEAN, name, form)


def _broken(fault: str, name: str = "") -> Reading:
    return Reading(Kind.MALFORMED, name, fault)


def _without_start(name: str) -> Reading:
    """A value in which no registrant's prefix with a slash stands."""
    if "arxiv" in name.lower() and (number := arxiv(name)):
        return _broken("an arXiv identifier in the DOI field", f"10.48550/arXiv.{number}")
    joined = "".join(name.split())
    if joined != name and _START.match(joined):
        return _broken("a blank inside a DOI", read(joined).name)
    encoded = name.replace("%2F", "/", 1).replace("%2f", "/", 1)
    if encoded != name and _START.match(encoded):
        return _broken("percent escapes of a link in a DOI", read(encoded).name)
    repaired = _with_digits(joined)
    if repaired:
        return _broken("another sign for a digit, the point or the slash in a DOI", repaired)
    if re.match(r"0\.[1-9][0-9]{3,8}/", name):
        return _broken("a DOI without its first digit", read(f"1{name}").name)
    if re.match(r"(?:https?://)?(?:hdl\.handle\.net/|hdl:)", name, re.IGNORECASE):
        return _broken("a Handle in the DOI field")
    if re.match(r"10\.[0-9.]*/?$", name):
        return _broken("a DOI without a suffix")
    return _broken("not a DOI")


def _with_digits(text: str) -> str:
    """The name where letters or signs that look like those of its prefix stand for them."""
    found = re.match(_LOOKALIKE, text)
    if not found or len(found[1]) < 4:
        return ""
    candidate = f"10.{found[1].translate(_DIGITS)}/{text[found.end() :]}"
    return read(candidate).name if _START.match(candidate) else ""


def _several(name: str, start: int) -> Reading | None:
    """A reading of several names in one value; the first is kept, or the one, told twice."""
    starts = [found.start() for found in _START.finditer(name, start)]
    again = lower(name[:start])  # its own prefix once more, behind a suffix: two names were glued
    glued = [cut for cut in starts if cut > start and lower(name[cut:]).startswith(again)]
    cuts = sorted({0, *glued, *(cut for cut in starts if _is_joint(name[:cut]))})
    if len(cuts) == 1:
        return None
    names = []
    for begin, end in zip(cuts, [*cuts[1:], len(name)], strict=True):
        piece = read(_without_joints(name[begin:end]).rstrip("/"))
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
