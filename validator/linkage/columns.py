"""The columns that rows are blocked by: each value as a small number or a hash, 0 where none is.

Two tables: one with a line a row, one with a line a title (a row may have a parallel title).
Values are numbers within one run only; nothing that a run returns depends on them.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from validator.linkage import people, thresholds, title, title_text
from validator.linkage.entry import BETWEEN_NAMES, BETWEEN_PARTS, BETWEEN_VALUES, Entry, Kept
from validator.linkage.form import (
    arxiv_in,
    doi_in,
    first_page,
    is_nothing,
    is_whole_book,
    number_in,
    title_in,
)
from validator.linkage.people import is_rest
from validator.linkage.words import GENERIC, MARKING, MARKS, SMALL
from validator.text import identifiers
from validator.text.script import has_latin
from validator.text.unicode import fold

AUTHORS = 3
"""Words of the first author's name that make keys: a literal may have its family in any place."""

ROW = (
    *("year", "volume", "issue", "page", "own_page", "doi", "pmid", "pmcid", "arxiv", "team"),
    *(f"author{i}" for i in range(AUTHORS)),
)
ENDS = 12  # letters of the beginning and the end of a title that make keys with its author
WORDS = tuple(f"word{i}" for i in range(thresholds.KEY_WORDS))
FEW = thresholds.KEY_WORDS - 1  # words below which a title has none to leave out
TITLE = (
    *("compact", "column", "beginning", "start", "end", "few"),
    *WORDS,
)


class Numbers(dict[str, int]):
    """Numbers for strings, in the order they are met, from 1; the empty string is 0."""

    def __init__(self) -> None:
        self[""] = 0

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self)
        return number


class Read(dict[str, int]):
    """Numbers for values as they stand: of two that ``read`` makes one, the number is one."""

    def __init__(self, read: Callable[[str], str], numbers: Numbers) -> None:
        self[""] = 0
        self._read = read
        self._numbers = numbers

    def __missing__(self, value: str) -> int:
        number = self._numbers[self._read(value)]
        if len(self) < _REMEMBERED:
            self[value] = number
        return number


Table = dict[str, "array[int]"]
_REMEMBERED = 200_000
_CHUNK = 5000  # rows whose values are taken apart at a time


