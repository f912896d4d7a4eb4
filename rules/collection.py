"""Faults of a collection: keys, parents, empty fields; and what readers say of a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from validator.finding import Finding, Severity
from validator.record import Field, Provenance, Record
from validator.registry import Example, Fact, Ref, collection_rule, file_rule, rule

KEYED = frozenset(("bibtex", "csl-json", "csl-jsonl", "csv", "ris"))
"""Formats whose records have a key of their own, by which documents and programs name them."""


def keyed(key: str, number: int, *, path: str = "x.bib", form: str = "bibtex") -> Record:
    return Record(id=key, provenance=Provenance(path, form, number))


def key_of(record: Record) -> str | None:
    """The key of a record, where its format has one."""
    return record.id if record.id and record.provenance.format in KEYED else None


DUPLICATE = "the key of another record of this file"


@collection_rule(
    "REC001",
    "key-duplicate",
    severity=Severity.ERROR,
    observe=key_of,
    examples=(
        Example((keyed("smith2020", 1), keyed("smith2021", 2))),
        Example((keyed("smith2020", 1), keyed("Smith2020", 2))),  # REC006
        Example((keyed("张三2020", 1), keyed("张三2021", 2), keyed("", 3), keyed("", 4))),
        Example((keyed("a", 1), keyed("a", 1, path="y.bib"))),  # each file has its keys
        Example((keyed("main", 1, form="cn-page"), keyed("main", 2, form="cn-page"))),
        Example((keyed("smith2020", 1), keyed("smith2020", 2)), (DUPLICATE,), "smith2020-2"),
        Example((keyed("ключ", 1), keyed("ключ", 2)), (DUPLICATE,), "ключ-2"),
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
    error. The second record is often a duplicate of the first that was changed later.

    Not found: the same key in two files; keys that differ in case (REC006); formats whose records
    have no key.

    Source: BibTeX, "Repeated entry"; CSL-JSON, `id` is unique.
    """
    places: defaultdict[tuple[str, str], list[Ref]] = defaultdict(list)
    for ref, key in facts:
        places[ref.path, key].append(ref)
    taken = set(places)
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


def bibtex_key(record: Record) -> str | None:
    return record.id if record.id and record.provenance.format == "bibtex" else None


CASE = "a key that differs from another in case only"


