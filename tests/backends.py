"""Tables of the test's own on each backend that our expectations work on."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
import warnings
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

import pytest

Columns = Mapping[str, Sequence[object]]

BACKENDS = ("pandas", "sqlite", "postgres", "spark")
SQL_TYPES = {str: "text", bool: "boolean", int: "bigint", float: "double precision"}
SPARK_TYPES = {str: "string", bool: "boolean", int: "bigint", float: "double"}
_numbers = count(1)


@pytest.fixture(scope="session")
def gx_context() -> Any:
    """A context of Great Expectations in memory, which tells nobody anything."""
    pytest.importorskip("great_expectations", reason="pip install 'bibvalidator[gates]'")
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries that it imports
        import great_expectations

        context = great_expectations.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    return context


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """A session of Spark on this machine, for tests that are skipped where it cannot be."""
    if find_spec("pyspark") is None:
        pytest.skip("no Spark: pip install pyspark")
    if not shutil.which("java"):
        pytest.skip("no Java, which Spark runs on: apt-get install default-jre-headless")
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    with tempfile.TemporaryDirectory(prefix="spark-") as folder:
        from pyspark.sql import SparkSession

        settings = {
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
            "spark.sql.shuffle.partitions": "1",
            "spark.driver.memory": "1g",
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.sql.warehouse.dir": folder,
        }
        builder = SparkSession.builder.master("local[1]")
        for key, value in settings.items():
            builder = builder.config(key, value)
        session = builder.getOrCreate()
        session.sparkContext.setLogLevel("OFF")
        yield session
        session.stop()


class Backend:
    """A backend by its name, which makes batches of tables."""

    def __init__(self, name: str, request: pytest.FixtureRequest) -> None:
        self.name = name
        self.context = request.getfixturevalue("gx_context")
        self._database: Any = None
        self._request = request

    def holds(self, text: str) -> bool:
        """Whether a text can stand in a table there; Great Expectations hashes one of pandas."""
        if self.name == "postgres" and "\0" in text:
            return False
        return not any("\ud800" <= character <= "\udfff" for character in text)

    def batch(self, columns: Columns) -> Any:
        """A batch of a table with these columns; one without rows is of text."""
        return getattr(self, f"_{self.name}")(columns)

    def _pandas(self, columns: Columns) -> Any:
        import pandas

        frame = pandas.DataFrame({name: [*cells] for name, cells in columns.items()}, dtype=object)
        return self._of_frame(self.context.data_sources.add_or_update_pandas("pandas"), frame)

    def _spark(self, columns: Columns) -> Any:
        session = self._request.getfixturevalue("spark")
        schema = ", ".join(
            f"`{name}` {SPARK_TYPES[_kind(cells)]}" for name, cells in columns.items()
        )
        frame = session.createDataFrame([*zip(*columns.values(), strict=True)], schema)
        return self._of_frame(self.context.data_sources.add_or_update_spark("spark"), frame)

    def _of_frame(self, source: Any, frame: Any) -> Any:
        asset = source.add_dataframe_asset(f"table{next(_numbers)}")
        return asset.add_batch_definition_whole_dataframe("all").get_batch({"dataframe": frame})

    def _sqlite(self, columns: Columns) -> Any:
        folder: Path = self._request.getfixturevalue("tmp_path")
        path, name = folder / "tables.db", f"table{next(_numbers)}"
        with sqlite3.connect(path) as database:
            database.execute(_create(name, columns))
            marks = ", ".join("?" for _ in columns)
            rows = zip(*columns.values(), strict=True)
            database.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)
        database.close()
        return self._of_table(
            name, self.context.data_sources.add_or_update_sqlite, f"sqlite:///{path}"
        )

    def _postgres(self, columns: Columns) -> Any:
        import psycopg

        server = self._request.getfixturevalue("postgres")
        name = f"table{next(_numbers)}"
        with psycopg.connect(server.url()) as database, database.cursor() as cursor:
            cursor.execute(_create(name, columns))
            with cursor.copy(f"COPY {name} FROM STDIN") as copy:
                for row in zip(*columns.values(), strict=True):
                    copy.write_row(row)
        url = server.url(scheme="postgresql+psycopg")
        return self._of_table(name, self.context.data_sources.add_or_update_postgres, url)

    def _of_table(self, name: str, connect: Any, url: str) -> Any:
        if self._database is None:
            self._database = connect(self.name, connection_string=url)
        asset = self._database.add_table_asset(name, table_name=name)
        return asset.add_batch_definition_whole_table("all").get_batch()

    def close(self) -> None:
        """End the connections to a database."""
        if self._database is not None:
            self._database.get_engine().dispose()


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> Iterator[Backend]:
    """Each of the backends."""
    made = Backend(request.param, request)
    yield made
    made.close()


def _kind(cells: Sequence[object]) -> type:
    return next((type(cell) for cell in cells if cell is not None), str)


def _create(name: str, columns: Columns) -> str:
    inside = ", ".join(f'"{key}" {SQL_TYPES[_kind(cells)]}' for key, cells in columns.items())
    return f"CREATE TABLE {name} ({inside})"
