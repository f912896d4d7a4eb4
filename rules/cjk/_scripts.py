"""What the rules of scripts and languages share: screens, quotations, the language of a title."""

from __future__ import annotations

import re

from validator.record import Record
from validator.text.patterns import lazy
from validator.text.script import HAN, HANGUL, KANA

LONGEST = 2000  # characters of a title, name or journal; nothing longer is looked at

EAST_ASIAN = ("zh", "ja", "ko")
EUROPEAN = frozenset(
    ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "pl", "cs", "hu", "ru"]
)
"""Languages of which no work has a title in Han, Kana or Hangul."""

_CJK = re.compile(f"[{HAN}{KANA}{HANGUL}]")


def holds_cjk(text: str, there: str) -> bool:
    """Whether a Han, Kana or Hangul character occurs."""
    return _CJK.search(there) is not None


def title_is_cjk(record: Record) -> bool:
    """Whether the title has a Han, Kana or Hangul character."""
    title = record.title
    return not title.isascii() and _CJK.search(title, 0, LONGEST) is not None


def has_parallel_title(record: Record) -> bool:
    """A screen: there is a title in another language beside the title."""
    return bool(record.parallel.title)


def of_mainland(text: str) -> str:
    """The characters of a text that the Mainland's charset has and Japan's does not."""
    known = set(text.encode("cp932", "ignore").decode("cp932"))
    rest = "".join(c for c in text if c >= "\u3400" and c not in known)
    return rest.encode("gb2312", "ignore").decode("gb2312")


# Function words of Europe that are no syllable of a romanisation, as "to", "an" and "die" are.
_FUNCTION_WORDS = lazy(
    r"\b(?:the|of|and|for|with|from|by|are|its|their|between|under|using|based|via|how|what|why"
    r"|through|towards?|among|during|after|against|within|without|into|about|der|das|und|des|dem"
    r"|zur|zum|für|mit|von|eine?r?|les|et|dans|pour|sur|aux|une|los|las|del|por|gli|della|nel|een"
    r"|het|och|för)\b",
    re.IGNORECASE,
)
# A word of syllables as the romanisations of Chinese, Japanese and Korean write them.
_ROMANISED = lazy(
    r"(?:(?:[zcs]h|hs|ts?s|t[sz]|[kgnhmrpb]y|[kg]w|kk|tt|pp|ss|jj|ng|[bpmfdtnlgkhjqxrzcsyw])?+"
    r"[aeiouüāáǎàēéěèīíǐìōóǒòūúǔùôûŏŭ]++(?:ng|[nrklmpthbdg])?+)++",
    re.IGNORECASE,
)
_WORD = lazy(r"[^\W\d_]{4,}")


def is_european(title: str) -> bool:
    """Whether a title in Latin letters is of a European language, not a romanised one.

    It has a function word of one, or two words that no romanisation writes so.
    """
    if _FUNCTION_WORDS.search(title):
        return True
    return sum(not _ROMANISED.fullmatch(word) for word in _WORD.findall(title)) > 1