@collection_rule(
    "REC006",
    "key-case-clash",
    severity=Severity.WARNING,
    observe=bibtex_key,
    examples=(
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
    for ref, key in facts:
        known, where = first.setdefault((ref.path, key.lower()), (key, ref))
        if known != key:
            yield ref, Finding("id", CASE, value=key, related=(where.handle,))


ANY_FIELD = frozenset(("", "bibtex", "ris", "csl-json", "csl-jsonl", "cn-page"))
"""Formats that write only fields that are there; tables write all columns."""
SHORT = 9  # characters: the delimiters of a value and some blanks
_FRAME = frozenset(("TY", "ER"))  # RIS writes nothing behind its last tag
WITHOUT_VALUE = "fields without a value: {fields}"


def is_empty(value: Any) -> bool:
    """Whether the value of a field is none, its delimiters taken off."""
    if isinstance(value, str):
        return not value.strip(_DELIMITERS)
    return value is None or value == [] or value == {}


def fields(form: str, **values: Any) -> Record:
    raw = tuple(Field(name, value) for name, value in values.items())
    return Record(raw=raw, provenance=Provenance(format=form))


@rule(
    "REC007",
    "field-empty",
    severity=Severity.INFO,
    examples=(
        Example(fields("bibtex", title="{A title}", year="2020", volume='"0"')),
        Example(fields("csv", title="A title", volume="")),  # a table has all columns
        Example(fields("csl-json", title="题名", volume=0, author=[{"family": "李"}])),
        Example(fields("ris", TY="JOUR", TI="Пример", ER="")),
        Example(
            fields("bibtex", title="{A}", volume="{}", number='""', pages="{ }"),
            (WITHOUT_VALUE.format(fields="volume, number, pages"),),
        ),
        Example(
            fields("csl-json", volume="", author=[]), ("fields without a value: volume, author",)
        ),
        Example(fields("cn-page", 学科分类号=""), (WITHOUT_VALUE.format(fields="学科分类号"),)),
        Example(fields("ris", TY="JOUR", VL=" "), (WITHOUT_VALUE.format(fields="VL"),)),
    ),
)
def field_empty(record: Record) -> Iterator[Finding]:
    """A field or label is there, and its value is not.

    Why: it is what a form or template left unfilled; some styles print its punctuation.

    Not found: tables, which have every column in every row.

    Source: BibTeX, "empty field" warnings; labels of platform pages (学科分类号).
    """
    if record.provenance.format not in ANY_FIELD:
        return
    empty = [
        field
        for field in record.raw
        if (not field.value or (field.value.__class__ is str and len(field.value) < SHORT))
        and is_empty(field.value)
        and field.name not in _FRAME
    ]
    if empty:
        names = ", ".join(dict.fromkeys(field.name for field in empty))
        about = empty[0].variable or empty[0].name
        yield Finding(about, WITHOUT_VALUE, args={"fields": names})


BIB = "@book{a, title = {A title}}\n"


@file_rule(
    "COL002",
    "unparsed-record",
    severity=Severity.ERROR,
    examples=(
        Example(BIB, format="bibtex"),
        Example(f"A comment @ large\n@string{{x = {{y}}}}\n@comment{{b}}\n{BIB}", format="bibtex"),
        Example("TY  - JOUR\nTI  - 题名\nER  - \n", format="ris"),
        Example(
            BIB + "@book{b, title = {B\n\n@book{c, title = {C}}\n",
            ("entry is not closed: a brace opened in a value is never closed",),
            format="bibtex",
        ),
        Example('[{"id": "a"}, 3]', ("an item is not a JSON object",), format="csl-json"),
        Example(
            "id,title\na,A\nb\nc,C\n",
            ("a row has not as many cells as the header",),
            format="csv",
        ),
    ),
)
def unparsed_record() -> None:
    """A record of the file could not be read.

    Why: other programs drop it in silence, or with all that follows. It is kept: its neighbours are
    read, and `clean` sets its text aside.

    Not found: comments, @string and @preamble, text between the entries of BibTeX.

    Source: the grammar of each format; the message says what is missing.
    """


@file_rule(
    "COL003",
    "list-truncated",
    severity=Severity.WARNING,
    examples=(
        Example("题名\n\n作者\n张三 [1]\n相关论文\n共 1 条\n• [1] 另一题名\n", format="cn-page"),
        Example(
            "题名\n\n作者\n张三 [1]\n相关论文\n共 50 条\n• [1] 另一题名\n",
            ("the file declares 50 records and holds 1",),
            format="cn-page",
        ),
    ),
)
def list_truncated() -> None:
    """A file says how many records it has, and holds fewer.

    Why: it was copied or downloaded in part (a page shows ten of fifty), and what is missing is
    missed in silence.

    Not found: files that say nothing of their number.

    Source: the number that the file itself declares.
    """


@file_rule(
    "COL004",
    "encoding-guessed",
    severity=Severity.INFO,
    examples=(
        Example(BIB.encode(), format="bibtex"),
        Example("@book{a, title = {中国研究}}\n".encode(), format="bibtex"),
        Example("@book{a, title = {中国研究}}\n".encode("utf-16"), format="bibtex"),  # it is marked
        Example(
            "@book{a, title = {中国数字人文研究的现状与展望}}\n".encode("gb18030"),
            ("not UTF-8: read as gb18030, which is a guess",),
            format="bibtex",
        ),
    ),
)
def encoding_guessed() -> None:
    """A file is not UTF-8, and its charset was told by its bytes.

    Why: a guess may be wrong, and then every value beyond ASCII is; saved as UTF-8, the file means
    the same everywhere.

    Not found: UTF-8, and files that begin with a byte order mark.

    Source: the charsets of Chinese, Japanese, Korean and Western exports; charset-normalizer.
    """


@file_rule(
    "COL005",
    "file-empty",
    severity=Severity.INFO,
    examples=(
        Example(BIB, format="bibtex"),
        Example("% nothing here yet\n", ("no records in this file",), format="bibtex"),
        Example("", ("no records in this file",), format="ris"),
    ),
)
def no_records() -> None:
    """A file holds no record: it is empty, or has comments only.

    Why: an export that failed looks the same as one that found nothing.

    Not found: a file with text that no reader understands, which is an error of its own: the run
    ends with code 3.

    Source: the file.
    """
