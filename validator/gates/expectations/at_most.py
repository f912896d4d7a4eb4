"""Rates that are at most a limit."""

from __future__ import annotations

from typing import Any

from great_expectations.compatibility import pydantic

from validator.gates.expectations.measured import (
    ALL_SOURCES,
    Limit,
    MeasuresExpectation,
    above,
    share,
)
from validator.gates.expectations.rates import Row


class AtMost(MeasuresExpectation):
    """Expect a rate to be at most a limit."""

    max_rate: Limit = pydantic.Field(description="The highest share of the records, from 0 to 1.")

    _is_share = pydantic.validator("max_rate", allow_reuse=True)(share)

    def verdict(self, rows: list[Row]) -> dict[str, Any]:
        limit = self._get_success_kwargs()["max_rate"]
        rates = self.rates(rows)
        worst = max(rates, key=lambda rate: rate.share)
        observed = worst.told()
        if self.source == ALL_SOURCES:
            observed |= above(rates, sum(rate.share > limit for rate in rates))
        return {"success": worst.share <= limit, "observed": observed, "limit": limit}
