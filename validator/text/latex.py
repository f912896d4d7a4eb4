"""LaTeX to Unicode, as it stands in BibTeX values: accents, symbols, escapes, protecting braces.

The decoder behind it is pylatexenc. It is loaded only for a value that needs it, and sees each
accented letter once: short pieces are cached, since they make up nearly all LaTeX in real files.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pylatexenc.latex2text import LatexNodes2Text

DEEPEST = 40  # groups within groups; the decoder descends by recursion
LONGEST = 2**16  # characters; the decoder takes some 50 microseconds for ten of them

ATOM_PATTERN = r"""(
      \\["'`^~=.] \s* (?: \{ \s* (?: \\[ij] | [^\W\d_] ) \s* \}   # \'{\i}, \"{o}
                        | \\[ij] (?![A-Za-z]) \s*
                        | [A-Za-z] )                              # \"o
    | \\[cvuHkrdbt] (?: \s* \{ \s* (?: \\[ij] | [^\W\d_]{1,2} ) \s* \}   # \c{c}, \t{oo}
                        | \s+ [A-Za-z] (?![A-Za-z]) )             # \c c
    | \\ (?: ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i|j|dh|DH|th|TH|dj|DJ|ng|NG
           | text[a-z]+ | S|P|copyright|pounds|ldots|dots )
         (?: \{\} | (?![A-Za-z{]) \s* )                           # \ss{}, \ae
    | \\[&%$\#_{}\ ,;:/!\-@\\]
    )"""
_ATOM = re.compile(ATOM_PATTERN, re.VERBOSE)
_BRACED_ATOM = re.compile(rf"\{{\s*{ATOM_PATTERN}\s*\}}", re.VERBOSE)
_ESCAPES = dict(zip("&%$#_{}", "&%$#_{}", strict=True)) | dict.fromkeys(" ,;:\\", " ")
_ESCAPES |= dict.fromkeys("/!-@", "")  # breaks and kerns
_BARE_DOLLAR = re.compile(r"(?<!\\)\$")
_BARE_COMMENT = re.compile(r"(?<!\\)([%&])")
_BARE_TILDE = re.compile(r"(?<!\\)~")
_WHITE_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_TARGET = re.compile(r"\\href\s*\{[^{}]*\}")  # the address of a link, before its text
_QUOTED = re.compile(r"\\(?:enquote|mkbibquote)\*?\s*\{([^{}]*)\}")
_BRACE = re.compile(r"[{}]")
_NOT_TEXT = re.compile(  # what an identifier or address holds of LaTeX
    r"\\(?:url|path|href)(?=\{)|\{?\\text(?:ascii)?(tilde|less|greater|underscore|bar)(?:\{\}|\s+)?\}?"
    r"|\\(~|\^)(?:\{\})?|\\([&%$#_{}])|\$(<|>|\\sim|_|-)\$|[{}]"
)
_SIGNS = {"tilde": "~", "less": "<", "greater": ">", "underscore": "_", "bar": "|", "\\sim": "~"}
_SILENT = (  # fonts, sizes and sort keys: they print nothing, and their argument stays
    "bf it rm sc sf tt em sl up md bfseries itshape rmfamily scshape sffamily ttfamily slshape"
    " upshape mdseries normalfont tiny scriptsize footnotesize small normalsize large Large LARGE"
    " huge Huge protect relax mbox hbox textnormal bibinfo bibnamefont bibfnamefont natexlab"
)
_NAMED = {"LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "LaTeXe": "LaTeX2e"}
_NAMED |= {"copyright": "©", "pounds": "£", "S": "§", "P": "¶"}
_NAMED |= {"bibrangedash": "–", "bibrangessep": ", "}
_NAMED |= {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}


def decode(text: str) -> str:
    """The text that a LaTeX value prints, white space collapsed as BibTeX does.

    "{\\"O}nnud{\\'o}ttir" is "Önnudóttir", "The {TEL}---book" is "The TEL—book"; "~" is a blank.
    Of a macro that is not known its argument stays; one without an argument stays as it stands,
    so that no text is lost. Never raises.
    """
    if text.isalnum():
        return text
    if "\\" in text or "$" in text:
        text = _decode(text)
    elif "{" in text or "}" in text or "~" in text or "--" in text or "``" in text:
        text = _plain(text)
    return collapse(text)


def decode_number(text: str) -> str:
    """As ``decode``, with "--" left as it stands: pages, volumes, issues."""
    if text.isalnum() or not ("\\" in text or "$" in text or "{" in text or "~" in text):
        return collapse(text)
    return collapse("--".join(map(decode, text.split("--"))))


def decode_name(text: str) -> str:
    """As ``decode``, with the braces that protect words kept: ``{van der} Aalst``, ``{{WHO}}``."""
    if "\\" in text:
        printed = _ATOM.sub(_atom_of, _BRACED_ATOM.sub(_atom_of, text))
        if ("\\" in printed or "$" in printed) and _is_more_than_atoms(text):
            return decode(text)
        text = printed
    return collapse(text.replace("~", " "))


def decode_address(text: str) -> str:
    """An identifier or URL without the escapes and braces that LaTeX needs; "~" stays."""
    if "\\" in text or "{" in text or "}" in text or "$" in text:
        text = _NOT_TEXT.sub(_sign, text)
    return collapse(text)


def collapse(text: str) -> str:
    """White space of ASCII as single blanks, none at the ends; other blanks of Unicode stay."""
    if "\n" in text or "  " in text or "\t" in text or "\r" in text:
        text = _WHITE_SPACE.sub(" ", text)
    return text.strip(" ")


def without_braces(text: str) -> str:
    """The text without the braces that group and protect; what they hold stays."""
    return text.replace("{", "").replace("}", "")


def _is_more_than_atoms(text: str) -> bool:
    """Whether a command or a formula stands in a text, escapes and accents apart."""
    rest = _ATOM.sub(" ", _BRACED_ATOM.sub(" ", text))
    return "\\" in rest or "$" in rest


def _atom_of(match: re.Match[str]) -> str:
    return _atom(match[1])


def _sign(match: re.Match[str]) -> str:
    name, accent, escaped, math = match.groups()
    sign = name or accent or escaped or math
    return _SIGNS.get(sign, sign) if sign else ""


def _plain(text: str) -> str:
    """A piece without a backslash: braces dropped, ties, dashes and quotes set."""
    text = without_braces(text).replace("~", " ")
    if "--" in text:
        text = text.replace("---", "—").replace("--", "–")
    if "``" in text:
        text = text.replace("``", "“").replace("''", "”")
    return text


@lru_cache(maxsize=2**14)
def _decode(text: str) -> str:
    if "\\href" in text:
        text = _TARGET.sub("", text)
    if "quote" in text:
        text = _QUOTED.sub(r"“\1”", text)
    if "$" not in text or not _BARE_DOLLAR.search(text):
        pieces = _ATOM.split(text)
        if not any("\\" in piece for piece in pieces[::2]):
            pieces[::2] = map(_plain, pieces[::2])
            pieces[1::2] = map(_atom, pieces[1::2])
            return "".join(pieces)
    if len(text) > LONGEST or _depth(text) > DEEPEST:
        return "".join(_atom(p) if i % 2 else _plain(p) for i, p in enumerate(_ATOM.split(text)))
    if len(_BARE_DOLLAR.findall(text)) % 2:  # a price, not a formula
        text = _BARE_DOLLAR.sub(r"\\$", text)
    return _printed(_BARE_TILDE.sub(" ", _BARE_COMMENT.sub(r"\\\1", text)))


@lru_cache(maxsize=2**12)
def _atom(text: str) -> str:
    escaped = _ESCAPES.get(text[1]) if len(text) == 2 else None
    return _printed(text) if escaped is None else escaped


def _printed(text: str) -> str:
    try:
        return str(_decoder().latex_to_text(text)).replace("i\u0307", "i")  # \.{\i} is a plain i
    except Exception:  # its parser is strict about some malformed arguments, by kinds of its own
        return without_braces(text)


def _depth(text: str) -> int:
    depth = deepest = 0
    for brace in _BRACE.findall(text):
        depth += 1 if brace == "{" else -1
        deepest = max(deepest, depth)
    return deepest


@cache
def _decoder() -> LatexNodes2Text:
    from pylatexenc.latex2text import (
        LatexNodes2Text,
        MacroTextSpec,
        get_default_latex_context_db,
    )

    def as_written(node: Any) -> str:
        return str(node.latex_verbatim())

    def argument(node: Any, l2tobj: Any) -> str:
        given = [part for part in node.nodeargd.argnlist if part] if node.nodeargd else []
        return str(l2tobj.nodelist_to_text(given))

    def unknown(node: Any, l2tobj: Any) -> str:
        end = node.pos + node.len
        if node.nodeargd and node.nodeargd.argnlist:
            return argument(node, l2tobj)
        return "" if node.parsing_state.s[end : end + 1] == "{" else as_written(node)

    known = get_default_latex_context_db()
    macros = [MacroTextSpec(name, "") for name in _SILENT.split()]
    macros += [MacroTextSpec(name, printed) for name, printed in _NAMED.items()]
    macros += [MacroTextSpec(sign, printed) for sign, printed in _ESCAPES.items()]
    macros += [MacroTextSpec(name, as_written) for name in ("cite", "citep", "citet", "ref")]
    macros += [MacroTextSpec("url", argument), MacroTextSpec("\\", " ")]
    known.add_context_category("bibtex", prepend=True, macros=macros)
    known.set_unknown_macro_spec(MacroTextSpec("", unknown))
    return LatexNodes2Text(latex_context=known, math_mode="text", keep_comments=True)
