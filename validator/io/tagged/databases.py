"""Records of the tagged exports of databases: PubMed, Ovid, Web of Science, Cochrane."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from validator.finding import Fault
from validator.io import types
from validator.io.parallels import parallel_of
from validator.io.source import Source
from validator.io.tagged import regular
from validator.io.tagged.lines import Dialect, Group, TagValues, groups
from validator.io.tagged.regular import Regular
from validator.record import Provenance, Record
from validator.text import dates


class Values(NamedTuple):
    """What a record holds: its values, those of its other language, the database it came from."""

    own: dict[str, Any]
    parallel: dict[str, Any]
    source: str = ""


class Export(NamedTuple):
    """A tagged export: how it is cut, the tags that hold something, and how they are read.

    A group without any of ``heads`` is the greeting of an exporter, or a broken record where it
    begins with one of ``openers``. ``ends`` and ``starts`` are messages about a record without its
    last or first tag, "" where the format asks for none; ``key`` makes a tag comparable.
    """

    dialect: Callable[[], Dialect]
    heads: frozenset[str]
    openers: frozenset[str]
    values: Callable[[TagValues], Values]
    ends: str = ""
    starts: str = ""
    key: Callable[[str], str] = str
    regular: Regular | None = None


NOTHING = "a record without title, name, source or identifier"


def read(source: Source, export: Export) -> Iterator[Record | Fault]:
    """The records of an export. One that holds nothing to know it by is a fault."""
    here = Provenance(source.path, source.format)
    number = source.first_number
    for item in _groups(source, export):
        if isinstance(item, Fault):
            yield replace(item, record_number=number)
            number += 1
            continue
        read = TagValues(item.fields.with_values(), export.key)
        names = item.fields.names
        opened = not names or export.key(names[0]) in export.openers
        if export.heads.isdisjoint(read.by_tag):
            if not (names and opened):
                continue
            yield item.fault(NOTHING, number)
        else:
            record = _record(item, read, export, here, number)
            message = "" if opened and item.closed else export.ends if opened else export.starts
            if message:
                yield Fault(
                    "COL006", message, line=item.line, record_number=number, raw=record.title
                )
            yield record
        number += 1


def _groups(source: Source, export: Export) -> Iterator[Group | Fault]:
    if export.regular:
        return regular.read(source, export.dialect, export.regular)
    return groups(source, export.dialect())


def _record(group: Group, read: TagValues, export: Export, here: Provenance, number: int) -> Record:
    own, parallel, source = export.values(read)
    if not own.get("type"):
        types.infer(own)
    if any(parallel.values()):
        own["parallel"] = parallel_of(parallel, own)
    own["raw"] = read.raw()
    own["provenance"] = group.provenance(here, number, source)
    return Record(**own)


@lru_cache(maxsize=2**12)
def parsed(text: str) -> dates.Date:
    """A date; papers of an issue have the same."""
    return dates.parse(text)


@lru_cache(maxsize=2**12)
def issued(year: str, more: str) -> dates.Date | None:
    """The date of a year and of what stands beside it: month and day, a season, the whole date."""
    if more and more != year:
        alone = dates.parse(more)
        if alone.month and alone.year is not None and (not year or str(alone.year) in year):
            return alone
        if year and alone.year is None:
            joined = dates.parse(f"{year} {more}")
            if joined.month and str(joined.year) == year.strip():
                return joined
    return dates.parse(year or more) if year or more else None


def pages(first: str, last: str) -> str:
    """The range of a first and a last page; without a first there is none."""
    return f"{first}-{last}" if first and last and last != first else first


def unstopped(title: str) -> str:
    """A title without the full stop that Medline and its kin set behind each."""
    if title[-1:] != "." or title[-2:-1] in (".", " ", "") or title[-3:-2] == ".":
        return title
    return title[:-1]
