"""The verdict on a pair: duplicate, to review, related or distinct, always with a code."""

from __future__ import annotations

from validator.audit import Decision, Evidence, Verdict
from validator.linkage.comparison import AGREE, CONFLICT, IDENTIFIERS, MISSING, Comparison
from validator.linkage.entry import Entry, member
from validator.linkage.form import Form
from validator.linkage.identifier_rulings import (
    identical,
    other_identifier,
    same_arxiv,
    same_identifier,
    same_isbn,
)
from validator.linkage.odds import log_odds, probability
from validator.linkage.other_title_rulings import altered_title, marked, other_title, without_titles
from validator.linkage.ruling import POSSIBLE, Ruling
from validator.linkage.same_title_rulings import (
    of_one_kin,
    recurring_title,
    same_title,
    short_title,
)
from validator.linkage.title import Likeness


def rule(c: Comparison, a: Form, b: Form) -> Ruling:
    """What the evidence says, before the rate of false positives is asked for."""
    if c.is_identical:
        return identical(c)
    if c.count("DOI", "PMID", "PMCID"):
        return same_identifier(c)
    if c.agree("arxiv"):
        return same_arxiv(c, a, b)
    if c.agree("ISBN"):
        return same_isbn(c)
    likeness = c.title.likeness
    if likeness is Likeness.MARKED:
        return marked(c)
    if c.conflicts("edition", *IDENTIFIERS):
        return other_identifier(c, a, b)
    if likeness in (Likeness.NUMBERED, Likeness.REWORDED):
        return altered_title(c)
    if likeness is Likeness.UNLIKE:
        return other_title(c)
    if likeness is Likeness.INCOMPARABLE:
        return without_titles(c)
    if c.is_recurring:
        return recurring_title(c)
    if c.is_informative or c.is_telling or "book" in (a.kind, b.kind):
        kin = of_one_kin(c, a, b)
        if kin:
            return kin
    return same_title(c) if c.is_informative else short_title(c)


def decide(c: Comparison, a: Form, b: Form, *, least_odds: float) -> tuple[Ruling, float]:
    """The ruling, and the log odds. A merge with less than ``least_odds`` is left to people."""
    ruling = rule(c, a, b)
    odds = log_odds(c, ruling.verdict)
    if ruling.verdict is Verdict.DUPLICATE and odds < least_odds:
        ruling = POSSIBLE
    return ruling, odds


ORDER = (
    *IDENTIFIERS, "title", "author", "issued", "container-title", "publisher", "volume",
    "issue", "page", "edition", "type",
)  # fmt: skip


def explained(c: Comparison) -> tuple[Evidence, ...]:
    """What agrees, what conflicts, what is missing, each in the order of a citation."""
    found = [c.evidence[variable] for variable in ORDER if variable in c.evidence]
    return tuple(sorted(found, key=lambda item: (AGREE, CONFLICT, MISSING).index(item.agreement)))


def written(
    ruling: Ruling, odds: float, evidence: tuple[Evidence, ...], a: Entry, b: Entry
) -> Decision:
    """The decision as writers get it, about ``b`` in the light of ``a``."""
    return Decision(
        member(a),
        member(b),
        ruling.verdict,
        probability(odds),
        evidence,
        ruling.code,
        ruling.relation,
    )
