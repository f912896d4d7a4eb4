"""Source lines of Ovid and Cochrane taken apart: "Journal of Things. 12(3):45-67, 2001 Mar."

Only lines of a known shape are; of another nothing is read.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from validator.text.patterns import lazy

LONGEST = 2000  # characters; a longer line is no citation


class Citation(NamedTuple):
    """What a source line says. ``editors`` is the list as it stands, names and roles."""

    container: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    number: str = ""
    date: str = ""
    editors: str = ""
    number_of_pages: str = ""
    place: str = ""
    publisher: str = ""
    series: str = ""


_DATE = (
    r"(?P<date>(?:[^\d\s,][^,\d]{0,40} )?(?:\d{1,2}, )?\d{4}\b[^,.:;]{0,30}"
    r"|\d{1,2} [A-Z][a-z]+ \d{4})"
)
_ISSUE = r"\((?P<issue>[^()]{0,60}(?:\([^()]{0,20}\)[^()]{0,20})?)\)"
_VOLUME = r"(?P<volume>[^\s:(),.;]{1,24})"
_CONTAINER = r"(?P<container>\S.{0,600}?)"

_JOURNAL = lazy(  # Medline, BIOSIS: "Journal. 12(3):45-67, 2001 Mar."
    rf"{_CONTAINER}\. {{0,4}}(?=[\w(:]){_VOLUME}? ?(?:{_ISSUE})?(?: ?: ?(?P<page>[^,]{{1,80}}?))?"
    rf", {{1,3}}{_DATE}\.?"
)
_EMBASE = (
    lazy(  # "Journal. 12 (3) (pp 45-67), 2007. Article Number: e1. Date of Publication: 2007."
        rf"{_CONTAINER}\. {{1,4}}(?:{_VOLUME} ?)?(?:{_ISSUE} ?)?"
        rf"\((?:pp (?P<page>[^()]{{1,80}})|no pagination)\), {{1,3}}{_DATE}\.(?P<more>.{{0,900}})"
    )
)
_PSYCINFO = lazy(  # "Journal. Vol.12(3),2001, pp. 45-67." and "Journal. Vol 12(3) May 2015, 45-67."
    rf"{_CONTAINER}[.,] {{1,4}}Vol\.? ?{_VOLUME} ?(?:{_ISSUE})?,? ?{_DATE}"
    r"(?:, ?(?:pp?\. ?)?(?P<page>[^,].{0,80}?))?\.?"
)
_BOOK = lazy(  # "Roe, A. [Ed]. (2012). A book. (pp. 11-31). xxi, 246 pp. Rome: Press."
    r"(?P<editors>.{0,900}?)[.,]? ?\((?P<date>\d{4})\)\. {1,3}"
    r"(?P<container>\S.{0,600}?)(?:[.,]? {1,3}\(pp\.? (?P<page>[^()]{1,80})\))?\.? {1,3}"
    r"(?P<number_of_pages>[^.:]{1,20}?) pp\."
    r"(?: {1,3}(?P<place>[^:]{1,120}): {1,3}(?P<publisher>.{1,300}?)\.?)?"
)
_NAME = lazy(r"[^\d:;()]{2,300}")
_SERIES = lazy(r"\s*Series Information: *(?P<series>.{1,300}?)\.?\s*\Z", re.DOTALL)
_LABELLED = lazy(r"(Article Number|Date of Publication): *([^.]{1,80})")
_ROLED = lazy(r"(?P<editors>(?:[^\[\]]{2,120}\[Ed[^\]]{0,60}\][,;.]? ?){1,60})(?P<rest>.+)")
_NO_PAGE = lazy(r"no pagination.*", re.IGNORECASE)


def citation(text: str) -> Citation | None:
    """What a source line says, None where it has none of the known shapes."""
    if not text or len(text) > LONGEST:
        return None
    found: dict[str, str] = {}
    if series := _SERIES.search(text):
        found["series"] = series["series"]
        text = text[: series.start()]
    text = " ".join(text.split())
    if book := _BOOK.fullmatch(text):
        found |= _parts(book)
        return Citation(**found)
    if roled := _ROLED.fullmatch(text):
        found["editors"], text = roled["editors"], roled["rest"].strip()
    for pattern in (_EMBASE, _PSYCINFO, _JOURNAL):
        if shaped := pattern.fullmatch(text):
            found |= _parts(shaped)
            break
    else:
        if not _NAME.fullmatch(text):
            return None
        found["container"] = text
    for label, value in _LABELLED.findall(found.pop("more", "")):
        found["number" if label == "Article Number" else "date"] = value.strip()
    found["container"] = found["container"].rstrip(". ")
    if _NO_PAGE.fullmatch(found.get("page", "")):
        del found["page"]
    return Citation(**found)


def _parts(found: re.Match[str]) -> dict[str, str]:
    return {name: value.strip() for name, value in found.groupdict().items() if value}
