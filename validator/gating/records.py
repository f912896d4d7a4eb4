"""The table of records: a row a record, its CSL variables as text, and what is expected of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from validator import asking
from validator.audit import SourceSummary
from validator.config import Settings
from validator.errors import UnreadableError
from validator.gating import judged
from validator.gating.judged import Judge
from validator.io import Input, Opened, items
from validator.record import ATTRIBUTES, Parallel, Record, csl_name
from validator.registry import RULES
from validator.text.dates import Date

TICK = 500
"""Records between two calls of the progress function."""

ABSENCES = {"DOI": "DOI003", "title": "TIT001", "author": "AUT001", "issued": "DAT001"}
"""Variables, and the rule that finds their absence, by what the profile expects."""

PLACE = ("id", "source", "record_number", "line")
EXPECTED = tuple(f"expects-{variable}" for variable in ABSENCES)
PARALLELS = {
    attribute: f"original-{csl_name(attribute)}" for attribute in Parallel.__dataclass_fields__
}
COLUMNS = (
    *PLACE,
    *ATTRIBUTES.values(),
    *PARALLELS.values(),
    *EXPECTED,
    "ORCID",
    *judged.COLUMNS,
)
"""The names of the columns, in order. Those of ``EXPECTED`` hold whether the value is there or a
rule finds its absence, those of ``judged`` what our expectations judge."""

KINDS: Mapping[str, type] = {
    "record_number": int,
    "line": int,
    **dict.fromkeys(EXPECTED, bool),
}
"""What the columns hold that are not text."""

Row = tuple[str | int | bool | None, ...]


def rows(
    inputs: Iterable[Input],
    settings: Settings,
    *,
    sources: Iterable[SourceSummary],
    read: Counter[str],
    progress: Callable[[int], None],
) -> Iterator[Row]:
    """The records of inputs that were checked before, which gave ``sources``.

    ``read`` counts them by source. Raises UnreadableError for a file that has changed since.
    """
    known = {source.path: source for source in sources}
    expects, judge = _expectations(settings), Judge(settings)
    for given in inputs:
        source = known[given.shown]
        try:
            opened = Opened(given, settings)
            with opened as stream:
                for item in items(stream):
                    if isinstance(item, Record):
                        yield row(item, expects, judge)
                        read[source.path] += 1
                        if read[source.path] % TICK == 0:
                            progress(TICK)
        except UnreadableError:
            if source.error:
                continue
            raise UnreadableError(_changed(given)) from None
        if opened.digest != source.sha256:
            raise UnreadableError(_changed(given))


def row(record: Record, expects: Callable[[str, Record], bool], judge: Judge) -> Row:
    """The row of a record; a text that is empty or blank is None."""
    where = record.provenance
    there = record.__dict__
    values = [_text(there[name]) if name in there else None for name in ATTRIBUTES]
    parallel = record.parallel
    if parallel:
        values += [_text(getattr(parallel, name)) for name in PARALLELS]
    else:
        values += _NO_PARALLELS
    return (
        record.handle,
        where.path,
        where.record_number,
        where.line,
        *values,
        *[values[at] is not None or expects(code, record) for at, code in _AT],
        _text(judged.orcids(record)),
        *judge.cells(record),
    )


def _expectations(settings: Settings) -> Callable[[str, Record], bool]:
    """Whether a rule finds that its variable is absent, in a run with these settings."""

    def lacks(code: str, record: Record) -> bool:
        return any(True for _ in asking.run(RULES[code], record, settings))

    return lacks


_AT = [(list(ATTRIBUTES.values()).index(name), code) for name, code in ABSENCES.items()]
_NO_PARALLELS = [None] * len(PARALLELS)


def _text(value: Any) -> str | None:
    """A value of a record as text, its parts joined by "; "; None where nothing but blanks is."""
    if isinstance(value, Date):
        value = value.raw
    elif isinstance(value, tuple):
        value = "; ".join(map(str, value))
    return value if value and not value.isspace() else None


def _changed(given: Input) -> str:
    return f"{given.shown} has changed while it was read"
