"""What is said of a pair whose titles differ, in a mark, a number, a word or altogether."""

from __future__ import annotations

from validator.linkage import thresholds
from validator.linkage.comparison import (
    CONFLICTING,
    IDENTIFIERS,
    SUPPORT,
    Comparison,
)
from validator.linkage.grounds import (
    conflicts_of,
    is_counted,
    one_place,
    own_pages,
    people_agree,
    people_fit,
)
from validator.linkage.people_pair import UNKNOWN, Standing
from validator.linkage.ruling import DISTINCT, POSSIBLE, STRONG, Ruling, related
from validator.linkage.title import Likeness


def marked(c: Comparison) -> Ruling:
    """One title says erratum, reply ...: another item, unless it stands at the same place."""
    if people_fit(c) and c.agree("volume", "page") and not c.conflicts(*CONFLICTING, *IDENTIFIERS):
        return STRONG
    same = c.title.percent == 100 and c.agree("container-title") and not c.is_recurring
    if people_fit(c) or same:
        return related(c.title.relation)
    return DISTINCT


def altered_title(c: Comparison) -> Ruling:
    """A number or a content word differs: another work, unless it stands at the same place."""
    place = c.agree("volume", "page") and c.count("issued", "container-title") > 0
    if people_fit(c) and place and not conflicts_of(c):
        slight = c.title.is_slight and c.authors.standing is Standing.ALL
        sure = (own_pages(c) or slight) and not is_counted(c)
        return STRONG if sure else POSSIBLE
    issue = c.agree("issued", "volume", "issue", "container-title") and not c.conflicts("page")
    if issue and c.title.is_slight and c.is_informative and c.authors.standing is Standing.ALL:
        return STRONG
    if is_counted(c):
        if not c.title.percent:
            return DISTINCT  # in two scripts: nothing says that they are parts of one work
        fits = people_agree(c) and not c.conflicts("container-title") and c.is_informative
        return related(c.title.relation) if fits else DISTINCT
    if people_agree(c) and c.agree("page") and c.count("issued", "volume"):
        return POSSIBLE
    if issue and c.title.likeness is Likeness.NUMBERED and people_agree(c):
        return POSSIBLE
    if c.authors == UNKNOWN and place and not conflicts_of(c):
        return POSSIBLE if c.title.percent >= thresholds.TITLE_CLOSE else DISTINCT
    near = c.title.percent >= thresholds.TITLE_SLIP and c.title.likeness is Likeness.REWORDED
    fits = people_agree(c) or (c.authors == UNKNOWN and issue)
    if near and fits and c.count(*SUPPORT) >= 2 and not conflicts_of(c):
        return POSSIBLE
    return DISTINCT


def other_title(c: Comparison) -> Ruling:
    """Unlike titles of one script: a translated title, where people and the pages all agree.

    A single page is not enough: several abstracts of one team stand on one.
    """
    if conflicts_of(c) or not c.agree("issued", "volume", "page"):
        return DISTINCT
    if not people_agree(c):
        unknown = c.authors.standing is Standing.MISSING and c.agree("container-title")
        return POSSIBLE if unknown and own_pages(c) else DISTINCT
    if own_pages(c) and c.authors.agree >= thresholds.MANY_AUTHORS and c.agree("container-title"):
        return STRONG
    return POSSIBLE if c.same_pages > 1 else DISTINCT


def without_titles(c: Comparison) -> Ruling:
    """Titles in two scripts, or missing: people and place must tell."""
    if c.conflicts("author", "volume", "page", "issued"):
        return DISTINCT
    if c.agree("ISSN", "issued", "volume", "issue", "page"):
        return STRONG
    if c.is_across:
        return _translated_title(c)
    if people_agree(c):
        place = c.agree("issued", "page") or c.agree("issued", "volume", "issue")
        if place and (c.authors.agree > 1 or c.agree("volume", "page")):
            return STRONG
        if place:
            return POSSIBLE
    if c.agree("issued", "volume", "page", "container-title"):
        return POSSIBLE
    return DISTINCT


def _translated_title(c: Comparison) -> Ruling:
    """A title and what may be its translation: the precision of each class was counted by reading.

    Of 1.4 million pairs: year, volume and first page 6 of 6 right, with the issue 3 of 3, year
    and page 13 of 42, with the authors 5 of 5; authors and year alone 8 of 8, where files are small
    and teams publish seldom.
    """
    if c.conflicts("issue"):
        return DISTINCT
    if c.agree("issued", "volume", "issue", "page", "container-title"):
        return STRONG
    if people_agree(c):
        if one_place(c):
            sure = c.authors.agree > 1 and (c.agree("page") or not c.title.is_doubtful)
            return STRONG if sure or c.agree("volume", "page") else POSSIBLE
        against = c.title.is_doubtful or c.conflicts("type")
        if c.agree("issued") and c.authors.agree > 1 and not against:
            return POSSIBLE
    families = c.authors.standing is Standing.SOME and c.authors.agree and own_pages(c)
    if c.agree("issued", "page") and (families or c.agree("volume", "issue")):
        return POSSIBLE
    return DISTINCT
