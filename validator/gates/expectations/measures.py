"""The metric of the table of measures: the rows of one rule, on pandas, SQL and Spark."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from great_expectations.execution_engine import (
    PandasExecutionEngine,
    SparkDFExecutionEngine,
    SqlAlchemyExecutionEngine,
)
from great_expectations.expectations.metrics.metric_provider import metric_value
from great_expectations.expectations.metrics.table_metric_provider import TableMetricProvider
from great_expectations.validator.metric_configuration import MetricConfiguration

from validator.gates.expectations.rates import CouldNotTell

METRIC = "bibvalidator.measures"
NEEDED = ("rule", "source", "checked", "flagged")


class MeasuresOfRule(TableMetricProvider):
    """The rows of one rule, by its code or name, in the table of measures.

    Raises CouldNotTell where it is another table.
    """

    metric_name = METRIC
    value_keys = ("rule",)

    @metric_value(engine=PandasExecutionEngine)
    def _pandas(cls, **given: Any) -> list[dict[str, Any]]:
        keys, table = _asked(given)
        wanted = given["metric_value_kwargs"]["rule"]
        of_rule = table[keys].eq(wanted).any(axis=1)
        return [{**row} for row in table[of_rule].to_dict("records")]

    @metric_value(engine=SqlAlchemyExecutionEngine)
    def _sqlalchemy(cls, **given: Any) -> list[dict[str, Any]]:
        import sqlalchemy
        from great_expectations.util import get_sqlalchemy_selectable

        keys, table = _asked(given)
        wanted = given["metric_value_kwargs"]["rule"]
        columns: list[Any] = [sqlalchemy.column(name) for name in given["metrics"]["table.columns"]]
        rows: Any = get_sqlalchemy_selectable(table)
        statement = sqlalchemy.select(*columns).select_from(rows)
        statement = statement.where(
            sqlalchemy.or_(*(sqlalchemy.column(key) == wanted for key in keys))
        )
        with given["execution_engine"].get_connection() as connection:
            return [{**row} for row in connection.execute(statement).mappings()]

    @metric_value(engine=SparkDFExecutionEngine)
    def _spark(cls, **given: Any) -> list[dict[str, Any]]:
        from functools import reduce
        from operator import or_

        keys, table = _asked(given)
        wanted = given["metric_value_kwargs"]["rule"]
        rows = table.filter(reduce(or_, (table[key] == wanted for key in keys))).collect()
        return [row.asDict() for row in rows]

    @classmethod
    def _get_evaluation_dependencies(
        cls,
        metric: Any,
        configuration: Any = None,
        execution_engine: Any = None,
        runtime_configuration: Any = None,
    ) -> Any:
        columns = MetricConfiguration("table.columns", metric.metric_domain_kwargs, None)
        return {"table.columns": columns}


def _asked(given: Mapping[str, Any]) -> tuple[list[str], Any]:
    """The columns that a rule is looked up in, and the table."""
    columns = [str(name) for name in given["metrics"]["table.columns"]]
    for name in NEEDED:
        if name not in columns:
            raise CouldNotTell(
                f"no column {name!r}: this is no table of measures, "
                "as `bibvalidator gate --tables` writes it"
            )
    table = given["execution_engine"].get_domain_records(given["metric_domain_kwargs"])
    return [key for key in ("rule", "name") if key in columns], table
