"""The verdict on a pair: duplicate, to review, related or distinct, always with a code."""

from __future__ import annotations

from typing import NamedTuple

from validator.audit import Decision, Evidence, Verdict
from validator.linkage import thresholds
from validator.linkage.comparison import (
    AGREE,
    CONFLICT,
    CONFLICTING,
    FACTS,
    IDENTIFIERS,
    MISSING,
    SUPPORT,
    Comparison,
)
from validator.linkage.entry import Entry, member
from validator.linkage.form import Form
from validator.linkage.grounds import (
    conflicts_of,
    is_another_version,
    is_chapter_of,
    is_one_printing,
    is_settled,
    languages_differ,
    one_place,
    own_pages,
    people_agree,
    people_fit,
    team_agrees,
    titles_agree,
)
from validator.linkage.odds import log_odds, probability
from validator.linkage.people import UNKNOWN, Standing
from validator.linkage.title import Likeness


class Ruling(NamedTuple):
    """A verdict with its code and, where the two works are related, how."""

    verdict: Verdict
    code: str = ""
    relation: str = ""


SAME_IDENTIFIER = Ruling(Verdict.DUPLICATE, "DUP001")
STRONG = Ruling(Verdict.DUPLICATE, "DUP002")
POSSIBLE = Ruling(Verdict.REVIEW, "DUP003")
DISTINCT = Ruling(Verdict.DISTINCT)


def related(relation: str) -> Ruling:
    """The ruling on two works of one kin, such as "preprint" or "erratum"."""
    return Ruling(Verdict.RELATED, "DUP004", relation)


def rule(c: Comparison, a: Form, b: Form) -> Ruling:
    """What the evidence says, before the rate of false positives is asked for."""
    if c.is_identical:
        return _identical(c)
    if c.count("DOI", "PMID", "PMCID"):
        return _same_identifier(c)
    if c.agree("arxiv"):
        return _same_arxiv(c, a, b)
    if c.agree("ISBN"):
        return _same_isbn(c)
    likeness = c.title.likeness
    if likeness is Likeness.MARKED:
        return _marked(c)
    if c.conflicts("edition", *IDENTIFIERS):
        return _other_identifier(c, a, b)
    if likeness in (Likeness.NUMBERED, Likeness.REWORDED):
        return _altered_title(c)
    if likeness is Likeness.UNLIKE:
        return _other_title(c)
    if likeness is Likeness.INCOMPARABLE:
        return _without_titles(c)
    if c.is_recurring:
        return _recurring_title(c)
    if c.is_informative or c.is_telling or "book" in (a.kind, b.kind):
        kin = _of_one_kin(c, a, b)
        if kin:
            return kin
    return _same_title(c) if c.is_informative else _short_title(c)


def _identical(c: Comparison) -> Ruling:
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


def _same_identifier(c: Comparison) -> Ruling:
    """One DOI, PMID or PMCID: trusted, unless the titles are unlike and nothing else speaks."""
    if c.title.likeness is Likeness.MARKED:
        return related(c.title.relation)
    if c.conflicts("DOI", "PMID", "PMCID", "arxiv"):
        return POSSIBLE
    if titles_agree(c):
        return SAME_IDENTIFIER
    altered = (Likeness.REWORDED, Likeness.NUMBERED)  # a footnote's number stands in the title
    alike = c.title.likeness in altered and c.title.relation not in _COUNTED
    if alike and people_agree(c) and not conflicts_of(c):
        return SAME_IDENTIFIER if c.count(*FACTS) else POSSIBLE
    if c.title.likeness is Likeness.INCOMPARABLE:
        return POSSIBLE if c.of("author") is CONFLICT else SAME_IDENTIFIER
    if people_fit(c) and own_pages(c) and c.count("volume", "issued"):
        return SAME_IDENTIFIER
    return POSSIBLE


def _same_arxiv(c: Comparison, a: Form, b: Form) -> Ruling:
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


def _same_isbn(c: Comparison) -> Ruling:
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


def _marked(c: Comparison) -> Ruling:
    """One title says erratum, reply ...: another item, unless it stands at the same place."""
    if people_fit(c) and c.agree("volume", "page") and not c.conflicts(*CONFLICTING, *IDENTIFIERS):
        return STRONG
    same = c.title.percent == 100 and c.agree("container-title") and not c.is_recurring
    if people_fit(c) or same:
        return related(c.title.relation)
    return DISTINCT


def _other_identifier(c: Comparison, a: Form, b: Form) -> Ruling:
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


_COUNTED = ("part", "edition")


def _altered_title(c: Comparison) -> Ruling:
    """A number or a content word differs: another work, unless it stands at the same place."""
    place = c.agree("volume", "page") and c.count("issued", "container-title") > 0
    if people_fit(c) and place and not conflicts_of(c):
        slight = c.title.is_slight and c.authors.standing is Standing.ALL
        sure = (own_pages(c) or slight) and c.title.relation not in _COUNTED
        return STRONG if sure else POSSIBLE
    issue = c.agree("issued", "volume", "issue", "container-title") and not c.conflicts("page")
    if issue and c.title.is_slight and c.is_informative and c.authors.standing is Standing.ALL:
        return STRONG
    if c.title.relation in _COUNTED:
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


def _other_title(c: Comparison) -> Ruling:
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


def _without_titles(c: Comparison) -> Ruling:
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


def _recurring_title(c: Comparison) -> Ruling:
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


def _short_title(c: Comparison) -> Ruling:
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


def _of_one_kin(c: Comparison, a: Form, b: Form) -> Ruling | None:
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


def _same_title(c: Comparison) -> Ruling:
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
