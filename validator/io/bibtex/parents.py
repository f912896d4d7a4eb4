"""What entries inherit: by crossref from the work they are part of, by xdata from a store.

Parents may stand before their children or, as BibTeX wants it, after them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from validator.finding import Fault
from validator.io.bibtex.fields import NOT_RECORDS, roles
from validator.io.bibtex.records import Texts, csl_type, record, texts_of
from validator.io.bibtex.scanner import Entry
from validator.record import Record

REMEMBERED = 20_000
"""Wholes (books, collections, proceedings) kept, at least, in case that a later entry names them.
Stores and parents once named are all kept."""
REMEMBERED_PARTS = 1_000  # other entries kept; they are seldom parents, and there are many
WAITING = 20_000
"""Items held back behind an entry that waits for its parent. When there are more, all go on but
the entries that wait: their order is given up, rather than memory."""
DEEPEST = 5  # parents of parents
MOST = 100  # parents of one entry, near and far
NO_STORE = "the store {parent} is not in this file"

_IN_BOOKS = frozenset({"inbook", "bookinbook", "suppbook"})
_PARTS = _IN_BOOKS | {
    "incollection",
    "inreference",
    "suppcollection",
    "inproceedings",
    "conference",
}
_WHOLES = frozenset({"book", "collection", "reference", "proceedings"})
_MULTIVOLUME = frozenset({"mvbook", "mvcollection", "mvreference", "mvproceedings"})
_ARTICLES = frozenset({"article", "suppperiodical"})
_REMEMBERED = _WHOLES | _MULTIVOLUME | {"periodical"}

Parent = tuple[str, Texts]  # its type, in lower case, and its own fields

# A part with the DOI, the pages or the note of its whole would pass for its duplicate.
_OWN = """
    ids crossref xref xdata entryset entrysubtype execute label options presort related
    relatedoptions relatedstring relatedtype shorthand shorthandintro sortkey sortname sorttitle
    sortyear shorttitle indextitle doi url urldate eprint eprinttype eprintclass archiveprefix
    primaryclass pmid pmcid cstr arxiv abstract keywords keyword note annotation annote addendum
    file pages pagetotal numpages chapter timestamp biburl bibsource bibvalidator
    """
NOT_INHERITED = frozenset(_OWN.split())


class Place:
    """A place in the order of the file: what goes there, or the entry that waits."""

    __slots__ = ("item", "texts", "waits")

    def __init__(self, item: Entry | Record | Fault, texts: Texts, *, waits: bool) -> None:
        self.item = item
        self.texts = texts
        self.waits = waits


def with_parents(entries: Iterable[Entry | Fault], path: str) -> Iterator[Record | Fault]:
    """The records of entries with what they inherit, in order. A missing parent gives nothing."""
    order = Order(path)
    add, queue, waiting = order.known.add, order.queue, order.waiting
    for item in entries:
        if isinstance(item, Fault):
            yield from order.passing(item, {})
            continue
        texts = texts_of(item)
        add(item, texts)
        if queue or waiting or "crossref" in texts or "xdata" in texts:
            yield from order.passing(item, texts)
        elif item.word.lower() not in NOT_RECORDS:
            yield record(item, texts, path)
    yield from order.rest()


class Order:
    """The items of a file on their way through, those that wait for a parent held back."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.known = Known()
        self.queue: deque[Place] = deque()  # from the first that waits on
        self.waiting: dict[str, list[Place]] = {}  # by the key of the parent that is missing
        self.in_order = True

    def passing(self, item: Entry | Fault, texts: Texts) -> Iterator[Record | Fault]:
        """What may go on now that this item has come."""
        place = Place(item, texts, waits="crossref" in texts or "xdata" in texts)
        if isinstance(item, Entry):
            for key in keys_of(item, texts):
                if key in self.waiting:
                    yield from self._parent_came(key)
            if item.word.lower() in NOT_RECORDS:
                return
            if place.waits:
                self._try(place)
            else:
                place.item = record(item, texts, self.path)
        if self.in_order and (self.queue or place.waits):
            self.queue.append(place)
            yield from self._moved()
        elif not place.waits:
            yield _item(place)

    def rest(self) -> Iterator[Record | Fault]:
        """What still waits at the end of the file, without the parents that are missing."""
        places: Iterable[Place] = self.queue
        if not self.in_order:
            places = sorted(chain(*self.waiting.values()), key=_number)
        for place in places:
            if place.waits:
                if isinstance(place.item, Entry):
                    yield from self._without_store(place.item, place.texts)
                self._try(place, final=True)
            yield _item(place)

    def _without_store(self, entry: Entry, texts: Texts) -> Iterator[Fault]:
        """The faults of an entry that takes data from stores (@xdata) that the file lacks."""
        for key in map(_spelled, texts.get("xdata", "").split(",")):
            if key and not self.known.holds(key):
                yield Fault(
                    "REC002",
                    NO_STORE,
                    line=entry.line,
                    column=entry.column,
                    record_number=entry.number,
                    raw=key,
                    variable="xdata",
                    args={"parent": key},
                    record=entry.key,
                )

    def _parent_came(self, key: str) -> Iterator[Record | Fault]:
        for place in self.waiting.pop(key):
            self._try(place)
            if not self.in_order and not place.waits:
                yield _item(place)
        yield from self._moved()

    def _moved(self) -> Iterator[Record | Fault]:
        queue = self.queue
        while queue and not queue[0].waits:
            yield _item(queue.popleft())
        if len(queue) > WAITING:
            self.in_order = False
            yield from (_item(place) for place in queue if not place.waits)
            queue.clear()

    def _try(self, place: Place, *, final: bool = False) -> None:
        """Make the record of an entry that inherits, or note which parent it waits for."""
        entry = place.item
        if not isinstance(entry, Entry):
            return
        texts, missing = self.known.resolved(entry.word, place.texts)
        if missing and not final:
            self.waiting.setdefault(missing, []).append(place)
        else:
            place.item = record(entry, texts, self.path)
            place.waits = False


