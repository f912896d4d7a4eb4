"""A translation in brackets behind a title in Chinese, Japanese or Korean."""

from __future__ import annotations

import re

from validator.text.patterns import lazy
from validator.text.script import has_cjk

_BRACKET = lazy(r"\s*[(（]([^()（）]{10,400})[)）]\s*$")
_WORD = lazy(r"[A-Za-z][A-Za-z'’-]*[a-z]|\b[AaI]\b")
_FUNCTION = lazy(
    r"\b(?:a|an|the|of|on|in|for|and|with|to|from|by|based|using|its|at|under|between|via|into"
    r"|towards?|among|der|die|das|und|von|de|la|le|les|des|du|et|y|el|los)\b"
)
_NO_TITLE = lazy(
    r"\b(?:editions?|version|series|translat(?:ed|ion)|revised|proceedings|press|university"
    r"|department|institute|volume|supplement|part|conference|workshop)\b",
    re.IGNORECASE,
)
_EDITION = lazy(r"\b(?:edition|version|series)\s*$", re.IGNORECASE)
_SPECIES = lazy(
    r"[A-Z][a-z]+ (?:[a-z]{3,}|spp?\.)(?: (?:[A-Z(&]|var\.|subsp\.|ssp\.|cv\.|f\.|et |ex |and )|$)"
)
FEWEST = 3
"""Latin words: two are a term or a name."""
MANY = 6
"""Words that need no article or preposition among them to be a title."""


def translation_behind(title: str) -> int:
    """Where a bracket with a translation begins, -1 where there is none.

    Square brackets are left: citation styles (APA, Vancouver) put translations there on purpose.
    """
    found = _BRACKET.search(title)
    if found is None or found.start() < 2 or not has_cjk(title[: found.start()]):
        return -1
    inside = found[1]
    words = len(_WORD.findall(inside))
    if has_cjk(inside) or _SPECIES.match(inside) or _EDITION.search(inside):
        return -1
    if words < MANY and _NO_TITLE.search(inside):
        return -1
    whole = words >= MANY or (words >= FEWEST and _FUNCTION.search(inside) is not None)
    return found.start() if whole else -1
