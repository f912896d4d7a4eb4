"""What a column may hold, by its values, where its header does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

SHARE = 0.8  # of the values have to look like it
LEAST = 2  # values, or there is nothing to tell by

_SHAPES = {
    "DOI": r"(?i)(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?10\.\d{4,9}/\S+",
    "ORCID": r"(?:(?:https?://orcid\.org/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX][;| ]*)+",
    "ISSN": r"(?:\d{4}-\d{3}[\dXx][;, ]*)+",
    "ISBN": r"(?=(?:[^0-9Xx]*[0-9Xx]){10}(?:(?:[^0-9Xx]*[0-9Xx]){3})?$)[0-9][0-9 -]*[0-9Xx]",
    "PMCID": r"PMC\d{4,9}",
    "arxiv": r"(?i)(?:arxiv:)?\d{4}\.\d{4,5}(?:v\d+)?",
    "URL": r"(?i)(?:https?|ftp)://\S+",
    "issued": r"(?:1[5-9]|20)\d\d(?:[-/.]\d\d?(?:[-/.]\d\d?)?)?",
    "page": r"[A-Za-z]?\d+\s*[-–—]+\s*[A-Za-z]?\d+",
    "language": r"(?i)[a-z]{2,3}(?:-[a-z]{2,4})?|english|chinese|japanese|korean|中文|英文|日本語",
    "author": r"(?:[^,;\d]{2,40},\s*[^,;\d]{1,40}(?:;\s*|$| and ))+"
    r"|(?:[\u4e00-\u9fff\uac00-\ud7a3]{2,4}(?:[;；,，、]\s*|$))+",
}
_PATTERNS = {variable: re.compile(shape) for variable, shape in _SHAPES.items()}
LONG = 400  # characters of an abstract
TITLE = range(15, 300)
LONGEST = 2000  # characters of a value that are looked at


def guess(values: Iterable[str], taken: Iterable[str] = ()) -> str:
    """The variable that most of the values look like, "" for none.

    ``taken`` are the variables that other columns fill.
    """
    found = [value.strip()[:LONGEST] for value in values if value.strip()]
    if len(found) < LEAST:
        return ""
    free = {*_PATTERNS, "title", "abstract"}.difference(taken)
    for variable, pattern in _PATTERNS.items():
        if variable in free and _most(bool(pattern.fullmatch(value)) for value in found):
            return variable
    if "abstract" in free and _most(len(value) >= LONG for value in found):
        return "abstract"
    is_prose = _most(len(value) in TITLE and " " in value for value in found)
    if "title" in free and is_prose and len({*found}) == len(found):
        return "title"
    return ""


def _most(answers: Iterable[bool]) -> bool:
    told: Sequence[bool] = list(answers)
    return sum(told) >= SHARE * len(told)
