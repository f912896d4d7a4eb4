"""A row in the forms that are compared: what is costly is made when asked for."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from validator.linkage import container, people, thresholds, title, title_text
from validator.linkage.entry import Entry, Kept
from validator.linkage.lazily import once
from validator.linkage.people import People
from validator.linkage.words import VOLUME
from validator.text import han, identifiers, pages
from validator.text.patterns import lazy
from validator.text.unicode import fold

KINDS = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "review": "article",
    "paper-conference": "conference paper",
    "speech": "conference paper",
    "chapter": "chapter",
    "entry-encyclopedia": "chapter",
    "entry-dictionary": "chapter",
    "book": "book",
    "thesis": "thesis",
    "report": "report",
    "patent": "patent",
    "dataset": "dataset",
    "software": "software",
}
"""CSL types in the classes that are told apart; any other says nothing."""

PREPRINT_PREFIXES = (
    "10.48550/",  # arXiv
    "10.1101/20",  # bioRxiv and medRxiv: the date follows
    "10.2139/ssrn",
    "10.21203/rs",  # Research Square
    "10.20944/preprints",
    "10.26434/chemrxiv",
    "10.31219/",  # OSF and its communities
    "10.31234/",
    "10.31235/",
    "10.36227/techrxiv",
)
_PREPRINT_WORDS = frozenset(
    ("arxiv", "biorxiv", "medrxiv", "chemrxiv", "psyarxiv", "ssrn", "preprint", "preprints", "corr")
)

ARCHIVE_PREFIXES = ("10.2307/", "10.5555/")
"""JSTOR registers articles that have a DOI of their publisher; ACM's placeholders are no DOIs."""

_NUMBER = re.compile(r"(?<![a-z])[a-z]?\d+|\d+")
_COUNTED = lazy(r"第(\d+)")  # the issue of "2019年第4期"
_DIGITS = re.compile(r"\d+")
_NOTHING = frozenset(
    (
        *("na", "n a", "none", "null", "nan", "unknown", "not available", "tba", "0", ""),
        *("s n", "s d", "s l", "s n s l", "n d"),  # without name, date, place
    )
)
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")


class Form:
    """A row in the forms that are compared; what is costly is made when asked for.

    ``ignored`` names variables whose column says nothing in the row's file.
    """

    def __init__(self, row: Entry, ignored: Collection[str] = ()) -> None:
        kept = row.kept
        self.row = row
        self.kept = kept
        self.kind = KINDS.get(kept.type, "")
        if self.kind == "article" and container.is_no_journal(kept.container_title):
            self.kind = ""  # as search engines have a paper of a meeting, or what they do not know
        elif kept.institution:
            self.kind = "report"  # as search engines have it that know papers and articles alone
        self.title = title.read("" if is_nothing(kept.title) else title_in(kept))
        self.other_title = title.read(kept.other_title) if kept.other_title else None
        self.year = row.year
        self.volume = "" if "volume" in ignored else number_in(kept.volume)
        self.issue = "" if "issue" in ignored else number_in(kept.issue)
        self.page = first_page(kept.page or kept.number)
        self.last_page = last_page(kept.page or kept.number) if self.page else ""
        self.doi = doi_in(kept.doi) if kept.doi else ""
        self.pmid = identifiers.pmid(kept.pmid) if kept.pmid else ""
        self.pmcid = identifiers.pmcid(kept.pmcid) if kept.pmcid else ""
        self.arxiv = arxiv_in(kept.arxiv, self.doi)
        self.isbns = frozenset(identifiers.isbns(kept.isbn)) if kept.isbn else frozenset()

    @once
    def issns(self) -> frozenset[str]:
        """Those of its column, and the one that stands in the column of the ISBN."""
        kept = self.kept
        text = f"{kept.issn} {kept.isbn}" if 0 < len(kept.isbn) < 10 else kept.issn
        return frozenset(identifiers.issns(text)) if text else frozenset()

    @once
    def people(self) -> People:
        return people.read(self.kept.author)

    @once
    def other_people(self) -> People:
        return people.read(self.kept.other_author)

    @once
    def container(self) -> tuple[str, ...]:
        """The names of the container, as they stand."""
        kept = self.kept
        names = (kept.container_title, kept.container_title_short, kept.other_container_title)
        return tuple(n for n in names if n and not is_nothing(n) and not container.is_host(n))

    @once
    def issues(self) -> frozenset[str]:
        """All numbers of the issue: of "3-4" both."""
        return frozenset(n.lstrip("0") for n in _DIGITS.findall(self.kept.issue) if self.issue)

    @once
    def publisher(self) -> str:
        publisher = self.kept.publisher[: thresholds.MAX_NAME]
        return "" if is_nothing(publisher) else han.folded(publisher)

    @once
    def edition(self) -> str:
        value = number_in(self.kept.edition)
        return "" if value == "1" else value

    @once
    def is_preprint(self) -> bool:
        kept = self.kept
        if self.doi:
            return self.doi.startswith(PREPRINT_PREFIXES)
        if self.arxiv and not kept.container_title:
            return True
        where = f"{kept.container_title[:99]} {kept.genre[:99]} {kept.publisher[:99]}".lower()
        if not any(part in where for part in ("xiv", "ssrn", "print", "corr")):
            return False
        return not _PREPRINT_WORDS.isdisjoint(fold(where).split())

    @property
    def is_whole_book(self) -> bool:
        return is_whole_book(self.kept)


