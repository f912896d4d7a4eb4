"""Writers: values and whole records as text of a format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any, Protocol

from validator.errors import UsageError
from validator.record import Record

HOLDS: Mapping[str, Mapping[str, Mapping[str, frozenset[str]]]]
"""Format -> variable -> field -> the CSL types whose records have the variable there; "" stands
for a line of the note. Made when it is asked for."""


class Writer(Protocol):
    """Writes records one by one, and holds none of them.

    The text of a file is ``head()``, ``record()`` for each record, and ``tail()``. It can be
    encoded as UTF-8 with ``surrogateescape``: bytes that could not be read come out as they were.
    """

    def head(self) -> str: ...

    def record(self, record: Record, *, first: bool) -> str: ...

    def tail(self) -> str: ...

    def unheld(self, record: Record) -> tuple[str, ...]:
        """What the format has no field for, which stands in lines of the note: variables, and
        fields of the source that fill none."""
        ...


class TableWriter(Protocol):
    """Writes rows of text as a table that is no text, and holds few of them.

    The bytes of a file are ``row()`` for each row, some of them later than their row, and
    ``tail()``. ``name`` is that of the record, for messages.
    """

    def row(self, cells: Sequence[str], name: str) -> bytes: ...

    def tail(self) -> bytes: ...


BYTES = {"xlsx": ("workbook", "xlsx"), "parquet": ("parquet", "parquet")}
"""Formats that are no text: the module of the writer, and the extra that it needs."""
READ_AS = {"tsv": "csv", "xlsx": "workbook", "marc21": "marc"}
"""What a format that is written is called where it is read, if that is another name."""


def table_writer(form: str, header: Sequence[str]) -> TableWriter:
    """The writer of a format of ``BYTES``, with the names of its columns.

    Raises UsageError where its extra is not installed.
    """
    module, extra = BYTES[form]
    try:
        made: TableWriter = import_module(f"{__name__}.{module}").Writer(header)
    except ModuleNotFoundError as error:
        raise UsageError(f"{form} needs an extra: pip install 'bibvalidator[{extra}]'") from error
    return made


def writer(form: str, columns: Iterable[str] = ()) -> Writer:
    """The writer of a format: bibtex, ris, csl-json, csl-jsonl, csv, tsv, endnote-xml, marc21
    (or marc) or marcxml.

    ``columns`` are the variables of a table, default all. Raises ValueError for another format.
    """
    if form == "bibtex":
        from validator.io.write import bibtex

        return bibtex.Writer()
    if form == "ris":
        from validator.io.write import ris

        return ris.Writer()
    if form in ("csl-json", "csl-jsonl"):
        from validator.io.write import csl_json

        return csl_json.Writer() if form == "csl-json" else csl_json.LinesWriter()
    if form == "endnote-xml":
        from validator.io.write import endnote_xml

        return endnote_xml.Writer()
    if form in ("csv", "tsv"):
        from validator.io.write import table

        return table.Writer("," if form == "csv" else "\t", columns)
    if form in ("marc", "marc21", "marcxml"):
        from validator.io.write import marc

        return marc.XmlWriter() if form == "marcxml" else marc.Writer()
    raise ValueError(f"no writer of the format {form!r}")


def unheld(record: Record, form: str) -> tuple[str, ...]:
    """What a format has no field for of a record: see `Writer.unheld`."""
    return writer(form).unheld(record)


def __getattr__(name: str) -> Any:
    if name != "HOLDS":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from validator.io.write import places

    globals()[name] = {form: places.table(form) for form in places.FORMATS}
    return globals()[name]