class Columns:
    """The columns of distinct rows, by place.

    ``rows`` and ``titles`` are tables, column -> value by line; ``owner`` is the place that a line
    of ``titles`` belongs to, ``texts`` are the folded titles, ``marked`` says which may be of an
    erratum, a reply ... to another work, ``script`` is one number for titles that can be compared
    by their letters. The first line of a place is ``first[place]``, -1 where it has none. ``books``
    are (place, ISBN's number) of whole books; ``people`` counts the names of each place; ``cjk``
    are the places whose title is CJK. ``junk`` names by path the variables that hold a running
    number in that file; ``shared_dois`` are places whose DOI is that of the issue around them:
    both count as missing.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self.rows: Table = {name: array("q", bytes(8 * len(entries))) for name in ROW}
        self.titles: Table = {name: array("q") for name in TITLE}
        self.people = array("i", bytes(4 * len(entries)))
        self.first = array("i", [-1]) * len(entries)
        self.books: list[tuple[int, int]] = []
        self.owner = array("i")
        self.texts: list[str] = []
        self.marked = array("b")
        self.script = array("i")
        self.cjk: list[int] = []
        reading = _Reading(self)
        for start in range(0, len(entries), _CHUNK):
            some = entries[start : start + _CHUNK]
            kept = [Kept._make(entry.packed.split(BETWEEN_VALUES)) for entry in some]
            for place, entry in enumerate(some, start):
                self.rows["year"][place] = entry.year or 0
            reading.numbering(start, kept)
            reading.identifiers(start, kept)
            reading.authors(start, kept)
            reading.titles(start, kept)
        self.junk = self._drop_junk(entries)
        self.shared_dois = self._drop_shared_dois()
        reading.rare_words()

    def compact(self, line: int) -> str:
        """The title of a line without blanks."""
        return self.texts[line].replace(" ", "")

    def content(self, place: int) -> tuple[str, int, int]:
        """Sorts places so that neighbours are alike; places themselves are in order of content."""
        line = self.first[place]
        return (self.compact(line) if line >= 0 else "", self.rows["year"][place], place)

    def _drop_junk(self, entries: Sequence[Entry]) -> dict[str, tuple[str, ...]]:
        """Clear a column that holds a running number in a file: nearly every value is its own."""
        column = self.rows["issue"]
        issues: dict[str, list[int]] = defaultdict(list)
        for place, entry in enumerate(entries):
            if column[place]:
                issues[entry.path].append(place)
        junk: dict[str, tuple[str, ...]] = {}
        for path, places in issues.items():
            distinct = len({column[place] for place in places})
            if len(places) >= thresholds.JUNK_FILLED and (
                distinct >= thresholds.JUNK_DISTINCT * len(places)
            ):
                junk[path] = ("issue",)
                for place in places:
                    column[place] = 0
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

    def recurring(self) -> frozenset[str]:
        """The titles (compact) that the collection shows in many years or volumes: columns."""
        compact, year, volume = self.titles["compact"], self.rows["year"], self.rows["volume"]
        own = {line for line in self.first if line >= 0 and compact[line]}
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


class _Reading:
    """Fills the lines of columns, one subject after the other."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.numbers = Numbers()
        self.number_in = Read(number_in, self.numbers)
        self.of_first: dict[str, tuple[int, ...]] = {}
        self.vocabulary = Numbers()
        self.words = array("i")  # of all titles, and where those of each end
        self.ends = array("q")
        self.hashes = [
            columns.titles[c] for c in ("compact", "column", "start", "end", "beginning")
        ]

    def numbering(self, start: int, rows: Sequence[Kept]) -> None:
        table, numbers, number_in = self.columns.rows, self.numbers, self.number_in
        volume, issue, page, own = (table[c] for c in ("volume", "issue", "page", "own_page"))
        for place, kept in enumerate(rows, start):
            if kept.volume:
                volume[place] = number_in[kept.volume]
            if kept.issue:
                issue[place] = number_in[kept.issue]
            first = first_page(kept.page or kept.number)
            if first:
                page[place] = numbers[first]
                if first != "1":
                    own[place] = page[place]

    def identifiers(self, start: int, rows: Sequence[Kept]) -> None:
        table, numbers = self.columns.rows, self.numbers
        for place, kept in enumerate(rows, start):
            doi = doi_in(kept.doi) if kept.doi else ""
            if doi:
                table["doi"][place] = numbers[doi]
            if kept.pmid:
                table["pmid"][place] = numbers[identifiers.pmid(kept.pmid)]
            if kept.pmcid:
                table["pmcid"][place] = numbers[identifiers.pmcid(kept.pmcid)]
            if kept.arxiv or doi:
                table["arxiv"][place] = numbers[arxiv_in(kept.arxiv, doi)]
            if kept.isbn and is_whole_book(kept):
                found = identifiers.isbns(kept.isbn)
                self.columns.books.extend((place, numbers[isbn]) for isbn in found)

    def authors(self, start: int, rows: Sequence[Kept]) -> None:
        table, people_of = self.columns.rows, self.columns.people
        year, team = table["year"], table["team"]
        columns = [table[f"author{i}"] for i in range(AUTHORS)]
        for place, kept in enumerate(rows, start):
            packed = kept.author
            if not packed:
                continue
            first, several, _ = packed.partition(BETWEEN_NAMES)
            found = self.of_first.get(first)
            if found is None:
                found = tuple([self.numbers[word] for word in first_author_words(first)])
                if len(self.of_first) < _REMEMBERED:
                    self.of_first[first] = found
            for column, number in zip(columns, found, strict=False):
                column[place] = number
            people_of[place] = 1
            if several:
                last = packed[packed.rindex(BETWEEN_NAMES) + 1 :]
                people_of[place] = count = packed.count(BETWEEN_NAMES) + 1 - is_rest(last)
                if year[place] and found:
                    ends = sorted((found[0], self.family(last)))
                    team[place] = hash((year[place], count, *ends)) or 1

    def family(self, name: str) -> int:
        """The number of a name's family, 0 where it has none."""
        found = self.of_first.get(name)
        if found is None:
            found = tuple([self.numbers[word] for word in first_author_words(name)])
            if len(self.of_first) < _REMEMBERED:
                self.of_first[name] = found
        return found[0] if found else 0

    def titles(self, start: int, rows: Sequence[Kept]) -> None:
        columns, first = self.columns, self.columns.first
        for place, kept in enumerate(rows, start):
            text = title_in(kept)
            if text and not (len(text) < 16 and is_nothing(text)):
                first[place] = line = len(columns.texts)
                is_cjk = self._title(place, text)
                if len(columns.texts) == line:
                    first[place] = -1
                elif is_cjk:
                    columns.cjk.append(place)
            if kept.other_title:
                self._title(place, kept.other_title)

    def _title(self, place: int, text: str) -> bool:
        """Add a line for a title; returns whether it is CJK."""
        read = folded_title(text)
        if read.text:
            columns = self.columns
            columns.owner.append(place)
            columns.texts.append(read.text)
            columns.marked.append(read.is_marked)
            columns.script.append(_script(read))
            self._line(read.text.replace(" ", ""), read.words)
            if read.original:
                self._title(place, read.original)
        return read.is_cjk

    def _line(self, compact: str, words: Sequence[str]) -> None:
        """Fill the columns of a title but those of its rarest words."""
        whole, column, start, end, beginning = self.hashes
        if not words or compact in GENERIC:
            values = (0, hash(compact) or 1, 0, 0, 0)
        else:
            begins = hash(tuple(words[:3])) or 1 if len(words) > 2 else 0
            ends = hash(compact[-ENDS:]) or 1
            values = (hash(compact) or 1, 0, hash(compact[:ENDS]) or 1, ends, begins)
            number = self.vocabulary
            self.words.extend([number[word] for word in words if word not in MARKING])
        whole.append(values[0])
        column.append(values[1])
        start.append(values[2])
        end.append(values[3])
        beginning.append(values[4])
        self.ends.append(len(self.words))

    def rare_words(self) -> None:
        """Fill the columns of the rarest words of each title, the rarest first: by the number of
        titles that hold a word, then by its letters."""
        titles = self.columns.titles
        if len(self.columns.first) >= thresholds.BULK:
            from validator.linkage import bulk

            titles.update(bulk.rare_words(self.words, self.ends, self.vocabulary))
            return
        titles.update({name: array("q", bytes(8 * len(self.ends))) for name in ("few", *WORDS)})
        columns = [titles[name] for name in WORDS]
        rank = self._ranks()
        begin = 0
        for line, end in enumerate(self.ends):
            rare = sorted({rank[word] for word in self.words[begin:end]})
            for column, word in zip(columns, rare, strict=False):
                column[line] = word
            titles["few"][line] = 0 < len(rare) < FEW
            begin = end

    def _ranks(self) -> Sequence[int]:
        """By number of a word its place in the order of rarity, from 1."""
        vocabulary = self.vocabulary
        frequency = Counter(self.words)
        order = sorted(vocabulary)
        order.sort(key=lambda word: frequency[vocabulary[word]])
        rank = array("q", bytes(8 * len(vocabulary)))
        for place, word in enumerate(order, start=1):
            rank[vocabulary[word]] = place
        return rank


