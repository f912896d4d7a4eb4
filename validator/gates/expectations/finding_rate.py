"""The rate of a rule's findings is at most a limit."""

from __future__ import annotations

from typing import Any, Optional

from great_expectations.expectations.expectation import BatchExpectation


class ExpectRuleFindingRateToBeAtMost(BatchExpectation):
    """The rate of a rule's findings is at most a limit."""

    rule: str
    max_rate: float
    source: Optional[str] = None  # noqa: UP045

    success_keys = ("rule", "max_rate", "source")
    args_keys = ("rule", "max_rate", "source")

    def _validate(
        self, metrics: Any, runtime_configuration: Any = None, execution_engine: Any = None
    ) -> Any:
        raise NotImplementedError
