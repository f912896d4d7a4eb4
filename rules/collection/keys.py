"""Faults in the keys of records: two of one name, or of one name but for case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from validator.facts import Fact, Ref
from validator.finding import Finding, Severity
from validator.record import Provenance, Record
from validator.registry import Example, collection_rule

KEYED = ("bibtex", "csl-json", "csl-jsonl", "csv", "ris")
"""Formats whose records have a key of their own, by which documents and programs name them."""


def keyed(key: str, number: int, *, path: str = "x.bib", form: str = "bibtex") -> Record:
    return Record(id=key, provenance=Provenance(path, form, number))


class Key(NamedTuple):
    """The key of a record; ``is_own``: its address has the key in it, as databases make them."""

    key: str
    is_own: bool


def key_of(record: Record) -> Key | None:
    return Key(record.id, record.id in record.url) if record.id else None


DUPLICATE = "the key of another record of this file"


@collection_rule(
    "REC001",
    "key-duplicate",
    safe_fixes=False,
    severity=Severity.ERROR,
    formats=KEYED,
    observe=key_of,
    examples=lambda: (
        Example((keyed("smith2020", 1), keyed("smith2021", 2))),
        Example((keyed("smith2020", 1), keyed("Smith2020", 2))),  # REC006
        Example((keyed("张三2020", 1), keyed("张三2021", 2), keyed("", 3), keyed("", 4))),
        Example((keyed("a", 1), keyed("a", 1, path="y.bib"))),  # each file has its keys
        Example((keyed("main", 1, form="cn-page"), keyed("main", 2, form="cn-page"))),
        Example((keyed("smith2020", 1), keyed("smith2020", 2)), (DUPLICATE,), "smith2020-2"),
        Example((keyed("ключ", 1), keyed("ключ", 2)), (DUPLICATE,), "ключ-2"),
        Example(
            (
                keyed("W14-1003", 1),
                replace(keyed("W14-1003", 2), url="https://example.org/W14-1003"),
            ),
            (DUPLICATE,),  # of the first record
        ),
        Example(
            (keyed("a", 1), keyed("a", 2), keyed("a-2", 3), keyed("a", 4)),
            (DUPLICATE, DUPLICATE),
            "a-3",
        ),
    ),
)
def key_duplicate(facts: Sequence[Fact]) -> Iterator[tuple[Ref, Finding]]:
    """Two records of one file have the same key.

    Why: a document that cites the key gets the first record or the last, and BibTeX stops with an
    error. The second record is often a duplicate of the first that was changed later. Where the
    address of one has the key in it, the others are told to be wrong.

    Not found: the same key in two files; keys that differ in case (REC006); formats whose records
    have no key.

    Source: BibTeX, "Repeated entry"; CSL-JSON, `id` is unique.
    """
    taken = set[tuple[str, str]]()
    repeated = set[tuple[str, str]]()
    for ref, (key, _) in facts:
        (repeated if (ref.path, key) in taken else taken).add((ref.path, key))
    if not repeated:
        return
    places: defaultdict[tuple[str, str], list[Ref]] = defaultdict(list)
    for own in (True, False):
        for ref, (key, is_own) in facts:
            if is_own is own and (ref.path, key) in repeated:
                places[ref.path, key].append(ref)
    for (path, key), refs in places.items():
        number = 2
        for ref in refs[1:]:
            while (path, f"{key}-{number}") in taken:
                number += 1
            taken.add((path, f"{key}-{number}"))
            yield (
                ref,
                Finding(
                    "id",
                    DUPLICATE,
                    value=key,
                    suggestion=f"{key}-{number}",
                    related=(place(refs[0]),),
                ),
            )


def place(ref: Ref) -> str:
    """Where a record stands, since its key does not tell it from another."""
    return f"{ref.path}:{ref.line}" if ref.line else f"{ref.path}#{ref.record_number}"


CASE = "a key that differs from another in case only"


@collection_rule(
    "REC006",
    "key-case-clash",
    safe_fixes=False,
    severity=Severity.WARNING,
    formats=("bibtex",),
    observe=key_of,
    examples=lambda: (
        Example((keyed("smith2020", 1), keyed("smith2020a", 2))),
        Example((keyed("smith2020", 1), keyed("smith2020", 2))),  # REC001
        Example((keyed("a", 1), keyed("A", 1, path="y.bib"))),
        Example((keyed("a", 1, form="csl-json"), keyed("A", 2, form="csl-json"))),
        Example((keyed("王2020", 1), keyed("汪2020", 2))),
        Example((keyed("Smith2020", 1), keyed("smith2020", 2)), (CASE,)),
        Example((keyed("Ёлкин", 1), keyed("ёлкин", 2)), (CASE,)),
    ),
)
def key_case_clash(facts: Sequence[Fact]) -> Iterator[tuple[Ref, Finding]]:
    """Two BibTeX keys of one file differ in case only.

    Why: BibTeX takes them for one and drops a record, Biber takes them for two.

    Not found: other formats, whose keys are compared letter by letter.

    Source: BibTeX, which compares keys without regard to case; Biber, which does not.
    """
    first: dict[tuple[str, str], tuple[str, Ref]] = {}
    for ref, (key, _) in facts:
        known, where = first.setdefault((ref.path, key.lower()), (key, ref))
        if known != key:
            yield ref, Finding("id", CASE, value=key, related=(where.handle,))
