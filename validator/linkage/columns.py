"""The columns that rows are blocked by: each value as a small number or a hash, 0 where none is.

Two tables: one with a line a row, one with a line a title (a row may have a parallel title).
Values are numbers within one run only; nothing that a run returns depends on them.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from validator.linkage import people, thresholds, title, title_text
from validator.linkage.entry import BETWEEN_NAMES, BETWEEN_PARTS, BETWEEN_VALUES, Entry, Kept
from validator.linkage.keys import KINDS, arxiv_in, doi_in, first_page, is_nothing, number_in
from validator.linkage.words import GENERIC, MARKING, SMALL
from validator.text import identifiers
from validator.text.unicode import fold

AUTHORS = 3
"""Words of the first author's name that make keys: a literal may have its family in any place."""

ROW = (
    *("year", "volume", "issue", "page", "own_page", "doi", "pmid", "pmcid", "arxiv", "team"),
    *(f"author{i}" for i in range(AUTHORS)),
)
TITLE = (
    *("compact", "column", "beginning", "start", "end", "few"),
    *(f"word{i}" for i in range(thresholds.KEY_WORDS)),
)


class Numbers(dict[str, int]):
    """Numbers for strings, in the order they are met, from 1; the empty string is 0."""

    def __init__(self) -> None:
        self[""] = 0

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self)
        return number


Table = dict[str, "array[int]"]


