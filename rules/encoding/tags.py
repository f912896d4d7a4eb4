"""Tags of HTML, JATS and MathML left in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Example, Examples, rule
from validator.text.patterns import lazy
from validator.text.unicode import collapse

from ._texts import BIBTEX, LOWERED, RAISED, marked, texts  # noqa: TID251 - of this family

_TAG = lazy(r"<(/?)([A-Za-z][\w:.-]{0,40})((?:\s[^<>]{0,500})?)/?>|<!--|<!\[CDATA\[|<\?xml")
_COMMENT = lazy(r"<!--.{0,2000}?-->|<!\[CDATA\[|\]\]>|<\?xml[^<>]{0,200}>", re.DOTALL)
_CONTENT = lazy(r"<(script|style)\b[^<>]{0,500}>[^<]{0,2000}</\1>", re.IGNORECASE)
# Words in angle brackets occur in texts ("the <mask> token"): a tag is one of these, opened and
# closed, or a paragraph or line break.
_TAGS = frozenset(
    (
        *("p", "br", "div", "span", "em", "strong", "font", "a", "ul", "ol", "li", "table", "tr"),
        *("td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "i", "b", "u", "s", "tt", "small", "big"),
        *("sub", "sup", "inf", "nc", "sc", "scp", "italic", "bold", "roman", "monospace"),
        *("underline", "sec", "title", "list", "list-item", "label", "abstract", "xref"),
        *("ext-link", "named-content", "styled-content", "alternatives", "inline-formula"),
        *(
            "disp-formula",
            "tex-math",
            "tex",
            "math",
            "emphasis",
            "small-caps",
            "del",
            "ins",
            "code",
        ),
        *("blockquote", "center", "strike", "pre", "cite", "abbr", "fn", "break"),
    )
)
_ACTIVE = frozenset(
    (
        *("script", "style", "iframe", "img", "svg", "object", "embed", "form", "input", "button"),
        *("link", "meta", "html", "head", "body", "video", "audio", "base"),
    )
)
"""Elements of a page that no title has; a tag of theirs has attributes, or is closed."""
_NO_WORDS = frozenset(
    (
        *("div", "span", "font", "strong", "em", "sub", "sup", "inf", "scp", "italic", "bold"),
        *("ul", "ol", "li", "td", "tr", "th", "h1", "h2", "h3", "h4", "h5", "h6", "tt", "sec"),
        *("blockquote", "strike", "ext-link", "xref", "list-item", "tex-math", "inline-formula"),
    )
)
"""Elements whose names are no words: one of their tags alone at the edge of a text is left over."""
_OF_WORDS = frozenset(("i", "b", "em", "strong", "italic", "bold", "sub", "sup", "inf"))
"""Elements that touch the word they set apart: "the letter <i> in" is no tag."""
_BREAKS = frozenset(("p", "br", "div", "li", "sec", "title", "h1", "h2", "h3", "h4", "tr", "td"))
_VALUED = frozenset(("i", "b", "sub", "sup", "sc", "nc"))  # CSL and Zotero set them
_SAME = {
    **dict.fromkeys(("em", "italic", "emphasis"), "i"),
    **dict.fromkeys(("strong", "bold"), "b"),
    "inf": "sub",
    "sub": "sub",
    "sup": "sup",
}
"""Tags that CSL and Zotero write another way."""
_SPAN = lazy(r"nocase|small-caps", re.IGNORECASE)
_RAISED = frozenset(
    (
        "sub",
        "sup",
        "inf",
        "msub",
        "msup",
        "msubsup",
        "mfrac",
        "msqrt",
        "tex-math",
        "tex",
        "annotation",
    )
)
_UNREADABLE = _RAISED - _SAME.keys()
_SILENT = frozenset(("p", "br", "div", "sec", "font"))
TAGS = "tags of HTML or XML are left in the text"


def _local(name: str) -> str:
    return name.lower().removeprefix("jats:").removeprefix("mml:")


def tags_left(text: str, *, valued: bool) -> list[tuple[str, str]]:
    """The tags of a text that are no part of it, as (name, attributes). ``valued``: the format
    keeps italics, bold, sub- and superscript in its values.
    """
    found = [match.groups("") for match in _TAG.finditer(text)]
    if len(found) == 1 and (alone := _alone(text)):
        return [alone]
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


def _alone(text: str) -> tuple[str, str] | None:
    """A tag without a partner: one that touches a word (<i>cells), or at the edge of a text, opened
    before the first word or closed behind the last. Elsewhere it may be what the work is about.
    """
    tag = _TAG.search(text)
    if tag is None or not tag[2]:
        return None
    left, right = text[: tag.start()][-1:], text[tag.end() : tag.end() + 1]
    if tag[2].lower() in _OF_WORDS and not tag[3]:
        touches = left if tag[1] else right
        other = right if tag[1] else left
        if touches.isalnum() and (tag[2].lower() in _RAISED or not other.isalnum()):
            return (tag[2].lower(), "")
    if _local(tag[2]) not in _NO_WORDS:
        return None
    edge = not text[tag.end() :].strip(" .") and not left.isspace() if tag[1] else not left
    return (_local(tag[2]), tag[3]) if edge and not right.isspace() else None


def _spans_mean(text: str) -> bool:
    return all(_SPAN.search(m[3]) for m in _TAG.finditer(text) if m[2] == "span" and not m[1])


def without_tags(text: str, left: list[tuple[str, str]], *, valued: bool = True) -> str:
    """The text without these tags; ``valued``: italics and their like as CSL writes them."""
    names = {name for name, _ in left}
    text = _CONTENT.sub("", text)

    def removed(tag: re.Match[str]) -> str:
        if tag[2] is None or (local := _local(tag[2])) not in names:
            return tag[0]
        if valued and local in _SAME:
            return f"<{tag[1]}{_SAME[local]}>"
        return " " if local in _BREAKS else ""

    return collapse(_TAG.sub(removed, _COMMENT.sub("", text)))


_RAISED_TEXT = lazy(r"<(sup|sub|inf)>([^<>]{1,40})</\1>", re.IGNORECASE)


def set_raised(text: str) -> str | None:
    """The text with raised and lowered characters of Unicode for tags; None where one has none."""
    complete = True

    def character(found: re.Match[str]) -> str:
        nonlocal complete
        table = RAISED if found[1].lower() == "sup" else LOWERED
        complete = complete and all(ord(c) in table for c in found[2])
        return found[2].translate(table)

    text = _RAISED_TEXT.sub(character, text)
    return text if complete else None


LISTED = "a list or string of a program, written out"
_LISTED = lazy(r"""\s*(?:\[\s*u?(['"])(.*)\1\s*,?\s*\]|b(['"])(.*)\3)\s*""", re.DOTALL)
_JOINT = lazy(r"""['"]\s*,\s*u?['"]""")


def of_program(text: str) -> tuple[bool, str | None]:
    """Whether a text is a list or bytes as a program prints them, and the one text in them."""
    if text[:2] not in _OPENED and text[:1] != " ":
        return False, None
    found = _LISTED.fullmatch(text)
    if not found:
        return False, None
    inner = found[2] or found[4] or ""
    return True, None if _JOINT.search(inner) or "\\" in inner or not inner.strip() else inner


_OPENED = ("['", '["', "b'", 'b"', "[u")


def _markup_residue() -> Examples:
    return (
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
        marked("<em>E. coli</em> и <b>S</b>", TAGS, suggests="<i>E. coli</i> и <b>S</b>"),
        marked("K<inf>Ca</inf>3.1の研究", TAGS, suggests="K<sub>Ca</sub>3.1の研究"),
        marked("<i>E. coli</i>", TAGS, suggests="E. coli", where=BIBTEX),  # TeX prints the tags
        marked("10<sup>5</sup> cells", TAGS, suggests="10⁵ cells", where=BIBTEX),
        marked("K<sub>Ca</sub> cells", TAGS, where=BIBTEX),  # without its tag it is another word
        marked("A <style> of <script>"),
        marked("<div> and its meaning; the end of a <span>"),
        marked("Uses of the </span>"),
        marked("The letters <i> and <b> of the alphabet; the grapheme <i>"),
        marked("If a<b>c then"),
        marked("<div>鲁迅与现代散文", TAGS, suggests="鲁迅与现代散文"),
        marked("Надписи на камне</span>", TAGS, suggests="Надписи на камне"),
        marked("Insulin <i>and sleep", TAGS, suggests="Insulin and sleep"),
        marked("Growth of E. coli</i> in 水", TAGS, suggests="Growth of E. coli in 水"),
        marked("Cells of 10<sup>5 in number", TAGS),
        marked("['Insulin and sleep']", LISTED, suggests="Insulin and sleep"),
        marked('["Ökologie und Wald"]', LISTED, suggests="Ökologie und Wald"),
        marked("['Insulin', 'Sleep']", LISTED),
        marked('["Quoted" and translated]'),
        marked("b'Insulin and sleep'", LISTED, suggests="Insulin and sleep"),
        marked("A title<script>alert(1)</script>", TAGS, suggests="A title"),
        marked("《红楼梦》 read<img src=x onerror=alert(1)>", TAGS, suggests="《红楼梦》 read"),
        marked("Left over</script>", TAGS, suggests="Left over"),
        marked(
            "<mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math>", TAGS
        ),
    )


@rule(
    "ENC002",
    "markup-residue",
    severity=Severity.WARNING,
    examples=_markup_residue,
    trigger=lambda text: (
        ("<" in text and ">" in text)
        or ("]" in text and ("']" in text or '"]' in text))
        or ("'" in text and "b'" in text)
    ),
)
def markup_residue(record: Record) -> Iterator[Finding]:
    """A text holds tags of HTML, JATS or MathML, or is a list of a program (['Title']).

    Why: they come from a publisher's feed or from JSON that was not read; they are printed as they
    stand and break the search for a phrase.

    Not found: italics, bold, sub- and superscript where the format is not BibTeX, since CSL and
    Zotero set them; words in angle brackets, a single tag within a
    sentence and signs of comparison; notes, which Zotero writes
    in HTML. A tag that carries a meaning (10<sup>5</sup>) is not taken away.

    Source: Crossref, face markup and JATS abstracts; CSL 1.0.2, rich text in field content.
    """
    valued = record.provenance.format != "bibtex"
    for variable, index, value in texts(record):
        is_listed, inner = of_program(value)
        if is_listed:
            yield Finding(variable, LISTED, value=value, suggestion=inner, index=index)
        if variable == "note" or "<" not in value:
            continue
        left = tags_left(value, valued=valued)
        if not left:
            continue
        names = {name for name, _ in left}
        mended: str | None
        if names <= _OF_WORDS and len(_TAG.findall(value)) == 1:
            mended = None if names & _RAISED else without_tags(value, left, valued=False)
        elif names & _RAISED and not valued:
            value_set = set_raised(value)
            mended = without_tags(value_set, left, valued=False) if value_set else None
        else:
            mended = None if names & _UNREADABLE else without_tags(value, left, valued=valued)
        safe = bool(mended) and names <= _SILENT and index is None
        yield Finding(variable, TAGS, value=value, suggestion=mended, safe=safe, index=index)
