"""The rate of a rule's findings is not above that of the baseline."""

from __future__ import annotations

from typing import Any, Optional

from great_expectations.expectations.expectation import BatchExpectation


class ExpectRuleFindingRateNotToRise(BatchExpectation):
    """The rate of a rule's findings is not above that of the baseline."""

    rule: str
    tolerance: float = 0.0
    source: Optional[str] = None  # noqa: UP045

    success_keys = ("rule", "tolerance", "source")
    args_keys = ("rule", "tolerance", "source")

    def _validate(
        self, metrics: Any, runtime_configuration: Any = None, execution_engine: Any = None
    ) -> Any:
        raise NotImplementedError