class Columns:
    """The columns of distinct rows, by place.

    ``rows`` and ``titles`` are tables, column -> value by line; ``owner`` is the place that a line
    of ``titles`` belongs to. ``texts`` are the folded titles, by line of ``titles``: the first line
    of a place is ``first[place]``, -1 where it has none. ``books`` are (place, ISBN's number)
    of whole books. ``people`` counts the names of each place.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.rows: Table = {name: array("q", bytes(8 * len(entries))) for name in ROW}
        self.people = array("i", bytes(4 * len(entries)))
        self.first = array("i", [-1]) * len(entries)
        self.books: list[tuple[int, int]] = []
        self.owner = array("i")
        self.texts: list[str] = []
        self.cjk: list[int] = []  # places whose title is CJK
        self._words = array("i")  # the distinct words of all titles, and where those of each end
        self._ends = array("q")
        self._numbers = Numbers()
        self._vocabulary = Numbers()
        self._authors: dict[str, tuple[int, ...]] = {}
        self._generic = array("b")
        self._beginning = array("q")
        issues: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for place, entry in enumerate(entries):
            kept = Kept._make(entry.packed.split(BETWEEN_VALUES))
            self._read(place, entry.year or 0, kept)
            if kept.issue:
                issues[entry.path].append((place, kept.issue))
        self.junk = self._drop_junk(issues)
        self.shared_dois = self._drop_shared_dois()
        self.titles = self._title_table()

    def _read(self, place: int, year: int, kept: Kept) -> None:
        """Fill the line of a row."""
        rows, numbers = self.rows, self._numbers
        rows["year"][place] = year
        if kept.volume:
            rows["volume"][place] = numbers[number_in(kept.volume)]
        if kept.issue:
            rows["issue"][place] = numbers[number_in(kept.issue)]
        page = first_page(kept.page or kept.number)
        if page:
            rows["page"][place] = numbers[page]
            rows["own_page"][place] = numbers[page] if page != "1" else 0
        doi = doi_in(kept.doi) if kept.doi else ""
        if doi:
            rows["doi"][place] = numbers[doi]
        if kept.pmid:
            rows["pmid"][place] = numbers[identifiers.pmid(kept.pmid)]
        if kept.pmcid:
            rows["pmcid"][place] = numbers[identifiers.pmcid(kept.pmcid)]
        if kept.arxiv or doi:
            rows["arxiv"][place] = numbers[arxiv_in(kept.arxiv, doi)]
        if kept.isbn and (KINDS.get(kept.type, "book") == "book"):
            whole = KINDS.get(kept.type) == "book" or not (kept.container_title or page)
            for isbn in identifiers.isbns(kept.isbn) if whole else ():
                self.books.append((place, numbers[isbn]))
        if kept.author:
            self._read_people(place, year, kept.author)
        if kept.title and not is_nothing(kept.title):
            self.first[place] = len(self.texts)
            self._read_title(place, kept.title)
        if kept.other_title:
            self._read_title(place, kept.other_title)

    def _read_people(self, place: int, year: int, packed: str) -> None:
        first, _, more = packed.partition(BETWEEN_NAMES)
        found = self._authors.get(first)
        if found is None:
            words = first_author_words(first)[:AUTHORS]
            found = tuple(self._numbers[word] for word in words)
            if len(self._authors) < 500_000:
                self._authors[first] = found
        for i, number in enumerate(found):
            self.rows[f"author{i}"][place] = number
        count = more.count(BETWEEN_NAMES) + 2 if more else 1
        if more and people.is_rest(packed[packed.rindex(BETWEEN_NAMES) + 1 :]):
            count -= 1
        self.people[place] = count
        if count > 1 and year:
            words = fold(packed).split()
            words.sort()
            self.rows["team"][place] = hash((year, *words)) or 1

    def _read_title(self, place: int, text: str) -> None:
        text, content, is_cjk, original = folded_title(text)
        if not text:
            if self.first[place] == len(self.texts):
                self.first[place] = -1
            return
        vocabulary = self._vocabulary
        compact = text.replace(" ", "")
        generic = not content or compact in GENERIC
        self.owner.append(place)
        self.texts.append(text)
        self._generic.append(generic)
        if is_cjk and self.first[place] == len(self.texts) - 1:
            self.cjk.append(place)
        beginning = 0
        if not generic:
            self._words.extend({vocabulary[word] for word in content if word not in MARKING})
            if len(content) > 2:
                beginning = hash(content[:3]) or 1
        self._beginning.append(beginning)
        self._ends.append(len(self._words))
        if original:
            self._read_title(place, original)

    def compact(self, line: int) -> str:
        """The title of a line without blanks."""
        return self.texts[line].replace(" ", "")

    def content(self, place: int) -> tuple[str, int, int]:
        """Sorts places so that neighbours are alike; places themselves are in order of content."""
        line = self.first[place]
        return (self.compact(line) if line >= 0 else "", self.rows["year"][place], place)

    def _drop_junk(self, issues: dict[str, list[tuple[int, str]]]) -> dict[str, tuple[str, ...]]:
        """Clear a column that holds a running number in a file; returns by path what was."""
        junk: dict[str, tuple[str, ...]] = {}
        for path, found in issues.items():
            distinct = len({issue for _, issue in found})
            if len(found) >= thresholds.JUNK_FILLED and (
                distinct >= thresholds.JUNK_DISTINCT * len(found)
            ):
                junk[path] = ("issue",)
                for place, _ in found:
                    self.rows["issue"][place] = 0
        return junk

    def _drop_shared_dois(self) -> frozenset[int]:
        """Clear DOIs that are those of the issue around: they stand under many titles."""
        column = self.rows["doi"]
        many = {doi for doi, n in Counter(column).items() if n >= thresholds.SHARED_TITLES and doi}
        beginnings: dict[int, set[str]] = defaultdict(set)
        places = [place for place, doi in enumerate(column) if doi in many] if many else []
        for place in places:
            line = self.first[place]
            beginnings[column[place]].add(self.compact(line)[:8] if line >= 0 else "")
        shared = [p for p in places if len(beginnings[column[p]]) >= thresholds.SHARED_TITLES]
        for place in shared:
            column[place] = 0
        return frozenset(shared)

    def _title_table(self) -> Table:
        """The columns of titles: whole, beginnings, and the rarest words of each."""
        table: Table = {name: array("q", bytes(8 * len(self.texts))) for name in TITLE}
        rank = _ranks(self._vocabulary, self._words)
        rare = [table[f"word{i}"] for i in range(thresholds.KEY_WORDS)]
        compact, column, few = table["compact"], table["column"], table["few"]
        start, ending = table["start"], table["end"]
        table["beginning"] = self._beginning
        begin = 0
        for line, end in enumerate(self._ends):
            text = self.texts[line].replace(" ", "")
            whole = hash(text) or 1
            compact[line] = whole
            if self._generic[line]:
                column[line] = whole
                continue
            start[line], ending[line] = hash(text[:12]) or 1, hash(text[-12:]) or 1
            words = sorted([rank[word] for word in self._words[begin:end]])
            begin = end
            if len(words) < thresholds.KEY_WORDS:
                few[line] = hash(tuple(words)) or 1
            else:
                for values, word in zip(rare, words, strict=False):
                    values[line] = word
        del self._words, self._ends, self._beginning
        self._vocabulary, self._numbers = Numbers(), Numbers()
        self._authors = {}
        return table

    def recurring(self) -> frozenset[str]:
        """The titles (compact) that the collection shows in many years or volumes: columns."""
        compact, year, volume = self.titles["compact"], self.rows["year"], self.rows["volume"]
        own = {line for line in self.first if line >= 0}
        counts = Counter(compact[line] for line in own)
        many = {whole for whole, n in counts.items() if n >= thresholds.RECURRING_ISSUES}
        places: dict[int, set[tuple[int, int]]] = defaultdict(set)
        informative: dict[int, bool] = {}
        for line in sorted(own) if many else ():
            whole, place = compact[line], self.owner[line]
            if whole in many and year[place]:
                if whole not in informative:
                    informative[whole] = title.is_informative(title.read(self.texts[line]))
                places[whole].add((year[place], 0 if informative[whole] else volume[place]))
        least = {True: thresholds.RECURRING_YEARS, False: thresholds.RECURRING_ISSUES}
        found = {
            whole
            for whole, met in places.items()
            if len(met) >= least[informative[whole]] and len(met) * 4 >= counts[whole]
        }
        return frozenset(self.compact(line) for line in own if found and compact[line] in found)


def _ranks(vocabulary: Numbers, words: Iterable[int]) -> Sequence[int]:
    """By number of a word its place in the order of rarity, from 1: the rarest first, then by
    letters."""
    frequency = array("q", bytes(8 * (len(vocabulary) + 1)))
    for word in words:
        frequency[word] += 1
    order = sorted(vocabulary)
    order.sort(key=lambda word: frequency[vocabulary[word]])
    rank = array("q", bytes(8 * (len(vocabulary) + 1)))
    for place, rare in enumerate(order, start=1):
        rank[vocabulary[rare]] = place
    return rank


def folded_title(text: str) -> tuple[str, tuple[str, ...], bool, str]:
    """The folded title, its content words, whether it is CJK, and the original title beside it:
    as ``title.read`` has them."""
    text = text[: thresholds.MAX_TITLE]
    if title_text.is_plain(text):
        folded = fold(text)
        return folded, tuple([word for word in folded.split() if word not in SMALL]), False, ""
    read = title.read(text)
    return read.text, read.words, read.is_cjk, read.other.raw if read.other else ""


def first_author_words(packed: str) -> list[str]:
    """Words by which a first author may be listed: the family, or each word of a literal."""
    family, parted, _ = packed.partition(BETWEEN_PARTS)
    if parted and packed.isascii():
        return [fold(family).replace(" ", "")]
    first = people.read(packed).persons
    if not first:
        return []
    if first[0].is_cjk:
        return [first[0].whole]
    if first[0].is_literal:
        return [word for word in first[0].given if len(word) > 1]
    return ["".join(first[0].family)]
