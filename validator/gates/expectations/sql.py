"""The metrics of judged values over a table of a database.

No statement names the values that are unexpected, so that any number of them is counted: the
distinct ones are streamed and judged, and which rows hold them is told by reading these again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, islice, repeat
from typing import Any

from great_expectations.constants import MAX_RESULT_RECORDS
from great_expectations.expectations.metrics.util import get_dbms_compatible_metric_domain_kwargs
from great_expectations.util import get_sqlalchemy_selectable
from great_expectations.validator.metric_configuration import MetricConfiguration

from validator.text.judging import text_of

BATCH = 5000  # rows that are fetched at once
DISTINCT = "unexpected_distinct"


def distinct(
    cls: Any,
    execution_engine: Any,
    metric_domain_kwargs: Any,
    metric_value_kwargs: Any,
    metrics: Any,
    **_: Any,
) -> dict[Any, int]:
    """The distinct unexpected values, as the database gives them, with the number of their rows."""
    import sqlalchemy

    judge = cls.judge_of(metric_value_kwargs)
    column, key, table = _domain(execution_engine, metric_domain_kwargs, metrics)
    statement = (
        sqlalchemy.select(key.label("value"), sqlalchemy.func.count().label("times"))
        .select_from(table)
        .where(column.is_not(None))
        .group_by(key)
    )
    return {
        value: int(times)
        for value, times in _streamed(execution_engine, statement)
        if not judge(text_of(value))
    }


def unexpected_count(cls: Any, metrics: Any, **_: Any) -> int:
    """The number of rows whose value is unexpected."""
    return sum(metrics[DISTINCT].values())


def unexpected_values(cls: Any, metric_value_kwargs: Any, metrics: Any, **_: Any) -> list[Any]:
    """The unexpected values, each as often as it stands there, up to a limit."""
    found = sorted(metrics[DISTINCT].items(), key=lambda item: text_of(item[0]))
    values = chain.from_iterable(repeat(value, times) for value, times in found)
    return list(islice(values, _most(metric_value_kwargs["result_format"])))


def unexpected_rows(
    cls: Any,
    execution_engine: Any,
    metric_domain_kwargs: Any,
    metric_value_kwargs: Any,
    metrics: Any,
    **_: Any,
) -> list[dict[str, Any]]:
    """The rows whose value is unexpected, up to a limit."""
    names = list(metrics["table.columns"])
    rows = _rows(names, execution_engine, metric_domain_kwargs, metrics)
    most = _most(metric_value_kwargs["result_format"])
    return [dict(zip(names, row[:-1], strict=True)) for row in islice(rows, most)]


def unexpected_index_list(
    cls: Any,
    execution_engine: Any,
    metric_domain_kwargs: Any,
    metric_value_kwargs: Any,
    metrics: Any,
    **_: Any,
) -> list[dict[str, Any]] | None:
    """What the index columns say of the rows whose value is unexpected; None without any.

    Raises ValueError where the table has no such column.
    """
    wanted = metric_value_kwargs["result_format"]
    index = wanted.get("unexpected_index_column_names")
    if not index:
        return None
    for name in index:
        if name not in metrics["table.columns"]:
            raise ValueError(f"no column {name} to name rows by")
    rows = _rows(index, execution_engine, metric_domain_kwargs, metrics, ordered=True)
    if wanted["result_format"] != "COMPLETE":
        rows = islice(rows, wanted["partial_unexpected_count"])
    if wanted.get("exclude_unexpected_values"):
        columns = list(zip(*(row[:-1] for row in rows), strict=True))
        return [dict(zip(index, map(list, columns), strict=True))] if columns else []
    names = [*index, metric_domain_kwargs["column"]]
    return [dict(zip(names, row, strict=True)) for row in rows]


def unexpected_index_query(cls: Any, **_: Any) -> None:
    """None: there is no statement that tells what only Python can judge."""


METRICS: dict[str, tuple[Callable[..., Any], tuple[str, ...]]] = {
    DISTINCT: (distinct, ()),
    "unexpected_count": (unexpected_count, ()),
    "unexpected_values": (unexpected_values, ("result_format",)),
    "unexpected_rows": (unexpected_rows, ("result_format",)),
    "unexpected_index_list": (unexpected_index_list, ("result_format",)),
    "unexpected_index_query": (unexpected_index_query, ("result_format",)),
}
"""By the end of its name, each metric and its arguments beside those of the judge."""


def dependencies(metric: Any, needed: dict[str, Any]) -> dict[str, Any]:
    """What a metric over SQL needs: the columns, and all but one of them the distinct values."""
    kept = {"table.columns": needed["table.columns"]}
    name, _, suffix = metric.metric_name.rpartition(".")
    if suffix != DISTINCT:
        arguments = dict(metric.metric_value_kwargs)
        arguments.pop("result_format", None)
        kept[DISTINCT] = MetricConfiguration(
            metric_name=f"{name}.{DISTINCT}",
            metric_domain_kwargs=metric.metric_domain_kwargs,
            metric_value_kwargs=arguments,
        )
    return kept


def _domain(engine: Any, domain_kwargs: Any, metrics: Any) -> tuple[Any, Any, Any]:
    """The column, what its distinct values are told apart by, and the table.

    Equal are the values whose characters are, whatever collation the column has; of databases
    other than SQLite and PostgreSQL those that its collation holds for equal.
    """
    import sqlalchemy

    compatible = get_dbms_compatible_metric_domain_kwargs(
        metric_domain_kwargs=domain_kwargs, batch_columns_list=metrics["table.columns"]
    )
    table = get_sqlalchemy_selectable(engine.get_domain_records(domain_kwargs=compatible))
    column: Any = sqlalchemy.column(compatible["column"])
    key = column
    if engine.dialect_name == "sqlite":
        key = sqlalchemy.collate(column, "BINARY")
    elif engine.dialect_name == "postgresql":
        key = sqlalchemy.collate(sqlalchemy.cast(column, sqlalchemy.Text), "C")
    return column, key, table


def _rows(
    names: list[str], engine: Any, domain_kwargs: Any, metrics: Any, *, ordered: bool = False
) -> Iterator[Any]:
    """Of the rows whose value is unexpected, the columns of these names, and the value."""
    import sqlalchemy

    column, key, table = _domain(engine, domain_kwargs, metrics)
    columns: list[Any] = [sqlalchemy.column(name) for name in names]
    statement = sqlalchemy.select(*columns, column, key.label("bibvalidator_key"))
    statement = statement.select_from(table).where(column.is_not(None))
    if ordered:
        statement = statement.order_by(*columns)
    unexpected = metrics[DISTINCT]
    for *row, value in _streamed(engine, statement):
        if value in unexpected:
            yield row


def _streamed(engine: Any, statement: Any) -> Iterator[Any]:
    options = {"stream_results": True, "yield_per": BATCH}
    with engine.get_connection() as connection:
        yield from connection.execute(statement, execution_options=options)


def _most(result_format: Any) -> int:
    if result_format["result_format"] == "COMPLETE":
        return MAX_RESULT_RECORDS
    return min(int(result_format["partial_unexpected_count"]), MAX_RESULT_RECORDS)
