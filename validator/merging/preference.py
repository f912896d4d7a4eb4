"""Which member of a cluster is asked first for what the kept record lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import blake2b

from validator.linkage.entry import entry
from validator.linkage.form import Form
from validator.merging.writing import says_nothing
from validator.record import ATTRIBUTES, Record
from validator.text import identifiers

Rank = tuple[int, int, bool, int, str, tuple[str, int, str]]

NUMBERS: dict[str, Callable[[str], object]] = {
    "doi": identifiers.doi,
    "pmid": identifiers.pmid,
    "pmcid": identifiers.pmcid,
    "arxiv": identifiers.arxiv,
    "isbn": identifiers.isbns,
    "issn": identifiers.issns,
}
"""What reads a valid identifier, by the attribute that holds it."""


def rank(record: Record) -> Rank:
    """Sorts the best member first: the most variables, then the most valid identifiers, the
    published before a preprint, the most text; then content, so that order and ids are nothing.

    The first of these is also what linkage chooses the survivor by (`linkage.entry.Entry.rank`).
    What else it knows is no reason to prefer another: the survivor's values give way to better
    ones, and the id that most fields were filled under is the one that people cite.
    """
    texts = {attribute: told(getattr(record, attribute)) for attribute in ATTRIBUTES}
    parallel = told(record.parallel.title) + told(record.parallel.author)
    return (
        -sum(not says_nothing(text) for text in texts.values()),
        -sum(bool(read(texts[attribute])) for attribute, read in NUMBERS.items()),
        is_preprint(record),
        -sum(map(len, texts.values())),
        _digest((*texts.values(), parallel)),
        place(record),
    )


def place(record: Record) -> tuple[str, int, str]:
    """Where a record stands, and under which id."""
    where = record.provenance
    return where.path, where.record_number or 0, record.id


def _digest(texts: Iterable[str]) -> str:
    """A short stand-in for content: a cluster may have as many members as a file has records."""
    content = "\x1d".join(texts).encode("utf-8", "surrogatepass")
    return blake2b(content, digest_size=16).hexdigest()


def is_preprint(record: Record) -> bool:
    """Whether a record describes a preprint, by its DOI, its arXiv id or its container."""
    if not (record.doi or record.arxiv or record.container_title or record.genre):
        return False
    return Form(entry(record)).is_preprint


def told(value: object) -> str:
    """A value of a record as text: names and keywords joined by "; ", a date as it was read."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple) and not hasattr(value, "raw"):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)