def _item(place: Place) -> Record | Fault:
    if isinstance(place.item, Entry):
        raise TypeError("an entry that waits is no record yet")
    return place.item


def _number(place: Place) -> int:
    return place.item.number if isinstance(place.item, Entry) else 0


class Recent:
    """What was added last: at least ``size`` entries, at most twice as many."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.newer: dict[str, Parent] = {}
        self.older: dict[str, Parent] = {}

    def add(self, key: str, parent: Parent) -> None:
        if key not in self.newer:
            self.newer[key] = parent
            if len(self.newer) >= self.size:
                self.newer, self.older = {}, self.newer

    def get(self, key: str) -> Parent | None:
        return self.older.get(key) or self.newer.get(key)


class Known:
    """The entries that may be parents, by key; keys are compared without case, as BibTeX does."""

    def __init__(self) -> None:
        self.parts = Recent(REMEMBERED_PARTS)
        self.wholes = Recent(REMEMBERED)
        self.kept: dict[str, Parent] = {}
        self.named: set[str] = set()

    def add(self, entry: Entry, texts: Texts) -> None:
        """Remember an entry. Of two with the same key the first stays."""
        word = entry.word.lower()
        for key in keys_of(entry, texts):
            if word in NOT_RECORDS or key in self.named:
                self.kept.setdefault(key, (word, texts))
            elif word in _REMEMBERED:
                self.wholes.add(key, (word, texts))
            else:
                self.parts.add(key, (word, texts))

    def resolved(self, word: str, texts: Texts) -> tuple[Texts, str]:
        """The fields of an entry with those that it inherits, and the first parent not known."""
        return self._resolved(word, texts, set(), 0)

    def _resolved(self, word: str, texts: Texts, done: set[str], depth: int) -> tuple[Texts, str]:
        missing = ""
        for field in ("xdata", "crossref"):
            for key in _keys(texts.get(field, "")):
                if key in done or len(done) >= MOST or depth >= DEEPEST:
                    continue
                parent = self._named(key)
                if not parent:
                    missing = missing or key
                    continue
                done.add(key)
                above, lacking = self._resolved(*parent, done, depth + 1)
                missing = missing or lacking
                if field == "crossref":
                    above = dict(_handed_down(word, parent[0], above))
                texts = _merged(word, texts, above)
        return texts, missing

    def holds(self, key: str) -> bool:
        """Whether an entry of this key is known."""
        return self._named(key.lower()) is not None

    def _named(self, key: str) -> Parent | None:
        self.named.add(key)
        parent = self.kept.get(key) or self.wholes.get(key) or self.parts.get(key)
        if parent:
            self.kept.setdefault(key, parent)
        return parent


def keys_of(entry: Entry, texts: Texts) -> tuple[str, ...]:
    """The keys that an entry goes by, in lower case."""
    key = entry.key.lower()
    if "ids" in texts:
        return (key, *_keys(texts["ids"]))
    return (key,) if key else ()


def _keys(text: str) -> tuple[str, ...]:
    return tuple(key for part in text.split(",") if (key := _spelled(part).lower()))


def _spelled(key: str) -> str:
    return key.strip("{} \t\r\n")


def _merged(word: str, texts: Texts, above: Mapping[str, str]) -> Texts:
    """The fields of an entry, and those from above for variables that it leaves open."""
    table = roles(csl_type(word, texts), has_full_journal="fjournal" in texts)
    filled = {table[name].attribute for name, latex in texts.items() if latex and name in table}
    own = {name for name, latex in texts.items() if latex}
    added = {
        name: latex
        for name, latex in above.items()
        if name not in own and not (name in table and table[name].attribute in filled)
    }
    if "issued" in filled:
        added.pop("month", None)
        added.pop("day", None)
    return {**texts, **added}


def _handed_down(word: str, parent: str, above: Texts) -> Iterator[tuple[str, str]]:
    """What crossref hands down: the default rules of BibLaTeX, but for what is the parent's own.

    The title of a whole is the book title of its part, that of a periodical the journal title.
    """
    word, parent = word.lower(), parent.lower()
    prefix = ""
    if parent in _MULTIVOLUME:
        prefix = "main"
    elif word in _PARTS and parent in _WHOLES:
        prefix = "book"
    elif word in _ARTICLES and parent == "periodical":
        prefix = "journal"
    for name, latex in above.items():
        if prefix and name in ("title", "subtitle", "titleaddon"):
            yield prefix + name, latex
        elif name == "author" and prefix and word not in _IN_BOOKS:
            continue
        elif name not in NOT_INHERITED:
            yield name, latex
