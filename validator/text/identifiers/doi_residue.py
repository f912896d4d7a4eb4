"""What clings to a DOI name: labels and resolvers before it, residue of pages and links after."""

from __future__ import annotations

import re
from typing import NamedTuple

from validator.text.identifiers.brackets import PAIRS, is_balanced, is_unanswered

LABELLED = "a DOI with a label or a resolver before it"
INVISIBLE = "invisible characters in a DOI"
ESCAPED = "a DOI with LaTeX escapes"
"""Other forms of one name; what else is said of a DOI is residue."""

# Resolvers (doi.org, dx.doi.org, doi.acm.org), URI schemes, and the label that styles and
# platforms set before the name ("DOI: ", "[DOI] ", "DOI：").
_LABEL = re.compile(
    r"(?P<uri>(?:https?:/{1,3}|//)?(?:www\.|dx\.)?doi\.[a-z][a-z0-9.-]{1,60}/{1,3}"
    r"|info:/?doi/|urn:doi:)"
    r"|\[?doi\]?\s?[:：=.]?\s{0,9}/{0,2}(?=10\.|10/|https?:|doi|info:|urn:|$)"
    r"|doi\s?[:：]\s{0,9}",
    re.IGNORECASE,
)
_INVISIBLE = re.compile("[\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}
_TAG = re.compile(
    r"</[a-z][^<>]*>"
    r"|<(?:a|abbr|b|br|cite|div|em|font|i|li|p|span|strong|sub|sup|td|tr|u)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|nbsp|#[0-9]{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)
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
# A blank cannot stand in a DOI, and a bracket is written as it is: escaped, they come from a link.
# Other escapes in a bare name may be its own and stay.
_LINK_ESCAPE = re.compile("%(20|28|29|3C|3E|5B|5D)", re.IGNORECASE)
_BAD_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")
_QUERY = re.compile(r"[?&][A-Za-z_.]+=|&rft|[\"“”«»]|</?[A-Za-z]*$")
_FRAGMENT = re.compile("#[A-Za-z][A-Za-z_-]*$")
_TAIL = ".,;:'‘’`*|\\。，；：、！？·…"
_OPENERS = frozenset(PAIRS.values())
# A name that starts in ASCII and goes over to CJK text has run into the words after it.
_CJK_TAIL = re.compile("(?<=[!-~])[【「『《〔]?[぀-ヿ㐀-䶿一-鿿가-힯].*$", re.DOTALL)
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
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
        if "<" in text and _TAG.search(text):
            text, fault = _TAG.sub(" ", text), "HTML residue in a DOI"
        if "\\" in text or "$" in text:
            plain = _without_latex(text)
            if plain != text:
                text, form = plain, form or ESCAPED
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
                text = _LINK_ESCAPE.sub(lambda m: chr(int(m[1], 16)), text)
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


def without_residue(suffix: str, *, is_uri: bool) -> Cleaned:
    """The suffix of a DOI name without what does not belong to it."""
    fault = ""
    cut = _QUERY.search(suffix) or (_FRAGMENT.search(suffix) if is_uri else None)
    if cut:
        suffix, fault = suffix[: cut.start()], "residue of a link or of HTML after a DOI"
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


def _judged(suffix: str, fault: str) -> Cleaned:
    """The suffix, or "" where something is wrong with it that cannot be mended."""
    if "%" in suffix and _BAD_ESCAPE.search(suffix):
        return Cleaned("", "a broken percent escape in a DOI")
    if "\\" in suffix:
        return Cleaned("", "a backslash in a DOI")
    if "\u00ad" in suffix:  # a line's end, or how a PDF stores its hyphens
        return Cleaned("", "a soft hyphen in a DOI")
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
