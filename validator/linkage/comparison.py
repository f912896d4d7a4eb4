"""Two rows compared: what each variable says, in three values and in words."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import product

from validator.audit import Agreement, Evidence
from validator.linkage import container, people, people_pair, thresholds, title
from validator.linkage.form import ARCHIVE_PREFIXES, Form
from validator.linkage.people_pair import PeoplePair, Standing
from validator.linkage.title import Likeness, TitlePair
from validator.text.unicode import fold

AGREE, MISSING, CONFLICT = Agreement.AGREE, Agreement.MISSING, Agreement.CONFLICT

IDENTIFIERS = ("DOI", "PMID", "PMCID", "arxiv", "ISBN")
FACTS = ("issued", "volume", "page", "container-title")
SUPPORT = (*FACTS, "publisher")
CONFLICTING = (*FACTS, "author", "edition")


@dataclass(slots=True)
class Comparison:
    """The evidence of a pair, by variable, and what the rules of decision ask of it.

    ``is_identical``: every variable that is kept is the same. ``is_informative``: the title sets
    a work apart. ``is_recurring``: the title stands in many volumes, or is of a kind that does.
    ``is_telling``: it does, with its authors and year. ``is_ahead``: the years are one apart, and
    the earlier record has no volume, issue and page, as one made before the work was printed.
    ``is_across``: the titles stand in two scripts, though parallel titles may not.
    ``is_generic``: every journal has items of the title. ``is_column``: an issue has one item of
    the title by one author. ``is_serial``: the title may come again every year. ``is_book``: one
    side is a book, or has an ISBN.
    ``same_pages`` counts the pages of a range that both have. ``is_brief``: the pages differ, and
    one side has so few that it may be an abstract. ``doubts`` are variables that stand
    on both sides and neither agree nor conflict: years one apart, containers that may be one;
    "venue" where these are meetings, "kind" where they are a journal and a meeting, or two of them.
    """

    title: TitlePair
    authors: PeoplePair
    evidence: dict[str, Evidence] = field(default_factory=dict)
    is_identical: bool = False
    is_informative: bool = False
    is_telling: bool = False
    is_ahead: bool = False
    is_recurring: bool = False
    is_across: bool = False
    is_generic: bool = False
    is_column: bool = False
    is_serial: bool = False
    is_book: bool = False
    same_pages: int = 0
    is_brief: bool = False
    doubts: set[str] = field(default_factory=set)

    def of(self, variable: str) -> Agreement:
        """What a variable says; MISSING where neither side has it."""
        found = self.evidence.get(variable)
        return found.agreement if found else MISSING

    def agree(self, *variables: str) -> bool:
        return all(self.of(variable) is AGREE for variable in variables)

    def count(self, *variables: str) -> int:
        """How many of the variables agree."""
        return sum(self.of(variable) is AGREE for variable in variables)

    def conflicts(self, *variables: str) -> list[str]:
        """Those of the variables that conflict."""
        return [variable for variable in variables if self.of(variable) is CONFLICT]

    def say(
        self, variable: str, agreement: Agreement, label: str, score: float | None = None
    ) -> None:
        self.evidence[variable] = Evidence(variable, agreement, label, score)


_OF_A_MEETING = {"chapter", "conference paper"}
"""Kinds that publishers of proceedings and databases give to one paper."""

ALIKE = (Likeness.EQUAL, Likeness.CLOSE, Likeness.PARTIAL)
_OTHER_WORK = (Likeness.NUMBERED, Likeness.MARKED)


def title_pair(a: Form, b: Form) -> TitlePair:
    """What the titles and parallel titles say: the nearest pairing, if one is near.

    A work has one title in its own script and may have several in translation: where none agree,
    those in CJK characters are compared, and titles in two scripts leave it open.
    """
    pair = title.compare(a.title, b.title)
    if (a.other_title is None and b.other_title is None) or pair.likeness is Likeness.EQUAL:
        return pair
    found = [
        (x, y, title.compare(x, y))
        for x, y in product((a.title, a.other_title), (b.title, b.other_title))
        if x is not None and y is not None
    ]
    alike = [other for _, _, other in found if other.likeness in ALIKE]
    if alike:
        return min(alike, key=lambda other: ALIKE.index(other.likeness))
    if pair.likeness is not Likeness.INCOMPARABLE:
        return pair
    native = [other for x, y, other in found if x.is_cjk and y.is_cjk]
    telling = [other for _, _, other in found if other.likeness in _OTHER_WORK]
    return (native or telling or [pair])[0]


def is_hopeless(a: Form, b: Form, pair: TitlePair, recurring: Collection[str] = ()) -> bool:
    """Whether nothing can make the pair more than two works: then it is not compared further."""
    if _share_an_identifier(a, b):
        return False
    likeness = pair.likeness
    years = a.year is not None and b.year is not None and abs(a.year - b.year)
    volumes_differ = bool(a.volume and b.volume and a.volume != b.volume)
    if likeness is Likeness.EQUAL:
        is_column = a.title.is_generic or a.title.compact in recurring
        return is_column and (bool(years) or volumes_differ)
    if likeness is Likeness.INCOMPARABLE:
        return years > thresholds.YEAR_SLACK or volumes_differ
    if likeness is Likeness.UNLIKE:
        place = a.page and a.page == b.page and a.volume == b.volume and a.year == b.year
        return not place or are_strangers(a, b)
    return likeness is not Likeness.MARKED and are_strangers(a, b)


def are_strangers(a: Form, b: Form) -> bool:
    """Whether the authors of both are written in Latin letters and have no word in common: people
    who can only be the same where the titles are, or an identifier is."""
    x, y = a.people.words, b.people.words
    if not x or not y or not x.isdisjoint(y):
        return False
    if not set(map(people.spelled_alike, x)).isdisjoint(map(people.spelled_alike, y)):
        return False
    names = a.kept.author + b.kept.author
    return not (a.kept.other_author or b.kept.other_author or has_other_letters(names))


def has_other_letters(names: str) -> bool:
    """Whether names hold letters that are no Latin ones, and may be spelled in them beside."""
    return not fold(names).isascii()


def _share_an_identifier(a: Form, b: Form) -> bool:
    pairs = ((a.doi, b.doi), (a.pmid, b.pmid), (a.pmcid, b.pmcid), (a.arxiv, b.arxiv))
    return any(x and x == y for x, y in pairs) or not a.isbns.isdisjoint(b.isbns)


def compare(a: Form, b: Form, pair: TitlePair, recurring: Collection[str] = ()) -> Comparison:
    """All evidence about a pair. Symmetric.

    ``recurring`` holds the titles (compact) of columns that the collection itself shows.
    """
    authors = _people_pair(a, b)
    c = Comparison(pair, authors)
    c.is_across = _is_across(a, b, pair)
    c.is_identical = a.row.packed == b.row.packed
    x, y = a.title, b.title
    c.is_informative = x.is_informative and y.is_informative
    c.is_telling = x.is_telling and y.is_telling
    c.is_generic = x.is_generic or y.is_generic
    c.is_recurring = c.is_generic or x.compact in recurring or y.compact in recurring
    c.is_column = c.is_recurring and (x.is_once or y.is_once)
    c.is_book = "book" in (a.kind, b.kind) or bool(a.isbns or b.isbns)
    _compare_identifiers(c, a, b)
    _say_title(c)
    _say_authors(c, a, b)
    _compare_years(c, a, b)
    _compare_containers(c, a, b)
    _compare_values(c, "volume", a.volume, b.volume)
    _compare_values(c, "issue", a.issue, b.issue)
    if c.of("issue") is CONFLICT and a.issues & b.issues:
        c.say("issue", AGREE, "same issue in part")
    _compare_pages(c, a, b)
    _compare_values(c, "edition", a.edition or "1", b.edition or "1", both=a.edition != b.edition)
    if a.kind != b.kind and a.kind and b.kind and {a.kind, b.kind} != _OF_A_MEETING:
        one, other = sorted((a.kind, b.kind))
        c.say("type", CONFLICT, f"{one} and {other}")
    return c


def _is_across(a: Form, b: Form, pair: TitlePair) -> bool:
    if not a.title.compact or not b.title.compact:
        return False
    if a.title.is_cjk != b.title.is_cjk or a.title.is_korean != b.title.is_korean:
        return True
    return pair.likeness is Likeness.INCOMPARABLE


def _people_pair(a: Form, b: Form) -> PeoplePair:
    pair = people_pair.compare(a.people, b.people)
    if pair.standing in (Standing.MISSING, Standing.NONE, Standing.SOME):
        for x, y in (
            (a.other_people, b.people),
            (a.people, b.other_people),
            (a.other_people, b.other_people),
        ):
            if x.persons and y.persons:
                other = people_pair.compare(x, y)
                if other.standing in (Standing.ALL, Standing.MOST):
                    return other
    return pair


def _compare_identifiers(c: Comparison, a: Form, b: Form) -> None:
    for variable, x, y in (
        ("DOI", a.doi, b.doi),
        ("PMID", a.pmid, b.pmid),
        ("PMCID", a.pmcid, b.pmcid),
        ("arxiv", a.arxiv, b.arxiv),
    ):
        word = "arXiv id" if variable == "arxiv" else variable
        if not x and not y:
            continue
        if not x or not y:
            c.say(variable, MISSING, f"{word} missing on one side")
        elif x == y:
            c.say(variable, AGREE, f"same {word}")
        elif variable == "DOI" and x.startswith(ARCHIVE_PREFIXES) != y.startswith(ARCHIVE_PREFIXES):
            c.say(variable, MISSING, "DOIs of the publisher and of an archive")
        else:
            c.say(variable, CONFLICT, f"{word}s differ")
    if a.isbns or b.isbns:
        whole = a.is_whole_book and b.is_whole_book
        if not a.isbns or not b.isbns:
            c.say("ISBN", MISSING, "ISBN missing on one side")
        elif not whole:
            c.say("ISBN", MISSING, "ISBN of the book around them")
        elif a.isbns & b.isbns:
            c.say("ISBN", AGREE, "same ISBN")
        else:
            c.say("ISBN", CONFLICT, "ISBNs differ")


def _say_title(c: Comparison) -> None:
    likeness = c.title.likeness
    if likeness in (Likeness.EQUAL, Likeness.CLOSE, Likeness.PARTIAL):
        label = c.title.label
        if c.is_recurring:
            label += ", but it is the title of a recurring column"
        c.say("title", AGREE, label, c.title.percent / 100)
    elif likeness is Likeness.INCOMPARABLE:
        c.say("title", MISSING, c.title.label)
    else:
        c.say("title", CONFLICT, c.title.label, c.title.percent / 100)


def _say_authors(c: Comparison, a: Form, b: Form) -> None:
    standing = c.authors.standing
    if not a.people.persons and not b.people.persons:
        return
    if standing in (Standing.ALL, Standing.MOST, Standing.CUT):
        c.say("author", AGREE, c.authors.label)
    elif standing is Standing.NONE:
        c.say("author", CONFLICT, c.authors.label)
    else:
        c.say("author", MISSING, c.authors.label)


def _compare_years(c: Comparison, a: Form, b: Form) -> None:
    if a.year is None and b.year is None:
        return
    if a.year is None or b.year is None:
        c.say("issued", MISSING, "year missing on one side")
    elif a.year == b.year:
        c.say("issued", AGREE, "same year")
    else:
        one, other = sorted((a.year, b.year))
        c.is_serial = a.title.is_serial or b.title.is_serial
        if other - one <= thresholds.YEAR_SLACK:
            c.doubts.add("issued")
            early = (a if a.year == one else b).kept  # a number is one, though its column be junk
            c.is_ahead = not (early.volume or early.issue or early.page or early.number)
        agreement = MISSING if "issued" in c.doubts else CONFLICT
        c.say("issued", agreement, f"years {one} and {other} differ")


def _compare_values(c: Comparison, variable: str, x: str, y: str, *, both: bool = True) -> None:
    if not both or (not x and not y):
        return
    if not x or not y:
        c.say(variable, MISSING, f"{variable} missing on one side")
    elif x == y:
        c.say(variable, AGREE, f"same {variable}")
    else:
        one, other = sorted((x, y), key=lambda value: (len(value), value))
        c.say(variable, CONFLICT, f"{variable}s {one} and {other} differ")


_CONTAINERS = {
    "article": ("journal", "journals"),
    "conference paper": ("proceedings", "proceedings"),
    "chapter": ("book", "books"),
}
"""What the container of a kind is called: one, and several."""


def _compare_containers(c: Comparison, a: Form, b: Form) -> None:
    kind = a.kind if a.kind == b.kind else (a.kind or b.kind) if not (a.kind and b.kind) else ""
    one, several = _CONTAINERS.get(kind, ("container", "containers"))
    if a.issns & b.issns:
        c.say("ISSN", AGREE, "same ISSN")
        c.say("container-title", AGREE, f"same {one} by its ISSN")
    elif a.container or b.container:
        if not a.container or not b.container:
            c.say("container-title", MISSING, f"{one} missing on one side")
        else:
            results = [
                container.compare(*sorted(pair)) for pair in product(a.container, b.container)
            ]
            for wanted in (AGREE, MISSING, CONFLICT):
                label = next((label for agreement, label in results if agreement is wanted), None)
                if label:
                    if wanted is MISSING and label != container.NOTHING_LEFT:
                        c.doubts.add("venue" if label == container.VENUES else "container-title")
                    if label in (container.TWO_KINDS, container.TWO_MEETINGS):
                        c.doubts.add("kind")
                    said = label.replace("containers", several).replace("container", one)
                    c.say("container-title", wanted, said)
                    break
            if "issued" in c.doubts and container.is_counted_otherwise(a.container, b.container):
                c.is_ahead = False
                if c.agree("container-title"):
                    c.doubts.add("venue")
                    c.say(
                        "container-title", MISSING, container.SERIES.replace("containers", several)
                    )
    if a.publisher and b.publisher and not (a.container and b.container):
        if container.same_publisher(a.publisher, b.publisher):
            c.say("publisher", AGREE, "same publisher")
        elif set(a.publisher.split()).isdisjoint(b.publisher.split()):
            c.doubts.add("publisher")
            c.say("publisher", MISSING, "publishers differ")


def _compare_pages(c: Comparison, a: Form, b: Form) -> None:
    if not a.page and not b.page:
        return
    if not a.page or not b.page:
        c.say("page", MISSING, "pages missing on one side")
    elif a.page == b.page:
        if a.page == "1" and not (a.last_page == b.last_page != "1"):
            c.say("page", MISSING, "both start on page 1")
        else:
            c.same_pages = _length(a) if a.last_page == b.last_page else 0
            c.say("page", AGREE, f"same first page {a.page}")
    elif _is_early(a) != _is_early(b):
        c.doubts.add("page")
        c.say("page", MISSING, "pages counted from 1 before the issue was out")
    elif a.page.isdigit() != b.page.isdigit():
        c.doubts.add("page")
        c.say("page", MISSING, "a page and an article number")
    elif _overlap(a, b):
        c.doubts.add("page")
        c.say("page", MISSING, "pages overlap")
    else:
        one, other = sorted((a.page, b.page), key=lambda value: (len(value), value))
        c.is_brief = min(_length(a), _length(b)) < thresholds.OWN_PAGES
        c.say("page", CONFLICT, f"first pages {one} and {other} differ")


def _is_early(form: Form) -> bool:
    """Whether the pages are those of a version put online before it had a volume."""
    return form.page == "1" and not form.volume and not form.issue


def _length(form: Form) -> int:
    """How many pages a range spans, whatever letters stand beside the numbers; 0 where unknown."""
    first, last = _digits(form.page), _digits(form.last_page)
    return max(0, int(last) - int(first) + 1) if first and last else 0


def _digits(page: str) -> str:
    return (page if page.isdecimal() else re.sub(r"\D", "", page))[-9:]


def _overlap(a: Form, b: Form) -> bool:
    """Whether the two page ranges have a page in common."""
    values = (a.page, a.last_page, b.page, b.last_page)
    if not all(value.isdigit() and len(value) < 12 for value in values):
        return False
    first, last, start, end = map(int, values)
    return max(first, start) <= min(last, end)
