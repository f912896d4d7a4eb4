"""Parents and relations that a record names and the collection lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from validator.facts import Fact, Ref
from validator.finding import Finding, Severity
from validator.record import Field, Provenance, Record
from validator.registry import Example, collection_rule

PARENTS = frozenset(("crossref", "xref"))
_DELIMITERS = ' \t\r\n{}"'


Named = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""The keys of a record, its parents and its relations."""


def keys_and_parents(record: Record) -> str | Named | None:
    """The key of a BibTeX record; with its other names, parents and relations where it has such."""
    others: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    for field in record.raw:
        name = field.name.lower()
        if name in PARENTS:
            parents += (field.value.strip(_DELIMITERS),)
        elif name == "related":
            related += keys(field.value)
        elif name == "ids":
            others += keys(field.value)
    if parents or related or others:
        return (record.id, *others), parents, related
    return record.id


def keys(value: str) -> tuple[str, ...]:
    """The keys of a list, as it stands in the file."""
    return tuple(key for part in value.strip(_DELIMITERS).split(",") if (key := part.strip()))


def child(key: str, number: int, **fields: str) -> Record:
    raw = tuple(Field(name, value) for name, value in fields.items())
    return Record(id=key, raw=raw, provenance=Provenance("x.bib", "bibtex", number))


MISSING = "the parent {parent} is not among the records"
UNRELATED = "the related {key} is not among the records"


@collection_rule(
    "REC002",
    "parent-missing",
    safe_fixes=False,
    severity=Severity.ERROR,
    formats=("bibtex",),
    observe=keys_and_parents,
    examples=lambda: (
        Example((child("a", 1, crossref="{book}"), child("book", 2))),
        Example((child("book", 1), child("a", 2, CROSSREF='"Book"'))),  # BibTeX folds case
        Example((child("a", 1, xref="{old}"), child("b", 2, ids="{old, older}"))),
        Example((child("论文", 1, crossref="{会议录}"), child("会议录", 2))),
        Example((child("a", 1, crossref="{}"),)),  # REC007
        Example((child("a", 1, xdata="{store}"),)),  # a store is no record: its reader speaks
        Example((child("a", 1, related="{b, c}"), child("b", 2), child("C", 3))),
        Example((child("a", 1, crossref="{book}"),), (MISSING.format(parent="book"),)),
        Example((child("a", 1, xref='"会议录"'),), (MISSING.format(parent="会议录"),)),
        Example((child("a", 1, related="{b, c}"), child("b", 2)), (UNRELATED.format(key="c"),)),
        Example((child("статья", 1, crossref="{сб}"),), (MISSING.format(parent="сб"),)),
    ),
)
def parent_missing(facts: Sequence[Fact]) -> Iterator[tuple[Ref, Finding]]:
    """A record inherits from a parent, or names a related one, that is not there.

    Parents are named by crossref, xref and xdata.

    Why: BibTeX stops with an error, and the record lacks what it was to inherit: the title of its
    book, the publisher, the year.

    Not found: parents that differ in case, or stand in another file of the run, or are named by
    one of their other keys (`ids`). A store (`xdata`) is no record, and has to stand in the file.

    Source: BibTeX, "A bad cross reference"; BibLaTeX 2.4.1, 3.14.6 and 3.5.
    """
    known: set[str] = set()
    naming: list[tuple[Ref, tuple[str, ...], tuple[str, ...]]] = []
    for ref, value in facts:
        if isinstance(value, str):
            known.add(value.lower())
        else:
            names, parents, related = value
            known.update(map(str.lower, names))
            naming.append((ref, parents, related))
    for ref, parents, related in naming:
        for key in parents:
            if key and key.lower() not in known:
                yield ref, Finding("", MISSING, value=key, args={"parent": key})
        for key in related:
            if key.lower() not in known:
                yield ref, Finding("related", UNRELATED, value=key, args={"key": key})
