"""Words for "no value" in the place of a value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter

from validator.facts import Fact, Ref
from validator.finding import Finding, Severity
from validator.record import (
    NAME_VARIABLES,
    Field,
    Name,
    Provenance,
    Record,
    attribute_of,
)
from validator.registry import Example, Examples, collection_rule, rule
from validator.screens import PARTED, NameScreen
from validator.text.placeholders import (
    BY_PEOPLE,
    FREQUENT,
    LONGEST,
    NO_PAGES,
    OF_TABLES,
    is_placeholder,
)

TABLE = Provenance(format="csv")
PLACEHOLDER = "a placeholder in the place of a value"

VALUES = (
    *("title", "container-title", "container-title-short", "collection-title", "event-title"),
    *("publisher", "publisher-place", "volume", "issue", "page", "number", "number-of-pages"),
    *("edition", "genre", "status", "DOI", "ISBN", "ISSN", "PMID", "PMCID", "arXiv", "CSTR", "URL"),
    *("language", "classification", "abstract"),
)
_values = attrgetter(*map(attribute_of, VALUES))
# One character may be a title (無), and these are codes of languages (Nauru, Nila, Min Nan).
_TITLES = frozenset(("title", "container-title"))
_MEANT = frozenset(
    (
        *(
            "无",
            "無",
            "нет",
            "不明",
            "unknown",
            "unbekannt",
            "inconnu",
            "desconocido",
            "desconhecido",
        ),
        *("sconosciuto", "onbekend", "okänd", "ukjent", "neznámý", "nieznany"),
    )
)
SIGNS_FOR_NAMES = frozenset(("?", "??", "-", "--", "---", "—"))
"""What people write for a name that they do not know: AUT008's."""
NAMES = frozenset(("Null", "Nan", "Nil"))
_LANGUAGES = frozenset(("na", "nil", "nan"))


def stands_for_nothing(variable: str, value: str, *, form: str = "") -> bool:
    """Whether a value of a variable is a placeholder."""
    if variable == "page" and value in NO_PAGES:
        return True
    word = value.strip().lower()
    if not word or not is_placeholder(value) or (form == "csv" and value.strip() in OF_TABLES):
        return False
    if variable in _TITLES:
        return word not in _MEANT and value not in NAMES
    return variable != "language" or value.strip() not in _LANGUAGES


def names_nobody(name: Name) -> bool:
    """Whether a program wrote "null" or "NaN" for a name. What people write is AUT008's."""
    parts = [part for part in (name.literal, name.family, name.given) if part]
    return bool(parts) and all(
        len(part) <= LONGEST
        and is_placeholder(part)
        and part.strip().lower() not in BY_PEOPLE
        and part.strip() not in SIGNS_FOR_NAMES
        and part not in NAMES
        for part in parts
    )


def _placeholders() -> Examples:
    return (
        Example(Record(volume="12", issue="0", page="1-9")),  # a pilot issue is numbered 0
        Example(Record(publisher="[s.n.]", publisher_place="S.l.")),  # what cataloguing writes
        Example(Record(title="無", container_title="Unknown")),  # titles of works
        Example(Record(title="No value is unknown", abstract="未知的研究")),  # a word of the text
        Example(
            Record(author=(Name(literal="Na"), Name("Null", "Christopher"), Name(literal="Nan")))
        ),
        Example(Record(author=(Name(literal="?"), Name(literal="N/A")))),  # AUT008
        Example(Record(language="nan")),  # Min Nan
        Example(Record(language="NaN"), (PLACEHOLDER,), suggests=""),
        Example(Record(note="none")),
        Example(Record(volume="NA", abstract="NA", keyword=("NULL",), provenance=TABLE)),  # VAL003
        Example(Record(volume="XX", edition="?-1")),
        Example(Record(title="???? ?????? ????")),  # ENC005
        Example(Record(doi="N/A"), (PLACEHOLDER,), suggests=""),
        Example(Record(volume="null", issue="undefined"), (PLACEHOLDER, PLACEHOLDER), suggests=""),
        Example(Record(volume="NA"), (PLACEHOLDER,), suggests=""),
        Example(Record(page="--"), (PLACEHOLDER,), suggests=""),
        Example(Record(page="??-??"), (PLACEHOLDER,), suggests=""),
        Example(Record(page="0-0"), (PLACEHOLDER,), suggests=""),
        Example(Record(issue="??"), (PLACEHOLDER,), suggests=""),
        Example(Record(title="None"), (PLACEHOLDER,), suggests=""),
        Example(Record(abstract="暂无"), (PLACEHOLDER,), suggests=""),
        Example(Record(publisher="未知"), (PLACEHOLDER,), suggests=""),
        Example(Record(publisher="不明"), (PLACEHOLDER,), suggests=""),
        Example(Record(publisher="미상"), (PLACEHOLDER,), suggests=""),
        Example(Record(publisher="неизвестно"), (PLACEHOLDER,), suggests=""),
        Example(Record(publisher="غير معروف"), (PLACEHOLDER,), suggests=""),
        Example(Record(issue="－"), (PLACEHOLDER,), suggests=""),  # full-width
        Example(Record(keyword=("soil", "n/a")), (PLACEHOLDER,), suggests=""),
        Example(
            Record(author=(Name("null", "null"), Name("Li", "Na"))), (PLACEHOLDER,), suggests=""
        ),
    )


