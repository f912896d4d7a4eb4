"""How sure a decision is: the evidence of a pair as log odds and as a probability."""

from __future__ import annotations

from math import exp, log

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


def log_odds(c: Comparison) -> float:
    """Natural-log odds that the pair is one work, by the weights in ``thresholds``."""
    odds = WEIGHTS["prior"] + (WEIGHTS["identical"] if c.is_identical else 0)
    if c.count(*IDENTIFIERS):
        odds += WEIGHTS["identifier"]
    if c.conflicts(*IDENTIFIERS):
        odds += WEIGHTS["identifier conflict"]
    if c.of("title") is AGREE:
        if c.is_recurring or not (c.is_informative or c.is_telling):
            odds += WEIGHTS["title, short"]
        elif c.title.is_cut:
            odds += WEIGHTS["title, cut"]
        elif not c.is_informative and c.title.likeness is not Likeness.PARTIAL:
            odds += WEIGHTS["title, telling"]
        elif c.title.likeness is Likeness.PARTIAL:
            odds += WEIGHTS["title, partial"]
        else:
            odds += WEIGHTS["title"]
    if c.of("author") is AGREE:
        odds += min(WEIGHTS["author, each"] * c.authors.agree, WEIGHTS["author, at most"])
    for variable in (*SUPPORT, "issue"):
        if c.of(variable) is AGREE:
            odds += WEIGHTS[variable]
    titles = WEIGHTS["title, slight"] if c.title.is_slight else WEIGHTS["conflict"]
    odds += titles * (c.of("title") is CONFLICT)
    odds += WEIGHTS["conflict"] * len(c.conflicts(*CONFLICTING))
    return odds


def accepted_odds(rate: float) -> float:
    """Log odds that a merge needs where ``rate`` of all records may be lost to false merges.

    A rate above the default asks for no less: what the rules refuse stays refused.
    """
    asked = log(thresholds.DEFAULT_RATE / rate) if rate > 0 else float("inf")
    return thresholds.ACCEPTED_ODDS + max(0.0, asked)


def probability(odds: float) -> float:
    """The log odds as a probability, to four places."""
    return round(1 / (1 + exp(-max(-30.0, min(30.0, odds)))), 4)
