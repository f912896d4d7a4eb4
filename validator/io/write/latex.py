"""Text as LaTeX: what must be escaped is, and all else stays as it is."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from validator.io.write.plain import one_line
from validator.text import latex

if TYPE_CHECKING:
    from pylatexenc.latexencode import UnicodeToLatexEncoder

_HYPHENS = re.compile("--+")
_ESCAPES = str.maketrans(
    {sign: "\\" + sign for sign in "#$%&_"}
    | {
        "{": r"\textbraceleft{}",  # BibTeX counts the brace of \{ as well
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\\": r"\textbackslash{}",
    }
)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_STARTS_ENTRY = re.compile(r"\n[ \t]*(?=@)")
_ACCENTS = dict(
    zip(
        "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0323\u0327\u0328\u0331",
        ["`", "'", "^", "~", "=", "u", ".", '"', "r", "H", "v", "d", "c", "k", "b"],
        strict=True,
    )
)


def text(value: str, *, ascii_only: bool = False) -> str:
    """A text that `validator.text.latex.decode` reads back, but for white space, which LaTeX
    collapses.

    ``ascii_only``: letters and signs as LaTeX commands where it has one; others stay as they are.
    """
    escaped = number(value)
    if "--" in escaped:  # would print as a dash; \- prints nothing between two hyphens
        escaped = _HYPHENS.sub(lambda run: "-" + r"\--" * (len(run[0]) - 1), escaped)
    return ascii(escaped) if ascii_only else escaped


def number(value: str, *, ascii_only: bool = False) -> str:
    """A text of a field of numbers, where "--" stands for itself: pages, volumes, issues."""
    escaped = one_line(value)
    if "\\" in escaped or "{" in escaped or "}" in escaped or "~" in escaped or "^" in escaped:
        escaped = escaped.translate(_ESCAPES)
    else:  # a tenth of the time
        for sign in "%&#_$":
            if sign in escaped:
                escaped = escaped.replace(sign, f"\\{sign}")
    if "``" in escaped:
        escaped = escaped.replace("`", r"\textasciigrave{}")
    return ascii(escaped) if ascii_only else escaped


def lines(value: str, *, ascii_only: bool = False) -> str:
    """A text that keeps its lines, as notes do; a line that would start an entry is joined."""
    pieces = (text(line, ascii_only=ascii_only) for line in re.split(r"\r\n|\r|\n", value))
    return _STARTS_ENTRY.sub(" ", "\n".join(filter(None, pieces)))


def address(value: str) -> str:
    """An identifier or a URL: verbatim, as BibLaTeX takes it, but for braces without a partner."""
    value = one_line(value)
    if latex.decode_address(value) == value and is_balanced(value):
        return value
    escaped = re.sub(r"[{}]", r"\\\g<0>", value)
    return escaped if is_balanced(escaped) else text(value)


def is_balanced(value: str) -> bool:
    """Whether every brace has its partner, as BibTeX counts them."""
    if "{" not in value and "}" not in value:
        return True
    depth = 0
    for brace in re.findall("[{}]", value):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def ascii(value: str) -> str:
    """LaTeX with the letters beyond ASCII as commands, where LaTeX has one."""
    if value.isascii():
        return value
    return _BEYOND_ASCII.sub(lambda found: _command(found[0]), value)


@cache
def _command(letter: str) -> str:
    """The command for a letter in braces of its own, the letter where none reads back as it."""
    for command in (_accented(letter), _encoder().unicode_to_latex(letter)):
        if command.isascii() and latex.decode(command) == letter:
            return command
    return letter


def _accented(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    base, mark = parts[0], parts[1:]
    if mark not in _ACCENTS or not base.isascii():
        return letter
    accent = _ACCENTS[mark]
    base = f"\\{base}" if base in "ij" and accent not in "cdkb" else base
    braced = accent.isalpha() or base.startswith("\\")
    return f"{{\\{accent}{{{base}}}}}" if braced else f"{{\\{accent}{base}}}"


@cache
def _encoder() -> UnicodeToLatexEncoder:
    from pylatexenc.latexencode import UnicodeToLatexEncoder

    return UnicodeToLatexEncoder(
        non_ascii_only=True,
        replacement_latex_protection="braces-all",
        unknown_char_policy="keep",
        unknown_char_warning=False,
    )
