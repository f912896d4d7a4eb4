"""The values of rows as columns of numbers: of two that are one in the form that is compared, the
number is one."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence

from validator.linkage import people
from validator.linkage.entry import BETWEEN_NAMES, BETWEEN_PARTS, Kept
from validator.linkage.form import arxiv_in, doi_in, first_page, is_whole_book, number_in
from validator.linkage.numbers import Numbers, Remembered, Table
from validator.linkage.people import is_rest
from validator.text import identifiers
from validator.text.unicode import compact

AUTHORS = 3
"""Words of the first author's name that make keys: a literal may have its family in any place."""

COLUMNS = (
    *("year", "volume", "issue", "page", "own_page", "doi", "pmid", "pmcid", "arxiv", "team"),
    *(f"author{i}" for i in range(AUTHORS)),
)

Values = Mapping[str, Sequence[str]]
"""The values of some rows by the names of ``Kept``."""


class RowValues:
    """Columns of rows, filled some rows at a time in the order of places.

    ``table`` has the columns, 0 where a row has no value; ``people`` counts the names of each row;
    ``books`` are (place, ISBN's number) of whole books.
    """

    def __init__(self) -> None:
        self.table: Table = {name: array("q") for name in COLUMNS}
        self.people = array("i")
        self.books: list[tuple[int, int]] = []
        self._numbers = Numbers()
        self._number_in = Remembered(lambda text: self._numbers[number_in(text)])
        self._families = Remembered(lambda name: self._numbers[_family(name)])
        self._others = Remembered(self._literal)

    def read(self, values: Values, years: Sequence[int]) -> None:
        """Add some rows."""
        self._identifiers(values, len(self.people))
        self._numbering(values, years)
        self._authors(values["author"], years)

    def _numbering(self, values: Values, years: Sequence[int]) -> None:
        table, number = self.table, self._number_in.__getitem__
        pages = [
            self._numbers[first_page(page or other)] if page or other else 0
            for page, other in zip(values["page"], values["number"], strict=True)
        ]
        one = self._numbers["1"]
        table["year"].extend(years)
        table["volume"].extend(map(number, values["volume"]))
        table["issue"].extend(map(number, values["issue"]))
        table["page"].extend(pages)
        table["own_page"].extend([0 if page == one else page for page in pages])

    def _identifiers(self, values: Values, start: int) -> None:
        table, number = self.table, self._numbers
        dois = [doi_in(doi) if doi else "" for doi in values["doi"]]
        table["doi"].extend([number[doi] for doi in dois])
        table["pmid"].extend([number[identifiers.pmid(i)] if i else 0 for i in values["pmid"]])
        table["pmcid"].extend([number[identifiers.pmcid(i)] if i else 0 for i in values["pmcid"]])
        table["arxiv"].extend(
            [
                number[arxiv_in(arxiv, doi)] if arxiv or doi else 0
                for arxiv, doi in zip(values["arxiv"], dois, strict=True)
            ]
        )
        for i, isbn in enumerate(values["isbn"]):
            if isbn and is_whole_book(Kept(**{name: column[i] for name, column in values.items()})):
                found = identifiers.isbns(isbn)
                self.books.extend((start + i, number[one]) for one in found)

    def _authors(self, authors: Sequence[str], years: Sequence[int]) -> None:
        first_words, teams = [], []
        for packed, year in zip(authors, years, strict=True):
            words: Sequence[int] = ()
            count = team = 0
            if packed:
                first, several, _ = packed.partition(BETWEEN_NAMES)
                words, count = self._words(first), 1
                if several:
                    last = packed[packed.rindex(BETWEEN_NAMES) + 1 :]
                    count = packed.count(BETWEEN_NAMES) + 1 - is_rest(last)
                    if year and words:
                        ends = sorted((words[0], *(self._words(last)[:1] or (0,))))
                        team = hash((year, count, *ends)) or 1
            first_words.append(words)
            teams.append(team)
            self.people.append(count)
        for i in range(AUTHORS):
            self.table[f"author{i}"].extend([w[i] if len(w) > i else 0 for w in first_words])
        self.table["team"].extend(teams)

    def _words(self, name: str) -> Sequence[int]:
        """Numbers of the words by which an author may be listed: see ``first_author_words``."""
        family, parted, _ = name.partition(BETWEEN_PARTS)
        if parted and name.isascii():
            return (self._families[family],)
        return self._others[name]

    def _literal(self, name: str) -> Sequence[int]:
        return [self._numbers[word] for word in first_author_words(name)]


def first_author_words(packed: str) -> list[str]:
    """Words by which a first author may be listed: the family, or each word of a literal."""
    family, parted, _ = packed.partition(BETWEEN_PARTS)
    if parted and packed.isascii():
        return [_family(family)]
    first = people.read(packed).persons
    if not first:
        return []
    if first[0].is_cjk:
        return [first[0].whole]
    if first[0].is_literal:
        return [word for word in first[0].given if len(word) > 1]
    return ["".join(first[0].family)]


def _family(name: str) -> str:
    return compact(name)
