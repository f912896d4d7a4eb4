"""Things about a record in the fields of the record: ratings, counts, marks of reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Example, Examples, rule
from validator.screens import PARTED
from validator.text.patterns import lazy

VENUES = ("container-title", "container-title-short", "collection-title", "publisher")
SHORT = ("publisher-place", "edition", "status", "genre")
"""Variables whose whole value is a few words."""
_venues = attrgetter(*(name.replace("-", "_") for name in VENUES))
_short = attrgetter(*(name.replace("-", "_") for name in SHORT))

_LISTED = (
    r"(?:SSCI|SCIE?|ESCI|EI|CSSCI|CSCD|Scopus|WoS|ВАК|РИНЦ"
    r"|中文核心|北大核心|南大核心|中国科技核心|核心)"
)
"""Indexes and lists of core journals."""
_ZONE = "[1-4一二三四]区"
_NUMBER = r"\d{1,3}\.\d{1,4}"
_INDEX = "(?:SSCI|SCIE?|ESI|EI|JCR|SJR|CAS|WoS|Scopus|中科院)"
_CITED = (
    r"(?:cited by|times cited|citations?|citation count|被引(?:次数|频次|量)?|引用次数)"
    r"\s*[:：=]?\s*\d+(?:\s*[次篇])?"
    r"|(?:cited|被引用?)\s*\d+\s*(?:times|次)"
)
_COUNT = lazy(rf"(?:^|(?<=[\s.,;(（\[【|]))(?:{_CITED})\s*[)）\]】]?$", re.IGNORECASE)
_RATINGS = (
    r"\b(?:J?IF|[Ii]mpact [Ff]actor)\s*(?:\(?\d{4}\)?)?\s*[:：=]\s*\d+(?:\.\d+)?"
    rf"|\b(?:J?IF|[Ii]mpact [Ff]actor)\s*{_NUMBER}"
    rf"|(?<![^\W_]){_INDEX}\s*(?:Q[1-4](?!\w)|{_ZONE})"
    rf"|[(（\[]\s*(?:Q[1-4]|{_ZONE})\s*[)）\]]|(?<=\s)(?:Q[1-4]|{_ZONE})$"
    r"|影响因子\s*[:：=]?\s*\d+(?:\.\d+)?"
    rf"|[(（\[【]\s*(?:(?:{_LISTED}|Q[1-4]|{_ZONE})[\s,，、/;+]*){{1,4}}(?:收录|检索|来源|期刊|来源期刊|indexed)?\s*[)）\]】]$"
)
_RATING = lazy(_RATINGS)
# Behind a title: "Q1" alone may be a quarter of a year, and a coenzyme.
_RATED_TITLE = lazy(
    r"\b(?:J?IF|[Ii]mpact [Ff]actor)\s*(?:\(?\d{4}\)?)?\s*[:：=]\s*\d+(?:\.\d+)?\s*[)）\]]?$"
    rf"|\b(?:J?IF|[Ii]mpact [Ff]actor)\s*{_NUMBER}\s*[)）\]]?$"
    rf"|(?<![^\W_]){_INDEX}\s*(?:Q[1-4]|{_ZONE})\s*[)）\]]?$"
    rf"|[(（\[]\s*{_ZONE}\s*[)）\]]$|(?<=\s){_ZONE}$|\[\s*Q[1-4]\s*\]$"
    r"|影响因子\s*[:：=]?\s*\d+(?:\.\d+)?\s*[)）\]]?$"
)
_WHOLE = lazy(
    rf"(?:J?IF|impact factor|影响因子)\s*(?:\(?\d{{4}}\)?)?\s*[:：=]?\s*\d+(?:\.\d+)?"
    rf"|(?:{_INDEX}\s*)?(?:Q[1-4]|{_ZONE})",
    re.IGNORECASE,
)
_WHOLE_COUNT = lazy(_CITED, re.IGNORECASE)
_EMOJI = lazy("[\u2600-\u27bf\u2b50\u2b55\U0001f300-\U0001faff]\ufe0f?")
_READ = lazy("(?:[\u2705\u2611\u2714\u274c\u2b50\U0001f31f\U0001f516\U0001f4cc\U0001f534"
                   "\U0001f7e0-\U0001f7e2]\ufe0f?\\s*)+")  # fmt: skip
_STATES = "已读|未读|在读|待读|精读|已讀|未讀|待讀|to[ -]?read!?|unread|read"
_MARKS = (
    "[\u2605\u2606\u2705\u2611\u2714\u274c\u2b50\U0001f31f\U0001f516\U0001f4cc\U0001f44d\U0001f525]"
)
_READ_BEHIND = lazy(
    rf"\s*[(（\[【]\s*(?:(?:{_MARKS}\ufe0f?\s*){{1,5}}|{_STATES})\s*[)）\]】]$"
    rf"|\s+(?:(?:{_MARKS}\ufe0f?){{1,5}}|已读|未读|已讀|未讀)$",
    re.IGNORECASE,
)
_READ_BEFORE = lazy(
    rf"[\[【]\s*(?:{_STATES})\s*[\]】]\s*(?=\S)|[★☆]{{2,5}}\s+(?=\w)", re.IGNORECASE
)
_STATE = lazy(_STATES, re.IGNORECASE)
RATING = "a rating of the journal in a field of the record"
COUNT = "a count of citations in a field of the record"
EMOJI = "an emoji in a field of the record"
READ = "a mark of reading in a field of the record"


# The rating with the bracket or comma that sets it off.
_RATED = lazy(rf"\s*[,，;；(（\[]?\s*(?:{_RATINGS})\s*[)）\]]?")


def without(pattern: re.Pattern[str], text: str) -> str | None:
    """The text without what the pattern finds, None where little is left."""
    rest = pattern.sub(" ", text).strip(" .,，;；")
    return rest if sum(map(str.isalnum, rest)) > 1 else None


_HINTS = lazy("[\u2600-\u27bf\u2b50\u2b55\U0001f300-\U0001faff区影引次读讀核录检源КИ]")
_ENDS = frozenset(")）]】区次读讀0123456789")


def may_be_misused(text: str) -> bool:
    """A trigger: what a rating, a count or a mark of reading is made of, in its place. The title
    stands last."""
    names, _, title = text.rpartition(PARTED)
    last = title[-1:]
    if (last in _ENDS or last >= "\u2600") and hints_at_misuse(title[-BEHIND:]):
        return True
    return title[:1] >= "\u2600" or title[:1] == "[" or hints_at_misuse(names)


BEHIND = 30  # characters: a rating behind a title


def hints_at_misuse(text: str) -> bool:
    """Whether a text has a word or sign of a rating, a count or a mark of reading."""
    if text.isascii():
        return (
            "IF" in text
            or "Q" in text
            or "actor" in text
            or "ited" in text
            or "itation" in text
            or "read" in text
            or "READ" in text
            or "SCI" in text
            or "EI" in text
            or "SCD" in text
            or "copus" in text
            or "WoS" in text
        )
    return _HINTS.search(text) is not None or hints_at_misuse(
        text.encode("ascii", "ignore").decode()
    )


LONGEST_NAME = 1000  # characters of a title or journal; what is longer is none
LONGEST = 40  # characters of a value that is a rating and nothing else


def misused(value: str) -> str:
    """The message where the whole of a value is a rating, a count or a mark; "" elsewhere."""
    if not value or len(value) > LONGEST:
        return ""
    value = value.strip(" .()（）[]【】")
    if _WHOLE.fullmatch(value):
        return RATING
    if _WHOLE_COUNT.fullmatch(value):
        return COUNT
    if _STATE.fullmatch(value):
        return READ
    return EMOJI if not value.isascii() and value and not _EMOJI.sub("", value).strip() else ""


def journal(name: str, *says: str, suggests: str | None = None) -> Example:
    return Example(Record(container_title=name), says, suggests)


def _field_misuse() -> Examples:
    return (
        Example(Record(title="Impact factor: 20 years on")),
        Example(Record(title="Cited by 100 patents: a study")),
        Example(Record(title="😂 as a word: emoji in tweets")),  # of the work itself
        Example(Record(note="IF=3.2, Q1", keyword=("⭐", "SCI一区"))),  # notes and tags are free
        journal("If: a journal; Q1 Review"),
        journal("IF 系列丛书；影响因子研究"),
        Example(Record(title="Market report 2021 Q1", edition="3")),  # a quarter
        Example(Record(title="Stability of coenzyme (Q1)")),
        journal("中国科学、자연과학、Вестник"),
        journal("♥ Circulation", EMOJI, suggests="Circulation"),
        journal("Nature (IF=49.9)", RATING, suggests="Nature"),
        journal("Water Research, SCI一区", RATING, suggests="Water Research"),
        journal("Sensors (EI)", RATING, suggests="Sensors"),
        journal("Natural Hazards (SCI, Q1)", RATING, suggests="Natural Hazards"),
        journal("测绘学报（北大核心）", RATING, suggests="测绘学报"),
        journal("Вестник МГУ (ВАК)", RATING, suggests="Вестник МГУ"),
        journal("Journal of EI (Emotional Intelligence)"),
        Example(Record(title="Deep learning (TO READ)"), (READ,), suggests="Deep learning"),
        Example(Record(title="[已读] 深度学习"), (READ,), suggests="深度学习"),
        Example(Record(title="★★★ Deep learning"), (READ,), suggests="Deep learning"),
        Example(Record(title="What to read")),
        journal("Cell [Q1]", RATING, suggests="Cell"),
        journal("测绘学报 影响因子:2.1", RATING, suggests="测绘学报"),
        Example(Record(title="Deep learning. Cited by: 23"), (COUNT,), suggests="Deep learning"),
        journal("Cell (Times cited: 7)", COUNT, suggests="Cell"),
        Example(Record(publisher_place="IF: 4.872"), (RATING,), suggests=""),
        Example(Record(status="SJR Q3", genre="⭐⭐⭐"), (RATING, EMOJI), suggests=""),
        Example(Record(edition="被引 5 次"), (COUNT,), suggests=""),
        Example(Record(publisher="已读"), (READ,), suggests=""),
        Example(Record(title="Deep learning [JCR Q1]"), (RATING,), suggests="Deep learning"),
        Example(Record(title="深度学习 一区"), (RATING,), suggests="深度学习"),
        Example(Record(title="Deep learning [★★★★☆]"), (READ,), suggests="Deep learning"),
        Example(Record(title="✅ Deep learning"), (EMOJI,), suggests="Deep learning"),
        Example(Record(title="🔖深度学习"), (EMOJI,), suggests="深度学习"),
    )


@rule(
    "VAL002",
    "field-misuse",
    severity=Severity.WARNING,
    examples=_field_misuse,
    reads=("title", *VENUES, *SHORT),
    trigger=may_be_misused,
    over=(*VENUES, *SHORT, "title"),
)
def field_misuse(record: Record) -> Iterator[Finding]:
    """A bibliographic field holds a rating, a count of citations or a mark of reading.

    Why: they describe the reader's list, change every year, and make a second form of the journal
    or title. A note or tag is the place for them.

    Not found: notes and keywords; emoji of a title, unless they are marks at its beginning or end
    (✅ ⭐ 🔖); "Q1" behind a title, which may be a quarter of a year; counters of a web page
    (被引量：2), which ENC012 tells; titles about impact factors and citations.

    Source: zotero-linter, no-field-misuse.
    """
    for variable, value in zip(SHORT, _short(record), strict=True):
        if message := misused(value):
            yield Finding(variable, message, value=value, suggestion="")
    for variable, value in zip(VENUES, _venues(record), strict=True):
        if not value or len(value) > LONGEST_NAME:
            continue
        if message := misused(value):
            yield Finding(variable, message, value=value, suggestion="")
        elif _RATING.search(value):
            yield Finding(variable, RATING, value=value, suggestion=without(_RATED, value))
        elif (found := _COUNT.search(value)) and not _is_of_page(found):
            yield Finding(variable, COUNT, value=value, suggestion=_before(_COUNT, value))
        elif _READ_BEHIND.search(value):
            yield Finding(variable, READ, value=value, suggestion=_before(_READ_BEHIND, value))
        elif not value.isascii() and _EMOJI.search(value):
            yield Finding(variable, EMOJI, value=value, suggestion=without(_EMOJI, value))
    title = record.title
    if len(title) > LONGEST_NAME:
        return
    for message, pattern in ((COUNT, _COUNT), (RATING, _RATED_TITLE), (READ, _READ_BEHIND)):
        if found := pattern.search(title):
            if title[: found.start()].strip() and not _is_of_page(found):
                yield Finding("title", message, title, suggestion=_before(pattern, title))
            return
    if found := _READ_BEFORE.match(title):
        yield Finding("title", READ, title, suggestion=title[found.end() :])
        return
    if not title.isascii() and _READ.match(title):
        yield Finding("title", EMOJI, value=title, suggestion=without(_READ, title))


_OF_PAGE = lazy(r"被引(?:量|频次|次数)?\s*[:：]\s*\d+")


def _is_of_page(found: re.Match[str]) -> bool:
    """Whether a count is a counter of a web page: ENC012's."""
    return _OF_PAGE.fullmatch(found[0]) is not None


def _before(pattern: re.Pattern[str], text: str) -> str | None:
    """What stands before the end that the pattern finds, None where little is left."""
    found = pattern.search(text)
    rest = text[: found.start()].rstrip(" .,，;；(（[【|") if found else text
    return rest if sum(map(str.isalnum, rest)) > 1 else None
