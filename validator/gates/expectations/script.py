"""Values of a column are written in a script."""

from __future__ import annotations

from great_expectations.expectations.expectation import ColumnMapExpectation


class ExpectColumnValuesToMatchScript(ColumnMapExpectation):
    """Expect the values of a column to be written in a script."""

    script: str

    map_metric = "column_values.match_script"
    success_keys = ("script", "mostly")
    args_keys = ("column", "script", "mostly")
