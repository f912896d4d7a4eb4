"""Things about a record in the fields of the record: ratings, counts, marks of reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Example, rule

VENUES = ("container-title", "container-title-short", "collection-title", "publisher")
_venues = attrgetter(*(name.replace("-", "_") for name in VENUES))

_COUNT = re.compile(r"\b(?:cited by|times cited|citations?)\s*[:=]?\s*\d+$", re.IGNORECASE)
_RATING = re.compile(
    r"\b(?:J?IF|[Ii]mpact [Ff]actor)\s*(?:\(?\d{4}\)?)?\s*[:：=]\s*\d+(?:\.\d+)?"
    r"|\b(?:S?SCI|JCR|中科院)\s*(?:Q[1-4]|[1-4一二三四]区)"
    r"|[(（\[]\s*(?:Q[1-4]|[1-4一二三四]区)\s*[)）\]]"
    r"|影响因子\s*[:：=]?\s*\d+(?:\.\d+)?"
)
_EMOJI = re.compile("[\u2600-\u27bf\u2b50\u2b55\U0001f300-\U0001faff]\ufe0f?")
_READ = re.compile("(?:[\u2705\u2611\u2714\u274c\u2b50\U0001f31f\U0001f516\U0001f4cc\U0001f534"
                   "\U0001f7e0-\U0001f7e2]\ufe0f?\\s*)+")  # fmt: skip
RATING = "a rating of the journal in a field of the record"
COUNT = "a count of citations in a field of the record"
EMOJI = "an emoji in a field of the record"


# The rating with the bracket or comma that sets it off.
_RATED = re.compile(rf"\s*[,，;；(（\[]?\s*(?:{_RATING.pattern})\s*[)）\]]?")


def without(pattern: re.Pattern[str], text: str) -> str | None:
    """The text without what the pattern finds, None where little is left."""
    rest = pattern.sub(" ", text).strip(" .,，;；")
    return rest if sum(map(str.isalnum, rest)) > 1 else None


_HINTS = re.compile("[\u2600-\u27bf\u2b50\u2b55\U0001f300-\U0001faff区影]")


def may_be_misused(record: Record) -> bool:
    """A screen: what a rating, a count or a mark of reading is made of, in its place."""
    title = record.title
    if title[:1] >= "\u2600" or (title[-1:].isdigit() and _COUNT.search(title)):
        return True
    venues = "".join(_venues(record))
    if "Q" in venues or "IF" in venues or "actor" in venues:
        return True
    return not venues.isascii() and _HINTS.search(venues) is not None


def journal(name: str, *says: str, suggests: str | None = None) -> Example:
    return Example(Record(container_title=name), says, suggests)


FIELD_MISUSE = (
    Example(Record(title="Impact factor: 20 years on")),
    Example(Record(title="Cited by 100 patents: a study")),
    Example(Record(title="😂 as a word: emoji in tweets")),  # of the work itself
    Example(Record(note="IF=3.2, Q1", keyword=("⭐", "SCI一区"))),  # notes and tags are free
    journal("If: a journal; Q1 Review"),
    journal("IF 系列丛书；影响因子研究"),
    journal("中国科学、자연과학、Вестник"),
    journal("♥ Circulation", EMOJI, suggests="Circulation"),
    journal("Nature (IF=49.9)", RATING, suggests="Nature"),
    journal("Water Research, SCI一区", RATING, suggests="Water Research"),
    journal("Cell [Q1]", RATING, suggests="Cell"),
    journal("测绘学报 影响因子:2.1", RATING, suggests="测绘学报"),
    Example(Record(title="Deep learning. Cited by: 23"), (COUNT,), suggests="Deep learning"),
    Example(Record(title="✅ Deep learning"), (EMOJI,), suggests="Deep learning"),
    Example(Record(title="🔖深度学习"), (EMOJI,), suggests="深度学习"),
)


@rule(
    "VAL002",
    "field-misuse",
    severity=Severity.WARNING,
    examples=FIELD_MISUSE,
    reads=("title", *VENUES),
    screen=may_be_misused,
)
def field_misuse(record: Record) -> Iterator[Finding]:
    """A bibliographic field holds a rating, a count of citations or a mark of reading.

    Why: they describe the reader's list, change every year, and make a second form of the journal
    or title. A note or tag is the place for them.

    Not found: notes and keywords; emoji of a title, unless they are marks at its beginning
    (✅ ⭐ 🔖); titles about impact factors and citations.

    Source: zotero-linter, no-field-misuse.
    """
    for variable, value in zip(VENUES, _venues(record), strict=True):
        if _RATING.search(value):
            yield Finding(variable, RATING, value=value, suggestion=without(_RATED, value))
        elif not value.isascii() and _EMOJI.search(value):
            yield Finding(variable, EMOJI, value=value, suggestion=without(_EMOJI, value))
    title = record.title
    if title[-1:].isdigit() and _COUNT.search(title):
        yield Finding("title", COUNT, value=title, suggestion=without(_COUNT, title))
    elif not title.isascii() and _READ.match(title):
        yield Finding("title", EMOJI, value=title, suggestion=without(_READ, title))
