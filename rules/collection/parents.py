"""Parents that a record names and the collection lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from validator.finding import Finding, Severity
from validator.record import Field, Provenance, Record
from validator.registry import Example, Fact, Ref, collection_rule

PARENTS = frozenset(("crossref", "xref"))
_DELIMITERS = ' \t\r\n{}"'


def keys_and_parents(record: Record) -> str | tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The key of a BibTeX record; with its other names and its parents where it has such."""
    if record.provenance.format != "bibtex":
        return None
    other: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    for field in record.raw:
        name = field.name.lower()
        if name in PARENTS:
            parents += (field.value.strip(_DELIMITERS),)
        elif name == "ids":
            other = tuple(key.strip() for key in field.value.strip(_DELIMITERS).split(","))
    return ((record.id, *other), parents) if parents or other else record.id


def child(key: str, number: int, **fields: str) -> Record:
    raw = tuple(Field(name, value) for name, value in fields.items())
    return Record(id=key, raw=raw, provenance=Provenance("x.bib", "bibtex", number))


MISSING = "the parent {parent} is not among the records"


@collection_rule(
    "REC002",
    "parent-missing",
    severity=Severity.ERROR,
    observe=keys_and_parents,
    examples=(
        Example((child("a", 1, crossref="{book}"), child("book", 2))),
        Example((child("book", 1), child("a", 2, CROSSREF='"Book"'))),  # BibTeX folds case
        Example((child("a", 1, xref="{old}"), child("b", 2, ids="{old, older}"))),
        Example((child("论文", 1, crossref="{会议录}"), child("会议录", 2))),
        Example((child("a", 1, crossref="{}"),)),  # REC007
        Example((child("a", 1, xdata="{store}"),)),  # a store is no record: its reader knows it
        Example((child("a", 1, crossref="{book}"),), (MISSING.format(parent="book"),)),
        Example((child("a", 1, xref='"会议录"'),), (MISSING.format(parent="会议录"),)),
    ),
)
def parent_missing(facts: Sequence[Fact]) -> Iterator[tuple[Ref, Finding]]:
    """A record inherits from a parent (crossref, xref) that is not there.

    Why: BibTeX stops with an error, and the record lacks what it was to inherit: the title of its
    book, the publisher, the year.

    Not found: parents that differ in case, or stand in another file of the run, or are named by
    one of their other keys (`ids`).

    Source: BibTeX, "A bad cross reference"; BibLaTeX 2.4.1.
    """
    known: set[str] = set()
    children: list[tuple[Ref, tuple[str, ...]]] = []
    for ref, value in facts:
        keys, parents = ((value,), ()) if isinstance(value, str) else value
        known.update(key.lower() for key in keys)
        if parents:
            children.append((ref, parents))
    for ref, parents in children:
        for parent in parents:
            if parent and parent.lower() not in known:
                yield ref, Finding("", MISSING, value=parent, args={"parent": parent})
