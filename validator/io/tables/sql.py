"""A table of a database, or what a query gives: read only, row by row."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from urllib.parse import quote, unquote

from validator.errors import UnreadableError, UsageError
from validator.finding import Fault
from validator.io.source import Source
from validator.io.tables import headers, urls
from validator.io.tables.columns import Columns
from validator.io.tables.typed import read as read_rows
from validator.record import Record

BATCH = 2000  # rows held at a time
LISTED = 20  # tables that a message names
DRIVERS = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
"""Schemes for which the extra brings the driver."""

READ_ONLY = {
    "mysql": "SET SESSION TRANSACTION READ ONLY",
    "mariadb": "SET SESSION TRANSACTION READ ONLY",
    "oracle": "SET TRANSACTION READ ONLY",
}
"""Dialects, and the statement by which a transaction comes to write nothing; for PostgreSQL and
SQLite the connection is opened so."""

WRONG = ("42", "25006", "22", "0A", "3F", "26", "34")
"""States of SQL that say that a query is wrong: syntax, names, rights, types, writing."""
SQLITE_WRONG = (1, 8, 20, 23, 25)  # SQLITE_ERROR, READONLY, MISMATCH, AUTH, RANGE


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of a table or a query, a row each; they have numbers and no lines.

    A table is read in the order of its primary key, where it has one. Raises UsageError for a
    table or query that is wrong, with the server's words, UnreadableError for a database that
    cannot be reached or whose connection is lost.
    """
    url, table = urls.parted(source.location)
    if not urls.is_url(url):
        raise UsageError(f"{source.path}: sql is read from the URL of a database")
    if urls.is_ambiguous(source.location):
        raise UsageError(
            f"{source.path}: in a password @ is written %40, / %2F, # %23, ? %3F and % %25"
        )
    if table and source.query:
        raise UsageError(f"{source.path}: a table and a query are named; only one can be read")
    alchemy = _library(source)
    with _told(alchemy, source):
        engine = _engine(alchemy, url, source)
        try:
            with engine.connect() as connection, _asked(alchemy, connection, table, source) as rows:
                names = list(map(str, rows.keys()))
                if not (source.any_columns or headers.known(names, source.columns)):
                    raise UsageError(
                        f"{source.path}: no column is known of {', '.join(names)[:500]};"
                        " see formats --explain"
                    )
                batches = (row for batch in rows.partitions(BATCH) for row in batch)
                yield from read_rows(batches, Columns(names, source.columns), source)
        finally:
            engine.dispose()


def _library(source: Source) -> Any:
    try:
        return importlib.import_module("sqlalchemy")
    except ImportError as error:
        raise UsageError(
            f"{source.path}: databases need an extra: pip install 'bibvalidator[sql]'"
        ) from error


@contextmanager
def _told(alchemy: Any, source: Source) -> Iterator[None]:
    """Errors of the database as ours, in its own words and without the password."""
    try:
        yield
    except alchemy.exc.DBAPIError as error:
        said = urls.without_secrets(str(error.orig).strip(), source.location)
        if _is_wrong(error, alchemy):
            raise UsageError(f"{source.path}: {said}") from None
        raise UnreadableError(f"the database says: {said}") from None
    except (alchemy.exc.NoSuchModuleError, alchemy.exc.ArgumentError) as error:
        said = urls.without_secrets(str(error), source.location)
        raise UsageError(f"{source.path}: {said}") from None
    except (alchemy.exc.SQLAlchemyError, OSError, UnicodeError, OverflowError) as error:
        said = urls.without_secrets(str(error), source.location)
        raise UnreadableError(f"the database says: {said}") from None


def _is_wrong(error: Any, alchemy: Any) -> bool:
    """Whether the statement is at fault, not the connection or the data base."""
    state = getattr(error.orig, "sqlstate", None) or getattr(error.orig, "pgcode", None)
    if state:
        return str(state).startswith(WRONG)
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        return code & 0xFF in SQLITE_WRONG
    return isinstance(error, alchemy.exc.ProgrammingError) and not error.connection_invalidated


