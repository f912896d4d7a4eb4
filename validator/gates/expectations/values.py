"""The metric of the expectations about values, on pandas, on SQL and on Spark.

Each value is judged by a Python function, on every backend by the same: pandas and Spark hand
the column over, and of a table in SQL the distinct values are streamed, judged and counted.
"""

from __future__ import annotations

from typing import Any

import pandas
from great_expectations.core.metric_function_types import MetricFunctionTypes
from great_expectations.execution_engine import (
    PandasExecutionEngine,
    SparkDFExecutionEngine,
    SqlAlchemyExecutionEngine,
)
from great_expectations.expectations.metrics.map_metric_provider import (
    ColumnMapMetricProvider,
    column_condition_partial,
)
from great_expectations.expectations.registry import register_metric

from validator.gates.expectations import sql
from validator.text.judging import Judge, judged


class JudgedValues(ColumnMapMetricProvider):
    """A metric whose values are judged by ``judge``; ``condition_value_keys`` are its arguments.

    The metric of a column that says what is unexpected in it, in the names of Great Expectations.
    """

    condition_value_keys: tuple[str, ...] = ()

    @classmethod
    def judge(cls, **arguments: Any) -> Judge:
        """The function that judges one value."""
        raise NotImplementedError

    @classmethod
    def judge_of(cls, arguments: Any) -> Judge:
        """The judge for those of the arguments that are its own."""
        return cls.judge(**{key: arguments[key] for key in cls.condition_value_keys})

    @column_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column: Any, **arguments: Any) -> Any:
        expected = judged(column.to_list(), cls.judge_of(arguments))
        return pandas.Series(expected, index=column.index, dtype=bool)

    @column_condition_partial(engine=SparkDFExecutionEngine)
    def _spark(cls, column: Any, **arguments: Any) -> Any:
        from pyspark.sql.functions import pandas_udf

        judge = cls.judge_of(arguments)

        def expected(cells: pandas.Series) -> pandas.Series:  # read by Spark
            return pandas.Series(judged(cells.to_list(), judge), dtype=bool)

        return pandas_udf(expected, "boolean")(column)

    @classmethod
    def _register_metric_functions(cls) -> None:
        super()._register_metric_functions()  # type: ignore[no-untyped-call]
        name = getattr(cls, "condition_metric_name", "")
        for suffix, (provider, keys) in sql.METRICS.items() if name else ():
            register_metric(
                metric_name=f"{name}.{suffix}",
                metric_domain_keys=cls.condition_domain_keys,
                metric_value_keys=(*cls.condition_value_keys, *keys),
                execution_engine=SqlAlchemyExecutionEngine,
                metric_class=cls,
                metric_provider=provider,
                metric_fn_type=MetricFunctionTypes.VALUE,
            )

    @classmethod
    def _get_evaluation_dependencies(
        cls,
        metric: Any,
        configuration: Any = None,
        execution_engine: Any = None,
        runtime_configuration: Any = None,
    ) -> Any:
        needed = super()._get_evaluation_dependencies(
            metric, configuration, execution_engine, runtime_configuration
        )
        if isinstance(execution_engine, SqlAlchemyExecutionEngine):
            return sql.dependencies(metric, needed)
        return needed
