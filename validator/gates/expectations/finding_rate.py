"""The rate of a rule's findings is at most a limit."""

from __future__ import annotations

from typing import Any

from great_expectations.compatibility import pydantic

from validator.gates.expectations.at_most import AtMost
from validator.gates.expectations.measured import of_source
from validator.gates.expectations.rendering import percent


class ExpectRuleFindingRateToBeAtMost(AtMost):
    """Expect at most a share of the records to have a finding of a rule.

    Over the table of measures, which `bibvalidator gate --tables` writes. It cannot be told where
    the rule has no row, or no record was checked. Sources that could not be evaluated are left
    out: `ExpectRecordsToBeAccountedFor` names them.

    Args:
        rule: The code of the rule, or its name.
        max_rate: The highest share of the records, from 0 to 1, that may have a finding.
        source: The path of a source; None for all sources together; "*" for each source alone,
            of which the worst one is observed.

    On pandas, SQLite, PostgreSQL and Spark.
    """

    rule: str = pydantic.Field(description="The code or the name of a rule.")

    success_keys = ("rule", "max_rate", "source")
    args_keys = ("rule", "max_rate", "source")
    examples = [
        {
            "data": {
                "rule": ["DOI003", "DOI003"],
                "source": ["a.bib", "b.bib"],
                "checked": [90, 10],
                "flagged": [1, 3],
            },
            "tests": [
                {"in": {"rule": "DOI003", "max_rate": 0.04}, "out": {"success": True}},
                {"in": {"rule": "DOI003", "max_rate": 0.01}, "out": {"success": False}},
                {
                    "in": {"rule": "DOI003", "max_rate": 0.04, "source": "*"},
                    "out": {"success": False},
                },
            ],
        }
    ]

    def measure(self) -> str:
        return self.rule

    @classmethod
    def sentence(cls, values: dict[str, Any]) -> str:
        values["max_pct"] = percent(values.get("max_rate"))
        return f"at most $max_pct of the records{of_source(values)} may have a finding of $rule."
