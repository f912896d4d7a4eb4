"""Identifiers of one work: a valid one before another text, numbers of print and web together."""

from __future__ import annotations

import re
from collections.abc import Callable

from validator.linkage.form import ARCHIVE_PREFIXES
from validator.merging.writing import form, says_nothing
from validator.text import identifiers

Reader = Callable[[str], str]

_PIECES = re.compile(r"\s*[;,|/\n]\s*")
MOST_ISSNS = 2
"""A serial has an ISSN in print and one online; a third is of another."""


def doi_is_better(other: str, kept: str) -> bool:
    """Whether a DOI is valid where the other is none, or of the publisher, not of an archive."""
    mine, its = identifiers.doi(kept), identifiers.doi(other)
    if not its or not mine:
        return bool(its)
    return mine.startswith(ARCHIVE_PREFIXES) and not its.startswith(ARCHIVE_PREFIXES)


def is_same(kept: str, other: str, read: Reader) -> bool:
    """Whether two texts are one identifier, however written; a text without one says nothing if it
    is a placeholder."""
    found = read(other)
    return found == read(kept) if found else says_nothing(other) or form(kept) == form(other)


def numbers(text: str) -> tuple[str, ...]:
    """The valid ISBNs and ISSNs of a field: exports put the one into the field of the other."""
    if len(text) > 10_000:
        return ()
    return (*identifiers.isbns(text), *identifiers.issns(text))


def joined_numbers(kept: str, other: str, *, most_issns: int = MOST_ISSNS) -> str:
    """The numbers of both fields with "; " between them; the other where the first has none."""
    mine, its = numbers(kept), numbers(other)
    if not mine:
        return other if its and its_fit(its, most_issns) else kept
    text = kept
    known = list(mine)
    for number in its:
        if number in known or not its_fit((*known, number), most_issns):
            continue
        known.append(number)
        pieces = (piece for piece in _PIECES.split(other) if numbers(piece) == (number,))
        text = f"{text}; {next(pieces, number)}"
    return text


def its_fit(found: tuple[str, ...], most_issns: int) -> bool:
    """Whether so many ISSNs can be of one serial."""
    return sum("-" in number for number in found) <= most_issns


def numbers_hold(kept: str, other: str) -> bool:
    """Whether a field has all numbers of another."""
    its = numbers(other)
    if its:
        return set(its) <= set(numbers(kept))
    return says_nothing(other) or bare(kept) == bare(other)


def bare(text: str) -> str:
    """The letters and digits of a number, in capitals."""
    return re.sub(r"[^0-9A-Za-z]", "", text).upper() or text
