"""The rate of duplicates is at most a limit."""

from __future__ import annotations

from typing import Any

from validator.gates.expectations.at_most import AtMost
from validator.gates.expectations.measured import of_source
from validator.gates.expectations.rendering import percent


class ExpectDuplicateRateToBeAtMost(AtMost):
    """Expect at most a share of the records to repeat another one, which a merge would take away.

    Over the table of measures, which `bibvalidator gate --tables` writes. It cannot be told where
    duplicates were not searched for, or no record was checked.

    Args:
        max_rate: The highest share of the records, from 0 to 1, that may repeat another one.
        source: The path of a source; None for all sources together; "*" for each source alone,
            of which the worst one is observed.

    On pandas, SQLite, PostgreSQL and Spark.
    """

    success_keys = ("max_rate", "source")
    args_keys = ("max_rate", "source")
    examples = [
        {
            "data": {
                "rule": ["duplicates"],
                "source": ["a.bib"],
                "checked": [100],
                "flagged": [2],
            },
            "tests": [
                {"in": {"max_rate": 0.02}, "out": {"success": True}},
                {"in": {"max_rate": 0.01}, "out": {"success": False}},
            ],
        }
    ]

    def measure(self) -> str:
        return "duplicates"

    @classmethod
    def sentence(cls, values: dict[str, Any]) -> str:
        values["max_pct"] = percent(values.get("max_rate"))
        return f"at most $max_pct of the records{of_source(values)} may repeat another one."
