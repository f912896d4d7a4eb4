"""The titles of rows as lines of a table: folded, with the keys that they are blocked by."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, islice
from typing import NamedTuple

from validator.linkage import thresholds, title, title_text
from validator.linkage.form import is_nothing
from validator.linkage.numbers import Numbers, Table
from validator.linkage.words import GENERIC, HEADING, MARKING, MARKS, SMALL
from validator.text.script import has_latin
from validator.text.unicode import fold, folded_words

ENDS = 12  # letters of the beginning and the end of a title that make keys with its author
WORDS = tuple(f"word{i}" for i in range(thresholds.KEY_WORDS))
FEW = thresholds.KEY_WORDS - 1  # words below which a title has none to leave out
KEYS = ("compact", "column", "beginning", "start", "end", "few", *WORDS)
LATIN = ord("a")
_MARKS = frozenset(MARKS)


class TitleLines:
    """A line for each title: a row may have a parallel title, or an original one beside it.

    By line: ``keys`` is a table of hashes, ``owner`` the place of the row, ``texts`` the folded
    title, ``marked`` whether it may be of an erratum, a reply ... to another work, ``script`` one
    number for titles that can be compared by their letters, ``fourth`` one for the fourth content
    word, 0 where it is none or that of a mark. ``first`` is by place the line of the
    title, -1 where there is none; ``cjk`` are the places whose title is CJK.
    """

    def __init__(self, rows: int) -> None:
        self.keys: Table = {name: array("q") for name in KEYS}
        self.first = array("i", [-1]) * rows
        self.owner = array("i")
        self.texts: list[str] = []
        self.marked = array("b")
        self.script = array("i")
        self.fourth = array("i")
        self.cjk: list[int] = []
        self._vocabulary = Numbers(but=MARKING)
        self._words = array("i")  # of all titles, and where those of each end; 0 for none
        self._ends = array("q")

    def read(
        self, start: int, titles: Iterable[str], authors: Iterable[str], others: Iterable[str]
    ) -> None:
        """Add the lines of rows from the place ``start`` on; ``others`` are parallel titles."""
        own = [
            title_text.without_statement(text, names) if " /" in text else text
            for text, names in zip(titles, authors, strict=True)
        ]
        line = len(self.texts)
        originals = self._add(
            [
                (place, text)
                for place, text in enumerate(own, start)
                if text and not (len(text) < 16 and is_nothing(text))
            ],
            self.cjk,
        )
        for at in range(line, len(self.texts)):
            self.first[self.owner[at]] = at
        more = originals + self._add([(p, text) for p, text in enumerate(others, start) if text])
        while more:
            more = self._add(more)

    def _add(
        self, titles: Sequence[tuple[int, str]], cjk: list[int] | None = None
    ) -> list[tuple[int, str]]:
        """Add a line for each title of which something is left, and to ``cjk`` the places of those
        in CJK; returns the original titles that stand beside them."""
        folded = folded_titles([text for _, text in titles])
        places = [place for (place, _), one in zip(titles, folded, strict=True) if one.text]
        added = [one for one in folded if one.text]
        self.owner.extend(places)
        self._lines(added)
        if cjk is not None:
            cjk.extend([at for at, one in zip(places, added, strict=True) if one.is_cjk])
        return [(p, one.original) for p, one in zip(places, added, strict=True) if one.original]

    def _lines(self, titles: Sequence[Folded]) -> None:
        """Fill the columns of titles but those of their rarest words."""
        keys, number = self.keys, self._vocabulary.__getitem__
        texts = [one.text for one in titles]
        compact = "\n".join(texts).replace(" ", "").split("\n") if texts else []
        whole = [hash(letters) or 1 for letters in compact]
        words = [
            one.words if letters not in GENERIC else ()
            for one, letters in zip(titles, compact, strict=True)
        ]
        self.texts.extend(texts)
        self.marked.extend([one.is_marked for one in titles])
        self.script.extend([one.script for one in titles])
        keys["compact"].extend([key if w else 0 for key, w in zip(whole, words, strict=True)])
        keys["column"].extend([0 if w else key for key, w in zip(whole, words, strict=True)])
        for name, end in (("start", slice(ENDS)), ("end", slice(-ENDS, None))):
            keys[name].extend(
                [hash(c[end]) or 1 if w else 0 for c, w in zip(compact, words, strict=True)]
            )
        keys["beginning"].extend(
            [hash((w[0], w[1], w[2])) or 1 if len(w) > 2 else 0 for w in words]
        )
        self.fourth.extend([number(w[3]) if len(w) > 3 else 0 for w in words])
        ends = accumulate(map(len, words), initial=len(self._words))
        self._ends.extend(islice(ends, 1, None))
        self._words.extend(map(number, chain.from_iterable(words)))

    def rank_words(self) -> None:
        """Fill the columns of the rarest words of each title, the rarest first: by how often
        titles hold a word, each title once, then by its letters."""
        keys = self.keys
        if len(self.first) >= thresholds.BULK:
            from validator.linkage import bulk

            titles = keys["compact"]
            keys.update(bulk.rare_words(self._words, self._ends, self._vocabulary, titles))
            return
        keys.update({name: array("q", bytes(8 * len(self._ends))) for name in ("few", *WORDS)})
        columns = [keys[name] for name in WORDS]
        rank = self._ranks()
        begin = 0
        for line, end in enumerate(self._ends):
            rare = sorted({rank[word] for word in self._words[begin:end] if word})
            for column, word in zip(columns, rare, strict=False):
                column[line] = word
            keys["few"][line] = 0 < len(rare) < FEW
            begin = end

    def _ranks(self) -> Sequence[int]:
        """By number of a word its place in the order of rarity, from 1."""
        vocabulary = self._vocabulary
        frequency = self._frequencies()
        order = sorted(vocabulary)
        order.sort(key=lambda word: frequency[vocabulary[word]])
        rank = array("q", bytes(8 * len(vocabulary)))
        for place, word in enumerate(order, start=1):
            rank[vocabulary[word]] = place
        return rank

    def _frequencies(self) -> Counter[int]:
        """By number of a word how often titles have it, each title once: copies make no word
        common, and none rare where they have been merged."""
        begins = (0, *self._ends)
        lines = {title: at for at, title in enumerate(self.keys["compact"])}.values()
        words = (self._words[begins[at] : begins[at + 1]] for at in lines)
        return Counter(chain.from_iterable(words))


class Folded(NamedTuple):
    """A folded title, its content words, a number for its script, whether it may say that it is an
    erratum, a reply ... of another, whether it is CJK, and the original title beside it: as
    ``title.read`` has them."""

    text: str
    words: Sequence[str]
    script: int = LATIN
    is_marked: bool = False
    is_cjk: bool = False
    original: str = ""


def folded_titles(texts: Iterable[str]) -> list[Folded]:
    """What titles are blocked by. Plain ones are folded all at once, the others one by one."""
    cut = [text[: thresholds.MAX_TITLE] for text in texts]
    are_plain = [text.isascii() and not _may_be_odd(text) for text in cut]
    words = folded_words([text for text, plain in zip(cut, are_plain, strict=True) if plain])
    return [
        _of_plain(text, next(words)) if plain else folded_title(text)
        for text, plain in zip(cut, are_plain, strict=True)
    ]


_SIGNS = re.compile(r"[&<=\n]")
_EDGES = tuple(f"{bracket}{after}" for bracket in ")]" for after in ("", ".", " "))


def _may_be_odd(text: str) -> bool:
    """Whether an ASCII title may not be plain, but for a heading: see ``title_text.is_plain``."""
    lower = text.lower()
    return bool(
        _SIGNS.search(text)
        or text.startswith(("(", "[", "http"))
        or text.endswith(_EDGES)
        or title_text.is_answer(text)
        or " vs" in lower
        or "] la: " in lower
    )


def _of_plain(text: str, tokens: list[str]) -> Folded:
    """A plain title in ASCII, if it has no heading."""
    if HEADING.isdisjoint(tokens) or title_text.is_plain(text):
        return _of_words(tokens)
    return folded_title(text)


def _of_words(tokens: list[str]) -> Folded:
    content = [word for word in tokens if word not in SMALL]
    is_marked = not _MARKS.isdisjoint((*tokens[:2], *tokens[-2:]))
    return Folded(" ".join(tokens), content, LATIN, is_marked)


def folded_title(text: str) -> Folded:
    """What a title is blocked by."""
    text = text[: thresholds.MAX_TITLE]
    if title_text.is_plain(text):
        found = _of_words(fold(text).split())
        return found if text.isascii() else found._replace(script=_script(found.text))
    read = title.read(text)
    original = read.other.raw if read.other else ""
    script = _script(read.text, is_cjk=read.is_cjk)
    return Folded(read.text, read.words, script, bool(read.marks), read.is_cjk, original)


def _script(text: str, *, is_cjk: bool = False) -> int:
    """A number for the script of a title: of equal ones the letters can be compared; 0 unknown."""
    if is_cjk:
        from validator.linkage.cjk_title import is_korean

        return 0 if is_korean(text.replace(" ", "")) else ord("的")
    if text.isascii() or has_latin(text):
        return LATIN
    return ord(next((c for c in text if c.isalpha()), "\0")) >> 8
