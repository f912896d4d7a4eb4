"""How sure a decision is: the evidence of a pair as log odds and as a probability."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, log

from validator.audit import Verdict
from validator.linkage import thresholds
from validator.linkage.comparison import (
    AGREE,
    CONFLICT,
    CONFLICTING,
    IDENTIFIERS,
    SUPPORT,
    Comparison,
)
from validator.linkage.thresholds import WEIGHTS
from validator.linkage.title import Likeness


def log_odds(c: Comparison, verdict: Verdict) -> float:
    """Natural-log odds that the pair is one work, by the weights in ``thresholds``."""
    odds = 0.0
    for name, count in features(c, verdict):
        odds += WEIGHTS[name] * count
    return odds


def features(c: Comparison, verdict: Verdict) -> Iterator[tuple[str, int]]:
    """What is weighed, and how often it counts, by the names of the weights.

    The verdict of the rules is evidence of its own: they see what goes together.
    """
    yield "prior", 1
    if verdict is not Verdict.DISTINCT:
        yield verdict.value, 1
    if c.is_identical:
        yield "identical", 1
    if c.count(*IDENTIFIERS):
        yield "identifier", 1
    if c.conflicts(*IDENTIFIERS):
        yield "identifier conflict", 1
    title = c.of("title")
    if title is AGREE:
        if c.is_recurring or not (c.is_informative or c.is_telling):
            yield "title, short", 1
        elif c.title.is_cut:
            yield "title, cut", 1
        elif not c.is_informative and c.title.likeness is not Likeness.PARTIAL:
            yield "title, telling", 1
        elif c.title.likeness is Likeness.PARTIAL:
            yield "title, partial", 1
        else:
            yield "title", 1
    elif title is CONFLICT:
        yield ("title, slight" if c.title.is_slight else "title conflict"), 1
    if c.of("author") is AGREE:
        yield "author", min(c.authors.agree, thresholds.AUTHORS_WEIGHED)
    for variable in (*SUPPORT, "issue"):
        if c.of(variable) is AGREE:
            yield variable, 1
    conflicts = len(c.conflicts(*CONFLICTING))
    if conflicts:
        yield "conflict", conflicts


def accepted_odds(rate: float) -> float:
    """Log odds that a merge needs where ``rate`` of all records may be lost to false merges.

    A rate above the default asks for no less: what the rules refuse stays refused.
    """
    asked = log(thresholds.DEFAULT_RATE / rate) if rate > 0 else float("inf")
    return thresholds.ACCEPTED_ODDS + max(0.0, asked)


def probability(odds: float) -> float:
    """The log odds as a probability, to four places."""
    return round(1 / (1 + exp(-max(-30.0, min(30.0, odds)))), 4)
