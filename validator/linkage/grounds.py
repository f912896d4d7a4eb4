"""What the evidence of a pair amounts to: the people are the same, one place, one printing."""

from __future__ import annotations

from validator.linkage import thresholds
from validator.linkage.comparison import (
    CONFLICT,
    CONFLICTING,
    MISSING,
    Comparison,
)
from validator.linkage.form import Form
from validator.linkage.people_pair import Standing
from validator.linkage.title import Likeness


def conflicts_of(c: Comparison) -> list[str]:
    """The variables that conflict; issues do where volumes agree and pages do not, where years
    differ too and no volume tells, and where they number patents or reports: there is neither
    volume nor container."""
    found = c.conflicts(*CONFLICTING)
    if c.of("issue") is CONFLICT and not c.evidence.keys() & {"volume", "container-title", "page"}:
        found.append("issue")
    if c.of("issue") is CONFLICT and c.of("issued") is CONFLICT and c.of("volume") is MISSING:
        found.append("issue")  # the updates of a Cochrane review have one number
    if c.of("issue") is CONFLICT and c.agree("volume"):
        column = not c.is_informative and not own_pages(c)  # each issue opens with it
        if column or not c.agree("page"):
            found.append("issue")
    return found


def people_agree(c: Comparison) -> bool:
    return c.authors.standing in (Standing.ALL, Standing.MOST)


def people_fit(c: Comparison) -> bool:
    return people_agree(c) or c.authors.standing is Standing.CUT


def own_pages(c: Comparison) -> bool:
    """Whether both have one range of pages: too long for letters or abstracts that share it, and
    too short for that of an issue."""
    return thresholds.OWN_PAGES <= c.same_pages <= thresholds.ISSUE_PAGES


def titles_agree(c: Comparison) -> bool:
    return c.title.likeness in (Likeness.EQUAL, Likeness.CLOSE, Likeness.PARTIAL)


def is_one_printing(c: Comparison) -> bool:
    """Whether several people stand under one title in one issue, which prints a work once."""
    return (
        c.title.likeness is Likeness.EQUAL
        and c.authors.standing is Standing.ALL
        and c.authors.agree >= thresholds.MANY_AUTHORS
        and c.agree("issued", "container-title", "volume")
        and (c.agree("issue") or (c.agree("page") and c.of("issue") is MISSING))
    )


def is_another_version(c: Comparison) -> bool:
    """Whether types or containers of two kinds tell versions, and no page tells otherwise."""
    if not c.conflicts("type") and ("kind" not in c.doubts or c.agree("volume")):
        return False
    return not (c.agree("page") and (c.count("volume", "issued") or c.same_pages > 1))


def is_chapter_of(a: Form, b: Form) -> bool:
    """Whether one is typed as a chapter, and says of what or where, and the other as a book."""
    kept = a.kept
    return (a.kind, b.kind) == ("chapter", "book") and bool(kept.container_title or kept.page)


def one_place(c: Comparison) -> bool:
    """Whether year and page agree, or year, volume and issue, and no page conflicts."""
    if c.conflicts("page", "volume", "issued"):
        return False
    return c.agree("issued", "page") or c.agree("issued", "volume", "issue")


def team_agrees(c: Comparison) -> bool:
    return people_agree(c) and c.authors.agree > 1


def is_settled(c: Comparison, support: int) -> bool:
    """Whether a title, its people and what supports them outweigh what is in doubt.

    The poor record of a computer scientist has a title, authors, a year that may be that of the
    preprint, and a venue that may be written in any way. Where one side has a volume or a page the
    other may be the abstract of a meeting a year before.
    """
    everybody = c.authors.standing is Standing.ALL
    if c.doubts == {"publisher"} and c.title.likeness is Likeness.EQUAL:
        return everybody and c.authors.agree > 1 and c.agree("issued")
    if c.doubts - {"issued", "container-title", "venue"}:
        return support >= 2
    if c.title.has_slip:
        team = everybody and c.authors.agree > 1
        place = c.same_pages > 1 or (c.is_ahead and c.agree("container-title"))
        return support >= 2 or (team and (place or (support > 0 and not c.doubts - {"venue"})))
    if "issued" in c.doubts:
        if c.is_serial:
            return support >= 2 and c.count("volume", "page") > 0
        if c.same_pages > 1 or (c.is_ahead and everybody and c.agree("container-title")):
            return True
    if c.doubts == {"venue"} and c.agree("issued"):
        return True
    if c.doubts:
        is_poor = "volume" not in c.evidence and "page" not in c.evidence
        report = "container-title" not in c.evidence and c.agree("publisher") and not c.is_book
        several = c.authors.agree > 1 and (c.agree("issued") or report)
        return support >= 2 or (is_poor and (several or c.agree("container-title")))
    return support > 0 or c.authors.agree >= thresholds.MANY_AUTHORS


def languages_differ(a: Form, b: Form) -> bool:
    one, other = (f.kept.language.casefold()[:2] for f in (a, b))
    return bool(one and other) and one != other


def is_counted(c: Comparison) -> bool:
    """Whether the titles are those of two parts, or of two editions."""
    return c.title.relation in ("part", "edition")
