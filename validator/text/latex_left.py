"""LaTeX that was left undecoded in a text."""

from __future__ import annotations

import re

from validator.text.patterns import lazy

_MATHS = lazy(r"\$[^$]{1,300}\$|\\\(.{1,300}?\\\)|\\\[.{1,300}?\\\]")
_LATEX = lazy(
    r"""
      \{\s*\\["'`^~=.uvHcdbkrt]\s*\{?\\?[A-Za-z]\}?\s*\}        # {\"o} {\v{s}} {\c c}
    | \\["'`^~=.]\{\\?[A-Za-z]\}                                # \"{o}
    | (?<=[A-Za-z])\\["`^~][A-Za-z](?=[a-z])                    # M\"uller, within a word
    | (?<=[A-Za-z])\\[`^~][a-z](?![\w\\])                       # citt\`a, at its end
    | \\[cvuHkrdb]\{\\?[A-Za-z]\}                               # \c{c}
    | \{\\(?:ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i|j)\s*\}             # {\ss}
    | \\(?:ss|ae|AE|oe|OE|aa|AA|o|O|l|L)\{\}                    # \ss{}
    | \\(?:ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i)\ (?=[a-z])            # Wis\l a, \O rsted
    | (?<=[A-Za-z])\\(?:ss|ae|oe|aa|o|l|i)(?=$|[\s.,;:)])        # Kj\o, at its end
    | \\{1,2}[&%\#_]                                            # \&, and escaped once more
    | \\text(?:en|em)dash(?:\{\}|(?![A-Za-z]))
    | \\(?:LaTeX|TeX|l?dots|copyright|textregistered|texttrademark|textdegree)(?:\{\}|(?![A-Za-z]))
    """,
    re.VERBOSE,
)
FONT = lazy(
    r"\\(?:emph|textit|textbf|textsc|texttt|textrm|textsf|uppercase)\{([^{}]{0,500})\}"
    r"|\{\\(?:em|it|bf|sc|tt|rm|sl|sf)\s+([^{}\\]{0,500})\}"
)
_COMMAND = lazy(
    r"\\(?:(?:emph|text[a-z]{2,}|math[a-z]{2,}|ensuremath|boldsymbol|cite[tp]?|footnote|url|href|"
    r"documentclass|usepackage|begin|end)\s*[\[{]"
    r"|(?:alpha|beta|gamma|delta|epsilon|kappa|lambda|mu|sigma|omega|pm|times|leq|geq)(?![A-Za-z]))"
    r"|(?<=[A-Za-z])\\'[a-zA-Z]|(?<![\\\w])\\[\"`^~'=.][A-Za-z](?=[a-z])"
    r"|\{\\(?:em|it|bf|sc|tt|rm|sl|sf)\s"
)
_PATH = lazy(r"\b[A-Za-z]:\\|\\\\\w")


def holds_latex(text: str) -> bool:
    """Whether a text holds LaTeX outside formulas."""
    text = _MATHS.sub("", text)
    return bool(_LATEX.search(text) or _COMMAND.search(text)) and not _PATH.search(text)


def without_latex(text: str) -> str | None:
    """The text with its LaTeX decoded, None where some is left that has no certain reading."""
    from validator.text.latex import decode

    pieces = _MATHS.split(text)
    formulas = [*_MATHS.findall(text), ""]
    mended = "".join(
        _LATEX.sub(lambda m: decode(m[0].replace("\\\\", "\\")), FONT.sub(_argument, piece))
        + formula
        for piece, formula in zip(pieces, formulas, strict=True)
    )
    return None if holds_latex(mended) or "_{" in mended or "^{" in mended else mended


def _argument(font: re.Match[str]) -> str:
    return font[1] or font[2] or ""