def is_whole_book(kept: Kept) -> bool:
    """Whether an ISBN of the row is its own, and not that of a book around it."""
    if kept.type in KINDS:
        return KINDS[kept.type] == "book"
    return bool(kept.isbn) and not (kept.container_title or kept.page or kept.number)


def title_in(kept: Kept) -> str:
    """The title without a statement of responsibility."""
    text = kept.title
    return title_text.without_statement(text, kept.author) if " /" in text else text


def is_nothing(text: str) -> bool:
    """Whether a value is a placeholder for none. "Na" is a name, "NA" is not."""
    return len(text) < 16 and text not in ("na", "Na") and fold(text) in _NOTHING


@lru_cache(maxsize=65536)
def number_in(text: str) -> str:
    """The first number of a volume, issue or edition: "12" of "Vol. 012 (3)" and of 第十二卷, "4"
    of "IV" and of "Tomo IV", "s1" of 增刊1.

    A letter counts as one; a word ("Jul", "Ph.D.") is no number.
    """
    if text.isdecimal() and text.isascii():
        return text.lstrip("0")
    folded = han.folded(han.numerals(text[: thresholds.MAX_NAME]))
    if folded in _NOTHING:
        return ""
    if not folded.isascii():
        numeral = han.number(folded)
        if numeral is not None:
            return str(numeral)
        counted = _COUNTED.search(folded)
        folded = counted[1] if counted else folded.replace("增刊", "s")
    found = _NUMBER.search(folded)
    if found:
        letter = "" if found[0][0].isdecimal() else found[0][0]
        digits = found[0][len(letter) :]
        return letter + str(int(digits)) if len(digits) < 20 else found[0]
    *labels, last = folded.split() or [""]
    if last and _ROMAN.fullmatch(last) and VOLUME.issuperset(labels):
        return str(_roman(last))
    if not folded.isascii():
        return folded.rstrip("册卷部编篇集") or folded  # 下册 and 下 are one
    return folded if len(folded) < 3 else ""


def _roman(text: str) -> int:
    values = [_ROMAN_DIGITS[c] for c in text]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def first_page(text: str) -> str:
    """The first page or the article number in the form that is compared; "" where none is."""
    first, dash, last = text.partition("-")
    if first.isdecimal() and first.isascii() and (not dash or last.lstrip("-").isdecimal()):
        return first.lstrip("0")
    return _page(pages.first_page(text)) if text and not is_nothing(text) else ""


def last_page(text: str) -> str:
    """The last page of the first range; that of a single page is the page."""
    return _page(pages.last_page(text)) if text and not is_nothing(text) else ""


def _page(text: str) -> str:
    return text.casefold().lstrip("0")


def doi_in(text: str) -> str:
    """The canonical DOI of a value, without what punctuation may have been left at its end."""
    return identifiers.doi(text).rstrip("/.")


def arxiv_in(text: str, doi: str) -> str:
    """The arXiv id of a value, or of the DOI that arXiv gives; without a version."""
    found = identifiers.arxiv(text) if text else ""
    if not found and doi.startswith("10.48550/arxiv."):
        found = identifiers.arxiv(doi.removeprefix("10.48550/arxiv."))
    return found.partition("v")[0] if found[:1].isdigit() else found
