"""What is said of a pair whose titles agree, by how much the title tells."""

from __future__ import annotations

from validator.linkage import thresholds
from validator.linkage.comparison import (
    CONFLICTING,
    FACTS,
    SUPPORT,
    Comparison,
)
from validator.linkage.form import Form
from validator.linkage.grounds import (
    conflicts_of,
    is_another_version,
    is_chapter_of,
    is_one_printing,
    is_settled,
    own_pages,
    people_agree,
    people_fit,
    team_agrees,
)
from validator.linkage.people_pair import UNKNOWN, Standing
from validator.linkage.ruling import DISTINCT, POSSIBLE, STRONG, Ruling, related
from validator.linkage.title import Likeness


def same_title(c: Comparison) -> Ruling:
    """An informative title in both."""
    conflicts = conflicts_of(c)
    if not conflicts:
        return _nothing_conflicts(c)
    ruling = _one_conflict(c, conflicts[0]) if len(conflicts) == 1 else DISTINCT
    if c.is_across and ruling is not STRONG and people_agree(c):
        return related("translation")  # an English edition has volumes and pages of its own
    return ruling


def _nothing_conflicts(c: Comparison) -> Ruling:
    support = c.count(*SUPPORT)
    if c.title.likeness is Likeness.PARTIAL:
        if people_fit(c):
            return _without_subtitle(c, support)
        issue = c.agree("issued", "volume", "issue") and not c.conflicts("author")
        return POSSIBLE if issue or c.agree("volume", "page") else DISTINCT
    if people_agree(c):
        return STRONG if is_settled(c, support) else POSSIBLE
    if c.authors.standing is Standing.CUT:
        many = c.authors.agree >= thresholds.MANY_AUTHORS and not c.title.has_slip
        dated = c.agree("issued") and not c.doubts - {"venue"}
        dated |= c.is_ahead and c.agree("container-title") and not c.is_serial
        dated |= c.same_pages > 1 and c.doubts <= {"issued", "venue"}
        return STRONG if support >= 2 or (many and dated) else POSSIBLE
    some = c.authors.standing is Standing.SOME and c.authors.agree and not c.doubts
    if some and c.title.likeness is Likeness.EQUAL and c.agree("issued", "container-title"):
        return STRONG
    if support >= 3 or c.agree("volume", "page"):
        return STRONG
    if c.authors == UNKNOWN and c.agree("issued"):
        sure = c.title.likeness is Likeness.EQUAL and not c.doubts
        return STRONG if sure and c.count("container-title", "publisher") else POSSIBLE
    return POSSIBLE if support >= 2 else DISTINCT


def _one_conflict(c: Comparison, conflict: str) -> Ruling:
    """One corrupt field is forgiven where the work's place is otherwise agreed."""
    if conflict == "author":
        same = c.title.likeness is Likeness.EQUAL and c.agree("issued", "volume", "page")
        return STRONG if same and own_pages(c) else POSSIBLE if same else DISTINCT
    places = c.count(*FACTS, "issue")
    if not people_fit(c):
        same = c.title.likeness is Likeness.EQUAL and c.is_informative
        return POSSIBLE if same and c.authors == UNKNOWN and places >= 2 else DISTINCT
    others = [fact for fact in FACTS if fact != conflict]
    corrupt = conflict in FACTS and conflict != "page" and c.agree("page")
    later = conflict == "volume" and "issued" in c.doubts  # a year and a volume on: another item
    if corrupt and not later and c.count(*others) >= 2:
        return STRONG
    if c.title.likeness is Likeness.PARTIAL or not (people_agree(c) and c.is_informative):
        return DISTINCT
    if conflict == "issued" and c.agree("volume", "issue", "container-title"):
        return STRONG
    if conflict == "page" and c.is_brief and is_one_printing(c):
        return STRONG
    team = conflict == "issued" and team_agrees(c) and c.agree("container-title")
    reprinted = team and c.title.likeness is Likeness.EQUAL and not c.is_serial
    return POSSIBLE if reprinted or places >= 2 else DISTINCT


