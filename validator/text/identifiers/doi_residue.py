"""What clings to a DOI name: labels and resolvers before it, residue of pages and links after."""

from __future__ import annotations

import re
from typing import NamedTuple

from validator.text.identifiers.brackets import PAIRS, is_balanced, is_unanswered

LABELLED = "a DOI with a label or a resolver before it"
INVISIBLE = "invisible characters in a DOI"
ESCAPED = "a DOI with LaTeX escapes"
DELIMITED = "a DOI in angle brackets"
"""Other forms of one name; what else is said of a DOI is residue."""

# Resolvers (doi.org, dx.doi.org, doi.acm.org; doi-org.proxy.example.edu), URI schemes, and the
# label that styles and platforms set before the name ("DOI: ", "[DOI] ", "DOI：").
_LABEL = re.compile(
    r"(?P<uri>(?:https?:/{1,3}|//)?(?:www\.|dx\.|0-|dx-)*doi[.-](?:(?!10\.)[a-z0-9.-]){2,60}/{1,3}"
    r"|info:/?doi/|urn:doi:)"
    r"|\[?doi\]?\s?[:：=.]?\s{0,9}/{0,2}(?=10\.|10/|https?:|doi|info:|urn:|$)"
    r"|doi\s?[:：]\s{0,9}",
    re.IGNORECASE,
)
_DELIMITED = re.compile(r"<(?:https?:|doi:|10\.)[^<>]*>", re.IGNORECASE)  # RFC 3986, appendix C
_INVISIBLE = re.compile("[\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}
_TAG = re.compile(
    r"</[a-z][^<>]*>"
    r"|<(?:a|abbr|b|br|cite|div|em|font|i|li|p|span|strong|sub|sup|td|tr|u)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]{1,6}|#x[0-9a-f]{1,5});|&(?:amp|lt|gt|nbsp)(?![a-z0-9=])",
    re.IGNORECASE,
)
_LESS_THAN = re.compile(r"(?<![a-z])lt;([^;]{0,60})gt;", re.IGNORECASE)  # entities without "&"
_LATEX = (
    ("{\\_}", "_"),
    ("\\_", "_"),
    ("\\%", "%"),
    ("\\#", "#"),
    ("\\&", "&"),
    ("$<$", "<"),
    ("$>$", ">"),
    ("{\\textless}", "<"),
    ("{\\textgreater}", ">"),
)
# A blank cannot stand in a DOI, and brackets, colons and letters beyond ASCII are written as they
# are: escaped, they come from a link. Other escapes in a bare name may be its own and stay.
_LINK_ESCAPE = re.compile(
    "(?:%(?:0[9AD]|2[0289]|3[ABCE]|5[BD]|[C-F][0-9A-F](?:%[89AB][0-9A-F]){1,3}))+", re.IGNORECASE
)
_BAD_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")
_QUERY = re.compile(
    r"[?&][A-Za-z_.]+(?:=|%3D)|&rft|;jsessionid|[\"“”«»]|</?[A-Za-z]*$|[?&=]+$|(?<!;[0-9]-)#$|_x000[DdAa]_"
    r"|\s\S{1,40}\s\[pii\]$|\[(?:doi|pii)\]$|(?<=[0-9a-z)])[.;,]?(?:PMC?ID:|Epub(?:\s|$)).{0,60}$"
    r"|(?<=[0-9)])(?:null|undefined|NaN)$|@$|#(?:page|zoom|view)=.{1,40}$"
)
# Words of the page that a PDF runs into the name: no registrant has them behind a number.
_GLUED = re.compile(
    r"(?<=[0-9)])[.;,]?(?:Abstract|Accepted|Article|Available|Copyright|Downloaded|Epub|Introduction"
    r"|Key ?words|Published|Received)(?:[0-9: ].{0,60})?$|(?<=[0-9)])\.?https?(?::.{0,200})?$"
    # the links of a reference list: "View Article PubMed/NCBI Google Scholar"
    r"|(?<=[0-9)])[.;,]?\s?(?:View(?:\s?(?:Article|Abstract|Record))?|PubMed|Cross[Rr]ef"
    r"|Google\s?Scholar|Medline)(?:[ /(].{0,60}|PubMed.{0,60}|Google.{0,60})?$",
)
# In a bare name "#" may be its own, unless what follows is a place on a page of a publisher.
_FRAGMENT = re.compile(r"#[A-Za-z][\w.-]*$")
_ANCHOR = re.compile(
    r"#p[a-z]{3}-[0-9]{7}-[a-z][0-9]{3}$"  # of PLOS
    r"|#(?:abstract|bib|bibr|citeas|cite|content|core|cr|fig|figures|fn|footnotes|full|main|metrics"
    r"|pane|page|pdf|ref|references|rightslink|sec|section|supplementary|tab|table|toc|view|xref)"
    r"[-_.]?[A-Za-z]{0,3}[0-9]{0,5}$",
    re.IGNORECASE,
)
# What the sites of these publishers set behind the name to lead to one of its views; none of
# their names ends in a slash.
_VIEW = (
    (
        ("10.1002/", "10.1111/", "10.1046/", "10.1034/"),
        r"/(?:abstract|full|fullpdf|pdf|epdf|pdfdirect|pdf/standard|references|suppinfo|summary"
        r"|issuetoc|asset)|\.pdf",
    ),
    (("10.3389/",), r"/(?:abstract|full|pdf|epub|xml|xml/nlm)"),
    (("10.1007/", "10.1186/", "10.1140/"), r"\.pdf|/fulltext\.html|/(?:abstract|cover|metrics)"),
    (("10.1088/", "10.1209/", "10.3847/"), r"/(?:meta|pdf|fulltext|epub|abstract)"),
    (("10.1038/",), r"/(?:figures|tables)/[0-9]{1,2}|/(?:pdf|full|abstract|metrics)|\.pdf"),
    (
        ("10.1001/", "10.1136/", "10.1542/", "10.2337/"),
        r"\.(?:full|abstract|extract|long)(?:\.pdf)?",
    ),
    (("10.1093/",), r"/[0-9]{6,9}|\.pdf"),
    (("10.1016/",), r"/(?:abstract|fulltext|full|pdf)|\.pdf"),
    (
        (
            *("10.1021/", "10.1073/", "10.1080/", "10.1103/"),
            *("10.1109/", "10.1126/", "10.1145/", "10.1371/", "10.3390/"),
        ),
        r"\.pdf",
    ),
    (("10.1101/",), r"v[1-9](?:\.(?:full|abstract)(?:-text)?)?(?:\.pdf)?"),
)
_TAIL = ".,;:'‘’`*|\\。，；：、！？·…!†‡§"
_OPENERS = frozenset(PAIRS.values())
# A name that starts in ASCII and goes over to CJK text has run into the words after it.
_CJK_TAIL = re.compile("(?<=[!-~])[【「『《〔]?[぀-ヿ㐀-䶿一-鿿가-힯].*$", re.DOTALL)
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
# ANSI/NISO Z39.56: the control segment, standard and check character end a SICI.
_SICI_CUT = re.compile(r"[\]>][0-9]\.[0-9]\.C[A-Z]?$", re.IGNORECASE)
_SICI_END = re.compile(r";[0-9]-[0-9A-Z#]$", re.IGNORECASE)
_BROKEN_LINE = re.compile(r"\S*[-./_(]\s+[A-Za-z0-9][^\s]*|\S+\s+[-./_)]\S*")
_NUMBER = re.compile("[0-9]")
_NOTE = re.compile("[A-Za-z]{3,9}[:=]")


class Unwrapped(NamedTuple):
    """A value without wrapping: ``fault`` and ``form`` say what was there, "" for nothing."""

    text: str
    fault: str = ""  # residue that should never have been there
    form: str = ""  # another way to write the same name
    is_uri: bool = False


def unwrap(text: str) -> Unwrapped:
    """The value without invisible characters, tags, entities, escapes, labels and full width.

    ``%2F`` is decoded in a URI only: a bare name may hold it.
    """
    fault = form = ""
    is_uri = is_decoded = False
    before = None
    while text != before:
        before = text = text.strip()
        if not text.isascii():
            text = _INVISIBLE.sub("", text)
            if text != before:
                form = form or INVISIBLE
        if "&" in text and _ENTITY.search(text):
            text, fault = _without_entities(text), "an HTML entity in a DOI"
        if "lt;" in text and _LESS_THAN.search(text):
            text, fault = _LESS_THAN.sub(r"<\1>", text), "an HTML entity in a DOI"
        if "<" in text and _TAG.search(text):
            text, fault = _TAG.sub(" ", text), "HTML residue in a DOI"
        if "\\" in text or "$" in text:
            plain = _without_latex(text)
            if plain != text:
                text, form = plain, form or ESCAPED
        if text[:1] == "<" and _DELIMITED.fullmatch(text):
            text, form = text[1:-1], form or DELIMITED
        label = _LABEL.match(text)
        if label:
            text, form = text[label.end() :], form or LABELLED
            is_uri = is_uri or label["uri"] is not None
        if not text.isascii():
            narrow = text.translate(_FULL_WIDTH)
            if narrow != text:
                text, fault = narrow, "full-width characters in a DOI"
        if "%" in text:
            if is_uri and not is_decoded:
                text, is_decoded = _percent_decoded(text), True
            elif _LINK_ESCAPE.search(text):
                text = _LINK_ESCAPE.sub(lambda m: _percent_decoded(m[0]), text)
                fault = fault or "percent escapes of a link in a DOI"
    return Unwrapped(text, fault, form, is_uri)


def _without_entities(text: str) -> str:
    from html import unescape

    return unescape(text)


def _percent_decoded(text: str) -> str:
    from urllib.parse import unquote

    return unquote(text)


def _without_latex(text: str) -> str:
    for escape, character in _LATEX:
        text = text.replace(escape, character)
    return text


class Cleaned(NamedTuple):
    """A suffix without residue: "" where it cannot be told; ``fault`` is "" for a clean one."""

    text: str
    fault: str = ""


def without_residue(prefix: str, suffix: str, *, is_uri: bool) -> Cleaned:
    """The suffix of a DOI name without what does not belong to it; its prefix ends in a slash."""
    fault = ""
    cut = (
        _QUERY.search(suffix)
        or ("#" in suffix and (_FRAGMENT if is_uri else _ANCHOR).search(suffix))
        or _view(prefix, suffix)
    )
    if cut:
        suffix, fault = suffix[: cut.start()], "residue of a link or of HTML after a DOI"
    if cut := _GLUED.search(suffix):
        suffix, fault = suffix[: cut.start()], "other text glued to a DOI"
    if not suffix.isascii():
        cut = _CJK_TAIL.search(suffix)
        if cut:
            suffix, fault = suffix[: cut.start()], "other text glued to a DOI"
    suffix = suffix.rstrip()
    words = suffix.split()
    if words and suffix != words[0]:
        suffix, fault = _without_blanks(suffix, words), "a blank inside a DOI"
    if not suffix.isascii():
        hyphens = suffix.translate(_DASHES)
        if hyphens != suffix:
            suffix, fault = hyphens, fault or "a dash for a hyphen in a DOI"
    trimmed = _without_tail(suffix)
    if "..." in suffix[len(trimmed) :] or "…" in suffix[len(trimmed) :]:
        return Cleaned("", "a DOI cut short")
    if trimmed != suffix:
        suffix, fault = trimmed, fault or "punctuation after a DOI"
    return _judged(suffix, fault)


def _view(prefix: str, suffix: str) -> re.Match[str] | None:
    """Where the end of a publisher's link stands behind the name."""
    for prefixes, ends in _VIEW:
        if prefix in prefixes:
            return re.search(rf"(?<=[0-9a-z])(?:{ends}|/)$", suffix, re.IGNORECASE)
    return None


def _judged(suffix: str, fault: str) -> Cleaned:
    """The suffix, or "" where something is wrong with it that cannot be mended."""
    if "%" in suffix and _BAD_ESCAPE.search(suffix):
        return Cleaned("", "a broken percent escape in a DOI")
    if "\\" in suffix:
        return Cleaned("", "a backslash in a DOI")
    if "\u00ad" in suffix:  # a line's end, or how a PDF stores its hyphens
        return Cleaned("", "a soft hyphen in a DOI")
    if suffix[:6].upper() == "(SICI)" or _SICI_CUT.search(suffix):
        if not _SICI_END.search(suffix):
            return Cleaned("", "a DOI cut short")
        if "<" not in suffix:
            return Cleaned("", "a SICI without its angle brackets in a DOI")
    if not is_balanced(suffix):
        return Cleaned("", "unbalanced brackets in a DOI")
    if not any(c.isalnum() for c in suffix):
        return Cleaned("", fault or "a DOI without a suffix")
    return Cleaned(suffix, fault)


def _without_blanks(suffix: str, words: list[str]) -> str:
    """A suffix with blanks in it: joined at a broken line, cut before other words, else ""."""
    if suffix[0].isspace():
        return words[0] if len(words) == 1 else ""
    if words[1][0] in "([{" or _NOTE.match(words[1]):
        return words[0]
    if len(words) == 2 and _BROKEN_LINE.fullmatch(suffix) and _NUMBER.search(words[1]):
        return "".join(words)
    return words[0] if len(words) > 2 or not _NUMBER.search(words[1]) else ""


def _without_tail(suffix: str) -> str:
    """Without punctuation and brackets at the end that no bracket before them answers."""
    end = len(suffix)
    while end:
        last = suffix[end - 1]
        if not (last in _TAIL or last in _OPENERS or is_unanswered(suffix, end)):
            break
        end -= 1
    return suffix[:end]
