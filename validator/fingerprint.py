"""The hash by which people's decisions know a record: over the values that are compared."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

from validator.text import dates, identifiers
from validator.text.unicode import compact, fold


def of_values(values: Iterable[tuple[str, str]]) -> str:
    """The fingerprint of (CSL variable, value) pairs: 16 hex digits, "" where none counts.

    The same for the same content in any run, format and file: case, width, marks, spacing and
    punctuation, the form of a date, a DOI or another identifier, and the order and form of names
    say nothing. A value more, a value less or another value makes another fingerprint.
    """
    counted = sorted(
        f"{variable}={normal}"
        for variable, value in values
        if variable in NORMAL and (normal := NORMAL[variable](value))
    )
    if not counted:
        return ""
    text = "\n".join(counted)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _people(text: str) -> str:
    """Sorted letters: "Wu, Ann; Bo Li" and "Li, Bo and Wu, Ann" are the same people."""
    return "".join(sorted(compact(text)))


def _year(text: str) -> str:
    return str(dates.parse(text).year or fold(text))


def _identifier(parse: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: parse(text) or compact(text)


NORMAL: dict[str, Callable[[str], str]] = {
    "author": _people,
    "title": compact,
    "container-title": compact,
    "publisher": compact,
    "issued": _year,
    "volume": fold,
    "issue": fold,
    "page": fold,
    "number": fold,
    "edition": fold,
    "DOI": _identifier(identifiers.doi),
    "ISBN": compact,
    "ISSN": compact,
    "PMID": _identifier(identifiers.pmid),
    "PMCID": _identifier(identifiers.pmcid),
    "arxiv": _identifier(identifiers.arxiv),
}
"""What counts, and how it is made equal. Types, languages and genres are often guessed by a
reader, so that they would change with its version, and count for nothing."""
