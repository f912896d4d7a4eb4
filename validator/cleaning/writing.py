"""Two texts that differ in form alone, which of them is written better, and which says more."""

from __future__ import annotations

import html
import re
from unicodedata import category, normalize

from validator.text.han import folded
from validator.text.patterns import lazy
from validator.text.placeholders import NO_PAGES, is_placeholder
from validator.text.script import has_cjk
from validator.text.unicode import collapse

LONGEST_TITLE = 2000  # characters; in a longer text no subtitle is looked for
LEAST_STEM = 12  # letters that the beginning of a text that was cut off has at least

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,60}>")
_SIGNS = str.maketrans({"&": " and ", "+": " plus ", "#": " sharp "})  # C, C++ and C# are three
_WIDE = lazy("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_WORD = lazy(r"[^\W\d_]{6,}")
_CUT = lazy(r"(?:\.\.\.|…|\(abstract truncated[^()]{0,40}\))[\s\])]*$", re.IGNORECASE)
_BEFORE_SUBTITLE = lazy(r"\s*(?:[:：?？!！。]|[.;；](?=\s)|\s[-‐–—―]+(?=\s)|——)")


def says_nothing(text: str) -> bool:
    """Whether a value is empty, or a word or sign that stands for none."""
    return not text.strip() or is_placeholder(text) or text in NO_PAGES


def form(text: str) -> str:
    """What two ways of writing one text share: letters and digits, of any case, width and accent,
    of Han the Mainland's form, without markup. "" of nothing but signs is those signs.
    """
    if "<" in text:
        text = _TAG.sub("", text)
    if "&" in text:
        text = html.unescape(text)
    return folded(text.translate(_SIGNS)).replace(" ", "") or collapse(text)


def is_better_written(text: str, other: str) -> bool:
    """Whether one of two texts of one form is written better in one respect, in none worse: not
    garbled, in narrow letters and digits, in real capitals, with its accents.
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
    if max(len(other), len(kept)) > LONGEST_TITLE:
        return False
    whole, begun = form(other), form(kept)
    if begun and len(whole) > len(begun) and whole.startswith(begun):
        ends = (found.start() for found in _BEFORE_SUBTITLE.finditer(other))
        if any(form(other[:end]) == begun for end in ends if end):
            return True
    return continues(other, kept)


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


def _qualities(text: str) -> tuple[bool, bool, bool, int]:
    return "\ufffd" not in text, not _WIDE.search(text), _has_capitals(text), accents(text)


def _has_capitals(text: str) -> bool:
    """Whether a text has capitals as people write them, or needs none: JAMA and PLOS ONE do not."""
    if text.isupper():
        return not _WORD.search(text) or has_cjk(text)
    return not text.islower() or has_cjk(text)


def accents(text: str) -> int:
    """How many letters of a text carry a mark or have no place in ASCII; Han and Kana have none."""
    if text.isascii() or has_cjk(text):
        return 0
    return sum(category(c) == "Mn" or c in "øłđħŧıŋæœßØŁĐÆŒ" for c in normalize("NFD", text))
