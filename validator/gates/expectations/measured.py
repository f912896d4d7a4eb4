"""What the expectations over the table of measures share: its rows, and their rates."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from great_expectations.compatibility import pydantic
from great_expectations.execution_engine import (
    PandasExecutionEngine,
    SparkDFExecutionEngine,
    SqlAlchemyExecutionEngine,
)
from great_expectations.expectations.expectation import BatchExpectation
from great_expectations.expectations.metrics.metric_provider import metric_value
from great_expectations.expectations.metrics.table_metric_provider import TableMetricProvider
from great_expectations.validator.metric_configuration import MetricConfiguration

from validator.gates.expectations.rendering import Told

Row = Mapping[str, Any]
Limit = float | dict[str, Any]
"""A share, or the name of a suite parameter: ``{"$PARAMETER": "name"}``."""

METRIC = "bibvalidator.measures"
NEEDED = ("rule", "source", "checked", "flagged")
ALL_SOURCES = "*"
"""Each source alone, in the place of its name."""


class CouldNotTell(ValueError):
    """The table does not say what is asked; neither pass nor fail."""


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


class Rate(NamedTuple):
    """A share of the records: those flagged, of those checked, and the same in the baseline.

    ``before`` is None without a baseline.
    """

    flagged: int
    checked: int
    before: float | None
    source: str = ""

    @property
    def share(self) -> float:
        return self.flagged / self.checked

    def told(self) -> dict[str, Any]:
        """The rate as a person reads it."""
        told = {"rate": round(self.share, 6), "flagged": self.flagged, "checked": self.checked}
        return {**told, "source": self.source} if self.source else told


class MeasuresExpectation(Told, BatchExpectation):
    """An expectation about the rows of one rule in the table of measures."""

    source: str | None = pydantic.Field(
        default=None,
        description='A source by its path; none for all together, "*" for each of them alone.',
    )

    catch_exceptions: bool = True

    @abstractmethod
    def measure(self) -> str:
        """The rule whose rows are asked."""

    @abstractmethod
    def verdict(self, rows: list[Row]) -> dict[str, Any]:
        """``success``, ``observed`` and ``limit``. Raises CouldNotTell."""

    def get_validation_dependencies(
        self, execution_engine: Any = None, runtime_configuration: Any = None
    ) -> Any:
        needed = super().get_validation_dependencies(execution_engine, runtime_configuration)
        needed.set_metric_configuration(
            METRIC,
            MetricConfiguration(METRIC, self._get_domain_kwargs(), {"rule": self.measure()}),
        )
        return needed

    def _validate(
        self, metrics: Any, runtime_configuration: Any = None, execution_engine: Any = None
    ) -> Any:
        rows = sorted(metrics[METRIC], key=lambda row: str(row["source"]))
        if not rows:
            raise CouldNotTell(
                f"no row of {self.measure()} in the table of measures: "
                "it was not asked for, or has another name"
            )
        if self.source not in (None, ALL_SOURCES):
            rows = [row for row in rows if row["source"] == self.source]
            if not rows:
                raise CouldNotTell(f"no row of the source {self.source} for {self.measure()}")
        verdict = self.verdict(rows)
        return {
            "success": verdict["success"],
            "result": {
                "observed_value": verdict["observed"],
                "details": {"limit": verdict["limit"]},
            },
        }

    def rates(self, rows: Iterable[Row]) -> list[Rate]:
        """The rates that are asked for: of all sources together, or of each.

        Sources that were not evaluated, and those without a record, say nothing.
        """
        told = [rate_of(row) for row in rows if is_evaluated(row) and count(row, "checked")]
        if not told:
            raise CouldNotTell(f"no record was checked for {self.measure()}")
        return told if self.source == ALL_SOURCES else [together(told)]

    @classmethod
    def _get_observed_value_from_evr(cls, result: Any = None) -> str:
        observed = (result.result or {}).get("observed_value") if result else None
        if not isinstance(observed, Mapping):
            return "--" if observed is None else str(observed)
        return "; ".join(f"{name}: {observed[name]}" for name in sorted(observed, key=_order))


FIRST = ("rate", "baseline_rate", "flagged", "checked", "source")
"""The order in which the parts of an observed value are read: results are kept in another."""


def _order(name: str) -> tuple[int, str]:
    return (FIRST.index(name) if name in FIRST else len(FIRST), name)


def rate_of(row: Row) -> Rate:
    """The rate that a row tells."""
    flagged, checked = count(row, "flagged"), count(row, "checked")
    return Rate(flagged, checked, number(row.get("baseline_rate")), str(row["source"]))


def together(rates: list[Rate]) -> Rate:
    """The rate of several sources: their records counted together."""
    if len(rates) == 1:
        return rates[0]
    checked = sum(rate.checked for rate in rates)
    before = [rate.before * rate.checked for rate in rates if rate.before is not None]
    return Rate(
        sum(rate.flagged for rate in rates),
        checked,
        sum(before) / checked if len(before) == len(rates) else None,
    )


def count(row: Row, column: str) -> int:
    """A number of records. Raises CouldNotTell where the cell is empty or no such number."""
    value = number(row.get(column))
    if value is None or value < 0 or not value.is_integer():
        raise CouldNotTell(f"{column} of {row['rule']} in {row['source']} is no number of records")
    return int(value)


def number(value: Any) -> float | None:
    """A cell as a number, None for null. Raises CouldNotTell for anything else."""
    if value is None or value != value or value == "":
        return None
    try:
        return float(value)
    except (TypeError, ValueError) as error:
        raise CouldNotTell(f"{value!r} is no number") from error


def is_evaluated(row: Row) -> bool:
    """Whether a source was evaluated, as it was where nothing else is said."""
    return str(row.get("evaluated", True)).lower() not in ("false", "f", "0", "0.0")


def share(limit: Any) -> Any:
    """A limit as it is. Raises ValueError where it is a number and no share."""
    if isinstance(limit, int | float) and not 0 <= limit <= 1:
        raise ValueError("a rate is a share from 0 to 1")
    return limit