def short_title(c: Comparison) -> Ruling:
    """A short title needs its authors and two facts more."""
    conflicts = conflicts_of(c)
    if conflicts:
        return _one_conflict(c, conflicts[0]) if len(conflicts) == 1 else DISTINCT
    support = c.count(*SUPPORT)
    if people_fit(c) and c.title.likeness is not Likeness.PARTIAL:
        several = c.authors.standing is Standing.ALL and c.authors.agree > 1 and not c.doubts
        if several and c.title.likeness is Likeness.EQUAL and c.agree("container-title"):
            return STRONG
        if c.is_telling and _is_known_by_its_authors(c):
            return STRONG
        if support >= 2:
            return STRONG
        return POSSIBLE if support or c.is_telling else DISTINCT
    if people_fit(c) and c.agree("volume", "page"):
        return STRONG
    if support >= 3 and c.count("page", "issue"):
        sure = c.title.likeness is Likeness.EQUAL
        sure |= own_pages(c) and c.agree("volume") and c.title.likeness is Likeness.CLOSE
        return STRONG if sure else POSSIBLE
    if c.title.likeness is Likeness.PARTIAL and people_fit(c):
        return _without_subtitle(c, support)
    unknown = c.authors.standing in (Standing.MISSING, Standing.SOME) and c.agree("issued")
    return POSSIBLE if unknown and (c.is_telling or support > 1) else DISTINCT


def _is_known_by_its_authors(c: Comparison) -> bool:
    """Whether a title of some words, all authors and the year agree, or many authors alone."""
    if c.doubts - {"venue"} or c.authors.standing is not Standing.ALL:
        return False
    if c.title.has_slip and c.authors.agree < 2:
        return False
    return c.count("issued", "page") > 0 or c.authors.agree >= thresholds.MANY_AUTHORS


def _without_subtitle(c: Comparison, support: int) -> Ruling:
    """One title is the beginning of the other: a subtitle dropped, or a title cut."""
    sure = (c.agree("page") and c.count("volume", "issued")) or support >= 3
    sure |= c.title.is_cut and c.agree("page") and c.authors.agree > 1
    many = c.authors.agree >= thresholds.MANY_AUTHORS
    if c.agree("issued") and not c.doubts - {"venue"} and (many or people_agree(c)):
        sure |= c.title.is_cut
        sure |= c.title.continues and (team_agrees(c) or c.agree("publisher"))
    return STRONG if sure else POSSIBLE if support or c.title.is_cut else DISTINCT


def of_one_kin(c: Comparison, a: Form, b: Form) -> Ruling | None:
    """Whether two records of one title and its people are a preprint, a thesis or a conference
    paper and what became of it, or a book and the chapter that is named as the book."""
    if not people_fit(c):
        return None
    if is_chapter_of(a, b) or is_chapter_of(b, a):
        return related("part")
    if a.is_preprint != b.is_preprint:
        return related("preprint")
    if "thesis" in (a.kind, b.kind) and a.kind and b.kind and a.kind != b.kind:
        return related("version")
    if is_another_version(c) and (not c.agree("container-title") or conflicts_of(c)):
        return related("version")
    return None


def recurring_title(c: Comparison) -> Ruling:
    """A column's title says nothing: the place must agree, and nothing may conflict."""
    if "issued" in c.doubts or c.conflicts(*CONFLICTING, "issue"):
        return DISTINCT
    if c.agree("volume", "page") and c.count("issued", "container-title"):
        return STRONG
    if people_agree(c) and _is_of_one_book(c):
        return STRONG
    if c.is_column and c.agree("issued", "volume", "issue", "container-title") and people_agree(c):
        return STRONG
    if not c.is_generic and people_agree(c) and c.agree("issued"):  # a subject that many write on
        count = c.authors.agree if c.authors.standing is Standing.ALL else 0
        many = count >= thresholds.MANY_AUTHORS and c.is_telling
        if c.agree("page") or many or (count > 1 and c.agree("volume", "container-title")):
            return STRONG
    if not c.is_generic and c.authors.agree >= thresholds.MANY_AUTHORS and people_agree(c):
        return POSSIBLE
    if c.agree("issued", "container-title") and people_agree(c):
        everybody = c.authors.standing is Standing.ALL and not c.is_generic
        least = thresholds.MANY_AUTHORS + (not c.is_informative)  # editors are two or three
        return STRONG if everybody and c.authors.agree >= least else POSSIBLE
    if c.count(*FACTS) >= 3 and people_fit(c):
        return POSSIBLE
    return DISTINCT


def _is_of_one_book(c: Comparison) -> bool:
    """Whether two introductions stand at one place of one book, which has no volumes."""
    numbered = "volume" in c.evidence or "issue" in c.evidence
    place = c.agree("issued", "page", "container-title") and not numbered
    return place and (c.agree("publisher") or own_pages(c))
