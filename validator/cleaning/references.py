"""Fields by which BibTeX entries name others, made to follow records that were merged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from validator.io.rewrite import Edit
from validator.record import Field, Record

FIELDS = frozenset({"crossref", "xref", "xdata", "related", "entryset"})
_KEY = re.compile(r"""[^\s,{}"]+""")


def renamed(record: Record, kept_of: Mapping[str, str]) -> Iterator[tuple[Edit, Field, str]]:
    """The edits that put the key of the kept record for each key, in small letters, of one merged;
    each with its field and the key that stands there.

    A key written as a macro, or behind one, is left as it is.
    """
    if record.provenance.format != "bibtex":
        return
    for field in record.raw:
        if field.name.lower() not in FIELDS or field.start is None or field.value[:1] not in '{"':
            continue
        for found in _KEY.finditer(field.value):
            if kept := kept_of.get(found[0].lower()):
                begin, end = field.start + found.start(), field.start + found.end()
                yield Edit(begin, end, kept), field, found[0]


def names_any(record: Record, keys: Mapping[str, str]) -> bool:
    """Whether a record names one of the keys."""
    return any(True for _ in renamed(record, keys))


class Ids:
    """What the ids of merged records stood for, file by file: a key names a record of its own file,
    and one of another where its file has none.

    Only the ids given, those of records in clusters in small letters, are counted.
    """

    def __init__(self, ids: Iterable[str]) -> None:
        self.wanted = {one for one in ids if one}
        self.found: Counter[tuple[str, str]] = Counter()  # records, by path and id
        self.total: Counter[str] = Counter()  # records, by id
        self.gone: dict[str, list[tuple[str, str, str]]] = {}  # path, path and id of the kept one

    def count(self, path: str, record: Record) -> None:
        """A record of a file, whatever becomes of it."""
        if (key := record.id.lower()) in self.wanted:
            self.found[path, key] += 1
            self.total[key] += 1

    def merge(self, path: str, record: Record, *, into: Record, at: str) -> None:
        """A record of the file ``path`` was merged into one of the file ``at``."""
        if record.id and into.id:
            self.gone.setdefault(record.id.lower(), []).append((path, at, into.id))

    def followed(self, path: str) -> tuple[dict[str, str], dict[str, str]]:
        """The id of the kept record by each id, in small letters, of one merged that a file may
        name; and the ids that may mean several records, by themselves."""
        clear: dict[str, str] = {}
        unclear: dict[str, str] = {}
        for key in self.gone:
            own = self.found[path, key]
            gone = [one for one in self.gone[key] if not own or one[0] == path]
            if not gone:
                continue  # the file has a record of this id, and that stays
            _, at, name = gone[0]
            found = own or self.total[key]
            stays = name.lower() == key and (at == path or not own)
            one_work = found == len(gone) + stays and len({one[1:] for one in gone}) == 1
            if one_work and stays:
                continue
            if one_work and self.found[path, name.lower()] == int(at == path):
                clear[key] = name
            else:
                unclear[key] = key
        return clear, unclear
