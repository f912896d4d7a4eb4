"""What identifiers say of a pair: they agree, or are those of two works."""

from __future__ import annotations

from validator.linkage.comparison import (
    CONFLICT,
    CONFLICTING,
    FACTS,
    IDENTIFIERS,
    Comparison,
)
from validator.linkage.form import Form
from validator.linkage.grounds import (
    conflicts_of,
    is_another_version,
    is_counted,
    is_one_printing,
    languages_differ,
    one_place,
    own_pages,
    people_agree,
    people_fit,
    team_agrees,
    titles_agree,
)
from validator.linkage.ruling import DISTINCT, POSSIBLE, SAME_IDENTIFIER, STRONG, Ruling, related
from validator.linkage.title import Likeness


def identical(c: Comparison) -> Ruling:
    """Copies in every variable, however sparse; a title with one more value is not enough.

    Nor is that of a column without its place: a journal prints it several times a year. Of 30 such
    pairs of one generic title in a set of 50,000 records 20 are two works, of 40 of a title that
    recurs there 23; in a journal's bibliography without volumes and pages 166 of 166.
    """
    if c.count(*IDENTIFIERS):
        return SAME_IDENTIFIER
    if c.is_recurring and c.evidence.keys().isdisjoint(("volume", "issue", "page")):
        return POSSIBLE
    if c.agree("title") and sum(v in c.evidence for v in ("author", *FACTS)) >= 2:
        return STRONG
    return POSSIBLE


def same_identifier(c: Comparison) -> Ruling:
    """One DOI, PMID or PMCID: trusted, unless the titles are unlike and nothing else speaks."""
    if c.title.likeness is Likeness.MARKED:
        return related(c.title.relation)
    if c.conflicts("DOI", "PMID", "PMCID", "arxiv"):
        return POSSIBLE
    if titles_agree(c):
        return SAME_IDENTIFIER
    altered = (Likeness.REWORDED, Likeness.NUMBERED)  # a footnote's number stands in the title
    alike = c.title.likeness in altered and not is_counted(c)
    if alike and people_agree(c) and not conflicts_of(c):
        return SAME_IDENTIFIER if c.count(*FACTS) else POSSIBLE
    if c.title.likeness is Likeness.INCOMPARABLE:
        return POSSIBLE if c.of("author") is CONFLICT else SAME_IDENTIFIER
    if people_fit(c) and own_pages(c) and c.count("volume", "issued"):
        return SAME_IDENTIFIER
    return POSSIBLE


def same_arxiv(c: Comparison, a: Form, b: Form) -> Ruling:
    """One arXiv id: a duplicate only where neither has another DOI or type."""
    dois = {doi for doi in (a.doi, b.doi) if not doi.startswith("10.48550/")}
    published = {f.doi for f in (a, b) if f.doi and not f.doi.startswith("10.48550/")}
    types = {f.kept.type for f in (a, b) if f.kept.type}
    if (published and len(dois) > 1) or len(types) > 1:
        return related("preprint")
    if c.title.likeness is Likeness.MARKED:
        return related(c.title.relation)
    if titles_agree(c) or c.title.likeness is Likeness.INCOMPARABLE or people_agree(c):
        return SAME_IDENTIFIER
    return POSSIBLE


def same_isbn(c: Comparison) -> Ruling:
    """One ISBN of two whole books: sets share it, so title and volume must agree."""
    likeness = c.title.likeness
    if likeness is Likeness.MARKED:
        return related(c.title.relation)
    if c.conflicts("volume"):
        return related("part")
    if c.conflicts("edition"):
        return related("edition")
    if likeness in (Likeness.EQUAL, Likeness.CLOSE):
        return SAME_IDENTIFIER
    if likeness is Likeness.NUMBERED:
        return related("part") if people_fit(c) else POSSIBLE
    if likeness is Likeness.PARTIAL and people_fit(c):
        return SAME_IDENTIFIER
    if likeness is Likeness.INCOMPARABLE and people_fit(c) and c.agree("issued"):
        return SAME_IDENTIFIER
    return POSSIBLE


def other_identifier(c: Comparison, a: Form, b: Form) -> Ruling:
    """Different identifiers, or editions: never merged; related where all else agrees."""
    if c.is_across and c.title.likeness is Likeness.INCOMPARABLE:
        return related("translation") if one_place(c) and team_agrees(c) else DISTINCT
    if not (titles_agree(c) and people_fit(c)) or c.is_recurring:
        return DISTINCT
    if a.is_preprint != b.is_preprint:
        return related("preprint")
    if c.conflicts("edition", "ISBN"):
        return related("edition")
    if not c.is_informative:
        return DISTINCT
    if is_another_version(c):
        return related("version")
    if c.is_across or languages_differ(a, b):
        return related("translation")
    if c.conflicts(*IDENTIFIERS) == ["DOI"] and is_one_printing(c) and c.agree("page"):
        return STRONG
    if not c.conflicts(*CONFLICTING) and c.count(*FACTS) >= 2:
        return POSSIBLE
    return DISTINCT
