"""The source line of a platform page: journal, year, volume, issue and pages in one string.

``JOURNAL, 2016, 9 (02) : 239 - 249``, each part but the journal optional, in half-width or
full-width punctuation; or ``JOURNAL | 2016年 / 9卷 / 02期``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from validator.text import dates
from validator.text.names.particles import is_suffix

LONGEST = 1000  # characters; no source line is longer, and nothing longer is taken apart

_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_JOINS = r"\s,，:：–—~～+-"
_TOKEN = rf"(?:(?:[A-Z]{{1,3}}-)?[^\d{_JOINS}]*+\d[^{_JOINS}]*+|[ivxlcdmIVXLCDM]++)"
_PAGE = rf"{_TOKEN}(?:\s*+[-–—~～+,，]++\s*+{_TOKEN})*+(?:\s*+[-–—]?\s*+\+)?"
_COLON = rf"(?P<colon>\s*+[:：]\s*+(?P<page>{_PAGE})?)?\s*+"
# Matched from the right: the journal is the shortest head whose rest is numbering to the end.
# Words in the volume (8689 LNCS) and an issue without a digit (SUPPL) are numbering only behind
# a year: alone they could be a name.
_COMMAS = re.compile(
    rf"(?P<journal>\S.*?)(?:\s*+[,，]\s*+{_YEAR}年?)?"
    r"(?:\s*+[,，]\s*+(?P<volume>[^\s,，:：()（）]*\d[^\s,，:：()（）]*(?(year)(?:\s[A-Z\d]{1,8})?)"
    r"|(?(year)[IVXLC]+|(?!))))?"
    r"(?:\s*+[,，]?\s*+[(（]\s*+(?P<issue>[^()（）]*\d[^()（）]*?"
    r"|(?(year)[^()（）]{1,40}?|(?(volume)[^()（）]{1,40}?|(?!))))\s*+[)）])?"
    rf"(?(year)\s*+[,，]?)(?(year)\s*+[,，]?){_COLON}"
)
_SLASHES = re.compile(
    rf"(?P<journal>\S[^|｜]*?)\s*+[|｜]\s*+{_YEAR}\s*+年?"
    r"(?:\s*+[/／]\s*+(?P<volume>[^/／|卷:：]*\d[^/／|卷:：]*?)\s*+卷)?"
    r"(?:\s*+[/／]\s*+(?P<issue>[^/／|期:：]+?)\s*+期)?"
    rf"{_COLON}"
)
_MEETING = re.compile(
    r"\b(?:proceedings|conference|congress|symposium|workshop)\b|会议|论文集|研讨会|年会",
    re.IGNORECASE,
)
_VARIABLES = {
    "journal": "container-title",
    "year": "issued",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
}


def is_source_line(text: str) -> bool:
    """Whether a line says where a paper appeared: it has a year, a volume, an issue or a colon.

    "Davis, 3rd" is the name of a man.
    """
    found = _parts(text)
    if not found or not any(found[part] for part in ("year", "volume", "issue", "colon")):
        return False
    return bool(found["year"] or found["issue"] or not is_suffix(found["volume"] or ""))


def numbering(text: str) -> dict[str, Any]:
    """The values of a record that a source line fills; the issue without padding.

    A year without a volume in proceedings is a paper of a conference, anything else an article.
    """
    found = _parts(text)
    if not found:
        return {"container_title": text} if text else {}
    values: dict[str, Any] = {"container_title": found["journal"]}
    if found["year"]:
        values["issued"] = dates.parse(found["year"])
    if found["volume"]:
        values["volume"] = found["volume"]
    elif found["year"] and not found["issue"] and _MEETING.search(found["journal"]):
        values["type"] = "paper-conference"
    if found["issue"]:
        values["issue"] = found["issue"].lstrip("0") or found["issue"]
    if found["page"]:
        # Web of Science writes 1234-+ where the pages go on elsewhere
        values["page"] = re.sub(r"\s+", "", found["page"]).replace("-+", "+")
    return values


def parts(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The CSL variables of a source line, and where in it their values stand."""
    found = _parts(text)
    if not found:
        yield "container-title", (0, len(text))
        return
    for group, variable in _VARIABLES.items():
        if found[group]:
            yield variable, found.span(group)


def _parts(text: str) -> re.Match[str] | None:
    if len(text) > LONGEST:
        return None
    return _SLASHES.fullmatch(text) or _COMMAS.fullmatch(text)