def _engine(alchemy: Any, url: str, source: Source) -> Any:
    pool = importlib.import_module("sqlalchemy.pool").NullPool
    made = alchemy.engine.make_url(url)
    if made.drivername.partition("+")[0] == "sqlite":
        path = _file_of(made, source)
        return alchemy.create_engine("sqlite://", creator=lambda: _sqlite(path), poolclass=pool)
    if made.drivername in DRIVERS:
        made = made.set(drivername=DRIVERS[made.drivername])
    try:
        return alchemy.create_engine(made, poolclass=pool)
    except ImportError as error:
        raise UsageError(
            f"{source.path}: no driver for {made.drivername}: {error.name} is not installed"
        ) from None


def _file_of(url: Any, source: Source) -> str:
    """The file of an SQLite database, which must be there: SQLite would make it."""
    path = unquote(url.database or "")
    if not path or path == ":memory:" or not os.path.isfile(path):
        raise UsageError(f"{source.path}: no file {path or 'is named'}")
    return os.path.abspath(path)


def _sqlite(path: str) -> Any:
    """A connection that cannot write. Text that is no UTF-8 is read like that of a file."""
    import sqlite3

    connection = sqlite3.connect(f"file:{quote(path)}?mode=ro", uri=True)
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")
    return connection


def _asked(alchemy: Any, connection: Any, table: str, source: Source) -> Any:
    """The rows of a table or a query, which the server hands over in batches."""
    dialect = connection.dialect.name
    if dialect == "postgresql":
        connection = connection.execution_options(postgresql_readonly=True)
        if connection.dialect.driver == "psycopg":
            _take_any_date(connection.connection.driver_connection)
    elif dialect in READ_ONLY:
        connection.exec_driver_sql(READ_ONLY[dialect])
    statement = source.query or _select(alchemy, connection, table, source)
    asked = connection.execution_options(stream_results=True, yield_per=BATCH, no_parameters=True)
    result = asked.exec_driver_sql(statement)
    if not result.returns_rows:
        raise UsageError(f"{source.path}: the query gives no rows")
    return result


def _take_any_date(connection: Any) -> None:
    """Have dates that Python has not, "infinity" or 44 BC, as the server's text: they would end
    the reading."""
    wrong = importlib.import_module("psycopg").DataError
    loaders = importlib.import_module("psycopg.types.datetime")

    def tolerant(loader: Any) -> Any:
        def load(self: Any, data: Any) -> Any:
            try:
                return loader.load(self, data)
            except wrong:
                return bytes(data).decode()

        return type("Tolerant", (loader,), {"load": load})

    for name in ("Date", "Timestamp", "Timestamptz"):
        connection.adapters.register_loader(
            name.lower(), tolerant(getattr(loaders, f"{name}Loader"))
        )


def _select(alchemy: Any, connection: Any, table: str, source: Source) -> str:
    """The statement that reads a table, or the only one that there is."""
    inspector = alchemy.inspect(connection)
    there = [*inspector.get_table_names(), *inspector.get_view_names()]
    schema, name = None, table or (there[0] if len(there) == 1 else "")
    if name not in there and "." in name:
        schema, _, name = name.partition(".")
        found = [*inspector.get_table_names(schema), *inspector.get_view_names(schema)]
        there = [f"{schema}.{one}" for one in found]
    full = f"{schema}.{name}" if schema else name
    if full not in there:
        more = ", ..." if len(there) > LISTED else ""
        listed = ", ".join(sorted(there)[:LISTED]) + more if there else "none"
        wanted = f"there is no table {full}" if name else "name a table of it"
        base = source.path.partition("#")[0]
        raise UsageError(f"{base}: {wanted}, as {base}#TABLE; its tables: {listed}")
    quoted = connection.dialect.identifier_preparer.quote
    statement = f"SELECT * FROM {quoted(schema) + '.' if schema else ''}{quoted(name)}"
    key = inspector.get_pk_constraint(name, schema=schema).get("constrained_columns")
    return f"{statement} ORDER BY {', '.join(map(quoted, key))}" if key else statement
