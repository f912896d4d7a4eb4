"""Values of a column are valid ORCID iDs."""

from __future__ import annotations

from typing import List  # noqa: UP035 - read by pydantic 1

from great_expectations.expectations.expectation import ColumnMapExpectation


class ExpectColumnValuesToBeValidOrcid(ColumnMapExpectation):
    """Expect the values of a column to be valid ORCID iDs."""

    ignore: List[str] = []  # noqa: UP006

    map_metric = "column_values.valid_orcid"
    success_keys = ("ignore", "mostly")
    args_keys = ("column", "ignore", "mostly")
