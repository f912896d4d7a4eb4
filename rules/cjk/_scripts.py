"""What the rules of scripts and languages share: screens, quotations, the language of a title."""

from __future__ import annotations

import re

from validator.record import Record
from validator.text.patterns import lazy
from validator.text.script import HAN, HANGUL, KANA
from validator.text.unicode import unusual

LONGEST = 2000  # characters of a title, name or journal; nothing longer is looked at

EAST_ASIAN = ("zh", "ja", "ko")
EUROPEAN = frozenset(
    ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "pl", "cs", "hu", "ru"]
)
"""Languages of which no work has a title in Han, Kana or Hangul."""

_CJK = re.compile(f"[{HAN}{KANA}{HANGUL}]")
_QUOTED = lazy(
    r"「[^」]{0,200}」|『[^』]{0,200}』|《[^》]{0,200}》|〈[^〉]{0,200}〉|“[^”]{0,200}”|‘[^’]{0,200}’"
    r"|\"[^\"]{0,200}\"|[（(][^）)]{0,200}[）)]|【[^】]{0,200}】|［[^］]{0,200}］|\[[^\]]{0,200}\]"
)


def holds_cjk(text: str) -> bool:
    """A trigger: a Han, Kana or Hangul character occurs."""
    return not text.isascii() and _CJK.search(unusual(text)) is not None


def title_is_cjk(record: Record) -> bool:
    """Whether the title has a Han, Kana or Hangul character."""
    title = record.title
    return not title.isascii() and _CJK.search(title, 0, LONGEST) is not None


def unquoted(title: str) -> str:
    """A title without what stands in quotation marks and brackets: that may be of any language."""
    return _QUOTED.sub(" ", title)


# Function words of Europe that are no syllable of a romanisation, as "to", "an" and "die" are.
_FUNCTION_WORDS = lazy(
    r"\b(?:the|of|and|for|with|from|by|are|its|their|between|under|using|based|via|how|what|why"
    r"|through|towards?|among|during|after|against|within|without|into|about|der|das|und|des|dem"
    r"|zur|zum|für|mit|von|eine?r?|les|et|dans|pour|sur|aux|une|los|las|del|por|gli|della|nel|een"
    r"|het|och|för)\b",
    re.IGNORECASE,
)
# Ends of words that no romanisation of Chinese, Japanese or Korean has.
_ENDING = lazy(
    r"[^\W\d_]{2}(?:[cfqvwxz]|[^\W\d_gs]s|[^\W\d_]ly|ed|tion|sion|ld|nd|nt|st|rt|th|ck|ct|gy|ry|ty|ny"
    r"|al|er|or)\b",
    re.IGNORECASE,
)


def is_european(title: str) -> bool:
    """Whether a title in Latin letters is of a European language, not a romanised one.

    It has a function word of one, or three words that end as none of a romanisation does; two of
    less than four.
    """
    if _FUNCTION_WORDS.search(title):
        return True
    ends = len(_ENDING.findall(title))
    return ends > 2 or (ends == 2 and len(title.split()) < 4)
