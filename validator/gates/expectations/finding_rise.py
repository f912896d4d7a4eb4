"""The rate of a rule's findings is not above that of the baseline."""

from __future__ import annotations

from typing import Any

from great_expectations.compatibility import pydantic

from validator.gates.expectations.measured import (
    ALL_SOURCES,
    Limit,
    MeasuresExpectation,
    above,
    of_source,
    share,
)
from validator.gates.expectations.rates import CouldNotTell, Rate, Row
from validator.gates.expectations.rendering import percent

NOISE = 1e-12
"""What the sum of shares of many sources may be off by."""


class ExpectRuleFindingRateNotToRise(MeasuresExpectation):
    """Expect the share of records with a finding of a rule not to rise above the baseline's.

    Over the table of measures, which `bibvalidator gate --tables` writes. It cannot be told where
    the rule has no row or no baseline, or no record was checked.

    Args:
        rule: The code of the rule, or its name.
        tolerance: How much the share, from 0 to 1, may be above that of the baseline.
        source: The path of a source; None for all sources together; "*" for each source alone,
            of which the one that rose most is observed.

    On pandas, SQLite, PostgreSQL and Spark.
    """

    rule: str = pydantic.Field(description="The code or the name of a rule.")
    tolerance: Limit = pydantic.Field(
        default=0.0, description="How much the share may be above that of the baseline."
    )

    success_keys = ("rule", "tolerance", "source")
    args_keys = ("rule", "tolerance", "source")
    examples = [
        {
            "data": {
                "rule": ["DOI003", "TIT004"],
                "source": ["a.bib", "a.bib"],
                "checked": [100, 100],
                "flagged": [4, 9],
                "baseline_rate": [0.05, 0.08],
            },
            "tests": [
                {"in": {"rule": "DOI003"}, "out": {"success": True}},
                {"in": {"rule": "TIT004"}, "out": {"success": False}},
                {"in": {"rule": "TIT004", "tolerance": 0.02}, "out": {"success": True}},
            ],
        }
    ]

    _is_share = pydantic.validator("tolerance", allow_reuse=True)(share)

    def measure(self) -> str:
        return self.rule

    def verdict(self, rows: list[Row]) -> dict[str, Any]:
        tolerance = self._get_success_kwargs()["tolerance"]
        rates = self.rates(rows)
        worst = max(rates, key=_rise)
        observed = {**worst.told(), "baseline_rate": round(worst.before or 0.0, 6)}
        limit = tolerance + NOISE
        if self.source == ALL_SOURCES:
            observed |= above(rates, sum(_rise(rate) > limit for rate in rates))
        return {"success": _rise(worst) <= limit, "observed": observed, "limit": tolerance}

    @classmethod
    def sentence(cls, values: dict[str, Any]) -> str:
        told = f"the share of records{of_source(values)} with a finding of $rule must not rise"
        if not values.get("tolerance"):
            return f"{told} above the baseline's."
        values["tolerance_pct"] = percent(values["tolerance"])
        return f"{told} more than $tolerance_pct above the baseline's."


def _rise(rate: Rate) -> float:
    if rate.before is None:
        of = f" of {rate.source}" if rate.source else ""
        raise CouldNotTell(f"no baseline{of}: `bibvalidator baseline` writes one")
    return rate.share - rate.before
