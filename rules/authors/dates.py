"""Years of life behind names, which authority files keep and lists of references do not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Name, Record
from validator.registry import Example, Examples, rule
from validator.text.names import Kind
from validator.text.names.years import YEARS_BEHIND

from ._listed import ODD, SIGNS, authors, odd, wrote  # noqa: TID251 - of this family

OF_REFERENCES = (
    "bibtex",
    "ris",
    "refer",
    "csl-json",
    "csl-jsonl",
    "zotero-json",
    "csv",
    "workbook",
    "endnote-xml",
    "word-sources",
)
"""Formats whose names are printed as they stand."""
DATES = "years of life, {part}, are stored in a name"


def _aut020() -> Examples:
    return (
        wrote("Smith, John"),
        wrote("Healthy Community Initiative, 2000"),  # a body
        wrote("Smith, John (1950-2010)"),  # AUT014
        wrote("Nyberg, Eric H., 3rd"),
        Example(authors("Smith, John, 1950-", format="marcxml")),  # the form of authority files
        wrote("Smith, John, 1950-", says=DATES, part="1950-", suggests="Smith, John"),
        wrote("Smith, John, b. 1950", says=DATES, part="b. 1950", suggests="Smith, John"),
        wrote("Weber, Lena, geb. 1950", says=DATES, part="geb. 1950", suggests="Weber, Lena"),
        wrote("Иванов, Иван, 1901-1967", says=DATES, part="1901-1967", suggests="Иванов, Иван"),
        wrote("王明, 1901-1967", says=DATES, part="1901-1967", suggests="王明"),
    )


@rule(
    "AUT020",
    "author-dates",
    severity=Severity.INFO,
    examples=_aut020,
    reads=NAME_VARIABLES,
    formats=OF_REFERENCES,
    of_names=ODD,
)
def author_dates(record: Record) -> Iterator[Finding]:
    """A name ends in its bearer's years of life, in a format of references.

    Why: a catalogue's authority form was copied; the years are printed as part of the given name,
    and make a second form of one person.

    Not found: MARC, PICA, MODS and Dublin Core, where such forms are at home; organisations; years
    in brackets and without a comma (AUT014).

    Source: MARC 21, 100 $d; CSL and BibTeX, whose names have no field for years.
    """
    for person in odd(record, SIGNS):
        counted = any(map(str.isdigit, person.text))
        found = re.search(YEARS_BEHIND, person.text) if counted else None
        if found is None or person.kind not in (Kind.PERSON, Kind.UNSPLIT_CJK):
            continue
        bare = person.text[: found.start()]
        if any(map(str.isdigit, bare)) or not any(map(str.isalpha, bare)):
            continue
        yield Finding(
            person.variable,
            DATES,
            person.text,
            str(Name.parse(bare)),
            args={"part": found[0].strip(" ,")},
            index=person.place,
        )
