"""All records of the sources were read and evaluated."""

from __future__ import annotations

from typing import Any, Optional

from great_expectations.expectations.expectation import BatchExpectation


class ExpectRecordsToBeAccountedFor(BatchExpectation):
    """All records of the sources were read and evaluated."""

    source: Optional[str] = None  # noqa: UP045

    success_keys = ("source",)
    args_keys = ("source",)

    def _validate(
        self, metrics: Any, runtime_configuration: Any = None, execution_engine: Any = None
    ) -> Any:
        raise NotImplementedError
