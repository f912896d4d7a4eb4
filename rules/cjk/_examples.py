"""Rows for the tables of examples: the authors of a record in two scripts."""

from __future__ import annotations

from validator.record import Name, Parallel, Record
from validator.registry import Example


def both(main: str, parallel: str, says: str = "", /, **args: str | int) -> Example:
    """A row: authors, those in the other script, both joined by "; ", and what is said."""
    record = Record(author=_people(main), parallel=Parallel(author=_people(parallel)))
    return Example(record, (says.format(**args),) if says else ())


def _people(names: str) -> tuple[Name, ...]:
    return tuple(Name.parse(name) for name in names.split("; "))
