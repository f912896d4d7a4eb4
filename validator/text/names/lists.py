"""Lists of names as BibTeX has them."""

from __future__ import annotations

import re

_AND = re.compile(r"(?<=\s)and(?=\s)", re.IGNORECASE)
_BRACE_OR_AND = r"(?i)[{}]|(?<=\s)and(?=\s)"


def split_list(text: str) -> list[str]:
    """The names of a BibTeX list: split at "and" in any case, between blanks, outside braces.

    As BibTeX does. Nothing is lost: an "and" with no name before or after it stays with its
    neighbour ("and Smith, J."), where a rule can see it.
    """
    text = text.strip()
    if not text:
        return []
    pieces = _AND.split(text)
    if "{" in text and any(piece.count("{") != piece.count("}") for piece in pieces):
        pieces = _split_outside_braces(text)  # an "and" stands inside of braces
    if len(pieces) == 1:
        return pieces
    names: list[str] = []
    dangling = ""
    for piece in map(str.strip, pieces):
        if piece:
            names.append(dangling + piece)
            dangling = ""
        else:
            dangling += "and "
    if dangling:
        names.append(dangling.strip())
    return names


def _split_outside_braces(text: str) -> list[str]:
    pieces = []
    depth = start = 0
    for match in re.finditer(_BRACE_OR_AND, text):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth = max(depth - 1, 0)
        elif not depth:
            pieces.append(text[start : match.start()])
            start = match.end()
    return [*pieces, text[start:]]
