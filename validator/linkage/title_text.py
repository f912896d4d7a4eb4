"""The text of a title without what databases add to it: notes, markup, headings, originals."""

from __future__ import annotations

import re
from unicodedata import normalize

from validator.linkage import words
from validator.text.patterns import lazy
from validator.text.script import has_cjk
from validator.text.unicode import fold, romanised

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,60}>")
_ORIGINAL_TAG = lazy("<original>", re.IGNORECASE)
_LANGUAGES = (
    "chinese|japanese|korean|german|french|spanish|italian|dutch|portuguese|russian|polish|czech"
    "|danish|swedish|norwegian|finnish|turkish|hungarian|greek|hebrew|arabic|persian|croatian"
    "|serbian|slovak|slovene|slovenian|romanian|ukrainian|bulgarian|lithuanian|english"
)
_KIND = (
    r"see comments?|comments|review|article|\d+ refs?"
    r"|(?:(?:accepted|author'?s?|final) )?(?:manuscript|version)|accepted|post-?print"
    r"|(?:electronic|online) resource|elektronische ressource|ressource [ée]lectronique"
    r"|recurso electr[óo]nico|risorsa elettronica|электронный ресурс|texte?|текст|microform"
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
_CODE = r"\[(?:[jmdcnrspz]|db|cp|eb)(?:/ol)?\]"  # kinds of a source, as Chinese citations have them
_NOTE = rf"(?:(?:[\[(](?:{_KIND}|{_LANGUAGE})[\])]|\[{_APPEARS}\]|{_CODE})[. ]*)+$"
"""A language, a kind, the number of references or of an abstract. Compiled when met."""

_LABEL = re.compile(
    r"(?:\[\{?(?:pdf|html|htm|doc|ps|txt|book|b|citation|c|cited by)\}?\]\s*)+", re.IGNORECASE
)
"""What search engines put before a title: the kind of file, or that they know it by citation."""

_OTHER_ITEM = lazy(
    r"(?i)^(?:(slides|poster|dataset)|(?:research |replication )?data (?:from|for)) ?: +"
)
_OTHER_NOTE = lazy(
    r"(?i)\s*[\[(](slides|poster|dataset|data ?set|comment|editorial|letter|corrected|correction)"
    r"[\])][. ]*$"
)
_KIN = {
    "editorial": "comment",
    "letter": "comment",
    "corrected": "erratum",
    "correction": "erratum",
}
"""What says that the item is not the paper of the title, but something about it."""

_STATEMENT = " / "
_ROLE = lazy(
    r"(?:edited |compiled |translated |selected |written )?by\b|ed(?:s?\.|itors?\b)"
    r"|hrsg\b|hg\.|herausgegeben|von [A-Z]|unter mitarb|übers|sous la dir|(?:éd|dir|coord)\."
    r"|par [A-Z]|textes r[ée]unis|a cura di|di [A-Z][a-z]+ [A-Z]|por [A-Z]|coord|compilad"
    r"|edición de|org\.|organiza|pod red|opr\.|red\.|под (?:общ(?:ей|\.) )?ред|отв\. ред|сост"
    r"|авт|ред\.|за ред|упоряд|uredi|onder red|redigert|utg\.|toim\.|szerk|yay\. haz",
    re.IGNORECASE,
)
_NAME_WORD = lazy(r"(?:[^\W\d_a-z]\.?-?)+|[^\W\d_]['’]?[^\W\d_][\w'’-]*")
_PARTICLE_WORDS = "von van der den de la le di da du dos del zu ten ter el al bin ibn"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_BETWEEN_NAMES = lazy(r"\s*(?:[,;&]|\b(?:and|und|et|y|e|i|и|og|och|en|ve)\b)\s*")
"""How a statement of responsibility opens in a catalogue, and how the names in it are parted."""

_CORRECTED = lazy(
    r"(?i)\s*\((?:vol|volume)\b[^()]{1,60}\b(?:p|pp|pg|pgs|page|art|article)\b[^()]*\)$"
)
_BESIDE = lazy(r"^(?P<title>[^\[\]]{12,}?)[.;:,]?\s*\[(?P<other>[^\[\]]{12,})\]\s*\.?$")
_CODED = "] LA: "  # a language, as trial registers have it
_URL = lazy(r"^https?://[^/\s]+/(?:[^\s]*/)?([^/\s]+?)(?:\.[a-z]{2,5})?/?$")
_DATED = lazy(r"(?i)^\((?:in press|to appear|submitted|forthcoming|(?:19|20)\d\d[a-z]?)\)[.:,;\s]*")
_GREEK = lazy("[\u0370-\u03ff\u1f00-\u1fff]{2}")
_LETTER = lazy("[α-ωΑ-Ωςµϕϵϑ]")
_WIDE = lazy("[\uff01-\uff5e\u3000]")
_THAI = lazy("(\u0e4d)([\u0e48-\u0e4b])")  # น้ำ with the ring typed before the tone
_DEVANAGARI = lazy(
    "ङ\u094d(?=[क-घ])|ञ\u094d(?=[च-झ])|ण\u094d(?=[ट-ढ])|न\u094d(?=[त-ध])|म\u094d(?=[प-भ])|\u0901"
)
"""A nasal before a consonant of its row, and the candrabindu: हिन्दी is written हिंदी too."""
_MISREAD = lazy(
    "[ÃÂÅÄÐÑÎÏ×ØÙâãäåæçèéìíî][\x80-\xbf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
"""A byte that leads in UTF-8 and one that follows, as Latin-1 and Windows-1252 read them."""
_HEADING = lazy(r"^([^:–—]{4,40}?)(?:\s*[:–—]|\s+-)\s+(?=\S)")


def is_plain(text: str) -> bool:
    """Whether a title in an alphabet is compared as it stands: see ``cleaned``."""
    return (
        (text.isascii() or not (has_cjk(text) or _LETTER.search(text) or _is_odd(text)))
        and "&" not in text
        and "<" not in text
        and text[-2:].rstrip(". ")[-1:] not in (")", "]")
        and " = " not in text
        and _CODED not in text
        and " vs" not in text.casefold()
        and not text.startswith(("(", "[", "http"))
        and not is_answer(text)
        and not (
            _may_have_heading(text)
            and (_without_heading(text) != text or _OTHER_ITEM.match(text) is not None)
        )
    )


def is_answer(text: str) -> bool:
    """Whether a title is that of a letter on another, as journals write it."""
    return text[:4].casefold() in ("re: ", "re :")


def cleaned(text: str) -> tuple[str, str, frozenset[str]]:
    """A title without markup, notes and headings; the original or parallel title beside it, if
    any; and relations that a note tells, such as the "(vol 3, pg 12, 2010)" of a correction.
    """
    other = ""
    marks: frozenset[str] = frozenset()
    if not text.isascii():
        text = mended(text)
    if "&" in text:
        import html

        text = html.unescape(html.unescape(text))
    if "<" in text:
        text, *originals = _ORIGINAL_TAG.split(text) if "<o" in text.casefold() else [text]
        other = _TAG.sub("", originals[0]) if originals else ""
        text = _TAG.sub("", text)
    if _CODED in text:
        text = text.partition(_CODED)[0] + "]"
    if text.startswith("["):
        text = _LABEL.sub("", text, count=1) if _LABEL.match(text) else text
    if text[-2:].rstrip(". ")[-1:] in (")", "]"):
        text = re.sub(_NOTE, "", text, flags=re.IGNORECASE)
        text, marks = _without_other_item(text, _OTHER_NOTE)
        corrected = _CORRECTED.search(text)
        if corrected:
            text, marks = text[: corrected.start()], marks | {"erratum"}
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
        text, kinds = _without_other_item(text, _OTHER_ITEM)
        text, marks = _without_heading(text), marks | kinds
    if is_answer(text):
        marks |= {"comment"}
    return text, other, marks


def _without_other_item(text: str, pattern: re.Pattern[str]) -> tuple[str, frozenset[str]]:
    """A title without the word that says that the item is a dataset, a letter ..., and its kind."""
    found = pattern.search(text)
    if not found or (not found.start() and len(text[found.end() :].split()) < 2):
        return text, frozenset()
    kind = (found[1] or "dataset").casefold().replace(" ", "")
    return (text[: found.start()] or text[found.end() :]), frozenset((_KIN.get(kind, kind),))


def _is_odd(text: str) -> bool:
    return any(odd.search(text) for odd in (_WIDE, _MISREAD, _THAI, _DEVANAGARI))


def is_garbled(text: str) -> bool:
    """Whether a replacement sign stands in a text, or what was misread and could not be mended."""
    return not text.isascii() and ("\ufffd" in text or _MISREAD.search(text) is not None)


def mended(text: str) -> str:
    """A text in narrow letters, in one spelling of Thai and Hindi, and as it was written where
    UTF-8 was read as Latin-1."""
    if _WIDE.search(text):
        text = normalize("NFKC", text)
    if _MISREAD.search(text):
        from validator.text.mojibake import repair

        text = repair(text) or text
    if _THAI.search(text):
        text = _THAI.sub(r"\2\1", text)
    if _DEVANAGARI.search(text):
        text = _DEVANAGARI.sub("\u0902", text)
    return text


def without_statement(text: str, authors: str = "") -> str:
    """A title without the statement of responsibility that catalogues write after it: " / Łukasz
    Kozłowski", " / hrsg. von Petra Jung", " /".

    What follows must open with a role, repeat the ``authors``, or where these are not given be
    names.
    """
    head, slash, rest = text.rpartition(_STATEMENT) if _STATEMENT in text else ("", "", "")
    if text.endswith(" /"):
        return text[:-2].rstrip()
    if not slash or len(head) < 2:
        return text
    rest = rest.strip(" .")
    if _ROLE.match(rest.removeprefix("[")):
        return head
    said = romanised(fold(rest.partition(";")[0])).split()
    if authors:
        names = set(romanised(fold(authors)).split())
        told = sum(word in names for word in said if len(word) > 1)
        return head if told and 2 * told >= sum(len(word) > 1 for word in said) else text
    return head if _are_names(rest) else text


def _are_names(text: str) -> bool:
    """Whether all of a text reads as names: two to four words each, in capitals but particles."""
    for name in _BETWEEN_NAMES.split(text):
        words_ = [word for word in name.split() if word not in _PARTICLES]
        if not 2 <= len(words_) <= 4 or text.isupper():
            return False
        if not all(word[0].isupper() and _NAME_WORD.fullmatch(word) for word in words_):
            return False
    return True


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
