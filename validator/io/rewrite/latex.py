"""LaTeX in pieces, each with the text that it prints."""

from __future__ import annotations

import re
from collections.abc import Callable

from validator.io.rewrite.splicing import Pieces
from validator.text.latex import ATOM_PATTERN, decode

_BLANK = r"[ \t\r\n\f\v]+"
_TEXT = re.compile(
    rf"""\{{\s*{ATOM_PATTERN}\s*\}} | {ATOM_PATTERN}
    | \$(?:[^$\\]|\\.)*\$ | \\\(.*?\\\)    # a formula
    | \\href\s*\{{[^{{}}]*\}}(?=\s*\{{)    # the address of a link
    | \\[A-Za-z]+\*?\s*(?=\{{)             # \emph{{...}}: what it holds is printed
    | \\[A-Za-z]+\s* | \\. | -{{2,3}} | ``|'' | {_BLANK} | [{{}}~]
    """,
    re.VERBOSE,
)
_ADDRESS = re.compile(rf"\\[&%$\#_{{}}] | \\(?:url|path)(?=\{{) | [{{}}] | {_BLANK}", re.VERBOSE)
_OPENS = re.compile(r"\\[A-Za-z]+\*?\s*\Z|\\href\s*\{[^{}]*\}\Z")


def text_pieces(latex: str) -> Pieces:
    """The pieces of a text as `validator.text.latex.decode` prints it, unless it is odd."""
    return _collapsed(_pieces(_TEXT, latex, _printed))


def number_pieces(latex: str) -> Pieces:
    """As `text_pieces`, with "--" left as it stands."""
    return _collapsed(_pieces(_TEXT, latex, _number))


def address_pieces(latex: str) -> Pieces:
    """The pieces of an identifier or URL, of which escapes and braces say nothing."""
    return _collapsed(_pieces(_ADDRESS, latex, _sign))


Say = Callable[[str, str], str]


def _pieces(pattern: re.Pattern[str], latex: str, say: Say) -> Pieces:
    pieces: Pieces = []
    at = 0
    for found in pattern.finditer(latex):
        if found.start() > at:
            plain = latex[at : found.start()]
            pieces.append((plain, plain))
        at = found.end()
        pieces.append((found[0], say(found[0], latex[at : at + 1])))
    if at < len(latex):
        pieces.append((latex[at:], latex[at:]))
    return pieces


def _printed(raw: str, following: str) -> str:
    if raw[0] in " \t\r\n\f\v~":
        return " "
    if raw in ("{", "}"):
        return ""
    if following == "{" and _OPENS.match(raw):
        return ""
    return decode(f"1{raw}1")[1:-1]


def _number(raw: str, following: str) -> str:
    return raw if raw[:2] == "--" else _printed(raw, following)


def _sign(raw: str, following: str) -> str:
    if raw[0] in " \t\r\n\f\v":
        return " "
    return raw[1] if raw[0] == "\\" and len(raw) == 2 else ""


def _collapsed(pieces: Pieces) -> Pieces:
    """The pieces of a value whose white space is single, with none at its ends."""
    out: Pieces = []
    blank = True
    last = -1  # of the pieces, the one that ends the value so far
    for raw, said in pieces:
        if blank and said[:1] == " ":
            said = said[1:]
        if said:
            blank = said[-1] == " "
            last = len(out)
        out.append((raw, said))
    if last >= 0 and out[last][1] == " ":
        out[last] = (out[last][0], "")
    return out
