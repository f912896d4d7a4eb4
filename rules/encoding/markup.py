"""Markup of other formats left in a value: HTML entities, tags, LaTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Provenance, Record
from validator.registry import Example, rule
from validator.text.unicode import collapse

from ._texts import changed, texts  # noqa: TID251 - of this family

BIBTEX = Provenance(format="bibtex")
RIS = Provenance(format="ris")

_ENTITY = re.compile(
    r"&(?:amp;)*(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|&(?:quot|apos);?\Z"
)
_ADDRESS = re.compile(r"(?:\w{2,10}://|www\.)\S+")
ENTITY = "an HTML entity"


def unescaped(text: str) -> str:
    """The text with its HTML entities as the characters that they name, addresses apart."""
    if "&" not in text or ";" not in text:
        return text
    pieces = _ADDRESS.split(text)
    addresses = [*_ADDRESS.findall(text), ""]
    return "".join(
        _ENTITY.sub(_character, piece) + address
        for piece, address in zip(pieces, addresses, strict=True)
    )


def _character(entity: re.Match[str]) -> str:
    from html import unescape
    from html.entities import html5

    name = entity[0][1:].replace("amp;", "") or "amp;"  # &amp;amp; was escaped twice
    name = name if name.endswith(";") else f"{name};"  # cut off at the end of the text
    if not name.startswith("#") and name not in html5:
        return entity[0]
    character = unescape(f"&{name}")
    if "\ufffd" in character:
        return entity[0]
    return " " if character in "\u00a0\u200b\t\n" else character


def titled(title: str, *says: str, suggests: str | None = None) -> Example:
    return Example(Record(title=title), says, suggests)


HTML_ENTITY = (
    titled("Research & Development; a survey"),
    titled("AT&T; a history"),  # no entity is called "T"
    titled("Q&A; Über uns; 研究&開発；調査"),
    titled("The query &x=1; in https://example.org/?a=1&lt;=2&copy;=3"),  # part of an address
    Example(Record(url="https://example.org/?a=1&amp;b=2")),  # URL001 and its kin read addresses
    titled("Research &amp; Development", ENTITY, suggests="Research & Development"),
    titled("S&#227;o Paulo", ENTITY, suggests="São Paulo"),
    titled("S&amp;#227;o Paulo", ENTITY, suggests="São Paulo"),  # escaped twice
    titled("caf&eacute; &#x4E2D;&#22269;", ENTITY, suggests="café 中国"),
    titled("&#1055;&#1088;&#1080;&#1084;&#1077;&#1088;", ENTITY, suggests="Пример"),
    titled("&quot;By heart&quot", ENTITY, suggests='"By heart"'),  # cut off at the end
    titled("大学&nbsp;学报", ENTITY, suggests="大学 学报"),
    titled("p &lt; 0.05 &amp; q", ENTITY, suggests="p < 0.05 & q"),
    Example(Record(keyword=("a", "R&amp;D")), (ENTITY,), suggests="R&D"),
)


@rule(
    "ENC001",
    "html-entity",
    severity=Severity.WARNING,
    examples=HTML_ENTITY,
    trigger=lambda text: "&" in text and ";" in text,
)
def html_entity(record: Record) -> Iterator[Finding]:
    """A text holds an HTML entity (&amp;, &#227;) in place of a character.

    Why: it is printed as it stands, sorts under "amp", and keeps two records of one work apart.

    Not found: addresses and file names, where & separates parameters; words between & and ; that
    name no character ("AT&T;").

    Source: the list of named characters of HTML; JabRef, HTMLCharacterChecker.
    """
    yield from changed(record, ENTITY, unescaped, safe=True)


_TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]{0,40})((?:\s[^<>]{0,500})?)/?>|<!--|<!\[CDATA\[|<\?xml")
_COMMENT = re.compile(r"<!--.{0,2000}?-->|<!\[CDATA\[|\]\]>|<\?xml[^<>]{0,200}>", re.DOTALL)
_CONTENT = re.compile(r"<(script|style)\b[^<>]{0,500}>[^<]{0,2000}</\1>", re.IGNORECASE)
# Words in angle brackets occur in texts ("the <mask> token"): a tag is one of these, opened and
# closed, or a paragraph or line break.
_TAGS = frozenset(
    (
        *("p", "br", "div", "span", "em", "strong", "font", "a", "ul", "ol", "li", "table", "tr"),
        *("td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "i", "b", "u", "s", "tt", "small", "big"),
        *("sub", "sup", "inf", "nc", "sc", "scp", "italic", "bold", "roman", "monospace"),
        *("underline", "sec", "title", "list", "list-item", "label", "abstract", "xref"),
        *("ext-link", "named-content", "styled-content", "alternatives", "inline-formula"),
        *("disp-formula", "tex-math", "math"),
    )
)
_ACTIVE = frozenset(
    (
        *("script", "style", "iframe", "img", "svg", "object", "embed", "form", "input", "button"),
        *("link", "meta", "html", "head", "body", "video", "audio", "base"),
    )
)
"""Elements of a page that no title has; a tag of theirs has attributes, or is closed."""
_BREAKS = frozenset(("p", "br", "div", "li", "sec", "title", "h1", "h2", "h3", "h4", "tr", "td"))
_VALUED = frozenset(("i", "b", "sub", "sup", "sc", "nc"))  # CSL and Zotero set them
_SPAN = re.compile(r"nocase|small-caps", re.IGNORECASE)
_RAISED = frozenset(("sub", "sup", "inf", "msub", "msup", "mfrac", "tex-math", "annotation"))
_SILENT = frozenset(("p", "br", "div", "sec", "font"))
TAGS = "markup of HTML or XML"


def _local(name: str) -> str:
    return name.lower().removeprefix("jats:").removeprefix("mml:")


def tags_left(text: str, *, valued: bool) -> list[tuple[str, str]]:
    """The tags of a text that are no part of it, as (name, attributes). ``valued``: the format
    keeps italics, bold, sub- and superscript in its values.
    """
    found = [match.groups("") for match in _TAG.finditer(text)]
    closed = {name.lower() for slash, name, _ in found if slash}
    opened = {name.lower() for slash, name, _ in found if not slash}
    left = []
    for _, name, attributes in found:
        lower, local = name.lower(), _local(name)
        known = lower != local or local in ("p", "br", "")
        known |= local in _ACTIVE and ("=" in attributes or lower in closed)
        if not known and (local not in _TAGS or lower not in closed & opened):
            continue
        if valued and (lower in _VALUED or (local == "span" and _spans_mean(text))):
            continue
        left.append((local, attributes))
    return left


def _spans_mean(text: str) -> bool:
    return all(_SPAN.search(m[3]) for m in _TAG.finditer(text) if m[2] == "span" and not m[1])


def without_tags(text: str, left: list[tuple[str, str]]) -> str:
    names = {name for name, _ in left}
    text = _CONTENT.sub("", text)

    def removed(tag: re.Match[str]) -> str:
        if tag[2] is None or _local(tag[2]) not in names:
            return tag[0]
        return " " if _local(tag[2]) in _BREAKS else ""

    return collapse(_TAG.sub(removed, _COMMENT.sub("", text)))


def marked(title: str, *says: str, suggests: str | None = None, where: Provenance = RIS) -> Example:
    return Example(Record(title=title, provenance=where), says, suggests)


MARKUP_RESIDUE = (
    marked("Risk at p<0.05 and q>0.1"),
    marked("The <mask> token and the <s> of a sentence"),  # words in angle brackets
    marked("<p, q> pairs"),
    marked("E. coli in 10<sup>5</sup> <i>cells</i>"),  # CSL and Zotero set them
    marked('<span class="nocase">iPhone</span> 研究'),
    marked("《<中国>的研究》"),
    Example(Record(doi="10.1002/(SICI)1097-4679(199911)55:11<1331::AID-JCLP1>3.0.CO;2-3")),
    marked("<jats:p>Methods</jats:p>", TAGS, suggests="Methods"),
    marked("<p>目的</p><p>方法</p>", TAGS, suggests="目的 方法"),
    marked("One<br/>two", TAGS, suggests="One two"),
    marked("The <scp>GABA</scp> receptor", TAGS, suggests="The GABA receptor"),
    marked("<em>E. coli</em> и <i>S. aureus</i>", TAGS, suggests="E. coli и <i>S. aureus</i>"),
    marked("<i>E. coli</i>", TAGS, suggests="E. coli", where=BIBTEX),  # TeX prints the tags
    marked("10<sup>5</sup> cells", TAGS, where=BIBTEX),  # without its tag it is another number
    marked("A <style> of <script>"),
    marked("A title<script>alert(1)</script>", TAGS, suggests="A title"),
    marked("题名<img src=x onerror=alert(1)>", TAGS, suggests="题名"),
    marked("Left over</script>", TAGS, suggests="Left over"),
    marked("<mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math>", TAGS),
)


@rule(
    "ENC002",
    "markup-residue",
    severity=Severity.WARNING,
    examples=MARKUP_RESIDUE,
    trigger=lambda text: "<" in text and ">" in text,
)
def markup_residue(record: Record) -> Iterator[Finding]:
    """A text holds tags of HTML, JATS or MathML.

    Why: they come from a publisher's feed; they are printed as they stand and break the search
    for a phrase.

    Not found: italics, bold, sub- and superscript where the format is not BibTeX, since CSL and
    Zotero set them; words in angle brackets and signs of comparison; notes, which Zotero writes
    in HTML. A tag that carries a meaning (10<sup>5</sup>) is not taken away.

    Source: Crossref, face markup and JATS abstracts; CSL 1.0.2, rich text in field content.
    """
    valued = record.provenance.format != "bibtex"
    for variable, index, value in texts(record):
        if variable == "note" or "<" not in value:
            continue
        left = tags_left(value, valued=valued)
        if not left:
            continue
        names = {name for name, _ in left}
        mended = None if names & _RAISED else without_tags(value, left)
        safe = bool(mended) and names <= _SILENT and index is None
        yield Finding(variable, TAGS, value=value, suggestion=mended, safe=safe, index=index)


_MATHS = re.compile(r"\$[^$]{1,300}\$|\\\(.{1,300}?\\\)|\\\[.{1,300}?\\\]")
_LATEX = re.compile(
    r"""
      \{\s*\\["'`^~=.uvHcdbkrt]\s*\{?\\?[A-Za-z]\}?\s*\}        # {\"o} {\v{s}} {\c c}
    | \\["'`^~=.]\{\\?[A-Za-z]\}                                # \"{o}
    | (?<=[A-Za-z])\\["`^~][A-Za-z](?=[a-z])                    # M\"uller, within a word
    | \\[cvuHkrdb]\{\\?[A-Za-z]\}                               # \c{c}
    | \{\\(?:ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i|j)\s*\}             # {\ss}
    | \\(?:ss|ae|AE|oe|OE|aa|AA|o|O|l|L)\{\}                    # \ss{}
    | \\{1,2}[&%\#_]                                            # \&, and escaped once more
    | \\text(?:en|em)dash(?:\{\}|(?![A-Za-z]))
    """,
    re.VERBOSE,
)
_FONT = re.compile(
    r"\\(?:emph|textit|textbf|textsc|texttt|textrm|textsf|uppercase)\{([^{}]{0,500})\}"
)
_COMMAND = re.compile(
    r"\\(?:(?:emph|text[a-z]{2,}|math[a-z]{2,}|ensuremath|boldsymbol|cite[tp]?|footnote|url|href|"
    r"documentclass|usepackage|begin|end)\s*[\[{]"
    r"|(?:alpha|beta|gamma|delta|epsilon|kappa|lambda|mu|sigma|omega|pm|times|leq|geq)(?![A-Za-z]))"
    r"|(?<=[A-Za-z])\\'[a-zA-Z](?=[a-z])"
)
_PATH = re.compile(r"\b[A-Za-z]:\\|\\\\\w")
LATEX = "a command of LaTeX in a text"


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
        _LATEX.sub(lambda m: decode(m[0].replace("\\\\", "\\")), _FONT.sub(r"\1", piece)) + formula
        for piece, formula in zip(pieces, formulas, strict=True)
    )
    return None if holds_latex(mended) or "_{" in mended or "^{" in mended else mended


LATEX_RESIDUE = (
    marked("The price of $5 and 10% of R&D"),
    marked("Bounds of $\\alpha$ and $\\mathcal{O}(n)$ algorithms"),  # formulas are written so
    marked("Files in C:\\temp\\users\\o"),
    marked("L\\'eau", where=BIBTEX),  # the reader decodes BibTeX, and left what nobody knows
    marked("中国\\研究 {A} 한국어 Пример"),
    marked("{DNA} in {\\it vivo", where=BIBTEX),
    marked('{\\"U}ber M{\\"u}ller', LATEX, suggests="Über Müller"),
    marked("Garc{\\'\\i}a and \\v{S}koda", LATEX, suggests="García and Škoda"),
    marked('M\\"uller and Stra{\\ss}e', LATEX, suggests="Müller and Straße"),
    marked("Research \\& Development", LATEX, suggests="Research & Development"),
    marked("ATALA \\\\& ARIA", LATEX, suggests="ATALA & ARIA"),
    marked("In \\emph{Escherichia coli}", LATEX, suggests="In Escherichia coli"),
    marked("\\textrm{DuReader}_{\\textrm{vis}}: a data set", LATEX),  # half a formula
    marked("P\\'erez", LATEX),  # the accent of LaTeX, or an apostrophe that a database escaped
    marked("\\documentclass[12pt]{minimal} \\begin{document}x", LATEX),
)


@rule(
    "ENC003",
    "latex-residue",
    severity=Severity.WARNING,
    examples=LATEX_RESIDUE,
    trigger=lambda text: "\\" in text,
)
def latex_residue(record: Record) -> Iterator[Finding]:
    """A text holds LaTeX (an accent, an escape, a font) in a format that is not LaTeX.

    Why: the record went from BibTeX into another format undecoded; the name M{\\"u}ller is
    found neither as Müller nor as Muller.

    Not found: formulas between dollars, file paths, and BibTeX input, whose values are decoded
    as they are read.

    Source: JabRef, LatexIntegrityChecker; the symbols of the LaTeX kernel.
    """
    if record.provenance.format == "bibtex":
        return
    for variable, index, value in texts(record):
        if "\\" not in value or not holds_latex(value):
            continue
        mended = without_latex(value)
        safe = mended is not None and index is None and not _FONT.search(value)
        yield Finding(variable, LATEX, value=value, suggestion=mended, safe=safe, index=index)
