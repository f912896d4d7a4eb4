"""The text of a title without what databases add to it: notes, markup, headings, originals."""

from __future__ import annotations

import re

from validator.linkage import words
from validator.text.patterns import lazy
from validator.text.script import has_cjk
from validator.text.unicode import fold

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,60}>")
_ORIGINAL_TAG = lazy("<original>", re.IGNORECASE)
_LANGUAGES = (
    "chinese|japanese|korean|german|french|spanish|italian|dutch|portuguese|russian|polish|czech"
    "|danish|swedish|norwegian|finnish|turkish|hungarian|greek|hebrew|arabic|persian|croatian"
    "|serbian|slovak|slovene|slovenian|romanian|ukrainian|bulgarian|lithuanian|english"
)
_KIND = (
    r"see comments?|comments?|review|article|letter|editorial|correct(?:ed|ion)|\d+ refs?"
    r"|in process citation|(?:(?:meeting|conference|provisional|structured) )?abstract"
    r"|(?:poster |meeting )?abstract(?: (?:no\b\.?|nr\b\.?|number))? ?[:#.]? ?[a-z]{0,3}-?\d{1,6}"
)
_LANGUAGE = (
    rf"(?:(?:article |text |paper )?in )?(?:{_LANGUAGES})(?: abstract)?(?:[;,] [a-z, ]{{1,60}})?"
)
_APPEARS = (
    r"(?:comment(?:ed)? (?:in|on)|(?:published )?(?:erratum|correction|retraction) (?:appears|in))"
    r"[^\]]{0,120}"
)
_NOTE = rf"(?:(?:[\[(](?:{_KIND}|{_LANGUAGE})[\])]|\[{_APPEARS}\])[. ]*)+$"
"""A language, a kind, the number of references or of an abstract. Compiled when met."""

_CORRECTED = lazy(
    r"(?i)\s*\((?:vol|volume)\b[^()]{1,60}\b(?:p|pp|pg|pgs|page|art|article)\b[^()]*\)$"
)
_BESIDE = lazy(r"^(?P<title>[^\[\]]{12,}?)[.;:,]?\s*\[(?P<other>[^\[\]]{12,})\]\s*\.?$")
_CODED = "] LA: "  # a language, as trial registers have it
_URL = lazy(r"^https?://[^/\s]+/(?:[^\s]*/)?([^/\s]+?)(?:\.[a-z]{2,5})?/?$")
_DATED = lazy(r"(?i)^\((?:in press|to appear|submitted|forthcoming|(?:19|20)\d\d[a-z]?)\)[.:,;\s]*")
_GREEK = lazy("[\u0370-\u03ff\u1f00-\u1fff]{2}")
_LETTER = lazy("[α-ωΑ-Ωςµϕϵϑ]")
_HEADING = lazy(r"^([^:–—]{4,40}?)(?:\s*[:–—]|\s+-)\s+(?=\S)")


def is_plain(text: str) -> bool:
    """Whether a title in an alphabet is compared as it stands: see ``cleaned``."""
    return (
        (text.isascii() or not (has_cjk(text) or _LETTER.search(text)))
        and "&" not in text
        and "<" not in text
        and text[-2:].rstrip(". ")[-1:] not in (")", "]")
        and " = " not in text
        and _CODED not in text
        and " vs" not in text.casefold()
        and not text.startswith(("(", "http"))
        and not (_may_have_heading(text) and _without_heading(text) != text)
    )


def cleaned(text: str) -> tuple[str, str, frozenset[str]]:
    """A title without markup, notes and headings; the original or parallel title beside it, if
    any; and relations that a note tells, such as the "(vol 3, pg 12, 2010)" of a correction.
    """
    other = ""
    marks: frozenset[str] = frozenset()
    if "&" in text:
        import html

        text = html.unescape(html.unescape(text))
    if "<" in text:
        text, *originals = _ORIGINAL_TAG.split(text) if "<o" in text.casefold() else [text]
        other = _TAG.sub("", originals[0]) if originals else ""
        text = _TAG.sub("", text)
    if _CODED in text:
        text = text.partition(_CODED)[0] + "]"
    if text[-2:].rstrip(". ")[-1:] in (")", "]"):
        text = re.sub(_NOTE, "", text, flags=re.IGNORECASE)
        corrected = _CORRECTED.search(text)
        if corrected:
            text, marks = text[: corrected.start()], frozenset(("erratum",))
        beside = _BESIDE.search(text) if text.endswith(("]", "].")) else None
        if beside and _may_translate(beside["title"], beside["other"]):
            text, other = beside["title"], beside["other"]
    if " = " in text:
        one, _, parallel = text.partition(" = ")
        if _may_translate(one, parallel):
            text, other = one, parallel
    if text.startswith("("):
        text = _DATED.sub("", text)
    if text.startswith("http"):
        found = _URL.search(text)
        text = found[1].replace("-", " ").replace("_", " ") if found else text
    if not text.isascii() and _LETTER.search(text) and not _GREEK.search(text):
        text = _LETTER.sub(lambda letter: f" {words.GREEK[letter[0].casefold()]} ", text)
    if _may_have_heading(text):
        text = _without_heading(text)
    if text[:4].casefold() in ("re: ", "re :"):
        marks |= {"comment"}
    return text, other, marks


def _may_translate(one: str, other: str) -> bool:
    """Whether one text may be a translation of another: neither a remark nor a formula."""
    few, many = sorted((len(fold(one).split()), len(fold(other).split())))
    if few < 3 or few * 3 < many:
        return False
    return not other[:1].isdigit()


def _may_have_heading(text: str) -> bool:
    head = text[:45]
    return ": " in head or " - " in head or "–" in head or "—" in head


def _without_heading(text: str) -> str:
    """The title after "Research note: ", "ICIS Paper - " and the like."""
    found = _HEADING.match(text)
    if not found:
        return text
    head = fold(found[1]).split()
    rest = text[found.end() :]
    names = words.RUBRIC_NAMES.intersection(head)
    others = [word for word in head if word not in words.RUBRIC_NAMES | words.RUBRIC_KINDS]
    is_body = len(others) == 1 and others[0] == head[0] and found[1].split()[0].isupper()
    if not names or (others and not is_body) or len(rest.split()) < 3:
        return text
    return rest
