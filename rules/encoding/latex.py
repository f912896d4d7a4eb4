"""LaTeX left in a text of another format."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Examples, rule
from validator.text.latex_left import FONT, holds_latex, without_latex
from validator.text.patterns import lazy

from ._texts import BIBTEX, marked, texts  # noqa: TID251 - of this family

_QUOTED = lazy(r"(?<!\S)\\([\"'])([^\"'\\]{1,300})\\\1(?=$|[\s.,;:?!)])")
_APOSTROPHE = lazy(r"(?<=[A-Za-z])\\'(?=(?:s|t|ll|re|ve|d|m)\b)")
# {DNA}, {Insulin}, and the whole of a title; {log} and {ggplot2} are names of software.
_BRACED = lazy(
    r"(?<![\\\w$^_}])\{\{?([^\W\d_a-z][^\W_][^{},\\$\n]{0,300})\}?\}(?![\w$^_{])"
    r"|^\{\{?([^{}\\$\n]{0,300}[^\W\d_] [^{}\\$\n]{1,300})\}?\}$",
    re.MULTILINE,
)
_MARKS = lazy(r"``([^`']{1,300})''")
MARKS = "quotation marks of LaTeX in a text"
BRACES = "braces of BibTeX in a text"
NAMED = frozenset(("title", "container-title", "collection-title", "event-title", "publisher"))
"""Variables whose words BibTeX sets in braces; an abstract may have braces of its own."""
ESCAPED = "a backslash before a quotation mark"
LATEX = "a command of LaTeX in a text"


def _latex_residue() -> Examples:
    return (
        marked("The price of $5 and 10% of R&D"),
        marked("Bounds of $\\alpha$ and $\\mathcal{O}(n)$ algorithms"),  # formulas are written so
        marked("Files in C:\\temp\\users\\o"),
        marked("L\\'eau", where=BIBTEX),  # the reader decodes BibTeX, and left what nobody knows
        marked("中国\\研究 {A} 한국어 Пример"),
        marked("{DNA} in {\\it vivo", where=BIBTEX),
        marked("Sets {A} and {0, 1}; {log} and {ggplot2}; $O(n^{DNA})$"),
        marked("``Sleep'' and rest", MARKS, suggests="“Sleep” and rest"),
        marked("Сон ``и'' покой", MARKS, suggests="Сон “и” покой"),
        marked("The ` of code"),
        marked("{Insulin} and {DNA} in sleep", BRACES, suggests="Insulin and DNA in sleep"),
        marked("{Insulin, sleep and rest}", BRACES, suggests="Insulin, sleep and rest"),
        marked("{{Insulin and sleep}}", BRACES, suggests="Insulin and sleep"),
        marked("Über {Größe} und {ÄON}", BRACES, suggests="Über Größe und ÄON"),
        marked('{\\"U}ber M{\\"u}ller', LATEX, suggests="Über Müller"),
        marked("Garc{\\'\\i}a and \\v{S}koda", LATEX, suggests="García and Škoda"),
        marked('M\\"uller and Stra{\\ss}e', LATEX, suggests="Müller and Straße"),
        marked("Wis\\l a, sanat\\i n, \\O rsted", LATEX, suggests="Wisła, sanatın, Ørsted"),
        marked("La citt\\`a moderna", LATEX, suggests="La città moderna"),
        marked("Research \\& Development", LATEX, suggests="Research & Development"),
        marked("ATALA \\\\& ARIA", LATEX, suggests="ATALA & ARIA"),
        marked("In \\emph{Escherichia coli}", LATEX, suggests="In Escherichia coli"),
        marked("\\textrm{DuReader}_{\\textrm{vis}}: a data set", LATEX),  # half a formula
        marked("{\\em in vivo} и {\\it in vitro}", LATEX, suggests="in vivo и in vitro"),
        marked("\\LaTeX{} for 言語学", LATEX, suggests="LaTeX for 言語学"),
        marked('It\\\'s a \\"test\\"', ESCAPED, suggests='It\'s a "test"'),
        marked("P\\'erez", LATEX),  # the accent of LaTeX, or an apostrophe that a database escaped
        marked("\\documentclass[12pt]{minimal} \\begin{document}x", LATEX),
    )


@rule(
    "ENC003",
    "latex-residue",
    severity=Severity.WARNING,
    examples=_latex_residue,
    trigger=lambda text: (
        "\\" in text or "``" in text or ("{" in text and _BRACED.search(text) is not None)
    ),
)
def latex_residue(record: Record) -> Iterator[Finding]:
    """A text holds LaTeX (an accent, an escape, a brace) in a format that is not LaTeX.

    Why: the record went from BibTeX into another format undecoded; the name M{\\"u}ller is
    found neither as Müller nor as Muller.

    Not found: formulas between dollars, file paths, sets and software in braces ({0, 1}, {log}),
    and BibTeX input, whose values are decoded as they are read.

    Source: JabRef, LatexIntegrityChecker; the symbols of the LaTeX kernel.
    """
    if record.provenance.format == "bibtex":
        return
    for variable, index, value in texts(record):
        if variable in NAMED and "{" in value and _BRACED.search(value):
            plain = _BRACED.sub(lambda m: m[1] or m[2], value)
            if "{" not in plain and "}" not in plain:
                yield Finding(variable, BRACES, value=value, suggestion=plain)
        if "``" in value and _MARKS.search(value):
            plain = _MARKS.sub(r"“\1”", value)
            yield Finding(variable, MARKS, value=value, suggestion=plain, index=index)
        if "\\" not in value:
            continue
        plain = _QUOTED.sub(r"\1\2\1", _APOSTROPHE.sub("'", value))
        if plain != value and not holds_latex(plain):
            yield Finding(variable, ESCAPED, value=value, suggestion=plain, index=index)
            continue
        if not holds_latex(value):
            continue
        mended = without_latex(value)
        safe = mended is not None and index is None and not FONT.search(value)
        yield Finding(variable, LATEX, value=value, suggestion=mended, safe=safe, index=index)