def may_be_empty(text: str) -> bool:
    """A trigger: one of the values is a usual placeholder. A set sees all of them at once."""
    return not FREQUENT.isdisjoint(text.split(PARTED))


def may_be_nobody(name: Name) -> bool:
    """A screen: a usual placeholder for a name."""
    return (name.literal or name.family) in FREQUENT


@rule(
    "VAL001",
    "placeholder-value",
    severity=Severity.WARNING,
    examples=_placeholders,
    of_names=NameScreen(may_be_nobody),
    trigger=may_be_empty,
    over=(*VALUES, "keyword"),
)
def placeholder_value(record: Record) -> Iterator[Finding]:
    """A field holds a word or sign for "no value": N/A, null, undefined, NaN, 未知, --, ??.

    Why: a field that is there counts as filled, is printed, and makes two records with
    "N/A" agree in it.

    Not found: such words within a longer value; n.d., [s.n.] and S.l., which cataloguing
    prescribes; issue 0; "Na" and "Null", which are names; codes of languages; titles that are such
    a word in their language; the empty cells of a table (VAL003).

    Source: what JavaScript, Python, R, SQL and spreadsheets write for no value; zotero-linter,
    no-value-nullish.
    """
    form = record.provenance.format
    for variable, value in zip(VALUES, _values(record), strict=True):
        if value and len(value) <= LONGEST and stands_for_nothing(variable, value, form=form):
            yield Finding(variable, PLACEHOLDER, value=value, suggestion="", safe=True)
    for index, keyword in enumerate(record.keyword):
        if stands_for_nothing("keyword", keyword, form=form):
            yield _of_list("keyword", keyword, index)
    for variable in NAME_VARIABLES:
        for index, name in enumerate(getattr(record, variable)):
            if names_nobody(name):
                yield _of_list(variable, str(name), index)


def _of_list(variable: str, value: str, index: int) -> Finding:
    return Finding(variable, PLACEHOLDER, value=value, suggestion="", safe=True, index=index)


def table_nulls(record: Record) -> tuple[tuple[str, str], ...] | None:
    """The columns of a row of a table that hold a word for no value, with the word."""
    return (
        tuple(
            (field.name, field.value.strip('" '))
            for field in record.raw
            if isinstance(field.value, str)
            and len(field.value) <= LONGEST
            and field.value.strip('" ') in OF_TABLES
        )
        or None
    )


def row(number: int, **cells: str) -> Record:
    fields = tuple(Field(name, value) for name, value in cells.items())
    return Record(raw=fields, provenance=Provenance("x.csv", "csv", number))


HEADER = 1  # the line that names the columns

CELLS = "the column {column} holds {word} for no value; cells: {cells}"


@collection_rule(
    "VAL003",
    "placeholder-column",
    severity=Severity.INFO,
    formats=("csv",),
    observe=table_nulls,
    examples=lambda: (
        Example((row(1, title="Na", 题名="无"), row(2, title="NA and NaN in R"))),
        Example((Record(volume="NA"),)),  # no table: VAL001
        Example(
            (row(1, doi="NA", volume="3"), row(2, doi="NA", volume="NULL")),
            (
                CELLS.format(cells=2, column="doi", word="NA"),
                CELLS.format(cells=1, column="volume", word="NULL"),
            ),
        ),
    ),
)
def placeholder_column(facts: Sequence[Fact]) -> Iterator[tuple[Ref, Finding]]:
    """A column of a table holds NA, NULL or NaN where it has no value.

    Why: R, pandas and databases write such a word into every empty cell. It is said once for a
    column, since a finding for each cell would bury all others; whoever reads the table without
    knowing takes "NA" for a DOI that many records share.

    Not found: other words for no value, which somebody wrote into a cell: VAL001.

    Source: R, write.table, `na`; pandas, to_csv, `na_rep`; MySQL, SELECT ... INTO OUTFILE.
    """
    cells: Counter[tuple[str, str, str]] = Counter()
    for ref, nulls in facts:
        cells.update((ref.path, column, word) for column, word in nulls)
    for key in cells:
        path, column, word = key
        yield (
            Ref(path, 0, HEADER, None, "", column),
            Finding(
                "",
                CELLS,
                value=word,
                args={"cells": cells[key], "column": column, "word": word},
            ),
        )
