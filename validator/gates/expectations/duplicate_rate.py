"""The rate of duplicates is at most a limit."""

from __future__ import annotations

from typing import Any, Optional

from great_expectations.expectations.expectation import BatchExpectation


class ExpectDuplicateRateToBeAtMost(BatchExpectation):
    """The rate of duplicates is at most a limit."""

    max_rate: float
    source: Optional[str] = None  # noqa: UP045

    success_keys = ("max_rate", "source")
    args_keys = ("max_rate", "source")

    def _validate(
        self, metrics: Any, runtime_configuration: Any = None, execution_engine: Any = None
    ) -> Any:
        raise NotImplementedError
