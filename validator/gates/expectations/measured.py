"""What the expectations over the table of measures share."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from typing import Any

from great_expectations.compatibility import pydantic
from great_expectations.expectations.expectation import BatchExpectation
from great_expectations.validator.metric_configuration import MetricConfiguration

from validator.gates.expectations.measures import METRIC
from validator.gates.expectations.rates import (
    CouldNotTell,
    Rate,
    Row,
    count,
    is_evaluated,
    rate_of,
    together,
)
from validator.gates.expectations.rendering import Told

Limit = float | dict[str, Any]
"""A share, or the name of a suite parameter: ``{"$PARAMETER": "name"}``."""

ALL_SOURCES = "*"
"""Each source alone, in the place of its name."""


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
            raise CouldNotTell(
                f"no record was checked for {self.measure()}; see whether the files hold records"
            )
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


def share(limit: Any) -> Any:
    """A limit as it is. Raises ValueError where it is a number and no share."""
    if isinstance(limit, int | float) and not 0 <= limit <= 1:
        raise ValueError("a rate is a share from 0 to 1")
    return limit


def above(rates: list[Rate], times: int) -> dict[str, Any]:
    """How many of the sources are above the limit."""
    return {"sources": len(rates), "above": times}


def of_source(values: dict[str, Any]) -> str:
    """The part of a sentence that says which records are meant."""
    if values.get("source") == ALL_SOURCES:
        return " of each source"
    return " of $source" if values.get("source") else ""
