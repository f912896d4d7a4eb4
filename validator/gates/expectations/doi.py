"""Values of a column are valid DOIs."""

from __future__ import annotations

from typing import List  # noqa: UP035 - read by pydantic 1

from great_expectations.expectations.expectation import ColumnMapExpectation


class ExpectColumnValuesToBeValidDoi(ColumnMapExpectation):
    """Expect the values of a column to be valid DOIs."""

    ignore: List[str] = []  # noqa: UP006

    map_metric = "column_values.valid_doi"
    success_keys = ("ignore", "mostly")
    args_keys = ("column", "ignore", "mostly")
