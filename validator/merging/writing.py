"""Two texts that differ in form alone, which of them is written better, and which says more."""

from __future__ import annotations

import html
import re
from unicodedata import normalize

from validator.linkage import title_text
from validator.linkage.people import spelled_alike
from validator.text import han
from validator.text.patterns import lazy
from validator.text.placeholders import NO_PAGES, is_placeholder
from validator.text.script import has_cjk, has_han
from validator.text.unicode import collapse

LONGEST_TITLE = 2000  # characters; in a longer text no subtitle is looked for
LEAST_STEM = 12  # letters that the beginning of a text that was cut off has at least

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,60}>")
_SIGNS = str.maketrans({"&": " and ", "+": " plus ", "#": " sharp "})  # C, C++ and C# are three
_WIDE = lazy("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_WORD = lazy(r"[^\W\d_]{6,}")
_CUT = lazy(r"(?:\.\.\.|…|\(abstract truncated[^()]{0,40}\))[\s\])]*$", re.IGNORECASE)
_LOST = lazy(r"[^\W\d_]\?(?=[^\W\d_])|\ufffd")
_ACCENT = lazy("[\u0300-\u036f\u0653-\u0655øłđħŧıŋæœßØŁĐÆŒ]")
_BRACKETS = ("[", "(", "（", "［")
_BEFORE_MORE = lazy(r"\s*[:：?？!！。.,;；=/\[(（［]|\s[-‐–—―]+(?=\s)|——")
_BEFORE_SUBTITLE = lazy(r"\s*(?:[:：?？!！。]|[.;；](?=\s)|\s[-‐–—―]+(?=\s)|——)")


def says_nothing(text: str) -> bool:
    """Whether a value is empty, or a word or sign that stands for none."""
    return not text.strip() or is_placeholder(text) or text in NO_PAGES


def form(text: str) -> str:
    """What two ways of writing one text share: letters and digits, of any case, width and accent,
    umlauts with or without their e, of Han the Mainland's form, without markup. Of nothing but
    signs it is those signs.
    """
    if "<" in text:
        text = _TAG.sub("", text)
    if "&" in text:
        text = html.unescape(text)
    if not text.isascii():
        text = han.numerals(title_text.mended(text))
    words = han.folded(text.translate(_SIGNS))
    return spelled_alike(words).replace(" ", "") or collapse(text)


def is_better_written(text: str, other: str) -> bool:
    """Whether one of two texts of one form is written better in one respect, in none worse: not
    garbled, in narrow letters and digits, its brackets closed, in real capitals, with its accents.
    """
    mine, its = _qualities(text), _qualities(other)
    return mine != its and all(a >= b for a, b in zip(mine, its, strict=True))


def is_worse_written(text: str, other: str) -> bool:
    """Whether a longer text is written worse in any respect than what it holds."""
    return any(a < b for a, b in zip(_qualities(text), _qualities(other), strict=True))


def better_written(kept: str, other: str) -> str:
    """Of two texts of one form the better written, else the first."""
    return other if is_better_written(other, kept) else kept


def adds(other: str, kept: str) -> bool:
    """Whether a text is the other with its subtitle, or whole where that was cut off."""
    return continues(other, kept) or bool(_rest(other, kept, _BEFORE_SUBTITLE))


def has_beginning(text: str, begun: str) -> bool:
    """Whether a text is the other with anything behind it that a sign parts from it: a subtitle, a
    note in brackets, a second name."""
    return continues(text, begun) or bool(_rest(text, begun, _BEFORE_MORE))


def _rest(text: str, begun: str, before: re.Pattern[str]) -> str:
    """What stands in a text behind another and the sign that parts them; no note in brackets is a
    subtitle."""
    if max(len(text), len(begun)) > LONGEST_TITLE:
        return ""
    whole, part = form(text), form(begun)
    if not part or len(whole) <= len(part) or not whole.startswith(part):
        return ""
    for found in before.finditer(text):
        rest = text[found.end() :].strip()
        if found.start() and form(text[: found.start()]) == part:
            return "" if before is _BEFORE_SUBTITLE and rest[:1] in _BRACKETS else rest
    return ""


def is_other_han(text: str, kept: str) -> bool:
    """Whether one text has the Han characters of another in forms that are not in that: simplified
    where it has traditional ones. They cannot be told from each other's."""
    if text.isascii() or kept.isascii():
        return False
    mine, its = (
        "".join(filter(has_han, normalize("NFKC", one[:LONGEST_TITLE]))) for one in (text, kept)
    )
    return mine not in its and han.folded(mine) in han.folded(its)


def restores(other: str, kept: str) -> bool:
    """Whether one text has letters where the other, alike in the rest, has "?" or a replacement
    sign inside a word, as what a charset could not hold."""
    one, two = (normalize("NFC", text).casefold() for text in (other, kept))
    if len(one) != len(two) or len(two) > LONGEST_TITLE or not _LOST.search(two):
        return False
    pairs = [(a, b) for a, b in zip(one, two, strict=True) if b not in "?\ufffd"]
    lost = [a for a, b in zip(one, two, strict=True) if b in "?\ufffd" and a != b]
    same = "".join(a for a, _ in pairs), "".join(b for _, b in pairs)
    return bool(lost) and all(map(str.isalpha, lost)) and form(same[0]) == form(same[1])


def continues(other: str, kept: str) -> bool:
    """Whether a text goes on where the other says that it was cut off: with an ellipsis."""
    found = _CUT.search(kept)
    if not found:
        return False
    stem, whole = form(kept[: found.start()]), form(_CUT.sub("", other))
    return len(stem) >= LEAST_STEM and len(whole) > len(stem) and whole.startswith(stem)


def contains(other: str, kept: str) -> bool:
    """Whether a long text holds all of the other and more: a whole abstract one that was cut."""
    part, whole = form(_CUT.sub("", kept)), form(other)
    return len(part) >= LEAST_STEM and len(whole) > len(part) and part in whole


def _qualities(text: str) -> tuple[bool, bool, bool, bool, int]:
    return (
        not is_garbled(text),
        not _WIDE.search(text),
        _closes_brackets(text),
        _has_capitals(text),
        accents(text),
    )


def _closes_brackets(text: str) -> bool:
    """Whether a text has as many closing brackets as opening ones: else it was cut."""
    opening, closing = "([（［", ")]）］"
    return sum(map(text.count, opening)) == sum(map(text.count, closing))


def is_garbled(text: str) -> bool:
    """Whether characters of a text were lost, misread or left as entities of HTML."""
    if "&" in text and html.unescape(text) != text:
        return True
    return title_text.is_garbled(text) or _LOST.search(text) is not None


def _has_capitals(text: str) -> bool:
    """Whether a text has capitals as people write them, or needs none: JAMA and PLOS ONE do not."""
    if text.isupper():
        return (len(text.split()) < 3 and not _WORD.search(text)) or has_cjk(text)
    return not text.islower() or has_cjk(text)


def accents(text: str) -> int:
    """How many letters of a text carry a mark that typewriters drop, or are none of theirs."""
    if text.isascii() or has_cjk(text):
        return 0
    return len(_ACCENT.findall(normalize("NFD", text)))