_MARKS = frozenset(MARKS)


class Folded(NamedTuple):
    """A folded title, its content words, whether it is CJK, the original title beside it, and
    whether it may say that it is an erratum, a reply ... of another: as ``title.read`` has them."""

    text: str
    words: Sequence[str]
    is_cjk: bool = False
    original: str = ""
    is_marked: bool = False


def folded_title(text: str) -> Folded:
    """What a title is blocked by."""
    text = text[: thresholds.MAX_TITLE]
    if title_text.is_plain(text):
        folded = fold(text)
        tokens = folded.split()
        words = [word for word in tokens if word not in SMALL]
        is_marked = not _MARKS.isdisjoint((*tokens[:2], *tokens[-2:]))
        return Folded(folded, words, is_marked=is_marked)
    read = title.read(text)
    original = read.other.raw if read.other else ""
    return Folded(read.text, read.words, read.is_cjk, original, bool(read.marks))


def _script(read: Folded) -> int:
    """A number for the script of a title: of equal ones the letters can be compared; 0 unknown."""
    text = read.text
    if read.is_cjk:
        from validator.linkage.cjk_title import is_korean

        return 0 if is_korean(text.replace(" ", "")) else ord("的")
    if text.isascii() or has_latin(text):
        return ord("a")
    return ord(next((c for c in text if c.isalpha()), "\0")) >> 8


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
