"""Fields that nearly all records of a type have, and one has not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from validator.facts import Fact, Ref
from validator.finding import Finding, Severity
from validator.record import ATTRIBUTES, Name, Provenance, Record, attribute_of
from validator.registry import Example, Examples, collection_rule

USUAL = 0.9  # the share of the records of a type that makes a field usual
FEWEST = 20  # records of a type that have habits

INSTEAD = {
    "author": {"editor"},
    "editor": {"author"},
    "page": {"number", "number-of-pages"},
    "number": {"page"},
    "container-title": {"container-title-short", "event-title", "collection-title"},
    "container-title-short": {"container-title"},
    "event-title": {"container-title"},
    "DOI": {"CSTR"},
    "URL": {"DOI"},
}
"""What may stand for a field: an article has a number or pages, proceedings have editors."""

_INSTEAD = {
    attribute_of(variable): frozenset(map(attribute_of, others))
    for variable, others in INSTEAD.items()
}

Presence = frozenset[str]  # the attributes of a record that are not empty


def filled(record: Record) -> tuple[str, Presence] | None:
    """The type of a record, and which values it has."""
    return _shared(record.type, record.present) if record.type else None


@lru_cache(maxsize=4096)
def _shared(type: str, presence: Presence) -> tuple[str, Presence]:
    """One and the same object for all records that have the same."""
    return type, presence


def shelf(*odd: Record, usual: Record, times: int = 19, says: tuple[str, ...] = ()) -> Example:
    """A file of so many usual records, and some others."""
    records = (*[usual] * times, *odd)
    return Example(
        tuple(
            replace(record, provenance=Provenance("x.bib", "bibtex", number))
            for number, record in enumerate(records, start=1)
        ),
        says,
    )


LACKING = "nearly all other records of this type in the file have: {fields}"


def lacking(fields: str) -> tuple[str]:
    return (LACKING.format(fields=fields),)


ARTICLE = Record(
    type="article-journal", title="A", author=(Name("Li", "Wei"),), volume="1", page="1-5"
)
CHINESE = Record(type="article-journal", title="题名", author=(Name("李", "伟"),), issue="3")


def _coverage() -> Examples:
    return (
        shelf(ARTICLE, usual=ARTICLE),
        shelf(replace(ARTICLE, volume=""), usual=ARTICLE, times=18),  # too few to have habits
        shelf(*[replace(ARTICLE, volume="")] * 3, usual=ARTICLE),  # less than nine tenths
        shelf(replace(ARTICLE, page="", number="e12"), usual=ARTICLE),
        shelf(Record(type="book", title="B"), usual=ARTICLE),  # another type
        shelf(replace(ARTICLE, volume=""), usual=ARTICLE, says=lacking("volume")),
        shelf(replace(ARTICLE, author=(), page=""), usual=ARTICLE, says=lacking("author, page")),
        shelf(replace(CHINESE, issue=""), usual=CHINESE, says=lacking("issue")),
    )


@collection_rule(
    "REC003",
    "field-coverage-outlier",
    safe_fixes=False,
    severity=Severity.INFO,
    observe=filled,
    examples=_coverage,
    default=False,
)
def field_coverage_outlier(facts: Sequence[Fact]) -> Iterator[tuple[Ref, Finding]]:
    """A record lacks fields that nine tenths of the records of its type in the file have.

    Why: a list in which nearly every article has its volume shows a gap where one has none; the
    source that filled the others fills this one too.

    Not found: types with fewer than twenty records; fields for which another stands, such as an
    article number for pages.

    Source: the other records of the file; JabRef's check of consistency.
    """
    counts: dict[tuple[str, str], Counter[Presence]] = defaultdict(Counter)
    for ref, (type, presence) in facts:
        counts[ref.path, type][presence] += 1
    absent: dict[tuple[str, str, Presence], list[str]] = {}
    for (path, type), presences in counts.items():
        if presences.total() >= FEWEST:
            habits = usual(presences)
            for presence in presences:
                absent[path, type, presence] = missing(presence, habits)
    for ref, (type, presence) in facts:
        fields = absent.get((ref.path, type, presence))
        if fields:
            yield ref, Finding(fields[0], LACKING, args={"fields": ", ".join(fields)})


def usual(presences: Counter[Presence]) -> list[str]:
    """The attributes that nine tenths of some records have."""
    enough = USUAL * presences.total()
    filled: Counter[str] = Counter()
    for presence, count in presences.items():
        for attribute in presence:
            filled[attribute] += count
    return [attribute for attribute in ATTRIBUTES if filled[attribute] >= enough]


def missing(presence: Presence, usual: Sequence[str]) -> list[str]:
    """The usual variables that a record has not, nor what may stand for them."""
    return [
        ATTRIBUTES[attribute]
        for attribute in usual
        if attribute not in presence and presence.isdisjoint(_INSTEAD.get(attribute, ()))
    ]
